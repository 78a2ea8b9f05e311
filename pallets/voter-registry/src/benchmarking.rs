//! Measures each call at its worst: full texts, fresh accounts, one unit for each voter of a batch.

use super::*;
use ballot_crypto::{Scalar, BASE_POINT};
use dobush_primitives::{Name, Text, BYTES_PER_LETTER, MAX_NAME_LETTERS};
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;
use frame_system::RawOrigin;

/// The `n`-th key: a real one, because a refused one is decoded just the same but not enrolled.
fn key(n: u32) -> AccountId32 {
	AccountId32::new(Encoded::from(&(BASE_POINT * Scalar::from(u64::from(n) + 2))).0)
}

fn voter_id(n: u32) -> VoterId {
	VoterId(sp_io::hashing::blake2_256(&n.to_le_bytes()))
}

fn enrolments<T: Config>(n: u32) -> BoundedVec<Enrolment, T::MaxBatch> {
	let entry = |n: u32| Enrolment { voter_id: voter_id(n), unit: UnitId((n % MAX_UNITS) as u16), credential: key(n) };
	BoundedVec::truncate_from((0..n).map(entry).collect())
}

fn roll_and_desk<T: Config>() -> (RollId, T::AccountId) {
	let (roll, desk) = (RollId(0), AccountId32::new([7; 32]));
	NextRoll::<T>::put(RollId(1));
	Rolls::<T>::insert(roll, Roll { name: name(), units: MAX_UNITS as u16 });
	frame_system::Pallet::<T>::inc_sufficients(&desk);
	Desks::<T>::insert(&desk, Desk { roll, appointed_in: 0, dismissed_in: None });
	DesksInOffice::<T>::insert(roll, 1);
	(roll, desk)
}

fn name() -> Name {
	Text::truncate_from(alloc::vec![b'a'; (BYTES_PER_LETTER * MAX_NAME_LETTERS) as usize])
}

fn commission<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CommissionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create_roll() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, name(), MAX_UNITS as u16);

		assert!(Rolls::<T>::contains_key(RollId(0)));
		Ok(())
	}

	#[benchmark]
	fn appoint_desk() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		let (roll, _) = roll_and_desk::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, roll, key(0));

		assert_eq!(DesksInOffice::<T>::get(roll), 2);
		Ok(())
	}

	#[benchmark]
	fn dismiss_desk() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		let (roll, desk) = roll_and_desk::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, roll, desk);

		assert_eq!(DesksInOffice::<T>::get(roll), 0);
		Ok(())
	}

	#[benchmark]
	fn enrol(n: Linear<1, { T::MaxBatch::get() }>) {
		let (roll, desk) = roll_and_desk::<T>();
		let voters = enrolments::<T>(n);

		#[extrinsic_call]
		_(RawOrigin::Signed(desk), roll, voters);

		assert!(Credentials::<T>::contains_key(key(n - 1)));
	}

	#[benchmark]
	fn replace_credential() -> Result<(), BenchmarkError> {
		let (roll, desk) = roll_and_desk::<T>();
		Pallet::<T>::enrol(RawOrigin::Signed(desk.clone()).into(), roll, enrolments::<T>(1))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(desk), roll, voter_id(0), key(1));

		assert!(Credentials::<T>::contains_key(key(1)));
		Ok(())
	}

	/// By a desk, which is read; the commission's origin costs no storage.
	#[benchmark]
	fn strike_off() -> Result<(), BenchmarkError> {
		let (roll, desk) = roll_and_desk::<T>();
		Pallet::<T>::enrol(RawOrigin::Signed(desk.clone()).into(), roll, enrolments::<T>(1))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(desk), roll, voter_id(0), Reason::Deceased);

		assert_eq!(Registered::<T>::get(roll, UnitId(0)), 0);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}

//! Measures each call at its worst, with real keys and proofs: every voter moves, and comes with another booth, batch and
//! desk.

use super::account;
use super::*;
use alloc::{boxed::Box, vec::Vec};
use ballot_crypto::{
	credential,
	enrolment::{
		batch::{self, Activation, Batch, BatchPlace, Member},
		order::{self, Enrolment, Order},
		Pair, SecretPair,
	},
	envelope::{Challenge, EnvelopeHash},
	signature::sign,
	Ciphertext, CredentialPlace, CredentialSecret, Element, Encoded, Secret,
};
use dobush_primitives::{BuiltOn, MAX_UNITS};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

/// Sets up the neighbours of a benchmark.
pub trait BenchmarkHelper<AccountId> {
	/// A roll of the registry with so many units, on which nobody is.
	fn create_roll(units: u16) -> RollId;
	/// Appoints a desk of the roll.
	fn appoint_desk(roll: RollId, desk: &AccountId);
	/// Leaves the roll key that a ceremony would have left.
	fn set_roll_key(roll: RollId, key: Encoded);
}

const UNIT: UnitId = UnitId(0);
const TERMS: Terms = Terms {
	least_keys: 2,
	least_voters: 1,
	most_keys_per_booth: u32::MAX,
	most_decoy_ballots: 0,
	flush_after: 1,
	most_moves: 1,
	moves_close_before: 0,
	serves: 1,
};

fn rng() -> ChaCha20Rng {
	ChaCha20Rng::from_seed([7; 32])
}

fn secret(number: u32) -> Secret {
	let mut seed = [8; 32];
	seed[..4].copy_from_slice(&number.to_le_bytes());
	Secret::random(&mut ChaCha20Rng::from_seed(seed))
}

fn device(number: u32) -> AccountId32 {
	account(&secret(number).public())
}

fn voter_id(n: u32) -> VoterId {
	let mut bytes = [0; 32];
	bytes[..4].copy_from_slice(&n.to_be_bytes());
	VoterId(bytes)
}

fn commission<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CommissionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// A deniable roll with a key, in block 2.
fn roll<T: Config>() -> (RollId, Element) {
	frame_system::Pallet::<T>::set_block_number(2u32.into());
	frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::from(1u32), H256::repeat_byte(1));
	let roll = T::BenchmarkHelper::create_roll(MAX_UNITS as u16);
	Rolls::<T>::insert(roll, DeniableRoll { terms: TERMS, opened_in: 0, served: 0, served_in: None });
	let key = Secret::random(&mut rng()).public_element().expect("a secret is not zero; qed");
	T::BenchmarkHelper::set_roll_key(roll, Encoded::from(&key));
	(roll, key)
}

fn built_on() -> BuiltOn {
	BuiltOn { number: 1, hash: H256::repeat_byte(1) }
}

fn in_office<T: Config>(roll: RollId, role: OfficeKind, number: u32) -> AccountId32 {
	let account = device(number);
	frame_system::Pallet::<T>::inc_sufficients(&account);
	Offices::<T>::insert(&account, Office { role, roll, appointed_in: 0, appointed_at: 0, dismissed_in: None });
	InOffice::<T>::mutate(roll, role, |held| *held += 1);
	account
}

fn hashes<T: Config>(n: u32) -> BoundedVec<EnvelopeHash, T::MaxEnvelopes> {
	BoundedVec::truncate_from((0..n).map(|n| Challenge(voter_id(n).0).hash()).collect())
}

/// An honest batch of `n` keys, with envelopes that are registered.
fn batch_of<T: Config>(place: &BatchPlace, booth: &AccountId32, n: u32) -> Batch {
	let mut rng = rng();
	let members: Vec<_> = (0..n)
		.map(|n| {
			let key = CredentialSecret::random(&mut rng).account();
			let challenge = Challenge(voter_id(n).0);
			let envelope = Envelope { booth: booth.clone().into(), registered_in: 0, spent_in: None };
			Envelopes::<T>::insert(challenge.hash(), envelope);
			let element = place.place.element(&key).expect("a fresh key; qed");
			let point = key.element().expect("a fresh key; qed");
			let pair = SecretPair::encrypt(&element, &point, &place.roll_key, &mut rng);
			Member { activation: Activation { key, challenge }, pair }
		})
		.collect();
	batch::prove(place, members, &mut rng).expect("honest members; qed")
}

/// The enrolment of a voter who moves here, with a booth, a batch and a desk of its own.
fn enrolment<T: Config>(roll: RollId, roll_key: &Element, n: u32) -> CosignedEnrolment {
	let mut rng = rng();
	let (desk, booth) = (device(2 * n), in_office::<T>(roll, OfficeKind::Booth, 2 * n + 1));
	T::BenchmarkHelper::appoint_desk(roll, &desk);
	let (share, slip) = (Secret::random(&mut rng), Secret::random(&mut rng));
	let key = credential::account(&share, &slip.public_element().expect("not zero; qed")).expect("not zero; qed");
	let genesis = Pallet::<T>::genesis();
	let place = CredentialPlace { genesis, unit: UNIT.0, booth: booth.clone().into() };
	let element = place.element(&key).expect("a fresh key; qed");
	let kept = SecretPair::encrypt(&element, &key.element().expect("a fresh key; qed"), roll_key, &mut rng);
	let pair = *kept.pair();
	// The last of as many pairs as there may be; what the others are does not matter.
	let pairs: Vec<Pair> = (0..MAX_BATCH_KEYS).map(|_| pair).collect();
	Pairs::<T>::insert(&booth, 0, BoundedVec::truncate_from(pairs));
	Batches::<T>::insert(
		&booth,
		0,
		BatchRecord { unit: UNIT, keys: MAX_BATCH_KEYS, flush: true, announced_in: 0, activated_in: 1, used: 0 },
	);
	let from = UnitId((1 + n % (MAX_UNITS - 1)) as u16);
	let number = EntryCount::<T>::mutate(roll, from, |entries| {
		*entries += 1;
		*entries - 1
	});
	let element = Ciphertext { c1: key, c2: key };
	let old = Entry { voter_id: voter_id(n), element, enrolled_in: 1, struck_in: None };
	Entries::<T>::insert((roll, from, number), old);
	Registered::<T>::mutate(roll, from, |voters| *voters += 1);
	Voters::<T>::insert(roll, voter_id(n), Voter { unit: from, entry: number, moves: 0 });

	let order = Order { genesis, voter_id: voter_id(n).0, unit: UNIT.0, slip: slip.public() };
	let signed = Enrolment { order, desk: desk.clone().into(), booth: booth.clone().into(), pair };
	CosignedEnrolment {
		voter_id: voter_id(n),
		slip: slip.public(),
		desk: desk.into(),
		booth: booth.into(),
		batch: 0,
		position: (MAX_BATCH_KEYS - 1) as u8,
		desk_signature: sign(&secret(2 * n), &order.message(), &mut rng),
		booth_signature: sign(&secret(2 * n + 1), &signed.message(), &mut rng),
		proof: order::prove(&signed, roll_key, &share, &kept, &mut rng),
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		let roll = T::BenchmarkHelper::create_roll(MAX_UNITS as u16);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, roll, TERMS);

		assert!(Rolls::<T>::contains_key(roll));
		Ok(())
	}

	#[benchmark]
	fn appoint() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		let (roll, _) = roll::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, roll, OfficeKind::Booth, device(0));

		assert_eq!(InOffice::<T>::get(roll, OfficeKind::Booth), 1);
		Ok(())
	}

	#[benchmark]
	fn dismiss() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		let (roll, _) = roll::<T>();
		let booth = in_office::<T>(roll, OfficeKind::Booth, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, roll, OfficeKind::Booth, booth);

		assert_eq!(InOffice::<T>::get(roll, OfficeKind::Booth), 0);
		Ok(())
	}

	#[benchmark]
	fn register_envelopes(n: Linear<1, { T::MaxEnvelopes::get() }>) {
		let (roll, _) = roll::<T>();
		let (booth, printer) =
			(in_office::<T>(roll, OfficeKind::Booth, 0), in_office::<T>(roll, OfficeKind::Printer, 1));

		#[extrinsic_call]
		_(RawOrigin::Signed(printer), roll, booth.clone(), hashes::<T>(n));

		assert_eq!(Booths::<T>::get(booth).envelopes, n);
	}

	#[benchmark]
	fn announce_batch() {
		let (roll, _) = roll::<T>();
		let booth = in_office::<T>(roll, OfficeKind::Booth, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(booth.clone()), roll, UNIT, [1; 32], 1);

		assert!(Announcements::<T>::contains_key(booth, UNIT));
	}

	#[benchmark]
	fn activate(n: Linear<1, MAX_BATCH_KEYS>) {
		let (roll, roll_key) = roll::<T>();
		let least_keys = 1;
		Rolls::<T>::mutate_extant(roll, |roll| roll.terms = Terms { least_keys, ..TERMS });
		let booth = in_office::<T>(roll, OfficeKind::Booth, 0);
		let place = Pallet::<T>::batch_place(UNIT, &booth, roll_key);
		let batch = batch_of::<T>(&place, &booth, n);
		let commitment = place.commitment_of(&batch);
		let announcement = Announcement { commitment, announced_in: 1, announced_at: 0, flush: false };
		Announcements::<T>::insert(&booth, UNIT, announcement);

		#[extrinsic_call]
		_(RawOrigin::Signed(booth.clone()), roll, UNIT, built_on(), Box::new(batch));

		assert_eq!(Booths::<T>::get(booth).keys, n);
	}

	#[benchmark]
	fn enrol(n: Linear<1, { T::MaxEnrolments::get() }>) {
		let (roll, roll_key) = roll::<T>();
		let enrolments = (0..n).map(|n| enrolment::<T>(roll, &roll_key, n)).collect();

		#[extrinsic_call]
		_(RawOrigin::Signed(device(0)), roll, UNIT, BoundedVec::truncate_from(enrolments));

		assert_eq!(Registered::<T>::get(roll, UNIT), n);
	}

	/// By a desk, which is read; the commission's origin costs no storage.
	#[benchmark]
	fn strike_off() {
		let (roll, roll_key) = roll::<T>();
		let enrolment = enrolment::<T>(roll, &roll_key, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(AccountId32::new(enrolment.desk)), roll, enrolment.voter_id, Reason::Deceased);

		assert_eq!(Registered::<T>::get(roll, UnitId(1)), 0);
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}

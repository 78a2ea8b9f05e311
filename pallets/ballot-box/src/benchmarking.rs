//! Measures the call and the extensions. Every proof and every ciphertext is real.
//!
//! The runtime provides the neighbours through [`BenchmarkHelper`].

use crate::*;
use alloc::vec::Vec;
use ballot_crypto::knowledge::{self, BallotContext};
use ballot_crypto::{hash_to_element, Element};
use dobush_primitives::traits::{Elections, Registry};
use dobush_primitives::{Ballot, ElectionId, EncryptedSelection, Receipt, MAX_CONTESTS};
use frame_benchmarking::{benchmarking, v2::*};
use frame_support::dispatch::{DispatchInfo, GetDispatchInfo, PostDispatchInfo};
use frame_support::traits::{Get, IsSubType};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use parity_scale_codec::Encode;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_runtime::generic::Era;
use sp_runtime::traits::{
	AsSystemOriginSigner, AsTransactionAuthorizedOrigin, DispatchTransaction, Dispatchable, SaturatedConversion, Zero,
};
use sp_runtime::AccountId32;

/// Sets up the neighbours.
pub trait BenchmarkHelper {
	/// An election with open polls and any vote key, in whose one unit `credential` is eligible; its ballots have
	/// `contests` contests, and two ballots are allowed. In the worst case that the registry and the elections know (most
	/// units, longest definition).
	fn open_polls(credential: &AccountId32, contests: u32) -> ElectionId;
	/// Closes the polls of the election in the current block; first ballots are still received.
	fn close_polls(election: ElectionId);
	/// Storage keys under which the neighbours keep whether an account is a credential, and the phase of an election: the
	/// transaction has read them when [`CheckBallot`] runs, the first even when [`CheckNonceWindow`] does.
	fn read_before(credential: &AccountId32, election: ElectionId) -> [Vec<u8>; 2] {
		let _ = (credential, election);
		Default::default()
	}
}

/// Charges keys to whatever read them first in the same transaction. They must not be written: that would be free as well.
fn charged_before(keys: impl IntoIterator<Item = Vec<u8>>) {
	keys.into_iter().for_each(|key| benchmarking::add_to_whitelist(key.into()));
}

/// A ballot as the credential makes it.
fn ballot<T: Config>(credential: &AccountId32, election: ElectionId) -> Ballot {
	let mut rng = ChaCha20Rng::from_seed([7; 32]);
	let polls = T::Elections::polls(election).expect("the helper opens the polls; qed");
	let unit = T::Registry::unit_of(credential, polls.roll, polls.roll_closed_in).expect("the helper enrols; qed");
	let contests = T::Elections::contests_of(election, unit).expect("the unit has contests; qed");
	let selection = Element::try_from(hash_to_element("dobush/v1/benchmark", &0u8)).expect("not the identity; qed");
	let entries: Vec<_> = contests
		.iter()
		.map(|contest| {
			let context = BallotContext {
				genesis: frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0,
				election: election.0,
				unit: unit.0,
				contest: contest.0,
				key: polls.vote_key,
				booth: None,
				credential: *AsRef::<[u8; 32]>::as_ref(credential),
			};
			let (ciphertext, proof, _) =
				knowledge::encrypt_selection(&context, &selection, &mut rng).expect("the vote key decodes; qed");
			EncryptedSelection { ciphertext, proof: proof.0 }
		})
		.collect();
	Ballot { entries: entries.try_into().expect("a unit has at most 16 contests; qed") }
}

/// A ballot in the box and the same one, checked, on its way.
fn ready_to_replace<T: Config>(contests: u32) -> (AccountId32, ElectionId, Ballot) {
	let credential: AccountId32 = account("credential", 0, 0);
	let election = T::BenchmarkHelper::open_polls(&credential, contests);
	let ballot = ballot::<T>(&credential, election);
	let admissible = extension::admit::<T>(&credential, election, &ballot).expect("the ballot is good; qed");
	Admitted::<T>::put(admissible.admission);
	Pallet::<T>::cast(RawOrigin::Signed(credential.clone()).into(), election, ballot.clone()).expect("admitted; qed");
	Admitted::<T>::put(admissible.admission);
	(credential, election, ballot)
}

#[benchmarks(where
	T: Send + Sync,
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo> + IsSubType<Call<T>> + From<Call<T>>
		+ GetDispatchInfo + Encode,
	<T::RuntimeCall as Dispatchable>::RuntimeOrigin:
		AsSystemOriginSigner<T::AccountId> + AsTransactionAuthorizedOrigin + Clone,
)]
mod benchmarks {
	use super::*;

	/// A replacement, so that every read finds something.
	#[benchmark]
	fn cast(n: Linear<1, MAX_CONTESTS>) {
		let (credential, election, ballot) = ready_to_replace::<T>(n);

		#[extrinsic_call]
		cast(RawOrigin::Signed(credential.clone()), election, ballot.clone());

		assert_eq!(Casts::<T>::get(election, &credential).map(|found| found.times), Some(2));
		assert!(!Admitted::<T>::exists());
	}

	#[benchmark]
	fn cast_again(n: Linear<1, MAX_CONTESTS>) {
		let (credential, election, ballot) = ready_to_replace::<T>(n);
		let unit = Admitted::<T>::get().expect("it is ready; qed").unit;
		benchmarking::add_to_whitelist(Boxes::<T>::hashed_key_for(election, unit).into());

		#[extrinsic_call]
		cast(RawOrigin::Signed(credential.clone()), election, ballot.clone());

		assert_eq!(Casts::<T>::get(election, &credential).map(|found| found.times), Some(2));
	}

	#[benchmark]
	fn check_ballot(n: Linear<1, MAX_CONTESTS>) {
		let credential: AccountId32 = account("credential", 0, 0);
		let election = T::BenchmarkHelper::open_polls(&credential, n);
		let ballot = ballot::<T>(&credential, election);
		let receipt = Receipt::of(election, &credential, &ballot);
		let call: T::RuntimeCall = Call::<T>::cast { election, ballot }.into();
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
		charged_before(T::BenchmarkHelper::read_before(&credential, election));
		// Read by `CheckGenesis`.
		charged_before([frame_system::BlockHash::<T>::hashed_key_for(BlockNumberFor::<T>::zero())]);
		let origin = RawOrigin::Signed(credential).into();

		#[block]
		{
			CheckBallot::<T>::new()
				.test_run(origin, &call, &info, len, 0, |_| Ok(().into()))
				.expect("the ballot is good; qed")
				.expect("nothing is called; qed");
		}

		assert_eq!(Admitted::<T>::get().map(|admission| admission.receipt), Some(receipt));
	}

	#[benchmark]
	fn check_ballot_mortality() {
		let credential: AccountId32 = account("credential", 0, 0);
		let election = T::BenchmarkHelper::open_polls(&credential, 1);
		let ballot = ballot::<T>(&credential, election);
		// Benchmarks are set up in block 0; the polls close later than the era begins.
		let now = frame_system::Pallet::<T>::block_number().max(2u32.into());
		frame_system::Pallet::<T>::set_block_number(now);
		T::BenchmarkHelper::close_polls(election);
		let closed_in: u64 = frame_system::Pallet::<T>::block_number().saturated_into();
		let began = closed_in.saturating_sub(1);
		frame_system::BlockHash::<T>::insert(began.saturated_into::<BlockNumberFor<T>>(), T::Hash::default());
		let call: T::RuntimeCall = Call::<T>::cast { election, ballot }.into();
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
		let origin = RawOrigin::Signed(credential).into();
		let extension = CheckBallotMortality::<T>::from(Era::mortal(T::MaxBallotPeriod::get().into(), began));

		#[block]
		{
			extension
				.test_run(origin, &call, &info, len, 0, |_| Ok(().into()))
				.expect("the era began before the polls closed; qed")
				.expect("nothing is called; qed");
		}
	}

	#[benchmark]
	fn check_nonce_window() {
		let credential: AccountId32 = account("credential", 0, 0);
		let election = T::BenchmarkHelper::open_polls(&credential, 1);
		let call: T::RuntimeCall = Call::<T>::cast { election, ballot: ballot::<T>(&credential, election) }.into();
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
		frame_system::Pallet::<T>::inc_sufficients(&credential);
		let next = frame_system::Pallet::<T>::account_nonce(&credential);
		let [is_credential, _] = T::BenchmarkHelper::read_before(&credential, election);
		charged_before([is_credential]);
		let origin = RawOrigin::Signed(credential.clone()).into();

		#[block]
		{
			CheckNonceWindow::<T>::from(next)
				.test_run(origin, &call, &info, len, 0, |_| Ok(().into()))
				.expect("it is the next nonce; qed")
				.expect("nothing is called; qed");
		}

		assert!(frame_system::Pallet::<T>::account_nonce(&credential) > next);
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::genesis(), crate::tests::mock::Test);
}

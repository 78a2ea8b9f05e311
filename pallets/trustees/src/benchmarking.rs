//! Measures calls and steps with the most trustees at the largest threshold; every key, proof and share is real.
//!
//! No neighbour is needed: the trustees are appointed here, and deadlines of zero are over at once.

use crate::*;
use alloc::vec::Vec;
use ballot_crypto::ceremony::{self, Dealing, RecipientSecret};
use dobush_primitives::traits::Ceremonies;
use dobush_primitives::{BuiltOn, ElectionId, Moment, TrusteeIndex, Trustees, MAX_TRUSTEES};
use frame_benchmarking::v2::*;
use frame_support::traits::{Get, Time};
use frame_support::weights::Weight;
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::H256;
use sp_runtime::{traits::One, SaturatedConversion};

const ELECTION: ElectionId = ElectionId(0);
const LAST: TrusteeIndex = TrusteeIndex(MAX_TRUSTEES as u16);

fn rng() -> ChaCha20Rng {
	ChaCha20Rng::from_seed([7; 32])
}

fn trustees<T: Config>() -> Trustees<T::AccountId> {
	let members: Vec<_> = (0..MAX_TRUSTEES).map(|index| account("trustee", index, 0)).collect();
	Trustees { members: members.try_into().expect("as many as there may be; qed"), threshold: LAST.0 }
}

fn last<T: Config>() -> RawOrigin<T::AccountId> {
	RawOrigin::Signed(account("trustee", MAX_TRUSTEES - 1, 0))
}

/// A block of this chain that is not older than any stage.
fn built_on<T: Config>() -> BuiltOn {
	// Not block 0: its hash is the genesis hash, which all proofs name.
	let number = frame_system::Pallet::<T>::block_number().max(BlockNumberFor::<T>::one());
	let hash = H256::repeat_byte(1);
	frame_system::BlockHash::<T>::insert(number, hash);
	BuiltOn { number: number.saturated_into(), hash }
}

fn change<T: Config>(change: impl FnOnce(&mut Ceremony<T::AccountId>)) {
	KeyCeremonies::<T>::mutate(ELECTION, |ceremony| change(ceremony.as_mut().expect("it has begun; qed")));
}

fn now<T: Config>() -> Ceremony<T::AccountId> {
	KeyCeremonies::<T>::get(ELECTION).expect("it has begun; qed")
}

/// Everybody but the last trustee has acted, so that the last one brings the next stage.
fn all_but_the_last() -> Members {
	(1..LAST.0).map(TrusteeIndex).collect()
}

fn everybody() -> Members {
	all_but_the_last().with(LAST)
}

fn recipient(index: TrusteeIndex) -> RecipientSecret {
	RecipientSecret::random(index.0, &mut ChaCha20Rng::from_seed([index.0 as u8; 32]))
}

/// A ceremony that everybody has joined, in a stage that lasts.
fn joined<T: Config>(stage: Stage) {
	Pallet::<T>::begin(ELECTION, &trustees::<T>(), Moment::MAX).expect("nothing runs yet; qed");
	for index in everybody().iter() {
		RecipientKeys::<T>::insert(ELECTION, index, recipient(index).recipient().key);
	}
	change::<T>(|ceremony| (ceremony.joined, ceremony.stage) = (everybody(), stage));
}

fn deal<T: Config>(dealer: TrusteeIndex) -> Dealing {
	let public = Pallet::<T>::public_part(ELECTION, &now::<T>()).expect("everybody has joined; qed");
	ceremony::deal(&public, dealer.0, &mut rng()).expect("recipient keys decode; qed")
}

/// A ceremony in which everybody has revealed. The dealings differ in their dealer only; their sums are no worse for it.
fn revealed<T: Config>(stage: Stage) {
	joined::<T>(stage);
	for index in everybody().iter() {
		let dealing = deal::<T>(index);
		Commitments::<T>::insert(ELECTION, index, dealing.commitment());
		Dealings::<T>::insert(ELECTION, index, StoredDealing(dealing));
	}
	change::<T>(|ceremony| (ceremony.committed, ceremony.revealed) = (everybody(), everybody()));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn join() {
		Pallet::<T>::begin(ELECTION, &trustees::<T>(), Moment::MAX).expect("nothing runs yet; qed");
		change::<T>(|ceremony| ceremony.joined = all_but_the_last());
		let secret = recipient(LAST);
		let proof = secret.prove(&Pallet::<T>::place(&now::<T>()), &mut rng());
		let built_on = built_on::<T>();

		#[extrinsic_call]
		join(last::<T>(), ELECTION, 0, built_on, secret.recipient().key, proof);

		assert_eq!(now::<T>().stage, Stage::Committing);
	}

	#[benchmark]
	fn commit() {
		joined::<T>(Stage::Committing);
		change::<T>(|ceremony| ceremony.committed = all_but_the_last());
		let built_on = built_on::<T>();

		#[extrinsic_call]
		commit(last::<T>(), ELECTION, 0, built_on, [7; 32]);

		assert_eq!(now::<T>().stage, Stage::Revealing);
	}

	#[benchmark]
	fn reveal() {
		joined::<T>(Stage::Revealing);
		let dealing = deal::<T>(LAST);
		Commitments::<T>::insert(ELECTION, LAST, dealing.commitment());
		change::<T>(|ceremony| (ceremony.committed, ceremony.revealed) = (everybody(), all_but_the_last()));
		let built_on = built_on::<T>();

		#[extrinsic_call]
		reveal(last::<T>(), ELECTION, 0, built_on, dealing);

		assert_eq!(now::<T>().stage, Stage::Complaining);
	}

	/// A false complaint: all of the polynomial is evaluated, as for a true one.
	#[benchmark]
	fn complain() {
		joined::<T>(Stage::Complaining);
		let dealer = TrusteeIndex(1);
		let mut dealing = deal::<T>(dealer);
		let good = dealing.keys[0].shares[usize::from(LAST.0) - 1];
		dealing.keys[0].shares[usize::from(LAST.0) - 1] = Default::default();
		let public = Pallet::<T>::public_part(ELECTION, &now::<T>()).expect("everybody has joined; qed");
		// The proof of a complaint does not cover the share, so it stays one when the share is good again.
		let complaint = ceremony::complain(&public, dealer.0, &dealing, &recipient(LAST), &mut rng())
			.expect("the share is bad; qed");
		dealing.keys[0].shares[usize::from(LAST.0) - 1] = good;
		Dealings::<T>::insert(ELECTION, dealer, StoredDealing(dealing));
		change::<T>(|ceremony| (ceremony.committed, ceremony.revealed) = (everybody(), everybody()));
		let built_on = built_on::<T>();

		#[extrinsic_call]
		complain(last::<T>(), ELECTION, 0, built_on, complaint);

		assert!(now::<T>().false_complainers.contains(LAST));
	}

	#[benchmark]
	fn accept() {
		joined::<T>(Stage::Complaining);
		change::<T>(|ceremony| {
			(ceremony.committed, ceremony.revealed) = (everybody(), everybody());
			ceremony.accepted = all_but_the_last();
		});
		let built_on = built_on::<T>();

		#[extrinsic_call]
		accept(last::<T>(), ELECTION, 0, built_on);

		assert_eq!(now::<T>().stage, Stage::Combining);
	}

	#[benchmark]
	fn look(r: Linear<0, 8>) {
		let r = r.min(T::MaxCeremonies::get());
		for election in (0..r).map(ElectionId) {
			Pallet::<T>::begin(election, &trustees::<T>(), 0).expect("so many may run; qed");
			KeyCeremonies::<T>::mutate(election, |ceremony| {
				ceremony.as_mut().expect("it has begun; qed").joined = everybody();
			});
		}

		#[block]
		{
			Pallet::<T>::go_on(T::Time::now());
		}

		for election in (0..r).map(ElectionId) {
			assert_eq!(KeyCeremonies::<T>::get(election).map(|ceremony| ceremony.stage), Some(Stage::Committing));
		}
	}

	#[benchmark]
	fn begin_again() {
		revealed::<T>(Stage::Complaining);
		let ceremony = now::<T>();

		#[block]
		{
			Pallet::<T>::begin_again(ELECTION, ceremony, Failure::TooFewAccepted, T::Time::now());
		}

		assert_eq!(now::<T>().stage, Stage::Joining);
		assert_eq!(Dealings::<T>::iter_prefix(ELECTION).count(), 0);
	}

	#[benchmark]
	fn finish() {
		revealed::<T>(Stage::Combining);
		change::<T>(|ceremony| ceremony.accepted = everybody());

		#[block]
		{
			Pallet::<T>::go_on(T::Time::now());
		}

		assert_eq!(now::<T>().stage, Stage::Finished);
		assert_eq!(Pallet::<T>::holders(ELECTION).len(), MAX_TRUSTEES as usize);
	}

	/// The last page: small records go together with the last dealings.
	#[benchmark]
	fn remove_page() {
		revealed::<T>(Stage::Complaining);
		for index in everybody().iter().skip(REMOVED_PER_STEP as usize) {
			Dealings::<T>::remove(ELECTION, index);
		}
		Pallet::<T>::end(ELECTION);

		#[block]
		{
			Pallet::<T>::remove_page(Weight::MAX);
		}

		assert_eq!(Dealings::<T>::iter_prefix(ELECTION).count(), 0);
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::externalities(), crate::tests::mock::Test);
}

//! Measures calls and steps with the most trustees at the largest threshold, elections with two keys; every key, proof and
//! share is real.
//!
//! No neighbour is needed but a deniable roll: the trustees are appointed here, and deadlines of zero are over at once.

use crate::*;
use alloc::vec::Vec;
use ballot_crypto::ceremony::{self, Dealing, HolderSecret, RecipientSecret};
use dobush_primitives::traits::Ceremonies;
use dobush_primitives::{
	BuiltOn, ElectionId, Making, Moment, RollId, TrusteeIndex, Trustees, MAX_STEP_DEADLINE, MAX_TRUSTEES,
};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get, Time};
use frame_support::weights::Weight;
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::H256;
use sp_runtime::{traits::One, SaturatedConversion};

const ELECTION: ElectionId = ElectionId(0);
const SUBJECT: Subject = Subject::Election(ELECTION);
const ROLL: RollId = RollId(0);
const MADE: Subject = Subject::Roll { roll: ROLL, epoch: 0 };
const NEXT: Subject = Subject::Roll { roll: ROLL, epoch: 1 };
const LAST: TrusteeIndex = TrusteeIndex(MAX_TRUSTEES as u16);

/// Something for the measurements to act upon, by the runtime.
pub trait BenchmarkHelper {
	/// A deniable roll without a key.
	fn deniable_roll() -> RollId;
}

fn rng() -> ChaCha20Rng {
	ChaCha20Rng::from_seed([7; 32])
}

fn trustees<T: Config>() -> Trustees<T::AccountId> {
	trustees_of::<T>(0)
}

/// Trustees of a ceremony whose accounts no other one has.
fn trustees_of<T: Config>(seed: u32) -> Trustees<T::AccountId> {
	let members: Vec<_> = (0..MAX_TRUSTEES).map(|index| account("trustee", index, seed)).collect();
	Trustees { members: members.try_into().expect("as many as there may be; qed"), threshold: LAST.0 }
}

/// The deadline of ceremonies that do not end by it.
const LONG: Moment = MAX_STEP_DEADLINE;
/// New trustees have other accounts than old ones.
const NEW: u32 = 1;

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

fn change<T: Config>(subject: Subject, change: impl FnOnce(&mut Ceremony<T::AccountId>)) {
	KeyCeremonies::<T>::mutate(subject, |ceremony| change(ceremony.as_mut().expect("it has begun; qed")));
}

fn now<T: Config>(subject: Subject) -> Ceremony<T::AccountId> {
	KeyCeremonies::<T>::get(subject).expect("it has begun; qed")
}

fn commission<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CommissionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Everybody but the last trustee has acted, so that the last one brings the next stage.
fn all_but_the_last() -> TrusteeSet {
	(1..LAST.0).map(TrusteeIndex).collect()
}

fn everybody() -> TrusteeSet {
	all_but_the_last().with(LAST)
}

fn recipient(index: TrusteeIndex) -> RecipientSecret {
	RecipientSecret::random(index.0, &mut ChaCha20Rng::from_seed([index.0 as u8; 32]))
}

/// An election's ceremony that everybody has joined, in a stage that lasts.
fn joined<T: Config>(stage: CeremonyStage) {
	Pallet::<T>::begin(ELECTION, &trustees::<T>(), true, LONG).expect("nothing runs yet; qed");
	all_join::<T>(SUBJECT, stage);
}

fn all_join<T: Config>(subject: Subject, stage: CeremonyStage) {
	for index in everybody().iter() {
		RecipientKeys::<T>::insert(subject, index, recipient(index).recipient().key);
	}
	change::<T>(subject, |ceremony| (ceremony.joined, ceremony.stage) = (everybody(), stage));
}

/// A dealing; in a re-sharing, of the share that the old holder has.
fn deal<T: Config>(subject: Subject, dealer: TrusteeIndex) -> Dealing {
	match Pallet::<T>::making(subject, &now::<T>(subject)).expect("everybody has joined; qed") {
		Making::Fresh(public) => ceremony::deal(&public, dealer.0, &mut rng()).expect("recipient keys decode; qed"),
		Making::Handover(resharing) => {
			resharing.deal(&old_share::<T>(dealer), &mut rng()).expect("it is the holder's share; qed")
		}
	}
}

/// The share of the roll's key in epoch 0.
fn old_share<T: Config>(holder: TrusteeIndex) -> HolderSecret {
	let making = Pallet::<T>::making(MADE, &now::<T>(MADE)).expect("it has finished; qed");
	let dealt: Vec<_> =
		everybody().iter().filter_map(|dealer| Some((dealer.0, Dealings::<T>::get(MADE, dealer)?.0))).collect();
	let dealings: Vec<_> = dealt.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
	let holders: Vec<_> = everybody().iter().map(|index| index.0).collect();
	let StoredKeySet(keys) = KeySets::<T>::get(MADE).expect("it has finished; qed");
	let shares = making.holder_secrets(&dealings, &holders, &recipient(holder), &keys).expect("shares are good; qed");
	shares.into_iter().next().expect("there is one key; qed")
}

/// A ceremony in which everybody has revealed.
fn all_reveal<T: Config>(subject: Subject) {
	for index in everybody().iter() {
		let dealing = deal::<T>(subject, index);
		Commitments::<T>::insert(subject, index, dealing.commitment());
		Dealings::<T>::insert(subject, index, StoredDealing(dealing));
	}
	change::<T>(subject, |ceremony| (ceremony.committed, ceremony.revealed) = (everybody(), everybody()));
}

/// An election's ceremony in which everybody has revealed. The dealings differ in their dealer only; their sums are no worse
/// for it.
fn revealed<T: Config>(stage: CeremonyStage) {
	joined::<T>(stage);
	all_reveal::<T>(SUBJECT);
}

/// Everybody accepts and the keys are made.
fn all_accept<T: Config>(subject: Subject) {
	change::<T>(subject, |ceremony| (ceremony.stage, ceremony.accepted) = (CeremonyStage::Combining, everybody()));
	Pallet::<T>::go_on(T::Time::now());
	assert_eq!(now::<T>(subject).stage, CeremonyStage::Finished);
}

/// The key of a roll is made.
fn roll_key<T: Config>() {
	Pallet::<T>::begin_epoch(ROLL, 0, trustees::<T>(), None, LONG).expect("nothing runs yet; qed");
	all_join::<T>(MADE, CeremonyStage::Revealing);
	all_reveal::<T>(MADE);
	all_accept::<T>(MADE);
}

/// Everybody has joined to take it over.
fn handover<T: Config>(stage: CeremonyStage) {
	roll_key::<T>();
	let handover = Pallet::<T>::handover(ROLL, 0);
	Pallet::<T>::begin_epoch(ROLL, 1, trustees_of::<T>(NEW), handover, LONG).expect("nothing runs any more; qed");
	all_join::<T>(NEXT, stage);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn join() {
		Pallet::<T>::begin(ELECTION, &trustees::<T>(), true, LONG).expect("nothing runs yet; qed");
		change::<T>(SUBJECT, |ceremony| ceremony.joined = all_but_the_last());
		let secret = recipient(LAST);
		let proof = secret.prove(&Pallet::<T>::place(&now::<T>(SUBJECT)), &mut rng());
		let built_on = built_on::<T>();

		#[extrinsic_call]
		join(last::<T>(), SUBJECT, 0, built_on, secret.recipient().key, proof);

		assert_eq!(now::<T>(SUBJECT).stage, CeremonyStage::Committing);
	}

	#[benchmark]
	fn commit() {
		handover::<T>(CeremonyStage::Committing);
		change::<T>(NEXT, |ceremony| ceremony.committed = all_but_the_last());
		let built_on = built_on::<T>();

		#[extrinsic_call]
		commit(last::<T>(), NEXT, 0, built_on, [7; 32]);

		assert_eq!(now::<T>(NEXT).stage, CeremonyStage::Revealing);
	}

	#[benchmark]
	fn reveal() {
		joined::<T>(CeremonyStage::Revealing);
		let dealing = deal::<T>(SUBJECT, LAST);
		Commitments::<T>::insert(SUBJECT, LAST, dealing.commitment());
		change::<T>(SUBJECT, |ceremony| {
			(ceremony.committed, ceremony.revealed) = (everybody(), all_but_the_last());
		});
		let built_on = built_on::<T>();

		#[extrinsic_call]
		reveal(last::<T>(), SUBJECT, 0, built_on, dealing);

		assert_eq!(now::<T>(SUBJECT).stage, CeremonyStage::Complaining);
	}

	#[benchmark]
	fn reveal_share() {
		handover::<T>(CeremonyStage::Revealing);
		let dealing = deal::<T>(NEXT, LAST);
		Commitments::<T>::insert(NEXT, LAST, dealing.commitment());
		change::<T>(NEXT, |ceremony| {
			(ceremony.committed, ceremony.revealed) = (everybody(), all_but_the_last());
		});
		let built_on = built_on::<T>();

		#[extrinsic_call]
		reveal(last::<T>(), NEXT, 0, built_on, dealing);

		assert_eq!(now::<T>(NEXT).stage, CeremonyStage::Complaining);
	}

	/// A false complaint: all of the polynomial is evaluated, as for a true one.
	#[benchmark]
	fn complain() {
		joined::<T>(CeremonyStage::Complaining);
		let dealer = TrusteeIndex(1);
		let mut dealing = deal::<T>(SUBJECT, dealer);
		let good = dealing.keys[0].shares[usize::from(LAST.0) - 1];
		dealing.keys[0].shares[usize::from(LAST.0) - 1] = Default::default();
		let public = Pallet::<T>::public_part(SUBJECT, &now::<T>(SUBJECT)).expect("everybody has joined; qed");
		// The proof of a complaint does not cover the share, so it stays one when the share is good again.
		let complaint = ceremony::complain(&public, dealer.0, &dealing, &recipient(LAST), &mut rng())
			.expect("the share is bad; qed");
		dealing.keys[0].shares[usize::from(LAST.0) - 1] = good;
		Dealings::<T>::insert(SUBJECT, dealer, StoredDealing(dealing));
		change::<T>(SUBJECT, |ceremony| (ceremony.committed, ceremony.revealed) = (everybody(), everybody()));
		let built_on = built_on::<T>();

		#[extrinsic_call]
		complain(last::<T>(), SUBJECT, 0, built_on, complaint);

		assert!(now::<T>(SUBJECT).false_complainers.contains(LAST));
	}

	#[benchmark]
	fn accept() {
		joined::<T>(CeremonyStage::Complaining);
		change::<T>(SUBJECT, |ceremony| {
			(ceremony.committed, ceremony.revealed) = (everybody(), everybody());
			ceremony.accepted = all_but_the_last();
		});
		let built_on = built_on::<T>();

		#[extrinsic_call]
		accept(last::<T>(), SUBJECT, 0, built_on);

		assert_eq!(now::<T>(SUBJECT).stage, CeremonyStage::Combining);
	}

	#[benchmark]
	fn look(r: Linear<0, 8>) {
		let r = r.min(T::MaxCeremonies::get());
		for election in (0..r).map(ElectionId) {
			Pallet::<T>::begin(election, &trustees::<T>(), true, 0).expect("so many may run; qed");
			KeyCeremonies::<T>::mutate(Subject::from(election), |ceremony| {
				ceremony.as_mut().expect("it has begun; qed").joined = everybody();
			});
		}

		#[block]
		{
			Pallet::<T>::go_on(T::Time::now());
		}

		for election in (0..r).map(ElectionId) {
			assert_eq!(
				KeyCeremonies::<T>::get(Subject::from(election)).map(|ceremony| ceremony.stage),
				Some(CeremonyStage::Committing)
			);
		}
	}

	#[benchmark]
	fn begin_again() {
		revealed::<T>(CeremonyStage::Complaining);
		let ceremony = now::<T>(SUBJECT);

		#[block]
		{
			Pallet::<T>::begin_again(SUBJECT, ceremony, CeremonyFailure::TooFewAccepted, T::Time::now());
		}

		assert_eq!(now::<T>(SUBJECT).stage, CeremonyStage::Joining);
		assert_eq!(Dealings::<T>::iter_prefix(SUBJECT).count(), 0);
	}

	#[benchmark]
	fn finish() {
		revealed::<T>(CeremonyStage::Combining);
		change::<T>(SUBJECT, |ceremony| ceremony.accepted = everybody());

		#[block]
		{
			Pallet::<T>::go_on(T::Time::now());
		}

		assert_eq!(now::<T>(SUBJECT).stage, CeremonyStage::Finished);
		assert_eq!(Pallet::<T>::holders(ELECTION).len(), MAX_TRUSTEES as usize);
	}

	#[benchmark]
	fn give_up() {
		handover::<T>(CeremonyStage::Complaining);
		all_reveal::<T>(NEXT);
		let last = T::MaxAttempts::get().saturating_sub(1);
		change::<T>(NEXT, |ceremony| ceremony.attempt = last);
		let ceremony = now::<T>(NEXT);

		#[block]
		{
			Pallet::<T>::begin_again(NEXT, ceremony, CeremonyFailure::TooFewAccepted, T::Time::now());
		}

		assert_eq!(now::<T>(NEXT).stage, CeremonyStage::Failed(CeremonyFailure::TooFewAccepted));
		assert_eq!(Dealings::<T>::iter_prefix(NEXT).count(), 0);
	}

	#[benchmark]
	fn finish_handover() {
		handover::<T>(CeremonyStage::Combining);
		all_reveal::<T>(NEXT);
		change::<T>(NEXT, |ceremony| ceremony.accepted = everybody());

		#[block]
		{
			Pallet::<T>::go_on(T::Time::now());
		}

		assert_eq!(Epochs::<T>::get(ROLL), Some(1));
		assert!(now::<T>(MADE).ended);
	}

	#[benchmark]
	fn begin_roll_key() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		let roll = T::BenchmarkHelper::deniable_roll();

		#[extrinsic_call]
		begin_roll_key(origin as T::RuntimeOrigin, roll, trustees::<T>(), LONG);

		assert_eq!(now::<T>(Subject::Roll { roll, epoch: 0 }).stage, CeremonyStage::Joining);
		Ok(())
	}

	#[benchmark]
	fn reshare_roll_key() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		roll_key::<T>();

		#[extrinsic_call]
		reshare_roll_key(origin as T::RuntimeOrigin, ROLL, trustees_of::<T>(NEW), LONG);

		assert_eq!(now::<T>(NEXT).stage, CeremonyStage::Joining);
		Ok(())
	}

	#[benchmark]
	fn abandon_roll_key() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		handover::<T>(CeremonyStage::Complaining);
		all_reveal::<T>(NEXT);

		#[extrinsic_call]
		abandon_roll_key(origin as T::RuntimeOrigin, ROLL);

		assert_eq!(now::<T>(NEXT).stage, CeremonyStage::Failed(CeremonyFailure::Abandoned));
		Ok(())
	}

	#[benchmark]
	fn retire() {
		handover::<T>(CeremonyStage::Complaining);
		all_reveal::<T>(NEXT);
		Pallet::<T>::retire_roll_key(ROLL);

		#[block]
		{
			Pallet::<T>::retire_next(Weight::MAX);
		}

		assert!(now::<T>(MADE).ended && now::<T>(NEXT).ended);
	}

	/// The last page: small records go together with the last dealings.
	#[benchmark]
	fn remove_page() {
		revealed::<T>(CeremonyStage::Complaining);
		for index in everybody().iter().skip(REMOVED_PER_STEP as usize) {
			Dealings::<T>::remove(SUBJECT, index);
		}
		Pallet::<T>::end(ELECTION);

		#[block]
		{
			Pallet::<T>::remove_page(Weight::MAX);
		}

		assert_eq!(Dealings::<T>::iter_prefix(SUBJECT).count(), 0);
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::externalities(), crate::tests::mock::Test);
}

//! Measures the calls, the extensions and the steps. Every ciphertext and proof of knowledge is real.
//!
//! The runtime provides the neighbours through [`BenchmarkHelper`].

mod deniable;

use self::deniable::{had_its_turn, queue_of, TABLE};
use crate::*;
use alloc::vec::Vec;
use ballot_crypto::knowledge::{self, BallotContext};
use ballot_crypto::{hash_to_element, Element};
use dobush_primitives::traits::{Elections, Registry};
use dobush_primitives::{
	Ballot, ContestId, DeniableBallot, ElectionId, EncryptedSelection, Receipt, TableSlot, UnitId, MAX_BALLOT_CONTESTS,
	MAX_COLUMNS, MAX_TABLE_ROWS,
};
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
	/// A deniable election with open polls and any vote key, in whose one unit the credential that `booth` activated is
	/// eligible; its ballots have `contests` contests, and two ballots are allowed. In the worst case: the longest definition,
	/// and in each contest 256 lists of seven candidates of which one may be marked, a table of 2,048 rows.
	fn open_deniable_polls(credential: &AccountId32, booth: &AccountId32, contests: u32) -> ElectionId;
	/// Closes the polls of the election in the current block; first ballots are still received.
	fn close_polls(election: ElectionId);
	/// Storage keys under which the neighbours keep whether an account is a credential, and the phase of an election. The
	/// transaction has read the first when [`CheckNonceWindow`] runs; the second is read at the beginning of every block.
	fn read_before(credential: &AccountId32, election: ElectionId) -> [Vec<u8>; 2] {
		let _ = (credential, election);
		Default::default()
	}
	/// The same for a deniable credential: whether an account is one, and the phase of an election.
	fn read_before_deniable(credential: &AccountId32, booth: &AccountId32, election: ElectionId) -> Vec<Vec<u8>> {
		let _ = (credential, booth, election);
		Vec::new()
	}
	/// The definition of a ballot, which [`CheckBallot`] has read and paid for when a deniable ballot goes into the box.
	fn read_by_check(election: ElectionId, contests: u32) -> Vec<Vec<u8>> {
		let _ = (election, contests);
		Vec::new()
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
				slot: 0,
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
	let admissible = admit::direct::<T>(&credential, election, &ballot).expect("the ballot is good; qed");
	Admitted::<T>::put(admissible.admission);
	Pallet::<T>::cast(RawOrigin::Signed(credential.clone()).into(), election, ballot.clone()).expect("admitted; qed");
	Admitted::<T>::put(admissible.admission);
	(credential, election, ballot)
}

/// The keys of a deniable credential.
fn deniable_credential() -> (AccountId32, AccountId32) {
	(account("credential", 0, 0), account("booth", 0, 0))
}

/// A deniable ballot in the box, which had its turn, and another one, checked, on its way.
fn ready_to_replace_deniable<T: Config>(contests: u32) -> (AccountId32, ElectionId, DeniableBallot, UnitId) {
	let (credential, booth) = deniable_credential();
	let election = T::BenchmarkHelper::open_deniable_polls(&credential, &booth, contests);
	let ballot = deniable::ballot::<T>(&credential, &booth, election);
	let admission = admit::deniable::<T>(&credential, election, &ballot).expect("the ballot is good; qed").admission;
	Admitted::<T>::put(admission);
	let origin = RawOrigin::Signed(credential.clone()).into();
	Pallet::<T>::cast_deniable(origin, election, ballot.clone()).expect("admitted; qed");
	had_its_turn::<T>(election, admission.unit);
	Admitted::<T>::put(admission);
	charged_before(T::BenchmarkHelper::read_by_check(election, contests));
	(credential, election, ballot, admission.unit)
}

/// Checks a deniable ballot as the pool does. `known`: whether others were cast before.
fn deniable_to_check<T: Config>(contests: u32, known: bool) -> (AccountId32, ElectionId, DeniableBallot) {
	let (credential, booth) = deniable_credential();
	let election = T::BenchmarkHelper::open_deniable_polls(&credential, &booth, contests);
	let ballot = deniable::ballot::<T>(&credential, &booth, election);
	if known {
		for contest in (0..contests as u8).map(ContestId).map(TableSlot::from) {
			let queue = Pallet::<T>::fresh_queue(election, contest).expect("the contest has a table; qed");
			Queues::<T>::insert(election, contest, queue);
		}
	}
	charged_before(T::BenchmarkHelper::read_before_deniable(&credential, &booth, election));
	// Read by `CheckGenesis`.
	charged_before([frame_system::BlockHash::<T>::hashed_key_for(BlockNumberFor::<T>::zero())]);
	// Read again by `cast_deniable`, which writes them too and pays.
	charged_before([DeniableCasts::<T>::hashed_key_for((election, &credential, &booth))]);
	let slots = (0..contests as u8).map(ContestId).map(TableSlot::from);
	charged_before(slots.map(|slot| Queues::<T>::hashed_key_for(election, slot)));
	(credential, election, ballot)
}

/// What a check does up to its verdict, and the queue written back.
fn verified<T: Config>(election: ElectionId, queue: Queue, n: u32) -> bool {
	let candidates = Pallet::<T>::front(election, TABLE, &queue, n);
	let holds = Pallet::<T>::holds(election, TABLE, &queue, &candidates);
	Queues::<T>::insert(election, TABLE, queue);
	holds
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
	fn cast(n: Linear<1, MAX_BALLOT_CONTESTS>) {
		let (credential, election, ballot) = ready_to_replace::<T>(n);

		#[extrinsic_call]
		cast(RawOrigin::Signed(credential.clone()), election, ballot.clone());

		assert_eq!(Casts::<T>::get(election, &credential).map(|found| found.times), Some(2));
		assert!(!Admitted::<T>::exists());
	}

	#[benchmark]
	fn cast_again(n: Linear<1, MAX_BALLOT_CONTESTS>) {
		let (credential, election, ballot) = ready_to_replace::<T>(n);
		let unit = Admitted::<T>::get().expect("it is ready; qed").unit;
		benchmarking::add_to_whitelist(Boxes::<T>::hashed_key_for(election, unit).into());

		#[extrinsic_call]
		cast(RawOrigin::Signed(credential.clone()), election, ballot.clone());

		assert_eq!(Casts::<T>::get(election, &credential).map(|found| found.times), Some(2));
	}

	/// The first of its contests, and of the unit in the block; an earlier one of the credential was dropped.
	#[benchmark]
	fn cast_deniable(n: Linear<1, MAX_COLUMNS>) {
		let (credential, election, ballot, unit) = ready_to_replace_deniable::<T>(n);
		let _ = Queues::<T>::clear(u32::MAX, None);
		let _ = Ring::<T>::clear(u32::MAX, None);
		Turn::<T>::kill();
		Boxes::<T>::mutate(election, unit, |unit_box| unit_box.last_cast_in = None);

		#[extrinsic_call]
		cast_deniable(RawOrigin::Signed(credential), election, ballot);

		assert_eq!((Boxes::<T>::get(election, unit).replacements, Turn::<T>::get().count), (1, n));
		assert!(!Admitted::<T>::exists());
	}

	/// Others wait in every contest, and one of the same block has paid for the counters.
	#[benchmark]
	fn cast_deniable_again(n: Linear<1, MAX_COLUMNS>) {
		let (credential, election, ballot, unit) = ready_to_replace_deniable::<T>(n);
		benchmarking::add_to_whitelist(Boxes::<T>::hashed_key_for(election, unit).into());

		#[extrinsic_call]
		cast_deniable(RawOrigin::Signed(credential), election, ballot);

		assert_eq!((Boxes::<T>::get(election, unit).replacements, Turn::<T>::get().count), (1, n));
	}

	#[benchmark]
	fn check_deniable(n: Linear<1, MAX_COLUMNS>) {
		let (credential, election, ballot) = deniable_to_check::<T>(n, false);
		let receipt = Receipt::of_deniable(election, &credential, &ballot);
		let call: T::RuntimeCall = Call::<T>::cast_deniable { election, ballot }.into();
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
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
	fn check_deniable_again(n: Linear<1, MAX_COLUMNS>) {
		let (credential, election, ballot) = deniable_to_check::<T>(n, true);
		let receipt = Receipt::of_deniable(election, &credential, &ballot);
		let call: T::RuntimeCall = Call::<T>::cast_deniable { election, ballot }.into();
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
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
	fn check_ballot(n: Linear<1, MAX_BALLOT_CONTESTS>) {
		let credential: AccountId32 = account("credential", 0, 0);
		let election = T::BenchmarkHelper::open_polls(&credential, n);
		let ballot = ballot::<T>(&credential, election);
		let receipt = Receipt::of(election, &credential, &ballot);
		let call: T::RuntimeCall = Call::<T>::cast { election, ballot }.into();
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
		charged_before(T::BenchmarkHelper::read_before(&credential, election));
		// Read by `CheckGenesis`.
		charged_before([frame_system::BlockHash::<T>::hashed_key_for(BlockNumberFor::<T>::zero())]);
		// Read again by `cast`, which writes it too and pays.
		charged_before([Casts::<T>::hashed_key_for(election, &credential)]);
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
		let [_, phase] = T::BenchmarkHelper::read_before(&credential, election);
		charged_before([phase]);
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

	/// Of an account that is no credential: two pallets are asked.
	#[benchmark]
	fn check_nonce_window() {
		let credential: AccountId32 = account("credential", 0, 0);
		let election = T::BenchmarkHelper::open_polls(&credential, 1);
		let call: T::RuntimeCall = Call::<T>::cast { election, ballot: ballot::<T>(&credential, election) }.into();
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
		let official: AccountId32 = account("official", 0, 0);
		frame_system::Pallet::<T>::inc_sufficients(&official);
		let next = frame_system::Pallet::<T>::account_nonce(&official);
		let [is_credential, _] = T::BenchmarkHelper::read_before(&official, election);
		charged_before([is_credential]);
		let origin = RawOrigin::Signed(official.clone()).into();

		#[block]
		{
			CheckNonceWindow::<T>::from(next)
				.test_run(origin, &call, &info, len, 0, |_| Ok(().into()))
				.expect("it is the next nonce; qed")
				.expect("nothing is called; qed");
		}

		assert!(frame_system::Pallet::<T>::account_nonce(&official) > next);
	}

	/// The queue whose turn it is is empty and leaves; the last one takes its slot. Nothing is paid elsewhere for the number of
	/// queues that are not.
	#[benchmark]
	fn next_step() {
		let election = ElectionId(0);
		queue_of::<T>(election, 2, 0);
		Ring::<T>::insert(0, (election, TABLE));
		Ring::<T>::insert(1, (election, TableSlot::from(ContestId(1))));
		Turn::<T>::put(Cursor { count: 2, next: 0 });
		Unsettled::<T>::insert(election, 2);

		#[block]
		{
			Pallet::<T>::next_turn();
			Pallet::<T>::note_settled(election);
		}

		assert_eq!((Turn::<T>::get().count, Ring::<T>::get(0)), (1, Some((election, TableSlot::from(ContestId(1))))));
	}

	/// The last page of a table of most rows, and its digest.
	#[benchmark]
	fn make_page() {
		let (credential, booth) = deniable_credential();
		let election = T::BenchmarkHelper::open_deniable_polls(&credential, &booth, 1);
		let mut queue = Pallet::<T>::fresh_queue(election, TABLE).expect("the contest has a table; qed");
		while queue.pages.saturating_add(1) < table::pages_of(queue.rows) {
			Pallet::<T>::make_page(election, TABLE, &mut queue);
		}

		#[block]
		{
			Pallet::<T>::check_step(election, TABLE, queue, check::Step::MakePage);
		}

		assert!(Queues::<T>::get(election, TABLE).is_some_and(|queue| queue.table.is_some()));
	}

	#[benchmark]
	fn verify_small(n: Linear<1, BATCH>) {
		let election = ElectionId(0);
		let queue = queue_of::<T>(election, 32, n);
		let holds;

		#[block]
		{
			holds = verified::<T>(election, queue, n);
		}

		assert!(!holds);
	}

	#[benchmark]
	fn verify_middle(n: Linear<1, BATCH>) {
		let election = ElectionId(0);
		let queue = queue_of::<T>(election, 256, n);
		let holds;

		#[block]
		{
			holds = verified::<T>(election, queue, n);
		}

		assert!(!holds);
	}

	#[benchmark]
	fn verify_large(n: Linear<1, BATCH>) {
		let election = ElectionId(0);
		let queue = queue_of::<T>(election, MAX_TABLE_ROWS, n);
		let holds;

		#[block]
		{
			holds = verified::<T>(election, queue, n);
		}

		assert!(!holds);
	}

	#[benchmark]
	fn settle(n: Linear<1, BATCH>) {
		let election = ElectionId(0);
		let queue = queue_of::<T>(election, 2, n);
		let candidates = Pallet::<T>::front(election, TABLE, &queue, n);

		#[block]
		{
			Pallet::<T>::settle(election, TABLE, candidates);
		}

		let last = UnitId(n as u16 - 1);
		let standing = DeniableSlots::<T>::get((election, last, 0)).map(|slot| slot.standing);
		assert_eq!((standing, Boxes::<T>::get(election, last).waiting), (Some(BallotStanding::Checked), 0));
	}

	#[benchmark]
	fn drop_ballot() {
		let election = ElectionId(0);
		let queue = queue_of::<T>(election, 2, 1);
		let mut candidates = Pallet::<T>::front(election, TABLE, &queue, 1);
		let candidate = candidates.pop().expect("one waits; qed");

		#[block]
		{
			Pallet::<T>::drop_ballot(election, TABLE, candidate);
		}

		let standing = DeniableSlots::<T>::get((election, UnitId(0), 0)).map(|slot| slot.standing);
		assert_eq!(standing, Some(BallotStanding::Dropped));
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::genesis(), crate::tests::mock::Test);
}

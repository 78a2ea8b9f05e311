//! # Tally
//!
//! Mixes, decrypts and counts the ballots of an election whose polls have closed, and verifies each step. Protocol
//! §6; A1, A2, A3 and A10.
//!
//! For each unit and each contest of its ballots there is one **list**: that column of the ballots, mixed on its own. The
//! lists are independent of each other and take these steps:
//!
//! 1. *collect*: the runtime copies the ciphertexts from the ballot box, slot by slot;
//! 2. *mix*: holders of key shares, one after the other, upload the list re-encrypted and permuted, with a proof;
//! 3. *decrypt*: t holders upload shares, each page with a proof that is checked in the call;
//! 4. *count*: the runtime combines the shares, reads every selection and adds;
//! 5. *decide*: when all lists of the election are counted, each contest's rule is applied, and candidates are seated from
//!    the lists that won seats. If a rule asks for a lot, the commission draws it in public and records it, and the contest
//!    is decided again.
//!
//! **Deniable elections** first determine which ballots count, without showing whose ballots these are. Units are grouped
//! until each group has `merge_below` voters ([`dobush_primitives::merge`]). A group has a list of its **ballots** with their
//! credentials, `[(0, Q), C_1 … C_k]`, and a list of its **roll**, `[E_V]`, which take these steps together:
//!
//! 1. *gather*, when every ballot is settled: the runtime copies ballots that were not dropped publicly, computes their Q, and
//!    copies the roll as it was when it was fixed;
//! 2. *mix*: both lists, as above, with the roll key for the credentials; if one of the lists is empty, no ballot counts;
//! 3. *tag*: t holders of the tagging key post tag shares, each page proven in the call; the runtime adds;
//! 4. *open*: holders of the roll key, in the epoch that the election pinned and as many as that key needs, post shares of the
//!    encrypted tags;
//! 5. *match*: the runtime reads the tags of the roll, then those of the ballots. A ballot counts if the roll has its tag.
//!    How many ballots of a group do not count is published, and nothing else about them.
//!
//! Groups with fewer than `merge_below` ballots that count are merged once more. Then the vote columns of the ballots that
//! count become the lists of votes, which are mixed once more, decrypted and counted as in a direct election.
//!
//! **What is kept of selections.** For most rules these are sums, whose size does not depend on the number of ballots: votes
//! by unit and region; marks of candidates within lists by region; for Schulze's method, pairwise preferences. Only instant
//! run-off and the transferable vote need the rankings themselves: these are kept ballot by ballot, 40 bytes each, and read
//! once in every stage of the count, page by page. So more ballots or more different rankings make no step longer; they make
//! more steps: at most as many stages as candidates, each with a step for every page.
//!
//! The runtime does its own work in `on_idle`, in small steps, each of which is charged its weight; lists and elections take
//! turns ([`work`]).
//!
//! **Who mixes.** The holders take turns by ascending index, each with a deadline. A holder who misses it, or whose proof is
//! refused, is passed over. After every holder had a turn, mixing is over if at least t different ones have mixed; otherwise
//! those who have not are invited again, in the same order, and so on. Each invitation has a number, counted from 0 per list,
//! to which the proof is bound.
//!
//! **Who decrypts,** tags or opens. The set S or S' is the t lowest indices that are not marked absent. A trustee who misses
//! the deadline is marked absent, and a new set posts everything again under the next number. When fewer than t are unmarked,
//! all marks are cleared. So more than n − t missing trustees can hold up a tally; no ballot can.
//!
//! **How long.** The first n attempts of mixers, or rounds of shares, may take the election's `step_deadline`, the next n
//! twice as long, and so on up to fourteen days: the upload of an attempt that does not end in time is lost, and a deadline
//! that is too short for a list must not hold up its tally for ever.
//!
//! ## Always true
//! - **TA1** the rings hold each task once, in the slots 0..count; every task that runs or waits is in its ring;
//! - **TA2** the pages of a list are all there and full, and have its digest;
//! - **TA3** an upload has exactly the pages, columns and digests that its turn says, and a head if it says so;
//! - **TA4** there are exactly the shares that a round has accepted;
//! - **TA5** a counted list has as many valid, invalid and declined ballots as vectors, and as many votes as valid
//!   ballots; if a ballot may name several options, no option has more votes than there are valid ballots;
//! - **TA6** an election's number of lists of votes, of counted ones and its regions' sums are those of its lists;
//! - **TA7** a list has as many layers as distinct mixers, all of them holders, and at least t before it is decrypted or
//!   tagged;
//! - **TA8** outcomes are there for the decided contests, and the result is their digest;
//! - **TA9** nothing is kept of a list that does not exist, except the counts of an election whose result was published;
//! - **TA10** a lot belongs to a contest that was tied or had a tied list, and an election waits for lots exactly while one is
//!   needed;
//! - **TA11** there are as many rankings as first preferences, on full pages; pairs and marks are not more than the ballots
//!   can hold; a count of rankings is under way only for the contest being decided;
//! - **TA12** encrypted tags are there for tagged lists only, on as many pages, and have their digest;
//! - **TA13** units, groups, matches and verdicts agree: a group has the number of its first unit, its units are of one
//!   region and style, a match is under way exactly for groups that are mixed and not matched, a group counts as many ballots
//!   as verdicts say and as tags of its roll are used, and there are as many votes to mix again as ballots that count;
//! - **TA14** a filled list belongs to a contest whose definition says how; its members and vacant seats are as many as the
//!   seats that it won, and the members are different candidates; only a member can leave, and who follows was never a
//!   member.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod answers;
mod cleanup;
mod collect;
mod count;
mod decide;
mod decrypt;
mod errors;
mod events;
mod gather;
mod groups;
mod invariants;
mod list;
mod mix;
mod pages;
mod ranked;
mod result;
mod rounds;
mod seat;
mod sort;
mod steps;
mod storage;
mod tags;
mod types;
mod views;
pub mod weights;
pub mod work;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use list::*;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(storage::storage)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::{rounds::Arrival, *};
	use ballot_crypto::{
		equality,
		matching::{BallotVerdict, Matching, Tag},
		shuffle::{ProofColumn, Rejected, Verification, MAX_HEAD_BYTES},
		Ciphertext, Encoded,
	};
	use dobush_primitives::{
		idle_work::reserve,
		traits::{BallotBox, Ceremonies, DeniableRolls, Elections},
		BuiltOn, ContestId, ElectionId, ListMembers, Moment, TrusteeIndex, UnitId,
	};
	use electoral_rules::PairCounts;
	use frame_support::{pallet_prelude::*, traits::Time, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The electoral commission, which records lots and vacancies.
		type CommissionOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The definitions and phases of elections.
		type Elections: Elections<Self::AccountId>;
		/// The keys and the holders of their shares.
		type Ceremonies: Ceremonies<Self::AccountId>;
		/// The encrypted entries of deniable rolls.
		type DeniableRolls: DeniableRolls<Self::AccountId>;
		/// The closed ballot box.
		type BallotBox: BallotBox;
		/// The chain's clock, UTC milliseconds.
		type Time: Time<Moment = Moment>;
		/// Ciphertexts on a full page of a list (or fewer, because a page has whole vectors), and items on a full page of proof
		/// columns: 1..=512. 256 keep the heaviest step (4 elements decoded and multiplied per item) below 50 ms in Wasm. Digests
		/// depend on it: never change it while a tally is under way.
		#[pallet::constant]
		type PageSize: Get<u32>;
		/// The weights of calls and steps.
		type WeightInfo: WeightInfo;
		/// Sets up the other pallets for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, limit: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(limit);
			Self::check_deadlines(&mut meter);
			Self::work(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!((1..=MAX_PAGE).contains(&T::PageSize::get()), "PageSize is between 1 and {MAX_PAGE}");
			let weights = T::BlockWeights::get();
			let transactions = weights.get(DispatchClass::Normal).max_total;
			let reserve = reserve(weights.max_block, transactions, weights.base_block);
			let heaviest = Self::heaviest_step();
			assert!(
				heaviest.all_lte(reserve),
				"the heaviest step of a tally, {heaviest:?}, must fit into what transactions leave of a block, {reserve:?}"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::check_invariants()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Uploads the next page of a mixed list.
		///
		/// - **Origin:** the account of the mixer whose turn it is.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotMixing`], [`Error::NotYourTurn`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::PageRepeated`], [`Error::PageBeyondTheEnd`], [`Error::PageSkipped`], [`Error::PageOfWrongLength`].
		/// - **Leaves:** a page of ciphertexts in the layer above the list's own.
		/// - **Work:** one page hashed and written; nothing is decoded before the upload is closed.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::upload_mix_page(ciphertexts.len() as u32))]
		pub fn upload_mix_page(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			page: u32,
			ciphertexts: Page<Ciphertext>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::receive_mix_page(who, list, attempt, page, ciphertexts)
		}

		/// Uploads the head of the proof: SCALE of [`ballot_crypto::shuffle::ProofHead`].
		///
		/// - **Origin:** the account of the mixer whose turn it is.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotMixing`], [`Error::NotYourTurn`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::HeadRepeated`], [`Error::HeadMalformed`], [`Error::Corrupt`].
		/// - **Leaves:** the bytes of the head.
		/// - **Work:** up to some 700 elements decoded, of wider lists 2,000.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::upload_mix_head(Pallet::<T>::head_width(head.len())))]
		pub fn upload_mix_head(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			head: BoundedVec<u8, ConstU32<MAX_HEAD_BYTES>>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::receive_mix_head(who, list, attempt, head)
		}

		/// Uploads the next page of columns of the proof.
		///
		/// - **Origin:** the account of the mixer whose turn it is.
		/// - **Refuses:** the same as [`Pallet::upload_mix_page`], with the number of columns for the list's length.
		/// - **Leaves:** a page of columns.
		/// - **Work:** one page hashed and written.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::upload_mix_columns(columns.len() as u32))]
		pub fn upload_mix_columns(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			page: u32,
			columns: Page<ProofColumn>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::receive_mix_columns(who, list, attempt, page, columns)
		}

		/// Seals an upload. The runtime then verifies it.
		///
		/// - **Origin:** the account of the mixer whose turn it is.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotMixing`], [`Error::NotYourTurn`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::UploadIncomplete`], [`Error::NotOnThisChain`], [`Error::BuiltTooEarly`].
		/// - **Leaves:** the list in verification and an [`Event::MixSealed`].
		/// - **Work:** constant.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::close_upload())]
		pub fn close_upload(origin: OriginFor<T>, list: ListId, attempt: u16, built_on: BuiltOn) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::seal_mix(who, list, attempt, built_on)
		}

		/// Uploads the next page of a trustee's decryption shares, with their proof: shares of votes, or, for ballots and rolls of
		/// deniable elections, shares of the encrypted tags.
		///
		/// - **Origin:** the account of a trustee of the round's panel; for tags, of a holder of the roll key.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotDecrypting`], [`Error::NotInThePanel`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::PageRepeated`], [`Error::PageBeyondTheEnd`], [`Error::PageSkipped`], [`Error::PageOfWrongLength`],
		///   [`Error::NotOnThisChain`], [`Error::BuiltTooEarly`], [`Error::ShareProofRejected`].
		/// - **Leaves:** a page of shares and an [`Event::SharesAccepted`]; with the last one the list is counted, or its tags read.
		/// - **Work:** two elements decoded and two terms for each share.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::upload_shares(shares.len() as u32))]
		pub fn upload_shares(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			page: u32,
			shares: Page<Encoded>,
			proof: equality::Proof,
			built_on: BuiltOn,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let arrival = Arrival { id: list, attempt, page, length: shares.len(), built_on };
			Self::receive_shares(who, arrival, shares, proof)
		}

		/// Records the lot that was drawn in public for a contest that is tied, or that has a tied list. After the last lot that is
		/// needed, these contests are decided again, each with its own lot, and their lists are filled again, each with a seed made
		/// from the lot ([`electoral_rules::lot_of_list`]). Then the contests that count their seats are decided.
		///
		/// The seed must come from a public drawing that began after the votes were known: whoever chooses the seed chooses the
		/// winner. So the chain takes it once, and only while all votes are counted and nothing is certified.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::LotsNotAwaited`], [`Error::LotNotNeeded`],
		///   [`Error::LotAlreadyRecorded`].
		/// - **Leaves:** the seed and an [`Event::LotRecorded`].
		/// - **Work:** the lots of the election are read, at most one for each contest.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::record_lot())]
		pub fn record_lot(
			origin: OriginFor<T>,
			election: ElectionId,
			contest: ContestId,
			seed: [u8; 32],
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let progress = Tallies::<T>::get(election).ok_or(Error::<T>::UnknownElection)?;
			ensure!(progress.stage == TallyStage::AwaitingLots, Error::<T>::LotsNotAwaited);
			let lot = Lots::<T>::get(election, contest).ok_or(Error::<T>::LotNotNeeded)?;
			ensure!(lot == Lot::Needed, Error::<T>::LotAlreadyRecorded);
			Self::keep_lot(election, contest, progress, seed);
			Ok(())
		}

		/// Uploads the next page of a trustee's tag shares of ballots or roll of a deniable election, with their proof.
		///
		/// - **Origin:** the account of a trustee of the round's panel.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotTagging`], [`Error::NotInThePanel`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::PageRepeated`], [`Error::PageBeyondTheEnd`], [`Error::PageSkipped`], [`Error::PageOfWrongLength`],
		///   [`Error::NotOnThisChain`], [`Error::BuiltTooEarly`], [`Error::TagProofRejected`].
		/// - **Leaves:** a page of tag shares and an [`Event::TagSharesAccepted`]; with the last one they are added up.
		/// - **Work:** four elements decoded and four terms for each entry.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::upload_tag_shares(shares.len() as u32))]
		pub fn upload_tag_shares(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			page: u32,
			shares: Page<Ciphertext>,
			proof: equality::Proof,
			built_on: BuiltOn,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let arrival = Arrival { id: list, attempt, page, length: shares.len(), built_on };
			Self::receive_tag_shares(who, arrival, shares, proof)
		}

		/// Records that a member who was elected from a list leaves, and which candidate follows: the next one of the list, by the
		/// filling that the definition states. If the list is used up, the seat stays vacant.
		///
		/// A lot is taken only if equal candidates could follow. It must be drawn in public after the member left.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::NotCertified`], [`Error::ListNotFilled`],
		///   [`Error::NotAMember`], [`Error::LotNotNeeded`], [`Error::LotMissing`].
		/// - **Leaves:** the vacancy, and an [`Event::MemberFollowed`] or [`Event::SeatVacant`]. The result's digest does not
		///   change: it says who was elected.
		/// - **Work:** the candidates of the list and the marks of all regions are read.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::fill_vacancy())]
		pub fn fill_vacancy(
			origin: OriginFor<T>,
			election: ElectionId,
			contest: ContestId,
			list: u16,
			leaving: u16,
			lot: Option<[u8; 32]>,
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			Self::replace_member(election, contest, list, leaving, lot)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The state of the tally of an election.
		pub fn status(election: ElectionId) -> Option<TallyStatus> {
			Self::election_status(election)
		}

		/// The state of a list: stage, verified mixes, turn, deadline, and what is uploaded and verified.
		pub fn list(list: ListId) -> Option<ListStatus> {
			Self::list_status(list)
		}

		/// The groups of units of a deniable election whose ballots are matched together. Before the tally these are the groups that
		/// its roll would give now. A direct election has none.
		pub fn groups(election: ElectionId) -> alloc::vec::Vec<Group> {
			Self::groups_of(election)
		}

		/// The lists of `limit` units of an election, from the unit `from` on, by ascending unit; ballots and roll before contests.
		pub fn lists(election: ElectionId, from: UnitId, limit: u16) -> alloc::vec::Vec<ListStatus> {
			Self::list_statuses(election, from, limit)
		}

		/// What a trustee has to do now in an election, for the lists of `limit` units from the unit `from` on.
		pub fn duty_of(account: T::AccountId, election: ElectionId, from: UnitId, limit: u16) -> alloc::vec::Vec<Duty> {
			Self::duties(&account, election, from, limit)
		}

		/// The votes of a unit in a contest, as far as they are counted.
		pub fn votes(election: ElectionId, contest: ContestId, unit: UnitId) -> Option<Count> {
			Counts::<T>::get(election, (contest, unit))
		}

		/// The votes of a region in a contest, as far as its units are counted.
		pub fn votes_of_region(election: ElectionId, contest: ContestId, region: u16) -> Option<Count> {
			RegionCounts::<T>::get(election, (contest, region))
		}

		/// The marks of candidates within lists in a region, as far as its units are counted: the candidate in place `p` of
		/// list `l` has number `l × places + p`. Empty if voters mark no candidates.
		pub fn preferences_of_region(election: ElectionId, contest: ContestId, region: u16) -> alloc::vec::Vec<u64> {
			Preferences::<T>::get(election, (contest, region)).unwrap_or_default().into_inner()
		}

		/// The lot of a contest, if it was tied.
		pub fn lot(election: ElectionId, contest: ContestId) -> Option<Lot> {
			Lots::<T>::get(election, contest)
		}

		/// The members of the lists of a contest, past and present, for each list that has seats, by ascending number. Empty if the
		/// definition does not say how seats are filled, and until the seats are shared.
		pub fn members(election: ElectionId, contest: ContestId) -> alloc::vec::Vec<ListMembers> {
			Self::members_of(election, contest)
		}

		/// The outcome of a contest, once all lists of the election are counted.
		pub fn outcome(
			election: ElectionId,
			contest: ContestId,
		) -> Option<Result<electoral_rules::Outcome, electoral_rules::DecideError>> {
			Self::outcome_of(election, contest)
		}
	}
}

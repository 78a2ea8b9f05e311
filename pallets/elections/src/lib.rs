//! # Elections
//!
//! Remembers what is decided, by which rule, and in which phase; decides when the phase changes. Everything else asks here:
//! the ballot box whether it receives, the tally what it counts and by which rule, the trustees for whom they make keys.
//!
//! Life of an election, one way:
//!
//! ```text
//! Preparing → RollClosed → Voting → Grace → Tallying → Counted → Certified
//!     └───────────┴──────────┴────────┴────────┴──────────┴──────────┴──→ Annulled
//! ```
//!
//! The first steps follow the calendar, by the timestamp of the parent block, and happen before anything else in a block;
//! the polls open only if the trustees' keys are ready, and tallying ends when the tally says so. Only certifying and
//! annulling are acts of people. An election takes at most one step in a block.
//!
//! If the key is not ready, or the chain stands still, until the polls should have closed, the polls do not open: the
//! election stays where it is until the commission postpones or annuls it.
//!
//! Always true (checked in `invariants.rs`):
//! - **E1** elections are numbered without gaps, and each has all its parts and no more;
//! - **E2** the active elections are those neither certified nor annulled, in ascending order, at most `MaxActive`;
//! - **E3** the moments of a calendar increase;
//! - **E4** what a phase needs is there, and what a later phase brings is not: so a phase never ran backwards;
//! - **E5** styles, units, contests, lists and affiliations name only what exists, and every contest is on a ballot;
//! - **E6** an election repeats only an annulled one or one that elected nobody in a contest, and each is repeated at most
//!   once;
//! - **E7** a second round names its first one, which was certified and names it, or the one that took its place when it was
//!   annulled; each of its options stood in the first round;
//! - **E8** a deniable election whose polls have opened names an epoch of the roll key's shares, and no other does.
//!
//! `tests/life.rs` reads like an election's life.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod answers;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod definition;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
mod lists;
mod phases;
mod second_round;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::{Entry, Header, Papers, Place, Rounds, Status};
pub use weights::WeightInfo;

use dobush_primitives::{
	traits::{Ceremonies, DeniableRolls, Registry, Tally},
	Affiliations, Calendar, Contest, ContestId, ContestList, Definition, ElectionId, Moment, Phase, RollId, Slate,
	Text, Trustees, Unit, UnitId, MAX_UNITS,
};
use electoral_rules::ListFilling;
use frame_support::{pallet_prelude::*, traits::Time};

/// Why an election is annulled, for everyone to read.
pub type Grounds = Text<512>;

/// Voters on the roll of each unit.
pub type RegisteredVoters = BoundedVec<u32, ConstU32<MAX_UNITS>>;

/// Longest time for one step of a trustee or mixer: fourteen days.
pub const MAX_STEP_DEADLINE: Moment = 14 * DAY;
/// Longest time for objections: ninety days.
pub const MAX_OBJECTION_WINDOW: Moment = 90 * DAY;
/// Most blocks of grace: a ballot is mortal and lives for at most this many blocks.
pub const MAX_GRACE_BLOCKS: u16 = 64;
const DAY: Moment = 24 * 60 * 60 * 1000;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_system::pallet_prelude::*;
	use sp_runtime::SaturatedConversion;

	/// Version 1 is the first.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime decides.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The electoral commission.
		type CommissionOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The chain's clock, in UTC milliseconds.
		type Time: Time<Moment = Moment>;
		/// Who knows the rolls.
		type Registry: Registry<Self::AccountId>;
		/// Who knows the encrypted ones.
		type DeniableRolls: DeniableRolls<Self::AccountId>;
		/// Who makes the keys.
		type Ceremonies: Ceremonies<Self::AccountId>;
		/// Who counts.
		type Tally: Tally;
		/// Most elections that are neither certified nor annulled: each costs a little in every block.
		#[pallet::constant]
		type MaxActive: Get<u32>;
		/// What the calls and steps cost.
		type WeightInfo: WeightInfo;
		/// Sets the neighbours up for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The number of the next election, which is the number of elections. Written by `announce`.
	#[pallet::storage]
	pub type NextElection<T> = StorageValue<_, ElectionId, ValueQuery>;

	/// Elections neither certified nor annulled, in ascending order. Written by `announce`, `certify` and `annul`; at most
	/// `MaxActive`.
	#[pallet::storage]
	pub type Active<T: Config> = StorageValue<_, BoundedVec<ElectionId, T::MaxActive>, ValueQuery>;

	// The chain numbers all that follows, so keys need no cryptographic hash.

	/// Where each election stands. Written by `announce`, `postpone`, `close_polls`, `certify`, `annul` and the clock; never
	/// removed: one small value for each election.
	#[pallet::storage]
	pub type Headers<T> = StorageMap<_, Twox64Concat, ElectionId, Header>;

	/// Title and regions. Written by `announce`, once; never removed; at most 9 kB.
	#[pallet::storage]
	pub type About<T> = StorageMap<_, Twox64Concat, ElectionId, Papers>;

	/// The trustees. Written by `announce`, once; never removed; at most `MAX_TRUSTEES` accounts.
	#[pallet::storage]
	pub type TrusteesOf<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Trustees<T::AccountId>>;

	/// The counting units. Written by `announce`, once; never removed; at most `MAX_UNITS` for each election.
	#[pallet::storage]
	pub type Units<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, UnitId, Unit>;

	/// The ballot styles. Written by `announce`, once; never removed; at most `MAX_STYLES` for each election.
	#[pallet::storage]
	pub type Styles<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, u8, ContestList>;

	/// The contests. Written by `announce`, once; never removed; at most `MAX_CONTESTS` for each election.
	#[pallet::storage]
	pub type Contests<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, Contest>;

	/// How the seats of the lists of a contest are filled. Written by `announce`, once; never removed; at most one for each
	/// contest.
	#[pallet::storage]
	pub type Fillings<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, ListFilling>;

	/// The candidates of a list: (election, contest and option). No ballot reads them. Written by `announce`, once; never
	/// removed; of an election at most `MAX_ALL_LIST_CANDIDATES` candidates.
	#[pallet::storage]
	pub type Slates<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (ContestId, u16), Slate>;

	/// The candidates of districts whose seats count for the lists of a contest: (election, contest of lists). Written by
	/// `announce`, once; never removed; of an election at most `MAX_AFFILIATIONS`.
	#[pallet::storage]
	pub type AffiliationsTo<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, Affiliations>;

	/// Voters of each unit on the roll when it closed. Written by the clock, once; never removed; at most 4 kB.
	#[pallet::storage]
	pub type Registered<T> = StorageMap<_, Twox64Concat, ElectionId, RegisteredVoters>;

	/// Why elections were annulled. Written by `annul`, once; never removed.
	#[pallet::storage]
	pub type Annulments<T> = StorageMap<_, Twox64Concat, ElectionId, Grounds>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The commission announced an election.
		Announced {
			/// Its number.
			election: ElectionId,
			/// The roll.
			roll: RollId,
			/// The election that it repeats.
			repeats: Option<ElectionId>,
		},
		/// The commission announced the second round of an election, between those whom its result names.
		SecondRoundAnnounced {
			/// The first round.
			first: ElectionId,
			/// The second one.
			election: ElectionId,
		},
		/// An election entered a phase.
		PhaseEntered {
			/// The election.
			election: ElectionId,
			/// The phase.
			phase: Phase,
		},
		/// The roll of an election is fixed.
		RollClosed {
			/// The election.
			election: ElectionId,
			/// The roll is the one at the end of this block.
			roll_closed_in: u32,
			/// Voters on it.
			voters: u64,
		},
		/// The polls did not open before they should have closed. The commission may postpone or annul the election.
		PollsMissed {
			/// The election.
			election: ElectionId,
		},
		/// The commission moved moments of the calendar back.
		Postponed {
			/// The election.
			election: ElectionId,
			/// When the roll closes, or closed.
			roll_closes_at: Moment,
			/// When the polls open, or opened.
			polls_open_at: Moment,
			/// When the polls close.
			polls_close_at: Moment,
		},
		/// The result is known and verified; objections may be raised.
		ResultKnown {
			/// The election.
			election: ElectionId,
			/// The digest of the result.
			digest: [u8; 32],
			/// From when on the commission may certify it.
			certifiable_from: Moment,
		},
		/// The commission certified the result.
		Certified {
			/// The election.
			election: ElectionId,
			/// The digest of the result.
			digest: [u8; 32],
		},
		/// The commission annulled the election.
		Annulled {
			/// The election.
			election: ElectionId,
			/// Why, in UTF-8.
			reason: Grounds,
		},
	}

	/// Why a call was refused. Indices count from 0.
	#[pallet::error]
	pub enum Error<T> {
		/// As many elections are under way as the chain can serve. Certify or annul one first.
		TooManyElections,
		/// The definition has no region. Thresholds refer to regions: name at least one.
		NoRegions,
		/// The definition has no contest. Add what is to be decided.
		NoContests,
		/// A text is empty. Fill it in.
		EmptyText(Place),
		/// A text is not UTF-8. Write it in UTF-8.
		NotUtf8(Place),
		/// There is no roll with this number. Create it first, or correct the number.
		UnknownRoll,
		/// The definition has more or fewer units than the roll. List exactly the units of the roll, in its order.
		WrongNumberOfUnits,
		/// The entries of this roll are encrypted: it serves deniable elections only. Name another roll, or announce a deniable
		/// election.
		RollIsDeniable,
		/// The roll links voters and credentials in public, so nothing on it can be denied. Name a deniable roll.
		RollNotDeniable,
		/// The roll has no key yet. Hold its ceremony first.
		NoRollKey,
		/// The roll has served as many elections as its terms allow, or will have with those announced. Create a new one and enrol again.
		RollExpired,
		/// Nobody could prove that a ballot of this contest is legal, as a deniable election demands: a part of it, the list or a
		/// preference, would have more than 2,048 possibilities. Offer fewer lists, or number fewer places on them.
		TooManySelections {
			/// The contest.
			contest: u8,
		},
		/// A ballot of a deniable election is mixed as one vector and has at most 15 ciphertexts beside its credential: one for
		/// each contest, but where a ballot of a contest can say more than 2,048 things, one for each rank, for each eight options
		/// of a set, or for the list and each preference. Give voters fewer ranks or preferences, or spread the contests over two
		/// elections.
		TooManyColumns {
			/// The style.
			style: u8,
		},
		/// A unit lies in a region that the definition does not have. Correct the unit's region.
		UnknownRegion {
			/// The unit.
			unit: u16,
		},
		/// A unit has a ballot style that the definition does not have. Correct the unit's style.
		UnknownStyle {
			/// The unit.
			unit: u16,
		},
		/// A ballot style has no contest. Give it one or remove the style.
		EmptyStyle {
			/// The style.
			style: u8,
		},
		/// A ballot style has a contest that the definition does not have. Correct the style.
		UnknownContest {
			/// The style.
			style: u8,
		},
		/// The contests of a ballot style are not in ascending order, each once. Sort them.
		StyleUnsorted {
			/// The style.
			style: u8,
		},
		/// A contest is on the ballot of no unit, so nobody could vote in it. Add it to a style in use, or remove it.
		ContestNowhere {
			/// The contest.
			contest: u8,
		},
		/// Two options of a contest have the same name. Voters must be able to tell them apart.
		OptionsAlike {
			/// The contest.
			contest: u8,
		},
		/// The rule of a contest contradicts itself or its options. `reason` is the index of `electoral_rules::RuleError`;
		/// `dobush` prints its sentence.
		RuleUnfit {
			/// The contest.
			contest: u8,
			/// Which variant of `RuleError`.
			reason: u8,
		},
		/// The rule of a contest has the lot that decides ties already in it. Lots are drawn after the count.
		LotDrawnBeforehand {
			/// The contest.
			contest: u8,
		},
		/// A contest has more seats than the chain counts. Share out at most 1,000.
		TooManySeats {
			/// The contest.
			contest: u8,
		},
		/// The ballots of a contest cannot say what its rule counts, or say more. Rankings need the format `Ranking`; a rule by
		/// which a voter names up to `k` options needs `Approvals` with `most = k`, one by which any number, with as many as
		/// there are options; all others need `Single` or `SingleOrDecline`, or for lists `ListPreferences`.
		FormatUnfit {
			/// The contest.
			contest: u8,
		},
		/// Voters could mark more candidates than the chain has counters for: lists times places of the longest are at most 8,192,
		/// and 131,072 in all regions together. Offer fewer places.
		TooManyPreferences {
			/// The contest.
			contest: u8,
		},
		/// All contests together have more options than the chain keeps. Offer at most 8,192.
		TooManyOptions,
		/// The contests whose lists have candidates are not in ascending order, each once. Sort them.
		ListsUnsorted,
		/// All lists together have more candidates than the chain keeps. Name at most 8,192, on at most 1,024 lists.
		TooManyListCandidates,
		/// Candidates of lists are named for a contest that does not exist or shares no seats among lists. Correct its number.
		NoListsThere {
			/// The contest.
			contest: u8,
		},
		/// The candidates of a contest's lists must be given for each of its options, in their order: some for each list, none
		/// for "against all". Name them all, or of none of its lists.
		SlatesUnfit {
			/// The contest.
			contest: u8,
		},
		/// Two candidates of a list have the same name. Voters must be able to tell them apart: add a year of birth.
		CandidatesAlike {
			/// The contest.
			contest: u8,
			/// The list.
			list: u8,
		},
		/// The seats of lists are filled by sex, and that of a candidate is not said. Say it of all.
		SexUnknown {
			/// The contest.
			contest: u8,
			/// The list.
			list: u8,
		},
		/// Ballots must have as many places as the longest list has candidates. Correct `places`.
		PlacesUnfit {
			/// The contest.
			contest: u8,
		},
		/// The seats of lists are filled by preferences, which the ballots of this contest do not collect. Use the format
		/// `ListPreferences`, or fill seats by the order of the list.
		NoPreferences {
			/// The contest.
			contest: u8,
		},
		/// The candidates who stand for lists are not in ascending order of contest, district and number, each once. Sort them.
		AffiliationsUnsorted,
		/// Somebody stands for a list who is no candidate of a district, or for a list that does not exist or whose threshold
		/// counts no seats won in districts. Correct or remove the affiliation.
		AffiliationUnfit {
			/// The contest in which the candidate stands.
			district: u8,
			/// The candidate; 255 stands for all numbers above it.
			candidate: u8,
		},
		/// The threshold of a contest counts seats won in districts, and no candidate of a district stands for any of its lists.
		/// Say who does, or leave `direct_seats` out.
		NobodyAffiliated {
			/// The contest.
			contest: u8,
		},
		/// There is no trustee. Name at least one.
		NoTrustees,
		/// An account is named as trustee twice. Each trustee needs an account of its own.
		TrusteesAlike,
		/// A trustee's account is a voter's credential, which can hold no office. Choose a key made for the trustee.
		TrusteeIsACredential {
			/// The trustee's place in the list, from 0.
			trustee: u8,
		},
		/// The threshold is not more than half of the trustees. Raise it: two groups must never decrypt apart.
		ThresholdTooLow,
		/// The threshold is more than all trustees. Lower it.
		ThresholdTooHigh,
		/// The roll would close in the past. Choose later moments.
		RollClosesInThePast,
		/// The moments do not increase: the roll closes, then the polls open, then they close. Correct the calendar.
		CalendarUnordered,
		/// The grace is longer than a ballot lives. Choose at most 64 blocks.
		GraceTooLong,
		/// The time for one step is zero or more than fourteen days. Choose another.
		StepDeadlineOutOfBounds,
		/// The time for objections is zero or more than ninety days. Choose another.
		ObjectionWindowOutOfBounds,
		/// Each credential must be able to cast a ballot. Allow at least one.
		NoBallots,
		/// The definition repeats an election that is neither annulled nor certified without anyone elected in a contest. Leave
		/// it out, or annul that one first.
		RepeatsAStandingElection,
		/// The election is repeated by another one already. To repeat again, annul that one and name it.
		AlreadyRepeated,
		/// The first round is not certified. Wait until it is.
		FirstRoundNotCertified,
		/// The second round is announced already. Annul that one first if another is to take its place.
		SecondRoundStands,
		/// Every contest of the first round is decided: nobody meets again.
		NoSecondRound,
		/// There is no election with this number. See the list of elections.
		UnknownElection,
		/// The polls have closed, or the election is annulled: nothing can be postponed any more.
		TooLateToPostpone,
		/// A moment would move forwards in time. Moments move back only: nobody shall miss what was announced.
		MovedForward,
		/// This moment has passed with its phase. Repeat it unchanged.
		MomentHasPassed,
		/// No moment is later than before. Move at least one.
		NothingPostponed,
		/// A moment would move into the past. Choose a later one.
		PostponedIntoThePast,
		/// The polls are not open. Wait until they are.
		PollsNotOpen,
		/// Voters were promised the whole time: the definition does not allow early closing. Wait for the calendar.
		NoEarlyClosing,
		/// There is no result yet. Wait until the tally is complete.
		NotCounted,
		/// Objections may still be raised. Wait until the window is over.
		ObjectionsOpen,
		/// The digest is not that of the result. Compute the result again from the chain, and certify what you have seen.
		WrongResult,
		/// The election is annulled already.
		AlreadyAnnulled,
		/// The reason is empty or not UTF-8. Say why, in UTF-8.
		ReasonUnreadable,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Moves each active election at most one phase on. Here the clock still shows the parent block's time.
		fn on_initialize(block: BlockNumberFor<T>) -> Weight {
			Self::watch(T::Time::now(), block.saturated_into())
		}

		fn integrity_test() {
			assert!(T::MaxActive::get() > 0, "there must be room for an election");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::check_invariants()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Announces an election and starts its trustees' key ceremony. Nothing in the definition changes afterwards, but
		/// that moments may move back ([`Call::postpone`]).
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::TooManyElections`]; parts: [`Error::NoRegions`], [`Error::NoContests`];
		///   texts: [`Error::EmptyText`], [`Error::NotUtf8`]; units: [`Error::UnknownRoll`], [`Error::WrongNumberOfUnits`],
		///   [`Error::RollIsDeniable`], [`Error::RollNotDeniable`], [`Error::NoRollKey`], [`Error::RollExpired`],
		///   [`Error::UnknownRegion`], [`Error::UnknownStyle`]; styles: [`Error::EmptyStyle`], [`Error::UnknownContest`],
		///   [`Error::StyleUnsorted`], [`Error::ContestNowhere`], [`Error::TooManyColumns`]; contests: [`Error::TooManyOptions`], [`Error::OptionsAlike`], [`Error::RuleUnfit`],
		///   [`Error::LotDrawnBeforehand`], [`Error::TooManySeats`], [`Error::FormatUnfit`],
		///   [`Error::TooManyPreferences`], [`Error::TooManySelections`]; lists:
		///   [`Error::ListsUnsorted`], [`Error::TooManyListCandidates`], [`Error::NoListsThere`], [`Error::RuleUnfit`],
		///   [`Error::LotDrawnBeforehand`], [`Error::SlatesUnfit`], [`Error::EmptyText`], [`Error::NotUtf8`],
		///   [`Error::SexUnknown`], [`Error::CandidatesAlike`], [`Error::PlacesUnfit`], [`Error::NoPreferences`],
		///   [`Error::AffiliationsUnsorted`], [`Error::AffiliationUnfit`], [`Error::NobodyAffiliated`]; trustees: [`Error::NoTrustees`], [`Error::TrusteesAlike`],
		///   [`Error::ThresholdTooLow`], [`Error::ThresholdTooHigh`], [`Error::TrusteeIsACredential`]; calendar:
		///   [`Error::RollClosesInThePast`], [`Error::CalendarUnordered`], [`Error::GraceTooLong`], [`Error::StepDeadlineOutOfBounds`],
		///   [`Error::ObjectionWindowOutOfBounds`]; [`Error::NoBallots`]; [`Error::RepeatsAStandingElection`],
		///   [`Error::AlreadyRepeated`]; at last what the ceremony refuses.
		/// - **Leaves:** the definition in parts, an active election, [`Event::Announced`] and [`Event::PhaseEntered`].
		/// - **Work:** one write for each unit, style, contest and list; options and candidates are sorted to compare their names;
		///   a look at every active election.
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::weight_of(definition).saturating_add(T::WeightInfo::watch(T::MaxActive::get())))]
		pub fn announce(origin: OriginFor<T>, definition: Definition<T::AccountId>) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let now = T::Time::now();
			let (election, next, active) = Self::next_number()?;
			Self::check(&definition, now)?;

			NextElection::<T>::put(next);
			Active::<T>::put(active);
			Self::store(election, definition, None, now)
		}

		/// Moves moments that have not passed yet back in time. What has passed, and what stays, is repeated unchanged.
		///
		/// Moments never move forwards, so nobody misses what was announced. An election whose polls were missed may be
		/// postponed too, and opens then.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::TooLateToPostpone`], [`Error::MovedForward`],
		///   [`Error::MomentHasPassed`], [`Error::NothingPostponed`], [`Error::PostponedIntoThePast`],
		///   [`Error::CalendarUnordered`].
		/// - **Leaves:** the new calendar and [`Event::Postponed`].
		/// - **Work:** one read and one write.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::postpone())]
		pub fn postpone(
			origin: OriginFor<T>,
			election: ElectionId,
			roll_closes_at: Moment,
			polls_open_at: Moment,
			polls_close_at: Moment,
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let mut header = Headers::<T>::get(election).ok_or(Error::<T>::UnknownElection)?;
			let calendar = &mut header.calendar;
			// Each moment, old and new, and the first phase in which it has passed.
			let moments = [
				(calendar.roll_closes_at, roll_closes_at, Phase::RollClosed),
				(calendar.polls_open_at, polls_open_at, Phase::Voting),
				(calendar.polls_close_at, polls_close_at, Phase::Grace),
			];
			ensure!(header.phase < Phase::Grace, Error::<T>::TooLateToPostpone);
			ensure!(moments.iter().all(|(old, new, _)| old <= new), Error::<T>::MovedForward);
			let mut moved = moments.iter().filter(|(old, new, _)| old < new).peekable();
			ensure!(moved.clone().all(|(_, _, passed)| header.phase < *passed), Error::<T>::MomentHasPassed);
			ensure!(moved.peek().is_some(), Error::<T>::NothingPostponed);
			let now = T::Time::now();
			ensure!(moved.all(|(_, new, _)| *new > now), Error::<T>::PostponedIntoThePast);
			ensure!(roll_closes_at < polls_open_at && polls_open_at < polls_close_at, Error::<T>::CalendarUnordered);

			calendar.roll_closes_at = roll_closes_at;
			calendar.polls_open_at = polls_open_at;
			calendar.polls_close_at = polls_close_at;
			header.missed = false;
			Headers::<T>::insert(election, header);
			Self::deposit_event(Event::Postponed { election, roll_closes_at, polls_open_at, polls_close_at });
			Ok(())
		}

		/// Closes the polls before their time, where the definition announced that this may happen: in assemblies, when
		/// everybody has voted.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::PollsNotOpen`], [`Error::NoEarlyClosing`].
		/// - **Leaves:** the phase of grace, from this call on, and [`Event::PhaseEntered`].
		/// - **Work:** one read and one write.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::close_polls())]
		pub fn close_polls(origin: OriginFor<T>, election: ElectionId) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let header = Headers::<T>::get(election).ok_or(Error::<T>::UnknownElection)?;
			ensure!(header.phase == Phase::Voting, Error::<T>::PollsNotOpen);
			ensure!(header.calendar.early_closing, Error::<T>::NoEarlyClosing);

			Self::end_voting(election, header, T::Time::now(), Self::this_block());
			Ok(())
		}

		/// Certifies the result that the commission has seen and names by its digest.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::NotCounted`], [`Error::WrongResult`],
		///   [`Error::ObjectionsOpen`].
		/// - **Leaves:** a certified election, trustees out of office (with the last election of a roll those of its key too),
		///   [`Event::PhaseEntered`] and [`Event::Certified`].
		/// - **Work:** constant, that of ending the trustees' office, and a look at every active election.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::certify().saturating_add(T::WeightInfo::watch(T::MaxActive::get())))]
		pub fn certify(origin: OriginFor<T>, election: ElectionId, result_digest: [u8; 32]) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let now = T::Time::now();
			let header = Headers::<T>::get(election).ok_or(Error::<T>::UnknownElection)?;
			ensure!(header.phase == Phase::Counted, Error::<T>::NotCounted);
			let digest = header.result.map(|(digest, _)| digest);
			ensure!(digest == Some(result_digest), Error::<T>::WrongResult);
			ensure!(header.certifiable_from().is_some_and(|from| from <= now), Error::<T>::ObjectionsOpen);

			let (mode, roll) = (header.mode, header.roll);
			Self::enter(election, header, Phase::Certified, now);
			Self::deactivate(election, mode, roll);
			Self::deposit_event(Event::Certified { election, digest: result_digest });
			Ok(())
		}

		/// Annuls an election in any phase, the certified one too: a court may order it. It may be repeated then.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::AlreadyAnnulled`], [`Error::ReasonUnreadable`].
		/// - **Leaves:** an annulled election with its reason, trustees out of office, no tally under way, a result that was
		///   published as history,
		///   [`Event::PhaseEntered`] and [`Event::Annulled`].
		/// - **Work:** constant, that of ending the trustees' office and of abandoning the tally, and a look at every active election.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::annul().saturating_add(T::WeightInfo::watch(T::MaxActive::get())))]
		pub fn annul(origin: OriginFor<T>, election: ElectionId, reason: Grounds) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let header = Headers::<T>::get(election).ok_or(Error::<T>::UnknownElection)?;
			let (was_in, mode, roll) = (header.phase, header.mode, header.roll);
			ensure!(was_in != Phase::Annulled, Error::<T>::AlreadyAnnulled);
			ensure!(definition::readable::<T>(&reason, Place::Title).is_ok(), Error::<T>::ReasonUnreadable);

			Self::enter(election, header, Phase::Annulled, T::Time::now());
			Annulments::<T>::insert(election, &reason);
			if was_in != Phase::Certified {
				Self::deactivate(election, mode, roll);
			}
			if matches!(was_in, Phase::Tallying | Phase::Counted) {
				T::Tally::abandon(election);
			}
			Self::deposit_event(Event::Annulled { election, reason });
			Ok(())
		}

		/// Announces the second round of a certified election and starts its trustees' key ceremony. The chain composes it: every
		/// contest in which nobody had the majority, between exactly those whom the result names and "against all" where the
		/// first round had it; the rule is most votes. Only title and calendar are new.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::TooManyElections`], [`Error::UnknownElection`],
		///   [`Error::FirstRoundNotCertified`], [`Error::SecondRoundStands`], [`Error::NoSecondRound`]; roll: [`Error::NoRollKey`], [`Error::RollExpired`]; title:
		///   [`Error::EmptyText`], [`Error::NotUtf8`]; calendar: [`Error::RollClosesInThePast`],
		///   [`Error::CalendarUnordered`], [`Error::GraceTooLong`], [`Error::StepDeadlineOutOfBounds`],
		///   [`Error::ObjectionWindowOutOfBounds`]; at last what the ceremony refuses.
		/// - **Leaves:** what [`Call::announce`] leaves, and [`Event::SecondRoundAnnounced`].
		/// - **Work:** one read and one write for each unit, style and contest, and the verdict of each contest read.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::announce_second_round().saturating_add(T::WeightInfo::watch(T::MaxActive::get())))]
		pub fn announce_second_round(
			origin: OriginFor<T>,
			first: ElectionId,
			title: Text<160>,
			calendar: Calendar,
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let now = T::Time::now();
			let (election, next, active) = Self::next_number()?;
			let definition = Self::compose_second_round(first, title, calendar)?;
			Self::check_roll(definition.mode, definition.roll)?;
			definition::readable::<T>(&definition.title, Place::Title)?;
			definition::check_calendar::<T>(&calendar, now)?;

			NextElection::<T>::put(next);
			Active::<T>::put(active);
			Self::store(election, definition, Some(first), now)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The definition, put together again, with the calendar as postponed.
		pub fn definition(election: ElectionId) -> Option<Definition<T::AccountId>> {
			Self::reassemble(election)
		}

		/// Where an election stands.
		pub fn status(election: ElectionId) -> Option<Status> {
			Self::describe(election)
		}

		/// The other round of an election in two rounds, if there is one.
		pub fn rounds(election: ElectionId) -> Option<Rounds> {
			Self::rounds_of(election)
		}

		/// At most 256 elections, from this number on.
		pub fn elections(from: ElectionId) -> Vec<Entry> {
			Self::list(from, 256)
		}

		/// Voters of each unit on the roll when it closed; empty before.
		pub fn registered_voters(election: ElectionId) -> Vec<u32> {
			Registered::<T>::get(election).unwrap_or_default().into_inner()
		}

		/// Whether the runtime may be upgraded now: not while an election is between roll closure and certificate.
		pub fn is_upgrade_allowed() -> bool {
			Self::upgrade_allowed()
		}
	}
}

//! # Elections
//!
//! Remembers the definition and the phase of every election, and decides when the phase changes. The other pallets ask this one: the
//! ballot box whether it receives ballots, the tally what it counts and by which rule, the trustees for which election they make keys.
//!
//! Life of an election, one way:
//!
//! ```text
//! Preparing → RollClosed → Voting → Grace → Tallying → Counted → Certified
//!     └───────────┴──────────┴────────┴────────┴──────────┴──────────┴──→ Annulled
//! ```
//!
//! The steps up to the grace period follow the calendar, by the timestamp of the parent block, and are taken before anything else in
//! a block. The polls open only if the trustees' keys are ready, and tallying ends when the tally has a result. Only certifying and
//! annulling are acts of people. An election takes at most one step in a block.
//!
//! If the key is not ready before the polls should have closed, or the chain stands still for so long, the polls do not open: the
//! election stays in its phase until the commission postpones or annuls it.
//!
//! Always true (checked in `invariants.rs`):
//! - **EL1** elections are numbered without gaps, and each has all its parts and no more;
//! - **EL2** the active elections are those neither certified nor annulled, in ascending order, at most `MaxActive`;
//! - **EL3** the moments of a calendar increase;
//! - **EL4** an election has what its phase needs, and nothing that a later phase brings: so a phase never ran backwards;
//! - **EL5** styles, units, contests, lists and affiliations name only what exists, and every contest is on a ballot;
//! - **EL6** an election repeats only an annulled one or one that elected nobody in a contest, and each is repeated at most
//!   once;
//! - **EL7** a second round names its first one, which was certified and names it, or the one that took its place when it was
//!   annulled; each of its options stood in the first round;
//! - **EL8** a deniable election whose polls have opened names an epoch of the roll key's shares, and no other does.
//!
//! `tests/life.rs` reads like an election's life.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod answers;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod definition;
mod errors;
mod events;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
mod lists;
mod phases;
mod second_round;
mod storage;
#[cfg(test)]
mod tests;
mod text;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use dobush_primitives::election::{ElectionEntry, ElectionStatus, Grounds, Header};
pub use pallet::*;
pub use types::{ElectionRounds, Papers, TextPlace, MAX_GRACE_BLOCKS, MAX_OBJECTION_WINDOW};
pub use weights::WeightInfo;

use dobush_primitives::{
	traits::{Ceremonies, DeniableRolls, Registry, Tally},
	Affiliations, Calendar, Contest, ContestId, ContestList, Definition, ElectionId, Mode, Moment, Phase, RollId,
	Slate, Title, Trustees, Unit, UnitId, MAX_UNITS,
};
use electoral_rules::ListFilling;
use frame_support::{pallet_prelude::*, traits::Time};

/// Voters on the roll of each unit.
pub type RegisteredVoters = BoundedVec<u32, ConstU32<MAX_UNITS>>;

#[import_section(storage::storage)]
#[import_section(events::events)]
#[import_section(errors::errors)]
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
		/// The rolls.
		type Registry: Registry<Self::AccountId>;
		/// The deniable rolls.
		type DeniableRolls: DeniableRolls<Self::AccountId>;
		/// The key ceremonies.
		type Ceremonies: Ceremonies<Self::AccountId>;
		/// The tallies.
		type Tally: Tally;
		/// Most elections that are neither certified nor annulled. Each of them is read in every block.
		#[pallet::constant]
		type MaxActive: Get<u32>;
		/// The weights of calls and steps.
		type WeightInfo: WeightInfo;
		/// Sets up the other pallets for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Moves each active election at most one phase on. In this hook the clock still shows the time of the parent block.
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
		/// Announces an election and starts its trustees' key ceremony. Nothing in the definition changes afterwards, except that
		/// moments may become later ([`Call::postpone`]).
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::TooManyElections`]; parts: [`Error::NoRegions`], [`Error::NoContests`]; texts:
		///   [`Error::EmptyText`], [`Error::NotUtf8`]; units: [`Error::UnknownRoll`], [`Error::WrongNumberOfUnits`],
		///   [`Error::RollIsDeniable`], [`Error::RollNotDeniable`], [`Error::NoRollKey`], [`Error::RollExpired`],
		///   [`Error::UnknownRegion`], [`Error::UnknownStyle`]; styles: [`Error::EmptyStyle`], [`Error::UnknownContest`],
		///   [`Error::StyleUnsorted`], [`Error::ContestNowhere`], [`Error::TooManyColumns`]; contests: [`Error::TooManyOptions`],
		///   [`Error::OptionsAlike`], [`Error::RuleUnfit`], [`Error::LotDrawnBeforehand`], [`Error::TooManySeats`],
		///   [`Error::FormatUnfit`], [`Error::TooManyPreferences`], [`Error::TooManySelections`]; lists: [`Error::ListsUnsorted`],
		///   [`Error::TooManyListCandidates`], [`Error::NoListsThere`], [`Error::RuleUnfit`], [`Error::LotDrawnBeforehand`],
		///   [`Error::SlatesUnfit`], [`Error::EmptyText`], [`Error::NotUtf8`], [`Error::SexUnknown`], [`Error::CandidatesAlike`],
		///   [`Error::PlacesUnfit`], [`Error::NoPreferences`], [`Error::AffiliationsUnsorted`], [`Error::AffiliationUnfit`],
		///   [`Error::NobodyAffiliated`]; trustees: [`Error::NoTrustees`], [`Error::TrusteesAlike`], [`Error::ThresholdTooLow`],
		///   [`Error::ThresholdTooHigh`], [`Error::TrusteeIsACredential`]; calendar: [`Error::RollClosesInThePast`],
		///   [`Error::CalendarUnordered`], [`Error::GraceTooLong`], [`Error::StepDeadlineOutOfBounds`],
		///   [`Error::ObjectionWindowOutOfBounds`], [`Error::UtcOffsetOutOfBounds`]; [`Error::NoBallots`];
		///   [`Error::RepeatsAStandingElection`], [`Error::AlreadyRepeated`]; finally what the ceremony refuses.
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

		/// Moves moments that have not passed to later ones. Moments that have passed, or that stay, are repeated unchanged.
		///
		/// No moment moves to an earlier one, so nobody misses what was announced. An election whose polls could not open in time
		/// may be postponed too; then its polls open at the new moment.
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

		/// Closes the polls before their time, if the definition allows it: for assemblies, when everybody has voted.
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

		/// Certifies the result. The commission names the result that it has seen by its digest.
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

		/// Annuls an election in any phase, even a certified one, because a court may order it. Then it may be repeated.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::AlreadyAnnulled`], [`Error::ReasonUnreadable`].
		/// - **Leaves:** an annulled election with its reason, trustees out of office, no tally under way, a result that was
		///   published as history; a deniable roll whose polls had not opened is given back, and serves another election instead;
		///   [`Event::PhaseEntered`] and [`Event::Annulled`].
		/// - **Work:** constant, that of ending the trustees' office and of abandoning the tally, and a look at every active
		///   election.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::annul().saturating_add(T::WeightInfo::watch(T::MaxActive::get())))]
		pub fn annul(origin: OriginFor<T>, election: ElectionId, reason: Grounds) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let header = Headers::<T>::get(election).ok_or(Error::<T>::UnknownElection)?;
			let (was_in, mode, roll) = (header.phase, header.mode, header.roll);
			ensure!(was_in != Phase::Annulled, Error::<T>::AlreadyAnnulled);
			ensure!(text::readable::<T>(&reason, TextPlace::Title).is_ok(), Error::<T>::ReasonUnreadable);

			Self::enter(election, header, Phase::Annulled, T::Time::now());
			Annulments::<T>::insert(election, &reason);
			if was_in == Phase::RollClosed && mode != Mode::Direct {
				T::DeniableRolls::give_back(roll, election);
			}
			if was_in != Phase::Certified {
				Self::deactivate(election, mode, roll);
			}
			if matches!(was_in, Phase::Tallying | Phase::Counted) {
				T::Tally::abandon(election);
			}
			Self::deposit_event(Event::Annulled { election, reason });
			Ok(())
		}

		/// Announces the second round of a certified election and starts its trustees' key ceremony. The chain composes it from
		/// every contest in which nobody had the majority, with exactly the options that the result names, and "against all" if the
		/// first round had it; the rule is most votes. Only title and calendar are new.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::TooManyElections`], [`Error::UnknownElection`],
		///   [`Error::FirstRoundNotCertified`], [`Error::SecondRoundStands`], [`Error::NoSecondRound`]; roll: [`Error::NoRollKey`],
		///   [`Error::RollExpired`]; title: [`Error::EmptyText`], [`Error::NotUtf8`]; calendar: [`Error::RollClosesInThePast`],
		///   [`Error::CalendarUnordered`], [`Error::GraceTooLong`], [`Error::StepDeadlineOutOfBounds`],
		///   [`Error::ObjectionWindowOutOfBounds`], [`Error::UtcOffsetOutOfBounds`]; finally what the ceremony refuses.
		/// - **Leaves:** what [`Call::announce`] leaves, and [`Event::SecondRoundAnnounced`].
		/// - **Work:** one read and one write for each unit, style and contest, and the verdict of each contest read.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::announce_second_round().saturating_add(T::WeightInfo::watch(T::MaxActive::get())))]
		pub fn announce_second_round(
			origin: OriginFor<T>,
			first: ElectionId,
			title: Title,
			calendar: Calendar,
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let now = T::Time::now();
			let (election, next, active) = Self::next_number()?;
			let definition = Self::compose_second_round(first, title, calendar)?;
			Self::check_roll(definition.mode, definition.roll)?;
			text::readable::<T>(&definition.title, TextPlace::Title)?;
			definition::check_calendar::<T>(&calendar, now)?;

			NextElection::<T>::put(next);
			Active::<T>::put(active);
			Self::store(election, definition, Some(first), now)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The definition of an election, with the calendar as postponed.
		pub fn definition(election: ElectionId) -> Option<Definition<T::AccountId>> {
			Self::reassemble(election)
		}

		/// The state of an election.
		pub fn status(election: ElectionId) -> Option<ElectionStatus> {
			Self::describe(election)
		}

		/// The other round of an election in two rounds, if there is one.
		pub fn rounds(election: ElectionId) -> Option<ElectionRounds> {
			Self::rounds_of(election)
		}

		/// At most 256 elections, from the number `from` on.
		pub fn elections(from: ElectionId) -> Vec<ElectionEntry> {
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

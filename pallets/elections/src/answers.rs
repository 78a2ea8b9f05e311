//! The answers to the other pallets and to clients.

use crate::*;
use alloc::vec::Vec;
use dobush_primitives::{
	traits::{Elections, Polls, RollOf},
	Mode,
};
use electoral_rules::{BallotFormat, OptionKind, Rule, Sex, Slots};

#[deny(clippy::missing_trait_methods)]
impl<T: Config> Elections<T::AccountId> for Pallet<T> {
	fn phase(election: ElectionId) -> Option<Phase> {
		Headers::<T>::get(election).map(|header| header.phase)
	}

	fn polls(election: ElectionId) -> Option<Polls> {
		let header = Headers::<T>::get(election)?;
		Some(Polls {
			phase: header.phase,
			roll: header.roll,
			roll_closed_in: header.roll_closed_in?,
			polls_closed_in: header.polls_closed_in,
			ballots_per_credential: header.ballots_per_credential,
			vote_key: header.vote_key?,
			mode: header.mode,
		})
	}

	fn units(election: ElectionId) -> u16 {
		Headers::<T>::get(election).map_or(0, |header| header.units)
	}

	fn region_of(election: ElectionId, unit: UnitId) -> Option<u16> {
		Units::<T>::get(election, unit).map(|unit| unit.region)
	}

	fn contests_of(election: ElectionId, unit: UnitId) -> Option<ContestList> {
		Styles::<T>::get(election, Units::<T>::get(election, unit)?.style)
	}

	fn contests(election: ElectionId) -> u8 {
		Headers::<T>::get(election).map_or(0, |header| header.contests)
	}

	fn contest(election: ElectionId, contest: ContestId) -> Option<(Vec<OptionKind>, Rule)> {
		let Contest { options, rule, .. } = Contests::<T>::get(election, contest)?;
		Some((options.iter().map(|option| option.kind).collect(), rule))
	}

	fn format(election: ElectionId, contest: ContestId) -> Option<BallotFormat> {
		Contests::<T>::get(election, contest).map(|contest| contest.format)
	}

	fn filling(election: ElectionId, contest: ContestId) -> Option<ListFilling> {
		Fillings::<T>::get(election, contest)
	}

	fn slate(election: ElectionId, contest: ContestId, list: u16) -> Vec<Option<Sex>> {
		let slate = Slates::<T>::get(election, (contest, list)).unwrap_or_default();
		slate.iter().map(|candidate| candidate.sex).collect()
	}

	fn counting_direct_seats(election: ElectionId) -> Vec<ContestId> {
		let mut contests: Vec<ContestId> = AffiliationsTo::<T>::iter_key_prefix(election).collect();
		contests.sort_unstable();
		contests
	}

	fn affiliations(election: ElectionId, lists: ContestId) -> Affiliations {
		AffiliationsTo::<T>::get(election, lists).unwrap_or_default()
	}

	/// Reads the contest once.
	fn slots(election: ElectionId, contest: ContestId) -> Option<Slots> {
		let Contest { options, format, .. } = Contests::<T>::get(election, contest)?;
		Some(format.slots(u16::try_from(options.len()).ok()?))
	}

	fn registered(election: ElectionId, unit: UnitId) -> u32 {
		Registered::<T>::get(election).and_then(|voters| voters.get(usize::from(unit.0)).copied()).unwrap_or(0)
	}

	fn regions(election: ElectionId) -> u16 {
		Headers::<T>::get(election).map_or(0, |header| header.regions)
	}

	fn trustees(election: ElectionId) -> Option<Trustees<T::AccountId>> {
		TrusteesOf::<T>::get(election)
	}

	fn step_deadline(election: ElectionId) -> Option<Moment> {
		Headers::<T>::get(election).map(|header| header.calendar.step_deadline)
	}

	fn is_roll_in_use(roll: RollId) -> bool {
		Active::<T>::get()
			.iter()
			.filter_map(Headers::<T>::get)
			.any(|header| header.roll == roll && header.phase >= Phase::RollClosed)
	}

	fn mode(election: ElectionId) -> Option<Mode> {
		Headers::<T>::get(election).map(|header| header.mode)
	}

	fn roll(election: ElectionId) -> Option<RollOf> {
		let Header { roll, roll_closed_in, roll_epoch, .. } = Headers::<T>::get(election)?;
		Some(RollOf { roll, closed_in: roll_closed_in, epoch: roll_epoch })
	}

	fn style_of(election: ElectionId, unit: UnitId) -> Option<u8> {
		Units::<T>::get(election, unit).map(|unit| unit.style)
	}

	fn next_roll_closing(roll: RollId) -> Option<Moment> {
		Active::<T>::get()
			.iter()
			.filter_map(Headers::<T>::get)
			.filter(|header| header.roll == roll && header.phase == Phase::Preparing)
			.map(|header| header.calendar.roll_closes_at)
			.min()
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn describe(election: ElectionId) -> Option<ElectionStatus> {
		let header = Headers::<T>::get(election)?;
		Some(ElectionStatus {
			phase: header.phase,
			since: header.since,
			mode: header.mode,
			roll: header.roll,
			calendar: header.calendar,
			roll_closed_in: header.roll_closed_in,
			vote_key: header.vote_key,
			polls_opened_at: header.polls_opened_at,
			polls_closed_in: header.polls_closed_in,
			polls_closed_at: header.polls_closed_at,
			result: header.result.map(|(digest, _)| digest),
			certifiable_from: header.certifiable_from(),
			missed: header.missed,
			annulled_because: Annulments::<T>::get(election),
			repeated_by: header.repeated_by,
		})
	}

	pub(crate) fn rounds_of(election: ElectionId) -> Option<ElectionRounds> {
		let second = Headers::<T>::get(election)?.second_round;
		Some(ElectionRounds { first: About::<T>::get(election)?.first_round, second })
	}

	pub(crate) fn list(from: ElectionId, most: usize) -> Vec<ElectionEntry> {
		(from.0..NextElection::<T>::get().0)
			.take(most)
			.map(ElectionId)
			.filter_map(|election| {
				let Papers { title, .. } = About::<T>::get(election)?;
				Headers::<T>::get(election).map(|header| ElectionEntry { election, title, phase: header.phase })
			})
			.collect()
	}
}

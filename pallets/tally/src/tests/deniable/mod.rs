//! Deniable elections: ballots and roll are mixed, tagged, opened and matched before votes are counted.

use super::{mock::*, people::*};
use crate::*;
use dobush_primitives::{ContestId, UnitId};

mod absent;
mod drop;
mod groups;
mod invariants;
mod journey;
mod mixes;
mod opening;
mod slots;
mod tagging;

use Credential::*;
use Vote::*;

/// Four voters of whom three vote, two fakes between them, and a ballot that was dropped publicly.
pub fn seven() -> Vec<Credential> {
	vec![
		Real(vec![For(0)]),
		Fake(vec![For(2)]),
		Real(vec![For(1)]),
		Silent,
		Fake(vec![For(2)]),
		Dropped(vec![For(2)]),
		Real(vec![For(0)]),
	]
}

/// A deniable election of one unit with two of three trustees.
pub fn one_unit(credentials: &[Credential]) -> Setup {
	trustees(2, 3).deniable(0).crowd(0, &[0], credentials)
}

/// What is said about a group once it is matched.
pub fn matched(unit: u16) -> Option<(u32, u32)> {
	let groups = Tally::groups(E);
	let group = groups.into_iter().find(|group| group.unit == UnitId(unit))?;
	group.matched.map(|matched| (matched.recorded, matched.counted))
}

pub fn counted(unit: u16, contest: u8) -> Option<Vec<u64>> {
	Tally::votes(E, ContestId(contest), UnitId(unit)).map(|count| count.votes.into_inner())
}

//! The same election counted on paper: who voted last for what, added up in the open.

use crate::voter::Mark;
use ballot_crypto::transcript::blake2_256;
use dobush_primitives::merge::{merge, Crowd};
use dobush_primitives::{ContestId, Definition, ElectionId, UnitId};
use dobush_runtime::{AccountId, Elections, Tally};
use electoral_rules::{decide_with, DecideError, Facts, OptionKind, Outcome, RegionVotes, Votes};
use parity_scale_codec::Encode;
use std::collections::BTreeMap;

/// The votes of a contest in a unit or region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
	pub votes: Vec<u64>,
	pub valid: u64,
	pub invalid: u64,
	pub declined: u64,
	pub registered: u64,
}

impl From<pallet_tally::Count> for Sum {
	fn from(count: pallet_tally::Count) -> Self {
		let pallet_tally::Count { votes, valid, invalid, declined, registered } = count;
		Self { votes: votes.into_inner(), valid, invalid, declined, registered }
	}
}

/// What everybody knows who saw every ballot being marked.
#[derive(Debug)]
pub struct Model {
	pub election: ElectionId,
	pub definition: Definition<AccountId>,
	/// Voters of each unit on the roll when it closed.
	pub registered: Vec<u64>,
	/// The first of the units that each is counted with: itself, but in deniable elections for small ones.
	pub counted_with: Vec<UnitId>,
	/// The last ballot of each credential; in deniable elections of those that count.
	pub ballots: BTreeMap<AccountId, (UnitId, Vec<Mark>)>,
}

impl Model {
	pub fn new(election: ElectionId, definition: Definition<AccountId>) -> Self {
		let registered = vec![0; definition.units.len()];
		let counted_with = (0..definition.units.len() as u16).map(UnitId).collect();
		Self { election, definition, registered, counted_with, ballots: BTreeMap::new() }
	}

	fn units(&self) -> impl Iterator<Item = UnitId> {
		(0..self.definition.units.len() as u16).map(UnitId)
	}

	/// In a deniable election, finds out which units are counted together: first by voters, then by ballots that count.
	pub fn merge_units(&mut self, merge_below: u32) {
		for crowd_of_ballots in [false, true] {
			let firsts: Vec<_> = self.units().filter(|unit| self.counted_with[usize::from(unit.0)] == *unit).collect();
			let size = |first: &UnitId| match crowd_of_ballots {
				true => self.ballots.values().filter(|(of, _)| self.counted_with[usize::from(of.0)] == *first).count(),
				false => self.registered[usize::from(first.0)] as usize,
			};
			let crowd = |first: &UnitId| {
				let unit = &self.definition.units[usize::from(first.0)];
				Crowd { region: unit.region, style: unit.style, size: size(first) as u32 }
			};
			let crowds: Vec<_> = firsts.iter().map(crowd).collect();
			let merged = merge(&crowds, merge_below);
			let with = |before: &UnitId| {
				let at = firsts.iter().position(|first| first == before).expect("it is the first of its group");
				firsts[merged[at]]
			};
			self.counted_with = self.counted_with.iter().map(with).collect();
		}
	}

	fn options(&self, contest: ContestId) -> Vec<OptionKind> {
		self.definition.contests[usize::from(contest.0)].options.iter().map(|option| option.kind).collect()
	}

	/// The votes of a unit, and of those counted with it, in a contest; none if the contest is not on its ballot, or it is
	/// counted with another one.
	fn unit(&self, contest: ContestId, unit: UnitId) -> Option<Sum> {
		let column = self.definition.contests_of(unit).unwrap().iter().position(|number| *number == contest)?;
		let is_here = |other: &UnitId| self.counted_with[usize::from(other.0)] == unit;
		if !is_here(&unit) {
			return None;
		}
		let registered = self.units().filter(is_here).map(|other| self.registered[usize::from(other.0)]).sum();
		let mut sum = Sum { votes: vec![0; self.options(contest).len()], registered, ..Sum::default() };
		for (_, marks) in self.ballots.values().filter(|(of, _)| is_here(of)) {
			match marks[column] {
				Mark::For(option) | Mark::List(option, _) => {
					sum.votes[usize::from(option)] += 1;
					sum.valid += 1;
				}
				Mark::Decline => sum.declined += 1,
				Mark::Garbage | Mark::Nothing | Mark::Marked(_) | Mark::Beyond => sum.invalid += 1,
			}
		}
		Some(sum)
	}

	/// The votes of a region; none if no unit of it has the contest.
	fn region(&self, contest: ContestId, region: u16) -> Option<Sum> {
		let within = |unit: &UnitId| self.definition.units[usize::from(unit.0)].region == region;
		let units: Vec<Sum> = self.units().filter(within).filter_map(|unit| self.unit(contest, unit)).collect();
		let mut sum = Sum { votes: vec![0; self.options(contest).len()], ..Sum::default() };
		for unit in &units {
			sum.votes.iter_mut().zip(&unit.votes).for_each(|(sum, votes)| *sum += votes);
			sum.valid += unit.valid;
			sum.invalid += unit.invalid;
			sum.declined += unit.declined;
			sum.registered += unit.registered;
		}
		(!units.is_empty()).then_some(sum)
	}

	fn votes(&self, contest: ContestId) -> Votes {
		let options = self.options(contest);
		let regions = (0..self.definition.regions.len() as u16)
			.map(|region| {
				let none = || Sum { votes: vec![0; options.len()], ..Sum::default() };
				let Sum { votes, invalid, registered, .. } = self.region(contest, region).unwrap_or_else(none);
				RegionVotes { votes, invalid, registered }
			})
			.collect();
		Votes { options, regions }
	}

	fn outcome(&self, contest: ContestId) -> Result<Outcome, DecideError> {
		let votes = self.votes(contest);
		let facts = Facts {
			direct_seats: Vec::new(),
			ballots: Some(votes.regions.iter().flat_map(|region| &region.votes).sum()),
			registered: Some(votes.regions.iter().map(|region| region.registered).sum()),
		};
		decide_with(&self.definition.contests[usize::from(contest.0)].rule, &votes, &facts)
	}

	fn contests(&self) -> impl Iterator<Item = ContestId> {
		(0..self.definition.contests.len() as u8).map(ContestId)
	}

	/// The digest that the commission certifies, by the formula of the documentation.
	pub fn digest(&self) -> [u8; 32] {
		let first = blake2_256(&[b"dobush/v1/result", &self.election.encode()]);
		self.contests().fold(first, |before, contest| {
			blake2_256(&[&before, &contest.encode(), &self.votes(contest).encode(), &self.outcome(contest).encode()])
		})
	}

	/// Whether each mark is a legal selection of its contest, which a deniable ballot must prove.
	pub fn are_legal(&self, unit: UnitId, marks: &[Mark]) -> bool {
		let contests = self.definition.contests_of(unit).unwrap();
		let contest = |number: &ContestId| &self.definition.contests[usize::from(number.0)];
		contests.iter().zip(marks).all(|(number, mark)| mark.row(contest(number)).is_some())
	}

	/// Compares everything that the chain has counted and decided. Asked inside the chain's state.
	pub fn compare(&self) {
		for contest in self.contests() {
			for unit in self.units() {
				let counted = Tally::votes(self.election, contest, unit).map(Sum::from);
				assert_eq!(counted, self.unit(contest, unit), "{contest:?} in {unit:?}");
			}
			for region in 0..self.definition.regions.len() as u16 {
				let counted = Tally::votes_of_region(self.election, contest, region).map(Sum::from);
				assert_eq!(counted, self.region(contest, region), "{contest:?} in region {region}");
			}
			assert_eq!(Tally::outcome(self.election, contest), Some(self.outcome(contest)), "{contest:?}");
		}
		assert_eq!(Elections::status(self.election).and_then(|status| status.result), Some(self.digest()));
	}
}

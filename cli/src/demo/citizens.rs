//! Who votes in a demonstration: what everybody wants, and what some are paid or ordered to do.

use crate::{
	demo::plan::{DemoPlan, CHANGES_MIND},
	output::number,
	report::Check,
};
use dobush_client::{
	ballot::Choice,
	observer::result::{
		matching::{Matching, Recorded},
		ElectionResult,
	},
};
use dobush_primitives::UnitId;
use dobush_rehearsal::Voter;
use rand::Rng;
use rayon::prelude::*;

/// In each row of 10 voters, the numbers of those who sell their vote or obey somebody: 30 %. None of them changes their mind.
pub(super) const OBEYS: (usize, std::ops::Range<usize>) = (10, 3..6);

/// A citizen's free choice, and what the citizen is made to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Citizen {
	/// The number of the citizen's counting unit.
	pub(crate) unit: UnitId,
	/// What the citizen votes for when free.
	pub(crate) choice: Choice,
	/// The first vote, if the citizen changes their mind.
	pub(crate) first_choice: Option<Choice>,
	/// The vote that somebody else buys, orders, or casts with a credential that the citizen hands over.
	pub(crate) obeys: Option<Choice>,
}

/// The numbers of recorded ballots that are no free votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cover {
	/// The number of ballots of fake credentials.
	pub(crate) fakes: u64,
	/// The number of decoy ballots, which booths cast.
	pub(crate) decoys: u64,
}

impl DemoPlan {
	/// One citizen for each vote of each unit. A tenth choose the next option first; in a deniable election 30 % obey somebody.
	pub(crate) fn citizens(&self) -> Vec<Citizen> {
		let options = self.scaled.option_names().len();
		let spoilt = if self.deniable { Choice::Decline } else { Choice::Invalid };
		let choice = |index: usize| match u16::try_from(index) {
			Ok(option) if index < options => Choice::Option(option),
			_ => spoilt,
		};
		let wishes = (0u16..).map(UnitId).zip(&self.rows).flat_map(|(unit, row)| {
			row.iter().zip(0..).flat_map(move |(votes, index)| (0..*votes).map(move |_| (unit, index)))
		});
		wishes
			.enumerate()
			.map(|(number, (unit, index))| Citizen {
				unit,
				choice: choice(index),
				first_choice: (number % CHANGES_MIND == 0).then(|| choice((index + 1) % options.max(1))),
				obeys: (self.deniable && OBEYS.1.contains(&(number % OBEYS.0))).then_some(self.bought()),
			})
			.collect()
	}

	/// The list for which votes are bought: the one with the fewest votes, so that it would show if bought votes counted.
	fn bought(&self) -> Choice {
		let fewest = (0u16..).zip(&self.scaled.parties).min_by_key(|(_, (_, votes))| *votes);
		fewest.map_or(Choice::Decline, |(option, _)| Choice::Option(option))
	}

	/// A uniform choice, for ballots that nobody ever decrypts.
	pub(crate) fn any(&self, rng: &mut impl Rng) -> Choice {
		match u16::try_from(self.scaled.parties.len()) {
			Ok(parties @ 1..) => Choice::Option(rng.gen_range(0..parties)),
			_ => Choice::Decline,
		}
	}

	/// One voter with a public credential for each citizen.
	pub(crate) fn voters(&self) -> Vec<Voter> {
		self.citizens()
			.into_par_iter()
			.map(|citizen| Voter {
				account: dobush_client::keys::Account::generate(),
				unit: citizen.unit,
				choice: citizen.choice,
				first_choice: citizen.first_choice,
			})
			.collect()
	}

	/// Compares what was recorded and did not count with what was cast under duress and as cover. In a true election nobody could:
	/// nobody knows the second number.
	pub(crate) fn compare_cover(&self, result: &ElectionResult, cover: Cover) -> Check {
		let recorded = result.sorting.as_ref().and_then(Matching::recorded);
		let not_counted = cover.fakes + cover.decoys;
		let expected = Recorded { ballots: self.scaled.participants() + not_counted, not_counted };
		Check {
			holds: recorded == Some(expected),
			words: format!(
				"{} of {} recorded ballots did not count: as many as were cast with credentials that should not count",
				number(expected.not_counted),
				number(expected.ballots)
			),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::demo::plan::tests::plan;
	use election_files::seats::seats_of;
	use electoral_rules::{decide, RegionVotes, Votes};

	#[test]
	fn everybody_votes_once_and_a_tenth_change_their_mind() {
		let plan = plan(&[]).expect("the default");
		let voters = plan.voters();
		assert_eq!(voters.len(), 1991);
		assert_eq!(voters.iter().filter(|voter| voter.first_choice.is_some()).count(), 200);
		assert_eq!(
			voters.iter().filter(|voter| voter.choice == Choice::Invalid).count() as u64,
			plan.scaled.invalid.unwrap_or(0)
		);
	}

	/// The same votes and seats, declined instead of invalid; three in ten obey, a tenth change their mind, nobody does both.
	#[test]
	fn the_deniable_default_has_the_same_seats_and_three_in_ten_obey() {
		let (direct, deniable) = (plan(&[]).expect("the default"), plan(&["--deniable"]).expect("the default"));
		let citizens = deniable.citizens();
		assert_eq!(citizens.len(), 1991);
		let count = |of: &dyn Fn(&Citizen) -> bool| citizens.iter().filter(|citizen| of(citizen)).count();
		assert_eq!(count(&|citizen| citizen.obeys.is_some()), 597);
		assert_eq!(count(&|citizen| citizen.first_choice.is_some()), 200);
		assert_eq!(count(&|citizen| citizen.first_choice.is_some() && citizen.obeys.is_some()), 0);
		assert_eq!(count(&|citizen| citizen.choice == Choice::Invalid), 0);
		assert_eq!(count(&|citizen| citizen.choice == Choice::Decline) as u64, deniable.scaled.invalid.unwrap_or(0));
		let bought: Vec<_> = citizens.iter().filter_map(|citizen| citizen.obeys).collect();
		assert!(bought.iter().all(|choice| *choice == bought[0]) && matches!(bought[0], Choice::Option(_)));
		assert!(direct.citizens().iter().all(|citizen| citizen.obeys.is_none()));
		let regions = deniable
			.rows
			.iter()
			.map(|row| RegionVotes { votes: row[..row.len() - 1].to_vec(), invalid: 0, registered: 0 })
			.collect();
		let votes = Votes::new(deniable.scaled.option_kinds(), regions).expect("small numbers");
		assert_eq!(seats_of(&decide(&deniable.rule, &votes).expect("the rule is complete"), 4), [46, 45, 16, 13]);
	}
}

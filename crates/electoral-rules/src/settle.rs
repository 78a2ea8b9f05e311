//! Settles ties by the rule that the definition states, and writes down how.

use crate::{tie::lot, DecidedBy, OptionIndex, Stake, Step, TieRule, Verdict};
use alloc::vec::Vec;

/// The options between which the rule, as it stands, cannot decide: a lot has not been drawn yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undecided {
	pub options: Vec<OptionIndex>,
	/// How many of them win.
	pub places: u32,
}

impl Undecided {
	/// The verdict of a count that cannot go on before the lot is drawn; the working says so.
	pub fn verdict(self, working: &mut Vec<Step>) -> Verdict {
		let Self { options, places } = self;
		working.push(Step::LotNeeded { options: options.clone(), places });
		Verdict::Tied { options, places }
	}
}

/// The tie rule of one count and the number of lots it has used.
pub(crate) struct Ties {
	rule: TieRule,
	draws: u32,
}

impl Ties {
	pub fn new(rule: TieRule) -> Self {
		Self::after(rule, 0)
	}

	/// For a count that goes on after it has used this many lots.
	pub fn after(rule: TieRule, draws: u32) -> Self {
		Self { rule, draws }
	}

	/// Lots used so far.
	pub fn draws(&self) -> u32 {
		self.draws
	}

	/// Chooses one of the tied options, each given with its votes; none only if there are none.
	pub fn settle_one(
		&mut self,
		tied: &[(OptionIndex, u64)],
		working: &mut Vec<Step>,
	) -> Result<Option<OptionIndex>, Undecided> {
		Ok(self.settle(tied, 1, Stake::Seat, working)?.first().copied())
	}

	/// Chooses `places` of the tied options, each given with its votes, and writes down how.
	/// The answer is in the order of the ballot paper.
	pub fn settle(
		&mut self,
		tied: &[(OptionIndex, u64)],
		places: usize,
		stake: Stake,
		working: &mut Vec<Step>,
	) -> Result<Vec<OptionIndex>, Undecided> {
		let mut rest = tied.to_vec();
		rest.sort_unstable();
		if places == 0 || places >= rest.len() {
			return Ok(if places == 0 { Vec::new() } else { options(&rest) });
		}
		let by_votes = match self.rule {
			TieRule::MoreVotes | TieRule::MoreVotesThenLot { .. } => Some(DecidedBy::MoreVotes),
			TieRule::FewerVotes => Some(DecidedBy::FewerVotes),
			TieRule::ListOrder | TieRule::Lot { .. } => None,
		};
		let mut chosen = match by_votes {
			Some(by) => choose_by_votes(&mut rest, places, stake, by, working),
			None => Vec::new(),
		};
		let left = places - chosen.len();
		if left > 0 {
			chosen.extend(self.choose_by_lot_or_order(&rest, left, stake, working)?);
			chosen.sort_unstable();
		}
		Ok(chosen)
	}

	/// Chooses between options that their votes do not tell apart.
	fn choose_by_lot_or_order(
		&mut self,
		tied: &[(OptionIndex, u64)],
		places: usize,
		stake: Stake,
		working: &mut Vec<Step>,
	) -> Result<Vec<OptionIndex>, Undecided> {
		let (by, mut chosen) = match self.rule {
			TieRule::Lot { seed } | TieRule::MoreVotesThenLot { seed } => {
				let Some(seed) = seed else {
					return Err(Undecided { options: options(tied), places: places as u32 });
				};
				self.draws = self.draws.saturating_add(1);
				let mut drawn: Vec<_> =
					tied.iter().map(|(option, _)| (lot(&seed, self.draws, *option), *option)).collect();
				drawn.sort_unstable();
				let chosen = drawn.into_iter().take(places).map(|(_, option)| option).collect::<Vec<_>>();
				(DecidedBy::Lot { draw: self.draws }, chosen)
			}
			_ => (DecidedBy::ListOrder, tied.iter().take(places).map(|(option, _)| *option).collect()),
		};
		chosen.sort_unstable();
		working.push(Step::Tie { options: options(tied), places: places as u32, stake, by, chosen: chosen.clone() });
		Ok(chosen)
	}
}

/// Chooses those of the tied whom their votes put ahead, at most `places`. `tied` keeps those with whom the tie goes on:
/// they have equal votes, in the order of the ballot paper.
fn choose_by_votes(
	tied: &mut Vec<(OptionIndex, u64)>,
	places: usize,
	stake: Stake,
	by: DecidedBy,
	working: &mut Vec<Step>,
) -> Vec<OptionIndex> {
	// A stable sort: equal votes stay in the order of the ballot paper.
	tied.sort_by_key(|(_, votes)| if by == DecidedBy::MoreVotes { u64::MAX - votes } else { *votes });
	let last = tied.get(places - 1).map(|(_, votes)| *votes);
	let before = tied.iter().take_while(|(_, votes)| Some(*votes) != last).count();
	let level = tied.iter().filter(|(_, votes)| Some(*votes) == last).count();
	let all_level_win = before + level == places;
	let winners = if all_level_win { places } else { before };
	let mut chosen: Vec<OptionIndex> = tied.iter().take(winners).map(|(option, _)| *option).collect();
	if winners > 0 {
		chosen.sort_unstable();
		working.push(Step::Tie { options: options(tied), places: places as u32, stake, by, chosen: chosen.clone() });
	}
	let left: Vec<_> = tied.iter().skip(before).take(level).copied().collect();
	if !all_level_win && before + level < tied.len() {
		working.push(Step::TieNarrowed { options: options(tied), stake, by, left: options(&left) });
	}
	*tied = left;
	chosen
}

/// The tied options in the order of the ballot paper.
fn options(tied: &[(OptionIndex, u64)]) -> Vec<OptionIndex> {
	let mut options: Vec<_> = tied.iter().map(|(option, _)| *option).collect();
	options.sort_unstable();
	options
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::vec;

	fn settle(rule: TieRule, tied: &[(OptionIndex, u64)], places: usize) -> (Option<Vec<OptionIndex>>, Vec<DecidedBy>) {
		let mut working = Vec::new();
		let answer = Ties::new(rule).settle(tied, places, Stake::Seat, &mut working).ok();
		let by = working
			.into_iter()
			.map(|step| match step {
				Step::Tie { by, .. } => by,
				Step::TieNarrowed { by, .. } => by,
				other => panic!("only ties here, not {other:?}"),
			})
			.collect();
		(answer, by)
	}

	const TIED: [(OptionIndex, u64); 4] = [(7, 50), (2, 70), (5, 50), (3, 60)];

	#[test]
	fn settle_follows_the_order_of_the_ballot_paper() {
		assert_eq!(settle(TieRule::ListOrder, &TIED, 2), (Some(vec![2, 3]), vec![DecidedBy::ListOrder]));
	}

	#[test]
	fn settle_prefers_more_or_fewer_votes_and_then_the_order() {
		assert_eq!(settle(TieRule::MoreVotes, &TIED, 2), (Some(vec![2, 3]), vec![DecidedBy::MoreVotes]));
		let (chosen, by) = settle(TieRule::MoreVotes, &TIED, 3);
		assert_eq!((chosen, by), (Some(vec![2, 3, 5]), vec![DecidedBy::MoreVotes, DecidedBy::ListOrder]));
		let (chosen, by) = settle(TieRule::FewerVotes, &TIED, 1);
		assert_eq!((chosen, by), (Some(vec![5]), vec![DecidedBy::FewerVotes, DecidedBy::ListOrder]), "7 and 5, then 5");
		assert_eq!(settle(TieRule::FewerVotes, &TIED, 2), (Some(vec![5, 7]), vec![DecidedBy::FewerVotes]));
	}

	#[test]
	fn settle_waits_for_the_lot() {
		let mut working = Vec::new();
		let waiting = Ties::new(TieRule::Lot { seed: None }).settle(&TIED, 2, Stake::Seat, &mut working);
		assert_eq!(waiting, Err(Undecided { options: vec![2, 3, 5, 7], places: 2 }));
		let waiting = Ties::new(TieRule::MoreVotesThenLot { seed: None }).settle(&TIED, 3, Stake::Seat, &mut working);
		assert_eq!(waiting, Err(Undecided { options: vec![5, 7], places: 1 }));
	}

	#[test]
	fn settle_counts_the_lots_of_a_contest() {
		let mut working = Vec::new();
		let mut ties = Ties::new(TieRule::Lot { seed: Some([7; 32]) });
		for _ in 0..2 {
			ties.settle(&TIED, 1, Stake::Seat, &mut working).expect("the lot was drawn");
		}
		let draws: Vec<_> = working
			.iter()
			.filter_map(|step| match step {
				Step::Tie { by: DecidedBy::Lot { draw }, .. } => Some(*draw),
				_ => None,
			})
			.collect();
		assert_eq!(draws, [1, 2]);
	}

	#[test]
	fn settle_draws_the_same_lot_from_the_same_seed_and_each_draw_is_new() {
		let rule = TieRule::Lot { seed: None }.with_seed([7; 32]);
		assert_eq!(settle(rule, &TIED, 1), settle(rule, &TIED, 1));
		let winners: alloc::collections::BTreeSet<_> =
			(0..64u8).map(|s| settle(TieRule::Lot { seed: Some([s; 32]) }, &TIED, 1).0).collect();
		assert_eq!(winners.len(), 4, "every option can win");
		assert_ne!(lot(&[7; 32], 1, 2), lot(&[7; 32], 2, 2));
	}
}

//! Ties are decided by the rule that the definition states, and the working says so.
//!
//! A lot is drawn in public: everyone sees the 32 bytes that come out of the drum and anyone can repeat the rest.
//! The n-th lot of a count orders the tied options by
//! `blake2b-256("dobush/v1/lot" ‖ seed ‖ n as u32 LE ‖ option as u16 LE)`, n from 1; the smallest digest wins.

use crate::{OptionIndex, Step};
use alloc::vec::Vec;
use blake2::{digest::consts::U32, Blake2b, Digest};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How a tie is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum TieRule {
	/// The option that stands first on the ballot paper wins.
	ListOrder,
	/// The option with more votes wins; with equal votes the one that stands first.
	MoreVotes,
	/// The option with fewer votes wins; with equal votes the one that stands first.
	FewerVotes,
	/// A lot drawn in public. Until the seed is recorded the outcome is [`Verdict::Tied`](crate::Verdict::Tied).
	Lot {
		/// What came out of the drum.
		seed: Option<[u8; 32]>,
	},
	/// The option with more votes wins; with equal votes a lot decides.
	MoreVotesThenLot {
		/// What came out of the drum.
		seed: Option<[u8; 32]>,
	},
}

impl TieRule {
	/// The same rule with the lot that was drawn; a rule without lots stays as it is.
	pub fn with_seed(self, drawn: [u8; 32]) -> Self {
		match self {
			Self::Lot { .. } => Self::Lot { seed: Some(drawn) },
			Self::MoreVotesThenLot { .. } => Self::MoreVotesThenLot { seed: Some(drawn) },
			other => other,
		}
	}

	/// The lot that was drawn, if any.
	pub const fn seed(&self) -> Option<[u8; 32]> {
		match self {
			Self::Lot { seed } | Self::MoreVotesThenLot { seed } => *seed,
			Self::ListOrder | Self::MoreVotes | Self::FewerVotes => None,
		}
	}
}

/// What decided a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum DecidedBy {
	/// The order of the ballot paper.
	ListOrder,
	/// More votes.
	MoreVotes,
	/// Fewer votes.
	FewerVotes,
	/// The n-th lot of this count, from 1.
	Lot {
		/// n
		draw: u32,
	},
	/// An earlier stage of the count, in which the votes still differed.
	EarlierStage,
}

/// What the tied options are tied for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Stake {
	/// Being elected, or a seat.
	Seat,
	/// Keeping a seat, when more seats were given than exist.
	KeepingASeat,
	/// A place in the second round.
	SecondRound,
	/// Staying in the count.
	StayingInTheCount,
	/// Whose surplus is transferred first.
	FirstTransfer,
}

/// The options between which the rule, as it stands, cannot decide: a lot has not been drawn yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undecided {
	pub options: Vec<OptionIndex>,
	pub places: u32,
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

	/// In a count that goes on after it has used so many lots.
	pub fn after(rule: TieRule, draws: u32) -> Self {
		Self { rule, draws }
	}

	/// Lots used so far.
	pub fn draws(&self) -> u32 {
		self.draws
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
		let mut chosen = Vec::new();
		if places == 0 || places >= rest.len() {
			return Ok(if places == 0 { chosen } else { options(&rest) });
		}
		let by_votes = match self.rule {
			TieRule::MoreVotes | TieRule::MoreVotesThenLot { .. } => Some(DecidedBy::MoreVotes),
			TieRule::FewerVotes => Some(DecidedBy::FewerVotes),
			TieRule::ListOrder | TieRule::Lot { .. } => None,
		};
		if let Some(by) = by_votes {
			// A stable sort: equal votes stay in the order of the ballot paper.
			rest.sort_by_key(|(_, votes)| if by == DecidedBy::MoreVotes { u64::MAX - votes } else { *votes });
			let last = rest.get(places - 1).map(|(_, votes)| *votes);
			let before = rest.iter().take_while(|(_, votes)| Some(*votes) != last).count();
			let level = rest.iter().filter(|(_, votes)| Some(*votes) == last).count();
			let all_level_win = before + level == places;
			let winners = if all_level_win { places } else { before };
			if winners > 0 {
				let mut sure: Vec<OptionIndex> = rest.iter().take(winners).map(|(option, _)| *option).collect();
				sure.sort_unstable();
				working.push(Step::Tie {
					options: options(&rest),
					places: places as u32,
					stake,
					by,
					chosen: sure.clone(),
				});
				chosen = sure;
			}
			if all_level_win {
				return Ok(chosen);
			}
			if before + level < rest.len() {
				let left: Vec<_> = rest.iter().skip(before).take(level).copied().collect();
				working.push(Step::TieNarrowed { options: options(&rest), stake, by, left: options(&left) });
			}
			rest = rest.into_iter().skip(before).take(level).collect();
		}
		let places = places - chosen.len();
		let (by, mut winners) = match self.rule {
			TieRule::Lot { seed } | TieRule::MoreVotesThenLot { seed } => {
				let Some(seed) = seed else {
					return Err(Undecided { options: options(&rest), places: places as u32 });
				};
				self.draws = self.draws.saturating_add(1);
				let mut drawn: Vec<_> =
					rest.iter().map(|(option, _)| (lot(&seed, self.draws, *option), *option)).collect();
				drawn.sort_unstable();
				let winners = drawn.into_iter().take(places).map(|(_, option)| option).collect::<Vec<_>>();
				(DecidedBy::Lot { draw: self.draws }, winners)
			}
			_ => (DecidedBy::ListOrder, rest.iter().take(places).map(|(option, _)| *option).collect()),
		};
		winners.sort_unstable();
		working.push(Step::Tie { options: options(&rest), places: places as u32, stake, by, chosen: winners.clone() });
		chosen.extend(winners);
		chosen.sort_unstable();
		Ok(chosen)
	}
}

fn options(tied: &[(OptionIndex, u64)]) -> Vec<OptionIndex> {
	let mut options: Vec<_> = tied.iter().map(|(option, _)| *option).collect();
	options.sort_unstable();
	options
}

/// The digest by which one option takes part in one lot.
pub fn lot(seed: &[u8; 32], draw: u32, option: OptionIndex) -> [u8; 32] {
	let mut hash = Blake2b::<U32>::new();
	hash.update(b"dobush/v1/lot");
	hash.update(seed);
	hash.update(draw.to_le_bytes());
	hash.update(option.to_le_bytes());
	hash.finalize().into()
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

	/// For a second implementation: seed of thirty-two sevens, first lot, option 2.
	#[test]
	fn lot_is_the_documented_hash() {
		let hex: alloc::string::String = lot(&[7; 32], 1, 2).iter().map(|byte| alloc::format!("{byte:02x}")).collect();
		assert_eq!(hex, "eeb4e5e556989fb78d6f3d657f4ef4c1b093e14a745d27bc7ff11702a6f9387e");
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

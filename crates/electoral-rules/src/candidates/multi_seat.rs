//! Districts with several seats, filled by the candidates with the most votes.
//!
//! The districts of Kyrgyzstan in 2025 are in [`kg_2025`](crate::laws::kg_2025).

use super::electable::electable;
use crate::{
	settle::{Ties, Undecided},
	AgainstAll, DecideError, OptionIndex, OptionKind, Stake, Step, TieRule, Totals, Verdict, Votes,
};
use alloc::{vec, vec::Vec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The candidates with the most votes are elected. Single non-transferable vote, block vote and approval differ only in how
/// many candidates a voter may name. Seats that no candidate with a vote can take stay vacant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct MultiSeat {
	/// Seats of the district; at most [`MAX_SEATS`](crate::MAX_SEATS).
	pub seats: u32,
	/// How many candidates a voter may name.
	pub choices: Choices,
	/// At most this many seats for women and at most this many for men; candidates beyond it are passed over. At least half of
	/// the seats; none where sexes are not counted.
	pub most_of_one_sex: Option<u32>,
	/// The effect of votes against all, which can be offered only where a voter names one option.
	pub against_all: AgainstAll,
	/// How ties are decided.
	pub ties: TieRule,
}

/// How many candidates a voter may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Choices {
	/// One: the single non-transferable vote.
	One,
	/// At most this many, at least one: block vote with as many as there are seats, limited vote with fewer.
	UpTo(u16),
	/// Any number: approval.
	Any,
}

/// Decides a district.
pub(crate) fn decide(rule: &MultiSeat, votes: &Votes, totals: &Totals, working: &mut Vec<Step>) -> Verdict {
	if rule.against_all.asks_to_repeat(votes, totals, working) {
		return Verdict::Repeat;
	}
	let mut waiting = electable(votes, totals);
	waiting.retain(|(_, votes)| *votes > 0);
	if waiting.is_empty() {
		working.push(Step::NoVotes);
		return Verdict::Repeat;
	}
	waiting.sort_by_key(|(_, votes)| u64::MAX - votes);
	let mut seating = Seating { rule, options: &votes.options, women: 0, men: 0, seats: vec![0; votes.options.len()] };
	let mut ties = Ties::new(rule.ties);
	let mut rest = waiting.as_slice();
	while let Some((_, best)) = rest.first() {
		let (level, later) = rest.split_at(rest.iter().take_while(|(_, votes)| votes == best).count());
		rest = later;
		if seating.left() == 0 {
			break;
		}
		if let Err(undecided) = seating.seat(level, &mut ties, working) {
			return undecided.verdict(working);
		}
	}
	if seating.left() > 0 {
		working.push(Step::Vacant { seats: seating.left() });
	}
	Verdict::Seats(seating.seats)
}

/// The seats taken so far.
struct Seating<'a> {
	rule: &'a MultiSeat,
	options: &'a [OptionKind],
	women: u32,
	men: u32,
	seats: Vec<u32>,
}

impl Seating<'_> {
	/// Seats that nobody has yet.
	fn left(&self) -> u32 {
		self.rule.seats.saturating_sub(self.seats.iter().sum())
	}

	/// How many more of this candidate's sex may be seated.
	fn room(&self, option: OptionIndex) -> u32 {
		let most = self.rule.most_of_one_sex.unwrap_or(u32::MAX);
		match self.options.get(usize::from(option)) {
			Some(OptionKind::Woman) => most.saturating_sub(self.women),
			Some(OptionKind::Man) => most.saturating_sub(self.men),
			_ => u32::MAX,
		}
	}

	/// Gives a seat to a candidate.
	fn elect(&mut self, option: OptionIndex, votes: u64, working: &mut Vec<Step>) {
		match self.options.get(usize::from(option)) {
			Some(OptionKind::Woman) => self.women += 1,
			Some(OptionKind::Man) => self.men += 1,
			_ => {}
		}
		if let Some(seat) = self.seats.get_mut(usize::from(option)) {
			*seat = 1;
		}
		working.push(Step::Elected { option, votes });
	}

	/// Gives seats to candidates with equal votes: to all if there are enough, otherwise as the tie rule says. Where sexes are
	/// counted, the tie rule decides seat by seat, because one seat can exclude a sex from the next.
	fn seat(
		&mut self,
		level: &[(OptionIndex, u64)],
		ties: &mut Ties,
		working: &mut Vec<Step>,
	) -> Result<(), Undecided> {
		let mut level = level.to_vec();
		loop {
			level.retain(|(option, votes)| {
				let room = self.room(*option) > 0;
				if !room {
					working.push(Step::PassedOver { option: *option, votes: *votes });
				}
				room
			});
			let left = self.left();
			let Some(first) = level.first().copied() else { return Ok(()) };
			if left == 0 {
				return Ok(());
			}
			let Some(most) = self.rule.most_of_one_sex else {
				let places = usize::try_from(left).unwrap_or(usize::MAX);
				for option in ties.settle(&level, places, Stake::Seat, working)? {
					self.elect(option, first.1, working);
				}
				return Ok(());
			};
			let of_kind = |kind| {
				level.iter().filter(|(option, _)| self.options.get(usize::from(*option)) == Some(&kind)).count() as u32
			};
			let all_fit = level.len() as u64 <= u64::from(left)
				&& of_kind(OptionKind::Woman) <= most.saturating_sub(self.women)
				&& of_kind(OptionKind::Man) <= most.saturating_sub(self.men);
			let chosen = if all_fit { first.0 } else { ties.settle_one(&level, working)?.unwrap_or(first.0) };
			level.retain(|(option, _)| *option != chosen);
			self.elect(chosen, first.1, working);
		}
	}
}

/// Whether every candidate's votes fit into the number of ballots.
pub(crate) fn fits(rule: &MultiSeat, totals: &Totals, ballots: u64) -> Result<(), DecideError> {
	let most = match rule.choices {
		Choices::One => 1,
		Choices::UpTo(k) => u128::from(k),
		Choices::Any => totals.votes.len() as u128,
	};
	let sum: u128 = totals.votes.iter().map(|votes| u128::from(*votes)).sum();
	if totals.votes.iter().any(|votes| *votes > ballots) || sum > most * u128::from(ballots) {
		return Err(DecideError::MoreVotesThanBallots);
	}
	Ok(())
}

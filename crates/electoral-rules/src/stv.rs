//! Single transferable vote as Scotland counts it: weighted inclusive Gregory, five decimals, the rest ignored.
//!
//! Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 46 to 52. Votes are whole numbers of
//! hundred-thousandths, so the five decimals of rule 48(3) are exact here.

use crate::{
	ranked::{OneOf, RankedVotes, PARTS},
	tie::{Ties, Undecided},
	OptionIndex, Stake, Step, TieRule, Verdict,
};
use alloc::{vec, vec::Vec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Single transferable vote. Ties look back to the most recent stage at which the candidates differed, then `ties`
/// decides; in Scotland that is a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Stv {
	/// Seats to fill.
	pub seats: u32,
	/// How ties are decided when no earlier stage does. More votes means more first preferences.
	pub ties: TieRule,
}

/// Equal ballots on their way: where they lie, at which value each.
#[derive(Clone, Copy)]
struct Parcel {
	ranking: usize,
	/// Place of the holder in the order of these ballots.
	at: usize,
	/// Of one ballot, in hundred-thousandths.
	value: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
	Continuing,
	Elected,
	Out,
}

struct Count<'a> {
	votes: &'a RankedVotes,
	state: Vec<State>,
	parcels: Vec<Vec<Parcel>>,
	/// Credited votes in hundred-thousandths.
	credit: Vec<u64>,
	history: Vec<Vec<u64>>,
	non_transferable: u64,
	quota: u64,
	elected: u32,
	seats: u32,
	stage: u32,
}

/// Fills the seats.
pub(crate) fn decide(rule: &Stv, votes: &RankedVotes, working: &mut Vec<Step>) -> Verdict {
	let valid = votes.valid();
	if valid == 0 {
		working.push(Step::NoVotes);
		return Verdict::Repeat;
	}
	// Rule 46: valid ballots by one more than the seats, the fraction ignored, and one more.
	let quota = valid / (u64::from(rule.seats) + 1) + 1;
	working.push(Step::RankedQuota { valid, seats: rule.seats, quota });
	let candidates = usize::from(votes.candidates);
	let state =
		votes.standing().into_iter().map(|stands| if stands { State::Continuing } else { State::Out }).collect();
	let mut count = Count {
		votes,
		state,
		parcels: vec![Vec::new(); candidates],
		credit: vec![0; candidates],
		history: Vec::new(),
		non_transferable: 0,
		quota: quota.saturating_mul(PARTS),
		elected: 0,
		seats: rule.seats,
		stage: 1,
	};
	match count.run(&mut Ties::new(rule.ties), working) {
		Ok(()) => {
			if count.elected < rule.seats {
				working.push(Step::Vacant { seats: rule.seats - count.elected });
			}
			Verdict::Seats(count.state.iter().map(|state| u32::from(*state == State::Elected)).collect())
		}
		Err(Undecided { options, places }) => {
			working.push(Step::LotNeeded { options: options.clone(), places });
			Verdict::Tied { options, places }
		}
	}
}

impl Count<'_> {
	fn run(&mut self, ties: &mut Ties, working: &mut Vec<Step>) -> Result<(), Undecided> {
		for ranking in 0..self.votes.rankings.len() {
			self.credit_next(Parcel { ranking, at: 0, value: PARTS }, true);
		}
		loop {
			self.show(working);
			self.elect(working);
			let vacancies = self.seats.saturating_sub(self.elected);
			let continuing = self.those(State::Continuing);
			if vacancies == 0 || continuing.is_empty() {
				return Ok(());
			}
			// Rule 52: the last vacancies are filled without further transfers.
			if continuing.len() as u64 <= u64::from(vacancies) {
				for option in continuing {
					self.seat(option, working);
				}
				return Ok(());
			}
			let surplus = |option: &OptionIndex| self.of(*option).saturating_sub(self.quota);
			let elected = self.those(State::Elected);
			let largest = elected.iter().map(surplus).max().filter(|largest| *largest > 0);
			let with_largest = elected.into_iter().filter(|option| Some(surplus(option)) == largest).collect();
			let history = core::mem::take(&mut self.history);
			let mut one_of = OneOf { history: &history, look_back: true, stake: Stake::FirstTransfer, most: true };
			let result = if largest.is_some() {
				one_of.pick(with_largest, ties, working).map(|option| (option, largest))
			} else {
				(one_of.stake, one_of.most) = (Stake::StayingInTheCount, false);
				let least = continuing.iter().map(|option| self.of(*option)).min();
				let level = continuing.into_iter().filter(|option| Some(self.of(*option)) == least).collect();
				one_of.pick(level, ties, working).map(|option| (option, None))
			};
			self.history = history;
			match result? {
				(Some(option), Some(surplus)) => self.transfer_surplus(option, surplus, working),
				(Some(option), None) => self.exclude(option, working),
				(None, _) => return Ok(()),
			}
			self.stage = self.stage.saturating_add(1);
		}
	}

	fn of(&self, option: OptionIndex) -> u64 {
		self.credit.get(usize::from(option)).copied().unwrap_or(0)
	}

	fn those(&self, wanted: State) -> Vec<OptionIndex> {
		(0..).zip(&self.state).filter(|(_, state)| **state == wanted).map(|(option, _)| option).collect()
	}

	fn show(&mut self, working: &mut Vec<Step>) {
		let row = (0..).zip(&self.state).filter(|(_, state)| **state != State::Out);
		let votes = row.map(|(option, _)| (option, self.of(option))).collect();
		let (stage, scale, non_transferable) = (self.stage, PARTS as u32, self.non_transferable);
		working.push(Step::StageVotes { stage, scale, votes, non_transferable });
		self.history.push(self.credit.clone());
	}

	/// Everyone who reaches the quota is elected, those with more votes first.
	fn elect(&mut self, working: &mut Vec<Step>) {
		let mut reached = self.those(State::Continuing);
		reached.retain(|option| self.of(*option) >= self.quota);
		reached.sort_by_key(|option| u64::MAX - self.of(*option));
		for option in reached {
			self.seat(option, working);
		}
	}

	fn seat(&mut self, option: OptionIndex, working: &mut Vec<Step>) {
		self.set(option, State::Elected);
		self.elected = self.elected.saturating_add(1);
		let (stage, scale, votes) = (self.stage, PARTS as u32, self.of(option));
		working.push(Step::ElectedInStage { stage, scale, option, votes });
	}

	fn set(&mut self, option: OptionIndex, to: State) {
		if let Some(state) = self.state.get_mut(usize::from(option)) {
			*state = to;
		}
	}

	/// Rule 48: every ballot of the candidate goes on, at its value times surplus by votes, five decimals.
	fn transfer_surplus(&mut self, option: OptionIndex, surplus: u64, working: &mut Vec<Step>) {
		let total = self.of(option);
		let (stage, scale) = (self.stage, PARTS as u32);
		working.push(Step::SurplusTransferred { stage, scale, option, surplus, of: total });
		for parcel in self.take(option) {
			let value = u128::from(surplus) * u128::from(parcel.value) / u128::from(total.max(1));
			// Less than the value it had, because the surplus is less than the whole.
			let value = u64::try_from(value).unwrap_or(parcel.value);
			self.credit_next(Parcel { value, ..parcel }, false);
		}
		self.keep(option, self.quota);
		self.balance();
	}

	/// Rule 50: the ballots of the candidate go on at the values at which they came.
	fn exclude(&mut self, option: OptionIndex, working: &mut Vec<Step>) {
		let (stage, scale, votes) = (self.stage, PARTS as u32, self.of(option));
		working.push(Step::Excluded { stage, scale, option, votes });
		self.set(option, State::Out);
		for parcel in self.take(option) {
			self.credit_next(parcel, false);
		}
		self.keep(option, 0);
		self.balance();
	}

	fn take(&mut self, option: OptionIndex) -> Vec<Parcel> {
		self.parcels.get_mut(usize::from(option)).map(core::mem::take).unwrap_or_default()
	}

	fn keep(&mut self, option: OptionIndex, votes: u64) {
		if let Some(credit) = self.credit.get_mut(usize::from(option)) {
			*credit = votes;
		}
	}

	/// Whatever is credited to nobody: ballots without a next preference and ignored decimals.
	fn balance(&mut self) {
		let all = self.votes.valid().saturating_mul(PARTS);
		self.non_transferable = all.saturating_sub(self.credit.iter().sum());
	}

	/// Gives ballots to the next continuing candidate whom they name.
	fn credit_next(&mut self, parcel: Parcel, from_start: bool) {
		let Some(ranking) = self.votes.rankings.get(parcel.ranking) else { return };
		let skip = if from_start { 0 } else { parcel.at + 1 };
		let continuing =
			|option: &OptionIndex| self.state.get(usize::from(*option)).copied() == Some(State::Continuing);
		let next = ranking.order.iter().enumerate().skip(skip).find(|(_, option)| continuing(option));
		let Some((at, option)) = next else {
			if from_start {
				self.non_transferable += ranking.ballots.saturating_mul(PARTS);
			}
			return;
		};
		let place = usize::from(*option);
		if let (Some(credit), Some(parcels)) = (self.credit.get_mut(place), self.parcels.get_mut(place)) {
			// All credits together are at most the ballots at full value, and those fit.
			*credit = credit.saturating_add(ranking.ballots.saturating_mul(parcel.value));
			parcels.push(Parcel { at, ..parcel });
		}
	}
}

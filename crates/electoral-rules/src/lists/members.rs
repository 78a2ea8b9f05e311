//! The members of a list who take its seats: the order of the list, the voters' preferences, the women's share, vacancies.
//!
//! The Kyrgyz law of 2021 has all of it: [`WITHIN_LIST`](crate::laws::kg_2021::WITHIN_LIST).

use crate::{
	settle::{Ties, Undecided},
	OptionIndex, Share, Stake, Step, TieRule,
};
use alloc::vec::Vec;
use blake2::{digest::consts::U32, Blake2b, Digest};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How the seats of a list are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct ListFilling {
	/// What orders the candidates.
	pub by: FillBy,
	/// The least share of the seats, rounded up, that goes to women before the others are filled.
	pub women: Option<Share>,
	/// Whether a vacancy goes to the next candidate of the same sex, if there is one.
	pub vacancy_keeps_sex: bool,
	/// How equal preferences are decided. Candidates without any follow in the order of the list.
	pub ties: TieRule,
}

/// What orders the candidates of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum FillBy {
	/// The order of the list: a closed list.
	ListOrder,
	/// The preferences of the voters: an open list.
	Preferences,
}

/// A candidate's sex, where the law counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Sex {
	/// A woman.
	Woman,
	/// A man.
	Man,
}

/// A candidate of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct ListCandidate {
	/// The candidate's sex; it matters only where [`ListFilling::counts_sexes`].
	pub sex: Sex,
	/// The ballots that prefer this candidate.
	pub preferences: u64,
}

/// The members of a list who are elected, and how that was decided. Candidates are numbered from 0 in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Filled {
	/// The elected, in the order in which the rule reached them.
	pub elected: Vec<OptionIndex>,
	/// Seats for which the list has no candidate.
	pub vacant: u32,
	/// The steps in their order; the options of these steps are the candidates of the list.
	pub working: Vec<Step>,
}

/// A lot must be drawn between these candidates; record its seed in the rule's `ties` and ask again.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct LotNeeded {
	/// The tied candidates.
	pub candidates: Vec<OptionIndex>,
	/// How many of them take a seat.
	pub places: u32,
}

impl From<Undecided> for LotNeeded {
	fn from(Undecided { options, places }: Undecided) -> Self {
		Self { candidates: options, places }
	}
}

impl ListFilling {
	/// A closed list: the first candidates take the seats.
	pub const CLOSED: ListFilling =
		ListFilling { by: FillBy::ListOrder, women: None, vacancy_keeps_sex: false, ties: TieRule::ListOrder };

	/// Whether the sex of a candidate matters.
	pub const fn counts_sexes(&self) -> bool {
		self.women.is_some() || self.vacancy_keeps_sex
	}

	/// The same rule for one list of a contest, with the lot that was drawn for the contest.
	///
	/// Every list has a seed of its own, [`lot_of_list`], so that places on two lists are not drawn alike.
	pub fn with_lot(self, drawn: [u8; 32], list: OptionIndex) -> Self {
		Self { ties: self.ties.with_seed(lot_of_list(&drawn, list)), ..self }
	}

	/// Fills the seats of a list.
	///
	/// Fails only where a lot must be drawn. A share over 100 % gives women all seats that they can fill, and seats without a
	/// candidate are counted in [`Filled::vacant`].
	pub fn fill(&self, candidates: &[ListCandidate], seats: u32) -> Result<Filled, LotNeeded> {
		let mut working: Vec<Step> = self.ties.seed().map(|seed| Step::LotRecorded { seed }).into_iter().collect();
		let mut ties = Ties::new(self.ties);
		let mut elected = Vec::new();
		let everyone = || (0..=OptionIndex::MAX).zip(candidates);
		if let Some(share) = self.women {
			let needed = share.needed(seats.into()).min(seats.into());
			working.push(Step::WomenFirst { share, seats, needed });
			let women = everyone().filter(|(_, candidate)| candidate.sex == Sex::Woman).collect();
			elected = self.first(women, needed, &mut ties, &mut working)?;
		}
		let others = everyone().filter(|(place, _)| !elected.contains(place)).collect();
		let left = u64::from(seats).saturating_sub(elected.len() as u64);
		elected.extend(self.first(others, left, &mut ties, &mut working)?);
		let vacant = u32::try_from(u64::from(seats).saturating_sub(elected.len() as u64)).unwrap_or(seats);
		if vacant > 0 {
			working.push(Step::Vacant { seats: vacant });
		}
		Ok(Filled { elected, vacant, working })
	}

	/// The candidate who takes the seat of a member who leaves, with the working. `used` are all candidates who have or had a
	/// seat, with the one who leaves; `None` if the list is used up.
	pub fn fill_vacancy(
		&self,
		candidates: &[ListCandidate],
		used: &[OptionIndex],
		leaving: OptionIndex,
	) -> Result<Option<(OptionIndex, Vec<Step>)>, LotNeeded> {
		let mut working = Vec::new();
		let waiting: Vec<_> = (0..=OptionIndex::MAX)
			.zip(candidates)
			.filter(|(place, _)| !used.contains(place) && *place != leaving)
			.collect();
		let sex = candidates.get(usize::from(leaving)).map(|candidate| candidate.sex);
		let same: Vec<_> = waiting.iter().copied().filter(|(_, candidate)| Some(candidate.sex) == sex).collect();
		let pool = if self.vacancy_keeps_sex && !same.is_empty() { same } else { waiting };
		let next = self.first(pool, 1, &mut Ties::new(self.ties), &mut working)?;
		Ok(next.first().map(|place| (*place, working)))
	}

	/// The first `seats` of these candidates, in the order of the rule.
	fn first(
		&self,
		mut pool: Vec<(OptionIndex, &ListCandidate)>,
		seats: u64,
		ties: &mut Ties,
		working: &mut Vec<Step>,
	) -> Result<Vec<OptionIndex>, Undecided> {
		let votes = |candidate: &ListCandidate| match self.by {
			FillBy::ListOrder => 0,
			FillBy::Preferences => candidate.preferences,
		};
		pool.sort_by_key(|(place, candidate)| (u64::MAX - votes(candidate), *place));
		let seats = usize::try_from(seats).unwrap_or(usize::MAX).min(pool.len());
		let Some(last) = seats.checked_sub(1).and_then(|last| pool.get(last)).map(|(_, last)| votes(last)) else {
			return Ok(Vec::new());
		};
		let level: Vec<_> = pool
			.iter()
			.filter(|(_, c)| votes(c) == last && last > 0)
			.map(|(place, c)| (*place, c.preferences))
			.collect();
		let before = pool.iter().take_while(|(_, candidate)| votes(candidate) > last).count();
		let chosen = if last > 0 && before + level.len() > seats {
			let chosen = ties.settle(&level, seats - before, Stake::Seat, working)?;
			pool.iter().take(before).map(|(place, _)| *place).chain(chosen).collect()
		} else {
			pool.iter().take(seats).map(|(place, _)| *place).collect::<Vec<_>>()
		};
		for place in &chosen {
			let preferences = pool.iter().find(|(p, _)| p == place).map_or(0, |(_, c)| votes(c));
			working.push(match preferences {
				0 => Step::SeatByOrder { option: *place },
				votes => Step::SeatByPreferences { option: *place, votes },
			});
		}
		Ok(chosen)
	}
}

/// The seed with which a list is filled, from the lot that was drawn for its contest:
/// `blake2b-256("dobush/v1/lot/list" ‖ drawn ‖ list as u16 LE)`.
pub fn lot_of_list(drawn: &[u8; 32], list: OptionIndex) -> [u8; 32] {
	let mut hash = Blake2b::<U32>::new();
	hash.update(b"dobush/v1/lot/list");
	hash.update(drawn);
	hash.update(list.to_le_bytes());
	hash.finalize().into()
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::vec;

	fn list(candidates: &[(Sex, u64)]) -> Vec<ListCandidate> {
		candidates.iter().map(|(sex, preferences)| ListCandidate { sex: *sex, preferences: *preferences }).collect()
	}

	const OPEN: ListFilling = ListFilling {
		by: FillBy::Preferences,
		women: Some(Share::percent(30)),
		vacancy_keeps_sex: true,
		ties: TieRule::ListOrder,
	};

	use Sex::{Man as M, Woman as W};

	#[test]
	fn a_closed_list_is_filled_from_the_top() {
		let filled = ListFilling::CLOSED.fill(&list(&[(M, 0), (M, 9), (W, 5)]), 2).expect("no lot");
		assert_eq!((filled.elected, filled.vacant), (vec![0, 1], 0));
	}

	#[test]
	fn women_get_their_share_first_rounded_up() {
		// 30 % of 5 is 1.5: two women, though five men have more preferences.
		let list = list(&[(M, 90), (M, 80), (W, 1), (M, 70), (W, 2), (M, 60), (W, 3)]);
		let filled = OPEN.fill(&list, 5).expect("no lot");
		assert_eq!(filled.elected, [6, 4, 0, 1, 3]);
	}

	#[test]
	fn women_without_preferences_come_in_the_order_of_the_list() {
		let filled = OPEN.fill(&list(&[(M, 9), (M, 8), (M, 7), (W, 0), (W, 0)]), 3).expect("no lot");
		assert_eq!(filled.elected, [3, 0, 1]);
	}

	#[test]
	fn seats_without_candidates_stay_vacant_and_too_few_women_leave_room_for_men() {
		let filled = OPEN.fill(&list(&[(M, 1), (M, 2)]), 5).expect("no lot");
		assert_eq!((filled.elected, filled.vacant), (vec![1, 0], 3));
	}

	#[test]
	fn equal_preferences_wait_for_the_lot_only_when_a_seat_depends_on_it() {
		let drawn = ListFilling { women: None, ties: TieRule::Lot { seed: None }, ..OPEN };
		let list = list(&[(M, 5), (W, 5), (M, 5)]);
		assert_eq!(drawn.fill(&list, 3).map(|filled| filled.elected), Ok(vec![0, 1, 2]));
		assert_eq!(drawn.fill(&list, 2), Err(LotNeeded { candidates: vec![0, 1, 2], places: 2 }));
		let drawn = ListFilling { ties: drawn.ties.with_seed([1; 32]), ..drawn };
		assert_eq!(drawn.fill(&list, 2).map(|filled| filled.elected.len()), Ok(2));
	}

	#[test]
	fn lists_do_not_draw_alike() {
		let drawn = ListFilling { women: None, ties: TieRule::Lot { seed: None }, ..OPEN };
		let list = list(&[(M, 5), (W, 5)]);
		let winners = |number| drawn.with_lot([7; 32], number).fill(&list, 1).map(|filled| filled.elected);
		let all: alloc::collections::BTreeSet<_> = (0..32).map(|list| winners(list).expect("a lot decides")).collect();
		assert_eq!(all.len(), 2, "either of the two wins on some lists");
		// As Python's hashlib and docs/rules.md have it.
		assert_eq!(lot_of_list(&[7; 32], 2)[..4], [0x8f, 0x6b, 0xc4, 0xf6]);
	}

	#[test]
	fn a_vacancy_goes_to_the_next_of_the_same_sex() {
		let list = list(&[(M, 9), (W, 8), (M, 7), (W, 1)]);
		assert_eq!(OPEN.fill_vacancy(&list, &[0, 1], 1).map(|next| next.map(|(p, _)| p)), Ok(Some(3)));
		assert_eq!(OPEN.fill_vacancy(&list, &[0, 1], 0).map(|next| next.map(|(p, _)| p)), Ok(Some(2)));
		assert_eq!(OPEN.fill_vacancy(&list, &[0, 1, 3], 3).map(|next| next.map(|(p, _)| p)), Ok(Some(2)));
		assert_eq!(OPEN.fill_vacancy(&list, &[0, 1, 2, 3], 3), Ok(None));
	}
}

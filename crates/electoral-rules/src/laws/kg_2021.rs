//! Kyrgyzstan, 2021: president and referendum on 10 January, parliament on 28 November.
//!
//! Parliament: Constitutional Law of 2 July 2011, No. 68, as amended on 26 August 2021, No. 103:
//! - 54 of 90 deputies from open lists in one constituency, 36 in districts with one seat each;
//! - article 64: lists with at least 5 per cent of the voters who took part, in the Republic, and at least 0.5 per cent
//!   in every region and in Bishkek and Osh; Hare quota, largest fractional parts; at most half of the list seats, 27;
//! - of the seats of a list first at least 30 per cent to the women with the most preferences; women without any follow in the
//!   order of the list; then the others by preferences (Central Election Commission, 14 October 2021);
//! - in a district the most votes win; with equal votes the candidate who was registered first; where most voters are
//!   against all, the election is repeated, as happened in two districts.
//!
//! How article 64 decides between equal fractions is not in the texts at hand; see [`kg_2020`](super::kg_2020).

use crate::{
	AgainstAll, Base, FillBy, ListFilling, ListRule, Majority, Method, Plurality, Referendum, Regional, Regions, Rule,
	Share, Threshold, TieRule, TwoRounds,
};

/// Seats for lists.
pub const LIST_SEATS: u32 = 54;

/// The rule for the lists without its regional part, for results that were published without regions.
pub fn national_only() -> ListRule {
	ListRule {
		national: Threshold { share: Share::percent(5), base: Base::Participants },
		cap: Some(27),
		against_all: AgainstAll::Counts,
		ties: TieRule::MoreVotes,
		..ListRule::new(LIST_SEATS, Method::Hare)
	}
}

/// The whole rule for the lists.
pub fn lists() -> Rule {
	Rule::Lists(ListRule {
		regional: Some(Regional { share: Share::per_mille(5), base: Base::Participants, regions: Regions::Each }),
		..national_only()
	})
}

/// How the seats of a list are filled.
pub const WITHIN_LIST: ListFilling = ListFilling {
	by: FillBy::Preferences,
	women: Some(Share::percent(30)),
	vacancy_keeps_sex: true,
	ties: TieRule::ListOrder,
};

/// A district with one seat; candidates stand on the ballot paper in the order of registration.
pub fn district() -> Rule {
	Rule::Plurality(Plurality { against_all: AgainstAll::RepeatIfFirst, ties: TieRule::ListOrder })
}

/// The president: elected by more than half of the voters who took part; otherwise the two best meet in a second round.
pub fn president() -> TwoRounds {
	TwoRounds {
		majority: Majority::OF_PARTICIPANTS,
		quorum: None,
		against_all: AgainstAll::Counts,
		ties: TieRule::Lot { seed: None },
	}
}

/// The referendum: valid when 30 per cent of the registered voters take part; more than half of them adopt an answer.
pub fn referendum() -> Rule {
	Rule::Referendum(Referendum {
		quorum: Some(Share::percent(30)),
		majority: Majority::OF_PARTICIPANTS,
		ties: TieRule::Lot { seed: None },
	})
}

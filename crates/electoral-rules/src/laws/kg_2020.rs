//! Kyrgyzstan, parliament, 4 October 2020 (annulled two days later).
//!
//! Constitutional Law of 2 July 2011, No. 68, "On elections of the President of the Kyrgyz Republic and of deputies of
//! the Jogorku Kenesh", as in force on 4 October 2020:
//! - article 59, part 2: one constituency, proportional, 120 deputies;
//! - article 64, part 2: lists with less than 7 per cent in the Republic, or less than 0.7 per cent in any of the
//!   regions and the cities of Bishkek and Osh, take no part in the distribution; per cent of the voters who took part;
//! - article 64, part 3: sum of the votes of the others divided by 120 is the quota; whole parts first, then the seats
//!   left over to the largest fractional parts; no list has more than 65 seats.
//!
//! How the law decides between equal fractions could not be verified from the published translation, of which we have only
//! a part. The rule below states more votes first, then the order of the ballot paper, as the article does for equal
//! votes elsewhere; no published result depends on it.

use crate::{AgainstAll, Base, ListRule, Method, Regional, Regions, Rule, Share, Threshold, TieRule};

/// Seats of the Jogorku Kenesh.
pub const SEATS: u32 = 120;

/// The rule with its national threshold only, for results that were published without regions.
pub fn national_only() -> ListRule {
	ListRule {
		national: Threshold { share: Share::percent(7), base: Base::Participants },
		cap: Some(65),
		against_all: AgainstAll::Counts,
		ties: TieRule::MoreVotes,
		..ListRule::new(SEATS, Method::Hare)
	}
}

/// The whole rule: 7 % of all who took part and 0.7 % of them in every region.
pub fn parliament() -> Rule {
	Rule::Lists(ListRule {
		regional: Some(Regional { share: Share::per_mille(7), base: Base::Participants, regions: Regions::Each }),
		..national_only()
	})
}

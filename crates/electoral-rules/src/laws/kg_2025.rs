//! Kyrgyzstan, parliament, 30 November 2025: 30 districts with three seats each.
//!
//! Constitutional Law on elections as amended in June 2025: a voter has one vote; the three candidates with the most
//! votes are elected, but at most two of one sex, so that the third seat passes to the best of the other sex. There is no
//! turnout threshold. Ties go to the candidate registered first, as in the districts of 2021; whether the amended text
//! kept that sentence is not in the texts at hand.

use crate::{AgainstAll, Choices, MultiSeat, Rule, TieRule};

/// A district; the options are [`Woman`](crate::OptionKind::Woman) and [`Man`](crate::OptionKind::Man), in the order
/// of registration, and against all.
pub fn district() -> Rule {
	Rule::MultiSeat(MultiSeat {
		seats: 3,
		choices: Choices::One,
		most_of_one_sex: Some(2),
		against_all: AgainstAll::Counts,
		ties: TieRule::ListOrder,
	})
}

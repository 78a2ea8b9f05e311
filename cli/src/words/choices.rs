//! Why a choice of the command line is not one selection, and what to write instead.

use crate::{failure::Failure, voter::ChoiceFault};

const SHOWS: &str = "`dobush voter ballot` shows the options and their numbers";

impl From<ChoiceFault> for Failure {
	fn from(fault: ChoiceFault) -> Self {
		match fault {
			ChoiceFault::Count { contests, choices } => {
				Self::new(format!("the ballot has {contests} contests and {choices} choices were given"))
					.hint("`dobush voter ballot` shows the ballot; give one --choice for each contest, in its order")
			}
			ChoiceFault::NoOption { part, contest } => {
				Self::new(format!("`{part}` is no option of `{contest}`")).hint(SHOWS)
			}
			ChoiceFault::NoPlace { part } => Self::new(format!("`{part}` is no candidate's place on the list"))
				.hint("write the list, a colon, and the candidates' numbers on it: \"Birimdik: 3, 11\""),
			ChoiceFault::CannotDecline { contest } => {
				Self::new(format!("`{contest}` cannot be declined: only some contests have that choice")).hint(SHOWS)
			}
			ChoiceFault::Ambiguous { choice, contest, readings } => {
				let [(one, as_one), (other, as_other)] = *readings;
				let sentence = format!("`{choice}` can mean two things in `{contest}`: {one}; or {other}");
				Self::new(sentence).hint(format!(
					"write '{as_one}' for the first, '{as_other}' for the second; a name in double quotes is only a name"
				))
			}
		}
	}
}

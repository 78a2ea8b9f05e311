//! What is wrong with a line of a votes file or ballot file, after its number.

use super::fields::unknown_sex;
use election_files::error::{Column, LineFault};

/// The sentence after the number of the line.
pub(super) fn line_fault(fault: &LineFault) -> String {
	let text = match fault {
		LineFault::Csv { reason } | LineFault::Blt { reason } => reason,
		LineFault::OpenQuotationMark => "a quotation mark is not closed",
		LineFault::HeaderMissing => "the header `party,votes` is missing",
		LineFault::UnknownHeader { found } => {
			return format!("the header must name the columns party and votes; it is `{found}`");
		}
		LineFault::ColumnCount { found, expected } => {
			return format!("it has {found} columns instead of {expected}");
		}
		LineFault::NoName { column } => return format!("{}: it has no name", name(*column)),
		LineFault::NoNumber { column, found } => {
			return format!("{}: `{found}` is not a number of {}", name(*column), counted(*column));
		}
		LineFault::UnknownSex { found } => return unknown_sex(found),
		LineFault::SecondRow { name } => return format!("party: `{name}` appears a second time"),
		LineFault::TooMany { column } => {
			return format!("{}: all together do not fit into 64 bits", name(*column));
		}
		LineFault::TooManyParties => "there are more parties than a ballot paper can number",
		LineFault::NoParty => "there is no party",
		LineFault::Empty => "it is empty",
		LineFault::NoBallot => "there is no ballot",
		LineFault::BallotsHeaderMissing => "it is a ballot; the header `ballots,1,2,3` is missing",
		LineFault::EmptyChoice => "a choice is empty and a later one is not; leave cells empty at the end only",
		LineFault::NotAlone { word } => return format!("{word} stands alone in its row"),
		LineFault::SecondRegistered => "REGISTERED appears a second time",
		LineFault::CannotDecline => "this contest cannot be declined; `may_decline` is not set",
		LineFault::NotStanding { choice } => return format!("`{choice}` does not stand in this contest"),
		LineFault::NotOnList { choice } => {
			return format!("`{choice}` is no candidate of this list and no number of one");
		}
	};
	text.to_owned()
}

fn name(column: Column) -> &'static str {
	match column {
		Column::Party => "party",
		Column::Region => "region",
		Column::Votes => "votes",
		Column::Ballots => "ballots",
		Column::DirectSeats => "direct_seats",
	}
}

/// What the numbers of a column count.
fn counted(column: Column) -> &'static str {
	match column {
		Column::Party => "parties",
		Column::Region => "regions",
		Column::Votes => "votes",
		Column::Ballots => "ballots",
		Column::DirectSeats => "seats",
	}
}

//! Why the booth does not go on, with what to tell the voter. Protocol §3 and A6.

use crate::{
	envelope::{NotFresh, Symbol},
	Malformed,
};
use core::fmt;

/// Why the booth does not go on, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
	/// The paper is of another chain.
	OtherChain,
	/// The ticket is for another unit than this booth serves.
	OtherUnit {
		/// The unit on the ticket.
		ticket: u16,
		/// The unit of the booth.
		booth: u16,
	},
	/// The ticket names a desk that is not appointed.
	UnknownDesk,
	/// The desk has not signed the ticket.
	TicketSignature,
	/// The ticket's V is malformed.
	Slip(Malformed),
	/// The range of numbers of fakes is empty.
	NoRange,
	/// The real credential of this visit is printed already.
	RealIsPrinted,
	/// This visit has no more fakes; their number was drawn when it began.
	NoMoreFakes,
	/// The envelope is for another booth.
	OtherBooth,
	/// The envelope is not fresh.
	Envelope(NotFresh),
	/// The envelope bears another symbol than the first print.
	OtherSymbol {
		/// The symbol on the print.
		wanted: Symbol,
		/// The symbol on the envelope.
		found: Symbol,
	},
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::OtherChain => f.write_str("this paper belongs to another chain"),
			Self::OtherUnit { ticket, booth } => {
				write!(f, "the ticket is for unit {ticket}, this booth serves unit {booth}; ask the staff for the right booth")
			}
			Self::UnknownDesk => f.write_str("the ticket is from a desk that is not appointed"),
			Self::TicketSignature => f.write_str("the ticket is not signed by its desk; ask for a new one"),
			Self::Slip(why) => write!(f, "the ticket's slip: {why}"),
			Self::NoRange => f.write_str("the numbers of fakes to draw from are an empty range"),
			Self::RealIsPrinted => f.write_str("the real credential of this visit is printed already"),
			Self::NoMoreFakes => f.write_str("there are no more fake credentials on this visit"),
			Self::OtherBooth => NotFresh::OtherBooth.fmt(f),
			Self::Envelope(why) => why.fmt(f),
			Self::OtherSymbol { wanted, found } => write!(
				f,
				"the envelope bears symbol {}, the print asks for symbol {}; take another envelope",
				found.index() + 1,
				wanted.index() + 1
			),
		}
	}
}

impl core::error::Error for Refusal {}

impl From<NotFresh> for Refusal {
	fn from(why: NotFresh) -> Self {
		Self::Envelope(why)
	}
}

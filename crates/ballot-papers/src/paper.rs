//! The papers that can be printed: the six artefacts of an enrolment.

use crate::code;
use ballot_crypto::booth::{Artefact, Checkout, Commit, Envelope, Response, Slip, Ticket};

/// One paper to print.
#[derive(Clone, Copy, Debug)]
pub enum PrintedPaper<'a> {
	/// The desk's check-in ticket.
	Ticket(&'a Ticket),
	/// The inside of an envelope.
	Envelope(&'a Envelope),
	/// The first print of a credential.
	Commit(&'a Commit),
	/// The second print, for the check-out at the desk.
	Checkout(&'a Checkout),
	/// The third print.
	Response(&'a Response),
	/// The desk's sealed slip.
	Slip(&'a Slip),
}

impl PrintedPaper<'_> {
	/// The bytes that the paper's QR code carries.
	pub(crate) fn artefact(&self) -> Vec<u8> {
		match self {
			Self::Ticket(paper) => paper.to_artefact(),
			Self::Envelope(paper) => paper.to_artefact(),
			Self::Commit(paper) => paper.to_artefact(),
			Self::Checkout(paper) => paper.to_artefact(),
			Self::Response(paper) => paper.to_artefact(),
			Self::Slip(paper) => paper.to_artefact(),
		}
	}

	/// The text of the paper's QR code.
	pub fn code(&self) -> String {
		code::text(&self.artefact())
	}
}

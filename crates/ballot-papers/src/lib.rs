//! # Ballot papers
//!
//! The artefacts of a deniable enrolment ([`ballot_crypto::booth`]) as PDF pages for a receipt printer with 80 mm of paper:
//! a QR code that carries the artefact, and a few words about what to do with it in Kyrgyz, Russian or English. Bytes and QR
//! text are pinned in docs/protocol/9-booth.md.
//!
//! A paper's words, layout and size depend on its kind and on what any reader of the code sees: never on whether a credential is
//! real or fake, on an order or on a time. The PDF bears no date and no identifier of its own.
//!
//! And back: [`codes`] reads the QR codes on a picture, for who has a camera and no scanner.

mod code;
mod layout;
mod picture;
mod texts;

pub use code::{read, NotAPaper};
pub use picture::{codes, is_picture, Codes, NotAPicture};
pub use texts::Language;

use ballot_crypto::booth::{Artefact, Checkout, Commit, Envelope, Response, Slip, Ticket};

/// One paper to print.
#[derive(Clone, Copy, Debug)]
pub enum Paper<'a> {
	/// The desk's check-in ticket.
	Ticket(&'a Ticket),
	/// The inside of an envelope.
	Envelope(&'a Envelope),
	/// The first print of a credential.
	Commit(&'a Commit),
	/// The second print: for the check-out.
	Checkout(&'a Checkout),
	/// The third print.
	Response(&'a Response),
	/// The desk's sealed slip.
	Slip(&'a Slip),
}

/// Why papers cannot be printed. None of it can be the fault of a paper; it is there so that nothing panics.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
	/// The artefact does not fit into a QR code.
	#[error("the paper's code does not fit: {0}")]
	Code(#[from] qrcode::types::QrError),
	/// The embedded font cannot be read.
	#[error("the embedded font cannot be read")]
	Font,
	/// The PDF cannot be written.
	#[error("the PDF cannot be written: {0}")]
	Pdf(String),
}

impl Paper<'_> {
	/// The bytes that its code carries.
	fn artefact(&self) -> Vec<u8> {
		match self {
			Self::Ticket(paper) => paper.to_artefact(),
			Self::Envelope(paper) => paper.to_artefact(),
			Self::Commit(paper) => paper.to_artefact(),
			Self::Checkout(paper) => paper.to_artefact(),
			Self::Response(paper) => paper.to_artefact(),
			Self::Slip(paper) => paper.to_artefact(),
		}
	}

	/// What its QR code says.
	pub fn code(&self) -> String {
		code::text(&self.artefact())
	}
}

/// A PDF with one page for each paper, 80 mm wide and as long as it needs. The same papers always give the same bytes.
pub fn pdf(papers: &[Paper], language: Language) -> Result<Vec<u8>, PrintError> {
	layout::document(papers, language)
}

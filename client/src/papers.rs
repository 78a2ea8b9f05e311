//! Scanned papers: the text of a QR code as a paper of this chain.

use crate::error::{Failure, Result};
use ballot_crypto::{
	booth::{Artefact, Kind, Refusal, Unreadable},
	envelope::Symbol,
};

/// What can go wrong with a scanned paper.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PaperError {}

/// A text longer than this is no paper's code.
pub const MAX_LINE: usize = 2_000;

/// How the code of every paper begins: base45 of the two bytes that every artefact starts with.
pub const START: &str = "ES8";

/// Reads the text of a scanned code as a paper of this chain.
pub fn read<A: Artefact>(text: &str, genesis: &[u8; 32]) -> Result<A> {
	Ok(A::from_artefact(&bytes(text)?, genesis)?)
}

/// The bytes of a scanned code, and which paper they are.
pub fn any(text: &str) -> Result<(Kind, Vec<u8>)> {
	let bytes = bytes(text)?;
	Ok((ballot_crypto::booth::artefact::kind(&bytes)?, bytes))
}

fn bytes(text: &str) -> Result<Vec<u8>> {
	// A space is a letter of base45, so only what ends a line is cut off.
	ballot_papers::read(text.trim_end_matches(['\r', '\n'])).map_err(|_| {
		// Cut off anywhere it may be no base45 any more; how it begins says whose it is.
		let ours = text.starts_with(START) && text.len() < MAX_LINE;
		if ours { Unreadable::Torn } else { Unreadable::NotOurs }.into()
	})
}

/// The sign of a symbol, as it is printed on envelopes.
pub fn sign(symbol: Symbol) -> &'static str {
	["●", "▲", "■", "★"].get(usize::from(symbol.index())).copied().unwrap_or("?")
}

impl From<Unreadable> for Failure {
	fn from(why: Unreadable) -> Self {
		let hint = match why {
			Unreadable::NotOurs => "scan the code on the paper; its text has only digits, capital letters and signs",
			Unreadable::Version(_) => "the newest program reads all papers",
			Unreadable::OtherKind { .. } => "nothing is lost; scan the right paper",
			Unreadable::Length { .. } | Unreadable::Torn | Unreadable::Content => {
				"nothing is lost; if the paper itself is torn, ask the staff: another one can be printed or made"
			}
			Unreadable::OtherChain => "check --node: papers serve the chain that they were printed for and no other",
		};
		Self::new(why.to_string()).hint(hint)
	}
}

impl From<Refusal> for Failure {
	fn from(why: Refusal) -> Self {
		let hint = match why {
			Refusal::OtherChain => "check --node: papers serve the chain that they were printed for and no other",
			Refusal::OtherUnit { .. } => "nothing is lost; the ticket stays good for its own unit",
			Refusal::UnknownDesk | Refusal::TicketSignature | Refusal::Slip(_) => {
				"the voter goes back to the desk and gets a new ticket; nothing was made for this one"
			}
			Refusal::NoRange => "give --fakes as two numbers, such as 1-4",
			Refusal::RealIsPrinted => "the voter may take fake ones, or leave",
			Refusal::NoMoreFakes => {
				"how many there would be was drawn when the ticket was scanned; nobody can have more"
			}
			Refusal::OtherBooth | Refusal::Envelope(_) | Refusal::OtherSymbol { .. } => {
				"the credential waits: scan another envelope"
			}
		};
		let sentence = match why {
			// The paper shows a sign and no number.
			Refusal::OtherSymbol { wanted, found } => {
				format!(
					"the envelope bears {}, the print asks for {}; take another envelope",
					sign(found),
					sign(wanted)
				)
			}
			why => why.to_string(),
		};
		Self::new(sentence).hint(hint)
	}
}

//! Scanned papers: the text of a QR code as a paper of this chain.

pub(crate) mod error;

pub use error::PaperError;

use crate::error::{Error, Result};
use ballot_crypto::{
	booth::{Artefact, Kind, Refusal, Unreadable},
	envelope::Symbol,
};

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
		// A paper that is cut off may not be base45 any more; its beginning shows whether it is a paper of ours.
		let ours = text.starts_with(START) && text.len() < MAX_LINE;
		if ours { Unreadable::Torn } else { Unreadable::NotOurs }.into()
	})
}

/// The sign of a symbol, as it is printed on envelopes.
pub fn sign(symbol: Symbol) -> &'static str {
	["●", "▲", "■", "★"].get(usize::from(symbol.index())).copied().unwrap_or("?")
}

impl From<Unreadable> for Error {
	fn from(why: Unreadable) -> Self {
		PaperError::Unreadable(why).into()
	}
}

impl From<Refusal> for Error {
	fn from(why: Refusal) -> Self {
		PaperError::Refused(why).into()
	}
}

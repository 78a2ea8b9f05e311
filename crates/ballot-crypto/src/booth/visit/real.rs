//! The real credential: the booth commits and prints before it sees the challenge, so it must know what it claims.
//! Protocol A6; the commit, challenge and answer of Chaum and Pedersen, 1992.

use super::{
	record::{Printed, Visit},
	refusal::Refusal,
	scan::Scan,
};
use crate::{
	booth::{
		papers::{Commit, Envelope},
		transcript,
	},
	envelope::Symbol,
	Secret, Signature,
};
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// The session of the real credential before its first print.
#[derive(Debug)]
pub struct RealSession<'v> {
	visit: &'v mut Visit,
}

/// The session of the real credential after its first print. It waits for an envelope with the symbol of the print.
#[derive(Debug)]
pub struct RealCommitted<'v> {
	visit: &'v mut Visit,
	nonce: Secret,
	commit: Commit,
}

/// The session of the real credential with its challenge.
#[derive(Debug)]
pub struct RealChallenged<'v> {
	committed: RealCommitted<'v>,
	envelope: Envelope,
}

impl Visit {
	/// Begins the session of the real credential. Refused once it was printed.
	pub fn real(&mut self) -> Result<RealSession<'_>, Refusal> {
		if self.real_is_printed {
			return Err(Refusal::RealIsPrinted);
		}
		Ok(RealSession { visit: self })
	}
}

impl<'v> RealSession<'v> {
	/// Commits and prints, with a fresh κ and a random symbol.
	pub fn print(
		self,
		rng: &mut (impl RngCore + CryptoRng),
		sign: impl FnOnce(&[u8]) -> Signature,
	) -> (Commit, RealCommitted<'v>) {
		let visit = self.visit;
		loop {
			let nonce = Secret::random(rng);
			// This fails with probability 2^-252.
			let Ok(commitments) = transcript::commit(&visit.booth.roll_key, &nonce) else { continue };
			let commit = visit.print(&commitments, Symbol::random(rng), sign);
			return (commit, RealCommitted { visit, nonce, commit });
		}
	}
}

impl<'v> RealCommitted<'v> {
	/// Accepts the envelope. A refused envelope changes nothing: the session comes back, and another one can be scanned.
	#[allow(clippy::result_large_err)] // the session comes back, so that the voter can go on
	pub fn scan(self, scan: &Scan) -> Result<RealChallenged<'v>, (Self, Refusal)> {
		let (wanted, found) = (self.commit.commitment.symbol, scan.envelope.symbol);
		let fits = self
			.visit
			.ensure_fits(scan)
			.and_then(|()| (wanted == found).then_some(()).ok_or(Refusal::OtherSymbol { wanted, found }));
		match fits {
			Ok(()) => Ok(RealChallenged { committed: self, envelope: scan.envelope }),
			Err(refusal) => Err((self, refusal)),
		}
	}
}

impl RealChallenged<'_> {
	/// Answers the challenge and makes the other prints.
	pub fn respond(self, sign: impl FnOnce(&[u8]) -> Signature) -> Printed {
		let Self { committed: RealCommitted { visit, nonce, commit }, envelope } = self;
		let response =
			Zeroizing::new(transcript::answer(nonce, &envelope.challenge.scalar(), visit.pair.element_randomness()));
		visit.real_is_printed = true;
		let (share, pair) = (visit.share.clone(), visit.pair.clone());
		visit.finish(&commit, &envelope, (&share, visit.key, pair), &response, sign)
	}
}

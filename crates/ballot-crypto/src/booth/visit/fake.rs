//! A fake credential: the booth sees the challenge first and simulates a transcript for it. Protocol A6.

use super::{
	record::{draw, Printed, Visit},
	refusal::Refusal,
	scan::Scan,
};
use crate::{
	booth::{
		papers::{Commit, Envelope},
		transcript,
	},
	enrolment::SecretPair,
	Encoded, Scalar, Secret, Signature,
};
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// The session of a fake credential before its envelope.
#[derive(Debug)]
pub struct FakeSession<'v> {
	visit: &'v mut Visit,
}

/// The session of a fake credential with its challenge, before its first print.
#[derive(Debug)]
pub struct FakeScanned<'v> {
	visit: &'v mut Visit,
	envelope: Envelope,
}

/// The session of a fake credential after its first print.
#[derive(Debug)]
pub struct FakeCommitted<'v> {
	visit: &'v mut Visit,
	envelope: Envelope,
	commit: Commit,
	credential: (Secret, Encoded, SecretPair),
	response: Zeroizing<Scalar>,
}

impl Visit {
	/// Begins the session of a fake credential. Refused when the visit has no more of them.
	pub fn fake(&mut self) -> Result<FakeSession<'_>, Refusal> {
		if self.fakes == 0 {
			return Err(Refusal::NoMoreFakes);
		}
		Ok(FakeSession { visit: self })
	}
}

impl<'v> FakeSession<'v> {
	/// Accepts the envelope. A refused envelope changes nothing: the session comes back, and another one can be scanned.
	#[allow(clippy::result_large_err)] // the session comes back, so that the voter can go on
	pub fn scan(self, scan: &Scan) -> Result<FakeScanned<'v>, (Self, Refusal)> {
		match self.visit.ensure_fits(scan) {
			Ok(()) => Ok(FakeScanned { visit: self.visit, envelope: scan.envelope }),
			Err(refusal) => Err((self, refusal)),
		}
	}
}

impl<'v> FakeScanned<'v> {
	/// Draws a credential and an answer σ, and prints the commitment that σ answers, to the false statement that E
	/// encrypts the element of this fake.
	pub fn print(
		self,
		rng: &mut (impl RngCore + CryptoRng),
		sign: impl FnOnce(&[u8]) -> Signature,
	) -> (Commit, FakeCommitted<'v>) {
		let Self { visit, envelope } = self;
		let challenge = envelope.challenge.scalar();
		loop {
			let credential = draw(&visit.booth, &visit.slip, rng);
			let response = Zeroizing::new(Scalar::random(rng));
			let simulated = visit
				.statement(&credential.1)
				.and_then(|statement| transcript::simulate(&statement, &challenge, &response));
			// This fails with probability 2^-251.
			let Ok(commitments) = simulated else { continue };
			let commit = visit.print(&commitments, envelope.symbol, sign);
			return (commit, FakeCommitted { visit, envelope, commit, credential, response });
		}
	}
}

impl FakeCommitted<'_> {
	/// Makes the other prints.
	pub fn respond(self, sign: impl FnOnce(&[u8]) -> Signature) -> Printed {
		let Self { visit, envelope, commit, credential: (share, key, pair), response } = self;
		visit.fakes -= 1;
		visit.finish(&commit, &envelope, (&share, key, pair), &response, sign)
	}
}

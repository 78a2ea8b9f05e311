//! The Fiat–Shamir transcript of a membership proof, in its order, and the key of its Pedersen commitments. Protocol A7.

use super::proof::{Proof, ProofRound, Statement};
use crate::{
	knowledge::BallotContext,
	shuffle::{blinding, generator},
	Context, RistrettoPoint, Transcript,
};

/// The transcript after the statement.
pub(super) fn begin(statement: &Statement) -> Transcript {
	let Statement { context, selections, ciphertext } = statement; // a new field will not compile unnoticed
	let BallotContext { genesis, election, unit, contest, key, booth, credential, slot } = context;
	let place = Context {
		genesis: *genesis,
		election: *election,
		unit: *unit,
		contest: *contest,
		step: 0,
		prover: (*slot).into(),
		attempt: 0,
	};
	Transcript::new("dobush/v1/membership", &place)
		.with("booth", booth)
		.with("credential", credential)
		.with("key", key)
		.with("table", &selections.digest())
		.with("ciphertext", ciphertext)
}

/// The transcript after the commitments, which draws x.
pub(super) fn committed(mut transcript: Transcript, rounds: &[ProofRound]) -> Transcript {
	for ProofRound { g, h, b, d, f: _, za: _, zb: _ } in rounds {
		transcript.absorb("g", g);
		transcript.absorb("h", h);
		transcript.absorb("b", b);
		transcript.absorb("d", d);
	}
	transcript
}

/// The transcript after the responses: everything that a check covers.
pub(super) fn answered(mut transcript: Transcript, proof: &Proof) -> Transcript {
	let Proof { rounds, zd } = proof;
	for ProofRound { g: _, h: _, b: _, d: _, f, za, zb } in rounds {
		transcript.absorb("f", f);
		transcript.absorb("za", za);
		transcript.absorb("zb", zb);
	}
	transcript.with("zd", zd)
}

/// G_1 and H, the key of the commitments `com(a; r) = a·G_1 + r·H` (A0).
pub(super) fn commitment_key() -> [RistrettoPoint; 2] {
	[generator(), blinding()]
}

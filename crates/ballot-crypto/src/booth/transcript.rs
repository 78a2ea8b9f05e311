//! Interactive Chaum–Pedersen proof that E encrypts Q under R, with a challenge from an envelope. Protocol A6; Chaum
//! and Pedersen, 1992.
//!
//! Shows `log_B(c1) = log_R(c2 − Q)` to whoever saw T1 and T2 before e. Shows nothing to anybody else, because
//! [`simulate`] makes such a transcript from e for every Q: this is intended, and fakes depend on it. To check costs
//! four terms.

use crate::{elgamal::CiphertextPoints, Element, Malformed, RistrettoPoint, Scalar, Secret, BASE_TABLE};
use core::fmt;
use curve25519_dalek::traits::VartimeMultiscalarMul;

/// What is claimed: `c1 = r·B`, `c2 − Q = r·R`.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
	/// E = (c1, c2), the roll entry.
	pub element: CiphertextPoints,
	/// Q, the element that E is claimed to encrypt.
	pub claimed: Element,
	/// R, the roll key.
	pub roll_key: Element,
}

/// The commitment `(T1, T2)`.
pub type Commitments = (Element, Element);

/// Which equation does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
	/// `σ·B ≠ T1 + e·c1`
	First,
	/// `σ·R ≠ T2 + e·(c2 − Q)`
	Second,
}

impl fmt::Display for Rejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::First => "the third print does not answer the envelope (first equation)",
			Self::Second => "the third print does not answer the envelope (second equation)",
		})
	}
}

impl core::error::Error for Rejected {}

/// The commitment `(κ·B, κ·R)`, made before the challenge is known. κ must be fresh and used once: two answers with the
/// same κ give r away. Constant time.
pub fn commit(roll_key: &Element, nonce: &Secret) -> Result<Commitments, Malformed> {
	Ok((nonce.public_element()?, Element::try_from(roll_key.point() * nonce.scalar())?))
}

/// The answer `σ = κ + e·r`. Consumes κ.
pub fn answer(nonce: Secret, challenge: &Scalar, randomness: &Secret) -> Scalar {
	nonce.scalar() + challenge * randomness.scalar()
}

/// The commitment that a uniform σ answers, once the challenge is known: `T1 = σ·B − e·c1`, `T2 = σ·R − e·(c2 − Q)`.
///
/// Refuses if one of them is the identity, which happens with probability 2^-251; then take another σ. Constant time in
/// σ.
pub fn simulate(statement: &Statement, challenge: &Scalar, response: &Scalar) -> Result<Commitments, Malformed> {
	let Statement { element: CiphertextPoints { c1, c2 }, claimed, roll_key } = statement;
	let t1 = BASE_TABLE * response - c1 * challenge;
	let t2 = roll_key.point() * response - (c2 - claimed.point()) * challenge;
	Ok((Element::try_from(t1)?, Element::try_from(t2)?))
}

/// Checks the two equations of the voter's device, each by itself: `σ·B = T1 + e·c1` and `σ·R = T2 + e·(c2 − Q)`.
pub fn verify(
	statement: &Statement,
	commitments: &Commitments,
	challenge: &Scalar,
	response: &Scalar,
) -> Result<(), Rejected> {
	let Statement { element: CiphertextPoints { c1, c2 }, claimed, roll_key } = statement;
	let (t1, t2) = commitments;
	let minus = -challenge;
	if RistrettoPoint::vartime_double_scalar_mul_basepoint(&minus, c1, response) != *t1.point() {
		return Err(Rejected::First);
	}
	let difference = c2 - claimed.point();
	if RistrettoPoint::vartime_multiscalar_mul([response, &minus], [roll_key.point(), &difference]) != *t2.point() {
		return Err(Rejected::Second);
	}
	Ok(())
}

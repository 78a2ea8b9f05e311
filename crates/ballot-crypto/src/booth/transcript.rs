//! "E encrypts Q under R", proven with a challenge that comes out of an envelope. Protocol A6; Chaum and Pedersen, 1992.
//! Shows log_B(c1) = log_R(c2 − Q) to whoever saw T1, T2 before e; shows nothing to anybody else, because [`simulate`] makes
//! the same for every Q from e. That is the whole point.

use crate::{elgamal::CiphertextPoints, Element, Malformed, RistrettoPoint, Scalar, Secret, BASE_TABLE};
use core::fmt;
use curve25519_dalek::traits::VartimeMultiscalarMul;

/// What is claimed: `c1 = r·B`, `c2 − Q = r·R`.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
	/// E
	pub element: CiphertextPoints,
	/// Q
	pub claimed: Element,
	/// R
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

/// `(κ·B, κ·R)`, before the challenge is known. κ is fresh and used once: two answers with one κ give r away.
pub fn commit(roll_key: &Element, nonce: &Secret) -> Result<Commitments, Malformed> {
	Ok((nonce.public_element()?, Element::try_from(roll_key.point() * nonce.scalar())?))
}

/// `σ = κ + e·r`. Takes κ away.
pub fn answer(nonce: Secret, challenge: &Scalar, randomness: &Secret) -> Scalar {
	nonce.scalar() + challenge * randomness.scalar()
}

/// The commitment that a uniform σ answers, once the challenge is known: `T1 = σ·B − e·c1`, `T2 = σ·R − e·(c2 − Q)`.
///
/// Refuses with probability 2^-251, when one of them is the identity; then take another σ. Constant time in σ.
pub fn simulate(statement: &Statement, challenge: &Scalar, response: &Scalar) -> Result<Commitments, Malformed> {
	let Statement { element: CiphertextPoints { c1, c2 }, claimed, roll_key } = statement;
	let t1 = BASE_TABLE * response - c1 * challenge;
	let t2 = roll_key.point() * response - (c2 - claimed.point()) * challenge;
	Ok((Element::try_from(t1)?, Element::try_from(t2)?))
}

/// The device's two equations: `σ·B = T1 + e·c1`, `σ·R = T2 + e·(c2 − Q)`. Each is checked by itself.
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

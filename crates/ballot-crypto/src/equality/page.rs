//! Batched Chaum–Pedersen proof: all shares of a page were made with the secret behind one key. Protocol A2 and A3;
//! Chaum and Pedersen, *Wallet databases with observers*, 1992, folded by weights of 128 bits.
//!
//! Shows `D_k = z·W_k` for every base `W_k` of a page, with `z·B = key`. Does not show that the bases are those of an
//! accepted list: the caller reads them from its own stored pages and passes the digest that it computed over them.
//!
//! To check costs two decompressions and two terms with weights of 128 bits for each share. Nothing about bases and
//! shares is secret, so the time may vary. A term costs 3.3 µs at 512 shares a page and 2.7 µs at 2,048, natively; see
//! docs/protocol/a3-decryption.md.
//!
//! The sums are dalek's. Its algorithm walks over all 253 bits, yet with weights of 128 bits it measured as fast as one
//! of our own that stops half-way (at 512 terms 3.3 µs against 3.5, at 1,024 3.0 against 3.1; only at 256 4.9 against
//! 4.4).

use super::proof::{Proof, Rejected};
use crate::{
	element::{encode_doubles, halved, Malformed},
	transcript::Transcript,
	Context, Element, Encoded, EncodedScalar, Secret, BASE_TABLE,
};
use alloc::vec::Vec;
use curve25519_dalek::{
	traits::{IsIdentity, VartimeMultiscalarMul},
	RistrettoPoint, Scalar,
};
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// The bases of one page, decoded once for the proofs of all trustees.
#[derive(Clone, Debug)]
pub struct Bases {
	encoded: Vec<Encoded>,
	points: Vec<RistrettoPoint>,
}

impl Bases {
	/// Decodes the bases of a page; one decompression for each. Refuses the identity: no share is made of the lists of
	/// A0 that may hold it.
	pub fn new(encoded: Vec<Encoded>) -> Result<Self, Malformed> {
		let points = encoded.iter().map(|base| Ok(*base.element()?.point())).collect::<Result<_, _>>()?;
		Ok(Self { encoded, points })
	}

	/// The bases as they are stored.
	pub fn encoded(&self) -> &[Encoded] {
		&self.encoded
	}

	/// The number of bases.
	pub fn len(&self) -> usize {
		self.encoded.len()
	}

	/// Whether there is no base.
	pub fn is_empty(&self) -> bool {
		self.encoded.is_empty()
	}
}

/// What is shown for one page of shares.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
	/// Where the proof belongs; its `prover` is the trustee.
	pub context: &'a Context,
	/// The digest of the list that the bases are from, which the runtime computed over its pages.
	pub list_digest: [u8; 32],
	/// The position in the list of the page's first base, from 0.
	pub start: u32,
	/// The number of bases in the whole list.
	pub total: u32,
	/// The key whose secret made the shares: `μ_j·V_j` for decryption ([`crate::decryption::share_key`]).
	pub key: Element,
	/// The bases of this page.
	pub bases: &'a Bases,
}

/// Everything but the commitments: the seed of the weights. Here the weights are drawn *before* the response, the one
/// exception of A0, because the response depends on them.
fn seed(statement: &Statement, shares: &[Encoded]) -> Result<Transcript, Rejected> {
	let Statement { context, list_digest, start, total, key, bases } = statement; // a new field will not compile unnoticed
	let count = u32::try_from(bases.len()).map_err(|_| Rejected::Range)?;
	if count == 0 || start.checked_add(count).is_none_or(|end| end > *total) {
		return Err(Rejected::Range);
	}
	if shares.len() != bases.len() {
		return Err(Rejected::Count);
	}
	Ok(Transcript::new("dobush/v1/shares", context)
		.with("list", list_digest)
		.with("total", total)
		.with("start", start)
		.with("count", &count)
		.with("key", &Encoded::from(key))
		.with("bases", bases.encoded())
		.with("shares", shares))
}

/// `Σ ρ_k·P_k`, with the weights ρ_k of the seed.
fn weighted(seed: &Transcript, points: &[RistrettoPoint]) -> RistrettoPoint {
	let weights = seed.weights();
	RistrettoPoint::vartime_multiscalar_mul((0..).zip(points).map(|(k, _)| weights.get(k)).collect::<Vec<_>>(), points)
}

fn challenge(
	seed: &Transcript,
	x: &RistrettoPoint,
	y: &RistrettoPoint,
	on_base: &RistrettoPoint,
	on_x: &RistrettoPoint,
) -> Scalar {
	seed.with("x", &Encoded::from(x))
		.with("y", &Encoded::from(y))
		.with("on-base", &Encoded::from(on_base))
		.with("on-x", &Encoded::from(on_x))
		.challenge("e")
}

/// Makes the shares `D_k = z·W_k` of a page and their proof. Constant time in the secret.
///
/// Refuses a page that does not lie within its list ([`Rejected::Range`]) and a secret that is not the key's
/// ([`Rejected::WrongSecret`]). One scalar multiplication for each share, and about an eighth of an encoding.
pub fn prove(
	statement: &Statement,
	secret: &Secret,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<(Vec<Encoded>, Proof), Rejected> {
	if secret.public_point() != *statement.key.point() {
		return Err(Rejected::WrongSecret);
	}
	let half = Zeroizing::new(halved(secret.scalar()));
	let halves: Vec<_> = statement.bases.points.iter().map(|base| base * &*half).collect();
	let shares = encode_doubles(&halves);
	let proof = prove_shares(statement, &shares, secret, rng)?;
	Ok((shares, proof))
}

fn prove_shares(
	statement: &Statement,
	shares: &[Encoded],
	secret: &Secret,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<Proof, Rejected> {
	let seed = seed(statement, shares)?;
	let x = weighted(&seed, &statement.bases.points);
	if x.is_identity() {
		return Err(Rejected::Sum);
	}
	let y = x * secret.scalar();
	let nonce = seed.nonce(secret, rng);
	let e = challenge(&seed, &x, &y, &(BASE_TABLE * &*nonce), &(x * &*nonce));
	let s = &*nonce + e * secret.scalar();
	Ok(Proof { e: EncodedScalar::from(&e), s: EncodedScalar::from(&s) })
}

/// Checks a page of shares. See [`verify_and_decode`].
pub fn verify(statement: &Statement, shares: &[Encoded], proof: &Proof) -> Result<(), Rejected> {
	verify_and_decode(statement, shares, proof).map(drop)
}

/// Checks a page of shares and returns them decoded, so that whoever adds them up need not decode them again.
///
/// With `X = Σ ρ_k·W_k`, `Y = Σ ρ_k·D_k`: D1 `on-base = s·B − e·key`, D2 `on-x = s·X − e·Y`, accepted iff `e` is the
/// challenge hashed from these and everything named in the statement.
pub fn verify_and_decode(
	statement: &Statement,
	shares: &[Encoded],
	proof: &Proof,
) -> Result<Vec<RistrettoPoint>, Rejected> {
	let seed = seed(statement, shares)?;
	let (Ok(e), Ok(s)) = (proof.e.scalar(), proof.s.scalar()) else { return Err(Rejected::Scalar) };
	let points = (0..)
		.zip(shares)
		.map(|(k, share)| Ok(*share.element().map_err(|why| Rejected::Share(k, why))?.point()))
		.collect::<Result<Vec<_>, _>>()?;
	let x = weighted(&seed, &statement.bases.points);
	if x.is_identity() {
		return Err(Rejected::Sum);
	}
	let y = weighted(&seed, &points);
	let on_base = RistrettoPoint::vartime_double_scalar_mul_basepoint(&-e, statement.key.point(), &s); // D1
	let on_x = RistrettoPoint::vartime_multiscalar_mul([s, -e], [x, y]); // D2
	if e == challenge(&seed, &x, &y, &on_base, &on_x) {
		Ok(points)
	} else {
		Err(Rejected::Equation)
	}
}

#[cfg(test)]
mod tests;

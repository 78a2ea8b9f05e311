//! All these shares were made with the secret behind one key. Protocol A2 and A3; Chaum and Pedersen, 1992, folded by weights.
//! Shows D_k = z·W_k for every base W_k of a page, with z·B = key. Does not show that the bases are those of an accepted
//! list: the caller reads them from its own stored pages and passes the digest it computed over them.
//! Per share: two decompressions and two terms with weights of 128 bits. Of bases and shares nothing is secret, time may vary.
//! A term costs 3.3 µs at 512 shares a page and 2.7 at 2,048, natively; docs/protocol/5-decryption.md has the whole.
//!
//! The sums are dalek's: its algorithm walks over all 253 bits, yet with weights of 128 bits it measured as fast as one of
//! our own that stops half-way (at 512 terms 3.3 µs against 3.5, at 1,024 3.0 against 3.1; only at 256 4.9 against 4.4).

use crate::{
	element::{encode_doubles, halved, Malformed},
	transcript::Transcript,
	Context, Element, Encoded, EncodedScalar, Secret, BASE_TABLE,
};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::{
	traits::{IsIdentity, VartimeMultiscalarMul},
	RistrettoPoint, Scalar,
};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;
use zeroize::Zeroizing;

/// Bases of one page, decoded once for the proofs of all trustees.
#[derive(Clone, Debug)]
pub struct Bases {
	encoded: Vec<Encoded>,
	points: Vec<RistrettoPoint>,
}

impl Bases {
	/// Decodes the bases of a page; one decompression each. Refuses the identity: the lists of A0 that may hold it are not for shares.
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

	/// Whether there are none.
	pub fn is_empty(&self) -> bool {
		self.encoded.is_empty()
	}
}

/// What is shown for one page of shares.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
	/// The place; its `prover` is the trustee.
	pub context: &'a Context,
	/// The digest that the runtime computed over the pages of the list that the bases are from.
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

/// The proof for one page: challenge and response. SCALE: `e ‖ s`, 64 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proof {
	/// The challenge.
	pub e: EncodedScalar,
	/// `κ + e·z`
	pub s: EncodedScalar,
}

/// Why a page of shares is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
	/// The page is empty or does not lie within its list.
	Range,
	/// There is not one share for each base.
	Count,
	/// The share number `.0` of the page is malformed.
	Share(u32, Malformed),
	/// The challenge or the response is no canonical scalar.
	Scalar,
	/// The weighted sum of the bases is the identity. Never happens to honest pages.
	Sum,
	/// D1 or D2 does not hold: the shares were not made with the key's secret, or for another place.
	Equation,
	/// Only when proving: the secret is not the one behind the statement's key.
	WrongSecret,
}

impl fmt::Display for Rejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Range => f.write_str("the page is empty or reaches beyond its list"),
			Self::Count => f.write_str("the page does not have one share for each of its entries"),
			Self::Share(index, why) => write!(f, "share {index} of the page: {why}"),
			Self::Scalar => f.write_str("the proof has a number that is not canonical"),
			Self::Sum => f.write_str("the weighted sum of the page is the identity"),
			Self::Equation => f.write_str("the shares do not match the registered key at this place"),
			Self::WrongSecret => {
				f.write_str("the secret does not belong to the registered key; check the key file and the set")
			}
		}
	}
}

impl core::error::Error for Rejected {}

/// Everything but the commitments: the seed of the weights. Here they come *before* the response, the one exception of A0:
/// the response depends on them.
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

/// `Σ ρ_k·P_k`, ρ_k the weights of the seed.
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

/// Makes the shares `D_k = z·W_k` of a page and their proof. What is done with the secret takes constant time.
///
/// Refuses an impossible page ([`Rejected::Range`]) and a secret that is not the key's ([`Rejected::WrongSecret`]).
/// One scalar multiplication per share, and an eighth of an encoding.
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

/// Checks a page of shares and gives them decoded, so that whoever adds them up need not decode again.
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

/// One key and one image under the same secret: `key = z·B`, `image = z·base`. For complaints (A4); no weights.
#[derive(Clone, Copy, Debug)]
pub struct Dleq {
	/// The place: a transcript with a tag of its own that has absorbed where this belongs.
	pub place: Transcript,
	/// `z·B`
	pub key: Element,
	/// The other base.
	pub base: Element,
	/// `z·base`
	pub image: Element,
}

impl Dleq {
	fn seed(&self) -> Transcript {
		let Self { place, key, base, image } = self;
		place.with("key", &Encoded::from(key)).with("base", &Encoded::from(base)).with("image", &Encoded::from(image))
	}

	fn challenge(seed: &Transcript, on_key: &RistrettoPoint, on_base: &RistrettoPoint) -> Scalar {
		seed.with("on-key", &Encoded::from(on_key)).with("on-base", &Encoded::from(on_base)).challenge("e")
	}

	/// Proves the equality for the secret z. Constant time.
	pub fn prove(&self, secret: &Secret, rng: &mut (impl RngCore + CryptoRng)) -> Proof {
		let seed = self.seed();
		let nonce = seed.nonce(secret, rng);
		let e = Self::challenge(&seed, &(BASE_TABLE * &*nonce), &(self.base.point() * &*nonce));
		let s = &*nonce + e * secret.scalar();
		Proof { e: EncodedScalar::from(&e), s: EncodedScalar::from(&s) }
	}

	/// Checks the equality: `e` is the challenge of `s·B − e·key` and `s·base − e·image`. About four multiplications.
	///
	/// Refuses scalars that are not canonical ([`Rejected::Scalar`]) and a false proof ([`Rejected::Equation`]).
	pub fn verify(&self, proof: &Proof) -> Result<(), Rejected> {
		let (Ok(e), Ok(s)) = (proof.e.scalar(), proof.s.scalar()) else { return Err(Rejected::Scalar) };
		let on_key = RistrettoPoint::vartime_double_scalar_mul_basepoint(&-e, self.key.point(), &s);
		let on_base = RistrettoPoint::vartime_multiscalar_mul([s, -e], [*self.base.point(), *self.image.point()]);
		if e == Self::challenge(&self.seed(), &on_key, &on_base) {
			Ok(())
		} else {
			Err(Rejected::Equation)
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::BASE_POINT;
	use proptest::prelude::*;
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	const CONTEXT: Context =
		Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 5, prover: 6, attempt: 7 };

	struct Page {
		context: Context,
		secret: Secret,
		bases: Bases,
		shares: Vec<Encoded>,
		proof: Proof,
	}

	impl Page {
		fn statement(&self) -> Statement<'_> {
			Statement {
				context: &self.context,
				list_digest: [8; 32],
				start: 10,
				total: 100,
				key: self.secret.public_element().unwrap(),
				bases: &self.bases,
			}
		}
	}

	fn bases(count: usize, rng: &mut ChaCha20Rng) -> Bases {
		Bases::new((0..count).map(|_| Secret::random(rng).public()).collect()).unwrap()
	}

	fn page(count: usize, seed: u8) -> Page {
		let mut rng = ChaCha20Rng::from_seed([seed; 32]);
		let proof = Proof { e: EncodedScalar([0; 32]), s: EncodedScalar([0; 32]) };
		let bases = bases(count, &mut rng);
		let mut page = Page { context: CONTEXT, secret: Secret::random(&mut rng), bases, shares: vec![], proof };
		let (shares, proof) = prove(&page.statement(), &page.secret, &mut rng).unwrap();
		(page.shares, page.proof) = (shares, proof);
		page
	}

	#[test]
	fn a_genuine_page_is_accepted_and_decoded() {
		for count in [1, 2, 33] {
			let page = page(count, 1);
			let points = verify_and_decode(&page.statement(), &page.shares, &page.proof).unwrap();
			assert_eq!((page.bases.len(), page.bases.is_empty()), (count, false));
			for (point, base) in points.iter().zip(&page.bases.points) {
				assert_eq!(*point, base * page.secret.scalar());
			}
		}
	}

	#[test]
	fn verify_notices_every_altered_field() {
		let page = page(5, 2);
		let good = page.statement();
		let check = |statement: &Statement, shares: &[Encoded], proof: &Proof| verify(statement, shares, proof);
		let equation = Err(Rejected::Equation);
		for (field, context) in [
			("genesis", Context { genesis: [0; 32], ..CONTEXT }),
			("election", Context { election: 0, ..CONTEXT }),
			("unit", Context { unit: 0, ..CONTEXT }),
			("contest", Context { contest: 0, ..CONTEXT }),
			("step", Context { step: 0, ..CONTEXT }),
			("prover", Context { prover: 0, ..CONTEXT }),
			("attempt", Context { attempt: 0, ..CONTEXT }),
		] {
			assert_eq!(check(&Statement { context: &context, ..good }, &page.shares, &page.proof), equation, "{field}");
		}
		let key = Element::try_from(BASE_POINT).unwrap();
		let mut swapped = page.bases.encoded.clone();
		swapped.swap(0, 1);
		let swapped = Bases::new(swapped).unwrap();
		for (field, statement) in [
			("list", Statement { list_digest: [0; 32], ..good }),
			("start", Statement { start: 11, ..good }),
			("total", Statement { total: 99, ..good }),
			("key", Statement { key, ..good }),
			("bases", Statement { bases: &swapped, ..good }),
		] {
			assert_eq!(check(&statement, &page.shares, &page.proof), equation, "{field}");
		}
		for index in 0..5 {
			let mut shares = page.shares.clone();
			shares[index] = Encoded::from(&BASE_POINT);
			assert_eq!(check(&good, &shares, &page.proof), equation);
		}
		for proof in [Proof { e: page.proof.s, ..page.proof }, Proof { s: page.proof.e, ..page.proof }] {
			assert_eq!(check(&good, &page.shares, &proof), equation);
		}
	}

	#[test]
	fn a_page_outside_its_list_is_refused() {
		let page = page(5, 3);
		let good = page.statement();
		for (start, total) in [(96, 100), (0, 4), (u32::MAX, u32::MAX), (u32::MAX - 4, u32::MAX)] {
			let statement = Statement { start, total, ..good };
			assert_eq!(verify(&statement, &page.shares, &page.proof), Err(Rejected::Range), "{start} of {total}");
		}
		let none = Bases::new(vec![]).unwrap();
		assert_eq!(verify(&Statement { bases: &none, ..good }, &[], &page.proof), Err(Rejected::Range));
	}

	#[test]
	fn shares_must_be_as_many_as_bases() {
		let mut page = page(5, 4);
		page.shares.pop();
		assert_eq!(verify(&page.statement(), &page.shares, &page.proof), Err(Rejected::Count));
	}

	#[test]
	fn malformed_shares_bases_and_scalars_are_refused() {
		let page = page(3, 5);
		for (bytes, why) in [([0; 32], Malformed::Identity), ([0xff; 32], Malformed::Element)] {
			let mut shares = page.shares.clone();
			shares[1] = Encoded(bytes);
			assert_eq!(verify(&page.statement(), &shares, &page.proof), Err(Rejected::Share(1, why)));
			assert_eq!(Bases::new(vec![Encoded(bytes)]).unwrap_err(), why);
		}
		// The group order added to a response is the same number in another dress.
		let order_less_one = (-Scalar::ONE).to_bytes();
		let mut not_canonical = order_less_one;
		not_canonical[0] += 1;
		let e = EncodedScalar(not_canonical);
		assert_eq!(verify(&page.statement(), &page.shares, &Proof { e, ..page.proof }), Err(Rejected::Scalar));
		assert_eq!(verify(&page.statement(), &page.shares, &Proof { s: e, ..page.proof }), Err(Rejected::Scalar));
	}

	/// Shares made with a secret z' that the prover knows, but that is not the key's: D2 holds for z', only D1 fails.
	#[test]
	fn d1_shares_of_another_secret_are_refused() {
		let mut rng = ChaCha20Rng::from_seed([6; 32]);
		let page = page(4, 6);
		let other = Secret::random(&mut rng);
		let shares: Vec<_> = page.bases.points.iter().map(|base| Encoded::from(&(base * other.scalar()))).collect();
		let proof = prove_shares(&page.statement(), &shares, &other, &mut rng).unwrap();
		assert_eq!(verify(&page.statement(), &shares, &proof), Err(Rejected::Equation));
	}

	/// A prover who computes everything as the verifier will, from the shares as they are, and answers with `secret`.
	fn insist(seed: &Transcript, bases: &Bases, shares: &[Encoded], secret: &Secret) -> Proof {
		let points: Vec<_> = shares.iter().map(|share| share.point().unwrap()).collect();
		let (x, y) = (weighted(seed, &bases.points), weighted(seed, &points));
		let nonce = Scalar::from(12_345u64);
		let e = challenge(seed, &x, &y, &(BASE_POINT * nonce), &(x * nonce));
		Proof { e: EncodedScalar::from(&e), s: EncodedScalar::from(&(nonce + e * secret.scalar())) }
	}

	/// The seed as it would be if `without` were not hashed.
	fn weak_seed(statement: &Statement, shares: &[Encoded], without: &str) -> Transcript {
		let Statement { context, list_digest, start, total, key, bases } = statement;
		let mut seed = Transcript::new("dobush/v1/shares", context)
			.with("list", list_digest)
			.with("total", total)
			.with("start", start)
			.with("count", &(bases.len() as u32));
		if without != "key" {
			seed.absorb("key", &Encoded::from(key));
		}
		seed.absorb("bases", bases.encoded());
		if without != "shares" {
			seed.absorb("shares", shares);
		}
		seed
	}

	/// One share altered before the weights are drawn, everything else honest: D1 holds, only D2 fails.
	#[test]
	fn d2_one_bad_share_among_good_ones_is_refused() {
		let page = page(4, 7);
		let strong =
			|shares: &[Encoded]| insist(&weak_seed(&page.statement(), shares, ""), &page.bases, shares, &page.secret);
		assert_eq!(verify(&page.statement(), &page.shares, &strong(&page.shares)), Ok(()));
		let mut shares = page.shares.clone();
		shares[2] = Encoded::from(&(page.bases.points[2] * page.secret.scalar() + BASE_POINT));
		assert_eq!(verify(&page.statement(), &shares, &strong(&shares)), Err(Rejected::Equation));
	}

	/// Weak Fiat–Shamir: were the shares not hashed, the weights would be known before, and errors could cancel under them.
	#[test]
	fn shares_chosen_after_the_weights_are_refused() {
		let page = page(3, 13);
		let seed = weak_seed(&page.statement(), &page.shares, "shares");
		let (first, second) = (seed.weights().get(0), seed.weights().get(1));
		let mut shares = page.shares.clone();
		shares[0] = Encoded::from(&(shares[0].point().unwrap() + BASE_POINT * second));
		shares[1] = Encoded::from(&(shares[1].point().unwrap() - BASE_POINT * first));
		let proof = insist(&seed, &page.bases, &shares, &page.secret);
		assert_eq!(verify(&page.statement(), &shares, &proof), Err(Rejected::Equation));
	}

	/// Errors in two shares that cancel in the plain sum: weights of one would miss them.
	#[test]
	fn errors_that_cancel_without_weights_are_refused() {
		let mut rng = ChaCha20Rng::from_seed([8; 32]);
		let page = page(4, 8);
		let mut shares = page.shares.clone();
		shares[0] = Encoded::from(&(page.bases.points[0] * page.secret.scalar() + BASE_POINT));
		shares[1] = Encoded::from(&(page.bases.points[1] * page.secret.scalar() - BASE_POINT));
		let proof = prove_shares(&page.statement(), &shares, &page.secret, &mut rng).unwrap();
		assert_eq!(verify(&page.statement(), &shares, &proof), Err(Rejected::Equation));
	}

	/// Weak Fiat–Shamir: were the key not hashed, one that fits could be computed after the challenge, its secret unknown.
	#[test]
	fn a_key_chosen_after_the_challenge_is_refused() {
		let mut rng = ChaCha20Rng::from_seed([12; 32]);
		let page = page(3, 12);
		let without_key = weak_seed(&page.statement(), &page.shares, "key");
		let points: Vec<_> = page.shares.iter().map(|share| share.point().unwrap()).collect();
		let (x, y) = (weighted(&without_key, &page.bases.points), weighted(&without_key, &points));
		let nonce = *Secret::random(&mut rng).scalar();
		let on_base = *Secret::random(&mut rng).public_element().unwrap().point();
		let e = challenge(&without_key, &x, &y, &on_base, &(x * nonce));
		let s = nonce + e * page.secret.scalar();
		let key = Element::try_from((BASE_POINT * s - on_base) * e.invert()).unwrap();
		let proof = Proof { e: EncodedScalar::from(&e), s: EncodedScalar::from(&s) };
		let statement = Statement { key, ..page.statement() };
		assert_eq!(verify(&statement, &page.shares, &proof), Err(Rejected::Equation));
	}

	#[test]
	fn a_prover_with_the_wrong_key_file_is_told() {
		let mut rng = ChaCha20Rng::from_seed([9; 32]);
		let page = page(2, 9);
		let other = Secret::random(&mut rng);
		assert_eq!(prove(&page.statement(), &other, &mut rng), Err(Rejected::WrongSecret));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(16))]

		#[test]
		fn any_page_is_proven_and_any_wrong_share_found(count in 1usize..20, wrong in 0usize..20, seed: u8) {
			let page = page(count, seed);
			prop_assert_eq!(verify(&page.statement(), &page.shares, &page.proof), Ok(()));
			let mut shares = page.shares.clone();
			let wrong = wrong % count;
			shares[wrong] = Encoded::from(&(shares[wrong].point().unwrap() + BASE_POINT));
			prop_assert_eq!(verify(&page.statement(), &shares, &page.proof), Err(Rejected::Equation));
		}
	}

	mod dleq {
		use super::*;

		fn genuine() -> (Dleq, Secret, Proof) {
			let mut rng = ChaCha20Rng::from_seed([10; 32]);
			let (secret, base) = (Secret::random(&mut rng), Secret::random(&mut rng));
			let image = Element::try_from(base.public_point() * secret.scalar()).unwrap();
			let place = Transcript::new("test", &CONTEXT);
			let dleq =
				Dleq { place, key: secret.public_element().unwrap(), base: base.public_element().unwrap(), image };
			let proof = dleq.prove(&secret, &mut rng);
			(dleq, secret, proof)
		}

		#[test]
		fn a_genuine_proof_is_accepted() {
			let (dleq, _, proof) = genuine();
			assert_eq!(dleq.verify(&proof), Ok(()));
		}

		#[test]
		fn verify_notices_every_altered_field() {
			let (dleq, _, proof) = genuine();
			let other = Element::try_from(BASE_POINT).unwrap();
			for altered in [
				Dleq { place: Transcript::new("test", &Context { election: 9, ..CONTEXT }), ..dleq },
				Dleq { place: Transcript::new("other", &CONTEXT), ..dleq },
				Dleq { key: other, ..dleq },
				Dleq { base: other, ..dleq },
				Dleq { image: other, ..dleq },
			] {
				assert_eq!(altered.verify(&proof), Err(Rejected::Equation));
			}
			assert_eq!(dleq.verify(&Proof { e: proof.s, s: proof.e }), Err(Rejected::Equation));
			let bad = EncodedScalar([0xff; 32]);
			assert_eq!(dleq.verify(&Proof { e: bad, ..proof }), Err(Rejected::Scalar));
			assert_eq!(dleq.verify(&Proof { s: bad, ..proof }), Err(Rejected::Scalar));
		}

		/// The key's equation holds, the image's does not; and the other way round.
		#[test]
		fn a_prover_who_knows_one_side_only_is_refused() {
			let mut rng = ChaCha20Rng::from_seed([11; 32]);
			let (dleq, secret, _) = genuine();
			let image = Element::try_from(dleq.image.point() + BASE_POINT).unwrap();
			let false_image = Dleq { image, ..dleq };
			assert_eq!(false_image.verify(&false_image.prove(&secret, &mut rng)), Err(Rejected::Equation));
			let key = Element::try_from(dleq.key.point() + BASE_POINT).unwrap();
			let false_key = Dleq { key, ..dleq };
			assert_eq!(false_key.verify(&false_key.prove(&secret, &mut rng)), Err(Rejected::Equation));
		}
	}
}

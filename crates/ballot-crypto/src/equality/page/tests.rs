//! What the check of a page accepts and refuses, and why each part of the transcript is needed.

use super::*;
use crate::BASE_POINT;
use proptest::prelude::*;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

const CONTEXT: Context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 5, prover: 6, attempt: 7 };

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

//! Were something not hashed, it could be computed after the challenge so that every equation holds for a false
//! statement.

use super::{liar::*, *};

/// A prover of a message outside the table, and the challenge that its forgetful transcript draws.
fn forgetting(what: &'static str) -> (BallotContext, Selections, Liar, Ciphertext, Vec<ProofRound>, Scalar) {
	let (context, selections, mut liar) = liar();
	liar.forgotten = what;
	let key = context.key.element().unwrap();
	let ciphertext = liar.encrypt(&(selections.points()[4] + BASE_POINT), &key);
	let rounds = liar.rounds(&selections, &key);
	let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
	let x = liar.transcript(&statement, &rounds).challenge("x");
	(context, selections, liar, ciphertext, rounds, x)
}

fn power(x: &Scalar, k: usize) -> Scalar {
	(0..k).map(|_| x).product()
}

/// `Σ p_i(x)·M_i + Σ x^k·d_k2 + zd·A` and `Σ x^k·d_k1 + zd·B`: what x^ν·C should be.
fn right_sides(proof: &Proof, selections: &Selections, key: &Element, x: &Scalar) -> (RistrettoPoint, RistrettoPoint) {
	let f: Vec<_> = proof.rounds.iter().map(|round| round.f.scalar().unwrap()).collect();
	let zd = proof.zd.scalar().unwrap();
	let (mut c1, mut c2) = (BASE_POINT * zd, key.point() * zd);
	for (i, m) in Liar::rows(selections).iter().enumerate() {
		c2 += m * f.iter().enumerate().map(|(j, f)| if (i >> j) & 1 == 1 { *f } else { x - f }).product::<Scalar>();
	}
	for (k, round) in proof.rounds.iter().enumerate() {
		let d = round.d.decode_points().unwrap();
		c1 += d.c1 * power(x, k);
		c2 += d.c2 * power(x, k);
	}
	(c1, c2)
}

fn refused(
	context: &BallotContext,
	selections: &Selections,
	ciphertext: &Ciphertext,
	proof: &Proof,
	liar: &Liar,
	x: &Scalar,
) {
	// Under the forgetful transcript everything holds …
	let statement = Statement { context, selections, ciphertext };
	assert_eq!(liar.transcript(&statement, &proof.rounds).challenge("x"), *x);
	let key = context.key.element().unwrap();
	let (c1, c2) = right_sides(proof, selections, &key, x);
	let points = ciphertext.decode_points().unwrap();
	let top = power(x, proof.rounds.len());
	assert_eq!((points.c1 * top, points.c2 * top), (c1, c2));
	for round in &proof.rounds {
		let [g, h, b] = [round.g, round.h, round.b].map(|point| point.point().unwrap());
		let [f, za, zb] = [round.f, round.za, round.zb].map(|scalar| scalar.scalar().unwrap());
		assert_eq!(g * x + h, com(&f, &za));
		assert_eq!(g * (x - f) + b, com(&Scalar::ZERO, &zb));
	}
	// … and under the true one it does not.
	assert!(matches!(verify(&statement, proof), Err(Rejected::Fails(_))));
}

#[test]
fn a_ciphertext_chosen_after_the_challenge_is_refused() {
	let (context, selections, liar, _, rounds, x) = forgetting("ciphertext");
	let mut proof = liar.answer(rounds, &x);
	proof.zd = EncodedScalar::from(&Scalar::from(99u64));
	let (c1, c2) = right_sides(&proof, &selections, &context.key.element().unwrap(), &x);
	let inverse = power(&x, proof.rounds.len()).invert();
	let ciphertext = Ciphertext { c1: Encoded::from(&(c1 * inverse)), c2: Encoded::from(&(c2 * inverse)) };
	refused(&context, &selections, &ciphertext, &proof, &liar, &x);
}

#[test]
fn a_key_chosen_after_the_challenge_is_refused() {
	let (mut context, selections, liar, ciphertext, rounds, x) = forgetting("key");
	let proof = liar.answer(rounds, &x);
	let zd = proof.zd.scalar().unwrap();
	let (_, c2) = right_sides(&proof, &selections, &context.key.element().unwrap(), &x);
	let missing = ciphertext.decode_points().unwrap().c2 * power(&x, proof.rounds.len()) - c2;
	context.key = Encoded::from(&(context.key.point().unwrap() + missing * zd.invert()));
	refused(&context, &selections, &ciphertext, &proof, &liar, &x);
}

#[test]
fn a_table_chosen_after_the_challenge_is_refused() {
	let (context, selections, liar, ciphertext, rounds, x) = forgetting("table");
	let proof = liar.answer(rounds, &x);
	let (_, c2) = right_sides(&proof, &selections, &context.key.element().unwrap(), &x);
	let missing = ciphertext.decode_points().unwrap().c2 * power(&x, proof.rounds.len()) - c2;
	let p_0: Scalar = proof.rounds.iter().map(|round| x - round.f.scalar().unwrap()).product();
	let mut encoded: Vec<_> = selections.points().iter().map(Encoded::from).collect();
	encoded[0] = Encoded::from(&(selections.points()[0] + missing * p_0.invert()));
	let other = Selections::from_encoded(&encoded).unwrap();
	refused(&context, &other, &ciphertext, &proof, &liar, &x);
}

#[test]
fn commitments_to_masks_chosen_after_the_challenge_are_refused() {
	let (context, selections, _, _, _, _) = forgetting("h");
	let key = context.key.element().unwrap();
	// A bit of 2 committed to as 0: M1 is repaired by h.
	let mut liar = liar().2;
	(liar.forgotten, liar.bits[0], liar.committed_bits[0]) = ("h", Scalar::from(2u64), Scalar::ZERO);
	let ciphertext = liar.encrypt(&liar.message(&selections), &key);
	let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
	let rounds = liar.rounds(&selections, &key);
	let x = liar.transcript(&statement, &rounds).challenge("x");
	let mut proof = liar.answer(rounds, &x);
	let round = &mut proof.rounds[0];
	let [f, za] = [round.f, round.za].map(|scalar| scalar.scalar().unwrap());
	round.h = Encoded::from(&(com(&f, &za) - round.g.point().unwrap() * x));
	refused(&context, &selections, &ciphertext, &proof, &liar, &x);
}

#[test]
fn commitments_to_products_chosen_after_the_challenge_are_refused() {
	let (context, selections, mut liar) = liar();
	let key = context.key.element().unwrap();
	(liar.forgotten, liar.bits[0], liar.committed_bits[0]) = ("b", Scalar::from(2u64), Scalar::from(2u64));
	let ciphertext = liar.encrypt(&liar.message(&selections), &key);
	let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
	let rounds = liar.rounds(&selections, &key);
	let x = liar.transcript(&statement, &rounds).challenge("x");
	let mut proof = liar.answer(rounds, &x);
	let round = &mut proof.rounds[0];
	let [f, zb] = [round.f, round.zb].map(|scalar| scalar.scalar().unwrap());
	round.b = Encoded::from(&(com(&Scalar::ZERO, &zb) - round.g.point().unwrap() * (x - f)));
	refused(&context, &selections, &ciphertext, &proof, &liar, &x);
}

#[test]
fn sums_chosen_after_the_challenge_are_refused() {
	let (context, selections, liar, ciphertext, rounds, x) = forgetting("d");
	let mut proof = liar.answer(rounds, &x);
	let (_, c2) = right_sides(&proof, &selections, &context.key.element().unwrap(), &x);
	let missing = ciphertext.decode_points().unwrap().c2 * power(&x, proof.rounds.len()) - c2;
	let d = &mut proof.rounds[0].d;
	d.c2 = Encoded::from(&(d.c2.point().unwrap() + missing));
	refused(&context, &selections, &ciphertext, &proof, &liar, &x);
}

//! A prover of a false statement for each equation that only this equation notices.

use super::{liar::*, *};

#[test]
fn nothing_when_the_second_opinion_is_honest() {
	let (context, selections, honest) = liar();
	let key = context.key.element().unwrap();
	assert_eq!(honest.message(&selections), selections.points()[4]);
	let ciphertext = honest.encrypt(&selections.points()[4], &key);
	let proof = honest.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
	assert_eq!(failing(&context, &selections, &ciphertext, &proof), []);
}

/// A bit of 2, never committed to: the message is 2·M_5 − M_4, outside the table.
#[test]
fn only_m1_for_a_response_that_has_nothing_to_do_with_its_commitment() {
	let (context, selections, mut liar) = liar();
	liar.bits[0] = Scalar::from(2u64);
	liar.committed_bits[0] = Scalar::ZERO;
	let message = liar.message(&selections);
	assert_eq!(message, selections.points()[5] * Scalar::from(2u64) - selections.points()[4]);
	let ciphertext = liar.encrypt(&message, &context.key.element().unwrap());
	let proof = liar.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
	assert_eq!(failing(&context, &selections, &ciphertext, &proof), [Equation::M1(1)]);
}

/// A bit of 2, committed to.
#[test]
fn only_m2_for_a_bit_that_is_none() {
	let (context, selections, liar) = liar();
	for j in [0, 1] {
		let mut liar = liar.clone();
		liar.bits[j] = Scalar::from(2u64);
		liar.committed_bits[j] = Scalar::from(2u64);
		let ciphertext = liar.encrypt(&liar.message(&selections), &context.key.element().unwrap());
		let proof = liar.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
		assert_eq!(failing(&context, &selections, &ciphertext, &proof), [Equation::M2(j as u8 + 1)]);
	}
}

/// Several at once are named in the order of A7, not in that of the rounds.
#[test]
fn all_that_fail_are_named_in_order() {
	let mut made = Made::new(6, 2, 4);
	for j in [0, 1] {
		let one = EncodedScalar::from(&Scalar::ONE);
		made.proof.rounds[j] = ProofRound { za: one, zb: one, ..made.proof.rounds[j] };
	}
	let expected = [Equation::M1(1), Equation::M1(2), Equation::M2(1), Equation::M2(2)];
	assert_eq!(explain(&made.statement(), &made.proof), Ok(expected.to_vec()));
}

/// c1 has another randomness than c2: nobody could decrypt a row of the table.
#[test]
fn only_m3_for_a_first_half_that_is_not_r_times_b() {
	let (context, selections, liar) = liar();
	let mut points = liar.encrypt(&selections.points()[4], &context.key.element().unwrap()).decode_points().unwrap();
	points.c1 += BASE_POINT;
	let ciphertext = points.encode();
	let proof = liar.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
	assert_eq!(failing(&context, &selections, &ciphertext, &proof), [Equation::M3]);
}

/// A marker: an element outside the table, and one that is a row's embedding with a counter that is not the smallest.
#[test]
fn only_m4_for_a_message_outside_the_table() {
	let (context, selections, liar) = liar();
	let smallest = Encoded::from(&embed(&row(4)).unwrap());
	let second = (smallest.0[0] / 2 + 1..128)
		.find_map(|counter| {
			let mut string = smallest.0;
			string[0] = 2 * counter;
			Encoded(string).element().ok()
		})
		.unwrap();
	for message in [*embed(&[7; 30]).unwrap().point(), *second.point(), selections.points()[3]] {
		let ciphertext = liar.encrypt(&message, &context.key.element().unwrap());
		let proof = liar.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
		assert_eq!(failing(&context, &selections, &ciphertext, &proof), [Equation::M4]);
	}
}

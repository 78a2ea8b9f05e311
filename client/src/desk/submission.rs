//! Which second prints can be submitted, and in which calls: sorted by voter, batches whole, so that neither the order in which
//! people came nor who came alone shows. Protocol §3.

use crate::{deniable_roll::WholeBatch, desk::check_in::SignedEnrolment};
use dobush_primitives::{
	roll::{CosignedEnrolment, Terms},
	UnitId, VoterId,
};
use std::collections::BTreeMap;

/// One call that puts voters of one counting unit on its roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
	/// The counting unit on whose roll the voters are put.
	pub unit: UnitId,
	/// The enrolments with both signatures, ascending by voter.
	pub enrolments: Vec<CosignedEnrolment>,
	/// The same enrolments in the form in which the desk keeps them.
	pub orders: Vec<SignedEnrolment>,
}

/// Why an enrolment order is not sent yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
	/// The booth has not activated it yet.
	NotActive,
	/// The batch must bring more voters at once.
	TooFew {
		/// The number of voters of the batch at this desk.
		here: u32,
		/// The least number of voters that the terms of the roll ask for.
		least: u32,
	},
}

/// What a desk does with the orders of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubmissionPlan {
	/// The calls to send now.
	pub calls: Vec<Submission>,
	/// On the roll already: an earlier call arrived although its answer did not.
	pub done: Vec<SignedEnrolment>,
	/// The orders that wait, each with the reason.
	pub held: Vec<(SignedEnrolment, Held)>,
}

/// Plans the orders of a unit. `batches` are all of that unit; `most` is how many voters a call takes.
pub fn plan(orders: &[SignedEnrolment], batches: &[WholeBatch], terms: &Terms, most: usize) -> SubmissionPlan {
	let mut plan = SubmissionPlan::default();
	// Grouped by batch, which is named by its place in the list; in each group by position.
	let mut groups: BTreeMap<usize, Vec<(u8, SignedEnrolment)>> = BTreeMap::new();
	for order in orders {
		let enrolment = &order.checkout.enrolment;
		let found = batches.iter().enumerate().find_map(|(index, batch)| {
			let of_booth = <[u8; 32]>::from(batch.booth.clone()) == enrolment.booth;
			let position = batch.pairs.binary_search(&enrolment.pair).ok().filter(|_| of_booth)?;
			Some((index, batch, u8::try_from(position).ok()?))
		});
		match found {
			None => plan.held.push((*order, Held::NotActive)),
			Some((_, batch, position)) if batch.record.is_used(position) => plan.done.push(*order),
			Some((index, _, position)) => groups.entry(index).or_default().push((position, *order)),
		}
	}
	let mut call: Vec<(CosignedEnrolment, SignedEnrolment)> = Vec::new();
	for (index, group) in groups {
		let Some(batch) = batches.get(index) else { continue };
		let here = u32::try_from(group.len()).unwrap_or(u32::MAX);
		let first = batch.record.used == 0 && !batch.record.flush;
		if first && here < terms.least_voters {
			let held = Held::TooFew { here, least: terms.least_voters };
			plan.held.extend(group.into_iter().map(|(_, order)| (order, held)));
			continue;
		}
		if !call.is_empty() && call.len() + group.len() > most {
			plan.calls.extend(submission(std::mem::take(&mut call)));
		}
		for (position, order) in group {
			if call.len() >= most.max(1) {
				plan.calls.extend(submission(std::mem::take(&mut call)));
			}
			call.push((cosigned(&order, batch.number, position), order));
		}
	}
	plan.calls.extend(submission(call));
	plan
}

fn submission(mut call: Vec<(CosignedEnrolment, SignedEnrolment)>) -> Option<Submission> {
	call.sort_by_key(|(enrolment, _)| enrolment.voter_id);
	let unit = call.first().map(|(_, order)| UnitId(order.checkout.enrolment.order.unit))?;
	let (enrolments, orders) = call.into_iter().unzip();
	Some(Submission { unit, enrolments, orders })
}

fn cosigned(order: &SignedEnrolment, batch: u32, position: u8) -> CosignedEnrolment {
	let SignedEnrolment { checkout, desk_signature } = order;
	let enrolment = &checkout.enrolment;
	CosignedEnrolment {
		voter_id: VoterId(enrolment.order.voter_id),
		slip: enrolment.order.slip,
		desk: enrolment.desk,
		booth: enrolment.booth,
		batch,
		position,
		desk_signature: *desk_signature,
		booth_signature: checkout.signature,
		proof: checkout.proof,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{
		booth::Checkout,
		enrolment::{
			order::{Enrolment, Order, Proof},
			Pair,
		},
		Ciphertext, Encoded, EncodedScalar, Signature,
	};
	use dobush_primitives::roll::BatchRecord;

	const TERMS: Terms = Terms {
		least_keys: 4,
		least_voters: 2,
		most_keys_per_booth: 1_000,
		most_decoy_ballots: 5,
		flush_after: 1_000,
		most_moves: 2,
		moves_close_before: 0,
		serves: 3,
	};

	fn pair(batch: u8, position: u8) -> Pair {
		let half = |n| Encoded([n; 32]);
		let ciphertext = Ciphertext { c1: half(batch), c2: half(position) };
		Pair { element: ciphertext, key: ciphertext }
	}

	fn order(voter: u8, batch: u8, position: u8) -> SignedEnrolment {
		let order = Order { genesis: [1; 32], voter_id: [voter; 32], unit: 2, slip: Encoded([voter; 32]) };
		let enrolment = Enrolment { order, desk: [8; 32], booth: [9; 32], pair: pair(batch, position) };
		let zero = EncodedScalar([0; 32]);
		let proof = Proof { e: zero, share: zero, randomness: zero };
		SignedEnrolment {
			checkout: Checkout { enrolment, proof, signature: Signature([3; 64]) },
			desk_signature: Signature([4; 64]),
		}
	}

	fn batch(number: u8, flush: bool, used: u128) -> WholeBatch {
		let record = BatchRecord { unit: UnitId(2), keys: 10, flush, announced_in: 1, activated_in: 2, used };
		WholeBatch {
			booth: [9; 32].into(),
			number: number.into(),
			record,
			activations: Vec::new(),
			pairs: (0..10).map(|position| pair(number, position)).collect(),
		}
	}

	fn voters(call: &Submission) -> Vec<u8> {
		call.enrolments.iter().map(|one| one.voter_id.0[0]).collect()
	}

	#[test]
	fn a_call_is_sorted_by_voter_and_names_batch_and_position() {
		let orders = [order(9, 0, 1), order(3, 1, 7), order(5, 0, 4), order(4, 1, 2)];
		let plan = plan(&orders, &[batch(0, false, 0), batch(1, false, 0)], &TERMS, 10);
		assert_eq!(plan.calls.len(), 1);
		assert_eq!(voters(&plan.calls[0]), [3, 4, 5, 9]);
		let first = &plan.calls[0].enrolments[0];
		assert_eq!((first.batch, first.position, plan.calls[0].unit), (1, 7, UnitId(2)));
		assert!(plan.held.is_empty() && plan.done.is_empty());
	}

	#[test]
	fn nobody_is_enrolled_alone_from_a_batch_unless_it_is_a_flush() {
		let alone = [order(9, 0, 1)];
		let held = plan(&alone, &[batch(0, false, 0)], &TERMS, 10);
		assert_eq!(held.held, [(alone[0], Held::TooFew { here: 1, least: 2 })]);
		assert!(held.calls.is_empty());
		for batch in [batch(0, true, 0), batch(0, false, 0b1)] {
			assert_eq!(plan(&alone, &[batch], &TERMS, 10).calls.len(), 1);
		}
	}

	#[test]
	fn what_is_not_active_waits_and_what_is_enrolled_is_done() {
		let orders = [order(1, 5, 1), order(2, 0, 3)];
		let plan = plan(&orders, &[batch(0, false, 0b1000)], &TERMS, 10);
		assert_eq!(plan.held, [(orders[0], Held::NotActive)]);
		assert_eq!((plan.done.as_slice(), plan.calls.len()), (&orders[1..], 0));
		let mut other_booth = batch(5, false, 0);
		other_booth.booth = [7; 32].into();
		let plan = super::plan(&orders[..1], &[other_booth], &TERMS, 10);
		assert_eq!(plan.held, [(orders[0], Held::NotActive)], "another booth's pair is nobody's");
	}

	#[test]
	fn calls_have_a_largest_size_and_keep_batches_together() {
		let orders: Vec<_> = (0..4).map(|n| order(n, 0, n)).chain((0..3).map(|n| order(10 + n, 1, n))).collect();
		let batches = [batch(0, false, 0), batch(1, false, 0)];
		let sizes =
			|most| plan(&orders, &batches, &TERMS, most).calls.iter().map(|call| call.orders.len()).collect::<Vec<_>>();
		assert_eq!(sizes(7), [7]);
		assert_eq!(sizes(6), [4, 3]);
		assert_eq!(sizes(3), [3, 1, 3]);
	}
}

//! Sending the enrolments of a deniable roll together, unit by unit, and again without those that cannot go.

use crate::{
	chain::{calls, constants, items, Call, Chain, ChainError, Sender, View},
	deniable_roll as deniable,
	deniable_roll::OpenRoll,
	desk::{
		check_in::SignedEnrolment,
		submission::{self, Submission, SubmissionPlan},
	},
	error::Result,
};
use dobush_primitives::{RollId, UnitId};
use std::collections::BTreeMap;

/// The plans for these orders, one for each unit.
pub async fn plans(chain: &Chain, roll: &OpenRoll, orders: &[SignedEnrolment]) -> Result<Vec<SubmissionPlan>> {
	let most = chain.constant(&constants::deniable_roll::MAX_ENROLMENTS)?;
	let head = chain.finalised().await?;
	let view = chain.at(head.hash);
	let mut units: BTreeMap<u16, Vec<SignedEnrolment>> = BTreeMap::new();
	for order in orders {
		units.entry(order.checkout.enrolment.order.unit).or_default().push(*order);
	}
	let mut plans = Vec::new();
	for (unit, orders) in units {
		let batches = deniable::batches(&view, roll.roll, UnitId(unit)).await?;
		plans.push(submission::plan(&orders, &batches, &roll.record.terms, most.max(1) as usize));
	}
	Ok(plans)
}

/// Whether all of these are on the roll, within a few finalised blocks.
pub async fn arrives(chain: &Chain, roll: &OpenRoll, orders: &[SignedEnrolment]) -> Result<bool> {
	const ARRIVAL: u64 = 6;
	let mut at = chain.finalised().await?;
	let until = at.number + ARRIVAL;
	loop {
		let done: usize = plans(chain, roll, orders).await?.iter().map(|plan| plan.done.len()).sum();
		if done == orders.len() || at.number >= until {
			return Ok(done == orders.len());
		}
		at = chain.finalised_after(at).await?;
	}
}

/// The outcome of one call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
	/// The orders whose voters are on the roll in a finalised block.
	pub done: Vec<SignedEnrolment>,
	/// The voters who were left out, if the call was sent again without them.
	pub held: Option<LeftOut>,
}

/// Voters from other units, without whom a call was sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
	/// The number of these voters.
	pub voters: usize,
	/// Why the chain has refused the call with them.
	pub refused: ChainError,
}

/// Sends one call. If it is refused and some of its voters come from other units, it is sent once more without them: a move
/// that is too late or one too many keeps nobody else off the roll.
pub async fn send(sender: &mut Sender, roll: &OpenRoll, call: Submission) -> Result<Sent> {
	let refused = match sender.send(&enrol(roll, &call)).await {
		Ok(_) => return Ok(Sent { done: call.orders, held: None }),
		Err(error @ ChainError::Failed { .. }) => error,
		Err(error) => return Err(error.into()),
	};
	let chain = sender.chain().clone();
	let head = chain.finalised().await?;
	let stays = stay(&chain.at(head.hash), roll.roll, &call).await?;
	let left = call.orders.len() - stays.orders.len();
	if left == 0 || stays.orders.is_empty() {
		return Err(refused.into());
	}
	sender.send(&enrol(roll, &stays)).await?;
	Ok(Sent { done: stays.orders, held: Some(LeftOut { voters: left, refused }) })
}

fn enrol(roll: &OpenRoll, call: &Submission) -> Call {
	calls::deniable_roll::enrol(roll.roll, call.unit, &call.enrolments)
}

/// A call without those who would move.
async fn stay(view: &View<'_>, roll: RollId, call: &Submission) -> Result<Submission> {
	let keys = call.enrolments.iter().map(|one| (roll, one.voter_id));
	let voters = view.read_many(&items::deniable_roll::VOTERS, keys).await?;
	let mut stays = Submission { unit: call.unit, enrolments: Vec::new(), orders: Vec::new() };
	for ((enrolment, order), voter) in call.enrolments.iter().zip(&call.orders).zip(voters) {
		if voter.is_none_or(|voter| voter.unit == call.unit) {
			stays.enrolments.push(enrolment.clone());
			stays.orders.push(*order);
		}
	}
	Ok(stays)
}

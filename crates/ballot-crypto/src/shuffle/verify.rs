//! The verifier of a whole shuffle proof in memory, as observers use it: the chain's record, filled at once and on all
//! cores. Protocol A1.

use super::{
	commitments::{commitments_hold, COMMITMENT_EQUATIONS},
	inputs::Inputs,
	proof::Proof,
	rejected::{Equation, Rejected},
	shape::Shape,
	statement::Statement,
	verification::{chain_starts, Verification},
};
use crate::{transcript::ListDigest, Ciphertext, EncodedScalar};
use alloc::vec::Vec;
use curve25519_dalek::Scalar;

/// The number of ciphertexts in one sum: enough for a fast multi-scalar multiplication, few enough for memory.
const PAGE: usize = 4_096;

/// Checks V1 to V9, shapes and encodings. Names the first equation that fails.
///
/// The caller computes the digests of the statement over the same `inputs` and `outputs`.
pub fn verify<'a>(
	statement: &Statement,
	inputs: impl Into<Inputs<'a>>,
	outputs: &[Ciphertext],
	proof: &Proof,
) -> Result<(), Rejected> {
	let inputs = inputs.into();
	let mut record = begin(statement, proof)?;
	record.columns(&proof.columns)?;
	elements(&mut record, inputs, outputs, proof)?;
	match record.finish() {
		Err(Rejected::Commitments) => {
			let failing = explain(statement, inputs, outputs, proof)?;
			Err(failing.first().map_or(Rejected::Commitments, |first| Rejected::Fails(*first)))
		}
		verdict => verdict,
	}
}

/// Names every equation that fails; none if the proof holds. Refuses a malformed proof.
///
/// Processes the columns seven times and the elements once.
pub fn explain<'a>(
	statement: &Statement,
	inputs: impl Into<Inputs<'a>>,
	outputs: &[Ciphertext],
	proof: &Proof,
) -> Result<Vec<Equation>, Rejected> {
	let mut record = begin(statement, proof)?;
	record.take_columns(&proof.columns)?;
	elements(&mut record, inputs.into(), outputs, proof)?;

	let mut failing = Vec::new();
	for (i, equation) in COMMITMENT_EQUATIONS.into_iter().enumerate() {
		let alone = core::array::from_fn(|k| if k == i { Scalar::ONE } else { Scalar::ZERO });
		if !commitments_hold(&statement.shape, &proof.head, &proof.columns, record.challenges(), &alone)? {
			failing.push(equation);
		}
	}
	if !proof.columns.first().is_some_and(chain_starts) {
		failing.push(Equation::V6a);
	}
	if !record.product_holds()? {
		failing.push(Equation::V6b);
	}
	if !record.balance_holds() {
		failing.push(Equation::V9);
	}
	failing.sort();
	Ok(failing)
}

/// Begins a record. Here the columns are not stored in pages, so the weights come from the digest of a single page.
fn begin(statement: &Statement, proof: &Proof) -> Result<Verification, Rejected> {
	if proof.columns.len() as u64 != u64::from(statement.shape.columns) {
		return Err(Rejected::Shape);
	}
	Verification::begin(statement, &proof.head, ListDigest::of(&proof.columns, statement.shape.columns))
}

fn elements(
	record: &mut Verification,
	inputs: Inputs<'_>,
	outputs: &[Ciphertext],
	proof: &Proof,
) -> Result<(), Rejected> {
	let Shape { length, width, .. } = record.shape();
	let (length, width) = (length as usize, usize::from(width));
	if [inputs.list().len(), outputs.len()] != [length * width; 2] {
		return Err(Rejected::Shape);
	}
	let page = (PAGE / width).max(1);
	let mut ma = proof.columns.iter().map(|column| column.ma).cycle();
	for (part, outputs) in inputs.list().chunks(page * width).zip(outputs.chunks(page * width)) {
		let ma: Vec<EncodedScalar> = ma.by_ref().take(part.len() / width).collect();
		record.elements(inputs.part(part), outputs, &ma)?;
	}
	Ok(())
}

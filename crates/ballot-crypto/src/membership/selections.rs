//! The public table of a membership proof: its elements, its number of bits, its digest. Protocol A7 and A8.

use crate::{
	element::Malformed,
	embedding::{select, Table},
	transcript::blake2_256,
	Element, Encoded,
};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::RistrettoPoint;

/// The number of bits of the largest table, which has 65,536 rows.
pub const MAX_ROUNDS: u8 = 16;

/// All rows of a table as a membership proof sees them: in their order, padded to 2^ν by repeating the last one.
#[derive(Clone, Debug)]
pub struct Selections {
	elements: Vec<RistrettoPoint>,
	rounds: u8,
	digest: [u8; 32],
}

/// Why elements do not form a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadElements {
	/// There is no element, or there are more than 65,536.
	Length,
	/// Element number `.0`, from 0, is malformed or the identity.
	Malformed(usize, Malformed),
	/// Element number `.0`, from 0, occurs a second time.
	Repeated(usize),
}

impl fmt::Display for BadElements {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Length => f.write_str("a table has between 1 and 65536 rows"),
			Self::Malformed(row, why) => write!(f, "row {row} of the table: {why}"),
			Self::Repeated(row) => write!(f, "row {row} of the table repeats an earlier one"),
		}
	}
}

impl core::error::Error for BadElements {}

impl Selections {
	/// The rows of a table, which are distinct embeddings. One encoding for each.
	pub fn of(table: &Table) -> Self {
		let elements: Vec<Element> = (0..table.len()).filter_map(|row| table.element(row).copied()).collect();
		let encoded: Vec<Encoded> = elements.iter().map(Encoded::from).collect();
		Self::assemble(&encoded, elements.iter().map(|element| *element.point()).collect())
	}

	/// The rows from their encodings, as a chain keeps them after [`Selections::of`]. One decoding for each.
	///
	/// Does not check again that the elements are embeddings.
	pub fn from_encoded(encoded: &[Encoded]) -> Result<Self, BadElements> {
		if encoded.is_empty() || encoded.len() > 1 << MAX_ROUNDS {
			return Err(BadElements::Length);
		}
		let decode = |(row, one): (usize, &Encoded)| {
			one.element().map(|element| *element.point()).map_err(|why| BadElements::Malformed(row, why))
		};
		let elements = encoded.iter().enumerate().map(decode).collect::<Result<_, _>>()?;
		let mut sorted: Vec<(&Encoded, usize)> = encoded.iter().zip(0..).collect();
		sorted.sort_unstable();
		match sorted.windows(2).find(|pair| pair[0].0 == pair[1].0) {
			Some(pair) => Err(BadElements::Repeated(pair[1].1)),
			None => Ok(Self::assemble(encoded, elements)),
		}
	}

	fn assemble(encoded: &[Encoded], elements: Vec<RistrettoPoint>) -> Self {
		// At most 2^16 elements; at least one bit, so that a proof has a round.
		let rounds = elements.len().next_power_of_two().trailing_zeros().max(1) as u8;
		let mut bytes = Vec::with_capacity(4 + 32 * encoded.len());
		bytes.extend_from_slice(&(encoded.len() as u32).to_le_bytes());
		encoded.iter().for_each(|one| bytes.extend_from_slice(&one.0));
		Self { elements, rounds, digest: blake2_256(&[b"dobush/v1/table", &bytes]) }
	}

	/// The digest of the table, `blake2_256("dobush/v1/table" ‖ LE32(rows) ‖ encodings)`, without padding.
	pub fn digest(&self) -> [u8; 32] {
		self.digest
	}

	/// ν, the number of bits and of rounds, from 1 to [`MAX_ROUNDS`].
	pub fn rounds(&self) -> u8 {
		self.rounds
	}

	/// The number of rows, at least one, without padding.
	#[allow(clippy::len_without_is_empty)] // never empty
	pub fn len(&self) -> usize {
		self.elements.len()
	}

	/// The elements in their order, without padding.
	pub(super) fn points(&self) -> &[RistrettoPoint] {
		&self.elements
	}

	/// The element of a row whose number is secret, or the identity if there is no such row. Every row is read.
	pub(super) fn select(&self, index: usize) -> RistrettoPoint {
		select(self.elements.iter(), index)
	}

	/// Adds the entries of the padding to that of the last row, which the padding repeats. `padded` has 2^ν entries.
	pub(super) fn fold<T: Copy + core::ops::AddAssign>(&self, padded: &mut Vec<T>) {
		let last = self.elements.len() - 1; // never empty
		for i in last + 1..padded.len() {
			let surplus = padded[i];
			padded[last] += surplus;
		}
		padded.truncate(last + 1);
	}
}

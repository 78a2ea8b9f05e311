//! Message encoding by try and increment: thirty bytes as a ristretto255 element, and back. Protocol A8; Koblitz, 1987.
//!
//! `Embed(b)`: the first of the strings `[2·ctr] ‖ b ‖ [0]`, ctr = 0..127, that decodes to an element other than the
//! identity. About one string in four does; all 128 fail with probability 2^-53. Only the smallest counter is an
//! embedding: if others were accepted, a voter could mark a ballot by the choice of the counter.

use crate::{Element, Encoded};
use alloc::{collections::BTreeMap, vec::Vec};
use core::fmt;
use curve25519_dalek::{traits::Identity, RistrettoPoint};
use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

/// The number of bytes of a selection.
pub const BYTES: usize = 30;

/// The number of counters that are tried.
const TRIES: u8 = 128;

/// Why there is no embedding of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotEmbeddable {
	/// None of the 128 counters gave an element. Happens by chance with probability 2^-53.
	NoCounterFits,
}

impl fmt::Display for NotEmbeddable {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("these 30 bytes cannot be embedded; change one of them")
	}
}

impl core::error::Error for NotEmbeddable {}

/// The string of these bytes with the counter `ctr`.
fn candidate(bytes: &[u8; BYTES], ctr: u8) -> Encoded {
	let mut string = [0; 32];
	string[0] = ctr.wrapping_mul(2);
	string[1..31].copy_from_slice(bytes);
	Encoded(string)
}

/// The element of 30 public bytes, such as a row of a table. The time depends on them.
///
/// About four decompressions (A8), at most 128.
pub fn embed(bytes: &[u8; BYTES]) -> Result<Element, NotEmbeddable> {
	(0..TRIES).find_map(|ctr| candidate(bytes, ctr).element().ok()).ok_or(NotEmbeddable::NoCounterFits)
}

/// The element of 30 secret bytes, such as a write-in. Makes all 128 tries and chooses the first good one without
/// branching.
///
/// The library that decodes has one branch at the end of each try, on whether the try was good; all arithmetic before
/// it takes constant time. For a contest with a table use [`Table::select`], which has no branch that depends on the
/// choice.
pub fn embed_secret(bytes: &[u8; BYTES]) -> Result<Element, NotEmbeddable> {
	let mut chosen = RistrettoPoint::identity();
	let mut found = Choice::from(0);
	for ctr in 0..TRIES {
		let decoded = candidate(bytes, ctr).point().unwrap_or_default(); // the identity stands for "not this one"
		let good = !decoded.ct_eq(&RistrettoPoint::identity());
		chosen.conditional_assign(&decoded, good & !found);
		found |= good;
	}
	Element::try_from(chosen).map_err(|_| NotEmbeddable::NoCounterFits)
}

/// The 30 bytes that a point embeds. `None` if it embeds none: the selection is then invalid, which is not an error.
///
/// Tries the counters smaller than the point's: at most 127 decompressions, about four on average.
pub fn decode(point: &RistrettoPoint) -> Option<[u8; BYTES]> {
	decode_canonical(&Encoded::from(point))
}

/// [`decode`] for a point that is encoded already. Also `None` if the bytes are no element.
pub fn decode_encoded(encoded: &Encoded) -> Option<[u8; BYTES]> {
	encoded.element().ok()?;
	decode_canonical(encoded)
}

/// `encoded` is the canonical encoding of some point. The identity has no embedding: its bytes are all zero, and so is
/// ctr.
fn decode_canonical(encoded: &Encoded) -> Option<[u8; BYTES]> {
	let [first, bytes @ .., last] = encoded.0;
	if last != 0 || *encoded == Encoded::IDENTITY {
		return None;
	}
	// A canonical encoding is even, so `first` is twice the counter.
	let smaller_fits = (0..first / 2).any(|ctr| candidate(&bytes, ctr).element().is_ok());
	(!smaller_fits).then_some(bytes)
}

/// The point of a row whose number is secret, or the identity if there is no such row. Every row is read.
pub(crate) fn select<'a>(rows: impl Iterator<Item = &'a RistrettoPoint>, index: usize) -> RistrettoPoint {
	let mut chosen = RistrettoPoint::identity();
	for (row, point) in (0u64..).zip(rows) {
		chosen.conditional_assign(point, row.ct_eq(&(index as u64)));
	}
	chosen
}

/// The 30 bytes of option number `index`, as `electoral-rules` writes one option (docs/rules.md), for this crate's tests.
#[cfg(test)]
pub(crate) fn row(index: u16) -> [u8; BYTES] {
	let mut bytes = [0; BYTES];
	bytes[0] = 1;
	bytes[1..3].copy_from_slice(&index.to_be_bytes());
	bytes
}

/// A table of `options` such rows.
#[cfg(test)]
pub(crate) fn table_of(options: u16) -> Table {
	Table::new(&(0..options).map(row).collect::<Vec<_>>()).unwrap()
}

/// Why rows do not form a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadTable {
	/// Two rows are the same; the second one is number `.0`, from 0.
	Repeated(usize),
	/// Row number `.0`, from 0, has no embedding.
	NotEmbeddable(usize),
	/// No rows, or more than 65,536.
	Length,
}

impl fmt::Display for BadTable {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Repeated(row) => write!(f, "row {row} of the table repeats an earlier one"),
			Self::NotEmbeddable(row) => write!(f, "row {row} of the table cannot be embedded; change one of its bytes"),
			Self::Length => f.write_str("a table has between 1 and 65536 rows"),
		}
	}
}

impl core::error::Error for BadTable {}

/// All legal selections of a contest without write-ins, in the order of the definition.
#[derive(Clone)]
pub struct Table {
	elements: Vec<Element>,
	by_encoding: BTreeMap<Encoded, usize>,
	/// The rows by the encodings of twice their elements, because doubles can be encoded in batches (see
	/// [`crate::element::encode_doubles`]).
	by_double: BTreeMap<Encoded, usize>,
}

impl Table {
	/// The table of these rows. About seven decompressions for each.
	pub fn new(rows: &[[u8; BYTES]]) -> Result<Self, BadTable> {
		if rows.is_empty() || rows.len() > usize::from(u16::MAX) + 1 {
			return Err(BadTable::Length);
		}
		let elements = rows
			.iter()
			.enumerate()
			.map(|(row, bytes)| embed(bytes).map_err(|_| BadTable::NotEmbeddable(row)))
			.collect::<Result<Vec<_>, _>>()?;
		let mut by_encoding = BTreeMap::new();
		for (row, element) in elements.iter().enumerate() {
			if by_encoding.insert(Encoded::from(element), row).is_some() {
				return Err(BadTable::Repeated(row));
			}
		}
		let points: Vec<_> = elements.iter().map(|element| *element.point()).collect();
		let by_double = crate::element::encode_doubles(&points).into_iter().zip(0..).collect();
		Ok(Self { elements, by_encoding, by_double })
	}

	/// The number of rows, at least one.
	#[allow(clippy::len_without_is_empty)] // never empty
	pub fn len(&self) -> usize {
		self.elements.len()
	}

	/// The element of a row whose number is public; `None` if there is no such row.
	pub fn element(&self, index: usize) -> Option<&Element> {
		self.elements.get(index)
	}

	/// The element of a row whose number is secret: every row is read, so time and addresses do not depend on it.
	///
	/// `None` if there is no such row, which is the only thing that can be observed.
	pub fn select(&self, index: usize) -> Option<Element> {
		Element::try_from(select(self.elements.iter().map(Element::point), index)).ok()
	}

	/// The number of the row with this element, if there is one.
	pub fn find(&self, encoded: &Encoded) -> Option<usize> {
		self.by_encoding.get(encoded).copied()
	}

	/// The numbers of the rows with these points, where there are such rows. One batched encoding for all of them,
	/// about six times cheaper than [`Table::find`] for each.
	pub fn find_all(&self, points: &[RistrettoPoint]) -> Vec<Option<usize>> {
		crate::element::encode_doubles(points).iter().map(|double| self.by_double.get(double).copied()).collect()
	}
}

impl fmt::Debug for Table {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_list().entries(&self.elements).finish()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::BASE_POINT;
	use curve25519_dalek::Scalar;
	use proptest::prelude::*;

	proptest! {
		#[test]
		fn what_is_embedded_is_decoded(bytes: [u8; BYTES]) {
			let element = embed(&bytes).unwrap();
			prop_assert_eq!(decode(element.point()), Some(bytes));
			prop_assert_eq!(decode_encoded(&Encoded::from(&element)), Some(bytes));
			prop_assert_eq!(embed_secret(&bytes), Ok(element));
		}

		#[test]
		fn no_counter_but_the_smallest_is_an_embedding(bytes: [u8; BYTES]) {
			let mut fitting = (0..TRIES).filter_map(|ctr| candidate(&bytes, ctr).element().ok());
			prop_assert_eq!(fitting.next().map(|first| decode(first.point())), Some(Some(bytes)));
			for other in fitting {
				prop_assert_eq!(decode(other.point()), None);
			}
		}

		#[test]
		fn decoding_survives_any_bytes(bytes: [u8; 32]) {
			if let Some(decoded) = decode_encoded(&Encoded(bytes)) {
				prop_assert_eq!(Encoded::from(&embed(&decoded).unwrap()), Encoded(bytes));
			}
		}
	}

	#[test]
	fn zero_bytes_embed_but_the_identity_does_not_decode() {
		let element = embed(&[0; BYTES]).unwrap();
		assert_eq!(decode(element.point()), Some([0; BYTES]));
		assert_eq!(decode(&RistrettoPoint::identity()), None);
		assert_eq!(decode_encoded(&Encoded::IDENTITY), None);
	}

	/// With counter 0, so that nothing but the last byte is wrong.
	#[test]
	fn a_point_with_a_last_byte_that_is_not_zero_is_no_embedding() {
		let wrong = |point: &RistrettoPoint| {
			let [first, .., last] = Encoded::from(point).0;
			first == 0 && last != 0
		};
		let point = (1u64..).map(|k| BASE_POINT * Scalar::from(k)).find(wrong).unwrap();
		assert_eq!(decode(&point), None);
	}

	#[test]
	fn a_table_finds_its_rows_and_nothing_else() {
		let table = table_of(17);
		assert_eq!(table.len(), 17);
		let mut points = Vec::new();
		for row in 0..17 {
			let element = table.select(row).unwrap();
			assert_eq!(Some(&element), table.element(row));
			assert_eq!(table.find(&Encoded::from(&element)), Some(row));
			points.push(*element.point());
		}
		points.push(BASE_POINT);
		points.push(RistrettoPoint::identity());
		let rows = table.find_all(&points);
		assert_eq!(rows[..17], (0..17).map(Some).collect::<Vec<_>>());
		assert_eq!(rows[17..], [None, None]);
		assert_eq!(table.select(17), None);
		assert_eq!(table.element(17), None);
		assert_eq!(table.find(&Encoded::IDENTITY), None);
		assert_eq!(table.find(&Encoded::from(&BASE_POINT)), None);
	}

	#[test]
	fn a_table_refuses_repeated_rows_and_an_empty_list() {
		assert_eq!(Table::new(&[row(1), row(2), row(1)]).unwrap_err(), BadTable::Repeated(2));
		assert_eq!(Table::new(&[]).unwrap_err(), BadTable::Length);
	}
}

//! The layout of a list for the argument: m rows of n columns, both fixed functions of its length and width. Protocol A1.

use super::rejected::Rejected;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The most ciphertexts of one element.
pub const MAX_WIDTH: u8 = 16;
/// The most elements of one list.
pub const MAX_LENGTH: u32 = 1 << 24;
/// The SCALE bytes of the largest [`ProofHead`](super::ProofHead) that a legal shape can have.
pub const MAX_HEAD_BYTES: u32 = 65_536;
/// The SCALE bytes of a [`ProofColumn`](super::ProofColumn).
pub const PROOF_COLUMN_BYTES: u32 = 160;
/// `m·(4w + 7)` does not exceed this number, so that the head fits in [`MAX_HEAD_BYTES`].
const HEAD_ROOM: u32 = 2_036;

/// The layout of a list: `length` elements of `width` ciphertexts each, read row by row into `rows` rows of `columns`.
///
/// The fields are public to be read. A shape that [`Shape::of`] did not make is refused by every verb that takes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Shape {
	/// L, the number of elements of the list.
	pub length: u32,
	/// w, the number of ciphertexts of one element, each of which has a key of its own.
	pub width: u8,
	/// m, the number of rows: a power of two from 2 to 64.
	pub rows: u16,
	/// n = max(2, w, ⌈L/m⌉), the number of columns.
	pub columns: u32,
}

impl Shape {
	/// The one legal shape of a list. An empty list has none: it needs no proof.
	pub fn of(length: u32, width: u8) -> Result<Self, Rejected> {
		if !(1..=MAX_LENGTH).contains(&length) || !(1..=MAX_WIDTH).contains(&width) {
			return Err(Rejected::Shape);
		}
		let wanted: u32 = match length {
			1..=15 => 2,
			16..=127 => 4,
			128..=1_023 => 8,
			1_024..=16_383 => 16,
			16_384..=65_535 => 32,
			_ => 64,
		};
		let mut rows = wanted;
		while rows * (4 * u32::from(width) + 7) > HEAD_ROOM {
			rows /= 2;
		}
		let columns = length.div_ceil(rows).max(2).max(u32::from(width));
		Ok(Self { length, width, rows: rows as u16, columns })
	}

	/// Refuses a shape that [`Shape::of`] would not have made.
	pub(super) fn ensure_legal(&self) -> Result<(), Rejected> {
		(Self::of(self.length, self.width)? == *self).then_some(()).ok_or(Rejected::Shape)
	}

	/// N = n·m, the number of positions, including the virtual ones behind the list.
	pub fn positions(&self) -> u32 {
		self.columns * u32::from(self.rows)
	}

	/// The number of group elements in the head, all of which `begin` decodes: 7m + 4 commitments and 2w(2m − 1) halves
	/// of ciphertexts.
	pub fn head_points(&self) -> u32 {
		let (m, w) = (u32::from(self.rows), u32::from(self.width));
		7 * m + 4 + 2 * w * (2 * m - 1)
	}

	/// The exact number of SCALE bytes of the head.
	pub fn head_bytes(&self) -> u32 {
		let (m, w) = (u32::from(self.rows), u32::from(self.width));
		let prefixes: u32 = [m, m, m - 1, 2 * m, 2 * m - 1, (2 * m - 1) * w, w, w].into_iter().map(compact).sum();
		32 * (self.head_points() + 7 + 2 * w) + prefixes
	}

	/// The number of bytes of head and columns together.
	pub fn proof_bytes(&self) -> u64 {
		u64::from(self.head_bytes()) + u64::from(self.columns) * u64::from(PROOF_COLUMN_BYTES)
	}
}

/// The number of bytes of a SCALE length prefix; no count in a head reaches 2^14.
fn compact(count: u32) -> u32 {
	if count < 64 {
		1
	} else {
		2
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_shape_holds_its_list_and_fits_its_head() {
		for width in 1..=MAX_WIDTH {
			for length in [1, 2, 3, 5, 15, 16, 127, 128, 1_000, 1_024, 10_000, 16_384, 65_536, 100_000, MAX_LENGTH] {
				let shape = Shape::of(length, width).unwrap();
				assert!(
					shape.positions() >= length && shape.columns >= 2 && shape.columns >= u32::from(width),
					"{shape:?}"
				);
				assert!(shape.rows.is_power_of_two() && (2..=64).contains(&shape.rows), "{shape:?}");
				assert!(shape.head_bytes() <= MAX_HEAD_BYTES, "{shape:?} {}", shape.head_bytes());
			}
		}
	}

	/// Against the bytes themselves; 32 and 64 rows have lists around the 64 items from which a prefix takes two bytes.
	#[test]
	fn bytes_are_announced_exactly() {
		use crate::{
			shuffle::{ProofColumn, ProofHead},
			Ciphertext, Encoded, EncodedScalar,
		};
		for (length, width) in
			[(1, 1), (5, 2), (20, 3), (200, 16), (2_000, 1), (2_000, 3), (20_000, 1), (20_000, 2), (100_000, 1)]
		{
			let shape = Shape::of(length, width).unwrap();
			let (m, w) = (usize::from(shape.rows), usize::from(shape.width));
			let (point, scalar) = (Encoded::IDENTITY, EncodedScalar::default());
			let head = ProofHead {
				c_a: vec![point; m],
				c_b: vec![point; m],
				c_u: vec![point; m - 1],
				c_a0: point,
				c_bm: point,
				c_t: vec![point; 2 * m],
				c_f: point,
				c_delta: point,
				c_capital_delta: point,
				c_m0: point,
				c_v: vec![point; 2 * m - 1],
				e: vec![Ciphertext { c1: point, c2: point }; (2 * m - 1) * w],
				zr: scalar,
				zs: scalar,
				zt: scalar,
				er: scalar,
				es: scalar,
				mr: scalar,
				ms: scalar,
				mv: vec![scalar; w],
				mt: vec![scalar; w],
			};
			assert_eq!(head.ensure_fits(&shape), Ok(()));
			assert_eq!(shape.head_bytes() as usize, head.encoded_size(), "{shape:?}");
			let column = ProofColumn { za: scalar, zb: scalar, ea: scalar, eb: scalar, ma: scalar }.encoded_size();
			assert_eq!(shape.proof_bytes() as usize, head.encoded_size() + shape.columns as usize * column);
		}
	}

	#[test]
	fn a_shape_that_is_not_the_one_of_its_list_is_illegal() {
		let shape = Shape::of(17, 2).unwrap();
		assert_eq!(shape.ensure_legal(), Ok(()));
		for other in [
			Shape { rows: shape.rows * 2, ..shape },
			Shape { columns: shape.columns + 1, ..shape },
			Shape { length: 0, ..shape },
			Shape { width: 1, columns: shape.columns + 1, ..shape },
		] {
			assert_eq!(other.ensure_legal(), Err(Rejected::Shape), "{other:?}");
		}
	}

	#[test]
	fn large_proofs_are_small() {
		assert!(Shape::of(10_000, 1).unwrap().proof_bytes() <= 12 * 10_000);
		assert!(Shape::of(100_000, 1).unwrap().proof_bytes() <= 4 * 100_000);
	}

	#[test]
	fn empty_too_long_and_too_wide_lists_have_no_shape() {
		for (length, width) in [(0, 1), (1, 0), (1, MAX_WIDTH + 1), (MAX_LENGTH + 1, 1)] {
			assert_eq!(Shape::of(length, width), Err(Rejected::Shape));
		}
	}
}

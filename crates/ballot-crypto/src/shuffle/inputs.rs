//! The list that is shuffled, with the exception of A0: columns that nobody has encrypted yet, `(0, M)`.
//! Protocol A0, A1 and A5.

use super::{rejected::Rejected, threads};
use crate::{Ciphertext, Element, Encoded, Malformed};
use alloc::vec::Vec;
use curve25519_dalek::RistrettoPoint;

/// A list of ciphertext vectors, element by element. In an ordinary list no half is the identity.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
	list: &'a [Ciphertext],
	/// The number of ciphertexts at the start of each element that are `(0, M)`.
	open: u8,
}

impl<'a> Inputs<'a> {
	/// A list that the runtime made and nobody has mixed: the first `columns` ciphertexts of each element **are**
	/// `(0, M)`, the others are ordinary. There is one such column in the first list of ballots, `[(0, Q), C_1 …]`, and
	/// two in a batch, `[(0, Q), (0, P)]`.
	pub fn first(list: &'a [Ciphertext], columns: u8) -> Self {
		Self { list, open: columns }
	}

	/// The ciphertexts.
	pub fn list(&self) -> &'a [Ciphertext] {
		self.list
	}

	/// A part of the list, which begins with a whole element, with the same exception.
	pub(super) fn part(&self, list: &'a [Ciphertext]) -> Self {
		Self { list, ..*self }
	}

	/// Decodes the ciphertext at this position of a list of this width.
	pub(super) fn decode(&self, place: usize, width: usize) -> Result<[RistrettoPoint; 2], Rejected> {
		let Ciphertext { c1, c2 } = self.list.get(place).ok_or(Rejected::Shape)?;
		let c2 = *c2.element()?.point();
		if place % width >= usize::from(self.open) {
			return Ok([*c1.element()?.point(), c2]);
		}
		if *c1 != Encoded::IDENTITY {
			return Err(Rejected::NotOpen);
		}
		Ok([RistrettoPoint::default(), c2])
	}

	/// Decodes the whole list, on all cores; the first refusal counts.
	pub(super) fn decode_all(&self, width: usize) -> Result<Vec<[RistrettoPoint; 2]>, Rejected> {
		let places: Vec<usize> = (0..self.list.len()).collect();
		threads::map(&places, |place| self.decode(*place, width)).into_iter().collect()
	}
}

/// Decodes an ordinary list, on all cores; the first refusal counts.
pub(super) fn decode(list: &[Ciphertext]) -> Result<Vec<[RistrettoPoint; 2]>, Malformed> {
	threads::map(list, |one| one.decode_points().map(|points| [points.c1, points.c2])).into_iter().collect()
}

/// An ordinary list, from anything that holds ciphertexts in a row.
impl<'a, L: AsRef<[Ciphertext]> + ?Sized> From<&'a L> for Inputs<'a> {
	fn from(list: &'a L) -> Self {
		Self { list: list.as_ref(), open: 0 }
	}
}

/// One column, from 0, of a list of elements of `width` ciphertexts; an unfinished element at the end is left out.
pub fn column(list: &[Ciphertext], width: u8, column: u8) -> Vec<Ciphertext> {
	list.chunks_exact(usize::from(width.max(1)))
		.filter_map(|element| element.get(usize::from(column)).copied())
		.collect()
}

impl Ciphertext {
	/// `(0, M)`: a message that nobody has encrypted yet, for the lists of A0 that may hold it.
	pub fn open(message: &Element) -> Self {
		Self { c1: Encoded::IDENTITY, c2: Encoded::from(message) }
	}
}

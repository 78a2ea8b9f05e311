//! Texts and collections that fit into the types of the chain.

use crate::error::{Error, FieldFault, Result};
use dobush_primitives::{Text, BYTES_PER_LETTER};
use sp_core::{bounded::BoundedVec, ConstU32};

/// A text that says something, of at most so many letters as `N` bytes have room for.
pub(super) fn text<const N: u32>(text: &str, field: &str) -> Result<Text<N>> {
	if text.trim().is_empty() {
		return Err(Error::field(field, FieldFault::EmptyText));
	}
	let most = N / BYTES_PER_LETTER;
	let letters = text.chars().count();
	let long = || Error::field(field, FieldFault::LongText { text: text.to_owned(), letters, most });
	if u32::try_from(letters).map_or(true, |letters| letters > most) {
		return Err(long());
	}
	Text::try_from(text.as_bytes().to_vec()).map_err(|_| long())
}

/// A collection of at most `N` items.
pub(super) fn bounded<T, const N: u32>(items: Vec<T>, field: &str) -> Result<BoundedVec<T, ConstU32<N>>> {
	let count = items.len();
	items.try_into().map_err(|_| Error::field(field, FieldFault::TooLong { count, most: N }))
}

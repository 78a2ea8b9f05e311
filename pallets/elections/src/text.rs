//! Texts of a definition.

use crate::*;

/// Refuses a text that is empty or not UTF-8.
pub(crate) fn readable<T>(text: &[u8], place: TextPlace) -> Result<(), Error<T>> {
	ensure!(!text.is_empty(), Error::EmptyText(place));
	ensure!(core::str::from_utf8(text).is_ok(), Error::NotUtf8(place));
	Ok(())
}

//! What a voter selects, and what of it goes into one ciphertext.

use ballot_crypto::Element;

/// What the voter selects in one contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
	/// The option with this number, from 0.
	Option(u16),
	/// No part in this contest, where its format has that choice.
	Decline,
	/// Nothing readable: an invalid vote.
	Invalid,
}

/// The message of one ciphertext.
pub(crate) struct Piece {
	/// The group element that is encrypted.
	pub(crate) element: Element,
	/// Which row of the table slot's table it is; none if there is no such table, or it is an invalid vote.
	pub(crate) row: Option<usize>,
}

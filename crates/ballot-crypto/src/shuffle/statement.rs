//! What a shuffle proof is about: keys, digests of the two lists, their layout. Protocol A1.

use super::shape::Shape;
use crate::{Context, Element};

/// What a proof is about. The lists are named by their digests, which the chain computed over its stored pages.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
	/// Where the proof belongs.
	pub context: &'a Context,
	/// The key of each column.
	pub keys: &'a [Element],
	/// The digest of the inputs.
	pub input_digest: [u8; 32],
	/// The digest of the outputs.
	pub output_digest: [u8; 32],
	/// The layout of both lists.
	pub shape: Shape,
}

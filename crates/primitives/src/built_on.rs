//! The block that a message of a trustee, mixer or booth was built on. Protocol A10.3.

use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// The finalised block on whose state a trustee's or mixer's message was built.
///
/// The runtime does not know what is finalised; it refuses a message built on a block that is not on its own chain, or
/// that is older than what the message answers. Protocol A10.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct BuiltOn {
	/// The block's number.
	pub number: u32,
	/// The block's hash.
	pub hash: H256,
}

/// Why a message is refused for the block that it was built on. Each pallet has errors of its own for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBuiltOn {
	/// The block is not on this chain, or so old that the chain does not remember its hash.
	Unknown,
	/// The block is older than what the message answers.
	TooEarly,
}

impl BuiltOn {
	/// Whether the block is on this chain. `remembered` is the hash that the chain has of the block with this number; zero if it
	/// has none.
	pub fn is_known(&self, remembered: H256) -> bool {
		self.hash == remembered && remembered != H256::zero()
	}

	/// Checks that the block is on this chain, and then that it is the block `since` or a later one.
	pub fn check(&self, remembered: H256, since: u32) -> Result<(), NotBuiltOn> {
		if !self.is_known(remembered) {
			Err(NotBuiltOn::Unknown)
		} else if self.number < since {
			Err(NotBuiltOn::TooEarly)
		} else {
			Ok(())
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_message_is_built_on_a_remembered_block_that_is_late_enough() {
		let hash = H256::repeat_byte(7);
		let built_on = BuiltOn { number: 5, hash };
		assert_eq!(built_on.check(hash, 4), Ok(()));
		assert_eq!(built_on.check(hash, 5), Ok(()));
		assert_eq!(built_on.check(hash, 6), Err(NotBuiltOn::TooEarly));
		assert_eq!(built_on.check(H256::repeat_byte(8), 6), Err(NotBuiltOn::Unknown));
		assert_eq!(built_on.check(H256::zero(), 5), Err(NotBuiltOn::Unknown));
		let nothing = BuiltOn { number: 5, hash: H256::zero() };
		assert_eq!(nothing.check(H256::zero(), 5), Err(NotBuiltOn::Unknown));
	}
}

//! Domain separation: where a proof belongs. A proof that is moved anywhere else fails, because its first hash covers
//! all fields of [`Context`]. Protocol A0.

use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The place of a proof; absorbed first by every transcript. SCALE: the fields in this order, integers little endian.
///
/// Fields that a statement has no use for are zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Context {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The number of the election on this chain.
	pub election: u32,
	/// The number of the counting unit.
	pub unit: u16,
	/// The contest's index in the election's definition, from 0.
	pub contest: u8,
	/// The step of the tally ([`step`]), or 0.
	pub step: u8,
	/// The index of the mixer or trustee who proves, from 1. In a proof of membership the number of the table slot,
	/// from 0. Elsewhere 0.
	pub prover: u16,
	/// The attempt at this step, from 0.
	pub attempt: u16,
}

/// The steps of a tally, as they stand in [`Context::step`].
pub mod step {
	/// A mix: one mixer's shuffle of a contest's votes; in deniable elections the second mix.
	pub const MIX: u8 = 1;
	/// A decryption: one trustee's shares of the votes.
	pub const DECRYPT: u8 = 2;
	/// The first mix of the ballots with their credentials. From here on deniable elections only.
	pub const MIX_BALLOTS: u8 = 3;
	/// The mix of the roll.
	pub const MIX_ROLL: u8 = 4;
	/// The tag shares of the ballots' credentials.
	pub const TAG_BALLOTS: u8 = 5;
	/// The tag shares of the roll.
	pub const TAG_ROLL: u8 = 6;
	/// The decryption of the ballots' tags.
	pub const OPEN_BALLOTS: u8 = 7;
	/// The decryption of the roll's tags.
	pub const OPEN_ROLL: u8 = 8;
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_context_is_44_bytes() {
		assert_eq!(Context::max_encoded_len(), 44);
	}
}

//! Domain separation of a ceremony: where its messages belong, and what is signed there. Protocol A4; bytes in
//! docs/protocol/a4-ceremony.md.

use crate::transcript::message;
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Where the messages of a ceremony belong. SCALE: the fields in this order, 36 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CeremonyPlace {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The ceremony's number, never used twice on a chain.
	pub ceremony: u32,
}

impl CeremonyPlace {
	/// What trustee `holder` signs under its recipient key PK:
	/// `"dobush/v1/ceremony/recipient" ‖ SCALE(genesis, ceremony: u32, holder: u16)`.
	pub fn recipient_message(&self, holder: u16) -> Vec<u8> {
		message(b"dobush/v1/ceremony/recipient", &(self, holder))
	}

	/// What a dealer signs under its ephemeral key:
	/// `"dobush/v1/ceremony/ephemeral" ‖ SCALE(genesis, ceremony: u32, dealer: u16)`.
	pub fn ephemeral_message(&self, dealer: u16) -> Vec<u8> {
		message(b"dobush/v1/ceremony/ephemeral", &(self, dealer))
	}

	/// What a dealer signs under the constant `A_dκ0` of key number κ, from 0:
	/// `"dobush/v1/ceremony/constant" ‖ SCALE(genesis, ceremony: u32, dealer: u16, key: u8)`.
	pub fn constant_message(&self, dealer: u16, key: u8) -> Vec<u8> {
		message(b"dobush/v1/ceremony/constant", &(self, dealer, key))
	}
}

//! Blocks, their headers, and what the validators sign when they finalise one.

use sp_consensus_grandpa::GrandpaJustification;
use sp_core::H256;
use sp_runtime::{generic, traits::BlakeTwo256};

/// A header of this chain.
pub type Header = generic::Header<u32, BlakeTwo256>;

/// A justification of this chain.
pub type Justification = GrandpaJustification<Header>;

/// A block by its number and hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
	/// The number of the block; the genesis block has 0.
	pub number: u64,
	/// The hash of its header.
	pub hash: H256,
}

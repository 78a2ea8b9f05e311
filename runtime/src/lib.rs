//! # The Dobush runtime
//!
//! Combines the pallets of elections with consensus (BABE and GRANDPA) and a commission (a collective). There are no tokens
//! and no fees: an account exists because it was enrolled or appointed, and [`admission`] refuses all other accounts before
//! the transaction pool.
#![cfg_attr(not(feature = "std"), no_std)]
// The runtime macros expand to more than the default allows.
#![recursion_limit = "512"]
// Generated items of the SDK's macros carry no documentation of their own.
#![allow(missing_docs)]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

pub mod admission;
pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod genesis_config_presets;
pub mod motions;
mod no_currency;
pub mod signature;
pub mod timing;
pub mod upgrades;
pub mod weights;

use alloc::vec::Vec;
use sp_runtime::{generic, impl_opaque_keys, traits::BlakeTwo256, MultiAddress};
use sp_version::RuntimeVersion;

pub use signature::Sr25519Signature;

/// Types that the node needs without knowing the runtime.
pub mod opaque {
	use super::*;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// Header of a block.
	pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
	/// Block whose extrinsics are bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

impl_opaque_keys! {
	pub struct SessionKeys {
		pub babe: Babe,
		pub grandpa: Grandpa,
	}
}

/// Version of this runtime; `spec_version` rises with every change that the chain can see.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: alloc::borrow::Cow::Borrowed("dobush"),
	impl_name: alloc::borrow::Cow::Borrowed("dobush"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	// 3: an upgrade becomes effective only after the block that applies it has ended.
	system_version: 3,
};

/// The only signature that accounts of this chain may use.
pub type Signature = Sr25519Signature;
/// An account: an sr25519 public key.
pub type AccountId = sp_runtime::AccountId32;
/// How extrinsics name their signer.
pub type Address = MultiAddress<AccountId, ()>;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// Hash of blocks and of state.
pub type Hash = sp_core::H256;
/// Number of a block.
pub type BlockNumber = u32;
/// Header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// Block of this chain.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// The checks of every signed transaction, in this order, before the pool and again in the block.
///
/// The order is part of what is signed; a test pins it.
pub type TxExtension = (
	admission::Admission<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	pallet_ballot_box::CheckBallotMortality<Runtime>,
	pallet_ballot_box::CheckNonceWindow<Runtime>,
	pallet_ballot_box::CheckBallot<Runtime>,
	frame_system::CheckWeight<Runtime>,
);

/// A transaction or inherent of this chain.
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What a signer signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Executes blocks.
pub type Executive =
	frame_executive::Executive<Runtime, Block, frame_system::ChainContext<Runtime>, Runtime, AllPalletsWithSystem>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timing = crate::timing;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;

	// Babe before Session: it must see the block's slot first.
	#[runtime::pallet_index(3)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(4)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(5)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(6)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(7)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(8)]
	pub type Grandpa = pallet_grandpa;

	#[runtime::pallet_index(10)]
	pub type Commission = pallet_collective<Instance1>;
	#[runtime::pallet_index(11)]
	pub type CommissionMembers = pallet_membership<Instance1>;
	#[runtime::pallet_index(12)]
	pub type Admission = crate::admission;
	#[runtime::pallet_index(13)]
	pub type Upgrades = crate::upgrades;
	#[runtime::pallet_index(14)]
	pub type Motions = crate::motions;

	#[runtime::pallet_index(20)]
	pub type Elections = pallet_elections;
	#[runtime::pallet_index(21)]
	pub type VoterRegistry = pallet_voter_registry;
	#[runtime::pallet_index(22)]
	pub type Trustees = pallet_trustees;
	#[runtime::pallet_index(23)]
	pub type BallotBox = pallet_ballot_box;
	#[runtime::pallet_index(24)]
	pub type Tally = pallet_tally;
	#[runtime::pallet_index(25)]
	pub type DeniableRoll = pallet_deniable_roll;
}

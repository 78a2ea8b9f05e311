//! The configuration of `frame_system`.

use crate::{
	timing, weights, AccountId, Block, BlockNumber, Hash, Nonce, PalletInfo, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, RuntimeTask, Upgrades, VERSION,
};
use frame_support::{derive_impl, parameter_types};
use sp_runtime::traits::AccountIdLookup;
use sp_version::RuntimeVersion;

parameter_types! {
	/// The runtime remembers the hashes of so many blocks: more than a transaction lives, and more than pass between the block
	/// that a trustee's message was built on and its arrival.
	pub const BlockHashCount: BlockNumber = 4096;
	/// The runtime's version.
	pub const Version: RuntimeVersion = VERSION;
	/// 5 MiB for a block.
	pub BlockLength: frame_system::limits::BlockLength = frame_system::limits::BlockLength::builder()
		.max_length(5 * 1024 * 1024)
		.build();
	/// The generic Substrate prefix; an own one is registered when a network is.
	pub const SS58Prefix: u16 = 42;
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = BlockLength;
	type BlockWeights = timing::SlotWeights<Self>;
	/// RocksDB, the default database, as scripts/benchmark-weights measured it.
	type DbWeight = weights::database::DatabaseWeight;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type Nonce = Nonce;
	type Hash = Hash;
	type AccountId = AccountId;
	type OnSetCode = Upgrades;
	type SS58Prefix = SS58Prefix;
	type Version = Version;
	type SystemWeightInfo = weights::frame_system::WeightInfo<Runtime>;
	type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
}

impl timing::Config for Runtime {}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = crate::Babe;
	type MinimumPeriod = timing::HalfSlot<Self>;
	type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

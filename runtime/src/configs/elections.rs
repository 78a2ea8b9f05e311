//! The pallets that hold an election.

use super::governance::CommissionOrigin;
use crate::{weights, BallotBox, Elections, Runtime, Tally, Timestamp, Trustees, VoterRegistry};
use frame_support::traits::{ConstU16, ConstU32};

impl pallet_elections::Config for Runtime {
	type CommissionOrigin = CommissionOrigin;
	type Time = Timestamp;
	type Registry = VoterRegistry;
	type Ceremonies = Trustees;
	type Tally = Tally;
	type MaxActive = ConstU32<64>;
	type WeightInfo = weights::pallet_elections::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_voter_registry::Config for Runtime {
	type CommissionOrigin = CommissionOrigin;
	type MaxBatch = ConstU32<512>;
	type MaxDesks = ConstU32<4096>;
	type WeightInfo = weights::pallet_voter_registry::WeightInfo<Runtime>;
}

impl pallet_trustees::Config for Runtime {
	type Time = Timestamp;
	type MaxCeremonies = ConstU32<64>;
	type MaxAttempts = ConstU16<64>;
	type WeightInfo = weights::pallet_trustees::WeightInfo<Runtime>;
}

impl pallet_ballot_box::Config for Runtime {
	type Elections = Elections;
	type Registry = VoterRegistry;
	type MaxBallotPeriod = ConstU32<64>;
	type NonceWindow = ConstU32<64>;
	type WeightInfo = weights::pallet_ballot_box::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_tally::Config for Runtime {
	type CommissionOrigin = CommissionOrigin;
	type Elections = Elections;
	type Ceremonies = Trustees;
	type BallotBox = BallotBox;
	type Time = Timestamp;
	type PageSize = ConstU32<256>;
	type WeightInfo = weights::pallet_tally::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

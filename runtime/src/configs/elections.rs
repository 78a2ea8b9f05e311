//! The pallets that hold an election.

use super::governance::CommissionOrigin;
use crate::{weights, BallotBox, DeniableRoll, Elections, Runtime, Tally, Timestamp, Trustees, VoterRegistry};
use frame_support::traits::{ConstU16, ConstU32};

impl pallet_elections::Config for Runtime {
	type CommissionOrigin = CommissionOrigin;
	type Time = Timestamp;
	type Registry = VoterRegistry;
	type DeniableRolls = DeniableRoll;
	type Ceremonies = Trustees;
	type Tally = Tally;
	type MaxActive = ConstU32<{ dobush_primitives::roll::MAX_ACTIVE_ELECTIONS }>;
	type WeightInfo = weights::pallet_elections::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_voter_registry::Config for Runtime {
	type CommissionOrigin = CommissionOrigin;
	type MaxBatch = ConstU32<512>;
	type MaxDesks = ConstU32<4096>;
	type DeniableRolls = DeniableRoll;
	type WeightInfo = weights::pallet_voter_registry::WeightInfo<Runtime>;
}

impl pallet_trustees::Config for Runtime {
	type CommissionOrigin = CommissionOrigin;
	type DeniableRolls = DeniableRoll;
	type Registry = VoterRegistry;
	type Time = Timestamp;
	type MaxCeremonies = ConstU32<64>;
	type MaxAttempts = ConstU16<64>;
	type WeightInfo = weights::pallet_trustees::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_ballot_box::Config for Runtime {
	type Elections = Elections;
	type Registry = VoterRegistry;
	type DeniableRolls = DeniableRoll;
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
	type DeniableRolls = DeniableRoll;
	type Time = Timestamp;
	type PageSize = ConstU32<256>;
	type WeightInfo = weights::pallet_tally::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_deniable_roll::Config for Runtime {
	type CommissionOrigin = CommissionOrigin;
	type Registry = VoterRegistry;
	type Ceremonies = Trustees;
	type Elections = Elections;
	type Time = Timestamp;
	type MaxBooths = ConstU32<4096>;
	type MaxPrinters = ConstU32<64>;
	type MaxEnvelopes = ConstU32<512>;
	type MaxEnrolments = ConstU32<128>;
	// A day of 6-second blocks: a booth that lost its network does not lose its batch.
	type AnnouncementLifetime = ConstU32<14_400>;
	type WeightInfo = weights::pallet_deniable_roll::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

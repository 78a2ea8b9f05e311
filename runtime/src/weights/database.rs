//! What reading and writing one value of the state is charged, on RocksDb.
//!
//! `scripts/benchmark-weights database` made this file on 2026-11-23 with the benchmark CLI 64.0.0, CPU `Intel(R) Xeon(R) Processor`: the Average
//! of all values, times 1.1 (docs/decisions/20).
//!
//! | ns | average | median | 95th percentile | 99th | longest |
//! |---|---|---|---|---|---|
//! | read | 16_825 | 16_211 | 23_648 | 29_035 | 556_169 |
//! | write | 76_819 | 71_555 | 124_030 | 146_164 | 203_175 |

use frame_support::{
	parameter_types,
	weights::{constants::WEIGHT_REF_TIME_PER_NANOS, RuntimeDbWeight},
};

parameter_types! {
	/// Of each read and write of one value.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: 18_508 * WEIGHT_REF_TIME_PER_NANOS,
		write: 84_501 * WEIGHT_REF_TIME_PER_NANOS,
	};
}

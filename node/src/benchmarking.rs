//! Measures the runtime's calls and steps: `benchmark pallet`, which scripts/benchmark-weights runs.

use dobush_runtime::opaque::Block;
use frame_benchmarking_cli::BenchmarkCmd;
use sp_runtime::traits::HashingFor;

/// Runs the subcommand `benchmark`.
///
/// The runtime is the one that `--runtime` names, because the node's own is built without benchmarks; so no chain is loaded.
pub fn run(cmd: &BenchmarkCmd) -> sc_cli::Result<()> {
	match cmd {
		BenchmarkCmd::Pallet(pallet) if pallet.runtime.is_some() => pallet.run_with_spec::<HashingFor<Block>, ()>(None),
		_ => Err("This node measures the pallets of a runtime: benchmark pallet --runtime FILE. \
			See scripts/benchmark-weights."
			.into()),
	}
}

//! Measures the runtime's calls and steps: `benchmark pallet`, which scripts/benchmark-weights runs.

use crate::cli::Cli;
use dobush_runtime::opaque::Block;
use frame_benchmarking_cli::BenchmarkCmd;
use sc_cli::SubstrateCli;
use sp_runtime::traits::HashingFor;

/// Runs the subcommand `benchmark`.
///
/// The runtime is the one that `--runtime` names, because the node's own is built without benchmarks.
pub fn run(cli: &Cli, cmd: &BenchmarkCmd) -> sc_cli::Result<()> {
	let BenchmarkCmd::Pallet(pallet) = cmd else {
		return Err("This node measures pallets only: benchmark pallet. See scripts/benchmark-weights.".into());
	};
	cli.create_runner(cmd)?.sync_run(|config| {
		let chain_spec = pallet.runtime.is_none().then_some(config.chain_spec);
		pallet.run_with_spec::<HashingFor<Block>, ()>(chain_spec)
	})
}

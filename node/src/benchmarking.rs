//! Measures what the runtime is charged: its calls and steps (`benchmark pallet`) and the database (`benchmark storage`).
//! scripts/benchmark-weights runs both.

use crate::{cli::Cli, service};
use dobush_runtime::opaque::Block;
use frame_benchmarking_cli::BenchmarkCmd;
use sc_cli::SubstrateCli;
use sc_service::PartialComponents;
use sp_runtime::traits::HashingFor;

/// Runs the subcommand `benchmark`.
///
/// Pallets are those of the runtime that `--runtime` names, because the node's own is built without benchmarks; so no chain is
/// loaded for them. For the database it is the chain that `--chain` names, at its genesis.
pub fn run(cli: &Cli, cmd: &BenchmarkCmd) -> sc_cli::Result<()> {
	match cmd {
		BenchmarkCmd::Pallet(pallet) if pallet.runtime.is_some() => pallet.run_with_spec::<HashingFor<Block>, ()>(None),
		BenchmarkCmd::Storage(storage) => cli.create_runner(storage)?.sync_run(|config| {
			let PartialComponents { client, backend, .. } = service::new_partial(&config)?;
			let (database, state) = (backend.expose_db(), backend.expose_storage());
			storage.run(config, client, database, state, backend.expose_shared_trie_cache())
		}),
		_ => Err("This node measures the pallets of a runtime, benchmark pallet --runtime FILE, and the database of a chain, \
			benchmark storage --chain FILE. See scripts/benchmark-weights."
			.into()),
	}
}

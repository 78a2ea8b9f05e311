//! The arguments and subcommands of the command line.

use sc_cli::RunCmd;

/// A node of the Dobush election chain.
#[derive(Debug, clap::Parser)]
pub struct Cli {
	/// Without one, the node runs.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,
	/// How it runs.
	#[clap(flatten)]
	pub run: RunCmd,
}

/// The SDK's standard subcommands.
#[derive(Debug, clap::Subcommand)]
#[allow(clippy::large_enum_variant)]
pub enum Subcommand {
	/// Makes and inspects keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),
	/// Exports the chain specification.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),
	/// Validates blocks.
	CheckBlock(sc_cli::CheckBlockCmd),
	/// Exports blocks.
	ExportBlocks(sc_cli::ExportBlocksCmd),
	/// Exports the state of a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),
	/// Imports blocks.
	ImportBlocks(sc_cli::ImportBlocksCmd),
	/// Removes the whole chain from this machine.
	PurgeChain(sc_cli::PurgeChainCmd),
	/// Takes the chain back to an earlier state.
	Revert(sc_cli::RevertCmd),
	/// Shows meta columns of the database.
	ChainInfo(sc_cli::ChainInfoCmd),
	/// Measures the runtime; scripts/benchmark-weights uses it.
	#[cfg(feature = "benchmarking")]
	#[command(subcommand)]
	Benchmark(Box<frame_benchmarking_cli::BenchmarkCmd>),
}

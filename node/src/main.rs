//! `dobush-node`: a node of the Dobush chain.
#![warn(missing_docs)]

#[cfg(feature = "benchmarking")]
mod benchmarking;
mod chain_spec;
mod cli;
mod command;
mod rpc;
mod service;

fn main() -> sc_cli::Result<()> {
	command::run()
}

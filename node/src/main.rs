//! `dobush-node`: a node of the Dobush chain.
#![warn(missing_docs)]
// The SDK's error types are large, and every function here returns them.
#![allow(clippy::result_large_err)]

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

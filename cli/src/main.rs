//! `dobush`: the command line of every role. Without the feature `chain` it only counts: `dobush seats` and `dobush count`.

// Without a chain much of the output stays unused.
#![cfg_attr(not(feature = "chain"), allow(dead_code, unused_imports))]

mod arguments;
#[cfg(feature = "chain")]
mod bench;
#[cfg(feature = "chain")]
mod booth;
mod catalogue;
#[cfg(feature = "chain")]
mod commission;
mod count;
#[cfg(feature = "chain")]
mod demo;
#[cfg(feature = "chain")]
mod desk;
#[cfg(feature = "chain")]
mod envelopes;
mod failure;
#[cfg(feature = "chain")]
mod interruption;
#[cfg(feature = "chain")]
mod key;
mod language;
#[cfg(feature = "chain")]
mod observer;
mod output;
#[cfg(feature = "chain")]
mod papers;
#[cfg(feature = "chain")]
mod progress;
#[cfg(feature = "chain")]
mod registry;
#[cfg(feature = "chain")]
mod relay;
#[cfg(feature = "chain")]
mod report;
#[cfg(feature = "chain")]
mod roles;
mod seats;
#[cfg(feature = "chain")]
mod session;
#[cfg(all(test, feature = "chain"))]
mod tests;
#[cfg(feature = "chain")]
mod trustee;
#[cfg(feature = "chain")]
mod voter;
mod words;
#[cfg(feature = "chain")]
mod zone;

fn main() -> std::process::ExitCode {
	arguments::main()
}

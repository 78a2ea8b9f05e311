//! `dobush`: the command line of every role.

mod arguments;
mod bench;
mod booth;
mod commission;
mod count;
mod demo;
mod desk;
mod envelopes;
mod failure;
mod key;
mod observer;
mod output;
mod papers;
mod registry;
mod relay;
mod report;
mod seats;
mod session;
mod trustee;
mod voter;
mod words;

fn main() -> std::process::ExitCode {
	arguments::main()
}

//! The subcommands that need a chain, and what runs them.

use crate::{
	bench, booth, commission, demo, desk, envelopes,
	failure::{Failure, Result},
	key, observer, registry, relay,
	session::Session,
	trustee, voter,
};
use clap::Subcommand;
use std::future::Future;

/// A subcommand for each role.
#[derive(Debug, Subcommand)]
pub enum OnChain {
	/// Make and look at key files.
	#[command(subcommand)]
	Key(key::Command),
	/// The electoral commission: define elections, appoint, close, certify.
	#[command(subcommand)]
	Commission(commission::Command),
	/// The civil registry: pseudonyms of persons, and signed statements about them.
	#[command(subcommand)]
	Registry(registry::Command),
	/// A printer of sealed envelopes for booths.
	#[command(subcommand)]
	Envelopes(envelopes::Command),
	/// The kiosk in the privacy booth: credentials on paper, real and fake.
	#[command(subcommand)]
	Booth(booth::Command),
	/// A registrar's desk: put voters on the roll.
	#[command(subcommand)]
	Desk(desk::Command),
	/// A trustee: make the key, mix, decrypt.
	#[command(subcommand)]
	Trustee(trustee::Command),
	/// A mixer: mix only.
	#[command(subcommand)]
	Mixer(trustee::MixerCommand),
	/// A voter: cast, audit, verify.
	#[command(subcommand)]
	Voter(voter::Command),
	/// Anyone: forward ballots of others to a node, so that it does not see their network addresses.
	Relay(relay::RelayArgs),
	/// Anyone: see how an election stands, its result and its report.
	#[command(subcommand)]
	Observer(observer::Command),
}

/// Measurements and demonstrations.
#[derive(Debug, Subcommand)]
pub enum Trial {
	/// Measure: making and checking ballots, shuffles, casting at a node.
	#[command(subcommand)]
	Bench(bench::Command),
	/// A whole election on a chain of its own, from definition to seats.
	Demo(Box<demo::Command>),
}

impl OnChain {
	/// Runs the command.
	pub fn run(self, session: Session) -> Result<()> {
		let session = &session;
		match self {
			// These need neither chain nor threads.
			Self::Key(command) => key::run(session, command),
			Self::Registry(command) => registry::run(session, command),
			Self::Envelopes(command) => threads(envelopes::run(session, command)),
			Self::Booth(command) => threads(booth::run(session, command)),
			Self::Commission(command) => threads(commission::run(session, command)),
			Self::Desk(command) => threads(desk::run(session, command)),
			Self::Trustee(command) => threads(trustee::run(session, command)),
			Self::Mixer(command) => threads(trustee::run_mixer(session, command)),
			Self::Voter(command) => threads(voter::run(session, command)),
			Self::Relay(args) => threads(relay::run(session, &args)),
			Self::Observer(command) => threads(observer::run(session, command)),
		}
	}
}

impl Trial {
	/// Runs the command.
	pub fn run(self, session: Session) -> Result<()> {
		match self {
			Self::Bench(command) => threads(bench::run(&session, command)),
			Self::Demo(command) => threads(demo::run(&session, *command)),
		}
	}
}

/// Runs a command on several threads.
fn threads(command: impl Future<Output = Result<()>>) -> Result<()> {
	let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
	let runtime = runtime.map_err(|error| Failure::new(format!("cannot start: {error}")))?;
	let answer = runtime.block_on(command);
	// A question that nobody has answered is still being asked where the command was interrupted.
	runtime.shutdown_background();
	answer
}

//! The command line: one subcommand per role.

use crate::failure::{Failure, Result};
use crate::{
	bench, booth, commission, count, demo, desk, envelopes, key, observer, output::Output, registry, relay, seats,
	session::Session, trustee, voter,
};
use clap::{Args, Parser, Subcommand};
use std::process::ExitCode;

/// The environment variable that names a node.
const NODE_VARIABLE: &str = "DOBUSH_NODE";

/// Elections on a chain that everybody can verify.
///
/// One subcommand per role. Results go to stdout (with --json for programs), everything else to stderr. A command that
/// fails says in one sentence what happened, and what to do next.
#[derive(Debug, Parser)]
#[command(
	name = "dobush",
	version,
	after_help = "Examples:\n  dobush seats --method hare --seats 120 --threshold 7% votes.csv\n  dobush observer status\n  \
	              dobush voter cast --election 7 --key my.key --choice 2"
)]
pub struct Cli {
	/// Everything that all commands share.
	#[command(flatten)]
	pub shared: Shared,
	/// Who you are.
	#[command(subcommand)]
	pub role: Role,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Shared {
	/// The node to ask; give it twice and the second is asked when the first is silent [default: ws://127.0.0.1:9944, or
	/// what DOBUSH_NODE says].
	#[arg(long, global = true, value_name = "URL")]
	pub node: Vec<String>,
	/// Print results as JSON, for programs.
	#[arg(long, global = true)]
	pub json: bool,
}

/// The roles.
#[derive(Debug, Subcommand)]
pub enum Role {
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
	/// Votes in, seats out, with the working: a calculator that needs no chain.
	///
	/// VOTES.csv holds `party,votes`; a header may name more columns, and commas, semicolons or tabs may stand between
	/// them. The rows AGAINST_ALL and INVALID are what they say: they count among the participants and win nothing; VALID,
	/// PARTICIPANTS and REGISTERED are totals. A tie is decided as --ties says, never by accident.
	Seats(seats::Command),
	/// Ballots in, the elected out, with the working: every rule, from a file, without a chain.
	///
	/// RULE.toml says how votes decide; BALLOTS is a BLT file, a CSV file of ballots, or a CSV file of totals. Ballots
	/// that the rule does not admit, such as those that name somebody twice, are invalid and counted as such.
	Count(count::Command),
	/// Measure: making and checking ballots, shuffles, casting at a node.
	#[command(subcommand)]
	Bench(bench::Command),
	/// A whole election on a chain of its own, from definition to seats.
	Demo(Box<demo::Command>),
}

/// Runs the command line and says what went wrong.
pub fn main() -> ExitCode {
	let cli = Cli::parse();
	let output = Output::new(cli.shared.json);
	let mut nodes = cli.shared.node;
	if nodes.is_empty() {
		nodes.extend(std::env::var(NODE_VARIABLE).ok().filter(|url| !url.is_empty()));
	}
	let session = Session { output: output.clone(), nodes };
	match run(session, cli.role) {
		Ok(()) => ExitCode::SUCCESS,
		Err(failure) => {
			output.fail(&failure.to_string(), failure.next_step());
			ExitCode::FAILURE
		}
	}
}

fn run(session: Session, role: Role) -> Result<()> {
	match role {
		// These need neither chain nor threads.
		Role::Seats(command) => seats::run(&session.output, &command),
		Role::Count(command) => count::run(&session.output, &command),
		Role::Key(command) => key::run(&session, command),
		Role::Registry(command) => registry::run(&session, command),
		role => tokio::runtime::Builder::new_multi_thread()
			.enable_all()
			.build()
			.map_err(|error| Failure::new(format!("cannot start: {error}")))?
			.block_on(run_async(&session, role)),
	}
}

async fn run_async(session: &Session, role: Role) -> Result<()> {
	match role {
		Role::Seats(command) => seats::run(&session.output, &command),
		Role::Count(command) => count::run(&session.output, &command),
		Role::Key(command) => key::run(session, command),
		Role::Registry(command) => registry::run(session, command),
		Role::Envelopes(command) => envelopes::run(session, command).await,
		Role::Booth(command) => booth::run(session, command).await,
		Role::Commission(command) => commission::run(session, command).await,
		Role::Desk(command) => desk::run(session, command).await,
		Role::Trustee(command) => trustee::run(session, command).await,
		Role::Mixer(command) => trustee::run_mixer(session, command).await,
		Role::Voter(command) => voter::run(session, command).await,
		Role::Relay(args) => relay::run(session, &args).await,
		Role::Observer(command) => observer::run(session, command).await,
		Role::Bench(command) => bench::run(session, command).await,
		Role::Demo(command) => demo::run(session, *command).await,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_holds_together() {
		Cli::command().debug_assert();
	}

	#[test]
	fn every_command_ends_its_help_with_an_example() {
		fn check(command: &clap::Command, path: &str) {
			let path = format!("{path} {}", command.get_name());
			let inner: Vec<_> = command.get_subcommands().filter(|inner| inner.get_name() != "help").collect();
			if inner.is_empty() {
				let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
				assert!(help.contains("Example"), "{path} has no example");
			}
			inner.into_iter().for_each(|inner| check(inner, &path));
		}
		check(&Cli::command(), "");
	}
}

//! The command line: one subcommand per role.

use crate::{
	bench, booth, chain::Chain, commission, count, demo, desk, envelopes, error::Failure, error::Result, key, keys,
	keys::Account, observer, output::Output, registry, relay, seats, trustee, voter,
};
use clap::{Args, Parser, Subcommand};
use std::{
	path::{Path, PathBuf},
	process::ExitCode,
};
use zeroize::Zeroizing;

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

/// Which key signs.
#[derive(Debug, Clone, Args)]
pub struct KeyArgs {
	/// The key file that signs. On development chains a secret such as //Alice, which everybody knows, will do.
	#[arg(long, value_name = "FILE")]
	pub key: String,
	/// Read the key file's passphrase from the first line of this file instead of asking for it.
	#[arg(long, value_name = "FILE")]
	pub passphrase_file: Option<PathBuf>,
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

/// What a command works with.
#[derive(Clone, Debug)]
pub struct Desktop {
	/// Where it prints.
	pub output: Output,
	/// The nodes that it may ask.
	pub nodes: Vec<String>,
}

impl Desktop {
	/// Connects to a node.
	pub async fn connect(&self) -> Result<Chain> {
		Ok(Chain::connect(&self.nodes).await?)
	}

	/// Opens a key file, asking for its passphrase if need be.
	pub fn open(&self, args: &KeyArgs) -> Result<keys::KeyFile> {
		let path = Path::new(&args.key);
		if args.key.starts_with("//") {
			return Err(Failure::new(format!("`{}` is a development secret and no key file", args.key))
				.hint("this command keeps secrets beside the key file: make one with `dobush key new FILE`"));
		}
		let passphrase =
			self.passphrase(args.passphrase_file.as_deref(), &format!("passphrase of {}", path.display()))?;
		keys::KeyFile::open(path, &passphrase)
	}

	/// The account that signs.
	pub fn account(&self, args: &KeyArgs) -> Result<Account> {
		if args.key.starts_with("//") {
			self.output
				.say(format!("note: the secret {} is known to everybody; use it on development chains only", args.key));
			return Account::development(&args.key);
		}
		Ok(self.open(args)?.account().clone())
	}

	/// Reads a passphrase from a file or asks for it.
	pub fn passphrase(&self, file: Option<&Path>, prompt: &str) -> Result<Zeroizing<String>> {
		if let Some(file) = file {
			return keys::passphrase_from(file);
		}
		crate::output::ask_passphrase(prompt).map(Zeroizing::new).ok_or_else(|| {
			Failure::new("there is no terminal to ask for the passphrase").hint("give it with --passphrase-file FILE")
		})
	}
}

/// Runs the command line and says what went wrong.
pub fn main() -> ExitCode {
	let cli = Cli::parse();
	let output = Output::new(cli.shared.json);
	let mut nodes = cli.shared.node;
	if nodes.is_empty() {
		nodes.extend(std::env::var(NODE_VARIABLE).ok().filter(|url| !url.is_empty()));
	}
	let desktop = Desktop { output: output.clone(), nodes };
	match run(desktop, cli.role) {
		Ok(()) => ExitCode::SUCCESS,
		Err(failure) => {
			output.fail(&failure.to_string(), failure.next_step());
			ExitCode::FAILURE
		}
	}
}

fn run(desktop: Desktop, role: Role) -> Result<()> {
	match role {
		// These need neither chain nor threads.
		Role::Seats(command) => seats::run(&desktop.output, &command),
		Role::Count(command) => count::run(&desktop.output, &command),
		Role::Key(command) => key::run(&desktop, command),
		Role::Registry(command) => registry::run(&desktop, command),
		role => tokio::runtime::Builder::new_multi_thread()
			.enable_all()
			.build()
			.map_err(|error| Failure::new(format!("cannot start: {error}")))?
			.block_on(run_async(&desktop, role)),
	}
}

async fn run_async(desktop: &Desktop, role: Role) -> Result<()> {
	match role {
		Role::Seats(command) => seats::run(&desktop.output, &command),
		Role::Count(command) => count::run(&desktop.output, &command),
		Role::Key(command) => key::run(desktop, command),
		Role::Registry(command) => registry::run(desktop, command),
		Role::Envelopes(command) => envelopes::run(desktop, command).await,
		Role::Booth(command) => booth::run(desktop, command).await,
		Role::Commission(command) => commission::run(desktop, command).await,
		Role::Desk(command) => desk::run(desktop, command).await,
		Role::Trustee(command) => trustee::run(desktop, command).await,
		Role::Mixer(command) => trustee::run_mixer(desktop, command).await,
		Role::Voter(command) => voter::run(desktop, command).await,
		Role::Relay(args) => relay::run(desktop, &args).await,
		Role::Observer(command) => observer::run(desktop, command).await,
		Role::Bench(command) => bench::run(desktop, command).await,
		Role::Demo(command) => demo::run(desktop, *command).await,
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

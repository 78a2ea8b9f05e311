//! The command line: one subcommand per role.

use crate::{
	count,
	failure::Result,
	language::{self, Language},
	output::Output,
	seats,
};
use clap::{Args, Parser, Subcommand};
use std::process::ExitCode;

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
	/// The language of sentences [default: what DOBUSH_LANG says, else the machine's].
	#[arg(long, global = true, value_enum)]
	pub lang: Option<Language>,
	/// The time zone in which moments of motions are shown, beside UTC, such as +06:00 [default: +06:00, or what DOBUSH_ZONE
	/// says].
	#[cfg(feature = "chain")]
	#[arg(long, global = true, value_name = "OFFSET", allow_hyphen_values = true)]
	pub zone: Option<String>,
}

/// The roles, and what needs no chain.
#[derive(Debug, Subcommand)]
pub enum Role {
	/// Roles in an election on a chain.
	#[cfg(feature = "chain")]
	#[command(flatten)]
	OnChain(crate::roles::OnChain),
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
	/// Trials.
	#[cfg(feature = "chain")]
	#[command(flatten)]
	Trial(crate::roles::Trial),
}

/// Runs the command line and says what went wrong.
pub fn main() -> ExitCode {
	let cli = Cli::parse();
	language::choose(cli.shared.lang);
	let output = Output::new(cli.shared.json);
	match run(&output, cli) {
		Ok(()) => ExitCode::SUCCESS,
		Err(failure) => {
			output.fail(&failure.to_string(), failure.next_step());
			ExitCode::from(failure.exit_code())
		}
	}
}

fn run(output: &Output, cli: Cli) -> Result<()> {
	match cli.role {
		Role::Seats(command) => seats::run(output, &command),
		Role::Count(command) => count::run(output, &command),
		#[cfg(feature = "chain")]
		Role::OnChain(role) => role.run(crate::session::Session::of(output, cli.shared.node, cli.shared.zone)?),
		#[cfg(feature = "chain")]
		Role::Trial(trial) => trial.run(crate::session::Session::of(output, cli.shared.node, cli.shared.zone)?),
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

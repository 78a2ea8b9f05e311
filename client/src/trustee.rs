//! `dobush trustee` and `dobush mixer`: the daemons.

use crate::{
	chain::{types, Chain},
	cli::{Desktop, KeyArgs},
	duty::{self, Note, Trustee},
	error::{Failure, Result},
	keys::address,
	output::{self, Columns},
	plan::show_moment,
};
use clap::{Args, Subcommand};
use dobush_primitives::ElectionId;
use parity_scale_codec::Encode;
use serde::Serialize;
use std::time::Duration;

/// A trustee's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Do a trustee's duty in every phase, for ever: join and hold the key ceremony, mix, decrypt.
	///
	/// The daemon follows finalised blocks of your own full node. It can be stopped and started at any time: what it must not
	/// forget is in the vault beside the key file, encrypted, before any message goes out. Keep both, with a backup.
	#[command(after_help = "Example:\n  dobush trustee run --key trustee.key --node ws://127.0.0.1:9944")]
	Run(RunArgs),
	/// Show the ceremonies and tallies that wait for this trustee.
	#[command(after_help = "Example:\n  dobush trustee status --key trustee.key")]
	Status {
		/// The trustee's key.
		#[command(flatten)]
		key: KeyArgs,
	},
}

/// A mixer's commands.
#[derive(Debug, Subcommand)]
pub enum MixerCommand {
	/// Do only the mixing of a trustee, for ever.
	///
	/// The holders of an election's key are its mixers, so the key file must be a trustee's; run `trustee run` with the same
	/// account elsewhere for ceremony and decryption.
	#[command(after_help = "Example:\n  dobush mixer run --key trustee.key")]
	Run(RunArgs),
}

/// How a daemon runs.
#[derive(Debug, Args)]
pub struct RunArgs {
	/// Which key signs.
	#[command(flatten)]
	pub key: KeyArgs,
	/// The elections to serve: `all`, or numbers with commas.
	#[arg(long, default_value = "all")]
	pub election: String,
	/// Wait for so many seconds for the node at the start.
	#[arg(long, default_value_t = 60)]
	pub patience: u64,
}

#[derive(Serialize)]
struct Line<'a> {
	election: Option<u32>,
	note: &'a str,
}

/// Does it.
pub async fn run(desktop: &Desktop, command: Command) -> Result<()> {
	match command {
		Command::Run(args) => daemon(desktop, args, duty::Role::Trustee).await,
		Command::Status { key } => status(desktop, &key).await,
	}
}

/// Does it.
pub async fn run_mixer(desktop: &Desktop, command: MixerCommand) -> Result<()> {
	match command {
		MixerCommand::Run(args) => daemon(desktop, args, duty::Role::Mixer).await,
	}
}

async fn daemon(desktop: &Desktop, args: RunArgs, role: duty::Role) -> Result<()> {
	let elections = parse_elections(&args.election)?;
	let key = desktop.open(&args.key)?;
	let chain = Chain::connect_within(&desktop.nodes, Duration::from_secs(args.patience)).await?;
	let mut trustee = Trustee::new(&chain, key, role, elections)?;
	let account = address(&trustee.account());
	desktop.output.say(format!("{account} follows the chain {:?} at {}", chain.genesis(), chain.url()));
	let output = desktop.output.clone();
	let work = trustee.run(move |note: &Note| {
		let election = (note.election.0 != u32::MAX).then_some(note.election.0);
		output.line(&Line { election, note: &note.sentence }, || match election {
			Some(election) => format!("election {election}: {}", note.sentence),
			None => note.sentence.clone(),
		});
	});
	tokio::select! {
		result = work => result,
		_ = tokio::signal::ctrl_c() => Ok(()),
	}
}

/// Reads `all` or numbers with commas.
pub fn parse_elections(text: &str) -> Result<Option<Vec<ElectionId>>> {
	if text == "all" {
		return Ok(None);
	}
	text.split(',')
		.map(|number| number.trim().parse().map(ElectionId))
		.collect::<Result<_, _>>()
		.map(Some)
		.map_err(|_| Failure::new(format!("`{text}` names no elections")).hint("give `all`, or numbers such as 3,4"))
}

#[derive(Serialize)]
struct Row {
	election: u32,
	trustee: u16,
	ceremony: String,
	attempt: u16,
	until: String,
	lists_waiting: usize,
}

async fn status(desktop: &Desktop, key: &KeyArgs) -> Result<()> {
	let account = desktop.account(key)?.id();
	let chain = desktop.connect().await?;
	let head = chain.finalised().await?;
	let view = chain.at(head.hash);
	let active: Vec<ElectionId> = view.get_or_default("Elections", "Active", &[]).await?;
	let mut rows = Vec::new();
	for election in active {
		let ceremony: Option<types::Ceremony> = view.get("Trustees", "KeyCeremonies", &[&election.encode()]).await?;
		let Some(ceremony) = ceremony else { continue };
		let Some(index) = ceremony.index_of(&account) else { continue };
		let question = (&account, election, 0u16, u16::MAX).encode();
		let duties: Vec<types::Duty> = view.ask("Tally", "duty_of", &question).await?;
		rows.push(Row {
			election: election.0,
			trustee: index.0,
			ceremony: format!("{:?}", ceremony.stage),
			attempt: ceremony.attempt,
			until: show_moment(ceremony.stage_ends),
			lists_waiting: duties.len(),
		});
	}
	desktop.output.result(&rows, || {
		if rows.is_empty() {
			return format!("{} is a trustee of no election that is under way", address(&account));
		}
		let columns = Columns {
			words: &["key ceremony", "stage ends"],
			numbers: &["election", "trustee", "attempt", "lists waiting"],
		};
		output::table(
			&columns,
			rows.iter().map(|row| {
				vec![
					row.ceremony.clone(),
					row.until.clone(),
					row.election.to_string(),
					row.trustee.to_string(),
					row.attempt.to_string(),
					row.lists_waiting.to_string(),
				]
			}),
		)
	});
	Ok(())
}

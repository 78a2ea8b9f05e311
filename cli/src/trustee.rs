//! `dobush trustee` and `dobush mixer`: the daemons.

use crate::failure::{Failure, Result};
use crate::{
	output::{self, Columns},
	session::{KeyArgs, Session},
	words::{shares, trustee_notes},
};
use clap::{Args, Subcommand};
use dobush_client::{
	chain::{items, types, views, Chain},
	keys::address,
	trustee as duty,
	trustee::{Note, ShareStanding, Trustee},
};
use dobush_primitives::{ElectionId, Subject, UnitId};
use election_files::definition::{local_moment, show_moment};
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
	roll: Option<u32>,
	epoch: Option<u16>,
	note: &'a str,
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::Run(args) => daemon(session, args, duty::DutyScope::Trustee).await,
		Command::Status { key } => status(session, &key).await,
	}
}

pub async fn run_mixer(session: &Session, command: MixerCommand) -> Result<()> {
	match command {
		MixerCommand::Run(args) => daemon(session, args, duty::DutyScope::Mixer).await,
	}
}

async fn daemon(session: &Session, args: RunArgs, role: duty::DutyScope) -> Result<()> {
	let elections = parse_elections(&args.election)?;
	let key = session.open(&args.key)?;
	let chain = Chain::connect_within(&session.nodes, Duration::from_secs(args.patience)).await?;
	let mut trustee = Trustee::new(&chain, key, role, elections)?;
	let account = address(&trustee.account());
	session.output.say(format!("{account} follows the chain {:?} at {}", chain.genesis(), chain.url()));
	let output = session.output.clone();
	let work = trustee.run(move |note: &Note| {
		let (election, roll, epoch) = numbers(note.about);
		let sentence = trustee_notes::note(&note.kind);
		output.line(&Line { election, roll, epoch, note: &sentence }, || match note.about {
			Some(subject) => format!("{subject}: {sentence}"),
			None => sentence.clone(),
		});
	});
	tokio::select! {
		result = work => Ok(result?),
		_ = tokio::signal::ctrl_c() => Ok(()),
	}
}

/// The numbers of an election, or of a roll and an epoch of its key.
fn numbers(subject: Option<Subject>) -> (Option<u32>, Option<u32>, Option<u16>) {
	match subject {
		Some(Subject::Election(election)) => (Some(election.0), None, None),
		Some(Subject::Roll { roll, epoch }) => (None, Some(roll.0), Some(epoch)),
		None => (None, None, None),
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
	election: Option<u32>,
	roll: Option<u32>,
	epoch: Option<u16>,
	#[serde(skip)]
	subject: String,
	trustee: Option<u16>,
	share: Option<String>,
	#[serde(skip)]
	share_words: &'static str,
	ceremony: String,
	attempt: u16,
	until: String,
	lists_waiting: usize,
}

async fn status(session: &Session, key: &KeyArgs) -> Result<()> {
	let account = session.account(key)?.id();
	let chain = session.connect().await?;
	let head = chain.finalised().await?;
	let view = chain.at(head.hash);
	let active = view.read_or_default(&items::elections::ACTIVE, &()).await?;
	let running = view.read_or_default(&items::trustees::RUNNING, &()).await?;
	let rolls = running.into_iter().filter(|subject| matches!(subject, Subject::Roll { .. }));
	let mut rows = Vec::new();
	for subject in active.into_iter().map(Subject::Election).chain(rolls) {
		let get = |subject: Subject| async move {
			Ok::<_, Failure>(view.read(&items::trustees::KEY_CEREMONIES, &(subject,)).await?)
		};
		let Some(ceremony) = get(subject).await? else { continue };
		let index = ceremony.index_of(&account);
		let deals = match subject.previous() {
			Some(previous) => get(previous).await?.is_some_and(|before| before.index_of(&account).is_some()),
			None => false,
		};
		let duties: Vec<types::Duty> = match subject {
			Subject::Election(election) => {
				view.ask(&views::tally::DUTY_OF, &(&account, election, UnitId(0), u16::MAX)).await?
			}
			Subject::Roll { .. } => Vec::new(),
		};
		// Holders of a roll's key open tags in elections of which they are no trustees.
		if index.is_none() && !deals && duties.is_empty() {
			continue;
		}
		let (election, roll, epoch) = numbers(Some(subject));
		let share = index.map(|index| ShareStanding::of(&ceremony, index));
		let offset = match subject {
			Subject::Election(election) => {
				let header = view.read(&items::elections::HEADERS, &(election,)).await?;
				header.map(|header| header.calendar.utc_offset)
			}
			Subject::Roll { .. } => None,
		};
		rows.push(Row {
			election,
			roll,
			epoch,
			subject: subject.to_string(),
			trustee: index.map(|index| index.0),
			share: share.map(|share| format!("{share:?}")),
			share_words: shares::share(share),
			ceremony: format!("{:?}", ceremony.stage),
			attempt: ceremony.attempt,
			until: match offset {
				Some(offset) => local_moment(ceremony.stage_ends, offset),
				None => show_moment(ceremony.stage_ends),
			},
			lists_waiting: duties.len(),
		});
	}
	session.output.result(&rows, || {
		if rows.is_empty() {
			return format!(
				"{} is no trustee of an election or key ceremony that is under way, and holds no share",
				address(&account)
			);
		}
		let columns = Columns {
			words: &["key ceremony", "share", "stage", "stage ends"],
			numbers: &["trustee", "attempt", "lists waiting"],
		};
		output::table(
			&columns,
			rows.iter().map(|row| {
				vec![
					row.subject.clone(),
					row.share_words.to_owned(),
					row.ceremony.clone(),
					row.until.clone(),
					row.trustee.map_or_else(|| "none".to_owned(), |trustee| trustee.to_string()),
					row.attempt.to_string(),
					row.lists_waiting.to_string(),
				]
			}),
		)
	});
	Ok(())
}

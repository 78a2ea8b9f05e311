//! `dobush observer`: how an election stands, its result with the working, and a report.

mod definition;
mod roll;
mod status_json;
pub(crate) mod status_words;
pub mod words;

use self::words::{facts, result_words};
use crate::failure::{Failure, Result};
use crate::{
	output::{self, Columns},
	report::{self, Extras, Instruction},
	session::Session,
};
use clap::Subcommand;
use dobush_client::{
	chain::{decode::text, proof::Pin, views, Chain, Follower},
	keys::files,
	observer::{
		result::ElectionResult,
		status::{standing, ElectionStanding},
	},
	patience::Patience,
	registry::parse_voter_id,
	trust,
};
use dobush_primitives::{ElectionId, Phase, RollId};
use election_files::definition::local_moment;
use serde::Serialize;
use status_json::{is_news, ElectionJson};
use status_words::{line, words};
use std::path::PathBuf;

/// An observer's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// List the elections; with a number show how that one stands and what it waits for.
	#[command(after_help = "Examples:\n  dobush observer status\n  dobush observer status --election 7")]
	Status {
		/// The election.
		#[arg(long)]
		election: Option<u32>,
	},
	/// Show the definition of an election in words: what is decided, by which rule, by whom, when.
	#[command(
		after_help = "Examples:\n  dobush observer definition --election 7\n  dobush observer definition --election 7 --toml parliament.toml"
	)]
	Definition {
		/// The election.
		#[arg(long)]
		election: u32,
		/// Write it as a definition file, too, as the commission announced it.
		#[arg(long, value_name = "FILE")]
		toml: Option<PathBuf>,
	},
	/// Show the public numbers of a roll: voters and desks, or of a deniable one batches, visits by booth, moves. Or whether a
	/// pseudonym is on it.
	#[command(after_help = "Examples:\n  dobush observer roll 0\n  dobush observer roll 0 --voter 0x1f…")]
	Roll {
		/// The roll.
		roll: u32,
		/// Look for this pseudonym. The whole roll is downloaded for it, so the node does not learn which it was.
		#[arg(long, value_name = "PSEUDONYM")]
		voter: Option<String>,
	},
	/// Write what this node says about the chain's validators: a file to compare with others' and to publish for voters' --pin.
	#[command(
		after_help = "Example:\n  dobush observer pin --out published-validators.json --node ws://127.0.0.1:9944"
	)]
	Pin {
		/// Where to write it.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
	/// Follow the finalised blocks and print each change of an election as it happens.
	#[command(after_help = "Example:\n  dobush observer watch --election 7")]
	Watch {
		/// The election.
		#[arg(long)]
		election: u32,
	},
	/// Print the result, as far as there is one.
	#[command(
		after_help = "Examples:\n  dobush observer result --election 7\n  dobush observer result --election 7 --working --json"
	)]
	Result {
		/// The election.
		#[arg(long)]
		election: u32,
		/// Print every step of the count.
		#[arg(long)]
		working: bool,
	},
	/// Write a report: one HTML file that needs nothing else.
	#[command(after_help = "Example:\n  dobush observer report --election 7 --out report.html")]
	Report {
		/// The election.
		#[arg(long)]
		election: u32,
		/// Where to write it.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
}

#[derive(Serialize)]
struct Entry {
	election: u32,
	title: String,
	phase: String,
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	let chain = session.connect().await?;
	match command {
		Command::Roll { roll, voter } => {
			let voter = voter.as_deref().map(parse_voter_id).transpose()?;
			let head = chain.finalised().await?;
			roll::run(session, &chain.at(head.hash), head.number, RollId(roll), voter).await
		}
		Command::Definition { election, toml } => {
			let head = chain.finalised().await?;
			definition::run(session, &chain.at(head.hash), head.number, ElectionId(election), toml.as_deref()).await
		}
		Command::Status { election: None } => list(session, &chain).await,
		Command::Status { election: Some(election) } => {
			let head = chain.finalised().await?;
			let standing = standing(&chain.at(head.hash), head.number, ElectionId(election)).await?;
			session.output.result(&ElectionJson::of(&standing), || words(&standing));
			Ok(())
		}
		Command::Pin { out } => {
			let pin = Pin::on_first_use(&chain).await?;
			trust::write(&out, &pin)?;
			session.output.result(&pin, || {
				let keys: String = pin.authorities.iter().map(|(key, _)| format!("\n  {key}")).collect();
				format!(
					"chain {:?}\nset {} of validators:{keys}\nwritten to {}; it is this node's word: compare the keys with what others \
					 have. The number of the set grows every session, also while the keys stay",
					pin.genesis,
					pin.set_id,
					out.display()
				)
			});
			Ok(())
		}
		Command::Watch { election } => watch(session, &chain, ElectionId(election)).await,
		Command::Result { election, working } => {
			let head = chain.finalised().await?;
			let result = ElectionResult::fetch(&chain.at(head.hash), ElectionId(election)).await?;
			session.output.result(&result.json(), || result_words(&result, working));
			Ok(())
		}
		Command::Report { election, out } => {
			let head = chain.finalised().await?;
			let result = ElectionResult::fetch(&chain.at(head.hash), ElectionId(election)).await?;
			let moment = local_moment(result.course.now, result.course.utc_offset);
			let extras = Extras {
				subtitle: report::words::subtitle(election, head.number, &moment),
				facts: facts(&chain, head, &result),
				verify: instructions(election),
				..Extras::default()
			};
			let html = report::render(&result, &extras)?;
			files::publish(&out, html.as_bytes())
				.map_err(|error| Failure::new(format!("cannot write {}: {error}", out.display())))?;
			session.output.result(&out, || format!("the report is in {}", out.display()));
			Ok(())
		}
	}
}

/// How a reader checks a result of a living chain.
fn instructions(election: u32) -> Vec<Instruction> {
	let steps = report::words::instructions(election).into_iter();
	steps.map(|(words, command)| Instruction { words: words.to_owned(), command: Some(command) }).collect()
}

async fn list(session: &Session, chain: &Chain) -> Result<()> {
	let head = chain.finalised().await?;
	let view = chain.at(head.hash);
	let mut entries: Vec<Entry> = Vec::new();
	loop {
		let from = ElectionId(u32::try_from(entries.len()).unwrap_or(u32::MAX));
		let page = view.ask(&views::elections::ELECTIONS, &(from,)).await?;
		if page.is_empty() {
			break;
		}
		entries.extend(page.iter().map(|entry| Entry {
			election: entry.election.0,
			title: text(&entry.title),
			phase: format!("{:?}", entry.phase),
		}));
	}
	session.output.result(&entries, || {
		if entries.is_empty() {
			return "no election has been announced on this chain".to_owned();
		}
		let rows =
			entries.iter().map(|entry| vec![entry.title.clone(), entry.phase.clone(), entry.election.to_string()]);
		output::table(&Columns { words: &["title", "phase"], numbers: &["election"] }, rows)
	});
	Ok(())
}

/// Follows an election to its end. A node that is lost is asked again until it is back.
async fn watch(session: &Session, chain: &Chain, election: ElectionId) -> Result<()> {
	let mut patience = Patience::new(None);
	let mut follower: Option<Follower> = None;
	let mut last: Option<ElectionStanding> = None;
	loop {
		match look(chain, &mut follower, election).await {
			Ok(now) => {
				patience.answered();
				if last.as_ref().is_none_or(|last| is_news(last, &now)) {
					session.output.line(&ElectionJson::of(&now), || line(&now));
				}
				if matches!(now.phase, Phase::Certified | Phase::Annulled) {
					return Ok(());
				}
				last = Some(now);
			}
			Err(error) if patience.again(&error, &session.output).await => {}
			Err(error) => return Err(error.into()),
		}
	}
}

/// The standing at the next finalised block that was not looked at.
async fn look(
	chain: &Chain,
	follower: &mut Option<Follower>,
	election: ElectionId,
) -> dobush_client::Result<ElectionStanding> {
	let follower = match follower {
		Some(follower) => follower,
		None => follower.insert(Follower::from_now(chain).await?),
	};
	let block = follower.newest().await?;
	standing(&chain.at(block.hash), block.number, election).await
}

#[cfg(test)]
pub(crate) mod tests;

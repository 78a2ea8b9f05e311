//! `dobush commission`: every act is a motion that one member proposes and others vote for.

mod outcomes;
mod rolls;
mod upgrade;

use crate::{
	chain::{types, Call, Chain, Included, Sender},
	cli::{Desktop, KeyArgs},
	error::{Failure, Result},
	keys::{address, parse_address},
	motion::{self, Motion},
	output::{self, Columns},
	result::ElectionResult,
};
use clap::{Args, Subcommand};
use dobush_primitives::{ElectionId, RollId, Text};
use election_files::definition::{parse_moment, show_moment, DefinitionFile};
use parity_scale_codec::Encode;
use serde::Serialize;
use std::path::PathBuf;

/// The definition that `template` prints.
const TEMPLATE: &str = include_str!("../../crates/election-files/examples/definition.toml");

/// The commission's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Print an example of a definition, with comments.
	#[command(after_help = "Example:\n  dobush commission template > parliament.toml")]
	Template,
	/// Create a roll of voters with so many counting units.
	#[command(after_help = "Example:\n  dobush commission create-roll \"Bishkek and Osh\" --units 2 --key member.key")]
	CreateRoll {
		/// Its name.
		name: String,
		/// How many counting units it has.
		#[arg(long)]
		units: u16,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Appoint a desk, which may then fill one roll.
	#[command(after_help = "Example:\n  dobush commission appoint-desk 0 5GrwvaEF… --key member.key")]
	AppointDesk {
		/// The roll.
		roll: u32,
		/// The desk's address.
		desk: String,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Dismiss a desk. What it enrolled stays.
	#[command(after_help = "Example:\n  dobush commission dismiss-desk 0 5GrwvaEF… --key member.key")]
	DismissDesk {
		/// The roll.
		roll: u32,
		/// The desk's address.
		desk: String,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Announce an election. Its trustees begin the key ceremony at once.
	#[command(after_help = "Example:\n  dobush commission announce parliament.toml --key member.key")]
	Announce {
		/// The definition (`dobush commission template` prints one).
		definition: PathBuf,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Move moments of the calendar back. Those not given stay.
	#[command(
		after_help = "Example:\n  dobush commission postpone 3 --polls-close-at 2027-01-10T22:00:00+06:00 --key member.key"
	)]
	Postpone {
		/// The election.
		election: u32,
		/// When the roll closes.
		#[arg(long)]
		roll_closes_at: Option<String>,
		/// When the polls open.
		#[arg(long)]
		polls_open_at: Option<String>,
		/// When the polls close.
		#[arg(long)]
		polls_close_at: Option<String>,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Close the polls before their time, where the definition allows it.
	#[command(after_help = "Example:\n  dobush commission close-polls 3 --key member.key")]
	ClosePolls {
		/// The election.
		election: u32,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Certify the result. Prints what is certified first; the motion names it by its digest.
	#[command(after_help = "Example:\n  dobush commission certify 3 --key member.key")]
	Certify {
		/// The election.
		election: u32,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Annul an election, in any phase.
	#[command(
		after_help = "Example:\n  dobush commission annul 3 --reason \"Decision 7 of the Supreme Court\" --key member.key"
	)]
	Annul {
		/// The election.
		election: u32,
		/// Why, for everyone to read.
		#[arg(long)]
		reason: String,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Acts for deniable rolls.
	#[command(flatten)]
	Rolls(rolls::Command),
	/// Acts after a count.
	#[command(flatten)]
	Outcomes(outcomes::Command),
	/// Authorise a new runtime, by the hash of its code. Anybody may then send the code; docs/runbooks/upgrade.md.
	#[command(
		after_help = "Examples:\n  dobush commission authorize-upgrade --code dobush_runtime.compact.compressed.wasm --key member.key\n  \
		              dobush commission authorize-upgrade --hash 0x5b1c… --key member.key"
	)]
	AuthorizeUpgrade(upgrade::Args),
	/// Show the members and the motions that are open.
	#[command(after_help = "Example:\n  dobush commission motions")]
	Motions,
	/// Vote for a motion. The vote that completes two thirds also closes it, and the chain does what it says.
	#[command(
		after_help = "Examples:\n  dobush commission vote 12 --key member.key\n  dobush commission vote 12 --against --key member.key"
	)]
	Vote {
		/// The number of the motion.
		motion: u32,
		/// Vote against it.
		#[arg(long)]
		against: bool,
		/// Do not close it, even if it has its votes.
		#[arg(long)]
		keep_open: bool,
		/// Who votes.
		#[command(flatten)]
		key: KeyArgs,
	},
	/// Close a motion that has its votes.
	#[command(after_help = "Example:\n  dobush commission close 12 --key member.key")]
	Close {
		/// The number of the motion.
		motion: u32,
		/// Who closes.
		#[command(flatten)]
		key: KeyArgs,
	},
}

/// Who proposes, and who votes at once.
#[derive(Debug, Clone, Args)]
pub struct Act {
	/// Who proposes.
	#[command(flatten)]
	pub key: KeyArgs,
	/// Further members whose keys are at hand and who vote for it at once; for test chains.
	#[arg(long, value_name = "FILE")]
	pub with: Vec<String>,
}

#[derive(Serialize)]
struct Proposed {
	motion: Option<u32>,
	done: bool,
	votes_needed: u32,
	block: u64,
	/// The number of the roll that was created.
	#[serde(skip_serializing_if = "Option::is_none")]
	roll: Option<u32>,
	/// The number of the election that was announced.
	#[serde(skip_serializing_if = "Option::is_none")]
	election: Option<u32>,
}

#[derive(Serialize)]
struct MotionRow {
	motion: u32,
	proposes: String,
	ayes: Vec<String>,
	nays: Vec<String>,
	needed: u32,
	until_block: u32,
}

#[derive(Serialize)]
struct Motions {
	members: Vec<String>,
	motions: Vec<MotionRow>,
}

/// Does it.
pub async fn run(desktop: &Desktop, command: Command) -> Result<()> {
	match command {
		Command::Template => {
			desktop.output.result(&TEMPLATE, || TEMPLATE.to_owned());
			Ok(())
		}
		Command::CreateRoll { name, units, act } => {
			let name: Text<64> = text(&name, "name of a roll")?;
			propose(desktop, &act, Call::new("VoterRegistry", "create_roll", (name, units))).await.map(drop)
		}
		Command::AppointDesk { roll, desk, act } => {
			let desk = parse_address(&desk)?;
			propose(desktop, &act, Call::new("VoterRegistry", "appoint_desk", (RollId(roll), desk))).await.map(drop)
		}
		Command::DismissDesk { roll, desk, act } => {
			let desk = parse_address(&desk)?;
			propose(desktop, &act, Call::new("VoterRegistry", "dismiss_desk", (RollId(roll), desk))).await.map(drop)
		}
		Command::Announce { definition, act } => {
			let definition = DefinitionFile::read(&definition)?.definition()?;
			propose(desktop, &act, Call::new("Elections", "announce", &definition)).await.map(drop)
		}
		Command::Postpone { election, roll_closes_at, polls_open_at, polls_close_at, act } => {
			let election = ElectionId(election);
			let chain = desktop.connect().await?;
			let calendar = status(&chain, election).await?.calendar;
			let moment = |given: Option<String>, old| given.map_or(Ok(old), |given| parse_moment(&given));
			let arguments = (
				election,
				moment(roll_closes_at, calendar.roll_closes_at)?,
				moment(polls_open_at, calendar.polls_open_at)?,
				moment(polls_close_at, calendar.polls_close_at)?,
			);
			desktop.output.say(format!(
				"roll closes {}, polls open {}, polls close {}",
				show_moment(arguments.1),
				show_moment(arguments.2),
				show_moment(arguments.3)
			));
			propose(desktop, &act, Call::new("Elections", "postpone", arguments)).await.map(drop)
		}
		Command::ClosePolls { election, act } => {
			propose(desktop, &act, Call::new("Elections", "close_polls", ElectionId(election))).await.map(drop)
		}
		Command::Certify { election, act } => {
			let election = ElectionId(election);
			let chain = desktop.connect().await?;
			let digest = show_result(desktop, &chain, election).await?;
			propose(desktop, &act, Call::new("Elections", "certify", (election, digest))).await.map(drop)
		}
		Command::Annul { election, reason, act } => {
			let reason: Text<512> = text(&reason, "reason")?;
			propose(desktop, &act, Call::new("Elections", "annul", (ElectionId(election), reason))).await.map(drop)
		}
		Command::Rolls(command) => rolls::run(desktop, command).await,
		Command::Outcomes(command) => outcomes::run(desktop, command).await,
		Command::AuthorizeUpgrade(args) => upgrade::run(desktop, &args).await,
		Command::Motions => motions(desktop).await,
		Command::Vote { motion, against, keep_open, key } => vote(desktop, motion, !against, keep_open, &key).await,
		Command::Close { motion, key } => {
			let chain = desktop.connect().await?;
			let open = find(&chain, motion).await?;
			let mut sender = Sender::new(&chain, desktop.account(&key)?);
			let included = motion::close(&mut sender, &[open.motion]).await?;
			report(desktop, &chain, None, included.last()).await
		}
	}
}

async fn status(chain: &Chain, election: ElectionId) -> Result<types::ElectionStatus> {
	let head = chain.finalised().await?;
	let status = chain.at(head.hash).ask("Elections", "status", &election.encode()).await?;
	let status: Option<types::ElectionStatus> = status;
	status.ok_or_else(|| {
		Failure::new(format!("there is no election {election}")).hint("`dobush observer status` lists the elections")
	})
}

/// Shows what would be certified and gives its digest.
async fn show_result(desktop: &Desktop, chain: &Chain, election: ElectionId) -> Result<[u8; 32]> {
	let head = chain.finalised().await?;
	let result = ElectionResult::fetch(&chain.at(head.hash), election).await?;
	let digest = result.digest.ok_or_else(|| {
		Failure::new(format!("election {election} has no result yet: it is in phase {:?}", result.phase))
			.hint("`dobush observer status` shows what the tally waits for")
	})?;
	for contest in &result.contests {
		let verdict = contest.verdict().unwrap_or_default();
		desktop.output.say(format!("{}: {verdict}", contest.title));
	}
	desktop.output.say(format!("digest of the result: 0x{}", hex::encode(digest)));
	Ok(digest)
}

/// Proposes a call; votes and closes if enough keys are at hand. Gives where it was carried out, if it was.
async fn propose(desktop: &Desktop, act: &Act, call: Call) -> Result<Option<Included>> {
	let chain = desktop.connect().await?;
	let mut senders = vec![Sender::new(&chain, desktop.account(&act.key)?)];
	for key in &act.with {
		let key = KeyArgs { key: key.clone(), passphrase_file: act.key.passphrase_file.clone() };
		senders.push(Sender::new(&chain, desktop.account(&key)?));
	}
	if senders.len() > 1 {
		let included = motion::carry(&mut senders, &[call]).await?.pop();
		report(desktop, &chain, None, included.as_ref()).await?;
		return Ok(included);
	}
	let Some(sender) = senders.first_mut() else { return Ok(None) };
	let (motions, mut included) = motion::propose(sender, &[call]).await?;
	let included = included.pop();
	report(desktop, &chain, motions.first(), included.as_ref()).await?;
	Ok(included.filter(|_| motions.is_empty()))
}

async fn report(desktop: &Desktop, chain: &Chain, motion: Option<&Motion>, included: Option<&Included>) -> Result<()> {
	let head = chain.finalised().await?;
	let members = motion::members(&chain.at(head.hash)).await?;
	// Whoever closes the motion learns the number, not only who has proposed it.
	let (mut roll, mut election) = (None, None);
	if let Some(included) = included {
		let created: Option<(RollId, Text<64>, u16)> = included.events.find("VoterRegistry", "RollCreated")?;
		roll = created.map(|(roll, _, _)| roll.0);
		let announced: Option<(ElectionId, RollId, Option<ElectionId>)> =
			included.events.find("Elections", "Announced")?;
		election = announced.map(|(election, _, _)| election.0);
	}
	let answer = Proposed {
		motion: motion.map(|motion| motion.index),
		done: motion.is_none(),
		votes_needed: motion::needed(members.len()),
		block: included.map_or(0, |included| included.block.number),
		roll,
		election,
	};
	desktop.output.result(&answer, || match motion {
		Some(motion) => format!(
			"motion {} is proposed; {} of {} members must vote for it: dobush commission vote {}",
			motion.index,
			answer.votes_needed,
			members.len(),
			motion.index
		),
		None => {
			let mut words = format!("carried out in finalised block {}", answer.block);
			for (what, number) in [("roll", answer.roll), ("election", answer.election)] {
				if let Some(number) = number {
					words.push_str(&format!("; the {what} has the number {number}"));
				}
			}
			words
		}
	});
	Ok(())
}

async fn find(chain: &Chain, index: u32) -> Result<motion::OpenMotion> {
	let head = chain.finalised().await?;
	motion::find(&chain.at(head.hash), index).await
}

async fn vote(desktop: &Desktop, index: u32, approve: bool, keep_open: bool, key: &KeyArgs) -> Result<()> {
	let chain = desktop.connect().await?;
	let open = find(&chain, index).await?;
	desktop.output.say(format!("motion {index} proposes {}", open.words));
	let mut sender = Sender::new(&chain, desktop.account(key)?);
	let voted = motion::vote(&mut sender, &[open.motion], approve).await?;
	let now = find(&chain, index).await?;
	if keep_open || now.votes.ayes.len() < now.votes.threshold as usize {
		return report(desktop, &chain, Some(&open.motion), voted.last()).await;
	}
	let closed = motion::close(&mut sender, &[open.motion]).await?;
	report(desktop, &chain, None, closed.last()).await
}

async fn motions(desktop: &Desktop) -> Result<()> {
	let chain = desktop.connect().await?;
	let head = chain.finalised().await?;
	let view = chain.at(head.hash);
	let members = motion::members(&view).await?;
	let rows: Vec<MotionRow> = motion::open(&view)
		.await?
		.into_iter()
		.map(|open| MotionRow {
			motion: open.motion.index,
			proposes: open.words,
			ayes: open.votes.ayes.iter().map(address).collect(),
			nays: open.votes.nays.iter().map(address).collect(),
			needed: open.votes.threshold,
			until_block: open.votes.end,
		})
		.collect();
	let answer = Motions { members: members.iter().map(address).collect(), motions: rows };
	desktop.output.result(&answer, || {
		let mut words = format!("members: {}\n", answer.members.join(", "));
		if answer.motions.is_empty() {
			words.push_str("no motion is open");
			return words;
		}
		let columns = Columns { words: &["proposes"], numbers: &["motion", "ayes", "nays", "needed", "until block"] };
		let rows = answer.motions.iter().map(|row| {
			vec![
				row.proposes.clone(),
				row.motion.to_string(),
				row.ayes.len().to_string(),
				row.nays.len().to_string(),
				row.needed.to_string(),
				row.until_block.to_string(),
			]
		});
		words.push_str(&output::table(&columns, rows));
		words
	});
	Ok(())
}

fn text<const N: u32>(text: &str, what: &str) -> Result<Text<N>> {
	Text::try_from(text.as_bytes().to_vec())
		.map_err(|_| Failure::new(format!("the {what} is longer than {N} bytes of UTF-8")).hint("shorten it"))
}

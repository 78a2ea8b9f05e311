//! `dobush commission`: every act is a motion that one member proposes and others vote for.

mod act;
mod outcomes;
mod rolls;
mod upgrade;

use crate::failure::{Failure, Result};
use crate::{
	output::{self, Columns},
	session::{KeyArgs, Session},
};
use act::{propose, report, status, text, Act};
use clap::Subcommand;
use dobush_client::{
	chain::{calls, Chain, Sender},
	commission::motion,
	keys::{address, parse_address},
	observer::result::ElectionResult,
};
use dobush_primitives::{election::Grounds, ElectionId, Name, RollId};
use election_files::definition::{parse_moment, show_moment, DefinitionFile};
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

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::Template => {
			session.output.result(&TEMPLATE, || TEMPLATE.to_owned());
			Ok(())
		}
		Command::CreateRoll { name, units, act } => {
			let name: Name = text(&name, "name of a roll")?;
			propose(session, &act, calls::voter_registry::create_roll(&name, units)).await.map(drop)
		}
		Command::AppointDesk { roll, desk, act } => {
			let desk = parse_address(&desk)?;
			propose(session, &act, calls::voter_registry::appoint_desk(RollId(roll), &desk)).await.map(drop)
		}
		Command::DismissDesk { roll, desk, act } => {
			let desk = parse_address(&desk)?;
			propose(session, &act, calls::voter_registry::dismiss_desk(RollId(roll), &desk)).await.map(drop)
		}
		Command::Announce { definition, act } => {
			let definition = DefinitionFile::read(&definition)?.definition()?;
			propose(session, &act, calls::elections::announce(&definition)).await.map(drop)
		}
		Command::Postpone { election, roll_closes_at, polls_open_at, polls_close_at, act } => {
			let election = ElectionId(election);
			let chain = session.connect().await?;
			let calendar = status(&chain, election).await?.calendar;
			let moment = |given: Option<String>, old| given.map_or(Ok(old), |given| parse_moment(&given));
			let roll_closes_at = moment(roll_closes_at, calendar.roll_closes_at)?;
			let polls_open_at = moment(polls_open_at, calendar.polls_open_at)?;
			let polls_close_at = moment(polls_close_at, calendar.polls_close_at)?;
			session.output.say(format!(
				"roll closes {}, polls open {}, polls close {}",
				show_moment(roll_closes_at),
				show_moment(polls_open_at),
				show_moment(polls_close_at)
			));
			let call = calls::elections::postpone(election, roll_closes_at, polls_open_at, polls_close_at);
			propose(session, &act, call).await.map(drop)
		}
		Command::ClosePolls { election, act } => {
			propose(session, &act, calls::elections::close_polls(ElectionId(election))).await.map(drop)
		}
		Command::Certify { election, act } => {
			let election = ElectionId(election);
			let chain = session.connect().await?;
			let digest = show_result(session, &chain, election).await?;
			propose(session, &act, calls::elections::certify(election, digest)).await.map(drop)
		}
		Command::Annul { election, reason, act } => {
			let reason: Grounds = text(&reason, "reason")?;
			propose(session, &act, calls::elections::annul(ElectionId(election), &reason)).await.map(drop)
		}
		Command::Rolls(command) => rolls::run(session, command).await,
		Command::Outcomes(command) => outcomes::run(session, command).await,
		Command::AuthorizeUpgrade(args) => upgrade::run(session, &args).await,
		Command::Motions => motions(session).await,
		Command::Vote { motion, against, keep_open, key } => vote(session, motion, !against, keep_open, &key).await,
		Command::Close { motion, key } => {
			let chain = session.connect().await?;
			let open = find(&chain, motion).await?;
			let mut sender = Sender::new(&chain, session.account(&key)?);
			let included = motion::close(&mut sender, &[open.motion]).await?;
			report(session, &chain, None, included.last()).await
		}
	}
}

/// Shows what would be certified and gives its digest.
async fn show_result(session: &Session, chain: &Chain, election: ElectionId) -> Result<[u8; 32]> {
	let head = chain.finalised().await?;
	let result = ElectionResult::fetch(&chain.at(head.hash), election).await?;
	let digest = result.digest.ok_or_else(|| {
		Failure::new(format!("election {election} has no result yet: it is in phase {:?}", result.phase))
			.hint("`dobush observer status` shows what the tally waits for")
	})?;
	for contest in &result.contests {
		let verdict = contest.verdict().unwrap_or_default();
		session.output.say(format!("{}: {verdict}", contest.title));
	}
	session.output.say(format!("digest of the result: 0x{}", hex::encode(digest)));
	Ok(digest)
}

async fn find(chain: &Chain, index: u32) -> Result<motion::OpenMotion> {
	let head = chain.finalised().await?;
	Ok(motion::find(&chain.at(head.hash), index).await?)
}

async fn vote(session: &Session, index: u32, approve: bool, keep_open: bool, key: &KeyArgs) -> Result<()> {
	let chain = session.connect().await?;
	let open = find(&chain, index).await?;
	session.output.say(format!("motion {index} proposes {}", open.words));
	let mut sender = Sender::new(&chain, session.account(key)?);
	let voted = motion::vote(&mut sender, &[open.motion], approve).await?;
	let now = find(&chain, index).await?;
	if keep_open || now.votes.ayes.len() < now.votes.threshold as usize {
		return report(session, &chain, Some(&open.motion), voted.last()).await;
	}
	let closed = motion::close(&mut sender, &[open.motion]).await?;
	report(session, &chain, None, closed.last()).await
}

async fn motions(session: &Session) -> Result<()> {
	let chain = session.connect().await?;
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
	session.output.result(&answer, || {
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

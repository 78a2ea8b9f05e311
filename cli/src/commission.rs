//! `dobush commission`: every act is a motion that one member proposes and others vote for. Each is shown in words first, tried by the
//! chain, and asked about.

mod act;
mod became;
mod look;
mod motions;
mod outcomes;
mod rolls;
mod upgrade;

use crate::failure::{Failure, Result};
use crate::session::Session;
use act::{propose, status, text, Act};
use clap::Subcommand;
use dobush_client::{chain::calls, keys::parse_address};
use dobush_primitives::{election::Grounds, ElectionId, Name, RollId};
use election_files::definition::{parse_moment, DefinitionFile};
use motions::{CloseArgs, MotionArgs, VoteArgs};
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
	#[command(
		after_help = "Examples:\n  dobush commission announce parliament.toml --check\n  dobush commission announce parliament.toml --key member.key"
	)]
	Announce {
		/// The definition (`dobush commission template` prints one).
		definition: PathBuf,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Move moments of the calendar to later. Those not given stay.
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
	/// Show the members and the motions that are open, each in words.
	#[command(after_help = "Example:\n  dobush commission motions")]
	Motions,
	/// Show the whole of one motion; compare the definition that it announces with a file, or write it into one.
	#[command(
		after_help = "Examples:\n  dobush commission motion 12\n  dobush commission motion 12 --compare parliament.toml\n  dobush commission motion 12 --toml announced.toml"
	)]
	Motion(MotionArgs),
	/// Vote on a motion, after it is shown whole. The vote that decides it also closes it: two thirds carry it out, and so many
	/// against it that the others are too few remove it.
	#[command(
		after_help = "Examples:\n  dobush commission vote 12 --key member.key\n  dobush commission vote 12 --compare parliament.toml --key member.key\n  dobush commission vote 12 --against --key member.key"
	)]
	Vote(VoteArgs),
	/// Close a motion that is decided, or whose time has ended.
	#[command(after_help = "Example:\n  dobush commission close 12 --key member.key")]
	Close(CloseArgs),
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
			let call = calls::elections::postpone(election, roll_closes_at, polls_open_at, polls_close_at);
			propose(session, &act, call).await.map(drop)
		}
		Command::ClosePolls { election, act } => {
			propose(session, &act, calls::elections::close_polls(ElectionId(election))).await.map(drop)
		}
		Command::Certify { election, act } => {
			let election = ElectionId(election);
			let chain = session.connect().await?;
			let standing = status(&chain, election).await?;
			let digest = standing.result.ok_or_else(|| {
				Failure::new(format!(
					"election {election} has no result yet: {}",
					crate::words::motion::phase(standing.phase)
				))
				.hint("`dobush observer status` shows what the tally waits for")
			})?;
			propose(session, &act, calls::elections::certify(election, digest)).await.map(drop)
		}
		Command::Annul { election, reason, act } => {
			let reason: Grounds = text(&reason, "reason")?;
			propose(session, &act, calls::elections::annul(ElectionId(election), &reason)).await.map(drop)
		}
		Command::Rolls(command) => rolls::run(session, command).await,
		Command::Outcomes(command) => outcomes::run(session, command).await,
		Command::AuthorizeUpgrade(args) => upgrade::run(session, &args).await,
		Command::Motions => motions::list(session).await,
		Command::Motion(args) => motions::show(session, &args).await,
		Command::Vote(args) => motions::vote(session, &args).await,
		Command::Close(args) => motions::close(session, &args).await,
	}
}

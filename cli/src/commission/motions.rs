//! The motions that are open: reading, comparing, voting, closing.

use super::{
	became,
	look::{indented, titled, Look, Meeting},
};
use crate::failure::{Failure, Result};
use crate::{
	session::{KeyArgs, Session},
	words::motion::difference,
};
use clap::Args;
use dobush_client::{
	chain::{calls, decode::hex_of, described::DescribedCall, proposals::Proposal, Sender},
	commission::{
		motion::{self, OpenMotion, Standing},
		CommissionError,
	},
	keys::address,
	Error,
};
use election_files::definition::{utc, write, DefinitionFile};
use serde::Serialize;
use std::{
	fs::File,
	io::Write as _,
	path::{Path, PathBuf},
};

/// Which motion, and what is done with it.
#[derive(Debug, Clone, Args)]
pub struct MotionArgs {
	/// The number of the motion.
	pub motion: u32,
	/// Compare the definition that it announces with this file, and list what differs.
	#[arg(long, value_name = "FILE")]
	pub compare: Option<PathBuf>,
	/// Write the definition that it announces into this new file.
	#[arg(long, value_name = "FILE")]
	pub toml: Option<PathBuf>,
}

/// A vote.
#[derive(Debug, Clone, Args)]
pub struct VoteArgs {
	/// The number of the motion.
	pub motion: u32,
	/// Vote against it.
	#[arg(long)]
	pub against: bool,
	/// Do not close it, even if the vote decides it.
	#[arg(long)]
	pub keep_open: bool,
	/// Vote only if the definition that it announces is exactly that of this file.
	#[arg(long, value_name = "FILE", conflicts_with = "against")]
	pub compare: Option<PathBuf>,
	/// Do not ask before the vote is sent; for scripts.
	#[arg(long)]
	pub yes: bool,
	/// Who votes.
	#[command(flatten)]
	pub key: KeyArgs,
}

/// Closing a motion.
#[derive(Debug, Clone, Args)]
pub struct CloseArgs {
	/// The number of the motion.
	pub motion: u32,
	/// Do not ask before it is closed; for scripts.
	#[arg(long)]
	pub yes: bool,
	/// Who closes.
	#[command(flatten)]
	pub key: KeyArgs,
}

#[derive(Serialize)]
struct Motions {
	members: Vec<String>,
	needed: u32,
	motions: Vec<MotionRow>,
}

/// How an open motion is shown to programs.
#[derive(Serialize)]
struct MotionRow {
	motion: u32,
	hash: String,
	proposes: String,
	sentences: Vec<String>,
	call: serde_json::Value,
	refused: Option<String>,
	ayes: Vec<String>,
	nays: Vec<String>,
	needed: u32,
	until_block: u32,
	until: String,
	#[serde(skip_serializing_if = "Option::is_none")]
	definition: Option<String>,
}

impl MotionRow {
	/// A motion whose call cannot be read is shown by its bytes.
	fn of(meeting: &Meeting<'_>, open: &OpenMotion, look: Result<&Look, &Failure>) -> Self {
		let (proposes, sentences, call, refused) = match look {
			Ok(look) => (look.title.clone(), look.lines.clone(), look.described.json(), look.refusal()),
			Err(why) => {
				let unreadable =
					"a call that this program cannot read; do not vote for what you cannot read".to_owned();
				let bytes = hex_of(&open.call);
				(unreadable, vec![format!("why: {why}"), format!("its bytes: {bytes}")], bytes.into(), None)
			}
		};
		Self {
			motion: open.motion.index,
			hash: format!("{:?}", open.motion.hash),
			proposes,
			sentences,
			call,
			refused,
			ayes: open.votes.ayes.iter().map(address).collect(),
			nays: open.votes.nays.iter().map(address).collect(),
			needed: open.votes.threshold,
			until_block: open.votes.end,
			until: utc(meeting.situation.expected(open.votes.end)),
			definition: None,
		}
	}

	/// For people.
	fn words(&self, session: &Session, meeting: &Meeting<'_>, open: &OpenMotion) -> String {
		let names =
			|members: &[String]| if members.is_empty() { "nobody".to_owned() } else { members.join("\n           ") };
		let end = session.zone.show(meeting.situation.expected(open.votes.end));
		let decided = match motion::standing(&open.votes, meeting.situation.members.len()) {
			Standing::Open => String::new(),
			Standing::Carried => {
				format!("\n  it has its votes: `dobush commission close {}` carries it out", self.motion)
			}
			Standing::Rejected => {
				format!("\n  it cannot be carried any more: `dobush commission close {}` removes it", self.motion)
			}
		};
		let refused =
			self.refused.as_ref().map_or_else(String::new, |why| format!("\n  THE CHAIN WOULD REFUSE IT NOW: {why}"));
		format!(
			"motion {}: {}{refused}\n  hash of the call: {}\n  for ({} of {}): {}\n  against: {}\n  open until block {}, about {end}{decided}",
			self.motion,
			titled(&self.proposes, &self.sentences),
			self.hash,
			self.ayes.len(),
			self.needed,
			names(&self.ayes),
			names(&self.nays),
			self.until_block,
		)
	}
}

/// The members and every motion that is open.
pub async fn list(session: &Session) -> Result<()> {
	let chain = session.connect().await?;
	let meeting = Meeting::now(&chain).await?;
	let mut rows = Vec::new();
	for open in &meeting.situation.motions {
		let look = meeting.look(session, &open.call).await;
		rows.push(MotionRow::of(&meeting, open, look.as_ref()));
	}
	let members: Vec<String> = meeting.situation.members.iter().map(address).collect();
	let answer = Motions { needed: motion::needed(members.len()), members, motions: rows };
	let title = meeting.title(session).await?;
	session.output.result(&answer, || {
		let head = format!("{title}\nmembers, {} of whom carry a motion:", answer.needed);
		let mut parts = vec![format!("{head}\n{}", indented(&answer.members))];
		parts.extend(
			answer.motions.iter().zip(&meeting.situation.motions).map(|(row, open)| row.words(session, &meeting, open)),
		);
		if answer.motions.is_empty() {
			parts.push("no motion is open".to_owned());
		} else {
			parts.push(
				"`dobush commission motion N` shows the whole of one, with the definition that it announces".to_owned(),
			);
		}
		parts.join("\n\n")
	});
	Ok(())
}

/// One motion with all that it says.
pub async fn show(session: &Session, args: &MotionArgs) -> Result<()> {
	let chain = session.connect().await?;
	let meeting = Meeting::now(&chain).await?;
	let open = find(&meeting, args.motion)?;
	let look = meeting.look(session, &open.call).await;
	let mut row = MotionRow::of(&meeting, open, look.as_ref());
	let look = look?;
	row.definition = file_of(&look);
	if let Some(path) = &args.compare {
		compare(session, &meeting, args.motion, &look, path)?;
	}
	if let Some(path) = &args.toml {
		let text = row.definition.as_ref().ok_or_else(|| no_file(args.motion, &look))?;
		save(path, text)?;
		session.output.say(format!("the definition of motion {} is written to {}", args.motion, path.display()));
	}
	let title = meeting.title(session).await?;
	session
		.output
		.result(&row, || format!("{title}\n\n{}\n\n{}", row.words(session, &meeting, open), whole(session, &look)));
	Ok(())
}

/// Votes, after the member has seen what is voted on.
pub async fn vote(session: &Session, args: &VoteArgs) -> Result<()> {
	let (index, approve) = (args.motion, !args.against);
	let chain = session.connect().await?;
	let meeting = Meeting::now(&chain).await?;
	let open = find(&meeting, index)?;
	let look = match meeting.look(session, &open.call).await {
		Ok(look) => Some(look),
		// Whoever cannot read a motion can vote against it, and not for it.
		Err(_) if args.against => None,
		Err(why) => return Err(why),
	};
	let row = match &look {
		Some(look) => MotionRow::of(&meeting, open, Ok(look)),
		None => MotionRow::of(&meeting, open, Err(&Failure::new("it is not a call of this chain's metadata"))),
	};
	session.output.say(format!("{}\n\n{}\n", meeting.title(session).await?, row.words(session, &meeting, open)));
	if let Some(look) = &look {
		match &args.compare {
			Some(path) => compare(session, &meeting, index, look, path)?,
			None => session.output.say(format!("{}\n", whole(session, look))),
		}
		if approve {
			look.ensure_own_digest()?;
		}
	}
	let mut sender = Sender::new(&chain, session.account(&args.key)?);
	let own = address(&sender.account().id());
	let side = if approve { "FOR" } else { "AGAINST" };
	session.confirm(args.yes, &format!("Vote {side} motion {index} ({}) as {own}?", row.proposes))?;
	let spinner = session.output.spinner("the vote is sent; waiting until it is final, half a minute or so");
	let after = motion::vote_and_close(&mut sender, open, approve, args.keep_open).await?;
	drop(spinner);
	became::voted(session, &meeting, index, approve, &after)
}

/// Closes a motion that is decided.
pub async fn close(session: &Session, args: &CloseArgs) -> Result<()> {
	let chain = session.connect().await?;
	let meeting = Meeting::now(&chain).await?;
	let open = find(&meeting, args.motion)?;
	let look = meeting.look(session, &open.call).await;
	let row = MotionRow::of(&meeting, open, look.as_ref());
	session.output.say(format!("{}\n\n{}\n", meeting.title(session).await?, row.words(session, &meeting, open)));
	let mut sender = Sender::new(&chain, session.account(&args.key)?);
	session.confirm(args.yes, &format!("Close motion {}?", args.motion))?;
	let closed = motion::close_each(&mut sender, &[open.motion]).await?;
	closed.iter().try_for_each(|closed| became::closed(session, &meeting, args.motion, closed))
}

fn find<'a>(meeting: &'a Meeting<'_>, index: u32) -> Result<&'a OpenMotion> {
	let found = meeting.situation.motions.iter().find(|open| open.motion.index == index);
	found.ok_or_else(|| Error::from(CommissionError::NoOpenMotion { motion: index }).into())
}

/// The file of the definition that a motion announces.
fn file_of(look: &Look) -> Option<String> {
	match &look.proposal {
		Proposal::Announce(definition) => write(definition),
		_ => None,
	}
}

/// All of a motion: the file of its definition, or every argument of its call.
fn whole(session: &Session, look: &Look) -> String {
	match file_of(look) {
		Some(file) => format!("the definition, as a file:\n\n{}", file.trim_end()),
		None => {
			let tree = crate::words::motion::tree(&look.described.arguments, session.zone);
			format!("the whole call {}:\n{}", look.described.path(), indented(&tree))
		}
	}
}

fn no_file(index: u32, look: &Look) -> Failure {
	match look.proposal {
		Proposal::Announce(_) => Failure::new(format!("no file says exactly what motion {index} announces"))
			.hint("it was not made from a file of this program; `dobush commission motion` shows every part of it"),
		_ => Error::from(CommissionError::NoDefinition { motion: index }).into(),
	}
}

/// Fails, and says what differs, unless the motion announces exactly what the file says.
fn compare(session: &Session, meeting: &Meeting<'_>, index: u32, look: &Look, path: &Path) -> Result<()> {
	let Proposal::Announce(announced) = &look.proposal else {
		return Err(Error::from(CommissionError::NoDefinition { motion: index }).into());
	};
	let own = DefinitionFile::read(path)?.definition()?;
	if own == **announced {
		session.output.say(format!("motion {index} announces exactly what {} says\n", path.display()));
		return Ok(());
	}
	let call = calls::elections::announce(&own).bytes(meeting.chain)?;
	let own = DescribedCall::read(&meeting.chain.metadata(), &call)?;
	let file = path.display().to_string();
	let found = own.differences(&look.described);
	let lines: Vec<String> = found.iter().map(|found| difference(found, &file, session.zone)).collect();
	session.output.warn(format!("motion {index} and {file} differ:\n{}", indented(&lines)));
	Err(Failure::new(format!(
		"motion {index} does not announce what {file} says: {} differ",
		crate::output::number(found.len() as u64)
	))
	.hint("ask whoever proposed it; vote against what was not agreed on"))
}

fn save(path: &Path, text: &str) -> Result<()> {
	let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
	written.map_err(|error| {
		Failure::new(format!("cannot write {}: {error}", path.display())).hint("name a file that does not exist yet")
	})
}

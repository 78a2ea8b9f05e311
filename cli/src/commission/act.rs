//! An act of the commission: looking at what it would do, asking, proposing a motion and voting for it.

use super::{
	became,
	look::{titled, Look, Meeting},
};
use crate::failure::{Failure, Result};
use crate::session::{KeyArgs, Session};
use clap::Args;
use dobush_client::{
	chain::{types, views, Call, Chain, Included, Sender},
	commission::motion,
	keys::address,
};
use dobush_primitives::{ElectionId, Text, BYTES_PER_LETTER};
use serde::Serialize;
use std::path::PathBuf;

/// Who proposes, and who votes at once.
#[derive(Debug, Clone, Args)]
pub struct Act {
	/// Who proposes, and votes for it: a key file. On development chains a secret such as //Alice, which everybody knows, will do.
	#[arg(long, value_name = "FILE", required_unless_present = "check")]
	pub key: Option<String>,
	/// Read the key file's passphrase from the first line of this file instead of asking for it.
	#[arg(long, value_name = "FILE")]
	pub passphrase_file: Option<PathBuf>,
	/// Further members whose keys are at hand and who vote for it at once; for test chains.
	#[arg(long, value_name = "FILE")]
	pub with: Vec<String>,
	/// Only look: show what it would do and whether the chain would refuse it. Nothing is sent, and no key is needed.
	#[arg(long)]
	pub check: bool,
	/// Do not ask before it is proposed; for scripts.
	#[arg(long)]
	pub yes: bool,
}

/// A look at an act, for programs.
#[derive(Serialize)]
struct Looked {
	proposes: String,
	sentences: Vec<String>,
	call: serde_json::Value,
	refused: Option<String>,
}

pub(super) async fn status(chain: &Chain, election: ElectionId) -> Result<types::ElectionStatus> {
	let head = chain.finalised().await?;
	let status = chain.at(head.hash).ask(&views::elections::STATUS, &(election,)).await?;
	status.ok_or_else(|| {
		Failure::new(format!("there is no election {election}")).hint("`dobush observer status` lists the elections")
	})
}

/// Looks at a call, asks, proposes it and votes for it; closes it too if enough keys are at hand. Gives where it was carried out, if it was.
pub(super) async fn propose(session: &Session, act: &Act, call: Call) -> Result<Option<Included>> {
	let chain = session.connect().await?;
	let meeting = Meeting::now(&chain).await?;
	let look = meeting.look(session, &call.bytes(&chain)?).await?;
	session.output.say(meeting.title(session).await?);
	if act.check {
		show_look(session, &look);
		return match look.refusal() {
			Some(refusal) => Err(refused(&refusal)),
			None => look.ensure_own_digest().map(|()| None),
		};
	}
	session.output.say(format!("\n{}", titled(&look.title, &look.lines)));
	if let Some(refusal) = look.refusal() {
		return Err(refused(&refusal));
	}
	look.ensure_own_digest()?;
	let keys = act.key.iter().chain(&act.with);
	let mut senders = Vec::new();
	for key in keys {
		let key = KeyArgs { key: key.clone(), passphrase_file: act.passphrase_file.clone() };
		senders.push(Sender::new(&chain, session.account(&key)?));
	}
	let names: Vec<String> = senders.iter().map(|sender| address(&sender.account().id())).collect();
	session.confirm(act.yes, &format!("\nPropose this, and vote for it, as {}?", names.join(" and ")))?;
	if senders.len() > 1 {
		let included = motion::carry(&mut senders, &[call]).await?.pop();
		if let Some(included) = &included {
			became::carried(session, &meeting, included)?;
		}
		return Ok(included);
	}
	let Some(sender) = senders.first_mut() else { return Ok(None) };
	let spinner = session.output.spinner("the motion is proposed; waiting until it is final, half a minute or so");
	let (proposed, included) = motion::propose_and_vote(sender, &call).await?;
	drop(spinner);
	let Some(proposed) = proposed else {
		became::carried(session, &meeting, &included)?;
		return Ok(Some(included));
	};
	became::proposed(session, &meeting, proposed.index, &included);
	Ok(None)
}

fn show_look(session: &Session, look: &Look) {
	let answer = Looked {
		proposes: look.title.clone(),
		sentences: look.lines.clone(),
		call: look.described.json(),
		refused: look.refusal(),
	};
	if answer.refused.is_some() {
		// What is wrong is the error, and an answer would contradict it.
		session.output.say(format!("\n{}", titled(&look.title, &look.lines)));
		return;
	}
	session.output.result(&answer, || {
		format!("\n{}\n\nthe chain would carry this out now; nothing was sent", titled(&look.title, &look.lines))
	});
}

fn refused(refusal: &str) -> Failure {
	Failure::new(format!("the chain would refuse this: {refusal}"))
		.hint("nothing was proposed; correct it, or wait until the chain is ready for it")
}

pub(super) fn text<const N: u32>(text: &str, what: &str) -> Result<Text<N>> {
	let most = N / BYTES_PER_LETTER;
	let letters = text.chars().count();
	let fits = u32::try_from(letters).is_ok_and(|letters| letters <= most);
	fits.then(|| Text::try_from(text.as_bytes().to_vec()).ok()).flatten().ok_or_else(|| {
		Failure::new(format!("the {what} has {letters} letters; at most {most} are possible")).hint("shorten it")
	})
}

//! `dobush voter audit` on a second device: what an opened ballot really contains, and whether it is the one that was committed to.

use super::place::read_json;
use crate::failure::Result;
use crate::{
	output::{self, Columns},
	session::Session,
	words,
};
use clap::Args;
use dobush_client::{
	ballot::AuditFile,
	chain::decode::text,
	keys::{address, parse_address},
};
use dobush_primitives::{ElectionId, UnitId};
use electoral_rules::Selection;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What is audited.
#[derive(Debug, Clone, Args)]
pub struct AuditArgs {
	/// The opened ballot, from the first device.
	#[arg(required_unless_present = "sealed", conflicts_with = "sealed")]
	pub file: Option<PathBuf>,
	/// The commitment that the first device has shown before the audit was chosen, as you have noted it down; at least its first 32
	/// letters. Without it compare it yourself.
	#[arg(long, value_name = "HEX", conflicts_with = "sealed")]
	pub commitment: Option<String>,
	/// The validators that are trusted: a file that the commission publishes. Without it those of the first connection.
	#[arg(long, value_name = "FILE")]
	pub pin: Option<PathBuf>,
	/// On the first device: open the ballot that `dobush voter seal` has put into this file. It cannot be cast afterwards.
	#[arg(long, value_name = "FILE", requires = "out")]
	pub sealed: Option<PathBuf>,
	/// On the first device: where to put the opened ballot; no file is overwritten.
	#[arg(long, value_name = "FILE", requires = "sealed")]
	pub out: Option<PathBuf>,
}

#[derive(Serialize)]
struct Selected {
	contest: String,
	selection: String,
	/// What is selected, by the numbers of options from 0; none is an invalid vote.
	by_number: Option<Selection>,
	#[serde(skip)]
	words: String,
}

pub(super) async fn run(session: &Session, args: &AuditArgs) -> Result<()> {
	match (&args.sealed, &args.out, &args.file) {
		(Some(sealed), Some(out), _) => super::sealing::open(session, sealed, out),
		(_, _, Some(file)) => show(session, file, args.commitment.as_deref(), args.pin.as_deref()).await,
		// The arguments demand one of the two.
		_ => Ok(()),
	}
}

async fn show(session: &Session, file: &Path, commitment: Option<&str>, pin: Option<&Path>) -> Result<()> {
	let opened: AuditFile = read_json(file, "audit file")?;
	let chain = session.connect().await?;
	let view = session.view(&chain, pin).await?;
	let credential = parse_address(&opened.credential)?;
	let election = ElectionId(opened.election);
	let paper = match opened.booth.as_deref().map(parse_address).transpose()? {
		None => view.paper(election, &credential).await?,
		Some(booth) => view.paper_of_unit(election, UnitId(opened.unit)).await?.of_booth(booth.into()),
	};
	let mut said = Vec::new();
	for (one, (number, contest)) in paper.audit_of(&opened, commitment)?.into_iter().zip(paper.contests()) {
		let marks = matches!(&one.selection, Some(Selection::List { preferences, .. }) if !preferences.is_empty());
		let slates = if marks { Some(view.slates(election, number, contest).await?) } else { None };
		said.push(Selected {
			contest: text(&one.contest.title),
			selection: words::selection::selection(one.contest, one.selection.as_ref()),
			words: words::selection::numbered(one.contest, one.selection.as_ref(), slates.as_deref()),
			by_number: one.selection,
		});
	}
	session.output.say(format!("credential {}, commitment {}", address(&credential), opened.commitment));
	session.output.result(&said, || {
		let rows = said.iter().map(|row| vec![row.contest.clone(), row.words.clone()]);
		let table = output::table(&Columns { words: &["contest", "the ballot says"], numbers: &[] }, rows);
		let compare = match commitment {
			Some(_) => "It is the ballot with the commitment that you have noted down. Compare what it says with what you have chosen.",
			None => {
				"Compare this with what you have chosen, and the commitment with what the first device has shown before you answered."
			}
		};
		format!("{table}\n{compare}")
	});
	Ok(())
}

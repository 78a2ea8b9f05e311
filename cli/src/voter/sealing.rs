//! `dobush voter seal`, and `audit --sealed`: for scripts that learn the commitment first and decide afterwards.

use super::{
	casting::read_sealed,
	place::{write_new_json, ElectionArgs},
	sheet::{self, Sheet},
};
use crate::failure::{Failure, Result};
use crate::session::Session;
use clap::Args;
use dobush_client::{
	ballot::SealedUse,
	voter::{folder::write_sealed, Breadth, VoterFolder},
};
use dobush_primitives::ElectionId;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What is sealed, and where it goes.
#[derive(Debug, Clone, Args)]
pub struct SealArgs {
	/// Which election, key and pin.
	#[command(flatten)]
	pub place: ElectionArgs,
	/// Your choice, as `dobush voter cast` takes it; once for each contest.
	#[arg(long = "choice", required = true)]
	pub choices: Vec<String>,
	/// Where to put the sealed ballot; no file is overwritten. Whoever reads the file can read the vote until it is used.
	#[arg(long, value_name = "FILE")]
	pub out: PathBuf,
	/// Ask through this relay; without --node, for everything.
	#[arg(long, value_name = "URL")]
	pub relay: Option<String>,
}

#[derive(Serialize)]
struct Commitment {
	commitment: String,
	file: String,
}

pub(super) async fn seal(session: &Session, args: &SealArgs) -> Result<()> {
	let (credential, connections) = sheet::open(session, &args.place, args.relay.as_deref()).await?;
	let (election, pin) = (ElectionId(args.place.election), args.place.pin.as_deref());
	// Nothing is asked that names a deniable credential: it is not known whether this ballot will be cast.
	let sheet = Sheet::read(session, &connections, &credential, election, pin, Breadth::Nothing).await?;
	let selections = sheet.selections(&args.choices)?;
	session.output.warn(sheet.words(&selections));
	let account = credential.account();
	let sealed = sheet.paper.seal_selections(account.public(), &selections)?.keep(&sheet.paper, &account.id());
	write_sealed(&args.out, &sealed)?;
	let answer = Commitment { commitment: sealed.commitment, file: args.out.display().to_string() };
	session.output.result(&answer, || {
		format!(
			"commitment {}\nsealed in {1}. Nothing is cast yet: `dobush voter cast --sealed {1}` casts it, `dobush voter audit --sealed \
			 {1}` opens it instead",
			answer.commitment, answer.file
		)
	});
	Ok(())
}

/// Opens a sealed ballot for a second device. It can never be cast from then on.
pub(super) fn open(session: &Session, sealed: &Path, out: &Path) -> Result<()> {
	let file = read_sealed(sealed)?;
	file.ensure_unused()?;
	let genesis = hex::decode(&file.genesis).ok().and_then(|bytes| bytes.try_into().ok());
	let genesis = genesis.ok_or_else(|| Failure::new(format!("{} names no chain", sealed.display())))?;
	if out.exists() {
		return Err(Failure::new(format!("{} exists: it is not overwritten", out.display()))
			.hint("name another file with --out"));
	}
	// Marked first: whatever happens next, it is not cast.
	let file = VoterFolder::of_chain(genesis)?.spend(sealed, file, SealedUse::Audit)?;
	let opened = file.opened();
	write_new_json(out, &opened)?;
	let answer = Commitment { commitment: opened.commitment, file: out.display().to_string() };
	session.output.result(&answer, || {
		format!(
			"the ballot is opened in {0}, and cannot be cast any more; on a second device: dobush voter audit {0} --commitment {1}\n\
			 with the commitment as it was noted down when the ballot was sealed",
			answer.file, answer.commitment
		)
	});
	Ok(())
}

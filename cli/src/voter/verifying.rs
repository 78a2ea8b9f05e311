//! `dobush voter verify` and `receipt`: the receipts of this device, and the proof that a ballot lies in the box.

use super::place::proven_words;
use crate::failure::{Failure, Result};
use crate::{
	output::{self, Columns},
	session::Session,
};
use clap::Args;
use dobush_client::voter::{finding::verify_kept, receipt::Stage, Breadth, Connections, KeptReceipt, VoterFolder};
use std::{
	collections::BTreeSet,
	path::{Path, PathBuf},
};

/// Which receipt is looked at.
#[derive(Debug, Clone, Args)]
pub struct VerifyArgs {
	/// The receipt [default: the newest one of the election that this device has].
	pub file: Option<PathBuf>,
	/// The election whose newest receipt is taken.
	#[arg(long, conflicts_with = "file")]
	pub election: Option<u32>,
	/// The validators that are trusted.
	#[arg(long, value_name = "FILE")]
	pub pin: Option<PathBuf>,
	/// Ask through this relay; without --node, for everything.
	#[arg(long, value_name = "URL")]
	pub relay: Option<String>,
}

pub(super) async fn verify(session: &Session, args: &VerifyArgs) -> Result<()> {
	let given = args.file.as_deref().map(KeptReceipt::open).transpose()?;
	let connections = Connections::open(&session.nodes, args.relay.as_deref(), &session.output).await?;
	let mut receipt = match given {
		Some(receipt) => receipt,
		None => newest(session, &VoterFolder::of_chain(connections.public().genesis().0)?, args.election)?,
	};
	let pin = args.pin.as_deref();
	let found = verify_kept(&connections, &mut receipt, pin, Breadth::Unit, &session.output).await?;
	session.output.result(&found, || proven_words(&found));
	Ok(())
}

/// The newest receipt of an election; where it is not clear which one is meant, says which there are.
fn newest(session: &Session, folder: &VoterFolder, election: Option<u32>) -> Result<KeptReceipt> {
	let all = KeptReceipt::all(folder)?;
	let of_election = |kept: &&KeptReceipt| {
		election.is_none_or(|election| kept.file().election == election) && kept.file().stage != Stage::Prepared
	};
	let found: Vec<&KeptReceipt> = all.iter().filter(of_election).collect();
	let places: BTreeSet<_> = found.iter().map(|kept| (kept.file().election, &kept.file().credential)).collect();
	match (found.first(), places.len()) {
		(Some(newest), 1) => {
			let path = newest.path().unwrap_or(Path::new(""));
			session.output.say(format!("the newest receipt is {}", path.display()));
			Ok((*newest).clone())
		}
		(None, _) => Err(Failure::new("this device has no receipt of this election on this chain").hint(format!(
			"receipts are in {}; name another file if you keep them elsewhere: dobush voter verify FILE",
			folder.receipts().display()
		))),
		(Some(_), _) => {
			session.output.warn(listed(&found));
			Err(Failure::new("this device has receipts of several elections or keys; which one is meant?")
				.hint("name the election with --election, or one of the files above: dobush voter verify FILE"))
		}
	}
}

fn listed(receipts: &[&KeptReceipt]) -> String {
	let rows = receipts.iter().map(|kept| {
		let file = kept.file();
		let path = kept.path().map(|path| path.display().to_string()).unwrap_or_default();
		vec![path, file.credential.clone(), stage_words(file.stage).to_owned(), file.election.to_string()]
	});
	output::table(&Columns { words: &["receipt", "key", "its ballot"], numbers: &["election"] }, rows)
}

fn stage_words(stage: Stage) -> &'static str {
	match stage {
		Stage::Prepared => "was not sent",
		Stage::Sent => "was sent; what became of it is not known",
		Stage::InBlock => "was in a block that was not final",
		Stage::Final => "is in a finalised block",
		Stage::Lost => "did not arrive",
	}
}

pub(super) fn show(session: &Session, file: &Path) -> Result<()> {
	let kept = KeptReceipt::open(file)?;
	let receipt = kept.file();
	session.output.result(receipt, || {
		let cast_in = receipt.cast_in.map_or_else(String::new, |block| format!(" (block {})", output::number(block)));
		format!(
			"election {}, unit {}\ncredential {}\nreceipt {}\nthe ballot {}{cast_in}",
			receipt.election,
			receipt.unit,
			receipt.credential,
			receipt.receipt,
			stage_words(receipt.stage)
		)
	});
	Ok(())
}

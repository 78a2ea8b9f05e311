//! `dobush voter`: casting a ballot, auditing one instead, and finding it in the box by proof.

mod activate;
mod casting;
mod choices;
mod place;

use crate::failure::Result;
use crate::{
	output::{self, Columns},
	session::Session,
};
use clap::Subcommand;
use dobush_client::{
	ballot::{AuditFile, Paper},
	chain::decode::text,
	keys::{address, parse_address},
	trust::{PinFile, ProvenView},
	voter::{
		casting::{self as sdk, Breadth},
		Connections, ReceiptFile,
	},
};
use dobush_primitives::{ElectionId, UnitId};
use place::{proven_words, read_json, ElectionArgs};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// A voter's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Show the ballot: contests and options, proven by the pinned validators.
	#[command(after_help = "Example:\n  dobush voter ballot --election 7 --key my.key")]
	Ballot {
		/// Which election, key and pin.
		#[command(flatten)]
		place: ElectionArgs,
	},
	/// Encrypt a selection and cast it; or, with --audit, open it for a second device and throw it away.
	///
	/// The ballot is encrypted and committed to first. Only then you say whether it is cast or audited, so a manipulated
	/// device cannot know beforehand. After casting, the command waits until the ballot is final and proves that it is in
	/// the box; in a deniable election it waits until the chain has checked that each selection is a legal one. A later
	/// ballot replaces an earlier one, as often as the election allows.
	#[command(after_help = "Examples:\n  dobush voter cast --election 7 --key my.key --choice \"Birimdik\"\n  \
	                        dobush voter cast --election 7 --key my.key --choice 2 --audit audit.json\n  \
	                        dobush voter cast --election 7 --key my.key --choice 2 --relay https://relay.example.org")]
	Cast {
		/// Which election, key and pin.
		#[command(flatten)]
		place: ElectionArgs,
		/// Your choice: an option's name or its number on the ballot, from 1; once for each contest, in the ballot's order.
		/// A ranking is written "Aigul > 3 > Bakyt", several options "2 + 5", a list with preferred candidates
		/// "Birimdik: 3, 11". `invalid` spoils the vote; `decline` takes no part, where the contest allows it.
		#[arg(long = "choice", required = true)]
		choices: Vec<String>,
		/// Cast without asking again.
		#[arg(long, conflicts_with = "audit")]
		yes: bool,
		/// Do not cast: open the ballot for a second device, in this file.
		#[arg(long, value_name = "FILE")]
		audit: Option<PathBuf>,
		/// Where to write the receipt.
		#[arg(long, value_name = "FILE")]
		receipt: Option<PathBuf>,
		/// Send the ballot through this relay, so that no node sees your network address with it. What names the credential is asked
		/// there too; the rest at --node or, if none is named, at the relay as well.
		#[arg(long, value_name = "URL")]
		relay: Option<String>,
	},
	/// Deniable elections: turn the papers of one credential from the booth into a key file. Says the same for real and fake.
	///
	/// Checks signatures, proofs, envelope, batch and roll entry in a finalised block, each value proven; downloads the whole
	/// unit, so no node learns whose papers they are. Run it once for each credential.
	#[command(
		after_help = "Example:\n  dobush voter activate --key first.key --pin published-validators.json --scan papers.txt"
	)]
	Activate(activate::ActivateArgs),
	/// Deniable elections: look at your roll entry again when the roll has closed. Downloads the whole unit with proofs.
	#[command(
		after_help = "Example:\n  dobush voter recheck --election 7 --key first.key --pin published-validators.json"
	)]
	Recheck(activate::RecheckArgs),
	/// On a second device: show what an opened ballot really contains.
	#[command(after_help = "Example:\n  dobush voter audit audit.json")]
	Audit {
		/// The file that `voter cast --audit` has written.
		file: PathBuf,
		/// The validators that are trusted.
		#[arg(long, value_name = "FILE")]
		pin: Option<PathBuf>,
	},
	/// Show a receipt.
	#[command(after_help = "Example:\n  dobush voter receipt receipt.json")]
	Receipt {
		/// The receipt.
		file: PathBuf,
	},
	/// Prove that the ballot of a receipt is in the box: by a storage proof at a block that the pinned validators finalised.
	///
	/// In a deniable election it downloads the unit's whole box, so no node learns whose ballot is looked for.
	#[command(after_help = "Example:\n  dobush voter verify receipt.json --pin published-validators.json")]
	Verify {
		/// The receipt.
		file: PathBuf,
		/// The validators that are trusted.
		#[arg(long, value_name = "FILE")]
		pin: Option<PathBuf>,
		/// Ask through this relay; without --node, for everything.
		#[arg(long, value_name = "URL")]
		relay: Option<String>,
	},
}

#[derive(Serialize)]
struct Selected {
	contest: String,
	selection: String,
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::Ballot { place } => {
			let credential = casting::open_credential(session, &place.key)?;
			let connections = Connections::open(&session.nodes, None, &session.output).await?;
			let view = connections.view(place.pin.as_deref(), &session.output).await?;
			let election = ElectionId(place.election);
			let paper = credential.paper(&connections, &view, election, &session.output).await?;
			show(session, &paper);
			Ok(())
		}
		Command::Cast { place, choices, yes, audit, receipt, relay } => {
			let connections = Connections::open(&session.nodes, relay.as_deref(), &session.output).await?;
			casting::cast(session, &connections, &place, &choices, yes, audit.as_deref(), receipt.as_deref()).await
		}
		Command::Activate(args) => activate::run(session, &args).await,
		Command::Recheck(args) => activate::run_recheck(session, &args).await,
		Command::Audit { file, pin } => audit(session, &file, pin.as_deref()).await,
		Command::Receipt { file } => {
			let receipt: ReceiptFile = read_json(&file, "receipt")?;
			session.output.result(&receipt, || {
				format!(
					"election {}, unit {}\ncredential {}\nreceipt {}\ncast in finalised block {}",
					receipt.election, receipt.unit, receipt.credential, receipt.receipt, receipt.cast_in
				)
			});
			Ok(())
		}
		Command::Verify { file, pin, relay } => {
			let receipt: ReceiptFile = read_json(&file, "receipt")?;
			let connections = Connections::open(&session.nodes, relay.as_deref(), &session.output).await?;
			let found = sdk::verify(&connections, &receipt, pin.as_deref(), Breadth::Unit, &session.output).await?;
			session.output.result(&found, || proven_words(&found));
			Ok(())
		}
	}
}

async fn audit(session: &Session, file: &Path, pin: Option<&Path>) -> Result<()> {
	let opened: AuditFile = read_json(file, "audit file")?;
	let chain = session.connect().await?;
	let view = ProvenView::pinned(&chain, &PinFile::of(&chain, pin)?, &session.output).await?;
	let credential = parse_address(&opened.credential)?;
	let election = ElectionId(opened.election);
	let paper = match opened.booth.as_deref().map(parse_address).transpose()? {
		None => view.paper(election, &credential).await?,
		Some(booth) => view.paper_of_unit(election, UnitId(opened.unit)).await?.of_booth(booth.into()),
	};
	let said: Vec<Selected> =
		paper.audit(&opened)?.into_iter().map(|(contest, selection)| Selected { contest, selection }).collect();
	session.output.say(format!("credential {}, commitment {}", address(&credential), opened.commitment));
	session.output.result(&said, || {
		let rows = said.iter().map(|row| vec![row.contest.clone(), row.selection.clone()]);
		let table = output::table(&Columns { words: &["contest", "the ballot says"], numbers: &[] }, rows);
		format!("{table}\nCompare this, and the commitment, with what the first device has shown.")
	});
	Ok(())
}

fn show(session: &Session, paper: &Paper) {
	let rows: Vec<(String, usize, String)> = paper
		.contests()
		.flat_map(|(_, contest)| {
			let title = text(&contest.title);
			contest.options.iter().zip(1..).map(move |(option, n)| (title.clone(), n, text(&option.name)))
		})
		.collect();
	session.output.result(&rows, || {
		let rows = rows.iter().map(|(contest, n, option)| vec![contest.clone(), option.clone(), n.to_string()]);
		output::table(&Columns { words: &["contest", "option"], numbers: &["number"] }, rows)
	});
}

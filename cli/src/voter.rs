//! `dobush voter`: casting a ballot, auditing one instead, and finding it in the box by proof.

mod activate;
mod auditing;
mod casting;
mod choices;
mod looking;
mod place;
mod sealing;
mod sheet;
mod verifying;

pub use choices::ChoiceFault;

use crate::failure::Result;
use crate::session::Session;
use clap::Subcommand;
use place::ElectionArgs;
use std::path::PathBuf;

/// A voter's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Show the ballot: contests, options with their numbers, and the candidates of lists, proven by the pinned validators.
	#[command(after_help = "Example:\n  dobush voter ballot --election 7 --key my.key")]
	Ballot {
		/// Which election, key and pin.
		#[command(flatten)]
		place: ElectionArgs,
		/// Ask through this relay; without --node, for everything.
		#[arg(long, value_name = "URL")]
		relay: Option<String>,
	},
	/// Show where you stand: whether the polls are open, your key is on the roll, and how many ballots it has cast; by proofs.
	///
	/// In a deniable election it downloads the unit's whole box, so no node learns who asks.
	#[command(
		after_help = "Example:\n  dobush voter status --election 7 --key my.key --pin published-validators.json"
	)]
	Status {
		/// Which election, key and pin.
		#[command(flatten)]
		place: ElectionArgs,
		/// Ask through this relay; without --node, for everything.
		#[arg(long, value_name = "URL")]
		relay: Option<String>,
	},
	/// Encrypt a selection, show its commitment, and then ask: cast it, audit it on a second device instead, or discard it.
	///
	/// It says what is about to be encrypted, in words. Only when the commitment is shown you say what becomes of the ballot, so a
	/// manipulated device cannot know beforehand which one you audit; audit as many as you like, each time another ballot with
	/// the same choice follows. The receipt is written before anything is sent. After casting, the command waits until the ballot is
	/// final and proves that it is in the box; in a deniable election it waits until the chain has checked that each selection is a
	/// legal one. A later ballot replaces an earlier one, as often as the election allows.
	///
	/// Exit codes: 0 the ballot is in the box, by proof; 1 nothing was cast; 2 the command line is wrong; 3 the ballot may be in the
	/// box, look with `dobush voter verify`; 4 the ballot, or that of an earlier command, is in the box, and not everything else is done.
	#[command(after_help = "Examples:\n  dobush voter cast --election 7 --key my.key --choice \"Birimdik\"\n  \
	                        dobush voter cast --election 7 --key my.key --sealed sealed.json --yes\n  \
	                        dobush voter cast --election 7 --key my.key --choice 2 --relay https://relay.example.org")]
	Cast(casting::CastArgs),
	/// For scripts: encrypt a selection into a file and say its commitment, without deciding yet what becomes of it.
	///
	/// `dobush voter cast --sealed` casts it, `dobush voter audit --sealed` opens it for a second device; each sealed ballot is used
	/// once. Decide, best by lot, after the commitment is known.
	#[command(after_help = "Example:\n  dobush voter seal --election 7 --key my.key --choice 2 --out sealed.json")]
	Seal(sealing::SealArgs),
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
	/// On a second device: show what an opened ballot really contains. With --sealed, on the first one: open a sealed ballot.
	#[command(after_help = "Examples:\n  dobush voter audit audit.json --commitment 5b1f…\n  \
	                        dobush voter audit --sealed sealed.json --out audit.json")]
	Audit(auditing::AuditArgs),
	/// Show a receipt.
	#[command(after_help = "Example:\n  dobush voter receipt receipt.json")]
	Receipt {
		/// The receipt.
		file: PathBuf,
	},
	/// Prove that the ballot of a receipt is in the box: by a storage proof at a block that the pinned validators finalised.
	///
	/// Without a file it takes the newest receipt of this device, or lists them. In a deniable election it downloads the unit's whole
	/// box, so no node learns whose ballot is looked for. Exit codes: 0 it is in the box, 1 it is not, 3 it may still come.
	#[command(after_help = "Examples:\n  dobush voter verify --pin published-validators.json\n  \
	                        dobush voter verify receipt.json --pin published-validators.json")]
	Verify(verifying::VerifyArgs),
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::Ballot { place, relay } => looking::ballot(session, &place, relay.as_deref()).await,
		Command::Status { place, relay } => looking::status(session, &place, relay.as_deref()).await,
		Command::Cast(args) => casting::cast(session, &args).await,
		Command::Seal(args) => sealing::seal(session, &args).await,
		Command::Activate(args) => activate::run(session, &args).await,
		Command::Recheck(args) => activate::run_recheck(session, &args).await,
		Command::Audit(args) => auditing::run(session, &args).await,
		Command::Receipt { file } => verifying::show(session, &file),
		Command::Verify(args) => verifying::verify(session, &args).await,
	}
}

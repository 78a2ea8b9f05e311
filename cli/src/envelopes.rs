//! `dobush envelopes`: the printer of sealed envelopes, each with a challenge that the booth must not know beforehand.
//!
//! The challenges exist while the command runs, and on paper. What stays is a file of their hashes, which everybody may see:
//! registration can be resumed with it.

use crate::failure::{Failure, Result};
use crate::{
	papers::{self, PrintArgs, Printer},
	session::{KeyArgs, Session},
};
use ballot_crypto::envelope::EnvelopeHash;
use ballot_papers::PrintedPaper;
use clap::{Args, Subcommand};
use dobush_client::{
	chain::Sender,
	deniable_roll as deniable,
	envelopes::{make, read, register},
	keys::parse_address,
};
use dobush_primitives::{roll::OfficeKind, RollId};
use rand::rngs::OsRng;
use serde::Serialize;
use sp_runtime::AccountId32;
use std::path::PathBuf;

/// The most envelopes that one command prints.
const MOST: u32 = 10_000;

/// The file of hashes, in the folder of the prints.
const HASHES: &str = "envelope-hashes.txt";

/// A printer's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Print envelopes for one booth and register them on the chain.
	///
	/// Seal them unread, mix the stack, bring it to the booth, and destroy the files. Hashes stay in `envelope-hashes.txt`.
	#[command(
		after_help = "Example:\n  dobush envelopes print 0 --booth 5GrwvaEF… --count 200 --key printer.key --print queue/"
	)]
	Print {
		/// The roll.
		roll: u32,
		/// The booth that they are for.
		#[arg(long)]
		booth: String,
		/// How many.
		#[arg(long, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST)))]
		count: u32,
		/// Where they are printed.
		#[command(flatten)]
		print: PrintArgs,
		/// The printer's key.
		#[command(flatten)]
		key: KeyArgs,
	},
	/// Register envelopes that were printed, after an interruption. Those that are registered already are left out.
	#[command(
		after_help = "Example:\n  dobush envelopes register 0 queue/envelope-hashes.txt --booth 5GrwvaEF… --key printer.key"
	)]
	Register {
		/// The roll.
		roll: u32,
		/// The file of hashes.
		hashes: PathBuf,
		/// Whose.
		#[command(flatten)]
		by: By,
	},
}

/// For which booth, and who registers.
#[derive(Debug, Clone, Args)]
pub struct By {
	/// The booth that they are for.
	#[arg(long)]
	pub booth: String,
	/// The printer's key.
	#[command(flatten)]
	pub key: KeyArgs,
}

#[derive(Serialize)]
struct Registered {
	registered: usize,
	registered_before: usize,
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::Print { roll, booth, count, print, key } => {
			let booth = parse_address(&booth)?;
			let path = print.print.join(HASHES);
			if path.exists() {
				return Err(Failure::new(format!("{} exists already", path.display()))
					.hint("register those envelopes first, or print into another folder"));
			}
			let printer = Printer::open(&print)?;
			let account = session.account(&key)?;
			let chain = session.connect().await?;
			let roll = RollId(roll);
			let head = chain.finalised().await?;
			let view = chain.at(head.hash);
			deniable::ensure_office(&view, &account.id(), OfficeKind::Printer, roll).await?;
			deniable::ensure_office(&view, &booth, OfficeKind::Booth, roll).await?;
			let envelopes = make(chain.genesis().0, booth.clone().into(), count, &mut OsRng);
			let mut hashes: Vec<EnvelopeHash> = envelopes.iter().map(|envelope| envelope.challenge.hash()).collect();
			// Sorted: the order of the stack is nobody's business.
			hashes.sort_unstable();
			let pages: Vec<PrintedPaper<'_>> = envelopes.iter().map(PrintedPaper::Envelope).collect();
			printer.print("envelopes", &pages)?;
			papers::write_lines(&path, hashes.iter().map(|hash| hex::encode(hash.0)))?;
			register_command(session, Sender::new(&chain, account), roll, &booth, &hashes).await
		}
		Command::Register { roll, hashes, by } => {
			let booth = parse_address(&by.booth)?;
			let hashes = read(&hashes)?;
			let account = session.account(&by.key)?;
			let chain = session.connect().await?;
			register_command(session, Sender::new(&chain, account), RollId(roll), &booth, &hashes).await
		}
	}
}

async fn register_command(
	session: &Session,
	mut sender: Sender,
	roll: RollId,
	booth: &AccountId32,
	hashes: &[EnvelopeHash],
) -> Result<()> {
	let registered = register(&mut sender, roll, booth, hashes).await?;
	let answer = Registered { registered, registered_before: hashes.len() - registered };
	session
		.output
		.result(&answer, || format!("{registered} envelopes are registered; seal them, and destroy the files"));
	Ok(())
}

//! `dobush key`: making and looking at key files.

use crate::failure::{Failure, Result};
use crate::session::Session;
use clap::Subcommand;
use dobush_client::keys::{address, KeyFile};
use serde::Serialize;
use std::path::PathBuf;

/// Make and look at key files.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Make a key file for a new account. Nobody can recover it without its passphrase.
	#[command(
		after_help = "Example:\n  dobush key new trustee.key\nprints the address to give to the commission or desk."
	)]
	New {
		/// Where to write it; an existing file is never overwritten.
		file: PathBuf,
		/// Read the passphrase from the first line of this file instead of asking for it.
		#[arg(long, value_name = "FILE")]
		passphrase_file: Option<PathBuf>,
	},
	/// Print the address of a key file.
	#[command(after_help = "Example:\n  dobush key show trustee.key")]
	Show {
		/// The key file.
		file: PathBuf,
		/// Read the passphrase from the first line of this file instead of asking for it.
		#[arg(long, value_name = "FILE")]
		passphrase_file: Option<PathBuf>,
	},
}

#[derive(Serialize)]
struct Answer {
	address: String,
	public_key: String,
	file: String,
}

pub fn run(session: &Session, command: Command) -> Result<()> {
	let key = match command {
		Command::New { file, passphrase_file } => {
			let passphrase = session.passphrase(passphrase_file.as_deref(), "choose a passphrase")?;
			if passphrase_file.is_none() {
				let again = session.passphrase(None, "the same passphrase again")?;
				if *again != *passphrase {
					return Err(Failure::new("the two passphrases differ").hint("run the command again"));
				}
			}
			let key = KeyFile::create(&file, &passphrase)?;
			session
				.output
				.say("keep the file and its passphrase apart, with a backup of each: nobody can recover them");
			key
		}
		Command::Show { file, passphrase_file } => {
			let passphrase =
				session.passphrase(passphrase_file.as_deref(), &format!("passphrase of {}", file.display()))?;
			KeyFile::open(&file, &passphrase)?
		}
	};
	let account = key.account();
	let answer = Answer {
		address: address(&account.id()),
		public_key: format!("0x{}", hex::encode(account.public())),
		file: key.path().display().to_string(),
	};
	session.output.result(&answer, || answer.address.clone());
	Ok(())
}

//! `dobush key`: making and looking at key files.

use crate::failure::{Failure, Result};
use crate::session::Session;
use clap::Subcommand;
use dobush_client::keys::{address, KeyFile, WalletKey};
use rand::rngs::OsRng;
use serde::Serialize;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

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
	/// Write a key for a wallet or a program of others: the encrypted JSON that polkadot-js, Talisman and substrate-interface read.
	///
	/// Whoever has this file and its passphrase acts, and votes, with the key. Wallets call it a backup file.
	#[command(
		after_help = "Example:\n  dobush key export voter.key --out voter.json\nasks for the passphrase of the key file, then for one for the new file."
	)]
	Export {
		/// The key file.
		file: PathBuf,
		/// Where to write the JSON; an existing file is never overwritten.
		#[arg(long, value_name = "JSON")]
		out: PathBuf,
		/// Read the key file's passphrase from the first line of this file instead of asking for it.
		#[arg(long, value_name = "FILE")]
		passphrase_file: Option<PathBuf>,
		/// Read the new file's passphrase from the first line of this file instead of asking for it.
		#[arg(long, value_name = "FILE")]
		new_passphrase_file: Option<PathBuf>,
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
			let passphrase = new_passphrase(session, passphrase_file.as_deref())?;
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
		Command::Export { file, out, passphrase_file, new_passphrase_file } => {
			let passphrase =
				session.passphrase(passphrase_file.as_deref(), &format!("passphrase of {}", file.display()))?;
			let key = KeyFile::open(&file, &passphrase)?;
			let passphrase = new_passphrase(session, new_passphrase_file.as_deref())?;
			let name = file.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
			WalletKey::of(key.account(), &passphrase, &name, &mut OsRng)?.write(&out)?;
			session
				.output
				.say(format!("{} is for wallets: whoever has it and its passphrase acts with this key", out.display()));
			key
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

/// Asks twice for a passphrase that is new, or reads it from a file.
fn new_passphrase(session: &Session, file: Option<&Path>) -> Result<Zeroizing<String>> {
	let passphrase = session.passphrase(file, "choose a passphrase")?;
	if file.is_none() && *session.passphrase(None, "the same passphrase again")? != *passphrase {
		return Err(Failure::new("the two passphrases differ").hint("run the command again"));
	}
	Ok(passphrase)
}

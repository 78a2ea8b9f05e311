//! `dobush key`: making and looking at key files.

use crate::failure::Result;
use crate::session::Session;
use clap::Subcommand;
use dobush_client::keys::{address, KeyFile, WalletKey};
use rand::rngs::OsRng;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Make and look at key files.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Make a key file for a new account. Nobody can recover it without its passphrase, of eight characters or more.
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
	/// Print the address of a key file, or of a secret of development chains.
	#[command(after_help = "Examples:\n  dobush key show trustee.key\n  dobush key show //Alice")]
	Show {
		/// The key file. Secrets such as //Alice or //Commission//1 are known to everybody and need none.
		file: String,
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
	#[serde(skip_serializing_if = "Option::is_none")]
	file: Option<String>,
}

pub fn run(session: &Session, command: Command) -> Result<()> {
	let (account, file) = match command {
		Command::New { file, passphrase_file } => {
			let passphrase = session.new_passphrase(&file, passphrase_file.as_deref())?;
			let key = KeyFile::create(&file, &passphrase)?;
			session
				.output
				.say("keep the file and its passphrase apart, with a backup of each: nobody can recover them");
			(key.account().clone(), Some(file))
		}
		Command::Show { file, .. } if file.starts_with("//") => (session.development_account(&file)?, None),
		Command::Show { file, passphrase_file } => {
			let key = session.open_file(Path::new(&file), passphrase_file.as_deref())?;
			(key.account().clone(), Some(file.into()))
		}
		Command::Export { file, out, passphrase_file, new_passphrase_file } => {
			let key = session.open_file(&file, passphrase_file.as_deref())?;
			let passphrase = session.new_passphrase(&out, new_passphrase_file.as_deref())?;
			let name = file.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
			WalletKey::of(key.account(), &passphrase, &name, &mut OsRng)?.write(&out)?;
			session
				.output
				.say(format!("{} is for wallets: whoever has it and its passphrase acts with this key", out.display()));
			(key.account().clone(), Some(out))
		}
	};
	let answer = Answer {
		address: address(&account.id()),
		public_key: format!("0x{}", hex::encode(account.public())),
		file: file.map(|file: PathBuf| file.display().to_string()),
	};
	session.output.result(&answer, || match answer.file {
		Some(_) => answer.address.clone(),
		None => format!("{}\npublic key: {}", answer.address, answer.public_key),
	});
	Ok(())
}

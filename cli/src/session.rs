//! What every command works with: where it prints, which nodes it asks, which key signs.

use crate::failure::{Failure, Result};
use crate::output::{self, Output};
use crate::zone::Zone;
use clap::Args;
use dobush_client::{
	chain::Chain,
	keys::{self, Account, LEAST_PASSPHRASE},
	progress::{Progress, Work},
	trust::{PinFile, ProvenView},
};
use std::{
	io::IsTerminal,
	path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// The environment variable that names a node.
const NODE_VARIABLE: &str = "DOBUSH_NODE";

/// This program, which plays other roles as child processes of a rehearsal.
pub fn this_program() -> Result<PathBuf> {
	std::env::current_exe().map_err(|error| Failure::new(format!("cannot find this program: {error}")))
}

/// Which key signs.
#[derive(Debug, Clone, Args)]
pub struct KeyArgs {
	/// The key file that signs. On development chains a secret such as //Alice, which everybody knows, will do.
	#[arg(long, value_name = "FILE")]
	pub key: String,
	/// Read the key file's passphrase from the first line of this file instead of asking for it.
	#[arg(long, value_name = "FILE")]
	pub passphrase_file: Option<PathBuf>,
}

/// What every command that talks to a chain is given.
#[derive(Clone, Debug)]
pub struct Session {
	/// The way in which the command prints.
	pub output: Output,
	/// The nodes that it may ask.
	pub nodes: Vec<String>,
	/// Where moments are read.
	pub zone: Zone,
}

impl Session {
	/// A session that prints there. Without a node named, `DOBUSH_NODE` names one.
	pub fn of(output: &Output, mut nodes: Vec<String>, zone: Option<String>) -> Result<Self> {
		if nodes.is_empty() {
			nodes.extend(std::env::var(NODE_VARIABLE).ok().filter(|url| !url.is_empty()));
		}
		Ok(Self { output: output.clone(), nodes, zone: Zone::named(zone)? })
	}

	/// Says what failed, and what to do next, where the command goes on.
	pub fn fail<E: Clone + Into<Failure>>(&self, error: &E) {
		self.output.failure(error);
	}

	/// Connects to a node.
	pub async fn connect(&self) -> Result<Chain> {
		let _steps = self.output.begin(Work::Connecting, None);
		Ok(Chain::connect(&self.nodes).await?)
	}

	/// Asks before something is done that cannot be taken back, unless the caller has said yes beforehand.
	pub fn confirm(&self, yes: bool, question: &str) -> Result<()> {
		if yes || output::ask_yes(question) {
			return Ok(());
		}
		if std::io::stdin().is_terminal() {
			return Err(Failure::new("nothing was sent"));
		}
		Err(Failure::new("nothing was sent: there is no terminal to ask whether it should be")
			.hint("read what is shown above; then add --yes"))
	}

	/// The newest block that the pinned validators have finalised.
	pub async fn view<'a>(&self, chain: &'a Chain, pin: Option<&Path>) -> Result<ProvenView<'a>> {
		let _steps = self.output.begin(Work::ProvingFinality, None);
		Ok(ProvenView::pinned(chain, &PinFile::of(chain, pin)?, &self.output).await?)
	}

	/// Opens a key file, asking for its passphrase if need be.
	pub fn open(&self, args: &KeyArgs) -> Result<keys::KeyFile> {
		let path = Path::new(&args.key);
		if args.key.starts_with("//") {
			return Err(Failure::new(format!("`{}` is a development secret and no key file", args.key))
				.hint("this command keeps secrets beside the key file: make one with `dobush key new FILE`"));
		}
		self.open_file(path, args.passphrase_file.as_deref())
	}

	/// Opens a key file by its path. Nobody is asked for the passphrase of a file that is not there.
	pub fn open_file(&self, path: &Path, passphrase_file: Option<&Path>) -> Result<keys::KeyFile> {
		keys::KeyFile::ensure_there(path)?;
		let passphrase = self.passphrase(passphrase_file, &format!("passphrase of {}", path.display()))?;
		Ok(keys::KeyFile::open(path, &passphrase)?)
	}

	/// The account that signs.
	pub fn account(&self, args: &KeyArgs) -> Result<Account> {
		if args.key.starts_with("//") {
			return self.development_account(&args.key);
		}
		Ok(self.open(args)?.account().clone())
	}

	/// The account of a secret such as //Alice.
	pub fn development_account(&self, secret: &str) -> Result<Account> {
		let account = Account::development(secret)?;
		self.output.say(format!("note: the secret {secret} is known to everybody; use it on development chains only"));
		Ok(account)
	}

	/// The passphrase of a key file that is to be made at a path where nothing is yet; asked for twice, or from a file.
	pub fn new_passphrase(&self, path: &Path, file: Option<&Path>) -> Result<Zeroizing<String>> {
		keys::KeyFile::ensure_free(path)?;
		let prompt = format!("choose a passphrase for {}, of {LEAST_PASSPHRASE} characters or more", path.display());
		let passphrase = self.passphrase(file, &prompt)?;
		keys::ensure_passphrase(&passphrase)?;
		if file.is_none() && *self.passphrase(None, "the same passphrase again")? != *passphrase {
			return Err(Failure::new("the two passphrases differ").hint("run the command again"));
		}
		Ok(passphrase)
	}

	/// Reads a passphrase from a file or asks for it.
	pub fn passphrase(&self, file: Option<&Path>, prompt: &str) -> Result<Zeroizing<String>> {
		if let Some(file) = file {
			return Ok(keys::passphrase_from(file)?);
		}
		output::ask_passphrase(prompt).map(Zeroizing::new).ok_or_else(|| {
			Failure::new("there is no terminal to ask for the passphrase").hint("give it with --passphrase-file FILE")
		})
	}
}

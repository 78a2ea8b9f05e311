//! What the client remembers between commands: validator sets that it trusts, by chain.

use crate::{
	chain::{proof::Pin, Chain, ChainError},
	error::{Error, Result},
	keys::files,
	progress::{Notice, Progress},
	trust::TrustError,
};
use sp_consensus_grandpa::SetId;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use std::{
	fs, io,
	path::{Path, PathBuf},
};

/// The file in which a pin is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinFile {
	path: PathBuf,
	/// Whether somebody has named the file: then it must exist, and is not overwritten.
	given: bool,
	/// Where the pin is kept as it moves over changes of validators: the same file, or one of the client's own if it was given;
	/// none if there is no place for that.
	moved: Option<PathBuf>,
}

impl PinFile {
	/// The file that was given, or the client's own for this chain.
	pub fn of(chain: &Chain, given: Option<&Path>) -> Result<Self> {
		match given {
			Some(path) => Ok(Self { path: path.to_owned(), given: true, moved: moved_from(path, chain.genesis()) }),
			None => {
				let path = folder()?.join(format!("pin-{:x}.json", chain.genesis()));
				Ok(Self { path: path.clone(), given: false, moved: Some(path) })
			}
		}
	}

	/// The pinned validators of this chain. At the first connection they are read from the node, and `progress` hears of it.
	pub async fn load(&self, chain: &Chain, progress: &dyn Progress) -> Result<Pin> {
		Ok(self.read(chain, progress).await?.0)
	}

	/// The pinned validators, and the file that they come from.
	pub(super) async fn read(&self, chain: &Chain, progress: &dyn Progress) -> Result<(Pin, PathBuf)> {
		match fs::read_to_string(&self.path) {
			Ok(text) => {
				let pin: Pin = serde_json::from_str(&text)
					.map_err(|error| TrustError::NoPin { file: self.path.clone(), error: error.to_string() })?;
				chain.ensure_genesis(pin.genesis).map_err(|error| self.named_in(error.into(), self.path.clone(), 0))?;
				Ok(self.moved_on(&pin).unwrap_or_else(|| (pin, self.path.clone())))
			}
			Err(error) if error.kind() == io::ErrorKind::NotFound && !self.given => {
				let pin = Pin::on_first_use(chain).await?;
				progress.notice(&Notice::PinnedOnFirstUse {
					authorities: pin.authorities.len(),
					set_id: pin.set_id,
					file: &self.path,
				});
				self.save(&pin)?;
				Ok((pin, self.path.clone()))
			}
			Err(error) => Err(TrustError::Read { file: self.path.clone(), error: error.into() }.into()),
		}
	}

	/// What a pin that was given has become by earlier commands, if they could keep it: its proofs are not fetched again.
	fn moved_on(&self, given: &Pin) -> Option<(Pin, PathBuf)> {
		let path = self.moved.clone().filter(|path| *path != self.path)?;
		let pin: Pin = serde_json::from_str(&fs::read_to_string(&path).ok()?).ok()?;
		(pin.genesis == given.genesis && pin.set_id >= given.set_id).then_some((pin, path))
	}

	/// Keeps a pin that has moved over a change of validators. A file that was given stays as it is: then the pin is kept in the
	/// client's own folder, if there is one, and otherwise followed again next time.
	pub fn save(&self, pin: &Pin) -> Result<()> {
		let Some(path) = &self.moved else { return Ok(()) };
		let keep = || {
			if let Some(folder) = path.parent() {
				fs::create_dir_all(folder)
					.map_err(|error| TrustError::Write { file: path.clone(), error: error.into() })?;
			}
			write(path, pin)
		};
		match keep() {
			Err(_) if self.given => Ok(()),
			kept => kept,
		}
	}

	/// The same error with the file in it, where the pin is what the node's proofs do not fit.
	pub(super) fn named_in(&self, error: Error, file: PathBuf, set_id: SetId) -> Error {
		let given = self.given;
		match error {
			Error::Chain(ChainError::WrongChain { found, expected }) => {
				TrustError::OtherChain { file, given, found, expected }.into()
			}
			Error::Chain(ChainError::Proof(fault)) => TrustError::NotProven { file, given, set_id, fault }.into(),
			error => error,
		}
	}
}

/// Writes a pin, for others to give with `--pin`.
pub fn write(path: &Path, pin: &Pin) -> Result<()> {
	let text = serde_json::to_string_pretty(pin)
		.map_err(|error| TrustError::Encode { file: path.to_owned(), error: error.to_string() })?;
	files::replace(path, text.as_bytes())
		.map_err(|error| TrustError::Write { file: path.to_owned(), error: error.into() }.into())
}

/// Where a pin that was given is kept as it moves: named after the content of its file, so that another pin in a file of the same
/// name begins by itself.
fn moved_from(given: &Path, genesis: H256) -> Option<PathBuf> {
	let content = fs::read(given).ok()?;
	let [a, b, c, d, ..] = blake2_256(&content);
	let name = format!("pin-{genesis:x}-from-{}.json", hex::encode([a, b, c, d]));
	Some(folder().ok()?.join(name))
}

/// `$DOBUSH_STATE`, else `dobush` in `$XDG_STATE_HOME`, else `~/.local/state/dobush`.
fn folder() -> Result<PathBuf> {
	let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
	from("DOBUSH_STATE")
		.or_else(|| from("XDG_STATE_HOME").map(|base| base.join("dobush")))
		.or_else(|| from("HOME").map(|home| home.join(".local/state/dobush")))
		.ok_or_else(|| TrustError::NoFolder.into())
}

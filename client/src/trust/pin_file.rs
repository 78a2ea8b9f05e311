//! What the client remembers between commands: validator sets that it trusts, by chain.

use crate::{
	chain::{proof::Pin, Chain},
	error::Result,
	keys::files,
	progress::{Notice, Progress},
	trust::TrustError,
};
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
}

impl PinFile {
	/// The file that was given, or the client's own for this chain.
	pub fn of(chain: &Chain, given: Option<&Path>) -> Result<Self> {
		match given {
			Some(path) => Ok(Self { path: path.to_owned(), given: true }),
			None => Ok(Self { path: folder()?.join(format!("pin-{:x}.json", chain.genesis())), given: false }),
		}
	}

	/// The pinned validators of this chain. At the first connection they are read from the node, and `progress` hears of it.
	pub async fn load(&self, chain: &Chain, progress: &dyn Progress) -> Result<Pin> {
		match fs::read_to_string(&self.path) {
			Ok(text) => {
				let pin: Pin = serde_json::from_str(&text)
					.map_err(|error| TrustError::NoPin { file: self.path.clone(), error: error.to_string() })?;
				chain.ensure_genesis(pin.genesis)?;
				Ok(pin)
			}
			Err(error) if error.kind() == io::ErrorKind::NotFound && !self.given => {
				let pin = Pin::on_first_use(chain).await?;
				progress.notice(&Notice::PinnedOnFirstUse {
					authorities: pin.authorities.len(),
					set_id: pin.set_id,
					file: &self.path,
				});
				self.save(&pin)?;
				Ok(pin)
			}
			Err(error) => Err(TrustError::Read { file: self.path.clone(), error: error.into() }.into()),
		}
	}

	/// Keeps a pin that has moved over a change of validators; a file that was given stays as it is.
	pub fn save(&self, pin: &Pin) -> Result<()> {
		if self.given {
			return Ok(());
		}
		if let Some(folder) = self.path.parent() {
			fs::create_dir_all(folder)
				.map_err(|error| TrustError::Write { file: self.path.clone(), error: error.into() })?;
		}
		write(&self.path, pin)
	}
}

/// Writes a pin, for others to give with `--pin`.
pub fn write(path: &Path, pin: &Pin) -> Result<()> {
	let text = serde_json::to_string_pretty(pin)
		.map_err(|error| TrustError::Encode { file: path.to_owned(), error: error.to_string() })?;
	files::replace(path, text.as_bytes())
		.map_err(|error| TrustError::Write { file: path.to_owned(), error: error.into() }.into())
}

/// `$DOBUSH_STATE`, else `dobush` in `$XDG_STATE_HOME`, else `~/.local/state/dobush`.
fn folder() -> Result<PathBuf> {
	let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
	from("DOBUSH_STATE")
		.or_else(|| from("XDG_STATE_HOME").map(|base| base.join("dobush")))
		.or_else(|| from("HOME").map(|home| home.join(".local/state/dobush")))
		.ok_or_else(|| TrustError::NoFolder.into())
}

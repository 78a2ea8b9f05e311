//! What can go wrong with the pinned validators, or state that is read with proofs, as data.

use crate::error::Remedy;
use election_files::error::ReadError;
use std::path::PathBuf;

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrustError {
	/// The operating system does not give the file of a pin.
	Read {
		/// Where it should be.
		file: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// A file is no pin.
	NoPin {
		/// Where it is.
		file: PathBuf,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// A pin cannot be written as JSON.
	Encode {
		/// Where it should be kept.
		file: PathBuf,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// The operating system does not keep the file of a pin.
	Write {
		/// Where it should be kept.
		file: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// None of the environment variables that say where pins are kept is set: `DOBUSH_STATE`, `XDG_STATE_HOME`, `HOME`.
	NoFolder,
	/// A node or relay does not know a block that is final.
	BlockUnknown {
		/// Its address.
		url: String,
		/// The number of the block.
		block: u64,
	},
}

impl TrustError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::Read { .. } | Self::NoPin { .. } | Self::NoFolder => Remedy::OtherInput,
			Self::BlockUnknown { .. } => Remedy::OtherNode,
			Self::Encode { .. } | Self::Write { .. } => Remedy::None,
		}
	}
}

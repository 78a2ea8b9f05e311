//! What can go wrong with the pinned validators, or state that is read with proofs, as data.

use crate::{chain::error::ProofFault, remedy::Remedy};
use election_files::error::ReadError;
use sp_core::H256;
use std::path::PathBuf;

/// Why the pinned validators could not be used, or proven state could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrustError {
	/// The operating system does not give the file of a pin.
	Read {
		/// The path at which the file was expected.
		file: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// A file is no pin.
	NoPin {
		/// The path of the file.
		file: PathBuf,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// A pin is of another chain than the node.
	OtherChain {
		/// The path of the file.
		file: PathBuf,
		/// Whether somebody has named the file; else it is the client's own.
		given: bool,
		/// Hash of the genesis block of the node's chain.
		found: H256,
		/// Hash of the genesis block in the pin.
		expected: H256,
	},
	/// What the node answers does not hold under the pinned validators, or does not lead from them to the newest final block.
	NotProven {
		/// The path of the file that the pin comes from.
		file: PathBuf,
		/// Whether somebody has named a pin; else it is the client's own.
		given: bool,
		/// The number of the set of validators at which it ended.
		set_id: u64,
		/// What is wrong.
		fault: ProofFault,
	},
	/// A pin cannot be written as JSON.
	Encode {
		/// The path at which the file should be written.
		file: PathBuf,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// The operating system does not keep the file of a pin.
	Write {
		/// The path at which the file should be written.
		file: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// None of the environment variables that say where pins are kept is set: `DOBUSH_STATE`, `XDG_STATE_HOME`, `HOME`.
	NoFolder,
	/// A node or relay does not know a block that is final.
	BlockUnknown {
		/// The address of the node or relay.
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
			// In a development chain begun anew, whose genesis is the same, the pin must go.
			Self::NotProven { fault: ProofFault::NodeBehind { .. }, .. } => Remedy::OtherInput,
			Self::BlockUnknown { .. } | Self::OtherChain { .. } | Self::NotProven { .. } => Remedy::OtherNode,
			Self::Encode { .. } | Self::Write { .. } => Remedy::None,
		}
	}
}

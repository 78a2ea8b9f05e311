//! What can go wrong with envelopes for a booth, as data.

use crate::remedy::Remedy;
use election_files::error::ReadError;
use std::path::PathBuf;

/// What can go wrong with envelopes for a booth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnvelopeError {
	/// An envelope is registered for another booth than the one that was named.
	OfOtherBooth,
	/// The operating system does not give the file of hashes.
	Read {
		/// Where it should be.
		path: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// A line of the file of hashes is no hash.
	NoHash {
		/// The line, from 1.
		line: u64,
	},
	/// The file of hashes has an envelope twice.
	Twice,
}

impl EnvelopeError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::OfOtherBooth | Self::Read { .. } | Self::NoHash { .. } | Self::Twice => Remedy::OtherInput,
		}
	}
}

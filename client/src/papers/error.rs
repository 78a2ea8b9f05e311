//! What can go wrong with a scanned paper, as data.

use crate::remedy::Remedy;
use ballot_crypto::booth::{Refusal, Unreadable};

/// What can go wrong with a scanned paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperError {
	/// A text is not the paper that was asked for.
	Unreadable(Unreadable),
	/// The booth does not take the paper.
	Refused(Refusal),
}

impl PaperError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::Unreadable(Unreadable::Version(_)) => Remedy::OtherVersion,
			Self::Unreadable(Unreadable::OtherChain) | Self::Refused(Refusal::OtherChain) => Remedy::OtherNode,
			Self::Unreadable(_) => Remedy::OtherInput,
			Self::Refused(Refusal::RealIsPrinted | Refusal::NoMoreFakes) => Remedy::None,
			Self::Refused(_) => Remedy::OtherInput,
		}
	}
}

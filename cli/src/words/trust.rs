//! What went wrong with the pinned validators, or state that is read with proofs, in one sentence, and what to do next.

use crate::catalogue::{tell, Told};
use dobush_client::trust::TrustError;

/// The sentence and the hint for an error.
pub(super) fn trust(error: &TrustError) -> Told {
	match error {
		TrustError::Read { file, error } => {
			tell!("trust-read", file = file.display().to_string(), error = error.get().to_string())
		}
		TrustError::NoPin { file, error } => tell!("trust-no-pin", file = file.display().to_string(), error = error),
		TrustError::Encode { file, error } => tell!("trust-write", file = file.display().to_string(), error = error),
		TrustError::Write { file, error } => {
			tell!("trust-write", file = file.display().to_string(), error = error.get().to_string())
		}
		TrustError::NoFolder => tell!("trust-no-folder"),
		TrustError::BlockUnknown { url, block } => tell!("trust-block-unknown", url = url, block = *block),
	}
}

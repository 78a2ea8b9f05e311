//! What went wrong with envelopes for a booth, in one sentence, and what to do next.

use crate::catalogue::{tell, Told};
use dobush_client::envelopes::EnvelopeError;

pub(super) fn envelopes(error: &EnvelopeError) -> Told {
	match error {
		EnvelopeError::OfOtherBooth => tell!("envelopes-of-other-booth"),
		EnvelopeError::Read { path, error } => {
			tell!("envelopes-read", file = path.display().to_string(), error = error.get().to_string())
		}
		EnvelopeError::NoHash { line } => tell!("envelopes-no-hash", line = line.to_string()),
		EnvelopeError::Twice => tell!("envelopes-twice"),
	}
}

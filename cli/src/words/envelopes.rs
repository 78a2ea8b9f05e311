//! What went wrong with envelopes for a booth, in one sentence, and what to do next.

use dobush_client::envelopes::EnvelopeError;

pub(super) fn envelopes(error: &EnvelopeError) -> (String, Option<String>) {
	(sentence(error), hint(error).map(str::to_owned))
}

fn sentence(error: &EnvelopeError) -> String {
	match error {
		EnvelopeError::OfOtherBooth => "an envelope of this file is registered for another booth".to_owned(),
		EnvelopeError::Read { path, error } => format!("cannot read {}: {}", path.display(), error.get()),
		EnvelopeError::NoHash { line } => format!("line {line} of the file of hashes is no hash"),
		EnvelopeError::Twice => "an envelope stands twice in the file of hashes".to_owned(),
	}
}

fn hint(error: &EnvelopeError) -> Option<&'static str> {
	match error {
		EnvelopeError::OfOtherBooth => Some("give the booth that the envelopes were printed for"),
		EnvelopeError::Read { .. } => None,
		EnvelopeError::NoHash { .. } => {
			Some("give the `envelope-hashes.txt` that `dobush envelopes print` has written")
		}
		EnvelopeError::Twice => Some("take the copy out"),
	}
}

//! What went wrong with the pinned validators, or state that is read with proofs, in one sentence, and what to do next.

use dobush_client::trust::TrustError;

/// The sentence and the hint for an error.
pub(super) fn trust(error: &TrustError) -> (String, Option<String>) {
	let (sentence, hint) = match error {
		TrustError::Read { file, error } => (
			format!("cannot read the pin {}: {}", file.display(), error.get()),
			Some("give the file that the commission publishes, or leave --pin out"),
		),
		TrustError::NoPin { file, error } => (
			format!("the pin {} cannot be read: {error}", file.display()),
			Some("get it again from where the commission publishes it"),
		),
		TrustError::Encode { file, error } => (format!("cannot write {}: {error}", file.display()), None),
		TrustError::Write { file, error } => (format!("cannot write {}: {}", file.display(), error.get()), None),
		TrustError::NoFolder => {
			("there is no place to remember things".to_owned(), Some("set DOBUSH_STATE to a folder"))
		}
		TrustError::BlockUnknown { url, block } => (
			format!("{url} does not know block {block}, which is final"),
			Some("its node is behind or on its own; use another relay"),
		),
	};
	(sentence, hint.map(str::to_owned))
}

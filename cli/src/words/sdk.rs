//! What went wrong in the SDK, in one sentence, and what to do next.

use super::{chain, files, keys, papers, registry, trust};
use crate::failure::Failure;
use dobush_client::{ChainError, Error};
use dobush_rehearsal::Failure as RehearsalFailure;

impl From<Error> for Failure {
	fn from(error: Error) -> Self {
		match words(&error) {
			(sentence, Some(hint)) => Self::new(sentence).hint(hint),
			(sentence, None) => Self::new(sentence),
		}
	}
}

impl From<ChainError> for Failure {
	fn from(error: ChainError) -> Self {
		Error::from(error).into()
	}
}

impl From<RehearsalFailure> for Failure {
	fn from(failure: RehearsalFailure) -> Self {
		match failure {
			RehearsalFailure::Sdk { error, hint } => {
				let failure = Self::from(error);
				match hint {
					Some(hint) => failure.hint(hint),
					None => failure,
				}
			}
			RehearsalFailure::Own { sentence, hint: Some(hint) } => Self::new(sentence).hint(hint),
			RehearsalFailure::Own { sentence, hint: None } => Self::new(sentence),
		}
	}
}

impl From<Failure> for Error {
	fn from(failure: Failure) -> Self {
		Self::Caller { sentence: failure.to_string(), hint: failure.next_step().map(str::to_owned) }
	}
}

fn words(error: &Error) -> (String, Option<String>) {
	match error {
		Error::Chain(error) => chain::chain(error),
		Error::Files(error) => files::files(error),
		Error::Keys(error) => keys::keys(error),
		Error::Trust(error) => trust::trust(error),
		Error::Registry(error) => registry::registry(error),
		Error::Paper(error) => papers::papers(error),
		Error::Caller { sentence, hint } => (sentence.clone(), hint.clone()),
		Error::While { doing, error, hint } => {
			let (sentence, own) = words(error);
			let sentence = if doing.is_empty() { sentence } else { format!("{doing}: {sentence}") };
			(sentence, hint.clone().or(own))
		}
		error => (error.to_string(), None),
	}
}

//! Why a rehearsal cannot go on.

use dobush_client::{ChainError, Error};
use std::fmt;

/// The result type of this crate.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// The SDK's error, or what is wrong on the stage itself; with the next step, where one is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
	/// Something that the SDK could not do.
	Sdk {
		/// The error of the SDK.
		error: Error,
		/// A hint that is better than the SDK's: what to do next, if there is one.
		hint: Option<String>,
	},
	/// Something that is wrong on the stage.
	Own {
		/// A sentence that says what is wrong.
		sentence: String,
		/// A sentence that says what to do next.
		hint: Option<String>,
	},
}

impl Failure {
	/// A failure with this sentence and no hint.
	pub fn new(sentence: impl Into<String>) -> Self {
		Self::Own { sentence: sentence.into(), hint: None }
	}

	/// The same failure with a hint: a sentence that says what to do next.
	#[must_use]
	pub fn hint(self, next: impl Into<String>) -> Self {
		let hint = Some(next.into());
		match self {
			Self::Sdk { error, .. } => Self::Sdk { error, hint },
			Self::Own { sentence, .. } => Self::Own { sentence, hint },
		}
	}
}

impl fmt::Display for Failure {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Sdk { error, .. } => error.fmt(f),
			Self::Own { sentence, .. } => f.write_str(sentence),
		}
	}
}

impl std::error::Error for Failure {}

impl From<Error> for Failure {
	fn from(error: Error) -> Self {
		Self::Sdk { error, hint: None }
	}
}

/// What the stage says where the SDK has called it back.
impl From<Failure> for Error {
	fn from(failure: Failure) -> Self {
		match failure {
			Failure::Sdk { error, .. } => error,
			Failure::Own { sentence, hint } => Self::Caller { sentence, hint },
		}
	}
}

impl From<ChainError> for Failure {
	fn from(error: ChainError) -> Self {
		Error::from(error).into()
	}
}

/// A failure from any other error, with what was tried.
pub fn because(what: impl Into<String>) -> impl FnOnce(&dyn fmt::Display) -> Failure {
	let what = what.into();
	move |error| Failure::new(format!("{what}: {error}"))
}

//! What goes wrong, in one sentence, and what to do next.

use std::fmt;

/// The result of every command.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// A sentence for people and, where we know one, the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
	sentence: String,
	hint: Option<String>,
	code: u8,
}

impl Failure {
	/// A failure with this sentence and no hint.
	pub fn new(sentence: impl Into<String>) -> Self {
		Self { sentence: sentence.into(), hint: None, code: 1 }
	}

	/// The same failure with the exit code that tells programs more than that it is one.
	#[must_use]
	pub fn code(mut self, code: u8) -> Self {
		self.code = code;
		self
	}

	/// The exit code.
	pub fn exit_code(&self) -> u8 {
		self.code
	}

	/// The same failure with a hint: a sentence that says what to do next.
	#[must_use]
	pub fn hint(mut self, hint: impl Into<String>) -> Self {
		self.hint = Some(hint.into());
		self
	}

	/// What to do next, if we know.
	pub fn next_step(&self) -> Option<&str> {
		self.hint.as_deref()
	}

	/// Puts before the sentence what was tried.
	#[must_use]
	pub fn while_trying(mut self, what: &str) -> Self {
		self.sentence = format!("{what}: {}", self.sentence);
		self
	}
}

impl fmt::Display for Failure {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.sentence)
	}
}

impl std::error::Error for Failure {}

/// A failure from any other error, with what was tried.
pub fn because(what: impl Into<String>) -> impl FnOnce(&dyn fmt::Display) -> Failure {
	let what = what.into();
	move |error| Failure::new(format!("{what}: {error}"))
}

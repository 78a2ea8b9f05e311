//! What went wrong, as data for programs: a variant and its arguments. The sentences for people are the caller's, in whatever
//! language; the command line has them in `cli/src/words`.

use crate::chain::ChainError;
use std::fmt;

/// The result of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The former name of [`Error`], for rooms whose errors are sentences still.
pub type Failure = Error;

/// Why something could not be done. `Display` is for developers: the variant and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
	/// The chain, or the way to it.
	Chain(ChainError),
	/// A file that people write.
	Files(election_files::Error),
	/// A key file, an encrypted folder or an account.
	Keys(crate::keys::KeyError),
	/// Making or auditing a ballot.
	Ballot(crate::ballot::BallotError),
	/// The pinned validators, or state that is read with proofs.
	Trust(crate::trust::TrustError),
	/// Activating papers, casting, or finding a ballot.
	Voter(crate::voter::VoterError),
	/// A booth.
	Booth(crate::booth::BoothError),
	/// A desk.
	Desk(crate::desk::DeskError),
	/// A trustee's duty.
	Trustee(crate::trustee::TrusteeError),
	/// An act of the commission.
	Commission(crate::commission::CommissionError),
	/// How an election or a roll stands, or its result.
	Observer(crate::observer::ObserverError),
	/// Pseudonyms and statements of the civil registry.
	Registry(crate::registry::RegistryError),
	/// A deniable roll.
	Roll(crate::deniable_roll::RollError),
	/// Envelopes for a booth.
	Envelopes(crate::envelopes::EnvelopeError),
	/// A scanned paper.
	Paper(crate::papers::PaperError),
	/// What the calling program could not do where the SDK has called it back, in its own words.
	Caller {
		/// What went wrong.
		sentence: String,
		/// What to do next.
		hint: Option<String>,
	},
	/// Something else failed while this was tried.
	While {
		/// What was tried.
		doing: String,
		/// Why it failed.
		error: Box<Error>,
		/// What to do next, where that is not what the error itself says.
		hint: Option<String>,
	},
}

/// What kind of step helps after an error: the kind of hint that a program may give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Remedy {
	/// The same again, a little later.
	TryAgain,
	/// The same with other input: another file, name, number, passphrase.
	OtherInput,
	/// The same by another node or relay.
	OtherNode,
	/// The same with the program that belongs to the runtime.
	OtherVersion,
	/// Something must be done or happen first: an appointment, an enrolment, a key ceremony, a moment.
	Wait,
	/// What was kept must be restored from a backup.
	Restore,
	/// Nothing that came of this can be relied on: somebody must be told.
	Report,
	/// Nothing that the program knows of.
	None,
}

impl Error {
	/// What went wrong.
	pub fn new(sentence: impl Into<String>) -> Self {
		Self::Caller { sentence: sentence.into(), hint: None }
	}

	/// What to do next.
	#[must_use]
	pub fn hint(self, next: impl Into<String>) -> Self {
		let next = Some(next.into());
		match self {
			Self::Caller { sentence, .. } => Self::Caller { sentence, hint: next },
			Self::While { doing, error, .. } => Self::While { doing, error, hint: next },
			error => Self::While { doing: String::new(), error: Box::new(error), hint: next },
		}
	}

	/// What to do next, if we know.
	pub fn next_step(&self) -> Option<&str> {
		match self {
			Self::Caller { hint, .. } | Self::While { hint, .. } => hint.as_deref(),
			_ => None,
		}
	}

	/// Says first what was tried.
	#[must_use]
	pub fn while_trying(self, what: &str) -> Self {
		Self::While { doing: what.to_owned(), error: Box::new(self), hint: None }
	}
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Caller { sentence, .. } => f.write_str(sentence),
			Self::While { doing, error, .. } if doing.is_empty() => error.fmt(f),
			Self::While { doing, error, .. } => write!(f, "{doing}: {error}"),
			Self::Chain(error) => error.fmt(f),
			Self::Keys(error) => error.fmt(f),
			Self::Ballot(error) => error.fmt(f),
			Self::Trust(error) => error.fmt(f),
			Self::Voter(error) => error.fmt(f),
			Self::Booth(error) => error.fmt(f),
			Self::Desk(error) => error.fmt(f),
			Self::Trustee(error) => error.fmt(f),
			Self::Commission(error) => error.fmt(f),
			Self::Observer(error) => error.fmt(f),
			Self::Registry(error) => error.fmt(f),
			Self::Roll(error) => error.fmt(f),
			Self::Envelopes(error) => error.fmt(f),
			Self::Paper(error) => error.fmt(f),
			Self::Files(error) => error.fmt(f),
		}
	}
}

impl std::error::Error for Error {}

impl From<ChainError> for Error {
	fn from(error: ChainError) -> Self {
		Self::Chain(error)
	}
}

impl From<election_files::Error> for Error {
	fn from(error: election_files::Error) -> Self {
		Self::Files(error)
	}
}

/// A failure from any other error, with what was tried.
pub fn because(what: impl Into<String>) -> impl FnOnce(&dyn fmt::Display) -> Error {
	let what = what.into();
	move |error| Error::new(format!("{what}: {error}"))
}

/// The errors of the rooms: `Display` is for developers, the variant and its arguments.
macro_rules! rooms {
	($($variant:ident($error:ty)),* $(,)?) => {
		$(
			impl fmt::Display for $error {
				fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
					write!(f, "{self:?}")
				}
			}

			impl std::error::Error for $error {}

			impl From<$error> for Error {
				fn from(error: $error) -> Self {
					Self::$variant(error)
				}
			}
		)*
	};
}

rooms! {
	Keys(crate::keys::KeyError),
	Ballot(crate::ballot::BallotError),
	Trust(crate::trust::TrustError),
	Voter(crate::voter::VoterError),
	Booth(crate::booth::BoothError),
	Desk(crate::desk::DeskError),
	Trustee(crate::trustee::TrusteeError),
	Commission(crate::commission::CommissionError),
	Observer(crate::observer::ObserverError),
	Registry(crate::registry::RegistryError),
	Roll(crate::deniable_roll::RollError),
	Envelopes(crate::envelopes::EnvelopeError),
	Paper(crate::papers::PaperError),
}

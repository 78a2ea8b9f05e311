//! What went wrong, as data for programs: a variant and its arguments. The sentences for people are the caller's, in whatever
//! language; the command line has them in `cli/src/words`.

pub use crate::remedy::Remedy;

use crate::chain::ChainError;
use std::fmt;

/// The result type of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Makes [`Error`] of the errors of the rooms, each named once, and of those that are no room's.
macro_rules! errors {
	($($(#[$doc:meta])* $variant:ident($error:ty),)*) => {
		/// Why something could not be done. `Display` is for developers: the variant and its arguments.
		#[derive(Clone, Debug, PartialEq, Eq)]
		pub enum Error {
			/// A failure of the chain, or of the connection to it.
			Chain(ChainError),
			/// A failure with a file that people write: a definition, rules, votes or a ballot.
			Files(election_files::Error),
			$($(#[$doc])* $variant($error),)*
			/// Something went wrong while a ballot was cast.
			Casting {
				/// How far the ballot has come.
				reached: crate::voter::Reached,
				/// What went wrong.
				error: Box<Error>,
			},
			/// A function of the calling program, called back by the SDK, failed; in the words of that program.
			Caller {
				/// A sentence that says what went wrong.
				sentence: String,
				/// A sentence that says what to do next.
				hint: Option<String>,
			},
		}

		impl Error {
			/// What kind of step helps: the kind of hint that a program may give.
			pub fn remedy(&self) -> Remedy {
				match self {
					Self::Chain(error) => error.remedy(),
					Self::Files(error) if error.hint().is_some() => Remedy::OtherInput,
					$(Self::$variant(error) => error.remedy(),)*
					Self::Casting { error, .. } => error.remedy(),
					Self::Files(_) | Self::Caller { .. } => Remedy::None,
				}
			}
		}

		impl fmt::Display for Error {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				match self {
					Self::Chain(error) => error.fmt(f),
					Self::Files(error) => error.fmt(f),
					$(Self::$variant(error) => error.fmt(f),)*
					Self::Casting { reached, error } => write!(f, "Casting({reached:?}, {error})"),
					Self::Caller { sentence, .. } => f.write_str(sentence),
				}
			}
		}

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

errors! {
	/// A failure with a key file, an encrypted folder or an account.
	Keys(crate::keys::KeyError),
	/// A failure to make or audit a ballot.
	Ballot(crate::ballot::BallotError),
	/// A failure with the pinned validators, or with state that is read with proofs.
	Trust(crate::trust::TrustError),
	/// A failure to activate papers, to cast or to find a ballot.
	Voter(crate::voter::VoterError),
	/// A failure at a booth.
	Booth(crate::booth::BoothError),
	/// A failure at a desk.
	Desk(crate::desk::DeskError),
	/// A failure of a trustee's duty.
	Trustee(crate::trustee::TrusteeError),
	/// A failure of an act of the commission.
	Commission(crate::commission::CommissionError),
	/// A failure to read the status of an election or roll, or a result.
	Observer(crate::observer::ObserverError),
	/// A failure with pseudonyms or statements of the civil registry.
	Registry(crate::registry::RegistryError),
	/// A failure with a deniable roll.
	Roll(crate::deniable_roll::error::RollError),
	/// A failure with the envelopes of a booth.
	Envelopes(crate::envelopes::error::EnvelopeError),
	/// A failure to read a scanned paper.
	Paper(crate::papers::error::PaperError),
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

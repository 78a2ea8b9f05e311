//! Why a rehearsal cannot go on, as data: the sentences for people are in `cli/src/words`.

use dobush_client::{desk::submission::Held, ChainError, Error};
use dobush_primitives::{ElectionId, Phase, RollId, UnitId};
use std::{fmt, path::PathBuf, process::ExitStatus, time::Duration};

/// The result type of this crate.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// Why a rehearsal cannot go on. `Display` is for developers: the variant and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
	/// Something that the SDK could not do.
	Sdk(Error),
	/// There is no program where it is looked for.
	NoProgram {
		/// Its name.
		name: &'static str,
		/// The path where it should be.
		path: PathBuf,
		/// The environment variable that may name another path.
		variable: &'static str,
	},
	/// The operating system does not start a program.
	NotStarted {
		/// The path of the program.
		program: PathBuf,
		/// What the operating system says.
		error: String,
	},
	/// A program has ended by itself while it was needed.
	Ended {
		/// Whom the program played.
		name: String,
		/// The status with which it has ended.
		status: ExitStatus,
	},
	/// The node was started, and cannot be used.
	NotUp {
		/// The reason.
		why: Box<Failure>,
		/// The last lines of the node's log.
		last_words: String,
	},
	/// The operating system does not do what is needed with a file or folder.
	File {
		/// The path of the file or folder.
		path: PathBuf,
		/// What the operating system says.
		error: String,
	},
	/// Every port that was tried is taken.
	NoPort,
	/// Something has not happened in time.
	InVain {
		/// What was waited for.
		awaited: Awaited,
		/// How long it was waited for.
		patience: Duration,
	},
	/// The chain does not know an election.
	NoElection(ElectionId),
	/// The polls of an election could not open before they should have closed.
	Missed(ElectionId),
	/// A text is longer than the chain takes.
	TooLong {
		/// The text.
		text: String,
		/// The most bytes that it may have.
		most: u32,
	},
	/// A list has more items than the chain takes.
	TooMany {
		/// The number of items.
		count: usize,
		/// The most items that it may have.
		most: u32,
	},
	/// The clock of this machine shows a time that the chain cannot express.
	Clock,
	/// Nobody lives in a unit.
	NobodyIn(UnitId),
	/// A person, booth or print is of a unit that has no desk.
	NoDesk(UnitId),
	/// A ballot is of a unit that has no paper.
	NoPaper(UnitId),
	/// A booth has no sealed envelope that a visitor could open.
	NoEnvelope(UnitId),
	/// Papers name a booth that is none of the rehearsal's.
	NoBooth([u8; 32]),
	/// A person, by the place in the list of people, has come to the booth without a ticket.
	NoTicket(usize),
	/// A person, by the place in the list of people, has come home without a credential that counts.
	NoCredential(usize),
	/// A desk cannot send enrolments yet.
	Held {
		/// How many of them wait.
		count: usize,
		/// The unit of the desk.
		unit: UnitId,
		/// Why the first of them waits.
		why: Held,
	},
}

/// What is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Awaited {
	/// The node answers.
	Answer,
	/// An election comes to this phase.
	Phase(Phase),
	/// The trustees make the key of a roll.
	RollKey(RollId),
	/// Something else, in the words of who waits.
	Other(String),
}

impl From<&str> for Awaited {
	fn from(words: &str) -> Self {
		Self::Other(words.to_owned())
	}
}

impl fmt::Display for Failure {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Sdk(error) => error.fmt(f),
			Self::NotUp { why, last_words } => write!(f, "NotUp: {why}\n{last_words}"),
			other => write!(f, "{other:?}"),
		}
	}
}

impl std::error::Error for Failure {}

impl From<Error> for Failure {
	fn from(error: Error) -> Self {
		Self::Sdk(error)
	}
}

impl From<ChainError> for Failure {
	fn from(error: ChainError) -> Self {
		Error::from(error).into()
	}
}

//! What is wrong with a file, as data for programs. The sentences for people are the caller's, in whatever language.

mod field;
mod line;

pub use field::FieldFault;
pub use line::{Column, LineFault};

use electoral_rules::{Base, DecideError, RuleError, UnknownMethod, VotesError};
use std::{fmt, io, path::PathBuf, sync::Arc};

/// The result of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a file says nothing that can be used. `Display` is for developers: the variant and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
	/// The operating system does not give the file.
	Read {
		/// What the file should hold.
		file: FileKind,
		/// Where it should be.
		path: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// The file is not text in UTF-8.
	NotUtf8 {
		/// What the file should hold.
		file: FileKind,
		/// Where it is.
		path: PathBuf,
	},
	/// The text is not TOML, or has other fields than expected.
	Toml {
		/// What the file should hold.
		file: FileKind,
		/// What was found, with its line and column.
		error: Box<toml::de::Error>,
	},
	/// A field of a file, or an argument of a command, says something that is not possible.
	Field {
		/// Its name as people write it, such as `threshold` or `units.Osh`.
		field: String,
		/// What is wrong.
		fault: FieldFault,
	},
	/// No method of seat allocation has this name.
	Method {
		/// The name that was found.
		name: String,
		/// What about it is unknown.
		error: UnknownMethod,
	},
	/// A text is no moment with an offset.
	Moment {
		/// The field; none where a command was given the text.
		field: Option<String>,
		/// The text that was found.
		text: String,
	},
	/// A text is no address of an account.
	Address {
		/// The text that was found.
		text: String,
	},
	/// A rule contradicts itself or its options.
	Rule(RuleError),
	/// The rule of a contest of a definition contradicts itself or its options.
	ContestRule {
		/// The title of the contest.
		contest: String,
		/// What contradicts.
		error: RuleError,
	},
	/// A line of a votes file cannot be read.
	VotesLine {
		/// The line, from 1.
		line: u64,
		/// What is wrong there.
		fault: LineFault,
	},
	/// A line of a ballot file cannot be read.
	BallotLine {
		/// The line, from 1.
		line: u64,
		/// What is wrong there.
		fault: LineFault,
	},
	/// A votes file has several regions where one is expected.
	SeveralRegions,
	/// A row of totals says something else than the rows that it sums up.
	Contradiction {
		/// The name of the row, such as `VALID`.
		row: &'static str,
		/// The votes in the row.
		total: u64,
		/// The votes in the other rows together.
		parts: u64,
	},
	/// All ballots of a votes file do not fit into 64 bits.
	TooManyVotes,
	/// Who took part, or voted validly, cannot be told from a votes file.
	BaseUnknown(BaseFault),
	/// The numbers of a file are not the votes of a contest.
	Votes(VotesError),
	/// Votes cannot be scaled by zero.
	ScaleZero,
	/// Votes that are not all listed cannot be cast again.
	NotAllListed,
	/// Something is wrong with the totals of one region; a file without regions has one without a name.
	InRegion {
		/// The name of the region, or nothing.
		region: String,
		/// What is wrong there.
		error: Box<Error>,
	},
	/// A row of totals is for somebody who does not stand in the contest.
	NotStanding {
		/// The name in the row.
		name: String,
	},
	/// Votes against all, in a contest without that option.
	NoOptionAgainstAll,
	/// An option of the contest has no row.
	VotesMissing {
		/// The name of the option.
		option: String,
	},
	/// The rule cannot decide on what the file holds.
	Decide(DecideError),
	/// A tie that nothing decides.
	Tie {
		/// The tied, by their names.
		tied: Vec<String>,
		/// For how many places.
		places: u32,
		/// Where a way to decide ties can be stated.
		stated: TiesStated,
	},
	/// A tie between candidates of one list, for its seats, that nothing decides.
	ListTie {
		/// The name of the list.
		list: String,
		/// The tied, by their names.
		tied: Vec<String>,
		/// For how many of the list's seats.
		places: u32,
	},
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
	/// The definition of an election.
	Definition,
	/// A rule, a contest with its rule, or a definition of which one contest is counted.
	Rule,
	/// Published votes.
	Votes,
	/// Ballots, or their totals.
	Ballots,
}

/// Where the caller can state how ties are decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TiesStated {
	/// In an argument.
	InArgument,
	/// In an argument or in the rule.
	InArgumentOrRule,
}

/// Why a votes file does not record the base of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseFault {
	/// Nobody knows who of the participants in no other row voted validly.
	ValidityUnknown {
		/// The base that was asked for.
		base: Base,
		/// How many participants are in no other row.
		participants: u64,
	},
	/// The file does not say how many took part.
	ParticipantsUnknown,
	/// Some votes for parties are in the totals and in no row.
	VotesInNoRow {
		/// How many votes.
		votes: u64,
	},
}

/// What the operating system says about a file; equal if the kind and the system's number are.
#[derive(Clone, Debug)]
pub struct ReadError(Arc<io::Error>);

/// Which advice helps; the words are the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
	/// Start from the template of a definition.
	Template,
	/// Check the path.
	Path,
	/// Save the file as plain text in UTF-8.
	SaveAsUtf8,
	/// Look up how rules are written.
	RuleForms,
	/// Look up how ballot files are written.
	BallotForms,
	/// Look up how votes files are written.
	VotesForm,
	/// Count by regions instead.
	CountByRegions,
	/// Leave a row of totals out, or correct it.
	CorrectTotals,
	/// Add the row INVALID or VALID, or take the participants as base.
	RecordValid,
	/// Add the row INVALID or PARTICIPANTS, or take another base.
	RecordParticipants,
	/// Add the missing rows, or take another base.
	AddRows,
	/// How methods, or the numbers after a method, are written.
	Methods(UnknownMethod),
	/// Give the ballots themselves.
	GiveRankings,
	/// Choose a rule that counts rankings, or another form of ballot file.
	ChooseRankedRule,
	/// Add the row REGISTERED.
	RecordRegistered,
	/// Add the row VALID, or give the ballots themselves.
	RecordBallots,
	/// Add the column `direct_seats`.
	RecordDirectSeats,
	/// State how ties are decided, or draw a lot.
	DecideTies(TiesStated),
	/// State how ties within lists are decided, or draw a lot.
	DecideListTies,
	/// Write a contest that names the candidates of its lists.
	NameCandidates,
	/// Give ballots with preferences, or leave the filling of lists out.
	GivePreferences,
	/// Where a key file's address is shown.
	ShowAddress,
}

impl Error {
	/// A complaint about a field.
	pub fn field(field: impl Into<String>, fault: FieldFault) -> Self {
		Self::Field { field: field.into(), fault }
	}

	/// Which advice helps, where we know one.
	pub fn hint(&self) -> Option<Hint> {
		Some(match self {
			Self::Read { file: FileKind::Definition, .. } | Self::Toml { file: FileKind::Definition, .. } => {
				Hint::Template
			}
			Self::Read { .. } => Hint::Path,
			Self::NotUtf8 { .. } => Hint::SaveAsUtf8,
			Self::Toml { .. } => Hint::RuleForms,
			Self::Field { fault: FieldFault::CandidatesNotNamed, .. } => Hint::NameCandidates,
			Self::Field { fault: FieldFault::PreferencesUnknown, .. } => Hint::GivePreferences,
			Self::Method { error, .. } => Hint::Methods(*error),
			Self::Address { .. } => Hint::ShowAddress,
			Self::VotesLine { .. } => Hint::VotesForm,
			Self::BallotLine { .. } => Hint::BallotForms,
			Self::SeveralRegions => Hint::CountByRegions,
			Self::Contradiction { .. } => Hint::CorrectTotals,
			Self::BaseUnknown(BaseFault::ValidityUnknown { .. }) => Hint::RecordValid,
			Self::BaseUnknown(BaseFault::ParticipantsUnknown) => Hint::RecordParticipants,
			Self::BaseUnknown(BaseFault::VotesInNoRow { .. }) => Hint::AddRows,
			Self::Decide(DecideError::RankingsNeeded) => Hint::GiveRankings,
			Self::Decide(DecideError::RankingsNotCounted) => Hint::ChooseRankedRule,
			Self::Decide(DecideError::RegisteredUnknown) => Hint::RecordRegistered,
			Self::Decide(DecideError::BallotsUnknown) => Hint::RecordBallots,
			Self::Decide(DecideError::DirectSeatsUnknown) => Hint::RecordDirectSeats,
			Self::Tie { stated, .. } => Hint::DecideTies(*stated),
			Self::ListTie { .. } => Hint::DecideListTies,
			Self::Field { .. } | Self::Moment { .. } | Self::Rule(_) | Self::ContestRule { .. } => return None,
			Self::TooManyVotes | Self::Votes(_) | Self::ScaleZero | Self::NotAllListed => return None,
			Self::InRegion { .. } | Self::NotStanding { .. } | Self::NoOptionAgainstAll => return None,
			Self::VotesMissing { .. } | Self::Decide(_) => return None,
		})
	}
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(self, f)
	}
}

impl std::error::Error for Error {}

impl From<RuleError> for Error {
	fn from(error: RuleError) -> Self {
		Self::Rule(error)
	}
}

impl From<VotesError> for Error {
	fn from(error: VotesError) -> Self {
		Self::Votes(error)
	}
}

impl From<DecideError> for Error {
	fn from(error: DecideError) -> Self {
		match error {
			DecideError::Rule(error) => Self::Rule(error),
			error => Self::Decide(error),
		}
	}
}

impl ReadError {
	/// The error itself.
	pub fn get(&self) -> &io::Error {
		&self.0
	}
}

impl From<io::Error> for ReadError {
	fn from(error: io::Error) -> Self {
		Self(Arc::new(error))
	}
}

impl PartialEq for ReadError {
	fn eq(&self, other: &Self) -> bool {
		(self.0.kind(), self.0.raw_os_error()) == (other.0.kind(), other.0.raw_os_error())
	}
}

impl Eq for ReadError {}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_error_shows_its_variant_and_its_arguments() {
		let error = Error::VotesLine { line: 3, fault: LineFault::ColumnCount { found: 1, expected: 2 } };
		assert_eq!(error.to_string(), "VotesLine { line: 3, fault: ColumnCount { found: 1, expected: 2 } }");
		assert_eq!(error.hint(), Some(Hint::VotesForm));
		assert_eq!(Error::field("seats", FieldFault::SeatsMissing).hint(), None);
	}
}

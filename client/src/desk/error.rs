//! What can go wrong with a desk, as data.

use crate::remedy::Remedy;
use ballot_crypto::enrolment::order;
use dobush_primitives::VoterId;
use election_files::error::ReadError;
use std::path::PathBuf;

/// Why a desk could not do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskError {
	/// The operating system does not give the file of voters, or it is not UTF-8.
	ReadVoters {
		/// Where it should be.
		path: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// A line of a file of voters cannot be read.
	VotersLine {
		/// The line, from 1; 0 if it is not known.
		line: u64,
		/// What is wrong there.
		fault: VotersFault,
	},
	/// The credential was used before: for somebody else, in another unit, or by somebody who was struck off.
	CredentialUsed {
		/// The voter whose line names it.
		voter: VoterId,
	},
	/// The desk does not accept a second print; the value says why.
	NotTaken(NotTaken),
}

/// What is wrong with a line of a file of voters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VotersFault {
	/// It is no line of a CSV file in UTF-8.
	Csv {
		/// What the reader says.
		reason: String,
	},
	/// The first line does not name the columns `voter_id`, `unit` and `credential`, in this order.
	Header,
	/// It does not have three columns.
	Columns {
		/// How many it has.
		found: usize,
	},
	/// The first column is no pseudonym.
	VoterId {
		/// The text that was found.
		found: String,
	},
	/// The second column is no number of a unit.
	Unit {
		/// The text that was found.
		found: String,
	},
	/// The third column is no address.
	Credential {
		/// The text that was found.
		found: String,
	},
	/// An earlier line has the same pseudonym.
	SecondVoter,
	/// An earlier line has the same credential.
	SecondCredential,
}

impl DeskError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::ReadVoters { .. } | Self::VotersLine { .. } | Self::CredentialUsed { .. } => Remedy::OtherInput,
			Self::NotTaken(NotTaken::OtherDesk | NotTaken::NoTicket | NotTaken::OtherTicket) => Remedy::OtherInput,
			Self::NotTaken(NotTaken::Twice) => Remedy::None,
			Self::NotTaken(NotTaken::Rejected(_)) => Remedy::Report,
		}
	}
}

/// Why a second print is not taken. In the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
	/// Another desk has issued its ticket.
	OtherDesk,
	/// The same print was handed in before.
	Twice,
	/// The desk has no open ticket of this voter.
	NoTicket,
	/// The ticket was replaced by a later one, or the booth has changed it.
	OtherTicket,
	/// A signature or the proof does not hold, or desk and booth are one account.
	Rejected(order::Rejected),
}

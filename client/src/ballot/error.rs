//! What can go wrong with making or auditing a ballot, as data.

use crate::remedy::Remedy;
use ballot_crypto::{
	embedding::{BadTable, NotEmbeddable},
	membership, Malformed,
};
use dobush_primitives::{ContestId, ElectionId, Phase, UnitId};
use serde::{Deserialize, Serialize};
use sp_runtime::AccountId32;

/// Why a ballot could not be made or audited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BallotError {
	/// The chain knows no such election.
	NoElection {
		/// The number of the election that was asked for.
		election: ElectionId,
	},
	/// The election receives no ballots.
	PollsNotOpen {
		/// The number of the election that was asked for.
		election: ElectionId,
		/// The phase in which the election is now.
		phase: Phase,
	},
	/// The definition has no such counting unit.
	NoUnit {
		/// The number of the counting unit that was asked for.
		unit: UnitId,
	},
	/// The definition has no such contest.
	NoContest {
		/// The number of the contest that was asked for.
		contest: ContestId,
	},
	/// No direct roll of the chain has this credential.
	NotOnRoll {
		/// The account of the credential.
		credential: AccountId32,
	},
	/// The options of a contest give no table of elements.
	OptionsNotEncodable {
		/// What is wrong with the table.
		error: BadTable,
	},
	/// The format of a contest does not allow this selection.
	NoSuchChoice {
		/// The number of the contest.
		contest: ContestId,
	},
	/// This version has no table for a selection of this contest's format.
	FormatNotServed {
		/// The number of the contest.
		contest: ContestId,
	},
	/// A selection has no embedding; by chance, with probability 2^-53.
	SelectionNotEmbeddable {
		/// What the encoding of the selection reports.
		error: NotEmbeddable,
	},
	/// An invalid vote was chosen in a deniable election, which takes none: a coercer could find such a ballot again.
	CannotBeSpoilt,
	/// The number of choices is not the number of contests.
	ChoiceCount {
		/// How many contests the ballot has.
		contests: usize,
		/// How many choices were given.
		choices: usize,
	},
	/// The election's key is no element, so nothing can be encrypted.
	KeyUnusable {
		/// What is wrong with its bytes.
		error: Malformed,
	},
	/// The ballot has more ciphertexts than the chain takes.
	TooManyContests,
	/// A contest has fewer tables than a selection has ciphertexts.
	NoSuchSlot,
	/// The proof that a ciphertext holds a legal selection cannot be made.
	Membership {
		/// The step of the membership proof that failed.
		error: membership::Rejected,
	},
	/// A membership proof is longer than the chain takes: the contest has too many legal selections for a deniable election.
	TooManySelections,
	/// A part of an audit file cannot be decoded.
	AuditFileUnreadable {
		/// The part that cannot be decoded.
		part: AuditPart,
	},
	/// The audit file is of another chain, election or unit than the ballot paper.
	AuditFileElsewhere,
	/// The audit file is of a credential that another booth has activated, or of the other kind of election.
	AuditFileOfOtherBooth,
	/// A sealed ballot is of another chain, election, unit, booth or credential.
	SealedBallotElsewhere,
	/// A sealed ballot was used before: it can be neither cast nor audited again.
	SealedBallotUsed {
		/// What it was used for.
		used: SealedUse,
	},
	/// The opened ballot is not the one whose commitment was noted down before.
	OtherCommitment {
		/// The commitment of the opened ballot, in hexadecimal digits.
		found: String,
	},
	/// The opened ballot is not the one that was committed to: its device may be manipulated.
	NotCommittedTo,
	/// The chain would refuse the opened ballot, because a proof does not hold: its device may be manipulated.
	AuditedBallotInvalid,
	/// The opened ballot cannot be audited, because the election's key is no element.
	AuditKey {
		/// What is wrong with its bytes.
		error: Malformed,
	},
	/// An opening belongs to another ciphertext: the device may be manipulated.
	OtherOpening {
		/// The title of the contest.
		contest: String,
	},
}

/// The parts of an audit file that must be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditPart {
	/// The encrypted ballot.
	Ballot,
	/// The randomness of each ciphertext.
	Openings,
}

/// What a sealed ballot was used for. Each is used once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SealedUse {
	/// It was cast, or was about to be when the program ended.
	Cast,
	/// It was opened for a second device.
	Audit,
}

impl BallotError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::NoElection { .. } | Self::NoUnit { .. } | Self::NoContest { .. } | Self::NoSuchChoice { .. } => {
				Remedy::OtherInput
			}
			Self::ChoiceCount { .. } | Self::CannotBeSpoilt | Self::SelectionNotEmbeddable { .. } => Remedy::OtherInput,
			Self::AuditFileUnreadable { .. } | Self::AuditFileElsewhere | Self::AuditFileOfOtherBooth => {
				Remedy::OtherInput
			}
			Self::SealedBallotElsewhere | Self::SealedBallotUsed { .. } => Remedy::OtherInput,
			Self::OtherCommitment { .. } => Remedy::Report,
			Self::PollsNotOpen { .. } | Self::NotOnRoll { .. } => Remedy::Wait,
			Self::FormatNotServed { .. } | Self::NoSuchSlot => Remedy::OtherVersion,
			Self::OptionsNotEncodable { .. } | Self::KeyUnusable { .. } | Self::AuditKey { .. } => Remedy::Report,
			Self::TooManyContests | Self::TooManySelections => Remedy::Report,
			Self::NotCommittedTo | Self::AuditedBallotInvalid | Self::OtherOpening { .. } => Remedy::Report,
			Self::Membership { .. } => Remedy::None,
		}
	}
}

//! What went wrong with making or auditing a ballot, in one sentence, and what to do next.

use dobush_client::{
	ballot::{AuditPart, BallotError, SealedUse},
	keys::address,
};

const MANIPULATED: &str = "the device that made it may be manipulated: do not vote with it, and tell the commission";

pub(super) fn ballot(error: &BallotError) -> (String, Option<String>) {
	(sentence(error), hint(error).map(str::to_owned))
}

fn sentence(error: &BallotError) -> String {
	match error {
		BallotError::NoElection { election } => format!("there is no election {election}"),
		BallotError::PollsNotOpen { election, phase } => {
			format!("the polls of election {election} are not open: it is in phase {phase:?}")
		}
		BallotError::NoUnit { unit } => format!("there is no unit {unit}"),
		BallotError::NoContest { contest } => format!("there is no contest {contest}"),
		BallotError::NotOnRoll { credential } => format!("{} is on no roll of this chain", address(credential)),
		BallotError::OptionsNotEncodable { error } => format!("the options of a contest cannot be encoded: {error}"),
		BallotError::NoSuchChoice { contest } => format!("contest {contest} has no such choice"),
		BallotError::FormatNotServed { contest } => {
			format!("contest {contest}: its format is not served by this version")
		}
		BallotError::SelectionNotEmbeddable { error } => error.to_string(),
		BallotError::CannotBeSpoilt => {
			"a ballot of a deniable election cannot be spoilt: every vote must be one of the ballot's choices"
				.to_owned()
		}
		BallotError::ChoiceCount { contests, choices } => {
			format!("the ballot has {contests} contests and {choices} choices were given")
		}
		BallotError::KeyUnusable { error } => format!("the election's key cannot be used: {error}"),
		BallotError::TooManyContests => "too many contests on one ballot".to_owned(),
		BallotError::NoSuchSlot => "the contest has no such table slot".to_owned(),
		BallotError::Membership { error } => format!("the membership proof cannot be made: {error}"),
		BallotError::TooManySelections => {
			"a contest has more legal selections than a deniable election can have".to_owned()
		}
		BallotError::AuditFileUnreadable { part } => {
			let part = match part {
				AuditPart::Ballot => "ballot",
				AuditPart::Openings => "openings",
			};
			format!("the audit file's {part} cannot be read")
		}
		BallotError::AuditFileElsewhere => "the audit file is of another chain, election or unit".to_owned(),
		BallotError::AuditFileOfOtherBooth => "the audit file is of another booth's credential".to_owned(),
		BallotError::SealedBallotElsewhere => {
			"the sealed ballot is of another chain, election, unit, booth or key".to_owned()
		}
		BallotError::SealedBallotUsed { used: SealedUse::Cast } => {
			"this sealed ballot was used before: it was cast, or was about to be".to_owned()
		}
		BallotError::SealedBallotUsed { used: SealedUse::Audit } => {
			"this sealed ballot was used before: it was opened for an audit".to_owned()
		}
		BallotError::OtherCommitment { found } => {
			format!("the opened ballot has the commitment {found}, which is not the one that you noted down")
		}
		BallotError::NotCommittedTo => "the opened ballot is not the one that was committed to".to_owned(),
		BallotError::AuditedBallotInvalid => {
			"the audited ballot would be refused by the chain: its proof does not hold".to_owned()
		}
		BallotError::AuditKey { error } => format!("the election's key: {error}"),
		BallotError::OtherOpening { contest } => {
			format!("the opening of `{contest}` does not belong to its ciphertext")
		}
	}
}

fn hint(error: &BallotError) -> Option<&'static str> {
	Some(match error {
		BallotError::NoElection { .. } => "`dobush observer status` lists the elections",
		BallotError::PollsNotOpen { .. } => "`dobush observer status` shows when they open and close",
		BallotError::NotOnRoll { .. } => {
			"`dobush key show FILE` prints the address; the desk must have enrolled exactly this one"
		}
		BallotError::NoSuchChoice { .. } => "`dobush voter ballot` shows the options and their numbers",
		BallotError::CannotBeSpoilt => {
			"`dobush voter ballot` shows them; whoever wants none of them does not vote, or declines where that is a choice"
		}
		BallotError::ChoiceCount { .. } => "give one --choice for each contest, in the order of the ballot",
		BallotError::TooManySelections => "tell the commission",
		BallotError::SealedBallotUsed { .. } => {
			"seal another one with `dobush voter seal`; whether one was cast, `dobush voter verify` says"
		}
		BallotError::SealedBallotElsewhere => "name the key and the node that it was sealed with, or seal another one",
		BallotError::OtherCommitment { .. } => {
			"compare it letter by letter with what the first device showed before you answered, 32 letters at least; if it is \
			 another one, the first device may be manipulated: do not vote with it, and tell the commission"
		}
		BallotError::NotCommittedTo | BallotError::AuditedBallotInvalid | BallotError::OtherOpening { .. } => {
			MANIPULATED
		}
		BallotError::NoUnit { .. } | BallotError::NoContest { .. } | BallotError::OptionsNotEncodable { .. } => {
			return None
		}
		BallotError::FormatNotServed { .. } | BallotError::SelectionNotEmbeddable { .. } => return None,
		BallotError::KeyUnusable { .. } | BallotError::TooManyContests | BallotError::NoSuchSlot => return None,
		BallotError::Membership { .. } | BallotError::AuditFileUnreadable { .. } => return None,
		BallotError::AuditFileElsewhere | BallotError::AuditFileOfOtherBooth | BallotError::AuditKey { .. } => {
			return None
		}
	})
}

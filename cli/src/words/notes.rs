//! What a reader should know about a file that was read, and of what its shares are taken.

use crate::output::number;
use election_files::{notes::Note, votes::BaseReason};
use electoral_rules::Base;

/// A note in one sentence.
pub fn note(about: &Note) -> String {
	match about {
		Note::InRegion { region, note: of_region } => format!("region {region}: {}", note(of_region)),
		Note::VotesInNoRow { votes } => {
			format!("{} valid votes are in the totals and in no row: they win nothing", number(*votes))
		}
		Note::ParticipantsInNoRow { participants } => {
			format!("{} participants are in no other row: they count as participants only", number(*participants))
		}
		Note::NoInvalidRow => "the file has no row INVALID: no ballot is taken as invalid".to_owned(),
		Note::InvalidBallots { ballots, first_line } => format!(
			"{} ballots are invalid because they name nobody, somebody twice or too many; the first in line {first_line}",
			number(*ballots)
		),
		Note::RegionalThresholdOfWhole => {
			"the file has no column region: the regional threshold is taken of the whole".to_owned()
		}
	}
}

/// A sentence about the number from which shares are taken, and why it is this one.
pub fn base(base: Base, reason: BaseReason) -> String {
	let what = match base {
		Base::Participants => "all participants, invalid ballots included",
		Base::Valid => "the valid ballots",
		Base::PartyVotes => "the votes for parties",
	};
	let why = match reason {
		BaseReason::Asked => "as --base says",
		BaseReason::RowsOfParticipants => "because the file has a row AGAINST_ALL, INVALID or PARTICIPANTS",
		BaseReason::RowsOfPartiesOnly => "because the file has neither AGAINST_ALL nor INVALID",
		BaseReason::PartOfValidVotes => "because the file lists only a part of the valid votes and no invalid ballots",
	};
	format!("the base of shares is {what}, {why}")
}

/// A length of time, rounded to what people say.
pub fn duration(length: std::time::Duration) -> String {
	match length.as_secs() {
		60 => "a minute".to_owned(),
		seconds if seconds >= 120 && seconds % 60 == 0 => format!("{} minutes", seconds / 60),
		seconds => format!("{seconds} s"),
	}
}

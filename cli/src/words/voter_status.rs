//! Where a voter stands in an election, in sentences.

use crate::{failure::Failure, output::number};
use dobush_client::voter::VoterStatus;
use dobush_primitives::{ballot_box::BallotStanding, Phase};
use election_files::definition::show_moment;

/// The polls, in one sentence.
pub fn polls(phase: Phase, opens_at: u64, closes_at: u64, missed: bool) -> String {
	match phase {
		Phase::Preparing | Phase::RollClosed if missed => {
			format!(
				"they should have opened at {}, and wait until the trustees have made the key",
				show_moment(opens_at)
			)
		}
		Phase::Preparing | Phase::RollClosed => format!("they open at {}", show_moment(opens_at)),
		Phase::Voting => format!("they are open until {}", show_moment(closes_at)),
		Phase::Grace => "they have closed; only first ballots on their way are still received".to_owned(),
		Phase::Tallying | Phase::Counted | Phase::Certified => "they have closed".to_owned(),
		Phase::Annulled => "the election is annulled".to_owned(),
	}
}

/// The polls of this voter's election.
pub fn polls_of(status: &VoterStatus) -> String {
	polls(status.phase, status.calendar.polls_open_at, status.calendar.polls_close_at, status.missed)
}

/// Election and unit, as a voter must recognise them.
pub fn place(status: &VoterStatus) -> String {
	format!("election {} `{}`, unit {} `{}`", status.election, status.title, status.unit, status.unit_name)
}

/// How many ballots are cast and left, before another one.
pub fn before_casting(status: &VoterStatus) -> String {
	let allowed = status.allowed;
	if !status.is_counted {
		return format!("A credential may cast {allowed} ballots in this election; the last one counts.");
	}
	match (status.used(), status.left().saturating_sub(1)) {
		(0, left) => format!("It is the first ballot of this credential; after it {left} more may replace it."),
		(used, left) => format!(
			"It REPLACES the ballot that this credential has cast before ({used} of {allowed}); after it {left} more may \
			 replace it."
		),
	}
}

/// Everything, a line each.
pub fn words(status: &VoterStatus) -> String {
	let mut lines = vec![place(status), format!("the polls: {}", polls_of(status))];
	lines.push(match &status.on_roll {
		Ok(0) => "on the roll: this could not be read".to_owned(),
		Ok(block) => format!("on the roll: yes, since block {}", number(*block)),
		Err(error) => format!("on the roll: no. {}", Failure::from(error.clone())),
	});
	if let Err(found) = &status.entry {
		lines.push(format!("the roll entry of your papers: {}", Failure::from(found.clone())));
	}
	lines.push(match status.cast {
		None => "voted: no".to_owned(),
		Some(cast) => format!("voted: yes, {}", standing(cast.standing)),
	});
	lines.push(format!("ballots: {} cast, {} left", status.used(), status.left()));
	lines.push(format!("proven at finalised block {}", number(status.block)));
	lines.join("\n")
}

fn standing(standing: Option<BallotStanding>) -> &'static str {
	match standing {
		None => "a ballot is in the box",
		Some(BallotStanding::Checked) => "a ballot is in the box, and checked",
		Some(BallotStanding::Waiting) => "a ballot is in the box; the chain has not checked its selections yet",
		Some(BallotStanding::Dropped) => "but the ballot was dropped and does not count",
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_late_opening_says_what_it_waits_for() {
		let late = polls(Phase::RollClosed, 0, 1, true);
		assert!(late.starts_with("they should have opened at 1970-01-01") && late.contains("made the key"), "{late}");
		assert!(polls(Phase::RollClosed, 0, 1, false).starts_with("they open at 1970-01-01"));
	}
}

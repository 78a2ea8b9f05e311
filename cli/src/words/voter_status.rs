//! Where a voter stands in an election, in sentences.

use crate::{failure::Failure, output::number};
use dobush_client::voter::VoterStatus;
use dobush_primitives::{ballot_box::BallotStanding, Calendar, Phase};
use election_files::definition::local_moment;

/// The polls, in one sentence.
pub fn polls(phase: Phase, calendar: &Calendar, missed: bool) -> String {
	let local = |moment| local_moment(moment, calendar.utc_offset);
	let (opens_at, closes_at) = (local(calendar.polls_open_at), local(calendar.polls_close_at));
	match phase {
		Phase::Preparing | Phase::RollClosed if missed => {
			format!("they should have opened at {}, and wait until the trustees have made the key", opens_at)
		}
		Phase::Preparing | Phase::RollClosed => format!("they open at {}", opens_at),
		Phase::Voting => format!("they are open until {}", closes_at),
		Phase::Grace => "they have closed; only first ballots on their way are still received".to_owned(),
		Phase::Tallying | Phase::Counted | Phase::Certified => "they have closed".to_owned(),
		Phase::Annulled => "the election is annulled".to_owned(),
	}
}

/// The polls of this voter's election.
pub fn polls_of(status: &VoterStatus) -> String {
	polls(status.phase, &status.calendar, status.missed)
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
	use election_files::definition::DefinitionFile;

	#[test]
	fn a_late_opening_says_what_it_waits_for() {
		let plan = DefinitionFile::parse(include_str!("../../../crates/election-files/examples/definition.toml"))
			.expect("it is in the repository");
		let calendar = plan.definition().expect("a definition").calendar;
		let late = polls(Phase::RollClosed, &calendar, true);
		let at = local_moment(calendar.polls_open_at, calendar.utc_offset);
		assert_eq!(late, format!("they should have opened at {at}, and wait until the trustees have made the key"));
		assert_eq!(polls(Phase::RollClosed, &calendar, false), format!("they open at {at}"));
	}
}

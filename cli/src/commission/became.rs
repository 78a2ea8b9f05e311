//! What became of an act of the commission, for people and for programs.

use super::look::Meeting;
use crate::{failure::Result, session::Session};
use dobush_client::{
	chain::{event_kinds, Included},
	commission::motion::{self, AfterVote, Closed, Standing},
};
use serde::Serialize;

/// What became of an act, for programs.
#[derive(Serialize)]
struct Became {
	motion: Option<u32>,
	done: bool,
	rejected: bool,
	votes_needed: u32,
	#[serde(skip_serializing_if = "Option::is_none")]
	votes: Option<Votes>,
	block: u64,
	/// The number of the roll that was created.
	#[serde(skip_serializing_if = "Option::is_none")]
	roll: Option<u32>,
	/// The number of the election that was announced.
	#[serde(skip_serializing_if = "Option::is_none")]
	election: Option<u32>,
}

/// The votes on a motion that is open.
#[derive(Serialize)]
struct Votes {
	ayes: usize,
	nays: usize,
}

/// Says that a motion is proposed and has its proposer's vote.
pub(super) fn proposed(session: &Session, meeting: &Meeting<'_>, index: u32, included: &Included) {
	let needed = motion::needed(meeting.situation.members.len());
	let answer = Became {
		motion: Some(index),
		done: false,
		rejected: false,
		votes_needed: needed,
		votes: Some(Votes { ayes: 1, nays: 0 }),
		block: included.block.number,
		roll: None,
		election: None,
	};
	session.output.result(&answer, || {
		format!(
			"motion {index} is proposed and has your vote, 1 of {needed} that it needs. The other members look at it with\n  \
			 dobush commission motion {index}\nand vote with\n  dobush commission vote {index} --key member.key"
		)
	});
}

/// Says that a motion was carried out, and what came of it. Whoever closes it learns the numbers, not only who has proposed it.
pub(super) fn carried(session: &Session, meeting: &Meeting<'_>, included: &Included) -> Result<()> {
	let created = included.events.find(&event_kinds::voter_registry::ROLL_CREATED)?;
	let announced = included.events.find(&event_kinds::elections::ANNOUNCED)?;
	let answer = Became {
		motion: None,
		done: true,
		rejected: false,
		votes_needed: motion::needed(meeting.situation.members.len()),
		votes: None,
		block: included.block.number,
		roll: created.map(|(roll, _, _)| roll.0),
		election: announced.map(|(election, _, _)| election.0),
	};
	session.output.result(&answer, || {
		let mut words = format!("carried out in finalised block {}", answer.block);
		for (what, number) in [("roll", answer.roll), ("election", answer.election)] {
			if let Some(number) = number {
				words.push_str(&format!("; the {what} has the number {number}"));
			}
		}
		words
	});
	Ok(())
}

/// Says what became of a motion that was closed.
pub(super) fn closed(session: &Session, meeting: &Meeting<'_>, index: u32, closed: &Closed) -> Result<()> {
	match closed {
		Closed::Carried(included) => carried(session, meeting, included),
		Closed::Rejected(included) => {
			let answer = Became {
				motion: Some(index),
				done: false,
				rejected: true,
				votes_needed: motion::needed(meeting.situation.members.len()),
				votes: None,
				block: included.block.number,
				roll: None,
				election: None,
			};
			session.output.result(&answer, || {
				format!(
					"motion {index} is rejected: it did not get the votes that it needs. It was closed in finalised block {}; nothing \
					 of it was done",
					answer.block
				)
			});
			Ok(())
		}
	}
}

/// Says what became of a motion after a vote.
pub(super) fn voted(
	session: &Session,
	meeting: &Meeting<'_>,
	index: u32,
	approve: bool,
	after: &AfterVote,
) -> Result<()> {
	let side = if approve { "for" } else { "against" };
	let (included, votes) = match after {
		AfterVote::Closed(became) => return closed(session, meeting, index, became),
		AfterVote::Open(included, votes) => (included, Some(votes)),
		AfterVote::ClosedByOthers(included) => (included, None),
	};
	let members = meeting.situation.members.len();
	let answer = Became {
		motion: Some(index),
		done: false,
		rejected: false,
		votes_needed: votes.map_or_else(|| motion::needed(members), |votes| votes.threshold),
		votes: votes.map(|votes| Votes { ayes: votes.ayes.len(), nays: votes.nays.len() }),
		block: included.block.number,
		roll: None,
		election: None,
	};
	session.output.result(&answer, || {
		let Some(votes) = votes else {
			return format!(
				"your vote {side} motion {index} is counted, and another member has closed the motion meanwhile; `dobush commission \
				 motions` shows what is open"
			);
		};
		let next = match motion::standing(votes, members) {
			Standing::Open => {
				let end = session.zone.show(meeting.situation.expected(votes.end));
				format!("it is open until block {}, about {end}", votes.end)
			}
			Standing::Carried => format!("it has its votes: `dobush commission close {index}` carries it out"),
			Standing::Rejected => format!("it cannot be carried any more: `dobush commission close {index}` removes it"),
		};
		format!(
			"your vote {side} motion {index} is counted: {} for it, {} against it, {} needed; {next}",
			votes.ayes.len(),
			votes.nays.len(),
			votes.threshold
		)
	});
	Ok(())
}

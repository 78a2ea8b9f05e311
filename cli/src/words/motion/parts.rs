//! What the sentences about motions have in common: what they are taken from, and lines that several of them need.

use crate::zone::{length, roughly, Zone};
use dobush_client::{
	chain::{decode::text, types::ElectionStatus},
	commission::situation::{About, KnownElection, KnownRoll, Situation},
	keys::address,
};
use dobush_primitives::{Calendar, ContestId, ElectionId, Moment, Phase, RollId, Trustees};
use sp_runtime::AccountId32;

/// What the sentences about a motion are taken from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
	/// Where moments are read.
	pub zone: Zone,
	/// The commission, and the time.
	pub situation: &'a Situation,
	/// What the motion is about.
	pub about: &'a About,
}

impl Context<'_> {
	pub(super) fn known(&self, election: ElectionId) -> Option<&KnownElection> {
		self.about.election.as_ref().filter(|known| known.election == election)
	}

	pub(super) fn election(&self, election: ElectionId) -> String {
		match self.known(election) {
			Some(known) => format!("election {election} `{}`", known.title()),
			None => format!("election {election}, which does not exist"),
		}
	}

	pub(super) fn roll(&self, roll: RollId) -> String {
		match self.about.roll.as_ref().filter(|known| known.roll == roll) {
			Some(KnownRoll { name, units, deniable, .. }) => {
				let kind = if *deniable { "deniable" } else { "direct" };
				format!("roll {roll} `{name}` ({kind}, {})", count(u64::from(*units), "counting unit"))
			}
			None => format!("roll {roll}, which does not exist"),
		}
	}

	pub(super) fn contest(&self, contest: ContestId) -> String {
		let known =
			self.about.election.as_ref().and_then(|known| known.definition.contests.get(usize::from(contest.0)));
		known
			.map_or_else(|| format!("contest {contest}"), |known| format!("contest {contest} `{}`", text(&known.title)))
	}

	pub(super) fn status(&self) -> Option<&ElectionStatus> {
		self.about.election.as_ref().map(|known| &known.status)
	}

	pub(super) fn phase(&self) -> Vec<String> {
		self.status().map(|status| format!("the election now: {}", phase(status.phase))).into_iter().collect()
	}

	/// A moment, and how far away it is.
	pub(super) fn moment(&self, moment: Moment) -> String {
		let now = self.situation.now;
		let far = roughly(now, moment);
		let far = if moment >= now { format!("in {far}") } else { format!("{far} ago") };
		format!("{}, {far}", self.zone.show(moment))
	}
}

/// So many things, in words.
pub(super) fn count(number: u64, thing: &str) -> String {
	let plural = if number == 1 { "" } else { "s" };
	format!("{} {thing}{plural}", crate::output::number(number))
}

/// A phase, as what it means.
pub fn phase(phase: Phase) -> &'static str {
	match phase {
		Phase::Preparing => "voters are enrolled and the trustees make the key",
		Phase::RollClosed => "the roll is closed, the polls are not open yet",
		Phase::Voting => "the polls are open",
		Phase::Grace => "the polls have just closed",
		Phase::Tallying => "the ballots are mixed, decrypted and counted",
		Phase::Counted => "the result is known, and not certified yet",
		Phase::Certified => "it is certified",
		Phase::Annulled => "it is annulled",
	}
}

pub(super) fn calendar_lines(calendar: &Calendar, context: Context<'_>) -> Vec<String> {
	let mut lines = vec![
		format!("roll closes:  {}", context.moment(calendar.roll_closes_at)),
		format!("polls open:   {}", context.moment(calendar.polls_open_at)),
		format!("polls close:  {}", context.moment(calendar.polls_close_at)),
	];
	lines.push(match calendar.early_closing {
		true => "the commission may close the polls earlier".to_owned(),
		false => "nobody may close the polls earlier".to_owned(),
	});
	lines.push(format!(
		"after closing, first ballots on their way count for {} more",
		count(u64::from(calendar.grace_blocks), "block")
	));
	lines.push(stage(calendar.step_deadline));
	lines.push(format!("objections: {} after the count", length(calendar.objection_window)));
	lines
}

pub(super) fn stage(step_deadline: Moment) -> String {
	format!("a trustee has {} for each step", length(step_deadline))
}

pub(super) fn trustee_lines(trustees: &Trustees<AccountId32>) -> Vec<String> {
	let head = format!(
		"trustees: any {} of {} together can use the key, and so many must mix",
		trustees.threshold,
		trustees.members.len()
	);
	let members =
		(1..).zip(&trustees.members).map(|(number, member): (u16, _)| format!("  {number}. {}", address(member)));
	std::iter::once(head).chain(members).collect()
}

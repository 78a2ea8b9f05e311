//! What is decided in a rehearsal, and its announcement by the commission.

use crate::failure::{Failure, Result};
use crate::stage::{bounded, bounded_text, Rehearsal};
use dobush_client::chain::calls;
use dobush_primitives::{
	BallotStyle, Calendar, Contest, ContestId, Definition, ElectionId, Mode, Moment, Name, RollId, Trustees, Unit,
	UtcOffset,
};
use sp_runtime::AccountId32;
use std::time::{SystemTime, UNIX_EPOCH};

/// How long a trustee may take for a step of ceremony or tally, in milliseconds, unless a question says otherwise.
pub(crate) const STEP_DEADLINE: Moment = 10 * 60 * 1000;

/// The election of a rehearsal, without its trustees and calendar.
#[derive(Clone, Debug)]
pub struct Question {
	/// The title of the election.
	pub title: String,
	/// Names of the units, each a region of its own.
	pub units: Vec<String>,
	/// The only contest of the election.
	pub contest: Contest,
	/// How often a credential may cast.
	pub ballots_per_credential: u16,
	/// How long enrolment may take from the announcement on, in milliseconds.
	pub enrolment: Moment,
	/// How long a trustee may take for a step, in milliseconds.
	pub step_deadline: Moment,
	/// The grace after the polls close, in blocks.
	pub grace_blocks: u16,
}

impl Question {
	/// An election of one ballot for each credential, in which nobody is hurried.
	pub fn about(title: &str, units: Vec<String>, contest: Contest) -> Self {
		let title = title.to_owned();
		let (ballots_per_credential, grace_blocks) = (1, 1);
		Self { title, units, contest, ballots_per_credential, enrolment: 0, step_deadline: STEP_DEADLINE, grace_blocks }
	}
}

impl Rehearsal {
	/// Creates the roll, appoints the desk and announces the election: three motions at once. The roll and the election
	/// have the number 0 each, for the chain is new.
	pub async fn announce(&mut self, question: Question) -> Result<(RollId, ElectionId, Definition<AccountId32>)> {
		let roll = RollId(0);
		let definition = self.definition(question, Mode::Direct, roll)?;
		let name: Name = bounded_text("Rehearsal")?;
		let units = number_of_units(definition.units.len())?;
		let calls = [
			calls::voter_registry::create_roll(&name, units),
			calls::voter_registry::appoint_desk(roll, &self.desk.account().id()),
			calls::elections::announce(&definition),
		];
		self.carry(&calls).await?;
		Ok((roll, ElectionId(0), definition))
	}

	/// Announces a deniable election on a roll that is filled already; number 0, too.
	pub async fn announce_deniable(
		&mut self,
		question: Question,
		roll: RollId,
		merge_below: u32,
	) -> Result<(ElectionId, Definition<AccountId32>)> {
		let definition = self.definition(question, Mode::Deniable { merge_below }, roll)?;
		self.carry(&[calls::elections::announce(&definition)]).await?;
		Ok((ElectionId(0), definition))
	}

	fn definition(&self, question: Question, mode: Mode, roll: RollId) -> Result<Definition<AccountId32>> {
		// The node runs on this machine, so its clock is ours; the chain's own shows nothing before its first final block.
		let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
		let now = Moment::try_from(now).map_err(|_| Failure::Clock)?;
		// From now until the motion is carried about six blocks pass; a roll may not close before it is announced.
		let roll_closes_at = now + 20_000 + question.enrolment;
		let calendar = Calendar {
			roll_closes_at,
			polls_open_at: roll_closes_at + 1,
			polls_close_at: roll_closes_at + 6 * 60 * 60 * 1000,
			early_closing: true,
			grace_blocks: question.grace_blocks,
			step_deadline: question.step_deadline,
			objection_window: 1,
			utc_offset: UtcOffset::default(),
		};
		let regions = question.units.iter().map(|name| bounded_text(name)).collect::<Result<Vec<_>>>()?;
		let units = question
			.units
			.iter()
			.zip(0u16..)
			.map(|(name, region)| Ok(Unit { name: bounded_text(name)?, region, style: 0 }))
			.collect::<Result<Vec<_>>>()?;
		Ok(Definition {
			title: bounded_text(&question.title)?,
			mode,
			roll,
			repeats: None,
			regions: bounded(regions)?,
			units: bounded(units)?,
			styles: bounded(vec![BallotStyle { contests: bounded(vec![ContestId(0)])? }])?,
			contests: bounded(vec![question.contest])?,
			lists: Default::default(),
			affiliations: Default::default(),
			trustees: self.trustees()?,
			calendar,
			ballots_per_credential: question.ballots_per_credential,
		})
	}

	/// The trustees of everything in this rehearsal.
	pub(crate) fn trustees(&self) -> Result<Trustees<AccountId32>> {
		Ok(Trustees { members: bounded(self.trustees.clone())?, threshold: self.threshold })
	}
}

/// As many units as a roll may have, at most.
pub(crate) fn number_of_units(count: usize) -> Result<u16> {
	u16::try_from(count).map_err(|_| Failure::TooMany { count, most: u16::MAX.into() })
}

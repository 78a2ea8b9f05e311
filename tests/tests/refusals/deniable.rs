//! A deniable election of two voters: whatever may not enter roll, box, key or count is refused with an error of its own, and the
//! honest message is accepted afterwards. Both trustees do their duty by the client's own code, call by call, so that altered
//! calls can be sent in front of the honest ones.

mod ballots;
mod enrolment;
mod holders;

use anyhow::{ensure, Context, Result};
use dobush_client::{
	chain::{calls, items, views, Block, Chain, Sender},
	observer::result::ElectionResult,
	trustee::{DutyScope, Trustee},
};
use dobush_primitives::{ElectionId, ListId, Moment, Part, Phase, RollId, TrusteeIndex, Trustees, UnitId, VoterId};
use dobush_rehearsal::{bounded, Children, EnrolmentDay, Person, Question, Rehearsal, Waiting};
use end_to_end::network::{
	election::{cast, contest, heard},
	trial::{self, Trial},
};
use futures::future::try_join_all;
use holders::Attacks;
use parity_scale_codec::Decode;
use std::time::Duration;
use tokio::time::sleep;

const ROLL: RollId = RollId(0);
const ELECTION: ElectionId = ElectionId(0);
const UNIT: UnitId = UnitId(0);
/// How long the trustees may take to come to something.
const PATIENCE: Duration = Duration::from_secs(150);
/// How long a stage of the re-sharing may take, in milliseconds: the first attempt ends by it.
const RESHARING: Moment = 30_000;

/// A trustee whose every call passes through our hands.
struct Holder {
	trustee: Trustee,
	sender: Sender,
}

struct Day {
	rehearsal: Rehearsal,
	/// The first one sends the altered calls.
	holders: [Holder; 2],
	attacks: Attacks,
}

/// What the trustees are to come to.
#[derive(Clone, Copy, Debug)]
enum Goal {
	RollKey { epoch: u16 },
	Phase(Phase),
}

impl Holder {
	fn open(rehearsal: &Rehearsal, index: u16) -> Result<Self> {
		let key = rehearsal.trustee_key(TrusteeIndex(index))?;
		let sender = Sender::new(&rehearsal.chain, key.account().clone());
		Ok(Self { trustee: Trustee::new(&rehearsal.chain, key, DutyScope::Trustee, None)?, sender })
	}
}

impl Day {
	async fn begin() -> Result<Self> {
		let rehearsal = Rehearsal::start(&cast(2, 2)?).await?;
		let holders = [Holder::open(&rehearsal, 1)?, Holder::open(&rehearsal, 2)?];
		let attacks = Attacks::new(rehearsal.chain.genesis().0);
		Ok(Self { rehearsal, holders, attacks })
	}

	fn chain(&self) -> Chain {
		self.rehearsal.chain.clone()
	}

	async fn is_there(&self, block: Block, goal: Goal) -> Result<bool> {
		let chain = self.chain();
		let view = chain.at(block.hash);
		Ok(match goal {
			Goal::RollKey { epoch } => {
				let present = view.read(&items::trustees::EPOCHS, &(ROLL,)).await?;
				present == Some(epoch)
			}
			Goal::Phase(phase) => {
				let status = view.ask(&views::elections::STATUS, &(ELECTION,)).await?;
				status.is_some_and(|status| status.phase >= phase)
			}
		})
	}

	/// Lets the trustees do their duty until something is there. The first one tries everything else before.
	async fn until(&mut self, goal: Goal) -> Result<()> {
		let mut waiting = Waiting::at_most(PATIENCE);
		loop {
			if self.is_there(self.chain().finalised().await?, goal).await? {
				return Ok(());
			}
			ensure!(waiting.goes_on(), "waited in vain for {goal:?}");
			self.rehearsal.ensure_alive()?;
			// A lone node loses no block, so nobody waits until one is final.
			let block = self.chain().best().await?;
			let [first, second] = &mut self.holders;
			let due = first.trustee.due(block).await?;
			let trials = self.attacks.before(&self.rehearsal.chain, block, due).await?;
			let honest: Vec<Trial> = second.trustee.due(block).await?.into_iter().map(|call| (call, None)).collect();
			if trials.is_empty() && honest.is_empty() {
				sleep(Duration::from_millis(200)).await;
				continue;
			}
			let both = [trial::hold_soon(&mut first.sender, &trials), trial::hold_soon(&mut second.sender, &honest)];
			try_join_all(both).await.with_context(|| format!("on the way to {goal:?}"))?;
		}
	}

	/// The commission begins to hand the roll's key over to the same trustees under other numbers.
	async fn reshare(&mut self) -> Result<()> {
		let [first, second] = &self.holders;
		let members = bounded(vec![second.sender.account().id(), first.sender.account().id()])?;
		let trustees = Trustees { members, threshold: 2 };
		let call = calls::trustees::reshare_roll_key(ROLL, &trustees, RESHARING);
		Ok(self.rehearsal.carry(&[call]).await?)
	}

	/// How often the chain has said this about a mix of the first trustee, and of which lists.
	async fn mixes(&self, name: &str) -> Result<Vec<Part>> {
		let mut parts = Vec::new();
		for event in heard(&self.rehearsal.chain, 1, "Tally", name).await? {
			let (list, mixer) = <(ListId, TrusteeIndex)>::decode(&mut event.fields.as_slice())?;
			if mixer == TrusteeIndex(1) {
				parts.push(list.part);
			}
		}
		parts.sort_unstable();
		Ok(parts)
	}
}

fn question() -> Result<Question> {
	let units = vec!["Naryn".to_owned()];
	Ok(Question { ballots_per_credential: 2, ..Question::about("End to end, deniable", units, contest()?) })
}

async fn attacks(day: &mut Day) -> Result<()> {
	let people = [1, 2].map(|voter| Person { voter_id: VoterId([voter; 32]), unit: UNIT });
	let mut enrolment = EnrolmentDay::new(people.to_vec(), 1)?;
	let wallets = enrolment::attacks(day, &mut enrolment).await.context("enrolment")?;

	let (election, _) = day.rehearsal.announce_deniable(question()?, ROLL, 2).await?;
	ensure!(election == ELECTION, "the chain is not new");
	day.reshare().await?;
	day.until(Goal::Phase(Phase::Voting)).await.context("the election's keys")?;
	ballots::attacks(day, &wallets).await.context("ballots")?;
	day.rehearsal.carry(&[calls::elections::close_polls(ELECTION)]).await?;
	day.until(Goal::Phase(Phase::Counted)).await.context("the tally")?;

	// Each false mix was refused, and the honest one of the same trustee verified later.
	let lists = [Part::Ballots, Part::Roll, holders::VOTES];
	for name in ["MixRefused", "MixVerified"] {
		let mut parts = lists.to_vec();
		parts.sort_unstable();
		ensure!(day.mixes(name).await? == parts, "{name}: {:?}", day.mixes(name).await?);
	}
	let view = day.rehearsal.view_now().await?;
	let result = ElectionResult::fetch(&view, ELECTION).await?;
	let contest = result.contests.first().context("the result has no contest")?;
	let votes = contest.votes().context("the votes are not counted")?;
	let invalid = contest.totals.context("the ballots are not counted")?.invalid;
	ensure!((votes.as_slice(), invalid) == (&[1, 1, 0], 0), "counted {votes:?}, invalid {invalid}");

	// The key was handed over meanwhile, after an attempt that failed.
	day.until(Goal::RollKey { epoch: 1 }).await.context("the re-sharing")?;
	let failed = heard(&day.chain(), 1, "Trustees", "AttemptFailed").await?;
	ensure!(!failed.is_empty(), "an attempt without dealers has not failed");
	day.attacks.ensure_all_made()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_tampered_batches_deniable_ballots_and_tags_are_refused_and_the_tally_ends() -> Result<()> {
	let mut day = Day::begin().await?;
	attacks(&mut day).await.map_err(|error| error.context(day.rehearsal.last_words()))
}

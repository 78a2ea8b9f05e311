//! A small election on a node of its own: the trustees are processes, all other roles are played from here.

use super::Hand;
use anyhow::{ensure, Context, Result};
use dobush_client::{
	ballot::{self, Paper},
	chain::{calls, items, types, views, Block, Call, Event, Events, Signed},
	keys::Account,
	observer::result::ElectionResult,
	Chain,
};
use dobush_primitives::{
	Choice, Contest, Definition, ElectionId, Moment, Phase, RollId, TrusteeIndex, UnitId, VoterId,
};
use dobush_rehearsal::{self as rehearsal, bounded, bounded_text, find, find_node, Cast, NodeSettings, Rehearsal};
use electoral_rules::{AgainstAll, BallotFormat, OptionKind, Plurality, Rule, TieRule};
use sp_runtime::AccountId32;
use std::time::Duration;

/// For enrolment after the announcement: some blocks of 2 seconds.
const ENROLMENT: Moment = 25_000;
/// The number of trustees.
const TRUSTEES: u16 = 3;
/// How many of them decrypt together.
const THRESHOLD: u16 = 2;
/// The options of the one contest.
const OPTIONS: [&str; 3] = ["Aigul", "Bakyt", "Cholpon"];

/// The choices of a test.
#[derive(Clone, Copy, Debug)]
pub struct Question {
	/// The number of voters on the roll, all in one unit.
	pub voters: usize,
	/// The most ballots of a credential.
	pub ballots_per_credential: u16,
	/// The most time that a trustee may take for a step, in milliseconds.
	pub step_deadline: Moment,
	/// The grace after the polls close, in blocks.
	pub grace_blocks: u16,
	/// How many of the trustees, beginning with the first, the test plays itself; the others are programs.
	pub by_hand: u16,
}

impl Default for Question {
	fn default() -> Self {
		Self { voters: 1, ballots_per_credential: 1, step_deadline: 600_000, grace_blocks: 1, by_hand: 0 }
	}
}

/// An election with everybody who takes part.
#[derive(Debug)]
pub struct Election {
	/// The node, the commission, the desk, and the trustees that are programs.
	pub rehearsal: Rehearsal,
	/// The connection to the chain, which survives the node's restarts.
	pub chain: Chain,
	/// The number of the election.
	pub id: ElectionId,
	/// The number of the roll.
	pub roll: RollId,
	/// The number of the only unit.
	pub unit: UnitId,
	/// The definition that was announced.
	pub definition: Definition<AccountId32>,
	/// The voters' credentials.
	pub voters: Vec<Account>,
	/// The trustees that the test plays.
	pub hands: Vec<Hand>,
}

impl Election {
	/// Announces an election, enrols its voters and starts its trustees, on a new chain. When this returns, the key
	/// ceremony is under way.
	pub async fn announce(question: Question) -> Result<Self> {
		let mut rehearsal = Rehearsal::start(&cast(TRUSTEES, THRESHOLD)?).await?;
		let chain = rehearsal.chain.clone();
		let by_hand = (1..=question.by_hand).map(TrusteeIndex);
		let hand = |index| {
			let account = rehearsal.trustee_key(index)?.account().clone();
			Ok(Hand::new(&chain, account, index, ElectionId(0)))
		};
		let hands = by_hand.map(hand).collect::<Result<Vec<_>>>()?;
		for index in question.by_hand + 1..=TRUSTEES {
			rehearsal.start_trustee(TrusteeIndex(index))?;
		}
		let (roll, id, definition) = rehearsal
			.announce(rehearsal::Question {
				ballots_per_credential: question.ballots_per_credential,
				enrolment: ENROLMENT,
				step_deadline: question.step_deadline,
				grace_blocks: question.grace_blocks,
				..rehearsal::Question::about("End to end", vec!["Naryn".to_owned()], contest()?)
			})
			.await
			.context("the election could not be announced")?;
		let unit = UnitId(0);
		let voters: Vec<Account> = (0..question.voters).map(|_| Account::generate()).collect();
		rehearsal.desk.send(&enrolment(roll, unit, &voters)).await?;
		let election = Self { rehearsal, chain, id, roll, unit, definition, voters, hands };
		ensure!(
			election.phase().await? == Phase::Preparing,
			"this machine is too slow: the roll closed during enrolment"
		);
		Ok(election)
	}

	/// The phase in the newest final block.
	pub async fn phase(&self) -> Result<Phase> {
		let status = self.rehearsal.view_now().await?.ask(&views::elections::STATUS, &(self.id,)).await?;
		Ok(status.context("the election is not on the chain")?.phase)
	}

	/// Waits until the election has come to a phase, in a final block.
	pub async fn wait_for(&self, phase: Phase, patience: Duration) -> Result<()> {
		self.rehearsal.wait_for_phase(self.id, phase, patience, |_| ()).await?;
		Ok(())
	}

	/// The ballot paper; the polls must be open.
	pub async fn paper(&self) -> Result<Paper> {
		Ok(Paper::fetch(&self.rehearsal.view_now().await?, self.id, self.unit).await?)
	}

	/// A voter's ballot, signed but not sent.
	pub async fn sign_ballot(&self, paper: &Paper, voter: &Account, option: u16, nonce: u32) -> Result<Signed> {
		let sealed = paper.seal(voter.public(), &[ballot::Choice::Option(option)])?;
		let call = calls::ballot_box::cast(self.id, &sealed.ballot);
		Ok(self.chain.sign(&call, voter, nonce, self.chain.finalised().await?)?)
	}

	/// Sends transactions and waits until all are final.
	pub async fn send_final(&self, signed: &[Signed]) -> Result<()> {
		let from = self.chain.finalised().await?.number;
		for transaction in signed {
			self.chain.submit(transaction).await?;
		}
		for answer in self.chain.finalised_all(signed, from, |_| {}).await? {
			answer?;
		}
		Ok(())
	}

	/// How often a voter has cast a ballot, as of a block.
	pub async fn times_cast(&self, voter: &Account, at: Block) -> Result<u16> {
		let cast = self.chain.at(at.hash).read(&items::ballot_box::CASTS, &(self.id, voter.id())).await?;
		Ok(cast.map_or(0, |cast| cast.times))
	}

	/// The commission closes the polls.
	pub async fn close_polls(&mut self) -> Result<()> {
		Ok(self.rehearsal.carry(&[calls::elections::close_polls(self.id)]).await?)
	}

	/// The list of the only unit and contest; none unless it is being tallied.
	pub async fn list(&self, at: Block) -> Result<Option<types::ListStatus>> {
		let lists = self.chain.at(at.hash).ask(&views::tally::LISTS, &(self.id, UnitId(0), 1u16)).await?;
		Ok(lists.into_iter().next())
	}

	/// The votes of each option and the invalid ones, as counted.
	pub async fn counted(&self) -> Result<(Vec<u64>, u64)> {
		let result = ElectionResult::fetch(&self.rehearsal.view_now().await?, self.id).await?;
		let contest = result.contests.first().context("the result has no contest")?;
		let totals = contest.totals.context("the ballots are not counted")?;
		Ok((contest.votes().context("the votes are not counted")?, totals.invalid))
	}
}

/// A development chain and so many trustees.
pub fn cast(trustees: u16, threshold: u16) -> Result<Cast> {
	let node = NodeSettings {
		program: find_node(None)?,
		chain: "dev".to_owned(),
		database: Some(database()),
		pool: None,
		kept: None,
	};
	Ok(Cast { node, program: find("dobush", "DOBUSH_BINARY", None)?, trustees, threshold })
}

/// The kind of the node's database: what `DOBUSH_DATABASE` names, else the node's default, RocksDB.
pub fn database() -> String {
	std::env::var("DOBUSH_DATABASE").unwrap_or_else(|_| "rocksdb".to_owned())
}

/// The events of this kind in the final blocks from one on.
pub async fn heard(chain: &Chain, from: u64, pallet: &str, name: &str) -> Result<Vec<Event>> {
	let last = chain.finalised().await?.number;
	let mut heard = Vec::new();
	for number in from..=last {
		let events = Events::of(chain, chain.block_number(number).await?.hash).await?.0;
		heard.extend(events.into_iter().filter(|event| event.pallet == pallet && event.name == name));
	}
	Ok(heard)
}

/// The desk's call that enrols these credentials.
pub fn enrolment(roll: RollId, unit: UnitId, credentials: &[Account]) -> Call {
	let enrolments: Vec<types::Enrolment> = credentials
		.iter()
		// A registry derives pseudonyms with its key from identity numbers; here nobody has either.
		.map(|credential| types::Enrolment {
			voter_id: VoterId(credential.public()),
			unit,
			credential: credential.id(),
		})
		.collect();
	calls::voter_registry::enrol(roll, &enrolments)
}

/// The one contest: who has the most votes of three.
pub fn contest() -> Result<Contest> {
	let options = OPTIONS.iter().map(|name| Ok(Choice { kind: OptionKind::Candidate, name: bounded_text(name)? }));
	Ok(Contest {
		title: bounded_text("Mayor")?,
		options: bounded(options.collect::<Result<Vec<_>>>()?)?,
		format: BallotFormat::Single,
		rule: Rule::Plurality(Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder }),
	})
}

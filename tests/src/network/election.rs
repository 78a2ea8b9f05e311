//! A small election on a node of its own: the trustees are processes, all other roles are played from here.

use super::{eventually, program, Hand, Node, Program};
use anyhow::{ensure, Context, Result};
use dobush_client::{
	ballot::{self, Paper},
	chain::{calls, items, types, views, Block, Call, Event, Events, Sender, Signed},
	commission::motion,
	keys::{Account, KeyFile, THROWAWAY_WORK_FACTOR},
	observer::result::ElectionResult,
	Chain,
};
use dobush_primitives::{
	BallotStyle, Calendar, Choice, Contest, ContestId, Definition, ElectionId, Mode, Moment, Phase, RollId,
	TrusteeIndex, Trustees, Unit, UnitId, UtcOffset, VoterId,
};
use dobush_rehearsal::{bounded, bounded_text};
use electoral_rules::{AgainstAll, BallotFormat, OptionKind, Plurality, Rule, TieRule};
use sp_runtime::AccountId32;
use std::{
	fs,
	process::Command,
	time::{Duration, SystemTime, UNIX_EPOCH},
};

/// The secrets of the commission on development chains.
const COMMISSION: [&str; 3] = ["//Commission//1", "//Commission//2", "//Commission//3"];
/// From the first motion to the closing of the roll: motions and enrolment take some ten blocks of 2 seconds.
const ENROLMENT: Moment = 45_000;
/// The number of trustees.
const TRUSTEES: u16 = 3;
/// How many of them decrypt together.
const THRESHOLD: u16 = 2;
/// The passphrase of all keys, which are thrown away with their folder.
const PASSPHRASE: &str = "end to end";
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
	/// The chain, through a connection that survives the node's restarts.
	pub chain: Chain,
	/// The number of the election.
	pub id: ElectionId,
	/// The number of the roll.
	pub roll: RollId,
	/// The number of the only unit.
	pub unit: UnitId,
	/// The definition that was announced.
	pub definition: Definition<AccountId32>,
	/// The commission's members.
	pub commission: Vec<Sender>,
	/// The desk.
	pub desk: Sender,
	/// The voters' credentials.
	pub voters: Vec<Account>,
	/// The trustees that the test plays.
	pub hands: Vec<Hand>,
	trustees: Vec<Option<Program>>,
	/// The only node. Last, so that the trustees end before it.
	pub node: Node,
}

impl Election {
	/// Announces an election, enrols its voters and starts its trustees, on a new chain. When this returns, the key
	/// ceremony is under way.
	pub async fn announce(question: Question) -> Result<Self> {
		let node = Node::start().await?;
		let chain = node.connect().await?;
		let mut commission = COMMISSION
			.iter()
			.map(|secret| Ok(Sender::new(&chain, Account::development(secret)?)))
			.collect::<Result<Vec<_>>>()?;
		let mut desk = Sender::new(&chain, Account::generate());
		let mut members = Vec::new();
		let (mut hands, mut trustees) = (Vec::new(), Vec::new());
		fs::write(node.folder().join("passphrase"), PASSPHRASE)?;
		let (id, roll, unit) = (ElectionId(0), RollId(0), UnitId(0));
		for index in 1..=question.by_hand {
			let hand = Hand::new(&chain, Account::generate(), TrusteeIndex(index), id);
			members.push(hand.sender.account().id());
			hands.push(hand);
			trustees.push(None);
		}
		for index in question.by_hand + 1..=TRUSTEES {
			let path = node.folder().join(format!("trustee-{index}.key"));
			let key = KeyFile::create_for(&path, PASSPHRASE, Account::generate(), THROWAWAY_WORK_FACTOR)?;
			members.push(key.account().id());
			trustees.push(Some(start_trustee(&node, index)?));
		}
		let definition = define(question, roll, members)?;
		let calls = [
			calls::voter_registry::create_roll(&bounded_text("The roll")?, 1),
			calls::voter_registry::appoint_desk(roll, &desk.account().id()),
			calls::elections::announce(&definition),
		];
		motion::carry(&mut commission, &calls).await.context("the election could not be announced")?;
		let voters: Vec<Account> = (0..question.voters).map(|_| Account::generate()).collect();
		desk.send(&enrolment(roll, unit, &voters)).await?;
		let election = Self { chain, id, roll, unit, definition, commission, desk, voters, hands, trustees, node };
		ensure!(
			election.phase().await? == Phase::Preparing,
			"this machine is too slow: the roll closed during enrolment"
		);
		Ok(election)
	}

	/// The phase in the newest final block.
	pub async fn phase(&self) -> Result<Phase> {
		Ok(self.status().await?.phase)
	}

	async fn status(&self) -> Result<types::ElectionStatus> {
		let view = self.chain.at(self.chain.finalised().await?.hash);
		let status = view.ask(&views::elections::STATUS, &(self.id,)).await?;
		status.context("the election is not on the chain")
	}

	/// Waits until the election has come to a phase, in a final block.
	pub async fn wait_for(&mut self, phase: Phase, patience: Duration) -> Result<()> {
		let reached = eventually(patience, &format!("phase {phase:?}"), || async {
			let status = self.status().await?;
			ensure!(!status.missed, "the polls could not open");
			Ok((status.phase >= phase).then_some(()))
		})
		.await;
		self.node.ensure_alive()?;
		reached.with_context(|| self.last_words())
	}

	/// The ballot paper; the polls must be open.
	pub async fn paper(&self) -> Result<Paper> {
		let view = self.chain.at(self.chain.finalised().await?.hash);
		Ok(Paper::fetch(&view, self.id, self.unit).await?)
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

	/// Carries calls as motions of the commission.
	pub async fn carry(&mut self, calls: &[Call]) -> Result<()> {
		motion::carry(&mut self.commission, calls).await?;
		Ok(())
	}

	/// The commission closes the polls.
	pub async fn close_polls(&mut self) -> Result<()> {
		self.carry(&[calls::elections::close_polls(self.id)]).await
	}

	/// The list of the only unit and contest; none unless it is being tallied.
	pub async fn list(&self, at: Block) -> Result<Option<types::ListStatus>> {
		let lists = self.chain.at(at.hash).ask(&views::tally::LISTS, &(self.id, UnitId(0), 1u16)).await?;
		Ok(lists.into_iter().next())
	}

	/// The votes of each option and the invalid ones, as counted.
	pub async fn counted(&self) -> Result<(Vec<u64>, u64)> {
		let view = self.chain.at(self.chain.finalised().await?.hash);
		let result = ElectionResult::fetch(&view, self.id).await?;
		let contest = result.contests.first().context("the result has no contest")?;
		let totals = contest.totals.context("the ballots are not counted")?;
		Ok((contest.votes().context("the votes are not counted")?, totals.invalid))
	}

	/// `kill -9` of a trustee.
	pub fn kill_trustee(&mut self, index: TrusteeIndex) {
		// Dropping kills.
		if let Some(place) = self.trustees.get_mut(usize::from(index.0).saturating_sub(1)) {
			*place = None;
		}
	}

	/// The last lines of all logs.
	pub fn last_words(&self) -> String {
		let trustees = self.trustees.iter().flatten().map(Program::last_words);
		[self.node.last_words()].into_iter().chain(trustees).collect::<Vec<_>>().join("\n")
	}
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

fn start_trustee(node: &Node, index: u16) -> Result<Program> {
	let folder = node.folder();
	let mut command = Command::new(program::find("dobush", "DOBUSH_BINARY")?);
	command
		.args(["trustee", "run", "--node", &node.url(), "--key"])
		.arg(folder.join(format!("trustee-{index}.key")))
		.arg("--passphrase-file")
		.arg(folder.join("passphrase"))
		.env("DOBUSH_STATE", folder.join("state"));
	Program::start(&mut command, &folder.join(format!("trustee-{index}.log")))
}

fn define(question: Question, roll: RollId, members: Vec<AccountId32>) -> Result<Definition<AccountId32>> {
	let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
	let roll_closes_at = Moment::try_from(now)? + ENROLMENT;
	let options = OPTIONS
		.iter()
		.map(|name| Ok(Choice { kind: OptionKind::Candidate, name: bounded_text(name)? }))
		.collect::<Result<Vec<_>>>()?;
	let contest = Contest {
		title: bounded_text("Mayor")?,
		options: bounded(options)?,
		format: BallotFormat::Single,
		rule: Rule::Plurality(Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder }),
	};
	Ok(Definition {
		title: bounded_text("End to end")?,
		mode: Mode::Direct,
		roll,
		repeats: None,
		regions: bounded(vec![bounded_text("Naryn")?])?,
		units: bounded(vec![Unit { name: bounded_text("Naryn")?, region: 0, style: 0 }])?,
		styles: bounded(vec![BallotStyle { contests: bounded(vec![ContestId(0)])? }])?,
		contests: bounded(vec![contest])?,
		lists: Default::default(),
		affiliations: Default::default(),
		trustees: Trustees { members: bounded(members)?, threshold: THRESHOLD },
		calendar: Calendar {
			roll_closes_at,
			polls_open_at: roll_closes_at + 1,
			polls_close_at: roll_closes_at + 6 * 60 * 60 * 1000,
			early_closing: true,
			grace_blocks: question.grace_blocks,
			step_deadline: question.step_deadline,
			objection_window: 1,
			utc_offset: UtcOffset::default(),
		},
		ballots_per_credential: question.ballots_per_credential,
	})
}

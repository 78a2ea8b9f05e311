//! Machines that fail: the lone node is killed again and again, a trustee never comes back. No final block and no final ballot
//! is lost, and the tally ends with the votes that were cast. About three minutes; the two elections run side by side.
//!
//! What is demanded after a kill: the node, just back, knows the last block that was final, with its hash and state, and knows
//! that it is final. This decides the default database (docs/decisions): RocksDB has written a commit to its log before anybody
//! hears of it; ParityDB's newest commits wait in memory, and finality was seen to go back by a block.

use anyhow::{ensure, Context, Result};
use dobush_client::chain::{items, types::StageStatus, Block, Signed};
use dobush_primitives::{Phase, TrusteeIndex};
use dobush_rehearsal::{eventually, Children};
use end_to_end::network::{election::database, Election, Question};
use std::time::{Duration, Instant};

/// How often the node is killed while votes are cast.
const KILLS_WHILE_VOTING: usize = 3;
/// Voters who cast between two kills: so many are waited for, and so many are on their way when the node dies.
const FINAL: usize = 2;
const ON_THEIR_WAY: usize = 2;
/// How long the tally of a handful of votes may take.
const TALLY: Duration = Duration::from_secs(240);

/// An election whose node does not live long.
struct Disaster {
	election: Election,
	/// Every final block that was seen just before a kill, and after how many milliseconds the node was back.
	kills: Vec<(Block, u64, u128)>,
}

impl Disaster {
	/// Kills the node in the moment when it says that a block is final, starts it again, and compares: the block must be there
	/// with its state, and be final.
	async fn strike(&mut self) -> Result<()> {
		let Election { rehearsal, chain, .. } = &mut self.election;
		let node = &mut rehearsal.node;
		let last = node.kill_nine_at_finality(chain).await?;
		let started = Instant::now();
		node.restart().await?;
		let back = started.elapsed().as_millis();
		let chain = node.connect().await?;
		let now = chain.finalised().await?;
		self.kills.push((last, now.number, back));
		let lost = || format!("{}: block {} was final and is lost", database(), last.number);
		ensure!(now.number >= last.number, "{}: after block {} the head is {now:?}", lost(), last.number);
		ensure!(chain.block_number(last.number).await.with_context(lost)?.hash == last.hash, lost());
		// Its state is there as well.
		chain.at(last.hash).read(&items::system::NUMBER, &()).await.with_context(lost)?.with_context(lost)?;
		Ok(())
	}

	/// Everybody who has cast so far, by what is final.
	async fn ensure_all_cast(&self, voters: usize) -> Result<()> {
		let head = self.election.chain.finalised().await?;
		for (number, voter) in self.election.voters.iter().enumerate().take(voters) {
			ensure!(self.election.times_cast(voter, head).await? == 1, "the final ballot of voter {number} is lost");
		}
		Ok(())
	}

	/// Ballots that were on their way when the node died: sent again until they are final.
	async fn insist(&self, first: usize, ballots: &[Signed]) -> Result<()> {
		let election = &self.election;
		eventually(&election.rehearsal, Duration::from_secs(90), "ballots sent again become final", async || {
			let head = election.chain.finalised().await?;
			for (ballot, voter) in ballots.iter().zip(&election.voters[first..]) {
				if election.times_cast(voter, head).await? == 0 {
					// It may be in the pool, or in a block that is not final yet: then the node refuses it.
					let _ = election.chain.submit(ballot).await;
					return Ok(None);
				}
			}
			Ok(Some(()))
		})
		.await
	}
}

/// What a voter selects: all three options have votes, and none as many as another.
fn choice(voter: usize) -> u16 {
	[0, 1, 1, 2, 1, 2][voter % 6]
}

fn expected(voters: usize) -> Vec<u64> {
	(0..3).map(|option| (0..voters).filter(|voter| choice(*voter) == option).count() as u64).collect()
}

async fn killed_again_and_again(disaster: &mut Disaster) -> Result<()> {
	disaster.election.wait_for(Phase::Voting, Duration::from_secs(180)).await?;
	let paper = disaster.election.paper().await?;
	let mut cast = 0;
	for _ in 0..KILLS_WHILE_VOTING {
		let election = &disaster.election;
		let mut ballots = Vec::new();
		for number in cast..cast + FINAL + ON_THEIR_WAY {
			ballots.push(election.sign_ballot(&paper, &election.voters[number], choice(number), 0).await?);
		}
		let (first, rest) = ballots.split_at(FINAL);
		election.send_final(first).await?;
		for ballot in rest {
			election.chain.submit(ballot).await?;
		}
		disaster.strike().await?;
		disaster.ensure_all_cast(cast + FINAL).await?;
		disaster.insist(cast + FINAL, rest).await?;
		cast += FINAL + ON_THEIR_WAY;
	}
	disaster.ensure_all_cast(cast).await?;

	disaster.election.close_polls().await?;
	disaster.election.wait_for(Phase::Tallying, Duration::from_secs(60)).await?;
	for step in ["mixing", "verifying or decrypting"] {
		let election = &disaster.election;
		eventually(&election.rehearsal, TALLY, step, async || -> Result<_> {
			let list = election.list(election.chain.finalised().await?).await?;
			let Some(list) = list else { return Ok(None) };
			let begun = match list.stage {
				StageStatus::Mixing { .. } => step == "mixing" || !list.mixed.is_empty(),
				StageStatus::Verifying { .. } | StageStatus::Decrypting(_) => true,
				StageStatus::Counted | StageStatus::Removing => {
					anyhow::bail!("the tally ended before it was disturbed")
				}
				_ => false,
			};
			Ok(begun.then_some(()))
		})
		.await?;
		disaster.strike().await?;
	}
	disaster.election.wait_for(Phase::Counted, TALLY).await?;
	let counted = disaster.election.counted().await?;
	ensure!(counted == (expected(cast), 0), "counted {counted:?}, cast {:?}", expected(cast));
	Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_nothing_final_is_lost_when_the_lone_node_is_killed_and_the_tally_ends() -> Result<()> {
	let voters = KILLS_WHILE_VOTING * (FINAL + ON_THEIR_WAY);
	let question = Question { voters, ..Question::default() };
	let mut disaster = Disaster { election: Election::announce(question).await?, kills: Vec::new() };
	let outcome = killed_again_and_again(&mut disaster).await;
	for (last, now, back) in &disaster.kills {
		said(&format!(
			"{}: killed when block {} was final; back after {back} ms with final block {now}",
			database(),
			last.number,
		));
	}
	outcome.map_err(|error| error.context(disaster.election.rehearsal.last_words()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_the_tally_ends_though_a_trustee_and_mixer_never_comes_back() -> Result<()> {
	let question = Question { voters: 6, step_deadline: 20_000, ..Question::default() };
	let mut election = Election::announce(question).await?;
	let outcome = one_never_comes_back(&mut election).await;
	outcome.map_err(|error| error.context(election.rehearsal.last_words()))
}

async fn one_never_comes_back(election: &mut Election) -> Result<()> {
	election.wait_for(Phase::Voting, Duration::from_secs(180)).await?;
	let paper = election.paper().await?;
	let mut ballots = Vec::new();
	for (number, voter) in election.voters.iter().enumerate() {
		ballots.push(election.sign_ballot(&paper, voter, choice(number), 0).await?);
	}
	election.send_final(&ballots).await?;

	// The first one would mix first and decrypt first: everybody waits for it twice.
	election.rehearsal.kill_trustee(TrusteeIndex(1));
	election.close_polls().await?;
	election.wait_for(Phase::Counted, TALLY).await?;
	let counted = election.counted().await?;
	ensure!(counted == (expected(6), 0), "counted {counted:?}, cast {:?}", expected(6));
	Ok(())
}

/// What a test has measured, for who reads its output.
#[allow(clippy::print_stderr)]
fn said(sentence: &str) {
	eprintln!("{sentence}");
}

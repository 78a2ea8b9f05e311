//! Rounds: ballots wait until a round ends, and leave it together and in random order. Rounds follow a clock, not the ballots.
//!
//! Who sees both sides of the relay can tell that a ballot is one of those of its round, and no more: not by its place, nor by its
//! time. A ballot that is alone in its round is told. Who sees the ballot itself arrive (the relay, or a network without
//! encryption) knows its account, whatever the round.

use crate::gate::Refused;
use dobush_client::chain::{relay_protocol::code, Chain, Signed};
use futures::{stream, StreamExt};
use rand::{rngs::OsRng, seq::SliceRandom};
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use std::{
	mem,
	sync::{Arc, Mutex, PoisonError},
	time::Duration,
};
use tokio::{
	sync::{oneshot, RwLock},
	time,
};

/// Ballots that a round holds, at most: in memory the longest are 80 MB.
const MOST: usize = 2048;

/// Ballots that are on their way to the node at once.
const MAX_SUBMISSIONS_IN_FLIGHT: usize = 32;

/// How long a relay that is stopped waits for its node.
const PARTING: Duration = Duration::from_secs(30);

/// How long it waits then for the last answers to be written.
const WRITING: Duration = Duration::from_millis(300);

/// The hash of a transaction that the node has accepted, or why it was refused.
pub type Submitted = Result<H256, Refused>;

struct Held {
	transaction: Vec<u8>,
	answer: oneshot::Sender<Submitted>,
}

/// The ballots of the present round. Clones share it.
#[derive(Clone)]
pub struct Rounds {
	chain: Chain,
	held: Arc<Mutex<Vec<Held>>>,
	/// Held for reading while a round is on its way.
	leaving: Arc<RwLock<()>>,
}

impl Rounds {
	/// Rounds of ballots that go to this chain.
	pub fn new(chain: Chain) -> Self {
		Self { chain, held: Arc::default(), leaving: Arc::default() }
	}

	/// Holds a ballot until the round ends, and waits for the node's verdict.
	pub(crate) async fn hold(&self, transaction: Vec<u8>) -> Submitted {
		let (answer, verdict) = oneshot::channel();
		{
			let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
			if held.len() >= MOST {
				return Err(Refused::new(code::BUSY, "it holds as many ballots as it can; try again in a minute"));
			}
			held.push(Held { transaction, answer });
		}
		verdict.await.unwrap_or_else(|_| Err(Refused::new(code::BUSY, "it is being stopped; try another relay")))
	}

	/// Ends a round, and another, and so on.
	pub async fn turn(&self, length: Duration) {
		let mut clock = time::interval(length);
		clock.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
		loop {
			clock.tick().await;
			let rounds = self.clone();
			let leaving = self.leaving.clone().read_owned().await;
			let round = self.close();
			if !round.is_empty() {
				// A slow node does not hold up the next round.
				tokio::spawn(async move {
					rounds.forward(round).await;
					drop(leaving);
				});
			}
		}
	}

	/// Ends the present round at once, and waits until every ballot has its verdict: a while at most, for the node may be silent.
	pub async fn end(&self) {
		let all = async {
			self.forward(self.close()).await;
			drop(self.leaving.write().await);
		};
		let _ = time::timeout(PARTING, all).await;
		// The verdicts are still to be written to their connections.
		time::sleep(WRITING).await;
	}

	fn close(&self) -> Vec<Held> {
		let mut round = mem::take(&mut *self.held.lock().unwrap_or_else(PoisonError::into_inner));
		round.shuffle(&mut OsRng);
		round
	}

	async fn forward(&self, round: Vec<Held>) {
		let ballots = round.into_iter().map(|Held { transaction, answer }| async move {
			// A client that does not wait for the verdict has cast its ballot nevertheless.
			let _ = answer.send(self.submit(transaction).await);
		});
		stream::iter(ballots).buffer_unordered(MAX_SUBMISSIONS_IN_FLIGHT).collect::<()>().await;
	}

	async fn submit(&self, bytes: Vec<u8>) -> Submitted {
		let hash = H256(blake2_256(&bytes));
		// How long the transaction is valid is not checked here.
		self.chain.submit(&Signed { bytes, hash, until: 0 }).await?;
		Ok(hash)
	}
}

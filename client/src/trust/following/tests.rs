//! Pins of every age at a node without old state: a chain made here, with genuine signatures, and nodes that lie about it.

use super::*;
use crate::{
	chain::block::Justification,
	error::Remedy,
	progress::{Silent, Steps},
};
use parity_scale_codec::Encode;
use sp_consensus_grandpa::{localized_payload, AuthorityList, ConsensusLog, ScheduledChange, GRANDPA_ENGINE_ID};
use sp_core::{ed25519, Pair};
use sp_runtime::{generic::DigestItem, Digest};
use std::sync::Mutex;

/// Validators of a set. Two of four change with every set, as when keys are rotated.
fn validators(set: u64) -> Vec<ed25519::Pair> {
	let seeds = [1, 2, 100 + set % 100, 101 + set % 100];
	seeds.map(|seed| ed25519::Pair::from_seed(&[seed as u8; 32])).to_vec()
}

fn authorities(set: u64) -> AuthorityList {
	validators(set).iter().map(|pair| (pair.public().into(), 1)).collect()
}

fn justify(header: &Header, set: u64) -> Vec<u8> {
	const ROUND: u64 = 5;
	let precommit = finality_grandpa::Precommit { target_hash: header.hash(), target_number: *header.number() };
	let payload = localized_payload(ROUND, set, &finality_grandpa::Message::Precommit(precommit.clone()));
	let members = validators(set);
	let precommits = members[..3].iter().map(|pair| finality_grandpa::SignedPrecommit {
		precommit: precommit.clone(),
		signature: pair.sign(&payload).into(),
		id: pair.public().into(),
	});
	let commit = finality_grandpa::Commit {
		target_hash: header.hash(),
		target_number: *header.number(),
		precommits: precommits.collect(),
	};
	Justification { round: ROUND, commit, votes_ancestries: vec![] }.encode()
}

/// A chain, as a pruned node knows it.
struct World {
	headers: Vec<Header>,
	/// The last block of each set that has ended.
	ends: Vec<u64>,
	/// How often anything was asked.
	asked: Mutex<u32>,
	/// How many headers were sent.
	sent: Mutex<usize>,
	/// The lowest block that an end of a set was asked for.
	lowest: Mutex<u64>,
	/// How the node lies.
	lie: Lie,
}

#[derive(Clone, Copy, PartialEq)]
enum Lie {
	None,
	/// It has lost the proofs of this set and of those after it.
	Loses(u64),
	/// It goes away after so many questions.
	Leaves(u32),
	/// For the end of this set it shows that of the next one.
	Skips(u64),
	/// It leaves out a header.
	LeavesGaps,
	/// It says that there are sets without end.
	Boasts,
}

impl World {
	/// Sets of these lengths, and some blocks of one more.
	fn new(lengths: &[u64], more: u64) -> Self {
		let mut headers = vec![Header::new(0, H256::zero(), H256::zero(), H256::zero(), Digest::default())];
		let mut ends = Vec::new();
		let mut add = |log: Option<DigestItem>| {
			let parent = headers.last().expect("genesis").hash();
			let mut header = Header::new(headers.len() as u32, H256::zero(), H256::zero(), parent, Digest::default());
			log.into_iter().for_each(|log| header.digest.push(log));
			headers.push(header);
		};
		for (set, length) in (0u64..).zip(lengths) {
			(1..*length).for_each(|_| add(None));
			let change = ScheduledChange { next_authorities: authorities(set + 1), delay: 0 };
			let log = ConsensusLog::<u32>::ScheduledChange(change).encode();
			add(Some(DigestItem::Consensus(GRANDPA_ENGINE_ID, log)));
			ends.push(ends.last().copied().unwrap_or_default() + length);
		}
		(0..more).for_each(|_| add(None));
		Self { headers, ends, asked: Mutex::new(0), sent: Mutex::new(0), lowest: Mutex::new(u64::MAX), lie: Lie::None }
	}

	fn lying(self, lie: Lie) -> Self {
		Self { lie, ..self }
	}

	/// The set that finalises a block.
	fn set_of(&self, number: u64) -> u64 {
		self.ends.iter().filter(|end| **end < number).count() as u64
	}

	/// The pin of a set; with a block of the set's time, or none.
	fn pin(&self, set_id: u64, later: Option<u64>) -> Pin {
		let begins = set_id.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
		let block = later.map(|later| (begins + later) as u32);
		Pin { genesis: self.headers[0].hash(), set_id, authorities: authorities(set_id), block }
	}

	fn newest(&self) -> u64 {
		self.headers.len() as u64 - 1
	}

	fn ask(&self) -> Result<(), ChainError> {
		let mut asked = self.asked.lock().expect("one thread");
		*asked += 1;
		match self.lie {
			Lie::Leaves(after) if *asked > after => {
				let cause = crate::chain::error::UnreachableCause::Silent;
				Err(ChainError::Unreachable { urls: vec![], cause })
			}
			_ => Ok(()),
		}
	}

	/// What the node answers for a block: the last block of its set, or the newest one, and the proof of that.
	fn prove(&self, number: u64) -> (Header, FinalityProof) {
		let set = self.set_of(number);
		let set = if self.lie == Lie::Skips(set) { set + 1 } else { set };
		let target = self.ends.get(set as usize).copied().unwrap_or(self.newest());
		let last = &self.headers[target as usize];
		let mut unknown_headers = self.headers[number as usize + 1..=target as usize].to_vec();
		if self.lie == Lie::LeavesGaps && unknown_headers.len() > 2 {
			unknown_headers.remove(1);
		}
		*self.sent.lock().expect("one thread") += unknown_headers.len();
		let proof = FinalityProof { block: last.hash(), justification: justify(last, set), unknown_headers };
		(last.clone(), proof)
	}
}

impl Node for World {
	async fn head(&self) -> Result<Block, ChainError> {
		self.ask()?;
		Ok(Block { number: self.newest(), hash: self.headers.last().expect("genesis").hash() })
	}

	async fn claimed_set(&self, block: Block) -> Result<SetId, ChainError> {
		self.ask()?;
		Ok(if self.lie == Lie::Boasts { u64::MAX } else { self.set_of(block.number + 1) })
	}

	async fn header(&self, hash: H256) -> Result<Header, ChainError> {
		self.ask()?;
		Ok(self.headers.iter().rev().find(|header| header.hash() == hash).expect("it is one of ours").clone())
	}

	async fn finality_proof(&self, number: u64, _: &Pin) -> Result<FinalityProof, ChainError> {
		self.ask()?;
		Ok(self.prove(number).1)
	}

	async fn end_of_set(&self, after: u64) -> Result<Option<SetEnd>, ChainError> {
		self.ask()?;
		let mut lowest = self.lowest.lock().expect("one thread");
		*lowest = after.min(*lowest);
		drop(lowest);
		if after >= self.newest() || matches!(self.lie, Lie::Loses(set) if self.set_of(after + 1) >= set) {
			return Ok(None);
		}
		let (last, proof) = self.prove(after + 1);
		Ok(Some(SetEnd { last, proof }))
	}
}

/// What has become of a pin, what was kept on the way, and the proven block or why there is none.
struct Walked {
	pin: Pin,
	kept: Vec<Pin>,
	proven: Result<ProvenHeader>,
}

async fn walk(world: &World, mut pin: Pin) -> Walked {
	let kept = Mutex::new(Vec::new());
	let keep = |pin: &Pin| {
		kept.lock().expect("one thread").push(pin.clone());
		Ok(())
	};
	let way = Way { node: world, progress: &Silent, keep: &keep };
	let proven = way.to_the_newest(&mut pin).await;
	Walked { pin, kept: kept.into_inner().expect("one thread"), proven }
}

fn fault(walked: Walked) -> ProofFault {
	match walked.proven {
		Err(Error::Chain(ChainError::Proof(fault))) => fault,
		other => panic!("{other:?}"),
	}
}

/// Sets of changing lengths: sessions in which slots stayed empty, and one that is long.
fn lengths(count: usize) -> Vec<u64> {
	(0..count as u64).map(|set| [20, 20, 20, 17, 20, 9, 20, 41, 20, 20][set as usize % 10]).collect()
}

#[tokio::test]
async fn a_pin_of_any_age_leads_to_the_newest_block() {
	let world = World::new(&lengths(45), 7);
	for set in [0, 1, 2, 20, 43, 44, 45] {
		for later in [Some(0), Some(3), None] {
			let walked = walk(&world, world.pin(set, later)).await;
			let proven = walked.proven.expect("it is genuine");
			assert_eq!((proven.block().number, walked.pin.set_id), (world.newest(), 45), "from set {set}, {later:?}");
			assert_eq!(walked.pin.authorities, authorities(45));
			if set < 45 {
				assert_eq!(walked.kept.last(), Some(&walked.pin), "what was reached is kept");
			}
		}
	}
}

#[tokio::test]
async fn a_pin_leads_to_the_very_block_in_which_its_set_ends() {
	let world = World::new(&[12, 12, 12], 0);
	for set in 0..3 {
		let walked = walk(&world, world.pin(set, Some(0))).await;
		assert_eq!(walked.proven.expect("it is genuine").block().number, 36);
		assert_eq!(walked.pin.set_id, 2, "the third set has finalised it");
	}
}

#[tokio::test]
async fn sets_of_one_length_cost_few_questions_and_few_headers() {
	let world = World::new(&[600; 100], 5);
	let walked = walk(&world, world.pin(0, Some(0))).await;
	assert_eq!(walked.pin.set_id, 100);
	walked.proven.expect("it is genuine");
	let (asked, sent) = (*world.asked.lock().expect("one thread"), *world.sent.lock().expect("one thread"));
	assert!(asked < 125, "{asked} questions for 100 sets");
	// Two whole sets, and then some headers for each: all of them would be 60,000.
	assert!(sent < 2 * 600 + 100 * 20, "{sent} headers");
}

#[tokio::test]
async fn what_was_reached_before_an_interruption_is_not_walked_again() {
	let world = World::new(&lengths(60), 7);
	let whole = {
		walk(&world, world.pin(0, Some(0))).await.proven.expect("it is genuine");
		*world.asked.lock().expect("one thread")
	};
	let interrupted = walk(&World::new(&lengths(60), 7).lying(Lie::Leaves(whole / 2)), world.pin(0, Some(0))).await;
	assert!(matches!(interrupted.proven, Err(Error::Chain(ChainError::Unreachable { .. }))));
	let kept = interrupted.kept.last().expect("some sets were followed").clone();
	assert_eq!(kept, interrupted.pin, "nothing that was verified is lost");
	assert!(kept.set_id > 10, "{}", kept.set_id);
	let world = World::new(&lengths(60), 7);
	let block = u64::from(kept.block.expect("it has moved"));
	walk(&world, kept).await.proven.expect("it is genuine");
	assert_eq!(*world.lowest.lock().expect("one thread"), block, "it goes on where it was");
	assert!(*world.asked.lock().expect("one thread") < whole);
}

#[tokio::test]
async fn a_set_that_is_left_out_is_noticed() {
	// Set 7 has the last word on the chain from which set 6 was left out.
	let world = World::new(&lengths(20), 7).lying(Lie::Skips(6));
	let walked = walk(&world, world.pin(3, Some(0))).await;
	assert_eq!(walked.pin.set_id, 6, "up to there everything is genuine");
	assert!(matches!(fault(walked), ProofFault::Signature | ProofFault::Stranger));
}

#[tokio::test]
async fn headers_that_do_not_lead_to_the_end_of_the_set_are_refused() {
	let world = World::new(&[12, 12, 12], 3).lying(Lie::LeavesGaps);
	let walked = walk(&world, world.pin(0, Some(0))).await;
	assert_eq!(walked.pin.set_id, 0);
	assert_eq!(fault(walked), ProofFault::HeadersUnconnected);
}

#[tokio::test]
async fn a_node_that_boasts_of_more_sets_is_left_where_its_proofs_end() {
	let world = World::new(&lengths(5), 7).lying(Lie::Boasts);
	// The newest block is proven all the same: the boast was only a reason to go on.
	walk(&world, world.pin(5, Some(0))).await.proven.expect("it is genuine");
	// A pin that is no set of this chain goes nowhere.
	let stranger = Pin { authorities: authorities(77), ..world.pin(5, Some(0)) };
	let walked = walk(&world, stranger.clone()).await;
	assert_eq!(walked.pin, stranger);
	assert!(matches!(fault(walked), ProofFault::Signature | ProofFault::Stranger));
	assert!(*world.asked.lock().expect("one thread") < 40);
}

#[tokio::test]
async fn a_node_that_has_lost_the_proofs_is_named_for_what_it_is() {
	let world = World::new(&lengths(20), 7).lying(Lie::Loses(9));
	let walked = walk(&world, world.pin(3, Some(0))).await;
	assert_eq!(walked.pin.set_id, 9);
	assert_eq!(fault(walked), ProofFault::NotKept { set_id: 9 });
}

/// A development chain that was begun anew has the same genesis and the same keys.
#[tokio::test]
async fn a_pin_of_a_chain_that_was_begun_anew_ends_at_once() {
	let old = World::new(&lengths(20), 7);
	let new = World::new(&[20, 20], 7);
	let younger = walk(&new, old.pin(9, Some(0))).await;
	assert_eq!(fault(younger), ProofFault::NodeBehind { pinned: 9, node: 2, block: 47 });
	assert_eq!(*new.asked.lock().expect("one thread"), 2, "nothing is asked twice");
	let same_set = walk(&new, old.pin(2, Some(19))).await;
	assert_eq!(fault(same_set), ProofFault::NodeBehind { pinned: 2, node: 2, block: 47 });
	let error = crate::trust::TrustError::NotProven {
		file: "pin.json".into(),
		given: false,
		set_id: 9,
		fault: ProofFault::NodeBehind { pinned: 9, node: 2, block: 47 },
	};
	assert_eq!(error.remedy(), Remedy::OtherInput);
}

/// Counts what a walk tells of itself.
#[derive(Default)]
struct Heard(Mutex<Vec<(Option<u64>, u64)>>);

struct Counter(&'static Heard);

impl Progress for &'static Heard {
	fn notice(&self, _: &crate::progress::Notice<'_>) {}

	fn begin(&self, work: Work<'_>, length: Option<u64>) -> Box<dyn Steps> {
		assert_eq!(work, Work::FollowingValidators);
		self.0.lock().expect("one thread").push((length, 0));
		Box::new(Counter(self))
	}
}

impl Steps for Counter {
	fn add(&self, steps: u64) {
		self.0 .0.lock().expect("one thread").last_mut().expect("it has begun").1 += steps;
	}

	fn now(&self, _: Work<'_>) {}
}

#[tokio::test]
async fn a_long_walk_says_how_far_it_is() {
	let heard: &'static Heard = Box::leak(Box::default());
	let world = World::new(&lengths(30), 7);
	let mut pin = world.pin(4, Some(0));
	let way = Way { node: &world, progress: &heard, keep: &|_| Ok(()) };
	way.to_the_newest(&mut pin).await.expect("it is genuine");
	assert_eq!(*heard.0.lock().expect("one thread"), [(Some(26), 26)]);
}

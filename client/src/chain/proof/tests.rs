//! Pins, justifications and storage proofs of a chain of three blocks.

use super::*;
use sp_consensus_grandpa::localized_payload;
use sp_consensus_grandpa::GrandpaJustification;
use sp_core::{ed25519, Pair};
use sp_runtime::traits::BlakeTwo256;
use sp_runtime::{traits::Hash, Digest};
use sp_state_machine::{prove_read, TestExternalities};

struct Scene {
	validators: Vec<ed25519::Pair>,
	pin: Pin,
	headers: Vec<Header>,
	storage: Vec<Vec<u8>>,
}

const SET: SetId = 3;
const ROUND: u64 = 11;
const KEY: &[u8] = b"slot";

fn header(number: u32, parent: H256, state_root: H256) -> Header {
	Header::new(number, H256::zero(), state_root, parent, Digest::default())
}

fn scene() -> Scene {
	let validators: Vec<_> = (1..=4u8).map(|seed| ed25519::Pair::from_seed(&[seed; 32])).collect();
	let authorities = validators.iter().map(|pair| (AuthorityId::from(pair.public()), 1)).collect();
	let mut state = TestExternalities::<BlakeTwo256>::new_empty();
	state.insert(KEY.to_vec(), b"ballot".to_vec());
	state.insert(b"other".to_vec(), b"thing".to_vec());
	state.commit_all().expect("no changes under way");
	let root = *state.backend.root();
	let proof = prove_read(state.as_backend(), [KEY, b"absent".as_slice()]).expect("in memory");
	let first = header(7, BlakeTwo256::hash(b"parent"), root);
	let second = header(8, first.hash(), BlakeTwo256::hash(b"next state"));
	let third = header(9, second.hash(), BlakeTwo256::hash(b"and next"));
	Scene {
		validators,
		pin: Pin { genesis: H256::repeat_byte(1), set_id: SET, authorities, block: None },
		headers: vec![first, second, third],
		storage: proof.into_iter_nodes().collect(),
	}
}

impl Scene {
	fn justify(&self, header: &Header, voters: usize, set: SetId) -> Justification {
		let precommit = finality_grandpa::Precommit { target_hash: header.hash(), target_number: *header.number() };
		let message = finality_grandpa::Message::Precommit(precommit.clone());
		let payload = localized_payload(ROUND, set, &message);
		let precommits = self.validators[..voters]
			.iter()
			.map(|pair| finality_grandpa::SignedPrecommit {
				precommit: precommit.clone(),
				signature: pair.sign(&payload).into(),
				id: pair.public().into(),
			})
			.collect();
		let commit =
			finality_grandpa::Commit { target_hash: header.hash(), target_number: *header.number(), precommits };
		GrandpaJustification { round: ROUND, commit, votes_ancestries: vec![] }
	}

	fn proof(&self) -> FinalityProof {
		let last = &self.headers[2];
		FinalityProof {
			block: last.hash(),
			justification: self.justify(last, 3, SET).encode(),
			unknown_headers: self.headers[1..].to_vec(),
		}
	}

	fn with(&self, justification: Justification) -> FinalityProof {
		FinalityProof { justification: justification.encode(), ..self.proof() }
	}
}

fn complaint(scene: &Scene, proof: &FinalityProof) -> ProofFault {
	let error = scene.pin.prove(&scene.headers[0], proof).expect_err("tampered");
	let ChainError::Proof(fault) = error else { panic!("{error}") };
	fault
}

#[test]
fn a_genuine_proof_leads_from_the_pin_to_the_ballot() {
	let scene = scene();
	let proven = scene.pin.prove(&scene.headers[0], &scene.proof()).expect("genuine");
	assert_eq!(proven.block().number, 7);
	let values = proven.read(&scene.storage, &[KEY.to_vec(), b"absent".to_vec()]).expect("genuine");
	assert_eq!(values, [Some(b"ballot".to_vec()), None]);
}

#[test]
fn two_of_four_validators_finalise_nothing() {
	let scene = scene();
	let proof = scene.with(scene.justify(&scene.headers[2], 2, SET));
	assert_eq!(complaint(&scene, &proof), ProofFault::TooFewVotes);
}

#[test]
fn signatures_of_another_set_round_or_validator_are_refused() {
	let scene = scene();
	let last = &scene.headers[2];
	assert_eq!(complaint(&scene, &scene.with(scene.justify(last, 3, SET + 1))), ProofFault::Signature);
	let mut round = scene.justify(last, 3, SET);
	round.round += 1;
	assert_eq!(complaint(&scene, &scene.with(round)), ProofFault::Signature);
	let mut stranger = scene.justify(last, 3, SET);
	stranger.commit.precommits[0].id = ed25519::Pair::from_seed(&[9; 32]).public().into();
	assert_eq!(complaint(&scene, &scene.with(stranger)), ProofFault::Stranger);
}

#[test]
fn one_validator_counts_once() {
	let scene = scene();
	let mut twice = scene.justify(&scene.headers[2], 2, SET);
	twice.commit.precommits.push(twice.commit.precommits[0].clone());
	assert_eq!(complaint(&scene, &scene.with(twice)), ProofFault::TwoVotes);
}

#[test]
fn a_justification_of_another_block_is_refused() {
	let scene = scene();
	let proof = scene.with(scene.justify(&scene.headers[1], 3, SET));
	assert_eq!(complaint(&scene, &proof), ProofFault::OtherBlock);
}

#[test]
fn a_block_beside_the_finalised_chain_is_refused() {
	let scene = scene();
	let fork = header(7, H256::repeat_byte(9), H256::repeat_byte(9));
	let error = scene.pin.prove(&fork, &scene.proof()).expect_err("a fork");
	assert_eq!(error, ProofFault::NotOnChain.into());
	let mut gap = scene.proof();
	gap.unknown_headers.remove(0);
	assert_eq!(complaint(&scene, &gap), ProofFault::NotOnChain);
}

#[test]
fn unused_headers_are_refused() {
	let scene = scene();
	let mut padded = scene.justify(&scene.headers[2], 3, SET);
	padded.votes_ancestries.push(scene.headers[0].clone());
	assert_eq!(complaint(&scene, &scene.with(padded)), ProofFault::UnusedHeaders);
}

#[test]
fn every_altered_byte_of_the_storage_proof_is_noticed() {
	let scene = scene();
	let proven = scene.pin.prove(&scene.headers[0], &scene.proof()).expect("genuine");
	for node in 0..scene.storage.len() {
		for byte in 0..scene.storage[node].len() {
			let mut altered = scene.storage.clone();
			altered[node][byte] ^= 1;
			let read = proven.read(&altered, &[KEY.to_vec()]);
			assert!(!matches!(read.as_deref(), Ok([Some(value)]) if value != b"ballot"), "{node}/{byte}: {read:?}");
			assert!(read.is_err() || read == Ok(vec![Some(b"ballot".to_vec())]), "{node}/{byte}: {read:?}");
		}
	}
	let read = proven.read(&[], &[KEY.to_vec()]);
	assert!(matches!(read, Err(ChainError::Proof(ProofFault::Storage(_)))), "{read:?}");
}

/// A block that says this about validators.
fn saying(scene: &Scene, log: ConsensusLog<u32>) -> Header {
	let mut last = header(8, scene.headers[0].hash(), H256::zero());
	last.digest.push(DigestItem::Consensus(GRANDPA_ENGINE_ID, log.encode()));
	last
}

/// The validators after the change.
fn next_set() -> AuthorityList {
	vec![(ed25519::Pair::from_seed(&[7; 32]).public().into(), 1)]
}

fn change(delay: u32) -> sp_consensus_grandpa::ScheduledChange<u32> {
	sp_consensus_grandpa::ScheduledChange { next_authorities: next_set(), delay }
}

/// The proof that this many validators of this set have finalised a block, with these headers before it.
fn proof_of(scene: &Scene, last: &Header, voters: usize, set: SetId, before: &[Header]) -> FinalityProof {
	FinalityProof {
		block: last.hash(),
		justification: scene.justify(last, voters, set).encode(),
		unknown_headers: before.iter().chain([last]).cloned().collect(),
	}
}

/// Why the pin does not move.
fn stays(scene: &Scene, last: &Header, proof: &FinalityProof) -> ProofFault {
	match scene.pin.next(proof, last) {
		Err(ChainError::Proof(fault)) => fault,
		other => panic!("{other:?}"),
	}
}

#[test]
fn the_pin_follows_a_change_of_validators_and_nothing_else() {
	let scene = scene();
	let last = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
	let next = Pin { genesis: scene.pin.genesis, set_id: SET + 1, authorities: next_set(), block: Some(8) };
	for before in [&[][..], &scene.headers[..1]] {
		assert_eq!(scene.pin.next(&proof_of(&scene, &last, 3, SET, before), &last), Ok(next.clone()));
	}
	let plain = &scene.headers[2];
	assert_eq!(stays(&scene, plain, &scene.proof()), ProofFault::NoChange);
}

#[test]
fn too_few_votes_move_no_pin() {
	let scene = scene();
	let last = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
	assert_eq!(stays(&scene, &last, &proof_of(&scene, &last, 2, SET, &[])), ProofFault::TooFewVotes);
}

#[test]
fn a_set_that_is_skipped_is_refused_though_its_keys_are_the_same() {
	let scene = scene();
	let last = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
	assert_eq!(stays(&scene, &last, &proof_of(&scene, &last, 4, SET + 1, &[])), ProofFault::Signature);
}

#[test]
fn validators_of_a_former_set_finalise_nothing() {
	let scene = scene();
	let last = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
	let next = scene.pin.next(&proof_of(&scene, &last, 3, SET, &[]), &last).expect("genuine");
	// The old ones go on, on their own chain, and sign under their own number or the next one.
	let later = header(9, last.hash(), H256::zero());
	for set in [SET, SET + 1] {
		let refused = next.prove(&later, &proof_of(&scene, &later, 4, set, &[]));
		assert_eq!(refused, Err(ProofFault::Stranger.into()));
	}
	// Nor does a pin that has not moved yet believe them, if the end of their time lies between.
	let behind = proof_of(&scene, &later, 4, SET, std::slice::from_ref(&last));
	assert_eq!(scene.pin.prove(&scene.headers[0], &behind), Err(ProofFault::BehindTheSet.into()));
	assert_eq!(scene.pin.prove(&last, &behind), Err(ProofFault::BehindTheSet.into()));
	let mut second = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
	(second.parent_hash, second.number) = (last.hash(), 9);
	let skipping = proof_of(&scene, &second, 4, SET, std::slice::from_ref(&last));
	assert_eq!(stays(&scene, &second, &skipping), ProofFault::BehindTheSet);
}

#[test]
fn the_end_of_a_set_is_the_block_that_was_justified_and_its_headers_lead_there() {
	let scene = scene();
	let mut last = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
	let other = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
	(last.parent_hash, last.number) = (scene.headers[2].hash(), 10);
	let proof = proof_of(&scene, &last, 3, SET, &scene.headers);
	assert!(scene.pin.next(&proof, &last).is_ok());
	assert_eq!(stays(&scene, &other, &proof), ProofFault::OtherHeader);
	let mut gap = proof.clone();
	gap.unknown_headers.remove(1);
	assert_eq!(stays(&scene, &last, &gap), ProofFault::HeadersUnconnected);
	let mut end_left_out = proof;
	end_left_out.unknown_headers.pop();
	assert_eq!(stays(&scene, &last, &end_left_out), ProofFault::HeadersUnconnected);
}

#[test]
fn a_set_does_not_end_before_it_began() {
	let mut scene = scene();
	let last = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
	let proof = proof_of(&scene, &last, 3, SET, &[]);
	for (block, ends) in [(7, true), (8, false), (9, false)] {
		scene.pin.block = Some(block);
		match ends {
			true => assert!(scene.pin.next(&proof, &last).is_ok()),
			false => assert_eq!(stays(&scene, &last, &proof), ProofFault::BeforeTheSet),
		}
	}
}

#[test]
fn changes_that_the_runtime_does_not_make_are_refused() {
	let scene = scene();
	let nobody = sp_consensus_grandpa::ScheduledChange { next_authorities: vec![], delay: 0 };
	for (log, fault) in [
		(ConsensusLog::ForcedChange(3, change(0)), ProofFault::ForcedChange),
		(ConsensusLog::ScheduledChange(change(1)), ProofFault::DelayedChange),
		(ConsensusLog::ScheduledChange(nobody), ProofFault::NoValidators),
		(ConsensusLog::OnDisabled(0), ProofFault::NoChange),
	] {
		let last = saying(&scene, log);
		assert_eq!(stays(&scene, &last, &proof_of(&scene, &last, 3, SET, &[])), fault);
	}
	// A forced change beside a scheduled one would come first; what cannot be read could be one.
	for (log, fault) in [
		(ConsensusLog::<u32>::ForcedChange(3, change(0)).encode(), ProofFault::ForcedChange),
		(vec![0xff], ProofFault::UnreadableChange),
	] {
		let mut last = saying(&scene, ConsensusLog::ScheduledChange(change(0)));
		last.digest.push(DigestItem::Consensus(GRANDPA_ENGINE_ID, log));
		assert_eq!(stays(&scene, &last, &proof_of(&scene, &last, 3, SET, &[])), fault);
		let later = header(9, last.hash(), H256::zero());
		let over = proof_of(&scene, &later, 3, SET, std::slice::from_ref(&last));
		assert_eq!(scene.pin.prove(&last, &over), Err(fault.into()), "nor is a block final behind it");
	}
}

#[test]
fn a_pin_of_a_file_without_a_block_is_read() {
	let mut pin = scene().pin;
	let text = serde_json::to_string(&pin).expect("it is JSON");
	assert!(!text.contains("block"), "{text}");
	assert_eq!(serde_json::from_str::<Pin>(&text).expect("it was written so"), pin);
	pin.block = Some(9);
	let text = serde_json::to_string(&pin).expect("it is JSON");
	assert!(text.contains("\"block\":9"), "{text}");
}

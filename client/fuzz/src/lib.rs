//! A small chain, made here, whose proofs are genuine: four validators, three headers, a state with one ballot.

use dobush_client::chain::proof::{FinalityProof, Header, Justification, Pin};
use parity_scale_codec::Encode;
use sp_consensus_grandpa::{localized_payload, AuthorityId, GrandpaJustification};
use sp_core::{ed25519, Pair, H256};
use sp_runtime::{
	traits::{BlakeTwo256, Hash, Header as _},
	Digest,
};
use sp_state_machine::{prove_read, TestExternalities};
use std::sync::OnceLock;

/// The key of the only entry of the state.
pub const KEY: &[u8] = b"slot";
/// The value of that entry.
pub const VALUE: &[u8] = b"ballot";
/// An entry that is not there.
pub const ABSENT: &[u8] = b"absent";

const SET: u64 = 3;
const ROUND: u64 = 11;

/// The chain and what is known of it.
pub struct Scene {
	/// The validators that are trusted.
	pub pin: Pin,
	/// The block whose state is asked for.
	pub header: Header,
	/// The proof that the block is final.
	pub finality: FinalityProof,
	/// What its state holds under the two keys.
	pub storage: Vec<Vec<u8>>,
}

fn header(number: u32, parent: H256, state_root: H256) -> Header {
	Header::new(number, H256::zero(), state_root, parent, Digest::default())
}

fn justify(validators: &[ed25519::Pair], header: &Header) -> Justification {
	let precommit = finality_grandpa::Precommit { target_hash: header.hash(), target_number: *header.number() };
	let payload = localized_payload(ROUND, SET, &finality_grandpa::Message::Precommit(precommit.clone()));
	let precommits = validators
		.iter()
		.map(|pair| finality_grandpa::SignedPrecommit {
			precommit: precommit.clone(),
			signature: pair.sign(&payload).into(),
			id: pair.public().into(),
		})
		.collect();
	let commit = finality_grandpa::Commit { target_hash: header.hash(), target_number: *header.number(), precommits };
	GrandpaJustification { round: ROUND, commit, votes_ancestries: vec![] }
}

/// The scene, made once.
pub fn scene() -> &'static Scene {
	static SCENE: OnceLock<Scene> = OnceLock::new();
	SCENE.get_or_init(|| {
		let validators: Vec<_> = (1..=4u8).map(|seed| ed25519::Pair::from_seed(&[seed; 32])).collect();
		let authorities = validators.iter().map(|pair| (AuthorityId::from(pair.public()), 1)).collect();
		let mut state = TestExternalities::<BlakeTwo256>::new_empty();
		state.insert(KEY.to_vec(), VALUE.to_vec());
		for other in 0..40u8 {
			state.insert(vec![other; 20], vec![other; 40]);
		}
		state.commit_all().expect("no changes under way");
		let root = *state.backend.root();
		let storage = prove_read(state.as_backend(), [KEY, ABSENT]).expect("it is in memory");
		let first = header(7, BlakeTwo256::hash(b"parent"), root);
		let second = header(8, first.hash(), BlakeTwo256::hash(b"next state"));
		let third = header(9, second.hash(), BlakeTwo256::hash(b"and next"));
		let finality = FinalityProof {
			block: third.hash(),
			justification: justify(&validators[..3], &third).encode(),
			unknown_headers: vec![second, third],
		};
		Scene {
			pin: Pin { genesis: H256::repeat_byte(1), set_id: SET, authorities, block: Some(6) },
			header: first,
			finality,
			storage: storage.into_iter_nodes().collect(),
		}
	})
}

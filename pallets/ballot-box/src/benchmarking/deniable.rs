//! Deniable ballots for the benchmarks. Ciphertexts and proofs of knowledge are real; membership proofs are well-formed and
//! false, because a true one takes seconds to make and both cost the verifier the same.

use crate::*;
use alloc::vec::Vec;
use ballot_crypto::{
	hash_to_element,
	knowledge::{self, BallotContext},
	membership::{Proof, ProofRound},
	Ciphertext, Element, Encoded, EncodedScalar, Secret,
};
use dobush_primitives::{
	traits::{DeniableRolls, Elections},
	ContestId, DeniableBallot, DeniableSelection, ElectionId, EncryptedSelection, Receipt, TableSlot, UnitId,
};
use frame_support::BoundedVec;
use frame_system::pallet_prelude::BlockNumberFor;
use parity_scale_codec::Encode;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_runtime::{traits::Zero, AccountId32};

/// The table slot of the steps.
pub(super) const TABLE: TableSlot = TableSlot { contest: ContestId(0), number: 0 };

/// An element that nobody knows anything about.
fn element(number: u32) -> Encoded {
	let element = Element::try_from(hash_to_element("dobush/v1/benchmark", &number)).expect("not the identity; qed");
	Encoded::from(&element)
}

/// A canonical scalar of full length.
fn scalar(number: u32) -> EncodedScalar {
	let mut bytes = element(number).0;
	bytes[31] &= 0x0f;
	EncodedScalar(bytes)
}

/// A membership proof of the right size that does not hold.
fn false_proof(rounds: u8) -> Membership {
	let round = |j: u32| ProofRound {
		g: element(8 * j),
		h: element(8 * j + 1),
		b: element(8 * j + 2),
		d: Ciphertext { c1: element(8 * j + 3), c2: element(8 * j + 4) },
		f: scalar(8 * j + 5),
		za: scalar(8 * j + 6),
		zb: scalar(8 * j + 7),
	};
	let proof = Proof { rounds: (0..u32::from(rounds)).map(round).collect(), zd: scalar(1_000) };
	BoundedVec::truncate_from(proof.encode())
}

/// A ballot as the credential makes it, but for the membership proofs.
pub(super) fn ballot<T: Config>(credential: &AccountId32, booth: &AccountId32, election: ElectionId) -> DeniableBallot {
	let mut rng = ChaCha20Rng::from_seed([7; 32]);
	let polls = T::Elections::polls(election).expect("the helper opens the polls; qed");
	let unit = T::DeniableRolls::unit_of(credential, booth, polls.roll, polls.roll_closed_in);
	let unit = unit.expect("the helper activates; qed");
	let tables = Pallet::<T>::tables_of(election, unit).expect("the unit has contests; qed");
	let selection = element(2_000).element().expect("not the identity; qed");
	let entries: Vec<_> = tables
		.into_iter()
		.map(|table| {
			let context = BallotContext {
				genesis: frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0,
				election: election.0,
				unit: unit.0,
				contest: table.contest.0,
				key: polls.vote_key,
				booth: Some(booth.clone().into()),
				credential: credential.clone().into(),
				slot: table.number,
			};
			let (ciphertext, proof, _) =
				knowledge::encrypt_selection(&context, &selection, &mut rng).expect("the vote key decodes; qed");
			let (rounds, _) = Pallet::<T>::rounds_of(election, table).expect("the contest has a table; qed");
			let selection = EncryptedSelection { ciphertext, proof: proof.0 };
			DeniableSelection { selection, membership: false_proof(rounds) }
		})
		.collect();
	DeniableBallot {
		booth: booth.clone().into(),
		entries: entries.try_into().expect("a ballot has at most 15 entries; qed"),
	}
}

/// A queue of `n` proofs of as many units, for a table of `rows` rows; they stand in the ring. Nothing else is known of the
/// election.
pub(super) fn queue_of<T: Config>(election: ElectionId, rows: u32, n: u32) -> Queue {
	let key = Secret::random(&mut ChaCha20Rng::from_seed([8; 32])).public();
	let pages = table::pages_of(rows);
	for page in 0..pages {
		let start = page * TABLE_PAGE;
		let elements = (start..rows.min(start + TABLE_PAGE)).map(|row| element(10_000 + row)).collect();
		Tables::<T>::insert((election, TABLE, page), BoundedVec::<_, _>::truncate_from(elements));
	}
	let proof = false_proof(deniable::rounds(rows));
	for number in 0..n {
		let unit = UnitId(number as u16);
		let pending = Pending { unit, slot: 0, entry: 0, receipt: Receipt([1; 32]), proof: proof.clone() };
		Waiting::<T>::insert((election, TABLE, u64::from(number)), pending);
		let slot = DeniableSlot {
			credential: AccountId32::new([2; 32]),
			booth: AccountId32::new([3; 32]),
			ciphertexts: BoundedVec::truncate_from(alloc::vec![
				Ciphertext { c1: element(3_000), c2: element(3_001) };
				dobush_primitives::MAX_COLUMNS as usize
			]),
			standing: BallotStanding::Waiting,
			places: BoundedVec::truncate_from(alloc::vec![Some(u64::from(number))]),
		};
		DeniableSlots::<T>::insert((election, unit, 0), slot);
		let unit_box = UnitBox { ballots: 1, waiting: 1, last_cast_in: Some(1), ..Default::default() };
		Boxes::<T>::insert(election, unit, unit_box);
	}
	let queue =
		Queue { next: 0, end: n.into(), batch: BATCH, slots: 1, rows, pages, table: Some([4; 32]), key, in_ring: true };
	Queues::<T>::insert(election, TABLE, &queue);
	queue
}

/// The ballots of a credential had their turn, so that the next one of it takes new places.
pub(super) fn had_its_turn<T: Config>(election: ElectionId, unit: UnitId) {
	let _ = Waiting::<T>::clear(u32::MAX, None);
	DeniableSlots::<T>::mutate((election, unit, 0), |slot| {
		if let Some(slot) = slot {
			slot.standing = BallotStanding::Dropped;
			slot.places.iter_mut().for_each(|place| *place = None);
		}
	});
	Boxes::<T>::mutate(election, unit, |unit_box| {
		unit_box.waiting = 0;
		unit_box.dropped = 1;
	});
}

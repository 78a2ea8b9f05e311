//! Lists, proofs and keys of any size that decode, and lists at any stage.

use super::BenchmarkHelper;
use crate::{
	steps::{ListStep, Span, TaskStep},
	*,
};
use ballot_crypto::{
	context::step,
	hash_to_element,
	shuffle::{ProofColumn, ProofHead, Shape, Statement, Verification},
	transcript::ListDigest,
	Ciphertext, Encoded, EncodedScalar, Scalar, Secret,
};
use dobush_primitives::{BuiltOn, ContestId, ElectionId, TrusteeIndex, UnitId, MAX_OPTIONS, MAX_REGIONS, MAX_TRUSTEES};
use frame_support::BoundedVec;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_runtime::traits::Hash;

pub(super) fn element(seed: u32) -> Encoded {
	Encoded::from(&hash_to_element("dobush/v1/benchmark", &seed))
}

pub(super) fn scalar(seed: u32) -> EncodedScalar {
	// Full size: -1 - seed.
	EncodedScalar::from(&-(Scalar::ONE + Scalar::from(seed)))
}

pub(super) fn elements(count: u32, seed: u32) -> Page<Encoded> {
	Page::truncate_from((0..count).map(|i| element(seed + i)).collect())
}

pub(super) fn ciphertexts(count: u32, seed: u32) -> Page<Ciphertext> {
	let ciphertext = |i| Ciphertext { c1: element(seed + 2 * i), c2: element(seed + 2 * i + 1) };
	Page::truncate_from((0..count).map(ciphertext).collect())
}

pub(super) fn columns(count: u32) -> Page<ProofColumn> {
	let column = |i| {
		let [za, zb, ea, eb, ma] = [scalar(i), scalar(i + 1), scalar(i + 2), scalar(i + 2), scalar(i + 3)];
		ProofColumn { za, zb, ea, eb, ma }
	};
	Page::truncate_from((0..count).map(column).collect())
}

/// A head that decodes.
pub(super) fn head(shape: &Shape) -> ProofHead {
	let m = u32::from(shape.rows);
	let w = u32::from(shape.width);
	let points = |count: u32| (0..count).map(element).collect::<alloc::vec::Vec<_>>();
	let scalars = |count: u32| (0..count).map(scalar).collect::<alloc::vec::Vec<_>>();
	let one = element(1);
	let s = scalar(1);
	ProofHead {
		c_a: points(m),
		c_b: points(m),
		c_u: points(m - 1),
		c_a0: one,
		c_bm: one,
		c_t: points(2 * m),
		c_f: one,
		c_delta: one,
		c_capital_delta: one,
		c_m0: one,
		c_v: points(2 * m - 1),
		e: (0..(2 * m - 1) * w).map(|i| Ciphertext { c1: element(i), c2: element(i + 1) }).collect(),
		zr: s,
		zs: s,
		zt: s,
		er: s,
		es: s,
		mr: s,
		ms: s,
		mv: scalars(w),
		mt: scalars(w),
	}
}

/// A verification of a list of `length`, after its head.
pub(super) fn verification<T: Config>(id: &ListId, length: u32) -> Verification {
	let shape = Shape::of(length, 1).expect("the length is legal; qed");
	let context = Pallet::<T>::context(id, step::MIX, TrusteeIndex(1), 0);
	let key = element(0).element().expect("it is an element; qed");
	let statement = Statement { context: &context, keys: &[key], input_digest: [1; 32], output_digest: [2; 32], shape };
	Verification::begin(&statement, &head(&shape), [3; 32]).expect("the head decodes; qed")
}

pub(super) fn turn(total: u32) -> Turn {
	Turn {
		mixer: TrusteeIndex(1),
		attempt: 0,
		since: 0,
		deadline: u64::MAX,
		pages: 0,
		digest: ListDigest::new(total),
		head: false,
		columns: 0,
		columns_digest: ListDigest::new(0),
	}
}

/// A page of so many.
pub(super) fn whole(count: u32) -> Span {
	Span { page: 0, skip: 0, count }
}

pub(super) fn everybody() -> TrusteeSet {
	let mut set = TrusteeSet::default();
	(1..=MAX_TRUSTEES as u16).for_each(|index| set.insert(TrusteeIndex(index)));
	set
}

pub(super) fn round() -> ShareRound {
	ShareRound {
		attempt: 0,
		since: 0,
		deadline: u64::MAX,
		panel: everybody(),
		absent: TrusteeSet::default(),
		posted: BoundedVec::truncate_from(alloc::vec![0; MAX_TRUSTEES as usize]),
	}
}

/// The secret of trustee 1.
pub(super) fn secret() -> Secret {
	Secret::try_from(Scalar::from(12_345u64)).expect("it is not zero; qed")
}

/// An election under tally with a list at some stage.
pub(super) fn prepare<T: Config>(election: ElectionId, total: u32, stage: ListStage) -> (ListId, List) {
	let id = ListId { election, unit: UnitId(0), part: Part::Contest(ContestId(0)) };
	prepare_list::<T>(id, 1, total, stage)
}

/// A list of an election under tally, of which everybody holds all keys.
pub(super) fn prepare_list<T: Config>(id: ListId, width: u8, total: u32, stage: ListStage) -> (ListId, List) {
	let election = id.election;
	let member = |index| Member {
		index: TrusteeIndex(index),
		account: T::BenchmarkHelper::trustee(index),
		verification_key: if index == 1 { secret().public() } else { element(index.into()) },
	};
	let members = (1..=MAX_TRUSTEES as u16).map(member).collect();
	let panel = Panel {
		threshold: MAX_TRUSTEES as u16,
		step_deadline: 1,
		key: element(0),
		members: BoundedVec::truncate_from(members),
	};
	Key::ALL.into_iter().for_each(|key| Panels::<T>::insert(election, key, &panel));
	let progress = Progress { stage: TallyStage::Working, lists: 2, counted: 0, digest: [0; 32] };
	Tallies::<T>::insert(election, progress);
	let list = List {
		total,
		width,
		column: 0,
		layer: 0,
		digest: [1; 32],
		tags: [0; 32],
		mixed: everybody(),
		stage,
		pending_removals: BoundedVec::new(),
		watched: false,
	};
	Lists::<T>::insert(election, (id.unit, id.part), &list);
	(id, list)
}

pub(super) fn any_election<T: Config>() -> ElectionId {
	T::BenchmarkHelper::election(&[], MAX_REGIONS as u16, super::contests::lists(MAX_OPTIONS, 1))
}

/// An outcome of the longest kind.
pub(super) fn long_outcome() -> OutcomeBytes {
	BoundedVec::truncate_from(alloc::vec![7; MAX_OUTCOME_BYTES as usize])
}

/// A block that messages can be built on.
pub(super) fn built_on<T: Config>() -> BuiltOn {
	let hash = T::Hashing::hash(b"a block");
	frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::from(1u32), hash);
	BuiltOn { number: 1, hash: H256::from_slice(hash.as_ref()) }
}

pub(super) fn advance<T: Config>(id: ListId, list: List, step: ListStep) {
	Pallet::<T>::perform(TaskStep::Advance(id, alloc::boxed::Box::new(list), step));
}

pub(super) fn list_of<T: Config>(id: &ListId) -> List {
	Lists::<T>::get(id.election, (id.unit, id.part)).expect("it is there; qed")
}

//! What each call and each step costs at its worst: points that decode, pages that are full, as many trustees, options and
//! regions as there may be. Proofs need not hold: a verification that fails at the end has cost the same.

use crate::{
	work::{ListStep, Plan},
	*,
};
use ballot_crypto::{
	context::step,
	decryption,
	equality::{self, Bases},
	hash_to_element,
	shuffle::{ProofColumn, ProofHead, Shape, Statement, Verification},
	transcript::ListDigest,
	Ciphertext, Encoded, EncodedScalar, Scalar, Secret,
};
use dobush_primitives::{BuiltOn, ContestId, ElectionId, TrusteeIndex, UnitId, MAX_OPTIONS, MAX_REGIONS, MAX_TRUSTEES};
use frame_benchmarking::v2::*;
use frame_support::BoundedVec;
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use parity_scale_codec::Encode;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::H256;
use sp_runtime::traits::Hash;

/// Sets up what the tally's neighbours must know for its benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// An election in the phase of tallying, with as many units as a definition may have in `regions` regions, as many
	/// contests, all on every ballot, and `options` options each. In the box of unit 0 lies a ballot for each of
	/// `ciphertexts`, with that ciphertext in every entry. The rule of every contest shares `seats` seats among lists by
	/// d'Hondt with a threshold in each region.
	fn election(ciphertexts: &[Ciphertext], regions: u16, options: u16, seats: u32) -> ElectionId;
	/// The account of the trustee number `index`, from 1.
	fn trustee(index: u16) -> AccountId;
}

const PAGE: u32 = 256;

fn element(seed: u32) -> Encoded {
	Encoded::from(&hash_to_element("dobush/v1/benchmark", &seed))
}

fn scalar(seed: u32) -> EncodedScalar {
	// Full size: -1 - seed.
	EncodedScalar::from(&-(Scalar::ONE + Scalar::from(seed)))
}

fn elements(count: u32, seed: u32) -> Page<Encoded> {
	Page::truncate_from((0..count).map(|i| element(seed + i)).collect())
}

fn ciphertexts(count: u32, seed: u32) -> Page<Ciphertext> {
	let ciphertext = |i| Ciphertext { c1: element(seed + 2 * i), c2: element(seed + 2 * i + 1) };
	Page::truncate_from((0..count).map(ciphertext).collect())
}

fn columns(count: u32) -> Page<ProofColumn> {
	let column = |i| {
		let [za, zb, ea, eb, ma] = [scalar(i), scalar(i + 1), scalar(i + 2), scalar(i + 2), scalar(i + 3)];
		ProofColumn { za, zb, ea, eb, ma }
	};
	Page::truncate_from((0..count).map(column).collect())
}

/// A head that decodes.
fn head(shape: &Shape) -> ProofHead {
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

/// A list long enough for a head of the largest shape.
const LONG: u32 = 64 * 1_100;

/// A verification of a list of `length`, after its head.
fn verification<T: Config>(id: &ListId, length: u32) -> Verification {
	let shape = Shape::of(length, 1).expect("the length is legal; qed");
	let context = Pallet::<T>::context(id, step::MIX, TrusteeIndex(1), 0);
	let key = element(0).element().expect("it is an element; qed");
	let statement = Statement { context: &context, keys: &[key], input_digest: [1; 32], output_digest: [2; 32], shape };
	Verification::begin(&statement, &head(&shape), [3; 32]).expect("the head decodes; qed")
}

fn turn(total: u32) -> Turn {
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

fn everybody() -> TrusteeSet {
	let mut set = TrusteeSet::default();
	(1..=MAX_TRUSTEES as u16).for_each(|index| set.insert(TrusteeIndex(index)));
	set
}

fn round() -> Round {
	Round {
		attempt: 0,
		since: 0,
		deadline: u64::MAX,
		panel: everybody(),
		absent: TrusteeSet::default(),
		posted: BoundedVec::truncate_from(alloc::vec![0; MAX_TRUSTEES as usize]),
	}
}

/// The secret of trustee 1.
fn secret() -> Secret {
	Secret::try_from(Scalar::from(12_345u64)).expect("it is not zero; qed")
}

/// An election under tally with a list at some stage.
fn prepare<T: Config>(election: ElectionId, total: u32, stage: Stage) -> (ListId, List) {
	let id = ListId { election, unit: UnitId(0), contest: ContestId(0) };
	let member = |index| Member {
		index: TrusteeIndex(index),
		account: T::BenchmarkHelper::trustee(index),
		verification_key: if index == 1 { secret().public() } else { element(index.into()) },
	};
	let members = (1..=MAX_TRUSTEES as u16).map(member).collect();
	let panel = Panel {
		threshold: MAX_TRUSTEES as u16,
		step_deadline: 1,
		vote_key: element(0),
		members: BoundedVec::truncate_from(members),
	};
	Panels::<T>::insert(election, panel);
	let progress = Progress { stage: ElectionStage::Working, lists: 2, counted: 0, digest: [0; 32] };
	Tallies::<T>::insert(election, progress);
	let list = List {
		total,
		column: 0,
		layer: 0,
		digest: [1; 32],
		mixed: everybody(),
		stage,
		debris: BoundedVec::new(),
		watched: false,
	};
	Lists::<T>::insert(election, (id.unit, id.contest), &list);
	(id, list)
}

fn any_election<T: Config>() -> ElectionId {
	T::BenchmarkHelper::election(&[], MAX_REGIONS as u16, MAX_OPTIONS as u16, 1)
}

/// A block that messages can be built on.
fn built_on<T: Config>() -> BuiltOn {
	let hash = T::Hashing::hash(b"a block");
	frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::from(1u32), hash);
	BuiltOn { number: 1, hash: H256::from_slice(hash.as_ref()) }
}

fn advance<T: Config>(id: ListId, list: List, step: ListStep) {
	Pallet::<T>::perform(Plan::Advance(id, list, step));
}

fn list_of<T: Config>(id: &ListId) -> List {
	Lists::<T>::get(id.election, (id.unit, id.contest)).expect("it is there; qed")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn upload_mix_page(n: Linear<1, PAGE>) {
		let (id, _) = prepare::<T>(any_election::<T>(), n, Stage::Mixing(turn(n)));
		let page = ciphertexts(n, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, 0, page);
		assert!(Pages::<T>::contains_key((id, 1, 0)));
	}

	#[benchmark]
	fn upload_mix_head() {
		let (id, _) = prepare::<T>(any_election::<T>(), LONG, Stage::Mixing(turn(LONG)));
		let bytes = head(&Shape::of(LONG, 1).expect("the length is legal; qed")).encode();
		let bytes = BoundedVec::try_from(bytes).expect("no head is longer; qed");
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, bytes);
		assert!(Heads::<T>::contains_key(id));
	}

	#[benchmark]
	fn upload_mix_columns(n: Linear<2, PAGE>) {
		// A list whose proof has just so many columns: lists of up to 16 · 256 have at most 16 rows.
		let total = (1..=16 * PAGE).find(|total| Pallet::<T>::columns_of(*total) == n).unwrap_or(LONG);
		let n = Pallet::<T>::columns_of(total).min(n);
		let mut open = turn(total);
		open.columns_digest = ListDigest::new(n);
		let (id, _) = prepare::<T>(any_election::<T>(), total, Stage::Mixing(open));
		let page = columns(Pallet::<T>::length_of(Pallet::<T>::columns_of(total), 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, 0, page);
		assert!(Columns::<T>::contains_key(id, 0));
	}

	#[benchmark]
	fn close_upload() {
		let mut open = turn(2);
		(open.pages, open.head, open.columns) = (1, true, 1);
		let (id, _) = prepare::<T>(any_election::<T>(), 2, Stage::Mixing(open));
		let built_on = built_on::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, built_on);
		assert!(matches!(list_of::<T>(&id).stage, Stage::Verifying(_)));
	}

	#[benchmark]
	fn upload_shares(n: Linear<1, PAGE>) {
		let mut open = round();
		open.posted.iter_mut().skip(1).for_each(|posted| *posted = 1);
		let (id, list) = prepare::<T>(any_election::<T>(), n, Stage::Decrypting(open));
		let page = ciphertexts(n, 0);
		let bases = Bases::new(page.iter().map(|ciphertext| ciphertext.c1).collect()).expect("they decode; qed");
		Pages::<T>::insert((id, 0, 0), page);
		let set: alloc::vec::Vec<u16> = (1..=MAX_TRUSTEES as u16).collect();
		let mu = decryption::coefficient(&set, 1).expect("1 is in the set; qed");
		let secret = decryption::share_secret(&mu, &secret()).expect("it is not zero; qed");
		let context = Pallet::<T>::context(&id, step::DECRYPT, TrusteeIndex(1), 0);
		let statement = equality::Statement {
			context: &context,
			list_digest: list.digest,
			start: 0,
			total: n,
			key: secret.public_element().expect("it is not the identity; qed"),
			bases: &bases,
		};
		let mut rng = ChaCha20Rng::from_seed([1; 32]);
		let (shares, proof) = equality::prove(&statement, &secret, &mut rng).expect("the secret fits; qed");
		let built_on = built_on::<T>();
		let shares = Page::truncate_from(shares);
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, 0, shares, proof, built_on);
		assert!(matches!(list_of::<T>(&id).stage, Stage::Counting { .. }));
	}

	#[benchmark]
	fn next_step() {
		// Both kinds of task, each at the stage that reads most.
		let election = any_election::<T>();
		let (id, _) = prepare::<T>(election, LONG, Stage::Verifying(turn(LONG)));
		Verifications::<T>::insert(id, verification::<T>(&id, LONG));
		Pallet::<T>::enter(Ring::Running, Task::List(id));
		Pallet::<T>::enter(Ring::Running, Task::Election(election));
		let deciding = ElectionId(u32::MAX);
		let stage = ElectionStage::Deciding { contest: ContestId(0) };
		Tallies::<T>::insert(deciding, Progress { stage, lists: 0, counted: 0, digest: [0; 32] });
		#[block]
		{
			let task = Pallet::<T>::current(Ring::Running);
			assert!(task.and_then(|task| Pallet::<T>::plan(&task)).is_some());
			let _ =
				<T::Elections as dobush_primitives::traits::Elections<T::AccountId>>::contest(election, ContestId(0));
			assert!(Pallet::<T>::plan(&Task::Election(deciding)).is_some());
			Pallet::<T>::leave(Ring::Running);
		}
	}

	#[benchmark]
	fn poll() {
		let (id, mut list) = prepare::<T>(any_election::<T>(), LONG, Stage::Decrypting(round()));
		list.watched = true;
		Pallet::<T>::enter(Ring::Waiting, Task::List(id));
		Pallet::<T>::enter(Ring::Waiting, Task::List(ListId { unit: UnitId(1), ..id }));
		#[block]
		{
			Pallet::<T>::poll(Task::List(id));
			Pallet::<T>::lapse(&id, list);
			Pallet::<T>::leave(Ring::Waiting);
		}
		assert!(matches!(list_of::<T>(&id).stage, Stage::Choosing { .. }));
	}

	#[benchmark]
	fn open_unit() {
		let election = T::BenchmarkHelper::election(&ciphertexts(1, 0), MAX_REGIONS as u16, MAX_OPTIONS as u16, 1);
		let (id, _) = prepare::<T>(election, 1, Stage::Leaving);
		Lists::<T>::remove(election, (id.unit, id.contest));
		#[block]
		{
			Pallet::<T>::open_unit(election, UnitId(0));
		}
		assert!(Lists::<T>::contains_key(election, (id.unit, id.contest)));
	}

	#[benchmark]
	fn collect(n: Linear<1, PAGE>) {
		let election = T::BenchmarkHelper::election(&ciphertexts(n, 0), 1, 2, 1);
		let stage = Stage::Collecting { slot: 0, digest: ListDigest::new(n) };
		let (id, list) = prepare::<T>(election, n, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::Collect(n));
		}
		assert!(matches!(list_of::<T>(&id).stage, Stage::Inviting { .. }));
	}

	#[benchmark]
	fn sweep(n: Linear<1, SWEEP>) {
		let stage = Stage::Inviting { after: TrusteeIndex(0), attempt: 0 };
		let (id, mut list) = prepare::<T>(any_election::<T>(), LONG, stage);
		let page = ciphertexts(PAGE, 0);
		(0..n).for_each(|number| Pages::<T>::insert((id, 1, number), &page));
		list.debris = BoundedVec::truncate_from(alloc::vec![Debris::Pages { layer: 1, left: n }]);
		#[block]
		{
			advance::<T>(id, list, ListStep::Sweep);
		}
		assert!(list_of::<T>(&id).debris.is_empty());
	}

	#[benchmark]
	fn invite() {
		let stage = Stage::Choosing { attempt: 0, absent: TrusteeSet::default() };
		let (id, list) = prepare::<T>(any_election::<T>(), LONG, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::Choose);
		}
		assert!(matches!(list_of::<T>(&id).stage, Stage::Decrypting(_)));
	}

	#[benchmark]
	fn verify_head() {
		let (id, list) = prepare::<T>(any_election::<T>(), LONG, Stage::Verifying(turn(LONG)));
		let bytes = head(&Shape::of(LONG, 1).expect("the length is legal; qed")).encode();
		Heads::<T>::insert(id, BoundedVec::truncate_from(bytes));
		#[block]
		{
			advance::<T>(id, list, ListStep::Head);
		}
		assert!(Verifications::<T>::contains_key(id));
	}

	#[benchmark]
	fn verify_columns(n: Linear<1, PAGE>) {
		let (id, list) = prepare::<T>(any_election::<T>(), LONG, Stage::Verifying(turn(LONG)));
		Verifications::<T>::insert(id, verification::<T>(&id, LONG));
		Columns::<T>::insert(id, 0, columns(n));
		#[block]
		{
			advance::<T>(id, list, ListStep::Columns { start: 0, count: n });
		}
		assert!(matches!(list_of::<T>(&id).stage, Stage::Verifying(_)));
	}

	#[benchmark]
	fn verify_elements(n: Linear<1, PAGE>) {
		let (id, list) = prepare::<T>(any_election::<T>(), LONG, Stage::Verifying(turn(LONG)));
		let mut verification = verification::<T>(&id, LONG);
		let page = columns(PAGE);
		let all = Pallet::<T>::columns_of(LONG);
		for number in 0..all.div_ceil(PAGE) {
			let rest = all.saturating_sub(number * PAGE).min(PAGE);
			verification.columns(&page[..rest as usize]).expect("they come in order; qed");
			Columns::<T>::insert(id, number, &page);
		}
		Verifications::<T>::insert(id, verification);
		Pages::<T>::insert((id, 0, 0), ciphertexts(n, 0));
		Pages::<T>::insert((id, 1, 0), ciphertexts(n, 1_000));
		#[block]
		{
			advance::<T>(id, list, ListStep::Elements { start: 0, count: n });
			// A page of elements can need columns from three pages; this one takes them from one.
			let _ = (Columns::<T>::get(id, 1), Columns::<T>::get(id, 2));
		}
		assert!(matches!(list_of::<T>(&id).stage, Stage::Verifying(_)));
	}

	#[benchmark]
	fn verify_verdict() {
		let total = 33;
		let (id, list) = prepare::<T>(any_election::<T>(), total, Stage::Verifying(turn(total)));
		let mut verification = verification::<T>(&id, total);
		let count = Pallet::<T>::columns_of(total);
		verification.columns(&columns(count)).expect("they come in order; qed");
		let responses: alloc::vec::Vec<EncodedScalar> = (0..total).map(scalar).collect();
		let (before, after) = (ciphertexts(total, 0), ciphertexts(total, 1_000));
		verification.elements(&before, &after, &responses).expect("they come in order; qed");
		Verifications::<T>::insert(id, verification);
		#[block]
		{
			advance::<T>(id, list, ListStep::Verdict);
		}
		assert!(matches!(list_of::<T>(&id).stage, Stage::Inviting { .. }));
	}

	#[benchmark]
	fn make_table(o: Linear<1, MAX_OPTIONS>) {
		let election = T::BenchmarkHelper::election(&[], 1, o as u16, 1);
		let stage = Stage::Counting { panel: everybody(), page: 0 };
		let (id, list) = prepare::<T>(election, LONG, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::MakeTable(o));
		}
		assert_eq!(Tables::<T>::get(id.election, id.contest).map(|table| table.len() as u32), Some(o));
	}

	#[benchmark]
	fn count_page(n: Linear<1, PAGE>, t: Linear<1, MAX_TRUSTEES>) {
		let mut panel = TrusteeSet::default();
		(1..=t as u16).for_each(|index| panel.insert(TrusteeIndex(index)));
		let (id, list) = prepare::<T>(any_election::<T>(), n, Stage::Counting { panel, page: 0 });
		Pages::<T>::insert((id, 0, 0), ciphertexts(n, 0));
		for trustee in panel.iter() {
			Shares::<T>::insert((id, trustee, 0), elements(n, u32::from(trustee.0)));
		}
		Pallet::<T>::make_table(&id);
		Counts::<T>::insert(id.election, (id.contest, id.unit), Pallet::<T>::new_count(&id));
		#[block]
		{
			advance::<T>(id, list, ListStep::Count { page: 0, count: n, trustees: t });
		}
		assert_eq!(Pallet::<T>::count_of(&id).ballots(), u64::from(n));
	}

	#[benchmark]
	fn close_list() {
		let stage = Stage::Counting { panel: everybody(), page: 1 };
		let (id, list) = prepare::<T>(any_election::<T>(), 1, stage);
		let count = Pallet::<T>::new_count(&id);
		Counts::<T>::insert(id.election, (id.contest, id.unit), &count);
		RegionCounts::<T>::insert(id.election, (id.contest, 0), &count);
		Tallies::<T>::mutate(id.election, |progress| {
			if let Some(progress) = progress {
				progress.counted = 1;
			}
		});
		#[block]
		{
			advance::<T>(id, list, ListStep::Close);
		}
		let stage = Tallies::<T>::get(id.election).map(|progress| progress.stage);
		assert_eq!(stage, Some(ElectionStage::Deciding { contest: ContestId(0) }));
	}

	#[benchmark]
	fn decide(o: Linear<2, MAX_OPTIONS>, r: Linear<1, MAX_REGIONS>, s: Linear<1, 1_000>) {
		let election = T::BenchmarkHelper::election(&[], r as u16, o as u16, s);
		let (id, _) = prepare::<T>(election, 1, Stage::Leaving);
		Pallet::<T>::make_table(&id);
		for region in 0..r as u16 {
			let mut count = Count::zero(o as usize, 1_000_000);
			let votes = (0u64..).map(|option| 10_000 + 37 * option + u64::from(region));
			count.votes.iter_mut().zip(votes).for_each(|(to, votes)| *to = votes);
			RegionCounts::<T>::insert(election, (id.contest, region), count);
		}
		#[block]
		{
			Pallet::<T>::decide_contest(election, id.contest);
		}
		assert!(Outcomes::<T>::contains_key(election, id.contest));
	}

	#[benchmark]
	fn remove() {
		let stage = Stage::Counted { panel: everybody() };
		let (id, _) = prepare::<T>(any_election::<T>(), LONG, stage);
		let page = ciphertexts(PAGE, 0);
		(0..2 * SWEEP).for_each(|number| Shares::<T>::insert((id, TrusteeIndex(32), number), elements(PAGE, 0)));
		(0..2 * SWEEP).for_each(|number| Pages::<T>::insert((id, 0, number), &page));
		Tallies::<T>::mutate(id.election, |progress| {
			if let Some(progress) = progress {
				progress.stage = ElectionStage::Dropping;
			}
		});
		#[block]
		{
			Pallet::<T>::remove_some(id.election);
		}
		assert_eq!(list_of::<T>(&id).stage, Stage::Leaving);
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::for_benchmarks(), crate::tests::mock::Test);
}

//! What each call and each step costs at its worst: points that decode, pages that are full, as many trustees, options and
//! regions as there may be. Proofs need not hold: a verification that fails at the end has cost the same.

use crate::{
	decide::Decision,
	work::{ListStep, Plan},
	*,
};
use ballot_crypto::{
	context::step,
	decryption, embedding,
	equality::{self, Bases},
	hash_to_element,
	shuffle::{ProofColumn, ProofHead, Shape, Statement, Verification},
	transcript::ListDigest,
	Ciphertext, Encoded, EncodedScalar, Scalar, Secret,
};
use dobush_primitives::{
	BuiltOn, Choice, Contest, ContestId, ElectionId, Text, TrusteeIndex, UnitId, MAX_ALL_PREFERENCES, MAX_CONTESTS,
	MAX_CONTEST_SEATS, MAX_OPTIONS, MAX_PREFERENCES, MAX_REGIONS, MAX_TRUSTEES,
};
use electoral_rules::{
	selection::MAX_RANKS, BallotFormat, Base, ListRule, Method, OptionKind, PairCounts, Place, RankedCount,
	RankedTotals, RegionSeats, Regional, RegionalLists, Regions, Rule, Schulze, Selection, Share, Step, Stv, Threshold,
	TieRule, MAX_RANKED_CANDIDATES,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{ConstU32, EnsureOrigin},
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use parity_scale_codec::Encode;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::H256;
use sp_runtime::traits::Hash;

/// Sets up what the tally's neighbours must know for its benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// An election in the phase of tallying, with as many units as a definition may have in `regions` regions, and as many
	/// contests like this one, all on every ballot. In the box of unit 0 lies a ballot for each of `ciphertexts`, with that
	/// ciphertext in every entry.
	fn election(ciphertexts: &[Ciphertext], regions: u16, contest: Contest) -> ElectionId;
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

/// Options with names of full length.
fn options(count: u32, kind: OptionKind) -> BoundedVec<Choice, ConstU32<MAX_OPTIONS>> {
	let name = |n: u32| Text::truncate_from(alloc::format!("{n:0>96}").into_bytes());
	BoundedVec::truncate_from((0..count).map(|n| Choice { kind, name: name(n) }).collect())
}

fn contest(options: BoundedVec<Choice, ConstU32<MAX_OPTIONS>>, format: BallotFormat, rule: Rule) -> Contest {
	Contest { title: Text::truncate_from(alloc::vec![b'?'; 160]), options, format, rule }
}

/// Seats by d'Hondt with a threshold in each region, and with the lowest cap: it shares them again and again.
fn lists(count: u32, seats: u32) -> Contest {
	let rule = ListRule {
		national: Threshold { share: Share::percent(0), base: Base::Participants },
		regional: Some(Regional { share: Share::percent(0), base: Base::Participants, regions: Regions::Each }),
		cap: Some(seats.div_ceil(count).max(1)),
		..ListRule::new(seats, Method::DHondt)
	};
	contest(options(count, OptionKind::List), BallotFormat::Single, Rule::Lists(rule))
}

/// Seats region by region by Hare's quota, whose working has a line for each list and region.
fn regional_lists(count: u32, seats: u32) -> Contest {
	let lists = ListRule {
		regional: Some(Regional { share: Share::percent(0), base: Base::Participants, regions: Regions::Each }),
		..ListRule::new(seats, Method::Hare)
	};
	let rule = RegionalLists { lists, region_seats: RegionSeats::ByParticipants(Method::Hare) };
	contest(options(count, OptionKind::List), BallotFormat::Single, Rule::RegionalLists(rule))
}

/// As many marks as there are counters for.
fn marks() -> Contest {
	let format = BallotFormat::ListPreferences { places: (MAX_PREFERENCES / MAX_OPTIONS) as u16, most: 13 };
	let rule = Rule::Lists(ListRule::new(1, Method::DHondt));
	contest(options(MAX_OPTIONS, OptionKind::List), format, rule)
}

const RANKED: u32 = MAX_RANKED_CANDIDATES as u32;

fn ranked(rule: Rule) -> Contest {
	let format = BallotFormat::Ranking { most: MAX_RANKS };
	contest(options(RANKED, OptionKind::Candidate), format, rule)
}

fn transferable() -> Contest {
	ranked(Rule::Stv(Stv { seats: 1, ties: TieRule::ListOrder }))
}

fn pairs() -> Contest {
	ranked(Rule::Schulze(Schulze { ties: TieRule::ListOrder }))
}

/// A ranking of as many as a ballot holds, another for each number.
fn ranking(number: u32) -> alloc::vec::Vec<u16> {
	(0..u32::from(MAX_RANKS)).map(|rank| ((number + rank) % RANKED) as u16).collect()
}

/// Ciphertexts that nobody has to decrypt: their second halves are the selections.
fn open_selections(count: u32, format: BallotFormat, selection: impl Fn(u32) -> Selection) -> Page<Ciphertext> {
	let embedded = |number| {
		let point = embedding::embed(&format.encode(&selection(number))).expect("one in 2^53 has none; qed");
		Ciphertext { c1: element(number), c2: Encoded::from(&point) }
	};
	Page::truncate_from((0..count).map(embedded).collect())
}

/// Counts a page of selections and says how many were valid.
fn read<T: Config>(
	contest: Contest,
	regions: u16,
	page: Page<Ciphertext>,
	keeps: Option<Keeps>,
) -> (ListId, List, ListStep) {
	let count = page.len() as u32;
	let stage = Stage::Counting { panel: TrusteeSet::default(), page: 0 };
	let (id, list) = prepare::<T>(T::BenchmarkHelper::election(&[], regions, contest), count, stage);
	Pages::<T>::insert((id, 0, 0), page);
	Pallet::<T>::make_table(&id);
	Counts::<T>::insert(id.election, (id.contest, id.unit), Pallet::<T>::new_count(&id));
	(id, list, ListStep::Count { page: 0, count, trustees: 0, keeps })
}

/// Votes of every region: a few lists have most of them, so that a cap takes many turns.
fn vote<T: Config>(election: ElectionId, regions: u32, options: u32) {
	for region in 0..regions as u16 {
		let mut count = Count::zero(options as usize, 1_000_000_000);
		let votes = (0u32..).map(|option| (1u64 << 22u32.saturating_sub(option)) + 100 + u64::from(region));
		count.votes.iter_mut().zip(votes).for_each(|(to, votes)| *to = votes);
		count.valid = count.votes.iter().sum();
		RegionCounts::<T>::insert(election, (ContestId(0), region), count);
	}
}

fn any_election<T: Config>() -> ElectionId {
	T::BenchmarkHelper::election(&[], MAX_REGIONS as u16, lists(MAX_OPTIONS, 1))
}

/// An outcome of the longest kind.
fn long_outcome() -> OutcomeBytes {
	BoundedVec::truncate_from(alloc::vec![7; MAX_OUTCOME_BYTES as usize])
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

fn ranked_ballot(number: u32) -> RankedBallot {
	let order = ranking(number).into_iter().map(|option| option as u8).collect();
	RankedBallot { order: BoundedVec::truncate_from(order), place: Place::default() }
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
		Outcomes::<T>::insert(election, ContestId(0), long_outcome());
		#[block]
		{
			let task = Pallet::<T>::current(Ring::Running);
			assert!(task.and_then(|task| Pallet::<T>::plan(&task)).is_some());
			let decision = Pallet::<T>::plan_decision(election, ContestId(0));
			assert!(matches!(decision, Decision::Seal { .. }));
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
		let election = T::BenchmarkHelper::election(&ciphertexts(1, 0), MAX_REGIONS as u16, lists(MAX_OPTIONS, 1));
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
		let election = T::BenchmarkHelper::election(&ciphertexts(n, 0), 1, lists(2, 1));
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
		let election = T::BenchmarkHelper::election(&[], 1, lists(o, 1));
		let stage = Stage::Counting { panel: everybody(), page: 0 };
		let (id, list) = prepare::<T>(election, LONG, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::MakeTable(o));
		}
		let made = Tables::<T>::get(id.election, id.contest);
		assert!(matches!(made, Some(Reader::Rows(table)) if table.len() == o as usize));
	}

	#[benchmark]
	fn combine_shares(n: Linear<1, PAGE>) {
		let stage = Stage::Counting { panel: everybody(), page: 0 };
		let (id, _) = prepare::<T>(any_election::<T>(), n, stage);
		Shares::<T>::insert((id, TrusteeIndex(1), 0), elements(n, 0));
		let points: alloc::vec::Vec<_> =
			elements(n, 1_000).iter().map(|element| element.point().unwrap_or_default()).collect();
		let left;
		#[block]
		{
			left = Pallet::<T>::combine_shares(&id, TrusteeIndex(1), 0, &points);
		}
		assert_eq!(left.len() as u32, n);
	}

	#[benchmark]
	fn count_page(n: Linear<1, PAGE>) {
		let (id, list, step) = read::<T>(lists(MAX_OPTIONS, 1), MAX_REGIONS as u16, ciphertexts(n, 0), None);
		#[block]
		{
			advance::<T>(id, list, step);
		}
		assert_eq!(Pallet::<T>::count_of(&id).invalid, u64::from(n));
	}

	/// Rankings whose counters are larger than most.
	#[benchmark]
	fn try_counters(k: Linear<1, { PAGE * MAX_COUNTERS }>) {
		let format = BallotFormat::Ranking { most: MAX_RANKS };
		let with_counter = |number| {
			let point = *embedding::embed(&format.encode(&Selection::Ranking(ranking(number)))).ok()?.point();
			let Encoded([first, ..]) = Encoded::from(&point);
			(first >= 16).then_some((point, u32::from(first / 2)))
		};
		let (point, counter) = (0..RANKED).find_map(with_counter).expect("one in ten is; qed");
		#[block]
		{
			for _ in 0..k.div_ceil(counter) {
				assert!(embedding::decode(&point).is_some());
			}
		}
	}

	#[benchmark]
	fn read_marks(n: Linear<1, PAGE>) {
		let contest = marks();
		let select = |number| Selection::List { list: (number % MAX_OPTIONS) as u16, preferences: (0..13).collect() };
		let page = open_selections(n, contest.format, select);
		let (id, list, step) = read::<T>(contest, 16, page, Some(Keeps::Marks));
		Preferences::<T>::insert(
			id.election,
			(id.contest, 0),
			Marks::truncate_from(alloc::vec![1 << 40; MAX_PREFERENCES as usize]),
		);
		#[block]
		{
			advance::<T>(id, list, step);
		}
		assert_eq!(Pallet::<T>::count_of(&id).valid, u64::from(n));
	}

	#[benchmark]
	fn read_rankings(n: Linear<1, PAGE>) {
		let contest = transferable();
		let page = open_selections(n, contest.format, |number| Selection::Ranking(ranking(number)));
		let (id, list, step) = read::<T>(contest, MAX_REGIONS as u16, page, Some(Keeps::Rankings));
		// They go on two pages.
		let there: alloc::vec::Vec<_> = (0..PAGE - 1).map(ranked_ballot).collect();
		Rankings::<T>::insert((id.election, id.contest, 0), Page::truncate_from(there));
		RankedTotal::<T>::insert(id.election, id.contest, PAGE - 1);
		#[block]
		{
			advance::<T>(id, list, step);
		}
		assert_eq!(RankedTotal::<T>::get(id.election, id.contest), PAGE - 1 + n);
	}

	#[benchmark]
	fn read_pairs(n: Linear<1, PAGE>) {
		let contest = pairs();
		let page = open_selections(n, contest.format, |number| Selection::Ranking(ranking(number)));
		let (id, list, step) = read::<T>(contest, MAX_REGIONS as u16, page, Some(Keeps::Pairs));
		Pairs::<T>::insert(id.election, id.contest, PairCounts::new(RANKED as u8));
		#[block]
		{
			advance::<T>(id, list, step);
		}
		assert_eq!(Pallet::<T>::count_of(&id).valid, u64::from(n));
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
	fn decide(o: Linear<2, MAX_OPTIONS>, r: Linear<1, MAX_REGIONS>, s: Linear<1, MAX_CONTEST_SEATS>) {
		let election = T::BenchmarkHelper::election(&[], r as u16, lists(o, s));
		vote::<T>(election, r, o);
		#[block]
		{
			Pallet::<T>::apply_rule(election, ContestId(0));
		}
		assert!(matches!(Pallet::<T>::outcome_of(election, ContestId(0)), Some(Ok(_))));
	}

	#[benchmark]
	fn decide_regional(o: Linear<2, MAX_OPTIONS>, r: Linear<1, MAX_REGIONS>, s: Linear<1, MAX_CONTEST_SEATS>) {
		let election = T::BenchmarkHelper::election(&[], r as u16, regional_lists(o, s));
		vote::<T>(election, r, o);
		#[block]
		{
			Pallet::<T>::apply_rule(election, ContestId(0));
		}
		assert!(matches!(Pallet::<T>::outcome_of(election, ContestId(0)), Some(Ok(_))));
	}

	/// Everybody beats the next in a circle, so that every path is looked for.
	#[benchmark]
	fn decide_pairs() {
		let election = T::BenchmarkHelper::election(&[], MAX_REGIONS as u16, pairs());
		let mut counts = PairCounts::new(RANKED as u8);
		for first in 0..RANKED as u16 {
			let order: alloc::vec::Vec<u16> = (0..RANKED as u16).map(|rank| (first + rank) % RANKED as u16).collect();
			counts.add(&order, 1);
		}
		Pairs::<T>::insert(election, ContestId(0), counts);
		vote::<T>(election, MAX_REGIONS, RANKED);
		#[block]
		{
			Pallet::<T>::apply_rule(election, ContestId(0));
		}
		assert!(matches!(Pallet::<T>::outcome_of(election, ContestId(0)), Some(Ok(_))));
	}

	#[benchmark]
	fn begin_ranked() {
		let election = T::BenchmarkHelper::election(&[], MAX_REGIONS as u16, transferable());
		vote::<T>(election, MAX_REGIONS, RANKED);
		#[block]
		{
			Pallet::<T>::decide(election, ContestId(0), Decision::Begin);
		}
		assert!(RankedCounts::<T>::contains_key(election, ContestId(0)));
	}

	/// All of them move, and nobody but the last of each ballot stands.
	#[benchmark]
	fn pass_rankings(n: Linear<1, PAGE>) {
		let contest = transferable();
		let election = ElectionId(0);
		let out: alloc::vec::Vec<u16> = (0..RANKED as u16).filter(|option| *option != 28).collect();
		let totals = RankedTotals { valid: n.into(), ..Default::default() };
		let (count, _) = RankedCount::begin(&contest.rule, RANKED as u16, &out, &totals).expect("the rule fits; qed");
		RankedCounts::<T>::insert(election, ContestId(0), StagedCount { count, page: 0 });
		let ballots = (0..n).map(|_| ranked_ballot(0)).collect();
		Rankings::<T>::insert((election, ContestId(0), 0), Page::truncate_from(ballots));
		#[block]
		{
			Pallet::<T>::decide(election, ContestId(0), Decision::Pass { page: 0, count: n });
		}
		let page = Rankings::<T>::get((election, ContestId(0), 0)).unwrap_or_default();
		assert!(page.iter().all(|ballot| ballot.place.at == 28));
	}

	/// Everybody is tied at every stage so far.
	#[benchmark]
	fn close_stage() {
		let contest = transferable();
		let election = T::BenchmarkHelper::election(&[], MAX_REGIONS as u16, contest.clone());
		vote::<T>(election, MAX_REGIONS, RANKED);
		let totals = RankedTotals { valid: RANKED.into(), ..Default::default() };
		let (mut count, mut working) =
			RankedCount::begin(&contest.rule, RANKED as u16, &[], &totals).expect("the rule fits; qed");
		for option in 0..RANKED as u16 {
			count.pass(&[option], 1, &mut Place::default());
		}
		let votes: alloc::vec::Vec<_> = (0..RANKED as u16).map(|option| (option, 100_000)).collect();
		let row = |stage| Step::StageVotes { stage, scale: 100_000, votes: votes.clone(), non_transferable: 0 };
		working.extend((0..RANKED).map(row));
		RankedCounts::<T>::insert(election, ContestId(0), StagedCount { count, page: 1 });
		Workings::<T>::insert(election, ContestId(0), WorkingBytes::truncate_from(working.encode()));
		#[block]
		{
			Pallet::<T>::decide(election, ContestId(0), Decision::CloseStage);
			// The last stage reads the votes of all regions and keeps the outcome.
			Pallet::<T>::decide(election, ContestId(0), Decision::Begin);
			Outcomes::<T>::insert(election, ContestId(0), long_outcome());
		}
		assert!(RankedCounts::<T>::contains_key(election, ContestId(0)));
	}

	/// With the longest outcome and as many marks as there may be.
	#[benchmark]
	fn seal(o: Linear<2, MAX_OPTIONS>, r: Linear<1, MAX_REGIONS>) {
		let places = (MAX_PREFERENCES / o).min(MAX_ALL_PREFERENCES / o / r).max(1);
		let format = BallotFormat::ListPreferences { places: places as u16, most: 1 };
		let rule = Rule::Lists(ListRule::new(1, Method::DHondt));
		let contest = contest(options(o, OptionKind::List), format, rule);
		let election = T::BenchmarkHelper::election(&[], r as u16, contest);
		let (id, _) = prepare::<T>(election, 1, Stage::Leaving);
		vote::<T>(election, r, o);
		let marks = Marks::truncate_from(alloc::vec![1 << 40; (o * places) as usize]);
		(0..r as u16).for_each(|region| Preferences::<T>::insert(election, (id.contest, region), &marks));
		Outcomes::<T>::insert(election, id.contest, long_outcome());
		#[block]
		{
			Pallet::<T>::seal_contest(election, id.contest);
		}
		assert!(Tallies::<T>::get(election).is_some_and(|progress| progress.digest != [0; 32]));
	}

	#[benchmark]
	fn record_lot() -> Result<(), BenchmarkError> {
		let election = any_election::<T>();
		prepare::<T>(election, 1, Stage::Leaving);
		let stage = ElectionStage::AwaitingLots;
		Tallies::<T>::insert(election, Progress { stage, lists: 0, counted: 0, digest: [0; 32] });
		for contest in (1..MAX_CONTESTS as u8).map(ContestId) {
			Lots::<T>::insert(election, contest, Lot::Drawn { seed: [1; 32] });
		}
		Lots::<T>::insert(election, ContestId(0), Lot::Needed);
		let origin = T::CommissionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, election, ContestId(0), [2; 32]);
		let stage = Tallies::<T>::get(election).map(|progress| progress.stage);
		assert_eq!(stage, Some(ElectionStage::Deciding { contest: ContestId(0) }));
		Ok(())
	}

	/// The last step of an annulled election: of everything there is one for each contest, and as many counts as fit.
	#[benchmark]
	fn remove() {
		let election = any_election::<T>();
		let (id, _) = prepare::<T>(election, LONG, Stage::Leaving);
		Lists::<T>::remove(election, (id.unit, id.contest));
		let stage = ElectionStage::Dropping;
		Tallies::<T>::insert(election, Progress { stage, lists: 0, counted: 0, digest: [0; 32] });
		let count = Count::zero(MAX_OPTIONS as usize, 1);
		for unit in 0..SWEEP as u16 - 1 {
			Counts::<T>::insert(election, (id.contest, UnitId(unit)), &count);
		}
		for contest in (0..MAX_CONTESTS as u8).map(ContestId) {
			Outcomes::<T>::insert(election, contest, long_outcome());
			Lots::<T>::insert(election, contest, Lot::Needed);
			Pairs::<T>::insert(election, contest, PairCounts::new(RANKED as u8));
			RankedTotal::<T>::insert(election, contest, 1);
			Tables::<T>::insert(election, contest, Reader::Rows(Table::default()));
		}
		#[block]
		{
			Pallet::<T>::remove_some(election);
		}
		assert!(!Tallies::<T>::contains_key(election));
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::for_benchmarks(), crate::tests::mock::Test);
}

//! What each call and each step costs at its worst: points that decode, pages that are full, as many trustees, options and
//! regions as there may be. Proofs need not hold: a verification that fails at the end has cost the same.

mod contests;
mod deniable;
mod fixtures;

use crate::{
	steps::{Decision, ListStep, LONG},
	*,
};
use ballot_crypto::{
	context::step,
	embedding,
	equality::{self, Bases},
	matching::{BallotVerdict, Matching, Tag},
	shuffle::Shape,
	tagging,
	transcript::ListDigest,
	Ciphertext, Encoded, EncodedScalar,
};
use contests::*;
use deniable::*;
use dobush_primitives::{
	traits::Elections, Affiliation, Contest, ContestId, ElectionId, Replacement, TrusteeIndex, UnitId,
	MAX_AFFILIATIONS, MAX_ALL_LIST_CANDIDATES, MAX_ALL_PREFERENCES, MAX_COLUMNS, MAX_CONTESTS, MAX_CONTEST_SEATS,
	MAX_LIST_CANDIDATES, MAX_OPTIONS, MAX_PREFERENCES, MAX_REGIONS, MAX_UNITS,
};
use electoral_rules::{
	selection::MAX_RANKS, BallotFormat, BallotPosition, Filled, ListRule, LotNeeded, Method, OptionKind, PairCounts,
	RankedCount, RankedTotals, Rule, Selection, Step,
};
use fixtures::*;
use frame_benchmarking::v2::*;
use frame_support::{traits::EnsureOrigin, BoundedVec};
use frame_system::RawOrigin;
use parity_scale_codec::Encode;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

/// Sets up what the tally's neighbours must know for its benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// An election in the phase of tallying, with as many units as a definition may have in `regions` regions, and as many
	/// contests like this one, all on every ballot. In the box of unit 0 lies a ballot for each of `ciphertexts`, with that
	/// ciphertext in every entry.
	fn election(ciphertexts: &[Ciphertext], regions: u16, contest: Contest) -> ElectionId;
	/// A deniable election in the phase of tallying, with as many units as a definition may have, all of one region and style,
	/// and as many contests like this one as a deniable ballot may have. In the box of unit 0 lie so many ballots of different
	/// keys, with some ciphertext in every entry, and on its roll so many entries.
	fn deniable_election(ballots: u32, voters: u32, contest: Contest) -> ElectionId;
	/// Lets the definition say how the lists of contest 0 are filled: by preferences, women first, by lot between equals, with so
	/// many candidates on each.
	fn fill_lists(election: ElectionId, candidates: u32);
	/// Lets these candidates stand for lists; the election has as many contests as there may be from now on.
	fn affiliate(election: ElectionId, affiliations: &[Affiliation]);
	/// The commission has certified the election.
	fn certify(election: ElectionId);
	/// The account of the trustee number `index`, from 1.
	fn trustee(index: u16) -> AccountId;
}

const PAGE: u32 = 256;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn upload_mix_page(n: Linear<1, PAGE>) {
		let (id, _) = prepare::<T>(any_election::<T>(), n, ListStage::Mixing(turn(n)));
		let page = ciphertexts(n, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, 0, page);
		assert!(Pages::<T>::contains_key((id, 1, 0)));
	}

	#[benchmark]
	fn upload_mix_head(w: Linear<1, { HEAVIEST_WIDTH as u32 }>) {
		let id = ListId { election: any_election::<T>(), unit: UnitId(0), part: Part::Ballots };
		prepare_list::<T>(id, w as u8, LONG, ListStage::Mixing(turn(LONG)));
		let bytes = head(&Shape::of(LONG, w as u8).expect("the length is legal; qed")).encode();
		assert_eq!(Pallet::<T>::head_width(bytes.len()), w);
		let bytes = BoundedVec::try_from(bytes).expect("no head is longer; qed");
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, bytes);
		assert!(Heads::<T>::contains_key(id));
	}

	#[benchmark]
	fn upload_mix_columns(n: Linear<2, PAGE>) {
		// A list whose proof has just so many columns: lists of up to 16 · 256 have at most 16 rows.
		let columns_of = |total| Pallet::<T>::columns_of(&List { total, ..List::empty() });
		let total = (1..=16 * PAGE).find(|total| columns_of(*total) == n).unwrap_or(LONG);
		let n = columns_of(total).min(n);
		let mut open = turn(total);
		open.columns_digest = ListDigest::new(n);
		let (id, _) = prepare::<T>(any_election::<T>(), total, ListStage::Mixing(open));
		let page = columns(Pallet::<T>::length_of(columns_of(total), 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, 0, page);
		assert!(Columns::<T>::contains_key(id, 0));
	}

	#[benchmark]
	fn close_upload() {
		let mut open = turn(2);
		(open.pages, open.head, open.columns) = (1, true, 1);
		let (id, _) = prepare::<T>(any_election::<T>(), 2, ListStage::Mixing(open));
		let built_on = built_on::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, built_on);
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Verifying(_)));
	}

	/// The last page of the encrypted tags of ballots: what happens next depends on the roll.
	#[benchmark]
	fn upload_shares(n: Linear<1, PAGE>) {
		let (id, mut list) = prepare_group::<T>(any_deniable::<T>(), 1, n, ListStage::Opening(last_of_the_round()));
		list.tags = [2; 32];
		Lists::<T>::insert(id.election, (id.unit, id.part), &list);
		let page = ciphertexts(n, 0);
		let bases = Bases::new(page.iter().map(|ciphertext| ciphertext.c1).collect()).expect("they decode; qed");
		Tags::<T>::insert(id, 0, page);
		let (secret, key) = secret_in_the_set();
		let context = Pallet::<T>::context(&id, step::OPEN_BALLOTS, TrusteeIndex(1), 0);
		let (list_digest, start) = (list.tags, 0);
		let statement = equality::Statement { context: &context, list_digest, start, total: n, key, bases: &bases };
		let mut rng = ChaCha20Rng::from_seed([1; 32]);
		let (shares, proof) = equality::prove(&statement, &secret, &mut rng).expect("the secret fits; qed");
		let built_on = built_on::<T>();
		let shares = Page::truncate_from(shares);
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, 0, shares, proof, built_on);
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Reading { .. }));
	}

	#[benchmark]
	fn upload_tag_shares(n: Linear<1, PAGE>) {
		let (id, list) = prepare_group::<T>(any_deniable::<T>(), 1, n, ListStage::Tagging(last_of_the_round()));
		let page = ciphertexts(n, 0);
		let credentials = tagging::Page::new(&page).expect("they decode; qed");
		Pages::<T>::insert((id, 0, 0), page);
		let (secret, key) = secret_in_the_set();
		let context = Pallet::<T>::context(&id, step::TAG_BALLOTS, TrusteeIndex(1), 0);
		let (list_digest, start) = (list.digest, 0);
		let statement = tagging::Statement { context: &context, list_digest, start, total: n, key, page: &credentials };
		let mut rng = ChaCha20Rng::from_seed([1; 32]);
		let (shares, proof) = tagging::prove(&statement, &secret, &mut rng).expect("the secret fits; qed");
		let built_on = built_on::<T>();
		let shares = Page::truncate_from(shares);
		#[extrinsic_call]
		_(RawOrigin::Signed(T::BenchmarkHelper::trustee(1)), id, 0, 0, shares, proof, built_on);
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Adding { .. }));
	}

	/// The last unit; all of them are merged in groups of two.
	#[benchmark]
	fn look_at_unit() {
		let election = any_deniable::<T>();
		let (id, _) = prepare_group::<T>(election, 1, 1, ListStage::Gathered);
		let last = UnitId(MAX_UNITS as u16 - 1);
		Units::<T>::mutate_extant(election, |units| units.truncate(usize::from(last.0)));
		Sortings::<T>::mutate_extant(election, |sorting| (sorting.merge_below, sorting.groups) = (2, 0));
		#[block]
		{
			Pallet::<T>::look_at_unit(election, last);
		}
		let stage = Tallies::<T>::get(id.election).map(|progress| progress.stage);
		assert_eq!(stage, Some(TallyStage::Grouping { unit: UnitId(0) }));
	}

	#[benchmark]
	fn open_group() {
		let election = any_deniable::<T>();
		let last = UnitId(MAX_UNITS as u16 - 1);
		prepare_group::<T>(election, 1, 1, ListStage::Gathered);
		#[block]
		{
			Pallet::<T>::open_group(election, last);
		}
		assert!(Lists::<T>::contains_key(election, (last, Part::Ballots)));
	}

	/// All groups are merged, and unit 0 gets a list for each contest.
	#[benchmark]
	fn open_votes() {
		let election = any_deniable::<T>();
		prepare_group::<T>(election, 1, 1, ListStage::Gathered);
		let matched = MatchedGroup { recorded: 2, counted: 1, counted_with: None };
		Units::<T>::mutate_extant(election, |units| units.iter_mut().for_each(|unit| unit.matched = Some(matched)));
		Sortings::<T>::mutate_extant(election, |sorting| sorting.merge_below = 1_000_000);
		#[block]
		{
			Pallet::<T>::open_votes(election, UnitId(0));
		}
		let lists = Tallies::<T>::get(election).map(|progress| progress.lists);
		assert_eq!(lists, Some(2 + T::Elections::contests(election).min(MAX_COLUMNS as u8) as u32));
	}

	#[benchmark]
	fn gather_ballots(n: Linear<1, PAGE>) {
		let election = T::BenchmarkHelper::deniable_election(n, 0, lists(2, 1));
		let stage = ListStage::Gathering { unit: UnitId(0), next: 0 };
		let (id, list) = prepare_group::<T>(election, 2, 0, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::Gather { part: id.part, count: n, width: 2, last: true });
		}
		assert_eq!(list_of::<T>(&id).total, n);
	}

	#[benchmark]
	fn decode_ciphertexts(n: Linear<1, PAGE>) {
		let page = ciphertexts(n, 0);
		let decoded;
		#[block]
		{
			decoded = page.iter().filter(|ciphertext| ciphertext.decode_points().is_ok()).count();
		}
		assert_eq!(decoded as u32, n);
	}

	#[benchmark]
	fn gather_roll(n: Linear<1, PAGE>) {
		let election = T::BenchmarkHelper::deniable_election(0, n, lists(2, 1));
		prepare_group::<T>(election, 2, 0, ListStage::Gathered);
		let id = ListId { election, unit: UnitId(0), part: Part::Roll };
		let stage = ListStage::Gathering { unit: UnitId(0), next: 0 };
		let (id, list) = prepare_list::<T>(id, 1, 0, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::Gather { part: id.part, count: n, width: 1, last: true });
		}
		assert_eq!(list_of::<T>(&id).total, n);
	}

	/// They go on two pages.
	#[benchmark]
	fn gather_votes(n: Linear<2, PAGE>) {
		let width = 2;
		let vectors = n / 2;
		let stage = ListStage::Matched { panel: everybody() };
		let (ballots, _) = prepare_group::<T>(any_deniable::<T>(), width, vectors, stage);
		Pages::<T>::insert((ballots, 0, 0), ciphertexts(vectors * 2, 0));
		let verdicts = alloc::vec![BallotVerdict::Counts; vectors as usize];
		Verdicts::<T>::insert(ballots, 0, Page::truncate_from(verdicts));
		let id = ListId { part: Part::Contest(CONTEST), ..ballots };
		let stage = ListStage::Gathering { unit: UnitId(0), next: 0 };
		let (id, mut list) = prepare_list::<T>(id, 1, PAGE - 1, stage);
		list.column = 1;
		Pages::<T>::insert((id, 0, 0), ciphertexts(PAGE - 1, 0));
		#[block]
		{
			advance::<T>(id, list, ListStep::Gather { part: id.part, count: 1, width: 1, last: true });
		}
		assert_eq!(list_of::<T>(&id).total, PAGE - 1 + vectors);
	}

	/// The last page of the last group, of which nothing counts.
	#[benchmark]
	fn digest_page(n: Linear<1, PAGE>) {
		let stage = ListStage::Digesting { page: 0, digest: ListDigest::new(n) };
		let (id, list) = prepare_group::<T>(any_deniable::<T>(), 1, n, stage);
		Pages::<T>::insert((id, 0, 0), ciphertexts(n, 0));
		let roll = ListId { part: Part::Roll, ..id };
		prepare_list::<T>(roll, 1, 0, ListStage::Gathered);
		set_matching::<T>(id.election);
		#[block]
		{
			advance::<T>(id, list, ListStep::Digest { page: 0, count: n });
		}
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Matched { .. }));
		let stage = Tallies::<T>::get(id.election).map(|progress| progress.stage);
		assert_eq!(stage, Some(TallyStage::Merging { unit: UnitId(0) }));
	}

	#[benchmark]
	fn sum_tag_shares(n: Linear<1, PAGE>) {
		let (id, _) = prepare_group::<T>(any_deniable::<T>(), 1, n, ListStage::Gathered);
		TagShares::<T>::insert((id, TrusteeIndex(1), 0), ciphertexts(n, 0));
		let before = ciphertexts(n, 1_000);
		let before = before.iter().map(|share| share.decode_points().expect("it decodes; qed")).collect();
		let sums;
		#[block]
		{
			sums = Pallet::<T>::sum_tag_shares(&id, TrusteeIndex(1), whole(n), before);
		}
		assert_eq!(sums.len() as u32, n);
	}

	/// The shares of one trustee are all that there is to add.
	#[benchmark]
	fn add_tags(n: Linear<1, PAGE>) {
		let mut panel = TrusteeSet::default();
		panel.insert(TrusteeIndex(1));
		let stage = ListStage::Adding { panel, page: 0, done: 0, digest: ListDigest::new(n) };
		let (id, list) = prepare_group::<T>(any_deniable::<T>(), 1, n, stage);
		TagShares::<T>::insert((id, TrusteeIndex(1), 0), ciphertexts(n, 0));
		#[block]
		{
			advance::<T>(id, list, ListStep::AddTags { page: 0, count: n, trustees: 1 });
		}
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Choosing { .. }));
	}

	/// Nobody has to take shares off: `combine_shares` is paid for apart. Afterwards the ballots may be read.
	#[benchmark]
	fn keep_roll_tags(n: Linear<1, PAGE>) {
		let election = any_deniable::<T>();
		prepare_group::<T>(election, 1, n, ListStage::Opened { panel: everybody() });
		let id = ListId { election, unit: UnitId(0), part: Part::Roll };
		let stage = ListStage::Reading { panel: TrusteeSet::default(), page: 0 };
		let (id, list) = prepare_list::<T>(id, 1, n, stage);
		Matchings::<T>::insert(election, id.unit, Matching::new(n, n));
		Tags::<T>::insert(id, 0, ciphertexts(n, 0));
		#[block]
		{
			advance::<T>(id, list, ListStep::Read { part: id.part, page: 0, count: n, trustees: 0 });
		}
		assert_eq!(RollTags::<T>::iter_prefix_values((election, id.unit)).count() as u32, n);
	}

	/// All of them count, and theirs is the last group.
	#[benchmark]
	fn match_ballots(n: Linear<1, PAGE>) {
		let stage = ListStage::Reading { panel: TrusteeSet::default(), page: 0 };
		let (id, list) = prepare_group::<T>(any_deniable::<T>(), 1, n, stage);
		let page = ciphertexts(n, 0);
		let tags: alloc::vec::Vec<Option<Tag>> = page.iter().map(|tag| Tag::of(&tag.c2.point().ok()?)).collect();
		let mut matching = Matching::new(n, n);
		matching.roll(&tags, &mut alloc::collections::BTreeMap::new()).expect("it is the whole roll; qed");
		tags.into_iter().flatten().for_each(|tag| RollTags::<T>::insert((id.election, id.unit), tag, false));
		Matchings::<T>::insert(id.election, id.unit, matching);
		Tags::<T>::insert(id, 0, page);
		set_matching::<T>(id.election);
		#[block]
		{
			advance::<T>(id, list, ListStep::Read { part: id.part, page: 0, count: n, trustees: 0 });
		}
		let matched = Units::<T>::get(id.election).and_then(|units| units.first()?.matched);
		assert_eq!(matched, Some(MatchedGroup { recorded: n, counted: n, counted_with: None }));
		let stage = Tallies::<T>::get(id.election).map(|progress| progress.stage);
		assert_eq!(stage, Some(TallyStage::Merging { unit: UnitId(0) }));
	}

	#[benchmark]
	fn next_step() {
		// Both kinds of task, each at the stage that reads most.
		let election = any_election::<T>();
		let (id, _) = prepare::<T>(election, LONG, ListStage::Verifying(turn(LONG)));
		Verifications::<T>::insert(id, verification::<T>(&id, LONG));
		Pallet::<T>::enter(Ring::Running, Task::List(id));
		Pallet::<T>::enter(Ring::Running, Task::Election(election));
		#[block]
		{
			let task = Pallet::<T>::current(Ring::Running);
			assert!(task.and_then(|task| Pallet::<T>::plan(&task)).is_some());
			let decision = Pallet::<T>::plan_decision(election, ContestId(0));
			assert!(matches!(decision, Decision::Apply { .. }));
			Pallet::<T>::leave(Ring::Running);
		}
	}

	#[benchmark]
	fn check_deadline() {
		let (id, mut list) = prepare::<T>(any_election::<T>(), LONG, ListStage::Decrypting(round()));
		list.watched = true;
		Pallet::<T>::enter(Ring::Waiting, Task::List(id));
		Pallet::<T>::enter(Ring::Waiting, Task::List(ListId { unit: UnitId(1), ..id }));
		#[block]
		{
			Pallet::<T>::check_deadline(Task::List(id));
			Pallet::<T>::expire_turn(&id, list);
			Pallet::<T>::leave(Ring::Waiting);
		}
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Choosing { .. }));
	}

	#[benchmark]
	fn open_unit() {
		let election = T::BenchmarkHelper::election(&ciphertexts(1, 0), MAX_REGIONS as u16, lists(MAX_OPTIONS, 1));
		let (id, _) = prepare::<T>(election, 1, ListStage::Removing);
		Lists::<T>::remove(election, (id.unit, id.part));
		#[block]
		{
			Pallet::<T>::open_unit(election, UnitId(0));
		}
		assert!(Lists::<T>::contains_key(election, (id.unit, id.part)));
	}

	#[benchmark]
	fn collect(n: Linear<1, PAGE>) {
		let election = T::BenchmarkHelper::election(&ciphertexts(n, 0), 1, lists(2, 1));
		let stage = ListStage::Collecting { slot: 0, digest: ListDigest::new(n) };
		let (id, list) = prepare::<T>(election, n, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::Collect(n));
		}
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Inviting { .. }));
	}

	#[benchmark]
	fn sweep(n: Linear<1, SWEEP>) {
		let stage = ListStage::Inviting { after: TrusteeIndex(0), attempt: 0 };
		let (id, mut list) = prepare::<T>(any_election::<T>(), LONG, stage);
		let page = ciphertexts(PAGE, 0);
		(0..n).for_each(|number| Pages::<T>::insert((id, 1, number), &page));
		list.pending_removals = BoundedVec::truncate_from(alloc::vec![PendingRemoval::Pages { layer: 1, left: n }]);
		#[block]
		{
			advance::<T>(id, list, ListStep::Sweep);
		}
		assert!(list_of::<T>(&id).pending_removals.is_empty());
	}

	#[benchmark]
	fn invite() {
		let stage = ListStage::Choosing { job: Job::Decrypt, attempt: 0, absent: TrusteeSet::default() };
		let (id, list) = prepare::<T>(any_election::<T>(), LONG, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::Choose);
		}
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Decrypting(_)));
	}

	#[benchmark]
	fn verify_head(w: Linear<1, { HEAVIEST_WIDTH as u32 }>) {
		let width = w as u8;
		let id = ListId { election: any_election::<T>(), unit: UnitId(0), part: Part::Ballots };
		let (id, list) = prepare_list::<T>(id, width, LONG, ListStage::Verifying(turn(LONG)));
		let bytes = head(&Shape::of(LONG, width).expect("the length is legal; qed")).encode();
		Heads::<T>::insert(id, BoundedVec::truncate_from(bytes));
		#[block]
		{
			advance::<T>(id, list, ListStep::Head { width });
		}
		assert!(Verifications::<T>::contains_key(id));
	}

	#[benchmark]
	fn verify_columns(n: Linear<1, PAGE>) {
		let (id, list) = prepare::<T>(any_election::<T>(), LONG, ListStage::Verifying(turn(LONG)));
		Verifications::<T>::insert(id, verification::<T>(&id, LONG));
		Columns::<T>::insert(id, 0, columns(n));
		#[block]
		{
			advance::<T>(id, list, ListStep::Columns { start: 0, count: n });
		}
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Verifying(_)));
	}

	#[benchmark]
	fn verify_elements(n: Linear<1, PAGE>) {
		let (id, list) = prepare::<T>(any_election::<T>(), LONG, ListStage::Verifying(turn(LONG)));
		let mut verification = verification::<T>(&id, LONG);
		let page = columns(PAGE);
		let all = Pallet::<T>::columns_of(&list);
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
			advance::<T>(id, list, ListStep::Elements { start: 0, count: n, width: 1 });
			// A page of elements can need columns from three pages; this one takes them from one.
			let _ = (Columns::<T>::get(id, 1), Columns::<T>::get(id, 2));
		}
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Verifying(_)));
	}

	#[benchmark]
	fn verify_verdict() {
		let total = 33;
		let (id, list) = prepare::<T>(any_election::<T>(), total, ListStage::Verifying(turn(total)));
		let mut verification = verification::<T>(&id, total);
		let count = Pallet::<T>::columns_of(&list);
		verification.columns(&columns(count)).expect("they come in order; qed");
		let responses: alloc::vec::Vec<EncodedScalar> = (0..total).map(scalar).collect();
		let (before, after) = (ciphertexts(total, 0), ciphertexts(total, 1_000));
		verification.elements(&before, &after, &responses).expect("they come in order; qed");
		Verifications::<T>::insert(id, verification);
		#[block]
		{
			advance::<T>(id, list, ListStep::Verdict);
		}
		assert!(matches!(list_of::<T>(&id).stage, ListStage::Inviting { .. }));
	}

	#[benchmark]
	fn make_table(o: Linear<1, MAX_OPTIONS>) {
		let election = T::BenchmarkHelper::election(&[], 1, lists(o, 1));
		let stage = ListStage::Counting { panel: everybody(), page: 0, done: 0 };
		let (id, list) = prepare::<T>(election, LONG, stage);
		#[block]
		{
			advance::<T>(id, list, ListStep::MakeTable(o));
		}
		let made = Tables::<T>::get(id.election, CONTEST);
		assert!(matches!(made, Some(Reader::Rows(table)) if table.len() == o as usize));
	}

	#[benchmark]
	fn combine_shares(n: Linear<1, PAGE>) {
		let stage = ListStage::Counting { panel: everybody(), page: 0, done: 0 };
		let (id, _) = prepare::<T>(any_election::<T>(), n, stage);
		Shares::<T>::insert((id, TrusteeIndex(1), 0), elements(n, 0));
		let points: alloc::vec::Vec<_> =
			elements(n, 1_000).iter().map(|element| element.point().unwrap_or_default()).collect();
		let left;
		#[block]
		{
			left = Pallet::<T>::combine_shares(&id, TrusteeIndex(1), whole(n), &points);
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
		assert_eq!(Pallet::<T>::count_of(&id, CONTEST).invalid, u64::from(n));
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
		let (id, list, step) = read::<T>(contest, 16, page, Some(DetailKept::Marks));
		Preferences::<T>::insert(
			id.election,
			(CONTEST, 0),
			Marks::truncate_from(alloc::vec![1 << 40; MAX_PREFERENCES as usize]),
		);
		#[block]
		{
			advance::<T>(id, list, step);
		}
		assert_eq!(Pallet::<T>::count_of(&id, CONTEST).valid, u64::from(n));
	}

	#[benchmark]
	fn read_rankings(n: Linear<1, PAGE>) {
		let contest = transferable();
		let page = open_selections(n, contest.format, |number| Selection::Ranking(ranking(number)));
		let (id, list, step) = read::<T>(contest, MAX_REGIONS as u16, page, Some(DetailKept::Rankings));
		// They go on two pages.
		let there: alloc::vec::Vec<_> = (0..PAGE - 1).map(ranked_ballot).collect();
		Rankings::<T>::insert((id.election, CONTEST, 0), Page::truncate_from(there));
		RankedTotal::<T>::insert(id.election, CONTEST, PAGE - 1);
		#[block]
		{
			advance::<T>(id, list, step);
		}
		assert_eq!(RankedTotal::<T>::get(id.election, CONTEST), PAGE - 1 + n);
	}

	#[benchmark]
	fn read_pairs(n: Linear<1, PAGE>) {
		let contest = pairs();
		let page = open_selections(n, contest.format, |number| Selection::Ranking(ranking(number)));
		let (id, list, step) = read::<T>(contest, MAX_REGIONS as u16, page, Some(DetailKept::Pairs));
		Pairs::<T>::insert(id.election, CONTEST, PairCounts::new(RANKED as u8));
		#[block]
		{
			advance::<T>(id, list, step);
		}
		assert_eq!(Pallet::<T>::count_of(&id, CONTEST).valid, u64::from(n));
	}

	#[benchmark]
	fn close_list() {
		let stage = ListStage::Counting { panel: everybody(), page: 1, done: 0 };
		let (id, list) = prepare::<T>(any_election::<T>(), 1, stage);
		let count = Pallet::<T>::new_count(&id, CONTEST);
		Counts::<T>::insert(id.election, (CONTEST, id.unit), &count);
		RegionCounts::<T>::insert(id.election, (CONTEST, 0), &count);
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
		assert_eq!(stage, Some(TallyStage::Deciding { contest: ContestId(0) }));
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
		assert!(page.iter().all(|ballot| ballot.place.preference == 28));
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
			count.pass(&[option], 1, &mut BallotPosition::default());
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

	/// Equal marks in all regions, so that a lot orders candidates; half of them sit.
	#[benchmark]
	fn seat_list(r: Linear<1, MAX_REGIONS>) {
		let election = seats_to_fill::<T>(r);
		#[block]
		{
			Pallet::<T>::decide(election, CONTEST, Decision::Seat { list: 0, regions: r });
		}
		assert!(SeatedLists::<T>::contains_key(election, (CONTEST, 0)));
	}

	/// As many candidates as there may be, spread over so many districts.
	#[benchmark]
	fn count_direct_seats(d: Linear<1, { MAX_CONTESTS - 1 }>) {
		let election = any_election::<T>();
		prepare::<T>(election, 1, ListStage::Removing);
		let each = MAX_AFFILIATIONS.div_ceil(d);
		let affiliations: alloc::vec::Vec<_> = (0..MAX_AFFILIATIONS)
			.map(|n| Affiliation {
				lists: CONTEST,
				district: ContestId(1 + (n / each) as u8),
				candidate: (n % each) as u16,
				list: 0,
			})
			.collect();
		T::BenchmarkHelper::affiliate(election, &affiliations);
		for district in 1..MAX_CONTESTS as u8 {
			give_seats::<T>(election, ContestId(district), u32::from(district));
		}
		#[block]
		{
			assert!(Pallet::<T>::direct_seats(election, CONTEST, MAX_OPTIONS as usize).is_some());
		}
	}

	/// The last contest of an election with as many as there may be, of which all but the first come last, and with as many lots.
	#[benchmark]
	fn next_contest() {
		let election = any_election::<T>();
		prepare::<T>(election, 1, ListStage::Removing);
		let affiliation = |lists| Affiliation { lists: ContestId(lists), district: CONTEST, candidate: 0, list: 0 };
		let last = MAX_CONTESTS as u8 - 1;
		T::BenchmarkHelper::affiliate(election, &(1..=last).map(affiliation).collect::<alloc::vec::Vec<_>>());
		for contest in (0..MAX_CONTESTS as u8).map(ContestId) {
			Lots::<T>::insert(election, contest, Lot::Used { seed: [1; 32] });
		}
		#[block]
		{
			Pallet::<T>::next_contest(election, ContestId(last));
		}
		let stage = Tallies::<T>::get(election).map(|progress| progress.stage);
		assert_eq!(stage, Some(TallyStage::Sealing { contest: CONTEST }));
	}

	/// Nearly all who sat first have left, and two of the same sex who could follow are equal.
	#[benchmark]
	fn fill_vacancy() -> Result<(), BenchmarkError> {
		let election = seats_to_fill::<T>(MAX_REGIONS);
		let half = MAX_LIST_CANDIDATES as u16 / 2;
		let filled = Filled { elected: (0..half).collect(), vacant: 0, working: alloc::vec![] };
		let bytes = Ok::<_, LotNeeded>(filled).encode();
		SeatedLists::<T>::insert(election, (CONTEST, 0), FilledBytes::truncate_from(bytes));
		let left = |leaving| Replacement { leaving, next: Some(half + leaving), lot: Some([1; 32]) };
		let before: alloc::vec::Vec<_> = (0..half - 3).map(left).collect();
		Replacements::<T>::insert(election, (CONTEST, 0), Vacancies::truncate_from(before));
		T::BenchmarkHelper::certify(election);
		let origin = T::CommissionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, election, CONTEST, 0, half - 1, Some([2; 32]));
		assert_eq!(Replacements::<T>::get(election, (CONTEST, 0)).len(), usize::from(half) - 2);
		Ok(())
	}

	/// With the longest outcome, as many marks as there may be, and members of all lists.
	#[benchmark]
	fn seal(o: Linear<2, MAX_OPTIONS>, r: Linear<1, MAX_REGIONS>) {
		let places = (MAX_PREFERENCES / o).min(MAX_ALL_PREFERENCES / o / r).max(1);
		let format = BallotFormat::ListPreferences { places: places as u16, most: 1 };
		let rule = Rule::Lists(ListRule::new(1, Method::DHondt));
		let contest = contest(options(o, OptionKind::List), format, rule);
		let election = T::BenchmarkHelper::election(&[], r as u16, contest);
		prepare::<T>(election, 1, ListStage::Removing);
		vote::<T>(election, r, o);
		let marks = Marks::truncate_from(alloc::vec![1 << 40; (o * places) as usize]);
		(0..r as u16).for_each(|region| Preferences::<T>::insert(election, (CONTEST, region), &marks));
		Outcomes::<T>::insert(election, CONTEST, long_outcome());
		let candidates = (MAX_ALL_LIST_CANDIDATES / o).clamp(1, MAX_LIST_CANDIDATES);
		T::BenchmarkHelper::fill_lists(election, candidates);
		// Every candidate in a seat and in six steps about ties.
		let filled = alloc::vec![7; 64 + 26 * candidates as usize];
		(0..o as u16).for_each(|list| {
			SeatedLists::<T>::insert(election, (CONTEST, list), FilledBytes::truncate_from(filled.clone()));
		});
		#[block]
		{
			Pallet::<T>::seal_contest(election, CONTEST);
		}
		assert!(Tallies::<T>::get(election).is_some_and(|progress| progress.digest != [0; 32]));
	}

	#[benchmark]
	fn record_lot() -> Result<(), BenchmarkError> {
		let election = any_election::<T>();
		prepare::<T>(election, 1, ListStage::Removing);
		let stage = TallyStage::AwaitingLots;
		Tallies::<T>::insert(election, Progress { stage, lists: 0, counted: 0, digest: [0; 32] });
		for contest in (1..MAX_CONTESTS as u8).map(ContestId) {
			Lots::<T>::insert(election, contest, Lot::Drawn { seed: [1; 32] });
		}
		Lots::<T>::insert(election, ContestId(0), Lot::Needed);
		let origin = T::CommissionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, election, ContestId(0), [2; 32]);
		let stage = Tallies::<T>::get(election).map(|progress| progress.stage);
		assert_eq!(stage, Some(TallyStage::Deciding { contest: ContestId(0) }));
		Ok(())
	}

	/// The last step of an annulled election, with as many entries as one step removes, some of each kind.
	#[benchmark]
	fn remove() {
		let election = any_deniable::<T>();
		let (id, _) = prepare_group::<T>(election, 1, LONG, ListStage::Removing);
		Lists::<T>::remove(election, (id.unit, id.part));
		Lists::<T>::remove(election, (id.unit, Part::Roll));
		let stage = TallyStage::Dropping;
		Tallies::<T>::insert(election, Progress { stage, lists: 0, counted: 0, digest: [0; 32] });
		let count = Count::zero(MAX_OPTIONS as usize, 1);
		// One less than a step removes: then it goes on to the end.
		for unit in 0..SWEEP as u16 / 4 - 1 {
			Counts::<T>::insert(election, (CONTEST, UnitId(unit)), &count);
		}
		for contest in (0..SWEEP as u8 / 4).map(ContestId) {
			Outcomes::<T>::insert(election, contest, long_outcome());
			Lots::<T>::insert(election, contest, Lot::Needed);
			Pairs::<T>::insert(election, contest, PairCounts::new(RANKED as u8));
		}
		#[block]
		{
			Pallet::<T>::remove_some(election);
		}
		assert!(!Tallies::<T>::contains_key(election));
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::for_benchmarks(), crate::tests::mock::Test);
}

//! A deniable election decided by rankings that no single table holds: each rank is a ciphertext of its own, and what is
//! counted is what was ranked freely.

use crate::{
	commission::motion,
	country::{Country, ELECTION},
	deniable_day::{come, send, voter},
	device::{Credential, Snapshot},
	plan::{ElectionPlan, Question},
	voter::Paper,
};
use dobush_primitives::{Choice, Contest, ContestId, Definition, Mode, Phase, TableSlot, UnitId};
use dobush_runtime::{AccountId, BallotBox, Tally};
use electoral_rules::{
	decide_ranked, slots::Row, BallotFormat, InstantRunoff, OptionKind, RankedVotes, Ranking, Rule, Selection, Stv,
	TieRule,
};

const CITY: UnitId = UnitId(0);
const TIES: TieRule = TieRule::ListOrder;

/// Twelve candidates of whom five may be ranked; ten, four of them, for three seats.
const QUESTIONS: [(u16, u8); 2] = [(12, 5), (10, 4)];

fn rules() -> [Rule; 2] {
	[Rule::InstantRunoff(InstantRunoff { look_back: true, ties: TIES }), Rule::Stv(Stv { seats: 3, ties: TIES })]
}

fn format(question: usize) -> BallotFormat {
	BallotFormat::Ranking { most: QUESTIONS[question].1 }
}

/// The rows of both contests, and what they say.
type Marked = ([Vec<Row>; 2], [&'static [u16]; 2]);

/// One unit, whose ballots have both contests.
fn definition(country: &Country, roll: dobush_primitives::RollId) -> Definition<AccountId> {
	let plan = ElectionPlan {
		mode: Mode::Deniable { merge_below: 1 },
		units: vec![(0, 0)],
		regions: 1,
		styles: vec![vec![0, 1]],
		questions: vec![Question { options: 2, may_decline: false, seats: None }; 2],
		trustees: 3,
		threshold: 2,
		ballots_per_credential: 2,
		voting: 400_000,
		early_closing: true,
		grace_blocks: 2,
	};
	let mut definition = country.definition(&plan, roll);
	let ranked = |(question, rule): (usize, Rule)| {
		let name = |n: u16| format!("Candidate {n}").into_bytes().try_into().unwrap();
		let options = (0..QUESTIONS[question].0).map(|n| Choice { kind: OptionKind::Candidate, name: name(n) });
		let contest = definition.contests[question].clone();
		Contest { options: options.collect::<Vec<_>>().try_into().unwrap(), format: format(question), rule, ..contest }
	};
	let contests: Vec<_> = (0..).zip(rules()).map(ranked).collect();
	definition.contests = contests.try_into().unwrap();
	definition
}

/// The rows of a ranking as a client casts it.
fn split(question: usize, order: &[u16]) -> Vec<Row> {
	let slots = format(question).slots(QUESTIONS[question].0);
	slots.split(&Selection::Ranking(order.to_vec())).unwrap()
}

/// The rows of a ranking as somebody may cast it who likes gaps and repetitions.
fn rows(ranks: &[Option<u16>]) -> Vec<Row> {
	let row = |rank: &Option<u16>| match rank {
		Some(option) => BallotFormat::Single.encode(&Selection::Option(*option)),
		None => BallotFormat::SingleOrDecline.encode(&Selection::Declined),
	};
	ranks.iter().map(row).collect()
}

#[test]
fn rankings_in_table_slots_are_counted_as_on_paper() {
	let mut country = Country::new(12);
	let republic = country.roll_with_key(1);
	let mut station = country.station(&republic);
	let visits: Vec<_> = (0..7).map(|n| (voter(CITY, n), u32::from(n < 2))).collect();
	let brought = come(&mut country, &mut station, CITY, &visits, 1);
	let snapshot = Snapshot::of(&mut country.chain, republic.roll);
	let credentials = brought.credentials(&mut country, &snapshot);
	let definition = definition(&country, republic.roll);
	country.announce(&definition).unwrap();
	country.until(Phase::Voting);

	// What is put on the paper, and the two rankings that it says; none where it says nothing.
	let ballots: [Marked; 7] = [
		([split(0, &[0, 4, 11]), split(1, &[9])], [&[0, 4, 11], &[9]]),
		([split(0, &[11, 0, 1, 2, 3]), split(1, &[0, 1, 2, 3])], [&[11, 0, 1, 2, 3], &[0, 1, 2, 3]]),
		([split(0, &[4]), split(1, &[0, 9])], [&[4], &[0, 9]]),
		(
			[rows(&[None, Some(4), None, Some(4), Some(0)]), rows(&[Some(1), Some(1), None, Some(0)])],
			[&[4, 0], &[1, 0]],
		),
		([split(0, &[0, 7]), rows(&[None; 4])], [&[0, 7], &[]]),
		([rows(&[Some(11); 5]), split(1, &[9, 5, 0])], [&[11], &[9, 5, 0]]),
		([split(0, &[7, 11]), split(1, &[5])], [&[7, 11], &[5]]),
	];
	let cast = |country: &mut Country, credential: &Credential, rows: &[Vec<Row>]| {
		let (chain, rng) = (&mut country.chain, &mut country.rng);
		let ballot = Paper::of(chain, ELECTION, CITY, &definition).seal_rows(credential, rows, rng);
		assert_eq!(ballot.entries.len(), 9);
		send(country, credential, ballot);
	};
	// Somebody watches the first two, and changes nothing.
	for seller in credentials.iter().take(2) {
		cast(&mut country, &seller[1], &[split(0, &[9]), split(1, &[9])]);
	}
	cast(&mut country, &brought.decoys[0], &[rows(&[Some(9); 5]), rows(&[None, Some(9), None, None])]);
	for ((rows, _), visit) in ballots.iter().zip(&credentials) {
		cast(&mut country, &visit[0], rows);
	}
	country.act();
	let queues = country.chain.read(|| BallotBox::queues(ELECTION));
	let slots = |contest, count| (0..count).map(move |number| TableSlot { contest: ContestId(contest), number });
	assert!(queues.iter().map(|queue| queue.table_slot).eq(slots(0, 5).chain(slots(1, 4))));
	assert!(queues.iter().all(|queue| queue.waiting == 0 && queue.table.is_some()));

	motion(&mut country.chain, pallet_elections::Call::<dobush_runtime::Runtime>::close_polls { election: ELECTION })
		.unwrap();
	country.until(Phase::Counted);
	let groups = country.chain.read(|| Tally::groups(ELECTION));
	let matched = groups[0].matched.expect("it is matched");
	assert_eq!((matched.recorded, matched.counted), (10, 7));
	for (contest, rule) in (0u8..).zip(rules()) {
		let orders = ballots.iter().map(|(_, said)| said[usize::from(contest)]).filter(|order| !order.is_empty());
		let rankings: Vec<_> = orders.map(|order| Ranking { order: order.to_vec(), ballots: 1 }).collect();
		let invalid = (ballots.len() - rankings.len()) as u64;
		let candidates = QUESTIONS[usize::from(contest)].0;
		let votes = RankedVotes { candidates, withdrawn: vec![], rankings, invalid, registered: 7 };
		let counted = country.chain.read(|| Tally::outcome(ELECTION, ContestId(contest)));
		assert_eq!(counted, Some(decide_ranked(&rule, &votes)), "{rule:?}");
		let count = country.chain.read(|| Tally::votes(ELECTION, ContestId(contest), CITY)).expect("counted");
		assert_eq!((count.valid, count.invalid), (7 - invalid, invalid));
	}
}

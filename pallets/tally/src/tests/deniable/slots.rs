//! Contests in several table slots: their columns go together from the first mix to the count.

use super::*;
use ballot_crypto::{Ciphertext, Scalar};
use electoral_rules::{
	decide_ranked, AgainstAll, BallotFormat, Choices, InstantRunoff, ListRule, Method, MultiSeat, OptionKind,
	RankedVotes, Ranking, Rule, Schulze, Stv, TieRule,
};
use frame_support::assert_noop;

const CANDIDATES: usize = 14;
const TIES: TieRule = TieRule::ListOrder;

/// Three ranks of fourteen candidates, which is three slots, between contests of one slot.
fn contests(rule: &Rule) -> Vec<Contest> {
	let format = BallotFormat::Ranking { most: 3 };
	let options = vec![OptionKind::Candidate; CANDIDATES];
	let usual = usual_contests();
	vec![usual[0].clone(), Contest { format, options, rule: rule.clone() }, usual[1].clone()]
}

/// What voters put on the paper, and what it says: a ranking, or nothing.
const PAPERS: [(Vote, &[u8]); 9] = [
	(Rank(&[0, 1]), &[0, 1]),
	(Rank(&[13, 2, 1]), &[13, 2, 1]),
	(Rank(&[1]), &[1]),
	(Rows(&[None, Some(2), Some(1)]), &[2, 1]),
	(Rows(&[Some(3), Some(3), Some(0)]), &[3, 0]),
	(Rows(&[None, None, Some(13)]), &[13]),
	(Rows(&[None, None, None]), &[]),
	// A ciphertext that is no row never passes the box; here it does.
	(GarbageRow(&[Some(2), Some(1), None]), &[]),
	(Garbage, &[]),
];

fn credentials() -> Vec<Credential> {
	let ballot = |paper: Vote, n: usize| vec![For(n as u16 % 3), paper, For(n as u16 % 2)];
	let real = PAPERS.iter().zip(0..).map(|((paper, _), n)| Real(ballot(*paper, n)));
	real.chain([Fake(ballot(Rank(&[9]), 0)), Silent, Fake(ballot(Rows(&[Some(9), None, None]), 1))]).collect()
}

#[test]
fn rankings_are_counted_as_the_crate_counts_them_whatever_the_pages() {
	let rankings = PAPERS.iter().filter(|(_, order)| !order.is_empty());
	let rankings: Vec<_> = rankings
		.map(|(_, order)| Ranking { order: order.iter().map(|option| (*option).into()).collect(), ballots: 1 })
		.collect();
	assert_eq!(rankings.len(), 6);
	let registered = PAPERS.len() as u64 + 1;
	let votes = RankedVotes { candidates: CANDIDATES as u16, withdrawn: vec![], rankings, invalid: 3, registered };
	let rules = [
		(Rule::InstantRunoff(InstantRunoff { look_back: true, ties: TIES }), 3),
		(Rule::Stv(Stv { seats: 2, ties: TIES }), 12),
		(Rule::Schulze(Schulze { ties: TIES }), 60),
	];
	for (rule, page) in rules {
		let setup = trustees(2, 3).deniable(0).deciding(&contests(&rule)).on_pages_of(page);
		setup.crowd(0, &[0, 1, 2], &credentials()).run(|| {
			act(E, &[]);
			assert_eq!(matched(0), Some((11, 9)));
			assert_eq!(
				Tally::list_statuses(E, UnitId(0), 1).iter().map(|list| list.width).collect::<Vec<_>>(),
				[6, 1, 1, 3, 1]
			);
			let count = Tally::votes(E, ContestId(1), UnitId(0)).unwrap();
			assert_eq!((count.valid, count.invalid, count.registered), (6, 3, registered));
			// First preferences.
			assert_eq!(count.votes.iter().sum::<u64>(), 6);
			assert_eq!(count.votes[13], 2);
			assert_eq!(Tally::outcome(E, ContestId(1)), Some(decide_ranked(&rule, &votes)), "{rule:?}");
			// The contests before and behind it are not mixed up with its slots.
			assert_eq!(counted(0, 0), Some(vec![3, 3, 3]));
			assert_eq!(counted(0, 2), Some(vec![5, 4]));
		});
	}
}

#[test]
fn sets_in_groups_are_counted_and_too_many_options_are_invalid() {
	let rule = MultiSeat {
		seats: 2,
		choices: Choices::UpTo(5),
		most_of_one_sex: None,
		against_all: AgainstAll::NotOffered,
		ties: TIES,
	};
	let contest = Contest {
		format: BallotFormat::Approvals { most: 5 },
		options: vec![OptionKind::Candidate; 13],
		rule: Rule::MultiSeat(rule),
	};
	let votes = [Approve(&[0, 7, 8]), Approve(&[12]), Approve(&[0, 1, 2, 3, 12]), Garbage];
	let credentials: Vec<_> = votes.into_iter().map(|vote| Real(vec![vote])).collect();
	trustees(1, 1).deniable(0).deciding(&[contest]).crowd(0, &[0], &credentials).run(|| {
		// Six options, which no client casts and every proof admits.
		with(E, |e| {
			let six =
				BallotFormat::Approvals { most: 8 }.encode(&electoral_rules::Selection::Approvals((0..6).collect()));
			let point = *ballot_crypto::embedding::embed(&six).unwrap().point();
			e.units[0].ballots[0][0] = Ciphertext::encrypt(&point, &e.key, &rng(Scalar::random));
		});
		act(E, &[]);
		let count = Tally::votes(E, ContestId(0), UnitId(0)).unwrap();
		assert_eq!((count.valid, count.invalid), (2, 2));
		assert_eq!(count.votes.into_inner(), [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
	});
}

#[test]
fn marks_of_a_list_are_counted_once_each() {
	let contest = Contest {
		format: BallotFormat::ListPreferences { places: 40, most: 2 },
		options: vec![OptionKind::List; 3],
		rule: Rule::Lists(ListRule::new(4, Method::DHondt)),
	};
	let votes = [
		Mark(0, &[39, 4]),
		Mark(0, &[]),
		Rows(&[Some(2), Some(4), Some(4)]),
		Rows(&[Some(2), None, Some(7)]),
		Rows(&[None, Some(1), None]),
	];
	let credentials: Vec<_> = votes.into_iter().map(|vote| Real(vec![vote])).collect();
	trustees(2, 2).deniable(0).deciding(&[contest]).crowd(0, &[0], &credentials).run(|| {
		act(E, &[]);
		// A ballot without a list is none; no proof admits it.
		assert_eq!((counted(0, 0), votes_invalid()), (Some(vec![2, 0, 2]), 1));
		let marks = Tally::preferences_of_region(E, ContestId(0), 0);
		let marked: Vec<_> = marks.iter().enumerate().filter(|(_, marks)| **marks > 0).collect();
		assert_eq!(marked, [(4, &1), (39, &1), (84, &1), (87, &1)]);
	});
}

fn votes_invalid() -> u64 {
	votes(0, 0).1
}

#[test]
fn a_page_of_shares_has_one_for_each_ciphertext_at_its_place() {
	let rule = Rule::InstantRunoff(InstantRunoff { look_back: true, ties: TIES });
	let setup = trustees(1, 1).deniable(0).deciding(&contests(&rule)).on_pages_of(6);
	setup.crowd(0, &[0, 1, 2], &credentials()).run(|| {
		let id = list(0, 1);
		while Lists::<Test>::get(E, (id.unit, id.part)).is_none() {
			act_once(E);
			block();
		}
		until_decryption(id);
		block();
		let attempt = round(id).attempt;
		let (page, proof) = shares(id, 1, 0);
		assert_eq!(page.len(), 6, "two vectors of three");
		let post = |page, proof| Tally::upload_shares(signed(1), id, attempt, 0, page, proof, recent());
		let short = Page::truncate_from(page[..2].to_vec());
		assert_noop!(post(short, proof), Error::<Test>::PageOfWrongLength);
		let mut swapped = page.to_vec();
		swapped.swap(0, 1);
		assert_noop!(post(Page::truncate_from(swapped), proof), Error::<Test>::ShareProofRejected);
		// Those of another page belong elsewhere.
		let (other, other_proof) = shares(id, 1, 1);
		assert_noop!(post(other, other_proof), Error::<Test>::ShareProofRejected);
		assert!(post(page, proof).is_ok());
		act(E, &[]);
		assert_eq!(Tally::votes(E, ContestId(1), UnitId(0)).unwrap().valid, 6);
	});
}

//! Counts that see their ballots in pages, and facts that the caller records.

use crate::*;
use parity_scale_codec::{Decode, Encode, MaxEncodedLen};
use proptest::prelude::*;
use std::vec::Vec;

const LOT: TieRule = TieRule::Lot { seed: None };

fn rules() -> [Rule; 4] {
	[
		Rule::InstantRunoff(InstantRunoff { look_back: true, ties: LOT }),
		Rule::InstantRunoff(InstantRunoff {
			look_back: false,
			ties: TieRule::MoreVotesThenLot { seed: Some([4; 32]) },
		}),
		Rule::Stv(Stv { seats: 2, ties: LOT }),
		Rule::Stv(Stv { seats: 3, ties: TieRule::Lot { seed: Some([8; 32]) } }),
	]
}

/// Counts ballot by ballot, on pages, with the count written down and read again between two of them.
fn in_pages(rule: &Rule, votes: &RankedVotes, page: usize) -> Outcome {
	let mut ballots: Vec<(Vec<u16>, BallotPosition)> = Vec::new();
	for Ranking { order, ballots: times } in &votes.rankings {
		// Whatever a position was before, the first stage sets it.
		ballots.extend((0..*times).map(|_| (order.clone(), BallotPosition { preference: 3, value: 77 })));
	}
	// Another order than that of the rankings.
	ballots.reverse();
	let valid = ballots.len() as u64;
	let totals = RankedTotals { valid, invalid: votes.invalid, registered: votes.registered };
	let (mut count, mut working) =
		RankedCount::begin(rule, votes.candidates, &votes.withdrawn, &totals).expect("a rule");
	loop {
		for page in ballots.chunks_mut(page) {
			for (order, position) in page {
				count.pass(order, 1, position);
			}
			let bytes = count.encode();
			assert!(bytes.len() <= RankedCount::max_encoded_len());
			count = RankedCount::decode(&mut &bytes[..]).expect("just written");
		}
		if let Some(verdict) = count.close_stage(rule, &mut working) {
			return totals.outcome(verdict, working);
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

	#[test]
	fn pages_order_and_bundling_do_not_matter(
		orders in prop::collection::vec(
			(prop::sample::subsequence(vec![0u16, 1, 2, 3, 4], 1..=5).prop_shuffle(), 1u64..6), 0..9),
		withdrawn in prop::option::of(0u16..5), page in 1usize..9,
	) {
		let rankings = orders.into_iter().map(|(order, ballots)| Ranking { order, ballots }).collect();
		let withdrawn = withdrawn.into_iter().collect();
		let votes = RankedVotes { candidates: 5, withdrawn, rankings, invalid: 2, registered: 90 };
		for rule in rules() {
			prop_assert_eq!(in_pages(&rule, &votes, page), decide_ranked(&rule, &votes).expect("a rule"));
		}
	}
}

#[test]
fn a_count_of_every_size_fits_its_bound() {
	let rule = Rule::Stv(Stv { seats: 1, ties: LOT });
	let (count, _) = RankedCount::begin(&rule, 255, &[], &RankedTotals::default()).expect("as many as there may be");
	assert_eq!(count.candidates().count(), 255);
	assert!(count.encoded_size() <= RankedCount::max_encoded_len());
	assert_eq!(PairCounts::new(255).encode().len(), PairCounts::max_encoded_len());
	let too_many = RankedCount::begin(&rule, 256, &[], &RankedTotals::default());
	assert_eq!(too_many.map(|_| ()), Err(DecideError::Rule(RuleError::TooManyToRank)));
	let ballots = RankedTotals { valid: u64::MAX / PARTS, invalid: 1, registered: 0 };
	let too_many = RankedCount::begin(&rule, 3, &[], &ballots);
	assert_eq!(too_many.map(|_| ()), Err(DecideError::Ranked(RankedVotesError::TooManyBallots)));
	let pairs = Rule::Schulze(Schulze { ties: LOT });
	let refused = RankedCount::begin(&pairs, 3, &[], &RankedTotals::default());
	assert_eq!(refused.map(|_| ()), Err(DecideError::RankingsNotCounted));
	let refused = decide_pairs(&rule, 3, &[], &PairCounts::new(3), &[0; 3], &RankedTotals::default());
	assert_eq!(refused, Err(DecideError::RankingsNotCounted));
}

#[test]
fn pairs_are_those_who_are_named_above_and_those_who_are_not_named_below() {
	let mut pairs = PairCounts::new(3);
	pairs.add(&[2u8, 0], 5);
	pairs.add(&[1u16], 2);
	let of = |a, b| (pairs.prefer(a, b), pairs.prefer(b, a));
	assert_eq!((of(0, 1), of(0, 2), of(1, 2)), ((5, 2), (0, 5), (2, 5)));
}

mod facts {
	use super::*;

	fn decided(registered: Option<u64>, rule: &Rule) -> Result<Outcome, DecideError> {
		let region = |registered| RegionVotes { votes: vec![3, 1], invalid: 0, registered };
		let votes = Votes { options: vec![OptionKind::Candidate; 2], regions: vec![region(9), region(0)] };
		decide_with(rule, &votes, &Facts { registered, ..Facts::default() })
	}

	#[test]
	fn registered_voters_that_are_recorded_may_be_none_in_a_region() {
		let quorum = Some(Share::percent(50));
		let majority = Majority::OF_VALID;
		let ties = TieRule::ListOrder;
		let referendum = Rule::Referendum(Referendum { quorum, majority, ties });
		let rounds = Rule::TwoRounds(TwoRounds { majority, quorum, against_all: AgainstAll::NotOffered, ties });
		for rule in [referendum, rounds] {
			assert_eq!(decided(None, &rule), Err(DecideError::RegisteredUnknown));
			let of = |registered| decided(Some(registered), &rule).map(|outcome| (outcome.registered, outcome.verdict));
			assert_eq!(of(9), Ok((9, Verdict::Elected(0))));
			assert_eq!(of(17), Ok((17, Verdict::NoQuorum)));
		}
	}

	#[test]
	fn registered_voters_of_nobody_are_nobody() {
		let region = RegionVotes { votes: vec![0, 0], invalid: 0, registered: 0 };
		let candidates = Votes { options: vec![OptionKind::Candidate; 2], regions: vec![region.clone()] };
		let facts = Facts { registered: Some(0), ..Facts::default() };
		let majority = Majority::OF_PARTICIPANTS;
		let rule = Referendum { quorum: Some(Share::percent(30)), majority, ties: TieRule::ListOrder };
		let outcome = decide_with(&Rule::Referendum(rule), &candidates, &facts);
		assert_eq!(outcome.map(|outcome| outcome.verdict), Ok(Verdict::NotAdopted));
		let lists =
			Votes { options: vec![OptionKind::List; 2], regions: vec![RegionVotes { votes: vec![4, 2], ..region }] };
		let rule = RegionalLists {
			lists: ListRule::new(3, Method::Hare),
			region_seats: RegionSeats::ByRegistered(Method::Hare),
		};
		let outcome = decide_with(&Rule::RegionalLists(rule), &lists, &facts);
		assert_eq!(outcome.map(|outcome| outcome.verdict), Ok(Verdict::Seats(vec![0, 0])));
	}

	#[test]
	fn a_lot_stands_in_the_working_of_every_count_that_has_one() {
		let seed = [6; 32];
		let recorded = Step::LotRecorded { seed };
		let tied = Votes { options: vec![OptionKind::Candidate; 2], regions: vec![RegionVotes::default()] };
		let rule = Rule::Plurality(Plurality { against_all: AgainstAll::NotOffered, ties: LOT });
		let votes = Votes { regions: vec![RegionVotes { votes: vec![4, 4], ..Default::default() }], ..tied };
		let steps = |rule: &Rule| decide(rule, &votes).expect("a rule").working;
		assert!(!steps(&rule).contains(&recorded));
		assert!(steps(&rule.with_seed(seed)).contains(&recorded));
		assert_eq!(recorded.describe(&[]), std::format!("Lot drawn in public: {}.", "06".repeat(32)));
		let votes = RankedVotes { candidates: 2, withdrawn: vec![], rankings: vec![], invalid: 0, registered: 0 };
		for rule in rules().into_iter().chain([Rule::Schulze(Schulze { ties: LOT })]) {
			let outcome = decide_ranked(&rule.with_seed(seed), &votes).expect("a rule");
			assert!(outcome.working.contains(&recorded));
		}
	}
}

mod fits {
	use super::*;

	fn district(choices: Choices) -> Rule {
		let against_all = AgainstAll::NotOffered;
		Rule::MultiSeat(MultiSeat { seats: 2, choices, most_of_one_sex: None, against_all, ties: LOT })
	}

	#[test]
	fn a_format_says_what_the_rule_counts() {
		let lists = || Rule::Lists(ListRule::new(3, Method::DHondt));
		let ranked = || Rule::Schulze(Schulze { ties: LOT });
		let approvals = |most| BallotFormat::Approvals { most };
		let marks = |places, most| BallotFormat::ListPreferences { places, most };
		let ranks = |most| BallotFormat::Ranking { most };
		let cases = [
			(BallotFormat::Single, lists(), true),
			(BallotFormat::SingleOrDecline, lists(), true),
			(BallotFormat::Single, district(Choices::One), true),
			(BallotFormat::Single, district(Choices::UpTo(1)), true),
			(BallotFormat::Single, district(Choices::UpTo(2)), false),
			(BallotFormat::Single, district(Choices::Any), false),
			(BallotFormat::Single, ranked(), false),
			(marks(9, 1), lists(), true),
			(marks(9, 0), lists(), false),
			(marks(0, 1), lists(), false),
			(marks(9, 14), lists(), false),
			(marks(9, 1), district(Choices::One), false),
			(approvals(2), district(Choices::UpTo(2)), true),
			(approvals(3), district(Choices::UpTo(2)), false),
			(approvals(1), district(Choices::UpTo(2)), false),
			(approvals(9), district(Choices::UpTo(12)), true),
			(approvals(5), district(Choices::Any), true),
			(approvals(4), district(Choices::Any), false),
			(approvals(1), district(Choices::One), true),
			(approvals(1), lists(), false),
			(ranks(1), ranked(), true),
			(ranks(30), ranked(), false),
			(ranks(0), ranked(), false),
			(ranks(3), lists(), false),
		];
		for (format, rule, expected) in cases {
			assert_eq!(format.fits(&rule, 5), expected, "{format:?} {rule:?}");
		}
		assert!(!approvals(u16::MAX).fits(&district(Choices::Any), 233));
		assert!(!ranks(3).fits(&ranked(), 256));
	}
}

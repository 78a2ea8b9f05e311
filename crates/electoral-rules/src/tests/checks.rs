//! Contradictory definitions are refused, each with its own sentence that starts with the field.

use crate::*;
use std::{collections::BTreeSet, string::ToString, vec::Vec};
use OptionKind::{AgainstAll as Against, Candidate, List, Man, Woman};

fn lists(change: impl FnOnce(&mut ListRule)) -> Rule {
	let mut rule = ListRule::new(10, Method::Hare);
	change(&mut rule);
	Rule::Lists(rule)
}

fn over_one() -> Share {
	Share::percent(101)
}

fn divided() -> Share {
	Share::new(1, 0)
}

fn regional(share: Share, regions: Regions) -> Option<Regional> {
	Some(Regional { share, base: Base::Valid, regions })
}

fn coalition(option: OptionIndex, parties: u8, share: Share) -> Coalition {
	Coalition { option, parties, share }
}

fn coalitions(members: &[Coalition]) -> Coalitions {
	Coalitions::truncate_from(members.to_vec())
}

fn divisors(first: &[u32], step: u32) -> Method {
	let first = bounded_collections::BoundedVec::truncate_from(first.to_vec());
	Method::Divisors(Divisors { first, step })
}

fn district(change: impl FnOnce(&mut MultiSeat)) -> Rule {
	let mut rule = MultiSeat {
		seats: 3,
		choices: Choices::One,
		most_of_one_sex: None,
		against_all: AgainstAll::NotOffered,
		ties: TieRule::ListOrder,
	};
	change(&mut rule);
	Rule::MultiSeat(rule)
}

fn referendum(quorum: Option<Share>, share: Share) -> Rule {
	let majority = Majority { share, base: Base::Valid };
	Rule::Referendum(Referendum { quorum, majority, ties: TieRule::ListOrder })
}

#[test]
fn check_refuses_each_contradiction_with_its_own_error() {
	let plain = || lists(|_| ());
	let two = [List, List];
	let cases: Vec<(Rule, &[OptionKind], RuleError)> = vec![
		(plain(), &[], RuleError::NoOptions),
		(plain(), &[Against], RuleError::NoOptions),
		(plain(), &[List, Candidate], RuleError::WrongKind { option: 1 }),
		(lists(|r| r.against_all = AgainstAll::Counts), &[List, Against, Against], RuleError::SeveralAgainstAll),
		(plain(), &[List, Against], RuleError::AgainstAllNotExpected),
		(lists(|r| r.seats = 0), &two, RuleError::NoSeats),
		(lists(|r| r.seats = MAX_SEATS + 1), &two, RuleError::TooManySeats),
		(lists(|r| r.national.share = over_one()), &two, RuleError::NationalOverOne),
		(lists(|r| r.national.share = divided()), &two, RuleError::NationalDivided),
		(lists(|r| r.direct_seats = Some(0)), &two, RuleError::DirectSeatsZero),
		(
			lists(|r| r.coalitions = coalitions(&[coalition(2, 2, Share::ZERO)])),
			&two,
			RuleError::CoalitionUnknown { option: 2 },
		),
		(
			lists(|r| r.coalitions = coalitions(&[coalition(1, 2, Share::ZERO), coalition(1, 3, Share::ZERO)])),
			&two,
			RuleError::CoalitionUnknown { option: 1 },
		),
		(
			lists(|r| r.coalitions = coalitions(&[coalition(1, 2, over_one())])),
			&two,
			RuleError::CoalitionShare { option: 1 },
		),
		(
			lists(|r| r.coalitions = coalitions(&[coalition(1, 1, Share::ZERO)])),
			&two,
			RuleError::CoalitionParties { option: 1 },
		),
		(lists(|r| r.regional = regional(over_one(), Regions::Each)), &two, RuleError::RegionalOverOne),
		(lists(|r| r.regional = regional(divided(), Regions::Each)), &two, RuleError::RegionalDivided),
		(lists(|r| r.regional = regional(Share::ZERO, Regions::AtLeast(0))), &two, RuleError::RegionsImpossible),
		(lists(|r| r.regional = regional(Share::ZERO, Regions::AtLeast(10))), &two, RuleError::RegionsImpossible),
		(
			lists(|r| r.minimum = Some(MinimumShare { share: over_one(), base: Base::Valid })),
			&two,
			RuleError::MinimumOverOne,
		),
		(
			lists(|r| r.minimum = Some(MinimumShare { share: divided(), base: Base::Valid })),
			&two,
			RuleError::MinimumDivided,
		),
		(lists(|r| r.cap = Some(0)), &two, RuleError::CapZero),
		(lists(|r| r.cap = Some(4)), &two, RuleError::CapTooLow),
		(lists(|r| r.method = Method::ModifiedSainteLague { first: Share::new(0, 1) }), &two, RuleError::FirstDivisor),
		(lists(|r| r.method = Method::ModifiedSainteLague { first: Share::new(3, 1) }), &two, RuleError::FirstDivisor),
		(lists(|r| r.method = divisors(&[], 1)), &two, RuleError::DivisorsDoNotGrow),
		(lists(|r| r.method = divisors(&[0], 1)), &two, RuleError::DivisorsDoNotGrow),
		(lists(|r| r.method = divisors(&[2, 2], 1)), &two, RuleError::DivisorsDoNotGrow),
		(lists(|r| r.method = divisors(&[1], 0)), &two, RuleError::DivisorsDoNotGrow),
		(referendum(None, Share::new(1, 1)), &[Candidate], RuleError::MajorityImpossible),
		(referendum(None, divided()), &[Candidate], RuleError::MajorityDivided),
		(referendum(Some(over_one()), Share::new(1, 2)), &[Candidate], RuleError::QuorumOverOne),
		(referendum(Some(divided()), Share::new(1, 2)), &[Candidate], RuleError::QuorumDivided),
		(district(|r| r.choices = Choices::UpTo(0)), &[Candidate], RuleError::ChoicesZero),
		(
			district(|r| {
				r.choices = Choices::Any;
				r.against_all = AgainstAll::Counts;
			}),
			&[Candidate, Against],
			RuleError::AgainstAllWithChoices,
		),
		(district(|r| r.most_of_one_sex = Some(0)), &[Woman, Man], RuleError::SexLimitZero),
		(district(|r| r.most_of_one_sex = Some(1)), &[Woman, Man], RuleError::SexLimitTooLow),
		(district(|r| r.most_of_one_sex = Some(2)), &[Woman, Candidate], RuleError::WrongKind { option: 1 }),
		(Rule::Schulze(Schulze { ties: TieRule::ListOrder }), &[Candidate; 256], RuleError::TooManyToRank),
		(Rule::Stv(Stv { seats: 0, ties: TieRule::ListOrder }), &[Candidate], RuleError::NoSeats),
	];
	let (mut sentences, mut errors) = (BTreeSet::new(), BTreeSet::new());
	for (rule, options, error) in &cases {
		assert_eq!(rule.check(options, 9), Err(*error), "{rule:?}");
		let sentence = error.to_string();
		assert!(sentence.contains(": ") && sentence.ends_with('.'), "{sentence}");
		sentences.insert(sentence);
		errors.insert(format!("{error:?}"));
	}
	assert_eq!(plain().check(&vec![List; MAX_OPTIONS + 1], 9), Err(RuleError::TooManyOptions));
	assert_eq!(plain().check(&two, 0), Err(RuleError::NoRegions));
	assert_eq!(sentences.len(), errors.len(), "sentences repeat");
}

#[test]
fn check_accepts_the_laws() {
	let ballot = [List, List, List, Against];
	laws::kg_2020::parliament().check(&ballot, 9).expect("2020");
	laws::kg_2021::lists().check(&ballot, 9).expect("2021");
	laws::kg_2021::referendum().check(&[Candidate, Candidate, Against], 1).expect("referendum");
	Rule::TwoRounds(laws::kg_2021::president()).check(&[Candidate, Against], 1).expect("president");
	laws::kg_2025::district().check(&[Man, Woman, Against], 1).expect("2025");
	laws::scotland::ward(4).check(&[Candidate; 6], 1).expect("Scotland");
}

#[test]
fn decide_refuses_what_check_refuses_and_what_is_not_recorded() {
	let votes = Votes::of_lists(&[1, 2], None, 0, 0).expect("adds up");
	assert_eq!(decide(&lists(|r| r.seats = 0), &votes), Err(DecideError::Rule(RuleError::NoSeats)));
	assert_eq!(decide(&lists(|r| r.direct_seats = Some(3)), &votes), Err(DecideError::DirectSeatsUnknown));
	let candidates = |votes: &[u64]| {
		let region = RegionVotes { votes: votes.to_vec(), invalid: 0, registered: 0 };
		Votes::new(vec![Candidate; votes.len()], vec![region]).expect("adds up")
	};
	assert_eq!(
		decide(&referendum(Some(Share::percent(30)), Share::new(1, 2)), &candidates(&[1])),
		Err(DecideError::RegisteredUnknown)
	);
	let approval = district(|r| r.choices = Choices::Any);
	assert_eq!(decide(&approval, &candidates(&[1])), Err(DecideError::BallotsUnknown));
	let facts = Facts { ballots: Some(4), ..Facts::default() };
	assert_eq!(decide_with(&approval, &candidates(&[5]), &facts), Err(DecideError::MoreVotesThanBallots));
	assert_eq!(decide(&laws::scotland::ward(1), &candidates(&[1])), Err(DecideError::RankingsNeeded));
	let ranked = RankedVotes { candidates: 1, withdrawn: vec![], rankings: vec![], invalid: 0, registered: 0 };
	assert_eq!(decide_ranked(&approval, &ranked), Err(DecideError::RankingsNotCounted));
}

#[test]
fn rules_and_outcomes_survive_encoding() {
	use parity_scale_codec::{Decode, Encode, MaxEncodedLen};
	for rule in
		[laws::kg_2020::parliament(), laws::kg_2025::district(), laws::scotland::ward(3), laws::kg_2021::referendum()]
	{
		let bytes = rule.encode();
		assert!(bytes.len() <= Rule::max_encoded_len());
		assert_eq!(Rule::decode(&mut &bytes[..]), Ok(rule));
	}
	let votes = Votes::of_lists(&[700, 200, 100], Some(5), 6, 0).expect("adds up");
	let outcome = decide(&laws::kg_2020::parliament(), &votes).expect("a whole rule");
	assert_eq!(Outcome::decode(&mut &outcome.encode()[..]), Ok(outcome));
}

#[test]
fn a_rule_can_be_written_by_hand() {
	let rule: Rule = toml::from_str(
		r#"
		[Lists]
		seats = 54
		method = "Hare"
		national = { share = "5%", base = "Participants" }
		regional = { share = "0.5%", base = "Participants", regions = "Each" }
		cap = 27
		against_all = "Counts"
		ties = "MoreVotes"
		"#,
	)
	.expect("a rule");
	assert_eq!(rule, laws::kg_2021::lists());
	let json = serde_json::to_string(&laws::scotland::ward(4)).expect("a rule can be written");
	assert_eq!(serde_json::from_str::<Rule>(&json).expect("and read"), laws::scotland::ward(4));
	let share = toml::from_str::<ListRule>("national = { share = \"7\", base = \"Valid\" }").expect_err("7 of what?");
	assert!(share.to_string().contains("share"), "{share}");
}

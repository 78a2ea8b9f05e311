//! An election of a country of four regions, of which one has no legal ballot and one has no list; and workings at their limit.

use crate::{
	every_step::{every_reason, every_step},
	files::{Contest, Decided, Election},
};
use electoral_rules::{
	decide, decide_ranked, AgainstAll, Base, FillBy, InstantRunoff, ListCandidate, ListFilling, ListRule, LotNeeded,
	Majority, Method, OptionKind, Outcome, Plurality, RankedVotes, Ranking, Referendum, RegionVotes, Regional, Regions,
	Rule, Sex, Share, Step, Threshold, TieRule, TwoRounds, Verdict, Votes,
};
use OptionKind::{AgainstAll as Against, Candidate, List};

/// The longest list.
const PLACES: usize = 5;

fn region(votes: &[u64], invalid: u64, registered: u64) -> RegionVotes {
	RegionVotes { votes: votes.to_vec(), invalid, registered }
}

/// A contest whose votes say everything.
fn plain(contest: u8, votes: Votes, decided: Decided) -> Contest {
	Contest { contest, votes, decided, marks: vec![], members: vec![] }
}

/// One that the rule decides from the votes.
fn ruled(contest: u8, rule: &Rule, options: &[OptionKind], regions: &[RegionVotes]) -> Contest {
	let votes = Votes { options: options.to_vec(), regions: regions.to_vec() };
	let decided = decide(rule, &votes);
	plain(contest, votes, decided)
}

/// Open lists with a threshold in the country and in regions. Marks count; women take a third of the seats of each list.
pub fn lists(contest: u8) -> Contest {
	let regions = [
		region(&[500, 310, 40, 12], 9, 1200),
		region(&[220, 330, 35, 8], 4, 1000),
		region(&[0; 4], 13, 50), // no ballot was legal
		region(&[0; 4], 0, 0),   // no list of the contest
	];
	let rule = Rule::Lists(ListRule {
		national: Threshold { share: Share::percent(7), base: Base::PartyVotes },
		regional: Some(Regional { share: Share::per_mille(5), base: Base::Participants, regions: Regions::AtLeast(2) }),
		against_all: AgainstAll::Counts,
		..ListRule::new(7, Method::Hare)
	});
	let marks = vec![
		vec![120, 200, 80, 40, 0, 60, 60, 0, 10, 5, 1, 0, 5, 0, 0, 0, 0, 0, 0, 0],
		vec![10, 90, 120, 0, 3, 30, 30, 0, 2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
		vec![0; 4 * PLACES],
		vec![],
	];
	let made = ruled(contest, &rule, &[List, List, List, Against], &regions);
	let Ok(Outcome { verdict: Verdict::Seats(seats), .. }) = &made.decided else { panic!("{:?}", made.decided) };
	let filling = ListFilling {
		by: FillBy::Preferences,
		women: Some(Share::new(1, 3)),
		vacancy_keeps_sex: true,
		ties: TieRule::Lot { seed: None },
	};
	let members = (0u16..)
		.zip(seats)
		.filter(|(_, seats)| **seats > 0)
		.map(|(list, seats)| {
			let candidate = |place: usize| ListCandidate {
				sex: if [0, 3].contains(&place) { Sex::Woman } else { Sex::Man },
				preferences: marks.iter().filter_map(|marks| marks.get(usize::from(list) * PLACES + place)).sum(),
			};
			let candidates: Vec<_> = (0..PLACES).map(candidate).collect();
			(list, filling.with_lot([9; 32], list).fill(&candidates, *seats))
		})
		.collect();
	Contest { marks, members, ..made }
}

/// A mayor, whose two candidates are tied and one is drawn.
pub fn mayor(contest: u8) -> Contest {
	let rule = Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::Lot { seed: Some([7; 32]) } };
	let regions = [region(&[40, 30], 2, 100), region(&[20, 30], 0, 90), region(&[1, 1], 0, 2), region(&[0, 0], 0, 1)];
	ruled(contest, &Rule::Plurality(rule), &[Candidate; 2], &regions)
}

/// Two contests, for refused results.
pub fn small() -> Election {
	Election { election: 7, contests: vec![lists(0), mayor(1)] }
}

pub fn country() -> Election {
	let ties = TieRule::ListOrder;
	let half = Majority::OF_PARTICIPANTS;
	let everywhere =
		|votes: &[u64]| [votes, &[0; 3][..votes.len()], &[1; 3][..votes.len()], votes].map(|v| region(v, 1, 90));
	let president = TwoRounds { majority: half, quorum: None, against_all: AgainstAll::Counts, ties };
	let asked = |quorum| Rule::Referendum(Referendum { quorum: Some(quorum), majority: half, ties });
	let repeated = Plurality { against_all: AgainstAll::RepeatIfFirst, ties };
	let election = vec![
		lists(0),
		mayor(1),
		ruled(2, &Rule::TwoRounds(president), &[Candidate, Candidate, Against], &everywhere(&[30, 29, 5])),
		ruled(3, &asked(Share::percent(60)), &[Candidate; 2], &everywhere(&[20, 15])),
		ruled(4, &asked(Share::percent(20)), &[Candidate; 2], &everywhere(&[20, 20])),
		ruled(5, &Rule::Plurality(repeated), &[Candidate, Candidate, Against], &everywhere(&[5, 4, 9])),
		ranked(6),
		no_rule_makes_this(7),
	];
	Election { election: 7, contests: election }
}

/// For the encoding alone: every reason why there is no outcome. No chain announces such contests.
pub fn without_outcomes() -> Election {
	let contests = (0..).zip(every_reason()).map(|(contest, reason)| plain(contest, no_votes(1), Err(reason)));
	Election { election: 0x0102_0304, contests: contests.collect() }
}

/// First preferences by region; the rule counts the whole rankings.
fn ranked(contest: u8) -> Contest {
	let ballots = |order: &[u16], ballots| Ranking { order: order.to_vec(), ballots };
	let rankings = vec![ballots(&[0, 1], 40), ballots(&[1, 2, 0], 25), ballots(&[2, 1], 30), ballots(&[2], 5)];
	let all = RankedVotes { candidates: 3, withdrawn: vec![], rankings, invalid: 3, registered: 200 };
	let decided =
		decide_ranked(&Rule::InstantRunoff(InstantRunoff { look_back: true, ties: TieRule::ListOrder }), &all);
	let regions =
		vec![region(&[40, 5, 0], 1, 100), region(&[0, 20, 35], 2, 100), region(&[0; 3], 0, 0), region(&[0; 3], 0, 0)];
	plain(contest, Votes { options: vec![Candidate; 3], regions }, decided)
}

fn no_votes(options: usize) -> Votes {
	Votes { options: vec![Candidate; options], regions: vec![region(&vec![0; options], 0, 0)] }
}

/// For the encoding alone: every kind of option and of step, numbers of full width, and a tie that was not drawn.
fn no_rule_makes_this(contest: u8) -> Contest {
	let options = vec![List, Candidate, Against, OptionKind::Woman, OptionKind::Man];
	let regions = vec![region(&[u64::MAX, 1 << 32, 256, 1, 0], 1 << 40, (1 << 56) + 3); 4];
	let outcome = Outcome {
		participants: u64::MAX,
		valid: 1 << 60,
		invalid: 1 << 40,
		registered: 0,
		verdict: Verdict::Tied { options: vec![1, 0x0201, u16::MAX], places: 0x0403_0201 },
		working: every_step(),
	};
	let undrawn = Err(LotNeeded { candidates: vec![2, 300], places: 1 });
	Contest { members: vec![(0x0102, undrawn)], ..plain(contest, Votes { options, regions }, Ok(outcome)) }
}

/// The longest working that stays, and one that is a byte longer. A step without fields is one byte; 38 stand before them.
pub fn limits() -> Election {
	let repeated = |steps: usize| Outcome {
		participants: 0,
		valid: 0,
		invalid: 0,
		registered: 0,
		verdict: Verdict::Repeat,
		working: vec![Step::NoVotes; steps],
	};
	let longest = (1 << 20) - 38;
	let contests = vec![plain(0, no_votes(1), Ok(repeated(longest))), plain(1, no_votes(1), Ok(repeated(longest + 1)))];
	Election { election: u32::MAX, contests }
}

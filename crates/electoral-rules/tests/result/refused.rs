//! Results that somebody shows for the certified one: each differs in one thing, and has another digest.

use crate::{
	contests::small,
	files::{answer, keep, Contest, Election},
};
use electoral_rules::{OptionKind, Outcome, Step, Verdict};
use serde_json::json;

type Change = fn(&mut Election);

fn lists(election: &mut Election) -> &mut Contest {
	&mut election.contests[0]
}

fn outcome(election: &mut Election) -> &mut Outcome {
	lists(election).decided.as_mut().unwrap()
}

fn seats(election: &mut Election) -> &mut Vec<u32> {
	match &mut outcome(election).verdict {
		Verdict::Seats(seats) => seats,
		other => panic!("{other:?}"),
	}
}

fn elected(election: &mut Election) -> &mut Vec<u16> {
	&mut lists(election).members[0].1.as_mut().unwrap().elected
}

const CHANGES: &[(&str, &str, Change)] = &[
	("result-other-election", "shown for another election", |e| e.election = 8),
	("result-moved-vote", "one vote given to another list", |e| {
		let votes = &mut lists(e).votes.regions[0].votes;
		(votes[0], votes[1]) = (votes[0] - 1, votes[1] + 1);
	}),
	("result-votes-of-another-region", "the votes of two regions exchanged; the sums stay", |e| {
		lists(e).votes.regions.swap(0, 1);
	}),
	("result-region-left-out", "the last region left out, which has no votes", |e| drop(lists(e).votes.regions.pop())),
	("result-invalid-ballots", "an invalid ballot less", |e| lists(e).votes.regions[0].invalid -= 1),
	("result-registered-voters", "a voter more on the roll", |e| lists(e).votes.regions[0].registered += 1),
	("result-kind-of-an-option", "against all shown as a list", |e| lists(e).votes.options[3] = OptionKind::List),
	("result-moved-seat", "a seat given to another list", |e| {
		let seats = seats(e);
		(seats[0], seats[1]) = (seats[0] - 1, seats[1] + 1);
	}),
	("result-other-working", "a step of the working altered", |e| {
		let step = outcome(e).working.iter_mut().find(|step| matches!(step, Step::NationalThreshold { .. }));
		let Some(Step::NationalThreshold { needed, .. }) = step else { panic!("{step:?}") };
		*needed += 1;
	}),
	("result-working-left-out", "the working left out, though it is short", |e| outcome(e).working.clear()),
	("result-moved-mark", "a mark given to another candidate of the list", |e| {
		let marks = &mut lists(e).marks[0];
		(marks[0], marks[1]) = (marks[0] + 1, marks[1] - 1);
	}),
	("result-marks-of-another-region", "the marks of two regions exchanged; the sums stay", |e| {
		lists(e).marks.swap(0, 1);
	}),
	("result-marks-where-nothing-was-counted", "zeros for the region without a list", |e| {
		lists(e).marks[3] = vec![0; 20];
	}),
	("result-other-member", "another candidate of the list elected", |e| {
		let elected = elected(e);
		let last = elected.len() - 1;
		elected[last] = 4;
	}),
	("result-order-of-members", "the elected of a list in another order", |e| elected(e).reverse()),
	("result-members-of-another-list", "the members of two lists exchanged", |e| {
		let members = &mut lists(e).members;
		(members[0].0, members[1].0) = (members[1].0, members[0].0);
	}),
	("result-members-left-out", "a list without its members", |e| drop(lists(e).members.pop())),
	("result-other-lot", "a lot that was not drawn", |e| {
		let working = &mut e.contests[1].decided.as_mut().unwrap().working;
		let seed = working.iter_mut().find_map(|step| match step {
			Step::LotRecorded { seed } => Some(seed),
			_ => None,
		});
		seed.unwrap()[31] ^= 1;
	}),
	("result-contest-left-out", "a contest left out", |e| drop(e.contests.pop())),
	("result-contests-in-another-order", "the contests in another order", |e| e.contests.reverse()),
	("result-number-of-a-contest", "a contest under another number", |e| e.contests[1].contest = 2),
];

#[test]
fn a_result_that_is_not_the_certified_one_has_another_digest() {
	let certified = small().digest();
	assert_eq!(answer(&small().claiming(&certified)), "Ok(())");
	for (name, attack, change) in CHANGES {
		let mut shown = small();
		change(&mut shown);
		let made = json!({
			"attack": attack, "kind": "result", "input": shown.claiming(&certified), "expected": "Err(WrongResult)",
		});
		let kept = keep(&format!("refused/{name}.json"), &made);
		assert_eq!(answer(&kept["input"]), kept["expected"], "{name}: {attack}");
	}
}

//! How an election stands, said in words, and what of it is news.

use super::{
	status_json::is_news,
	status_words::{ceremony_words, line, waits_for, words},
};
use crate::output::number;
use dobush_client::{
	chain::types::{CeremonyFailure, CeremonyStage, ListId, Part, StageStatus},
	observer::status::{CeremonyStanding, ElectionStanding, ElectionUnitStanding, TallyListStanding},
};
use dobush_primitives::{ContestId, ElectionId, Phase, TrusteeIndex, UnitId};

fn ceremony(stage: CeremonyStage, done: u16) -> CeremonyStanding {
	CeremonyStanding { attempt: 1, stage, done, invited: 3, stage_ends: 0 }
}

fn preparing() -> ElectionStanding {
	let unit = |name: &str, registered| ElectionUnitStanding {
		unit: name.to_owned(),
		registered,
		ballots: 0,
		replacements: 0,
		unchecked: None,
		dropped: None,
	};
	ElectionStanding {
		election: ElectionId(7),
		title: "Council".to_owned(),
		phase: Phase::Preparing,
		block: 12,
		roll_closes_at: 1,
		polls_open_at: 2,
		polls_close_at: 3,
		ceremony: Some(ceremony(CeremonyStage::Finished, 0)),
		registered_so_far: true,
		units: vec![unit("Bishkek", 1_200), unit("Osh", 34)],
		lists: Vec::new(),
		groups: Vec::new(),
		result: None,
		certifiable_from: None,
	}
}

fn tallying(part: Part, stage: StageStatus) -> ElectionStanding {
	let list = ListId { election: ElectionId(7), unit: UnitId(1), part };
	let lists = vec![TallyListStanding { list, ballots: 34, mixes: 2, stage }];
	ElectionStanding { phase: Phase::Tallying, registered_so_far: false, lists, ..preparing() }
}

fn mixing(pages: u32) -> StageStatus {
	let mixer = TrusteeIndex(2);
	StageStatus::Mixing { mixer, attempt: 0, deadline: 9, pages, head: false, columns: 0, columns_total: 4 }
}

#[test]
fn voters_are_counted_so_far_until_the_roll_closes() {
	let preparing = preparing();
	assert!(words(&preparing).contains("voters so far"));
	let sum = format!("{} voters so far; the key is made", number(1_234u32));
	assert!(line(&preparing).contains(&sum), "{}", line(&preparing));
	let voting = ElectionStanding { phase: Phase::Voting, registered_so_far: false, ..preparing };
	assert!(!words(&voting).contains("so far") && !line(&voting).contains("so far"));
}

#[test]
fn another_voter_on_the_roll_is_no_news_before_it_closes() {
	let before = preparing();
	let mut now = ElectionStanding { block: 13, ..before.clone() };
	now.units[1].registered += 1;
	assert!(!is_news(&before, &now));
	now.ceremony = None;
	assert!(is_news(&before, &now));
	let fixed = ElectionStanding { registered_so_far: false, ..before.clone() };
	assert!(is_news(&before, &fixed));
	let mut wrong = fixed.clone();
	wrong.units[0].registered += 1;
	assert!(is_news(&fixed, &wrong), "a roll that was fixed does not change");
}

#[test]
fn a_page_of_an_upload_is_no_news() {
	let contest = Part::Contest(ContestId(0));
	let (before, now) = (tallying(contest, mixing(1)), tallying(contest, mixing(2)));
	assert!(before != now && !is_news(&before, &now));
	assert!(is_news(&now, &tallying(contest, StageStatus::Counted)));
}

#[test]
fn a_ceremony_is_said_by_how_many_have_done_their_part() {
	let said = |stage, done| ceremony_words(Some(&ceremony(stage, done)));
	assert!(said(CeremonyStage::Joining, 2).starts_with("attempt 1: 2 of 3 trustees have joined, until "));
	assert!(said(CeremonyStage::Complaining, 1).starts_with("attempt 1: 1 have accepted their shares, until "));
	assert_eq!(said(CeremonyStage::Failed(CeremonyFailure::ZeroKey), 0), "failed: ZeroKey");
	assert_eq!(ceremony_words(None), "none");
}

#[test]
fn a_list_is_said_by_its_contest_or_what_it_holds() {
	let of_contest = tallying(Part::Contest(ContestId(0)), mixing(1));
	assert_eq!(line(&of_contest), "block 12: Tallying: unit 1, contest 0: waiting for trustee 2 to mix");
	assert_eq!(waits_for(&of_contest), "unit 1 0: waiting for trustee 2 to mix");
	let of_roll = tallying(Part::Roll, StageStatus::AwaitingOther);
	assert_eq!(line(&of_roll), "block 12: Tallying: unit 1, roll: waiting for the other list of its group");
}

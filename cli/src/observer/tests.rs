//! How an election stands, said in words, and what of it is news.

use super::{
	status_json::is_news,
	status_words::{ceremony_words, line, waits_for, words},
};
use crate::output::number;
use dobush_client::{
	chain::types::{CeremonyFailure, CeremonyStage, ListId, Part, StageStatus},
	observer::{
		course::Course,
		status::{Annulment, CeremonyStanding, ElectionStanding, ElectionUnitStanding, TallyListStanding},
	},
};
use dobush_primitives::{ContestId, ElectionId, Phase, TrusteeIndex, UnitId, UtcOffset};

fn ceremony(stage: CeremonyStage, done: u16) -> CeremonyStanding {
	CeremonyStanding { attempt: 1, stage, done, invited: 3, stage_ends: 0 }
}

/// Polls from 8 to 20 o'clock on 10 January 2027 in Bishkek, as far as they came in a phase.
pub(crate) fn course(phase: Phase) -> Course {
	let moment = |hour: u64| 1_799_517_600_000 + hour * 3_600_000;
	Course {
		utc_offset: UtcOffset(360),
		now: moment(if phase < Phase::Voting { 7 } else { 9 }),
		phase,
		since: moment(0),
		roll_closes_at: moment(0),
		polls_open_at: moment(8),
		polls_close_at: moment(20),
		polls_opened_at: (phase >= Phase::Voting).then_some(moment(8)),
		polls_closed_at: (phase >= Phase::Grace).then_some(moment(20)),
		polls_closed_in: (phase >= Phase::Grace).then_some(7_200),
		missed: false,
	}
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
		course: course(Phase::Preparing),
		annulment: None,
		repeated_by: None,
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
	let (phase, course) = (Phase::Tallying, course(Phase::Tallying));
	ElectionStanding { phase, course, registered_so_far: false, lists, ..preparing() }
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
	assert!(!words(&preparing).contains("turnout"), "nobody can have voted: there is no turnout of nothing");
	let (phase, course) = (Phase::Voting, course(Phase::Voting));
	let voting = ElectionStanding { phase, course, registered_so_far: false, ..preparing };
	assert!(words(&voting).contains("turnout"));
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
	let said = |stage, done| ceremony_words(Some(&ceremony(stage, done)), UtcOffset(360));
	assert!(said(CeremonyStage::Joining, 2).starts_with("attempt 1: 2 of 3 trustees have joined, until "));
	assert!(said(CeremonyStage::Complaining, 1).starts_with("attempt 1: 1 have accepted their shares, until "));
	assert_eq!(said(CeremonyStage::Failed(CeremonyFailure::ZeroKey), 0), "failed: ZeroKey");
	assert_eq!(ceremony_words(None, UtcOffset(0)), "none");
	let until = said(CeremonyStage::Joining, 0);
	assert!(until.ends_with("until 1970-01-01 06:00:00 UTC+06:00 (00:00:00 UTC)"), "{until}");
}

#[test]
fn a_list_is_said_by_its_contest_or_what_it_holds() {
	let of_contest = tallying(Part::Contest(ContestId(0)), mixing(1));
	assert_eq!(line(&of_contest), "block 12: Tallying: unit 1, contest 0: waiting for trustee 2 to mix");
	assert_eq!(waits_for(&of_contest), "unit 1 0: waiting for trustee 2 to mix");
	let of_roll = tallying(Part::Roll, StageStatus::AwaitingOther);
	assert_eq!(line(&of_roll), "block 12: Tallying: unit 1, roll: waiting for the other list of its group");
}

#[test]
fn polls_that_open_late_say_what_they_wait_for_and_then_that_they_did() {
	let on_time = course(Phase::RollClosed);
	let waiting = ElectionStanding { phase: Phase::RollClosed, registered_so_far: false, ..preparing() };
	let waiting = ElectionStanding { ceremony: Some(ceremony(CeremonyStage::Joining, 2)), course: on_time, ..waiting };
	assert!(!words(&waiting).contains("should have opened"));
	let overdue =
		ElectionStanding { course: Course { now: on_time.polls_open_at + 600_000, ..on_time }, ..waiting.clone() };
	for said in [words(&overdue), line(&overdue)] {
		assert!(said.contains("The polls should have opened 10 min ago") && said.contains("2 of 3 trustees"), "{said}");
	}
	assert!(is_news(&waiting, &overdue), "that the moment has passed is news");
	let polls_opened_at = Some(on_time.polls_open_at + 1_860_000);
	let opened = Course { polls_opened_at, ..course(Phase::Voting) };
	let late = ElectionStanding { phase: Phase::Voting, course: opened, ..waiting };
	assert!(
		words(&late).contains("opened at 2027-01-10 08:31:00 UTC+06:00 (02:31:00 UTC), 31 min late"),
		"{}",
		words(&late)
	);
}

#[test]
fn polls_that_the_commission_closed_say_so() {
	let closed = course(Phase::Grace);
	let early = Course { polls_closed_at: Some(closed.polls_close_at - 3_600_000), ..closed };
	let phase = Phase::Grace;
	let early = ElectionStanding { phase, course: early, registered_so_far: false, ..preparing() };
	for said in [words(&early), line(&early)] {
		assert!(said.contains("early, in block 7 200 at 2027-01-10 19:00:00 UTC+06:00 (13:00:00 UTC)"), "{said}");
	}
	assert!(!words(&ElectionStanding { course: closed, ..early }).contains("early"));
}

#[test]
fn the_reason_of_an_annulment_is_read_where_the_election_is() {
	let at = course(Phase::Voting).polls_open_at;
	let annulment =
		Some(Annulment { reason: "Добуш берүү үзгүлтүккө учурады".to_owned(), at });
	let (phase, course) = (Phase::Annulled, course(Phase::Voting));
	let standing = ElectionStanding { phase, course, annulment, repeated_by: Some(ElectionId(9)), ..preparing() };
	for said in [words(&standing), line(&standing)] {
		assert!(
			said.contains("2027-01-10 08:00:00 UTC+06:00 (02:00:00 UTC): Добуш берүү үзгүлтүккө учурады"),
			"{said}"
		);
	}
	assert!(words(&standing).contains("repeated by      election 9"));
}

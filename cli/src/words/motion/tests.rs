//! Motions are read as what they say, and nothing of them is missing.

use super::*;
use crate::zone::Zone;
use dobush_client::{
	chain::{described::Described, proposals::Proposal, types::ElectionStatus, Block},
	commission::situation::{About, KnownElection, KnownResult, KnownRoll, Situation},
	observer::{course::Course, result::ElectionResult},
};
use dobush_primitives::{Definition, ElectionId, Moment, Phase, RollId};
use election_files::definition::DefinitionFile;
use sp_core::H256;
use sp_runtime::AccountId32;

const EXAMPLE: &str = include_str!("../../../../crates/election-files/examples/definition.toml");
const NOW: Moment = 1_798_000_000_000;

fn zone() -> Zone {
	Zone::named(Some("+06:00".to_owned())).expect("a zone")
}

fn situation() -> Situation {
	let members = (1..=3).map(|number| AccountId32::new([number; 32])).collect();
	Situation { block: Block { number: 100, hash: H256([7; 32]) }, now: NOW, slot: 6_000, members, motions: Vec::new() }
}

fn example() -> Definition<AccountId32> {
	DefinitionFile::parse(EXAMPLE).and_then(|file| file.definition()).expect("the example")
}

fn about() -> About {
	let roll = KnownRoll { roll: RollId(0), name: "Бишкек жана Ош".to_owned(), units: 3, deniable: false };
	About { election: None, roll: Some(roll), result: None, refusal: None }
}

fn said(of: &Proposal) -> (String, String) {
	let (zone, situation, about) = (zone(), situation(), about());
	let (title, lines) = proposal(of, Context { zone, situation: &situation, about: &about });
	(title, lines.join("\n"))
}

#[test]
fn an_announcement_says_what_is_decided_by_whom_and_when() {
	let (title, lines) = said(&Proposal::Announce(Box::new(example())));
	assert_eq!(title, "announce the election `Parliament and mayor, an example`");
	for part in [
		"roll 0 `Бишкек жана Ош` (direct, 3 counting units)",
		"a voter may cast 3 times; the last ballot counts",
		"contest `Parliament`: 3 lists, `Against all` (Birimdik · Mekenim Kyrgyzstan · Kyrgyzstan · Against all)",
		"120 seats shared among lists by hare",
		"threshold: 7 % of all ballots",
		"threshold in every region: 0.7 % of all ballots",
		"a list gets at most 65 seats",
		"seats of a list go to its candidates in their order; at least 30 % of them to women first",
		"any 3 of 5 together",
		"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
		"polls open:   2027-01-10 08:00:00 UTC+06:00 (02:00:00 UTC), in ",
		"a trustee has 6 hours for each step",
		"objections: 3 days after the count",
		"two thirds must have voted before the roll closes",
	] {
		assert!(lines.contains(part), "{part} is not in:\n{lines}");
	}
}

#[test]
fn digests_are_hexadecimal_digits_and_texts_are_texts() {
	let (_, lines) = said(&Proposal::Certify { election: ElectionId(3), digest: [171; 32] });
	assert!(lines.contains(&format!("0x{}", "ab".repeat(32))), "{lines}");
	let (title, lines) = said(&Proposal::Annul {
		election: ElectionId(3),
		reason: "Жогорку соттун 7-чечими".to_owned(),
	});
	assert!(title.contains("election 3, which does not exist"), "{title}");
	assert!(lines.contains("Жогорку соттун 7-чечими"), "{lines}");
	let hash = H256([91; 32]);
	let (title, _) = said(&Proposal::AuthorizeUpgrade { code_hash: hash });
	assert!(title.contains(&format!("the runtime with the hash 0x{}", "5b".repeat(32))), "{title}");
}

fn course(definition: &Definition<AccountId32>) -> Course {
	let calendar = definition.calendar;
	Course {
		utc_offset: calendar.utc_offset,
		now: calendar.polls_close_at + 1,
		phase: Phase::Counted,
		since: calendar.polls_close_at,
		roll_closes_at: calendar.roll_closes_at,
		polls_open_at: calendar.polls_open_at,
		polls_close_at: calendar.polls_close_at,
		polls_opened_at: Some(calendar.polls_open_at),
		polls_closed_at: Some(calendar.polls_close_at),
		polls_closed_in: Some(1_200),
		missed: false,
	}
}

#[test]
fn a_certificate_of_another_result_than_the_one_shown_stands_out() {
	let digest = [171; 32];
	let (zone, situation) = (zone(), situation());
	let lines = |computed| {
		let result = ElectionResult {
			election: ElectionId(3),
			title: "Parliament".to_owned(),
			phase: Phase::Counted,
			block: 1_234,
			course: course(&example()),
			annulment: None,
			repeated_by: None,
			registered_so_far: false,
			boxes: Vec::new(),
			digest: Some(digest),
			contests: Vec::new(),
			sorting: None,
		};
		let about = About { result: Some(KnownResult { result, computed }), ..about() };
		let context = Context { zone, situation: &situation, about: &about };
		proposal(&Proposal::Certify { election: ElectionId(3), digest }, context).1.join("\n")
	};
	assert!(lines(digest).contains("computed here from the votes, verdicts and seats that the chain shows: the same"));
	let other = lines([1; 32]);
	assert!(other.contains(&format!("0x{}: ANOTHER ONE", "01".repeat(32))) && !other.contains("the same"), "{other}");
}

#[test]
fn a_later_moment_is_later_by_and_an_earlier_one_earlier_by() {
	let definition = example();
	let old = definition.calendar;
	let status = ElectionStatus {
		phase: Phase::Preparing,
		since: 0,
		mode: definition.mode,
		roll: definition.roll,
		calendar: old,
		roll_closed_in: None,
		vote_key: None,
		polls_opened_at: None,
		polls_closed_in: None,
		polls_closed_at: None,
		result: None,
		certifiable_from: None,
		missed: false,
		annulled_because: None,
		repeated_by: None,
	};
	let election = ElectionId(3);
	let about = About { election: Some(KnownElection { election, status, definition }), ..about() };
	let (zone, situation) = (zone(), situation());
	let context = Context { zone, situation: &situation, about: &about };
	let postpone = Proposal::Postpone {
		election,
		roll_closes_at: old.roll_closes_at - 60_000,
		polls_open_at: old.polls_open_at,
		polls_close_at: old.polls_close_at + 7_200_000,
	};
	let (title, lines) = proposal(&postpone, context);
	assert!(title.contains("election 3 `Parliament and mayor, an example`"), "{title}");
	assert!(lines[0].contains("earlier by 1 minute"), "{lines:?}");
	assert!(lines[1].contains("as before"), "{lines:?}");
	assert!(lines[2].contains("later by 2 hours (was 2027-01-10 20:00:00 UTC+06:00 (14:00:00 UTC))"), "{lines:?}");
}

#[test]
fn a_call_inside_a_call_is_unfolded() {
	let inner = dobush_client::chain::described::DescribedCall {
		pallet: "System".to_owned(),
		call: "remark".to_owned(),
		arguments: vec![("remark".to_owned(), Described::Text("саламатсызбы".to_owned()))],
	};
	let outer = dobush_client::chain::described::DescribedCall {
		pallet: "Commission".to_owned(),
		call: "execute".to_owned(),
		arguments: vec![
			("proposal".to_owned(), Described::Call(Box::new(inner))),
			("code".to_owned(), Described::Bytes(vec![0; 2_000])),
		],
	};
	let (title, lines) = said(&Proposal::Other(outer));
	assert_eq!(title, "make a call as one member of the commission (Commission.execute)");
	assert!(lines.contains("put a text or bytes into a block; nothing else happens (System.remark)"), "{lines}");
	assert!(lines.contains("  remark: `саламатсызбы`"), "{lines}");
	assert!(lines.contains("2000 bytes with the hash (blake2-256) 0x"), "{lines}");
}

#[test]
fn a_difference_is_said_with_its_place() {
	let found = dobush_client::chain::described::Difference {
		path: ["definition", "contests", "1", "rule", "seats"].map(str::to_owned).to_vec(),
		first: Some(Described::Number(120)),
		second: Some(Described::Number(121)),
	};
	let said = difference(&found, "parliament.toml", zone());
	assert_eq!(said, "contests › 1 › rule › seats: parliament.toml says 120, the motion says 121");
}

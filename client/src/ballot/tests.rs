//! Ballots of every format: made, checked as the chain does, audited.

use super::*;
use crate::keys::address;
use ballot_crypto::Secret;
use dobush_primitives::{ContestId, DeniableBallot, ElectionId, UnitId};
use election_files::definition::DefinitionFile;
use electoral_rules::{BallotFormat, Selection};
use rand::rngs::OsRng;
use sp_runtime::AccountId32;

const CREDENTIAL: [u8; 32] = [7; 32];
const BOOTH: [u8; 32] = [9; 32];

fn paper() -> Paper {
	let plan = DefinitionFile::parse(include_str!("../../../crates/election-files/examples/definition.toml"))
		.expect("it is in the repository");
	let key = Secret::random(&mut OsRng).public();
	let definition = plan.definition().expect("it is in the repository");
	Paper::new([1; 32], ElectionId(3), UnitId(2), key, &definition).expect("unit 2 exists")
}

#[test]
fn a_sealed_ballot_passes_the_chains_checks() {
	let paper = paper();
	let sealed = paper.seal(CREDENTIAL, &[Choice::Option(2), Choice::Invalid]).expect("two contests");
	assert!(paper.check(CREDENTIAL, &sealed.ballot));
	assert!(!paper.check([8; 32], &sealed.ballot), "it belongs to one credential");
}

#[test]
fn an_audit_tells_what_was_selected() {
	let paper = paper();
	let sealed = paper.seal(CREDENTIAL, &[Choice::Option(1), Choice::Option(0)]).expect("two contests");
	let commitment = hex::encode(sealed.commitment());
	let file = sealed.open(&paper, &AccountId32::new(CREDENTIAL));
	assert_eq!(file.commitment, commitment);
	let said = paper.audit(&file).expect("honest");
	assert_eq!(said[0], ("Parliament".to_owned(), "Mekenim Kyrgyzstan".to_owned()));
	assert_eq!(said[1], ("Mayor of Osh".to_owned(), "Aigul".to_owned()));
}

/// A paper of one contest.
fn paper_of(format: BallotFormat, options: u16) -> Paper {
	let plan = DefinitionFile::parse(include_str!("../../../crates/election-files/examples/definition.toml"))
		.expect("it is in the repository");
	let definition = plan.definition().expect("it is in the repository");
	let mut contest = definition.contests.last().cloned().expect("it has some");
	let choice = contest.options.first().cloned().expect("it has some");
	let named = |n: u16| format!("Candidate {}", n + 1).into_bytes().try_into().expect("short");
	let options = (0..options).map(|n| dobush_primitives::Choice { name: named(n), ..choice.clone() });
	contest.options = options.collect::<Vec<_>>().try_into().expect("few");
	contest.format = format;
	let column = Column::new(ContestId(4), contest).expect("it has a table");
	Paper::of_parts([1; 32], ElectionId(3), UnitId(2), Secret::random(&mut OsRng).public(), vec![column])
}

#[test]
fn a_ranking_is_cast_in_slots_and_audited_as_a_ranking() {
	let paper = paper_of(BallotFormat::Ranking { most: 5 }, 12).of_booth(BOOTH);
	let ranking = |order: &[u16]| [Some(Selection::Ranking(order.to_vec()))];
	let sealed = paper.seal_selections(CREDENTIAL, &ranking(&[11, 3])).expect("legal");
	let wire = sealed.wire();
	assert_eq!(wire.ciphertexts().len(), 5);
	assert!(paper.check_wire(CREDENTIAL, &wire));
	let Wire::Deniable(ballot) = wire else { panic!("it is deniable") };
	let mut entries = ballot.entries.clone().into_inner();
	entries.swap(0, 1);
	let swapped = DeniableBallot { entries: entries.try_into().expect("as many"), ..ballot };
	assert!(!paper.check_wire(CREDENTIAL, &Wire::Deniable(swapped)), "each belongs to its slot");
	let file = sealed.open(&paper, &AccountId32::new(CREDENTIAL));
	assert_eq!(file.openings.len(), 5);
	assert_eq!(paper.audit(&file).expect("honest")[0].1, "Candidate 12 > Candidate 4");
	for illegal in [&[][..], &[12], &[1, 1], &[0, 1, 2, 3, 4, 5]] {
		assert!(paper.seal_selections(CREDENTIAL, &ranking(illegal)).is_err(), "{illegal:?}");
	}
	assert!(paper.seal_selections(CREDENTIAL, &[None]).is_err(), "it cannot be spoilt");
	assert!(paper.check_wire(CREDENTIAL, &paper.seal_at_random(CREDENTIAL).expect("any rows").wire()));
}

#[test]
fn every_format_is_cast_and_audited_direct_and_deniable() {
	let formats = [
		(BallotFormat::Ranking { most: 9 }, 9, Selection::Ranking(vec![8, 0]), "Candidate 9 > Candidate 1", 9),
		(BallotFormat::Approvals { most: 5 }, 13, Selection::Approvals(vec![12, 0]), "Candidate 1, Candidate 13", 2),
		(
			BallotFormat::ListPreferences { places: 54, most: 2 },
			3,
			Selection::List { list: 1, preferences: vec![53, 0] },
			"Candidate 2: candidates 1, 54",
			3,
		),
		(BallotFormat::Ranking { most: 9 }, 4, Selection::Ranking(vec![2]), "Candidate 3", 1),
	];
	for (format, options, selection, words, ciphertexts) in formats {
		let direct = paper_of(format, options);
		for (paper, expected) in [(direct.clone(), 1), (direct.of_booth(BOOTH), ciphertexts)] {
			let sealed = paper.seal_selections(CREDENTIAL, &[Some(selection.clone())]).expect("legal");
			assert_eq!(sealed.ciphertexts().len(), expected, "{format:?}");
			assert!(paper.check_wire(CREDENTIAL, &sealed.wire()), "{format:?}");
			let file = sealed.open(&paper, &AccountId32::new(CREDENTIAL));
			assert_eq!(paper.audit(&file).expect("honest")[0].1, words);
		}
	}
}

#[test]
fn a_dishonest_audit_is_noticed() {
	let paper = paper();
	let open = |choice| {
		let sealed = paper.seal(CREDENTIAL, &[Choice::Option(choice), Choice::Option(0)]).expect("two contests");
		sealed.open(&paper, &AccountId32::new(CREDENTIAL))
	};
	let (honest, other) = (open(1), open(2));
	let swapped = AuditFile { openings: other.openings.clone(), ..honest.clone() };
	assert!(paper.audit(&swapped).expect_err("other openings").to_string().contains("does not belong"));
	let replaced = AuditFile { commitment: honest.commitment.clone(), ..other.clone() };
	assert!(paper.audit(&replaced).expect_err("other ballot").to_string().contains("committed to"));
	let moved = AuditFile { election: 4, ..honest.clone() };
	assert!(paper.audit(&moved).expect_err("other election").to_string().contains("another chain"));
}

#[test]
fn wrong_choices_are_refused() {
	let paper = paper();
	assert!(paper.seal(CREDENTIAL, &[Choice::Option(0)]).is_err());
	assert!(paper.seal(CREDENTIAL, &[Choice::Option(9), Choice::Invalid]).is_err());
}

#[test]
fn a_deniable_ballot_passes_the_chains_checks_for_its_booth_only() {
	let paper = paper().of_booth(BOOTH);
	let sealed = paper.seal(CREDENTIAL, &[Choice::Option(2), Choice::Option(0)]).expect("two contests");
	let wire = sealed.wire();
	assert!(paper.check_wire(CREDENTIAL, &wire));
	assert!(!paper.check_wire([8; 32], &wire), "it belongs to one key");
	assert!(!paper.clone().of_booth([10; 32]).check_wire(CREDENTIAL, &wire), "and one booth");
	let Wire::Deniable(mut ballot) = wire else { panic!("it is deniable") };
	assert_eq!(ballot.booth, BOOTH);
	let other = paper.seal(CREDENTIAL, &[Choice::Option(2), Choice::Option(0)]).expect("two contests");
	let Wire::Deniable(other) = other.wire() else { panic!("it is deniable") };
	ballot.entries[1].membership = other.entries[1].membership.clone();
	assert!(!paper.check_wire(CREDENTIAL, &Wire::Deniable(ballot)), "each ciphertext has its own proof");
	assert!(!paper.check_wire(CREDENTIAL, &Wire::Direct(sealed.ballot)), "without membership it is refused");
}

/// A decoy's ballot is as good as anybody's.
#[test]
fn a_random_ballot_is_legal() {
	let paper = paper().of_booth(BOOTH);
	for _ in 0..4 {
		let sealed = paper.seal_at_random(CREDENTIAL).expect("two contests");
		assert!(paper.check_wire(CREDENTIAL, &sealed.wire()));
	}
}

#[test]
fn a_deniable_ballot_cannot_be_spoilt() {
	let paper = paper().of_booth(BOOTH);
	let refused = paper.seal(CREDENTIAL, &[Choice::Option(2), Choice::Invalid]).err().expect("no row");
	assert!(refused.to_string().contains("cannot be spoilt"));
}

#[test]
fn a_deniable_audit_tells_what_was_selected_and_for_which_booth() {
	let paper = paper().of_booth(BOOTH);
	let sealed = paper.seal(CREDENTIAL, &[Choice::Option(1), Choice::Option(0)]).expect("two contests");
	let file = sealed.open(&paper, &AccountId32::new(CREDENTIAL));
	let said = paper.audit(&file).expect("honest");
	assert_eq!(said[0], ("Parliament".to_owned(), "Mekenim Kyrgyzstan".to_owned()));
	let elsewhere = AuditFile { booth: Some(address(&[10; 32].into())), ..file.clone() };
	assert!(paper.audit(&elsewhere).expect_err("other booth").to_string().contains("another booth"));
	let direct = AuditFile { booth: None, ..file };
	assert!(paper.audit(&direct).is_err());
}

//! Contests that are cast in several table slots.

use super::*;
use crate::{table::pages_of, Tables};
use ballot_crypto::embedding::embed;
use electoral_rules::{
	slots::{Row, Slots},
	BallotFormat, Selection,
};
use frame_support::assert_ok;

/// Three ranks of fourteen candidates: more rankings than a table has rows.
const RANKING: (BallotFormat, u16) = (BallotFormat::Ranking { most: 3 }, 14);
/// Thirteen options: a group of eight and one of five.
const APPROVALS: (BallotFormat, u16) = (BallotFormat::Approvals { most: 5 }, 13);

fn open_election_of((format, options): (BallotFormat, u16)) -> Chain {
	let chain = open_deniable_election();
	world(|world| world.set_format(format, options));
	chain
}

fn slots() -> Slots {
	let (format, options) = format();
	format.slots(options)
}

/// Encrypts a row at a place, and proves that it is in the table of a slot.
fn entry(place: &BallotContext, row: &Row, proven_in: &BallotContext) -> DeniableSelection {
	let rows = slots().get(proven_in.slot.into()).unwrap().table();
	let table = Table::new(&rows).unwrap();
	let (ciphertext, proof, secret) =
		with_rng(|rng| knowledge::encrypt_selection(place, &embed(row).unwrap(), rng)).unwrap();
	let selections = Selections::of(&table);
	let statement = Statement { context: proven_in, selections: &selections, ciphertext: &ciphertext };
	// A row that is not in the table gets a proof for the first one, which does not hold.
	let number = rows.iter().position(|other| other == row);
	let membership = with_rng(|rng| match number {
		Some(number) => prove(&statement, number, &secret, rng).unwrap(),
		None => {
			let first = table.select(0).unwrap();
			let (ciphertext, _, secret) = knowledge::encrypt_selection(proven_in, &first, rng).unwrap();
			prove(&Statement { ciphertext: &ciphertext, ..statement }, 0, &secret, rng).unwrap()
		}
	});
	with_proof(EncryptedSelection { ciphertext, proof: proof.0 }, membership.encode())
}

impl Chain {
	/// The entries of one contest.
	fn entries(&self, person: &Person, contest: u8, rows: &[Row]) -> Vec<DeniableSelection> {
		let place = self.place(person, &BOOTH, contest);
		let at = |slot| BallotContext { slot, ..place };
		rows.iter().zip(0..).map(|(row, slot)| entry(&at(slot), row, &at(slot))).collect()
	}

	/// A ballot of the village, which has one contest.
	fn village_ballot(&self, rows: &[Row]) -> DeniableBallot {
		deniable_ballot_of(&BOOTH, self.entries(&chynara(), 1, rows))
	}

	/// What would be mixed, row by row.
	fn mixed_rows(&self, unit: UnitId) -> Vec<Option<Vec<Row>>> {
		use dobush_primitives::traits::BallotBox as _;
		let all: Vec<Row> = slots().iter().flat_map(|slot| slot.table()).collect();
		let row = |ciphertext: &Ciphertext| {
			let points = ciphertext.decode_points().unwrap();
			let message = points.c2 - points.c1 * self.secret.scalar();
			*all.iter().find(|row| *embed(row).unwrap().point() == message).unwrap()
		};
		(0..BallotBox::ballots(ELECTION, unit))
			.map(|slot| BallotBox::ciphertexts(ELECTION, unit, slot))
			.map(|found| found.map(|found| found.iter().map(row).collect()))
			.collect()
	}
}

fn ranking(order: &[u16]) -> Vec<Row> {
	slots().split(&Selection::Ranking(order.to_vec())).unwrap()
}

#[test]
fn a_ranking_is_cast_checked_and_mixed_slot_by_slot() {
	open_election_of(RANKING).run(|chain| {
		let (first, second) = (ranking(&[13, 0]), ranking(&[2, 7, 5]));
		// The city has two contests.
		let entries = [chain.entries(&aigul(), 0, &first), chain.entries(&aigul(), 1, &second)].concat();
		assert_eq!(entries.len(), 6);
		assert_ok!(chain.cast_deniable(&aigul(), deniable_ballot_of(&BOOTH, entries)));
		let queues = BallotBox::queues(ELECTION);
		let places: Vec<_> = queues.iter().map(|queue| (queue.table_slot, queue.waiting)).collect();
		let slot = |contest, number| TableSlot { contest: ContestId(contest), number };
		assert_eq!(places, [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)].map(|(c, n)| (slot(c, n), 1)));
		assert!(!chain.is_settled());
		chain.idle();
		assert!(chain.is_settled());
		assert_eq!(Tables::<Test>::iter_keys().count() as u32, 6 * pages_of(15));
		assert_eq!(chain.standings(CITY), [BallotStanding::Checked]);
		assert_eq!(chain.mixed_rows(CITY), [Some([first, second].concat())]);
	});
}

#[test]
fn a_repeated_candidate_and_a_gap_are_legal() {
	open_election_of(RANKING).run(|chain| {
		let [candidate, nobody] = [ranking(&[4])[0], ranking(&[4])[1]];
		let rows = [nobody, candidate, candidate];
		assert_ok!(chain.cast_deniable(&chynara(), chain.village_ballot(&rows)));
		chain.idle();
		assert_eq!(chain.standings(VILLAGE), [BallotStanding::Checked]);
		assert_eq!(chain.mixed_rows(VILLAGE), [Some(rows.to_vec())]);
		assert_eq!(slots().join(&rows), Some(Selection::Ranking(vec![4])));
	});
}

#[test]
fn a_ballot_with_too_few_or_too_many_slots_is_refused() {
	open_election_of(RANKING).run(|chain| {
		let whole = chain.village_ballot(&ranking(&[1, 2, 3]));
		let refused = |entries: &[usize]| {
			let entries = entries.iter().map(|entry| whole.entries[*entry].clone()).collect();
			chain.deniable_refusal(&chynara(), deniable_ballot_of(&BOOTH, entries))
		};
		for _ in 0..2 {
			assert_eq!(refused(&[]), Refusal::WrongContests);
			assert_eq!(refused(&[0]), Refusal::WrongContests);
			assert_eq!(refused(&[0, 1]), Refusal::WrongContests);
			assert_eq!(refused(&[0, 1, 2, 2]), Refusal::WrongContests);
			// Also when the queue of the first slot tells how many there are.
			assert_ok!(chain.cast_deniable(&chynara(), chain.village_ballot(&ranking(&[1]))));
		}
	});
}

#[test]
fn an_entry_moved_to_another_slot_is_refused() {
	open_election_of(RANKING).run(|chain| {
		let mut entries = chain.village_ballot(&ranking(&[1, 2, 3])).entries.into_inner();
		entries.swap(0, 1);
		let ballot = deniable_ballot_of(&BOOTH, entries);
		assert_eq!(chain.deniable_refusal(&chynara(), ballot), Refusal::ProofRejected);
		let mut ballot = chain.village_ballot(&ranking(&[1, 2, 3]));
		ballot.entries[2] = ballot.entries[0].clone();
		assert_eq!(chain.deniable_refusal(&chynara(), ballot), Refusal::ProofRejected);
	});
}

#[test]
fn a_membership_proof_made_for_another_slot_is_dropped() {
	open_election_of(RANKING).run(|chain| {
		// The tables of all ranks are the same: only the place tells the slots apart.
		let mut ballot = chain.village_ballot(&ranking(&[1, 2, 3]));
		let here = BallotContext { slot: 1, ..chain.place(&chynara(), &BOOTH, 1) };
		let elsewhere = BallotContext { slot: 2, ..here };
		ballot.entries[1] = entry(&here, &ranking(&[2])[0], &elsewhere);
		let receipt = chain.cast_deniable(&chynara(), ballot).unwrap();
		chain.idle();
		assert_eq!((dropped(), chain.standings(VILLAGE)), (vec![receipt], vec![BallotStanding::Dropped]));
		let event = System::events().into_iter().find_map(|record| match record.event {
			RuntimeEvent::BallotBox(Event::BallotDropped { table_slot, .. }) => Some(table_slot),
			_ => None,
		});
		assert_eq!(event, Some(TableSlot { contest: ContestId(1), number: 1 }));
	});
}

#[test]
fn a_row_of_another_slot_is_dropped() {
	open_election_of(APPROVALS).run(|chain| {
		let place = |slot| BallotContext { slot, ..chain.place(&chynara(), &BOOTH, 1) };
		let rows = slots().split(&Selection::Approvals(vec![0, 9])).unwrap();
		// Options of the first group in the slot of the second, proven in neither table.
		let entries = vec![entry(&place(0), &rows[0], &place(0)), entry(&place(1), &rows[0], &place(1))];
		let receipt = chain.cast_deniable(&chynara(), deniable_ballot_of(&BOOTH, entries)).unwrap();
		chain.idle();
		assert_eq!((dropped(), chain.standings(VILLAGE)), (vec![receipt], vec![BallotStanding::Dropped]));
	});
}

#[test]
fn sets_are_cast_in_groups_whose_tables_differ() {
	open_election_of(APPROVALS).run(|chain| {
		let rows = slots().split(&Selection::Approvals(vec![0, 7, 9])).unwrap();
		let ballot = chain.village_ballot(&rows);
		assert_eq!(ballot.entries.iter().map(|entry| entry.membership[0] / 4).collect::<Vec<_>>(), [8, 5]);
		assert_ok!(chain.cast_deniable(&chynara(), ballot));
		chain.idle();
		assert_eq!(chain.standings(VILLAGE), [BallotStanding::Checked]);
		assert_eq!(chain.mixed_rows(VILLAGE), [Some(rows)]);
		let tables: Vec<_> = BallotBox::queues(ELECTION).iter().map(|queue| queue.table).collect();
		assert!(tables.len() == 2 && tables[0] != tables[1]);
	});
}

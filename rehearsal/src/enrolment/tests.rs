//! An enrolment day without a chain: what the chain would say is made from what was announced.

use super::*;
use ballot_crypto::{Element, Secret};
use dobush_client::voter::UnitBatch;
use dobush_primitives::{roll::Entry, VoterId};
use std::collections::BTreeMap;

const GENESIS: [u8; 32] = [7; 32];

/// Desks and booths of two units, after the first round; the envelopes are registered, the batches announced.
struct Scene {
	day: EnrolmentDay,
	roll_key: Element,
	printed: Vec<Printed>,
}

fn scene() -> Scene {
	let people = (0..14u8).map(|n| Person { voter_id: VoterId([n; 32]), unit: UnitId(u16::from(n % 2)) }).collect();
	let mut day = EnrolmentDay::new(people, 2).expect("people everywhere");
	let roll_key = Secret::random(&mut OsRng).public_element().expect("not zero");
	for station in &mut day.stations {
		let hashes = station.fill(GENESIS);
		station.envelopes = dobush_client::deniable_roll::Envelopes::new(hashes.into_iter().map(|hash| (hash, false)));
	}
	let desks = day.desks.iter().map(|(desk, _)| desk.public()).collect();
	let tickets = day.check_in(GENESIS).expect("a desk in each unit");
	let mut printed = Vec::new();
	for station in &mut day.stations {
		printed.extend(station.serve(&tickets, roll_key, &desks).expect("everything is in order"));
		assert!(!station.has_visitors(), "one batch is enough");
	}
	Scene { day, roll_key, printed }
}

impl Scene {
	/// The units as the chain shows them once everybody is enrolled.
	fn states(&self) -> Vec<([u8; 32], UnitRoll)> {
		let state = |station: &Station| {
			let booth = station.account.public();
			let batch = station.announced().expect("it was prepared");
			let real = |printed: &&Printed| printed.real && printed.papers.commit.commitment.booth == booth;
			let entry = |printed: &Printed| Entry {
				voter_id: VoterId(printed.papers.commit.commitment.voter_id),
				element: printed.papers.checkout.pair().element,
				enrolled_in: 9,
				struck_in: None,
			};
			let envelopes: BTreeMap<_, _> =
				batch.activations.iter().map(|activation| (activation.challenge.hash(), booth)).collect();
			let unit_roll = UnitRoll {
				roll: RollId(0),
				unit: station.unit,
				block: 10,
				roll_key: self.roll_key,
				booths: [booth].into(),
				desks: self.day.desks.iter().map(|(desk, _)| desk.public()).collect(),
				envelopes,
				entries: self.printed.iter().filter(real).map(entry).collect(),
				batches: vec![UnitBatch {
					booth,
					activated_in: 8,
					activations: batch.activations.clone(),
					pairs: batch.pairs.clone(),
				}],
			};
			(booth, unit_roll)
		};
		self.day.stations.iter().map(state).collect()
	}
}

#[test]
fn everybody_comes_home_with_one_that_counts_and_with_fakes() {
	let mut scene = scene();
	let states = scene.states();
	for paper in scene.printed.iter().filter(|paper| paper.real) {
		let order = paper.papers.checkout.enrolment.order;
		let (desk, counter) = &mut scene.day.desks[usize::from(order.unit)];
		assert_eq!(counter.check_out(&desk.public(), &paper.papers.checkout, &scene.roll_key), Ok(()));
	}
	assert_eq!(scene.day.desks.iter().map(|(_, counter)| counter.orders().len()).collect::<Vec<_>>(), [7, 7]);
	let checked =
		scene.printed.into_iter().map(|printed| check(printed, &GENESIS, &states)).collect::<Result<Vec<_>>>();
	let wallets = wallets(14, checked.expect("the devices find nothing wrong")).expect("everybody has one");
	let mut accounts = BTreeSet::new();
	for (wallet, person) in wallets.iter().zip(&scene.day.people) {
		assert!((1..=2).contains(&wallet.fakes.len()));
		for credential in wallet.fakes.iter().chain([&wallet.real]) {
			assert_eq!(credential.unit, person.unit);
			assert!(accounts.insert(credential.account.public()), "no credential is given twice");
		}
	}
	// What is activated is these and the decoys, and nothing else.
	let activated: usize = states.iter().map(|(_, state)| state.batches[0].activations.len()).sum();
	assert_eq!(activated, accounts.len() + scene.day.stations.len() * layout::DECOYS as usize);
}

#[test]
fn a_voter_who_is_not_on_the_roll_yet_is_told_so_with_each_credential() {
	let scene = scene();
	let mut states = scene.states();
	for (_, state) in &mut states {
		state.entries.clear();
	}
	for printed in scene.printed {
		let failure = check(printed, &GENESIS, &states).expect_err("nobody is enrolled");
		assert!(failure.to_string().contains("not on the roll yet"), "{failure}");
	}
}

#[test]
fn decoys_cast_at_most_as_many_ballots_as_the_terms_say() {
	let mut scene = scene();
	let decoys = scene.day.decoys(3, 0).expect("decoys enough");
	assert!(decoys.len() <= scene.day.stations.len() * usize::from(scene.day.terms().most_decoy_ballots));
	let accounts: BTreeSet<_> = decoys.iter().map(|decoy| decoy.account.public()).collect();
	assert_eq!(accounts.len(), decoys.len(), "each casts once");
	assert_eq!(scene.day.decoys(3, 0).expect("drawn before").len(), 0, "an election is drawn for once");
}

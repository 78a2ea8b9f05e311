//! Two deniable elections on one roll at the same time: nobody can follow a credential from one to the other, and when one is
//! annulled in the middle of its tally the other goes on.

use crate::{
	chain::sign,
	commission::motion,
	country::{Country, ELECTION},
	device::{Credential, Snapshot},
	plan::ElectionPlan,
	trustee,
	voter::{cast_deniable, Mark, Paper},
};
use dobush_primitives::{Definition, ElectionId, Phase, UnitId, VoterId};
use dobush_runtime::{AccountId, Elections, Runtime, Tally, Trustees};
use parity_scale_codec::Encode;
use std::collections::BTreeSet;

const UNIT: UnitId = UnitId(0);
const OTHER: ElectionId = ElectionId(1);
const BOTH: [ElectionId; 2] = [ELECTION, OTHER];

fn plan() -> ElectionPlan {
	ElectionPlan { grace_blocks: 0, ..ElectionPlan::small_and_deniable() }
}

/// Trustees do what they owe to both elections until something is so.
fn until(country: &mut Country, what: &str, mut is_so: impl FnMut() -> bool) {
	for _ in 0..300 {
		if country.chain.read(&mut is_so) {
			return;
		}
		for election in BOTH {
			trustee::act(&mut country.chain, &mut country.trustees, election, &mut country.rng);
		}
	}
	panic!("waited in vain: {what}");
}

fn phase(election: ElectionId) -> Phase {
	Elections::status(election).expect("it was announced").phase
}

/// The tags of the roll, as an election has them.
fn tags(election: ElectionId) -> BTreeSet<Vec<u8>> {
	pallet_tally::RollTags::<Runtime>::iter_key_prefix((election, UNIT)).map(|tag| tag.encode()).collect()
}

fn votes(country: &mut Country, definition: &Definition<AccountId>, credentials: &[(Credential, u16)]) {
	for election in BOTH {
		let tickets: Vec<_> = credentials
			.iter()
			.map(|(credential, option)| {
				let Country { chain, rng, .. } = country;
				let paper = Paper::of(chain, election, UNIT, definition);
				let ballot = paper.seal_deniable(credential, &[Mark::For(*option)], rng);
				let nonce = chain.nonce(&credential.account());
				let terms = chain.terms(nonce);
				chain.offer(sign(&credential.pair, &terms, cast_deniable(election, ballot))).expect("it may vote")
			})
			.collect();
		for ticket in tickets {
			assert_eq!(country.chain.wait_for(ticket), Ok(Ok(())));
		}
	}
}

#[test]
fn two_elections_on_one_roll_have_tags_of_their_own() {
	let mut country = Country::new(41);
	let of = country.roll_with_key(1);
	let mut station = country.station(&of);
	let (chain, rng) = (&mut country.chain, &mut country.rng);
	let visits = [(1, 1), (2, 0), (3, 0)];
	let papers = visits.map(|(voter, fakes)| station.visit(chain, VoterId([voter; 32]), UNIT, fakes, rng));
	station.bring(chain, UNIT, rng);
	station.enrol(chain, UNIT).unwrap();
	let snapshot = Snapshot::of(chain, of.roll);
	let mut credential = |papers| snapshot.check(papers, rng).expect("good papers");
	// Three who count, and a fake of the first.
	let credentials = [&papers[0][0], &papers[1][0], &papers[2][0], &papers[0][1]].map(&mut credential).to_vec();

	let definition = country.definition(&plan(), of.roll);
	for _ in BOTH {
		country.announce(&definition).unwrap();
	}
	until(&mut country, "the polls open", || BOTH.map(phase) == [Phase::Voting; 2]);
	let keys = BOTH.map(|election| country.chain.read(|| Trustees::key_set(election.into())).expect("made").keys);
	assert_ne!(keys[0][0].key, keys[1][0].key, "each has a vote key of its own");
	assert_ne!(keys[0][1].key, keys[1][1].key, "and a tagging key");

	votes(&mut country, &definition, &credentials.into_iter().zip([0, 1, 1, 2]).collect::<Vec<_>>());
	for election in BOTH {
		motion(&mut country.chain, pallet_elections::Call::<Runtime>::close_polls { election }).unwrap();
	}
	until(&mut country, "both rolls are tagged", || BOTH.iter().all(|election| tags(*election).len() == 3));
	let [here, there] = BOTH.map(|election| country.chain.read(|| tags(election)));
	assert!(here.is_disjoint(&there), "the same three voters, and nothing in common");

	let reason = b"The court says so.".to_vec().try_into().unwrap();
	motion(&mut country.chain, pallet_elections::Call::<Runtime>::annul { election: ELECTION, reason }).unwrap();
	until(&mut country, "the other is counted", || phase(OTHER) == Phase::Counted);
	let count = country.chain.read(|| Tally::votes(OTHER, 0.into(), UNIT)).expect("it is counted");
	assert_eq!((count.votes.into_inner(), count.invalid), (vec![1, 2, 0], 0));
	country.chain.until("nothing is left of the annulled one", || {
		let lists = pallet_tally::Lists::<Runtime>::iter_prefix(ELECTION).next().is_none();
		(lists && tags(ELECTION).is_empty() && Tally::status(ELECTION).is_none()).then_some(())
	});
	assert_eq!(country.chain.read(|| tags(OTHER)).len(), 3);
}

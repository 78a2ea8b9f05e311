//! A deniable election from its roll to its certificate: some sell, show or hand over credentials that do not count, some come
//! to the booth again, one moves; what is counted is exactly what was voted freely.

use crate::{
	chain::{sign, SLOT},
	commission::motion,
	country::{Country, ELECTION, TERMS},
	device::{Credential, Snapshot},
	model::Model,
	plan::{ElectionPlan, Question, OBJECTIONS, STEP},
	station::Station,
	voter::{cast_deniable, Mark, Paper},
};
use ballot_crypto::booth::check::{Fault, Papers};
use dobush_primitives::{
	ceremony::CeremonyStage, roll::Reason, traits::Elections as _, Definition, DeniableBallot, ElectionId,
	MatchedGroup, Mode, Phase, Subject, UnitId, VoterId,
};
use dobush_runtime::{AccountId, BallotBox, DeniableRoll, Elections, Runtime, RuntimeEvent, Tally, Trustees};
use electoral_rules::Verdict;
use sp_core::Pair as _;

/// A parliament of five, elected everywhere, and a mayor of the last unit. The first three units are of one region.
fn plan() -> ElectionPlan {
	ElectionPlan {
		mode: Mode::Deniable { merge_below: 4 },
		units: vec![(0, 0), (0, 0), (0, 0), (1, 1)],
		regions: 2,
		styles: vec![vec![0], vec![0, 1]],
		questions: vec![
			Question { options: 3, may_decline: false, seats: Some(5) },
			Question { options: 2, may_decline: true, seats: None },
		],
		trustees: 3,
		threshold: 2,
		ballots_per_credential: 2,
		voting: 400_000,
		early_closing: true,
		grace_blocks: 2,
	}
}

const CITY: UnitId = UnitId(0);
const SUBURB: UnitId = UnitId(1);
const VILLAGE: UnitId = UnitId(2);
const MOUNTAINS: UnitId = UnitId(3);

pub fn voter(unit: UnitId, number: u8) -> VoterId {
	let mut id = [number; 32];
	id[0] = unit.0 as u8;
	VoterId(id)
}

/// What voters brought home from one batch, and the booth's own key.
pub struct Brought {
	/// The papers of each visit, those of the real credential first.
	pub papers: Vec<Vec<Papers>>,
	pub decoys: Vec<Credential>,
}

impl Brought {
	/// The credentials of each visit. Their devices have no complaint, and cannot tell which of them counts.
	pub fn credentials(&self, country: &mut Country, snapshot: &Snapshot) -> Vec<Vec<Credential>> {
		let mut check = |papers: &Papers| snapshot.check(papers, &mut country.rng).expect("good papers");
		self.papers.iter().map(|visit| visit.iter().map(&mut check).collect()).collect()
	}
}

/// Voters come, each for so many fakes; the booth adds decoys, activates the batch, and the desk enrols.
pub fn come(
	country: &mut Country,
	station: &mut Station,
	unit: UnitId,
	visits: &[(VoterId, u32)],
	decoys: usize,
) -> Brought {
	let (chain, rng) = (&mut country.chain, &mut country.rng);
	let papers = visits.iter().map(|(voter, fakes)| station.visit(chain, *voter, unit, *fakes, rng)).collect();
	let booth = station.booth.public().0;
	let secrets: Vec<_> = (0..decoys).map(|_| station.decoy(chain, unit, rng)).collect();
	let decoys = secrets.iter().map(|secret| Credential::new(secret, booth, unit)).collect();
	station.bring(chain, unit, rng);
	station.enrol(chain, unit).expect("booth and desk have signed");
	Brought { papers, decoys }
}

/// Casts, and makes a block.
fn cast(country: &mut Country, definition: &Definition<AccountId>, credential: &Credential, marks: &[Mark]) {
	let (chain, rng) = (&mut country.chain, &mut country.rng);
	let ballot = Paper::of(chain, ELECTION, credential.unit, definition).seal_deniable(credential, marks, rng);
	send(country, credential, ballot);
}

/// Sends a ballot, and makes a block.
pub fn send(country: &mut Country, credential: &Credential, ballot: DeniableBallot) {
	send_to(country, ELECTION, credential, ballot);
}

/// Sends a ballot to one of several elections, and makes a block.
pub fn send_to(country: &mut Country, election: ElectionId, credential: &Credential, ballot: DeniableBallot) {
	let chain = &mut country.chain;
	let nonce = chain.nonce(&credential.account());
	let ticket = chain.offer(sign(&credential.pair, &chain.terms(nonce), cast_deniable(election, ballot))).unwrap();
	country.act();
	assert_eq!(country.chain.outcome(ticket), Some(Ok(Ok(()))));
}

/// Whose ballots were dropped publicly since somebody asked last.
fn dropped(country: &mut Country) -> Vec<AccountId> {
	std::mem::take(&mut country.chain.news)
		.into_iter()
		.filter_map(|event| match event {
			RuntimeEvent::BallotBox(pallet_ballot_box::Event::BallotDropped { credential, .. }) => Some(credential),
			_ => None,
		})
		.collect()
}

#[test]
fn a_deniable_election_counts_what_was_voted_freely() {
	use Mark::*;
	let mut country = Country::new(1);
	country.terms.serves = 1;
	let republic = country.roll_with_key(4);
	let roll = republic.roll;

	// Thirteen voters come; some of them take fakes along.
	let (mut in_town, mut in_the_mountains) = (country.station(&republic), country.station(&republic));
	let city: Vec<_> = (0..4).zip([1, 1, 0, 0]).map(|(n, fakes)| (voter(CITY, n), fakes)).collect();
	let village: Vec<_> = (0..4).zip([2, 0, 0, 0]).map(|(n, fakes)| (voter(VILLAGE, n), fakes)).collect();
	let mountains: Vec<_> = (0..5).zip([1, 0, 0, 0, 0]).map(|(n, fakes)| (voter(MOUNTAINS, n), fakes)).collect();
	let city = come(&mut country, &mut in_town, CITY, &city, 1);
	let village = come(&mut country, &mut in_town, VILLAGE, &village, 1);
	let mountains = come(&mut country, &mut in_the_mountains, MOUNTAINS, &mountains, 1);
	let first = Snapshot::of(&mut country.chain, roll);
	let (a, c) = (city.credentials(&mut country, &first), village.credentials(&mut country, &first));
	let d = mountains.credentials(&mut country, &first);
	assert_eq!(country.chain.read(|| DeniableRoll::registered(roll)), [4, 0, 4, 5]);

	// An election is announced. One voter moves to the suburb, one comes again, one has died.
	let definition = country.definition(&plan(), roll);
	country.announce(&definition).unwrap();
	country.chain.block_after(TERMS.flush_after / SLOT);
	let moved = come(&mut country, &mut in_town, SUBURB, &[(voter(CITY, 3), 2)], 1);
	let again = come(&mut country, &mut in_town, VILLAGE, &[(voter(VILLAGE, 1), 1)], 2);
	let (desk, voter_id) = (republic.desk.clone(), voter(MOUNTAINS, 4));
	let strike_off = pallet_deniable_roll::Call::<Runtime>::strike_off { roll, voter_id, reason: Reason::Deceased };
	country.chain.call(&desk, strike_off.into()).unwrap();
	let second = Snapshot::of(&mut country.chain, roll);
	let (b, c_again) = (moved.credentials(&mut country, &second), again.credentials(&mut country, &second));
	assert_eq!(country.chain.read(|| DeniableRoll::registered(roll)), [3, 1, 4, 4]);
	let groups = |country: &mut Country| country.chain.read(|| Tally::groups(ELECTION));
	let units: Vec<_> = groups(&mut country).into_iter().map(|group| group.units).collect();
	assert_eq!(units, [vec![CITY, SUBURB], vec![VILLAGE], vec![MOUNTAINS]]);

	// Papers from before say the same of real and fake: that the roll has another entry.
	let mut fault = |papers: &Papers| second.check(papers, &mut country.rng).err();
	assert_eq!(fault(&city.papers[0][0]), None);
	assert_eq!(fault(&city.papers[3][0]), Some(Fault::Moved { roll: SUBURB.0, papers: CITY.0 }));
	assert_eq!(fault(&village.papers[1][0]), Some(Fault::Replaced));
	assert_eq!(fault(&mountains.papers[4][0]), Some(Fault::NotEnrolled));

	// The polls open with two keys; the election uses the shares of the roll key that are there now.
	country.until(Phase::Voting);
	let keys = country.chain.read(|| Trustees::key_set(ELECTION.into())).expect("the keys are made").keys;
	assert_eq!(keys.len(), 2, "a vote key and a tagging key");
	assert_eq!(country.chain.read(|| Elections::roll(ELECTION)).and_then(|of| of.epoch), Some(0));

	// Meanwhile the roll key is handed over to others.
	let trustees = country.two_of(2..5);
	let reshare = pallet_trustees::Call::<Runtime>::reshare_roll_key { roll, trustees, step_deadline: STEP };
	motion(&mut country.chain, reshare).unwrap();

	// Votes of their own: those that count. Who changes their mind casts again.
	let mut model = Model::new(ELECTION, definition.clone());
	let mut vote = |country: &mut Country, credential: &Credential, marks: &[Mark]| {
		cast(country, &definition, credential, marks);
		model.ballots.insert(credential.account(), (credential.unit, marks.to_vec()));
	};
	vote(&mut country, &a[0][0], &[For(0)]);
	vote(&mut country, &a[1][0], &[For(2)]);
	vote(&mut country, &a[1][0], &[For(1)]);
	vote(&mut country, &a[2][0], &[For(0)]);
	vote(&mut country, &b[0][0], &[For(1)]);
	vote(&mut country, &c[0][0], &[For(2)]);
	vote(&mut country, &c_again[0][0], &[For(0)]);
	vote(&mut country, &d[0][0], &[For(0), For(1)]);
	vote(&mut country, &d[1][0], &[For(0), For(1)]);
	vote(&mut country, &d[2][0], &[For(0), Decline]);

	// Votes that somebody else wanted, with fakes, with credentials from before and with one of a voter who has died; and the
	// booths' decoys.
	let unfree: [(&Credential, &[Mark]); 14] = [
		(&a[0][1], &[For(2)]),
		(&a[1][1], &[For(2)]),
		(&a[3][0], &[For(2)]),
		(&b[0][1], &[For(2)]),
		(&b[0][2], &[For(1)]),
		(&c[0][1], &[For(1)]),
		(&c[0][2], &[For(1)]),
		(&c[0][2], &[For(2)]),
		(&c[1][0], &[For(2)]),
		(&d[0][1], &[For(2), For(0)]),
		(&d[4][0], &[For(2), For(0)]),
		(&city.decoys[0], &[For(1)]),
		(&village.decoys[0], &[For(1)]),
		(&mountains.decoys[0], &[For(1), Decline]),
	];
	for (credential, marks) in unfree {
		cast(&mut country, &definition, credential, marks);
	}
	assert_eq!(dropped(&mut country), []);

	// Marks that a buyer would find again are dropped publicly: the ballot before does not return, another one may follow.
	cast(&mut country, &definition, &c[2][0], &[For(0)]);
	cast(&mut country, &definition, &c[2][0], &[Marked(0)]);
	cast(&mut country, &definition, &d[3][0], &[For(1), Garbage]);
	country.act();
	assert_eq!(dropped(&mut country), [c[2][0].account(), d[3][0].account()]);
	let marks = [For(2), For(0)];
	cast(&mut country, &definition, &d[3][0], &marks);
	model.ballots.insert(d[3][0].account(), (MOUNTAINS, marks.to_vec()));
	let hurry = pallet_ballot_box::Call::<Runtime>::check_memberships {
		election: ELECTION,
		table_slot: Default::default(),
		most: pallet_ballot_box::BATCH,
	};
	let trustee = country.trustees[0].pair.clone();
	let nothing = pallet_ballot_box::Error::<Runtime>::NothingToCheck;
	assert_eq!(country.chain.call(&trustee, hurry.into()), Err(nothing.into()), "blocks have had room for all of them");
	let turnout = country.chain.read(|| BallotBox::turnout(ELECTION));
	let counts = |unit: &pallet_ballot_box::UnitTurnout| (unit.registered, unit.ballots, unit.dropped, unit.waiting);
	assert_eq!(
		turnout.iter().map(counts).collect::<Vec<_>>(),
		[(3, 7, 0, 0), (1, 3, 0, 0), (4, 7, 1, 0), (4, 7, 0, 0)]
	);

	// The key is in other hands now; those who were in office when the polls opened open the tags.
	country.until_epoch(roll, 1);
	let key = |epoch| Trustees::key_set(Subject::Roll { roll, epoch }).expect("the key is made").keys[0].key;
	assert_eq!(country.chain.read(|| key(0)), country.chain.read(|| key(1)));
	motion(&mut country.chain, pallet_elections::Call::<Runtime>::close_polls { election: ELECTION }).unwrap();
	country.until(Phase::Counted);
	assert_eq!(country.chain.read(|| Elections::roll(ELECTION)).and_then(|of| of.epoch), Some(0));

	// The village has too few ballots that count, so they are counted with the city's.
	model.registered = vec![3, 1, 4, 4];
	model.counted_with = vec![CITY, CITY, CITY, MOUNTAINS];
	country.chain.read(|| model.compare());
	let matched: Vec<_> =
		groups(&mut country).into_iter().map(|group| group.matched.expect("all are matched")).collect();
	let group = |recorded, counted, with| MatchedGroup { recorded, counted, counted_with: Some(with) };
	assert_eq!(matched, [group(10, 4, CITY), group(6, 2, CITY), group(7, 4, MOUNTAINS)]);
	let verdict =
		|contest: u8| Tally::outcome(ELECTION, contest.into()).expect("decided").expect("its rule decides").verdict;
	// 6, 2 and 2 votes for five seats; 2 against 1 for the mayor, and one who declined.
	assert_eq!(country.chain.read(|| verdict(0)), Verdict::Seats(vec![3, 1, 1]));
	assert_eq!(country.chain.read(|| verdict(1)), Verdict::Elected(1));

	// The certificate ends the office of the roll key's first holders, and of the next: the roll has served as often as it may.
	country.chain.block_after(OBJECTIONS / SLOT);
	let result_digest = model.digest();
	motion(&mut country.chain, pallet_elections::Call::<Runtime>::certify { election: ELECTION, result_digest })
		.unwrap();
	let ceremony = |epoch| Trustees::ceremony(Subject::Roll { roll, epoch }).expect("it was begun");
	let (old, new) = country.chain.read(|| (ceremony(0), ceremony(1)));
	assert_eq!(
		(old.stage, old.ended, new.stage, new.ended),
		(CeremonyStage::Finished, true, CeremonyStage::Finished, true)
	);
	let trustees = country.two_of(0..3);
	let reshare = pallet_trustees::Call::<Runtime>::reshare_roll_key { roll, trustees, step_deadline: STEP };
	let retired = pallet_trustees::Error::<Runtime>::RollKeyRetired;
	assert_eq!(motion(&mut country.chain, reshare), Err(retired.into()));
	let definition = country.definition(&plan(), roll);
	let expired = pallet_elections::Error::<Runtime>::RollExpired;
	assert_eq!(country.announce(&definition), Err(expired.into()));

	// Lists, shares and tags go, votes and outcomes stay.
	country.chain.until("the lists go", || pallet_tally::Lists::<Runtime>::iter().next().is_none().then_some(()));
	country.chain.read(|| {
		assert!(pallet_tally::RollTags::<Runtime>::iter().next().is_none());
		assert!(pallet_tally::Tags::<Runtime>::iter().next().is_none());
		assert!(pallet_tally::Verdicts::<Runtime>::iter().next().is_none());
		model.compare();
	});
}

//! A court annuls a deniable election again and again, each time at a later moment. Each repeats the one before on the same roll;
//! nothing that was under way stays, everything that was published does, and the last one comes to its certificate.

use crate::{
	chain::SLOT,
	commission::motion,
	country::{Country, ELECTION},
	deniable_day::{come, send_to, voter},
	device::{Credential, Snapshot},
	plan::{ElectionPlan, Question, OBJECTIONS},
	trustee,
	voter::{Mark, Paper},
};
use dobush_primitives::{traits::Tally as _, Definition, ElectionId, Mode, Phase, RollId, UnitId};
use dobush_runtime::{AccountId, BallotBox, DeniableRoll, Elections, Runtime, Tally, Trustees};
use frame_support::traits::StorageInfoTrait;
use pallet_tally::{ListStage, Part, TallyStage};
use parity_scale_codec::Encode;

/// Two units of two voters, each too few to be counted alone.
const UNITS: [UnitId; 2] = [UnitId(0), UnitId(1)];

fn plan() -> ElectionPlan {
	ElectionPlan {
		mode: Mode::Deniable { merge_below: 3 },
		units: vec![(0, 0); 2],
		regions: 1,
		styles: vec![vec![0]],
		questions: vec![Question { options: 3, may_decline: false, seats: None }],
		trustees: 3,
		threshold: 2,
		ballots_per_credential: 1,
		voting: 400_000,
		early_closing: true,
		grace_blocks: 2,
	}
}

/// What is announced now. There is time for a motion between the closing of the roll and the opening of the polls.
fn announced(country: &mut Country, roll: RollId, repeats: Option<ElectionId>) -> Definition<AccountId> {
	let mut definition = Definition { repeats, ..country.definition(&plan(), roll) };
	definition.calendar.polls_open_at += 5 * SLOT;
	definition.calendar.polls_close_at += 5 * SLOT;
	definition
}

fn phase(election: ElectionId) -> Phase {
	Elections::status(election).expect("it was announced").phase
}

fn stage(election: ElectionId) -> Option<TallyStage> {
	Tally::status(election).map(|status| status.stage)
}

/// Whether some list of these parts is in such a stage.
fn some_list(election: ElectionId, of_votes: bool, wanted: impl Fn(&ListStage) -> bool) -> bool {
	pallet_tally::Lists::<Runtime>::iter_prefix(election)
		.any(|((_, part), list)| matches!(part, Part::Contest(_)) == of_votes && wanted(&list.stage))
}

fn ballots(election: ElectionId) -> (u32, u32) {
	BallotBox::turnout(election).iter().fold((0, 0), |(all, waiting), of| (all + of.ballots, waiting + of.waiting))
}

/// When the court decides, in the order of an election.
type Moment = (&'static str, fn(ElectionId) -> bool);
const MOMENTS: [Moment; 14] = [
	("before the roll closes", |election| phase(election) == Phase::Preparing),
	("between the roll's closing and the polls' opening", |election| phase(election) == Phase::RollClosed),
	("before anybody has voted", |election| phase(election) == Phase::Voting),
	("while people vote", |election| ballots(election).0 == 2),
	("in the grace period", |election| phase(election) == Phase::Grace),
	("while ballots and roll are mixed", |election| {
		some_list(election, false, |stage| matches!(stage, ListStage::Mixing(_)))
	}),
	("while they are tagged", |election| some_list(election, false, |stage| matches!(stage, ListStage::Tagging(_)))),
	("while the tags are opened", |election| {
		some_list(election, false, |stage| matches!(stage, ListStage::Opening(_)))
	}),
	("when the roll's tags are read", |election| {
		pallet_tally::RollTags::<Runtime>::iter_keys().any(|((of, _), _)| of == election)
	}),
	("in the second mix", |election| some_list(election, true, |stage| matches!(stage, ListStage::Mixing(_)))),
	("while votes are decrypted", |election| {
		some_list(election, true, |stage| matches!(stage, ListStage::Decrypting(_)))
	}),
	("after the count", |election| phase(election) == Phase::Counted),
	("right after the certificate", |election| phase(election) == Phase::Certified),
	("when the lists are gone", |election| stage(election) == Some(TallyStage::Archived)),
];

/// Lets an election go its way until something is so.
fn live(
	country: &mut Country,
	election: ElectionId,
	definition: &Definition<AccountId>,
	credentials: &[(Credential, u16)],
	(what, is_so): Moment,
) {
	let (mut votes, mut closed) = (credentials.iter(), false);
	for _ in 0..400 {
		if country.chain.read(|| is_so(election)) {
			return;
		}
		match country.chain.read(|| phase(election)) {
			Phase::Voting if !closed => match votes.next() {
				Some((credential, option)) => {
					let (chain, rng) = (&mut country.chain, &mut country.rng);
					let paper = Paper::of(chain, election, credential.unit, definition);
					let ballot = paper.seal_deniable(credential, &[Mark::For(*option)], rng);
					send_to(country, election, credential, ballot);
				}
				None => {
					motion(&mut country.chain, pallet_elections::Call::<Runtime>::close_polls { election }).unwrap();
					closed = true;
				}
			},
			Phase::Counted => {
				country.chain.block_after(OBJECTIONS / SLOT);
				let result_digest = country.chain.read(|| Tally::result(election)).expect("it is counted");
				motion(&mut country.chain, pallet_elections::Call::<Runtime>::certify { election, result_digest })
					.unwrap();
			}
			_ => trustee::act(&mut country.chain, &mut country.trustees, election, &mut country.rng),
		}
	}
	panic!("the moment does not come: {what}");
}

/// Everything that was published of an election when it was counted.
fn published(election: ElectionId) -> Vec<u8> {
	let votes = UNITS.map(|unit| Tally::votes(election, 0.into(), unit));
	(Tally::result(election), votes, Tally::groups(election), Tally::outcome(election, 0.into())).encode()
}

/// What the tally keeps beside the counters of its rounds: the name of each entry's storage item.
fn kept() -> Vec<String> {
	Tally::storage_info()
		.into_iter()
		.filter(|item| item.storage_name != b"Cursors")
		.flat_map(|item| {
			let (mut key, mut found) = (item.prefix.clone(), Vec::new());
			if sp_io::storage::get(&key).is_some() {
				found.push(String::from_utf8(item.storage_name.clone()).unwrap());
			}
			while let Some(next) = sp_io::storage::next_key(&key).filter(|next| next.starts_with(&item.prefix)) {
				found.push(String::from_utf8(item.storage_name.clone()).unwrap());
				key = next;
			}
			found
		})
		.collect()
}

#[test]
fn a_deniable_election_is_annulled_in_every_phase_and_its_roll_serves_the_next() {
	let mut country = Country::new(77);
	country.terms.serves = MOMENTS.len() as u16 - 1;
	let republic = country.roll_with_key(2);
	let roll = republic.roll;
	let mut station = country.station(&republic);
	let large = come(&mut country, &mut station, UNITS[0], &[(voter(UNITS[0], 1), 1), (voter(UNITS[0], 2), 0)], 1);
	let small = come(&mut country, &mut station, UNITS[1], &[(voter(UNITS[1], 3), 1), (voter(UNITS[1], 4), 0)], 1);
	let snapshot = Snapshot::of(&mut country.chain, roll);
	let (a, b) = (large.credentials(&mut country, &snapshot), small.credentials(&mut country, &snapshot));
	// Four who count, and a fake of each unit.
	let credentials: Vec<_> = [&a[0][0], &a[1][0], &b[0][0], &b[1][0], &a[0][1], &b[0][1]]
		.into_iter()
		.cloned()
		.zip([0, 1, 1, 1, 2, 2])
		.collect();

	let mut history: Vec<(ElectionId, Vec<u8>)> = Vec::new();
	let mut election = ELECTION;
	let mut repeats = None;
	for moment in MOMENTS {
		let definition = announced(&mut country, roll, repeats);
		country.announce(&definition).unwrap();
		live(&mut country, election, &definition, &credentials, moment);
		let was_counted = country.chain.read(|| phase(election)) >= Phase::Counted;
		let before = country.chain.read(|| published(election));
		let reason = b"The court says so.".to_vec().try_into().unwrap();
		motion(&mut country.chain, pallet_elections::Call::<Runtime>::annul { election, reason }).unwrap();
		assert_eq!(country.chain.read(|| phase(election)), Phase::Annulled, "{}", moment.0);

		// Nothing is under way any more, and nobody is in office for it.
		country.chain.until(moment.0, || {
			let over = matches!(stage(election), None | Some(TallyStage::Archived)) && ballots(election).1 == 0;
			// What the lists waited for leaves when its turn comes.
			(over && !kept().iter().any(|name| name == "Tasks")).then_some(())
		});
		country.chain.read(|| {
			assert!(pallet_tally::Lists::<Runtime>::iter_prefix(election).next().is_none(), "{}", moment.0);
			assert!(Trustees::ceremony(election.into()).is_none_or(|ceremony| ceremony.ended), "{}", moment.0);
			assert!(
				!pallet_trustees::Pins::<Runtime>::contains_key(election),
				"{}: the roll key is released",
				moment.0
			);
			assert!(
				pallet_ballot_box::Waiting::<Runtime>::iter_key_prefix((election,)).next().is_none(),
				"{}",
				moment.0
			);
			if was_counted {
				assert_eq!(published(election), before, "{}", moment.0);
				history.push((election, before));
			} else {
				assert_eq!((kept(), stage(election)), (Vec::new(), None), "{}", moment.0);
			}
		});
		repeats = Some(election);
		election = ElectionId(election.0 + 1);
	}
	// The first two were annulled before anybody could vote: they do not count as served.
	let served = country.chain.read(|| DeniableRoll::roll(roll)).expect("it is open").served;
	assert_eq!(usize::from(served), MOMENTS.len() - 2);

	let definition = announced(&mut country, roll, repeats);
	country.announce(&definition).unwrap();
	live(&mut country, election, &definition, &credentials, MOMENTS[MOMENTS.len() - 1]);
	country.chain.read(|| {
		let count = Tally::votes(election, 0.into(), UNITS[0]).expect("it is counted");
		assert_eq!((count.votes.into_inner(), count.invalid), (vec![1, 3, 0], 0));
		for (annulled, before) in &history {
			assert_eq!(published(*annulled), *before, "history stays");
		}
	});
}

//! The list of benchmarks, and the set-up of the other pallets that the benchmarks of our pallets need.
//!
//! The set-up uses real calls if possible. What a ceremony or a phase would have left is written into storage directly,
//! because the cost of a step does not depend on how the election came to it.

mod admission;

use crate::{AccountId, DeniableRoll, Elections, Runtime, RuntimeOrigin, System, VoterRegistry};
use alloc::{format, vec, vec::Vec};
use ballot_crypto::{
	ceremony::{Key, KeySet},
	hash_to_element, Ciphertext, Encoded, BASE_POINT,
};
use dobush_primitives::{
	ceremony::{CeremonyStage, Subject},
	roll::{Credential, Entry, Terms},
	Affiliation, BallotStyle, Calendar, Choice, Contest, ContestId, Definition, ElectionId, Mode, Phase, RollId, Slate,
	SlateCandidate, Text, Trustees, Unit, UnitId, UtcOffset, VoterId, MAX_ALL_OPTIONS, MAX_BALLOT_CONTESTS,
	MAX_COLUMNS, MAX_CONTESTS, MAX_OPTIONS, MAX_REGIONS, MAX_STEP_DEADLINE, MAX_TRUSTEES, MAX_UNITS,
};
use electoral_rules::{
	BallotFormat, DecideError, FillBy, ListFilling, ListRule, Method, OptionKind, Outcome, Rule, Sex, Share, TieRule,
	Verdict,
};
use frame_support::{traits::ConstU32, BoundedVec};
use frame_system::RawOrigin;
use parity_scale_codec::Encode;

frame_benchmarking::define_benchmarks!(
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_timestamp, Timestamp]
	[pallet_collective, Commission]
	[pallet_membership, CommissionMembers]
	[admission, Admission]
	[pallet_elections, Elections]
	[pallet_voter_registry, VoterRegistry]
	[pallet_trustees, Trustees]
	[pallet_ballot_box, BallotBox]
	[pallet_tally, Tally]
	[pallet_deniable_roll, DeniableRoll]
);

/// Sets up the neighbours of our pallets.
pub struct Helper;

/// A moment later than the clock of a benchmark, which shows 0.
const ROLL_CLOSES_AT: u64 = 1_000;

/// A text of full length.
fn text<const N: u32>(number: usize) -> Text<N> {
	Text::truncate_from(format!("{number:0>width$}", width = N as usize).into_bytes())
}

fn many<V, const N: u32>(n: usize, make: impl Fn(usize) -> V) -> BoundedVec<V, ConstU32<N>> {
	BoundedVec::truncate_from((0..n).map(make).collect())
}

fn trustee(index: u16) -> AccountId {
	frame_benchmarking::account("trustee", u32::from(index), 0)
}

/// A roll with a voter in each unit.
fn new_roll(units: u16) -> RollId {
	let roll = pallet_voter_registry::NextRoll::<Runtime>::get();
	VoterRegistry::create_roll(RawOrigin::Root.into(), text(roll.0 as usize), units).expect("the name is a text; qed");
	(0..units).for_each(|unit| pallet_voter_registry::Registered::<Runtime>::insert(roll, UnitId(unit), 1));
	roll
}

/// A deniable roll without voters.
fn open_deniable_roll() -> RollId {
	let roll = <Helper as pallet_deniable_roll::BenchmarkHelper<AccountId>>::create_roll(MAX_UNITS as u16);
	let terms = Terms {
		least_keys: 2,
		least_voters: 1,
		most_keys_per_booth: 2,
		most_decoy_ballots: 0,
		flush_after: 1,
		most_moves: 1,
		moves_close_before: 0,
		serves: 1,
	};
	DeniableRoll::open(RawOrigin::Root.into(), roll, terms).expect("nobody is on the roll; qed");
	roll
}

/// Makes an election deniable, on a roll of that kind.
fn make_deniable(election: ElectionId) -> RollId {
	let roll = open_deniable_roll();
	change(election, |header| {
		header.mode = Mode::Deniable { merge_below: 0 };
		header.roll = roll;
		header.roll_epoch = Some(0);
	});
	roll
}

/// Announces an election with as many units and trustees as there may be, contests like this one, all on every ballot, and
/// moves it to a phase.
fn election_in(phase: Phase, contests: u32, regions: u16, contest: &Contest) -> ElectionId {
	let election = pallet_elections::NextElection::<Runtime>::get();
	let contest = |index| Contest { title: text(index), ..contest.clone() };
	let everything: Vec<ContestId> = (0..contests as u8).map(ContestId).collect();
	let definition = Definition {
		title: text(0),
		mode: Mode::Direct,
		roll: new_roll(MAX_UNITS as u16),
		repeats: None,
		regions: many(regions.into(), text),
		units: many(MAX_UNITS as usize, |n| Unit { name: text(n), region: n as u16 % regions, style: 0 }),
		styles: many(1, |_| BallotStyle { contests: BoundedVec::truncate_from(everything.clone()) }),
		contests: many(contests as usize, contest),
		lists: BoundedVec::new(),
		affiliations: BoundedVec::new(),
		trustees: Trustees {
			members: many(MAX_TRUSTEES as usize, |n| trustee(n as u16 + 1)),
			threshold: MAX_TRUSTEES as u16,
		},
		calendar: Calendar {
			roll_closes_at: ROLL_CLOSES_AT,
			polls_open_at: ROLL_CLOSES_AT + 1,
			polls_close_at: ROLL_CLOSES_AT + 2,
			early_closing: true,
			grace_blocks: 0,
			step_deadline: MAX_STEP_DEADLINE,
			objection_window: 1,
			utc_offset: UtcOffset::default(),
		},
		ballots_per_credential: 2,
	};
	Elections::announce(RuntimeOrigin::root(), definition).expect("the definition holds together; qed");
	pallet_elections::Registered::<Runtime>::insert(election, BoundedVec::truncate_from(vec![1; MAX_UNITS as usize]));
	change(election, |header| {
		header.phase = phase;
		header.roll_closed_in = Some(0);
		header.vote_key = Some(Encoded::from(&BASE_POINT));
		header.polls_opened_at = Some(ROLL_CLOSES_AT + 1);
		header.polls_closed_in = (phase > Phase::Voting).then_some(0);
		header.polls_closed_at = (phase > Phase::Voting).then_some(ROLL_CLOSES_AT + 2);
	});
	election
}

fn change(election: ElectionId, change: impl FnOnce(&mut pallet_elections::Header)) {
	pallet_elections::Headers::<Runtime>::mutate_extant(election, change);
}

impl pallet_elections::BenchmarkHelper for Helper {
	fn roll(units: u16) -> RollId {
		new_roll(units)
	}

	fn finish_ceremony(election: ElectionId) {
		let key = |seed: u16| Encoded::from(&hash_to_element("dobush/v1/benchmark", &seed));
		let holders = (1..=MAX_TRUSTEES as u16).map(|index| (index, key(index))).collect();
		let keys = Key { key: key(0), holders };
		// The vote key, and the tagging key of a deniable one.
		let keys = KeySet { keys: vec![keys.clone(), keys] };
		let subject = Subject::Election(election);
		pallet_trustees::KeySets::<Runtime>::insert(subject, pallet_trustees::StoredKeySet(keys));
		pallet_trustees::KeyCeremonies::<Runtime>::mutate_extant(subject, |ceremony| {
			ceremony.joined = ceremony.invited();
			ceremony.stage = CeremonyStage::Finished;
		});
		pallet_trustees::Running::<Runtime>::mutate(|running| running.retain(|other| *other != subject));
	}

	fn make_deniable(election: ElectionId) {
		let roll = make_deniable(election);
		<Self as pallet_deniable_roll::BenchmarkHelper<AccountId>>::set_roll_key(roll, Encoded::from(&BASE_POINT));
		let subject = Subject::Roll { roll, epoch: 0 };
		if let Some(ceremony) = pallet_trustees::KeyCeremonies::<Runtime>::get(Subject::Election(election)) {
			let joined = ceremony.invited();
			let made = pallet_trustees::Ceremony { joined, stage: CeremonyStage::Finished, ended: false, ..ceremony };
			pallet_trustees::KeyCeremonies::<Runtime>::insert(subject, made);
		}
	}

	fn hand_over_roll_key(election: ElectionId) {
		let roll = pallet_elections::Headers::<Runtime>::get(election).map_or(RollId(0), |header| header.roll);
		let subject = |epoch| Subject::Roll { roll, epoch };
		if let Some(keys) = pallet_trustees::KeySets::<Runtime>::get(subject(0)) {
			pallet_trustees::KeySets::<Runtime>::insert(subject(1), keys);
		}
		pallet_trustees::Epochs::<Runtime>::insert(roll, 1);
		// It serves no more, so the key retires with the election.
		pallet_deniable_roll::Rolls::<Runtime>::mutate_extant(roll, |opened| opened.served = opened.terms.serves);
	}

	fn decide(election: ElectionId, contest: ContestId, verdict: Verdict) {
		let stage = dobush_primitives::TallyStage::Archived;
		let progress = pallet_tally::Progress { stage, lists: 0, counted: 0, digest: [0; 32] };
		pallet_tally::Tallies::<Runtime>::insert(election, progress);
		let outcome = Outcome { participants: 0, valid: 0, invalid: 0, registered: 0, verdict, working: Vec::new() };
		let mut bytes = Ok::<_, DecideError>(outcome).encode();
		// All options of an election together allow this many workings of the greatest length.
		let longest = MAX_ALL_OPTIONS / MAX_OPTIONS;
		let length = pallet_tally::MAX_OUTCOME_BYTES / if u32::from(contest.0) < longest { 1 } else { longest };
		bytes.resize(length as usize, 0);
		pallet_tally::Outcomes::<Runtime>::insert(election, contest, BoundedVec::truncate_from(bytes));
	}
}

impl pallet_trustees::benchmarking::BenchmarkHelper for Helper {
	fn deniable_roll() -> RollId {
		open_deniable_roll()
	}
}

impl pallet_deniable_roll::BenchmarkHelper<AccountId> for Helper {
	fn create_roll(units: u16) -> RollId {
		let roll = pallet_voter_registry::NextRoll::<Runtime>::get();
		VoterRegistry::create_roll(RawOrigin::Root.into(), text(roll.0 as usize), units)
			.expect("the name is a text; qed");
		roll
	}

	fn appoint_desk(roll: RollId, desk: &AccountId) {
		VoterRegistry::appoint_desk(RawOrigin::Root.into(), roll, desk.clone())
			.expect("the account has no office; qed");
	}

	fn set_roll_key(roll: RollId, key: Encoded) {
		let holders = (1..=MAX_TRUSTEES as u16).map(|index| (index, key)).collect();
		let keys = KeySet { keys: vec![Key { key, holders }] };
		let subject = Subject::Roll { roll, epoch: 0 };
		pallet_trustees::KeySets::<Runtime>::insert(subject, pallet_trustees::StoredKeySet(keys));
		pallet_trustees::Epochs::<Runtime>::insert(roll, 0);
	}
}

impl pallet_ballot_box::BenchmarkHelper for Helper {
	fn open_polls(credential: &AccountId, contests: u32) -> ElectionId {
		let lists = Contest {
			title: text(0),
			options: many(2, |n| Choice { kind: OptionKind::List, name: text(n) }),
			format: BallotFormat::Single,
			rule: Rule::Lists(ListRule::new(1, Method::DHondt)),
		};
		let election = election_in(Phase::Voting, contests, MAX_REGIONS as u16, &lists);
		let roll = pallet_elections::Headers::<Runtime>::get(election).expect("it is announced; qed").roll;
		// Written directly and not by a desk, because the account of a benchmark is no sr25519 key. Nothing below needs one.
		let record = pallet_voter_registry::Credential {
			roll,
			unit: UnitId(0),
			voter_id: VoterId([7; 32]),
			enrolled_in: 0,
			struck_in: None,
		};
		pallet_voter_registry::Credentials::<Runtime>::insert(credential, record);
		election
	}

	fn open_deniable_polls(credential: &AccountId, booth: &AccountId, contests: u32) -> ElectionId {
		let lists = Contest {
			title: text(0),
			options: many(MAX_OPTIONS as usize, |n| Choice { kind: OptionKind::List, name: text(n) }),
			// Eight selections for each list, the list alone included: a table of 2,048 rows.
			format: BallotFormat::ListPreferences { places: 7, most: 1 },
			rule: Rule::Lists(ListRule::new(1, Method::DHondt)),
		};
		let election = election_in(Phase::Voting, contests, 1, &lists);
		let roll = make_deniable(election);
		let record = Credential { roll, unit: UnitId(0), batch: 0, activated_in: 0 };
		pallet_deniable_roll::Credentials::<Runtime>::insert(credential, booth, record);
		election
	}

	fn read_before_deniable(credential: &AccountId, booth: &AccountId, election: ElectionId) -> Vec<Vec<u8>> {
		vec![
			pallet_deniable_roll::Credentials::<Runtime>::hashed_key_for(credential, booth),
			pallet_elections::Headers::<Runtime>::hashed_key_for(election),
		]
	}

	fn read_by_check(election: ElectionId, contests: u32) -> Vec<Vec<u8>> {
		let contests = (0..contests as u8).map(ContestId);
		let mut keys: Vec<_> =
			contests.map(|contest| pallet_elections::Contests::<Runtime>::hashed_key_for(election, contest)).collect();
		keys.push(pallet_elections::Units::<Runtime>::hashed_key_for(election, UnitId(0)));
		keys.push(pallet_elections::Styles::<Runtime>::hashed_key_for(election, 0));
		keys.push(pallet_elections::Headers::<Runtime>::hashed_key_for(election));
		keys
	}

	fn close_polls(election: ElectionId) {
		change(election, |header| {
			header.phase = Phase::Grace;
			header.polls_closed_in = Some(System::block_number());
			header.polls_closed_at = Some(ROLL_CLOSES_AT + 2);
		});
	}

	fn read_before(credential: &AccountId, election: ElectionId) -> [Vec<u8>; 2] {
		[
			pallet_voter_registry::Credentials::<Runtime>::hashed_key_for(credential),
			pallet_elections::Headers::<Runtime>::hashed_key_for(election),
		]
	}
}

impl pallet_tally::BenchmarkHelper<AccountId> for Helper {
	fn election(ciphertexts: &[Ciphertext], regions: u16, contest: Contest) -> ElectionId {
		let election = election_in(Phase::Tallying, MAX_BALLOT_CONTESTS, regions, &contest);
		let unit_box = pallet_ballot_box::UnitBox { ballots: ciphertexts.len() as u32, ..Default::default() };
		pallet_ballot_box::Boxes::<Runtime>::insert(election, UnitId(0), unit_box);
		for (ciphertext, slot) in ciphertexts.iter().zip(0u32..) {
			let entries = vec![*ciphertext; MAX_BALLOT_CONTESTS as usize];
			pallet_ballot_box::Slots::<Runtime>::insert(
				(election, UnitId(0), slot),
				BoundedVec::truncate_from(entries),
			);
		}
		election
	}

	fn deniable_election(ballots: u32, voters: u32, contest: Contest) -> ElectionId {
		let election = election_in(Phase::Tallying, MAX_COLUMNS, 1, &contest);
		let roll = make_deniable(election);
		let element = |seed: u32| Encoded::from(&hash_to_element("dobush/v1/benchmark", &seed));
		let ciphertext = Ciphertext { c1: element(0), c2: element(1) };
		for slot in 0..ballots {
			let ballot = pallet_ballot_box::DeniableSlot {
				credential: element(slot).0.into(),
				booth: AccountId::new([7; 32]),
				ciphertexts: many(MAX_COLUMNS as usize, |_| ciphertext),
				standing: dobush_primitives::ballot_box::BallotStanding::Checked,
				places: many(MAX_COLUMNS as usize, |_| None),
			};
			pallet_ballot_box::DeniableSlots::<Runtime>::insert((election, UnitId(0), slot), ballot);
		}
		let unit_box = pallet_ballot_box::UnitBox { ballots, ..Default::default() };
		pallet_ballot_box::Boxes::<Runtime>::insert(election, UnitId(0), unit_box);
		for number in 0..voters {
			let entry = Entry { voter_id: VoterId([7; 32]), element: ciphertext, enrolled_in: 0, struck_in: None };
			pallet_deniable_roll::Entries::<Runtime>::insert((roll, UnitId(0), number), entry);
		}
		pallet_deniable_roll::EntryCount::<Runtime>::insert(roll, UnitId(0), voters);
		election
	}

	fn fill_lists(election: ElectionId, candidates: u32) {
		let filling = ListFilling {
			by: FillBy::Preferences,
			women: Some(Share::percent(30)),
			vacancy_keeps_sex: true,
			ties: TieRule::MoreVotesThenLot { seed: None },
		};
		pallet_elections::Fillings::<Runtime>::insert(election, ContestId(0), filling);
		let sex = |n: usize| Some(if n.is_multiple_of(2) { Sex::Woman } else { Sex::Man });
		let slate: Slate = many(candidates as usize, |n| SlateCandidate { name: text(n), sex: sex(n) });
		let options = pallet_elections::Contests::<Runtime>::get(election, ContestId(0)).map_or(0, |c| c.options.len());
		(0..options as u16).for_each(|list| {
			pallet_elections::Slates::<Runtime>::insert(election, (ContestId(0), list), &slate);
		});
	}

	fn affiliate(election: ElectionId, affiliations: &[Affiliation]) {
		change(election, |header| header.contests = MAX_CONTESTS as u8);
		for affiliation in affiliations {
			let _ = pallet_elections::AffiliationsTo::<Runtime>::mutate(election, affiliation.lists, |known| {
				known.get_or_insert_default().try_push(*affiliation)
			});
		}
	}

	fn certify(election: ElectionId) {
		change(election, |header| header.phase = Phase::Certified);
	}

	fn trustee(index: u16) -> AccountId {
		trustee(index)
	}
}

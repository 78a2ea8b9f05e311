//! Who may not do what in deniable elections: at the pool by role, in the call by state.

use crate::{
	chain::{account, sign, Chain, Outcome, SLOT},
	commission,
	country::{Country, Roll, ELECTION, TERMS},
	device::{Credential, Snapshot},
	plan::{ElectionPlan, STEP},
	station::Station,
	voter::{cast, cast_deniable, pair, Mark, Paper, Voter},
};
use ballot_crypto::Encoded;
use dobush_primitives::{
	roll::{OfficeKind, Reason},
	Definition, DeniableBallot, Mode, Phase, Refusal, TableSlot, UnitId, VoterId,
};
use dobush_runtime::{AccountId, Runtime, RuntimeCall};
use frame_support::dispatch::GetDispatchInfo;
use pallet_ballot_box::BATCH;
use pallet_deniable_roll::{Call as Rolls, Error};
use sp_core::sr25519;
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError,
};

const UNIT: UnitId = UnitId(0);

/// What a node says to a call that its signer sends.
fn offered(chain: &mut Chain, signer: &sr25519::Pair, call: RuntimeCall) -> Outcome {
	let nonce = chain.nonce(&account(signer));
	match chain.offer(sign(signer, &chain.terms(nonce), call)) {
		Ok(ticket) => chain.wait_for(ticket),
		Err(refusal) => Err(refusal),
	}
}

fn refused(refusal: Refusal) -> Outcome {
	Err(refusal.into())
}

fn failed(error: Error<Runtime>) -> Outcome {
	Ok(Err(error.into()))
}

/// Two voters with a fake between them and a decoy, gathered and not activated.
fn gather(country: &mut Country, station: &mut Station) -> Vec<Vec<ballot_crypto::booth::check::Papers>> {
	let (chain, rng) = (&mut country.chain, &mut country.rng);
	let visits = [(VoterId([1; 32]), 1), (VoterId([2; 32]), 0)];
	let papers = visits.map(|(voter, fakes)| station.visit(chain, voter, UNIT, fakes, rng));
	station.decoy(chain, UNIT, rng);
	papers.to_vec()
}

/// The same, activated and enrolled; the credentials, the real one of each voter first.
fn enrol(country: &mut Country, station: &mut Station) -> Vec<Vec<Credential>> {
	let papers = gather(country, station);
	station.bring(&mut country.chain, UNIT, &mut country.rng);
	station.enrol(&mut country.chain, UNIT).unwrap();
	let snapshot = Snapshot::of(&mut country.chain, station.roll);
	let mut check = |papers| snapshot.check(papers, &mut country.rng).unwrap();
	papers.iter().map(|visit| visit.iter().map(&mut check).collect()).collect()
}

/// A call that only one role may send is refused from everybody else, before the pool.
#[test]
fn every_role_sends_its_own_calls_only() {
	let mut country = Country::new(2);
	let Roll { roll, desk, printer } = country.roll_with_key(1);
	let of = Roll { roll, desk: desk.clone(), printer: printer.clone() };
	let mut station = country.station(&of);
	gather(&mut country, &mut station);
	let (place, batch) = station.prove(&mut country.chain, UNIT, &mut country.rng);
	let announce = station.announces(&place, &batch);
	country.chain.call(&station.booth, announce.clone()).unwrap();
	let activate = station.activates(&country.chain, UNIT, &batch);
	let register: RuntimeCall = Rolls::<Runtime>::register_envelopes {
		roll,
		booth: account(&station.booth),
		envelopes: vec![ballot_crypto::envelope::EnvelopeHash([7; 32])].try_into().unwrap(),
	}
	.into();
	let enrol: RuntimeCall = Rolls::<Runtime>::enrol { roll, unit: UNIT, enrolments: Default::default() }.into();
	let strike_off: RuntimeCall =
		Rolls::<Runtime>::strike_off { roll, voter_id: VoterId([1; 32]), reason: Reason::Withdrawn }.into();
	let ballot = DeniableBallot { booth: [0; 32], entries: Default::default() };
	let ballot = cast_deniable(ELECTION, ballot);
	let hurry: RuntimeCall = pallet_ballot_box::Call::<Runtime>::check_memberships {
		election: ELECTION,
		table_slot: TableSlot::default(),
		most: 1,
	}
	.into();

	let booth = station.booth.clone();
	let member = commission::member(1);
	let trustee = country.trustees[1].pair.clone();
	// A booth, a desk, a printer, a trustee, a member of the commission.
	let roles = [&booth, &desk, &printer, &trustee, &member];
	let calls = [
		(announce, 0),
		(activate, 0),
		(register, 2),
		(enrol, 1),
		(strike_off, 1),
		(hurry, 3),
		// Nobody here: booth and desk cannot even vote together with accounts of their own.
		(ballot, 9),
	];
	let stranger = pair(&mut country.rng);
	for (call, whose) in calls {
		for (number, signer) in roles.iter().enumerate().filter(|(number, _)| *number != whose) {
			let answer = offered(&mut country.chain, signer, call.clone());
			assert_eq!(answer, refused(Refusal::NotYourCall), "role {number}: {call:?}");
		}
		assert_eq!(offered(&mut country.chain, &stranger, call), refused(Refusal::NotAdmitted));
	}

	// Another booth is a booth, but the batch is not its own.
	let other = country.station(&of);
	let activate = station.activates(&country.chain, UNIT, &batch);
	assert_eq!(offered(&mut country.chain, &other.booth, activate.clone()), failed(Error::NotAnnounced));
	let announce = other.announces(&place, &batch);
	country.chain.call(&other.booth, announce).unwrap();
	let stolen = other.activates(&country.chain, UNIT, &batch);
	assert_eq!(offered(&mut country.chain, &other.booth, stolen), failed(Error::NotTheAnnouncedBatch));
	// Its own booth activates it once.
	assert_eq!(offered(&mut country.chain, &station.booth, activate.clone()), Ok(Ok(())));
	assert_eq!(offered(&mut country.chain, &station.booth, activate), failed(Error::NotAnnounced));
}

#[test]
fn what_the_commission_decides_nobody_sends_directly() {
	let mut country = Country::new(3);
	let Roll { roll, desk, printer } = country.roll_with_key(1);
	let person = account(&printer);
	let trustees = country.two_of(2..5);
	let calls: [RuntimeCall; 11] = [
		Rolls::<Runtime>::open { roll, terms: TERMS }.into(),
		Rolls::<Runtime>::appoint { roll, role: OfficeKind::Booth, account: person.clone() }.into(),
		Rolls::<Runtime>::dismiss { roll, role: OfficeKind::Booth, account: person.clone() }.into(),
		Rolls::<Runtime>::appoint { roll, role: OfficeKind::Printer, account: person.clone() }.into(),
		Rolls::<Runtime>::dismiss { roll, role: OfficeKind::Printer, account: person.clone() }.into(),
		pallet_voter_registry::Call::<Runtime>::appoint_desk { roll, account: person }.into(),
		pallet_trustees::Call::<Runtime>::begin_roll_key { roll, trustees: trustees.clone(), step_deadline: STEP }
			.into(),
		pallet_trustees::Call::<Runtime>::reshare_roll_key { roll, trustees, step_deadline: STEP }.into(),
		pallet_trustees::Call::<Runtime>::abandon_roll_key { roll }.into(),
		pallet_tally::Call::<Runtime>::record_lot { election: ELECTION, contest: 0.into(), seed: [1; 32] }.into(),
		pallet_tally::Call::<Runtime>::fill_vacancy {
			election: ELECTION,
			contest: 0.into(),
			list: 0,
			leaving: 0,
			lot: None,
		}
		.into(),
	];
	let signers = [commission::member(1), desk, printer, country.trustees[1].pair.clone()];
	for call in calls {
		for signer in &signers {
			let answer = offered(&mut country.chain, signer, call.clone());
			assert_eq!(answer, refused(Refusal::NotYourCall), "{call:?}");
		}
	}
}

/// An election with open polls on the first of two deniable rolls, with two voters on each.
struct Polls {
	country: Country,
	definition: Definition<AccountId>,
	station: Station,
	/// The first voter has a fake.
	voters: Vec<Vec<Credential>>,
	/// Of the other roll.
	elsewhere: Vec<Vec<Credential>>,
}

impl Polls {
	fn open(seed: u64) -> Self {
		let mut country = Country::new(seed);
		let (here, there) = (country.roll_with_key(1), country.roll_with_key(1));
		let (mut station, mut far) = (country.station(&here), country.station(&there));
		let voters = enrol(&mut country, &mut station);
		let elsewhere = enrol(&mut country, &mut far);
		let definition = country.definition(&ElectionPlan::small_and_deniable(), here.roll);
		country.announce(&definition).unwrap();
		country.until(Phase::Voting);
		Self { country, definition, station, voters, elsewhere }
	}

	/// A ballot as this credential would seal it.
	fn sealed(&mut self, credential: &Credential) -> DeniableBallot {
		let Country { chain, rng, .. } = &mut self.country;
		Paper::of(chain, ELECTION, credential.unit, &self.definition).seal_deniable(credential, &[Mark::For(1)], rng)
	}

	fn offer(&mut self, credential: &Credential, ballot: DeniableBallot) -> Outcome {
		offered(&mut self.country.chain, &credential.pair, cast_deniable(ELECTION, ballot))
	}
}

#[test]
fn ballots_of_other_credentials_and_places_are_refused_before_the_pool() {
	let mut polls = Polls::open(4);
	let (real, other) = (polls.voters[0][0].clone(), polls.voters[1][0].clone());
	let ballot = polls.sealed(&real);

	// A credential of another roll, which is as good as this one; and one that names a booth of this roll.
	let foreign = polls.elsewhere[0][0].clone();
	let sealed = polls.sealed(&foreign);
	assert_eq!(polls.offer(&foreign, sealed), refused(Refusal::NotEligible));
	let disguised = Credential { booth: real.booth, ..foreign };
	let sealed = polls.sealed(&disguised);
	assert_eq!(polls.offer(&disguised, sealed), refused(Refusal::NotEligible));

	// One that was activated after the roll had closed.
	polls.country.chain.block_after(TERMS.flush_after / SLOT);
	let late = enrol(&mut polls.country, &mut polls.station).remove(0).remove(0);
	let sealed = polls.sealed(&late);
	assert_eq!(polls.offer(&late, sealed), refused(Refusal::NotEligible));

	// Another one's ballot, as it is or with the own booth's name.
	assert_eq!(polls.offer(&other, ballot.clone()), refused(Refusal::ProofRejected));
	let elsewhere = DeniableBallot { booth: [9; 32], ..ballot.clone() };
	assert_eq!(polls.offer(&real, elsewhere), refused(Refusal::NotEligible));

	// A malformed one, and one whose membership proof is for another table.
	let mut altered = ballot.clone();
	altered.entries[0].selection.ciphertext.c2 = Encoded([0xff; 32]);
	assert_eq!(polls.offer(&real, altered), refused(Refusal::Undecodable));
	let mut altered = ballot.clone();
	altered.entries[0].membership.pop();
	assert_eq!(polls.offer(&real, altered), refused(Refusal::MembershipSize));
	let mut altered = ballot.clone();
	altered.entries.truncate(0);
	assert_eq!(polls.offer(&real, altered), refused(Refusal::WrongContests));

	// A ballot of the other kind.
	let Country { chain, rng, .. } = &mut polls.country;
	let direct = Paper::of(chain, ELECTION, UNIT, &polls.definition).seal(&real.account(), &[Mark::For(1)], rng);
	assert_eq!(offered(chain, &real.pair, cast(ELECTION, direct)), refused(Refusal::WrongKind));

	// The genuine one is received, once; a fake's just the same.
	assert_eq!(polls.offer(&real, ballot.clone()), Ok(Ok(())));
	assert_eq!(polls.offer(&real, ballot), refused(Refusal::NoBallotsLeft));
	let fake = polls.voters[0][1].clone();
	let sealed = polls.sealed(&fake);
	let nonce = polls.country.chain.nonce(&fake.account());
	let terms = polls.country.chain.terms(nonce);
	let bytes = sign(&fake.pair, &terms, cast_deniable(ELECTION, sealed));
	let ticket = polls.country.chain.offer(bytes.clone()).unwrap();
	assert_eq!(polls.country.chain.wait_for(ticket), Ok(Ok(())));
	let stale = TransactionValidityError::Invalid(InvalidTransaction::Stale);
	assert_eq!(polls.country.chain.offer(bytes), Err(stale), "a replayed ballot");
}

#[test]
fn neither_desk_nor_booth_enrols_alone_and_nothing_is_used_twice() {
	let mut country = Country::new(5);
	let of = country.roll_with_key(1);
	let mut station = country.station(&of);
	gather(&mut country, &mut station);
	station.bring(&mut country.chain, UNIT, &mut country.rng);
	let RuntimeCall::DeniableRoll(Rolls::enrol { roll, unit, enrolments }) = station.enrols(&mut country.chain, UNIT)
	else {
		panic!("the desk enrols");
	};
	let mut send = |change: &dyn Fn(&mut Vec<dobush_primitives::roll::CosignedEnrolment>)| {
		let mut changed = enrolments.to_vec();
		change(&mut changed);
		let call = Rolls::<Runtime>::enrol { roll, unit, enrolments: changed.try_into().unwrap() };
		offered(&mut country.chain, &of.desk, call.into())
	};
	// Whoever has one signature has not the other.
	let answer = send(&|all| all[1].booth_signature = all[1].desk_signature);
	assert_eq!(answer, failed(Error::BoothSignatureRejected { entry: 1 }));
	let answer = send(&|all| all[0].desk_signature = all[0].booth_signature);
	assert_eq!(answer, failed(Error::DeskSignatureRejected { entry: 0 }));
	// What was signed for one pair is not good for another, and what was proven for one slip not for another.
	let answer = send(&|all| all[0].position = 3 - all[0].position);
	assert_eq!(answer, failed(Error::BoothSignatureRejected { entry: 0 }));
	let answer = send(&|all| all[0].proof = all[1].proof);
	assert_eq!(answer, failed(Error::EnrolmentRejected { entry: 0 }));
	// A voter alone would stand beside keys that nobody else can have.
	let answer = send(&|all| all.truncate(1));
	assert_eq!(answer, failed(Error::TooFewVoters { entry: 0 }));
	assert_eq!(send(&|_| ()), Ok(Ok(())));
	assert_eq!(send(&|_| ()), failed(Error::PairUsed { entry: 0 }));
}

#[test]
fn direct_and_deniable_rolls_keep_apart() {
	let mut country = Country::new(6);
	let of = country.open_roll(1);
	let voters = vec![Voter::random(UNIT, &mut country.rng).enrolment()].try_into().unwrap();
	let openly = pallet_voter_registry::Call::<Runtime>::enrol { roll: of.roll, voters };
	let error: DispatchError = pallet_voter_registry::Error::<Runtime>::RollIsDeniable.into();
	assert_eq!(offered(&mut country.chain, &of.desk, openly.into()), Ok(Err(error)));

	let deniable = country.definition(&ElectionPlan::small_and_deniable(), of.roll);
	let no_key = pallet_elections::Error::<Runtime>::NoRollKey;
	assert_eq!(country.announce(&deniable), Err(no_key.into()));
	let direct = Definition { mode: Mode::Direct, ..deniable };
	let wrong = pallet_elections::Error::<Runtime>::RollIsDeniable;
	assert_eq!(country.announce(&direct), Err(wrong.into()));
}

/// A trustee who asks for the heaviest call again and again, in vain: it is charged little, and its quota is used up by what the
/// call might have cost.
#[test]
fn a_quota_counts_what_a_call_may_cost() {
	let mut country = Country::new(5);
	country.roll_with_key(1);
	let trustee = country.trustees[1].pair.clone();
	let used = |country: &mut Country| {
		let who = account(&trustee);
		country.chain.read(|| dobush_runtime::Admission::used(who))
	};
	let before = used(&mut country);
	let hurry = |most| -> RuntimeCall {
		pallet_ballot_box::Call::<Runtime>::check_memberships {
			election: ELECTION,
			table_slot: TableSlot::default(),
			most,
		}
		.into()
	};
	let cost = |most| 1 + (hurry(most).get_dispatch_info().call_weight.ref_time() / 10_000_000_000) as u32;
	assert!(cost(BATCH) > 10);
	let answer = offered(&mut country.chain, &trustee, hurry(BATCH));
	assert_eq!(answer, Ok(Err(pallet_ballot_box::Error::<Runtime>::NothingToCheck.into())));
	let once = used(&mut country) - before;
	assert!((cost(BATCH)..=cost(BATCH) + 1).contains(&once), "{once}");
}

/// What the chain does by itself fits into what a block full of transactions leaves, also where blocks are shortest.
#[test]
fn the_heaviest_steps_fit_beside_full_blocks_of_the_development_chain() {
	use frame_support::traits::Hooks;
	let mut chain = crate::chain::Chain::development();
	chain.read(|| {
		<dobush_runtime::Tally as Hooks<dobush_runtime::BlockNumber>>::integrity_test();
		<dobush_runtime::BallotBox as Hooks<dobush_runtime::BlockNumber>>::integrity_test();
	});
}

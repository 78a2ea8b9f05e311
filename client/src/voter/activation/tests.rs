//! A polling station in memory: the desk's, the booth's and the voter's own library functions, and a chain that checks.

use super::*;
use crate::{
	booth::{
		batch,
		state::UnitState,
		visit::{Hands, Visiting},
	},
	deniable_roll::Envelopes,
	desk::check_in::{check_in, Counter},
	error::Error,
	keys::THROWAWAY_WORK_FACTOR,
	voter::UnitBatch,
};
use ballot_crypto::{
	booth::{Refusal, Unreadable},
	credential::CredentialPlace,
	envelope::{Challenge, Symbol},
	Secret,
};
use ballot_papers::PrintedPaper;
use dobush_primitives::{roll::Entry, VoterId};
use rand::{rngs::StdRng, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};

const GENESIS: [u8; 32] = [1; 32];
const VOTER: [u8; 32] = [7; 32];

/// A voter's hands: takes envelopes with the right symbol from the stack and keeps the codes of what is printed.
struct Hand<'a> {
	stack: &'a mut Vec<Envelope>,
	codes: Vec<String>,
}

impl Hands for Hand<'_> {
	fn print(&mut self, _: &Commit, papers: &[PrintedPaper<'_>]) -> Result<()> {
		self.codes.extend(papers.iter().map(PrintedPaper::code));
		Ok(())
	}
	fn envelope(&mut self, symbol: Option<Symbol>) -> Result<Option<Envelope>> {
		let place = self.stack.iter().position(|envelope| symbol.is_none_or(|symbol| symbol == envelope.symbol));
		let envelope = place.map(|place| self.stack.remove(place));
		self.codes.extend(envelope.as_ref().map(|envelope| PrintedPaper::Envelope(envelope).code()));
		Ok(envelope)
	}
	fn refused(&mut self, why: &Refusal) {
		panic!("{why}");
	}
}

/// After a visit with one real and one fake credential, a batch and an enrolment. Codes of each: real, fake.
fn station() -> (UnitRoll, [Vec<String>; 2]) {
	let mut rng = StdRng::seed_from_u64(1);
	let (desk, booth) = (Account::generate(), Account::generate());
	let place = CredentialPlace { genesis: GENESIS, unit: 2, booth: booth.public() };
	let roll_key = Secret::random(&mut rng).public_element().expect("not zero");
	let mut stack: Vec<Envelope> = (0..40)
		.map(|_| Envelope {
			genesis: GENESIS,
			booth: place.booth,
			symbol: Symbol::random(&mut rng),
			challenge: Challenge::random(&mut rng),
		})
		.collect();
	let envelopes: BTreeMap<_, _> = stack.iter().map(|one| (one.challenge.hash(), place.booth)).collect();
	let known = Envelopes::new(envelopes.keys().map(|hash| (*hash, false)));
	let mut state = UnitState::new(0, place);
	let mut counter = Counter::default();

	let (ticket, slip) = check_in(&desk, GENESIS, VoterId(VOTER), UnitId(2), &mut rng);
	counter.issued(&ticket);
	let keep = |_: &UnitState| Ok(());
	let desk_id = desk.public();
	let mut visit = Visiting::begin(
		&booth,
		roll_key,
		&mut state,
		&known,
		&[],
		&ticket,
		1..=1,
		|found| *found == desk_id,
		keep,
		&mut rng,
	)
	.expect("a good ticket");
	let mut hand = Hand { stack: &mut stack, codes: vec![PrintedPaper::Slip(&slip).code()] };
	let (_, printed) = visit.real(&mut hand, &mut rng).expect("works").expect("finished");
	let real = std::mem::replace(&mut hand.codes, vec![PrintedPaper::Slip(&slip).code()]);
	visit.fake(&mut hand, &mut rng).expect("works").expect("finished");
	let fake = hand.codes;
	counter.check_out(&desk.public(), &printed.checkout, &roll_key).expect("co-signed");

	let decoy = stack.remove(0);
	let booth_of_unit = state.booth(roll_key);
	batch::add_decoy(&mut state, &booth_of_unit, &known, &[], decoy, &mut rng).expect("fresh");
	batch::prepare(&mut state, roll_key, &mut rng).expect("three keys");
	let batch = state.announced.take().expect("proven").batch;
	let order = counter.orders()[0].checkout.enrolment;
	let entry = Entry { voter_id: VoterId(VOTER), element: order.pair.element, enrolled_in: 12, struck_in: None };
	let unit_batch =
		UnitBatch { booth: place.booth, activated_in: 11, activations: batch.activations, pairs: batch.pairs };
	let roll = UnitRoll {
		roll: RollId(0),
		unit: UnitId(2),
		block: 20,
		roll_key,
		booths: BTreeSet::from([place.booth]),
		desks: BTreeSet::from([desk.public()]),
		envelopes,
		entries: vec![entry],
		batches: vec![unit_batch],
	};
	(roll, [real, fake])
}

fn activated(codes: &[String], state: &UnitRoll) -> Result<(Credential, u32)> {
	activate(&collect(codes, &GENESIS)?, &GENESIS, state, &mut StdRng::seed_from_u64(2))
}

fn refusal(codes: &[String], state: &UnitRoll) -> Error {
	activated(codes, state).map(drop).expect_err("refused")
}

fn fault(fault: Fault) -> Error {
	VoterError::Papers(fault).into()
}

#[test]
fn it_says_the_same_for_real_and_fake() {
	let (state, papers) = station();
	let [real, fake] = papers.map(|codes| activated(&codes, &state).expect("complete"));
	assert_eq!(real.1, fake.1);
	assert_eq!((real.0.entry, real.0.place, real.0.voter_id), (fake.0.entry, fake.0.place, fake.0.voter_id));
	assert_ne!(real.0.account, fake.0.account);
	// What a program may show of an activated credential besides its own address.
	let shown = |(credential, since): &(Credential, u32)| {
		let account = Account::of_credential(&credential.secret).expect("an account");
		assert_eq!(account.public(), credential.account.0);
		(credential.place.unit, *since, state.block)
	};
	assert_eq!(shown(&real), shown(&fake));
}

#[test]
fn papers_come_in_any_order_and_each_may_be_scanned_again() {
	let (state, [real, _]) = station();
	let mut backwards: Vec<String> = real.iter().rev().cloned().collect();
	backwards.push(real[1].clone());
	assert_eq!(
		activated(&backwards, &state).expect("complete").0.account,
		activated(&real, &state).expect("complete").0.account
	);
}

#[test]
fn missing_torn_mixed_and_foreign_papers_are_named() {
	let (state, [real, fake]) = station();
	// Codes are: slip, first print, envelope, second and third print of the real; slip, envelope, first, … of the fake.
	let kind = |code: &String| papers::any(code).expect("ours").0;
	for missing in 0..real.len() {
		let mut codes = real.clone();
		let removed = codes.remove(missing);
		assert_eq!(refusal(&codes, &state), VoterError::PaperMissing { kind: kind(&removed) }.into());
	}
	let both = [real.clone(), fake.clone()].concat();
	assert_eq!(refusal(&both, &state), VoterError::PapersDiffer { kind: kind(&fake[1]) }.into());
	let mut torn = real.clone();
	let whole = torn[2].len();
	torn[2].truncate(whole - 9); // six bytes
	let wanted = papers::any(&real[2]).expect("whole").1.len();
	assert_eq!(refusal(&torn, &state), Unreadable::Length { wanted, found: wanted - 6 }.into());
	let swap = |wanted: Kind| -> Vec<String> {
		let other = fake.iter().find(|code| kind(code) == wanted).expect("a fake has all");
		real.iter().map(|code| if kind(code) == wanted { other.clone() } else { code.clone() }).collect()
	};
	assert_eq!(refusal(&swap(Kind::Response), &state), fault(Fault::ThirdPrint));
	let envelope = refusal(&swap(Kind::Envelope), &state);
	let symbols_differ = envelope == fault(Fault::OtherEnvelope);
	assert!(
		symbols_differ || matches!(&envelope, Error::Voter(VoterError::Papers(Fault::Transcript(_)))),
		"{envelope}"
	);
	let elsewhere = collect(&real, &[9; 32]).expect_err("another chain");
	assert_eq!(elsewhere, Unreadable::OtherChain.into());
}

#[test]
fn what_the_chain_lacks_is_said_and_nothing_is_lost() {
	let (good, [real, _]) = station();
	let said = |change: &dyn Fn(&mut UnitRoll)| {
		let mut state = good.clone();
		change(&mut state);
		refusal(&real, &state)
	};
	assert_eq!(said(&|state| state.batches.clear()), fault(Fault::NotActive));
	assert_eq!(said(&|state| state.entries.clear()), fault(Fault::NotEnrolled));
	assert_eq!(said(&|state| state.booths.clear()), fault(Fault::Booth));
	assert_eq!(said(&|state| state.desks.clear()), fault(Fault::Desk));
	assert_eq!(said(&|state| state.envelopes.clear()), fault(Fault::Envelope));
	assert_eq!(said(&|state| state.batches[0].activations.clear()), fault(Fault::NotInBatch));
	assert_eq!(said(&|state| state.entries[0].struck_in = Some(15)), VoterError::StruckOff { block: 15 }.into());
	// Re-enrolled in the same unit: the old entry is struck, the newest is another.
	let replaced = said(&|state| {
		state.entries[0].struck_in = Some(15);
		let mut newest = state.entries[0];
		newest.struck_in = None;
		newest.element =
			state.batches[0].pairs.iter().map(|pair| pair.element).find(|e| *e != newest.element).expect("3");
		state.entries.push(newest);
	});
	assert_eq!(replaced, fault(Fault::Replaced));
	assert!(activated(&real, &good).is_ok());
}

#[test]
fn papers_of_another_unit_find_no_batch_there() {
	let (mut state, [real, _]) = station();
	state.unit = UnitId(3);
	assert_eq!(refusal(&real, &state), fault(Fault::NotActive));
}

#[test]
fn a_key_file_knows_where_its_credential_belongs_and_looks_at_the_roll_again() {
	let (mut state, [real, _]) = station();
	let (credential, _) = activated(&real, &state).expect("complete");
	let folder = tempfile::tempdir().expect("a temporary folder");
	let path = folder.path().join("my.key");
	let file = store(&path, "correct horse", &credential, RollId(0), Some(THROWAWAY_WORK_FACTOR)).expect("written");
	let home = record(&file).expect("readable").expect("written");
	assert_eq!((home.booth, home.unit, home.account.0), (credential.place.booth, UnitId(2), file.account().public()));
	assert_eq!(home.recheck_in(&state), Ok(()));
	state.entries[0].struck_in = Some(19);
	assert_eq!(home.recheck_in(&state), Err(VoterError::StruckOff { block: 19 }.into()));
	// Fixed before that, the roll has the entry; fixed before the activation, the credential does not serve the election.
	let election = ElectionId(4);
	let fixed = |closed_in| home.as_fixed(state.clone(), election, closed_in);
	for (closed_in, expected) in [(19, false), (18, true), (12, true), (11, false)] {
		let found = home.recheck_in(&fixed(closed_in).expect("activated in block 11"));
		assert_eq!(found.is_ok(), expected, "{closed_in}: {found:?}");
	}
	let late = fixed(10).map(drop);
	assert_eq!(late, Err(VoterError::ActivatedTooLate { activated_in: 11, election, closed_in: 10 }.into()));
	let direct =
		KeyFile::create_for(&folder.path().join("direct.key"), "x", Account::generate(), THROWAWAY_WORK_FACTOR)
			.expect("written");
	assert_eq!(super::record(&direct), Ok(None));
}

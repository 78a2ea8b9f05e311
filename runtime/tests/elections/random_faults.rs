//! Whole elections with everything that can go wrong, drawn from a seed: whatever happens on the way, the result is right.
//!
//! Trustees are absent for a while, deal and complain falsely, send what is altered, stolen, repeated or half of it, mix
//! falsely; voters change their minds, mark ballots that nobody can read, copy, replay, come too late; voters are struck
//! off and get new credentials; the commission acts in wrong phases; the chain stands still. In a quarter of the elections
//! credentials can be denied: fakes, decoys and credentials from before vote beside real ones, and the roll key changes
//! hands while ballots are cast. After a number of faults everybody is honest, so that every election ends.
//!
//! `DOBUSH_SEEDS=n` runs more seeds, `DOBUSH_SEED=n` only that one.

mod commission;
mod enrolment;
mod people;
mod seeds;
mod trustees;

use crate::{
	chain::{account, Chain, Outcome, Ticket, SLOT},
	commission::motion,
	model::Model,
	plan::{below, ElectionPlan, STEP},
	trustee::Trustee,
	voter::{pair, Mark, Sealed, Voter},
};
use dobush_primitives::{Ballot, ElectionId, ListId, Mode, Phase, Refusal, RollId, Subject};
use dobush_runtime::{AccountId, Elections, Runtime, RuntimeCall, RuntimeEvent};
use pallet_elections::ElectionStatus;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::sr25519;
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError,
};
use std::collections::{BTreeMap, BTreeSet};

/// Faults of trustees in one election.
const FAULTS: u32 = 24;
/// Blocks after which an election has not ended for a reason.
const MOST_BLOCKS: u32 = 1_500;
/// The only election.
const ELECTION: ElectionId = ElectionId(0);
/// The only roll.
const ROLL: RollId = RollId(0);

/// What an honest message may hear: that it comes too late, or that somebody else has done the same.
const LATE: [&str; 11] = [
	"WrongStage",
	"WrongAttempt",
	"BuiltTooEarly",
	"NotADealer",
	"NotMixing",
	"NotYourTurn",
	"TooLate",
	"NotDecrypting",
	"NotTagging",
	"NotInThePanel",
	"NotTallying",
];

/// What becomes of a transaction that was sent.
enum Expected {
	/// Success, or an error of [`LATE`].
	Duty(RuntimeCall),
	/// One of these errors.
	Refusal(RuntimeCall, &'static [&'static str]),
	/// The same for what was sent once already: one of these errors, or one of [`LATE`].
	Repeated(RuntimeCall, &'static [&'static str]),
	/// The ballot lies in the box, unless the polls have closed meanwhile.
	Ballot { voter: usize, marks: Vec<Mark>, cast: LastCast },
}

/// A ballot that was sent: its transaction, the block in which its life began, itself.
#[derive(Clone)]
struct LastCast {
	bytes: Vec<u8>,
	birth: u32,
	ballot: Sealed,
}

/// A voter and what is planned and known of it.
struct Person {
	voter: Voter,
	/// The booth that activated its key, in a deniable election.
	booth: Option<[u8; 32]>,
	/// On the roll when it closed; in a deniable election, activated by then.
	is_eligible: bool,
	/// Whether its ballots count: not those of fakes and decoys, and of whoever was struck off or came again.
	counts: bool,
	/// How often it still means to cast.
	plans: u32,
	/// How often it has cast.
	times: u16,
	/// The last ballot that lies in the box.
	last: Option<LastCast>,
}

struct Day {
	chain: Chain,
	rng: ChaCha20Rng,
	plan: ElectionPlan,
	model: Model,
	trustees: Vec<Trustee>,
	/// Until which block a trustee is away.
	away: BTreeMap<u16, u32>,
	people: Vec<Person>,
	desk: sr25519::Pair,
	expected: BTreeMap<Ticket, Expected>,
	/// Invitations whose mixes were made false.
	false_mixes: BTreeSet<(ListId, u16)>,
	/// The invitation of each list whose mix was sealed last.
	sealed: BTreeMap<ListId, u16>,
	/// Who has dealt badly in which attempt.
	bad_dealers: BTreeSet<(u16, u16)>,
	/// Who has complained falsely in which attempt.
	false_complainers: BTreeSet<(u16, u16)>,
	/// Whose ballot of a deniable election has said something that is no legal selection.
	marked: BTreeSet<AccountId>,
	faults_left: u32,
	archived: bool,
	/// Names of what was refused and of what has happened.
	seen: BTreeSet<String>,
}

impl Day {
	/// The roll, the election and its trustees; some voters are struck off again, some get new credentials.
	fn begin(seed: u64) -> Self {
		let mut rng = ChaCha20Rng::seed_from_u64(seed);
		let plan = ElectionPlan::random(&mut rng);
		let mut chain = Chain::development();
		let desk = pair(&mut rng);
		let units = plan.units.len() as u16;
		let name = b"A roll".to_vec().try_into().unwrap();
		motion(&mut chain, pallet_voter_registry::Call::<Runtime>::create_roll { name, units }).unwrap();
		let appoint = pallet_voter_registry::Call::<Runtime>::appoint_desk { roll: ROLL, account: account(&desk) };
		motion(&mut chain, appoint).unwrap();
		let trustees: Vec<_> = (1..=plan.trustees).map(|index| Trustee::random(index, &mut rng)).collect();
		let members = trustees.iter().map(Trustee::account).collect();
		let definition = plan.definition(ROLL, members, chain.now());
		let mut day = Self {
			chain,
			rng,
			plan,
			model: Model::new(ELECTION, definition),
			trustees,
			away: BTreeMap::new(),
			people: Vec::new(),
			desk,
			expected: BTreeMap::new(),
			false_mixes: BTreeSet::new(),
			sealed: BTreeMap::new(),
			bad_dealers: BTreeSet::new(),
			false_complainers: BTreeSet::new(),
			marked: BTreeSet::new(),
			faults_left: FAULTS,
			archived: false,
			seen: BTreeSet::new(),
		};
		match day.plan.mode {
			Mode::Direct => {
				day.announce();
				day.enrol();
			}
			Mode::Deniable { .. } => {
				day.enrol_deniably();
				day.announce();
			}
		}
		day
	}

	fn announce(&mut self) {
		let members = self.trustees.iter().map(Trustee::account).collect();
		self.model.definition = self.plan.definition(ROLL, members, self.chain.now());
		let definition = self.model.definition.clone();
		motion(&mut self.chain, pallet_elections::Call::<Runtime>::announce { definition }).unwrap();
	}

	fn status(&mut self) -> ElectionStatus {
		self.chain.read(|| Elections::status(ELECTION)).expect("it was announced")
	}

	fn phase(&mut self) -> Phase {
		self.status().phase
	}

	fn chance(&mut self, one_in: u32) -> bool {
		below(&mut self.rng, one_in) == 0
	}

	/// Whether a fault happens now.
	fn fault(&mut self, one_in: u32) -> bool {
		let happens = self.faults_left > 0 && self.chance(one_in);
		self.faults_left -= u32::from(happens);
		happens
	}

	fn send(&mut self, pair: &sr25519::Pair, call: RuntimeCall, expected: Expected) {
		let ticket = self.chain.send(pair, call);
		self.expected.insert(ticket, expected);
	}

	/// Looks at what became of everything that was sent, and at what the chain has said.
	fn settle(&mut self) {
		let tickets: Vec<_> = self.expected.keys().copied().collect();
		for ticket in tickets {
			let Some(outcome) = self.chain.outcome(ticket) else { continue };
			let Some(expected) = self.expected.remove(&ticket) else { continue };
			self.settle_one(outcome, expected);
		}
		for event in std::mem::take(&mut self.chain.news) {
			self.hear(event);
		}
	}

	fn settle_one(&mut self, outcome: Outcome, expected: Expected) {
		match (expected, outcome) {
			(Expected::Duty(_), Ok(Ok(()))) => (),
			(Expected::Duty(call), Ok(Err(error))) => {
				let late = name_of(Err(error)).is_some_and(|name| LATE.contains(&name));
				assert!(late, "{call:?} was owed and failed: {error:?}");
			}
			(Expected::Refusal(call, errors), Ok(answer)) => {
				let name = name_of(answer).filter(|name| errors.contains(name));
				let name = name.unwrap_or_else(|| panic!("{call:?}: {answer:?}, due was one of {errors:?}"));
				self.seen.insert(name.to_owned());
			}
			(Expected::Repeated(call, errors), Ok(answer)) => {
				let named = name_of(answer).is_some_and(|name| errors.contains(&name) || LATE.contains(&name));
				assert!(named, "{call:?}, sent again: {answer:?}, due was one of {errors:?}");
				self.seen.insert("a repetition".to_owned());
			}
			(Expected::Ballot { voter, marks, cast }, Ok(Ok(()))) => {
				let person = &mut self.people[voter];
				person.times += 1;
				person.last = Some(cast);
				let (credential, unit, counts) = (person.voter.credential(), person.voter.unit, person.counts);
				let legal = person.booth.is_none() || self.model.are_legal(unit, &marks);
				if !legal {
					self.marked.insert(credential.clone());
				}
				match counts && legal {
					true => drop(self.model.ballots.insert(credential, (unit, marks))),
					// It is dropped publicly, and the ballot before does not return.
					false => drop(self.model.ballots.remove(&credential)),
				}
			}
			(Expected::Ballot { .. }, Err(TransactionValidityError::Invalid(InvalidTransaction::Custom(code)))) => {
				// It was on its way when the polls closed.
				let closed = [Refusal::GraceFirstBallotsOnly, Refusal::NotReceiving, Refusal::SentAfterClosing];
				assert!(closed.iter().any(|refusal| *refusal as u8 == code), "an honest ballot: refusal {code}");
				assert!(self.phase() >= Phase::Grace);
			}
			(Expected::Ballot { .. }, outcome) => panic!("an honest ballot: {outcome:?}"),
			(Expected::Duty(call) | Expected::Refusal(call, _) | Expected::Repeated(call, _), Err(refusal)) => {
				panic!("{call:?} was valid in the pool and not in the block: {refusal:?}")
			}
		}
	}

	fn hear(&mut self, event: RuntimeEvent) {
		use pallet_tally::Event as TallyEvent;
		use pallet_trustees::Event as CeremonyEvent;
		let name = match event {
			RuntimeEvent::Tally(TallyEvent::MixSealed { list, attempt, .. }) => {
				self.sealed.insert(list, attempt);
				return;
			}
			RuntimeEvent::Tally(TallyEvent::MixVerified { list, .. }) => {
				let attempt = self.sealed[&list];
				assert!(!self.false_mixes.contains(&(list, attempt)), "a false mix of {list:?} is accepted");
				"MixVerified"
			}
			RuntimeEvent::Tally(TallyEvent::MixRefused { list, attempt, reason, .. }) => {
				assert!(
					self.false_mixes.contains(&(list, attempt)),
					"an honest mix of {list:?} is refused: {reason:?}"
				);
				"MixRefused"
			}
			RuntimeEvent::Tally(TallyEvent::PassedOver { .. }) => "PassedOver",
			RuntimeEvent::Tally(TallyEvent::DecryptionRestarted { .. }) => "DecryptionRestarted",
			RuntimeEvent::Tally(TallyEvent::TallyArchived { .. }) => {
				self.archived = true;
				"TallyArchived"
			}
			RuntimeEvent::Tally(TallyEvent::TaggingRestarted { .. }) => "TaggingRestarted",
			RuntimeEvent::Tally(TallyEvent::OpeningRestarted { .. }) => "OpeningRestarted",
			RuntimeEvent::Tally(TallyEvent::GroupsMerged { .. }) => "GroupsMerged",
			RuntimeEvent::Tally(TallyEvent::TagRepeated { list, .. }) => panic!("a tag came twice in {list:?}"),
			RuntimeEvent::BallotBox(pallet_ballot_box::Event::BallotDropped { credential, .. }) => {
				assert!(self.marked.contains(&credential), "an honest ballot is dropped");
				"BallotDropped"
			}
			RuntimeEvent::Trustees(CeremonyEvent::KeyMade { subject: Subject::Roll { .. }, .. }) => "a handed over key",
			RuntimeEvent::Trustees(CeremonyEvent::DealerOut { attempt, dealer, .. }) => {
				assert!(self.bad_dealers.contains(&(attempt, dealer.0)), "an honest dealer is out");
				"DealerOut"
			}
			RuntimeEvent::Trustees(CeremonyEvent::RecipientOut { attempt, complainer, .. }) => {
				assert!(self.false_complainers.contains(&(attempt, complainer.0)), "an honest complainer is out");
				"RecipientOut"
			}
			RuntimeEvent::Trustees(CeremonyEvent::AttemptFailed { .. }) => "AttemptFailed",
			RuntimeEvent::Trustees(CeremonyEvent::CeremonyFailed { .. }) => panic!("there is no key"),
			RuntimeEvent::Elections(pallet_elections::Event::PollsMissed { .. }) => "PollsMissed",
			RuntimeEvent::BallotBox(pallet_ballot_box::Event::BallotCast { replaces: true, .. }) => "a replacement",
			_ => return,
		};
		self.seen.insert(name.to_owned());
	}

	/// One block with everything that happens in it.
	fn step(&mut self) {
		let status = self.status();
		let phase = status.phase;
		self.trustees_act();
		match phase {
			Phase::Preparing | Phase::RollClosed if self.chance(12) => {
				let person = below(&mut self.rng, self.people.len() as u32) as usize;
				let pair = self.people[person].voter.pair.clone();
				let early = Sealed::Direct(Ballot { entries: Default::default() });
				self.refused(&pair, early, Refusal::NotReceiving, "the polls are not open");
			}
			Phase::Voting => {
				let patient = self.plan.grace_blocks > 0;
				let head = self.chain.head().number;
				let most = if patient { 2 } else { 4 };
				self.voters_vote(head, most);
				if self.chance(2) {
					self.attack_the_box();
				}
				if self.chance(20) {
					// Serves later elections only.
					let index = below(&mut self.rng, self.people.len() as u32) as usize;
					self.change_the_roll(index);
				}
			}
			Phase::Grace => self.grace(status.polls_closed_in.expect("they have closed")),
			Phase::Tallying if self.chance(20) => {
				let index = below(&mut self.rng, self.people.len() as u32) as usize;
				let (ballot, _) = self.ballot(index);
				let pair = self.people[index].voter.pair.clone();
				self.refused(&pair, ballot, Refusal::NotReceiving, "the box is closed");
			}
			_ => (),
		}
		if phase == Phase::Voting && self.plan.mode != Mode::Direct && self.chance(30) {
			self.reshare();
		}
		if self.chance(40) && phase < Phase::Certified {
			self.commission_errs(phase);
		}
		let status = self.status();
		self.commission_acts(&status);
		// Now and then the chain stands still.
		let still = if self.chain.is_quiet() && self.fault(60) { STEP / SLOT + 1 } else { 0 };
		self.chain.block_after(still);
		self.settle();
	}

	/// From the announcement to the empty tables after the certificate. Gives what was seen on the way.
	fn run(mut self) -> BTreeSet<String> {
		while !self.archived {
			self.step();
			let block = self.chain.head().number;
			assert!(block < MOST_BLOCKS, "the election does not end: {:?}", self.phase());
		}
		if let Mode::Deniable { merge_below } = self.plan.mode {
			self.model.merge_units(merge_below);
		}
		let model = &self.model;
		self.chain.read(|| model.compare());
		assert_eq!(self.phase(), Phase::Certified);
		let lists = self.chain.read(|| pallet_tally::Lists::<Runtime>::iter().count());
		assert_eq!(lists, 0, "nothing is left of the lists");
		self.seen
	}
}

/// The name of the error of a call.
fn name_of(answer: Result<(), DispatchError>) -> Option<&'static str> {
	match answer {
		Err(DispatchError::Module(error)) => error.message,
		_ => None,
	}
}

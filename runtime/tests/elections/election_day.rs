//! A direct election from its definition to its certificate, as everybody who takes part sees it.

use crate::{
	chain::{account, sign, Chain},
	commission::motion,
	model::Model,
	plan::{ElectionPlan, Question, OBJECTIONS},
	trustee::{self, Trustee},
	voter::{cast, pair, Mark, Paper, Voter},
};
use dobush_primitives::{ElectionId, Mode, Phase, Refusal, RollId, UnitId};
use dobush_runtime::{BallotBox, Elections, Runtime, Tally, Trustees, VoterRegistry};
use electoral_rules::Verdict;
use pallet_elections::Error;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_runtime::transaction_validity::TransactionValidityError;

const ELECTION: ElectionId = ElectionId(0);
const ROLL: RollId = RollId(0);

/// A parliament of five, elected everywhere, and a mayor of the second unit. Three trustees, of whom two decrypt.
fn plan() -> ElectionPlan {
	ElectionPlan {
		mode: Mode::Direct,
		units: vec![(0, 0), (1, 1)],
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

fn phase(chain: &mut Chain) -> Phase {
	chain.read(|| Elections::status(ELECTION)).expect("it was announced").phase
}

/// Lets the trustees do what they owe, block by block, until the election has come to a phase.
fn until(chain: &mut Chain, wanted: Phase, trustees: &mut [Trustee], rng: &mut ChaCha20Rng) {
	for _ in 0..200 {
		if phase(chain) >= wanted {
			return;
		}
		trustee::act(chain, trustees, ELECTION, rng);
	}
	panic!("the election does not come to {wanted:?}: it is in {:?}", phase(chain));
}

#[test]
fn an_election_from_its_definition_to_its_certificate() {
	let (mut chain, mut rng, plan) = (Chain::development(), ChaCha20Rng::seed_from_u64(1), plan());

	// The commission creates a roll, appoints a desk and announces; the desk enrols twelve voters.
	let (desk, name) = (pair(&mut rng), b"Roll of the republic".to_vec().try_into().unwrap());
	motion(&mut chain, pallet_voter_registry::Call::<Runtime>::create_roll { name, units: 2 }).unwrap();
	let appoint = pallet_voter_registry::Call::<Runtime>::appoint_desk { roll: ROLL, account: account(&desk) };
	motion(&mut chain, appoint).unwrap();
	let mut trustees: Vec<_> = (1..=3).map(|index| Trustee::random(index, &mut rng)).collect();
	let members = trustees.iter().map(Trustee::account).collect();
	let definition = plan.definition(ROLL, members, chain.now());
	motion(&mut chain, pallet_elections::Call::<Runtime>::announce { definition: definition.clone() }).unwrap();
	let voters: Vec<_> = (0..12u16).map(|number| Voter::random(UnitId(number % 2), &mut rng)).collect();
	let enrolments: Vec<_> = voters.iter().map(Voter::enrolment).collect();
	let enrol = pallet_voter_registry::Call::<Runtime>::enrol { roll: ROLL, voters: enrolments.try_into().unwrap() };
	chain.call(&desk, enrol.into()).unwrap();
	assert_eq!(chain.read(|| VoterRegistry::registered(ROLL)), [6, 6]);
	assert_eq!(chain.read(|| Elections::definition(ELECTION)), Some(definition.clone()));

	// The trustees make the key while the roll closes; then the polls open.
	until(&mut chain, Phase::Voting, &mut trustees, &mut rng);
	let key = chain.read(|| Trustees::key_set(ELECTION.into())).expect("the key is made").keys[0].key;
	assert_eq!(chain.read(|| Elections::status(ELECTION).unwrap().vote_key), Some(key));

	// Eleven vote, the third of them twice, the fourth unreadably; the twelfth comes in the grace period.
	let mut model = Model::new(ELECTION, definition.clone());
	model.registered = vec![6, 6];
	let options = [0, 0, 1, 2, 0, 1, 2, 0, 0, 1, 0, 1];
	let mut vote = |chain: &mut Chain, rng: &mut ChaCha20Rng, number: usize, parliament: Mark, birth| {
		let voter: &Voter = &voters[number];
		let paper = Paper::of(chain, ELECTION, voter.unit, &definition);
		let mayor = if number % 4 == 1 { Mark::For(1) } else { Mark::Decline };
		let marks: Vec<_> = [parliament, mayor].into_iter().take(paper.contests.len()).collect();
		let ballot = paper.seal(&voter.credential(), &marks, rng);
		let nonce = chain.nonce(&voter.credential());
		let terms = chain.terms_from(nonce, birth);
		let answer = chain.offer(sign(&voter.pair, &terms, cast(ELECTION, ballot)));
		if answer.is_ok() {
			model.ballots.insert(voter.credential(), (voter.unit, marks));
		}
		answer
	};
	for (number, option) in options.into_iter().enumerate().take(11) {
		let mark = if number == 3 { Mark::Garbage } else { Mark::For(option) };
		let now = chain.head();
		vote(&mut chain, &mut rng, number, mark, now).unwrap();
	}
	chain.block();
	let now = chain.head();
	vote(&mut chain, &mut rng, 2, Mark::For(0), now).unwrap();
	chain.block();
	let turnout = chain.read(|| BallotBox::turnout(ELECTION));
	assert_eq!(turnout.iter().map(|unit| (unit.ballots, unit.replacements)).collect::<Vec<_>>(), [(6, 1), (5, 0)]);

	// The commission closes the polls. Whoever was on the way still arrives, nobody else.
	let before = chain.head();
	let premature =
		motion(&mut chain, pallet_elections::Call::<Runtime>::certify { election: ELECTION, result_digest: [0; 32] });
	assert_eq!(premature, Err(Error::<Runtime>::NotCounted.into()));
	motion(&mut chain, pallet_elections::Call::<Runtime>::close_polls { election: ELECTION }).unwrap();
	assert_eq!(phase(&mut chain), Phase::Grace);
	let refused = |refusal: Refusal| Err(TransactionValidityError::from(refusal));
	let now = chain.head();
	assert_eq!(vote(&mut chain, &mut rng, 11, Mark::For(1), now), refused(Refusal::SentAfterClosing));
	assert_eq!(vote(&mut chain, &mut rng, 0, Mark::For(1), before), refused(Refusal::GraceFirstBallotsOnly));
	vote(&mut chain, &mut rng, 11, Mark::For(1), before).unwrap();
	chain.block();

	// All three mix, two of them decrypt; the chain counts what was counted on paper.
	until(&mut chain, Phase::Counted, &mut trustees, &mut rng);
	assert!(chain.read(|| Tally::lists(ELECTION, UnitId(0), 9)).iter().all(|list| list.mixed.count() == 3));
	chain.read(|| model.compare());
	let parliament = chain.read(|| Tally::votes_of_region(ELECTION, 0.into(), 0)).expect("counted");
	assert_eq!((parliament.votes.as_slice(), parliament.invalid), (&[5u64, 0, 1][..], 0), "unit 0 votes in region 0");
	let seats = chain.read(|| Tally::outcome(ELECTION, 0.into())).expect("decided").expect("its rule decides").verdict;
	// 7, 3 and 1 votes for five seats: the quota is 11/5, and the seat left over goes to the remainder of the last.
	assert_eq!(seats, Verdict::Seats(vec![3, 1, 1]));
	let mayor = chain.read(|| Tally::outcome(ELECTION, 1.into())).expect("decided").expect("its rule decides").verdict;
	assert_eq!(mayor, Verdict::Elected(1));

	// Objections may be raised for a while; then the commission certifies exactly this result.
	let certify = |result_digest| pallet_elections::Call::<Runtime>::certify { election: ELECTION, result_digest };
	assert_eq!(motion(&mut chain, certify([1; 32])), Err(Error::<Runtime>::WrongResult.into()));
	assert_eq!(motion(&mut chain, certify(model.digest())), Err(Error::<Runtime>::ObjectionsOpen.into()));
	chain.block_after(OBJECTIONS / crate::chain::SLOT);
	motion(&mut chain, certify(model.digest())).unwrap();
	assert_eq!(phase(&mut chain), Phase::Certified);
	assert!(chain.read(Elections::is_upgrade_allowed));

	// Lists and shares go, votes and outcomes stay.
	chain.until("the lists go", || (pallet_tally::Lists::<Runtime>::iter().next().is_none()).then_some(()));
	chain.read(|| model.compare());
}

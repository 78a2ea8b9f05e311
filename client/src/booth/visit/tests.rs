use super::*;
use ballot_crypto::{
	booth::{Kind, Refusal},
	credential::CredentialPlace,
	envelope::{Challenge, NotFresh},
	Secret,
};
use dobush_primitives::{UnitId, VoterId};
use parity_scale_codec::{Decode, Encode};
use rand::{rngs::StdRng, SeedableRng};
use std::cell::RefCell;

const GENESIS: [u8; 32] = [1; 32];

struct Scene {
	account: Account,
	desk: Account,
	roll_key: Element,
	state: UnitState,
	envelopes: Envelopes,
	/// What lies in the stack.
	stack: Vec<Envelope>,
	rng: StdRng,
}

/// A voter who takes what is next in a pile of envelopes, and keeps what is printed.
#[derive(Default)]
struct Voter {
	pile: Vec<Envelope>,
	/// Takes the symbol that is asked for.
	obliging: bool,
	prints: Vec<Kind>,
	refusals: Vec<Refusal>,
}

impl Hands for Voter {
	fn print(&mut self, _: &Commit, papers: &[PrintedPaper<'_>]) -> Result<()> {
		self.prints.extend(papers.iter().map(|paper| match paper {
			PrintedPaper::Commit(_) => Kind::Commit,
			PrintedPaper::Checkout(_) => Kind::Checkout,
			PrintedPaper::Response(_) => Kind::Response,
			_ => panic!("a booth prints no other paper"),
		}));
		Ok(())
	}

	fn envelope(&mut self, symbol: Option<Symbol>) -> Result<Option<Envelope>> {
		if self.pile.is_empty() {
			return Ok(None);
		}
		let mut envelope = self.pile.remove(0);
		if let (true, Some(symbol)) = (self.obliging, symbol) {
			envelope.symbol = symbol;
		}
		Ok(Some(envelope))
	}

	fn refused(&mut self, why: &Refusal) {
		self.refusals.push(*why);
	}
}

fn scene() -> Scene {
	let mut rng = StdRng::seed_from_u64(1);
	let (account, desk) = (Account::generate(), Account::generate());
	let place = CredentialPlace { genesis: GENESIS, unit: 2, booth: account.public() };
	let stack: Vec<Envelope> = (0..20)
		.map(|_| Envelope {
			genesis: GENESIS,
			booth: place.booth,
			symbol: Symbol::random(&mut rng),
			challenge: Challenge::random(&mut rng),
		})
		.collect();
	Scene {
		roll_key: Secret::random(&mut rng).public_element().expect("not zero"),
		state: UnitState::new(0, place),
		envelopes: Envelopes::new(stack.iter().map(|envelope| (envelope.challenge.hash(), false))),
		account,
		desk,
		stack,
		rng,
	}
}

impl Scene {
	fn ticket(&mut self, unit: u16) -> Ticket {
		crate::desk::check_in::check_in(&self.desk, GENESIS, VoterId([7; 32]), UnitId(unit), &mut self.rng).0
	}

	/// A whole visit; gives what was kept on the disk at last.
	fn visit(&mut self, fakes: u32, steps: impl FnOnce(&mut Visiting<'_, &mut dyn Keep>, &mut StdRng)) -> UnitState {
		let ticket = self.ticket(2);
		let kept = RefCell::new(self.state.encode());
		let mut disk = |state: &UnitState| {
			kept.replace(state.encode());
			Ok(())
		};
		let desk = self.desk.public();
		let keep: &mut dyn Keep = &mut disk;
		let mut visiting = Visiting::begin(
			&self.account,
			self.roll_key,
			&mut self.state,
			&self.envelopes,
			&[],
			&ticket,
			fakes..=fakes,
			|found| *found == desk,
			keep,
			&mut self.rng,
		)
		.expect("a good ticket");
		let mut rng = StdRng::seed_from_u64(2);
		steps(&mut visiting, &mut rng);
		drop(visiting);
		let kept = kept.into_inner();
		UnitState::decode(&mut &kept[..]).expect("what was kept")
	}

	fn voter(&self, from: usize, obliging: bool) -> Voter {
		Voter { pile: self.stack[from..].to_vec(), obliging, ..Voter::default() }
	}
}

impl Keep for &mut dyn Keep {
	fn keep(&mut self, state: &UnitState) -> Result<()> {
		(**self).keep(state)
	}
}

#[test]
fn real_and_fake_credentials_are_kept_alike_and_name_nobody() {
	let mut scene = scene();
	let (mut one, mut two) = (scene.voter(0, true), scene.voter(5, true));
	let kept = scene.visit(1, |visit, rng| {
		visit.fake(&mut two, rng).expect("works").expect("finished");
		visit.real(&mut one, rng).expect("works").expect("finished");
		let error = visit.real(&mut one, rng).expect_err("once");
		assert!(error.to_string().contains("printed already"), "{error}");
		let error = visit.fake(&mut two, rng).expect_err("one was drawn");
		assert!(error.to_string().contains("no more fake"), "{error}");
	});
	assert_eq!((kept.visits, kept.voters, kept.unfinished, kept.waiting.len()), (1, 1, 0, 2));
	assert_eq!(one.prints, two.prints);
	assert_eq!(one.prints, [Kind::Commit, Kind::Checkout, Kind::Response]);
	let bytes = kept.encode();
	assert!(!bytes.windows(32).any(|window| window == [7; 32]), "the voter's pseudonym is not in the state");
}

#[test]
fn what_is_printed_is_on_the_disk_before() {
	struct Disk<'a>(&'a RefCell<Vec<u8>>, Vec<usize>, Voter);
	impl Hands for Disk<'_> {
		fn print(&mut self, commit: &Commit, papers: &[PrintedPaper<'_>]) -> Result<()> {
			let state = UnitState::decode(&mut &self.0.borrow()[..]).expect("kept");
			self.1.push(state.waiting.len());
			self.2.print(commit, papers)
		}
		fn envelope(&mut self, symbol: Option<Symbol>) -> Result<Option<Envelope>> {
			self.2.envelope(symbol)
		}
		fn refused(&mut self, why: &Refusal) {
			self.2.refused(why);
		}
	}
	let mut scene = scene();
	let ticket = scene.ticket(2);
	let kept = RefCell::new(Vec::new());
	let mut hands = Disk(&kept, Vec::new(), scene.voter(0, true));
	let keep = |state: &UnitState| {
		kept.replace(state.encode());
		Ok(())
	};
	let (desk, fakes) = (scene.desk.public(), 1..=1);
	let mut visiting = Visiting::begin(
		&scene.account,
		scene.roll_key,
		&mut scene.state,
		&scene.envelopes,
		&[],
		&ticket,
		fakes,
		|found| *found == desk,
		keep,
		&mut scene.rng,
	)
	.expect("a good ticket");
	let mut rng = StdRng::seed_from_u64(3);
	visiting.real(&mut hands, &mut rng).expect("works").expect("finished");
	visiting.fake(&mut hands, &mut rng).expect("works").expect("finished");
	assert_eq!(hands.1, [0, 1, 1, 2], "first prints promise nothing; third prints are kept before");
}

#[test]
fn a_session_that_is_left_after_its_first_print_is_counted() {
	let mut scene = scene();
	let mut nobody = Voter::default();
	let kept = scene.visit(1, |visit, rng| {
		assert!(visit.real(&mut nobody, rng).expect("works").is_none());
		assert!(visit.fake(&mut nobody, rng).expect("works").is_none(), "no print came out");
	});
	assert_eq!((kept.unfinished, kept.waiting.len(), kept.voters), (1, 0, 0));
	assert_eq!(nobody.prints, [Kind::Commit]);
}

#[test]
fn bad_envelopes_cost_nothing_and_another_one_is_asked_for() {
	let mut scene = scene();
	let mut pile = scene.stack[..6].to_vec();
	pile[0].challenge = Challenge([9; 32]); // nobody registered it
	pile[1].booth = [9; 32]; // of another booth
	pile[2].genesis = [9; 32]; // of another chain
	scene.envelopes = Envelopes::new(
		scene.stack.iter().enumerate().map(|(n, envelope)| (envelope.challenge.hash(), n == 3)), // spent
	);
	pile[5] = pile[4];
	let mut voter = Voter { pile, obliging: true, ..Voter::default() };
	scene.visit(1, |visit, rng| {
		visit.real(&mut voter, rng).expect("works").expect("the fifth is good");
		assert!(visit.fake(&mut voter, rng).expect("works").is_none(), "the sixth is the fifth again");
	});
	let refusals = [
		Refusal::Envelope(NotFresh::Unregistered),
		Refusal::OtherBooth,
		Refusal::OtherChain,
		Refusal::Envelope(NotFresh::Spent),
		Refusal::Envelope(NotFresh::Spent),
	];
	assert_eq!(voter.refusals, refusals);
	// And on a later visit: it waits for its batch.
	let mut again = Voter { pile: vec![scene.stack[4]], obliging: true, ..Voter::default() };
	scene.visit(1, |visit, rng| assert!(visit.fake(&mut again, rng).expect("works").is_none()));
	assert_eq!(again.refusals, [Refusal::Envelope(NotFresh::Spent)]);
}

#[test]
fn a_symbol_that_differs_is_refused_for_the_real_credential() {
	let mut scene = scene();
	let mut voter = scene.voter(0, false);
	scene.visit(1, |visit, rng| {
		visit.real(&mut voter, rng).expect("works").expect("one of twenty bears the symbol");
	});
	assert!(voter.refusals.iter().all(|why| matches!(why, Refusal::OtherSymbol { .. })), "{:?}", voter.refusals);
}

#[test]
fn tickets_of_other_units_chains_and_desks_are_refused() {
	let mut scene = scene();
	let (good, other_unit) = (scene.ticket(2), scene.ticket(3));
	let mut other_chain = good;
	other_chain.order.genesis = [9; 32];
	let mut forged = good;
	forged.signature = Signature([1; 64]);
	let desk = scene.desk.public();
	let mut begin = |ticket: &Ticket, known: bool| {
		let keep = |_: &UnitState| Ok(());
		let (account, state) = (&scene.account, &mut scene.state);
		let is_desk = |found: &[u8; 32]| known && *found == desk;
		let envelopes = &scene.envelopes;
		Visiting::begin(account, scene.roll_key, state, envelopes, &[], ticket, FAKES, is_desk, keep, &mut scene.rng)
			.err()
			.map(|error| (error.to_string(), error.next_step().is_some()))
	};
	for (ticket, known, why) in [
		(&other_unit, true, "unit 3"),
		(&other_chain, true, "another chain"),
		(&good, false, "not appointed"),
		(&forged, true, "not signed"),
	] {
		let (sentence, hint) = begin(ticket, known).expect("refused");
		assert!(sentence.contains(why) && hint, "{sentence}");
	}
	assert_eq!(begin(&good, true), None);
	assert_eq!(scene.state.visits, 1, "visits that did not begin are not counted");
}

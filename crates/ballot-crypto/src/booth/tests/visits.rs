//! What the booth does and refuses.

use super::*;
use crate::{
	booth::visit::{decoy, Refusal},
	envelope::NotFresh,
	CredentialSecret,
};

#[test]
fn fakes_may_come_before_the_real_one() {
	let mut station = Station::new(1);
	let (ticket, slip) = station.check_in();
	let mut visit = station.visit(&ticket, 2);
	let sets = [station.fake(&mut visit), station.real(&mut visit), station.fake(&mut visit)];
	station.activate(sets.iter().map(|(_, _, printed)| printed.member.clone()).collect());
	station.check_out(&ticket, &sets[1].2);
	for set in &sets {
		station.check(&papers(set, &slip)).unwrap();
	}
}

#[test]
fn there_is_one_real_credential_and_the_drawn_number_of_fakes() {
	let mut station = Station::new(2);
	let (ticket, _) = station.check_in();
	let mut visit = station.visit(&ticket, 1);
	station.real(&mut visit);
	assert_eq!(visit.real().map(drop), Err(Refusal::RealIsPrinted));
	station.fake(&mut visit);
	assert_eq!(visit.fake().map(drop), Err(Refusal::NoMoreFakes));
}

#[test]
fn the_number_of_fakes_is_uniform_in_its_range() {
	let mut station = Station::new(3);
	let (ticket, _) = station.check_in();
	let mut seen = [0; 4];
	for _ in 0..200 {
		let begin =
			Visit::begin(&station.booth, &ticket, 5, 1..=4, |_| true, signer(&station.booth_secret), &mut station.rng);
		let mut visit = begin.unwrap();
		let mut fakes = 0;
		while visit.fake().is_ok() {
			station.fake(&mut visit);
			fakes += 1;
		}
		seen[fakes - 1] += 1;
	}
	assert!(seen.iter().all(|count| (25..80).contains(count)), "{seen:?}");
}

#[test]
fn a_ticket_is_refused_for_each_of_its_faults() {
	let mut station = Station::new(4);
	let (good, _) = station.check_in();
	let desk = station.desk_secret.public().0;
	let begin = |ticket: Ticket, station: &mut Station| {
		let sign = signer(&station.booth_secret);
		Visit::begin(&station.booth, &ticket, 5, 0..=1, |found| *found == desk, sign, &mut station.rng).map(drop)
	};
	assert_eq!(begin(good, &mut station), Ok(()));
	let with = |change: &dyn Fn(&mut Ticket)| {
		let mut ticket = good;
		change(&mut ticket);
		ticket
	};
	assert_eq!(begin(with(&|t| t.order.genesis = [9; 32]), &mut station), Err(Refusal::OtherChain));
	let other = Err(Refusal::OtherUnit { ticket: 9, booth: UNIT });
	assert_eq!(begin(with(&|t| t.order.unit = 9), &mut station), other);
	assert_eq!(begin(with(&|t| t.desk = [9; 32]), &mut station), Err(Refusal::UnknownDesk));
	assert_eq!(begin(with(&|t| t.order.voter_id = [9; 32]), &mut station), Err(Refusal::TicketSignature));
	let another = Secret::random(&mut station.rng).public();
	assert_eq!(begin(with(&|t| t.order.slip = another), &mut station), Err(Refusal::TicketSignature));
	// A desk that signs V = 0 would hand the whole secret to the booth.
	let mut nothing = with(&|t| t.order.slip = crate::Encoded::IDENTITY);
	nothing.signature = signer(&station.desk_secret)(&nothing.order.message());
	assert_eq!(begin(nothing, &mut station), Err(Refusal::Slip(crate::Malformed::Identity)));
	#[allow(clippy::reversed_empty_ranges)]
	let empty = Visit::begin(&station.booth, &good, 5, 2..=1, |_| true, signer(&station.booth_secret), &mut rng(1));
	assert_eq!(empty.map(drop), Err(Refusal::NoRange));
}

/// Every fault of an envelope, for real, fake and decoy alike; the session goes on with a good one.
#[test]
fn an_envelope_that_is_not_fresh_is_refused_and_another_one_taken() {
	let mut station = Station::new(5);
	let (ticket, _) = station.check_in();
	let mut visit = station.visit(&ticket, 1);
	let symbol = Symbol::new(0).unwrap();
	let spent = station.envelope(symbol);
	station.envelopes.get_mut(&spent.challenge.hash()).unwrap().1 = true;
	let unregistered = Envelope { challenge: Challenge::random(&mut station.rng), ..spent };
	let elsewhere = station.envelope(symbol);
	station.envelopes.get_mut(&elsewhere.challenge.hash()).unwrap().0 = [9; 32];
	let relabelled = Envelope { booth: [9; 32], ..station.envelope(symbol) };
	let other_chain = Envelope { genesis: [9; 32], ..station.envelope(symbol) };
	let bad = [
		(spent, Refusal::Envelope(NotFresh::Spent)),
		(unregistered, Refusal::Envelope(NotFresh::Unregistered)),
		(elsewhere, Refusal::Envelope(NotFresh::OtherBooth)),
		(relabelled, Refusal::OtherBooth),
		(other_chain, Refusal::OtherChain),
	];

	let (commit, mut committed) = visit.real().unwrap().print(&mut station.rng, signer(&station.booth_secret));
	let wanted = commit.commitment.symbol;
	for (envelope, refusal) in bad {
		let (again, why) = committed.scan(&station.scan(Envelope { symbol: wanted, ..envelope })).unwrap_err();
		assert_eq!(why, refusal, "real");
		committed = again;
	}
	let found = Symbol::new((wanted.index() + 1) % 4).unwrap();
	let misfit = station.envelope(found);
	let (again, why) = committed.scan(&station.scan(misfit)).unwrap_err();
	assert_eq!(why, Refusal::OtherSymbol { wanted, found });
	let good = station.envelope(wanted);
	again.scan(&station.scan(good)).unwrap().respond(signer(&station.booth_secret));

	let mut session = visit.fake().unwrap();
	for (envelope, refusal) in bad.into_iter().chain([(good, Refusal::Envelope(NotFresh::Spent))]) {
		// The envelope that the real credential took is used, though the chain does not know it yet.
		let (again, why) = session.scan(&station.scan(envelope)).unwrap_err();
		assert_eq!(why, refusal, "fake");
		session = again;
	}
	let envelope = station.envelope(symbol);
	assert!(session.scan(&station.scan(envelope)).is_ok());

	for (envelope, refusal) in bad {
		let scan = station.scan(envelope);
		assert_eq!(decoy(&station.booth, &scan, &mut station.rng).map(drop), Err(refusal), "decoy");
	}
}

/// Two answers with one κ would be r: so an aborted session's κ is gone, and the abort is counted.
#[test]
fn an_aborted_session_is_counted_and_its_commitment_never_used_again() {
	let mut station = Station::new(6);
	let (ticket, _) = station.check_in();
	let mut visit = station.visit(&ticket, 2);
	let (first, aborted) = visit.real().unwrap().print(&mut station.rng, signer(&station.booth_secret));
	drop(aborted);
	let (_, second, _) = station.real(&mut visit);
	assert_eq!(first.commitment.element, second.commitment.element, "the same roll entry");
	assert_ne!(first.commitment.t1, second.commitment.t1);
	let symbol = Symbol::new(1).unwrap();
	let envelope = station.envelope(symbol);
	let scanned = visit.fake().unwrap().scan(&station.scan(envelope)).unwrap();
	drop(scanned.print(&mut station.rng, signer(&station.booth_secret)));
	station.fake(&mut visit);
	assert_eq!(visit.end(), 2);
}

/// A batch of real, fake and decoy keys of two voters: all alike on the chain.
#[test]
fn decoys_stand_in_a_batch_like_any_other_key() {
	let mut station = Station::new(7);
	let (ticket, slip) = station.check_in();
	let mut visit = station.visit(&ticket, 1);
	let sets = [station.real(&mut visit), station.fake(&mut visit)];
	let symbol = Symbol::new(2).unwrap();
	let envelope = station.envelope(symbol);
	let scan = station.scan(envelope);
	let (secret, member): (CredentialSecret, Member) = decoy(&station.booth, &scan, &mut station.rng).unwrap();
	assert_eq!(secret.account(), member.activation.key);
	let members = sets.iter().map(|(_, _, printed)| printed.member.clone()).chain([member]).collect();
	station.activate(members);
	station.check_out(&ticket, &sets[0].2);
	assert_eq!(station.batches[0].1.activations.len(), 3);
	for set in &sets {
		station.check(&papers(set, &slip)).unwrap();
	}
}

#[test]
fn secrets_do_not_print() {
	let mut station = Station::new(8);
	let (ticket, slip) = station.check_in();
	let mut visit = station.visit(&ticket, 0);
	let share = visit.real().map(|session| format!("{session:?}")).unwrap();
	assert!(share.contains("share: <hidden>"));
	let (_, _, printed) = station.real(&mut visit);
	assert_eq!(format!("{:?} {slip:?}", printed.response), "Response(<hidden>) Slip(<hidden>)");
}

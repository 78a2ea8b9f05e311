//! The voter's device: one fault for each thing that can be wrong, the same for real and fake.

use super::*;
use crate::{booth::check::recheck, enrolment::order::Rejected as OrderRejected, Encoded, EncodedScalar};

/// Every fault is found for the real papers and for the fake ones.
fn faults(seed: u8, change: impl Fn(&mut Station, &mut Papers)) -> Result<(), Fault> {
	let verdict = |which: usize| {
		let (mut station, mut all) = after_a_visit(seed, 1);
		change(&mut station, &mut all[which]);
		station.check(&all[which]).map(drop)
	};
	let (real, fake) = (verdict(0), verdict(1));
	assert_eq!(real, fake, "real and fake were told apart");
	real
}

#[test]
fn genuine_papers_give_the_credential() {
	assert_eq!(faults(1, |_, _| ()), Ok(()));
}

#[test]
fn papers_of_another_chain() {
	let changes: [&dyn Fn(&mut Papers); 5] = [
		&|p| p.commit.commitment.genesis = [9; 32],
		&|p| p.checkout.enrolment.order.genesis = [9; 32],
		&|p| p.response.answer.genesis = [9; 32],
		&|p| p.envelope.genesis = [9; 32],
		&|p| p.slip.genesis = [9; 32],
	];
	for change in changes {
		assert_eq!(faults(2, |_, papers| change(papers)), Err(Fault::OtherChain));
	}
}

#[test]
fn papers_that_do_not_belong_together() {
	assert_eq!(faults(3, |_, p| p.response.answer.commitment[0] ^= 1), Err(Fault::ThirdPrint));
	assert_eq!(faults(3, |_, p| p.commit.commitment.session += 1), Err(Fault::ThirdPrint));
	let changes: [&dyn Fn(&mut Papers); 5] = [
		&|p| p.checkout.enrolment.order.voter_id = [9; 32],
		&|p| p.checkout.enrolment.order.unit = 9,
		&|p| p.checkout.enrolment.booth = [9; 32],
		&|p| p.checkout.enrolment.pair.element = p.checkout.enrolment.pair.key,
		&|p| p.checkout.enrolment.order.slip = Encoded::default(),
	];
	for change in changes {
		assert_eq!(faults(3, |_, papers| change(papers)), Err(Fault::SecondPrint));
	}
	assert_eq!(faults(3, |_, p| p.envelope.booth = [9; 32]), Err(Fault::OtherEnvelope));
	let next = |p: &mut Papers| p.envelope.symbol = Symbol::new((p.envelope.symbol.index() + 1) % 4).unwrap();
	assert_eq!(faults(3, |_, p| next(p)), Err(Fault::OtherEnvelope));
	let other = EncodedScalar(*Secret::random(&mut rng(30)).to_bytes());
	assert_eq!(faults(3, |_, p| p.slip.share = other), Err(Fault::OtherSlip));
	assert_eq!(faults(3, |_, p| p.slip.share = EncodedScalar([0xff; 32])), Err(Fault::Malformed));
	assert_eq!(faults(3, |_, p| p.slip.share = EncodedScalar([0; 32])), Err(Fault::Malformed));
}

#[test]
fn prints_of_nobody_the_chain_knows() {
	assert_eq!(faults(4, |station, _| station.booths.clear()), Err(Fault::Booth));
	let other = Secret::random(&mut rng(40));
	assert_eq!(faults(4, |station, _| station.desk_secret = other.clone()), Err(Fault::Desk));
	assert_eq!(faults(4, |_, p| p.commit.signature.0[0] ^= 1), Err(Fault::Signature(1)));
	assert_eq!(faults(4, |_, p| p.checkout.signature.0[0] ^= 1), Err(Fault::Signature(2)));
	assert_eq!(faults(4, |_, p| p.response.signature.0[0] ^= 1), Err(Fault::Signature(3)));
	// One print's signature is none of another's.
	assert_eq!(faults(4, |_, p| p.response.signature = p.commit.signature), Err(Fault::Signature(3)));
}

#[test]
fn an_envelope_that_is_not_registered_for_this_booth() {
	assert_eq!(faults(5, |station, _| station.envelopes.clear()), Err(Fault::Envelope));
	let elsewhere = |station: &mut Station, p: &mut Papers| {
		station.envelopes.get_mut(&p.envelope.challenge.hash()).unwrap().0 = [9; 32]
	};
	assert_eq!(faults(5, elsewhere), Err(Fault::Envelope));
}

/// A booth signs whatever it likes: these are resigned after the change.
fn resigned(seed: u8, change: impl Fn(&mut Papers)) -> Result<(), Fault> {
	faults(seed, |station, papers| {
		change(papers);
		papers.commit = papers.commit.commitment.signed(signer(&station.booth_secret));
		papers.response.answer.commitment = papers.commit.commitment.digest();
		papers.response = papers.response.answer.signed(signer(&station.booth_secret));
		let message = papers.checkout.enrolment.message();
		papers.checkout.signature = signer(&station.booth_secret)(&message);
	})
}

#[test]
fn what_a_booth_may_have_printed_wrong() {
	use crate::booth::transcript::Rejected;
	let other = Secret::random(&mut rng(60));
	let (point, scalar) = (other.public(), EncodedScalar(*other.to_bytes()));
	assert_eq!(resigned(6, |_| ()), Ok(()));
	let first = Err(Fault::Transcript(Rejected::First));
	assert_eq!(resigned(6, |p| p.commit.commitment.t1 = point), first);
	assert_eq!(resigned(6, |p| p.response.answer.response = scalar), first);
	let second = Err(Fault::Transcript(Rejected::Second));
	assert_eq!(resigned(6, |p| p.commit.commitment.t2 = point), second);
	assert_eq!(resigned(6, |p| p.response.answer.share = scalar), second, "another key");
	for bad in [EncodedScalar([0xff; 32]), EncodedScalar([0; 32])] {
		assert_eq!(resigned(6, |p| p.response.answer.share = bad), Err(Fault::Malformed));
	}
	assert_eq!(resigned(6, |p| p.response.answer.response = EncodedScalar([0xff; 32])), Err(Fault::Malformed));
	for bad in [Encoded::IDENTITY, Encoded([0xff; 32])] {
		assert_eq!(resigned(6, |p| p.commit.commitment.t1 = bad), Err(Fault::Malformed));
		assert_eq!(resigned(6, |p| p.commit.commitment.t2 = bad), Err(Fault::Malformed));
		let element = |p: &mut Papers| {
			p.commit.commitment.element.c2 = bad;
			p.checkout.enrolment.pair.element.c2 = bad;
		};
		assert_eq!(resigned(6, element), Err(Fault::Malformed));
	}
	let order = |change: &dyn Fn(&mut Papers)| resigned(6, change);
	assert_eq!(order(&|p| p.checkout.proof.e = scalar), Err(Fault::Order(OrderRejected::Proof)));
	assert_eq!(order(&|p| p.checkout.enrolment.pair.key.c1 = point), Err(Fault::Order(OrderRejected::Proof)));
	// The unit is in the hash of Q, so the transcript is of another element.
	let moved = |p: &mut Papers| (p.commit.commitment.unit, p.checkout.enrolment.order.unit) = (9, 9);
	assert_eq!(resigned(6, moved), second);
}

#[test]
fn what_is_not_on_the_chain_yet_or_no_longer() {
	assert_eq!(faults(7, |station, _| station.batches.clear()), Err(Fault::NotActive));
	let missing = |station: &mut Station, p: &mut Papers| {
		let challenge = p.envelope.challenge;
		station.batches[0].1.activations.retain(|active| active.challenge != challenge);
	};
	assert_eq!(faults(7, missing), Err(Fault::NotInBatch));
	assert_eq!(faults(7, |station, _| station.roll.clear()), Err(Fault::NotEnrolled));
	let moved = |station: &mut Station, _: &mut Papers| station.roll.get_mut(&VOTER).unwrap().unit = 9;
	assert_eq!(faults(7, moved), Err(Fault::Moved { roll: 9, papers: UNIT }));
	let again =
		|station: &mut Station, p: &mut Papers| station.roll.get_mut(&VOTER).unwrap().element = p.checkout.pair().key;
	assert_eq!(faults(7, again), Err(Fault::Replaced));
}

/// At the closing of the roll and before casting.
#[test]
fn the_roll_entry_is_looked_at_again() {
	let (mut station, all) = after_a_visit(8, 1);
	for papers in &all {
		let credential = station.check(papers).unwrap();
		assert_eq!(recheck(&credential.voter_id, &credential.entry, &station), Ok(()));
	}
	let credential = station.check(&all[1]).unwrap();
	station.roll.get_mut(&VOTER).unwrap().element.c1 = Secret::random(&mut rng(80)).public();
	assert_eq!(recheck(&credential.voter_id, &credential.entry, &station), Err(Fault::Replaced));
}

/// A second visit replaces the entry: the old papers say so, and the new ones are good.
#[test]
fn a_second_visit_replaces_the_first() {
	let (mut station, old) = after_a_visit(9, 1);
	let (ticket, slip) = station.check_in();
	let mut visit = station.visit(&ticket, 1);
	let set = station.real(&mut visit);
	station.activate(vec![set.2.member.clone()]);
	station.check_out(&ticket, &set.2);
	assert_eq!(station.check(&old[0]).map(drop), Err(Fault::Replaced));
	assert_eq!(station.check(&old[1]).map(drop), Err(Fault::Replaced));
	assert!(station.check(&papers(&set, &slip)).is_ok());
}

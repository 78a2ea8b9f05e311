//! Booths that cheat, and why envelopes are sealed and registered.

use super::*;
use crate::{
	booth::{
		papers::{Answer, Commitment},
		transcript::{self, answer, commit, simulate, Rejected, Statement},
	},
	credential::account,
	Encoded, EncodedScalar, Scalar, BASE_POINT,
};

/// What a booth prints that gives the voter a "real" credential that is not behind the roll entry.
struct Swap {
	station: Station,
	papers: Papers,
	statement: Statement,
}

/// The booth enrols one credential and hands over another as if it were real, with the transcript that `transcript` makes for it.
fn swap(
	seed: u8,
	make: impl FnOnce(&Statement, &Challenge, &mut ChaCha20Rng) -> (transcript::Commitments, Scalar),
) -> Swap {
	let (mut station, all) = after_a_visit(seed, 1);
	let mut papers = all[0];
	let mut rng = rng(seed + 100);
	let x_b = Secret::random(&mut rng);
	let slip = papers.response.answer.slip;
	let key = account(&x_b, &slip.element().unwrap()).unwrap();
	let statement = Statement {
		element: papers.commit.commitment.element.decode_points().unwrap(),
		claimed: station.booth.place.element(&key).unwrap(),
		roll_key: station.booth.roll_key,
	};
	let envelope = station.envelope(papers.envelope.symbol);
	let ((t1, t2), sigma) = make(&statement, &envelope.challenge, &mut rng);
	let commitment = Commitment { t1: Encoded::from(&t1), t2: Encoded::from(&t2), ..papers.commit.commitment };
	papers.commit = commitment.signed(signer(&station.booth_secret));
	let answer = Answer {
		commitment: commitment.digest(),
		share: EncodedScalar(*x_b.to_bytes()),
		response: EncodedScalar::from(&sigma),
		..papers.response.answer
	};
	papers.response = answer.signed(signer(&station.booth_secret));
	papers.envelope = envelope;
	// It is activated in the batch of the roll entry, as a fake would be.
	let activations = &mut station.batches[0].1.activations;
	activations.push(Activation { key, challenge: envelope.challenge });
	Swap { station, papers, statement }
}

/// A booth that knows the challenge before it prints can make any claim: the papers pass. That is a fake, and it is why
/// envelopes are sealed, made by others, registered for one booth and spent.
#[test]
fn a_booth_that_knows_the_challenge_beforehand_convinces_with_a_false_claim() {
	let Swap { station, papers, .. } = swap(1, |statement, challenge, rng| {
		let sigma = Scalar::random(rng);
		(simulate(statement, &challenge.scalar(), &sigma).unwrap(), sigma)
	});
	assert!(station.check(&papers).is_ok());
}

/// A booth that does not know it is caught by every envelope but the one it guessed.
#[test]
fn a_booth_that_guesses_the_challenge_is_caught() {
	let Swap { station, papers, statement } = swap(2, |statement, _, rng| {
		let (guess, sigma) = (Challenge::random(rng), Scalar::random(rng));
		(simulate(statement, &guess.scalar(), &sigma).unwrap(), sigma)
	});
	assert_eq!(station.check(&papers).map(drop), Err(Fault::Transcript(Rejected::First)));
	// Whatever it answers: for a false claim at most one challenge has an answer to both equations.
	let e = papers.envelope.challenge.scalar();
	let commitments = (papers.commit.commitment.t1.element().unwrap(), papers.commit.commitment.t2.element().unwrap());
	for sigma in 0..50u64 {
		assert!(transcript::verify(&statement, &commitments, &e, &Scalar::from(sigma)).is_err());
	}
}

/// An honest first equation and a claim that is false: only the second one notices.
#[test]
fn a_false_claim_with_an_honest_first_equation_is_caught_by_the_second() {
	let mut rng = rng(3);
	let roll_key = Secret::random(&mut rng).public_element().unwrap();
	let (r, nonce) = (Secret::random(&mut rng), Secret::random(&mut rng));
	let enrolled = Secret::random(&mut rng).public_point();
	let element = crate::Ciphertext::encrypt(&enrolled, &roll_key, r.scalar()).decode_points().unwrap();
	let challenge = Challenge::random(&mut rng).scalar();
	let commitments = commit(&roll_key, &nonce).unwrap();
	let sigma = answer(nonce, &challenge, &r);
	let claim = |claimed| Statement { element, claimed: Element::try_from(claimed).unwrap(), roll_key };
	assert_eq!(transcript::verify(&claim(enrolled), &commitments, &challenge, &sigma), Ok(()));
	let other = claim(enrolled + BASE_POINT);
	assert_eq!(transcript::verify(&other, &commitments, &challenge, &sigma), Err(Rejected::Second));
	// And an honest second with a false first: c1 is of another randomness.
	let moved = Statement {
		element: crate::elgamal::CiphertextPoints { c1: element.c1 + BASE_POINT, ..element },
		..claim(enrolled)
	};
	assert_eq!(transcript::verify(&moved, &commitments, &challenge, &sigma), Err(Rejected::First));
}

/// The honest booth never answers twice with one κ; a type takes it away. This is what would follow.
#[test]
fn two_answers_with_one_nonce_give_the_randomness_away() {
	let mut rng = rng(4);
	let (r, nonce) = (Secret::random(&mut rng), Secret::random(&mut rng));
	let [e, f] = [(); 2].map(|()| Challenge::random(&mut rng).scalar());
	let (s, t) = (answer(nonce.clone(), &e, &r), answer(nonce, &f, &r));
	assert_eq!((s - t) * (e - f).invert(), *r.scalar());
}

/// A voter who could choose the challenge would make it a hash of the first print: a proof that convinces everybody.
#[test]
fn a_challenge_of_the_voters_own_making_is_refused() {
	let mut station = Station::new(5);
	let (ticket, _) = station.check_in();
	let mut visit = station.visit(&ticket, 0);
	let (print, committed) = visit.real().unwrap().print(&mut station.rng, signer(&station.booth_secret));
	let challenge = Challenge(blake2_256(&[&print.commitment.message()]));
	let made =
		Envelope { genesis: GENESIS, booth: station.booth.place.booth, symbol: print.commitment.symbol, challenge };
	let refused = committed.scan(&station.scan(made)).map(drop).map_err(|(_, why)| why);
	assert_eq!(refused, Err(crate::booth::Refusal::Envelope(crate::envelope::NotFresh::Unregistered)));
}

/// Without its batch's envelope beside it a credential is not accepted: so a booth cannot show the voter one envelope and
/// have chosen another.
#[test]
fn an_envelope_that_was_swapped_after_the_session_is_noticed() {
	let (mut station, all) = after_a_visit(6, 1);
	let other = Challenge::random(&mut station.rng);
	for active in &mut station.batches[0].1.activations {
		active.challenge = other;
	}
	for papers in &all {
		assert_eq!(station.check(papers).map(drop), Err(Fault::EnvelopeBeside));
	}
}

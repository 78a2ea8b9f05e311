//! Known-answer vectors of A5, A6 and A4.6, and attacks that must be refused. Made again on every run and compared
//! with the files; `vectors/check_enrolment.py` is a second implementation that reads them.
//!
//! `DOBUSH_WRITE_VECTORS=1 cargo test -p ballot-crypto --test enrolment` writes them. All randomness is ChaCha20 with the
//! seed `[number; 32]` of each section. Bytes are hexadecimal.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
mod refused;
mod resharing;
mod station;

use ballot_crypto::{
	booth::{Artefact, Commit, Printed},
	enrolment::{
		batch::{self, Batch, BatchPlace, Digests},
		order::{self, Enrolment},
		Pair,
	},
	hash_to_scalar,
	signature::verify_native,
	RistrettoPoint, Secret, Signature,
};
use common::{dealing_json, hex, keep, point, rng, scalar};
use parity_scale_codec::Encode;
use serde_json::{json, Value};

fn scale(value: &impl Encode) -> Value {
	hex(value.encode())
}

fn secret(secret: &Secret) -> Value {
	hex(*secret.to_bytes())
}

fn place_json(place: &BatchPlace) -> Value {
	json!({
		"genesis": hex(place.place.genesis), "unit": place.place.unit, "booth": hex(place.place.booth),
		"roll key": point(place.roll_key.point()),
	})
}

fn pair_json(pair: &Pair) -> Value {
	json!({
		"E": ([pair.element.c1, pair.element.c2].map(|half| hex(half.0))),
		"F": ([pair.key.c1, pair.key.c2].map(|half| hex(half.0))),
	})
}

fn batch_json(place: &BatchPlace, batch: &Batch) -> Value {
	let digests = Digests::of(batch);
	json!({
		"place": place_json(place),
		"activations": batch.activations.iter().map(|active| json!({ "P": hex(active.key.0), "envelope": hex(active.challenge.0) }))
			.collect::<Vec<_>>(),
		"pairs": batch.pairs.iter().map(pair_json).collect::<Vec<_>>(),
		"head": scale(&batch.proof.head),
		"columns": batch.proof.columns.iter().map(scale).collect::<Vec<_>>(),
		"digests": { "activations": hex(digests.activations), "pairs": hex(digests.pairs), "columns": hex(digests.columns) },
		"posted hash": hex(place.commitment_of(batch)),
	})
}

fn enrolment_json(
	enrolment: &Enrolment,
	roll_key: &RistrettoPoint,
	signed: (&Signature, &Signature),
	proof: &order::Proof,
) -> Value {
	let Enrolment { order, desk, booth, pair } = enrolment;
	json!({
		"genesis": hex(order.genesis), "voter": hex(order.voter_id), "unit": order.unit, "V": hex(order.slip.0),
		"desk": hex(desk), "booth": hex(booth), "pair": pair_json(pair), "roll key": point(roll_key),
		"desk signature": hex(signed.0 .0), "booth signature": hex(signed.1 .0),
		"proof": ([proof.e, proof.share, proof.randomness].map(|scalar| hex(scalar.0))),
	})
}

/// The papers of one credential: the voter's envelope, the first print, the rest.
fn papers_json(
	kind: &str,
	(envelope, commit, printed): &(ballot_crypto::booth::Envelope, Commit, Printed),
	v: &Secret,
) -> Value {
	let x_b = printed.response.answer.share.scalar().unwrap();
	json!({
		"kind": kind,
		"x": scalar(&(x_b + v.scalar())),
		"P": hex(printed.member.activation.key.0),
		"e": scalar(&hash_to_scalar("dobush/v1/envelope", &envelope.challenge.0)),
		"registered hash": hex(envelope.challenge.hash().0),
		"commit message": hex(commit.commitment.message()),
		"response message": hex(printed.response.answer.message()),
		"artefacts": {
			"envelope": hex(envelope.to_artefact()), "commit": hex(commit.to_artefact()),
			"checkout": hex(printed.checkout.to_artefact()), "response": hex(printed.response.to_artefact()),
		},
	})
}

#[test]
fn enrolment() {
	let mut station = station::Station::new(1);
	let (v, ticket, slip) = station.check_in();
	let mut visit = station.visit(&ticket);
	let real = station.real(&mut visit);
	let fake = station.fake(&mut visit);
	let decoy = station.decoy();
	let members = [&real.2.member, &fake.2.member, &decoy].into_iter().cloned().collect();
	let place = station.place();
	let batch = batch::prove(&place, members, &mut station.rng).unwrap();
	assert_eq!(batch::verify(&place, &batch), Ok(()));
	let checkout = &real.2.checkout;
	let signed = (&ticket.signature, &checkout.signature);
	let verdict =
		order::verify(&checkout.enrolment, &place.roll_key, signed.0, signed.1, &checkout.proof, verify_native);
	assert_eq!(verdict, Ok(()));
	let made = json!({
		"roll secret": secret(&station.roll), "booth secret": secret(&station.booth), "desk secret": secret(&station.desk),
		"v": secret(&v),
		"ticket": hex(ticket.to_artefact()), "slip": hex(slip.to_artefact()),
		"desk message": hex(ticket.order.message()), "booth message": hex(checkout.enrolment.message()),
		"enrolment": enrolment_json(&checkout.enrolment, place.roll_key.point(), signed, &checkout.proof),
		"credentials": [papers_json("real", &real, &v), papers_json("fake", &fake, &v)],
		"elements": batch.activations.iter().map(|active| point(place.place.element(&active.key).unwrap().point())).collect::<Vec<_>>(),
		"batch": batch_json(&place, &batch),
	});
	keep("enrolment.json", &made);
}

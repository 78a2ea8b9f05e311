//! Encrypted selections and the proof that the caster knows what is inside.

use crate::files::{array, encoded, hex, keep, read_ballot_context, rng, row, scalar, Attack};
use ballot_crypto::{
	embedding::embed,
	knowledge::{self, encrypt_selection, BallotContext},
	Ciphertext, Encoded, Scalar, Secret, Signature, BASE_POINT,
};
use rand_chacha::ChaCha20Rng;
use schnorrkel::{context::SigningTranscript, signing_context};
use serde_json::{json, Value};

fn ballot_context(key: Encoded, credential: [u8; 32]) -> BallotContext {
	BallotContext { genesis: [1; 32], election: 2, unit: 3, contest: 4, key, booth: None, credential, slot: 0 }
}

fn ballot_json(context: &BallotContext, ciphertext: &Ciphertext, proof: &Signature) -> Value {
	let BallotContext { genesis, election, unit, contest, key, booth, credential, slot } = context;
	let mut ballot = json!({
		"genesis": hex(genesis), "election": election, "unit": unit, "contest": contest, "key": hex(key.0),
		"booth": booth.map(hex), "credential": hex(credential),
		"c1": hex(ciphertext.c1.0), "c2": hex(ciphertext.c2.0), "proof": hex(proof.0),
	});
	if *slot != 0 {
		ballot["slot"] = (*slot).into();
	}
	ballot
}

fn read_ballot(value: &Value) -> (BallotContext, Ciphertext, Signature) {
	let context = read_ballot_context(value);
	let ciphertext = Ciphertext { c1: encoded(&value["c1"]), c2: encoded(&value["c2"]) };
	(context, ciphertext, Signature(array(&value["proof"])))
}

pub(crate) fn check_ballot(value: &Value) -> String {
	let (context, ciphertext, proof) = read_ballot(value);
	format!("{:?}", knowledge::verify(&context, &ciphertext, &proof))
}

/// The challenge that schnorrkel hashes.
fn schnorrkel_challenge(message: &[u8], public: &[u8; 32], signature: &Signature) -> Scalar {
	let compressed = |bytes: &[u8]| curve25519_dalek::ristretto::CompressedRistretto(bytes.try_into().unwrap());
	let mut t = signing_context(b"substrate").bytes(message);
	t.proto_name(b"Schnorr-sig");
	t.commit_point(b"sign:pk", &compressed(public));
	t.commit_point(b"sign:R", &compressed(&signature.0[..32]));
	t.challenge_scalar(b"sign:c")
}

#[test]
fn ballot() {
	let mut rng = rng(2);
	let key_secret = Secret::random(&mut rng);
	let account = Secret::random(&mut rng);
	let mut made = Vec::new();
	for (booth, slot) in [(None, 0), (Some([6; 32]), 0), (Some([6; 32]), 3)] {
		let context = BallotContext { booth, slot, ..ballot_context(key_secret.public(), account.public().0) };
		let selection = embed(&row(11)).unwrap();
		let (ciphertext, proof, r) = encrypt_selection(&context, &selection, &mut rng).unwrap();
		let message = context.message(&ciphertext.c2);
		let mut ballot = ballot_json(&context, &ciphertext, &proof);
		ballot["selection"] = hex(row(11));
		ballot["M"] = hex(Encoded::from(&selection).0);
		ballot["key secret"] = hex(*key_secret.to_bytes());
		ballot["challenge k"] = scalar(&schnorrkel_challenge(&message, &ciphertext.c1.0, &proof));
		ballot["message"] = hex(message);
		ballot["r"] = hex(r.open().0 .0);
		made.push(ballot);
	}
	for ballot in keep("ballot.json", &made.into()).as_array().unwrap() {
		assert_eq!(check_ballot(ballot), "Ok(())");
	}
}

pub(crate) fn ballot_attacks() -> Vec<Attack> {
	let mut rng = rng(5);
	let key = Secret::random(&mut rng).public_element().unwrap();
	let context = ballot_context(Encoded::from(&key), Secret::random(&mut rng).public().0);
	let (ciphertext, proof, _) = encrypt_selection(&context, &embed(&row(1)).unwrap(), &mut rng).unwrap();
	let refused = "Err(Proof)";
	let moved = |context: BallotContext| ballot_json(&context, &ciphertext, &proof);
	let mut free_signature = [0; 64];
	free_signature[63] = 0x80;
	let identity = Ciphertext { c1: Encoded::IDENTITY, ..ciphertext };
	let mut negative = ciphertext;
	negative.c1.0[0] ^= 1;
	let points = ciphertext.decode_points().unwrap();
	let shifted = Ciphertext { c2: Encoded::from(&(points.c2 + BASE_POINT)), ..ciphertext };
	let signed_anyway = |c2: Encoded, rng: &mut ChaCha20Rng| {
		let r = Secret::random(rng);
		let proof = knowledge::prove(&context, &c2, &r, rng);
		ballot_json(&context, &Ciphertext { c1: r.public(), c2 }, &proof)
	};
	let mut not_canonical = proof;
	// s + ℓ: the same number, written otherwise. ℓ = 2^252 + …, so it still fits under the marker bit.
	let order = {
		let mut bytes = (-Scalar::ONE).to_bytes();
		bytes[0] += 1;
		bytes
	};
	let mut carry = 0u16;
	not_canonical.0[63] &= 0x7f;
	for (byte, add) in not_canonical.0[32..].iter_mut().zip(order) {
		carry += u16::from(*byte) + u16::from(add);
		*byte = carry as u8;
		carry >>= 8;
	}
	not_canonical.0[63] |= 0x80;
	vec![
		(
			"ballot-identity-c1",
			"c1 = 0 with schnorrkel's constant signature",
			"ballot",
			ballot_json(&context, &identity, &Signature(free_signature)),
			"Err(IdentityC1)",
		),
		(
			"ballot-identity-c2",
			"c2 = 0, truly signed",
			"ballot",
			signed_anyway(Encoded::IDENTITY, &mut rng),
			"Err(C2(Identity))",
		),
		(
			"ballot-undecodable-c2",
			"c2 is no element, truly signed",
			"ballot",
			signed_anyway(Encoded([0xff; 32]), &mut rng),
			"Err(C2(Element))",
		),
		(
			"ballot-other-genesis",
			"moved to another chain",
			"ballot",
			moved(BallotContext { genesis: [9; 32], ..context }),
			refused,
		),
		(
			"ballot-other-election",
			"replayed in another election",
			"ballot",
			moved(BallotContext { election: 9, ..context }),
			refused,
		),
		(
			"ballot-other-unit",
			"moved to another counting unit",
			"ballot",
			moved(BallotContext { unit: 9, ..context }),
			refused,
		),
		(
			"ballot-other-contest",
			"moved to another contest",
			"ballot",
			moved(BallotContext { contest: 9, ..context }),
			refused,
		),
		(
			"ballot-other-key",
			"presented under another vote key",
			"ballot",
			moved(BallotContext { key: Encoded::from(&BASE_POINT), ..context }),
			refused,
		),
		(
			"ballot-other-booth",
			"presented with a booth",
			"ballot",
			moved(BallotContext { booth: Some([9; 32]), ..context }),
			refused,
		),
		(
			"ballot-other-slot",
			"moved to another table slot",
			"ballot",
			moved(BallotContext { slot: 9, ..context }),
			refused,
		),
		(
			"ballot-copied",
			"copied by another credential",
			"ballot",
			moved(BallotContext { credential: [9; 32], ..context }),
			refused,
		),
		(
			"ballot-re-randomised",
			"re-encrypted, the proof kept",
			"ballot",
			ballot_json(&context, &points.re_encrypt(&key, &Scalar::from(2u64)).encode(), &proof),
			refused,
		),
		("ballot-shifted-c2", "c2 + B, the proof kept", "ballot", ballot_json(&context, &shifted, &proof), refused),
		(
			"ballot-negative-c1",
			"c1 in a non-canonical encoding",
			"ballot",
			ballot_json(&context, &negative, &proof),
			refused,
		),
		(
			"ballot-non-canonical-s",
			"the signature's s plus the group order",
			"ballot",
			ballot_json(&context, &ciphertext, &not_canonical),
			refused,
		),
	]
}

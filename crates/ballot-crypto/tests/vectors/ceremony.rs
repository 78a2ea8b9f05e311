//! The key ceremony: recipients, dealings, a complaint and its verdict, the combined key.

use crate::files::{array, bytes, dealing_json, encoded, hex, keep, list, number, rng, scalar, Attack};
use ballot_crypto::{
	ceremony::{
		combine, complain, deal, judge, open_share, verify_reveal, Ceremony, CeremonyPlace, Complaint, Dealing,
		HolderSecret, Recipient, RecipientSecret, Threshold,
	},
	equality::Proof,
	hash_to_scalar,
	signature::verify_native,
	Encoded, EncodedScalar, Scalar, Signature, BASE_POINT,
};
use parity_scale_codec::Decode;
use rand_chacha::ChaCha20Rng;
use serde_json::{json, Value};

struct Dealt {
	ceremony: Ceremony,
	secrets: Vec<RecipientSecret>,
	dealings: Vec<Dealing>,
	rng: ChaCha20Rng,
}

fn dealt(seed: u8) -> Dealt {
	let mut rng = rng(seed);
	let place = CeremonyPlace { genesis: [1; 32], ceremony: 2 };
	let secrets: Vec<_> = (1..=3).map(|j| RecipientSecret::random(j, &mut rng)).collect();
	let recipients = secrets.iter().map(RecipientSecret::recipient).collect();
	let ceremony = Ceremony::new(place, Threshold::new(2, 3).unwrap(), 1, recipients).unwrap();
	let dealings = (1..=3).map(|d| deal(&ceremony, d, &mut rng).unwrap()).collect();
	Dealt { ceremony, secrets, dealings, rng }
}

fn ceremony_json(ceremony: &Ceremony) -> Value {
	json!({
		"genesis": hex(ceremony.place().genesis), "ceremony": ceremony.place().ceremony,
		"t": ceremony.threshold().t(), "n": ceremony.threshold().n(), "keys": ceremony.keys(),
		"recipients": ceremony.recipients().iter().map(|Recipient { index, key }| json!({ "index": index, "key": hex(key.0) }))
			.collect::<Vec<_>>(),
	})
}

fn read_ceremony(value: &Value) -> Ceremony {
	let place = CeremonyPlace { genesis: array(&value["genesis"]), ceremony: number(&value["ceremony"]) };
	let threshold = Threshold::new(number(&value["t"]), number(&value["n"])).unwrap();
	let recipients =
		list(&value["recipients"], |one| Recipient { index: number(&one["index"]), key: encoded(&one["key"]) });
	Ceremony::new(place, threshold, number(&value["keys"]), recipients).unwrap()
}

fn complaint_json(complaint: &Complaint) -> Value {
	let Complaint { dealer, holder, shared, proof } = complaint;
	json!({ "dealer": dealer, "holder": holder, "S": hex(shared.0), "e": hex(proof.e.0), "s": hex(proof.s.0) })
}

fn read_complaint(value: &Value) -> Complaint {
	let proof = Proof { e: EncodedScalar(array(&value["e"])), s: EncodedScalar(array(&value["s"])) };
	Complaint {
		dealer: number(&value["dealer"]),
		holder: number(&value["holder"]),
		shared: encoded(&value["S"]),
		proof,
	}
}

fn read_dealing(value: &Value) -> Dealing {
	Dealing::decode(&mut &bytes(&value["scale"])[..]).unwrap()
}

/// The reveal, and the verdict on a complaint if there is one.
pub(crate) fn check_ceremony(value: &Value) -> String {
	let ceremony = read_ceremony(&value["ceremony"]);
	let dealing = read_dealing(&value["dealing"]);
	let commitment = array(&value["dealing"]["commitment"]);
	let reveal = verify_reveal(&ceremony, number(&value["dealing"]["dealer"]), &commitment, &dealing, verify_native);
	match (reveal, value.get("complaint")) {
		(Ok(()), Some(complaint)) => format!("{:?}", judge(&ceremony, &dealing, &read_complaint(complaint))),
		(reveal, _) => format!("{reveal:?}"),
	}
}

/// Adds one to the share of a recipient, which nobody else can see.
fn spoil(dealing: &mut Dealing, position: usize) {
	let share = &mut dealing.keys[0].shares[position];
	*share = EncodedScalar::from(&(share.scalar().unwrap() + Scalar::ONE));
}

#[test]
fn ceremony() {
	let Dealt { ceremony, secrets, mut dealings, mut rng } = dealt(3);
	let place = *ceremony.place();
	spoil(&mut dealings[1], 2);
	let complaint = complain(&ceremony, 2, &dealings[1], &secrets[2], &mut rng).unwrap();
	let ephemeral = dealings[1].ephemeral;
	let recipient = &ceremony.recipients()[2];
	let mask = hash_to_scalar(
		"dobush/v1/ceremony/share",
		&(place.genesis, place.ceremony, 2u16, 3u16, 0u8, ephemeral, recipient.key, complaint.shared),
	);
	let qual = [(1, &dealings[0]), (3, &dealings[2])];
	let set = combine(&ceremony, &qual, &[1, 2, 3]).unwrap();
	let holders: Vec<_> = secrets
		.iter()
		.map(|secret| {
			let opened: Vec<_> =
				qual.iter().map(|(d, dealing)| open_share(&ceremony, *d, dealing, secret).unwrap()).collect();
			let index = secret.recipient().index;
			let holder = HolderSecret::combine(index, 0, &opened.iter().collect::<Vec<_>>(), &set.keys[0]).unwrap();
			json!({ "index": index, "secret": hex(*holder.to_bytes()), "V": hex(holder.verification_share().0) })
		})
		.collect();
	let made = json!({
		"ceremony": ceremony_json(&ceremony),
		"recipient secrets": secrets.iter().map(|secret| hex(*secret.to_bytes())).collect::<Vec<_>>(),
		"recipient proofs": secrets.iter().map(|secret| hex(secret.prove(&place, &mut rng).0)).collect::<Vec<_>>(),
		"recipient messages": (1..=3).map(|j| hex(place.recipient_message(j))).collect::<Vec<_>>(),
		"ephemeral messages": (1..=3).map(|d| hex(place.ephemeral_message(d))).collect::<Vec<_>>(),
		"constant messages": (1..=3).map(|d| hex(place.constant_message(d, 0))).collect::<Vec<_>>(),
		"dealings": (1..).zip(&dealings).map(|(d, dealing)| dealing_json(d, dealing)).collect::<Vec<_>>(),
		"complaint": complaint_json(&complaint),
		"mask of the share complained about": scalar(&mask),
		"verdict": format!("{:?}", judge(&ceremony, &dealings[1], &complaint).unwrap()),
		"QUAL": [1, 3],
		"key": hex(set.keys[0].key.0),
		"holders": holders,
	});
	let kept = keep("ceremony.json", &made);
	let ceremony = read_ceremony(&kept["ceremony"]);
	let proofs = list(&kept["recipient proofs"], |proof| Signature(array(proof)));
	for (recipient, proof) in ceremony.recipients().iter().zip(&proofs) {
		assert!(place.verify_recipient(recipient, proof, verify_native));
	}
	for dealing in kept["dealings"].as_array().unwrap() {
		assert_eq!(check_ceremony(&json!({ "ceremony": kept["ceremony"], "dealing": dealing })), "Ok(())");
	}
	let complained =
		json!({ "ceremony": kept["ceremony"], "dealing": kept["dealings"][1], "complaint": kept["complaint"] });
	assert_eq!(check_ceremony(&complained), "Ok(DealerOut)");
}

pub(crate) fn ceremony_attacks() -> Vec<Attack> {
	let Dealt { ceremony, secrets, dealings, mut rng } = dealt(6);
	let case = |dealer: u16, dealing: &Dealing| json!({ "ceremony": ceremony_json(&ceremony), "dealing": dealing_json(dealer, dealing) });
	let with = |dealing: &Dealing, complaint: &Complaint| {
		let mut case = case(complaint.dealer, dealing);
		case["complaint"] = complaint_json(complaint);
		case
	};
	let good = &dealings[0];
	let older = CeremonyPlace { ceremony: 1, ..*ceremony.place() };
	let older = Ceremony::new(older, ceremony.threshold(), 1, ceremony.recipients().to_vec()).unwrap();
	let seen = deal(&older, 1, &mut rng).unwrap();
	let copied = Dealing { ephemeral: seen.ephemeral, ephemeral_proof: seen.ephemeral_proof, ..good.clone() };
	let mut copied_constant = dealings[1].clone();
	copied_constant.keys = good.keys.clone();
	let mut free_signature = [0; 64];
	free_signature[63] = 0x80;
	let free = Dealing { ephemeral: Encoded::IDENTITY, ephemeral_proof: Signature(free_signature), ..good.clone() };
	let mut free_constant = good.clone();
	(free_constant.keys[0].points[0], free_constant.keys[0].proof) = (Encoded::IDENTITY, Signature(free_signature));
	let mut high_degree = good.clone();
	high_degree.keys[0].points.push(Encoded::from(&BASE_POINT));
	let mut low_degree = good.clone();
	low_degree.keys[0].points.pop();
	let mut not_canonical = good.clone();
	not_canonical.keys[0].shares[0] = EncodedScalar([0xff; 32]);
	let mut too_few = good.clone();
	too_few.keys[0].shares.pop();
	let mut equivocating = case(1, good);
	equivocating["dealing"]["commitment"] = hex(dealings[1].commitment());
	let mut bad = good.clone();
	spoil(&mut bad, 1);
	let complaint = complain(&ceremony, 1, &bad, &secrets[1], &mut rng).unwrap();
	let other = Encoded::from(&BASE_POINT);
	let vote = |c: Complaint| with(&bad, &c);
	vec![
		(
			"ceremony-copied-ephemeral",
			"Eph of an older ceremony, with its proof",
			"ceremony",
			case(1, &copied),
			"Err(EphemeralProof)",
		),
		(
			"ceremony-copied-constant",
			"another dealer's polynomial and proof",
			"ceremony",
			case(2, &copied_constant),
			"Err(ConstantProof(0))",
		),
		(
			"ceremony-identity-ephemeral",
			"Eph = 0 with schnorrkel's constant signature",
			"ceremony",
			case(1, &free),
			"Err(EphemeralProof)",
		),
		(
			"ceremony-identity-constant",
			"A_0 = 0 with schnorrkel's constant signature",
			"ceremony",
			case(1, &free_constant),
			"Err(Point(0, Identity))",
		),
		(
			"ceremony-high-degree",
			"t + 1 points: more than t would be needed",
			"ceremony",
			case(1, &high_degree),
			"Err(Points(0))",
		),
		(
			"ceremony-low-degree",
			"t - 1 points: fewer than t would do",
			"ceremony",
			case(1, &low_degree),
			"Err(Points(0))",
		),
		(
			"ceremony-non-canonical-share",
			"a share not less than the group order",
			"ceremony",
			case(1, &not_canonical),
			"Err(Share(0))",
		),
		("ceremony-missing-share", "no share for the last recipient", "ceremony", case(1, &too_few), "Err(Shares(0))"),
		("ceremony-equivocation", "not the dealing that was committed to", "ceremony", equivocating, "Err(Commitment)"),
		(
			"ceremony-bad-share",
			"a bad share, truly complained about: the dealer is out",
			"ceremony",
			vote(complaint),
			"Ok(DealerOut)",
		),
		(
			"ceremony-false-complaint",
			"a complaint about a good share: the recipient is out",
			"ceremony",
			with(good, &complaint),
			"Ok(RecipientOut)",
		),
		(
			"ceremony-complaint-of-another",
			"a complaint in another recipient's name",
			"ceremony",
			vote(Complaint { holder: 1, ..complaint }),
			"Err(Equation)",
		),
		(
			"ceremony-complaint-false-secret",
			"a complaint that opens something else",
			"ceremony",
			vote(Complaint { shared: other, ..complaint }),
			"Err(Equation)",
		),
		(
			"ceremony-complaint-identity",
			"a complaint that opens the identity",
			"ceremony",
			vote(Complaint { shared: Encoded::IDENTITY, ..complaint }),
			"Err(Equation)",
		),
	]
}

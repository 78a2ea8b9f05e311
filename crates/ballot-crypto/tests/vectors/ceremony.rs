//! The key ceremony: recipients, dealings, a complaint and its verdict, the combined key.

use crate::files::{array, bytes, dealing_json, encoded, hex, keep, list, number, rng, scalar, Attack};
use ballot_crypto::{
	ceremony::{
		combine, complain, deal, judge, open_share, verify_reveal, BadCeremony, Ceremony, CeremonyPlace, Complaint,
		Dealing, HolderSecret, Recipient, RecipientSecret, Threshold,
	},
	equality::Proof,
	hash_to_scalar,
	signature::verify_native,
	Encoded, EncodedScalar, Scalar, Signature, BASE_POINT,
};
use parity_scale_codec::Decode;
use rand_chacha::ChaCha20Rng;
use serde_json::{json, Value};

/// A ceremony in which everybody who joined has dealt; secrets and dealings in the order of the recipients.
pub(crate) struct Dealt {
	pub(crate) ceremony: Ceremony,
	pub(crate) secrets: Vec<RecipientSecret>,
	pub(crate) dealings: Vec<Dealing>,
	pub(crate) rng: ChaCha20Rng,
}

pub(crate) fn dealt(seed: u8, (t, n): (u16, u16), keys: u8, joined: &[u16]) -> Dealt {
	let mut rng = rng(seed);
	let place = CeremonyPlace { genesis: [1; 32], ceremony: 2 };
	let secrets: Vec<_> = joined.iter().map(|j| RecipientSecret::random(*j, &mut rng)).collect();
	let recipients = secrets.iter().map(RecipientSecret::recipient).collect();
	let ceremony = Ceremony::new(place, Threshold::new(t, n).unwrap(), keys, recipients).unwrap();
	let dealings = joined.iter().map(|d| deal(&ceremony, *d, &mut rng).unwrap()).collect();
	Dealt { ceremony, secrets, dealings, rng }
}

pub(crate) fn ceremony_json(ceremony: &Ceremony) -> Value {
	json!({
		"genesis": hex(ceremony.place().genesis), "ceremony": ceremony.place().ceremony,
		"t": ceremony.threshold().t(), "n": ceremony.threshold().n(), "keys": ceremony.keys(),
		"recipients": ceremony.recipients().iter().map(|Recipient { index, key }| json!({ "index": index, "key": hex(key.0) }))
			.collect::<Vec<_>>(),
	})
}

pub(crate) fn try_ceremony(value: &Value) -> Result<Ceremony, BadCeremony> {
	let place = CeremonyPlace { genesis: array(&value["genesis"]), ceremony: number(&value["ceremony"]) };
	let threshold = Threshold::new(number(&value["t"]), number(&value["n"]))?;
	let recipients =
		list(&value["recipients"], |one| Recipient { index: number(&one["index"]), key: encoded(&one["key"]) });
	Ceremony::new(place, threshold, number(&value["keys"]), recipients)
}

pub(crate) fn read_ceremony(value: &Value) -> Ceremony {
	try_ceremony(value).unwrap()
}

pub(crate) fn complaint_json(complaint: &Complaint) -> Value {
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

pub(crate) fn read_dealing(value: &Value) -> Dealing {
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
pub(crate) fn spoil(dealing: &mut Dealing, key: usize, position: usize) {
	let share = &mut dealing.keys[key].shares[position];
	*share = EncodedScalar::from(&(share.scalar().unwrap() + Scalar::ONE));
}

/// The mask of a recipient's share of one key.
pub(crate) fn mask(
	place: &CeremonyPlace,
	dealer: u16,
	to: &Recipient,
	key: u8,
	ephemeral: Encoded,
	shared: Encoded,
) -> Scalar {
	let value = (place.genesis, place.ceremony, dealer, to.index, key, ephemeral, to.key, shared);
	hash_to_scalar("dobush/v1/ceremony/share", &value)
}

/// The keys that these dealings make, with what each of these holders holds of them.
pub(crate) fn keys_json(
	ceremony: &Ceremony,
	secrets: &[RecipientSecret],
	qual: &[(u16, &Dealing)],
	holders: &[u16],
) -> Value {
	let set = combine(ceremony, qual, holders).unwrap();
	let left = |secret: &&RecipientSecret| holders.contains(&secret.recipient().index);
	let keys = (0..).zip(&set.keys).map(|(number, key)| {
		let held = secrets.iter().filter(left).map(|secret| {
			let open = |(d, dealing): &(u16, &Dealing)| open_share(ceremony, *d, dealing, secret).unwrap();
			let opened: Vec<_> = qual.iter().map(open).collect();
			let index = secret.recipient().index;
			let holder = HolderSecret::combine(index, number, &opened.iter().collect::<Vec<_>>(), key).unwrap();
			json!({ "index": index, "secret": hex(*holder.to_bytes()), "V": hex(holder.verification_share().0) })
		});
		json!({ "key": hex(key.key.0), "holders": held.collect::<Vec<_>>() })
	});
	keys.collect::<Vec<_>>().into()
}

#[test]
fn ceremony() {
	let Dealt { ceremony, secrets, mut dealings, mut rng } = dealt(3, (2, 3), 1, &[1, 2, 3]);
	let place = *ceremony.place();
	spoil(&mut dealings[1], 0, 2);
	let complaint = complain(&ceremony, 2, &dealings[1], &secrets[2], &mut rng).unwrap();
	let mask = mask(&place, 2, &ceremony.recipients()[2], 0, dealings[1].ephemeral, complaint.shared);
	let keys = keys_json(&ceremony, &secrets, &[(1, &dealings[0]), (3, &dealings[2])], &[1, 2, 3]);
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
		"key": keys[0]["key"],
		"holders": keys[0]["holders"],
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
	let Dealt { ceremony, secrets, dealings, mut rng } = dealt(6, (2, 3), 1, &[1, 2, 3]);
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
	spoil(&mut bad, 0, 1);
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

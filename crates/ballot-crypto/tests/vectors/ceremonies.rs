//! Ceremonies of several keys. In the first one a trustee never joined, a dealer dealt a bad share of the second key alone, and
//! a holder complained falsely.

use crate::{
	ceremony::{ceremony_json, check_ceremony, complaint_json, dealt, keys_json, mask, read_ceremony, spoil, Dealt},
	files::{array, dealing_json, hex, keep, list, scalar},
};
use ballot_crypto::{
	ceremony::{complain, judge, Ceremony, Complaint, Dealing, RecipientSecret},
	signature::verify_native,
	Signature,
};
use rand_chacha::ChaCha20Rng;
use serde_json::{json, Value};

/// A complaint of this recipient, whether or not there is a reason: it opens the same secret as one about a spoiled dealing.
pub(crate) fn complaint_about(
	ceremony: &Ceremony,
	dealer: u16,
	dealing: &Dealing,
	recipient: &RecipientSecret,
	rng: &mut ChaCha20Rng,
) -> Complaint {
	let mut spoiled = dealing.clone();
	let position = ceremony.recipients().iter().position(|one| one.index == recipient.recipient().index).unwrap();
	spoil(&mut spoiled, 0, position);
	complain(ceremony, dealer, &spoiled, recipient, rng).unwrap()
}

fn judged(ceremony: &Ceremony, dealing: &Dealing, complaint: &Complaint) -> Value {
	let recipient = ceremony.recipients().iter().find(|one| one.index == complaint.holder).unwrap();
	let mask = |key| mask(ceremony.place(), complaint.dealer, recipient, key, dealing.ephemeral, complaint.shared);
	let mut judged = complaint_json(complaint);
	judged["masks"] = (0..ceremony.keys()).map(|key| scalar(&mask(key))).collect::<Vec<_>>().into();
	judged["verdict"] = format!("{:?}", judge(ceremony, dealing, complaint).unwrap()).into();
	judged
}

/// The ceremony as a file. `about` are complaints by the positions of dealer and holder.
fn held(dealt: Dealt, about: &[(usize, usize)], qual: &[u16], holders: &[u16]) -> Value {
	let Dealt { ceremony, secrets, dealings, mut rng } = dealt;
	let place = *ceremony.place();
	let numbers: Vec<_> = secrets.iter().map(|secret| secret.recipient().index).collect();
	let complaints: Vec<_> = about
		.iter()
		.map(|(dealer, holder)| {
			let (number, dealing) = (numbers[*dealer], &dealings[*dealer]);
			let complaint = complaint_about(&ceremony, number, dealing, &secrets[*holder], &mut rng);
			judged(&ceremony, dealing, &complaint)
		})
		.collect();
	let left: Vec<_> = numbers.iter().copied().zip(&dealings).filter(|(d, _)| qual.contains(d)).collect();
	let constants = |d: &u16| (0..ceremony.keys()).map(|key| hex(place.constant_message(*d, key))).collect::<Vec<_>>();
	json!({
		"ceremony": ceremony_json(&ceremony),
		"recipient secrets": secrets.iter().map(|secret| hex(*secret.to_bytes())).collect::<Vec<_>>(),
		"recipient proofs": secrets.iter().map(|secret| hex(secret.prove(&place, &mut rng).0)).collect::<Vec<_>>(),
		"recipient messages": numbers.iter().map(|j| hex(place.recipient_message(*j))).collect::<Vec<_>>(),
		"ephemeral messages": numbers.iter().map(|d| hex(place.ephemeral_message(*d))).collect::<Vec<_>>(),
		"constant messages": numbers.iter().map(constants).collect::<Vec<_>>(),
		"dealings": numbers.iter().zip(&dealings).map(|(d, dealing)| dealing_json(*d, dealing)).collect::<Vec<_>>(),
		"complaints": complaints,
		"QUAL": qual,
		"keys": keys_json(&ceremony, &secrets, &left, holders),
	})
}

#[test]
fn ceremonies() {
	let mut two = dealt(8, (3, 5), 2, &[1, 2, 4, 5]);
	spoil(&mut two.dealings[3], 1, 1);
	// 2 complains about 5, truly, and 4 about 1, falsely.
	let two = held(two, &[(3, 1), (0, 2)], &[1, 2, 4], &[1, 2, 5]);
	let four = held(dealt(9, (2, 2), 4, &[1, 2]), &[], &[1, 2], &[1, 2]);
	let alone = held(dealt(10, (1, 1), 2, &[1]), &[], &[1], &[1]);
	let kept = keep("ceremonies.json", &vec![two, four, alone].into());
	let verdicts = list(&kept[0]["complaints"], |complaint| complaint["verdict"].as_str().unwrap().to_owned());
	assert_eq!(verdicts, ["DealerOut", "RecipientOut"]);
	for kept in kept.as_array().unwrap() {
		let ceremony = read_ceremony(&kept["ceremony"]);
		let proofs = list(&kept["recipient proofs"], |proof| Signature(array(proof)));
		for (recipient, proof) in ceremony.recipients().iter().zip(&proofs) {
			assert!(ceremony.place().verify_recipient(recipient, proof, verify_native));
		}
		for dealing in kept["dealings"].as_array().unwrap() {
			assert_eq!(check_ceremony(&json!({ "ceremony": kept["ceremony"], "dealing": dealing })), "Ok(())");
		}
	}
}

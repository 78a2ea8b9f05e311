//! What must hold before and after the dealings: a ceremony's size, recipient keys, the keys that dealings make, and what a holder
//! makes of its shares.

use crate::{
	ceremony::{ceremony_json, dealt, mask, read_ceremony, read_dealing, try_ceremony, Dealt},
	files::{array, dealing_json, encoded, hex, list, number, Attack},
};
use ballot_crypto::{
	ceremony::{
		combine, open_share, Ceremony, CeremonyPlace, Dealing, HolderSecret, Key, KeyDealing, Recipient,
		RecipientSecret,
	},
	signature::{sign, verify_native},
	Encoded, EncodedScalar, Scalar, Secret, Signature, BASE_POINT,
};
use rand_chacha::ChaCha20Rng;
use serde_json::{json, Value};

pub(crate) fn check_setup(value: &Value) -> String {
	match try_ceremony(value) {
		Ok(_) => "Ok(())".into(),
		Err(why) => format!("Err({why:?})"),
	}
}

pub(crate) fn check_recipient(value: &Value) -> String {
	let place = CeremonyPlace { genesis: array(&value["genesis"]), ceremony: number(&value["ceremony"]) };
	let recipient = Recipient { index: number(&value["index"]), key: encoded(&value["key"]) };
	place.verify_recipient(&recipient, &Signature(array(&value["proof"])), verify_native).to_string()
}

fn read_dealings(value: &Value) -> Vec<(u16, Dealing)> {
	list(&value["dealings"], |one| (number(&one["dealer"]), read_dealing(one)))
}

pub(crate) fn check_keys(value: &Value) -> String {
	let dealings = read_dealings(value);
	let dealings: Vec<_> = dealings.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
	let holders = list(&value["holders"], number::<u16>);
	format!("{:?}", combine(&read_ceremony(&value["ceremony"]), &dealings, &holders).map(drop))
}

/// What a holder keeps, or nothing.
pub(crate) fn check_holder(value: &Value) -> String {
	let ceremony = read_ceremony(&value["ceremony"]);
	let index = number(&value["holder"]);
	let recipient = RecipientSecret::from_bytes(index, &array(&value["recipient secret"])).unwrap();
	let open = |(dealer, dealing): &(u16, Dealing)| open_share(&ceremony, *dealer, dealing, &recipient);
	let Some(opened) = read_dealings(value).iter().map(open).collect::<Option<Vec<_>>>() else { return "None".into() };
	// Of the key only the holder's own V is looked at.
	let published = Key { key: Encoded::IDENTITY, holders: vec![(index, encoded(&value["V"]))] };
	match HolderSecret::combine(index, number(&value["key"]), &opened.iter().collect::<Vec<_>>(), &published) {
		Some(holder) => format!("Some({})", hex::encode(*holder.to_bytes())),
		None => "None".into(),
	}
}

pub(crate) fn setup_attacks() -> Vec<Attack> {
	let Dealt { ceremony, .. } = dealt(13, (2, 3), 2, &[1, 2, 3]);
	let good = ceremony_json(&ceremony);
	let changed = |change: &dyn Fn(&mut Value)| {
		let mut changed = good.clone();
		change(&mut changed);
		changed
	};
	let sized = |t: u16, n: u16| changed(&|c| (c["t"], c["n"]) = (t.into(), n.into()));
	let renumbered = |indices: [u16; 3]| {
		changed(&|c| (0..).zip(indices).for_each(|(at, index): (usize, _)| c["recipients"][at]["index"] = index.into()))
	};
	vec![
		("setup-half", "half of the trustees: two groups could decrypt apart", "setup", sized(2, 4), "Err(Threshold)"),
		("setup-more-than-all", "more than there are trustees", "setup", sized(4, 3), "Err(Threshold)"),
		("setup-nobody", "no trustees", "setup", sized(0, 0), "Err(Threshold)"),
		("setup-too-many", "65 trustees", "setup", sized(33, 65), "Err(Threshold)"),
		("setup-no-key", "no key", "setup", changed(&|c| c["keys"] = 0.into()), "Err(Keys)"),
		("setup-five-keys", "five keys", "setup", changed(&|c| c["keys"] = 5.into()), "Err(Keys)"),
		("setup-recipient-zero", "a recipient with the number 0", "setup", renumbered([0, 2, 3]), "Err(Indices)"),
		("setup-recipient-beyond", "a recipient with the number n + 1", "setup", renumbered([1, 2, 4]), "Err(Indices)"),
		("setup-recipient-twice", "a recipient twice", "setup", renumbered([1, 2, 2]), "Err(Indices)"),
		("setup-recipients-out-of-order", "recipients not in order", "setup", renumbered([2, 1, 3]), "Err(Indices)"),
		(
			"setup-too-few-recipients",
			"fewer recipients than t",
			"setup",
			changed(&|c| c["recipients"].as_array_mut().unwrap().truncate(1)),
			"Err(TooFewRecipients)",
		),
	]
}

pub(crate) fn recipient_attacks() -> Vec<Attack> {
	let Dealt { ceremony, secrets, dealings, mut rng } = dealt(14, (2, 3), 2, &[1, 2, 3]);
	let place = ceremony.place();
	let good = secrets[0].recipient();
	let proof = secrets[0].prove(place, &mut rng);
	let posted = |place: &CeremonyPlace, Recipient { index, key }: Recipient, proof: &Signature| {
		json!({ "genesis": hex(place.genesis), "ceremony": place.ceremony, "index": index, "key": hex(key.0),
			"proof": hex(proof.0) })
	};
	assert_eq!(check_recipient(&posted(place, good, &proof)), "true");
	let mut constant = [0; 64];
	constant[63] = 0x80;
	let related = Encoded::from(&(good.key.point().unwrap() + BASE_POINT));
	let mut unmarked = proof;
	unmarked.0[63] &= 0x7f;
	let with_key = |key: Encoded| posted(place, Recipient { key, ..good }, &proof);
	vec![
		(
			"recipient-other-ceremony",
			"a key of an older ceremony",
			"recipient",
			posted(&CeremonyPlace { ceremony: 1, ..*place }, good, &proof),
			"false",
		),
		(
			"recipient-other-genesis",
			"a key of another chain",
			"recipient",
			posted(&CeremonyPlace { genesis: [9; 32], ..*place }, good, &proof),
			"false",
		),
		(
			"recipient-copied",
			"another trustee's key, with its proof",
			"recipient",
			posted(place, Recipient { index: 2, ..good }, &proof),
			"false",
		),
		(
			"recipient-identity",
			"the identity with schnorrkel's constant signature",
			"recipient",
			posted(place, Recipient { key: Encoded::IDENTITY, ..good }, &Signature(constant)),
			"false",
		),
		("recipient-undecodable", "a key that is no element", "recipient", with_key(Encoded([0xff; 32])), "false"),
		("recipient-related", "PK + B, the proof kept", "recipient", with_key(related), "false"),
		(
			"recipient-an-ephemeral-key",
			"a dealer's ephemeral key, with its proof",
			"recipient",
			posted(place, Recipient { key: dealings[0].ephemeral, ..good }, &dealings[0].ephemeral_proof),
			"false",
		),
		(
			"recipient-unmarked",
			"the signature's marker bit cleared",
			"recipient",
			posted(place, good, &unmarked),
			"false",
		),
	]
}

/// A dealing of chosen polynomials, by the formulas of A4.2.
fn deal_chosen(ceremony: &Ceremony, dealer: u16, polynomials: &[Vec<Scalar>], rng: &mut ChaCha20Rng) -> Dealing {
	let (place, eta) = (ceremony.place(), Secret::random(rng));
	let ephemeral = eta.public();
	let mut keys = Vec::new();
	for (key, f) in (0..).zip(polynomials) {
		let masked = |to: &Recipient| {
			let shared = Encoded::from(&(to.key.point().unwrap() * eta.scalar()));
			let value = f.iter().rev().fold(Scalar::ZERO, |sum, a| sum * Scalar::from(to.index) + a);
			EncodedScalar::from(&(value + mask(place, dealer, to, key, ephemeral, shared)))
		};
		let shares = ceremony.recipients().iter().map(masked).collect();
		let points = f.iter().map(|a| Encoded::from(&(BASE_POINT * a))).collect();
		let proof = sign(&Secret::try_from(f[0]).unwrap(), &place.constant_message(dealer, key), rng);
		keys.push(KeyDealing { points, proof, shares });
	}
	Dealing { ephemeral, ephemeral_proof: sign(&eta, &place.ephemeral_message(dealer), rng), keys }
}

/// Dealers 1 and 2 deal the first key honestly, and choose their polynomials of the second one together.
fn collude(
	ceremony: &Ceremony,
	rng: &mut ChaCha20Rng,
	choose: impl Fn([Scalar; 2], [Scalar; 2]) -> [Scalar; 2],
) -> [(u16, Dealing); 2] {
	let [a, b, c, d] = [(); 4].map(|()| [(); 2].map(|()| *Secret::random(rng).scalar()));
	let chosen = choose(c, d);
	let first = deal_chosen(ceremony, 1, &[a.to_vec(), c.to_vec()], rng);
	let second = deal_chosen(ceremony, 2, &[b.to_vec(), chosen.to_vec()], rng);
	[(1, first), (2, second)]
}

pub(crate) fn keys_attacks() -> Vec<Attack> {
	let Dealt { ceremony, dealings, mut rng, .. } = dealt(15, (2, 3), 2, &[1, 2, 3]);
	let made_in = |ceremony: &Ceremony, dealings: &[(u16, Dealing)], holders: &[u16]| {
		json!({
			"ceremony": ceremony_json(ceremony), "holders": holders,
			"dealings": dealings.iter().map(|(dealer, dealing)| dealing_json(*dealer, dealing)).collect::<Vec<_>>(),
		})
	};
	let made = |dealings: &[(u16, Dealing)], holders: &[u16]| made_in(&ceremony, dealings, holders);
	let of = |numbers: &[u16]| numbers.iter().map(|d| (*d, dealings[usize::from(*d) - 1].clone())).collect::<Vec<_>>();
	assert_eq!(check_keys(&made(&of(&[1, 3]), &[2, 3])), "Ok(())");
	let without_2 = dealt(15, (2, 3), 2, &[1, 3]);
	let dealt_by_both: Vec<_> = [1, 3].into_iter().zip(without_2.dealings.iter().cloned()).collect();
	let not_joined = made_in(&without_2.ceremony, &dealt_by_both, &[1, 2, 3]);
	let beyond = [(1, dealings[0].clone()), (4, dealings[1].clone())];
	let cancelling = collude(&ceremony, &mut rng, |[a, _], [_, d]| [-a, d]);
	// f_1(2) + f_2(2) = 0.
	let two = Scalar::from(2u64);
	let zero_share = collude(&ceremony, &mut rng, |[a, b], [c, _]| [c, -(a + c) * two.invert() - b]);
	vec![
		(
			"keys-too-few-dealers",
			"fewer dealers than t are left",
			"keys",
			made(&of(&[1]), &[1, 2, 3]),
			"Err(TooFewDealers)",
		),
		(
			"keys-too-few-holders",
			"fewer holders than t are left",
			"keys",
			made(&of(&[1, 2, 3]), &[3]),
			"Err(TooFewHolders)",
		),
		("keys-dealer-twice", "one dealing added twice", "keys", made(&of(&[1, 1]), &[1, 2, 3]), "Err(Indices)"),
		("keys-dealer-beyond", "a dealer with the number n + 1", "keys", made(&beyond, &[1, 2, 3]), "Err(Indices)"),
		("keys-holder-twice", "a holder twice", "keys", made(&of(&[1, 2]), &[1, 2, 2]), "Err(Indices)"),
		("keys-holder-not-joined", "a holder that is no recipient", "keys", not_joined, "Err(Indices)"),
		(
			"keys-cancelled",
			"dealers whose constants of the second key cancel",
			"keys",
			made(&cancelling, &[1, 2, 3]),
			"Err(Identity(1))",
		),
		(
			"keys-zero-share",
			"dealers who give holder 2 the share zero of the second key",
			"keys",
			made(&zero_share, &[1, 2, 3]),
			"Err(ZeroShare(1))",
		),
	]
}

pub(crate) fn holder_attacks() -> Vec<Attack> {
	let Dealt { ceremony, secrets, dealings, .. } = dealt(16, (2, 3), 2, &[1, 2, 3]);
	let qual = [(1, &dealings[0]), (3, &dealings[2])];
	let set = combine(&ceremony, &qual, &[1, 2, 3]).unwrap();
	let published = |key: usize, index: u16| set.keys[key].verification_share(index).unwrap();
	let held = |dealings: &[(u16, &Dealing)], key: u8, share: Encoded| {
		json!({
			"ceremony": ceremony_json(&ceremony), "holder": 2, "recipient secret": hex(*secrets[1].to_bytes()), "key": key,
			"dealings": dealings.iter().map(|(dealer, dealing)| dealing_json(*dealer, dealing)).collect::<Vec<_>>(),
			"V": hex(share.0),
		})
	};
	let good = held(&qual, 1, published(1, 2));
	assert!(check_holder(&good).starts_with("Some"));
	let mut bad = dealings[0].clone();
	crate::ceremony::spoil(&mut bad, 0, 1);
	vec![
		("holder-other-key", "V of the other key", "holder", held(&qual, 1, published(0, 2)), "None"),
		("holder-other-holder", "V of another holder", "holder", held(&qual, 1, published(1, 3)), "None"),
		(
			"holder-dealing-left-out",
			"a dealing of QUAL left out",
			"holder",
			held(&qual[..1], 1, published(1, 2)),
			"None",
		),
		(
			"holder-dealing-twice",
			"a dealing of QUAL twice",
			"holder",
			held(&[qual[0], qual[1], qual[1]], 1, published(1, 2)),
			"None",
		),
		(
			"holder-dealing-not-in-qual",
			"the dealing of a dealer that is out",
			"holder",
			held(&[qual[0], (2, &dealings[1]), qual[1]], 1, published(1, 2)),
			"None",
		),
		(
			"holder-bad-share",
			"a bad share, of the other key",
			"holder",
			held(&[(1, &bad), qual[1]], 1, published(1, 2)),
			"None",
		),
	]
}

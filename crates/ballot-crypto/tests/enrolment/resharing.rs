//! Two of three hand a key over to three of four; the first old holder does not take part.

use crate::{dealing_json, hex, keep, rng, secret};
use ballot_crypto::{
	ceremony::{
		combine, deal, open_share,
		reshare::{Refused, Resharing},
		Ceremony, CeremonyPlace, Dealing, HolderSecret, Key, RecipientSecret, Threshold,
	},
	signature::verify_native,
	Secret,
};
use rand_chacha::ChaCha20Rng;
use serde_json::{json, Value};

pub struct Handover {
	pub old: Vec<HolderSecret>,
	pub recipients: Vec<RecipientSecret>,
	pub resharing: Resharing,
	pub rng: ChaCha20Rng,
}

fn ceremony(number: u32, t: u16, n: u16, rng: &mut ChaCha20Rng) -> (Ceremony, Vec<RecipientSecret>) {
	let secrets: Vec<_> = (1..=n).map(|j| RecipientSecret::random(j, rng)).collect();
	let place = CeremonyPlace { genesis: [1; 32], ceremony: number };
	let recipients = secrets.iter().map(RecipientSecret::recipient).collect();
	(Ceremony::new(place, Threshold::new(t, n).unwrap(), 1, recipients).unwrap(), secrets)
}

pub fn handover(seed: u8) -> Handover {
	let mut rng = rng(seed);
	let (old, secrets) = ceremony(2, 2, 3, &mut rng);
	let dealings: Vec<_> = (1..=3).map(|d| (d, deal(&old, d, &mut rng).unwrap())).collect();
	let qual: Vec<_> = dealings.iter().map(|(d, dealing)| (*d, dealing)).collect();
	let key = combine(&old, &qual, &[1, 2, 3]).unwrap().keys.remove(0);
	let held = (1..).zip(&secrets).map(|(j, secret)| {
		let opened: Vec<_> = qual.iter().map(|(d, dealing)| open_share(&old, *d, dealing, secret).unwrap()).collect();
		HolderSecret::combine(j, 0, &opened.iter().collect::<Vec<_>>(), &key).unwrap()
	});
	let held = held.collect();
	let (new, recipients) = ceremony(3, 3, 4, &mut rng);
	let resharing = Resharing::new(new, key, Threshold::new(2, 3).unwrap()).unwrap();
	Handover { old: held, recipients, resharing, rng }
}

fn holders_json(key: &Key) -> Value {
	key.holders.iter().map(|(index, share)| json!({ "index": index, "V": hex(share.0) })).collect::<Vec<_>>().into()
}

pub fn ceremony_json(resharing: &Resharing) -> Value {
	let new = resharing.ceremony();
	json!({
		"genesis": hex(new.place().genesis), "ceremony": new.place().ceremony,
		"t": new.threshold().t(), "n": new.threshold().n(), "keys": 1,
		"recipients": new.recipients().iter().map(|one| json!({ "index": one.index, "key": hex(one.key.0) })).collect::<Vec<_>>(),
		"R": hex(resharing.old().key.0), "old t": 2, "old holders": holders_json(resharing.old()),
	})
}

pub fn verdict(resharing: &Resharing, dealer: u16, dealing: &Dealing) -> Result<(), Refused> {
	resharing.verify_reveal(dealer, &dealing.commitment(), dealing, verify_native)
}

#[test]
fn resharing() {
	let Handover { old, recipients, resharing, mut rng } = handover(2);
	let dealings: Vec<_> =
		old[1..].iter().map(|holder| (holder.index(), resharing.deal(holder, &mut rng).unwrap())).collect();
	for (dealer, dealing) in &dealings {
		assert_eq!(verdict(&resharing, *dealer, dealing), Ok(()));
	}
	let survived: Vec<_> = dealings.iter().map(|(d, dealing)| (*d, dealing)).collect();
	let reshared = resharing.finish(&survived, &[1, 2, 3, 4]).unwrap();
	let new = recipients.iter().map(|recipient| {
		let open = |(d, dealing): &(u16, Dealing)| open_share(resharing.ceremony(), *d, dealing, recipient).unwrap();
		let opened: Vec<_> = dealings.iter().map(open).collect();
		let index = recipient.recipient().index;
		let holder = reshared.holder_secret(index, &opened.iter().collect::<Vec<_>>()).unwrap();
		json!({ "index": index, "recipient secret": hex(*recipient.to_bytes()), "secret": hex(*holder.to_bytes()),
			"V": hex(holder.verification_share().0) })
	});
	let made = json!({
		"ceremony": ceremony_json(&resharing),
		"dealings": dealings.iter().map(|(d, dealing)| dealing_json(*d, dealing)).collect::<Vec<_>>(),
		"S": reshared.set(), "R": hex(reshared.key().key.0), "new holders": new.collect::<Vec<_>>(),
		"an old secret": secret(&Secret::from_bytes(&old[0].to_bytes()).unwrap()),
	});
	keep("resharing.json", &made);
}

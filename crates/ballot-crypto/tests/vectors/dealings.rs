//! Dealings and complaints of a ceremony of two keys that must be refused, and dealers of no such number.

use crate::{
	ceremonies::complaint_about,
	ceremony::{ceremony_json, complaint_json, dealt, spoil, Dealt},
	files::{dealing_json, Attack},
};
use ballot_crypto::{
	ceremony::{deal, Ceremony, CeremonyPlace, Complaint, Dealing},
	Encoded, EncodedScalar, BASE_POINT,
};
use serde_json::{json, Value};

const NO_ELEMENT: Encoded = Encoded([0xff; 32]);
const NOT_CANONICAL: EncodedScalar = EncodedScalar([0xff; 32]);

fn case(ceremony: &Ceremony, dealer: u16, dealing: &Dealing) -> Value {
	json!({ "ceremony": ceremony_json(ceremony), "dealing": dealing_json(dealer, dealing) })
}

/// The dealing with one thing changed.
fn with(dealing: &Dealing, change: impl FnOnce(&mut Dealing)) -> Dealing {
	let mut changed = dealing.clone();
	change(&mut changed);
	changed
}

pub(crate) fn dealing_attacks() -> Vec<Attack> {
	let Dealt { ceremony, dealings, mut rng, .. } = dealt(11, (2, 3), 2, &[1, 2, 3]);
	let [first, second, third] = &dealings[..] else { panic!("three dealings") };
	let at =
		|place: CeremonyPlace| Ceremony::new(place, ceremony.threshold(), 2, ceremony.recipients().to_vec()).unwrap();
	let older = deal(&at(CeremonyPlace { ceremony: 1, ..*ceremony.place() }), 1, &mut rng).unwrap();
	let elsewhere = deal(&at(CeremonyPlace { genesis: [9; 32], ..*ceremony.place() }), 1, &mut rng).unwrap();
	let [zeroth, fourth] = [0, 4].map(|dealer| deal(&ceremony, dealer, &mut rng).unwrap());
	let constant = |dealing: &Dealing, key: usize| dealing.keys[key].points[0].point().unwrap();
	// The dealer waits for the others' constants and wants the key to be B.
	let rogue = Encoded::from(&(BASE_POINT - constant(first, 0) - constant(second, 0)));
	let by_first = |change: fn(&mut Dealing)| case(&ceremony, 1, &with(first, change));
	vec![
		("ceremony-dealer-zero", "dealt by number 0", "ceremony", case(&ceremony, 0, &zeroth), "Err(Dealer)"),
		("ceremony-dealer-beyond", "dealt by number n + 1", "ceremony", case(&ceremony, 4, &fourth), "Err(Dealer)"),
		("ceremony-no-keys", "a part for no key", "ceremony", by_first(|d| d.keys.clear()), "Err(Keys)"),
		(
			"ceremony-one-key-of-two",
			"no part for the second key",
			"ceremony",
			by_first(|d| drop(d.keys.pop())),
			"Err(Keys)",
		),
		(
			"ceremony-three-keys-of-two",
			"a part for a third key",
			"ceremony",
			by_first(|d| d.keys.push(d.keys[1].clone())),
			"Err(Keys)",
		),
		(
			"ceremony-high-degree-of-the-second",
			"t + 1 points of the second key",
			"ceremony",
			by_first(|d| d.keys[1].points.push(Encoded::from(&BASE_POINT))),
			"Err(Points(1))",
		),
		(
			"ceremony-extra-share",
			"a share more than recipients",
			"ceremony",
			by_first(|d| d.keys[0].shares.push(EncodedScalar([0; 32]))),
			"Err(Shares(0))",
		),
		(
			"ceremony-missing-share-of-the-second",
			"no share of the second key for the last recipient",
			"ceremony",
			by_first(|d| d.keys[1].shares.truncate(2)),
			"Err(Shares(1))",
		),
		(
			"ceremony-non-canonical-share-of-the-second",
			"a share of the second key not less than the group order",
			"ceremony",
			by_first(|d| d.keys[1].shares[2] = NOT_CANONICAL),
			"Err(Share(1))",
		),
		(
			"ceremony-undecodable-point",
			"a point that is no element",
			"ceremony",
			by_first(|d| d.keys[0].points[1] = NO_ELEMENT),
			"Err(Point(0, Element))",
		),
		(
			"ceremony-identity-coefficient",
			"the highest coefficient is zero: fewer than t would do",
			"ceremony",
			by_first(|d| d.keys[1].points[1] = Encoded::IDENTITY),
			"Err(Point(1, Identity))",
		),
		(
			"ceremony-faults-in-both-keys",
			"a bad point of the first key and too few of the second: key by key",
			"ceremony",
			by_first(|d| {
				d.keys[0].points[1] = NO_ELEMENT;
				d.keys[1].points.clear();
			}),
			"Err(Point(0, Element))",
		),
		(
			"ceremony-fault-before-proofs",
			"no proof holds and a share is missing: proofs come last",
			"ceremony",
			case(&ceremony, 2, &with(first, |d| d.keys[1].shares.truncate(2))),
			"Err(Shares(1))",
		),
		(
			"ceremony-undecodable-ephemeral",
			"Eph is no element",
			"ceremony",
			by_first(|d| d.ephemeral = NO_ELEMENT),
			"Err(EphemeralProof)",
		),
		(
			"ceremony-other-ceremony",
			"dealt for an older ceremony",
			"ceremony",
			case(&ceremony, 1, &older),
			"Err(EphemeralProof)",
		),
		(
			"ceremony-other-genesis",
			"dealt on another chain",
			"ceremony",
			case(&ceremony, 1, &elsewhere),
			"Err(EphemeralProof)",
		),
		("ceremony-other-dealer", "dealt by another", "ceremony", case(&ceremony, 2, first), "Err(EphemeralProof)"),
		(
			"ceremony-constants-of-an-older",
			"fresh Eph, polynomials and proofs of an older ceremony",
			"ceremony",
			case(&ceremony, 1, &with(first, |d| d.keys = older.keys.clone())),
			"Err(ConstantProof(0))",
		),
		(
			"ceremony-exchanged-keys",
			"the parts of the two keys exchanged",
			"ceremony",
			by_first(|d| d.keys.swap(0, 1)),
			"Err(ConstantProof(0))",
		),
		(
			"ceremony-one-key-twice",
			"the part of the first key for the second too: one key in two uses",
			"ceremony",
			by_first(|d| d.keys[1] = d.keys[0].clone()),
			"Err(ConstantProof(1))",
		),
		(
			"ceremony-copied-constant-of-the-second",
			"another dealer's polynomial of the second key, with its proof",
			"ceremony",
			case(&ceremony, 1, &with(first, |d| d.keys[1] = second.keys[1].clone())),
			"Err(ConstantProof(1))",
		),
		(
			"ceremony-rogue-key",
			"a constant chosen after those of the others, so that the key is B",
			"ceremony",
			case(&ceremony, 3, &with(third, |d| d.keys[0].points[0] = rogue)),
			"Err(ConstantProof(0))",
		),
	]
}

pub(crate) fn complaint_attacks() -> Vec<Attack> {
	let Dealt { ceremony, secrets, dealings, mut rng } = dealt(12, (2, 3), 2, &[1, 2, 3]);
	let older = CeremonyPlace { ceremony: 1, ..*ceremony.place() };
	let older = Ceremony::new(older, ceremony.threshold(), 2, ceremony.recipients().to_vec()).unwrap();
	let good = &dealings[0];
	let bad = with(good, |d| spoil(d, 1, 1));
	let complaint = complaint_about(&ceremony, 1, good, &secrets[1], &mut rng);
	let replayed = complaint_about(&older, 1, good, &secrets[1], &mut rng);
	let other_dealer = complaint_about(&ceremony, 2, &dealings[1], &secrets[1], &mut rng);
	let case = |dealing: &Dealing, complaint: Complaint| {
		let mut case = case(&ceremony, 1, dealing);
		case["complaint"] = complaint_json(&complaint);
		case
	};
	let about_good = |change: fn(&mut Dealing)| case(&with(good, change), complaint);
	let refused = |complaint: Complaint| case(&bad, complaint);
	let altered = |change: fn(&mut Complaint)| {
		let mut altered = complaint;
		change(&mut altered);
		case(&bad, altered)
	};
	vec![
		(
			"ceremony-bad-share-of-the-second",
			"a bad share of the second key alone, truly complained about",
			"ceremony",
			refused(complaint),
			"Ok(DealerOut)",
		),
		(
			"ceremony-exchanged-shares",
			"the shares of two recipients exchanged, truly complained about",
			"ceremony",
			about_good(|d| d.keys[0].shares.swap(0, 1)),
			"Ok(DealerOut)",
		),
		(
			"ceremony-shares-of-the-other-key",
			"a recipient's shares of the two keys exchanged, truly complained about",
			"ceremony",
			about_good(|d| {
				let [first, second] = &mut d.keys[..] else { panic!("two keys") };
				std::mem::swap(&mut first.shares[1], &mut second.shares[1]);
			}),
			"Ok(DealerOut)",
		),
		(
			"ceremony-share-of-another-recipient-bad",
			"a complaint about a share that is bad for another recipient only",
			"ceremony",
			about_good(|d| spoil(d, 1, 0)),
			"Ok(RecipientOut)",
		),
		(
			"ceremony-false-complaint-of-two-keys",
			"a complaint though the shares of both keys are good",
			"ceremony",
			case(good, complaint),
			"Ok(RecipientOut)",
		),
		(
			"ceremony-complaint-replayed",
			"a complaint from an older ceremony",
			"ceremony",
			refused(replayed),
			"Err(Equation)",
		),
		(
			"ceremony-complaint-about-another",
			"a complaint about another dealer, moved to this one",
			"ceremony",
			refused(Complaint { dealer: 1, ..other_dealer }),
			"Err(Equation)",
		),
		(
			"ceremony-complaint-of-nobody",
			"a complaint by a number that is no recipient",
			"ceremony",
			altered(|c| c.holder = 4),
			"Err(Equation)",
		),
		(
			"ceremony-complaint-undecodable",
			"a complaint that opens no element",
			"ceremony",
			altered(|c| c.shared = NO_ELEMENT),
			"Err(Equation)",
		),
		(
			"ceremony-complaint-other-response",
			"a complaint with another response",
			"ceremony",
			altered(|c| c.proof.s = EncodedScalar([0; 32])),
			"Err(Equation)",
		),
		(
			"ceremony-complaint-non-canonical-challenge",
			"a complaint whose e is not less than the group order",
			"ceremony",
			altered(|c| c.proof.e = NOT_CANONICAL),
			"Err(Scalar)",
		),
		(
			"ceremony-complaint-non-canonical-response",
			"a complaint whose s is not less than the group order",
			"ceremony",
			altered(|c| c.proof.s = NOT_CANONICAL),
			"Err(Scalar)",
		),
	]
}

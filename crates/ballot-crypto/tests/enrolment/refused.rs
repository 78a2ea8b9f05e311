//! Attacks, one file each.

use crate::{batch_json, dealing_json, enrolment_json, hex, keep, resharing, station::Station};
use ballot_crypto::{
	booth::{Artefact, Envelope, Slip},
	ceremony::deal,
	enrolment::{
		batch::{self, Batch, BatchPlace, Digests, Member, STEP},
		order::{self, Enrolment},
		SecretPair,
	},
	shuffle::{self, Inputs, Shape, Statement},
	signature::{sign, verify_native},
	transcript::{blake2_256, ListDigest},
	Ciphertext, Context, CredentialPlace, CredentialSecret, Element, Encoded, Scalar, Secret, BASE_POINT,
};
use parity_scale_codec::Encode;
use serde_json::{json, Value};

fn keep_refused(name: &str, attack: &str, kind: &str, input: Value, verdict: String, expected: &str) {
	assert_eq!(verdict, expected, "{name}: {attack}");
	keep(
		&format!("refused/{name}.json"),
		&json!({ "attack": attack, "kind": kind, "input": input, "expected": expected }),
	);
}

/// A batch of two whose first pair encrypts something else than its element, with an honest argument about the inputs that
/// this would need: A5.4 once more, in other words.
fn false_batch(station: &mut Station, instead: impl Fn(&Element) -> Element) -> Batch {
	let place = station.place();
	let mut members = [station.decoy(), station.decoy()];
	members.sort_by_key(|member| member.activation.key);
	let element = |member: &Member| place.place.element(&member.activation.key).unwrap();
	let mut elements = [element(&members[0]), element(&members[1])];
	elements[0] = instead(&elements[0]);
	let activations: Vec<_> = members.iter().map(|member| member.activation).collect();
	let c1 = Encoded::IDENTITY;
	let inputs: Vec<_> = (0..2)
		.flat_map(|i| [Encoded::from(&elements[i]), activations[i].key].map(|c2| Ciphertext { c1, c2 }))
		.collect();
	let keys = [place.roll_key; 2];
	let (outputs, witness) = shuffle::shuffle(&keys, Inputs::first(&inputs, 2), &mut station.rng).unwrap();
	let mut pairs: Vec<_> =
		outputs.chunks(2).map(|pair| ballot_crypto::enrolment::Pair { element: pair[0], key: pair[1] }).collect();
	let (mut permutation, mut randomness) = (witness.permutation().to_vec(), witness.randomness().to_vec());
	if pairs[0] > pairs[1] {
		pairs.swap(0, 1);
		permutation.swap(0, 1);
		randomness.rotate_left(2);
	}
	let outputs: Vec<_> = pairs.iter().flat_map(|pair| [pair.element, pair.key]).collect();
	let CredentialPlace { genesis, unit, booth: _ } = place.place;
	let context = Context { genesis, election: 0, unit, contest: 0, step: STEP, prover: 0, attempt: 0 };
	let digest = ListDigest::of(&activations, 64);
	let statement = Statement {
		context: &context,
		keys: &keys,
		input_digest: blake2_256(&[b"dobush/v1/batch/inputs", &(place.place, digest).encode()]),
		output_digest: ListDigest::of(&pairs, 64),
		shape: Shape::of(2, 2).unwrap(),
	};
	let witness = shuffle::Witness::new(permutation, randomness);
	let proof =
		shuffle::prove(&statement, Inputs::first(&inputs, 2), &outputs, &witness, &mut station.rng, |_, _| ()).unwrap();
	Batch { activations, pairs, proof }
}

fn refuse_batch(name: &str, attack: &str, place: &BatchPlace, batch: &Batch, expected: &str) {
	let verdict = format!("{:?}", batch::verify(place, batch));
	keep_refused(&format!("batch-{name}"), attack, "batch", batch_json(place, batch), verdict, expected);
}

#[test]
fn batches() {
	let mut station = Station::new(10);
	let place = station.place();
	let v9 = "Err(Proof(Fails(V9)))";
	let times = |element: &Element, by: u64| Element::try_from(element.point() * Scalar::from(by)).unwrap();
	assert_eq!(
		batch::verify(&place, &false_batch(&mut station, |element| *element)),
		Ok(()),
		"the maker itself is right"
	);
	let related = false_batch(&mut station, |element| times(element, 7));
	refuse_batch("related-element", "a pair encrypts 7·Q: its tag would be 7 times another's", &place, &related, v9);
	let base = Element::try_from(BASE_POINT).unwrap();
	let known = false_batch(&mut station, |_| base);
	refuse_batch("known-element", "a pair encrypts B, whose tag is the tagging key", &place, &known, v9);
	let other = CredentialPlace { unit: 9, ..place.place };
	let key = CredentialSecret::random(&mut station.rng).account();
	let element = other.element(&key).unwrap();
	let foreign = false_batch(&mut station, |_| element);
	refuse_batch("foreign-element", "a pair encrypts an element of another unit", &place, &foreign, v9);

	let good = |station: &mut Station| {
		let members = vec![station.decoy(), station.decoy()];
		batch::prove(&place, members, &mut station.rng).unwrap()
	};
	let batch = good(&mut station);
	let elsewhere = BatchPlace { place: CredentialPlace { booth: [9; 32], ..place.place }, ..place };
	refuse_batch("replayed", "a batch of another booth", &elsewhere, &batch, "Err(Proof(Fails(V6b)))");
	let mut swapped = batch.clone();
	(swapped.pairs[0].key, swapped.pairs[1].key) = (batch.pairs[1].key, batch.pairs[0].key);
	let attack = "element and key of different credentials in one pair";
	refuse_batch("crossed-pairs", attack, &place, &swapped, "Err(Proof(Fails(V6b)))");
	let mut twice = batch.clone();
	twice.activations[1].challenge = twice.activations[0].challenge;
	refuse_batch("envelope-twice", "one envelope for two keys", &place, &twice, "Err(Envelope)");
	let mut twice = batch.clone();
	twice.activations[1].key = twice.activations[0].key;
	refuse_batch("key-twice", "one key activated twice", &place, &twice, "Err(KeyOrder)");
	let mut nobody = batch;
	nobody.activations[0].key = Encoded::IDENTITY;
	refuse_batch("identity-key", "the identity as an account", &place, &nobody, "Err(IdentityKey)");
}

#[test]
fn enrolments() {
	let mut station = Station::new(11);
	let (v, ticket, _) = station.check_in();
	let mut visit = station.visit(&ticket);
	let (_, _, printed) = station.real(&mut visit);
	let place = station.place();
	let roll = place.roll_key;
	let good = printed.checkout.enrolment;
	let mut keep = |name: &str, attack: &str, enrolment: &Enrolment, proof: &order::Proof, expected: &str| {
		let by_desk = sign(&station.desk, &enrolment.order.message(), &mut station.rng);
		let by_booth = sign(&station.booth, &enrolment.message(), &mut station.rng);
		let verdict = order::verify(enrolment, &roll, &by_desk, &by_booth, proof, verify_native);
		let input = enrolment_json(enrolment, roll.point(), (&by_desk, &by_booth), proof);
		keep_refused(&format!("enrol-{name}"), attack, "enrolment", input, format!("{verdict:?}"), expected);
	};
	let mut rng = crate::rng(111);
	let own = Secret::random(&mut rng);
	let element = place.place.element(&own.public()).unwrap();
	let pair = SecretPair::encrypt(&element, &own.public_element().unwrap(), &roll, &mut rng);
	let enrolment = Enrolment { pair: *pair.pair(), ..good };
	let proof = order::prove(&enrolment, &roll, &own, &pair, &mut rng);
	keep("own-key", "the booth enrols a key whose whole secret it knows", &enrolment, &proof, "Err(Proof)");
	let other = Secret::random(&mut rng).public();
	let mut moved = good;
	moved.order.slip = other;
	keep("other-slip", "the slip of another voter", &moved, &printed.checkout.proof, "Err(Proof)");
	let mut moved = good;
	moved.order.voter_id = [8; 32];
	keep("other-voter", "the pair of another voter", &moved, &printed.checkout.proof, "Err(Proof)");
	let mut nothing = good;
	nothing.order.slip = Encoded::IDENTITY;
	keep("no-slip", "V = 0: the booth would know the whole secret", &nothing, &printed.checkout.proof, "Err(Slip)");
	let one = Enrolment { desk: good.booth, ..good };
	keep("one-device", "a booth that is its own desk", &one, &printed.checkout.proof, "Err(OneDevice)");
	let crossed = Enrolment { pair: ballot_crypto::enrolment::Pair { key: good.pair.element, ..good.pair }, ..good };
	keep("element-as-key", "E in the place of F", &crossed, &printed.checkout.proof, "Err(Proof)");
	assert_ne!(*v.scalar(), Scalar::ZERO);
	assert_ne!(Digests::of(&false_batch(&mut Station::new(12), |e| *e)).columns, [0; 32]);
}

#[test]
fn papers() {
	let mut station = Station::new(13);
	let (_, _, slip) = station.check_in();
	let mut bytes = station.scan(ballot_crypto::envelope::Symbol::new(1).unwrap()).envelope.to_artefact();
	let refuse = |name: &str, attack: &str, bytes: &[u8], expected: &str| {
		let verdict = format!("{:?}", Envelope::from_artefact(bytes, &[1; 32]).map(drop));
		let input = json!({ "bytes": hex(bytes), "wanted": "envelope", "genesis": hex([1; 32]) });
		keep_refused(&format!("paper-{name}"), attack, "paper", input, verdict, expected);
	};
	refuse("cut", "half of it is missing", &bytes[..60], "Err(Length { wanted: 105, found: 60 })");
	let slip = Slip::to_artefact(&slip);
	refuse("slip", "a slip in an envelope's place", &slip, "Err(OtherKind { wanted: Envelope, found: Slip })");
	refuse("foreign", "not an election's paper", b"https://example.org/", "Err(NotOurs)");
	bytes[50] ^= 1;
	refuse("smudged", "one bit misread", &bytes, "Err(Torn)");
	bytes[50] ^= 1;
	let seal = |bytes: &mut Vec<u8>| {
		let end = bytes.len() - 4;
		let sum = blake2_256(&[b"dobush/v1/artefact", &bytes[..end]]);
		bytes[end..].copy_from_slice(&sum[..4]);
	};
	let mut symbol = bytes.clone();
	symbol[4 + 64] = 4;
	seal(&mut symbol);
	refuse("symbol", "a symbol that there is not", &symbol, "Err(Content)");
	let mut chain = bytes.clone();
	chain[4] = 2;
	seal(&mut chain);
	refuse("other-chain", "an envelope of another chain", &chain, "Err(OtherChain)");
	bytes[2] = 2;
	refuse("version", "a later version", &bytes, "Err(Version(2))");
}

#[test]
fn resharings() {
	let resharing::Handover { old, resharing, mut rng, .. } = resharing::handover(14);
	let keep = |name: &str, attack: &str, dealer: u16, dealing: &ballot_crypto::ceremony::Dealing, expected: &str| {
		let verdict = format!("{:?}", resharing::verdict(&resharing, dealer, dealing));
		let input =
			json!({ "ceremony": resharing::ceremony_json(&resharing), "dealing": dealing_json(dealer, dealing) });
		keep_refused(&format!("resharing-{name}"), attack, "resharing", input, verdict, expected);
	};
	let other = deal(resharing.ceremony(), 1, &mut rng).unwrap();
	keep("other-constant", "an old holder deals something else than its share", 1, &other, "Err(Constant)");
	let genuine = resharing.deal(&old[0], &mut rng).unwrap();
	keep("not-a-holder", "one who held no share deals", 4, &genuine, "Err(Reveal(Dealer))");
	keep("other-dealer", "the dealing of another", 2, &genuine, "Err(Reveal(EphemeralProof))");
}

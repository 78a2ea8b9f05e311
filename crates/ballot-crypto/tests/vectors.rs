//! Known-answer vectors, and attacks that must be refused. They are made again on every run and compared with the files;
//! then the files are read and checked as a second implementation would.
//!
//! `DOBUSH_WRITE_VECTORS=1 cargo test -p ballot-crypto --test vectors` writes them. All randomness is ChaCha20 with the
//! seed `[number; 32]` of each section. Bytes are hexadecimal, scalars and numbers of proofs little endian (docs/protocol).
#![allow(missing_docs, clippy::unwrap_used)]

use ballot_crypto::{
	ceremony::{
		combine, complain, deal, judge, open_share, verify_reveal, Ceremony, Complaint, Dealing, HolderSecret, Place,
		Recipient, RecipientSecret, Threshold,
	},
	context::step,
	decryption,
	embedding::{decode_encoded, embed, Table},
	equality::{self, Bases, Proof, Statement},
	hash_to_element, hash_to_scalar,
	knowledge::{self, encrypt_selection, BallotContext},
	signature::verify_native,
	transcript::{blake2_256, ListDigest},
	Ciphertext, Context, Element, Encoded, EncodedScalar, RistrettoPoint, Scalar, Secret, Signature, Transcript,
	BASE_POINT,
};
use parity_scale_codec::{Decode, Encode};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use schnorrkel::{context::SigningTranscript, signing_context};
use serde_json::{json, Value};
use std::{fs, path::PathBuf};

// ---------------------------------------------------------------------------------------------------- reading and writing

/// One option, as docs/rules.md writes it.
fn row(index: u16) -> [u8; 30] {
	let mut bytes = [0; 30];
	bytes[0] = 1;
	bytes[1..3].copy_from_slice(&index.to_be_bytes());
	bytes
}

/// A text of at most 30 bytes, padded with zero bytes.
fn padded(text: &str) -> [u8; 30] {
	let mut bytes = [0; 30];
	bytes[..text.len()].copy_from_slice(text.as_bytes());
	bytes
}

fn rng(seed: u8) -> ChaCha20Rng {
	ChaCha20Rng::from_seed([seed; 32])
}

/// Compares with the file, or writes it if asked to; gives what the file says.
fn keep(name: &str, made: &Value) -> Value {
	let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name);
	let text = serde_json::to_string_pretty(made).unwrap() + "\n";
	if std::env::var_os("DOBUSH_WRITE_VECTORS").is_some() {
		fs::write(&path, &text).unwrap();
	}
	let kept = fs::read_to_string(&path).unwrap_or_default();
	assert_eq!(kept, text, "{name} differs; if that is meant, DOBUSH_WRITE_VECTORS=1 and say so in the changelog");
	serde_json::from_str(&kept).unwrap()
}

fn hex(bytes: impl AsRef<[u8]>) -> Value {
	hex::encode(bytes).into()
}

fn point(point: &RistrettoPoint) -> Value {
	hex(Encoded::from(point).0)
}

fn scalar(scalar: &Scalar) -> Value {
	hex(scalar.to_bytes())
}

fn bytes(value: &Value) -> Vec<u8> {
	hex::decode(value.as_str().unwrap()).unwrap()
}

fn array<const N: usize>(value: &Value) -> [u8; N] {
	bytes(value).try_into().unwrap()
}

fn encoded(value: &Value) -> Encoded {
	Encoded(array(value))
}

fn number<T: TryFrom<u64>>(value: &Value) -> T {
	T::try_from(value.as_u64().unwrap()).ok().unwrap()
}

fn list<T>(value: &Value, read: impl Fn(&Value) -> T) -> Vec<T> {
	value.as_array().unwrap().iter().map(read).collect()
}

fn context_json(context: &Context) -> Value {
	let Context { genesis, election, unit, contest, step, prover, attempt } = context;
	json!({
		"genesis": hex(genesis), "election": election, "unit": unit, "contest": contest,
		"step": step, "prover": prover, "attempt": attempt,
	})
}

fn read_context(value: &Value) -> Context {
	Context {
		genesis: array(&value["genesis"]),
		election: number(&value["election"]),
		unit: number(&value["unit"]),
		contest: number(&value["contest"]),
		step: number(&value["step"]),
		prover: number(&value["prover"]),
		attempt: number(&value["attempt"]),
	}
}

// --------------------------------------------------------------------------------------------------------------- encoding

#[test]
fn encoding() {
	let context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 5, prover: 6, attempt: 7 };
	let start = Transcript::new("dobush/v1/test", &context);
	let absorbed = start.with("number", &8u32).with("elements", &[Encoded::from(&BASE_POINT)][..]);
	let weights = absorbed.weights();
	let items = [[1u8; 4], [2; 4], [3; 4]];
	let mut digest = ListDigest::new(3);
	let empty = digest.finish();
	digest.add(&items[..2]);
	let one = digest.finish();
	digest.add(&items[2..]);
	assert_eq!(ListDigest::of(&items, 2), digest.finish());
	let made = json!({
		"blake2_256 of abc": hex(blake2_256(&[b"abc"])),
		"hash_to_element": { "tag": "dobush/v1/test", "value as u32": 9, "element": point(&hash_to_element("dobush/v1/test", &9u32)) },
		"hash_to_scalar": { "tag": "dobush/v1/test", "value as u32": 9, "scalar": scalar(&hash_to_scalar("dobush/v1/test", &9u32)) },
		"transcript": {
			"tag": "dobush/v1/test",
			"context": context_json(&context),
			"context scale": hex(context.encode()),
			"state after init": hex(start.digest()),
			"absorbed": ["number: u32 8", "elements: list of the base point"],
			"state after absorbing": hex(absorbed.digest()),
			"challenge e": scalar(&absorbed.challenge("e")),
			"challenge f": scalar(&absorbed.challenge("f")),
			"weights": ([0, 1, 1000].map(|k| json!({ "k": k, "weight": scalar(&weights.get(k)) }))),
		},
		"list": {
			"items": items.map(hex), "page": 2,
			"digests": ([empty, one, digest.finish()].map(hex)),
		},
	});
	keep("encoding.json", &made);
}

// -------------------------------------------------------------------------------------------------------------- embedding

#[test]
fn embedding() {
	let mut rows = vec![[0; 30], [0xff; 30], padded("Бүбүсара"), padded("0123456789abcdefghijklmnopqrst")];
	rows.extend((0..17).map(row));
	let made: Vec<_> = rows
		.iter()
		.map(|row| {
			let element = Encoded::from(&embed(row).unwrap());
			json!({ "bytes": hex(row), "counter": element.0[0] / 2, "element": hex(element.0) })
		})
		.collect();
	for row in keep("embedding.json", &made.into()).as_array().unwrap() {
		assert_eq!(decode_encoded(&encoded(&row["element"])), Some(array(&row["bytes"])));
	}
}

// ----------------------------------------------------------------------------------------------------------------- ballot

fn ballot_context(key: Encoded, credential: [u8; 32]) -> BallotContext {
	BallotContext { genesis: [1; 32], election: 2, unit: 3, contest: 4, key, booth: None, credential }
}

fn ballot_json(context: &BallotContext, ciphertext: &Ciphertext, proof: &Signature) -> Value {
	let BallotContext { genesis, election, unit, contest, key, booth, credential } = context;
	json!({
		"genesis": hex(genesis), "election": election, "unit": unit, "contest": contest, "key": hex(key.0),
		"booth": booth.map(hex), "credential": hex(credential),
		"c1": hex(ciphertext.c1.0), "c2": hex(ciphertext.c2.0), "proof": hex(proof.0),
	})
}

fn read_ballot(value: &Value) -> (BallotContext, Ciphertext, Signature) {
	let context = BallotContext {
		genesis: array(&value["genesis"]),
		election: number(&value["election"]),
		unit: number(&value["unit"]),
		contest: number(&value["contest"]),
		key: encoded(&value["key"]),
		booth: value["booth"].is_string().then(|| array(&value["booth"])),
		credential: array(&value["credential"]),
	};
	let ciphertext = Ciphertext { c1: encoded(&value["c1"]), c2: encoded(&value["c2"]) };
	(context, ciphertext, Signature(array(&value["proof"])))
}

fn check_ballot(value: &Value) -> String {
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
	for booth in [None, Some([6; 32])] {
		let context = BallotContext { booth, ..ballot_context(key_secret.public(), account.public().0) };
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

// --------------------------------------------------------------------------------------------------------------- ceremony

struct Dealt {
	ceremony: Ceremony,
	secrets: Vec<RecipientSecret>,
	dealings: Vec<Dealing>,
	rng: ChaCha20Rng,
}

fn dealt(seed: u8) -> Dealt {
	let mut rng = rng(seed);
	let place = Place { genesis: [1; 32], ceremony: 2 };
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
	let place = Place { genesis: array(&value["genesis"]), ceremony: number(&value["ceremony"]) };
	let threshold = Threshold::new(number(&value["t"]), number(&value["n"])).unwrap();
	let recipients =
		list(&value["recipients"], |one| Recipient { index: number(&one["index"]), key: encoded(&one["key"]) });
	Ceremony::new(place, threshold, number(&value["keys"]), recipients).unwrap()
}

/// A dealing by its fields and as one string.
fn dealing_json(dealer: u16, dealing: &Dealing) -> Value {
	json!({
		"dealer": dealer,
		"ephemeral": hex(dealing.ephemeral.0),
		"ephemeral proof": hex(dealing.ephemeral_proof.0),
		"keys": dealing.keys.iter().map(|part| json!({
			"points": part.points.iter().map(|point| hex(point.0)).collect::<Vec<_>>(),
			"proof": hex(part.proof.0),
			"shares": part.shares.iter().map(|share| hex(share.0)).collect::<Vec<_>>(),
		})).collect::<Vec<_>>(),
		"scale": hex(dealing.encode()),
		"commitment": hex(dealing.commitment()),
	})
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
fn check_ceremony(value: &Value) -> String {
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

// ------------------------------------------------------------------------------------------------------------- decryption

/// A prover of pages of shares who may lie: written from docs/protocol/5-decryption.md, not from the code it tests.
struct Prover<'a> {
	context: &'a Context,
	list: [u8; 32],
	total: u32,
	start: u32,
	key: Encoded,
	bases: &'a [Encoded],
	shares: &'a [Encoded],
}

struct Trace {
	seed: Transcript,
	x: RistrettoPoint,
	y: RistrettoPoint,
	on_base: RistrettoPoint,
	on_x: RistrettoPoint,
	proof: Proof,
}

impl Prover<'_> {
	fn prove(&self, secret: &Scalar, nonce: &Scalar) -> Trace {
		let seed = Transcript::new("dobush/v1/shares", self.context)
			.with("list", &self.list)
			.with("total", &self.total)
			.with("start", &self.start)
			.with("count", &(self.bases.len() as u32))
			.with("key", &self.key)
			.with("bases", self.bases)
			.with("shares", self.shares);
		let sum = |elements: &[Encoded]| -> RistrettoPoint {
			(0..).zip(elements).map(|(k, element)| element.point().unwrap() * seed.weights().get(k)).sum()
		};
		let (x, y) = (sum(self.bases), sum(self.shares));
		let (on_base, on_x) = (BASE_POINT * nonce, x * nonce);
		let e = seed
			.with("x", &Encoded::from(&x))
			.with("y", &Encoded::from(&y))
			.with("on-base", &Encoded::from(&on_base))
			.with("on-x", &Encoded::from(&on_x))
			.challenge("e");
		let proof = Proof { e: EncodedScalar::from(&e), s: EncodedScalar::from(&(nonce + e * secret)) };
		Trace { seed, x, y, on_base, on_x, proof }
	}

	fn json(&self, proof: &Proof) -> Value {
		let Self { context, list, total, start, key, bases, shares } = self;
		json!({
			"context": context_json(context), "list": hex(list), "total": total, "start": start, "key": hex(key.0),
			"bases": bases.iter().map(|base| hex(base.0)).collect::<Vec<_>>(),
			"shares": shares.iter().map(|share| hex(share.0)).collect::<Vec<_>>(),
			"e": hex(proof.e.0), "s": hex(proof.s.0),
		})
	}
}

fn check_page(value: &Value) -> String {
	let context = read_context(&value["context"]);
	let bases = match Bases::new(list(&value["bases"], encoded)) {
		Ok(bases) => bases,
		Err(why) => return format!("Bases({why:?})"),
	};
	let statement = Statement {
		context: &context,
		list_digest: array(&value["list"]),
		start: number(&value["start"]),
		total: number(&value["total"]),
		key: encoded(&value["key"]).element().unwrap(),
		bases: &bases,
	};
	let proof = Proof { e: EncodedScalar(array(&value["e"])), s: EncodedScalar(array(&value["s"])) };
	format!("{:?}", equality::verify(&statement, &list(&value["shares"], encoded), &proof))
}

const DECRYPT: Context =
	Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: step::DECRYPT, prover: 0, attempt: 0 };

#[test]
fn decryption() {
	let mut rng = rng(4);
	// s(x) = s0 + s1·x, two of three holders.
	let (s0, s1) = (Secret::random(&mut rng), Secret::random(&mut rng));
	let holder = |j: u16| Secret::try_from(s0.scalar() + s1.scalar() * Scalar::from(j)).unwrap();
	let key = s0.public_element().unwrap();
	let table = Table::new(&(0..3).map(row).collect::<Vec<_>>()).unwrap();
	let votes = [2, 0, 1, 2];
	let ciphertexts: Vec<_> = votes
		.iter()
		.map(|row| table.element(*row).unwrap().point())
		.chain([&BASE_POINT, &(BASE_POINT - BASE_POINT)])
		.map(|message| Ciphertext::encrypt(message, &key, Secret::random(&mut rng).scalar()))
		.collect();
	let list_digest = ListDigest::of(&ciphertexts, 4);
	let c1: Vec<_> = ciphertexts.iter().map(|ciphertext| ciphertext.c1).collect();
	let c2: Vec<_> = ciphertexts.iter().map(|ciphertext| ciphertext.c2.point().unwrap()).collect();
	let set = [3, 1];
	let mut columns = Vec::new();
	let mut pages = Vec::new();
	for j in set {
		let mu = decryption::coefficient(&set, j).unwrap();
		let secret = decryption::share_secret(&mu, &holder(j)).unwrap();
		let share_key = decryption::share_key(&mu, &holder(j).public_element().unwrap()).unwrap();
		let context = Context { prover: j, ..DECRYPT };
		let shares: Vec<_> = c1.iter().map(|base| Encoded::from(&(base.point().unwrap() * secret.scalar()))).collect();
		columns.push(shares.iter().map(|share| share.point().unwrap()).collect::<Vec<_>>());
		// Two pages, of four and two.
		for (start, bases, shares) in [(0, &c1[..4], &shares[..4]), (4, &c1[4..], &shares[4..])] {
			let prover = Prover {
				context: &context,
				list: list_digest,
				total: 6,
				start,
				key: Encoded::from(&share_key),
				bases,
				shares,
			};
			let nonce = Secret::random(&mut rng);
			let trace = prover.prove(secret.scalar(), nonce.scalar());
			let mut page = prover.json(&trace.proof);
			page["mu"] = scalar(&mu);
			page["secret"] = hex(*secret.to_bytes());
			page["nonce"] = hex(*nonce.to_bytes());
			page["seed"] = hex(trace.seed.digest());
			page["weights"] = (0..bases.len() as u32).map(|k| scalar(&trace.seed.weights().get(k))).collect();
			page["x"] = point(&trace.x);
			page["y"] = point(&trace.y);
			page["on-base"] = point(&trace.on_base);
			page["on-x"] = point(&trace.on_x);
			pages.push(page);
			// What the crate's own prover makes is the same up to its nonce.
			let bases = Bases::new(bases.to_vec()).unwrap();
			let statement =
				Statement { context: &context, list_digest, start, total: 6, key: share_key, bases: &bases };
			assert_eq!(equality::prove(&statement, &secret, &mut rng).unwrap().0, shares);
		}
	}
	let messages = decryption::combine(&c2, &columns.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap();
	let rows = table.find_all(&messages);
	assert_eq!(rows, [Some(2), Some(0), Some(1), Some(2), None, None]);
	let made = json!({
		"t": 2, "set": set, "key": hex(Encoded::from(&key).0),
		"holders": ([1, 2, 3].map(|j| json!({ "index": j, "secret": hex(*holder(j).to_bytes()), "V": hex(holder(j).public().0) }))),
		"ciphertexts": ciphertexts.iter().map(|c| json!({ "c1": hex(c.c1.0), "c2": hex(c.c2.0) })).collect::<Vec<_>>(),
		"page size of the list": 4, "list digest": hex(list_digest),
		"pages": pages,
		"messages": messages.iter().map(point).collect::<Vec<_>>(),
		"rows": rows,
	});
	for page in keep("decryption.json", &made)["pages"].as_array().unwrap() {
		assert_eq!(check_page(page), "Ok(())");
	}
}

// ---------------------------------------------------------------------------------------------------------------- refused

/// Every attack: file name, what it does, the kind of input, the input, and the answer.
fn attacks() -> Vec<(&'static str, &'static str, &'static str, Value, &'static str)> {
	let mut all = ballot_attacks();
	all.extend(embedding_attacks());
	all.extend(ceremony_attacks());
	all.extend(decryption_attacks());
	all
}

fn ballot_attacks() -> Vec<(&'static str, &'static str, &'static str, Value, &'static str)> {
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

fn embedding_attacks() -> Vec<(&'static str, &'static str, &'static str, Value, &'static str)> {
	let smallest = Encoded::from(&embed(&row(1)).unwrap());
	let next = (smallest.0[0] / 2 + 1..128)
		.map(|ctr| {
			let mut string = smallest.0;
			string[0] = ctr * 2;
			Encoded(string)
		})
		.find(|string| string.element().is_ok())
		.unwrap();
	let element = |encoded: Encoded| json!({ "element": hex(encoded.0) });
	vec![
		(
			"embedding-second-counter",
			"a marker: an embedding with a counter that is not the smallest",
			"embedding",
			element(next),
			"None",
		),
		("embedding-identity", "the identity", "embedding", element(Encoded::IDENTITY), "None"),
		(
			"embedding-base-point",
			"an element whose last byte is not zero",
			"embedding",
			element(Encoded::from(&BASE_POINT)),
			"None",
		),
	]
}

fn ceremony_attacks() -> Vec<(&'static str, &'static str, &'static str, Value, &'static str)> {
	let Dealt { ceremony, secrets, dealings, mut rng } = dealt(6);
	let case = |dealer: u16, dealing: &Dealing| json!({ "ceremony": ceremony_json(&ceremony), "dealing": dealing_json(dealer, dealing) });
	let with = |dealing: &Dealing, complaint: &Complaint| {
		let mut case = case(complaint.dealer, dealing);
		case["complaint"] = complaint_json(complaint);
		case
	};
	let good = &dealings[0];
	let older = Place { ceremony: 1, ..*ceremony.place() };
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

fn decryption_attacks() -> Vec<(&'static str, &'static str, &'static str, Value, &'static str)> {
	let mut rng = rng(7);
	let secret = Secret::random(&mut rng);
	let other = Secret::random(&mut rng);
	let nonce = Secret::random(&mut rng);
	let bases: Vec<_> = (0..3).map(|_| Secret::random(&mut rng).public()).collect();
	let raised = |secret: &Secret| -> Vec<_> {
		bases.iter().map(|base| Encoded::from(&(base.point().unwrap() * secret.scalar()))).collect()
	};
	let shares = raised(&secret);
	let context = Context { prover: 1, ..DECRYPT };
	let key: Element = secret.public_element().unwrap();
	let honest = Prover {
		context: &context,
		list: [8; 32],
		total: 3,
		start: 0,
		key: Encoded::from(&key),
		bases: &bases,
		shares: &shares,
	};
	let proof = honest.prove(secret.scalar(), nonce.scalar()).proof;
	let good = honest.json(&proof);
	let changed = |change: &dyn Fn(&mut Value)| {
		let mut page = good.clone();
		change(&mut page);
		page
	};
	let theirs = raised(&other);
	let wrong_secret = Prover { shares: &theirs, ..honest };
	let add = |share: &Encoded, times: i8| {
		Encoded::from(&(share.point().unwrap() + BASE_POINT * (if times < 0 { -Scalar::ONE } else { Scalar::ONE })))
	};
	let one_bad = [shares[0], add(&shares[1], 1), shares[2]];
	let one_bad = Prover { shares: &one_bad, ..honest };
	let cancelling = [add(&shares[0], 1), add(&shares[1], -1), shares[2]];
	let cancelling = Prover { shares: &cancelling, ..honest };
	let lie = |prover: &Prover, secret: &Secret| prover.json(&prover.prove(secret.scalar(), nonce.scalar()).proof);
	let mut order = (-Scalar::ONE).to_bytes();
	order[0] += 1;
	let refused = "Err(Equation)";
	vec![
		(
			"shares-wrong-secret",
			"made with another secret; only D1 fails",
			"shares",
			lie(&wrong_secret, &other),
			refused,
		),
		("shares-one-bad", "one bad share among good ones; only D2 fails", "shares", lie(&one_bad, &secret), refused),
		(
			"shares-cancelling-errors",
			"two errors that cancel without weights",
			"shares",
			lie(&cancelling, &secret),
			refused,
		),
		(
			"shares-other-attempt",
			"from another attempt",
			"shares",
			changed(&|page| page["context"]["attempt"] = 1.into()),
			refused,
		),
		(
			"shares-other-trustee",
			"in another trustee's name",
			"shares",
			changed(&|page| page["context"]["prover"] = 2.into()),
			refused,
		),
		(
			"shares-other-election",
			"from another election",
			"shares",
			changed(&|page| page["context"]["election"] = 9.into()),
			refused,
		),
		("shares-other-list", "for another list", "shares", changed(&|page| page["list"] = hex([9; 32])), refused),
		(
			"shares-other-position",
			"for another page of a longer list",
			"shares",
			changed(&|page| (page["start"], page["total"]) = (3.into(), 6.into())),
			refused,
		),
		(
			"shares-beyond-list",
			"a page that reaches beyond its list",
			"shares",
			changed(&|page| page["start"] = 1.into()),
			"Err(Range)",
		),
		(
			"shares-too-few",
			"one share less than bases",
			"shares",
			changed(&|page| drop(page["shares"].as_array_mut().unwrap().pop())),
			"Err(Count)",
		),
		(
			"shares-identity",
			"a share that is the identity",
			"shares",
			changed(&|page| page["shares"][1] = hex([0; 32])),
			"Err(Share(1, Identity))",
		),
		(
			"shares-undecodable",
			"a share that is no element",
			"shares",
			changed(&|page| page["shares"][1] = hex([0xff; 32])),
			"Err(Share(1, Element))",
		),
		(
			"shares-identity-base",
			"a base that is the identity",
			"shares",
			changed(&|page| page["bases"][1] = hex([0; 32])),
			"Bases(Identity)",
		),
		(
			"shares-non-canonical-scalar",
			"a response not less than the group order",
			"shares",
			changed(&|page| page["s"] = hex(order)),
			"Err(Scalar)",
		),
	]
}

#[test]
fn refused() {
	for (name, attack, kind, input, expected) in attacks() {
		let made = json!({ "attack": attack, "kind": kind, "input": input, "expected": expected });
		let kept = keep(&format!("refused/{name}.json"), &made);
		let answer = match kept["kind"].as_str().unwrap() {
			"ballot" => check_ballot(&kept["input"]),
			"embedding" => format!("{:?}", decode_encoded(&encoded(&kept["input"]["element"]))),
			"ceremony" => check_ceremony(&kept["input"]),
			_ => check_page(&kept["input"]),
		};
		assert_eq!(answer, kept["expected"].as_str().unwrap(), "{name}: {attack}");
	}
}

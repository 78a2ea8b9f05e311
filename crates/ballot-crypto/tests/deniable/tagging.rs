//! tagging.json: both lists of a small election tagged, opened and matched; attacks on pages of tag shares. Seeds 23
//! and 24.

use crate::files::{
	array, context_json, encoded, hex, keep, list, number, pair, point, read_context, read_pair, read_scalar, refuse,
	rng, scalar, Attack,
};
use ballot_crypto::{
	context::step,
	decryption::{coefficient, share_key, share_secret},
	equality::{self, Bases, Proof},
	hash_to_element,
	matching::{BallotVerdict, Matching, Tag},
	tagging::{self, Page, Statement},
	transcript::ListDigest,
	Ciphertext, Context, Encoded, EncodedScalar, RistrettoPoint, Scalar, Secret, Transcript, BASE_POINT,
};
use serde_json::{json, Value};
use std::collections::BTreeMap;

const PLACE: Context =
	Context { genesis: [1; 32], election: 2, unit: 3, contest: 0, step: step::TAG_BALLOTS, prover: 1, attempt: 0 };

fn page_json(
	context: &Context,
	list: [u8; 32],
	(start, total): (u32, u32),
	key: &Encoded,
	(page, shares): (&[Ciphertext], &[Ciphertext]),
	proof: &Proof,
) -> Value {
	json!({
		"context": context_json(context), "list": hex(list), "start": start, "total": total, "key": hex(key.0),
		"credentials": page.iter().map(pair).collect::<Vec<_>>(),
		"shares": shares.iter().map(pair).collect::<Vec<_>>(),
		"e": hex(proof.e.0), "s": hex(proof.s.0),
	})
}

fn check(value: &Value) -> String {
	let context = read_context(&value["context"]);
	let page = match Page::new(&list(&value["credentials"], read_pair)) {
		Ok(page) => page,
		Err(why) => return format!("Page({why:?})"),
	};
	let statement = Statement {
		context: &context,
		list_digest: array(&value["list"]),
		start: number(&value["start"]),
		total: number(&value["total"]),
		key: encoded(&value["key"]).element().unwrap(),
		page: &page,
	};
	let proof = Proof { e: read_scalar(&value["e"]), s: read_scalar(&value["s"]) };
	format!("{:?}", tagging::verify(&statement, &list(&value["shares"], read_pair), &proof))
}

/// Three trustees of whom two suffice, with one polynomial for each key.
struct Trustees {
	z: [Secret; 2],
	r: [Secret; 2],
}

impl Trustees {
	fn share(polynomial: &[Secret; 2], j: u16) -> Secret {
		Secret::try_from(polynomial[0].scalar() + polynomial[1].scalar() * Scalar::from(j)).unwrap()
	}
}

/// A list tagged by one set and opened by another, in pages of two entries.
fn tagged(
	trustees: &Trustees,
	credentials: &[Ciphertext],
	steps: [u8; 2],
	sets: [[u16; 2]; 2],
	rng: &mut rand_chacha::ChaCha20Rng,
) -> (Value, Vec<Option<Tag>>) {
	let total = credentials.len() as u32;
	let digest = ListDigest::of(credentials, 2);
	let mut pages = Vec::new();
	let mut columns = Vec::new();
	for i in sets[0] {
		let lambda = coefficient(&sets[0], i).unwrap();
		let share = Trustees::share(&trustees.z, i);
		let secret = share_secret(&lambda, &share).unwrap();
		let key = share_key(&lambda, &share.public_element().unwrap()).unwrap();
		let context = Context { step: steps[0], prover: i, ..PLACE };
		let mut column = Vec::new();
		for (start, part) in (0..).step_by(2).zip(credentials.chunks(2)) {
			let page = Page::new(part).unwrap();
			let statement = Statement { context: &context, list_digest: digest, start, total, key, page: &page };
			let (shares, proof) = tagging::prove(&statement, &secret, rng).unwrap();
			column.extend(tagging::verify_and_decode(&statement, &shares, &proof).unwrap());
			pages.push(page_json(&context, digest, (start, total), &Encoded::from(&key), (part, &shares), &proof));
		}
		columns.push(column);
	}
	let encrypted = tagging::add(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap();
	let encoded: Vec<Ciphertext> = encrypted.iter().map(|one| one.encode()).collect();
	let digest = ListDigest::of(&encoded, 2);
	let w: Vec<Encoded> = encoded.iter().map(|one| one.c1).collect();
	let mut openings = Vec::new();
	let mut columns = Vec::new();
	for j in sets[1] {
		let mu = coefficient(&sets[1], j).unwrap();
		let share = Trustees::share(&trustees.r, j);
		let key = share_key(&mu, &share.public_element().unwrap()).unwrap();
		let context = Context { step: steps[1], prover: j, ..PLACE };
		let bases = Bases::new(w.clone()).unwrap();
		let statement =
			equality::Statement { context: &context, list_digest: digest, start: 0, total, key, bases: &bases };
		let (shares, proof) = equality::prove(&statement, &share_secret(&mu, &share).unwrap(), rng).unwrap();
		columns.push(equality::verify_and_decode(&statement, &shares, &proof).unwrap());
		openings.push(json!({
			"context": context_json(&context), "list": hex(digest), "total": total, "start": 0,
			"key": hex(Encoded::from(&key).0),
			"bases": w.iter().map(|base| hex(base.0)).collect::<Vec<_>>(),
			"shares": shares.iter().map(|share| hex(share.0)).collect::<Vec<_>>(),
			"e": hex(proof.e.0), "s": hex(proof.s.0),
		}));
	}
	let c2: Vec<RistrettoPoint> = encrypted.iter().map(|one| one.c2).collect();
	let tags = tagging::open(&c2, &columns.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap();
	let value = json!({
		"credentials": credentials.iter().map(pair).collect::<Vec<_>>(),
		"S": sets[0], "S'": sets[1],
		"tag shares": pages,
		"encrypted tags": encoded.iter().map(pair).collect::<Vec<_>>(),
		"digest of the encrypted tags": hex(digest),
		"decryption shares": openings,
		"tags": tags.iter().map(|tag| tag.map(|tag| hex(tag.encoded().0))).collect::<Vec<_>>(),
	});
	(value, tags)
}

#[test]
fn known_answers() {
	let mut rng = rng(23);
	let [z0, z1, r0, r1] = [(); 4].map(|()| Secret::random(&mut rng));
	let trustees = Trustees { z: [z0, z1], r: [r0, r1] };
	let roll_key = trustees.r[0].public_element().unwrap();
	let mut encrypt =
		|message: &RistrettoPoint| Ciphertext::encrypt(message, &roll_key, Secret::random(&mut rng).scalar());
	let credential = |n: u8| hash_to_element("dobush/v1/test/credential", &n);
	let roll = [1, 2, 3].map(|n| encrypt(&credential(n)));
	// A fake, one of the roll, the identity, that one of the roll again, and another of the roll.
	let ballots = [
		encrypt(&credential(9)),
		encrypt(&credential(2)),
		encrypt(&RistrettoPoint::default()),
		encrypt(&credential(2)),
		encrypt(&credential(1)),
	];
	let (roll, roll_tags) = tagged(&trustees, &roll, [step::TAG_ROLL, step::OPEN_ROLL], [[1, 2], [2, 3]], &mut rng);
	let (ballots, ballot_tags) =
		tagged(&trustees, &ballots, [step::TAG_BALLOTS, step::OPEN_BALLOTS], [[1, 2], [3, 1]], &mut rng);
	let mut kept = BTreeMap::new();
	let mut matching = Matching::new(3, 5);
	assert_eq!(matching.roll(&roll_tags, &mut kept), Ok(vec![]));
	let verdicts = matching.ballots(&ballot_tags, &mut kept).unwrap();
	use BallotVerdict::*;
	assert_eq!(verdicts, [Dropped, Counts, Dropped, Repeated, Counts]);
	let holders = |polynomial: &[Secret; 2]| {
		[1, 2, 3].map(|j| {
			let share = Trustees::share(polynomial, j);
			json!({ "index": j, "secret": hex(*share.to_bytes()), "V": hex(share.public().0) })
		})
	};
	let made = json!({
		"command": "DOBUSH_WRITE_VECTORS=1 cargo test -p ballot-crypto --test deniable",
		"protocol": "docs/protocol/a3-decryption.md",
		"page size of the lists": 2,
		"tagging key": { "z": scalar(trustees.z[0].scalar()), "Z": hex(trustees.z[0].public().0), "holders": holders(&trustees.z) },
		"roll key": { "R": hex(trustees.r[0].public().0), "holders": holders(&trustees.r) },
		"credentials 1, 2, 3": ([1, 2, 3].map(|n| point(&credential(n)))),
		"roll": roll,
		"ballots": ballots,
		"verdicts": verdicts.iter().map(|verdict| format!("{verdict:?}")).collect::<Vec<_>>(),
		"counted": matching.finish(),
	});
	let kept = keep("tagging.json", &made);
	for of in ["roll", "ballots"] {
		for page in kept[of]["tag shares"].as_array().unwrap() {
			assert_eq!(check(page), "Ok(())");
		}
	}
}

/// A page of shares with the proof that somebody insists on who answers with `secret`; A3.1.
fn insist(context: &Context, key: &Encoded, page: &[Ciphertext], shares: &[Ciphertext], secret: &Scalar) -> Value {
	let flat = |list: &[Ciphertext]| -> Vec<Encoded> { list.iter().flat_map(|one| [one.c1, one.c2]).collect() };
	let (bases, both) = (flat(page), flat(shares));
	let seed = Transcript::new("dobush/v1/shares", context)
		.with("list", &[8u8; 32])
		.with("total", &12u32)
		.with("start", &4u32)
		.with("count", &(bases.len() as u32))
		.with("key", key)
		.with("bases", &bases)
		.with("shares", &both);
	let sum = |points: &[Encoded]| -> RistrettoPoint {
		(0..).zip(points).map(|(k, point)| point.point().unwrap() * seed.weights().get(k)).sum()
	};
	let (x, y, nonce) = (sum(&bases), sum(&both), Scalar::from(1_234_567u64));
	let e = seed
		.with("x", &Encoded::from(&x))
		.with("y", &Encoded::from(&y))
		.with("on-base", &Encoded::from(&(BASE_POINT * nonce)))
		.with("on-x", &Encoded::from(&(x * nonce)))
		.challenge("e");
	let proof = Proof { e: EncodedScalar::from(&e), s: EncodedScalar::from(&(nonce + e * secret)) };
	page_json(context, [8; 32], (2, 6), key, (page, shares), &proof)
}

fn attacks() -> Vec<Attack> {
	let mut rng = rng(24);
	let (secret, other, roll_key) = (Secret::random(&mut rng), Secret::random(&mut rng), Secret::random(&mut rng));
	let (key, roll_key) = (secret.public(), roll_key.public_element().unwrap());
	let page: Vec<Ciphertext> = (1..=3u64)
		.map(|n| Ciphertext::encrypt(&(BASE_POINT * Scalar::from(n)), &roll_key, Secret::random(&mut rng).scalar()))
		.collect();
	let raise = |point: &Encoded, by: &Secret| Encoded::from(&(point.point().unwrap() * by.scalar()));
	let raised = |by: [&Secret; 2]| -> Vec<Ciphertext> {
		page.iter().map(|one| Ciphertext { c1: raise(&one.c1, by[0]), c2: raise(&one.c2, by[1]) }).collect()
	};
	let shares = raised([&secret; 2]);
	let lie = |shares: &[Ciphertext], with: &Secret| insist(&PLACE, &key, &page, shares, with.scalar());
	let good = lie(&shares, &secret);
	assert_eq!(check(&good), "Ok(())");
	let changed = |change: &dyn Fn(&mut Value)| {
		let mut page = good.clone();
		change(&mut page);
		page
	};
	let add = |point: &Encoded, what: RistrettoPoint| Encoded::from(&(point.point().unwrap() + what));
	let mut one_bad = shares.clone();
	one_bad[1].c2 = add(&one_bad[1].c2, BASE_POINT);
	let mut cancelling = shares.clone();
	cancelling[0].c1 = add(&cancelling[0].c1, BASE_POINT);
	cancelling[0].c2 = add(&cancelling[0].c2, -BASE_POINT);
	let mut exchanged = shares.clone();
	(exchanged[0].c1, exchanged[0].c2) = (exchanged[0].c2, exchanged[0].c1);
	let refused = "Err(Equation)";
	vec![
		("wrong-secret", "raised with another secret; only D1 fails", lie(&raised([&other; 2]), &other), refused),
		(
			"one-column",
			"the second column raised with another secret: tags that match nothing",
			lie(&raised([&secret, &other]), &secret),
			refused,
		),
		("one-bad", "one bad half among good ones", lie(&one_bad, &secret), refused),
		(
			"cancelling-errors",
			"errors in the halves of one share that cancel without weights",
			lie(&cancelling, &secret),
			refused,
		),
		("exchanged-halves", "the two halves of one share exchanged", lie(&exchanged, &secret), refused),
		(
			"other-election",
			"tag shares of another election",
			changed(&|page| page["context"]["election"] = 9.into()),
			refused,
		),
		("other-unit", "of another counting unit", changed(&|page| page["context"]["unit"] = 9.into()), refused),
		(
			"other-step",
			"of the ballots, for the roll",
			changed(&|page| page["context"]["step"] = step::TAG_ROLL.into()),
			refused,
		),
		("other-attempt", "from another attempt", changed(&|page| page["context"]["attempt"] = 1.into()), refused),
		("other-trustee", "in another trustee's name", changed(&|page| page["context"]["prover"] = 2.into()), refused),
		("other-list", "for another list", changed(&|page| page["list"] = hex([9; 32])), refused),
		("other-page", "for another page of its list", changed(&|page| page["start"] = 3.into()), refused),
		("other-key", "against another verification share", changed(&|page| page["key"] = point(&BASE_POINT)), refused),
		("beyond-list", "a page that reaches beyond its list", changed(&|page| page["start"] = 4.into()), "Err(Range)"),
		(
			"too-few",
			"one share less than entries",
			changed(&|page| drop(page["shares"].as_array_mut().unwrap().pop())),
			"Err(Count)",
		),
		(
			"identity",
			"a share whose second half is the identity",
			changed(&|page| page["shares"][1][1] = hex([0; 32])),
			"Err(Share(3, Identity))",
		),
		(
			"first-list",
			"credentials that nobody has mixed: c1 = 0",
			changed(&|page| page["credentials"][0][0] = hex([0; 32])),
			"Page(Identity)",
		),
	]
}

#[test]
fn refused() {
	refuse("tags", attacks(), check);
}

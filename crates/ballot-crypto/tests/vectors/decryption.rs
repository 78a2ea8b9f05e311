//! Pages of decryption shares, and the selections that come out.

use crate::files::{
	array, context_json, encoded, hex, keep, list, number, point, read_context, rng, row, scalar, Attack,
};
use ballot_crypto::{
	context::step,
	decryption,
	embedding::Table,
	equality::{self, Bases, Proof, Statement},
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded, EncodedScalar, RistrettoPoint, Scalar, Secret, Transcript, BASE_POINT,
};
use serde_json::{json, Value};

/// A prover of pages of shares who may lie: written from A2, not from the code it tests.
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

pub(crate) fn check_page(value: &Value) -> String {
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

pub(crate) fn decryption_attacks() -> Vec<Attack> {
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

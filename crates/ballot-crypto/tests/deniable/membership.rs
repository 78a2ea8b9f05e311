//! membership.json, and attacks on the proof of A7. Seeds 20 to 22.

use crate::{
	files::{
		encoded, hex, keep, list, pair, point, read_ballot_context, read_pair, read_scalar, refuse, rng, row, scalar,
		Attack,
	},
	liar::{transcript, Liar},
};
use ballot_crypto::{
	embedding::{embed, Table},
	knowledge::{encrypt_selection, BallotContext},
	membership::{prove, verify, verify_batch, Ballot, Proof, ProofRound, Selections, Statement},
	Ciphertext, Context, Encoded, EncodedScalar, RistrettoPoint, Scalar, Secret, Transcript, BASE_POINT,
};
use parity_scale_codec::Encode;
use serde_json::{json, Value};

fn context(key: Encoded) -> BallotContext {
	let (booth, credential) = (Some([5; 32]), [6; 32]);
	BallotContext { genesis: [1; 32], election: 2, unit: 3, contest: 4, key, booth, credential, slot: 0 }
}

fn table(options: u16) -> (Table, Selections, Vec<RistrettoPoint>) {
	let table = Table::new(&(0..options).map(row).collect::<Vec<_>>()).unwrap();
	let points = (0..table.len()).map(|row| *table.element(row).unwrap().point()).collect();
	let selections = Selections::of(&table);
	(table, selections, points)
}

fn round_json(round: &ProofRound) -> Value {
	let ProofRound { g, h, b, d, f, za, zb } = round;
	json!({
		"g": hex(g.0), "h": hex(h.0), "b": hex(b.0), "d": pair(d), "f": hex(f.0), "za": hex(za.0), "zb": hex(zb.0),
	})
}

fn input_json(context: &BallotContext, table: &[RistrettoPoint], ciphertext: &Ciphertext, proof: &Proof) -> Value {
	let BallotContext { genesis, election, unit, contest, key, booth, credential, slot } = context;
	let mut input = json!({
		"genesis": hex(genesis), "election": election, "unit": unit, "contest": contest, "key": hex(key.0),
		"booth": booth.map(hex), "credential": hex(credential),
		"table": table.iter().map(point).collect::<Vec<_>>(),
		"ciphertext": pair(ciphertext),
		"rounds": proof.rounds.iter().map(round_json).collect::<Vec<_>>(),
		"zd": hex(proof.zd.0),
	});
	if *slot != 0 {
		input["slot"] = (*slot).into();
	}
	input
}

struct Input {
	context: BallotContext,
	selections: Selections,
	ciphertext: Ciphertext,
	proof: Proof,
}

fn read(value: &Value) -> Input {
	let round = |round: &Value| ProofRound {
		g: encoded(&round["g"]),
		h: encoded(&round["h"]),
		b: encoded(&round["b"]),
		d: read_pair(&round["d"]),
		f: read_scalar(&round["f"]),
		za: read_scalar(&round["za"]),
		zb: read_scalar(&round["zb"]),
	};
	Input {
		context: read_ballot_context(value),
		selections: Selections::from_encoded(&list(&value["table"], encoded)).unwrap(),
		ciphertext: read_pair(&value["ciphertext"]),
		proof: Proof { rounds: list(&value["rounds"], round), zd: read_scalar(&value["zd"]) },
	}
}

fn check(value: &Value) -> String {
	let Input { context, selections, ciphertext, proof } = read(value);
	let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
	format!("{:?}", verify(&statement, &proof))
}

/// The transcript after the responses, in the words of A7.4.
fn answered(mut transcript: Transcript, proof: &Proof) -> Transcript {
	for ProofRound { f, za, zb, .. } in &proof.rounds {
		transcript = transcript.with("f", f).with("za", za).with("zb", zb);
	}
	transcript.with("zd", &proof.zd)
}

#[test]
fn known_answers() {
	let mut rng = rng(20);
	let key = Secret::random(&mut rng).public();
	let mut cases = Vec::new();
	let mut states = Vec::new();
	// Twice a ballot of the same contest, one of a table with a single row, and one of a slot behind the first.
	for (options, index, credential, slot) in [(5, 2, 6, 0), (5, 4, 7, 0), (1, 0, 8, 0), (3, 1, 9, 2)] {
		let (table, selections, points) = table(options);
		let context = BallotContext { credential: [credential; 32], slot, ..context(key) };
		let selection = table.select(index).unwrap();
		let (ciphertext, _, secret) = encrypt_selection(&context, &selection, &mut rng).unwrap();
		let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
		let proof = prove(&statement, index, &secret, &mut rng).unwrap();
		let committed = transcript(&context, &selections.digest(), &ciphertext, &proof.rounds);
		let state = answered(committed, &proof).digest();
		states.push(state);
		let mut case = input_json(&context, &points, &ciphertext, &proof);
		case["row"] = index.into();
		case["r"] = hex(secret.open().0 .0);
		case["table digest"] = hex(selections.digest());
		case["x"] = scalar(&committed.challenge("x"));
		case["state"] = hex(state);
		case["scale"] = hex(proof.encode());
		cases.push(case);
	}
	let nowhere = Context { genesis: [0; 32], election: 0, unit: 0, contest: 0, step: 0, prover: 0, attempt: 0 };
	let seed = Transcript::new("dobush/v1/membership/batch", &nowhere).with("states", &states[..2]);
	let made = json!({
		"command": "DOBUSH_WRITE_VECTORS=1 cargo test -p ballot-crypto --test deniable",
		"protocol": "docs/protocol/a7-membership.md",
		"cases": cases,
		"batch": { "cases": [0, 1], "seed": hex(seed.digest()), "weights": ([0, 7, 8, 15].map(|k| json!({
			"k": k, "weight": scalar(&seed.weights().get(k)),
		}))) },
	});
	let kept = keep("membership.json", &made);
	let inputs: Vec<Input> = kept["cases"].as_array().unwrap().iter().map(read).collect();
	for (case, input) in kept["cases"].as_array().unwrap().iter().zip(&inputs) {
		assert_eq!(check(case), "Ok(())");
		assert_eq!(hex(input.proof.encode()), case["scale"]);
		assert_eq!(hex(input.selections.digest()), case["table digest"]);
	}
	let ballots: Vec<_> = inputs[..2]
		.iter()
		.map(|Input { context, ciphertext, proof, .. }| Ballot { context, ciphertext, proof })
		.collect();
	assert_eq!(verify_batch(&inputs[0].selections, &key.element().unwrap(), &ballots), Ok(()));
}

fn attacks() -> Vec<Attack> {
	let (_, selections, points) = table(6);
	let context = context(Secret::random(&mut rng(21)).public());
	let liar = || Liar::new(3, 4, 22);
	let lie = |liar: &Liar, ciphertext: &Ciphertext| {
		let statement = Statement { context: &context, selections: &selections, ciphertext };
		input_json(&context, &points, ciphertext, &liar.prove(&statement, &points))
	};
	let holding = |message: &RistrettoPoint| lie(&liar(), &liar().encrypt(message, &context));
	let smallest = Encoded::from(&points[4]);
	let second = (smallest.0[0] / 2 + 1..128)
		.find_map(|counter| {
			let mut string = smallest.0;
			string[0] = 2 * counter;
			Encoded(string).element().ok()
		})
		.unwrap();
	let with_bit = |bit: u64, committed: u64| {
		let mut liar = liar();
		(liar.bits[0], liar.committed[0]) = (Scalar::from(bit), Scalar::from(committed));
		lie(&liar, &liar.encrypt(&liar.message(&points), &context))
	};
	let good = holding(&points[4]);
	assert_eq!(check(&good), "Ok(())");
	let genuine = read(&good);
	let halves = genuine.ciphertext.decode_points().unwrap();
	let shifted = Ciphertext { c1: Encoded::from(&(halves.c1 + BASE_POINT)), ..genuine.ciphertext };
	let again = halves.re_encrypt(&context.key.element().unwrap(), &Scalar::from(2u64)).encode();
	let changed = |change: &dyn Fn(&mut Value)| {
		let mut input = good.clone();
		change(&mut input);
		input
	};
	let mut order = (-Scalar::ONE).to_bytes();
	order[0] += 1;
	let one_more = EncodedScalar::from(&(genuine.proof.zd.scalar().unwrap() + Scalar::ONE));
	let moved = "Err(Fails(M1(1)))";
	vec![
		("out-of-table", "a marker: any element that is not in the table", holding(&BASE_POINT), "Err(Fails(M4))"),
		(
			"other-selection",
			"thirty bytes that embed well and are no row",
			holding(embed(&[7; 30]).unwrap().point()),
			"Err(Fails(M4))",
		),
		(
			"second-counter",
			"a marker: a row's bytes with a counter that is not the smallest",
			holding(second.point()),
			"Err(Fails(M4))",
		),
		("other-row", "another row of the table than the one shown", holding(&points[3]), "Err(Fails(M4))"),
		(
			"bit-of-two",
			"a bit that is 2, committed to: the message is 2 M_5 - M_4",
			with_bit(2, 2),
			"Err(Fails(M2(1)))",
		),
		(
			"uncommitted-bit",
			"a bit that is 2 and was committed to as 0: the message is 2 M_5 - M_4",
			with_bit(2, 0),
			"Err(Fails(M1(1)))",
		),
		("shifted-c1", "c1 + B: no two halves of one encryption", lie(&liar(), &shifted), "Err(Fails(M3))"),
		(
			"identity-c1",
			"c1 = 0: a vote in the open",
			changed(&|input| input["ciphertext"][0] = hex([0; 32])),
			"Err(Ciphertext(Identity))",
		),
		(
			"undecodable-c2",
			"c2 is no element",
			changed(&|input| input["ciphertext"][1] = hex([0xff; 32])),
			"Err(Ciphertext(Element))",
		),
		(
			"re-randomised",
			"the same selection encrypted again, the proof kept",
			changed(&|input| input["ciphertext"] = pair(&again)),
			moved,
		),
		("copied", "copied by another credential", changed(&|input| input["credential"] = hex([9; 32])), moved),
		("other-genesis", "moved to another chain", changed(&|input| input["genesis"] = hex([9; 32])), moved),
		("other-election", "replayed in another election", changed(&|input| input["election"] = 9.into()), moved),
		("other-unit", "moved to another counting unit", changed(&|input| input["unit"] = 9.into()), moved),
		("other-contest", "moved to another contest", changed(&|input| input["contest"] = 9.into()), moved),
		("other-slot", "moved to another table slot", changed(&|input| input["slot"] = 9.into()), moved),
		("other-booth", "presented with another booth", changed(&|input| input["booth"] = hex([9; 32])), moved),
		("other-key", "presented under another vote key", changed(&|input| input["key"] = point(&BASE_POINT)), moved),
		(
			"other-table",
			"presented with another table of the same size",
			changed(&|input| input["table"][0] = point(&BASE_POINT)),
			moved,
		),
		(
			"missing-round",
			"one round less than the table has bits",
			changed(&|input| drop(input["rounds"].as_array_mut().unwrap().pop())),
			"Err(Rounds)",
		),
		(
			"identity-commitment",
			"a commitment that is the identity",
			changed(&|input| input["rounds"][2]["h"] = hex([0; 32])),
			"Err(Element(Identity))",
		),
		(
			"non-canonical-scalar",
			"a response not less than the group order",
			changed(&|input| input["rounds"][1]["f"] = hex(order)),
			"Err(Scalar)",
		),
		("altered-zd", "zd + 1", changed(&|input| input["zd"] = hex(one_more.0)), "Err(Fails(M3))"),
	]
}

#[test]
fn refused() {
	refuse("membership", attacks(), check);
}

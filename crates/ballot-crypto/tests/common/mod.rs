//! Reading and writing the files of vectors and attacks, and what several of them contain.
#![allow(dead_code)] // each test program uses a part of it

use ballot_crypto::{ceremony::Dealing, knowledge::BallotContext, Context, Encoded, RistrettoPoint, Scalar};
use parity_scale_codec::Encode;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use serde_json::{json, Value};
use std::{fs, path::PathBuf};

/// One option, as docs/rules.md writes it.
pub fn row(index: u16) -> [u8; 30] {
	let mut bytes = [0; 30];
	bytes[0] = 1;
	bytes[1..3].copy_from_slice(&index.to_be_bytes());
	bytes
}

pub fn rng(seed: u8) -> ChaCha20Rng {
	ChaCha20Rng::from_seed([seed; 32])
}

/// Compares with the file, or writes it if asked to. Returns what the file says.
pub fn keep(name: &str, made: &Value) -> Value {
	let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name);
	let text = serde_json::to_string_pretty(made).unwrap() + "\n";
	if std::env::var_os("DOBUSH_WRITE_VECTORS").is_some() {
		fs::write(&path, &text).unwrap();
	}
	let kept = fs::read_to_string(&path).unwrap_or_default();
	assert_eq!(kept, text, "{name} differs; if that is meant, DOBUSH_WRITE_VECTORS=1 and say so in the changelog");
	serde_json::from_str(&kept).unwrap()
}

pub fn hex(bytes: impl AsRef<[u8]>) -> Value {
	hex::encode(bytes).into()
}

pub fn point(point: &RistrettoPoint) -> Value {
	hex(Encoded::from(point).0)
}

pub fn scalar(scalar: &Scalar) -> Value {
	hex(scalar.to_bytes())
}

pub fn array<const N: usize>(value: &Value) -> [u8; N] {
	hex::decode(value.as_str().unwrap()).unwrap().try_into().unwrap()
}

pub fn encoded(value: &Value) -> Encoded {
	Encoded(array(value))
}

pub fn number<T: TryFrom<u64>>(value: &Value) -> T {
	T::try_from(value.as_u64().unwrap()).ok().unwrap()
}

pub fn list<T>(value: &Value, read: impl Fn(&Value) -> T) -> Vec<T> {
	value.as_array().unwrap().iter().map(read).collect()
}

pub fn context_json(context: &Context) -> Value {
	let Context { genesis, election, unit, contest, step, prover, attempt } = context;
	json!({
		"genesis": hex(genesis), "election": election, "unit": unit, "contest": contest,
		"step": step, "prover": prover, "attempt": attempt,
	})
}

pub fn read_context(value: &Value) -> Context {
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

/// Where a ballot belongs; the number of the slot is left out where it is 0.
pub fn read_ballot_context(value: &Value) -> BallotContext {
	BallotContext {
		genesis: array(&value["genesis"]),
		election: number(&value["election"]),
		unit: number(&value["unit"]),
		contest: number(&value["contest"]),
		key: encoded(&value["key"]),
		booth: value["booth"].is_string().then(|| array(&value["booth"])),
		credential: array(&value["credential"]),
		slot: if value["slot"].is_number() { number(&value["slot"]) } else { 0 },
	}
}

/// A dealing by its fields and as one string.
pub fn dealing_json(dealer: u16, dealing: &Dealing) -> Value {
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

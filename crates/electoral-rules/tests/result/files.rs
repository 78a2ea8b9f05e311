//! A result as a file: values as JSON and their bytes.

use electoral_rules::{
	result::{empty_result, outcome_bytes, ContestResult},
	DecideError, Filled, LotNeeded, Outcome, Votes,
};
use parity_scale_codec::Encode;
use serde_json::{json, Value};
use std::{fs, path::PathBuf};

pub type Decided = Result<Outcome, DecideError>;

/// What a contest adds to a result, as values.
pub struct Contest {
	pub contest: u8,
	pub votes: Votes,
	pub decided: Decided,
	/// For each region; none unless voters mark candidates of a list.
	pub marks: Vec<Vec<u64>>,
	pub members: Vec<(u16, Result<Filled, LotNeeded>)>,
}

pub struct Election {
	pub election: u32,
	pub contests: Vec<Contest>,
}

impl Contest {
	pub fn outcome_bytes(&self) -> Vec<u8> {
		outcome_bytes(self.decided.clone())
	}

	fn after(&self, before: &[u8; 32]) -> [u8; 32] {
		let (outcome, marks, members) = (self.outcome_bytes(), joined(&self.marks), joined(&self.members));
		let Self { contest, votes, .. } = self;
		ContestResult { contest: *contest, votes, outcome: &outcome, marks: &marks, members: &members }.after(before)
	}

	fn json(&self) -> Value {
		let members = |(list, filled): &(u16, Result<Filled, LotNeeded>)| json!({ "list": list, "filled": filled });
		let mut made = json!({
			"contest": self.contest,
			"votes": self.votes, "votes scale": hex(&self.votes.encode()),
			"outcome": self.decided,
			"marks": self.marks, "marks scale": hex(&joined(&self.marks)),
			"members": self.members.iter().map(members).collect::<Vec<_>>(), "members scale": hex(&joined(&self.members)),
		});
		let outcome = self.outcome_bytes();
		match &self.decided {
			// Too long to be written down: all steps are the same.
			Ok(Outcome { working, .. }) if working.len() > 1000 => {
				assert!(working.iter().all(|step| *step == working[0]));
				made["outcome"]["Ok"]["working"] = json!({ "times": working.len(), "step": working[0] });
				made["bytes of the outcome"] = outcome.len().into();
			}
			_ => made["outcome scale"] = hex(&outcome),
		}
		made
	}

	fn read(value: &Value) -> Self {
		let mut decided = value["outcome"].clone();
		if let Some(times) = decided["Ok"]["working"]["times"].as_u64() {
			let step = decided["Ok"]["working"]["step"].clone();
			decided["Ok"]["working"] = vec![step; times as usize].into();
		}
		let member = |one: &Value| (read(&one["list"]), read(&one["filled"]));
		Self {
			contest: read(&value["contest"]),
			votes: read(&value["votes"]),
			decided: read(&decided),
			marks: read(&value["marks"]),
			members: value["members"].as_array().unwrap().iter().map(member).collect(),
		}
	}
}

impl Election {
	/// The digest before the first contest and after each.
	fn digests(&self) -> Vec<[u8; 32]> {
		let mut digests = vec![empty_result(self.election)];
		for contest in &self.contests {
			digests.push(contest.after(digests.last().unwrap()));
		}
		digests
	}

	pub fn digest(&self) -> [u8; 32] {
		*self.digests().last().unwrap()
	}

	/// With the digests in between.
	pub fn json(&self) -> Value {
		let mut made = self.claiming(&self.digest());
		made["digests"] = self.digests().iter().map(|digest| hex(digest)).collect::<Vec<_>>().into();
		made
	}

	/// As somebody shows it who says that this is its digest.
	pub fn claiming(&self, digest: &[u8; 32]) -> Value {
		let contests = self.contests.iter().map(Contest::json).collect::<Vec<_>>();
		json!({ "election": self.election, "contests": contests, "digest": hex(digest) })
	}
}

/// What the chain says to a certificate of the digest if the result is this one.
pub fn answer(value: &Value) -> &'static str {
	let contests = value["contests"].as_array().unwrap().iter().map(Contest::read).collect();
	let election = Election { election: read(&value["election"]), contests };
	if hex(&election.digest()) == value["digest"] {
		"Ok(())"
	} else {
		"Err(WrongResult)"
	}
}

fn read<T: serde::de::DeserializeOwned>(value: &Value) -> T {
	serde_json::from_value(value.clone()).unwrap()
}

fn joined<T: Encode>(items: &[T]) -> Vec<u8> {
	items.iter().flat_map(Encode::encode).collect()
}

pub fn hex(bytes: &[u8]) -> Value {
	hex::encode(bytes).into()
}

/// Compares with the file, or writes it if asked to. Returns what the file says.
pub fn keep(name: &str, made: &Value) -> Value {
	let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ballot-crypto/vectors").join(name);
	let text = text(made, 0) + "\n";
	if std::env::var_os("DOBUSH_WRITE_VECTORS").is_some() {
		fs::write(&path, &text).unwrap();
	}
	let kept = fs::read_to_string(&path).unwrap_or_default();
	assert!(kept == text, "{name} differs; if that is meant, DOBUSH_WRITE_VECTORS=1 and say so in the changelog");
	serde_json::from_str(&kept).unwrap()
}

/// JSON with a line for what fits into one: a step of a working, or the votes of a region.
fn text(value: &Value, depth: usize) -> String {
	let line = serde_json::to_string(value).unwrap();
	let indent = "  ".repeat(depth + 1);
	let parts: Vec<_> = match value {
		_ if line.len() + indent.len() <= 150 => return line,
		Value::Array(items) if items.iter().all(Value::is_number) => return line,
		Value::Array(items) => items.iter().map(|item| text(item, depth + 1)).collect(),
		Value::Object(fields) => {
			fields.iter().map(|(name, field)| format!("{}: {}", Value::from(&**name), text(field, depth + 1))).collect()
		}
		_ => return line,
	};
	let (open, close) = if value.is_array() { ('[', ']') } else { ('{', '}') };
	format!("{open}\n{indent}{}\n{}{close}", parts.join(&format!(",\n{indent}")), "  ".repeat(depth))
}

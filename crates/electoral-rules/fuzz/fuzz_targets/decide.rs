//! A rule as it comes in an announcement, and any votes: refused with a reason or decided, never a panic, never more seats
//! than there are, and every step of the working can be printed.
#![no_main]

use electoral_rules::{decide_with, laws, Facts, ListRule, Method, OptionKind, RegionVotes, Rule, Verdict, Votes};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::{Decode, Encode};
use std::sync::OnceLock;

const MOST_OPTIONS: usize = 40;
const MOST_REGIONS: u8 = 6;

/// Rules that hold together, encoded.
fn rules() -> &'static [Vec<u8>] {
	static RULES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
	RULES.get_or_init(|| {
		let lists = |method| Rule::Lists(ListRule::new(20, method));
		[
			laws::kg_2020::parliament(),
			laws::kg_2021::lists(),
			laws::kg_2021::district(),
			laws::kg_2021::referendum(),
			Rule::TwoRounds(laws::kg_2021::president()),
			laws::kg_2025::district(),
			lists(Method::Imperiali),
			lists(Method::HagenbachBischoffRounded),
			lists(Method::DHondt),
		]
		.iter()
		.map(Encode::encode)
		.collect()
	})
}

/// A rule's bytes after the edits that the fuzzer asks for, four bytes each: where (two), how, and a byte.
fn edited(genuine: &[u8], edits: &[u8]) -> Vec<u8> {
	let mut bytes = genuine.to_vec();
	for edit in edits.chunks_exact(4) {
		let at = usize::from(u16::from_le_bytes([edit[0], edit[1]])) % (bytes.len() + 1);
		match edit[2] % 3 {
			0 if at < bytes.len() => bytes[at] = edit[3],
			1 if at < bytes.len() => drop(bytes.remove(at)),
			_ => bytes.insert(at, edit[3]),
		}
	}
	bytes
}

/// One of those rules after at most seven edits.
fn rule(bytes: &mut &[u8]) -> Option<Rule> {
	let (which, edits) = <(u8, u8)>::decode(bytes).ok()?;
	let (edits, rest) = bytes.split_at_checked(usize::from(edits % 8) * 4)?;
	*bytes = rest;
	let rules = rules();
	Rule::decode(&mut &edited(&rules[usize::from(which) % rules.len()], edits)[..]).ok()
}

/// Numbers from bytes, small ones more often than enormous ones; zeros when the bytes are used up.
fn number(bytes: &mut &[u8]) -> u64 {
	match u8::decode(bytes).unwrap_or(0) {
		byte @ 0..=199 => u64::from(byte),
		200..=239 => u32::decode(bytes).unwrap_or(0).into(),
		_ => u64::decode(bytes).unwrap_or(0),
	}
}

fuzz_target!(|bytes: &[u8]| {
	let mut rest = bytes;
	let Some(rule) = rule(&mut rest) else { return };
	let Ok((facts, mut options, regions)) = <(Facts, Vec<OptionKind>, u8)>::decode(&mut rest) else { return };
	options.truncate(MOST_OPTIONS);
	let regions = (0..regions % MOST_REGIONS)
		.map(|_| RegionVotes {
			votes: options.iter().map(|_| number(&mut rest)).collect(),
			invalid: number(&mut rest),
			registered: number(&mut rest),
		})
		.collect();
	let votes = Votes { options, regions };
	match decide_with(&rule, &votes, &facts) {
		Ok(outcome) => {
			let names: Vec<String> = (0..votes.options.len()).map(|option| format!("option {option}")).collect();
			let names: Vec<&str> = names.iter().map(String::as_str).collect();
			for step in &outcome.working {
				assert!(!step.describe(&names).is_empty());
			}
			assert!(!outcome.verdict.describe(&names).is_empty());
			if let (Verdict::Seats(seats), Rule::Lists(rule)) = (&outcome.verdict, &rule) {
				assert!(seats.iter().map(|seats| u64::from(*seats)).sum::<u64>() <= u64::from(rule.seats));
			}
		}
		Err(error) => assert!(!error.to_string().is_empty()),
	}
});

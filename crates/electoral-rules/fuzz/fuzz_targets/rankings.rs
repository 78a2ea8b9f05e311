//! Any ranked rule and any rankings: refused with a reason or counted, never a panic, and never more elected than seats.
#![no_main]

use electoral_rules::{
	decide_ranked, InstantRunoff, RankedVotes, Ranking, Rule, Schulze, Stv, TieRule, Verdict, MAX_RANKED_CANDIDATES,
};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::Decode;

/// What the fuzzer chooses: rule, seats, ties, candidates, withdrawn ones, and each ballot with how many there are of it.
type Input = (u8, u8, TieRule, u8, Vec<u8>, Vec<(Vec<u8>, u64)>);

const MOST_CANDIDATES: u8 = 16;

fuzz_target!(|bytes: &[u8]| {
	let Ok((kind, seats, ties, candidates, withdrawn, ballots)) = Input::decode(&mut &bytes[..]) else { return };
	let rule = match kind % 4 {
		0 => Rule::InstantRunoff(InstantRunoff { look_back: seats % 2 == 0, ties }),
		1 => Rule::Schulze(Schulze { ties }),
		_ => Rule::Stv(Stv { seats: seats.into(), ties }),
	};
	// Mostly candidates who stand, each once; otherwise as the bytes say, which must be refused.
	let candidates = candidates % MOST_CANDIDATES + 1;
	let order = |bytes: &[u8]| {
		let mut order: Vec<u16> = Vec::new();
		for byte in bytes {
			let candidate = if *byte < 250 { byte % candidates } else { *byte };
			if *byte >= 250 || !order.contains(&candidate.into()) {
				order.push(candidate.into());
			}
		}
		order
	};
	let votes = RankedVotes {
		candidates: candidates.into(),
		withdrawn: order(&withdrawn),
		rankings: ballots.iter().map(|(bytes, ballots)| Ranking { order: order(bytes), ballots: *ballots }).collect(),
		invalid: seats.into(),
		registered: 0,
	};
	assert!(usize::from(candidates) <= MAX_RANKED_CANDIDATES);
	match decide_ranked(&rule, &votes) {
		Ok(outcome) => {
			let names: Vec<String> = (0..candidates).map(|candidate| format!("candidate {candidate}")).collect();
			let names: Vec<&str> = names.iter().map(String::as_str).collect();
			assert!(outcome.working.iter().all(|step| !step.describe(&names).is_empty()));
			if let (Verdict::Seats(elected), Rule::Stv(rule)) = (&outcome.verdict, &rule) {
				assert!(elected.iter().sum::<u32>() <= rule.seats, "more elected than seats");
			}
		}
		Err(error) => assert!(!error.to_string().is_empty()),
	}
});

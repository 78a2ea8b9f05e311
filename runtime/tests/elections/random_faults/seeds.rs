//! The seeds of a run, on all processors, and what must have been seen in them.

use super::Day;
use std::{
	any::Any,
	collections::BTreeSet,
	panic::{catch_unwind, resume_unwind},
	sync::atomic::{AtomicU64, Ordering},
};

/// Seeds of an ordinary run: half a second of computing each.
const SEEDS: u64 = 200;

fn from_environment(variable: &str) -> Option<u64> {
	std::env::var(variable).ok().and_then(|number| number.parse().ok())
}

/// Holds the elections of these seeds on all processors. Gives what was seen in any of them.
fn hold(seeds: std::ops::Range<u64>) -> BTreeSet<String> {
	let next = AtomicU64::new(seeds.start);
	let work = || {
		let mut seen = BTreeSet::new();
		loop {
			let seed = next.fetch_add(1, Ordering::Relaxed);
			if seed >= seeds.end {
				return Ok(seen);
			}
			match catch_unwind(|| Day::begin(seed).run()) {
				Ok(more) => seen.extend(more),
				Err(why) => return Err((seed, why)),
			}
		}
	};
	let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
	let done: Vec<_> = std::thread::scope(|scope| {
		let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
		workers.into_iter().map(|worker| worker.join().expect("panics are caught")).collect()
	});
	done.into_iter().flat_map(|done| done.unwrap_or_else(|(seed, why)| fail(seed, why))).collect()
}

fn fail(seed: u64, why: Box<dyn Any + Send>) -> BTreeSet<String> {
	let words = why.downcast_ref::<String>().map(String::as_str).or_else(|| why.downcast_ref::<&str>().copied());
	let Some(words) = words else { resume_unwind(why) };
	let command = format!("DOBUSH_SEED={seed} cargo test --release --workspace --all-targets -- random_faults");
	panic!("seed {seed}: {words}\nThis repeats it: {command}")
}

/// What an ordinary run must have seen: a fault that never happens is no test.
const SEEN: [&str; 50] = [
	"AttemptFailed",
	"BallotDropped",
	"BuiltTooEarly",
	"ComplaintRejected",
	"DealerOut",
	"DecryptionRestarted",
	"GroupsMerged",
	"HeadMalformed",
	"MixRefused",
	"MixVerified",
	"NotInThePanel",
	"NotOnThisChain",
	"NotYourTurn",
	"OpeningRestarted",
	"OtherDealing",
	"PageBeyondTheEnd",
	"PageOfWrongLength",
	"PassedOver",
	"PollsMissed",
	"RecipientKeyRejected",
	"RecipientOut",
	"ShareProofRejected",
	"TagProofRejected",
	"TaggingRestarted",
	"UnknownBlock",
	"UnknownList",
	"UploadIncomplete",
	"WrongAttempt",
	"a ballot for another chain",
	"a ballot of another election",
	"a contest is missing",
	"a handed over key",
	"a copy of another ballot",
	"a repetition",
	"a replacement",
	"a replacement after closing",
	"a replayed ballot",
	"a second pending ballot",
	"an altered proof",
	"an immortal ballot",
	"an undecodable c2",
	"c1 = 0",
	"made after closing",
	"no such election",
	"not on the roll when it closed",
	"one ballot too many",
	"the box is closed",
	"the polls are not open",
	"TallyArchived",
	"NotYourComplaint",
];

#[test]
fn elections_with_random_faults_end_with_the_right_result() {
	if let Some(seed) = from_environment("DOBUSH_SEED") {
		hold(seed..seed + 1);
		return;
	}
	let seen = hold(0..from_environment("DOBUSH_SEEDS").unwrap_or(SEEDS).max(SEEDS));
	let missing: Vec<_> = SEEN.iter().filter(|name| !seen.contains(**name)).collect();
	assert!(missing.is_empty(), "these faults never happened: {missing:?}");
}

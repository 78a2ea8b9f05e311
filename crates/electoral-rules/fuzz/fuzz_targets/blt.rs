//! A ballot file of somebody else's program: read or refused with its line, and what was read can be counted.
#![no_main]

use electoral_rules::{blt::Blt, decide_ranked, laws::scotland};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
	match Blt::parse(text) {
		Ok(file) => {
			assert_eq!(file.names.len(), usize::from(file.votes.candidates));
			if file.votes.candidates <= 24 {
				let _ = decide_ranked(&scotland::ward(file.seats), &file.votes);
			}
		}
		Err(error) => assert!(error.line > 0 && !error.reason.is_empty()),
	}
});

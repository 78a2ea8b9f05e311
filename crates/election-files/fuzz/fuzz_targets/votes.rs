//! A file of published votes: refused with its line, or numbers that can be scaled, split and counted.
#![no_main]

use ballot_crypto_fuzz::edited;
use election_files::votes::{split, Published};
use electoral_rules::{decide, ListRule, Method, Rule};
use libfuzzer_sys::fuzz_target;

const DEMO: &str = include_str!("../../../../data/kg-2020-10-04-demo.csv");

fuzz_target!(|bytes: &[u8]| {
	let Some((scale, bytes)) = bytes.split_first() else { return };
	let text = if scale % 2 == 0 { bytes.to_vec() } else { edited(DEMO.as_bytes(), bytes) };
	let Ok(published) = Published::parse(&String::from_utf8_lossy(&text)) else { return };
	assert!(published.participants() >= published.party_votes());
	let scaled = published.scaled(u64::from(*scale) + 1).expect("the scale is not zero");
	assert_eq!(scaled.participants(), published.participants().div_ceil(u64::from(*scale) + 1));
	let votes = published.option_votes();
	let parts = split(&votes, &[3, 2]);
	for (place, all) in votes.iter().enumerate() {
		assert_eq!(parts[0][place] + parts[1][place], *all, "parts do not add up");
	}
	let _ = decide(&Rule::Lists(ListRule::new(120, Method::Hare)), &published.votes().expect("they were added up"));
});

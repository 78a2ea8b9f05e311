//! A desk's file of voters, and what people type: addresses, pseudonyms, moments.
#![no_main]

use ballot_crypto_fuzz::edited;
use dobush_client::{desk::enrolment, keys, registry};
use election_files::definition::{parse_moment, show_moment};
use libfuzzer_sys::fuzz_target;

const GENUINE: &str = "voter_id,unit,credential\n\
	aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,0,5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY\n\
	0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,1,5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty\n";

fuzz_target!(|bytes: &[u8]| {
	let Some((kind, bytes)) = bytes.split_first() else { return };
	let text = if kind % 2 == 0 { bytes.to_vec() } else { edited(GENUINE.as_bytes(), bytes) };
	let text = String::from_utf8_lossy(&text);
	if let Ok(voters) = enrolment::parse(&text) {
		for (index, voter) in voters.iter().enumerate() {
			let before = &voters[..index];
			assert!(before
				.iter()
				.all(|other| other.voter_id != voter.voter_id && other.credential != voter.credential));
		}
	}
	if let Ok(account) = keys::parse_address(&text) {
		assert_eq!(keys::parse_address(&keys::address(&account)).ok(), Some(account));
	}
	if let Ok(moment) = parse_moment(&text) {
		assert!(!show_moment(moment).is_empty());
	}
	let _ = registry::parse_voter_id(&text);
});

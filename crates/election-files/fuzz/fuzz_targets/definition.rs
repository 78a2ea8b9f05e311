//! A definition file: refused with the name of the field, or a definition that the chain's types hold, and of which the same file is
//! written again.
#![no_main]

use ballot_crypto_fuzz::edited;
use dobush_primitives::Definition;
use election_files::definition::{write, DefinitionFile};
use electoral_rules::BallotFormat;
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::{DecodeAll, Encode};
use sp_runtime::AccountId32;

const EXAMPLE: &str = include_str!("../../examples/definition.toml");

fuzz_target!(|bytes: &[u8]| {
	let Some((kind, bytes)) = bytes.split_first() else { return };
	let text = if kind % 4 == 0 { bytes.to_vec() } else { edited(EXAMPLE.as_bytes(), bytes) };
	let Ok(file) = DefinitionFile::parse(&String::from_utf8_lossy(&text)) else { return };
	match file.definition() {
		Ok(definition) => {
			let encoded = definition.encode();
			// Candidates whom voters may mark and nobody seats stand in the file and not on the chain.
			let marked = |format| matches!(format, BallotFormat::ListPreferences { .. });
			let told = definition.contests.iter().filter(|contest| marked(contest.format)).count();
			if told
				== definition
					.lists
					.iter()
					.filter(|lists| {
						definition
							.contests
							.get(usize::from(lists.contest.0))
							.is_some_and(|contest| marked(contest.format))
					})
					.count()
			{
				assert!(write(&definition, 360).is_some());
			}
			assert_eq!(Definition::<AccountId32>::decode_all(&mut &encoded[..]), Ok(definition));
		}
		Err(error) => assert!(!error.to_string().is_empty()),
	}
});

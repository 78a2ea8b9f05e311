//! The files that voters carry about: receipts, opened ballots, pins.
#![no_main]

use ballot_crypto::Secret;
use ballot_crypto_fuzz::{edited, rng};
use dobush_client::{
	ballot::{AuditFile, Audited, Choice, Paper},
	chain::proof::Pin,
	voter::{
		receipt::{Life, Stage},
		ReceiptFile,
	},
};
use dobush_client_fuzz::scene;
use dobush_primitives::{ElectionId, UnitId};
use election_files::definition::DefinitionFile;
use electoral_rules::Selection;
use libfuzzer_sys::fuzz_target;
use sp_runtime::AccountId32;
use std::sync::OnceLock;

struct Documents {
	paper: Paper,
	/// What the genuine ballot says, contest by contest.
	opened: Vec<Option<Selection>>,
	audit: Vec<u8>,
	receipt: Vec<u8>,
	pin: Vec<u8>,
}

fn documents() -> &'static Documents {
	static DOCUMENTS: OnceLock<Documents> = OnceLock::new();
	DOCUMENTS.get_or_init(|| {
		let file = DefinitionFile::parse(include_str!("../../../crates/election-files/examples/definition.toml"))
			.expect("it is in the repository");
		let definition = file.definition().expect("it is in the repository");
		let key = Secret::random(&mut rng()).public();
		let paper = Paper::new([1; 32], ElectionId(2), UnitId(0), key, &definition).expect("it has this unit");
		let credential = Secret::random(&mut rng()).public().0;
		let choices = vec![Choice::Option(0); paper.contests().count()];
		let sealed = paper.seal(credential, &choices).expect("every contest has a first option");
		let ciphertexts = sealed.ciphertexts();
		let audit = sealed.open(&paper, &AccountId32::new(credential));
		let opened = selections(paper.audit(&audit).expect("it is genuine"));
		let receipt = ReceiptFile {
			genesis: audit.genesis.clone(),
			election: 2,
			unit: 0,
			credential: audit.credential.clone(),
			booth: None,
			receipt: "00".repeat(32),
			ciphertexts: ciphertexts.iter().map(|one| format!("{}{}", hex(&one.c1.0), hex(&one.c2.0))).collect(),
			cast_in: Some(7),
			stage: Stage::Final,
			life: Some(Life { born: 3, hash: "01".repeat(32), until: 66 }),
		};
		let json = "these types are written by the client";
		Documents {
			opened,
			audit: serde_json::to_vec(&audit).expect(json),
			receipt: serde_json::to_vec(&receipt).expect(json),
			pin: serde_json::to_vec(&scene().pin).expect(json),
			paper,
		}
	})
}

fn selections(opened: Vec<Audited<'_>>) -> Vec<Option<Selection>> {
	opened.into_iter().map(|one| one.selection).collect()
}

fn hex(bytes: &[u8]) -> String {
	bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fuzz_target!(|bytes: &[u8]| {
	let Some((kind, bytes)) = bytes.split_first() else { return };
	let documents = documents();
	let text = |genuine: &[u8]| if kind % 8 < 4 { edited(genuine, bytes) } else { bytes.to_vec() };
	match kind % 4 {
		0 | 3 => {
			let Ok(file) = serde_json::from_slice::<AuditFile>(&text(&documents.audit)) else { return };
			if let Ok(said) = documents.paper.audit(&file) {
				assert_eq!(selections(said), documents.opened, "the opened ballot says something else");
			}
		}
		1 => {
			let Ok(file) = serde_json::from_slice::<ReceiptFile>(&text(&documents.receipt)) else { return };
			let _ = file.ciphertexts();
		}
		_ => {
			let Ok(pin) = serde_json::from_slice::<Pin>(&text(&documents.pin)) else { return };
			if let Ok(proven) = pin.prove(&scene().header, &scene().finality) {
				assert_eq!(proven.block().number, 7);
			}
		}
	}
});

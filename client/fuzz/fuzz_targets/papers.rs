//! What a scanner reads: papers of a deniable enrolment, and statements of a registry.
#![no_main]

use ballot_crypto::{
	booth::{Artefact, Checkout, Commit, Envelope, Response, Slip, Ticket},
	EncodedScalar,
};
use ballot_crypto_fuzz::edited;
use ballot_papers::PrintedPaper;
use dobush_client::{papers, registry, voter::activation};
use libfuzzer_sys::fuzz_target;

const GENESIS: [u8; 32] = [1; 32];

/// What is read is what was written: the same bytes again.
fn survives<A: Artefact>(text: &str) {
	if let Ok(paper) = papers::read::<A>(text, &GENESIS) {
		assert_eq!(papers::any(text).expect("it was read").1, paper.to_artefact());
	}
}

fuzz_target!(|bytes: &[u8]| {
	let Some((kind, bytes)) = bytes.split_first() else { return };
	let genuine = PrintedPaper::Slip(&Slip { genesis: GENESIS, share: EncodedScalar([2; 32]) }).code();
	let text = if kind % 2 == 0 { bytes.to_vec() } else { edited(genuine.as_bytes(), bytes) };
	let text = String::from_utf8_lossy(&text);
	survives::<Ticket>(&text);
	survives::<Envelope>(&text);
	survives::<Commit>(&text);
	survives::<Checkout>(&text);
	survives::<Response>(&text);
	survives::<Slip>(&text);
	let lines: Vec<String> = text.lines().map(str::to_owned).collect();
	let _ = (activation::collect(&lines, &GENESIS), registry::read_statement(&text), registry::genesis(&text));
});

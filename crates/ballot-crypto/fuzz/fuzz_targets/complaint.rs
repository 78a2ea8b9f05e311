//! A complaint about an honest dealing, as a stranger posts it: it never puts the dealer out.
#![no_main]

use ballot_crypto::ceremony::{deal, judge, Ceremony, Complaint, Place, RecipientSecret, Threshold, Verdict};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::Decode;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

fuzz_target!(|bytes: &[u8]| {
	let Ok(complaint) = Complaint::decode(&mut &bytes[..]) else { return };
	let mut rng = ChaCha20Rng::from_seed([1; 32]);
	let recipients = (1..=3).map(|j| RecipientSecret::random(j, &mut rng).recipient()).collect();
	let (Ok(threshold), place) = (Threshold::new(2, 3), Place { genesis: [1; 32], ceremony: 1 }) else { return };
	let Ok(ceremony) = Ceremony::new(place, threshold, 1, recipients) else { return };
	let Ok(dealing) = deal(&ceremony, 1, &mut rng) else { return };
	assert_ne!(judge(&ceremony, &dealing, &complaint), Ok(Verdict::DealerOut));
});

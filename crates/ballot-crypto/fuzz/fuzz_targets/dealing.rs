//! A dealing, as a stranger reveals it: checking, opening and combining it may refuse, never panic.
#![no_main]

use ballot_crypto::{
	ceremony::{combine, open_share, verify_reveal, Ceremony, Dealing, Place, RecipientSecret, Threshold},
	signature::verify_native,
};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::{Decode, Encode};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

fuzz_target!(|bytes: &[u8]| {
	let Ok(dealing) = Dealing::decode(&mut &bytes[..]) else { return };
	assert!(dealing.encode().len() <= bytes.len());
	let mut rng = ChaCha20Rng::from_seed([1; 32]);
	let secrets: Vec<_> = (1..=3).map(|j| RecipientSecret::random(j, &mut rng)).collect();
	let recipients = secrets.iter().map(RecipientSecret::recipient).collect();
	let (Ok(threshold), place) = (Threshold::new(2, 3), Place { genesis: [1; 32], ceremony: 1 }) else { return };
	let Ok(ceremony) = Ceremony::new(place, threshold, 1, recipients) else { return };
	let _ = verify_reveal(&ceremony, 1, &dealing.commitment(), &dealing, verify_native);
	let _ = open_share(&ceremony, 1, &dealing, &secrets[0]);
	let _ = combine(&ceremony, &[(1, &dealing), (2, &dealing)], &[1, 2, 3]);
});

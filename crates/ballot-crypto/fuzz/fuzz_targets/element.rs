//! 32 bytes as an element, a scalar, a selection: whatever decodes encodes to the same bytes.
#![no_main]

use ballot_crypto::{
	embedding::{decode_encoded, embed, embed_secret},
	Encoded, EncodedScalar, Secret,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: [u8; 32]| {
	if let Ok(element) = Encoded(bytes).element() {
		assert_eq!(Encoded::from(&element).0, bytes);
	}
	if let Ok(scalar) = EncodedScalar(bytes).scalar() {
		assert_eq!(scalar.to_bytes(), bytes);
		let _ = Secret::from_bytes(&bytes);
	}
	if let Some(selection) = decode_encoded(&Encoded(bytes)) {
		assert_eq!(embed(&selection).map(|element| Encoded::from(&element)), Ok(Encoded(bytes)));
		assert_eq!(embed_secret(&selection), embed(&selection));
	}
});

//! What people type: shares, methods and bases. What is read is written and read again as the same.
#![no_main]

use electoral_rules::{Base, Method, Share};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
	if let Ok(share) = text.parse::<Share>() {
		let again: Share = share.to_string().parse().expect("what is written can be read");
		assert_eq!(
			u64::from(share.numerator) * u64::from(again.denominator),
			u64::from(again.numerator) * u64::from(share.denominator),
			"{share} and {again} differ"
		);
		let _ = (share.reached(u64::MAX, 1), share.needed(u64::MAX), share.more_than(u64::MAX), share.exceeded(1, 0));
	}
	let _ = (text.parse::<Method>(), text.parse::<Base>());
});

//! A complaint, as a stranger posts it: about an honest dealing it never puts the dealer out, about a bad one only the
//! true complaint does.
#![no_main]

use ballot_crypto::{
	ceremony::{complain, deal, judge, Ceremony, Complaint, ComplaintVerdict, Dealing},
	EncodedScalar, Scalar,
};
use ballot_crypto_fuzz::{ceremony, input, rng};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

struct Scene {
	ceremony: Ceremony,
	honest: Dealing,
	bad: Dealing,
	complaint: Complaint,
}

fn scene() -> &'static Scene {
	static SCENE: OnceLock<Scene> = OnceLock::new();
	SCENE.get_or_init(|| {
		let mut rng = rng();
		let (ceremony, secrets) = ceremony(&mut rng);
		let honest = deal(&ceremony, 1, &mut rng).expect("good recipient keys");
		let mut bad = honest.clone();
		let share = &mut bad.keys[0].shares[1];
		*share = EncodedScalar::from(&(share.scalar().expect("just made") + Scalar::ONE));
		let complaint = complain(&ceremony, 1, &bad, &secrets[1], &mut rng).expect("its share is bad");
		Scene { ceremony, honest, bad, complaint }
	})
}

fuzz_target!(|bytes: &[u8]| {
	let Scene { ceremony, honest, bad, complaint: genuine } = scene();
	let Some(complaint) = input(genuine, bytes) else { return };
	let about_honest = judge(ceremony, honest, &complaint);
	assert_ne!(about_honest, Ok(ComplaintVerdict::DealerOut));
	// Who cannot show the common secret is not heard, whatever the dealing.
	let is_genuine = complaint == *genuine;
	assert_eq!(about_honest.is_ok(), is_genuine);
	assert_eq!(judge(ceremony, bad, &complaint) == Ok(ComplaintVerdict::DealerOut), is_genuine);
});

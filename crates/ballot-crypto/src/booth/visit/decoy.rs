//! Decoys: keys of the booth's own, whose ballots hide how many fakes have voted. Protocol §3 and A6.

use super::{record::Booth, refusal::Refusal, scan::Scan};
use crate::{
	enrolment::{
		batch::{Activation, Member},
		SecretPair,
	},
	CredentialSecret,
};
use rand_core::{CryptoRng, RngCore};

/// Makes a decoy: a key of the booth's own, which spends an envelope like any other and casts ballots that do not count.
pub fn decoy(
	booth: &Booth,
	scan: &Scan,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<(CredentialSecret, Member), Refusal> {
	scan.ensure_made_for(&booth.place)?;
	scan.status.ensure_fresh()?;
	loop {
		let secret = CredentialSecret::random(rng);
		let key = secret.account();
		let (Ok(element), Ok(point)) = (booth.place.element(&key), key.element()) else { continue };
		let pair = SecretPair::encrypt(&element, &point, &booth.roll_key, rng);
		return Ok((secret, Member { activation: Activation { key, challenge: scan.envelope.challenge }, pair }));
	}
}

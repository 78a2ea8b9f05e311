//! A scanned envelope, with what is known of it. Protocol A6.

use super::refusal::Refusal;
use crate::{booth::papers::Envelope, credential::CredentialPlace, envelope::EnvelopeStatus};

/// A scanned envelope with what chain and batch say about it.
#[derive(Clone, Copy, Debug)]
pub struct Scan {
	/// The envelope.
	pub envelope: Envelope,
	/// What is known of its hash, for this booth.
	pub status: EnvelopeStatus,
}

impl Scan {
	/// Refuses an envelope of another chain or another booth.
	pub(super) fn ensure_made_for(&self, place: &CredentialPlace) -> Result<(), Refusal> {
		if self.envelope.genesis != place.genesis {
			return Err(Refusal::OtherChain);
		}
		if self.envelope.booth != place.booth {
			return Err(Refusal::OtherBooth);
		}
		Ok(())
	}
}

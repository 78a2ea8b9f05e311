//! What went wrong with pseudonyms and statements of the civil registry, in one sentence, and what to do next.

use crate::catalogue::{tell, Told};
use dobush_client::registry::{RegistryError, MAX_PARTS};

/// The sentence and the hint for an error.
pub(super) fn registry(error: &RegistryError) -> Told {
	match error {
		RegistryError::NoNationalNumber => tell!("registry-no-national-number"),
		RegistryError::NoPseudonym { text } => no_pseudonym(text),
		RegistryError::NoGenesis { text } => tell!("registry-no-genesis", text = text),
		RegistryError::NoStatement => tell!("registry-no-statement"),
		RegistryError::OtherChain => tell!("registry-other-chain"),
		RegistryError::OtherRegistry => tell!("registry-other-registry"),
		RegistryError::NotSigned => tell!("registry-not-signed"),
		RegistryError::HasPart { file } => tell!("registry-has-part", file = file.display().to_string()),
		RegistryError::LacksPart { file, roll } => {
			tell!("registry-lacks-part", file = file.display().to_string(), roll = roll.to_string())
		}
		RegistryError::PartCount { .. } => tell!("registry-part-count", most = MAX_PARTS),
		RegistryError::NoParts => tell!("registry-no-parts"),
		RegistryError::MixedParts => tell!("registry-mixed-parts"),
		RegistryError::PartMissing { number, count } => {
			tell!("registry-part-missing", number = number.to_string(), count = count.to_string())
		}
		RegistryError::PartTwice => tell!("registry-part-twice"),
		RegistryError::PartDamaged => tell!("registry-part-damaged"),
		RegistryError::KeyLength => tell!("registry-key-length"),
	}
}

/// A text that is no pseudonym.
pub(super) fn no_pseudonym(text: &str) -> Told {
	tell!("registry-no-pseudonym", text = text)
}

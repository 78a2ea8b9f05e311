//! What went wrong with pseudonyms and statements of the civil registry, in one sentence, and what to do next.

use dobush_client::registry::{RegistryError, MAX_PARTS};

/// The sentence and the hint for an error.
pub(super) fn registry(error: &RegistryError) -> (String, Option<String>) {
	(sentence(error), hint(error).map(str::to_owned))
}

fn sentence(error: &RegistryError) -> String {
	let text = match error {
		RegistryError::NoNationalNumber => "this is no national identity number",
		RegistryError::NoPseudonym { text } => {
			return no_pseudonym(text);
		}
		RegistryError::NoGenesis { text } => {
			return format!("`{text}` is not the hash of a genesis block: it must have 64 hexadecimal digits");
		}
		RegistryError::NoStatement => "this is no statement of a registry, or it is damaged",
		RegistryError::OtherChain => "this statement belongs to another chain",
		RegistryError::OtherRegistry => "this statement is not of the registry that the chain knows",
		RegistryError::NotSigned => "the registry has not signed this statement",
		RegistryError::HasPart { file } => {
			return format!("{} has a part of this roll's key already", file.display());
		}
		RegistryError::LacksPart { file, roll } => {
			return format!("beside {} lies no part of the key of roll {roll}", file.display());
		}
		RegistryError::PartCount { .. } => return format!("a key is split into 2 to {MAX_PARTS} parts"),
		RegistryError::NoParts => "there are no parts of a key",
		RegistryError::MixedParts => "these parts belong to different keys",
		RegistryError::PartMissing { number, count } => {
			return format!("part {number} of {count} of the key is missing");
		}
		RegistryError::PartTwice => "a part of the key was given twice",
		RegistryError::PartDamaged => "a part of the key is damaged",
		RegistryError::KeyLength => "this key has a length that HMAC does not take",
	};
	text.to_owned()
}

fn hint(error: &RegistryError) -> Option<&'static str> {
	match error {
		RegistryError::NoNationalNumber => Some("4 to 24 digits and Latin letters, as printed in the passport"),
		RegistryError::NoPseudonym { .. } => Some("`dobush registry pseudonym` prints it for a person"),
		RegistryError::NoGenesis { .. } => {
			Some("it is the `genesis` in the file of validators that the commission publishes")
		}
		RegistryError::NoStatement => Some("scan it once more"),
		RegistryError::HasPart { .. } => {
			Some("a roll has one key of pseudonyms; another key needs another, empty roll")
		}
		RegistryError::LacksPart { .. } => {
			Some("`dobush registry new-key` makes the parts; compare --chain and --roll")
		}
		RegistryError::MixedParts => Some("take the parts of one roll only"),
		RegistryError::PartDamaged => Some("use that official's backup"),
		RegistryError::OtherChain | RegistryError::OtherRegistry | RegistryError::NotSigned => None,
		RegistryError::PartCount { .. } | RegistryError::NoParts | RegistryError::PartMissing { .. } => None,
		RegistryError::PartTwice | RegistryError::KeyLength => None,
	}
}

/// A text that is no pseudonym.
pub(super) fn no_pseudonym(text: &str) -> String {
	format!("`{text}` is no pseudonym: it must have 64 hexadecimal digits")
}

//! What can go wrong with pseudonyms and statements of the civil registry, as data.

use crate::remedy::Remedy;
use std::path::PathBuf;

/// Why a pseudonym or a statement could not be made or checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistryError {
	/// A text is no national identity number. It is not told here: it may be somebody's.
	NoNationalNumber,
	/// A text is no pseudonym.
	NoPseudonym {
		/// The text that was found.
		text: String,
	},
	/// A text is not the hash of a genesis block.
	NoGenesis {
		/// The text that was found.
		text: String,
	},
	/// A text is no statement of a registry, or it is damaged.
	NoStatement,
	/// A statement belongs to another chain.
	OtherChain,
	/// A statement is not of the registry that the chain knows.
	OtherRegistry,
	/// The registry has not signed a statement.
	NotSigned,
	/// An official has a part of this roll's key already.
	HasPart {
		/// The official's key file.
		file: PathBuf,
	},
	/// An official has no part of this roll's key.
	LacksPart {
		/// The official's key file.
		file: PathBuf,
		/// The number of the roll.
		roll: u32,
	},
	/// A key cannot be split into so many parts.
	PartCount {
		/// Into how many it should be split; it can be from 2 to [`super::MAX_PARTS`].
		parts: u8,
	},
	/// There are no parts of a key.
	NoParts,
	/// The parts belong to different keys.
	MixedParts,
	/// A part of the key is missing.
	PartMissing {
		/// The number of the missing part, from 1.
		number: u8,
		/// The number of parts into which the key was split.
		count: u8,
	},
	/// A part of the key was given twice.
	PartTwice,
	/// The parts do not give the key that they were made from: one of them is damaged.
	PartDamaged,
	/// The key has a length that HMAC does not take.
	KeyLength,
}

impl RegistryError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::NoNationalNumber | Self::NoPseudonym { .. } | Self::NoGenesis { .. } => Remedy::OtherInput,
			Self::NoStatement | Self::OtherChain | Self::HasPart { .. } | Self::LacksPart { .. } => Remedy::OtherInput,
			Self::PartCount { .. } | Self::NoParts | Self::MixedParts => Remedy::OtherInput,
			Self::PartMissing { .. } | Self::PartTwice => Remedy::OtherInput,
			Self::OtherRegistry | Self::NotSigned => Remedy::Report,
			Self::PartDamaged => Remedy::Restore,
			Self::KeyLength => Remedy::None,
		}
	}
}

//! A sealed ballot in a file: for programs that learn only in a later command whether it is cast or audited. Protocol A9.7.
//!
//! Whoever has the file can cast the ballot with the credential's key, and can read what it says. So it is for its owner only,
//! and when it is used its secrets go. It is no audit file: a second device refuses it.

use super::{
	audit::AuditFile,
	encrypted::{Sealed, Wire},
	error::{AuditPart, BallotError, SealedUse},
	paper::Paper,
};
use crate::{error::Result, keys::address};
use ballot_crypto::transcript::blake2_256;
use parity_scale_codec::Encode;
use serde::{Deserialize, Serialize};
use sp_runtime::AccountId32;

/// A ballot that is encrypted and committed to, with what opens it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedFile {
	/// The hash of the chain's genesis block, in hexadecimal digits.
	pub genesis: String,
	/// The number of the election.
	pub election: u32,
	/// The number of the counting unit.
	pub unit: u16,
	/// The address of the credential for which the ballot was made.
	pub credential: String,
	/// The address of the booth that activated it, in deniable elections.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub booth: Option<String>,
	/// What was shown before anybody decided: `blake2_256(SCALE(ballot))`, in hexadecimal digits.
	pub commitment: String,
	/// The ballot, SCALE-encoded, in hexadecimal digits.
	pub ballot: String,
	/// The randomness of each ciphertext, in hexadecimal digits. None is left once the ballot was used.
	pub secrets: Vec<String>,
	/// What it was used for.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub used: Option<SealedUse>,
}

impl std::fmt::Debug for SealedFile {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		f.debug_struct("SealedFile")
			.field("commitment", &self.commitment)
			.field("used", &self.used)
			.finish_non_exhaustive()
	}
}

impl Sealed {
	/// The ballot as it is kept until somebody says whether it is cast or audited.
	pub fn keep(self, paper: &Paper, credential: &AccountId32) -> SealedFile {
		SealedFile {
			genesis: hex::encode(paper.genesis),
			election: paper.election.0,
			unit: paper.unit.0,
			credential: address(credential),
			booth: paper.booth.map(|booth| address(&booth.into())),
			commitment: hex::encode(self.commitment()),
			ballot: hex::encode(self.wire().encoded()),
			secrets: self.secrets.into_iter().map(|secret| hex::encode(secret.open().encode())).collect(),
			used: None,
		}
	}
}

impl SealedFile {
	/// Refuses a ballot that was used.
	pub fn ensure_unused(&self) -> Result<()> {
		match self.used {
			Some(used) => Err(BallotError::SealedBallotUsed { used }.into()),
			None => Ok(()),
		}
	}

	/// The ballot as it is sent, for this credential on this paper; and what it says. Refuses one that was used, altered, or made
	/// for another place.
	pub fn wire(&self, paper: &Paper, credential: &AccountId32) -> Result<Wire> {
		self.ensure_unused()?;
		let unreadable = || BallotError::AuditFileUnreadable { part: AuditPart::Ballot };
		let here = self.genesis == hex::encode(paper.genesis)
			&& self.election == paper.election.0
			&& self.unit == paper.unit.0
			&& self.booth == paper.booth.map(|booth| address(&booth.into()))
			&& self.credential == address(credential);
		if !here {
			return Err(BallotError::SealedBallotElsewhere.into());
		}
		let encoded = hex::decode(&self.ballot).map_err(|_| unreadable())?;
		if hex::encode(blake2_256(&[&encoded])) != self.commitment {
			return Err(BallotError::NotCommittedTo.into());
		}
		let wire = Wire::decode(paper, &encoded).ok_or_else(unreadable)?;
		if !paper.check_wire(credential.clone().into(), &wire) {
			return Err(BallotError::AuditedBallotInvalid.into());
		}
		Ok(wire)
	}

	/// The opened ballot, for a second device. It must be marked as used before.
	pub fn opened(&self) -> AuditFile {
		AuditFile {
			genesis: self.genesis.clone(),
			election: self.election,
			unit: self.unit,
			credential: self.credential.clone(),
			booth: self.booth.clone(),
			commitment: self.commitment.clone(),
			ballot: self.ballot.clone(),
			openings: self.secrets.clone(),
		}
	}

	/// What is left of it once it is used: nothing that opens it.
	#[must_use]
	pub fn after(&self, used: SealedUse) -> Self {
		Self { secrets: Vec::new(), used: Some(used), ..self.clone() }
	}
}

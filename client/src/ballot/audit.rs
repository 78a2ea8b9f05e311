//! Auditing a ballot instead of casting it: the first device opens it, a second one shows what it really contains.

use super::{
	encrypted::{Sealed, Wire},
	error::{AuditPart, BallotError},
	paper::Paper,
};
use crate::{
	chain::decode::text,
	error::Result,
	keys::{address, parse_address},
};
use ballot_crypto::{
	knowledge::{self, Opening},
	transcript::blake2_256,
	Element,
};
use dobush_primitives::Contest;
use electoral_rules::Selection;
use parity_scale_codec::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sp_runtime::AccountId32;

/// An opened ballot, for a second device. Our programs never cast it: the device has thrown it away, or marked it as used. The
/// chain cannot tell, and takes what the credential's key signs: who opens a ballot must not let another program cast it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditFile {
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
	/// The commitment that the device showed before: `blake2_256(SCALE(ballot))`, in hexadecimal digits.
	pub commitment: String,
	/// The ballot, SCALE-encoded, in hexadecimal digits.
	pub ballot: String,
	/// The randomness of each ciphertext, in hexadecimal digits.
	pub openings: Vec<String>,
}

/// What an opened ballot says in one contest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audited<'a> {
	/// The contest that the ciphertexts belong to.
	pub contest: &'a Contest,
	/// What is selected in it; none is an invalid vote.
	pub selection: Option<Selection>,
}

impl Sealed {
	/// Opens the ballot for a second device. This throws it away: what was opened is never cast.
	pub fn open(self, paper: &Paper, credential: &AccountId32) -> AuditFile {
		AuditFile {
			genesis: hex::encode(paper.genesis),
			election: paper.election.0,
			unit: paper.unit.0,
			credential: address(credential),
			booth: paper.booth.map(|booth| address(&booth.into())),
			commitment: hex::encode(self.commitment()),
			ballot: hex::encode(self.wire().encoded()),
			openings: self.secrets.into_iter().map(|secret| hex::encode(secret.open().encode())).collect(),
		}
	}
}

impl Paper {
	/// The same, compared with the commitment that was noted down before anybody said that the ballot is audited: in hexadecimal
	/// digits, from its beginning, at least 32 of them, with spaces where they help to read.
	pub fn audit_of(&self, file: &AuditFile, noted: Option<&str>) -> Result<Vec<Audited<'_>>> {
		/// As many as nobody makes two ballots for.
		const LEAST_DIGITS: usize = 32;
		if let Some(noted) = noted {
			let digits: String = noted.chars().filter(|letter| !letter.is_whitespace()).collect();
			let digits = digits.trim_start_matches("0x").to_ascii_lowercase();
			if digits.len() < LEAST_DIGITS || !file.commitment.starts_with(&digits) {
				return Err(BallotError::OtherCommitment { found: file.commitment.clone() }.into());
			}
		}
		self.audit(file)
	}

	/// What an opened ballot says, contest by contest; for the second device.
	pub fn audit(&self, file: &AuditFile) -> Result<Vec<Audited<'_>>> {
		let unreadable = |part| BallotError::AuditFileUnreadable { part };
		if file.genesis != hex::encode(self.genesis) || file.election != self.election.0 || file.unit != self.unit.0 {
			return Err(BallotError::AuditFileElsewhere.into());
		}
		let encoded = hex::decode(&file.ballot).map_err(|_| unreadable(AuditPart::Ballot))?;
		if hex::encode(blake2_256(&[&encoded])) != file.commitment {
			return Err(BallotError::NotCommittedTo.into());
		}
		if file.booth != self.booth.map(|booth| address(&booth.into())) {
			return Err(BallotError::AuditFileOfOtherBooth.into());
		}
		let ballot = Wire::decode(self, &encoded).ok_or_else(|| unreadable(AuditPart::Ballot))?;
		let credential = parse_address(&file.credential)?;
		if !self.check_wire(credential.into(), &ballot) {
			return Err(BallotError::AuditedBallotInvalid.into());
		}
		let key = self.vote_key.element().map_err(|error| BallotError::AuditKey { error })?;
		let ciphertexts = ballot.ciphertexts();
		if ciphertexts.len() != file.openings.len() {
			return Err(unreadable(AuditPart::Openings).into());
		}
		let mut opened = ciphertexts.iter().zip(&file.openings);
		self.contests
			.iter()
			.map(|column| {
				let contest = &column.contest;
				let messages = opened.by_ref().take(column.ciphertexts(self.is_deniable()));
				let messages: Vec<Element> = messages
					.map(|(ciphertext, opening)| {
						let bytes = hex::decode(opening).map_err(|_| unreadable(AuditPart::Openings))?;
						let opening =
							Opening::decode(&mut bytes.as_slice()).map_err(|_| unreadable(AuditPart::Openings))?;
						knowledge::audit(&opening, ciphertext, &key)
							.ok_or_else(|| BallotError::OtherOpening { contest: text(&contest.title) })
					})
					.collect::<Result<_, BallotError>>()?;
				Ok(Audited { contest, selection: column.read(&messages, self.is_deniable()) })
			})
			.collect()
	}
}

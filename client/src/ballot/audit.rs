//! Auditing a ballot instead of casting it: the first device opens it, a second one shows what it really contains.

use super::{
	encrypted::{Sealed, Wire},
	paper::Paper,
};
use crate::{
	error::{Failure, Result},
	keys::{address, parse_address},
};
use ballot_crypto::{
	knowledge::{self, Opening},
	transcript::blake2_256,
	Element,
};
use parity_scale_codec::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sp_runtime::AccountId32;

/// An opened ballot, for a second device. It can never be cast: the device has thrown it away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditFile {
	/// The chain.
	pub genesis: String,
	/// The election.
	pub election: u32,
	/// The counting unit.
	pub unit: u16,
	/// The credential it was made for.
	pub credential: String,
	/// The address of the booth that activated it, in deniable elections.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub booth: Option<String>,
	/// What was committed to: `blake2_256(SCALE(ballot))`.
	pub commitment: String,
	/// The ballot, SCALE-encoded.
	pub ballot: String,
	/// The randomness of each entry.
	pub openings: Vec<String>,
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
	/// What an opened ballot says, contest by contest: title and option; for the second device.
	pub fn audit(&self, file: &AuditFile) -> Result<Vec<(String, String)>> {
		let malformed = |what: &str| Failure::new(format!("the audit file's {what} cannot be read"));
		if file.genesis != hex::encode(self.genesis) || file.election != self.election.0 || file.unit != self.unit.0 {
			return Err(Failure::new("the audit file is of another chain, election or unit"));
		}
		let encoded = hex::decode(&file.ballot).map_err(|_| malformed("ballot"))?;
		if hex::encode(blake2_256(&[&encoded])) != file.commitment {
			return Err(Failure::new("the opened ballot is not the one that was committed to")
				.hint("the device that made it may be manipulated: do not vote with it, and tell the commission"));
		}
		if file.booth != self.booth.map(|booth| address(&booth.into())) {
			return Err(Failure::new("the audit file is of another booth's credential"));
		}
		let ballot = Wire::decode(self, &encoded).ok_or_else(|| malformed("ballot"))?;
		let credential = parse_address(&file.credential)?;
		if !self.check_wire(credential.into(), &ballot) {
			return Err(Failure::new("the audited ballot would be refused by the chain: its proof does not hold")
				.hint("the device that made it may be manipulated: do not vote with it, and tell the commission"));
		}
		let key = self.vote_key.element().map_err(|error| Failure::new(format!("the election's key: {error}")))?;
		let ciphertexts = ballot.ciphertexts();
		if ciphertexts.len() != file.openings.len() {
			return Err(malformed("openings"));
		}
		let mut opened = ciphertexts.iter().zip(&file.openings);
		self.contests
			.iter()
			.map(|column| {
				let title = String::from_utf8_lossy(&column.contest.title).into_owned();
				let messages = opened.by_ref().take(column.ciphertexts(self.is_deniable()));
				let messages: Vec<Element> = messages
					.map(|(ciphertext, opening)| {
						let bytes = hex::decode(opening).map_err(|_| malformed("openings"))?;
						let opening = Opening::decode(&mut bytes.as_slice()).map_err(|_| malformed("openings"))?;
						knowledge::audit(&opening, ciphertext, &key).ok_or_else(|| {
							Failure::new(format!("the opening of `{title}` does not belong to its ciphertext")).hint(
								"the device that made it may be manipulated: do not vote with it, and tell the commission",
							)
						})
					})
					.collect::<Result<_>>()?;
				let selection = column.read(&messages, self.is_deniable());
				Ok((title, column.words(selection.as_ref())))
			})
			.collect()
	}
}

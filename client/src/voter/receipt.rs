//! The receipt of a ballot, and the proof that exactly this ballot lies in the box.

use crate::{
	ballot::{Paper, Wire},
	chain::{items, proof::MAX_PROVEN_KEYS},
	error::Result,
	trust::ProvenView,
	voter::VoterError,
};
use ballot_crypto::Ciphertext;
use dobush_primitives::{ballot_box::BallotStanding, ElectionId, UnitId};
use parity_scale_codec::{DecodeAll, Encode};
use serde::{Deserialize, Serialize};
use sp_runtime::AccountId32;

/// What a voter keeps to find the ballot again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptFile {
	/// The hash of the chain's genesis block, in hexadecimal digits.
	pub genesis: String,
	/// The number of the election.
	pub election: u32,
	/// The number of the counting unit.
	pub unit: u16,
	/// The address of the credential.
	pub credential: String,
	/// The address of the booth that activated it, in deniable elections.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub booth: Option<String>,
	/// The receipt that the chain's event names too.
	pub receipt: String,
	/// The ciphertexts in the order of the ballot: `c1 ‖ c2` each.
	pub ciphertexts: Vec<String>,
	/// The number of the block in which the ballot was cast, once that is known.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub cast_in: Option<u64>,
	/// How far the ballot has come, as far as the program knew that wrote this.
	#[serde(default)]
	pub stage: Stage,
	/// From which block on, and until which, the transaction with the ballot may enter a block. None before it is sent.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub life: Option<Life>,
}

/// How far a ballot has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
	/// Nothing has left the device.
	Prepared,
	/// It may have left the device, and may still enter a block.
	Sent,
	/// A node has it in a block that is not final yet.
	InBlock,
	/// It is in a finalised block. Receipts that do not say it are such.
	#[default]
	Final,
	/// It was refused, or its time is over: it cannot enter a block any more.
	Lost,
}

/// The blocks in which a transaction is valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Life {
	/// The number of the finalised block that it was signed for.
	pub born: u64,
	/// The hash of that block, in hexadecimal digits. A chain that has another one there is another chain, though it may have begun
	/// with the same genesis block.
	pub hash: String,
	/// The last block that it may be in.
	pub until: u64,
}

/// What a proof has shown about a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
	/// The number of the block whose state was proven.
	pub block: u64,
	/// The number of the counting unit.
	pub unit: u16,
	/// The slot of the ballot in the unit's box.
	pub slot: u32,
	/// How often the credential has cast, where that was asked for.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub times: Option<u16>,
	/// In deniable elections: whether the proofs are checked that the ballot's selections are legal ones.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub standing: Option<BallotStanding>,
}

/// The ballots that a credential has cast in an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BallotsCast {
	/// How many, the first one included; the last one counts.
	pub times: u16,
	/// The slot of the last one in the unit's box.
	pub slot: u32,
	/// In deniable elections: whether the proofs are checked that its selections are legal ones.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub standing: Option<BallotStanding>,
}

impl ProvenView<'_> {
	/// Shows that exactly these ciphertexts are the credential's current ballot; the booth's, in a deniable election.
	pub async fn find(
		&self,
		election: ElectionId,
		credential: &AccountId32,
		booth: Option<&AccountId32>,
		ours: &[Ciphertext],
	) -> Result<Found> {
		let cast = match booth {
			None => self.read(&items::ballot_box::CASTS, &(election, credential)).await?,
			Some(booth) => self.read(&items::ballot_box::DENIABLE_CASTS, &(election, credential, booth)).await?,
		};
		let cast = cast.ok_or_else(|| VoterError::NoBallot { block: self.block() })?;
		let place = (election, cast.unit, cast.slot);
		let (ciphertexts, standing) = match booth {
			None => (self.read(&items::ballot_box::SLOTS, &place).await?, None),
			Some(_) => match self.read(&items::ballot_box::DENIABLE_SLOTS, &place).await? {
				Some(slot) => (Some(slot.ciphertexts), Some(slot.standing)),
				None => (None, None),
			},
		};
		if ciphertexts.as_ref().map(|kept| kept.as_slice()) != Some(ours) {
			return Err(VoterError::AnotherBallot { block: self.block(), times: Some(cast.times) }.into());
		}
		let times = Some(cast.times);
		Ok(Found { block: self.block(), unit: cast.unit.0, slot: cast.slot, times, standing })
	}

	/// Finds a deniable ballot by reading the unit's whole box: the node learns the unit, but not whose ballot is looked for.
	pub async fn find_in_unit(
		&self,
		election: ElectionId,
		unit: UnitId,
		credential: &AccountId32,
		booth: &AccountId32,
		ours: &[Ciphertext],
	) -> Result<Found> {
		let counts = self.read(&items::ballot_box::BOXES, &(election, unit)).await?;
		let numbers: Vec<u32> = (0..counts.unwrap_or_default().ballots).collect();
		let mut found = None;
		// The box is read to its end wherever the ballot is: where the reading ends would tell which ballot was looked for.
		for some in numbers.chunks(MAX_PROVEN_KEYS) {
			let keys = some.iter().map(|slot| (election, unit, slot));
			let slots = self.read_many(&items::ballot_box::DENIABLE_SLOTS, keys).await?;
			for (number, slot) in some.iter().zip(slots) {
				let slot = slot.ok_or(VoterError::BallotsMissing { unit })?;
				if slot.credential == *credential && slot.booth == *booth {
					found = Some((*number, slot));
				}
			}
		}
		let (slot, ballot) = found.ok_or_else(|| VoterError::NoBallot { block: self.block() })?;
		if ballot.ciphertexts.as_slice() != ours {
			return Err(VoterError::AnotherBallot { block: self.block(), times: None }.into());
		}
		Ok(Found { block: self.block(), unit: unit.0, slot, times: None, standing: Some(ballot.standing) })
	}

	/// How often a credential has cast, and whether its deniable ballot was checked; none if it has not cast. The node learns whose
	/// ballot is asked about.
	pub async fn ballots_of(
		&self,
		election: ElectionId,
		credential: &AccountId32,
		booth: Option<&AccountId32>,
	) -> Result<Option<BallotsCast>> {
		let Some(booth) = booth else {
			let cast = self.read(&items::ballot_box::CASTS, &(election, credential)).await?;
			return Ok(cast.map(|cast| BallotsCast { times: cast.times, slot: cast.slot, standing: None }));
		};
		let cast = self.read(&items::ballot_box::DENIABLE_CASTS, &(election, credential, booth)).await?;
		let Some(cast) = cast else { return Ok(None) };
		let slot = self.read(&items::ballot_box::DENIABLE_SLOTS, &(election, cast.unit, cast.slot)).await?;
		Ok(Some(BallotsCast { times: cast.times, slot: cast.slot, standing: slot.map(|slot| slot.standing) }))
	}

	/// The same of a deniable credential, by reading the unit's whole box and asking about every credential in it: the node learns
	/// the unit, and not who asks for whom.
	pub async fn ballots_in_unit(
		&self,
		election: ElectionId,
		unit: UnitId,
		credential: &AccountId32,
		booth: &AccountId32,
	) -> Result<Option<BallotsCast>> {
		let counts = self.read(&items::ballot_box::BOXES, &(election, unit)).await?;
		let numbers: Vec<u32> = (0..counts.unwrap_or_default().ballots).collect();
		let mut found = None;
		for some in numbers.chunks(MAX_PROVEN_KEYS) {
			let keys = some.iter().map(|slot| (election, unit, slot));
			let slots = self.read_many(&items::ballot_box::DENIABLE_SLOTS, keys).await?;
			let slots: Vec<_> = slots.into_iter().collect::<Option<_>>().ok_or(VoterError::BallotsMissing { unit })?;
			let keys = slots.iter().map(|slot| (election, &slot.credential, &slot.booth));
			let casts = self.read_many(&items::ballot_box::DENIABLE_CASTS, keys).await?;
			for ((number, slot), cast) in some.iter().zip(slots).zip(casts) {
				let cast = cast.ok_or(VoterError::BallotsMissing { unit })?;
				if slot.credential == *credential && slot.booth == *booth {
					found = Some(BallotsCast { times: cast.times, slot: *number, standing: Some(slot.standing) });
				}
			}
		}
		Ok(found)
	}
}

impl ReceiptFile {
	/// The receipt of a ballot that was not sent yet.
	pub fn prepared(credential: &AccountId32, paper: &Paper, ballot: &Wire) -> Self {
		let election = paper.election();
		Self {
			genesis: hex::encode(paper.genesis()),
			election: election.0,
			unit: paper.unit().0,
			credential: crate::keys::address(credential),
			booth: paper.booth().map(|booth| crate::keys::address(&booth)),
			receipt: hex::encode(ballot.receipt(election, credential).0),
			ciphertexts: ballot.ciphertexts().iter().map(|ciphertext| hex::encode(ciphertext.encode())).collect(),
			cast_in: None,
			stage: Stage::Prepared,
			life: None,
		}
	}

	/// Whether a program has sent the ballot and has not learned what became of it.
	pub fn is_pending(&self) -> bool {
		matches!(self.stage, Stage::Sent | Stage::InBlock)
	}

	/// The ciphertexts, decoded.
	pub fn ciphertexts(&self) -> Result<Vec<Ciphertext>> {
		self.ciphertexts
			.iter()
			.map(|text| {
				hex::decode(text)
					.ok()
					.and_then(|bytes| Ciphertext::decode_all(&mut bytes.as_slice()).ok())
					.ok_or_else(|| VoterError::ReceiptUnreadable.into())
			})
			.collect()
	}
}

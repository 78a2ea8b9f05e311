//! A voter's own checks, on no node's word: what the ballot must look like, and that it lies in the box.

use crate::{
	activate::unit_roll::AT_ONCE,
	ballot::{Column, Paper, Wire},
	chain::{
		proof::{Pin, ProvenHeader},
		storage::storage_key,
		types::{self, Standing},
		Chain, ChainError,
	},
	error::{Failure, Result},
};
use ballot_crypto::{ceremony::KeySet, Ciphertext};
use dobush_primitives::{Contest, ContestList, ElectionId, Subject, Unit, UnitId};
use parity_scale_codec::{Decode, DecodeAll, Encode};
use serde::{Deserialize, Serialize};
use sp_runtime::AccountId32;
use std::time::Duration;
use tokio::time;

/// How long to wait for a justification of the newest finalised block.
const PATIENCE: u32 = 40;

/// The state of a block that the pinned validators have finalised, read by Merkle proofs.
#[derive(Debug)]
pub struct ProvenView<'a> {
	chain: &'a Chain,
	at: ProvenHeader,
}

/// What a voter keeps to find the ballot again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptFile {
	/// The chain.
	pub genesis: String,
	/// The election.
	pub election: u32,
	/// The counting unit.
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
	/// The finalised block in which it was cast.
	pub cast_in: u64,
}

/// What a proof has shown about a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
	/// The block whose state was proven.
	pub block: u64,
	/// The counting unit.
	pub unit: u16,
	/// The slot of the unit's box.
	pub slot: u32,
	/// How often the credential has cast, where that was asked for.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub times: Option<u16>,
	/// In deniable elections: whether the proofs are checked that the ballot's selections are legal ones.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub standing: Option<Standing>,
}

impl<'a> ProvenView<'a> {
	/// The newest finalised block, proven under the pin, which moves over changes of the validators.
	pub async fn newest(chain: &'a Chain, pin: &mut Pin) -> Result<Self> {
		let mut last = ChainError::Proof("the node has no justification yet".to_owned());
		for _ in 0..PATIENCE {
			let head = chain.finalised().await?;
			match chain.prove_final(head, pin).await {
				Ok(at) => return Ok(Self { chain, at }),
				// A justification may be for a block just before the one that was finalised meanwhile.
				Err(error @ (ChainError::Proof(_) | ChainError::Rpc { .. })) => last = error,
				Err(error) => return Err(error.into()),
			}
			time::sleep(Duration::from_millis(500)).await;
		}
		Err(last.into())
	}

	/// The same block, read through another connection: what names a credential is asked where the ballot goes, and proven all the
	/// same. Waits a little until the other side knows the block.
	pub async fn through<'b>(&self, chain: &'b Chain) -> Result<ProvenView<'b>> {
		chain.ensure_genesis(self.chain.genesis())?;
		let hash = self.at.block().hash;
		for _ in 0..PATIENCE {
			match chain.header(hash).await {
				Err(ChainError::Answer(_)) => time::sleep(Duration::from_millis(500)).await,
				Err(error) => return Err(error.into()),
				Ok(_) => return Ok(ProvenView { chain, at: self.at.clone() }),
			}
		}
		Err(Failure::new(format!("{} does not know block {}, which is final", chain.url(), self.block()))
			.hint("its node is behind or on its own; use another relay"))
	}

	/// The number of the block.
	pub fn block(&self) -> u64 {
		self.at.block().number
	}

	/// The chain.
	pub fn chain(&self) -> &'a Chain {
		self.chain
	}

	/// Values by their keys, each proven.
	pub async fn get_many<T: Decode>(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<T>>> {
		let values = self.chain.read_proven(&self.at, keys).await?;
		values
			.into_iter()
			.map(|value| {
				value
					.map(|bytes| T::decode_all(&mut bytes.as_slice()))
					.transpose()
					.map_err(|error| ChainError::Answer(format!("a proven value: {error}")).into())
			})
			.collect()
	}

	/// A value, proven.
	pub async fn get<T: Decode>(&self, pallet: &str, item: &str, keys: &[&[u8]]) -> Result<Option<T>> {
		let key = storage_key(&self.chain.metadata(), pallet, item, keys)?;
		Ok(self.get_many(&[key]).await?.pop().flatten())
	}

	/// The nonce of an account.
	pub async fn nonce(&self, account: &AccountId32) -> Result<u32> {
		let key = storage_key(&self.chain.metadata(), "System", "Account", &[&account.encode()])?;
		let values = self.chain.read_proven(&self.at, &[key]).await?;
		match values.into_iter().next().flatten() {
			// An account starts with its nonce; the rest is the SDK's.
			Some(bytes) => u32::decode(&mut bytes.as_slice())
				.map_err(|error| ChainError::Answer(format!("the account: {error}")).into()),
			None => Ok(0),
		}
	}

	/// What the ballot of this credential looks like: unit, contests, options and key, each proven. A node can show a voter
	/// no other ballot than the one that is counted.
	pub async fn paper(&self, election: ElectionId, credential: &AccountId32) -> Result<Paper> {
		let record: Option<types::Credential> =
			self.get("VoterRegistry", "Credentials", &[&credential.encode()]).await?;
		let record = record.ok_or_else(|| {
			Failure::new(format!("{} is on no roll of this chain", crate::keys::address(credential)))
				.hint("`dobush key show FILE` prints the address; the desk must have enrolled exactly this one")
		})?;
		self.paper_of_unit(election, record.unit).await
	}

	/// The block at whose end the roll of an election was fixed, proven; none as long as the roll is open.
	pub async fn roll_closed_in(&self, election: ElectionId) -> Result<Option<u32>> {
		let header: Option<types::ElectionHeader> = self.get("Elections", "Headers", &[&election.encode()]).await?;
		let header = header.ok_or_else(|| {
			Failure::new(format!("there is no election {election}"))
				.hint("`dobush observer status` lists the elections")
		})?;
		Ok(header.roll_closed_in)
	}

	/// What the ballots of a unit look like: contests, options and key, each proven.
	pub async fn paper_of_unit(&self, election: ElectionId, unit_number: UnitId) -> Result<Paper> {
		let missing = |what: &str| Failure::new(format!("the {what} of election {election} is not on the chain"));
		let unit: Option<Unit> = self.get("Elections", "Units", &[&election.encode(), &unit_number.encode()]).await?;
		let unit = unit.ok_or_else(|| {
			Failure::new(format!("there is no election {election} with unit {unit_number}"))
				.hint("`dobush observer status` lists the elections")
		})?;
		let style: Option<ContestList> =
			self.get("Elections", "Styles", &[&election.encode(), &unit.style.encode()]).await?;
		let style = style.ok_or_else(|| missing("ballot style"))?;
		let metadata = self.chain.metadata();
		let keys = style
			.iter()
			.map(|contest| storage_key(&metadata, "Elections", "Contests", &[&election.encode(), &contest.encode()]))
			.collect::<Result<Vec<_>, _>>()?;
		let contests: Vec<Option<Contest>> = self.get_many(&keys).await?;
		let key_set: Option<KeySet> = self.get("Trustees", "KeySets", &[&Subject::Election(election).encode()]).await?;
		let vote_key =
			key_set.and_then(|keys| keys.keys.first().map(|key| key.key)).ok_or_else(|| missing("vote key"))?;
		let contests = style
			.iter()
			.zip(contests)
			.map(|(number, contest)| Column::new(*number, contest.ok_or_else(|| missing("contest"))?))
			.collect::<Result<_>>()?;
		Ok(Paper::of_parts(self.chain.genesis().0, election, unit_number, vote_key, contests))
	}

	/// Shows that exactly these ciphertexts are the credential's current ballot; the booth's, in a deniable election.
	pub async fn find(
		&self,
		election: ElectionId,
		credential: &AccountId32,
		booth: Option<&AccountId32>,
		ours: &[Ciphertext],
	) -> Result<Found> {
		let (election, credential) = (election.encode(), credential.encode());
		let cast: Option<types::Cast> = match booth {
			None => self.get("BallotBox", "Casts", &[&election, &credential]).await?,
			Some(booth) => self.get("BallotBox", "DeniableCasts", &[&election, &credential, &booth.encode()]).await?,
		};
		let cast = cast.ok_or_else(|| no_ballot(self.block()))?;
		let place: [&[u8]; 3] = [&election, &cast.unit.encode(), &cast.slot.encode()];
		let (ciphertexts, standing) = match booth {
			None => (self.get::<types::Slot>("BallotBox", "Slots", &place).await?, None),
			Some(_) => match self.get::<types::DeniableSlot>("BallotBox", "DeniableSlots", &place).await? {
				Some(slot) => (Some(slot.ciphertexts), Some(slot.standing)),
				None => (None, None),
			},
		};
		if ciphertexts.as_ref().map(|kept| kept.as_slice()) != Some(ours) {
			return Err(another_ballot(self.block(), Some(cast.times)));
		}
		let times = Some(cast.times);
		Ok(Found { block: self.block(), unit: cast.unit.0, slot: cast.slot, times, standing })
	}

	/// The same for a deniable ballot, out of the unit's whole box: the node learns the unit, and not whose ballot is looked for.
	pub async fn find_in_unit(
		&self,
		election: ElectionId,
		unit: UnitId,
		credential: &AccountId32,
		booth: &AccountId32,
		ours: &[Ciphertext],
	) -> Result<Found> {
		let place = [election.encode(), unit.encode()];
		let [first, second] = &place;
		let counts: Option<types::UnitBox> = self.get("BallotBox", "Boxes", &[first, second]).await?;
		let metadata = self.chain.metadata();
		let numbers: Vec<u32> = (0..counts.unwrap_or_default().ballots).collect();
		let mut found = None;
		// To the end, wherever the ballot is: how far somebody reads would tell.
		for some in numbers.chunks(AT_ONCE) {
			let keys = some
				.iter()
				.map(|slot| storage_key(&metadata, "BallotBox", "DeniableSlots", &[first, second, &slot.encode()]))
				.collect::<Result<Vec<_>, _>>()?;
			let slots = self.get_many::<types::DeniableSlot>(&keys).await?;
			for (number, slot) in some.iter().zip(slots) {
				let slot = slot.ok_or_else(|| {
					Failure::new(format!("the box of unit {unit} has not the ballots that it counts; report it"))
				})?;
				if slot.credential == *credential && slot.booth == *booth {
					found = Some((*number, slot));
				}
			}
		}
		let (slot, ballot) = found.ok_or_else(|| no_ballot(self.block()))?;
		if ballot.ciphertexts.as_slice() != ours {
			return Err(another_ballot(self.block(), None));
		}
		Ok(Found { block: self.block(), unit: unit.0, slot, times: None, standing: Some(ballot.standing) })
	}
}

fn no_ballot(block: u64) -> Failure {
	Failure::new(format!("block {block}: there is no ballot of this credential in the box"))
		.hint("if the command that cast it said that it is final, tell the commission; else cast again")
}

fn another_ballot(block: u64, times: Option<u16>) -> Failure {
	let times = times.map_or_else(String::new, |times| format!(" (it has cast {times} times)"));
	Failure::new(format!("block {block}: another ballot of this credential is in the box{times}"))
		.hint("if you have voted again later, verify that receipt instead; if not, somebody else has your credential")
}

impl ReceiptFile {
	/// The receipt of a ballot.
	pub fn new(
		chain: &Chain,
		election: ElectionId,
		unit: UnitId,
		credential: &AccountId32,
		booth: Option<AccountId32>,
		ballot: &Wire,
		cast_in: u64,
	) -> Self {
		Self {
			genesis: hex::encode(chain.genesis()),
			election: election.0,
			unit: unit.0,
			credential: crate::keys::address(credential),
			booth: booth.as_ref().map(crate::keys::address),
			receipt: hex::encode(ballot.receipt(election, credential).0),
			ciphertexts: ballot.ciphertexts().iter().map(|ciphertext| hex::encode(ciphertext.encode())).collect(),
			cast_in,
		}
	}

	/// The ciphertexts, decoded.
	pub fn ciphertexts(&self) -> Result<Vec<Ciphertext>> {
		self.ciphertexts
			.iter()
			.map(|text| {
				hex::decode(text)
					.ok()
					.and_then(|bytes| Ciphertext::decode_all(&mut bytes.as_slice()).ok())
					.ok_or_else(|| Failure::new("the receipt's ciphertexts cannot be read"))
			})
			.collect()
	}
}

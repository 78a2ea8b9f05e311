//! A booth at work: its folder of state, and what it knows of the chain.

use crate::{
	booth::{state::UnitState, visit::Keep, BoothError},
	chain::{items, Chain, Sender},
	deniable_roll as deniable,
	deniable_roll::{Envelopes, OpenRoll},
	error::Result,
	keys::EncryptedFolder,
};
use ballot_crypto::credential::CredentialPlace;
use dobush_primitives::{roll::OfficeKind, RollId, UnitId};

/// A booth that is open for one unit: its folder, and what it knows of the chain.
#[derive(Debug)]
pub struct OpenBooth {
	/// The folder on the disk that keeps the booth's states.
	pub folder: EncryptedFolder,
	/// The name of this unit's state in the folder.
	pub name: String,
	/// The state that the booth keeps for this unit.
	pub state: UnitState,
	/// The states that the booth keeps for the other units that it serves.
	pub others: Vec<UnitState>,
	/// The roll, with its key.
	pub roll: OpenRoll,
	/// The envelopes that are registered for this booth.
	pub envelopes: Envelopes,
	/// The accounts of the roll's desks.
	pub desks: std::collections::BTreeSet<[u8; 32]>,
	/// Signs and sends for the booth.
	pub sender: Sender,
}

impl OpenBooth {
	/// Opens a booth for one unit. Refuses an account that is not a booth of this roll now, and a unit that the roll does not have.
	pub async fn open(folder: EncryptedFolder, chain: &Chain, roll: RollId, unit: UnitId) -> Result<Self> {
		let account = folder.key().account().clone();
		let head = chain.finalised().await?;
		let view = chain.at(head.hash);
		deniable::ensure_office(&view, &account.id(), OfficeKind::Booth, roll).await?;
		let open = OpenRoll::fetch(&view, roll).await?;
		let units = view.read(&items::voter_registry::ROLLS, &(roll,)).await?;
		let units = units.map_or(0, |roll| roll.units);
		if unit.0 >= units {
			return Err(BoothError::NoUnit { roll, unit, units }.into());
		}
		let place = CredentialPlace { genesis: chain.genesis().0, unit: unit.0, booth: account.public() };
		let name = state_name(roll, unit, &place.genesis);
		let state = folder.read(&name)?.unwrap_or_else(|| UnitState::new(roll.0, place));
		let mut others = states(&folder)?;
		others.retain(|other| other.place != place);
		Ok(Self {
			name,
			state,
			others,
			roll: open,
			envelopes: deniable::envelopes(&view, &account.id()).await?,
			desks: deniable::desks(&view, roll).await?,
			sender: Sender::new(chain, account),
			folder,
		})
	}
}

/// Names a state file after chain, roll and unit.
pub fn state_name(roll: RollId, unit: UnitId, genesis: &[u8; 32]) -> String {
	format!("unit-{}-{roll}-{unit}", hex::encode(genesis.get(..8).unwrap_or_default()))
}

/// Every state in a folder.
pub fn states(folder: &EncryptedFolder) -> Result<Vec<UnitState>> {
	let mut states = Vec::new();
	for name in folder.names("unit-")? {
		states.extend(folder.read::<UnitState>(&name)?);
	}
	Ok(states)
}

/// A unit's state, kept under its name in a folder.
#[derive(Debug)]
pub struct StateFile<'a>(pub &'a EncryptedFolder, pub &'a str);

impl Keep for StateFile<'_> {
	fn keep(&mut self, state: &UnitState) -> Result<()> {
		self.0.write(self.1, state)
	}
}

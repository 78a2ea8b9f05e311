//! A unit's whole roll and all its batches, in a block that the pinned validators have finalised, each value by a storage
//! proof. What a device asks for names the unit and the booth on the papers, and no voter and no key.

use crate::{
	chain::{proof::MAX_PROVEN_KEYS, storage::storage_key},
	deniable_roll::{no_key, not_deniable, roll_key_of, Desk, PALLET},
	error::{Failure, Result},
	trust::ProvenView,
};
use ballot_crypto::{
	booth::{FinalisedState, RollEntry},
	ceremony::KeySet,
	credential::CredentialPlace,
	enrolment::{batch::Activation, Pair},
	envelope::EnvelopeHash,
	Element, Encoded,
};
use dobush_primitives::{
	roll::{BatchRecord, BoothCounts, DeniableRoll, Entry, Office, OfficeKind},
	RollId, Subject, UnitId,
};
use parity_scale_codec::{Decode, Encode};
use sp_runtime::AccountId32;
use std::collections::{BTreeMap, BTreeSet};

/// A batch of the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitBatch {
	/// Whose.
	pub booth: [u8; 32],
	/// The block in which it was activated.
	pub activated_in: u32,
	/// Its keys with their envelopes.
	pub activations: Vec<Activation>,
	/// Its pairs.
	pub pairs: Vec<Pair>,
}

/// What a device knows.
#[derive(Clone, Debug)]
pub struct UnitRoll {
	/// The roll.
	pub roll: RollId,
	/// The unit.
	pub unit: UnitId,
	/// The block whose state this is.
	pub block: u64,
	/// R
	pub roll_key: Element,
	/// Booths of this roll, those dismissed too: what they activated stays active.
	pub booths: BTreeSet<[u8; 32]>,
	/// Desks of this roll, as far as they were asked for; those dismissed too.
	pub desks: BTreeSet<[u8; 32]>,
	/// Registered envelopes and their booths.
	pub envelopes: BTreeMap<EnvelopeHash, [u8; 32]>,
	/// Every entry that the unit ever had.
	pub entries: Vec<Entry>,
	/// Every batch that the unit ever had.
	pub batches: Vec<UnitBatch>,
}

impl UnitRoll {
	/// The entry of a voter that is active now.
	pub fn active(&self, voter_id: &[u8; 32]) -> Option<&Entry> {
		self.entries.iter().find(|entry| entry.voter_id.0 == *voter_id && entry.struck_in.is_none())
	}

	/// The block in which a booth activated a key, if it has.
	pub fn activated_in(&self, booth: &[u8; 32], key: &Encoded) -> Option<u32> {
		let of_booth = self.batches.iter().filter(|batch| batch.booth == *booth);
		let with_key = |batch: &&UnitBatch| batch.activations.iter().any(|activation| activation.key == *key);
		of_booth.filter(with_key).map(|batch| batch.activated_in).next()
	}

	/// The same unit as it was at the end of an earlier block: what came later has not happened yet.
	pub fn at_the_end_of(mut self, block: u32) -> Self {
		self.batches.retain(|batch| batch.activated_in <= block);
		self.entries.retain(|entry| entry.enrolled_in <= block);
		for entry in &mut self.entries {
			entry.struck_in = entry.struck_in.filter(|struck_in| *struck_in <= block);
		}
		self
	}

	/// The newest entry of a voter that was struck off, or replaced in another unit.
	pub fn struck(&self, voter_id: &[u8; 32]) -> Option<&Entry> {
		self.entries.iter().rev().find(|entry| entry.voter_id.0 == *voter_id && entry.struck_in.is_some())
	}
}

impl FinalisedState for UnitRoll {
	fn roll_key(&self) -> Element {
		self.roll_key
	}

	fn is_booth(&self, account: &[u8; 32]) -> bool {
		self.booths.contains(account)
	}

	fn is_desk(&self, account: &[u8; 32]) -> bool {
		self.desks.contains(account)
	}

	fn envelope_booth(&self, hash: &EnvelopeHash) -> Option<[u8; 32]> {
		self.envelopes.get(hash).copied()
	}

	fn roll_entry(&self, voter_id: &[u8; 32]) -> Option<RollEntry> {
		self.active(voter_id).map(|entry| RollEntry { unit: self.unit.0, element: entry.element })
	}

	fn batch_with(&self, place: &CredentialPlace, pair: &Pair) -> Option<&[Activation]> {
		let of_place = |batch: &&UnitBatch| place.unit == self.unit.0 && batch.booth == place.booth;
		let found = self.batches.iter().filter(of_place).find(|batch| batch.pairs.contains(pair));
		found.map(|batch| batch.activations.as_slice())
	}
}

/// Fetches the roll and batches of a unit. The booth's office names the roll.
pub async fn fetch(view: &ProvenView<'_>, unit: UnitId, booth: [u8; 32], desk: [u8; 32]) -> Result<UnitRoll> {
	let office: Option<Office> = view.get(PALLET, "Offices", &[&booth]).await?;
	let roll = office.filter(|office| office.role == OfficeKind::Booth).map(|office| office.roll).ok_or_else(|| {
		Failure::new("these papers were not printed by a certified booth")
			.hint("compare --node with the chain that your papers are for; if it is the right one, report the booth")
	})?;
	let mut state = fetch_roll(view, roll, unit).await?;
	let named: Option<Desk> = view.get("VoterRegistry", "Desks", &[&desk]).await?;
	state.desks.extend(named.filter(|named| named.roll == roll).map(|_| desk));
	state.booths.insert(booth);
	let counts: Option<BoothCounts> = view.get(PALLET, "Booths", &[&booth]).await?;
	let pages = counts.unwrap_or_default().envelope_pages;
	let keys = (0..pages).map(|page| vec![booth.to_vec(), page.encode()]);
	for page in all::<Vec<EnvelopeHash>>(view, "EnvelopePages", keys).await? {
		state.envelopes.extend(page.into_iter().map(|hash| (hash, booth)));
	}
	Ok(state)
}

/// The same without what only papers are checked against: for looking at a roll entry again.
pub async fn fetch_roll(view: &ProvenView<'_>, roll: RollId, unit: UnitId) -> Result<UnitRoll> {
	let record: Option<DeniableRoll> = view.get(PALLET, "Rolls", &[&roll.encode()]).await?;
	record.ok_or_else(|| not_deniable(roll))?;
	let epoch: Option<u16> = view.get("Trustees", "Epochs", &[&roll.encode()]).await?;
	let subject = Subject::Roll { roll, epoch: epoch.ok_or_else(|| no_key(roll))? };
	let set: Option<KeySet> = view.get("Trustees", "KeySets", &[&subject.encode()]).await?;
	let roll_key = roll_key_of(set, roll)?;
	let place = || vec![roll.encode(), unit.encode()];
	let numbered = |count: u32| (0..count).map(move |n| [place(), vec![n.encode()]].concat());

	let entries: Option<u32> = view.get(PALLET, "EntryCount", &[&roll.encode(), &unit.encode()]).await?;
	let entries: Vec<Entry> = all(view, "Entries", numbered(entries.unwrap_or_default())).await?;
	let count: Option<u32> = view.get(PALLET, "UnitBatchCount", &[&roll.encode(), &unit.encode()]).await?;
	let names: Vec<(AccountId32, u32)> = all(view, "UnitBatches", numbered(count.unwrap_or_default())).await?;
	let keys = || names.iter().map(|(booth, number)| vec![booth.encode(), number.encode()]);
	let records: Vec<BatchRecord> = all(view, "Batches", keys()).await?;
	let activations: Vec<Vec<Activation>> = all(view, "Activations", keys()).await?;
	let pairs: Vec<Vec<Pair>> = all(view, "Pairs", keys()).await?;
	let batches: Vec<UnitBatch> = names
		.iter()
		.zip(records)
		.zip(activations.into_iter().zip(pairs))
		.map(|(((booth, _), record), (activations, pairs))| UnitBatch {
			booth: booth.clone().into(),
			activated_in: record.activated_in,
			activations,
			pairs,
		})
		.collect();
	Ok(UnitRoll {
		roll,
		unit,
		block: view.block(),
		roll_key,
		booths: batches.iter().map(|batch| batch.booth).collect(),
		desks: BTreeSet::new(),
		envelopes: BTreeMap::new(),
		entries,
		batches,
	})
}

/// Values of one map, each proven to be there: the chain's own counts say how many there are, so nothing can be left out.
async fn all<T: Decode>(
	view: &ProvenView<'_>,
	item: &str,
	keys: impl IntoIterator<Item = Vec<Vec<u8>>>,
) -> Result<Vec<T>> {
	let metadata = view.chain().metadata();
	let keys = keys
		.into_iter()
		.map(|parts| {
			let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
			storage_key(&metadata, PALLET, item, &parts)
		})
		.collect::<Result<Vec<_>, _>>()?;
	let mut values = Vec::with_capacity(keys.len());
	for some in keys.chunks(MAX_PROVEN_KEYS) {
		for value in view.get_many::<T>(some).await? {
			values.push(value.ok_or_else(|| {
				Failure::new(format!("the chain has not what it counts in {PALLET}.{item}; report it"))
			})?);
		}
	}
	Ok(values)
}

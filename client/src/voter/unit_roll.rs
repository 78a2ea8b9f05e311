//! A unit's whole roll and all its batches, in a block that the pinned validators have finalised, each value by a storage
//! proof. What a device asks for names the unit and the booth on the papers, and no voter and no key.

use crate::{
	chain::{
		description::{Item, KeysOf},
		items,
		proof::MAX_PROVEN_KEYS,
	},
	deniable_roll::{not_deniable, roll_key_of, RollError},
	error::Result,
	trust::ProvenView,
	voter::VoterError,
};
use ballot_crypto::{
	booth::{FinalisedState, RollEntry},
	credential::CredentialPlace,
	enrolment::{batch::Activation, Pair},
	envelope::EnvelopeHash,
	Element, Encoded,
};
use dobush_primitives::{
	roll::{Entry, OfficeKind},
	RollId, Subject, UnitId,
};
use parity_scale_codec::Decode;
use sp_runtime::AccountId32;
use std::collections::{BTreeMap, BTreeSet};

/// A batch of the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitBatch {
	/// The account of the booth that activated the batch.
	pub booth: [u8; 32],
	/// The block in which it was activated.
	pub activated_in: u32,
	/// The keys of the batch with their envelopes.
	pub activations: Vec<Activation>,
	/// The encrypted pairs of the batch.
	pub pairs: Vec<Pair>,
}

/// What a voter's device knows about the roll of one counting unit.
#[derive(Clone, Debug)]
pub struct UnitRoll {
	/// The number of the roll.
	pub roll: RollId,
	/// The number of the counting unit.
	pub unit: UnitId,
	/// The number of the block whose state was read.
	pub block: u64,
	/// The key of the roll, under which its entries are encrypted (R).
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

	/// The unit as it was at the end of an earlier block, without everything that came later.
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
	let account = AccountId32::new(booth);
	let office = view.read(&items::deniable_roll::OFFICES, &(&account,)).await?;
	let office = office.filter(|office| office.role == OfficeKind::Booth).ok_or(VoterError::BoothNotCertified)?;
	let roll = office.roll;
	let mut state = fetch_roll(view, roll, unit).await?;
	let named = view.read(&items::voter_registry::DESKS, &(AccountId32::new(desk),)).await?;
	state.desks.extend(named.filter(|named| named.roll == roll).map(|_| desk));
	state.booths.insert(booth);
	let counts = view.read(&items::deniable_roll::BOOTHS, &(&account,)).await?;
	let pages = counts.unwrap_or_default().envelope_pages;
	let keys = (0..pages).map(|page| (&account, page));
	for page in all(view, &items::deniable_roll::ENVELOPE_PAGES, keys).await? {
		state.envelopes.extend(page.into_iter().map(|hash| (hash, booth)));
	}
	Ok(state)
}

/// Reads the roll of a unit without what is needed only to check papers; enough to look at a roll entry again.
pub async fn fetch_roll(view: &ProvenView<'_>, roll: RollId, unit: UnitId) -> Result<UnitRoll> {
	let record = view.read(&items::deniable_roll::ROLLS, &(roll,)).await?;
	record.ok_or_else(|| not_deniable(roll))?;
	let epoch = view.read(&items::trustees::EPOCHS, &(roll,)).await?;
	let subject = Subject::Roll { roll, epoch: epoch.ok_or(RollError::NoKey { roll })? };
	let set = view.read(&items::trustees::KEY_SETS, &(subject,)).await?;
	let roll_key = roll_key_of(set, roll)?;
	let numbered = |count: Option<u32>| (0..count.unwrap_or_default()).map(move |number| (roll, unit, number));

	let count = view.read(&items::deniable_roll::ENTRY_COUNT, &(roll, unit)).await?;
	let entries = all(view, &items::deniable_roll::ENTRIES, numbered(count)).await?;
	let count = view.read(&items::deniable_roll::UNIT_BATCH_COUNT, &(roll, unit)).await?;
	let names = all(view, &items::deniable_roll::UNIT_BATCHES, numbered(count)).await?;
	let keys = || names.iter().map(|(booth, number)| (booth, number));
	let records = all(view, &items::deniable_roll::BATCHES, keys()).await?;
	let activations = all(view, &items::deniable_roll::ACTIVATIONS, keys()).await?;
	let pairs = all(view, &items::deniable_roll::PAIRS, keys()).await?;
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
async fn all<K, V: Decode>(
	view: &ProvenView<'_>,
	item: &Item<K, V>,
	keys: impl Iterator<Item = impl KeysOf<K>>,
) -> Result<Vec<V>> {
	let keys: Vec<_> = keys.collect();
	let mut values = Vec::with_capacity(keys.len());
	for some in keys.chunks(MAX_PROVEN_KEYS) {
		for value in view.read_many(item, some).await? {
			values.push(value.ok_or_else(|| VoterError::CountedButMissing { item: item.path() })?);
		}
	}
	Ok(values)
}

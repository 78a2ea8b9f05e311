//! A deniable roll as its officials' software sees it, through their own node: terms, key, booths, envelopes, batches. Whole
//! pages only: nobody asks about one voter, one key or one envelope.

mod error;

pub use error::RollError;

use crate::{chain::View, error::Result};
use ballot_crypto::{
	ceremony::KeySet,
	enrolment::{batch::Activation, Pair},
	envelope::{EnvelopeHash, EnvelopeStatus},
	Element,
};
use dobush_primitives::{
	roll::{BatchRecord, BoothCounts, DeniableRoll, Office, OfficeKind},
	RollId, Subject, UnitId,
};
use parity_scale_codec::{Decode, Encode};
use sp_runtime::AccountId32;
use std::collections::{BTreeMap, BTreeSet};

/// The pallet.
pub const PALLET: &str = "DeniableRoll";

/// Batches, or entries, that a view function gives at once.
pub(crate) const PAGE: u32 = 512;

/// A desk of the pallet `VoterRegistry`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Desk {
	/// The one roll that it may fill.
	pub roll: RollId,
	/// The block in which it was appointed.
	pub appointed_in: u32,
	/// The block in which it was dismissed, unless it is in office.
	pub dismissed_in: Option<u32>,
}

/// A batch of a unit, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeBatch {
	/// Whose.
	pub booth: AccountId32,
	/// Its number at the booth.
	pub number: u32,
	/// What the chain says about it.
	pub record: BatchRecord,
	/// Its keys with their envelopes.
	pub activations: Vec<Activation>,
	/// Its pairs.
	pub pairs: Vec<Pair>,
}

/// A roll that is deniable, with the key that its entries are encrypted under.
#[derive(Clone, Copy, Debug)]
pub struct OpenRoll {
	/// Its number.
	pub roll: RollId,
	/// Terms, and how often it has served.
	pub record: DeniableRoll,
	/// R
	pub key: Element,
}

/// R, out of the key set of an epoch. It is the same in all of them.
pub(crate) fn roll_key_of(set: Option<KeySet>, roll: RollId) -> Result<Element> {
	let key = set.and_then(|set| set.keys.first().map(|key| key.key)).ok_or(RollError::NoKey { roll })?;
	Ok(key.element().map_err(|error| RollError::KeyMalformed { roll, error })?)
}

pub(crate) fn not_deniable(roll: RollId) -> RollError {
	RollError::NotDeniable { roll }
}

impl OpenRoll {
	/// Reads it. Refuses a roll that is not deniable, has expired, or has no key yet.
	pub async fn fetch(view: &View<'_>, roll: RollId) -> Result<Self> {
		let record = record(view, roll).await?.ok_or_else(|| not_deniable(roll))?;
		if record.is_expired() {
			return Err(RollError::Expired { roll }.into());
		}
		let epoch: Option<u16> = view.get("Trustees", "Epochs", &[&roll.encode()]).await?;
		let subject = Subject::Roll { roll, epoch: epoch.ok_or(RollError::NoKey { roll })? };
		let set: Option<KeySet> = view.get("Trustees", "KeySets", &[&subject.encode()]).await?;
		Ok(Self { roll, record, key: roll_key_of(set, roll)? })
	}
}

/// The record of a roll, if it is deniable.
pub async fn record(view: &View<'_>, roll: RollId) -> Result<Option<DeniableRoll>> {
	Ok(view.get(PALLET, "Rolls", &[&roll.encode()]).await?)
}

/// Refuses an account that does not hold this office now.
pub async fn ensure_office(view: &View<'_>, account: &AccountId32, role: OfficeKind, roll: RollId) -> Result<()> {
	let office: Option<Office> = view.get(PALLET, "Offices", &[&account.encode()]).await?;
	if office.is_some_and(|office| office.role == role && office.roll == roll && office.is_held()) {
		return Ok(());
	}
	Err(RollError::NotAppointed { account: account.clone(), role, roll }.into())
}

/// What a booth has done so far.
pub async fn booth_counts(view: &View<'_>, booth: &AccountId32) -> Result<BoothCounts> {
	Ok(view.get_or_default(PALLET, "Booths", &[&booth.encode()]).await?)
}

/// The accounts of all desks that fill this roll now.
pub async fn desks(view: &View<'_>, roll: RollId) -> Result<BTreeSet<[u8; 32]>> {
	let all: Vec<(AccountId32, Desk)> = view.entries("VoterRegistry", "Desks", &[]).await?;
	let in_office = all.into_iter().filter(|(_, desk)| desk.roll == roll && desk.dismissed_in.is_none());
	Ok(in_office.map(|(account, _)| account.into()).collect())
}

/// All envelopes of a booth.
pub async fn envelopes(view: &View<'_>, booth: &AccountId32) -> Result<Envelopes> {
	let pages = booth_counts(view, booth).await?.envelope_pages;
	let mut all: Vec<(EnvelopeHash, bool)> = Vec::new();
	for page in 0..pages {
		let page: Vec<(EnvelopeHash, bool)> = view.ask(PALLET, "envelopes", &(booth, page).encode()).await?;
		all.extend(page);
	}
	Ok(Envelopes::new(all))
}

/// All batches of a unit, in the order of activation.
pub async fn batches(view: &View<'_>, roll: RollId, unit: UnitId) -> Result<Vec<WholeBatch>> {
	let mut names: Vec<(AccountId32, u32)> = Vec::new();
	loop {
		let start = u32::try_from(names.len()).unwrap_or(u32::MAX);
		let page: Vec<(AccountId32, u32)> = view.ask(PALLET, "batches_of", &(roll, unit, start).encode()).await?;
		let last = page.len() < PAGE as usize;
		names.extend(page);
		if last {
			break;
		}
	}
	let mut batches = Vec::with_capacity(names.len());
	for (booth, number) in names {
		let found: Option<(BatchRecord, Vec<Activation>, Vec<Pair>)> =
			view.ask(PALLET, "batch", &(&booth, number).encode()).await?;
		let Some((record, activations, pairs)) = found else { continue };
		batches.push(WholeBatch { booth, number, record, activations, pairs });
	}
	Ok(batches)
}

/// The envelopes that are registered for this booth: fetched whole, before a visit. A booth that asked its node for one
/// envelope at a time would tell the node when it was scanned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelopes(BTreeMap<EnvelopeHash, bool>);

impl Envelopes {
	/// From hashes and whether they are spent.
	pub fn new(all: impl IntoIterator<Item = (EnvelopeHash, bool)>) -> Self {
		Self(all.into_iter().collect())
	}

	/// How many are left.
	pub fn fresh(&self) -> usize {
		self.0.values().filter(|spent| !**spent).count()
	}

	/// What is known of an envelope. `is_spent_here` says whether the booth has used it for a key that waits: the chain does not
	/// know that yet.
	pub fn standing(&self, hash: &EnvelopeHash, is_spent_here: bool) -> EnvelopeStatus {
		match self.0.get(hash) {
			None => EnvelopeStatus::Unregistered,
			Some(true) => EnvelopeStatus::Spent,
			Some(false) if is_spent_here => EnvelopeStatus::Spent,
			Some(false) => EnvelopeStatus::Fresh,
		}
	}
}

//! A deniable roll as its officials' software sees it, through their own node: terms, key, booths, envelopes, batches. Whole
//! pages only: nobody asks about one voter, one key or one envelope.
//!
//! ```no_run
//! use dobush_client::{deniable_roll, Chain, RollId, UnitId};
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let chain = Chain::connect(&["ws://127.0.0.1:9944".to_owned()]).await?;
//! let head = chain.finalised().await?;
//! let view = chain.at(head.hash);
//! let roll = deniable_roll::OpenRoll::fetch(&view, RollId(0)).await?;
//! println!("a batch has at least {} keys", roll.record.terms.least_keys);
//! for batch in deniable_roll::batches(&view, roll.roll, UnitId(2)).await? {
//!     println!("batch {} of booth {}: {} keys", batch.number, batch.booth, batch.activations.len());
//! }
//! # Ok(())
//! # }
//! ```

pub(crate) mod error;

pub use error::RollError;

use crate::{
	chain::{items, views, View},
	error::Result,
};
use ballot_crypto::{
	ceremony::KeySet,
	enrolment::{batch::Activation, Pair},
	envelope::{EnvelopeHash, EnvelopeStatus},
	Element,
};
use dobush_primitives::{
	roll::{BatchRecord, BoothCounts, DeniableRoll, OfficeKind},
	RollId, Subject, UnitId,
};
use sp_runtime::AccountId32;
use std::collections::{BTreeMap, BTreeSet};

/// Batches, or entries, that a view function gives at once.
pub(crate) const PAGE: u32 = 512;

/// A batch of a unit, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeBatch {
	/// The account of the booth that activated the batch.
	pub booth: AccountId32,
	/// The number of the batch at its booth.
	pub number: u32,
	/// The record of the batch on the chain.
	pub record: BatchRecord,
	/// The keys of the batch with their envelopes.
	pub activations: Vec<Activation>,
	/// The encrypted pairs of the batch.
	pub pairs: Vec<Pair>,
}

/// A roll that is deniable, with the key that its entries are encrypted under.
#[derive(Clone, Copy, Debug)]
pub struct OpenRoll {
	/// The number of the roll.
	pub roll: RollId,
	/// The terms of the roll, and the number of elections it has served.
	pub record: DeniableRoll,
	/// The key of the roll, under which its entries are encrypted (R).
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
		let epoch = view.read(&items::trustees::EPOCHS, &(roll,)).await?;
		let subject = Subject::Roll { roll, epoch: epoch.ok_or(RollError::NoKey { roll })? };
		let set = view.read(&items::trustees::KEY_SETS, &(subject,)).await?;
		Ok(Self { roll, record, key: roll_key_of(set, roll)? })
	}
}

/// The record of a roll, if it is deniable.
pub async fn record(view: &View<'_>, roll: RollId) -> Result<Option<DeniableRoll>> {
	Ok(view.read(&items::deniable_roll::ROLLS, &(roll,)).await?)
}

/// Refuses an account that does not hold this office now.
pub async fn ensure_office(view: &View<'_>, account: &AccountId32, role: OfficeKind, roll: RollId) -> Result<()> {
	let office = view.read(&items::deniable_roll::OFFICES, &(account,)).await?;
	if office.is_some_and(|office| office.role == role && office.roll == roll && office.is_held()) {
		return Ok(());
	}
	Err(RollError::NotAppointed { account: account.clone(), role, roll }.into())
}

/// What a booth has done so far.
pub async fn booth_counts(view: &View<'_>, booth: &AccountId32) -> Result<BoothCounts> {
	Ok(view.read_or_default(&items::deniable_roll::BOOTHS, &(booth,)).await?)
}

/// The accounts of all desks that fill this roll now.
pub async fn desks(view: &View<'_>, roll: RollId) -> Result<BTreeSet<[u8; 32]>> {
	let all = view.read_entries(&items::voter_registry::DESKS).await?;
	let in_office = all.into_iter().filter(|(_, desk)| desk.roll == roll && desk.dismissed_in.is_none());
	Ok(in_office.map(|(account, _)| account.into()).collect())
}

/// All envelopes of a booth.
pub async fn envelopes(view: &View<'_>, booth: &AccountId32) -> Result<Envelopes> {
	let pages = booth_counts(view, booth).await?.envelope_pages;
	let mut all: Vec<(EnvelopeHash, bool)> = Vec::new();
	for page in 0..pages {
		all.extend(view.ask(&views::deniable_roll::ENVELOPES, &(booth, page)).await?);
	}
	Ok(Envelopes::new(all))
}

/// All batches of a unit, in the order of activation.
pub async fn batches(view: &View<'_>, roll: RollId, unit: UnitId) -> Result<Vec<WholeBatch>> {
	let mut names: Vec<(AccountId32, u32)> = Vec::new();
	loop {
		let start = u32::try_from(names.len()).unwrap_or(u32::MAX);
		let page = view.ask(&views::deniable_roll::BATCHES_OF, &(roll, unit, start)).await?;
		let last = page.len() < PAGE as usize;
		names.extend(page);
		if last {
			break;
		}
	}
	let mut batches = Vec::with_capacity(names.len());
	for (booth, number) in names {
		let found = view.ask(&views::deniable_roll::BATCH, &(&booth, number)).await?;
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
	/// Makes it from hashes, each with whether it is spent.
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

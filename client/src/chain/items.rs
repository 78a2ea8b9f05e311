//! Every storage item that is read, by pallet, with the types of its keys and values: nowhere else are they named.

use crate::chain::{
	description::{Item, Undecoded},
	types,
};
use ballot_crypto::{
	ceremony::{Dealing, KeySet},
	enrolment::{batch::Activation, Pair},
	envelope::EnvelopeHash,
	Ciphertext, Encoded,
};
use dobush_primitives::{
	roll, tally::ListId, Contest, ContestId, ContestList, ElectionId, Moment, RollId, Slate, Subject, TrusteeIndex,
	Unit, UnitId, VoterId,
};
use sp_core::H256;
use sp_runtime::{AccountId32, Weight};

/// The SDK's own pallet `System`.
pub mod system {
	use super::*;

	/// The events of the block.
	pub const EVENTS: Item<(), Undecoded> = Item::new("System", "Events");
	/// An account; its encoding begins with the nonce.
	pub const ACCOUNT: Item<(AccountId32,), Undecoded> = Item::new("System", "Account");
	/// The number of the block.
	pub const NUMBER: Item<(), u32> = Item::new("System", "Number");
	/// The weight that the block was charged: normal, operational and mandatory.
	pub const BLOCK_WEIGHT: Item<(), [Weight; 3]> = Item::new("System", "BlockWeight");
}

/// The SDK's own pallet `Timestamp`.
pub mod timestamp {
	use super::*;

	/// The time of the block, in UTC milliseconds.
	pub const NOW: Item<(), Moment> = Item::new("Timestamp", "Now");
}

/// The length of a slot, which genesis chooses.
pub mod timing {
	use super::*;

	/// The length of a slot, the expected time between two blocks, in milliseconds.
	pub const SLOT_MILLIS: Item<(), u64> = Item::new("Timing", "SlotMillis");
}

/// The collective that is the commission.
pub mod commission {
	use super::*;

	/// The accounts of the commission's members.
	pub const MEMBERS: Item<(), Vec<AccountId32>> = Item::new("Commission", "Members");
	/// The hashes of open motions.
	pub const PROPOSALS: Item<(), Vec<H256>> = Item::new("Commission", "Proposals");
	/// The votes on an open motion.
	pub const VOTING: Item<(H256,), types::MotionVotes> = Item::new("Commission", "Voting");
	/// The call that an open motion proposes.
	pub const PROPOSAL_OF: Item<(H256,), Undecoded> = Item::new("Commission", "ProposalOf");
}

/// Rolls, desks, and credentials of direct rolls.
pub mod voter_registry {
	use super::*;

	/// A roll, direct or deniable.
	pub const ROLLS: Item<(RollId,), types::Roll> = Item::new("VoterRegistry", "Rolls");
	/// A desk, those dismissed included.
	pub const DESKS: Item<(AccountId32,), types::Desk> = Item::new("VoterRegistry", "Desks");
	/// A credential of a direct roll.
	pub const CREDENTIALS: Item<(AccountId32,), types::Credential> = Item::new("VoterRegistry", "Credentials");
}

/// Storage of deniable rolls.
pub mod deniable_roll {
	use super::*;

	/// The record of a deniable roll, by its number.
	pub const ROLLS: Item<(RollId,), roll::DeniableRoll> = Item::new("DeniableRoll", "Rolls");
	/// The office of a booth or printer, those dismissed included.
	pub const OFFICES: Item<(AccountId32,), roll::Office> = Item::new("DeniableRoll", "Offices");
	/// How much a booth has done.
	pub const BOOTHS: Item<(AccountId32,), roll::BoothCounts> = Item::new("DeniableRoll", "Booths");
	/// The record of a registered envelope, by its hash.
	pub const ENVELOPES: Item<(EnvelopeHash,), roll::Envelope> = Item::new("DeniableRoll", "Envelopes");
	/// The envelopes of a booth, by page.
	pub const ENVELOPE_PAGES: Item<(AccountId32, u32), Vec<EnvelopeHash>> = Item::new("DeniableRoll", "EnvelopePages");
	/// The last announcement of a booth in a unit.
	pub const ANNOUNCEMENTS: Item<(AccountId32, UnitId), roll::Announcement> =
		Item::new("DeniableRoll", "Announcements");
	/// When a booth activated its last batch in a unit.
	pub const LAST_BATCH: Item<(AccountId32, UnitId), Moment> = Item::new("DeniableRoll", "LastBatch");
	/// A batch of a booth, by number.
	pub const BATCHES: Item<(AccountId32, u32), roll::BatchRecord> = Item::new("DeniableRoll", "Batches");
	/// The keys of a batch, with their envelopes.
	pub const ACTIVATIONS: Item<(AccountId32, u32), Vec<Activation>> = Item::new("DeniableRoll", "Activations");
	/// The pairs of a batch.
	pub const PAIRS: Item<(AccountId32, u32), Vec<Pair>> = Item::new("DeniableRoll", "Pairs");
	/// A batch of a unit: booth, and number at the booth.
	pub const UNIT_BATCHES: Item<(RollId, UnitId, u32), (AccountId32, u32)> = Item::new("DeniableRoll", "UnitBatches");
	/// How many batches a unit has.
	pub const UNIT_BATCH_COUNT: Item<(RollId, UnitId), u32> = Item::new("DeniableRoll", "UnitBatchCount");
	/// An entry of a unit, those struck off included.
	pub const ENTRIES: Item<(RollId, UnitId, u32), roll::Entry> = Item::new("DeniableRoll", "Entries");
	/// How many entries a unit has.
	pub const ENTRY_COUNT: Item<(RollId, UnitId), u32> = Item::new("DeniableRoll", "EntryCount");
	/// The place of a voter on a roll.
	pub const VOTERS: Item<(RollId, VoterId), roll::Voter> = Item::new("DeniableRoll", "Voters");
}

/// Elections, as they were announced.
pub mod elections {
	use super::*;

	/// Elections that are neither certified nor annulled.
	pub const ACTIVE: Item<(), Vec<ElectionId>> = Item::new("Elections", "Active");
	/// Phase, roll and calendar of an election.
	pub const HEADERS: Item<(ElectionId,), types::ElectionHeader> = Item::new("Elections", "Headers");
	/// Title and regions of an election.
	pub const ABOUT: Item<(ElectionId,), types::About> = Item::new("Elections", "About");
	/// A unit of an election.
	pub const UNITS: Item<(ElectionId, UnitId), Unit> = Item::new("Elections", "Units");
	/// The contests that stand on a style of ballot paper.
	pub const STYLES: Item<(ElectionId, u8), ContestList> = Item::new("Elections", "Styles");
	/// A contest of an election.
	pub const CONTESTS: Item<(ElectionId, ContestId), Contest> = Item::new("Elections", "Contests");
	/// The candidates of a list: contest, and option of that contest.
	pub const SLATES: Item<(ElectionId, (ContestId, u16)), Slate> = Item::new("Elections", "Slates");
}

/// Key ceremonies, and the keys that they made.
pub mod trustees {
	use super::*;

	/// The key ceremony of an election or roll.
	pub const KEY_CEREMONIES: Item<(Subject,), types::Ceremony> = Item::new("Trustees", "KeyCeremonies");
	/// Ceremonies that wait for a trustee.
	pub const RUNNING: Item<(), Vec<Subject>> = Item::new("Trustees", "Running");
	/// The key with which a trustee receives shares.
	pub const RECIPIENT_KEYS: Item<(Subject, TrusteeIndex), Encoded> = Item::new("Trustees", "RecipientKeys");
	/// The commitment of a trustee to its dealing.
	pub const COMMITMENTS: Item<(Subject, TrusteeIndex), [u8; 32]> = Item::new("Trustees", "Commitments");
	/// The dealing of a trustee.
	pub const DEALINGS: Item<(Subject, TrusteeIndex), Dealing> = Item::new("Trustees", "Dealings");
	/// The keys that a ceremony made.
	pub const KEY_SETS: Item<(Subject,), KeySet> = Item::new("Trustees", "KeySets");
	/// The newest epoch of a roll that has a key.
	pub const EPOCHS: Item<(RollId,), u16> = Item::new("Trustees", "Epochs");
	/// The roll whose key an election uses, and its epoch.
	pub const PINS: Item<(ElectionId,), (RollId, u16)> = Item::new("Trustees", "Pins");
}

/// Storage of the ballot box.
pub mod ballot_box {
	use super::*;

	/// How many ballots lie in a unit's box.
	pub const BOXES: Item<(ElectionId, UnitId), types::UnitBox> = Item::new("BallotBox", "Boxes");
	/// A direct ballot, by election, unit and slot.
	pub const SLOTS: Item<(ElectionId, UnitId, u32), types::Slot> = Item::new("BallotBox", "Slots");
	/// The place of a credential's direct ballot in the box.
	pub const CASTS: Item<(ElectionId, AccountId32), types::Cast> = Item::new("BallotBox", "Casts");
	/// A deniable ballot, by election, unit and slot.
	pub const DENIABLE_SLOTS: Item<(ElectionId, UnitId, u32), types::DeniableSlot> =
		Item::new("BallotBox", "DeniableSlots");
	/// The place of a credential's deniable ballot in the box; the second account is the booth's.
	pub const DENIABLE_CASTS: Item<(ElectionId, AccountId32, AccountId32), types::Cast> =
		Item::new("BallotBox", "DeniableCasts");
}

/// Storage of the tally.
pub mod tally {
	use super::*;

	/// A list after a number of mixes, by page.
	pub const PAGES: Item<(ListId, u16, u32), Vec<Ciphertext>> = Item::new("Tally", "Pages");
	/// The encrypted tags of a list, by page.
	pub const TAGS: Item<(ListId, u32), Vec<Ciphertext>> = Item::new("Tally", "Tags");
	/// The votes of a contest in a unit, once they are counted.
	pub const COUNTS: Item<(ElectionId, (ContestId, UnitId)), types::Count> = Item::new("Tally", "Counts");
	/// What the rule made of the votes of a contest, with its working, encoded.
	pub const OUTCOMES: Item<(ElectionId, ContestId), Vec<u8>> = Item::new("Tally", "Outcomes");
	/// The marks of candidates of lists in a region, one counter for each place.
	pub const PREFERENCES: Item<(ElectionId, (ContestId, u16)), Vec<u64>> = Item::new("Tally", "Preferences");
	/// Who was elected from a list, encoded.
	pub const SEATED_LISTS: Item<(ElectionId, (ContestId, u16)), Vec<u8>> = Item::new("Tally", "SeatedLists");
}

//! Every view function that is asked, by pallet, with the types of its arguments and answer: nowhere else are they named.

use crate::chain::{description::ViewFunction, types};
use ballot_crypto::{
	enrolment::{batch::Activation, Pair},
	envelope::EnvelopeHash,
};
use dobush_primitives::{roll, ContestId, Definition, ElectionId, ListMembers, RollId, UnitId};
use electoral_rules::{DecideError, Outcome};
use sp_runtime::{AccountId32, DispatchError};

/// View functions about motions of the commission.
pub mod motions {
	use super::*;

	/// What a motion with this call would answer if it were carried now.
	pub const TRIAL: ViewFunction<(types::EncodedCall,), Result<(), DispatchError>> =
		ViewFunction::new("Motions", "trial");
}

/// View functions of direct rolls.
pub mod voter_registry {
	use super::*;

	/// The voters of each unit of a direct roll.
	pub const REGISTERED: ViewFunction<(RollId,), Vec<u32>> = ViewFunction::new("VoterRegistry", "registered");
}

/// View functions of deniable rolls.
pub mod deniable_roll {
	use super::*;

	/// Record, keys and pairs of a batch.
	pub type WholeBatch = (roll::BatchRecord, Vec<Activation>, Vec<Pair>);

	/// The offices of a roll, those dismissed included.
	pub const OFFICES: ViewFunction<(RollId,), Vec<(AccountId32, roll::Office)>> =
		ViewFunction::new("DeniableRoll", "offices");
	/// A page of a booth's envelopes, and whether each is used.
	pub const ENVELOPES: ViewFunction<(AccountId32, u32), Vec<(EnvelopeHash, bool)>> =
		ViewFunction::new("DeniableRoll", "envelopes");
	/// A batch of a booth, by number.
	pub const BATCH: ViewFunction<(AccountId32, u32), Option<WholeBatch>> = ViewFunction::new("DeniableRoll", "batch");
	/// The batches of a unit from a number on: booth, and number at the booth.
	pub const BATCHES_OF: ViewFunction<(RollId, UnitId, u32), Vec<(AccountId32, u32)>> =
		ViewFunction::new("DeniableRoll", "batches_of");
	/// The entries of a unit from a number on.
	pub const ENTRIES_OF: ViewFunction<(RollId, UnitId, u32), Vec<roll::Entry>> =
		ViewFunction::new("DeniableRoll", "entries_of");
	/// The voters of each unit of a roll.
	pub const REGISTERED: ViewFunction<(RollId,), Vec<u32>> = ViewFunction::new("DeniableRoll", "registered");
	/// What happened in a unit on each day from a given day.
	pub const DAYS: ViewFunction<(RollId, UnitId, u32), Vec<roll::DayCounts>> =
		ViewFunction::new("DeniableRoll", "days");
}

/// View functions of elections.
pub mod elections {
	use super::*;

	/// The definition of an election, as it was announced.
	pub const DEFINITION: ViewFunction<(ElectionId,), Option<Definition<AccountId32>>> =
		ViewFunction::new("Elections", "definition");
	/// The status of an election.
	pub const STATUS: ViewFunction<(ElectionId,), Option<types::ElectionStatus>> =
		ViewFunction::new("Elections", "status");
	/// The elections from a number on, as many as the chain gives at once.
	pub const ELECTIONS: ViewFunction<(ElectionId,), Vec<types::ElectionEntry>> =
		ViewFunction::new("Elections", "elections");
	/// The voters of each unit when the roll closed.
	pub const REGISTERED_VOTERS: ViewFunction<(ElectionId,), Vec<u32>> =
		ViewFunction::new("Elections", "registered_voters");
}

/// View functions of the tally.
pub mod tally {
	use super::*;

	/// The duties of an account in an election, for a number of units from a first one.
	pub const DUTY_OF: ViewFunction<(AccountId32, ElectionId, UnitId, u16), Vec<types::Duty>> =
		ViewFunction::new("Tally", "duty_of");
	/// The lists of an election, for a number of units from a first one.
	pub const LISTS: ViewFunction<(ElectionId, UnitId, u16), Vec<types::ListStatus>> =
		ViewFunction::new("Tally", "lists");
	/// The groups of units whose ballots are matched together.
	pub const GROUPS: ViewFunction<(ElectionId,), Vec<types::Group>> = ViewFunction::new("Tally", "groups");
	/// The outcome of a contest.
	pub const OUTCOME: ViewFunction<(ElectionId, ContestId), Option<Result<Outcome, DecideError>>> =
		ViewFunction::new("Tally", "outcome");
	/// The members for each list of a contest.
	pub const MEMBERS: ViewFunction<(ElectionId, ContestId), Vec<ListMembers>> = ViewFunction::new("Tally", "members");
}

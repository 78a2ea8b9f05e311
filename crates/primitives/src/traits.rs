//! The small traits by which pallets meet: what one pallet tells the others.
//!
//! Most methods have a default: the answer of a neighbour that knows of nothing. So a test implements only what it asks. The
//! pallets themselves implement every method; the lint `clippy::missing_trait_methods` holds them to it.

use crate::{
	Affiliations, ContestId, ContestList, ElectionId, Mode, Moment, Phase, RollId, TrusteeIndex, Trustees, UnitId,
};
use alloc::vec::Vec;
use ballot_crypto::{Ciphertext, Encoded};
use electoral_rules::{BallotFormat, ListFilling, OptionKind, Rule, Sex, Slots, Verdict};
use sp_runtime::{DispatchError, DispatchResult};

/// What the ballot box must know to receive a ballot, in one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Polls {
	/// The phase of the election.
	pub phase: Phase,
	/// The roll.
	pub roll: RollId,
	/// The block at whose end the roll was fixed.
	pub roll_closed_in: u32,
	/// The block in which the polls closed, if they have.
	pub polls_closed_in: Option<u32>,
	/// How many ballots a credential may cast.
	pub ballots_per_credential: u16,
	/// The key that ballots are encrypted under.
	pub vote_key: Encoded,
	/// Whether credentials are public.
	pub mode: Mode,
}

/// Told by the pallet `elections`.
pub trait Elections<AccountId> {
	/// The phase of an election, if it exists.
	fn phase(_election: ElectionId) -> Option<Phase> {
		None
	}
	/// What the ballot box must know; none until the polls have opened.
	fn polls(_election: ElectionId) -> Option<Polls> {
		None
	}
	/// How many counting units the election has.
	fn units(_election: ElectionId) -> u16 {
		0
	}
	/// The region of a unit.
	fn region_of(_election: ElectionId, _unit: UnitId) -> Option<u16> {
		None
	}
	/// The contests on the ballots of a unit.
	fn contests_of(_election: ElectionId, _unit: UnitId) -> Option<ContestList> {
		None
	}
	/// How many contests the election has.
	fn contests(_election: ElectionId) -> u8 {
		0
	}
	/// The options and the rule of a contest.
	fn contest(_election: ElectionId, _contest: ContestId) -> Option<(Vec<OptionKind>, Rule)> {
		None
	}
	/// What a ballot of a contest may select, and how it is encoded.
	fn format(_election: ElectionId, _contest: ContestId) -> Option<BallotFormat> {
		None
	}
	/// How the seats of the lists of a contest are filled; none if the definition does not say it.
	fn filling(_election: ElectionId, _contest: ContestId) -> Option<ListFilling> {
		None
	}
	/// The candidates of a list of such a contest, in its order: the sex of each, if the law counts it.
	fn slate(_election: ElectionId, _contest: ContestId, _list: u16) -> Vec<Option<Sex>> {
		Vec::new()
	}
	/// The contests of lists whose thresholds count seats won in other contests, ascending: they are decided after all others.
	fn counting_direct_seats(_election: ElectionId) -> Vec<ContestId> {
		Vec::new()
	}
	/// The candidates of other contests whose seats count for the lists of this one.
	fn affiliations(_election: ElectionId, _lists: ContestId) -> Affiliations {
		Affiliations::new()
	}
	/// The table slots of a contest, in which a deniable ballot encodes a selection; none if there is no such contest. Computed
	/// from options and format, which is not cheap.
	fn slots(election: ElectionId, contest: ContestId) -> Option<Slots> {
		let (options, _) = Self::contest(election, contest)?;
		Some(Self::format(election, contest)?.slots(u16::try_from(options.len()).ok()?))
	}
	/// Voters on the roll of a unit when it closed.
	fn registered(_election: ElectionId, _unit: UnitId) -> u32 {
		0
	}
	/// How many regions the election has.
	fn regions(_election: ElectionId) -> u16 {
		0
	}
	/// The trustees of the election.
	fn trustees(_election: ElectionId) -> Option<Trustees<AccountId>> {
		None
	}
	/// How long one step may take, in milliseconds.
	fn step_deadline(_election: ElectionId) -> Option<Moment> {
		None
	}
	/// Whether any election from roll closure to certificate uses this roll.
	fn is_roll_in_use(_roll: RollId) -> bool {
		false
	}
	/// Whether credentials are public.
	fn mode(_election: ElectionId) -> Option<Mode> {
		None
	}
	/// The roll of the election, and what of it is fixed for the election.
	fn roll(_election: ElectionId) -> Option<RollOf> {
		None
	}
	/// The ballot style of a unit.
	fn style_of(_election: ElectionId, _unit: UnitId) -> Option<u8> {
		None
	}
	/// When the roll is next fixed for an election that is being prepared.
	fn next_roll_closing(_roll: RollId) -> Option<Moment> {
		None
	}
}

/// The roll of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RollOf {
	/// Its number.
	pub roll: RollId,
	/// The block at whose end it was fixed; none until then.
	pub closed_in: Option<u32>,
	/// The epoch of the roll key whose holders open the tags of this election; none until the polls open, and in direct
	/// elections.
	pub epoch: Option<u16>,
}

/// Told by the pallet `voter-registry`.
pub trait Registry<AccountId> {
	/// How many units a roll has, if it exists.
	fn units(_roll: RollId) -> Option<u16> {
		None
	}
	/// How many active voters a unit of a roll has now.
	fn registered(_roll: RollId, _unit: UnitId) -> u32 {
		0
	}
	/// The unit of a credential that was active on the roll at the end of block `at`.
	fn unit_of(_credential: &AccountId, _roll: RollId, _at: u32) -> Option<UnitId> {
		None
	}
	/// Whether this account is a credential, active or not.
	fn is_credential(_account: &AccountId) -> bool {
		false
	}
	/// Whether this account is a desk in office.
	fn is_desk(_account: &AccountId) -> bool {
		false
	}
	/// The roll that a desk in office fills.
	fn desk_of(_account: &AccountId) -> Option<RollId> {
		None
	}
}

/// Told by the pallet `deniable-roll`.
pub trait DeniableRolls<AccountId> {
	/// Whether the entries of this roll are encrypted. `Registry` answers for its units and desks.
	fn is_deniable(_roll: RollId) -> bool {
		false
	}
	/// How many active voters a unit has now. `Registry::registered` gives the same answer for a deniable roll.
	fn registered(_roll: RollId, _unit: UnitId) -> u32 {
		0
	}
	/// The unit of the credential that a booth activated for a key, if it was active at the end of block `at`.
	fn unit_of(_credential: &AccountId, _booth: &AccountId, _roll: RollId, _at: u32) -> Option<UnitId> {
		None
	}
	/// Whether this account is a key that was activated, by whichever booth.
	fn is_credential(_account: &AccountId) -> bool {
		false
	}
	/// Whether this account is a booth in office.
	fn is_booth(_account: &AccountId) -> bool {
		false
	}
	/// Whether this account is or was a booth or an envelope printer: it can be nothing else.
	fn has_office(account: &AccountId) -> bool {
		Self::is_booth(account)
	}
	/// How many entries a unit has ever had; they are numbered `0..entries` and never move.
	fn entries(_roll: RollId, _unit: UnitId) -> u32 {
		0
	}
	/// The ciphertext `E_V` of an entry, if the entry was active at the end of block `at`.
	fn entry(_roll: RollId, _unit: UnitId, _entry: u32, _at: u32) -> Option<Ciphertext> {
		None
	}
	/// Whether another election may be announced on the roll: it has a key, and together with the `waiting` elections, for which
	/// it is to be fixed already, it has not served as often as it may.
	fn may_serve(_roll: RollId, _waiting: u16) -> bool {
		false
	}
	/// Called when the roll is fixed for an election, which counts towards its expiry.
	fn serve(_roll: RollId, _election: ElectionId) {}
	/// Called when an election is annulled before its polls opened: it does not count towards the roll's expiry.
	fn give_back(_roll: RollId, _election: ElectionId) {}
}

/// A trustee who holds a share of a key after its ceremony.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder<AccountId> {
	/// The trustee's index.
	pub index: TrusteeIndex,
	/// The trustee's account.
	pub account: AccountId,
	/// `V_j`, the public key of the trustee's share.
	pub verification_key: Encoded,
}

/// Told by the pallet `trustees`.
pub trait Ceremonies<AccountId> {
	/// Starts the key ceremony of an election: a vote key, and a tagging key if it is deniable. Each stage lasts at most
	/// `step_deadline` milliseconds.
	fn begin(
		_election: ElectionId,
		_trustees: &Trustees<AccountId>,
		_deniable: bool,
		_step_deadline: Moment,
	) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	/// The vote key, once the ceremony has finished.
	fn vote_key(_election: ElectionId) -> Option<Encoded> {
		None
	}
	/// The holders of shares of the vote key, by ascending index; empty until the ceremony has finished.
	fn holders(_election: ElectionId) -> Vec<Holder<AccountId>> {
		Vec::new()
	}
	/// The tagging key of a deniable election, once the ceremony has finished.
	fn tagging_key(_election: ElectionId) -> Option<Encoded> {
		None
	}
	/// The holders of shares of the tagging key: those of the vote key, with other verification keys.
	fn tagging_holders(_election: ElectionId) -> Vec<Holder<AccountId>> {
		Vec::new()
	}
	/// The roll key, once it is made. A re-sharing does not change it.
	fn roll_key(_roll: RollId) -> Option<Encoded> {
		None
	}
	/// Pins the present epoch of the roll key for an election until [`Ceremonies::end`]. Returns the epoch, from 0; none if the
	/// roll has no key.
	fn pin_roll_key(_election: ElectionId, _roll: RollId) -> Option<u16> {
		None
	}
	/// How many holders of an epoch of the roll key open a tag together, and the holders.
	fn roll_holders(_roll: RollId, _epoch: u16) -> Option<(u16, Vec<Holder<AccountId>>)> {
		None
	}
	/// Whether this account is a trustee of an election that is under way, or of a roll key that is in use or being made.
	fn is_trustee(_account: &AccountId) -> bool {
		false
	}
	/// Ends the office of the trustees of an election that is certified or annulled.
	fn end(_election: ElectionId) {}
	/// Called when the last election of a roll that serves no more has ended: the holders of its key leave office, a few blocks
	/// later.
	fn retire_roll_key(_roll: RollId) {}
}

/// Told by the pallet `ballot-box`.
pub trait BallotBox {
	/// How many ballots lie in the box of a unit.
	fn ballots(election: ElectionId, unit: UnitId) -> u32;
	/// The ciphertexts of the ballot in a slot, `0..ballots`, in the order of the unit's contests. A deniable ballot has one for
	/// each table slot of a contest, and then those of the next contest.
	fn ciphertexts(election: ElectionId, unit: UnitId, slot: u32) -> Option<Vec<Ciphertext>>;
	/// Whether no membership proof of the election waits to be checked. Always true of direct elections; mixing waits for it in
	/// deniable ones.
	fn is_settled(election: ElectionId) -> bool;
	/// The key and the booth of the ballot in a slot of a deniable election; none if the ballot was dropped.
	fn caster(election: ElectionId, unit: UnitId, slot: u32) -> Option<Caster>;
}

/// The credential that cast a ballot of a deniable election.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caster {
	/// The key P.
	pub credential: Encoded,
	/// The account of the booth that activated it.
	pub booth: [u8; 32],
}

/// Told by the pallet `tally`.
pub trait Tally {
	/// Starts to tally an election whose box has closed.
	fn begin(election: ElectionId) -> DispatchResult;
	/// The digest of the result, once every contest is counted and decided.
	fn result(election: ElectionId) -> Option<[u8; 32]>;
	/// The verdict of a contest, once the election is counted.
	fn verdict(election: ElectionId, contest: ContestId) -> Option<Verdict>;
	/// Removes the tally of an annulled election. A result that is published stays.
	fn abandon(election: ElectionId);
}

//! The small traits by which pallets meet. Each is what one pallet tells the others; `()` is a neighbour that is missing.

use crate::{ContestId, ContestList, ElectionId, Moment, Phase, RollId, TrusteeIndex, Trustees, UnitId};
use alloc::vec::Vec;
use ballot_crypto::{Ciphertext, Encoded};
use electoral_rules::{BallotFormat, OptionKind, Rule, Verdict};
use sp_runtime::{DispatchError, DispatchResult};

/// What the ballot box must know to receive a ballot: one question, one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Polls {
	/// The phase of the election.
	pub phase: Phase,
	/// The roll.
	pub roll: RollId,
	/// The block in which the roll was fixed.
	pub roll_closed_in: u32,
	/// The block in which the polls closed.
	pub polls_closed_in: Option<u32>,
	/// How many ballots a credential may cast.
	pub ballots_per_credential: u16,
	/// The key that ballots are encrypted under.
	pub vote_key: Encoded,
}

/// Told by the pallet `elections`.
pub trait Elections<AccountId> {
	/// The phase of an election, if it exists.
	fn phase(election: ElectionId) -> Option<Phase>;
	/// What the ballot box must know; none before the polls have opened.
	fn polls(election: ElectionId) -> Option<Polls>;
	/// How many counting units the election has.
	fn units(election: ElectionId) -> u16;
	/// The region of a unit.
	fn region_of(election: ElectionId, unit: UnitId) -> Option<u16>;
	/// The contests on the ballots of a unit.
	fn contests_of(election: ElectionId, unit: UnitId) -> Option<ContestList>;
	/// How many contests the election has.
	fn contests(election: ElectionId) -> u8;
	/// The options and the rule of a contest.
	fn contest(election: ElectionId, contest: ContestId) -> Option<(Vec<OptionKind>, Rule)>;
	/// How a selection of a contest is written.
	fn format(election: ElectionId, contest: ContestId) -> Option<BallotFormat>;
	/// Voters on the roll of a unit when it closed.
	fn registered(election: ElectionId, unit: UnitId) -> u32;
	/// How many regions the election has.
	fn regions(election: ElectionId) -> u16;
	/// The trustees of the election.
	fn trustees(election: ElectionId) -> Option<Trustees<AccountId>>;
	/// How long one step may take, in milliseconds.
	fn step_deadline(election: ElectionId) -> Option<Moment>;
	/// Whether any election from roll closure to certificate uses this roll.
	fn is_roll_in_use(roll: RollId) -> bool;
}

/// Told by the pallet `voter-registry`.
pub trait Registry<AccountId> {
	/// How many units a roll has, if it exists.
	fn units(roll: RollId) -> Option<u16>;
	/// How many active voters a unit of a roll has now.
	fn registered(roll: RollId, unit: UnitId) -> u32;
	/// The unit of a credential that was active on the roll at the end of block `at`.
	fn unit_of(credential: &AccountId, roll: RollId, at: u32) -> Option<UnitId>;
	/// Whether this account is a credential, active or not.
	fn is_credential(account: &AccountId) -> bool;
	/// Whether this account is a desk in office.
	fn is_desk(account: &AccountId) -> bool;
}

/// A trustee who came out of the ceremony with a share of the key.
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
	/// Starts the key ceremony of an election; each stage lasts at most `step_deadline` milliseconds.
	fn begin(election: ElectionId, trustees: &Trustees<AccountId>, step_deadline: Moment) -> DispatchResult;
	/// The vote key, once the ceremony has ended well.
	fn vote_key(election: ElectionId) -> Option<Encoded>;
	/// Who holds shares of the vote key, by ascending index; empty before the ceremony has ended.
	fn holders(election: ElectionId) -> Vec<Holder<AccountId>>;
	/// Whether this account is a trustee of an election that is under way.
	fn is_trustee(account: &AccountId) -> bool;
	/// Ends the trustees' office for an election that is certified or annulled.
	fn end(election: ElectionId);
}

/// Told by the pallet `ballot-box`.
pub trait BallotBox {
	/// How many ballots lie in the box of a unit.
	fn ballots(election: ElectionId, unit: UnitId) -> u32;
	/// The ciphertexts of the ballot in a slot, 0..ballots, in the order of the unit's contests.
	fn ciphertexts(election: ElectionId, unit: UnitId, slot: u32) -> Option<Vec<Ciphertext>>;
}

/// Told by the pallet `tally`.
pub trait Tally {
	/// Starts to tally an election whose box has closed.
	fn begin(election: ElectionId) -> DispatchResult;
	/// The digest of the result, once every contest is counted and decided.
	fn result(election: ElectionId) -> Option<[u8; 32]>;
	/// Who won what in a contest that is decided.
	fn verdict(election: ElectionId, contest: ContestId) -> Option<Verdict>;
	/// Drops what is under way in an annulled election.
	fn abandon(election: ElectionId);
}

impl<AccountId> Elections<AccountId> for () {
	fn phase(_: ElectionId) -> Option<Phase> {
		None
	}
	fn polls(_: ElectionId) -> Option<Polls> {
		None
	}
	fn units(_: ElectionId) -> u16 {
		0
	}
	fn region_of(_: ElectionId, _: UnitId) -> Option<u16> {
		None
	}
	fn contests_of(_: ElectionId, _: UnitId) -> Option<ContestList> {
		None
	}
	fn contests(_: ElectionId) -> u8 {
		0
	}
	fn contest(_: ElectionId, _: ContestId) -> Option<(Vec<OptionKind>, Rule)> {
		None
	}
	fn format(_: ElectionId, _: ContestId) -> Option<BallotFormat> {
		None
	}
	fn registered(_: ElectionId, _: UnitId) -> u32 {
		0
	}
	fn regions(_: ElectionId) -> u16 {
		0
	}
	fn trustees(_: ElectionId) -> Option<Trustees<AccountId>> {
		None
	}
	fn step_deadline(_: ElectionId) -> Option<Moment> {
		None
	}
	fn is_roll_in_use(_: RollId) -> bool {
		false
	}
}

impl<AccountId> Registry<AccountId> for () {
	fn units(_: RollId) -> Option<u16> {
		None
	}
	fn registered(_: RollId, _: UnitId) -> u32 {
		0
	}
	fn unit_of(_: &AccountId, _: RollId, _: u32) -> Option<UnitId> {
		None
	}
	fn is_credential(_: &AccountId) -> bool {
		false
	}
	fn is_desk(_: &AccountId) -> bool {
		false
	}
}

impl<AccountId> Ceremonies<AccountId> for () {
	fn begin(_: ElectionId, _: &Trustees<AccountId>, _: Moment) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn vote_key(_: ElectionId) -> Option<Encoded> {
		None
	}
	fn holders(_: ElectionId) -> Vec<Holder<AccountId>> {
		Vec::new()
	}
	fn is_trustee(_: &AccountId) -> bool {
		false
	}
	fn end(_: ElectionId) {}
}

impl BallotBox for () {
	fn ballots(_: ElectionId, _: UnitId) -> u32 {
		0
	}
	fn ciphertexts(_: ElectionId, _: UnitId, _: u32) -> Option<Vec<Ciphertext>> {
		None
	}
}

impl Tally for () {
	fn begin(_: ElectionId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn result(_: ElectionId) -> Option<[u8; 32]> {
		None
	}
	fn verdict(_: ElectionId, _: ContestId) -> Option<Verdict> {
		None
	}
	fn abandon(_: ElectionId) {}
}

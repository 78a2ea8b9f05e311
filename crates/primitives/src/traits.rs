//! The small traits by which pallets meet. Each is what one pallet tells the others; `()` is a neighbour that is missing.

use crate::{
	Affiliations, ContestId, ContestList, ElectionId, Mode, Moment, Phase, RollId, TrusteeIndex, Trustees, UnitId,
};
use alloc::vec::Vec;
use ballot_crypto::{Ciphertext, Encoded};
use electoral_rules::{BallotFormat, ListFilling, OptionKind, Rule, Sex, Slots, Verdict};
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
	/// Whether credentials are public.
	pub mode: Mode,
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
	/// How the seats of the lists of a contest are filled, if the definition says it.
	fn filling(_election: ElectionId, _contest: ContestId) -> Option<ListFilling> {
		None
	}
	/// The candidates of a list of such a contest, in its order: their sexes, where the law counts them.
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
	/// The table slots of a contest, by which a deniable ballot says a selection. Read from its options and format, so not
	/// cheap. None if there is no such contest.
	fn slots(election: ElectionId, contest: ContestId) -> Option<Slots> {
		let (options, _) = Self::contest(election, contest)?;
		Some(Self::format(election, contest)?.slots(u16::try_from(options.len()).ok()?))
	}
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
	/// Whether credentials are public.
	fn mode(election: ElectionId) -> Option<Mode>;
	/// The roll of the election, the block at whose end it was fixed (none before), and the epoch of the roll key's shares
	/// that the election uses (none before, and in direct elections).
	fn roll(election: ElectionId) -> Option<RollOf>;
	/// The ballot style of a unit.
	fn style_of(election: ElectionId, unit: UnitId) -> Option<u8>;
	/// When the roll is next fixed for an election that is being prepared.
	fn next_roll_closing(roll: RollId) -> Option<Moment>;
}

/// The roll of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RollOf {
	/// Its number.
	pub roll: RollId,
	/// The block at whose end it was fixed.
	pub closed_in: Option<u32>,
	/// Whose shares of the roll key open the tags of this election.
	pub epoch: Option<u16>,
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
	/// The roll that a desk in office fills.
	fn desk_of(account: &AccountId) -> Option<RollId>;
}

/// Told by the pallet `deniable-roll`.
pub trait DeniableRolls<AccountId> {
	/// Whether the entries of this roll are encrypted. `Registry` answers for its units and desks.
	fn is_deniable(roll: RollId) -> bool;
	/// How many active voters a unit has now; `Registry::registered` passes this on.
	fn registered(roll: RollId, unit: UnitId) -> u32;
	/// The unit of the credential that a booth activated for a key, if it was active at the end of block `at`.
	fn unit_of(credential: &AccountId, booth: &AccountId, roll: RollId, at: u32) -> Option<UnitId>;
	/// Whether this account is a key that was activated, by whichever booth.
	fn is_credential(account: &AccountId) -> bool;
	/// Whether this account is a booth in office.
	fn is_booth(account: &AccountId) -> bool;
	/// Whether this account is or was a booth or an envelope printer: it can be nothing else.
	fn has_office(account: &AccountId) -> bool {
		Self::is_booth(account)
	}
	/// How many entries a unit has ever had; they are numbered `0..entries` and never move.
	fn entries(roll: RollId, unit: UnitId) -> u32;
	/// An entry, `E_V`, if it was a voter's at the end of block `at`.
	fn entry(roll: RollId, unit: UnitId, entry: u32, at: u32) -> Option<Ciphertext>;
	/// Whether another election may be announced on the roll, for which so many wait to be fixed already: it has a key, and with
	/// these has not served as often as it may.
	fn may_serve(roll: RollId, waiting: u16) -> bool;
	/// The roll is fixed for an election: counts towards its expiry.
	fn serve(roll: RollId, election: ElectionId);
	/// The election was annulled before its polls opened: it does not count towards the roll's expiry.
	fn give_back(roll: RollId, election: ElectionId);
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
	/// Starts the key ceremony of an election: a vote key, and a tagging key if it is deniable. Each stage lasts at most
	/// `step_deadline` milliseconds.
	fn begin(
		election: ElectionId,
		trustees: &Trustees<AccountId>,
		deniable: bool,
		step_deadline: Moment,
	) -> DispatchResult;
	/// The vote key, once the ceremony has ended well.
	fn vote_key(election: ElectionId) -> Option<Encoded>;
	/// Who holds shares of the vote key, by ascending index; empty before the ceremony has ended.
	fn holders(election: ElectionId) -> Vec<Holder<AccountId>>;
	/// The tagging key of a deniable election, once the ceremony has ended well.
	fn tagging_key(election: ElectionId) -> Option<Encoded>;
	/// Who holds shares of the tagging key: the holders of the vote key, with other verification keys.
	fn tagging_holders(election: ElectionId) -> Vec<Holder<AccountId>>;
	/// The roll key, once it is made. It stays the same when it is shared anew.
	fn roll_key(roll: RollId) -> Option<Encoded>;
	/// Uses the present shares of the roll key for an election until [`Ceremonies::end`]: their epoch, counted from 0.
	fn pin_roll_key(election: ElectionId, roll: RollId) -> Option<u16>;
	/// How many holders open a tag, and who they are, in an epoch of the roll key.
	fn roll_holders(roll: RollId, epoch: u16) -> Option<(u16, Vec<Holder<AccountId>>)>;
	/// Whether this account is a trustee of an election that is under way, or of a roll key that is in use or being made.
	fn is_trustee(account: &AccountId) -> bool;
	/// Ends the trustees' office for an election that is certified or annulled.
	fn end(election: ElectionId);
	/// The last election of a roll that serves no more has ended: the holders of its key leave office, a little later.
	fn retire_roll_key(roll: RollId);
}

/// Told by the pallet `ballot-box`.
pub trait BallotBox {
	/// How many ballots lie in the box of a unit.
	fn ballots(election: ElectionId, unit: UnitId) -> u32;
	/// The ciphertexts of the ballot in a slot, 0..ballots, in the order of the unit's contests; of a deniable one all table
	/// slots of a contest, then the next.
	fn ciphertexts(election: ElectionId, unit: UnitId, slot: u32) -> Option<Vec<Ciphertext>>;
	/// Whether every ballot of the election is checked as far as it ever is. Always in direct elections; in deniable ones
	/// membership proofs are checked after casting, and mixing waits for it.
	fn is_settled(election: ElectionId) -> bool;
	/// Whose ballot lies in a slot of a deniable election: key and booth. None for one that was dropped publicly.
	fn caster(election: ElectionId, unit: UnitId, slot: u32) -> Option<Caster>;
}

/// Whose ballot it is in a deniable election.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caster {
	/// P
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
	/// Who won what in a contest that is decided.
	fn verdict(election: ElectionId, contest: ContestId) -> Option<Verdict>;
	/// Drops what is under way in an annulled election. A result that is there stays.
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
	fn mode(_: ElectionId) -> Option<Mode> {
		None
	}
	fn roll(_: ElectionId) -> Option<RollOf> {
		None
	}
	fn style_of(_: ElectionId, _: UnitId) -> Option<u8> {
		None
	}
	fn next_roll_closing(_: RollId) -> Option<Moment> {
		None
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
	fn desk_of(_: &AccountId) -> Option<RollId> {
		None
	}
}

impl<AccountId> DeniableRolls<AccountId> for () {
	fn is_deniable(_: RollId) -> bool {
		false
	}
	fn registered(_: RollId, _: UnitId) -> u32 {
		0
	}
	fn unit_of(_: &AccountId, _: &AccountId, _: RollId, _: u32) -> Option<UnitId> {
		None
	}
	fn is_credential(_: &AccountId) -> bool {
		false
	}
	fn is_booth(_: &AccountId) -> bool {
		false
	}
	fn entries(_: RollId, _: UnitId) -> u32 {
		0
	}
	fn entry(_: RollId, _: UnitId, _: u32, _: u32) -> Option<Ciphertext> {
		None
	}
	fn may_serve(_: RollId, _: u16) -> bool {
		false
	}
	fn serve(_: RollId, _: ElectionId) {}
	fn give_back(_: RollId, _: ElectionId) {}
}

impl<AccountId> Ceremonies<AccountId> for () {
	fn begin(_: ElectionId, _: &Trustees<AccountId>, _: bool, _: Moment) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn vote_key(_: ElectionId) -> Option<Encoded> {
		None
	}
	fn holders(_: ElectionId) -> Vec<Holder<AccountId>> {
		Vec::new()
	}
	fn tagging_key(_: ElectionId) -> Option<Encoded> {
		None
	}
	fn tagging_holders(_: ElectionId) -> Vec<Holder<AccountId>> {
		Vec::new()
	}
	fn roll_key(_: RollId) -> Option<Encoded> {
		None
	}
	fn pin_roll_key(_: ElectionId, _: RollId) -> Option<u16> {
		None
	}
	fn roll_holders(_: RollId, _: u16) -> Option<(u16, Vec<Holder<AccountId>>)> {
		None
	}
	fn is_trustee(_: &AccountId) -> bool {
		false
	}
	fn end(_: ElectionId) {}
	fn retire_roll_key(_: RollId) {}
}

impl BallotBox for () {
	fn ballots(_: ElectionId, _: UnitId) -> u32 {
		0
	}
	fn ciphertexts(_: ElectionId, _: UnitId, _: u32) -> Option<Vec<Ciphertext>> {
		None
	}
	fn is_settled(_: ElectionId) -> bool {
		true
	}
	fn caster(_: ElectionId, _: UnitId, _: u32) -> Option<Caster> {
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

//! What a deniable roll is made of. Protocol §2 and §3, A5.

use crate::{Moment, RollId, UnitId, VoterId};
use ballot_crypto::{
	enrolment::{
		order::{Enrolment, Order, Proof},
		Pair,
	},
	Ciphertext, Encoded, Signature,
};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The most keys of one batch: 128 bits record which of its pairs are used.
pub const MAX_BATCH_KEYS: u32 = 128;
/// The longest time in the terms of a roll: a leap year.
pub const MAX_TERM: Moment = 366 * DAY;
/// A day in milliseconds. Public counts are by UTC day.
pub const DAY: Moment = 24 * 60 * 60 * 1_000;

/// The reason for striking a voter off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Reason {
	/// The person has died.
	Deceased,
	/// The person votes in another unit or on another roll from now on.
	Moved,
	/// The person has lost the right to vote.
	LostRights,
	/// The person should not have been enrolled.
	EnrolledInError,
	/// The person asked for it.
	Withdrawn,
}

/// The rules of a deniable roll: chosen once, by the commission, in public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Terms {
	/// The least keys of a batch, decoys included: 2 to [`MAX_BATCH_KEYS`].
	pub least_keys: u32,
	/// The least voters of the first enrolment from a batch: 1 to `least_keys`.
	pub least_voters: u32,
	/// The most keys that one booth may activate: `least_keys` or more.
	pub most_keys_per_booth: u32,
	/// U: a booth casts a secret uniform number 0..=U of decoy ballots per unit.
	pub most_decoy_ballots: u16,
	/// A batch that is announced so many milliseconds after the booth's last one for the unit, or after the booth's appointment,
	/// is a flush: it may bring fewer voters, but never fewer keys. 1 to [`MAX_TERM`].
	pub flush_after: Moment,
	/// How often a voter may move to another unit while the roll is in use.
	pub most_moves: u8,
	/// Moves close so many milliseconds before the roll is fixed for an election. 0 to [`MAX_TERM`].
	pub moves_close_before: Moment,
	/// How many elections the roll serves before it expires: at least 1.
	pub serves: u16,
}

/// Which term is out of its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermRefused {
	/// `least_keys`
	LeastKeys,
	/// `least_voters`
	LeastVoters,
	/// `most_keys_per_booth`
	MostKeysPerBooth,
	/// `flush_after`
	FlushAfter,
	/// `moves_close_before`
	MovesCloseBefore,
	/// `serves`
	Serves,
}

impl Terms {
	/// Checks that each term is within its bounds; otherwise names the first that is not.
	pub fn check(&self) -> Result<(), TermRefused> {
		let Self { least_keys, least_voters, most_keys_per_booth, flush_after, moves_close_before, serves, .. } = self;
		let checks = [
			((2..=MAX_BATCH_KEYS).contains(least_keys), TermRefused::LeastKeys),
			((1..=*least_keys).contains(least_voters), TermRefused::LeastVoters),
			(most_keys_per_booth >= least_keys, TermRefused::MostKeysPerBooth),
			((1..=MAX_TERM).contains(flush_after), TermRefused::FlushAfter),
			(*moves_close_before <= MAX_TERM, TermRefused::MovesCloseBefore),
			(*serves > 0, TermRefused::Serves),
		];
		checks.into_iter().try_for_each(|(holds, refused)| if holds { Ok(()) } else { Err(refused) })
	}
}

/// A roll that is deniable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct DeniableRoll {
	/// Its rules.
	pub terms: Terms,
	/// The block in which it was opened.
	pub opened_in: u32,
	/// How many elections it has served.
	pub served: u16,
	/// The block in which it was fixed last.
	pub served_in: Option<u32>,
}

impl DeniableRoll {
	/// Whether it has served as often as it may. Its entries and credentials expire together.
	pub const fn is_expired(&self) -> bool {
		self.served >= self.terms.serves
	}

	/// Whether its entries are valid at the end of block `at`. Those of an expired roll are valid for the elections that it has
	/// served.
	pub fn answers_for(&self, at: u32) -> bool {
		!self.is_expired() || self.served_in.is_some_and(|served_in| at < served_in)
	}
}

/// The most elections that a chain may have under way at once. The questions when a roll is fixed next, and whether it is in
/// use, read all of them.
pub const MAX_ACTIVE_ELECTIONS: u32 = 64;

/// What an account does for a deniable roll.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum OfficeKind {
	/// Activates keys and co-signs enrolments.
	Booth,
	/// Registers envelopes.
	Printer,
}

/// The office of a booth or a printer: of one roll, for life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Office {
	/// The role.
	pub role: OfficeKind,
	/// The roll.
	pub roll: RollId,
	/// The block of the last appointment.
	pub appointed_in: u32,
	/// The time of the last appointment, UTC milliseconds.
	pub appointed_at: Moment,
	/// The block of the dismissal; none while it is in office.
	pub dismissed_in: Option<u32>,
}

impl Office {
	/// Whether the account is in office and may act.
	pub const fn is_held(&self) -> bool {
		self.dismissed_in.is_none()
	}
}

/// Counters of what a booth has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BoothCounts {
	/// Keys activated. Each of them has spent an envelope.
	pub keys: u32,
	/// Batches activated; they are numbered `0..batches`.
	pub batches: u32,
	/// Envelopes registered for it.
	pub envelopes: u32,
	/// Pages of envelopes; they are numbered `0..envelope_pages`.
	pub envelope_pages: u32,
	/// Sessions that were dropped after the first print, as the booth reports them.
	pub aborted_sessions: u32,
}

/// A registered envelope.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Envelope {
	/// The account of the one booth that may spend it.
	pub booth: [u8; 32],
	/// The block in which it was registered.
	pub registered_in: u32,
	/// The block in which it was spent, if it is spent.
	pub spent_in: Option<u32>,
}

/// A batch that a booth has announced for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Announcement {
	/// The hash of the batch: `ballot_crypto::enrolment::batch::BatchPlace::commitment_of`.
	pub commitment: [u8; 32],
	/// The block of the announcement.
	pub announced_in: u32,
	/// The time of the announcement, UTC milliseconds.
	pub announced_at: Moment,
	/// Whether it may bring fewer voters than the terms ask for.
	pub flush: bool,
}

/// A batch that was activated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BatchRecord {
	/// The counting unit.
	pub unit: UnitId,
	/// The number of its keys, and of its pairs.
	pub keys: u32,
	/// Whether it may bring fewer voters than the terms ask for.
	pub flush: bool,
	/// The block in which it was announced.
	pub announced_in: u32,
	/// The block in which it was activated.
	pub activated_in: u32,
	/// Bit i says whether pair i has been enrolled.
	pub used: u128,
}

impl BatchRecord {
	/// Whether a pair was used. A position of 128 or more counts as used.
	pub const fn is_used(&self, position: u8) -> bool {
		match 1u128.checked_shl(position as u32) {
			Some(bit) => self.used & bit != 0,
			None => true,
		}
	}

	/// Marks a pair as used. Returns whether it was unused before.
	pub fn spend(&mut self, position: u8) -> bool {
		let fresh = !self.is_used(position);
		self.used |= 1u128.checked_shl(position.into()).unwrap_or(0);
		fresh
	}
}

/// A key that a booth activated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Credential {
	/// The roll.
	pub roll: RollId,
	/// The counting unit.
	pub unit: UnitId,
	/// The number of the booth's batch.
	pub batch: u32,
	/// The block in which it was activated.
	pub activated_in: u32,
}

/// An entry of the roll. It keeps its number and is never removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Entry {
	/// The voter's pseudonym.
	pub voter_id: VoterId,
	/// `E_V`, the voter's element under the roll key.
	pub element: Ciphertext,
	/// The block in which it was enrolled.
	pub enrolled_in: u32,
	/// The block in which it was struck off or replaced; none while it is active.
	pub struck_in: Option<u32>,
}

impl Entry {
	/// Whether it was active at the end of a block.
	pub fn is_active_at_the_end_of(&self, block: u32) -> bool {
		self.enrolled_in <= block && self.struck_in.is_none_or(|struck_in| struck_in > block)
	}
}

/// The place of a voter on the roll, or the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Voter {
	/// The counting unit.
	pub unit: UnitId,
	/// The number of the newest entry in that unit.
	pub entry: u32,
	/// How often the voter has moved to another unit.
	pub moves: u8,
}

/// Counters of what happened to the roll of a unit on one UTC day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct DayCounts {
	/// Voters who were on no unit's roll before.
	pub enrolled: u32,
	/// Voters who got a new entry in the same unit.
	pub re_enrolled: u32,
	/// Voters who came from another unit.
	pub moved_in: u32,
	/// Voters who went to another unit.
	pub moved_out: u32,
	/// Voters who were struck off.
	pub struck_off: u32,
}

/// A voter's enrolment, ordered by a desk and co-signed by a booth, as it is sent. The unit is named once for all enrolments
/// of a call. 357 bytes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CosignedEnrolment {
	/// The person's pseudonym.
	pub voter_id: VoterId,
	/// V of the voter's slip.
	pub slip: Encoded,
	/// The account of the desk that ordered it. Another desk of the roll may send it.
	pub desk: [u8; 32],
	/// The account of the booth that made the pair.
	pub booth: [u8; 32],
	/// The number of the booth's batch.
	pub batch: u32,
	/// The position of the pair in the batch, from 0.
	pub position: u8,
	/// The desk's signature of the order.
	pub desk_signature: Signature,
	/// The booth's signature of the enrolment.
	pub booth_signature: Signature,
	/// The proof that the pair's key contains V.
	pub proof: Proof,
}

impl CosignedEnrolment {
	/// The enrolment that desk and booth have signed.
	pub fn signed(&self, genesis: [u8; 32], unit: UnitId, pair: Pair) -> Enrolment {
		let Self { voter_id, slip, desk, booth, .. } = self;
		let order = Order { genesis, voter_id: voter_id.0, unit: unit.0, slip: *slip };
		Enrolment { order, desk: *desk, booth: *booth, pair }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const TERMS: Terms = Terms {
		least_keys: 8,
		least_voters: 3,
		most_keys_per_booth: 1_000,
		most_decoy_ballots: 20,
		flush_after: DAY,
		most_moves: 2,
		moves_close_before: 30 * DAY,
		serves: 4,
	};

	#[test]
	fn each_term_has_bounds() {
		assert_eq!(TERMS.check(), Ok(()));
		let refused = |change: &dyn Fn(&mut Terms)| {
			let mut terms = TERMS;
			change(&mut terms);
			terms.check().err()
		};
		assert_eq!(refused(&|terms| terms.least_keys = 1), Some(TermRefused::LeastKeys));
		assert_eq!(refused(&|terms| terms.least_keys = MAX_BATCH_KEYS + 1), Some(TermRefused::LeastKeys));
		assert_eq!(refused(&|terms| terms.least_voters = 0), Some(TermRefused::LeastVoters));
		assert_eq!(refused(&|terms| terms.least_voters = 9), Some(TermRefused::LeastVoters));
		assert_eq!(refused(&|terms| terms.most_keys_per_booth = 7), Some(TermRefused::MostKeysPerBooth));
		assert_eq!(refused(&|terms| terms.flush_after = 0), Some(TermRefused::FlushAfter));
		assert_eq!(refused(&|terms| terms.flush_after = MAX_TERM + 1), Some(TermRefused::FlushAfter));
		assert_eq!(refused(&|terms| terms.moves_close_before = MAX_TERM + 1), Some(TermRefused::MovesCloseBefore));
		assert_eq!(refused(&|terms| terms.serves = 0), Some(TermRefused::Serves));
	}

	#[test]
	fn an_expired_roll_answers_for_what_it_has_served() {
		let mut roll = DeniableRoll { terms: TERMS, opened_in: 1, served: 3, served_in: Some(50) };
		assert!(roll.answers_for(49) && roll.answers_for(1_000));
		roll.served = 4;
		assert!(roll.is_expired() && roll.answers_for(49) && !roll.answers_for(50));
	}

	#[test]
	fn a_pair_is_spent_once() {
		let mut batch =
			BatchRecord { unit: UnitId(0), keys: 128, flush: false, announced_in: 1, activated_in: 2, used: 0 };
		for position in [0, 1, 64, 127] {
			assert!(!batch.is_used(position) && batch.spend(position));
			assert!(batch.is_used(position) && !batch.spend(position));
		}
		assert_eq!(batch.used.count_ones(), 4);
		assert!(!batch.spend(128) && !batch.spend(255));
		assert_eq!(CosignedEnrolment::max_encoded_len(), 357);
	}
}

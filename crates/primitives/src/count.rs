//! What a tally says: votes of a unit or region, and how far the tally of an election is.

use crate::{ContestId, UnitId, MAX_OPTIONS};
use alloc::{vec, vec::Vec};
use electoral_rules::{Filled, LotNeeded};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{bounded::BoundedVec, ConstU32};

/// Votes of one unit or region in one contest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Count {
	/// Votes of each option, in the order of the ballot. Where voters rank, first preferences.
	pub votes: BoundedVec<u64, ConstU32<MAX_OPTIONS>>,
	/// Valid ballots: as many as votes, or fewer where a ballot can name several options.
	pub valid: u64,
	/// Ballots that say something else, or nothing readable.
	pub invalid: u64,
	/// Ballots that take no part in this contest, where its format has that choice.
	pub declined: u64,
	/// Voters on the roll.
	pub registered: u64,
}

impl Count {
	/// Nothing counted yet.
	pub fn zero(options: usize, registered: u64) -> Self {
		let votes = BoundedVec::truncate_from(vec![0; options.min(MAX_OPTIONS as usize)]);
		Self { votes, registered, ..Self::default() }
	}

	/// Adds another count of the same options.
	pub fn add(&mut self, more: &Self) {
		self.votes.iter_mut().zip(&more.votes).for_each(|(sum, votes)| *sum = sum.saturating_add(*votes));
		self.valid = self.valid.saturating_add(more.valid);
		self.invalid = self.invalid.saturating_add(more.invalid);
		self.declined = self.declined.saturating_add(more.declined);
		self.registered = self.registered.saturating_add(more.registered);
	}

	/// Adds a vote for an option; nothing for one that does not exist.
	pub fn add_vote(&mut self, option: u16) {
		if let Some(votes) = self.votes.get_mut(usize::from(option)) {
			*votes = votes.saturating_add(1);
		}
	}

	/// All ballots.
	pub fn ballots(&self) -> u64 {
		self.valid.saturating_add(self.invalid).saturating_add(self.declined)
	}
}

/// How far the tally of an election is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum TallyStage {
	/// Its lists are being set up, unit by unit; in a deniable election its units are looked at.
	Opening {
		/// The next unit.
		unit: UnitId,
	},
	/// Its lists are collected, mixed, decrypted and counted.
	Working,
	/// All lists are counted; its contests are being decided.
	Deciding {
		/// The next contest.
		contest: ContestId,
	},
	/// The result is there.
	Counted,
	/// It is certified, or annulled after it was counted: pages, shares and lists are being removed, counts and outcomes stay.
	Emptying,
	/// Only counts and outcomes are left.
	Archived,
	/// It was annulled before it was counted: everything is being removed.
	Dropping,
	/// Every contest is decided but those that are tied: the commission draws a lot for each in public and records it.
	AwaitingLots,
	/// Of a deniable election: its units are grouped; ballots and roll of each group are being set up.
	Grouping {
		/// The next unit that may be the first of a group.
		unit: UnitId,
	},
	/// Of a deniable election: ballots and rolls are mixed, tagged and matched.
	Matching,
	/// Of a deniable election: the votes that count are being set up to be mixed again, contest by contest.
	Merging {
		/// The next unit that may be the first of those counted together.
		unit: UnitId,
	},
	/// The seats of a contest are shared; who sits on those of its lists is being decided.
	Seating {
		/// The contest.
		contest: ContestId,
		/// The next list.
		list: u16,
	},
	/// All contests are decided; the digest of the result is being made.
	Sealing {
		/// The next contest.
		contest: ContestId,
	},
}

/// Who sits and sat on the seats of a list. Candidates are numbered from 0 in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ListMembers {
	/// The list: an option of its contest.
	pub list: u16,
	/// Who was elected, with the working; or between whom a lot must be drawn.
	pub filled: Result<Filled, LotNeeded>,
	/// The vacancies since, in order.
	pub replacements: Vec<Replacement>,
}

/// A member left and another followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Replacement {
	/// Who left.
	pub leaving: u16,
	/// Who followed; nobody if the list is used up, and the seat stays vacant.
	pub next: Option<u16>,
	/// The lot that was drawn, if one was needed.
	pub lot: Option<[u8; 32]>,
}

impl ListMembers {
	/// Everybody who sits or sat.
	pub fn used(&self) -> Vec<u16> {
		let elected = self.filled.iter().flat_map(|filled| filled.elected.iter().copied());
		elected.chain(self.replacements.iter().filter_map(|replacement| replacement.next)).collect()
	}

	/// Who sits now, in the order in which they came.
	pub fn sitting(&self) -> Vec<u16> {
		let left = |place: &u16| self.replacements.iter().any(|replacement| replacement.leaving == *place);
		self.used().into_iter().filter(|place| !left(place)).collect()
	}
}

//! What a tally tells: the votes of a unit or region, and the stage of an election's tally.

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
	/// Ballots whose selection is not legal, or not readable.
	pub invalid: u64,
	/// Ballots that take no part in this contest; 0 unless its format has that choice.
	pub declined: u64,
	/// Voters on the roll when it was fixed.
	pub registered: u64,
}

impl Count {
	/// A count without ballots.
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

/// The stage of the tally of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum TallyStage {
	/// Its lists are being set up, unit by unit; in a deniable election its units are being read.
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
	/// The result is published.
	Counted,
	/// It was certified, or annulled after it was counted: pages, shares and lists are being removed; counts and outcomes stay.
	Emptying,
	/// Only counts and outcomes are left.
	Archived,
	/// It was annulled before it was counted: everything is being removed.
	Dropping,
	/// Every contest is decided except those that are tied. The commission draws a lot for each of these in public and records
	/// it.
	AwaitingLots,
	/// Deniable elections only: the units are grouped, and the lists of ballots and roll of each group are being set up.
	Grouping {
		/// The next unit that may be the first of a group.
		unit: UnitId,
	},
	/// Deniable elections only: ballots and rolls are mixed, tagged and matched.
	Matching,
	/// Deniable elections only: lists of the votes that count are being set up, which are mixed once more.
	Merging {
		/// The next unit that may be the first of those counted together.
		unit: UnitId,
	},
	/// The seats of a contest are shared among its lists; its lists are being filled.
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

/// The members of a list, past and present. Candidates are numbered from 0 in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ListMembers {
	/// The list: an option of its contest.
	pub list: u16,
	/// The elected candidates, with the working; or those between whom a lot must be drawn.
	pub filled: Result<Filled, LotNeeded>,
	/// The vacancies since, in order.
	pub replacements: Vec<Replacement>,
}

/// A member who left, and the candidate who followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Replacement {
	/// The candidate who left.
	pub leaving: u16,
	/// The candidate who followed; none if the list is used up and the seat stays vacant.
	pub next: Option<u16>,
	/// The lot that was drawn, if one was needed.
	pub lot: Option<[u8; 32]>,
}

impl ListMembers {
	/// All candidates who sit or sat.
	pub fn used(&self) -> Vec<u16> {
		let elected = self.filled.iter().flat_map(|filled| filled.elected.iter().copied());
		elected.chain(self.replacements.iter().filter_map(|replacement| replacement.next)).collect()
	}

	/// The candidates who sit now, in the order in which they came.
	pub fn sitting(&self) -> Vec<u16> {
		let left = |place: &u16| self.replacements.iter().any(|replacement| replacement.leaving == *place);
		self.used().into_iter().filter(|place| !left(place)).collect()
	}
}

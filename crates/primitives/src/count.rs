//! What a tally says: votes of a unit or region, and how far the tally of an election is.

use crate::{ContestId, UnitId, MAX_OPTIONS};
use alloc::vec;
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
	/// It is certified: pages, shares and lists are being removed, counts and outcomes stay.
	Emptying,
	/// Only counts and outcomes are left.
	Archived,
	/// It was annulled: everything is being removed.
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
}

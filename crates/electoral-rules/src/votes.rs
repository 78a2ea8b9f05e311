//! The votes of one contest, per option and region, as the count leaves them.

use alloc::{vec, vec::Vec};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The index of an option in its contest, from 0, in the order of the ballot paper.
pub type OptionIndex = u16;

/// The kind of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum OptionKind {
	/// A list of candidates.
	List,
	/// A candidate, or an answer of a referendum.
	Candidate,
	/// "Against all": a valid vote that elects nobody.
	AgainstAll,
	/// A candidate, where the rule counts women and men: a woman.
	Woman,
	/// A candidate, where the rule counts women and men: a man.
	Man,
}

impl OptionKind {
	/// Whether the option is one person (or one answer).
	pub const fn is_candidate(self) -> bool {
		matches!(self, Self::Candidate | Self::Woman | Self::Man)
	}
}

/// The votes of one region, constituency or counting unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct RegionVotes {
	/// Valid votes of each option, in the order of the options.
	pub votes: Vec<u64>,
	/// Invalid ballots.
	pub invalid: u64,
	/// People entitled to vote; 0 where nobody recorded it.
	pub registered: u64,
}

/// The votes of one contest.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Votes {
	/// The kind of each option, in the order of the ballot paper.
	pub options: Vec<OptionKind>,
	/// The votes of each region; a contest without regions has one.
	pub regions: Vec<RegionVotes>,
}

/// Why these numbers cannot be the votes of a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum VotesError {
	/// No region.
	NoRegions,
	/// A region has more or fewer numbers than there are options.
	WrongLength {
		/// Its index among the regions.
		region: u32,
	},
	/// The sum of all ballots or of all registered voters does not fit into 64 bits.
	TooManyVotes,
}

impl fmt::Display for VotesError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoRegions => f.write_str("votes.regions: there is no region. A contest without regions has one."),
			Self::WrongLength { region } => {
				write!(f, "votes.regions[{region}].votes: give one number for each option, no more and no fewer.")
			}
			Self::TooManyVotes => f.write_str("votes.regions: all ballots together do not fit into 64 bits."),
		}
	}
}

impl core::error::Error for VotesError {}

impl Votes {
	/// The votes, if there are regions, each with a number for each option, and all sums fit into 64 bits.
	pub fn new(options: Vec<OptionKind>, regions: Vec<RegionVotes>) -> Result<Self, VotesError> {
		let votes = Self { options, regions };
		votes.totals()?;
		Ok(votes)
	}

	/// A contest of lists in one region. Where `against_all` is given, it is the last option.
	pub fn of_lists(
		lists: &[u64],
		against_all: Option<u64>,
		invalid: u64,
		registered: u64,
	) -> Result<Self, VotesError> {
		let mut options = vec![OptionKind::List; lists.len()];
		let mut votes = lists.to_vec();
		if let Some(against) = against_all {
			options.push(OptionKind::AgainstAll);
			votes.push(against);
		}
		Self::new(options, vec![RegionVotes { votes, invalid, registered }])
	}

	/// The sums over all regions.
	pub fn totals(&self) -> Result<Totals, VotesError> {
		let mut regions = self.regions.iter().zip(0..);
		let (first, _) = regions.next().ok_or(VotesError::NoRegions)?;
		let mut sum = first.totals(&self.options).ok_or_else(|| self.complaint(0, first))?;
		for (region, index) in regions {
			let more = region.totals(&self.options).ok_or_else(|| self.complaint(index, region))?;
			sum.add(&more).ok_or(VotesError::TooManyVotes)?;
		}
		Ok(sum)
	}

	/// Why the sums of this region cannot be made.
	fn complaint(&self, index: u32, region: &RegionVotes) -> VotesError {
		if region.votes.len() == self.options.len() {
			VotesError::TooManyVotes
		} else {
			VotesError::WrongLength { region: index }
		}
	}
}

/// Sums of a region or of the whole contest; none overflows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
	/// Votes of each option, in the order of the options.
	pub votes: Vec<u64>,
	/// All ballots.
	pub participants: u64,
	/// All ballots without the invalid ones.
	pub valid: u64,
	/// Votes of lists and candidates: the valid votes without those against all.
	pub party_votes: u64,
	/// Invalid ballots.
	pub invalid: u64,
	/// People entitled to vote; 0 where some region did not record it.
	pub registered: u64,
}

impl Totals {
	fn add(&mut self, more: &Totals) -> Option<()> {
		self.participants = self.participants.checked_add(more.participants)?;
		// Parts of the participants: they fit because the whole fits.
		self.valid = self.valid.checked_add(more.valid)?;
		self.party_votes = self.party_votes.checked_add(more.party_votes)?;
		self.invalid = self.invalid.checked_add(more.invalid)?;
		self.registered = match (self.registered, more.registered) {
			(0, _) | (_, 0) => 0,
			(a, b) => a.checked_add(b)?,
		};
		for (sum, votes) in self.votes.iter_mut().zip(&more.votes) {
			*sum = sum.checked_add(*votes)?;
		}
		Some(())
	}

	/// Votes of one option; 0 for an index beyond the options.
	pub fn of(&self, option: OptionIndex) -> u64 {
		self.votes.get(usize::from(option)).copied().unwrap_or(0)
	}
}

impl RegionVotes {
	/// The sums of this region; `None` if lengths differ or a sum does not fit.
	pub fn totals(&self, options: &[OptionKind]) -> Option<Totals> {
		if self.votes.len() != options.len() {
			return None;
		}
		let (mut party_votes, mut against) = (0u64, 0u64);
		for (kind, votes) in options.iter().zip(&self.votes) {
			let sum = if *kind == OptionKind::AgainstAll { &mut against } else { &mut party_votes };
			*sum = sum.checked_add(*votes)?;
		}
		let valid = party_votes.checked_add(against)?;
		let participants = valid.checked_add(self.invalid)?;
		Some(Totals {
			votes: self.votes.clone(),
			participants,
			valid,
			party_votes,
			invalid: self.invalid,
			registered: self.registered,
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn new_refuses_no_region_wrong_lengths_and_too_many_votes() {
		let region = |votes: &[u64]| RegionVotes { votes: votes.to_vec(), invalid: 1, registered: 0 };
		let lists = || vec![OptionKind::List; 2];
		assert_eq!(Votes::new(lists(), vec![]), Err(VotesError::NoRegions));
		assert_eq!(
			Votes::new(lists(), vec![region(&[1, 2]), region(&[1])]),
			Err(VotesError::WrongLength { region: 1 })
		);
		assert_eq!(Votes::new(lists(), vec![region(&[u64::MAX, 0])]), Err(VotesError::TooManyVotes));
		assert_eq!(
			Votes::new(lists(), vec![region(&[u64::MAX - 1, 0]), region(&[1, 0])]),
			Err(VotesError::TooManyVotes)
		);
	}

	#[test]
	fn totals_tell_participants_valid_and_party_votes_apart() {
		let votes = Votes::of_lists(&[10, 20], Some(5), 3, 100).expect("small numbers");
		let totals = votes.totals().expect("small numbers");
		assert_eq!((totals.participants, totals.valid, totals.party_votes), (38, 35, 30));
		assert_eq!((totals.invalid, totals.registered), (3, 100));
	}

	#[test]
	fn registered_is_unknown_when_one_region_does_not_know() {
		let region = |registered| RegionVotes { votes: vec![1], invalid: 0, registered };
		let votes = Votes::new(vec![OptionKind::List], vec![region(10), region(0)]).expect("small numbers");
		assert_eq!(votes.totals().map(|t| t.registered), Ok(0));
	}
}

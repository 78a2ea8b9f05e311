//! The result: what is stored of the outcomes of contests, and the digest that names all of it
//! ([`electoral_rules::result`], protocol A3.5).
//!
//! The outcome's bytes and those of filled lists are the stored ones.

use crate::{Config, Count, OutcomeBytes, Outcomes, Pallet, Preferences, RegionCounts, Tallies, TallyStage};
use alloc::vec::Vec;
use dobush_primitives::{traits::Elections, ContestId, ElectionId};
use electoral_rules::{
	result::{self, ContestResult},
	BallotFormat, DecideError, Outcome, RegionVotes, Verdict, Votes,
};
use frame_support::BoundedVec;
use parity_scale_codec::{Compact, Decode, Encode, Error as CodecError, Input};

/// An outcome, or the reason why the rule gives none. Definitions with such a reason are refused when they are announced.
pub(crate) type Decided = Result<Outcome, DecideError>;

/// At least as many bytes as precede the working of a stored outcome: its length, four numbers, and a verdict on 256 options.
const MAX_HEAD_OF_OUTCOME: usize = 2048;

/// The first step of a result's digest.
pub(crate) fn empty_result(election: ElectionId) -> [u8; 32] {
	result::empty_result(election.0)
}

impl<T: Config> Pallet<T> {
	/// The counts of all regions. A region without lists of this contest has a count without votes.
	pub(crate) fn region_counts(election: ElectionId, contest: ContestId, options: usize) -> Vec<Count> {
		let count = |region| RegionCounts::<T>::get(election, (contest, region));
		let none = || Count::zero(options, 0);
		(0..T::Elections::regions(election)).map(|region| count(region).unwrap_or_else(none)).collect()
	}

	/// The stored bytes of an outcome, without its working if that is too long.
	pub(crate) fn outcome_bytes(decided: Decided) -> OutcomeBytes {
		// Nothing is cut off: the bound is that of the bytes.
		OutcomeBytes::truncate_from(result::outcome_bytes(decided))
	}

	/// One step of the result's digest.
	pub(crate) fn add_to_result(before: &[u8; 32], election: ElectionId, contest: ContestId) -> [u8; 32] {
		let Some((options, _)) = T::Elections::contest(election, contest) else { return *before };
		let counts = Self::region_counts(election, contest, options.len());
		// A contest has at most 256 options.
		let (votes, options) = (votes_of(options.clone(), counts), options.len() as u16);
		let outcome = Outcomes::<T>::get(election, contest).unwrap_or_default();
		let mut marks = Vec::new();
		if let Some(BallotFormat::ListPreferences { .. }) = T::Elections::format(election, contest) {
			for region in 0..T::Elections::regions(election) {
				Preferences::<T>::get(election, (contest, region)).unwrap_or_default().encode_to(&mut marks);
			}
		}
		let members = Self::members_bytes(election, contest, options);
		ContestResult { contest: contest.0, votes: &votes, outcome: &outcome, marks: &marks, members: &members }
			.after(before)
	}

	pub(crate) fn result_of(election: ElectionId) -> Option<[u8; 32]> {
		let progress = Tallies::<T>::get(election)?;
		match progress.stage {
			TallyStage::Counted | TallyStage::Emptying | TallyStage::Archived => Some(progress.digest),
			_ => None,
		}
	}

	pub(crate) fn outcome_of(election: ElectionId, contest: ContestId) -> Option<Decided> {
		Outcomes::<T>::get(election, contest).and_then(|bytes| Decided::decode(&mut &bytes[..]).ok())
	}

	/// The verdict of a contest of a counted election, without reading its working.
	pub(crate) fn verdict_of(election: ElectionId, contest: ContestId) -> Option<Verdict> {
		Self::result_of(election)?;
		Self::decided_verdict(election, contest)
	}

	/// The verdict of a decided contest, which a lot may still change, without reading its working.
	pub(crate) fn decided_verdict(election: ElectionId, contest: ContestId) -> Option<Verdict> {
		let mut head = [0u8; MAX_HEAD_OF_OUTCOME];
		let length = sp_io::storage::read(&Outcomes::<T>::hashed_key_for(election, contest), &mut head, 0)?;
		let length = usize::try_from(length).unwrap_or(usize::MAX).min(head.len());
		verdict_from(&mut head.get(..length)?).ok()
	}
}

/// Reads a stored outcome up to its verdict.
fn verdict_from(head: &mut impl Input) -> Result<Verdict, CodecError> {
	let _length = Compact::<u32>::decode(head)?;
	if head.read_byte()? != 0 {
		return Err("the contest has no outcome".into());
	}
	let _ballots = <[u64; 4]>::decode(head)?;
	Verdict::decode(head)
}

pub(crate) fn votes_of(options: Vec<electoral_rules::OptionKind>, counts: Vec<Count>) -> Votes {
	let region = |Count { votes, invalid, registered, .. }: Count| RegionVotes {
		votes: BoundedVec::into_inner(votes),
		invalid,
		registered,
	};
	Votes { options, regions: counts.into_iter().map(region).collect() }
}

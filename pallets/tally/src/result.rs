//! The result: what is stored of the outcomes of contests, and the digest that names all of it.
//!
//! `d_0 = blake2_256("dobush/v1/result" ‖ SCALE(election))`, and for each contest in order
//! `d ← blake2_256(d ‖ SCALE(contest) ‖ SCALE(votes) ‖ outcome ‖ marks ‖ members)`, votes and outcome as the crate
//! `electoral-rules` encodes them; the outcome's bytes are the stored ones. `marks` is empty unless voters mark candidates
//! of a list; then it is the SCALE encoding of a vector of counters for each region, one region after the other. `members` is
//! empty unless the chain fills lists; then it is `SCALE(list) ‖ filled`, as stored, for each list that has seats, in order.

use crate::{Config, Count, OutcomeBytes, Outcomes, Pallet, Preferences, RegionCounts, Tallies, TallyStage};
use alloc::vec::Vec;
use ballot_crypto::transcript::blake2_256;
use dobush_primitives::{traits::Elections, ContestId, ElectionId};
use electoral_rules::{BallotFormat, DecideError, Outcome, RegionVotes, Verdict, Votes};
use frame_support::BoundedVec;
use parity_scale_codec::{Compact, Decode, Encode, Error as CodecError, Input};

/// An outcome, or the reason why the rule gives none. Definitions with such a reason are refused when they are announced.
pub(crate) type Decided = Result<Outcome, DecideError>;

/// At least as many bytes as precede the working of a stored outcome: its length, four numbers, and a verdict on 256 options.
const MAX_HEAD_OF_OUTCOME: usize = 2048;

/// The first step of a result's digest.
pub(crate) fn empty_result(election: ElectionId) -> [u8; 32] {
	blake2_256(&[b"dobush/v1/result", &election.encode()])
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
		OutcomeBytes::try_from(decided.encode()).unwrap_or_else(|_| {
			let short = decided.map(|outcome| Outcome { working: Vec::new(), ..outcome });
			OutcomeBytes::truncate_from(short.encode())
		})
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
		blake2_256(&[before, &contest.encode(), &votes.encode(), &outcome, &marks, &members])
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

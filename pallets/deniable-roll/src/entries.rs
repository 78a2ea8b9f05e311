//! Enrolling voters, moving them, and striking them off.

use crate::*;
use alloc::{collections::BTreeMap, vec::Vec};
use ballot_crypto::{
	enrolment::{
		order::{self, Rejected},
		Pair,
	},
	Ciphertext, Element,
};
use dobush_primitives::{
	host::verify_sr25519,
	traits::{Elections, Registry},
	Moment,
};
use frame_support::traits::Time;

/// A checked enrolment.
pub(crate) struct Checked {
	voter_id: VoterId,
	element: Ciphertext,
	/// The voter's record until now; none for a new voter.
	before: Option<Voter>,
	/// The voter's active entry, which is to be struck off.
	active: Option<Entry>,
	moves: u8,
}

/// A batch that a call enrols from.
struct Source {
	record: BatchRecord,
	pairs: BoundedVec<Pair, ConstU32<MAX_BATCH_KEYS>>,
	/// Whether nobody was enrolled from it before.
	is_first: bool,
	/// The index of the first enrolment of the call from it, and the number of these enrolments.
	first: u16,
	count: u32,
}

/// Batches by booth and number.
type Sources = BTreeMap<(AccountId32, u32), Source>;

/// Checked enrolments of a call: the voters, and the batches whose pairs they use.
pub(crate) struct Admitted {
	voters: Vec<Checked>,
	batches: Vec<((AccountId32, u32), BatchRecord)>,
}

impl<T: Config> Pallet<T> {
	/// A voter's record and active entry.
	pub(crate) fn active_entry(roll: RollId, voter_id: &VoterId) -> Option<(Voter, Entry)> {
		let voter = Voters::<T>::get(roll, voter_id)?;
		let entry = Entries::<T>::get((roll, voter.unit, voter.entry)).filter(|entry| entry.struck_in.is_none())?;
		Some((voter, entry))
	}

	/// Checks the enrolments of a call, all of one unit.
	pub(crate) fn check_enrolments(
		roll: RollId,
		unit: UnitId,
		terms: &Terms,
		roll_key: &Element,
		enrolments: &[CosignedEnrolment],
	) -> Result<Admitted, Error<T>> {
		let moves_close_at =
			T::Elections::next_roll_closing(roll).map(|at| at.saturating_sub(terms.moves_close_before));
		let mut sources = Sources::new();
		let mut voters: Vec<Checked> = Vec::with_capacity(enrolments.len());
		for (enrolment, entry) in enrolments.iter().zip(0u16..) {
			let in_order = voters.last().is_none_or(|before| before.voter_id < enrolment.voter_id);
			ensure!(in_order, Error::<T>::VotersOutOfOrder { entry });
			let pair = Self::take_pair(roll, unit, enrolment, entry, &mut sources)?;
			let checked =
				Self::check_voter(roll, unit, terms, moves_close_at, enrolment.voter_id, pair.element, entry)?;
			Self::check_signed(unit, roll_key, enrolment, pair, entry)?;
			voters.push(checked);
		}
		for source in sources.values() {
			let suffices = !source.is_first || source.record.flush || source.count >= terms.least_voters;
			ensure!(suffices, Error::<T>::TooFewVoters { entry: source.first });
		}
		let batches = sources.into_iter().map(|(place, source)| (place, source.record)).collect();
		Ok(Admitted { voters, batches })
	}

	/// Uses up the pair of an enrolment. The booth must be in office, and the batch for this unit.
	fn take_pair(
		roll: RollId,
		unit: UnitId,
		enrolment: &CosignedEnrolment,
		entry: u16,
		sources: &mut Sources,
	) -> Result<Pair, Error<T>> {
		let CosignedEnrolment { desk, booth, batch, position, .. } = enrolment;
		let ordered = T::Registry::desk_of(&AccountId32::new(*desk)) == Some(roll);
		ensure!(ordered, Error::<T>::OrderedByNoDesk { entry });
		let booth = AccountId32::new(*booth);
		let cosigned = Self::office_held(roll, OfficeKind::Booth, &booth).is_ok();
		ensure!(cosigned, Error::<T>::CosignedByNoBooth { entry });

		let place = (booth, *batch);
		if !sources.contains_key(&place) {
			let record = Batches::<T>::get(&place.0, batch).ok_or(Error::<T>::UnknownBatch { entry })?;
			ensure!(record.unit == unit, Error::<T>::BatchOfAnotherUnit { entry });
			let pairs = Pairs::<T>::get(&place.0, batch).ok_or(Error::<T>::UnknownBatch { entry })?;
			let is_first = record.used == 0;
			sources.insert(place.clone(), Source { record, pairs, is_first, first: entry, count: 0 });
		}
		let source = sources.get_mut(&place).ok_or(Error::<T>::UnknownBatch { entry })?;
		let pair = *source.pairs.get(usize::from(*position)).ok_or(Error::<T>::UnknownPair { entry })?;
		ensure!(source.record.spend(*position), Error::<T>::PairUsed { entry });
		source.count = source.count.saturating_add(1);
		Ok(pair)
	}

	/// Checks whether a voter is new, comes again, or moves from another unit. A voter who was struck off in another unit moves
	/// too.
	fn check_voter(
		roll: RollId,
		unit: UnitId,
		terms: &Terms,
		moves_close_at: Option<Moment>,
		voter_id: VoterId,
		element: Ciphertext,
		entry: u16,
	) -> Result<Checked, Error<T>> {
		let before = Voters::<T>::get(roll, voter_id);
		let active = Self::active_entry(roll, &voter_id).map(|(_, entry)| entry);
		let mut moves = before.map_or(0, |voter| voter.moves);
		if before.is_some_and(|voter| voter.unit != unit) {
			ensure!(moves < terms.most_moves, Error::<T>::MovedTooOften { entry });
			let is_open = moves_close_at.is_none_or(|at| T::Time::now() < at);
			ensure!(is_open, Error::<T>::MovedTooLate { entry });
			moves = moves.saturating_add(1);
		}
		Ok(Checked { voter_id, element, before, active, moves })
	}

	/// Checks both signatures, and that the pair's key contains the voter's slip.
	fn check_signed(
		unit: UnitId,
		roll_key: &Element,
		enrolment: &CosignedEnrolment,
		pair: Pair,
		entry: u16,
	) -> Result<(), Error<T>> {
		let CosignedEnrolment { desk_signature, booth_signature, proof, .. } = enrolment;
		let signed = enrolment.signed(Self::genesis(), unit, pair);
		order::verify(&signed, roll_key, desk_signature, booth_signature, proof, verify_sr25519).map_err(
			|why| match why {
				Rejected::Slip => Error::<T>::SlipMalformed { entry },
				Rejected::DeskSignature => Error::<T>::DeskSignatureRejected { entry },
				Rejected::BoothSignature => Error::<T>::BoothSignatureRejected { entry },
				// A desk is never a booth, and a stored pair decodes, so only the proof can be wrong.
				Rejected::OneDevice | Rejected::Pair | Rejected::Scalar | Rejected::Proof => {
					Error::<T>::EnrolmentRejected { entry }
				}
			},
		)
	}

	/// Writes checked enrolments. Returns the number of the first new entry.
	pub(crate) fn keep_enrolments(roll: RollId, unit: UnitId, admitted: Admitted) -> u32 {
		let Admitted { voters, batches } = admitted;
		for ((booth, batch), record) in batches {
			Batches::<T>::insert(booth, batch, record);
		}
		let (enrolled_in, count) = (Self::this_block(), voters.len() as u32);
		let first_entry = EntryCount::<T>::mutate(roll, unit, |entries| {
			let first = *entries;
			*entries = first.saturating_add(count);
			first
		});
		let (mut new, mut again, mut moved) = (0u32, 0u32, BTreeMap::<UnitId, u32>::new());
		for (checked, number) in voters.into_iter().zip(first_entry..) {
			let Checked { voter_id, element, before, active, moves } = checked;
			if let (Some(voter), Some(entry)) = (&before, active) {
				Self::strike(roll, voter, entry);
			}
			match before {
				None => new = new.saturating_add(1),
				Some(voter) if voter.unit == unit => again = again.saturating_add(1),
				Some(voter) => {
					let from = moved.entry(voter.unit).or_default();
					*from = from.saturating_add(1);
				}
			}
			Entries::<T>::insert((roll, unit, number), Entry { voter_id, element, enrolled_in, struck_in: None });
			Voters::<T>::insert(roll, voter_id, Voter { unit, entry: number, moves });
		}
		Registered::<T>::mutate(roll, unit, |voters| *voters = voters.saturating_add(count));
		let came = moved.values().fold(0u32, |sum, voters| sum.saturating_add(*voters));
		Self::count(roll, unit, |today| &mut today.enrolled, new);
		Self::count(roll, unit, |today| &mut today.re_enrolled, again);
		Self::count(roll, unit, |today| &mut today.moved_in, came);
		for (from, voters) in moved {
			Self::count(roll, from, |today| &mut today.moved_out, voters);
		}
		first_entry
	}

	/// Marks a voter's active entry as struck off.
	pub(crate) fn strike(roll: RollId, voter: &Voter, entry: Entry) {
		let struck_in = Some(Self::this_block());
		Entries::<T>::insert((roll, voter.unit, voter.entry), Entry { struck_in, ..entry });
		Registered::<T>::mutate(roll, voter.unit, |voters| *voters = voters.saturating_sub(1));
	}

	/// Adds to one of today's public counts of a unit.
	pub(crate) fn count(roll: RollId, unit: UnitId, which: impl FnOnce(&mut DayCounts) -> &mut u32, more: u32) {
		if more == 0 {
			return;
		}
		let day = u32::try_from(T::Time::now() / DAY).unwrap_or(u32::MAX);
		Days::<T>::mutate((roll, unit, day), |today| {
			let count = which(today);
			*count = count.saturating_add(more);
		});
	}
}

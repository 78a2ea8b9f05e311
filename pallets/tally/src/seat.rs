//! The members of lists: each list is filled as the definition says, with the marks of all regions. After the certificate a
//! member may leave, and the definition says which candidate follows.

use crate::{
	decide::list_with_seats, Config, Error, Event, FilledBytes, Lot, Lots, Pallet, Preferences, Replacements,
	SeatedLists, Tallies, TallyStage,
};
use alloc::vec::Vec;
use dobush_primitives::{traits::Elections, ContestId, ElectionId, ListMembers, Phase, Replacement};
use electoral_rules::{BallotFormat, Filled, ListCandidate, ListFilling, LotNeeded, Sex, Verdict};
use frame_support::ensure;
use parity_scale_codec::{Decode, Encode};
use sp_runtime::DispatchResult;

/// The elected candidates of a list, or those between whom a lot must be drawn.
pub(crate) type Filling = Result<Filled, LotNeeded>;

impl<T: Config> Pallet<T> {
	/// Fills the seats of a list, and goes on to the next list that has seats.
	pub(crate) fn seat_list(election: ElectionId, contest: ContestId, list: u16) {
		let mut next = None;
		if let Some(Verdict::Seats(seats)) = Self::decided_verdict(election, contest) {
			next = list_with_seats(&seats, list.saturating_add(1));
			let won = seats.get(usize::from(list)).copied().unwrap_or(0);
			if let Some(filling) = T::Elections::filling(election, contest) {
				Self::fill_list(election, contest, list, filling, won);
			}
		}
		Self::enter_stage(
			election,
			match next {
				Some(list) => TallyStage::Seating { contest, list },
				None => TallyStage::Deciding { contest },
			},
		);
	}

	fn fill_list(election: ElectionId, contest: ContestId, list: u16, filling: ListFilling, seats: u32) {
		let drawn = match Lots::<T>::get(election, contest) {
			Some(Lot::Drawn { seed } | Lot::Used { seed }) => Some(seed),
			Some(Lot::Needed) | None => None,
		};
		let rule = drawn.map_or(filling, |drawn| filling.with_lot(drawn, list));
		let filled = rule.fill(&Self::candidates_of(election, contest, list), seats);
		let (tied, bytes) = (filled.is_err(), bytes_of(filled));
		if SeatedLists::<T>::get(election, (contest, list)).as_ref() == Some(&bytes) {
			return;
		}
		SeatedLists::<T>::insert(election, (contest, list), bytes);
		if tied {
			Self::need_lot(election, contest);
		} else {
			Self::deposit_event(Event::ListFilled { election, contest, list });
		}
	}

	/// The candidates of a list, with their marks of all regions.
	pub(crate) fn candidates_of(election: ElectionId, contest: ContestId, list: u16) -> Vec<ListCandidate> {
		let slate = T::Elections::slate(election, contest, list);
		// If no law counts the sexes, the sex makes no difference.
		let unmarked = |sex: Option<Sex>| ListCandidate { sex: sex.unwrap_or(Sex::Man), preferences: 0 };
		let mut candidates: Vec<ListCandidate> = slate.into_iter().map(unmarked).collect();
		let Some(BallotFormat::ListPreferences { places, .. }) = T::Elections::format(election, contest) else {
			return candidates;
		};
		let first = usize::from(list).saturating_mul(places.into());
		for region in 0..T::Elections::regions(election) {
			let marks = Preferences::<T>::get(election, (contest, region)).unwrap_or_default();
			for (candidate, marks) in candidates.iter_mut().zip(marks.iter().skip(first)) {
				candidate.preferences = candidate.preferences.saturating_add(*marks);
			}
		}
		candidates
	}

	/// The bytes that the lists of a contest add to the digest of the result.
	pub(crate) fn members_bytes(election: ElectionId, contest: ContestId, options: u16) -> Vec<u8> {
		let mut bytes = Vec::new();
		if T::Elections::filling(election, contest).is_some() {
			for list in 0..options {
				if let Some(filled) = SeatedLists::<T>::get(election, (contest, list)) {
					list.encode_to(&mut bytes);
					bytes.extend_from_slice(&filled);
				}
			}
		}
		bytes
	}

	/// The members of a list, past and present, once it is filled.
	pub(crate) fn members_of_list(election: ElectionId, contest: ContestId, list: u16) -> Option<ListMembers> {
		let bytes = SeatedLists::<T>::get(election, (contest, list))?;
		let filled = Filling::decode(&mut &bytes[..]).ok()?;
		let replacements = Replacements::<T>::get(election, (contest, list)).into_inner();
		Some(ListMembers { list, filled, replacements })
	}

	/// Records that a member leaves, and the candidate who follows.
	pub(crate) fn replace_member(
		election: ElectionId,
		contest: ContestId,
		list: u16,
		leaving: u16,
		lot: Option<[u8; 32]>,
	) -> DispatchResult {
		ensure!(Tallies::<T>::contains_key(election), Error::<T>::UnknownElection);
		ensure!(T::Elections::phase(election) == Some(Phase::Certified), Error::<T>::NotCertified);
		let filling = T::Elections::filling(election, contest).ok_or(Error::<T>::ListNotFilled)?;
		let members = Self::members_of_list(election, contest, list).ok_or(Error::<T>::ListNotFilled)?;
		ensure!(members.sitting().contains(&leaving), Error::<T>::NotAMember);
		let candidates = Self::candidates_of(election, contest, list);
		let undrawn = filling.fill_vacancy(&candidates, &members.used(), leaving);
		let next = match (undrawn, lot) {
			(Ok(next), None) => next,
			(Ok(_), Some(_)) => return Err(Error::<T>::LotNotNeeded.into()),
			(Err(_), None) => return Err(Error::<T>::LotMissing.into()),
			// With a lot the filling always decides.
			(Err(_), Some(drawn)) => filling
				.with_lot(drawn, list)
				.fill_vacancy(&candidates, &members.used(), leaving)
				.map_err(|_| Error::<T>::LotMissing)?,
		};
		let next = next.map(|(next, _)| next);
		// Every candidate leaves at most once, so there is room.
		Replacements::<T>::try_append(election, (contest, list), Replacement { leaving, next, lot })
			.map_err(|()| Error::<T>::NotAMember)?;
		Self::deposit_event(match next {
			Some(next) => Event::MemberFollowed { election, contest, list, leaving, next },
			None => Event::SeatVacant { election, contest, list, leaving },
		});
		Ok(())
	}
}

/// The bytes that are stored. If the working were too long it would be left out, but it never is.
fn bytes_of(filled: Filling) -> FilledBytes {
	FilledBytes::try_from(filled.encode()).unwrap_or_else(|_| {
		let short = filled.map(|filled| Filled { working: Vec::new(), ..filled });
		FilledBytes::truncate_from(short.encode())
	})
}

//! The beginning of a tally: lists are set up, and the ciphertexts copied from the closed box.

use crate::{
	decide::empty_result, work::After, Config, Count, Counts, ElectionStage, Error, Event, List, ListId, Lists, Member,
	Page, Pages, Pallet, Panel, Panels, Progress, Ring, Stage, Tallies, Task, TrusteeSet, MAX_PAGE,
};
use ballot_crypto::{transcript::ListDigest, Ciphertext, Encoded, BASE_POINT};
use dobush_primitives::{
	traits::{BallotBox, Ceremonies, Elections},
	ElectionId, TrusteeIndex, UnitId,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get, BoundedVec};

/// What takes the place of a ciphertext that the box cannot show or that is none: `(B, B)`, a vote for nothing. The box
/// checks every ballot when it is cast, so this is not expected to happen; if it does, no mix and no count must fail of it.
pub(crate) fn placeholder() -> Ciphertext {
	let point = Encoded::from(&BASE_POINT);
	Ciphertext { c1: point, c2: point }
}

impl<T: Config> Pallet<T> {
	pub(crate) fn begin_tally(election: ElectionId) -> DispatchResult {
		ensure!(!Tallies::<T>::contains_key(election), Error::<T>::AlreadyBegun);
		let trustees = T::Elections::trustees(election).ok_or(Error::<T>::UnknownElection)?;
		let step_deadline = T::Elections::step_deadline(election).ok_or(Error::<T>::UnknownElection)?;
		let vote_key = T::Ceremonies::vote_key(election).ok_or(Error::<T>::NoVoteKey)?;
		ensure!(vote_key.element().is_ok(), Error::<T>::NoVoteKey);
		let holders = T::Ceremonies::holders(election);
		ensure!(holders.len() >= usize::from(trustees.threshold.max(1)), Error::<T>::TooFewHolders);
		let mut members: alloc::vec::Vec<_> = holders
			.into_iter()
			.map(|holder| Member {
				index: holder.index,
				account: holder.account,
				verification_key: holder.verification_key,
			})
			.collect();
		members.sort_by_key(|member| member.index);

		let panel = Panel {
			threshold: trustees.threshold.max(1),
			step_deadline,
			vote_key,
			members: BoundedVec::truncate_from(members), // a definition has no more trustees
		};
		Panels::<T>::insert(election, panel);
		let digest = empty_result(election);
		let stage = ElectionStage::Opening { unit: UnitId(0) };
		Tallies::<T>::insert(election, Progress { stage, lists: 0, counted: 0, digest });
		Self::enter(Ring::Running, Task::Election(election));
		Self::deposit_event(Event::TallyBegun { election });
		Ok(())
	}

	/// Sets up the lists of one unit; after the last unit the election waits for them.
	pub(crate) fn open_unit(election: ElectionId, unit: UnitId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		let units = T::Elections::units(election);
		if unit.0 < units {
			let total = T::BallotBox::ballots(election, unit);
			let contests = T::Elections::contests_of(election, unit).unwrap_or_default();
			for (column, contest) in (0u8..).zip(contests) {
				let id = ListId { election, unit, contest };
				progress.lists = progress.lists.saturating_add(1);
				let mut list = List {
					total,
					column,
					layer: 0,
					digest: [0; 32],
					mixed: TrusteeSet::default(),
					stage: Stage::Collecting { slot: 0, digest: ListDigest::new(total) },
					debris: BoundedVec::new(),
					watched: false,
				};
				if total == 0 {
					list.digest = ListDigest::new(0).finish();
					list.stage = Stage::Counted { panel: TrusteeSet::default() };
					Self::add_to_region(&id, &Self::new_count(&id), &mut progress);
				} else {
					Self::enter(Ring::Running, Task::List(id));
				}
				Lists::<T>::insert(election, (unit, contest), list);
			}
		}
		let next = UnitId(unit.0.saturating_add(1));
		if next.0 < units {
			progress.stage = ElectionStage::Opening { unit: next };
			Tallies::<T>::insert(election, progress);
			return After::Again;
		}
		progress.stage = ElectionStage::Working;
		let done = Self::all_counted(&mut progress);
		Tallies::<T>::insert(election, progress);
		if done {
			After::Again
		} else {
			After::Done
		}
	}

	/// Zero votes of a list, and the voters that its unit has.
	pub(crate) fn new_count(id: &ListId) -> Count {
		let options = T::Elections::contest(id.election, id.contest).map_or(0, |(options, _)| options.len());
		Count::zero(options, u64::from(T::Elections::registered(id.election, id.unit)))
	}

	/// The count of a list so far.
	pub(crate) fn count_of(id: &ListId) -> Count {
		Counts::<T>::get(id.election, (id.contest, id.unit)).unwrap_or_else(|| Self::new_count(id))
	}

	/// Copies the next page of ciphertexts.
	pub(crate) fn collect(id: &ListId, list: &mut List, count: u32) {
		let Stage::Collecting { slot, digest } = &mut list.stage else { return };
		let column = usize::from(list.column);
		let page: alloc::vec::Vec<_> = (0..count.min(MAX_PAGE))
			.map(|i| {
				T::BallotBox::ciphertexts(id.election, id.unit, slot.saturating_add(i))
					.and_then(|ballot| ballot.get(column).copied())
					.filter(|ciphertext| ciphertext.decode_points().is_ok())
					.unwrap_or_else(placeholder)
			})
			.collect();
		digest.add(&page);
		let number = *slot / T::PageSize::get().max(1);
		Pages::<T>::insert((*id, 0u16, number), Page::truncate_from(page));
		*slot = slot.saturating_add(count);
		if *slot >= list.total {
			list.digest = digest.finish();
			list.stage = Stage::Inviting { after: TrusteeIndex(0), attempt: 0 };
			Self::deposit_event(Event::ListCollected { list: *id, total: list.total, digest: list.digest });
		}
	}
}

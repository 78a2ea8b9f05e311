//! The beginning of a tally: lists are set up, and the ciphertexts copied from the closed box.

use crate::{
	result::empty_result, steps::After, Config, Count, Counts, Error, Event, Key, List, ListId, ListStage, Lists,
	Member, Page, Pages, Pallet, Panel, Panels, Part, Progress, Ring, Sorting, Sortings, Tallies, TallyStage, Task,
	MAX_PAGE,
};
use ballot_crypto::{transcript::ListDigest, Ciphertext, Encoded, BASE_POINT};
use dobush_primitives::{
	traits::{BallotBox, Ceremonies, Elections, Holder},
	ContestId, ElectionId, Mode, Moment, TrusteeIndex, UnitId,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get, BoundedVec};

/// `(B, B)`, a vote for nothing, in place of a ciphertext that the box does not have or that does not decode. The box checks
/// every ballot when it is cast, so this should not happen; if it does, mixing and counting must not fail because of it.
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
		let threshold = trustees.threshold;
		let vote = Self::panel(threshold, step_deadline, vote_key, T::Ceremonies::holders(election))?;
		if let Some(Mode::Deniable { merge_below }) = T::Elections::mode(election) {
			let tagging_key = T::Ceremonies::tagging_key(election).ok_or(Error::<T>::NoTaggingKey)?;
			let tagging = Self::panel(threshold, step_deadline, tagging_key, T::Ceremonies::tagging_holders(election))?;
			let of = T::Elections::roll(election).ok_or(Error::<T>::NoRollKey)?;
			let (closed_in, epoch) = of.closed_in.zip(of.epoch).ok_or(Error::<T>::NoRollKey)?;
			let roll_key = T::Ceremonies::roll_key(of.roll).ok_or(Error::<T>::NoRollKey)?;
			ensure!(roll_key.element().is_ok(), Error::<T>::NoRollKey);
			let (threshold, holders) = T::Ceremonies::roll_holders(of.roll, epoch).ok_or(Error::<T>::NoRollKey)?;
			let roll = Self::panel(threshold, step_deadline, roll_key, holders)?;
			Panels::<T>::insert(election, Key::Tagging, tagging);
			Panels::<T>::insert(election, Key::Roll, roll);
			Sortings::<T>::insert(election, Sorting { roll: of.roll, closed_in, merge_below, groups: 0, matched: 0 });
		}
		Panels::<T>::insert(election, Key::Vote, vote);
		let digest = empty_result(election);
		let stage = TallyStage::Opening { unit: UnitId(0) };
		Tallies::<T>::insert(election, Progress { stage, lists: 0, counted: 0, digest });
		Self::enter(Ring::Running, Task::Election(election));
		Self::deposit_event(Event::TallyBegun { election });
		Ok(())
	}

	/// The panel of a key; an error if it has fewer holders than must act together.
	fn panel(
		threshold: u16,
		step_deadline: Moment,
		key: Encoded,
		holders: alloc::vec::Vec<Holder<T::AccountId>>,
	) -> Result<Panel<T::AccountId>, Error<T>> {
		let threshold = threshold.max(1);
		ensure!(holders.len() >= usize::from(threshold), Error::<T>::TooFewHolders);
		let member =
			|Holder { index, account, verification_key }: Holder<_>| Member { index, account, verification_key };
		let mut members: alloc::vec::Vec<_> = holders.into_iter().map(member).collect();
		members.sort_by_key(|member| member.index);
		// A definition has no more trustees.
		Ok(Panel { threshold, step_deadline, key, members: BoundedVec::truncate_from(members) })
	}

	/// Sets up the lists of one unit of a direct election; after the last unit the election waits for them.
	pub(crate) fn open_unit(election: ElectionId, unit: UnitId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		let units = T::Elections::units(election);
		if unit.0 < units {
			let total = T::BallotBox::ballots(election, unit);
			let contests = T::Elections::contests_of(election, unit).unwrap_or_default();
			for (column, contest) in (0u8..).zip(contests) {
				let id = ListId { election, unit, part: Part::Contest(contest) };
				progress.lists = progress.lists.saturating_add(1);
				let mut list = List { total, column, ..List::empty() };
				if total == 0 {
					Self::add_to_region(&id, contest, &Self::new_count(&id, contest), &mut progress);
				} else {
					list.digest = [0; 32];
					list.stage = ListStage::Collecting { slot: 0, digest: ListDigest::new(total) };
					Self::enter(Ring::Running, Task::List(id));
				}
				Lists::<T>::insert(election, (unit, id.part), list);
			}
		}
		let next = UnitId(unit.0.saturating_add(1));
		if next.0 < units {
			progress.stage = TallyStage::Opening { unit: next };
			Tallies::<T>::insert(election, progress);
			return After::Again;
		}
		Self::begin_working(election, progress)
	}

	/// A count without votes, with the voters of the units of a list.
	pub(crate) fn new_count(id: &ListId, contest: ContestId) -> Count {
		let options = T::Elections::contest(id.election, contest).map_or(0, |(options, _)| options.len());
		Count::zero(options, Self::registered(id.election, id.unit))
	}

	/// The count of a list so far.
	pub(crate) fn count_of(id: &ListId, contest: ContestId) -> Count {
		Counts::<T>::get(id.election, (contest, id.unit)).unwrap_or_else(|| Self::new_count(id, contest))
	}

	/// Copies the next page of ciphertexts.
	pub(crate) fn collect(id: &ListId, list: &mut List, count: u32) {
		let ListStage::Collecting { slot, digest } = &mut list.stage else { return };
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
			list.stage = ListStage::Inviting { after: TrusteeIndex(0), attempt: 0 };
			Self::deposit_event(Event::ListCollected { list: *id, total: list.total, digest: list.digest });
		}
	}
}

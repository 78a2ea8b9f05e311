//! Counting: shares are combined, every selection is looked up, and the votes are added. Protocol A3, 4.
//!
//! Whatever is not a legal selection is invalid: a value, not an error. Nothing here can fail.

use crate::{
	Config, Count, Counts, ElectionStage, Event, List, ListId, Pages, Pallet, Progress, RegionCounts, Ring, Shares,
	Stage, Table, Tables, Tallies, Task,
};
use alloc::vec::Vec;
use ballot_crypto::{decryption, element::encode_doubles, embedding, RistrettoPoint};
use dobush_primitives::{traits::Elections, ContestId};
use electoral_rules::{BallotFormat, Selection};

impl<T: Config> Pallet<T> {
	/// Makes the table of a contest.
	pub(crate) fn make_table(id: &ListId) {
		let options = T::Elections::contest(id.election, id.contest).map_or(0, |(options, _)| options.len());
		let options = u16::try_from(options).unwrap_or(u16::MAX);
		// One option, or declined. A contest that reads more out of a ballot has no table here and no valid vote; the
		// definition of a direct election does not admit one.
		let read = |format: &BallotFormat, row: &[u8; 30]| match format.decode(row, options)? {
			Selection::Option(option) => Some(Some(option)),
			Selection::Declined => Some(None),
			_ => None,
		};
		let format = T::Elections::format(id.election, id.contest)
			.filter(|format| matches!(format, BallotFormat::Single | BallotFormat::SingleOrDecline));
		let rows: Vec<_> = format
			.iter()
			.flat_map(|format| format.table(options).into_iter().map(move |row| (format, row)))
			// A row without an embedding (probability 2^-53) cannot be voted for.
			.filter_map(|(format, row)| Some((*embedding::embed(&row).ok()?.point(), read(format, &row)?)))
			.collect();
		let points: Vec<RistrettoPoint> = rows.iter().map(|(point, _)| *point).collect();
		let mut table: Vec<_> =
			encode_doubles(&points).into_iter().zip(rows).map(|(double, (_, option))| (double, option)).collect();
		table.sort_unstable();
		Tables::<T>::insert(id.election, id.contest, Table::truncate_from(table));
	}

	/// Combines the shares of a page and counts what it says.
	pub(crate) fn count_page(id: &ListId, list: &mut List, page: u32) {
		let Stage::Counting { panel, page: next } = &mut list.stage else { return };
		// What is stored here was decoded when it was verified. Should it not decode, the vote is not legible: invalid.
		let halves: Vec<RistrettoPoint> = Pages::<T>::get((*id, list.layer, page))
			.unwrap_or_default()
			.iter()
			.map(|ciphertext| ciphertext.c2.point().unwrap_or_default())
			.collect();
		let columns: Vec<Vec<RistrettoPoint>> = panel
			.iter()
			.map(|trustee| {
				let shares = Shares::<T>::get((*id, trustee, page)).unwrap_or_default();
				shares.iter().map(|share| share.point().unwrap_or_default()).collect()
			})
			.collect();
		let columns: Vec<&[RistrettoPoint]> = columns.iter().map(Vec::as_slice).collect();
		let messages = decryption::combine(&halves, &columns).unwrap_or_default();
		let table = Tables::<T>::get(id.election, id.contest).unwrap_or_default();
		let mut count = Self::count_of(id);
		let before = count.ballots();
		for double in encode_doubles(&messages) {
			let row = table.binary_search_by(|(known, _)| known.cmp(&double)).ok().and_then(|row| table.get(row));
			let votes = match row {
				Some((_, Some(option))) => count.votes.get_mut(usize::from(*option)),
				Some((_, None)) => Some(&mut count.declined),
				None => None,
			};
			if let Some(votes) = votes {
				*votes = votes.saturating_add(1);
			}
		}
		let read = count.ballots().saturating_sub(before);
		let invalid = u64::from(Self::length_of(list.total, page)).saturating_sub(read);
		count.invalid = count.invalid.saturating_add(invalid);
		Counts::<T>::insert(id.election, (id.contest, id.unit), count);
		*next = page.saturating_add(1);
	}

	/// Ends the count of a list.
	pub(crate) fn close_list(id: &ListId, list: &mut List) {
		let Stage::Counting { panel, .. } = list.stage else { return };
		let Some(mut progress) = Tallies::<T>::get(id.election) else { return };
		list.stage = Stage::Counted { panel };
		Self::add_to_region(id, &Self::count_of(id), &mut progress);
		if Self::all_counted(&mut progress) {
			Self::enter(Ring::Running, Task::Election(id.election));
		}
		Tallies::<T>::insert(id.election, progress);
	}

	/// Keeps the count of a list and adds it to its region.
	pub(crate) fn add_to_region(id: &ListId, count: &Count, progress: &mut Progress) {
		let region = T::Elections::region_of(id.election, id.unit).unwrap_or(0);
		RegionCounts::<T>::mutate(id.election, (id.contest, region), |sum| match sum {
			Some(sum) => sum.add(count),
			None => *sum = Some(count.clone()),
		});
		Counts::<T>::insert(id.election, (id.contest, id.unit), count);
		progress.counted = progress.counted.saturating_add(1);
		let Count { invalid, declined, .. } = *count;
		Self::deposit_event(Event::ListCounted { list: *id, valid: count.valid(), invalid, declined });
	}

	/// Goes on to the decision when every list is counted. Answers whether it does.
	pub(crate) fn all_counted(progress: &mut Progress) -> bool {
		let done = progress.stage == ElectionStage::Working && progress.counted == progress.lists;
		if done {
			progress.stage = ElectionStage::Deciding { contest: ContestId(0) };
		}
		done
	}
}

//! Counting: shares are combined, every selection is read, and the votes are added. Protocol A3.4.
//!
//! A selection that is not legal makes an invalid ballot, not an error. Nothing here can fail.
//!
//! If a ballot names one option, its element is looked up in a table. Other formats have too many legal selections for a
//! table, so the thirty bytes of the element are read (A8). An element is an embedding of them only if no smaller counter
//! gives an element, so every smaller counter is tried: four on average, never more than [`MAX_COUNTERS`], and only if the
//! bytes are a legal selection. A step reserves weight for the most, and gives back what its elements do not need.
//!
//! In deniable elections a selection may be cast in several table slots. Then a vector of the list is one ballot: its rows
//! are read one by one and joined to a selection or an invalid ballot ([`electoral_rules::slots`]).

use crate::{
	steps::{After, Span},
	Config, Count, Counts, DetailKept, Event, List, ListId, ListStage, Marks, Pages, Pairs, Pallet, Preferences,
	Progress, RankedBallot, RankedTotal, Rankings, Reader, RegionCounts, Ring, Shares, Table, Tables, Tallies,
	TallyStage, Task, MAX_COUNTERS,
};
use alloc::{vec, vec::Vec};
use ballot_crypto::{
	decryption,
	element::{encode_doubles, Encoded},
	embedding, RistrettoPoint,
};
use dobush_primitives::{traits::Elections, ContestId, ElectionId, TrusteeIndex};
use electoral_rules::{slots::Row, BallotFormat, BallotPosition, PairCounts, Rule, Selection, Slot};
use frame_support::{traits::Get, BoundedVec};

impl<T: Config> Pallet<T> {
	/// Makes the reader of the selections of a contest.
	pub(crate) fn make_table(id: &ListId) {
		let Some(contest) = id.contest() else { return };
		let (options, rule) = T::Elections::contest(id.election, contest).unzip();
		let options = u16::try_from(options.map_or(0, |options| options.len())).unwrap_or(u16::MAX);
		let format = T::Elections::format(id.election, contest);
		let detail_of = |rule: Option<&Rule>| match rule {
			Some(Rule::Schulze(_)) => DetailKept::Pairs,
			Some(Rule::InstantRunoff(_) | Rule::Stv(_)) => DetailKept::Rankings,
			_ => DetailKept::Marks,
		};
		let reader = match format {
			None => Reader::Rows(Table::default()),
			Some(format @ (BallotFormat::Single | BallotFormat::SingleOrDecline)) => {
				Reader::Rows(table(format, options))
			}
			Some(format) => Reader::Bytes { format, options, detail: detail_of(rule.as_ref()) },
		};
		Tables::<T>::insert(id.election, contest, reader);
	}

	/// Combines the shares of the next `count` ciphertexts of a page, and counts their selections. Returns how many counters were
	/// tried, at most.
	pub(crate) fn count_page(id: &ListId, list: &mut List, page: u32, count: u32) -> u32 {
		let width = u32::from(list.width.max(1));
		let (ballots, on_page) = (count.checked_div(width).unwrap_or(0), Self::length_in(list, page));
		let ListStage::Counting { panel, page: next, done } = &mut list.stage else { return 0 };
		let Some(contest) = id.contest() else { return 0 };
		let some = Span { page, skip: done.saturating_mul(width), count };
		// Stored ciphertexts were decoded when they were verified. If one does not decode, its vote is invalid.
		let stored = Pages::<T>::get((*id, list.layer, page)).unwrap_or_default();
		let mut messages: Vec<RistrettoPoint> =
			some.of(&stored).map(|ciphertext| ciphertext.c2.point().unwrap_or_default()).collect();
		for trustee in panel.iter() {
			messages = Self::combine_shares(id, trustee, some, &messages);
		}
		let mut count = Self::count_of(id, contest);
		let before = count.ballots();
		let tried = match Tables::<T>::get(id.election, contest) {
			None => 0,
			Some(Reader::Rows(table)) => {
				look_up(&table, &messages, &mut count);
				0
			}
			Some(Reader::Bytes { format, options, detail }) => {
				let (selections, tried) = match list.width {
					0 | 1 => decode(format, options, &messages),
					slots => join(format, options, slots, &messages),
				};
				Self::keep(id, contest, format, options, detail, selections, &mut count);
				tried
			}
		};
		let read = count.ballots().saturating_sub(before);
		let invalid = u64::from(ballots).saturating_sub(read);
		count.invalid = count.invalid.saturating_add(invalid);
		Counts::<T>::insert(id.election, (contest, id.unit), count);
		*done = done.saturating_add(ballots);
		if *done >= on_page {
			(*next, *done) = (page.saturating_add(1), 0);
		}
		tried
	}

	/// Subtracts the shares of one trustee from the messages of a range of a page.
	pub(crate) fn combine_shares(
		id: &ListId,
		trustee: TrusteeIndex,
		some: Span,
		messages: &[RistrettoPoint],
	) -> Vec<RistrettoPoint> {
		let shares = Shares::<T>::get((*id, trustee, some.page)).unwrap_or_default();
		let column: Vec<RistrettoPoint> = some.of(&shares).map(|share| share.point().unwrap_or_default()).collect();
		decryption::combine(messages, &[&column]).unwrap_or_default()
	}

	/// Adds legal selections to the votes, and to what else is kept of them.
	fn keep(
		id: &ListId,
		contest: ContestId,
		format: BallotFormat,
		options: u16,
		detail: DetailKept,
		selections: Vec<Selection>,
		count: &mut Count,
	) {
		count.valid = count.valid.saturating_add(selections.len() as u64);
		let mut marked = Vec::new();
		let mut ranked: Vec<Vec<u8>> = Vec::new();
		for selection in selections {
			match selection {
				// Formats of one option are looked up.
				Selection::Option(_) | Selection::Declined => (),
				Selection::List { list, preferences } => {
					count.add_vote(list);
					marked.push((list, preferences));
				}
				Selection::Approvals(chosen) => chosen.into_iter().for_each(|option| count.add_vote(option)),
				Selection::Ranking(order) => {
					order.first().into_iter().for_each(|option| count.add_vote(*option));
					// Below 255: a ranking numbers no more candidates.
					ranked.push(order.into_iter().filter_map(|option| u8::try_from(option).ok()).collect());
				}
			}
		}
		match (format, detail) {
			(BallotFormat::ListPreferences { places, .. }, _) => Self::add_marks(id, contest, options, places, &marked),
			(_, DetailKept::Rankings) => Self::append_rankings(id.election, contest, &ranked),
			(_, DetailKept::Pairs) => {
				let candidates = u8::try_from(options).unwrap_or(u8::MAX);
				let mut pairs = Pairs::<T>::get(id.election, contest).unwrap_or_else(|| PairCounts::new(candidates));
				ranked.iter().for_each(|order| pairs.add(order, 1));
				Pairs::<T>::insert(id.election, contest, pairs);
			}
			(_, DetailKept::Marks) => (),
		}
	}

	/// Adds the marks of candidates within lists to those of the region.
	fn add_marks(id: &ListId, contest: ContestId, options: u16, places: u16, marked: &[(u16, Vec<u16>)]) {
		let region = T::Elections::region_of(id.election, id.unit).unwrap_or(0);
		let places = usize::from(places);
		let none = || Marks::truncate_from(vec![0; usize::from(options).saturating_mul(places)]);
		let mut marks = Preferences::<T>::get(id.election, (contest, region)).unwrap_or_else(none);
		for (list, preferences) in marked {
			for place in preferences {
				let number = usize::from(*list).saturating_mul(places).saturating_add(usize::from(*place));
				if let Some(mark) = marks.get_mut(number) {
					*mark = mark.saturating_add(1);
				}
			}
		}
		Preferences::<T>::insert(id.election, (contest, region), marks);
	}

	/// Appends rankings to those of the contest. All units of the contest share the same pages.
	fn append_rankings(election: ElectionId, contest: ContestId, ranked: &[Vec<u8>]) {
		let size = T::PageSize::get().max(1);
		let mut total = RankedTotal::<T>::get(election, contest);
		let mut page = Rankings::<T>::get((election, contest, total / size)).unwrap_or_default();
		for order in ranked {
			let ballot =
				RankedBallot { order: BoundedVec::truncate_from(order.clone()), place: BallotPosition::default() };
			// A page has room for more than `size`, which `integrity_test` sees to.
			if page.try_push(ballot).is_ok() {
				total = total.saturating_add(1);
			}
			if total.is_multiple_of(size) {
				Rankings::<T>::insert((election, contest, total / size - 1), core::mem::take(&mut page));
			}
		}
		if !page.is_empty() {
			Rankings::<T>::insert((election, contest, total / size), page);
		}
		RankedTotal::<T>::insert(election, contest, total);
	}

	/// Ends the count of a list.
	pub(crate) fn close_list(id: &ListId, list: &mut List) {
		let ListStage::Counting { panel, .. } = list.stage else { return };
		let Some(contest) = id.contest() else { return };
		let Some(mut progress) = Tallies::<T>::get(id.election) else { return };
		list.stage = ListStage::Counted { panel };
		Self::add_to_region(id, contest, &Self::count_of(id, contest), &mut progress);
		if Self::all_counted(id.election, &mut progress) {
			Self::enter(Ring::Running, Task::Election(id.election));
		}
		Tallies::<T>::insert(id.election, progress);
	}

	/// Keeps the count of a list and adds it to its region.
	pub(crate) fn add_to_region(id: &ListId, contest: ContestId, count: &Count, progress: &mut Progress) {
		let region = T::Elections::region_of(id.election, id.unit).unwrap_or(0);
		RegionCounts::<T>::mutate(id.election, (contest, region), |sum| match sum {
			Some(sum) => sum.add(count),
			None => *sum = Some(count.clone()),
		});
		Counts::<T>::insert(id.election, (contest, id.unit), count);
		progress.counted = progress.counted.saturating_add(1);
		let Count { valid, invalid, declined, .. } = *count;
		Self::deposit_event(Event::ListCounted { list: *id, valid, invalid, declined });
	}

	/// Begins the stage in which lists are mixed, decrypted and counted, when all lists are set up.
	pub(crate) fn begin_working(election: ElectionId, mut progress: Progress) -> After {
		progress.stage = TallyStage::Working;
		let done = Self::all_counted(election, &mut progress);
		Tallies::<T>::insert(election, progress);
		After::again_if(done)
	}

	/// Goes on to deciding if every list is counted. Returns whether it does.
	fn all_counted(election: ElectionId, progress: &mut Progress) -> bool {
		let done = progress.stage == TallyStage::Working && progress.counted == progress.lists;
		if done {
			let contest = Self::contest_after(election, None).unwrap_or_default();
			progress.stage = TallyStage::Deciding { contest };
		}
		done
	}
}

/// The table of a format in which a ballot names one option, or declines.
fn table(format: BallotFormat, options: u16) -> Table {
	let rows: Vec<_> = format
		.table(options)
		.into_iter()
		// A row has no embedding with probability 2^-53; then its option cannot be voted for.
		.filter_map(|row| {
			let option = match format.decode(&row, options)? {
				Selection::Option(option) => Some(option),
				_ => None,
			};
			Some((*embedding::embed(&row).ok()?.point(), option))
		})
		.collect();
	let points: Vec<RistrettoPoint> = rows.iter().map(|(point, _)| *point).collect();
	let mut table: Vec<_> =
		encode_doubles(&points).into_iter().zip(rows).map(|(double, (_, option))| (double, option)).collect();
	table.sort_unstable();
	Table::truncate_from(table)
}

/// Counts the messages that are in the table.
fn look_up(table: &Table, messages: &[RistrettoPoint], count: &mut Count) {
	for double in encode_doubles(messages) {
		let row = table.binary_search_by(|(known, _)| known.cmp(&double)).ok().and_then(|row| table.get(row));
		match row {
			Some((_, Some(option))) => {
				count.add_vote(*option);
				count.valid = count.valid.saturating_add(1);
			}
			Some((_, None)) => count.declined = count.declined.saturating_add(1),
			None => (),
		}
	}
}

/// The legal selections among the messages, and how many smaller counters were tried, at most.
fn decode(format: BallotFormat, options: u16, messages: &[RistrettoPoint]) -> (Vec<Selection>, u32) {
	let mut tried = 0u32;
	let mut selections = Vec::new();
	for message in messages {
		let Encoded([first, bytes @ .., last]) = Encoded::from(message);
		let legal = format.decode(&bytes, options).filter(|_| last == 0);
		if let Some(selection) = legal {
			tried = tried.saturating_add(u32::from(first / 2).min(MAX_COUNTERS));
			if embedding::decode(message).is_some() {
				selections.push(selection);
			}
		}
	}
	(selections, tried)
}

/// The legal selections among vectors of rows, and how many smaller counters were tried, at most.
fn join(format: BallotFormat, options: u16, width: u8, messages: &[RistrettoPoint]) -> (Vec<Selection>, u32) {
	let slots = format.slots(options);
	let mut tried = 0u32;
	let mut selections = Vec::new();
	for vector in messages.chunks_exact(usize::from(width.max(1))) {
		let row = |(slot, message): (&Slot, &RistrettoPoint)| {
			let Encoded([first, bytes @ .., last]) = Encoded::from(message);
			if last != 0 || !slot.holds(&bytes) {
				return None;
			}
			tried = tried.saturating_add(u32::from(first / 2).min(MAX_COUNTERS));
			embedding::decode(message)
		};
		let rows: Option<Vec<Row>> = slots.iter().zip(vector).map(row).collect();
		selections.extend(rows.and_then(|rows| slots.join(&rows)));
	}
	(selections, tried)
}

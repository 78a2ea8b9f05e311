//! The invariants TA1 to TA14 of the pallet's header. Checked by try-runtime and at the end of every test.
#![cfg(any(feature = "std", feature = "try-runtime"))]

mod deniable;
mod rankings;
mod seats;

use crate::seat::Filling;
use crate::{
	result::empty_result, Columns, Config, Count, Counts, Cursors, Heads, Job, Key, List, ListId, ListStage, Lists,
	Lot, Lots, Matchings, Outcomes, Pages, Pairs, Pallet, Panels, Part, PendingRemoval, Preferences, Rankings,
	RegionCounts, Replacements, Ring, RollTags, SeatedLists, Shares, Sortings, TagShares, Tags, Tallies, TallyStage,
	Task, Tasks, TrusteeSet, Turn, Units, Verdicts, Verifications,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use ballot_crypto::transcript::ListDigest;
use dobush_primitives::{traits::Elections, ContestId, ElectionId, TrusteeIndex};
use electoral_rules::{BallotFormat, Verdict};
use frame_support::ensure;
use parity_scale_codec::Decode;
use sp_runtime::TryRuntimeError;

pub(crate) type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Reads the whole state and names the first invariant that does not hold.
	pub fn check_invariants() -> Checked {
		let lists: BTreeMap<ListId, List> =
			Lists::<T>::iter().map(|(election, (unit, part), list)| (ListId { election, unit, part }, list)).collect();
		Self::ensure_rings(&lists)?;
		for (id, list) in &lists {
			Self::ensure_pages(id, list)?;
			Self::ensure_upload(id, list)?;
			Self::ensure_shares(id, list)?;
			Self::ensure_counted(id, list)?;
			Self::ensure_mixers(id, list)?;
			Self::ensure_tags(id, list)?;
		}
		for (election, _) in Tallies::<T>::iter() {
			Self::ensure_sums(election, &lists)?;
			Self::ensure_outcomes(election)?;
			Self::ensure_lots(election)?;
			Self::ensure_members(election)?;
			Self::ensure_ballots(election)?;
			Self::ensure_groups(election, &lists)?;
		}
		Self::ensure_nothing_lost(&lists)
	}

	/// TA1.
	fn ensure_rings(lists: &BTreeMap<ListId, List>) -> Checked {
		let mut rings = [Ring::Running, Ring::Waiting].map(|ring| (ring, BTreeSet::new()));
		for (ring, known) in &mut rings {
			let cursor = Cursors::<T>::get(*ring);
			ensure!(cursor.next < cursor.count.max(1), "TA1: a cursor points past its ring");
			ensure!(Tasks::<T>::iter_prefix(*ring).count() == cursor.count as usize, "TA1: a ring has another size");
			for slot in 0..cursor.count {
				let task = Tasks::<T>::get(*ring, slot).ok_or("TA1: a slot of a ring is empty")?;
				ensure!(known.insert(task), "TA1: a task stands twice in a ring");
			}
		}
		let [(_, running), (_, waiting)] = &rings;
		for (id, list) in lists {
			let task = Task::List(*id);
			let removed = Self::is_removed(id.election);
			let runs =
				list.stage.is_running() || (!list.pending_removals.is_empty() && list.stage != ListStage::Removing);
			ensure!(removed || runs == running.contains(&task), "TA1: a list with work is not in its ring");
			ensure!(list.watched == waiting.contains(&task), "TA1: a list's mark and the waiting ring differ");
			ensure!(removed || list.watched || list.stage.deadline().is_none(), "TA1: nobody watches a deadline");
		}
		for (election, progress) in Tallies::<T>::iter() {
			let task = Task::Election(election);
			let runs = match progress.stage {
				TallyStage::Working
				| TallyStage::Matching
				| TallyStage::AwaitingLots
				| TallyStage::Counted
				| TallyStage::Archived => false,
				TallyStage::Opening { .. }
				| TallyStage::Grouping { .. }
				| TallyStage::Merging { .. }
				| TallyStage::Deciding { .. }
				| TallyStage::Seating { .. }
				| TallyStage::Sealing { .. }
				| TallyStage::Emptying
				| TallyStage::Dropping => true,
			};
			ensure!(runs == running.contains(&task), "TA1: an election with work is not in its ring");
			let waits = progress.stage == TallyStage::Counted;
			ensure!(!waits || waiting.contains(&task), "TA1: nobody watches for a certificate");
		}
		Ok(())
	}

	/// Whether the lists of an election are being removed, or should be.
	pub(crate) fn is_removed(election: ElectionId) -> bool {
		Tallies::<T>::get(election).is_none_or(|progress| {
			matches!(progress.stage, TallyStage::Emptying | TallyStage::Dropping | TallyStage::Archived)
		})
	}

	/// The digest of the first so many pages of a layer of a list.
	fn layer(id: &ListId, list: &List, layer: u16, pages: u32) -> Result<[u8; 32], TryRuntimeError> {
		let mut digest = Self::new_digest(list);
		for number in 0..pages {
			let page = Pages::<T>::get((*id, layer, number)).ok_or("TA2: a page is missing")?;
			ensure!(page.len() == Self::ciphertexts_on(list, number), "TA2: a page is not full");
			digest.add(&page);
		}
		Ok(digest.finish())
	}

	/// TA2.
	fn ensure_pages(id: &ListId, list: &List) -> Checked {
		match &list.stage {
			ListStage::Removing => Ok(()),
			ListStage::Collecting { slot, digest } => {
				let known = Self::layer(id, list, 0, Self::pages_of(*slot))?;
				ensure!(known == digest.finish(), "TA2: the digest of collected pages differs");
				Ok(())
			}
			ListStage::Gathering { .. } => Self::layer(id, list, 0, Self::pages_in(list)).map(drop),
			ListStage::Digesting { page, digest } => {
				let known = Self::layer(id, list, 0, *page)?;
				ensure!(known == digest.finish(), "TA2: the digest of gathered pages differs");
				Self::layer(id, list, 0, Self::pages_in(list)).map(drop)
			}
			_ => {
				let known = Self::layer(id, list, list.layer, Self::pages_in(list))?;
				ensure!(known == list.digest, "TA2: the digest of a list differs");
				Ok(())
			}
		}
	}

	/// TA3, and the part of TA2 that there are no other pages.
	fn ensure_upload(id: &ListId, list: &List) -> Checked {
		let left =
			|of: fn(&PendingRemoval) -> Option<u32>| -> u32 { list.pending_removals.iter().filter_map(of).sum() };
		let old_pages = left(|pending| match pending {
			PendingRemoval::Pages { left, .. } => Some(*left),
			_ => None,
		});
		let old_columns = left(|pending| match pending {
			PendingRemoval::Columns { left } => Some(*left),
			_ => None,
		});
		let own = match &list.stage {
			ListStage::Removing => 0,
			ListStage::Collecting { slot, .. } => Self::pages_of(*slot),
			_ => Self::pages_in(list),
		};
		let turn: Option<&Turn> = match &list.stage {
			ListStage::Mixing(turn) | ListStage::Verifying(turn) => Some(turn),
			_ => None,
		};
		let uploaded = turn.map_or(0, |turn| turn.pages);
		let pages = Pages::<T>::iter_key_prefix((*id,)).count();
		ensure!(pages == (own + uploaded + old_pages) as usize, "TA3: there are pages that nobody knows");
		let columns = Columns::<T>::iter_key_prefix(id).count();
		let expected = turn.map_or(0, |turn| turn.columns) + old_columns;
		ensure!(columns == expected as usize, "TA3: there are columns that nobody knows");
		let Some(turn) = turn else {
			let verifies =
				Verifications::<T>::contains_key(id) && !list.pending_removals.contains(&PendingRemoval::Head);
			ensure!(!verifies, "TA3: a verification of nothing");
			return Ok(());
		};
		let digest = Self::layer(id, list, list.layer.saturating_add(1), turn.pages)?;
		ensure!(digest == turn.digest.finish(), "TA3: the digest of uploaded pages differs");
		let items = Self::columns_of(list);
		let mut digest = ListDigest::new(items);
		for number in 0..turn.columns {
			let page = Columns::<T>::get(id, number).ok_or("TA3: a page of columns is missing")?;
			ensure!(page.len() == Self::length_of(items, number) as usize, "TA3: a page of columns is not full");
			digest.add(&page);
		}
		ensure!(digest.finish() == turn.columns_digest.finish(), "TA3: the digest of uploaded columns differs");
		ensure!(turn.head == Heads::<T>::contains_key(id), "TA3: a head and its turn differ");
		let sealed = matches!(list.stage, ListStage::Verifying(_));
		ensure!(sealed || !Verifications::<T>::contains_key(id), "TA3: an open upload is verified");
		Ok(())
	}

	/// TA4.
	fn ensure_shares(id: &ListId, list: &List) -> Checked {
		let pages = Self::pages_in(list);
		let all = |panel: &TrusteeSet| panel.iter().map(|trustee| (trustee, pages)).collect::<Vec<_>>();
		let (mut posted, mut tagged) = (Vec::new(), Vec::new());
		match &list.stage {
			ListStage::Counting { panel, .. }
			| ListStage::Counted { panel }
			| ListStage::Opened { panel }
			| ListStage::Reading { panel, .. }
			| ListStage::Matched { panel } => posted = all(panel),
			ListStage::Adding { panel, .. } => tagged = all(panel),
			stage => {
				if let Some((job, round)) = stage.round() {
					let by = round.panel.iter().zip(round.posted.iter().copied()).collect();
					*(if job == Job::Tag { &mut tagged } else { &mut posted }) = by;
				}
			}
		}
		for pending in &list.pending_removals {
			match pending {
				PendingRemoval::Shares { trustee, left } => posted.push((*trustee, *left)),
				PendingRemoval::TagShares { trustee, left } => tagged.push((*trustee, *left)),
				_ => (),
			}
		}
		let length = |trustee, page| Shares::<T>::get((*id, trustee, page)).map(|shares| shares.len());
		// Votes have a share for each ciphertext; ballots and roll have one for each tag.
		let each = Self::shares_each(if id.contest().is_some() { Job::Decrypt } else { Job::Open }, list);
		Self::ensure_posted((list, each), posted, length, Shares::<T>::iter_key_prefix((*id,)).count())?;
		let length = |trustee, page| TagShares::<T>::get((*id, trustee, page)).map(|shares| shares.len());
		Self::ensure_posted((list, 1), tagged, length, TagShares::<T>::iter_key_prefix((*id,)).count())
	}

	/// Checks that exactly these pages of shares are stored, and that each has so many shares for each vector of its page.
	fn ensure_posted(
		(list, each): (&List, u32),
		expected: Vec<(TrusteeIndex, u32)>,
		length: impl Fn(TrusteeIndex, u32) -> Option<usize>,
		there: usize,
	) -> Checked {
		let mut known = 0;
		for (trustee, pages) in expected {
			for page in 0..pages {
				let length = length(trustee, page).ok_or("TA4: accepted shares are missing")?;
				let full = Self::length_in(list, page).saturating_mul(each);
				ensure!(length == full as usize, "TA4: a page of shares is not full");
				known += 1;
			}
		}
		ensure!(there == known, "TA4: there are shares that nobody accepted");
		Ok(())
	}

	/// TA5.
	fn ensure_counted(id: &ListId, list: &List) -> Checked {
		if let (ListStage::Counted { .. }, Some(contest)) = (&list.stage, id.contest()) {
			let count = Counts::<T>::get(id.election, (contest, id.unit)).ok_or("TA5: a counted list has no count")?;
			ensure!(count.ballots() == u64::from(list.total), "TA5: votes and ciphertexts differ");
			let votes = count.votes.iter().fold(0u64, |sum, votes| sum.saturating_add(*votes));
			let several = matches!(T::Elections::format(id.election, contest), Some(BallotFormat::Approvals { .. }));
			let holds =
				if several { count.votes.iter().all(|votes| *votes <= count.valid) } else { votes == count.valid };
			ensure!(holds, "TA5: votes and valid ballots differ");
		}
		Ok(())
	}

	/// TA6.
	fn ensure_sums(election: ElectionId, lists: &BTreeMap<ListId, List>) -> Checked {
		if Self::is_removed(election) {
			return Ok(());
		}
		let progress = Tallies::<T>::get(election).ok_or("TA6: no tally")?;
		let own: Vec<_> = lists
			.iter()
			.filter(|(id, _)| id.election == election)
			.filter_map(|(id, list)| Some((id.unit, id.contest()?, list)))
			.collect();
		let counted: Vec<_> =
			own.iter().filter(|(_, _, list)| matches!(list.stage, ListStage::Counted { .. })).collect();
		ensure!(progress.lists as usize == own.len(), "TA6: the number of lists differs");
		ensure!(progress.counted as usize == counted.len(), "TA6: the number of counted lists differs");
		let mut sums: BTreeMap<(ContestId, u16), Count> = BTreeMap::new();
		for (unit, contest, _) in counted {
			let count = Counts::<T>::get(election, (*contest, *unit)).unwrap_or_default();
			let region = T::Elections::region_of(election, *unit).unwrap_or(0);
			match sums.get_mut(&(*contest, region)) {
				Some(sum) => sum.add(&count),
				None => {
					sums.insert((*contest, region), count);
				}
			}
		}
		let known: BTreeMap<_, _> = RegionCounts::<T>::iter_prefix(election).collect();
		ensure!(known == sums, "TA6: the sums of a region differ");
		Ok(())
	}

	/// TA7.
	fn ensure_mixers(id: &ListId, list: &List) -> Checked {
		if Self::is_removed(id.election) {
			return Ok(());
		}
		let panel = Panels::<T>::get(id.election, Key::Vote).ok_or("TA7: a list without a panel")?;
		ensure!(list.layer == list.mixed.count(), "TA7: layers and mixers differ");
		let known = |trustee| panel.members.iter().any(|member| member.index == trustee);
		ensure!(list.mixed.iter().all(known), "TA7: a mixer holds no share");
		let decrypts = match &list.stage {
			ListStage::Choosing { .. }
			| ListStage::Counting { .. }
			| ListStage::Counted { .. }
			| ListStage::Adding { .. }
			| ListStage::Opened { .. }
			| ListStage::Reading { .. } => true,
			// A group without ballots or voters is matched without mixing.
			ListStage::Matched { panel } => !panel.is_empty(),
			stage => stage.round().is_some(),
		};
		let mixed = list.mixed.count() >= panel.threshold;
		ensure!(mixed || !decrypts || list.total == 0, "TA7: too few have mixed what is decrypted");
		Ok(())
	}

	/// TA8.
	fn ensure_outcomes(election: ElectionId) -> Checked {
		let progress = Tallies::<T>::get(election).ok_or("TA8: no tally")?;
		let contests = T::Elections::contests(election);
		let sealed = match progress.stage {
			TallyStage::Opening { .. }
			| TallyStage::Grouping { .. }
			| TallyStage::Matching
			| TallyStage::Merging { .. }
			| TallyStage::Working => {
				ensure!(Outcomes::<T>::iter_key_prefix(election).next().is_none(), "TA8: an outcome too early");
				0
			}
			TallyStage::Deciding { .. } | TallyStage::Seating { .. } | TallyStage::AwaitingLots => 0,
			TallyStage::Sealing { contest } => contest.0,
			TallyStage::Counted | TallyStage::Emptying | TallyStage::Archived => contests,
			TallyStage::Dropping => return Ok(()),
		};
		if sealed > 0 {
			let all = (0..contests).all(|contest| Outcomes::<T>::contains_key(election, ContestId(contest)));
			ensure!(all, "TA8: a contest of a result is not decided");
		}
		let mut digest = empty_result(election);
		for contest in (0..sealed).map(ContestId) {
			digest = Self::add_to_result(&digest, election, contest);
		}
		let known = Outcomes::<T>::iter_key_prefix(election).all(|contest| contest.0 < contests);
		ensure!(known, "TA8: an outcome of no contest");
		ensure!(digest == progress.digest, "TA8: the result is not the digest of votes and outcomes");
		Ok(())
	}

	/// TA10.
	fn ensure_lots(election: ElectionId) -> Checked {
		let stage = Tallies::<T>::get(election).ok_or("TA10: no tally")?.stage;
		if stage == TallyStage::Dropping {
			return Ok(());
		}
		for (contest, lot) in Lots::<T>::iter_prefix(election) {
			let outcome = Self::outcome_of(election, contest).and_then(Result::ok);
			ensure!(outcome.is_some(), "TA10: a lot of a contest that is not decided");
			let tied = outcome.is_some_and(|outcome| matches!(outcome.verdict, Verdict::Tied { .. }));
			let mut lists = SeatedLists::<T>::iter_prefix(election).filter(|((of, _), _)| *of == contest);
			// The list that is being filled, and those behind it, may still be as they were before the lot.
			let open = matches!(stage, TallyStage::Seating { contest: of, .. } if of == contest);
			let tied = tied || lists.any(|(_, bytes)| !open && matches!(Filling::decode(&mut &bytes[..]), Ok(Err(_))));
			let used = matches!(lot, Lot::Used { .. });
			ensure!(open || tied != used, "TA10: a lot of a contest that is not tied, or a tie in spite of its lot");
			let deciding =
				matches!(stage, TallyStage::Deciding { .. } | TallyStage::Seating { .. } | TallyStage::AwaitingLots);
			ensure!(used || deciding, "TA10: a lot that was not used");
		}
		let waits = stage == TallyStage::AwaitingLots;
		let early = matches!(stage, TallyStage::Deciding { .. } | TallyStage::Seating { .. });
		ensure!(early || waits == Self::needs_lots(election), "TA10: an election waits for no lot, or not for its lot");
		Ok(())
	}

	/// TA9.
	fn ensure_nothing_lost(lists: &BTreeMap<ListId, List>) -> Checked {
		let known = |id: &ListId| lists.contains_key(id);
		ensure!(Pages::<T>::iter_keys().all(|(id, _, _)| known(&id)), "TA9: pages of no list");
		ensure!(Columns::<T>::iter_keys().all(|(id, _)| known(&id)), "TA9: columns of no list");
		ensure!(Heads::<T>::iter_keys().all(|id| known(&id)), "TA9: a head of no list");
		ensure!(Verifications::<T>::iter_keys().all(|id| known(&id)), "TA9: a verification of no list");
		ensure!(Shares::<T>::iter_keys().all(|(id, _, _)| known(&id)), "TA9: shares of no list");
		ensure!(lists.keys().all(|id| Tallies::<T>::contains_key(id.election)), "TA9: a list of no tally");
		ensure!(
			Counts::<T>::iter_keys().all(|(election, _)| Tallies::<T>::contains_key(election)),
			"TA9: a count of no tally"
		);
		ensure!(TagShares::<T>::iter_keys().all(|(id, _, _)| known(&id)), "TA9: tag shares of no list");
		ensure!(Tags::<T>::iter_keys().all(|(id, _)| known(&id)), "TA9: tags of no list");
		ensure!(Verdicts::<T>::iter_keys().all(|(id, _)| known(&id)), "TA9: verdicts of no list");
		let roll = |(election, unit)| known(&ListId { election, unit, part: Part::Roll });
		ensure!(RollTags::<T>::iter_keys().all(|(group, _)| roll(group)), "TA9: roll tags of no roll");
		ensure!(Matchings::<T>::iter_keys().all(roll), "TA9: a match of no roll");
		ensure!(
			Panels::<T>::iter_keys().all(|(election, _)| Tallies::<T>::contains_key(election)),
			"TA9: a panel of no tally"
		);
		ensure!(Sortings::<T>::iter_keys().all(Tallies::<T>::contains_key), "TA9: a sorting of no tally");
		ensure!(Units::<T>::iter_keys().all(Tallies::<T>::contains_key), "TA9: units of no tally");
		let tallied = |election: ElectionId| Tallies::<T>::contains_key(election);
		ensure!(Preferences::<T>::iter_keys().all(|(election, _)| tallied(election)), "TA9: marks of no tally");
		ensure!(Rankings::<T>::iter_keys().all(|(election, _, _)| tallied(election)), "TA9: rankings of no tally");
		ensure!(Pairs::<T>::iter_keys().all(|(election, _)| tallied(election)), "TA9: pairs of no tally");
		ensure!(Lots::<T>::iter_keys().all(|(election, _)| tallied(election)), "TA9: a lot of no tally");
		ensure!(SeatedLists::<T>::iter_keys().all(|(election, _)| tallied(election)), "TA9: members of no tally");
		ensure!(Replacements::<T>::iter_keys().all(|(election, _)| tallied(election)), "TA9: vacancies of no tally");
		Ok(())
	}
}

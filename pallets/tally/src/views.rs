//! The answers of the view functions: the state of an election and its lists, and what a trustee has to do.

use crate::{
	work::is_working, Config, Duty, DutyKind, Job, Key, List, ListId, ListStage, ListStatus, Lists, Pallet, Panels,
	Part, RoundStatus, ShareRound, SortingStatus, Sortings, StageStatus, Tallies, TallyStatus, TrusteeSet,
	Verifications,
};
use alloc::vec::Vec;
use ballot_crypto::shuffle::Next;
use dobush_primitives::{traits::Elections, ContestId, ElectionId, ListMembers, TrusteeIndex, UnitId};

impl<T: Config> Pallet<T> {
	pub(crate) fn election_status(election: ElectionId) -> Option<TallyStatus> {
		let progress = Tallies::<T>::get(election)?;
		let (threshold, holders) = Self::holders_of(election, Key::Vote);
		let (roll_threshold, roll_holders) = Self::holders_of(election, Key::Roll);
		Some(TallyStatus {
			stage: progress.stage,
			lists: progress.lists,
			counted: progress.counted,
			threshold,
			holders,
			result: Self::result_of(election),
			sorting: Sortings::<T>::get(election).map(|sorting| SortingStatus {
				groups: sorting.groups,
				matched: sorting.matched,
				roll_threshold,
				roll_holders,
			}),
		})
	}

	/// How many holders of a key act together, and the holders; nobody once the lists are removed.
	fn holders_of(election: ElectionId, key: Key) -> (u16, TrusteeSet) {
		let panel = Panels::<T>::get(election, key);
		let holders = panel.iter().flat_map(|panel| &panel.members).map(|member| member.index).collect();
		(panel.map_or(0, |panel| panel.threshold), holders)
	}

	pub(crate) fn list_status(id: ListId) -> Option<ListStatus> {
		let list = Lists::<T>::get(id.election, (id.unit, id.part))?;
		let stage = Self::stage_status(&id, &list);
		let pages = Self::pages_in(&list);
		let List { total, width, layer, digest, tags, mixed, .. } = list;
		let (threshold, _) = Self::holders_of(id.election, Key::Vote);
		Some(ListStatus { list: id, total, width, pages, position: layer, threshold, mixed, digest, tags, stage })
	}

	pub(crate) fn members_of(election: ElectionId, contest: ContestId) -> Vec<ListMembers> {
		let options = T::Elections::contest(election, contest).map_or(0, |(options, _)| options.len()) as u16;
		(0..options).filter_map(|list| Self::members_of_list(election, contest, list)).collect()
	}

	fn stage_status(id: &ListId, list: &List) -> StageStatus {
		let columns_total = Self::columns_of(list);
		match &list.stage {
			ListStage::Collecting { slot, .. } => StageStatus::Collecting { collected: *slot },
			ListStage::Gathering { .. } => StageStatus::Collecting { collected: list.total },
			ListStage::Inviting { .. } | ListStage::Choosing { .. } | ListStage::Digesting { .. } => {
				StageStatus::BetweenSteps
			}
			ListStage::Gathered | ListStage::Opened { .. } => StageStatus::AwaitingOther,
			ListStage::Mixing(turn) => StageStatus::Mixing {
				mixer: turn.mixer,
				attempt: turn.attempt,
				deadline: turn.deadline,
				pages: turn.pages,
				head: turn.head,
				columns: turn.columns,
				columns_total: Self::pages_of(columns_total),
			},
			ListStage::Verifying(turn) => {
				let (columns, elements) = match Verifications::<T>::get(id).map(|verification| verification.next()) {
					None => (0, 0),
					Some(Next::Columns { start, .. }) => (start, 0),
					Some(Next::Elements { start, .. }) => (columns_total, start),
					Some(Next::Done) => (columns_total, list.total),
				};
				let (mixer, attempt) = (turn.mixer, turn.attempt);
				StageStatus::Verifying { mixer, attempt, columns, columns_total, elements }
			}
			ListStage::Decrypting(round) => StageStatus::Decrypting(round_status(round)),
			ListStage::Tagging(round) => StageStatus::Tagging(round_status(round)),
			ListStage::Opening(round) => StageStatus::Opening(round_status(round)),
			ListStage::Adding { page, .. } => StageStatus::Adding { pages: *page },
			ListStage::Reading { page, .. } => StageStatus::Matching { pages: *page },
			ListStage::Matched { .. } => StageStatus::Matched,
			ListStage::Counting { page, .. } => StageStatus::Counting { pages: *page },
			ListStage::Counted { .. } => StageStatus::Counted,
			ListStage::Removing => StageStatus::Removing,
		}
	}

	/// The identifiers of the lists that some units may have.
	fn ids(election: ElectionId, from: UnitId, limit: u16) -> impl Iterator<Item = ListId> {
		let deniable = Sortings::<T>::contains_key(election);
		let end = from.0.saturating_add(limit).min(T::Elections::units(election));
		(from.0..end).map(UnitId).flat_map(move |unit| {
			let sorted = [Part::Ballots, Part::Roll].into_iter().filter(move |_| deniable);
			let votes = T::Elections::contests_of(election, unit).unwrap_or_default().into_iter().map(Part::Contest);
			sorted.chain(votes).map(move |part| ListId { election, unit, part })
		})
	}

	pub(crate) fn list_statuses(election: ElectionId, from: UnitId, limit: u16) -> Vec<ListStatus> {
		Self::ids(election, from, limit).filter_map(Self::list_status).collect()
	}

	pub(crate) fn duties(account: &T::AccountId, election: ElectionId, from: UnitId, limit: u16) -> Vec<Duty> {
		let working = Tallies::<T>::get(election).is_some_and(|progress| is_working(&progress.stage));
		let [vote, tagging, roll] =
			Key::ALL.map(|key| Panels::<T>::get(election, key).and_then(|panel| panel.index_of(account)));
		if !working || [vote, tagging, roll].iter().all(Option::is_none) {
			return Vec::new();
		}
		let index = |key| match key {
			Key::Vote => vote,
			Key::Tagging => tagging,
			Key::Roll => roll,
		};
		Self::ids(election, from, limit).filter_map(|id| Self::duty(&id, index)).collect()
	}

	fn duty(id: &ListId, index: impl Fn(Key) -> Option<TrusteeIndex>) -> Option<Duty> {
		let list = Lists::<T>::get(id.election, (id.unit, id.part))?;
		let (key, kind, attempt, since, deadline) = if let ListStage::Mixing(turn) = &list.stage {
			let kind = DutyKind::Mix { page: turn.pages, head: turn.head, columns: turn.columns };
			if index(Key::Vote) != Some(turn.mixer) {
				return None;
			}
			(Key::Vote, kind, turn.attempt, turn.since, turn.deadline)
		} else {
			let (job, round) = list.stage.round()?;
			let trustee = index(job.key())?;
			let position = round.panel.iter().position(|member| member == trustee)?;
			let (page, panel) = (*round.posted.get(position)?, round.panel);
			if page >= Self::pages_in(&list) {
				return None;
			}
			let kind = match job {
				Job::Decrypt => DutyKind::Decrypt { page, panel },
				Job::Tag => DutyKind::Tag { page, panel },
				Job::Open => DutyKind::Open { page, panel },
			};
			(job.key(), kind, round.attempt, round.since, round.deadline)
		};
		let trustee = index(key)?;
		let List { total, width, layer, tags, .. } = list;
		let digest = if key == Key::Roll { tags } else { list.digest };
		Some(Duty { list: *id, trustee, kind, attempt, since, deadline, layer, total, width, digest })
	}
}

/// The state of a round, for clients.
fn round_status(round: &ShareRound) -> RoundStatus {
	RoundStatus {
		attempt: round.attempt,
		deadline: round.deadline,
		panel: round.panel.iter().zip(round.posted.iter().copied()).collect(),
		absent: round.absent,
	}
}

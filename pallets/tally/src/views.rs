//! What clients ask: where an election and its lists are, and what a trustee has to do.

use crate::{
	Config, Duty, DutyKind, ElectionStage, ElectionStatus, List, ListId, ListStatus, Lists, Pallet, Panels, Stage,
	StageStatus, Tallies, TrusteeSet, Verifications,
};
use alloc::vec::Vec;
use ballot_crypto::shuffle::Next;
use dobush_primitives::{traits::Elections, ContestId, ElectionId, TrusteeIndex, UnitId};

impl<T: Config> Pallet<T> {
	pub(crate) fn election_status(election: ElectionId) -> Option<ElectionStatus> {
		let progress = Tallies::<T>::get(election)?;
		let mut holders = TrusteeSet::default();
		let panel = Panels::<T>::get(election);
		let threshold = panel.as_ref().map_or(0, |panel| panel.threshold);
		panel.iter().flat_map(|panel| &panel.members).for_each(|member| holders.insert(member.index));
		Some(ElectionStatus {
			stage: progress.stage,
			lists: progress.lists,
			counted: progress.counted,
			threshold,
			holders,
			result: Self::result_of(election),
		})
	}

	pub(crate) fn list_status(id: ListId) -> Option<ListStatus> {
		let list = Lists::<T>::get(id.election, (id.unit, id.contest))?;
		let stage = Self::stage_status(&id, &list);
		let List { total, layer, digest, mixed, .. } = list;
		let threshold = Panels::<T>::get(id.election).map_or(0, |panel| panel.threshold);
		Some(ListStatus {
			list: id,
			total,
			pages: Self::pages_of(total),
			position: layer,
			threshold,
			mixed,
			digest,
			stage,
		})
	}

	fn stage_status(id: &ListId, list: &List) -> StageStatus {
		let columns_total = Self::columns_of(list.total);
		match &list.stage {
			Stage::Collecting { slot, .. } => StageStatus::Collecting { collected: *slot },
			Stage::Inviting { .. } | Stage::Choosing { .. } => StageStatus::BetweenSteps,
			Stage::Mixing(turn) => StageStatus::Mixing {
				mixer: turn.mixer,
				attempt: turn.attempt,
				deadline: turn.deadline,
				pages: turn.pages,
				head: turn.head,
				columns: turn.columns,
				columns_total: Self::pages_of(columns_total),
			},
			Stage::Verifying(turn) => {
				let (columns, elements) = match Verifications::<T>::get(id).map(|verification| verification.next()) {
					None => (0, 0),
					Some(Next::Columns { start, .. }) => (start, 0),
					Some(Next::Elements { start, .. }) => (columns_total, start),
					Some(Next::Done) => (columns_total, list.total),
				};
				let (mixer, attempt) = (turn.mixer, turn.attempt);
				StageStatus::Verifying { mixer, attempt, columns, columns_total, elements }
			}
			Stage::Decrypting(round) => StageStatus::Decrypting {
				attempt: round.attempt,
				deadline: round.deadline,
				panel: round.panel.iter().zip(round.posted.iter().copied()).collect(),
				absent: round.absent,
			},
			Stage::Counting { page, .. } => StageStatus::Counting { pages: *page },
			Stage::Counted { .. } => StageStatus::Counted,
			Stage::Leaving => StageStatus::Leaving,
		}
	}

	/// The identifiers of the lists of some units.
	fn ids(election: ElectionId, from: UnitId, limit: u16) -> impl Iterator<Item = ListId> {
		let contests = T::Elections::contests(election);
		let end = from.0.saturating_add(limit).min(T::Elections::units(election));
		(from.0..end).map(UnitId).flat_map(move |unit| {
			(0..contests).map(move |contest| ListId { election, unit, contest: ContestId(contest) })
		})
	}

	pub(crate) fn list_statuses(election: ElectionId, from: UnitId, limit: u16) -> Vec<ListStatus> {
		Self::ids(election, from, limit).filter_map(Self::list_status).collect()
	}

	pub(crate) fn duties(account: &T::AccountId, election: ElectionId, from: UnitId, limit: u16) -> Vec<Duty> {
		let working = Tallies::<T>::get(election)
			.is_some_and(|progress| matches!(progress.stage, ElectionStage::Opening { .. } | ElectionStage::Working));
		let Some(trustee) = Panels::<T>::get(election).and_then(|panel| panel.index_of(account)) else {
			return Vec::new();
		};
		Self::ids(election, from, limit).filter(|_| working).filter_map(|id| Self::duty(&id, trustee)).collect()
	}

	fn duty(id: &ListId, trustee: TrusteeIndex) -> Option<Duty> {
		let list = Lists::<T>::get(id.election, (id.unit, id.contest))?;
		let (kind, attempt, since, deadline) = match &list.stage {
			Stage::Mixing(turn) if turn.mixer == trustee => {
				let kind = DutyKind::Mix { page: turn.pages, head: turn.head, columns: turn.columns };
				(kind, turn.attempt, turn.since, turn.deadline)
			}
			Stage::Decrypting(round) => {
				let position = round.panel.iter().position(|index| index == trustee)?;
				let page = *round.posted.get(position)?;
				if page >= Self::pages_of(list.total) {
					return None;
				}
				let kind = DutyKind::Decrypt { page, panel: round.panel };
				(kind, round.attempt, round.since, round.deadline)
			}
			_ => return None,
		};
		let List { total, layer, digest, .. } = list;
		Some(Duty { list: *id, trustee, kind, attempt, since, deadline, layer, total, digest })
	}
}

//! The work that the runtime does by itself: two rings of tasks, and steps that each pay their weight.
//!
//! In the running ring stand elections and lists with something to do; each gets one step and makes way for the next,
//! so that no list or election can starve the others. A step is planned by reading, its weight is compared with what is
//! left of the block, and only then is it done: a step that does not fit waits for the next block and comes first there.
//! Even a block full of transactions leaves room for the dearest step (`integrity_test`), so nothing waits for ever.
//! In the waiting ring stand lists that wait for people, and counted elections that wait for their certificate; a few
//! of them are looked at in each block. An entry that is no longer true is dropped when its turn comes.

use crate::{
	decide::Decision,
	steps::{longest_part, ListStep, Plan},
	Config, Cursor, Cursors, ElectionStage, List, ListId, Lists, Pallet, Reader, Ring, Sortings, Stage, Tables,
	Tallies, Task, Tasks, Verifications, WeightInfo, MAX_COUNTERS, POLLS, SWEEP,
};
use alloc::boxed::Box;
use ballot_crypto::shuffle::Next;
use dobush_primitives::{
	traits::{BallotBox, Elections},
	ElectionId, Phase, UnitId,
};
use frame_support::{
	traits::{Get, Time},
	weights::{Weight, WeightMeter},
};

/// What becomes of a task after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
	/// It has more to do.
	Again,
	/// It has nothing to do any more and leaves the ring.
	Done,
}

impl<T: Config> Pallet<T> {
	/// Looks at a few deadlines.
	pub(crate) fn watch(meter: &mut WeightMeter) {
		for _ in 0..Cursors::<T>::get(Ring::Waiting).count.min(POLLS) {
			if meter.try_consume(T::WeightInfo::poll()).is_err() {
				return;
			}
			let Some(task) = Self::current(Ring::Waiting) else { return };
			if Self::poll(task) {
				Self::advance(Ring::Waiting);
			} else {
				Self::leave(Ring::Waiting);
			}
		}
	}

	/// Does step after step while they fit.
	pub(crate) fn work(meter: &mut WeightMeter) {
		let mut idle = 0;
		while meter.can_consume(T::WeightInfo::next_step()) {
			if idle >= Cursors::<T>::get(Ring::Running).count {
				return;
			}
			let Some(task) = Self::current(Ring::Running) else { return };
			meter.consume(T::WeightInfo::next_step());
			let Some(plan) = Self::plan(&task) else {
				Self::leave(Ring::Running);
				continue;
			};
			let most = plan.weight::<T>();
			if !meter.can_consume(most) {
				return;
			}
			idle = if matches!(plan, Plan::Wait) { idle.saturating_add(1) } else { 0 };
			let (after, unspent) = Self::perform(plan);
			meter.consume(most.saturating_sub(unspent));
			match after {
				After::Again => Self::advance(Ring::Running),
				After::Done => Self::leave(Ring::Running),
			}
		}
	}

	/// Plans the next step of a running task; none if it has nothing to do any more.
	pub(crate) fn plan(task: &Task) -> Option<Plan> {
		match *task {
			Task::Election(election) => Self::plan_election(election),
			Task::List(id) => {
				let progress = Tallies::<T>::get(id.election)?;
				if !is_working(&progress.stage) {
					return None;
				}
				let list = Lists::<T>::get(id.election, (id.unit, id.part))?;
				let step = Self::plan_list(&id, &list)?;
				Some(Plan::Advance(id, Box::new(list), step))
			}
		}
	}

	fn plan_election(election: ElectionId) -> Option<Plan> {
		match Tallies::<T>::get(election)?.stage {
			ElectionStage::Opening { unit } => Some(match T::Elections::phase(election) {
				// Ballots are settled once and for all.
				Some(Phase::Tallying) if unit > UnitId(0) || T::BallotBox::is_settled(election) => {
					if Sortings::<T>::contains_key(election) {
						Plan::Look(election, unit)
					} else {
						Plan::Open(election, unit)
					}
				}
				_ => Plan::Wait,
			}),
			ElectionStage::Grouping { unit } => Some(Plan::Group(election, unit)),
			ElectionStage::Merging { unit } => Some(Plan::Merge(election, unit)),
			ElectionStage::Deciding { contest } => {
				Some(Plan::Decide(election, contest, Self::plan_decision(election, contest)))
			}
			ElectionStage::Seating { contest, list } => {
				let regions = T::Elections::regions(election).into();
				Some(Plan::Decide(election, contest, Decision::Seat { list, regions }))
			}
			ElectionStage::Sealing { contest } => {
				Some(Plan::Decide(election, contest, Self::plan_sealing(election, contest)))
			}
			ElectionStage::Emptying | ElectionStage::Dropping => Some(Plan::Remove(election)),
			ElectionStage::Working
			| ElectionStage::Matching
			| ElectionStage::AwaitingLots
			| ElectionStage::Counted
			| ElectionStage::Archived => None,
		}
	}

	fn plan_list(id: &ListId, list: &List) -> Option<ListStep> {
		if !list.debris.is_empty() {
			return Some(ListStep::Sweep);
		}
		let page_size = T::PageSize::get();
		Some(match &list.stage {
			Stage::Collecting { slot, .. } => ListStep::Collect(list.total.saturating_sub(*slot).min(page_size)),
			Stage::Inviting { .. } => ListStep::Invite,
			Stage::Verifying(_) => match Verifications::<T>::get(id).map(|verification| verification.next()) {
				None => ListStep::Head { width: list.width },
				Some(Next::Columns { start, left }) => ListStep::Columns { start, count: left.min(page_size) },
				Some(Next::Elements { start, left }) => {
					let count = left.min(Self::per_page(list.width));
					ListStep::Elements { start, count, width: list.width }
				}
				Some(Next::Done) => ListStep::Verdict,
			},
			Stage::Choosing { .. } => ListStep::Choose,
			Stage::Counting { panel, page, done } => {
				if *page >= Self::pages_in(list) {
					return Some(ListStep::Close);
				}
				let contest = id.contest()?;
				let keeps = match Tables::<T>::get(id.election, contest) {
					Some(Reader::Rows(_)) => None,
					Some(Reader::Bytes { keeps, .. }) => Some(keeps),
					None => {
						let options =
							T::Elections::contest(id.election, contest).map_or(0, |(options, _)| options.len());
						return Some(ListStep::MakeTable(options as u32));
					}
				};
				let step = |count| ListStep::Count { page: *page, count, trustees: panel.len(), keeps };
				let left = Self::length_in(list, *page).saturating_sub(*done);
				longest_part::<T>(left, list.width, step)
			}
			Stage::Gathering { unit, next } => Self::plan_gathering(id, list, *unit, *next),
			Stage::Digesting { page, .. } => {
				ListStep::Digest { page: *page, count: Self::ciphertexts_on(list, *page) as u32 }
			}
			Stage::Adding { panel, page, done, .. } => {
				let step = |count| ListStep::AddTags { page: *page, count, trustees: panel.len() };
				longest_part::<T>(Self::length_in(list, *page).saturating_sub(*done), 1, step)
			}
			Stage::Reading { panel, page } => {
				let count = Self::length_in(list, *page);
				ListStep::Read { part: id.part, page: *page, count, trustees: panel.len() }
			}
			Stage::Mixing(_)
			| Stage::Decrypting(_)
			| Stage::Counted { .. }
			| Stage::Leaving
			| Stage::Gathered
			| Stage::Tagging(_)
			| Stage::Opening(_)
			| Stage::Opened { .. }
			| Stage::Matched { .. } => return None,
		})
	}

	/// Does what was planned. Answers how much of its weight was not spent after all.
	pub(crate) fn perform(plan: Plan) -> (After, Weight) {
		let mut unspent = Weight::zero();
		let after = match plan {
			Plan::Wait => After::Again,
			Plan::Open(election, unit) => Self::open_unit(election, unit),
			Plan::Look(election, unit) => Self::look_at_unit(election, unit),
			Plan::Group(election, unit) => Self::open_group(election, unit),
			Plan::Merge(election, unit) => Self::open_votes(election, unit),
			Plan::Decide(election, contest, decision) => Self::decide(election, contest, decision),
			Plan::Remove(election) => Self::remove_some(election),
			Plan::Advance(id, mut list, step) => {
				match step {
					ListStep::Sweep => {
						Self::sweep(&id, &mut list.debris, SWEEP);
					}
					ListStep::Collect(count) => Self::collect(&id, &mut list, count),
					ListStep::Invite => Self::invite(&id, &mut list),
					ListStep::Head { .. } => Self::verify_head(&id, &mut list),
					ListStep::Columns { start, count } => Self::verify_columns(&id, &mut list, start, count),
					ListStep::Elements { start, count, .. } => Self::verify_elements(&id, &mut list, start, count),
					ListStep::Verdict => Self::verify_verdict(&id, &mut list),
					ListStep::Choose => Self::choose(&id, &mut list),
					ListStep::MakeTable(_) => Self::make_table(&id),
					ListStep::Count { page, count, keeps, .. } => {
						let tried = Self::count_page(&id, &mut list, page, count);
						if keeps.is_some() {
							let most = T::WeightInfo::try_counters(count.saturating_mul(MAX_COUNTERS));
							unspent = most.saturating_sub(T::WeightInfo::try_counters(tried));
						}
					}
					ListStep::Close => Self::close_list(&id, &mut list),
					ListStep::Gather { count, last, .. } => Self::gather(&id, &mut list, count, last),
					ListStep::Digest { page, .. } => Self::digest_page(&id, &mut list, page),
					ListStep::AddTags { page, count, .. } => Self::add_tags(&id, &mut list, page, count),
					ListStep::Read { page, .. } => Self::read_tags(&id, &mut list, page),
				}
				let after = if list.stage.is_running() || !list.debris.is_empty() { After::Again } else { After::Done };
				Self::store(&id, *list);
				after
			}
		};
		(after, unspent)
	}

	/// Writes a list back, and has its deadline watched if it has one.
	pub(crate) fn store(id: &ListId, mut list: List) {
		if list.stage.deadline().is_some() && list.debris.is_empty() && !list.watched {
			list.watched = true;
			Self::enter(Ring::Waiting, Task::List(*id));
		}
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
	}

	/// Looks at a waiting task. Answers whether it waits on.
	pub(crate) fn poll(task: Task) -> bool {
		match task {
			Task::Election(election) => Self::poll_election(election),
			Task::List(id) => {
				let Some(mut list) = Lists::<T>::get(id.election, (id.unit, id.part)) else { return false };
				match list.stage.deadline() {
					Some(deadline) if T::Time::now() <= deadline => return true,
					Some(_) => Self::lapse(&id, list),
					None => {
						list.watched = false;
						Lists::<T>::insert(id.election, (id.unit, id.part), list);
					}
				}
				false
			}
		}
	}

	/// Ends a turn or round whose deadline has passed.
	pub(crate) fn lapse(id: &ListId, mut list: List) {
		Self::expire(id, &mut list);
		list.watched = false;
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
		Self::enter(Ring::Running, Task::List(*id));
	}

	fn poll_election(election: ElectionId) -> bool {
		let Some(mut progress) = Tallies::<T>::get(election) else { return false };
		if progress.stage != ElectionStage::Counted {
			return false;
		}
		progress.stage = match T::Elections::phase(election) {
			// Annulled or not, what was published stays.
			Some(Phase::Certified | Phase::Annulled) => ElectionStage::Emptying,
			_ => return true,
		};
		Tallies::<T>::insert(election, progress);
		Self::enter(Ring::Running, Task::Election(election));
		false
	}

	/// Adds a task at the end of a ring.
	pub(crate) fn enter(ring: Ring, task: Task) {
		Cursors::<T>::mutate(ring, |cursor| {
			Tasks::<T>::insert(ring, cursor.count, task);
			cursor.count = cursor.count.saturating_add(1);
		});
	}

	/// The task whose turn it is.
	pub(crate) fn current(ring: Ring) -> Option<Task> {
		Tasks::<T>::get(ring, Cursors::<T>::get(ring).next)
	}

	/// Gives the turn to the next task.
	fn advance(ring: Ring) {
		Cursors::<T>::mutate(ring, |cursor| {
			let next = cursor.next.saturating_add(1);
			cursor.next = if next < cursor.count { next } else { 0 };
		});
	}

	/// Removes the task whose turn it is; the last one takes its slot.
	pub(crate) fn leave(ring: Ring) {
		Cursors::<T>::mutate(ring, |cursor| {
			let Cursor { count, next } = *cursor;
			let last = count.saturating_sub(1);
			if let Some(task) = Tasks::<T>::take(ring, last) {
				if next < last {
					Tasks::<T>::insert(ring, next, task);
				}
			}
			*cursor = Cursor { count: last, next: if next < last { next } else { 0 } };
		});
	}
}

/// Whether the lists of an election go their way.
pub(crate) fn is_working(stage: &ElectionStage) -> bool {
	match stage {
		ElectionStage::Opening { .. }
		| ElectionStage::Grouping { .. }
		| ElectionStage::Matching
		| ElectionStage::Merging { .. }
		| ElectionStage::Working => true,
		ElectionStage::Deciding { .. }
		| ElectionStage::Seating { .. }
		| ElectionStage::Sealing { .. }
		| ElectionStage::AwaitingLots
		| ElectionStage::Counted
		| ElectionStage::Emptying
		| ElectionStage::Archived
		| ElectionStage::Dropping => false,
	}
}

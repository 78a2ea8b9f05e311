//! The work that the runtime does by itself: two rings of tasks, and steps that each pay their weight.
//!
//! The running ring has the elections and lists with something to do. Each gets one step and then the next one has its turn,
//! so that no list or election can starve the others. A step is planned by reading, its weight is compared with what is left
//! of the block, and then it is done. A step that does not fit waits for the next block and comes first there. Even a block
//! full of transactions leaves room for the heaviest step (`integrity_test`), so nothing waits for ever.
//!
//! The waiting ring has the lists that wait for trustees, and the counted elections that wait for their certificate. A few of
//! their deadlines are checked in each block. A task with nothing to wait for leaves the ring when its turn comes.

use crate::{
	steps::{longest_part, After, Decision, ListStep, TaskStep},
	Config, Cursor, Cursors, List, ListId, ListStage, Lists, Pallet, Reader, Ring, Sortings, Tables, Tallies,
	TallyStage, Task, Tasks, Verifications, WeightInfo, MAX_COUNTERS, MAX_DEADLINES_CHECKED, SWEEP,
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

impl<T: Config> Pallet<T> {
	/// Checks the deadlines of the next few waiting tasks.
	pub(crate) fn check_deadlines(meter: &mut WeightMeter) {
		for _ in 0..Cursors::<T>::get(Ring::Waiting).count.min(MAX_DEADLINES_CHECKED) {
			if meter.try_consume(T::WeightInfo::check_deadline()).is_err() {
				return;
			}
			let Some(task) = Self::current(Ring::Waiting) else { return };
			if Self::check_deadline(task) {
				Self::advance(Ring::Waiting);
			} else {
				Self::leave(Ring::Waiting);
			}
		}
	}

	/// Takes one step after another while they fit into the block.
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
			idle = if matches!(plan, TaskStep::Wait) { idle.saturating_add(1) } else { 0 };
			let (after, unspent) = Self::perform(plan);
			meter.consume(most.saturating_sub(unspent));
			match after {
				After::Again => Self::advance(Ring::Running),
				After::Done => Self::leave(Ring::Running),
			}
		}
	}

	/// Plans the next step of a running task; none if it has nothing more to do.
	pub(crate) fn plan(task: &Task) -> Option<TaskStep> {
		match *task {
			Task::Election(election) => Self::plan_election(election),
			Task::List(id) => {
				let progress = Tallies::<T>::get(id.election)?;
				if !is_working(&progress.stage) {
					return None;
				}
				let list = Lists::<T>::get(id.election, (id.unit, id.part))?;
				let step = Self::plan_list(&id, &list)?;
				Some(TaskStep::Advance(id, Box::new(list), step))
			}
		}
	}

	fn plan_election(election: ElectionId) -> Option<TaskStep> {
		match Tallies::<T>::get(election)?.stage {
			TallyStage::Opening { unit } => Some(match T::Elections::phase(election) {
				// Once all ballots are settled they stay so, so only the first step asks.
				Some(Phase::Tallying) if unit > UnitId(0) || T::BallotBox::is_settled(election) => {
					if Sortings::<T>::contains_key(election) {
						TaskStep::Look(election, unit)
					} else {
						TaskStep::Open(election, unit)
					}
				}
				_ => TaskStep::Wait,
			}),
			TallyStage::Grouping { unit } => Some(TaskStep::Group(election, unit)),
			TallyStage::Merging { unit } => Some(TaskStep::Merge(election, unit)),
			TallyStage::Deciding { contest } => {
				Some(TaskStep::Decide(election, contest, Self::plan_decision(election, contest)))
			}
			TallyStage::Seating { contest, list } => {
				let regions = T::Elections::regions(election).into();
				Some(TaskStep::Decide(election, contest, Decision::Seat { list, regions }))
			}
			TallyStage::Sealing { contest } => {
				Some(TaskStep::Decide(election, contest, Self::plan_sealing(election, contest)))
			}
			TallyStage::Emptying | TallyStage::Dropping => Some(TaskStep::Remove(election)),
			TallyStage::Working
			| TallyStage::Matching
			| TallyStage::AwaitingLots
			| TallyStage::Counted
			| TallyStage::Archived => None,
		}
	}

	fn plan_list(id: &ListId, list: &List) -> Option<ListStep> {
		if !list.pending_removals.is_empty() {
			return Some(ListStep::Sweep);
		}
		let page_size = T::PageSize::get();
		Some(match &list.stage {
			ListStage::Collecting { slot, .. } => ListStep::Collect(list.total.saturating_sub(*slot).min(page_size)),
			ListStage::Inviting { .. } => ListStep::Invite,
			ListStage::Verifying(_) => match Verifications::<T>::get(id).map(|verification| verification.next()) {
				None => ListStep::Head { width: list.width },
				Some(Next::Columns { start, left }) => ListStep::Columns { start, count: left.min(page_size) },
				Some(Next::Elements { start, left }) => {
					let count = left.min(Self::per_page(list.width));
					ListStep::Elements { start, count, width: list.width }
				}
				Some(Next::Done) => ListStep::Verdict,
			},
			ListStage::Choosing { .. } => ListStep::Choose,
			ListStage::Counting { panel, page, done } => {
				if *page >= Self::pages_in(list) {
					return Some(ListStep::Close);
				}
				let contest = id.contest()?;
				let detail = match Tables::<T>::get(id.election, contest) {
					Some(Reader::Rows(_)) => None,
					Some(Reader::Bytes { detail, .. }) => Some(detail),
					None => {
						let options =
							T::Elections::contest(id.election, contest).map_or(0, |(options, _)| options.len());
						return Some(ListStep::MakeTable(options as u32));
					}
				};
				let step = |count| ListStep::Count { page: *page, count, trustees: panel.count().into(), detail };
				let left = Self::length_in(list, *page).saturating_sub(*done);
				longest_part::<T>(left, list.width, step)
			}
			ListStage::Gathering { unit, next } => Self::plan_gathering(id, list, *unit, *next),
			ListStage::Digesting { page, .. } => {
				ListStep::Digest { page: *page, count: Self::ciphertexts_on(list, *page) as u32 }
			}
			ListStage::Adding { panel, page, done, .. } => {
				let step = |count| ListStep::AddTags { page: *page, count, trustees: panel.count().into() };
				longest_part::<T>(Self::length_in(list, *page).saturating_sub(*done), 1, step)
			}
			ListStage::Reading { panel, page } => {
				let count = Self::length_in(list, *page);
				ListStep::Read { part: id.part, page: *page, count, trustees: panel.count().into() }
			}
			ListStage::Mixing(_)
			| ListStage::Decrypting(_)
			| ListStage::Counted { .. }
			| ListStage::Removing
			| ListStage::Gathered
			| ListStage::Tagging(_)
			| ListStage::Opening(_)
			| ListStage::Opened { .. }
			| ListStage::Matched { .. } => return None,
		})
	}

	/// Takes a planned step. Returns what happens to the task, and how much of the step's weight was not spent.
	pub(crate) fn perform(plan: TaskStep) -> (After, Weight) {
		let mut unspent = Weight::zero();
		let after = match plan {
			TaskStep::Wait => After::Again,
			TaskStep::Open(election, unit) => Self::open_unit(election, unit),
			TaskStep::Look(election, unit) => Self::look_at_unit(election, unit),
			TaskStep::Group(election, unit) => Self::open_group(election, unit),
			TaskStep::Merge(election, unit) => Self::open_votes(election, unit),
			TaskStep::Decide(election, contest, decision) => Self::decide(election, contest, decision),
			TaskStep::Remove(election) => Self::remove_some(election),
			TaskStep::Advance(id, mut list, step) => {
				match step {
					ListStep::Sweep => {
						Self::sweep(&id, &mut list.pending_removals, SWEEP);
					}
					ListStep::Collect(count) => Self::collect(&id, &mut list, count),
					ListStep::Invite => Self::invite(&id, &mut list),
					ListStep::Head { .. } => Self::verify_head(&id, &mut list),
					ListStep::Columns { start, count } => Self::verify_columns(&id, &mut list, start, count),
					ListStep::Elements { start, count, .. } => Self::verify_elements(&id, &mut list, start, count),
					ListStep::Verdict => Self::verify_verdict(&id, &mut list),
					ListStep::Choose => Self::choose(&id, &mut list),
					ListStep::MakeTable(_) => Self::make_table(&id),
					ListStep::Count { page, count, detail, .. } => {
						let tried = Self::count_page(&id, &mut list, page, count);
						if detail.is_some() {
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
				let after = After::again_if(list.stage.is_running() || !list.pending_removals.is_empty());
				Self::store(&id, *list);
				after
			}
		};
		(after, unspent)
	}

	/// Writes a list, and puts it into the waiting ring if it has a deadline.
	pub(crate) fn store(id: &ListId, mut list: List) {
		if list.stage.deadline().is_some() && list.pending_removals.is_empty() && !list.watched {
			list.watched = true;
			Self::enter(Ring::Waiting, Task::List(*id));
		}
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
	}

	/// Checks the deadline of a waiting task. Returns whether the task stays in the waiting ring.
	pub(crate) fn check_deadline(task: Task) -> bool {
		match task {
			Task::Election(election) => Self::check_certificate(election),
			Task::List(id) => {
				let Some(mut list) = Lists::<T>::get(id.election, (id.unit, id.part)) else { return false };
				match list.stage.deadline() {
					Some(deadline) if T::Time::now() <= deadline => return true,
					Some(_) => Self::expire_turn(&id, list),
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
	pub(crate) fn expire_turn(id: &ListId, mut list: List) {
		Self::pass_over(id, &mut list);
		list.watched = false;
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
		Self::enter(Ring::Running, Task::List(*id));
	}

	/// Begins to empty a counted election that was certified or annulled. Returns whether the election still waits for that.
	fn check_certificate(election: ElectionId) -> bool {
		let Some(mut progress) = Tallies::<T>::get(election) else { return false };
		if progress.stage != TallyStage::Counted {
			return false;
		}
		progress.stage = match T::Elections::phase(election) {
			// What was published stays, even if the election is annulled.
			Some(Phase::Certified | Phase::Annulled) => TallyStage::Emptying,
			_ => return true,
		};
		Tallies::<T>::insert(election, progress);
		Self::enter(Ring::Running, Task::Election(election));
		false
	}

	/// Adds a task at the end of a ring.
	pub(crate) fn enter(ring: Ring, task: Task) {
		Cursors::<T>::mutate(ring, |cursor| {
			Tasks::<T>::insert(ring, cursor.enter(), task);
		});
	}

	/// The task whose turn it is.
	pub(crate) fn current(ring: Ring) -> Option<Task> {
		Tasks::<T>::get(ring, Cursors::<T>::get(ring).next)
	}

	/// Gives the turn to the next task.
	fn advance(ring: Ring) {
		Cursors::<T>::mutate(ring, Cursor::advance);
	}

	/// Removes the task whose turn it is. The last task moves into its slot.
	pub(crate) fn leave(ring: Ring) {
		Cursors::<T>::mutate(ring, |cursor| {
			let (last, gap) = cursor.leave();
			if let (Some(task), Some(gap)) = (Tasks::<T>::take(ring, last), gap) {
				Tasks::<T>::insert(ring, gap, task);
			}
		});
	}
}

/// Whether the lists of an election may have something to do.
pub(crate) fn is_working(stage: &TallyStage) -> bool {
	match stage {
		TallyStage::Opening { .. }
		| TallyStage::Grouping { .. }
		| TallyStage::Matching
		| TallyStage::Merging { .. }
		| TallyStage::Working => true,
		TallyStage::Deciding { .. }
		| TallyStage::Seating { .. }
		| TallyStage::Sealing { .. }
		| TallyStage::AwaitingLots
		| TallyStage::Counted
		| TallyStage::Emptying
		| TallyStage::Archived
		| TallyStage::Dropping => false,
	}
}

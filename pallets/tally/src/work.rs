//! The work that the runtime does by itself: two rings of tasks, and steps that each pay their weight.
//!
//! In the running ring stand elections and lists with something to do; each gets one step and makes way for the next,
//! so that no list or election can starve the others. A step is planned by reading, its weight is compared with what is
//! left of the block, and only then is it done: a step that does not fit waits for the next block and comes first there.
//! In the waiting ring stand lists that wait for people, and counted elections that wait for their certificate; a few
//! of them are looked at in each block. An entry that is no longer true is dropped when its turn comes.

use crate::{
	decide::Decision, Config, Cursor, Cursors, ElectionStage, Keeps, List, ListId, Lists, Pallet, Part, Reader, Ring,
	Sortings, Stage, Tables, Tallies, Task, Tasks, Verifications, WeightInfo, HEAVIEST_WIDTH, MAX_COUNTERS, POLLS,
	SWEEP,
};
use alloc::boxed::Box;
use ballot_crypto::shuffle::{Next, Shape, MAX_WIDTH};
use dobush_primitives::{
	traits::{BallotBox, Elections},
	ContestId, ElectionId, Phase, UnitId, MAX_CONTEST_SEATS, MAX_OPTIONS, MAX_REGIONS, MAX_TRUSTEES,
};
use frame_support::{
	traits::{Get, Time},
	weights::{Weight, WeightMeter},
};

/// What is to be done next for a task.
pub(crate) enum Plan {
	/// Nothing yet; the task keeps its place.
	Wait,
	/// Set up the lists of a unit.
	Open(ElectionId, UnitId),
	/// Look at a unit of a deniable election.
	Look(ElectionId, UnitId),
	/// Set up ballots and roll of the next group.
	Group(ElectionId, UnitId),
	/// Set up the next votes that count.
	Merge(ElectionId, UnitId),
	/// A step of a contest.
	Decide(ElectionId, ContestId, Decision),
	/// Remove a part of a certified or annulled election.
	Remove(ElectionId),
	/// A step of a list.
	Advance(ListId, Box<List>, ListStep),
}

/// What is to be done next for a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListStep {
	/// Remove what is left of an earlier step.
	Sweep,
	/// Copy so many ballots.
	Collect(u32),
	/// Choose the next mixer.
	Invite,
	/// Begin to verify a list of this width.
	Head { width: u8 },
	/// Verify so many columns.
	Columns { start: u32, count: u32 },
	/// Verify so many elements of this width.
	Elements { start: u32, count: u32, width: u8 },
	/// Judge.
	Verdict,
	/// Choose who posts shares.
	Choose,
	/// Copy so many ballots, entries or pages of votes, the last ones of their unit or not.
	Gather { part: Part, count: u32, width: u8, last: bool },
	/// Add a page of so many ciphertexts to the digest.
	Digest { page: u32, count: u32 },
	/// Add the tag shares of so many up, for so many entries.
	AddTags { page: u32, count: u32, trustees: u32 },
	/// Read so many tags, decrypted by so many.
	Read { part: Part, page: u32, count: u32, trustees: u32 },
	/// Make the table of the contest.
	MakeTable(u32),
	/// Count a page of so many, decrypted by so many, of which this is kept; nothing but votes for what is looked up.
	Count { page: u32, count: u32, trustees: u32, keeps: Option<Keeps> },
	/// Add the list to its region.
	Close,
}

impl Plan {
	/// What it costs at most.
	pub(crate) fn weight<T: Config>(&self) -> Weight {
		match self {
			Self::Wait => Weight::zero(),
			Self::Open(..) => T::WeightInfo::open_unit(),
			Self::Look(..) => T::WeightInfo::look_at_unit(),
			Self::Group(..) => T::WeightInfo::open_group(),
			Self::Merge(..) => T::WeightInfo::open_votes(),
			Self::Decide(_, _, decision) => decision.weight::<T>(),
			Self::Remove(_) => T::WeightInfo::remove(),
			Self::Advance(_, _, step) => step.weight::<T>(),
		}
	}
}

impl ListStep {
	fn weight<T: Config>(&self) -> Weight {
		match *self {
			Self::Sweep => T::WeightInfo::sweep(SWEEP),
			Self::Collect(count) => T::WeightInfo::collect(count),
			Self::Invite | Self::Choose => T::WeightInfo::invite(),
			Self::Head { width } => T::WeightInfo::verify_head(width.clamp(1, HEAVIEST_WIDTH).into()),
			Self::Columns { count, .. } => T::WeightInfo::verify_columns(count),
			Self::Elements { count, width, .. } => {
				T::WeightInfo::verify_elements(count.saturating_mul(u32::from(width.max(1))))
			}
			Self::Verdict => T::WeightInfo::verify_verdict(),
			Self::MakeTable(options) => T::WeightInfo::make_table(options),
			Self::Count { count, trustees, keeps, .. } => {
				let combine = T::WeightInfo::combine_shares(count).saturating_mul(trustees.into());
				let counters = T::WeightInfo::try_counters(count.saturating_mul(MAX_COUNTERS));
				combine.saturating_add(match keeps {
					None => T::WeightInfo::count_page(count),
					Some(Keeps::Marks) => T::WeightInfo::read_marks(count).saturating_add(counters),
					Some(Keeps::Rankings) => T::WeightInfo::read_rankings(count).saturating_add(counters),
					Some(Keeps::Pairs) => T::WeightInfo::read_pairs(count).saturating_add(counters),
				})
			}
			Self::Close => T::WeightInfo::close_list(),
			Self::Gather { part: Part::Ballots, count, width, .. } => {
				let votes = count.saturating_mul(u32::from(width).saturating_sub(1));
				T::WeightInfo::gather_ballots(count).saturating_add(T::WeightInfo::decode_ciphertexts(votes))
			}
			Self::Gather { part: Part::Roll, count, .. } => T::WeightInfo::gather_roll(count),
			Self::Gather { part: Part::Contest(_), .. } => T::WeightInfo::gather_votes(T::PageSize::get()),
			Self::Digest { count, .. } => T::WeightInfo::digest_page(count),
			Self::AddTags { count, trustees, .. } => T::WeightInfo::sum_tag_shares(count)
				.saturating_mul(trustees.into())
				.saturating_add(T::WeightInfo::add_tags(count)),
			Self::Read { part, count, trustees, .. } => {
				let combine = T::WeightInfo::combine_shares(count).saturating_mul(trustees.into());
				combine.saturating_add(match part {
					Part::Roll => T::WeightInfo::keep_roll_tags(count),
					_ => T::WeightInfo::match_ballots(count),
				})
			}
		}
	}
}

impl Decision {
	fn weight<T: Config>(&self) -> Weight {
		match *self {
			Self::Apply { options, regions, seats, by_region: false } => T::WeightInfo::decide(options, regions, seats),
			Self::Apply { options, regions, seats, by_region: true } => {
				T::WeightInfo::decide_regional(options, regions, seats)
			}
			Self::Compare => T::WeightInfo::decide_pairs(),
			Self::Begin => T::WeightInfo::begin_ranked(),
			Self::Pass { count, .. } => T::WeightInfo::pass_rankings(count),
			Self::CloseStage => T::WeightInfo::close_stage(),
			Self::Seal { options, regions } => T::WeightInfo::seal(options, regions),
		}
	}
}

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

	/// The weight of the dearest step there can be; a block without transactions must have room for it.
	pub(crate) fn dearest_step() -> Weight {
		let page = T::PageSize::get();
		let count = |keeps| ListStep::Count { page: 0, count: page, trustees: MAX_TRUSTEES, keeps }.weight::<T>();
		[
			T::WeightInfo::open_unit(),
			Decision::Apply { options: MAX_OPTIONS, regions: MAX_REGIONS, seats: MAX_CONTEST_SEATS, by_region: false }
				.weight::<T>(),
			Decision::Apply { options: MAX_OPTIONS, regions: MAX_REGIONS, seats: MAX_CONTEST_SEATS, by_region: true }
				.weight::<T>(),
			Decision::Compare.weight::<T>(),
			Decision::Begin.weight::<T>(),
			Decision::Pass { page: 0, count: page }.weight::<T>(),
			Decision::CloseStage.weight::<T>(),
			Decision::Seal { options: MAX_OPTIONS, regions: MAX_REGIONS }.weight::<T>(),
			T::WeightInfo::remove(),
			ListStep::Sweep.weight::<T>(),
			ListStep::Collect(page).weight::<T>(),
			ListStep::Invite.weight::<T>(),
			ListStep::Head { width: HEAVIEST_WIDTH }.weight::<T>(),
			ListStep::Columns { start: 0, count: page }.weight::<T>(),
			// Of the widest list, whose single vectors may have more ciphertexts than a page.
			ListStep::Elements { start: 0, count: page.max(MAX_WIDTH.into()), width: 1 }.weight::<T>(),
			ListStep::Verdict.weight::<T>(),
			ListStep::MakeTable(MAX_OPTIONS).weight::<T>(),
			count(None),
			count(Some(Keeps::Marks)),
			count(Some(Keeps::Rankings)),
			count(Some(Keeps::Pairs)),
			ListStep::Close.weight::<T>(),
			T::WeightInfo::look_at_unit(),
			T::WeightInfo::open_group(),
			T::WeightInfo::open_votes(),
			ListStep::Gather { part: Part::Ballots, count: Self::per_page(2), width: 2, last: true }.weight::<T>(),
			ListStep::Gather { part: Part::Ballots, count: Self::per_page(MAX_WIDTH), width: MAX_WIDTH, last: true }
				.weight::<T>(),
			ListStep::Gather { part: Part::Roll, count: page, width: 1, last: true }.weight::<T>(),
			ListStep::Gather { part: Part::Contest(ContestId(0)), count: 1, width: 1, last: true }.weight::<T>(),
			ListStep::Digest { page: 0, count: page.max(MAX_WIDTH.into()) }.weight::<T>(),
			ListStep::AddTags { page: 0, count: page, trustees: MAX_TRUSTEES }.weight::<T>(),
			ListStep::Read { part: Part::Roll, page: 0, count: page, trustees: MAX_TRUSTEES }.weight::<T>(),
			ListStep::Read { part: Part::Ballots, page: 0, count: page, trustees: MAX_TRUSTEES }.weight::<T>(),
		]
		.into_iter()
		.fold(Weight::zero(), |dearest, weight| dearest.max(weight))
		.saturating_add(T::WeightInfo::next_step())
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
			Stage::Counting { panel, page } => {
				if *page >= Self::pages_of(list.total) {
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
				let count = Self::length_of(list.total, *page);
				ListStep::Count { page: *page, count, trustees: panel.len(), keeps }
			}
			Stage::Gathering { unit, next } => Self::plan_gathering(id, list, *unit, *next),
			Stage::Digesting { page, .. } => {
				ListStep::Digest { page: *page, count: Self::ciphertexts_on(list, *page) as u32 }
			}
			Stage::Adding { panel, page, .. } => {
				ListStep::AddTags { page: *page, count: Self::length_in(list, *page), trustees: panel.len() }
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
						let tried = Self::count_page(&id, &mut list, page);
						if keeps.is_some() {
							let most = T::WeightInfo::try_counters(count.saturating_mul(MAX_COUNTERS));
							unspent = most.saturating_sub(T::WeightInfo::try_counters(tried));
						}
					}
					ListStep::Close => Self::close_list(&id, &mut list),
					ListStep::Gather { count, last, .. } => Self::gather(&id, &mut list, count, last),
					ListStep::Digest { page, .. } => Self::digest_page(&id, &mut list, page),
					ListStep::AddTags { page, .. } => Self::add_tags(&id, &mut list, page),
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
			Some(Phase::Certified) => ElectionStage::Emptying,
			Some(Phase::Annulled) => ElectionStage::Dropping,
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

	/// The width whose largest head is as long as this one: what its decoding costs.
	pub(crate) fn head_width(bytes: usize) -> u32 {
		let fits = |width: &u8| {
			let largest = Shape::of(LONG, *width).map_or(0, |shape| shape.head_bytes());
			largest as usize >= bytes
		};
		(1..HEAVIEST_WIDTH).find(fits).unwrap_or(HEAVIEST_WIDTH).into()
	}
}

/// A list so long that its proof has as many rows as there can be.
pub(crate) const LONG: u32 = 64 * 1_100;

/// Whether the lists of an election go their way.
pub(crate) fn is_working(stage: &ElectionStage) -> bool {
	match stage {
		ElectionStage::Opening { .. }
		| ElectionStage::Grouping { .. }
		| ElectionStage::Matching
		| ElectionStage::Merging { .. }
		| ElectionStage::Working => true,
		ElectionStage::Deciding { .. }
		| ElectionStage::AwaitingLots
		| ElectionStage::Counted
		| ElectionStage::Emptying
		| ElectionStage::Archived
		| ElectionStage::Dropping => false,
	}
}

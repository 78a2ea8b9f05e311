//! The steps that the runtime takes by itself, and what each costs at most.

use crate::{
	Config, DetailKept, List, ListId, Pallet, Part, WeightInfo, HEAVIEST_WIDTH, LONGEST_PART, MAX_COUNTERS, SWEEP,
};
use alloc::boxed::Box;
use ballot_crypto::shuffle::{Shape, MAX_WIDTH};
use dobush_primitives::{
	idle_work::halve_until, ContestId, ElectionId, UnitId, MAX_CONTESTS, MAX_CONTEST_SEATS, MAX_OPTIONS, MAX_REGIONS,
	MAX_TRUSTEES,
};
use frame_support::{traits::Get, weights::Weight};

/// What is to be done next for a task.
pub(crate) enum TaskStep {
	/// Nothing yet: the task stays in the ring.
	Wait,
	/// Set up the lists of a unit.
	Open(ElectionId, UnitId),
	/// Read region, style and voters of a unit of a deniable election.
	Look(ElectionId, UnitId),
	/// Set up the lists of ballots and roll of the next group.
	Group(ElectionId, UnitId),
	/// Set up the next lists of votes that count.
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
	/// Remove some of what earlier steps have left.
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
	/// Accept or refuse the mix.
	Verdict,
	/// Choose the trustees who post shares.
	Choose,
	/// Copy so many ballots, entries or pages of votes. `last` says whether their unit has no more.
	Gather { part: Part, count: u32, width: u8, last: bool },
	/// Add a page of so many ciphertexts to the digest.
	Digest { page: u32, count: u32 },
	/// Add up the tag shares of so many trustees for so many entries of a page.
	AddTags { page: u32, count: u32, trustees: u32 },
	/// Read so many tags of a page, with the shares of so many trustees.
	Read { part: Part, page: u32, count: u32, trustees: u32 },
	/// Make the table of a contest with so many options.
	MakeTable(u32),
	/// Count so many ciphertexts of a page, with the shares of so many trustees. `detail` says what is kept besides votes;
	/// nothing if selections are looked up.
	Count { page: u32, count: u32, trustees: u32, detail: Option<DetailKept> },
	/// Add the count of the list to its region.
	Close,
}

/// What is to be done next for a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
	/// Apply the rule to sums of votes.
	Apply {
		/// Options of the contest.
		options: u32,
		/// Regions of the election.
		regions: u32,
		/// Seats to win.
		seats: u32,
		/// Whether seats are shared region by region.
		by_region: bool,
		/// In how many other contests won seats may count for this one.
		districts: u32,
	},
	/// Decide by pairs of candidates.
	Compare,
	/// Begin to count rankings.
	Begin,
	/// Show a page of so many rankings to the count.
	Pass { page: u32, count: u32 },
	/// End a stage of the count of rankings.
	CloseStage,
	/// Decide which candidates sit on the seats of a list.
	Seat {
		/// The list.
		list: u16,
		/// Regions of the election.
		regions: u32,
	},
	/// Go on to the next contest.
	Next,
	/// Add the contest to the result.
	Seal {
		/// Options of the contest.
		options: u32,
		/// Regions of the election.
		regions: u32,
	},
}

/// What happens to a task after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
	/// It has more to do and stays in the ring.
	Again,
	/// It has nothing more to do and leaves the ring.
	Done,
}

impl After {
	/// [`After::Again`] if the task has more to do.
	pub(crate) fn again_if(more: bool) -> Self {
		if more {
			Self::Again
		} else {
			Self::Done
		}
	}
}

impl TaskStep {
	/// The most that the step can cost.
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

/// A range of the items of a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
	pub page: u32,
	/// How many items of the page come before the range.
	pub skip: u32,
	pub count: u32,
}

impl Span {
	/// The items of the page that are in the range.
	pub(crate) fn of<'a, Item>(&self, page: &'a [Item]) -> impl Iterator<Item = &'a Item> {
		page.iter().skip(self.skip as usize).take(self.count as usize)
	}
}

/// The step for the ciphertexts of `left` vectors of this width, or of a part of them: their number is halved until the step
/// is not longer than [`LONGEST_PART`], or until one vector is left.
pub(crate) fn longest_part<T: Config>(left: u32, width: u8, step: impl Fn(u32) -> ListStep) -> ListStep {
	let of = |vectors: u32| step(vectors.saturating_mul(width.max(1).into()));
	let fits = |vectors| vectors == 1 || of(vectors).weight::<T>().ref_time() <= LONGEST_PART;
	of(halve_until(left, fits).unwrap_or(1))
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
			Self::Count { count, trustees, detail, .. } => {
				let combine = T::WeightInfo::combine_shares(count).saturating_mul(trustees.into());
				let counters = T::WeightInfo::try_counters(count.saturating_mul(MAX_COUNTERS));
				combine.saturating_add(match detail {
					None => T::WeightInfo::count_page(count),
					Some(DetailKept::Marks) => T::WeightInfo::read_marks(count).saturating_add(counters),
					Some(DetailKept::Rankings) => T::WeightInfo::read_rankings(count).saturating_add(counters),
					Some(DetailKept::Pairs) => T::WeightInfo::read_pairs(count).saturating_add(counters),
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
			Self::Apply { options, regions, seats, by_region, districts } => {
				let decide = match by_region {
					false => T::WeightInfo::decide(options, regions, seats),
					true => T::WeightInfo::decide_regional(options, regions, seats),
				};
				// A contest that must wait costs a step to the next contest as well.
				let counted =
					|| T::WeightInfo::count_direct_seats(districts).saturating_add(T::WeightInfo::next_contest());
				if districts == 0 {
					decide
				} else {
					decide.saturating_add(counted())
				}
			}
			Self::Seat { regions, .. } => T::WeightInfo::seat_list(regions),
			Self::Next => T::WeightInfo::next_contest(),
			Self::Compare => T::WeightInfo::decide_pairs(),
			Self::Begin => T::WeightInfo::begin_ranked(),
			Self::Pass { count, .. } => T::WeightInfo::pass_rankings(count),
			Self::CloseStage => T::WeightInfo::close_stage(),
			Self::Seal { options, regions } => T::WeightInfo::seal(options, regions),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The weight of the heaviest step that there can be. A block full of transactions must leave room for it.
	pub(crate) fn heaviest_step() -> Weight {
		let page = T::PageSize::get();
		// The widest vectors may have more ciphertexts than a page has room for.
		let widest = page.max(MAX_WIDTH.into());
		let in_parts = |whole: u32, least: u8, step: &dyn Fn(u32) -> ListStep| {
			let (whole, least) = (step(whole).weight::<T>(), step(least.into()).weight::<T>());
			whole.min(least.max(Weight::from_parts(LONGEST_PART, whole.proof_size())))
		};
		let count = |detail| {
			let step = |count| ListStep::Count { page: 0, count, trustees: MAX_TRUSTEES, detail };
			in_parts(widest, MAX_WIDTH, &step)
		};
		let largest = |by_region| Decision::Apply {
			options: MAX_OPTIONS,
			regions: MAX_REGIONS,
			seats: MAX_CONTEST_SEATS,
			by_region,
			districts: MAX_CONTESTS,
		};
		[
			T::WeightInfo::open_unit(),
			largest(false).weight::<T>(),
			largest(true).weight::<T>(),
			Decision::Seat { list: 0, regions: MAX_REGIONS }.weight::<T>(),
			Decision::Next.weight::<T>(),
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
			count(Some(DetailKept::Marks)),
			count(Some(DetailKept::Rankings)),
			count(Some(DetailKept::Pairs)),
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
			in_parts(page, 1, &|count| ListStep::AddTags { page: 0, count, trustees: MAX_TRUSTEES }),
			ListStep::Read { part: Part::Roll, page: 0, count: page, trustees: MAX_TRUSTEES }.weight::<T>(),
			ListStep::Read { part: Part::Ballots, page: 0, count: page, trustees: MAX_TRUSTEES }.weight::<T>(),
		]
		.into_iter()
		.fold(Weight::zero(), |heaviest, weight| heaviest.max(weight))
		.saturating_add(T::WeightInfo::next_step())
	}

	/// The smallest width of a list whose proof can have a head of so many bytes. It determines what decoding the head costs.
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

//! The clock of the elections: which step is due, and what it does. A phase never runs backwards.

use crate::*;
use ballot_crypto::Encoded;
use dobush_primitives::Mode;
use frame_support::storage::with_storage_layer;
use sp_runtime::SaturatedConversion;

/// The step of an election that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
	CloseRoll,
	MissPolls,
	OpenPolls(Encoded),
	ClosePolls,
	BeginTally,
	KnowResult([u8; 32]),
}

impl Step {
	/// Whether the work of the step grows with the units. Only steps for [`MAX_UNITS`] units are taken in one block; the others
	/// are taken in the next.
	fn is_heavy(self) -> bool {
		matches!(self, Self::CloseRoll | Self::BeginTally)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn this_block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// Whether the runtime may be upgraded: no election is between roll closure and certificate.
	///
	/// The runtime refuses `authorize_upgrade`, `apply_authorized_upgrade` and `set_code` otherwise: an election is counted by
	/// the rules under which it was voted.
	pub fn upgrade_allowed() -> bool {
		Active::<T>::get().iter().filter_map(Headers::<T>::get).all(|header| header.phase < Phase::RollClosed)
	}

	/// Lets every active election take the step that is due, at most one each. Returns what it cost.
	pub(crate) fn watch(now: Moment, block: u32) -> Weight {
		let active = Active::<T>::get();
		let mut weight = T::WeightInfo::watch(active.len() as u32);
		let mut units_left = MAX_UNITS;
		for election in active {
			let Some(header) = Headers::<T>::get(election) else {
				log::error!(target: "elections", "active election {election} is unknown");
				continue;
			};
			let Some(step) = Self::due(election, &header, now, block) else { continue };
			if step.is_heavy() {
				// One election always fits, because no election has more units.
				let Some(rest) = units_left.checked_sub(u32::from(header.units)) else { continue };
				units_left = rest;
			}
			weight = weight.saturating_add(Self::take(step, election, header, now, block));
		}
		weight
	}

	/// The step that is due now, if one is.
	fn due(election: ElectionId, header: &Header, now: Moment, block: u32) -> Option<Step> {
		let calendar = &header.calendar;
		match header.phase {
			Phase::Preparing => (now >= calendar.roll_closes_at).then_some(Step::CloseRoll),
			Phase::RollClosed if now >= calendar.polls_close_at => (!header.missed).then_some(Step::MissPolls),
			Phase::RollClosed if now >= calendar.polls_open_at => {
				let ready = match header.mode {
					Mode::Direct => true,
					Mode::Deniable { .. } => {
						T::Ceremonies::tagging_key(election).is_some() && T::Ceremonies::roll_key(header.roll).is_some()
					}
				};
				T::Ceremonies::vote_key(election).filter(|_| ready).map(Step::OpenPolls)
			}
			Phase::Voting => (now >= calendar.polls_close_at).then_some(Step::ClosePolls),
			Phase::Grace => {
				let last = header.polls_closed_in?.saturating_add(u32::from(calendar.grace_blocks));
				(block > last).then_some(Step::BeginTally)
			}
			Phase::Tallying => T::Tally::result(election).map(Step::KnowResult),
			Phase::RollClosed | Phase::Counted | Phase::Certified | Phase::Annulled => None,
		}
	}

	/// Takes a step. Returns what it cost.
	fn take(step: Step, election: ElectionId, mut header: Header, now: Moment, block: u32) -> Weight {
		let units = u32::from(header.units);
		match step {
			Step::CloseRoll => {
				Self::fix_roll(election, header, now, block);
				T::WeightInfo::close_roll(units)
			}
			Step::MissPolls => {
				header.missed = true;
				Headers::<T>::insert(election, header);
				Self::deposit_event(Event::PollsMissed { election });
				T::WeightInfo::light_step()
			}
			Step::OpenPolls(key) => {
				Self::begin_voting(election, header, key, now);
				T::WeightInfo::open_polls()
			}
			Step::ClosePolls => {
				Self::end_voting(election, header, now, block);
				T::WeightInfo::light_step()
			}
			Step::BeginTally => {
				Self::start_tally(election, header, now);
				T::WeightInfo::begin_tally(units)
			}
			Step::KnowResult(digest) => {
				Self::know_result(election, header, digest, now);
				T::WeightInfo::light_step()
			}
		}
	}

	/// Fixes the roll as it was at the end of the parent block. Nothing has changed it in this block before this step.
	pub(crate) fn fix_roll(election: ElectionId, mut header: Header, now: Moment, block: u32) {
		let roll_closed_in = block.saturating_sub(1);
		let counts = (0..header.units).map(|unit| T::Registry::registered(header.roll, UnitId(unit)));
		let registered = RegisteredVoters::truncate_from(counts.collect());
		let voters = registered.iter().map(|voters| u64::from(*voters)).sum();
		header.roll_closed_in = Some(roll_closed_in);
		if header.mode != Mode::Direct {
			T::DeniableRolls::serve(header.roll, election);
		}
		Registered::<T>::insert(election, registered);
		Self::enter(election, header, Phase::RollClosed, now);
		Self::deposit_event(Event::RollClosed { election, roll_closed_in, voters });
	}

	/// Opens the polls with the key of the ceremony. A deniable election pins the present epoch of its roll's key.
	pub(crate) fn begin_voting(election: ElectionId, mut header: Header, key: Encoded, now: Moment) {
		header.vote_key = Some(key);
		header.polls_opened_at = Some(now);
		if header.mode != Mode::Direct {
			header.roll_epoch = T::Ceremonies::pin_roll_key(election, header.roll);
		}
		Self::enter(election, header, Phase::Voting, now);
	}

	/// Closes the polls in this block.
	pub(crate) fn end_voting(election: ElectionId, mut header: Header, now: Moment, block: u32) {
		header.polls_closed_in = Some(block);
		header.polls_closed_at = Some(now);
		Self::enter(election, header, Phase::Grace, now);
	}

	/// Begins the tally. If the tally refuses, the election stays in grace and tries again in the next block.
	pub(crate) fn start_tally(election: ElectionId, header: Header, now: Moment) {
		let begun = with_storage_layer(|| {
			// The tally reads the phase, so the phase changes first.
			Self::enter(election, header, Phase::Tallying, now);
			T::Tally::begin(election)
		});
		if let Err(error) = begun {
			log::error!(target: "elections", "the tally of election {election} does not begin: {error:?}");
		}
	}

	/// Stores the result. From now on objections may be raised.
	pub(crate) fn know_result(election: ElectionId, mut header: Header, digest: [u8; 32], now: Moment) {
		let certifiable_from = now.saturating_add(header.calendar.objection_window);
		header.result = Some((digest, now));
		Self::enter(election, header, Phase::Counted, now);
		Self::deposit_event(Event::ResultKnown { election, digest, certifiable_from });
	}

	/// Writes a header in a new phase. Every change of phase passes here.
	pub(crate) fn enter(election: ElectionId, mut header: Header, phase: Phase, now: Moment) {
		debug_assert!(header.phase < phase, "phases are ordered, and run one way");
		header.phase = phase;
		header.since = now;
		Headers::<T>::insert(election, header);
		Self::deposit_event(Event::PhaseEntered { election, phase });
	}

	/// Removes an election that has ended from the active ones. Its trustees leave office; if its roll serves no more elections,
	/// the holders of the roll key leave office too.
	pub(crate) fn deactivate(election: ElectionId, mode: Mode, roll: RollId) {
		Active::<T>::mutate(|active| active.retain(|other| *other != election));
		T::Ceremonies::end(election);
		let is_last = || !Active::<T>::get().iter().filter_map(Headers::<T>::get).any(|header| header.roll == roll);
		if mode != Mode::Direct && !T::DeniableRolls::may_serve(roll, 0) && is_last() {
			T::Ceremonies::retire_roll_key(roll);
		}
	}
}

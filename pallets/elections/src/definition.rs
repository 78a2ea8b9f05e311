//! The checks of a definition, before anything is written; and its storage in parts, so that a ballot reads little.

use crate::{text::readable, *};
use alloc::{collections::BTreeSet, vec::Vec};
use dobush_primitives::{
	BallotStyle, Mode, UtcOffset, MAX_ALL_OPTIONS, MAX_ALL_PREFERENCES, MAX_COLUMNS, MAX_CONTEST_SEATS,
	MAX_PREFERENCES, MAX_STEP_DEADLINE, MAX_UTC_OFFSET,
};
use electoral_rules::{BallotFormat, OptionKind, Rule, Verdict};
use parity_scale_codec::Encode;

/// The number of a new election, the one after it, and the active elections with it.
type NextNumber<T> = (ElectionId, ElectionId, BoundedVec<ElectionId, <T as Config>::MaxActive>);

impl<T: Config> Pallet<T> {
	/// Finds the number of a new election and room for it.
	pub(crate) fn next_number() -> Result<NextNumber<T>, Error<T>> {
		let election = NextElection::<T>::get();
		let next = election.0.checked_add(1).map(ElectionId).ok_or(Error::TooManyElections)?;
		let mut active = Active::<T>::get();
		active.try_push(election).map_err(|_| Error::TooManyElections)?;
		Ok((election, next, active))
	}

	/// Checks a definition in the order that [`Call::announce`] documents.
	pub(crate) fn check(definition: &Definition<T::AccountId>, now: Moment) -> Result<(), Error<T>> {
		// A new field will not compile unnoticed.
		let Definition {
			title: _,
			mode,
			roll,
			repeats,
			regions,
			units,
			styles,
			contests,
			lists,
			affiliations,
			trustees,
			calendar,
			ballots_per_credential,
		} = definition;
		ensure!(!regions.is_empty(), Error::NoRegions);
		ensure!(!contests.is_empty(), Error::NoContests);
		check_texts(definition)?;
		let units_of_roll = T::Registry::units(*roll).ok_or(Error::UnknownRoll)?;
		ensure!(units.len() == usize::from(units_of_roll), Error::WrongNumberOfUnits);
		Self::check_roll(*mode, *roll)?;
		check_units(definition)?;
		check_styles(definition)?;
		// The ciphertexts by which a contest is cast if the election is deniable; none if it cannot be.
		let slots: Vec<usize> = match mode {
			Mode::Direct => Vec::new(),
			Mode::Deniable { .. } => {
				contests.iter().map(|contest| contest.format.slots(contest.options.len() as u16).len()).collect()
			}
		};
		for (style, number) in styles.iter().zip(0u8..) {
			let of = |contest: &ContestId| slots.get(usize::from(contest.0)).copied().unwrap_or(0);
			let columns = style.contests.iter().map(of).fold(0usize, usize::saturating_add);
			ensure!(columns <= MAX_COLUMNS as usize, Error::TooManyColumns { style: number });
		}
		let options: usize = contests.iter().map(|contest| contest.options.len()).sum();
		ensure!(options <= MAX_ALL_OPTIONS as usize, Error::TooManyOptions);
		for (contest, index) in contests.iter().zip(0u8..) {
			check_contest(contest, index, regions.len() as u32)?;
			let provable = slots.get(usize::from(index)) != Some(&0);
			ensure!(provable, Error::TooManySelections { contest: index });
		}
		lists::check(contests, lists, affiliations)?;
		check_trustees(trustees)?;
		for (member, trustee) in trustees.members.iter().zip(0u8..) {
			ensure!(!T::Registry::is_credential(member), Error::TrusteeIsACredential { trustee });
		}
		check_calendar(calendar, now)?;
		ensure!(*ballots_per_credential >= 1, Error::NoBallots);
		if let Some(repeated) = *repeats {
			let header = Headers::<T>::get(repeated).filter(|header| Self::may_be_repeated(repeated, header));
			let repeated_by = header.ok_or(Error::RepeatsAStandingElection)?.repeated_by;
			ensure!(repeated_by.is_none(), Error::AlreadyRepeated);
		}
		Ok(())
	}

	/// The weight of announcing it.
	pub(crate) fn weight_of(definition: &Definition<T::AccountId>) -> Weight {
		let Definition { units, styles, contests, lists, affiliations, .. } = definition;
		let options = contests.iter().map(|contest| contest.options.len()).sum::<usize>();
		let (slates, candidates) = lists::size_of(lists);
		T::WeightInfo::announce(
			units.len() as u32,
			contests.len().max(styles.len()) as u32,
			options as u32,
			slates,
			candidates.max(affiliations.len() as u32),
		)
	}

	/// Checks that the roll is of the election's kind, and that a deniable roll may serve another election.
	pub(crate) fn check_roll(mode: Mode, roll: RollId) -> Result<(), Error<T>> {
		match mode {
			Mode::Direct => ensure!(!T::DeniableRolls::is_deniable(roll), Error::RollIsDeniable),
			Mode::Deniable { .. } => {
				ensure!(T::DeniableRolls::is_deniable(roll), Error::RollNotDeniable);
				ensure!(T::Ceremonies::roll_key(roll).is_some(), Error::NoRollKey);
				ensure!(T::DeniableRolls::may_serve(roll, Self::waiting_for(roll)), Error::RollExpired);
			}
		}
		Ok(())
	}

	/// The number of elections for which a roll is to be fixed.
	fn waiting_for(roll: RollId) -> u16 {
		let waits = |header: &Header| header.roll == roll && header.phase == Phase::Preparing;
		Active::<T>::get().iter().filter_map(Headers::<T>::get).filter(waits).count() as u16
	}

	/// Whether an election may be repeated: it is annulled, or certified and a contest elected nobody, because of more votes
	/// against all than for anyone, no votes, or too few voters.
	pub(crate) fn may_be_repeated(election: ElectionId, header: &Header) -> bool {
		let elected_nobody = |contest| match T::Tally::verdict(election, contest) {
			Some(Verdict::Repeat) => true,
			Some(Verdict::NoQuorum) => {
				// A referendum without enough voters is decided: nothing is adopted.
				let rule = Contests::<T>::get(election, contest).map(|contest| contest.rule);
				matches!(rule, Some(Rule::TwoRounds(_)))
			}
			_ => false,
		};
		match header.phase {
			Phase::Annulled => true,
			Phase::Certified => (0..header.contests).map(ContestId).any(elected_nobody),
			_ => false,
		}
	}

	/// Writes a checked definition in parts, and starts the key ceremony.
	pub(crate) fn store(
		election: ElectionId,
		definition: Definition<T::AccountId>,
		first_round: Option<ElectionId>,
		now: Moment,
	) -> DispatchResult {
		let Definition {
			title,
			mode,
			roll,
			repeats,
			regions,
			units,
			styles,
			contests,
			lists,
			affiliations,
			trustees,
			calendar,
			ballots_per_credential,
		} = definition;
		let header = Header {
			phase: Phase::Preparing,
			since: now,
			mode,
			roll,
			units: units.len() as u16,
			regions: regions.len() as u16,
			styles: styles.len() as u8,
			contests: contests.len() as u8,
			ballots_per_credential,
			calendar,
			roll_closed_in: None,
			vote_key: None,
			polls_opened_at: None,
			roll_epoch: None,
			polls_closed_in: None,
			polls_closed_at: None,
			result: None,
			missed: false,
			repeated_by: None,
			second_round: None,
		};
		Headers::<T>::insert(election, header);
		for (unit, index) in units.into_iter().zip(0u16..) {
			Units::<T>::insert(election, UnitId(index), unit);
		}
		for (style, index) in styles.into_iter().zip(0u8..) {
			Styles::<T>::insert(election, index, style.contests);
		}
		for (contest, index) in contests.into_iter().zip(0u8..) {
			Contests::<T>::insert(election, ContestId(index), contest);
		}
		Self::store_lists(election, lists, affiliations);
		TrusteesOf::<T>::insert(election, &trustees);
		About::<T>::insert(election, Papers { title, repeats, first_round, regions });
		if let Some(repeated) = repeats {
			Headers::<T>::mutate_extant(repeated, |header| header.repeated_by = Some(election));
		}
		Self::deposit_event(Event::Announced { election, roll, repeats });
		if let Some(first) = first_round {
			Headers::<T>::mutate_extant(first, |header| header.second_round = Some(election));
			Self::deposit_event(Event::SecondRoundAnnounced { first, election });
		}
		Self::deposit_event(Event::PhaseEntered { election, phase: Phase::Preparing });
		T::Ceremonies::begin(election, &trustees, mode != Mode::Direct, calendar.step_deadline)
	}

	/// The definition, put together from its parts.
	pub(crate) fn reassemble(election: ElectionId) -> Option<Definition<T::AccountId>> {
		let definition = Self::reassemble_ballots(election)?;
		let (lists, affiliations) = Self::reassemble_lists(election, &definition.contests);
		Some(Definition { lists, affiliations, ..definition })
	}

	/// The same without candidates of lists and affiliations, which are on no ballot.
	pub(crate) fn reassemble_ballots(election: ElectionId) -> Option<Definition<T::AccountId>> {
		let header = Headers::<T>::get(election)?;
		let Papers { title, repeats, first_round: _, regions } = About::<T>::get(election)?;
		let units: Option<Vec<_>> = (0..header.units).map(|unit| Units::<T>::get(election, UnitId(unit))).collect();
		let styles: Option<Vec<_>> = (0..header.styles)
			.map(|style| Styles::<T>::get(election, style).map(|contests| BallotStyle { contests }))
			.collect();
		let contests: Option<Vec<_>> =
			(0..header.contests).map(|contest| Contests::<T>::get(election, ContestId(contest))).collect();
		Some(Definition {
			title,
			mode: header.mode,
			roll: header.roll,
			repeats,
			regions,
			units: units?.try_into().ok()?,
			styles: styles?.try_into().ok()?,
			contests: contests?.try_into().ok()?,
			lists: BoundedVec::new(),
			affiliations: BoundedVec::new(),
			trustees: TrusteesOf::<T>::get(election)?,
			calendar: header.calendar,
			ballots_per_credential: header.ballots_per_credential,
		})
	}
}

fn check_texts<T, AccountId>(definition: &Definition<AccountId>) -> Result<(), Error<T>> {
	readable(&definition.title, TextPlace::Title)?;
	for (name, region) in definition.regions.iter().zip(0u16..) {
		readable(name, TextPlace::Region(region))?;
	}
	for (unit, index) in definition.units.iter().zip(0u16..) {
		readable(&unit.name, TextPlace::Unit(index))?;
	}
	for (contest, index) in definition.contests.iter().zip(0u8..) {
		readable(&contest.title, TextPlace::Contest(index))?;
		// At most 256 options, so 8 bits number them all.
		for (option, number) in contest.options.iter().zip(0u8..=u8::MAX) {
			readable(&option.name, TextPlace::Option { contest: index, option: number })?;
		}
	}
	Ok(())
}

/// Checks that the regions and styles of the units exist.
fn check_units<T, AccountId>(definition: &Definition<AccountId>) -> Result<(), Error<T>> {
	for (unit, index) in definition.units.iter().zip(0u16..) {
		ensure!(usize::from(unit.region) < definition.regions.len(), Error::UnknownRegion { unit: index });
		ensure!(usize::from(unit.style) < definition.styles.len(), Error::UnknownStyle { unit: index });
	}
	Ok(())
}

/// Checks that the contests of the styles exist and ascend, and that every contest is on the ballot of some unit.
fn check_styles<T, AccountId>(definition: &Definition<AccountId>) -> Result<(), Error<T>> {
	for (BallotStyle { contests }, style) in definition.styles.iter().zip(0u8..) {
		ensure!(!contests.is_empty(), Error::EmptyStyle { style });
		let known = contests.iter().all(|contest| usize::from(contest.0) < definition.contests.len());
		ensure!(known, Error::UnknownContest { style });
		let ascending = contests.iter().zip(contests.iter().skip(1)).all(|(first, second)| first < second);
		ensure!(ascending, Error::StyleUnsorted { style });
	}
	let used: BTreeSet<u8> = definition.units.iter().map(|unit| unit.style).collect();
	let voted: BTreeSet<ContestId> = used
		.iter()
		.filter_map(|style| definition.styles.get(usize::from(*style)))
		.flat_map(|style| style.contests.iter().copied())
		.collect();
	for contest in 0..definition.contests.len() as u8 {
		ensure!(voted.contains(&ContestId(contest)), Error::ContestNowhere { contest });
	}
	Ok(())
}

/// Checks that voters can tell the options apart, and that the rule can decide between them.
fn check_contest<T>(contest: &Contest, index: u8, regions: u32) -> Result<(), Error<T>> {
	let Contest { title: _, options, format, rule } = contest;
	let names: BTreeSet<&[u8]> = options.iter().map(|option| option.name.as_slice()).collect();
	ensure!(names.len() == options.len(), Error::OptionsAlike { contest: index });
	let kinds: Vec<OptionKind> = options.iter().map(|option| option.kind).collect();
	rule.check(&kinds, regions).map_err(|error| {
		// The first byte of an encoded enum is the index of its variant.
		let reason = error.using_encoded(|bytes| bytes.first().copied().unwrap_or(u8::MAX));
		Error::RuleUnfit { contest: index, reason }
	})?;
	ensure!(rule.ties().seed().is_none(), Error::LotDrawnBeforehand { contest: index });
	ensure!(rule.seats() <= MAX_CONTEST_SEATS, Error::TooManySeats { contest: index });
	ensure!(format.fits(rule, kinds.len() as u16), Error::FormatUnfit { contest: index });
	if let BallotFormat::ListPreferences { places, .. } = format {
		let here = u32::from(*places).saturating_mul(kinds.len() as u32);
		let bounded = here <= MAX_PREFERENCES && here.saturating_mul(regions) <= MAX_ALL_PREFERENCES;
		ensure!(bounded, Error::TooManyPreferences { contest: index });
	}
	Ok(())
}

fn check_trustees<T, AccountId: Ord>(trustees: &Trustees<AccountId>) -> Result<(), Error<T>> {
	let Trustees { members, threshold } = trustees;
	ensure!(!members.is_empty(), Error::NoTrustees);
	let distinct: BTreeSet<&AccountId> = members.iter().collect();
	ensure!(distinct.len() == members.len(), Error::TrusteesAlike);
	ensure!(2 * usize::from(*threshold) > members.len(), Error::ThresholdTooLow);
	ensure!(usize::from(*threshold) <= members.len(), Error::ThresholdTooHigh);
	Ok(())
}

pub(crate) fn check_calendar<T>(calendar: &Calendar, now: Moment) -> Result<(), Error<T>> {
	let Calendar {
		roll_closes_at,
		polls_open_at,
		polls_close_at,
		early_closing: _,
		grace_blocks,
		step_deadline,
		objection_window,
		utc_offset: UtcOffset(minutes),
	} = calendar;
	ensure!(*roll_closes_at > now, Error::RollClosesInThePast);
	ensure!(roll_closes_at < polls_open_at && polls_open_at < polls_close_at, Error::CalendarUnordered);
	ensure!(*grace_blocks <= MAX_GRACE_BLOCKS, Error::GraceTooLong);
	ensure!((1..=MAX_STEP_DEADLINE).contains(step_deadline), Error::StepDeadlineOutOfBounds);
	ensure!((1..=MAX_OBJECTION_WINDOW).contains(objection_window), Error::ObjectionWindowOutOfBounds);
	ensure!((-MAX_UTC_OFFSET..=MAX_UTC_OFFSET).contains(minutes), Error::UtcOffsetOutOfBounds);
	Ok(())
}

//! What is always true of the elections, EL1 to EL8 of the pallet's header.

use crate::*;
use alloc::vec::Vec;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Reads the whole state and names the first invariant that does not hold.
	pub fn check_invariants() -> Result<(), DispatchError> {
		Self::check_numbers()?;
		Self::check_active()?;
		for (election, header) in Headers::<T>::iter() {
			check_moments(&header)?;
			Self::check_phase(election, &header)?;
			Self::check_parts(election, &header)?;
			Self::check_repetition(election, &header)?;
			Self::check_rounds(election, &header)?;
		}
		Ok(())
	}

	fn check_numbers() -> Result<(), DispatchError> {
		let next = NextElection::<T>::get().0;
		let given = |election: ElectionId| election.0 < next;
		ensure!(Headers::<T>::iter_keys().count() as u64 == u64::from(next), "EL1: a number has no election");
		ensure!(Headers::<T>::iter_keys().all(given), "EL1: an election has a number that was not given yet");
		ensure!(About::<T>::iter_keys().count() as u64 == u64::from(next), "EL1: an election has no papers");
		ensure!(About::<T>::iter_keys().all(given), "EL1: papers without an election");
		ensure!(TrusteesOf::<T>::iter_keys().count() as u64 == u64::from(next), "EL1: an election has no trustees");
		ensure!(TrusteesOf::<T>::iter_keys().all(given), "EL1: trustees without an election");
		ensure!(Units::<T>::iter_keys().all(|(election, _)| given(election)), "EL1: a unit without an election");
		ensure!(Styles::<T>::iter_keys().all(|(election, _)| given(election)), "EL1: a style without an election");
		ensure!(Contests::<T>::iter_keys().all(|(election, _)| given(election)), "EL1: a contest without an election");
		ensure!(Fillings::<T>::iter_keys().all(|(election, _)| given(election)), "EL1: lists without an election");
		ensure!(Slates::<T>::iter_keys().all(|(election, _)| given(election)), "EL1: candidates without an election");
		ensure!(
			AffiliationsTo::<T>::iter_keys().all(|(election, _)| given(election)),
			"EL1: affiliations without an election"
		);
		ensure!(Registered::<T>::iter_keys().all(given), "EL1: registered voters without an election");
		ensure!(Annulments::<T>::iter_keys().all(given), "EL1: grounds without an election");
		Ok(())
	}

	fn check_active() -> Result<(), DispatchError> {
		let open = |(election, header): (ElectionId, Header)| (header.phase < Phase::Certified).then_some(election);
		let mut expected: Vec<ElectionId> = Headers::<T>::iter().filter_map(open).collect();
		expected.sort_unstable();
		let active = Active::<T>::get();
		ensure!(active.as_slice() == expected.as_slice(), "EL2: the active elections are not the open ones in order");
		Ok(())
	}

	/// Every fact belongs to a phase: it is absent in earlier phases and present from that one on. An annulled election may have
	/// stopped in any phase, but no fact may be present without the one before.
	fn check_phase(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let facts = [
			(Phase::RollClosed, header.roll_closed_in.is_some()),
			(Phase::Voting, header.vote_key.is_some()),
			(Phase::Voting, header.polls_opened_at.is_some()),
			(Phase::Grace, header.polls_closed_in.is_some()),
			(Phase::Grace, header.polls_closed_at.is_some()),
			(Phase::Counted, header.result.is_some()),
		];
		let annulled = header.phase == Phase::Annulled;
		if annulled {
			let steps = facts.iter().zip(facts.iter().skip(1));
			ensure!(
				steps.into_iter().all(|((_, before), (_, after))| *before || !after),
				"EL4: a fact without the one before"
			);
		} else {
			let holds = facts.iter().all(|(phase, is_there)| *is_there == (header.phase >= *phase));
			ensure!(holds, "EL4: the facts of an election are not those of its phase");
		}
		let deniable = header.mode != dobush_primitives::Mode::Direct;
		ensure!(
			header.roll_epoch.is_some() == (deniable && header.vote_key.is_some()),
			"EL8: an epoch of the roll key without open polls, or reversed"
		);
		let registered = Registered::<T>::get(election);
		ensure!(
			registered.is_some() == header.roll_closed_in.is_some(),
			"EL4: a closed roll without numbers, or reversed"
		);
		let all_units = registered.is_none_or(|voters| voters.len() == usize::from(header.units));
		ensure!(all_units, "EL4: the numbers of registered voters are not those of the units");
		let blocks = header.roll_closed_in.zip(header.polls_closed_in);
		ensure!(blocks.is_none_or(|(roll, polls)| roll < polls), "EL4: the polls closed before the roll");
		let past = header.polls_closed_in.is_none_or(|block| block <= Self::this_block());
		ensure!(past, "EL4: the polls closed in the future");
		let opened = header.polls_opened_at;
		ensure!(
			opened.is_none_or(|opened| opened >= header.calendar.polls_open_at),
			"EL4: the polls opened before their moment"
		);
		let moments = opened.zip(header.polls_closed_at);
		ensure!(moments.is_none_or(|(opened, closed)| opened <= closed), "EL4: the polls closed before they opened");
		ensure!(!header.missed || header.vote_key.is_none(), "EL4: polls were missed that opened");
		ensure!(Annulments::<T>::contains_key(election) == annulled, "EL4: grounds without annulment, or reversed");
		Ok(())
	}

	fn check_parts(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let papers = About::<T>::get(election).ok_or("EL1: an election has no papers")?;
		ensure!(papers.regions.len() == usize::from(header.regions), "EL5: the number of regions differs");
		let units: Vec<_> = Units::<T>::iter_prefix(election).collect();
		ensure!(units.len() == usize::from(header.units), "EL5: the number of units differs");
		let styles: Vec<_> = Styles::<T>::iter_prefix(election).collect();
		ensure!(styles.len() == usize::from(header.styles), "EL5: the number of styles differs");
		let contests = Contests::<T>::iter_key_prefix(election).count();
		ensure!(contests == usize::from(header.contests), "EL5: the number of contests differs");
		let known = Contests::<T>::iter_key_prefix(election).all(|contest| contest.0 < header.contests);
		ensure!(known, "EL5: a contest has a number that does not exist");
		for (unit, Unit { region, style, .. }) in &units {
			ensure!(unit.0 < header.units, "EL5: a unit has a number that does not exist");
			ensure!(*region < header.regions && *style < header.styles, "EL5: a unit names no region or style");
		}
		for (style, contests) in &styles {
			ensure!(*style < header.styles, "EL5: a style has a number that does not exist");
			ensure!(contests.iter().all(|contest| contest.0 < header.contests), "EL5: a style names no contest");
		}
		let on_a_ballot = |contest: u8| {
			let has =
				|style: &u8| styles.iter().any(|(other, list)| other == style && list.contains(&ContestId(contest)));
			units.iter().any(|(_, unit)| has(&unit.style))
		};
		ensure!((0..header.contests).all(on_a_ballot), "EL5: a contest is on no ballot");
		Self::check_lists(election, header)
	}

	fn check_lists(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let contests: Vec<Contest> =
			(0..header.contests).filter_map(|contest| Contests::<T>::get(election, ContestId(contest))).collect();
		let (lists, affiliations) = Self::reassemble_lists(election, &contests);
		lists::check::<T>(&contests, &lists, &affiliations)
			.map_err(|_| "EL5: candidates of lists, or who stands for them, name what does not exist")?;
		let slates = lists.iter().flat_map(|lists| &lists.slates).filter(|slate| !slate.is_empty()).count();
		ensure!(Slates::<T>::iter_key_prefix(election).count() == slates, "EL5: candidates of no list");
		ensure!(Fillings::<T>::iter_key_prefix(election).count() == lists.len(), "EL5: lists of no contest");
		let kept: usize = AffiliationsTo::<T>::iter_prefix_values(election).map(|some| some.len()).sum();
		ensure!(kept == affiliations.len(), "EL5: candidates stand for lists of no contest");
		Ok(())
	}

	fn check_rounds(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let first_of = |election: ElectionId| About::<T>::get(election).and_then(|papers| papers.first_round);
		if let Some(first) = first_of(election) {
			let earlier = Headers::<T>::get(first).ok_or("EL7: a second round of no election")?;
			ensure!(earlier.phase >= Phase::Certified, "EL7: a second round of an election that goes on");
			let named = earlier.second_round == Some(election) || header.phase == Phase::Annulled;
			ensure!(named, "EL7: two second rounds of one election");
			let stood: Vec<_> =
				Contests::<T>::iter_prefix_values(first).flat_map(|contest| contest.options.into_inner()).collect();
			let mut options =
				Contests::<T>::iter_prefix_values(election).flat_map(|contest| contest.options.into_inner());
			ensure!(options.all(|option| stood.contains(&option)), "EL7: somebody new in a second round");
		}
		if let Some(second) = header.second_round {
			ensure!(first_of(second) == Some(election), "EL7: a second round does not name its first");
		}
		Ok(())
	}

	fn check_repetition(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let repeats = |election: ElectionId| About::<T>::get(election).and_then(|papers| papers.repeats);
		if let Some(repeated) = repeats(election) {
			let earlier = Headers::<T>::get(repeated).ok_or("EL6: an election repeats one that does not exist")?;
			ensure!(Self::may_be_repeated(repeated, &earlier), "EL6: an election repeats one that stands");
			ensure!(earlier.repeated_by == Some(election), "EL6: an election is repeated twice");
		}
		if let Some(repetition) = header.repeated_by {
			ensure!(repeats(repetition) == Some(election), "EL6: a repetition does not name what it repeats");
		}
		Ok(())
	}
}

fn check_moments(header: &Header) -> Result<(), DispatchError> {
	let calendar = &header.calendar;
	let increase = calendar.roll_closes_at < calendar.polls_open_at && calendar.polls_open_at < calendar.polls_close_at;
	ensure!(increase, "EL3: the moments of a calendar do not increase");
	Ok(())
}

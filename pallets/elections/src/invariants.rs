//! What is always true of the elections, E1 to E8 of the pallet's header.

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
		ensure!(Headers::<T>::iter_keys().count() as u64 == u64::from(next), "E1: a number has no election");
		ensure!(Headers::<T>::iter_keys().all(given), "E1: an election has a number that was not given yet");
		ensure!(About::<T>::iter_keys().count() as u64 == u64::from(next), "E1: an election has no papers");
		ensure!(About::<T>::iter_keys().all(given), "E1: papers without an election");
		ensure!(TrusteesOf::<T>::iter_keys().count() as u64 == u64::from(next), "E1: an election has no trustees");
		ensure!(TrusteesOf::<T>::iter_keys().all(given), "E1: trustees without an election");
		ensure!(Units::<T>::iter_keys().all(|(election, _)| given(election)), "E1: a unit without an election");
		ensure!(Styles::<T>::iter_keys().all(|(election, _)| given(election)), "E1: a style without an election");
		ensure!(Contests::<T>::iter_keys().all(|(election, _)| given(election)), "E1: a contest without an election");
		ensure!(Fillings::<T>::iter_keys().all(|(election, _)| given(election)), "E1: lists without an election");
		ensure!(Slates::<T>::iter_keys().all(|(election, _)| given(election)), "E1: candidates without an election");
		ensure!(
			AffiliationsTo::<T>::iter_keys().all(|(election, _)| given(election)),
			"E1: affiliations without an election"
		);
		ensure!(Registered::<T>::iter_keys().all(given), "E1: registered voters without an election");
		ensure!(Annulments::<T>::iter_keys().all(given), "E1: grounds without an election");
		Ok(())
	}

	fn check_active() -> Result<(), DispatchError> {
		let open = |(election, header): (ElectionId, Header)| (header.phase < Phase::Certified).then_some(election);
		let mut expected: Vec<ElectionId> = Headers::<T>::iter().filter_map(open).collect();
		expected.sort_unstable();
		let active = Active::<T>::get();
		ensure!(active.as_slice() == expected.as_slice(), "E2: the active elections are not the open ones in order");
		Ok(())
	}

	/// Every fact belongs to a phase: it is missing before, and there from then on. An annulled election may have stopped
	/// anywhere, but no fact may be there without the one before.
	fn check_phase(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let facts = [
			(Phase::RollClosed, header.roll_closed_in.is_some()),
			(Phase::Voting, header.vote_key.is_some()),
			(Phase::Grace, header.polls_closed_in.is_some()),
			(Phase::Counted, header.result.is_some()),
		];
		let annulled = header.phase == Phase::Annulled;
		if annulled {
			let steps = facts.iter().zip(facts.iter().skip(1));
			ensure!(
				steps.into_iter().all(|((_, before), (_, after))| *before || !after),
				"E4: a fact without the one before"
			);
		} else {
			let holds = facts.iter().all(|(phase, is_there)| *is_there == (header.phase >= *phase));
			ensure!(holds, "E4: the facts of an election are not those of its phase");
		}
		let deniable = header.mode != dobush_primitives::Mode::Direct;
		ensure!(
			header.roll_epoch.is_some() == (deniable && header.vote_key.is_some()),
			"E8: an epoch of the roll key without open polls, or reversed"
		);
		let registered = Registered::<T>::get(election);
		ensure!(
			registered.is_some() == header.roll_closed_in.is_some(),
			"E4: a closed roll without numbers, or reversed"
		);
		let all_units = registered.is_none_or(|voters| voters.len() == usize::from(header.units));
		ensure!(all_units, "E4: the numbers of registered voters are not those of the units");
		let blocks = header.roll_closed_in.zip(header.polls_closed_in);
		ensure!(blocks.is_none_or(|(roll, polls)| roll < polls), "E4: the polls closed before the roll");
		let past = header.polls_closed_in.is_none_or(|block| block <= Self::this_block());
		ensure!(past, "E4: the polls closed in the future");
		ensure!(!header.missed || header.vote_key.is_none(), "E4: polls were missed that opened");
		ensure!(Annulments::<T>::contains_key(election) == annulled, "E4: grounds without annulment, or reversed");
		Ok(())
	}

	fn check_parts(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let papers = About::<T>::get(election).ok_or("E1: an election has no papers")?;
		ensure!(papers.regions.len() == usize::from(header.regions), "E5: the number of regions differs");
		let units: Vec<_> = Units::<T>::iter_prefix(election).collect();
		ensure!(units.len() == usize::from(header.units), "E5: the number of units differs");
		let styles: Vec<_> = Styles::<T>::iter_prefix(election).collect();
		ensure!(styles.len() == usize::from(header.styles), "E5: the number of styles differs");
		let contests = Contests::<T>::iter_key_prefix(election).count();
		ensure!(contests == usize::from(header.contests), "E5: the number of contests differs");
		let known = Contests::<T>::iter_key_prefix(election).all(|contest| contest.0 < header.contests);
		ensure!(known, "E5: a contest has a number that does not exist");
		for (unit, Unit { region, style, .. }) in &units {
			ensure!(unit.0 < header.units, "E5: a unit has a number that does not exist");
			ensure!(*region < header.regions && *style < header.styles, "E5: a unit names no region or style");
		}
		for (style, contests) in &styles {
			ensure!(*style < header.styles, "E5: a style has a number that does not exist");
			ensure!(contests.iter().all(|contest| contest.0 < header.contests), "E5: a style names no contest");
		}
		let on_a_ballot = |contest: u8| {
			let has =
				|style: &u8| styles.iter().any(|(other, list)| other == style && list.contains(&ContestId(contest)));
			units.iter().any(|(_, unit)| has(&unit.style))
		};
		ensure!((0..header.contests).all(on_a_ballot), "E5: a contest is on no ballot");
		Self::check_lists(election, header)
	}

	fn check_lists(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let contests: Vec<Contest> =
			(0..header.contests).filter_map(|contest| Contests::<T>::get(election, ContestId(contest))).collect();
		let (lists, affiliations) = Self::reassemble_lists(election, &contests);
		lists::check::<T>(&contests, &lists, &affiliations)
			.map_err(|_| "E5: candidates of lists, or who stands for them, name what does not exist")?;
		let slates = lists.iter().flat_map(|lists| &lists.slates).filter(|slate| !slate.is_empty()).count();
		ensure!(Slates::<T>::iter_key_prefix(election).count() == slates, "E5: candidates of no list");
		ensure!(Fillings::<T>::iter_key_prefix(election).count() == lists.len(), "E5: lists of no contest");
		let kept: usize = AffiliationsTo::<T>::iter_prefix_values(election).map(|some| some.len()).sum();
		ensure!(kept == affiliations.len(), "E5: candidates stand for lists of no contest");
		Ok(())
	}

	fn check_rounds(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let first_of = |election: ElectionId| About::<T>::get(election).and_then(|papers| papers.first_round);
		if let Some(first) = first_of(election) {
			let earlier = Headers::<T>::get(first).ok_or("E7: a second round of no election")?;
			ensure!(earlier.phase >= Phase::Certified, "E7: a second round of an election that goes on");
			let named = earlier.second_round == Some(election) || header.phase == Phase::Annulled;
			ensure!(named, "E7: two second rounds of one election");
			let stood: Vec<_> =
				Contests::<T>::iter_prefix_values(first).flat_map(|contest| contest.options.into_inner()).collect();
			let mut options =
				Contests::<T>::iter_prefix_values(election).flat_map(|contest| contest.options.into_inner());
			ensure!(options.all(|option| stood.contains(&option)), "E7: somebody new in a second round");
		}
		if let Some(second) = header.second_round {
			ensure!(first_of(second) == Some(election), "E7: a second round does not name its first");
		}
		Ok(())
	}

	fn check_repetition(election: ElectionId, header: &Header) -> Result<(), DispatchError> {
		let repeats = |election: ElectionId| About::<T>::get(election).and_then(|papers| papers.repeats);
		if let Some(repeated) = repeats(election) {
			let earlier = Headers::<T>::get(repeated).ok_or("E6: an election repeats one that does not exist")?;
			ensure!(Self::may_be_repeated(repeated, &earlier), "E6: an election repeats one that stands");
			ensure!(earlier.repeated_by == Some(election), "E6: an election is repeated twice");
		}
		if let Some(repetition) = header.repeated_by {
			ensure!(repeats(repetition) == Some(election), "E6: a repetition does not name what it repeats");
		}
		Ok(())
	}
}

fn check_moments(header: &Header) -> Result<(), DispatchError> {
	let calendar = &header.calendar;
	let increase = calendar.roll_closes_at < calendar.polls_open_at && calendar.polls_open_at < calendar.polls_close_at;
	ensure!(increase, "E3: the moments of a calendar do not increase");
	Ok(())
}

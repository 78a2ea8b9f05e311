//! The candidates of lists, and the candidates of districts who stand for lists. Stored apart from contests, because no ballot
//! reads them.

use crate::{text::readable, *};
use alloc::{collections::BTreeSet, vec::Vec};
use dobush_primitives::{
	Affiliation, Affiliations, ContestLists, Slate, MAX_ALL_LIST_CANDIDATES, MAX_CONTESTS, MAX_OPTIONS, MAX_SLATES,
};
use electoral_rules::{BallotFormat, FillBy, ListRule, OptionKind, Rule};
use frame_support::traits::ConstU32;
use parity_scale_codec::Encode;

/// The lists of all contests.
type Lists = BoundedVec<ContestLists, ConstU32<MAX_CONTESTS>>;

/// Checks them in the order that [`Call::announce`] documents. The contests have been checked.
pub(crate) fn check<T>(contests: &[Contest], lists: &Lists, affiliations: &Affiliations) -> Result<(), Error<T>> {
	let ascending = lists.iter().zip(lists.iter().skip(1)).all(|(first, second)| first.contest < second.contest);
	ensure!(ascending, Error::ListsUnsorted);
	let (slates, candidates) = size_of(lists);
	let bounded = slates <= MAX_SLATES && candidates <= MAX_ALL_LIST_CANDIDATES;
	ensure!(bounded, Error::TooManyListCandidates);
	for lists in lists {
		check_lists(contests, lists)?;
	}
	let ascending = affiliations.iter().zip(affiliations.iter().skip(1)).all(|(first, second)| {
		// A candidate stands for one list of a contest.
		(first.lists, first.district, first.candidate) < (second.lists, second.district, second.candidate)
	});
	ensure!(ascending, Error::AffiliationsUnsorted);
	for affiliation in affiliations {
		check_affiliation(contests, affiliation)?;
	}
	for (contest, number) in contests.iter().zip(0u8..) {
		let counts = list_rule(&contest.rule).is_some_and(|rule| rule.direct_seats.is_some());
		let someone = || affiliations.iter().any(|affiliation| affiliation.lists.0 == number);
		ensure!(!counts || someone(), Error::NobodyAffiliated { contest: number });
	}
	Ok(())
}

/// How many lists have candidates, and how many candidates they have.
pub(crate) fn size_of(lists: &Lists) -> (u32, u32) {
	let slates = lists.iter().flat_map(|lists| &lists.slates).filter(|slate| !slate.is_empty());
	slates.fold((0, 0), |(slates, candidates), slate| {
		(slates.saturating_add(1), candidates.saturating_add(slate.len() as u32))
	})
}

fn list_rule(rule: &Rule) -> Option<&ListRule> {
	match rule {
		Rule::Lists(lists) => Some(lists),
		Rule::RegionalLists(rule) => Some(&rule.lists),
		_ => None,
	}
}

/// Checks that every list has candidates whom people and the rule can tell apart, and as many as the ballot has places for.
fn check_lists<T>(contests: &[Contest], lists: &ContestLists) -> Result<(), Error<T>> {
	let ContestLists { contest: number, filling, slates } = lists;
	let number = number.0;
	let contest = contests.get(usize::from(number)).filter(|contest| list_rule(&contest.rule).is_some());
	let Contest { options, format, .. } = contest.ok_or(Error::NoListsThere { contest: number })?;
	filling.check().map_err(|error| {
		// The first byte of an encoded enum is the index of its variant.
		let reason = error.using_encoded(|bytes| bytes.first().copied().unwrap_or(u8::MAX));
		Error::RuleUnfit { contest: number, reason }
	})?;
	ensure!(filling.ties.seed().is_none(), Error::LotDrawnBeforehand { contest: number });
	ensure!(slates.len() == options.len(), Error::SlatesUnfit { contest: number });
	// At most 256 options, so 8 bits number them all.
	for ((slate, option), list) in slates.iter().zip(options).zip(0u8..=u8::MAX) {
		ensure!(slate.is_empty() == (option.kind != OptionKind::List), Error::SlatesUnfit { contest: number });
		for candidate in slate {
			readable(&candidate.name, TextPlace::Slate { contest: number, list })?;
			let known = candidate.sex.is_some() || !filling.counts_sexes();
			ensure!(known, Error::SexUnknown { contest: number, list });
		}
		let names: BTreeSet<&[u8]> = slate.iter().map(|candidate| candidate.name.as_slice()).collect();
		ensure!(names.len() == slate.len(), Error::CandidatesAlike { contest: number, list });
	}
	let places = match format {
		BallotFormat::ListPreferences { places, .. } => Some(usize::from(*places)),
		_ => None,
	};
	let longest = slates.iter().map(|slate| slate.len()).max();
	ensure!(places.is_none() || places == longest, Error::PlacesUnfit { contest: number });
	ensure!(places.is_some() || filling.by == FillBy::ListOrder, Error::NoPreferences { contest: number });
	Ok(())
}

/// Checks that the candidate is a person who can win a seat, and that the list belongs to a contest that counts such seats.
fn check_affiliation<T>(contests: &[Contest], affiliation: &Affiliation) -> Result<(), Error<T>> {
	let Affiliation { lists, district, candidate, list } = affiliation;
	let kind = |contest: &Contest, option: &u16| contest.options.get(usize::from(*option)).map(|option| option.kind);
	let counts = contests.get(usize::from(lists.0)).is_some_and(|contest| {
		list_rule(&contest.rule).is_some_and(|rule| rule.direct_seats.is_some())
			&& kind(contest, list) == Some(OptionKind::List)
	});
	let stands = contests.get(usize::from(district.0)).is_some_and(|contest| {
		!matches!(contest.rule, Rule::Referendum(_)) && kind(contest, candidate).is_some_and(|kind| kind.is_candidate())
	});
	// A number that is too large for the error is named by the largest one.
	let candidate = u8::try_from(*candidate).unwrap_or(u8::MAX);
	ensure!(counts && stands, Error::AffiliationUnfit { district: district.0, candidate });
	Ok(())
}

impl<T: Config> Pallet<T> {
	/// Writes checked lists and affiliations.
	pub(crate) fn store_lists(election: ElectionId, lists: Lists, affiliations: Affiliations) {
		for ContestLists { contest, filling, slates } in lists {
			Fillings::<T>::insert(election, contest, filling);
			for (slate, list) in slates.into_iter().zip(0u16..) {
				if !slate.is_empty() {
					Slates::<T>::insert(election, (contest, list), slate);
				}
			}
		}
		let mut left = affiliations.into_iter().peekable();
		while let Some(lists) = left.peek().map(|affiliation| affiliation.lists) {
			let mut of_contest = Vec::new();
			while let Some(affiliation) = left.next_if(|affiliation| affiliation.lists == lists) {
				of_contest.push(affiliation);
			}
			AffiliationsTo::<T>::insert(election, lists, Affiliations::truncate_from(of_contest));
		}
	}

	/// Lists and affiliations, put together from their parts.
	pub(crate) fn reassemble_lists(election: ElectionId, contests: &[Contest]) -> (Lists, Affiliations) {
		let of_contest = |(number, contest): (u8, &Contest)| {
			let number = ContestId(number);
			let filling = Fillings::<T>::get(election, number)?;
			let slates: Vec<Slate> = (0u16..)
				.zip(&contest.options)
				.map(|(list, _)| Slates::<T>::get(election, (number, list)).unwrap_or_default())
				.collect();
			let slates = BoundedVec::<Slate, ConstU32<MAX_OPTIONS>>::truncate_from(slates);
			Some(ContestLists { contest: number, filling, slates })
		};
		let lists: Vec<_> = (0u8..).zip(contests).filter_map(of_contest).collect();
		let affiliations: Vec<_> = (0u8..)
			.zip(contests)
			.flat_map(|(number, _)| AffiliationsTo::<T>::get(election, ContestId(number)).unwrap_or_default())
			.collect();
		(Lists::truncate_from(lists), Affiliations::truncate_from(affiliations))
	}
}

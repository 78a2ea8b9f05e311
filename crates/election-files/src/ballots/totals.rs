//! Ballot files that hold totals: the votes of every option in every region.

use super::counted::Ballots;
use crate::{
	error::{Error, Result},
	notes::Note,
	rule::RulePlan,
	votes::{Published, AGAINST_ALL, NOT_LISTED},
};
use electoral_rules::{Choices, Facts, OptionKind, RegionVotes, Rule, Sex, Votes};
use std::collections::{HashMap, HashSet};

/// The votes of every option in every region.
pub(super) fn totals(
	options: &[String],
	kinds: &[OptionKind],
	regions: &[(String, Published)],
	rule: &Rule,
) -> Result<(Ballots, Vec<Note>)> {
	let several = matches!(rule, Rule::MultiSeat(rule) if rule.choices != Choices::One);
	let places: HashMap<&str, usize> = options.iter().map(String::as_str).zip(0..).collect();
	let against = kinds.iter().position(|kind| *kind == OptionKind::AgainstAll);
	// What is not stated for every region is not known of the whole.
	let (mut ballots, mut registered) = (Some(0u64), Some(0u64));
	let (mut notes, mut rows) = (Vec::new(), Vec::new());
	let mut direct_seats = vec![None; options.len()];
	for (region, published) in regions {
		let here = |error: Error| Error::InRegion { region: region.clone(), error: Box::new(error) };
		let published = if several { published.clone() } else { published.clone().complete().map_err(here)? };
		if !several {
			for base in rule.bases() {
				published.records(base)?;
			}
		}
		notes.extend(published.notes().into_iter().map(|note| match region.as_str() {
			"" => note,
			_ => Note::InRegion { region: region.clone(), note: Box::new(note) },
		}));
		let mut votes: Vec<Option<u64>> = vec![None; options.len()];
		for ((name, count), about) in published.parties.iter().zip(&published.about) {
			let place = places.get(name.as_str()).copied();
			let place = place.ok_or_else(|| here(Error::NotStanding { name: name.clone() }))?;
			votes.get_mut(place).into_iter().for_each(|votes| *votes = Some(*count));
			if let (Some(seats), Some(sum)) = (about.direct_seats, direct_seats.get_mut(place)) {
				*sum = Some(sum.unwrap_or(0u32).saturating_add(seats));
			}
		}
		let nobody = published.against_all.unwrap_or(0) + published.others;
		match against.and_then(|place| votes.get_mut(place)) {
			Some(votes) => *votes = Some(votes.unwrap_or(0).saturating_add(nobody)),
			None if nobody > 0 => {
				return Err(here(Error::NoOptionAgainstAll));
			}
			None => {}
		}
		let counted = votes
			.iter()
			.zip(options)
			.map(|(votes, name)| votes.ok_or_else(|| here(Error::VotesMissing { option: name.clone() })));
		let votes = counted.collect::<Result<Vec<u64>>>()?;
		let valid = published.valid.or_else(|| published.participants?.checked_sub(published.invalid?));
		ballots = ballots.zip(valid).and_then(|(sum, valid)| sum.checked_add(valid));
		registered = registered.zip(published.registered).and_then(|(sum, some)| sum.checked_add(some));
		rows.push(RegionVotes {
			votes,
			invalid: published.invalid.unwrap_or(0),
			registered: published.registered.unwrap_or(0),
		});
	}
	if regions.len() == 1 && matches!(rule, Rule::Lists(rule) if rule.regional.is_some()) {
		notes.push(Note::RegionalThresholdOfWhole);
	}
	let facts = Facts {
		direct_seats: match direct_seats.iter().any(Option::is_some) {
			true => direct_seats.into_iter().map(Option::unwrap_or_default).collect(),
			false => Vec::new(),
		},
		ballots: ballots.filter(|_| several),
		registered,
	};
	let votes = Votes::new(kinds.to_vec(), rows)?;
	let regions = regions.iter().map(|(name, _)| name.clone()).collect();
	Ok((Ballots::Counted { votes, facts, regions, preferences: None }, notes))
}

/// The options that totals name, in the order in which they first do; against-all, or what is not listed, comes last.
pub(super) fn totalled(regions: &[(String, Published)], rule: &RulePlan) -> (Vec<String>, Vec<OptionKind>) {
	let mut names: Vec<String> = Vec::new();
	let mut kinds = Vec::new();
	let mut seen = HashSet::new();
	for (_, published) in regions {
		for ((name, _), about) in published.parties.iter().zip(&published.about) {
			if seen.insert(name.as_str()) {
				names.push(name.clone());
				kinds.push(match about.sex {
					_ if rule.counts_lists() => OptionKind::List,
					Some(Sex::Woman) => OptionKind::Woman,
					Some(Sex::Man) => OptionKind::Man,
					None => OptionKind::Candidate,
				});
			}
		}
	}
	let others = |published: &Published| published.clone().complete().is_ok_and(|published| published.others > 0);
	let last = if regions.iter().any(|(_, published)| published.against_all.is_some()) {
		Some(AGAINST_ALL)
	} else if regions.iter().any(|(_, published)| others(published)) && !rule.names_several() {
		Some(NOT_LISTED)
	} else {
		None
	};
	names.extend(last.map(str::to_owned));
	kinds.extend(last.map(|_| OptionKind::AgainstAll));
	(names, kinds)
}

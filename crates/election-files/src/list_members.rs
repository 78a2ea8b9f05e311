//! Who sits on the seats of the lists, where the rule says it and the contest names the candidates.

use crate::{
	ballots::Ballots,
	contest::ContestPlan,
	error::{Error, FieldFault, Result},
	rule::RulePlan,
	working::{trace, Names, TraceStep},
};
use electoral_rules::{FillBy, ListCandidate, ListFilling, LotNeeded, OptionIndex, Sex};
use serde::Serialize;

/// The members of one list.
#[derive(Debug, Serialize)]
pub struct Members {
	/// The name of the list.
	pub list: String,
	/// Who sits, in the order in which the rule reached them.
	pub elected: Vec<String>,
	/// Seats without a candidate.
	pub vacant: u32,
	/// The working, step by step.
	pub trace: Vec<TraceStep>,
	/// Who left later, and who followed.
	#[serde(skip_serializing_if = "Vec::is_empty")]
	pub replacements: Vec<Replacement>,
}

/// A seat that passed from one candidate of a list to the next.
#[derive(Debug, Serialize)]
pub struct Replacement {
	/// Who left.
	pub leaving: String,
	/// Who followed; nobody if the list is used up.
	pub next: Option<String>,
	/// The working, step by step; empty if nobody followed.
	pub trace: Vec<TraceStep>,
}

/// A list whose seats are filled, with what a later vacancy needs.
#[derive(Debug)]
pub struct Filled {
	/// Its members.
	pub members: Members,
	filling: ListFilling,
	names: Vec<String>,
	candidates: Vec<ListCandidate>,
	/// Places of the candidates who sit now.
	sits: Vec<OptionIndex>,
	/// Places of everybody who ever sat: they cannot follow again.
	used: Vec<OptionIndex>,
}

/// Lets a member leave and the next one follow.
pub fn replace(lists: &mut [Filled], leaving: &str) -> Result<()> {
	let place = |list: &Filled| {
		list.sits.iter().copied().find(|place| list.names.get(usize::from(*place)).is_some_and(|name| name == leaving))
	};
	let Some((list, place)) = lists.iter_mut().find_map(|list| place(list).map(|place| (list, place))) else {
		return Err(Error::field("leaving", FieldFault::HasNoSeat { name: leaving.to_owned() }));
	};
	let next = list.filling.fill_vacancy(&list.candidates, &list.used, place);
	let next = next.map_err(|tie| undecided(&tie, &list.members.list, &list.names))?;
	list.sits.retain(|seated| *seated != place);
	let names: Vec<&str> = list.names.iter().map(String::as_str).collect();
	let names = Names { options: &names, regions: &[] };
	let (next, trace) = match next {
		None => (None, Vec::new()),
		Some((next, working)) => {
			list.sits.push(next);
			list.used.push(next);
			(names.options.get(usize::from(next)).map(|name| (*name).to_owned()), trace(&working, names))
		}
	};
	list.members.replacements.push(Replacement { leaving: leaving.to_owned(), next, trace });
	Ok(())
}

fn undecided(LotNeeded { candidates, places }: &LotNeeded, list: &str, names: &[String]) -> Error {
	let tied = candidates.iter().filter_map(|place| names.get(usize::from(*place))).cloned().collect();
	Error::ListTie { list: list.to_owned(), tied, places: *places }
}

/// Fills the seats of every list that won some.
pub fn fill(
	rule: &RulePlan,
	contest: Option<&ContestPlan>,
	ballots: &Ballots,
	seats: &[u32],
	lists: &[&str],
	lot: Option<[u8; 32]>,
) -> Result<Vec<Filled>> {
	let Some(filling) = rule.within()? else { return Ok(Vec::new()) };
	filling.check()?;
	let Some(contest) = contest else {
		return Err(Error::field("within", FieldFault::CandidatesNotNamed));
	};
	let Ballots::Counted { preferences, .. } = ballots else { return Ok(Vec::new()) };
	if preferences.is_none() && filling.by == FillBy::Preferences {
		return Err(Error::field("within.by", FieldFault::PreferencesUnknown));
	}
	let mut members = Vec::new();
	for (place, ((plan, list), seats)) in contest.lists.iter().zip(lists).zip(seats).enumerate() {
		if *seats == 0 {
			continue;
		}
		let preferences = preferences.as_ref().and_then(|lists| lists.get(place)).map_or(&[][..], Vec::as_slice);
		let mut candidates = Vec::new();
		for (place, candidate) in plan.candidates().iter().enumerate() {
			let sex = match candidate.sex()? {
				Some(sex) => sex,
				// Without a share for women and vacancies by sex nobody asks for it.
				None if filling.women.is_none() && !filling.vacancy_keeps_sex => Sex::Man,
				None => {
					let candidate = candidate.name().to_owned();
					let fault = FieldFault::SexMissing { candidate, list: (*list).to_owned() };
					return Err(Error::field("lists.candidates", fault));
				}
			};
			candidates.push(ListCandidate { sex, preferences: preferences.get(place).copied().unwrap_or(0) });
		}
		if candidates.is_empty() {
			let fault = FieldFault::SeatsWithoutCandidates { list: (*list).to_owned() };
			return Err(Error::field("lists.candidates", fault));
		}
		let names: Vec<String> = plan.candidates().iter().map(|candidate| candidate.name().to_owned()).collect();
		// Each list has a seed of its own, as on the chain.
		let number = OptionIndex::try_from(place).unwrap_or(OptionIndex::MAX);
		let filling = lot.map_or(filling, |drawn| filling.with_lot(drawn, number));
		let filled = filling.fill(&candidates, *seats).map_err(|tie| undecided(&tie, list, &names))?;
		let borrowed: Vec<&str> = names.iter().map(String::as_str).collect();
		let name = |place: &OptionIndex| borrowed.get(usize::from(*place)).map(|name| (*name).to_owned());
		members.push(Filled {
			members: Members {
				list: (*list).to_owned(),
				elected: filled.elected.iter().filter_map(name).collect(),
				vacant: filled.vacant,
				trace: trace(&filled.working, Names { options: &borrowed, regions: &[] }),
				replacements: Vec::new(),
			},
			filling,
			candidates,
			sits: filled.elected.clone(),
			used: filled.elected,
			names,
		});
	}
	Ok(members)
}

#[cfg(all(test, feature = "definition"))]
mod tests {
	use super::*;
	use electoral_rules::{Facts, Votes};

	/// What the chain does with the definition: `pallets/tally/src/seat.rs`.
	fn on_the_chain(
		contest: &ContestPlan,
		preferences: &[Vec<u64>],
		seats: &[u32],
		drawn: [u8; 32],
	) -> Vec<Vec<String>> {
		let lists = contest.contest_lists(0).expect("well formed").expect("the rule fills lists");
		let mut all = Vec::new();
		for (number, ((slate, marks), seats)) in (0u16..).zip(lists.slates.iter().zip(preferences).zip(seats)) {
			let candidates: Vec<ListCandidate> = slate
				.iter()
				.zip(marks)
				.map(|(candidate, marks)| ListCandidate { sex: candidate.sex.unwrap_or(Sex::Man), preferences: *marks })
				.collect();
			let filled = lists.filling.with_lot(drawn, number).fill(&candidates, *seats).expect("the lot decides");
			let name = |place: &u16| String::from_utf8_lossy(&slate[usize::from(*place)].name).into_owned();
			all.push(filled.elected.iter().map(name).collect());
		}
		all
	}

	#[test]
	fn files_and_the_chain_seat_the_same() {
		let list = |name: &str, count: u8| {
			let sex = |n| if n % 3 == 0 { "F" } else { "M" };
			let candidates: Vec<_> =
				(0..count).map(|n| format!("{{ name = \"{name} {n}\", sex = \"{}\" }}", sex(n))).collect();
			format!("{{ name = \"{name}\", candidates = [{}] }}", candidates.join(", "))
		};
		let lists = [list("Alpha", 9), list("Beta", 6), list("Gamma", 7)].join(", ");
		let text = format!(
			"title = \"Lists\"\npreferences = 1\nlists = [{lists}]\n[rule]\nkind = \"lists\"\nseats = 12\n\
			 within = {{ by = \"preferences\", women = \"30%\", vacancy_keeps_sex = true, ties = \"lot\" }}"
		);
		let contest: ContestPlan = toml::from_str(&text).expect("a contest");
		let marks = vec![vec![5, 9, 9, 0, 9, 3, 1, 9, 2], vec![4, 4, 4, 4, 4, 4], vec![0; 7]];
		let (seats, names) = ([5, 4, 3], ["Alpha", "Beta", "Gamma"]);
		let ballots = |preferences| Ballots::Counted {
			votes: Votes { options: Vec::new(), regions: Vec::new() },
			facts: Facts::default(),
			regions: Vec::new(),
			preferences: Some(preferences),
		};
		for drawn in (0..9).map(|n| [n; 32]) {
			let filled = fill(&contest.rule, Some(&contest), &ballots(marks.clone()), &seats, &names, Some(drawn));
			let filled = filled.expect("the lot decides");
			let elected: Vec<_> = filled.into_iter().map(|list| list.members.elected).collect();
			assert_eq!(elected, on_the_chain(&contest, &marks, &seats, drawn), "{drawn:?}");
		}
		let undrawn = fill(&contest.rule, Some(&contest), &ballots(marks), &seats, &names, None);
		assert!(matches!(undrawn.err(), Some(Error::ListTie { .. })));
	}
}

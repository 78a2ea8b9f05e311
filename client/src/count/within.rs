//! Who sits on the seats of the lists, where the rule says it and the contest names the candidates.

use super::ballots::Ballots;
use crate::{
	error::{Failure, Result},
	plan::ContestPlan,
	rule_file::{wrong, RulePlan},
	trace::{trace, Names, TraceStep},
};
use electoral_rules::{FillBy, ListCandidate, LotNeeded, Sex};
use serde::Serialize;

/// The members of one list.
#[derive(Debug, Serialize)]
pub(super) struct Members {
	/// The list.
	pub list: String,
	/// Who sits, in the order in which the rule reached them.
	pub elected: Vec<String>,
	/// Seats without a candidate.
	pub vacant: u32,
	/// How it came about.
	pub trace: Vec<TraceStep>,
}

/// Fills the seats of every list that won some.
pub(super) fn fill(
	rule: &RulePlan,
	contest: Option<&ContestPlan>,
	ballots: &Ballots,
	seats: &[u32],
	lists: &[&str],
	lot: Option<[u8; 32]>,
) -> Result<Vec<Members>> {
	let Some(mut filling) = rule.within()? else { return Ok(Vec::new()) };
	filling.ties = lot.map_or(filling.ties, |drawn| filling.ties.with_seed(drawn));
	let Some(contest) = contest else {
		return Err(wrong("within", "the rule says who sits on a list, but the file does not name its candidates")
			.hint(
				"write a contest: lists = [{ name = …, candidates = [{ name = …, sex = \"F\" }, …] }], then [rule]",
			));
	};
	let Ballots::Counted { preferences, .. } = ballots else { return Ok(Vec::new()) };
	if preferences.is_none() && filling.by == FillBy::Preferences {
		return Err(wrong("within.by", "the file holds no preferences, and the rule fills the lists by them").hint(
			"give the ballots with their preferences, or leave [rule.within] out to see the seats of the lists only",
		));
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
					return Err(wrong(
						"lists.candidates",
						&format!("the sex of {} ({list}) is missing", candidate.name()),
					))
				}
			};
			candidates.push(ListCandidate { sex, preferences: preferences.get(place).copied().unwrap_or(0) });
		}
		if candidates.is_empty() {
			return Err(wrong("lists.candidates", &format!("{list} has seats and no candidate is named")));
		}
		let names: Vec<&str> = plan.candidates().iter().map(|candidate| candidate.name()).collect();
		let name = |place: &u16| names.get(usize::from(*place)).map_or_else(String::new, |name| (*name).to_owned());
		let filled = filling.fill(&candidates, *seats).map_err(|LotNeeded { candidates, places }| {
			let tied: Vec<String> = candidates.iter().map(name).collect();
			Failure::new(format!(
				"within.ties: nothing decides between {} of {list} for {places} of its seats",
				tied.join(", ")
			))
			.hint(
				"state `ties` under [rule.within], such as list-order; or draw a lot in public and give it with --lot",
			)
		})?;
		members.push(Members {
			list: (*list).to_owned(),
			elected: filled.elected.iter().map(name).collect(),
			vacant: filled.vacant,
			trace: trace(&filled.working, Names { options: &names, regions: &[] }),
		});
	}
	Ok(members)
}

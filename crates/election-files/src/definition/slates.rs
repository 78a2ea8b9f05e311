//! Who stands on lists, and for which lists candidates of districts stand.

use super::bounds::{bounded, text};
use crate::{
	contest::{number, CandidatePlan, ContestPlan},
	error::{Error, FieldFault, Result},
	rule::RulePlan,
};
use dobush_primitives::{Affiliation, Affiliations, ContestId, ContestLists, Slate, SlateCandidate};
use electoral_rules::FillBy;

impl ContestPlan {
	/// The candidates of the lists, where the rule says how their seats are filled. They are not on the chain otherwise.
	pub fn contest_lists(&self, number: u8) -> Result<Option<ContestLists>> {
		let Some(filling) = self.rule.within()? else { return Ok(None) };
		if filling.by == FillBy::Preferences && self.preferences.is_none() {
			return Err(Error::field("within.by", FieldFault::NoPreferences));
		}
		let mut slates = Vec::new();
		for list in &self.lists {
			if list.candidates().is_empty() {
				let fault = FieldFault::NobodyOnList { list: list.name().to_owned() };
				return Err(Error::field("lists.candidates", fault));
			}
			let candidates = list.candidates().iter().map(|candidate| {
				let sex = candidate.sex()?;
				let (name, list) = (candidate.name(), list.name());
				if sex.is_none() && filling.counts_sexes() {
					let fault = FieldFault::SexMissing { candidate: name.to_owned(), list: list.to_owned() };
					return Err(Error::field("lists.candidates", fault));
				}
				if candidate.list().is_some() {
					let fault = FieldFault::StandsAlready { candidate: name.to_owned(), list: list.to_owned() };
					return Err(Error::field("lists.candidates", fault));
				}
				Ok(SlateCandidate { name: text(name, "lists.candidates")?, sex })
			});
			slates.push(bounded(candidates.collect::<Result<Vec<_>>>()?, "lists.candidates")?);
		}
		slates.extend(self.against_all.iter().map(|_| Slate::new()));
		Ok(Some(ContestLists { contest: ContestId(number), filling, slates: bounded(slates, "lists")? }))
	}

	/// Whether seats won in districts may replace its threshold.
	fn counts_direct_seats(&self) -> bool {
		let (RulePlan::Lists(plan) | RulePlan::RegionalLists(plan)) = &self.rule else { return false };
		plan.direct_seats.is_some()
	}
}

/// Which candidates of districts stand for which lists.
pub(super) fn affiliations(contests: &[ContestPlan]) -> Result<Affiliations> {
	let mut all = Vec::new();
	for (district, contest) in contests.iter().enumerate() {
		for (candidate, plan) in contest.candidates.iter().enumerate() {
			let Some(name) = CandidatePlan::list(plan) else { continue };
			let before = all.len();
			for (lists, other) in contests.iter().enumerate().filter(|(_, other)| other.counts_direct_seats()) {
				if let Some(list) = other.lists.iter().position(|list| list.name() == name) {
					all.push(Affiliation {
						lists: number(lists, "contests").map(ContestId)?,
						district: number(district, "contests").map(ContestId)?,
						candidate: number(candidate, "candidates")?,
						list: number(list, "lists")?,
					});
				}
			}
			if all.len() == before {
				let fault = FieldFault::NoListForDistrict { list: name.to_owned() };
				return Err(Error::field(format!("candidates.{}", plan.name()), fault));
			}
		}
	}
	all.sort();
	bounded(all, "candidates who stand for lists")
}

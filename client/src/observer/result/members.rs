//! Who sits on the seats of lists, as the chain has it, by name.

use crate::{
	chain::{decode::text, views, View},
	error::Result,
};
use dobush_primitives::{Contest, ContestLists, ElectionId, ListMembers};
use electoral_rules::sheet;
use serde::Serialize;

/// The members of one list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Members {
	/// The name of the list.
	pub list: String,
	/// The names of the members in office, in the order in which they took their seats.
	pub sitting: Vec<String>,
	/// The number of seats for which the list had no candidate from the start.
	pub vacant: u32,
	/// The names of the candidates between whom a lot is still to be drawn.
	#[serde(skip_serializing_if = "Vec::is_empty")]
	pub tied: Vec<String>,
	/// Who left, and who followed; nobody if the list was used up.
	#[serde(skip_serializing_if = "Vec::is_empty")]
	pub left: Vec<(String, Option<String>)>,
	/// How the seats were filled, step by step.
	pub working: Vec<String>,
}

impl Members {
	/// By the names of the candidates.
	pub fn of(list: String, names: &[String], members: &ListMembers) -> Self {
		let name =
			|place: u16| names.get(usize::from(place)).cloned().unwrap_or_else(|| format!("candidate {}", place + 1));
		let named = |places: &[u16]| places.iter().copied().map(name).collect::<Vec<_>>();
		let borrowed: Vec<&str> = names.iter().map(String::as_str).collect();
		let (vacant, tied, working) = match &members.filled {
			Ok(filled) => (filled.vacant, Vec::new(), sheet(&filled.working, &borrowed, &[])),
			Err(lot) => (0, named(&lot.candidates), Vec::new()),
		};
		let left = members.replacements.iter().map(|gone| (name(gone.leaving), gone.next.map(name))).collect();
		Self { list, sitting: named(&members.sitting()), vacant, tied, left, working }
	}

	/// In a few sentences.
	pub fn words(&self) -> String {
		let mut words = format!("{}: {}", self.list, self.sitting.join(", "));
		if !self.tied.is_empty() {
			words.push_str(&format!("a lot must be drawn between {}", self.tied.join(", ")));
		}
		if self.vacant > 0 {
			words.push_str(&format!("; {} vacant", self.vacant));
		}
		for (leaving, next) in &self.left {
			let next = next.as_deref().unwrap_or("nobody, for the list is used up");
			words.push_str(&format!("\n{leaving} left, followed by {next}"));
		}
		words
	}
}

/// Reads them at a block; none before the seats are shared.
pub(crate) async fn fetch(
	view: &View<'_>,
	election: ElectionId,
	contest: &Contest,
	lists: &ContestLists,
) -> Result<Vec<Members>> {
	let members = view.ask(&views::tally::MEMBERS, &(election, lists.contest)).await?;
	let named = |members: ListMembers| {
		let list = usize::from(members.list);
		let names = lists.slates.get(list).into_iter().flatten().map(|candidate| text(&candidate.name));
		let title = contest.options.get(list).map(|option| text(&option.name)).unwrap_or_default();
		Members::of(title, &names.collect::<Vec<_>>(), &members)
	};
	Ok(members.into_iter().map(named).collect())
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_primitives::Replacement;
	use electoral_rules::{Filled, LotNeeded, Step};

	#[test]
	fn who_sits_and_who_left_is_said_by_name() {
		let names = ["Aida", "Bek", "Cholpon"].map(str::to_owned);
		let working = vec![Step::SeatByOrder { option: 0 }, Step::SeatByPreferences { option: 2, votes: 7 }];
		let filled = Ok(Filled { elected: vec![0, 2], vacant: 1, working });
		let left = |leaving, next| Replacement { leaving, next, lot: None };
		let members = ListMembers { list: 0, filled, replacements: vec![left(0, Some(1)), left(2, None)] };
		let members = Members::of("Alpha".to_owned(), &names, &members);
		assert_eq!((members.sitting.clone(), members.working.len()), (vec!["Bek".to_owned()], 2));
		let words = "Alpha: Bek; 1 vacant\nAida left, followed by Bek\nCholpon left, followed by nobody, for the list is used up";
		assert_eq!(members.words(), words);
		let filled = Err(LotNeeded { candidates: vec![0, 1], places: 1 });
		let tied = Members::of("Alpha".to_owned(), &names, &ListMembers { list: 0, filled, replacements: vec![] });
		assert_eq!(tied.words(), "Alpha: a lot must be drawn between Aida, Bek");
	}
}

//! A selection of a ballot, in words.

use dobush_client::chain::decode::text;
use dobush_primitives::{Contest, Slate};
use electoral_rules::Selection;

/// What a selection says in its contest; none is an invalid vote.
pub fn selection(contest: &Contest, selection: Option<&Selection>) -> String {
	let name =
		|option: &u16| contest.options.get(usize::from(*option)).map_or_else(String::new, |option| text(&option.name));
	let names = |options: &[u16], between: &str| options.iter().map(name).collect::<Vec<_>>().join(between);
	match selection {
		None => "an invalid vote".to_owned(),
		Some(Selection::Option(option)) => name(option),
		Some(Selection::Declined) => "declined".to_owned(),
		Some(Selection::Approvals(options)) => names(options, ", "),
		Some(Selection::Ranking(order)) => names(order, " > "),
		Some(Selection::List { list, preferences }) if preferences.is_empty() => name(list),
		Some(Selection::List { list, preferences }) => {
			let places: Vec<_> = preferences.iter().map(|place| (u32::from(*place) + 1).to_string()).collect();
			format!("{}: candidates {}", name(list), places.join(", "))
		}
	}
}

/// The same with the numbers of the options on the ballot, and with the names of marked candidates where the lists are known.
pub fn numbered(contest: &Contest, selection: Option<&Selection>, slates: Option<&[Slate]>) -> String {
	let option = |option: &u16| {
		let name = contest.options.get(usize::from(*option)).map_or_else(String::new, |option| text(&option.name));
		format!("{name} (option {})", u32::from(*option) + 1)
	};
	let options = |options: &[u16], between: &str| options.iter().map(option).collect::<Vec<_>>().join(between);
	match selection {
		None => "an invalid vote: it counts for nobody".to_owned(),
		Some(Selection::Declined) => "declined: you take no part in this contest".to_owned(),
		Some(Selection::Option(one)) => option(one),
		Some(Selection::Approvals(set)) => options(set, ", "),
		Some(Selection::Ranking(order)) => options(order, " > "),
		Some(Selection::List { list, preferences }) if preferences.is_empty() => option(list),
		Some(Selection::List { list, preferences }) => {
			let slate = slates.and_then(|slates| slates.get(usize::from(*list)));
			let marked = preferences.iter().map(|place| {
				let name = slate.and_then(|slate| slate.get(usize::from(*place)));
				let name = name.map_or_else(String::new, |candidate| format!(" {}", text(&candidate.name)));
				format!("{}{name}", u32::from(*place) + 1)
			});
			format!("{}: candidates {}", option(list), marked.collect::<Vec<_>>().join(", "))
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use election_files::definition::DefinitionFile;

	#[test]
	fn selections_are_said_with_the_names_of_the_options() {
		let plan = DefinitionFile::parse(include_str!("../../../crates/election-files/examples/definition.toml"))
			.expect("it is in the repository");
		let definition = plan.definition().expect("it is in the repository");
		let contest = definition.contests.first().expect("it has some");
		let said = |what: Selection| selection(contest, Some(&what));
		assert_eq!(said(Selection::Option(1)), "Mekenim Kyrgyzstan");
		assert_eq!(said(Selection::Declined), "declined");
		assert_eq!(said(Selection::Ranking(vec![1, 0])), "Mekenim Kyrgyzstan > Birimdik");
		assert_eq!(said(Selection::Approvals(vec![0, 1])), "Birimdik, Mekenim Kyrgyzstan");
		assert_eq!(said(Selection::List { list: 1, preferences: Vec::new() }), "Mekenim Kyrgyzstan");
		assert_eq!(said(Selection::List { list: 1, preferences: vec![0, 53] }), "Mekenim Kyrgyzstan: candidates 1, 54");
		assert_eq!(selection(contest, None), "an invalid vote");
		let with_numbers = |what: Selection| numbered(contest, Some(&what), None);
		assert_eq!(with_numbers(Selection::Option(1)), "Mekenim Kyrgyzstan (option 2)");
		let ranked = with_numbers(Selection::Ranking(vec![1, 0]));
		assert_eq!(ranked, "Mekenim Kyrgyzstan (option 2) > Birimdik (option 1)");
		let marked = with_numbers(Selection::List { list: 1, preferences: vec![0, 53] });
		assert_eq!(marked, "Mekenim Kyrgyzstan (option 2): candidates 1, 54");
	}
}

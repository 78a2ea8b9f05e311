//! Choices in the words of the command line: names, numbers, rankings, lists with preferences.

use crate::failure::{Failure, Result};
use dobush_client::{ballot::Paper, chain::decode::text};
use dobush_primitives::Contest;
use electoral_rules::{BallotFormat, Selection};

/// Reads choices, one for each contest; none is an invalid vote.
pub(super) fn parse_choices(paper: &Paper, choices: &[String]) -> Result<Vec<Option<Selection>>> {
	let contests: Vec<_> = paper.contests().collect();
	if contests.len() != choices.len() {
		return Err(Failure::new(format!(
			"the ballot has {} contests and {} choices were given",
			contests.len(),
			choices.len()
		))
		.hint("`dobush voter ballot` shows the ballot; give one --choice for each contest, in its order"));
	}
	contests.iter().zip(choices).map(|((_, contest), choice)| parse_choice(contest, choice)).collect()
}

/// Reads a choice in the words of its contest's format. Whether it is legal, [`Paper::seal_selections`] says.
fn parse_choice(contest: &Contest, choice: &str) -> Result<Option<Selection>> {
	let option = |word: &str| option_of(contest, word.trim());
	Ok(Some(match (choice, contest.format) {
		("invalid", _) => return Ok(None),
		("decline", _) => Selection::Declined,
		(_, BallotFormat::Single | BallotFormat::SingleOrDecline) => Selection::Option(option(choice)?),
		(_, BallotFormat::Ranking { .. }) => {
			Selection::Ranking(choice.split('>').map(option).collect::<Result<Vec<_>>>()?)
		}
		(_, BallotFormat::Approvals { .. }) => {
			Selection::Approvals(choice.split('+').map(option).collect::<Result<Vec<_>>>()?)
		}
		(_, BallotFormat::ListPreferences { .. }) => {
			// The name of a list may have a colon.
			let parts = choice.rsplit_once(':').filter(|_| option(choice).is_err());
			let (list, places) = parts.map_or((choice, None), |(list, places)| (list, Some(places)));
			let place = |word: &str| {
				word.trim().parse::<u16>().ok().and_then(|n| n.checked_sub(1)).ok_or_else(|| {
					Failure::new(format!("`{}` is no candidate's place on the list", word.trim()))
						.hint("write the list, a colon, and the candidates' numbers on it: \"Birimdik: 3, 11\"")
				})
			};
			let preferences =
				places.map(|places| places.split(',').map(place).collect::<Result<Vec<_>>>()).transpose()?;
			Selection::List { list: option(list)?, preferences: preferences.unwrap_or_default() }
		}
	}))
}

/// An option by its name, or by its number from 1.
fn option_of(contest: &Contest, word: &str) -> Result<u16> {
	let by_name = contest.options.iter().position(|option| text(&option.name) == *word);
	let by_number = word.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < contest.options.len());
	by_name.or(by_number).and_then(|n| u16::try_from(n).ok()).ok_or_else(|| {
		Failure::new(format!("`{word}` is no option of `{}`", text(&contest.title)))
			.hint("`dobush voter ballot` shows the options and their numbers")
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use election_files::definition::DefinitionFile;

	fn contest(format: BallotFormat) -> Contest {
		let plan = DefinitionFile::parse(include_str!("../../../crates/election-files/examples/definition.toml"))
			.expect("it is in the repository");
		let definition = plan.definition().expect("it is in the repository");
		Contest { format, ..definition.contests.first().cloned().expect("it has some") }
	}

	#[test]
	fn choices_are_read_in_the_words_of_the_format() {
		let read = |format, choice: &str| parse_choice(&contest(format), choice).map_err(|failure| failure.to_string());
		let ranking = BallotFormat::Ranking { most: 5 };
		assert_eq!(read(ranking, "Birimdik > 3>2"), Ok(Some(Selection::Ranking(vec![0, 2, 1]))));
		assert_eq!(read(BallotFormat::Approvals { most: 5 }, "4 + 1"), Ok(Some(Selection::Approvals(vec![3, 0]))));
		let lists = BallotFormat::ListPreferences { places: 54, most: 2 };
		let list = |preferences: &[u16]| Ok(Some(Selection::List { list: 1, preferences: preferences.to_vec() }));
		assert_eq!(read(lists, "2"), list(&[]));
		assert_eq!(read(lists, "Mekenim Kyrgyzstan: 3, 11"), list(&[2, 10]));
		assert_eq!(read(BallotFormat::Single, "Birimdik"), Ok(Some(Selection::Option(0))));
		assert_eq!(read(BallotFormat::SingleOrDecline, "decline"), Ok(Some(Selection::Declined)));
		assert_eq!(read(ranking, "invalid"), Ok(None));
		for (format, wrong) in
			[(ranking, "1 > nobody"), (ranking, ""), (lists, "2: 0"), (lists, "2: x"), (lists, "x: 1")]
		{
			assert!(read(format, wrong).is_err(), "{wrong}");
		}
	}
}

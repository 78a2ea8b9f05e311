//! Choices in the words of the command line: names, numbers, rankings, lists with preferences.
//!
//! What is written is read in every way in which it can be read. Where two of them differ it is refused, and the answer says how
//! each of them is written so that only it can be meant: `#2` is a number, `"A + B"` a name, `#invalid` a word.

use dobush_client::{ballot::Paper, chain::decode::text};
use dobush_primitives::{Contest, ContestId};
use electoral_rules::{BallotFormat, Selection};

/// Why a choice is not one selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceFault {
	/// There is not one choice for each contest.
	Count {
		/// How many contests the ballot has.
		contests: usize,
		/// How many choices were given.
		choices: usize,
	},
	/// A part is no option of the contest, neither by name nor by number.
	NoOption {
		/// The part.
		part: String,
		/// The contest.
		contest: String,
	},
	/// A part is no place on a list.
	NoPlace {
		/// The part.
		part: String,
	},
	/// The contest has no such choice: nobody declines it.
	CannotDecline {
		/// The contest.
		contest: String,
	},
	/// It can be read in several ways.
	Ambiguous {
		/// What was written.
		choice: String,
		/// The contest.
		contest: String,
		/// Two of the ways, each in words and as it is written without doubt.
		readings: Box<[(String, String); 2]>,
	},
}

/// Reads choices, one for each contest; none is an invalid vote.
pub fn parse_choices(paper: &Paper, choices: &[String]) -> Result<Vec<Option<Selection>>, ChoiceFault> {
	let contests: Vec<(ContestId, &Contest)> = paper.contests().collect();
	if contests.len() != choices.len() {
		return Err(ChoiceFault::Count { contests: contests.len(), choices: choices.len() });
	}
	contests.iter().zip(choices).map(|((_, contest), choice)| parse_choice(contest, choice)).collect()
}

/// Reads a choice in the words of its contest's format. Whether it is legal, [`Paper::seal_selections`] says.
fn parse_choice(contest: &Contest, choice: &str) -> Result<Option<Selection>, ChoiceFault> {
	let readings = readings(contest, choice.trim());
	match readings.as_slice() {
		[only] => Ok(only.clone()),
		[first, second, ..] => Err(ChoiceFault::Ambiguous {
			choice: choice.to_owned(),
			contest: text(&contest.title),
			readings: Box::new([first, second].map(|one| {
				(crate::words::selection::numbered(contest, one.as_ref(), None), without_doubt(one.as_ref()))
			})),
		}),
		[] => Err(fault(contest, choice.trim())),
	}
}

/// Everything that a choice can mean, each once; no more than are needed to see that it is ambiguous.
fn readings(contest: &Contest, choice: &str) -> Vec<Option<Selection>> {
	let mut found: Vec<Option<Selection>> = Vec::new();
	let mut add = |one: Option<Selection>| {
		if !found.contains(&one) {
			found.push(one);
		}
	};
	let declines = contest.format == BallotFormat::SingleOrDecline;
	match choice {
		"invalid" | "#invalid" => add(None),
		"decline" | "#decline" if declines => add(Some(Selection::Declined)),
		_ => {}
	}
	match contest.format {
		BallotFormat::Single | BallotFormat::SingleOrDecline => {
			options(contest, choice).into_iter().for_each(|option| add(Some(Selection::Option(option))));
		}
		BallotFormat::Ranking { .. } => {
			sequences(contest, choice, '>').into_iter().for_each(|order| add(Some(Selection::Ranking(order))));
		}
		BallotFormat::Approvals { .. } => {
			for mut set in sequences(contest, choice, '+') {
				// The order in which options are named says nothing.
				set.sort_unstable();
				add(Some(Selection::Approvals(set)));
			}
		}
		BallotFormat::ListPreferences { .. } => {
			let list = |list, preferences| Some(Selection::List { list, preferences });
			options(contest, choice).into_iter().for_each(|option| add(list(option, Vec::new())));
			for at in separators(choice, ':') {
				let (name, places) = choice.split_at(at);
				let Some(places) = places.strip_prefix(':').and_then(places_of) else { continue };
				options(contest, name.trim()).into_iter().for_each(|option| add(list(option, places.clone())));
			}
		}
	}
	found
}

/// The options that a part can mean: by its name, and by its number from 1. `"…"` is a name only, `#…` a number only.
fn options(contest: &Contest, part: &str) -> Vec<u16> {
	let numbered = || (0u16..).zip(&contest.options);
	if let Some(number) = part.strip_prefix('#') {
		return numbered().filter(|(option, _)| number_is(number, *option)).map(|(option, _)| option).collect();
	}
	let quoted = part.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(|name| name.replace("\"\"", "\""));
	let matches = |(option, choice): &(u16, &dobush_primitives::Choice)| {
		let name = text(&choice.name);
		let name = name.trim();
		name == part || quoted.as_deref() == Some(name) || number_is(part, *option)
	};
	numbered().filter(matches).map(|(option, _)| option).collect()
}

fn number_is(digits: &str, option: u16) -> bool {
	digits.trim().parse::<u32>().is_ok_and(|number| number == u32::from(option) + 1)
}

/// Every way to read options one after the other. A name may have the separator in it.
fn sequences(contest: &Contest, choice: &str, separator: char) -> Vec<Vec<u16>> {
	/// So many show that it is ambiguous; no ballot has more parts than ranks or options.
	const ENOUGH: usize = 16;
	let mut whole: Vec<Vec<u16>> = Vec::new();
	let mut open: Vec<(Vec<u16>, &str)> = vec![(Vec::new(), choice)];
	while let Some((before, rest)) = open.pop() {
		let mut ends = separators(rest, separator);
		ends.push(rest.len());
		for end in ends {
			let (part, after) = rest.split_at(end);
			for option in options(contest, part.trim()) {
				let order: Vec<u16> = before.iter().copied().chain([option]).collect();
				match after.strip_prefix(separator) {
					Some(after) => open.push((order, after)),
					None => whole.push(order),
				}
			}
		}
		if whole.len() >= ENOUGH || open.len() > 4096 {
			break;
		}
	}
	whole.sort_unstable_by_key(|order| std::cmp::Reverse(order.len()));
	whole
}

/// Where a separator stands outside quotation marks.
fn separators(choice: &str, separator: char) -> Vec<usize> {
	let mut inside = false;
	let mut found = Vec::new();
	for (at, letter) in choice.char_indices() {
		if letter == '"' {
			inside = !inside;
		} else if letter == separator && !inside {
			found.push(at);
		}
	}
	found
}

fn places_of(places: &str) -> Option<Vec<u16>> {
	let place = |word: &str| word.trim().parse::<u16>().ok().and_then(|number| number.checked_sub(1));
	places.split(',').map(place).collect()
}

/// What is wrong with a choice that can be read in no way: the first part that is nothing.
fn fault(contest: &Contest, choice: &str) -> ChoiceFault {
	let title = || text(&contest.title);
	if matches!(choice, "decline" | "#decline") {
		return ChoiceFault::CannotDecline { contest: title() };
	}
	let separator = match contest.format {
		BallotFormat::Single | BallotFormat::SingleOrDecline => None,
		BallotFormat::Ranking { .. } => Some('>'),
		BallotFormat::Approvals { .. } => Some('+'),
		BallotFormat::ListPreferences { .. } => Some(':'),
	};
	let ends = separator.map(|separator| separators(choice, separator)).unwrap_or_default();
	let mut begin = 0;
	for end in ends.into_iter().chain([choice.len()]) {
		let part = choice.get(begin..end).unwrap_or_default().trim();
		let after_list = begin > 0 && matches!(contest.format, BallotFormat::ListPreferences { .. });
		if after_list {
			let bad = part.split(',').map(str::trim).find(|place| places_of(place).is_none());
			return ChoiceFault::NoPlace { part: bad.unwrap_or(part).to_owned() };
		}
		if options(contest, part).is_empty() {
			return ChoiceFault::NoOption { part: part.to_owned(), contest: title() };
		}
		begin = end + 1;
	}
	ChoiceFault::NoOption { part: choice.to_owned(), contest: title() }
}

/// A selection as it is written so that only it can be meant.
fn without_doubt(selection: Option<&Selection>) -> String {
	let number = |option: &u16| format!("#{}", u32::from(*option) + 1);
	let joined = |options: &[u16], between: &str| options.iter().map(number).collect::<Vec<_>>().join(between);
	match selection {
		None => "#invalid".to_owned(),
		Some(Selection::Declined) => "#decline".to_owned(),
		Some(Selection::Option(option)) => number(option),
		Some(Selection::Ranking(order)) => joined(order, " > "),
		Some(Selection::Approvals(set)) => joined(set, " + "),
		Some(Selection::List { list, preferences }) if preferences.is_empty() => number(list),
		Some(Selection::List { list, preferences }) => {
			let places: Vec<String> = preferences.iter().map(|place| (u32::from(*place) + 1).to_string()).collect();
			format!("{}: {}", number(list), places.join(", "))
		}
	}
}

#[cfg(test)]
mod tests;

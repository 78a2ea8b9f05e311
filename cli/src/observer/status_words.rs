//! How an election stands, in words and tables.

use crate::output::{self, number, percent, Columns};
use dobush_client::observer::status::{Standing, UnitStanding};
use election_files::definition::show_moment;

pub(crate) fn words(standing: &Standing) -> String {
	let mut words = format!(
		"{}\nphase            {}\nroll closes      {}\npolls open       {}\npolls close      {}\nkey ceremony     {}\n",
		standing.title,
		standing.phase,
		show_moment(standing.roll_closes_at),
		show_moment(standing.polls_open_at),
		show_moment(standing.polls_close_at),
		standing.ceremony
	);
	if let Some(result) = &standing.result {
		words.push_str(&format!("result           {result}\n"));
	}
	if let Some(moment) = standing.certifiable_from {
		words.push_str(&format!("certifiable from {}\n", show_moment(moment)));
	}
	let is_deniable = standing.units.iter().any(|unit| unit.unchecked.is_some());
	let rows = standing.units.iter().map(|unit| {
		let mut row = vec![
			unit.unit.clone(),
			number(unit.registered),
			number(unit.ballots),
			percent(unit.ballots.into(), unit.registered.into()),
			number(unit.replacements),
		];
		row.extend(unit.unchecked.into_iter().chain(unit.dropped).map(number));
		row
	});
	let voters = if standing.registered_so_far { "voters so far" } else { "voters" };
	let mut numbers = vec![voters, "ballots", "turnout", "replaced"];
	if is_deniable {
		// Credentials that do not count cast too, so this is no turnout.
		numbers = vec![voters, "ballots", "for each voter", "replaced", "unchecked", "dropped"];
	}
	words.push_str(&output::table(&Columns { words: &["unit"], numbers: &numbers }, rows));
	if !standing.lists.is_empty() {
		let rows = standing.lists.iter().map(|list| {
			vec![
				list.waits_for.clone(),
				list.unit.to_string(),
				list.list.clone(),
				number(list.ballots),
				list.mixes.to_string(),
			]
		});
		let columns = Columns { words: &["tally"], numbers: &["unit", "list", "entries", "mixes"] };
		words.push('\n');
		words.push_str(&output::table(&columns, rows));
	}
	if !standing.groups.is_empty() {
		let rows = standing.groups.iter().map(|group| {
			let figure = |figure: Option<u32>| figure.map_or_else(|| "not yet known".to_owned(), number);
			vec![group.units.join(", "), number(group.registered), figure(group.recorded), figure(group.counted)]
		});
		let columns = Columns { words: &["tallied together"], numbers: &["voters", "recorded", "counted"] };
		words.push('\n');
		words.push_str(&output::table(&columns, rows));
	}
	words.push_str(&format!("\nas of finalised block {}", number(standing.block)));
	words
}

/// One line about it.
pub(crate) fn line(standing: &Standing) -> String {
	let ballots: u32 = standing.units.iter().map(|unit| unit.ballots).sum();
	let registered: u32 = standing.units.iter().map(|unit| unit.registered).sum();
	let waits: Vec<String> =
		standing.lists.iter().map(|list| format!("unit {}, {}: {}", list.unit, list.words(), list.waits_for)).collect();
	let detail = match standing.phase.as_str() {
		"Preparing" => format!("{} voters so far; {}", number(registered), standing.ceremony),
		"RollClosed" => standing.ceremony.clone(),
		"Tallying" => waits.join("; "),
		_ => {
			let mut detail = format!("{} ballots of {} voters", number(ballots), number(registered));
			let sum =
				|of: fn(&UnitStanding) -> Option<u32>| standing.units.iter().filter_map(of).reduce(u32::saturating_add);
			// Credentials that do not count cast too; how many ballots wait for their check, anybody may know.
			if let (Some(unchecked), Some(dropped)) = (sum(|unit| unit.unchecked), sum(|unit| unit.dropped)) {
				detail.push_str(&format!(", {} unchecked, {} dropped", number(unchecked), number(dropped)));
			}
			detail
		}
	};
	format!("block {}: {}: {detail}", standing.block, standing.phase)
}

/// Whether something has changed; that voters are enrolled is no news, as it happens in every block before the roll closes.
pub(crate) fn is_news(last: &Standing, now: &Standing) -> bool {
	let mut last = Standing { block: now.block, ..last.clone() };
	if now.registered_so_far {
		for (before, unit) in last.units.iter_mut().zip(&now.units) {
			before.registered = unit.registered;
		}
	}
	last != *now
}

#[cfg(test)]
mod tests {
	use super::*;

	fn preparing() -> Standing {
		let unit = |name: &str, registered| UnitStanding {
			unit: name.to_owned(),
			registered,
			ballots: 0,
			replacements: 0,
			unchecked: None,
			dropped: None,
		};
		Standing {
			election: 7,
			title: "Council".to_owned(),
			phase: "Preparing".to_owned(),
			block: 12,
			roll_closes_at: 1,
			polls_open_at: 2,
			polls_close_at: 3,
			ceremony: "the key is made".to_owned(),
			registered_so_far: true,
			units: vec![unit("Bishkek", 1_200), unit("Osh", 34)],
			lists: Vec::new(),
			groups: Vec::new(),
			result: None,
			certifiable_from: None,
		}
	}

	#[test]
	fn voters_are_counted_so_far_until_the_roll_closes() {
		let preparing = preparing();
		assert!(words(&preparing).contains("voters so far"));
		let sum = format!("{} voters so far; the key is made", number(1_234u32));
		assert!(line(&preparing).contains(&sum), "{}", line(&preparing));
		let voting = Standing { phase: "Voting".to_owned(), registered_so_far: false, ..preparing };
		assert!(!words(&voting).contains("so far") && !line(&voting).contains("so far"));
	}

	#[test]
	fn another_voter_on_the_roll_is_no_news_before_it_closes() {
		let before = preparing();
		let mut now = Standing { block: 13, ..before.clone() };
		now.units[1].registered += 1;
		assert!(!is_news(&before, &now));
		now.ceremony = "none".to_owned();
		assert!(is_news(&before, &now));
		let fixed = Standing { registered_so_far: false, ..before.clone() };
		assert!(is_news(&before, &fixed));
		let mut wrong = fixed.clone();
		wrong.units[0].registered += 1;
		assert!(is_news(&fixed, &wrong), "a roll that was fixed does not change");
	}
}

//! A result as tables, and by what it is found again.

use super::status_words::boxes;
use crate::{
	output::{self, number, percent, Columns},
	report::{
		words::{fact, not_decided, NAMES_SEVERAL, NO_TURNOUT},
		Fact,
	},
	words::{
		course::{annulment, closing, opening},
		phase::phase,
	},
};
use dobush_client::{
	chain::{Block, Chain},
	observer::result::{matching::Matching, ContestKind, ContestResult, Counting, ElectionResult, Totals},
};
use election_files::definition::local_moment;
use electoral_rules::OptionKind;

/// By what a result is found again.
pub fn facts(chain: &Chain, block: Block, result: &ElectionResult) -> Vec<Fact> {
	let course = &result.course;
	let fact = |name: &str, value: String| Fact { name: name.to_owned(), value };
	let mut facts = vec![
		fact(fact::GENESIS, format!("{:?}", chain.genesis())),
		fact(fact::BLOCK, number(block.number)),
		fact(fact::BLOCK_HASH, format!("{:?}", block.hash)),
		fact(fact::BLOCK_TIME, local_moment(course.now, course.utc_offset)),
		fact(fact::ELECTION, result.election.to_string()),
	];
	facts.extend(result.digest.map(|digest| fact(fact::DIGEST, format!("0x{}", hex::encode(digest)))));
	facts
}

/// The result as tables.
pub fn result_words(result: &ElectionResult, working: bool) -> String {
	let course = &result.course;
	let mut words = format!(
		"{} (election {}, phase {:?}: {})\n",
		result.title,
		result.election,
		result.phase,
		phase(result.phase, result.digest.is_some())
	);
	if let Some(annulled) = &result.annulment {
		words.push_str(&format!("annulled {}\n", annulment(annulled, course)));
	}
	if let Some(election) = result.repeated_by {
		words.push_str(&format!("repeated by election {election}\n"));
	}
	for sentence in opening(course, "").into_iter().chain(closing(course)) {
		words.push_str(&format!("{sentence}\n"));
	}
	for contest in &result.contests {
		words.push('\n');
		words.push_str(&contest_words(contest, result.counting(), working));
	}
	if result.counting() != Counting::Counted && course.polls_opened_at.is_some() {
		words.push_str(&format!("\nballots in the boxes\n{}\n", boxes(&result.boxes, result.registered_so_far)));
		if result.is_deniable() {
			words.push_str(&format!("{NO_TURNOUT}\n"));
		}
	}
	for sentence in result.sorting.iter().flat_map(Matching::words) {
		words.push_str(&format!("\n{sentence}\n"));
	}
	if let Some(digest) = result.digest {
		words.push_str(&format!("\ndigest of the result: 0x{}", hex::encode(digest)));
	}
	let moment = local_moment(course.now, course.utc_offset);
	words.push_str(&format!("\nas of finalised block {}, {moment}", number(result.block)));
	words
}

fn contest_words(contest: &ContestResult, counting: Counting, working: bool) -> String {
	let (Some(totals), Some(votes)) = (contest.totals, contest.votes()) else {
		let names = contest.names();
		return format!("{}: {}\n  {}\n", contest.title, not_decided(counting), names.join("\n  "));
	};
	let mut words = votes_table(contest, totals, &votes);
	let registered = contest.registered.unwrap_or(0);
	let participants = totals.valid.saturating_add(totals.invalid);
	let declined = match totals.declined {
		0 => String::new(),
		declined => format!(", {} declined this question", number(declined)),
	};
	words.push_str(&format!(
		"\n{} ballots of {} voters, {} of them invalid{declined}. {}\n",
		number(participants),
		number(registered),
		number(totals.invalid),
		contest.verdict().unwrap_or_else(|| not_decided(counting).to_owned())
	));
	if contest.names_several {
		words.push_str(&format!("{NAMES_SEVERAL}\n"));
	}
	for members in &contest.members {
		words.push_str(&format!("{}\n", members.words()));
	}
	if working {
		words.push_str(&format!("\n{}\n", contest.working().join("\n")));
		for members in &contest.members {
			words.push_str(&format!("\n{}\n{}\n", members.list, members.working.join("\n")));
		}
	}
	words
}

/// The votes; with seats where the rule gives any.
fn votes_table(contest: &ContestResult, totals: Totals, votes: &[u64]) -> String {
	let participants = totals.valid.saturating_add(totals.invalid);
	let has_threshold = contest.options.iter().any(|option| option.passed.is_some());
	let has_seats = contest.kind == ContestKind::Seats && contest.options.iter().any(|option| option.seats.is_some());
	let rows = contest.options.iter().zip(votes).map(|(option, votes)| {
		let threshold = option.passed.map_or(String::new(), |passed| passed.words().to_owned());
		let seats = option.seats.filter(|_| option.kind != OptionKind::AgainstAll);
		let mut row = vec![option.name.clone()];
		row.extend(has_threshold.then_some(threshold));
		row.extend([number(*votes), percent(*votes, participants)]);
		row.extend(has_seats.then(|| seats.map_or(String::new(), |seats| seats.to_string())));
		row
	});
	let (title, threshold) = (contest.title.as_str(), ["threshold"]);
	let words: Vec<&str> = [title].into_iter().chain(threshold.into_iter().filter(|_| has_threshold)).collect();
	let numbers = ["votes", "of all ballots", "seats"];
	let numbers = if has_seats { &numbers[..] } else { &numbers[..2] };
	output::table(&Columns { words: &words, numbers }, rows)
}

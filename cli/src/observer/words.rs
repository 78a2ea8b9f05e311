//! A result as tables, and by what it is found again.

use crate::{
	output::{self, number, percent, Columns},
	report::Fact,
};
use dobush_client::{
	chain::{Block, Chain},
	observer::result::{matching::Matching, ElectionResult},
};
use electoral_rules::OptionKind;

/// By what a result is found again.
pub fn facts(chain: &Chain, block: Block, result: &ElectionResult) -> Vec<Fact> {
	let fact = |name: &str, value: String| Fact { name: name.to_owned(), value };
	let mut facts = vec![
		fact("Genesis of the chain", format!("{:?}", chain.genesis())),
		fact("Finalised block", number(block.number)),
		fact("Hash of the block", format!("{:?}", block.hash)),
		fact("Election", result.election.to_string()),
	];
	facts.extend(result.digest.map(|digest| fact("Digest of the result", format!("0x{}", hex::encode(digest)))));
	facts
}

/// The result as tables.
pub fn result_words(result: &ElectionResult, working: bool) -> String {
	let mut words = format!("{} (election {}, phase {:?})\n", result.title, result.election, result.phase);
	for contest in &result.contests {
		let participants = contest.participants();
		let rows = contest.options.iter().map(|option| {
			vec![
				option.name.clone(),
				option.passed.map_or(String::new(), |passed| passed.words().to_owned()),
				number(option.votes),
				percent(option.votes, participants),
				if option.kind == OptionKind::AgainstAll { String::new() } else { option.seats.to_string() },
			]
		});
		let columns = Columns { words: &[&contest.title, "threshold"], numbers: &["votes", "of all ballots", "seats"] };
		words.push('\n');
		words.push_str(&output::table(&columns, rows));
		words.push_str(&format!(
			"\n{} ballots of {} voters, {} of them invalid. {}\n",
			number(participants),
			number(contest.registered),
			number(contest.invalid),
			contest.verdict().unwrap_or_else(|| "Not decided yet.".to_owned())
		));
		for members in &contest.members {
			words.push_str(&format!("{}\n", members.words()));
		}
		if working {
			words.push('\n');
			words.push_str(&contest.working().join("\n"));
			words.push('\n');
			for members in &contest.members {
				words.push_str(&format!("\n{}\n{}\n", members.list, members.working.join("\n")));
			}
		}
	}
	for sentence in result.sorting.iter().flat_map(Matching::words) {
		words.push_str(&format!("\n{sentence}\n"));
	}
	if let Some(digest) = result.digest {
		words.push_str(&format!("\ndigest of the result: 0x{}", hex::encode(digest)));
	}
	words
}

//! Decides elections given as JSON, one in each line of stdin, and prints the outcomes, one in each line of stdout:
//! `{"rule": …, "votes": …}` or `{"rule": …, "ranked": …}`. The oracle in `oracle/` drives it; people use `dobush`.

use electoral_rules::{decide, decide_ranked, RankedVotes, Rule, Votes};
use std::io::{self, BufRead, Write};

#[derive(serde::Deserialize)]
struct Election {
	rule: Rule,
	votes: Option<Votes>,
	ranked: Option<RankedVotes>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let mut out = io::BufWriter::new(io::stdout().lock());
	for line in io::stdin().lock().lines() {
		let Election { rule, votes, ranked } = serde_json::from_str(&line?)?;
		let outcome = match (votes, ranked) {
			(Some(votes), None) => decide(&rule, &votes)?,
			(None, Some(ranked)) => decide_ranked(&rule, &ranked)?,
			_ => return Err("give either votes or ranked".into()),
		};
		writeln!(out, "{}", serde_json::to_string(&outcome)?)?;
	}
	Ok(())
}

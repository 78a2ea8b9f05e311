//! What the rules engine takes: rankings, or votes of the options.

use electoral_rules::{Facts, RankedVotes, Ranking, Votes};

/// What the rules engine takes.
#[derive(Clone, Debug)]
pub enum Ballots {
	/// Rankings.
	Ranked(RankedVotes),
	/// Votes of the options.
	Counted {
		/// Region by region.
		votes: Votes,
		/// What else is known.
		facts: Facts,
		/// Names of the regions; none if there is one.
		regions: Vec<String>,
		/// List by list the preferences of its candidates; none if the file holds totals.
		preferences: Option<Vec<Vec<u64>>>,
	},
}

impl Ballots {
	/// Names of the regions; none if there is one only.
	pub fn region_names(&self) -> Vec<&str> {
		match self {
			Self::Ranked(_) => Vec::new(),
			Self::Counted { regions, .. } => {
				regions.iter().map(String::as_str).filter(|name| !name.is_empty()).collect()
			}
		}
	}

	/// Votes, or first preferences, of the options.
	pub fn votes_of_options(&self, options: usize) -> Vec<u64> {
		let mut sum = vec![0u64; options];
		let mut add = |option: usize, votes: u64| {
			if let Some(sum) = sum.get_mut(option) {
				*sum = sum.saturating_add(votes); // Part of a sum that was checked.
			}
		};
		match self {
			Self::Ranked(votes) => {
				for Ranking { order, ballots } in &votes.rankings {
					order.first().into_iter().for_each(|first| add((*first).into(), *ballots));
				}
			}
			Self::Counted { votes, .. } => {
				for region in &votes.regions {
					region.votes.iter().enumerate().for_each(|(option, votes)| add(option, *votes));
				}
			}
		}
		sum
	}
}

//! How the seats were shared, as tables: from the steps of the count, one table for each round.

use crate::{
	output::number,
	report::words::{self, unbroken},
};
use electoral_rules::{OptionIndex, Step};
use serde::Serialize;

/// One round of sharing seats.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Round {
	/// A sentence with the quota, or that averages decide.
	pub(crate) caption: String,
	/// Whether the seats went by quotas and remainders, else by averages.
	pub(crate) by_quota: bool,
	/// The rows of the round, one for each list.
	pub(crate) rows: Vec<Row>,
	/// All seats of the round.
	pub(crate) seats: i64,
	/// Sentences about ties, caps, and seats that nobody took.
	pub(crate) notes: Vec<String>,
}

/// A list in a round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Row {
	#[serde(skip)]
	option: OptionIndex,
	pub(crate) name: String,
	pub(crate) votes: String,
	/// The votes in quotas, with four decimals.
	pub(crate) quotas: String,
	/// Seats for whole quotas.
	pub(crate) whole: i64,
	/// Votes left over.
	pub(crate) remainder: String,
	/// The seat that the remainder brings (1), or a seat that is taken away (-1).
	pub(crate) extra: i64,
	/// The lowest average that won a seat.
	pub(crate) average: String,
	pub(crate) seats: i64,
}

impl Row {
	fn give(&mut self, seats: i64) {
		self.seats += seats;
		self.extra += seats;
	}
}

/// `numerator / denominator` with four decimals, cut off.
fn decimal(numerator: u128, denominator: u128) -> String {
	let below = denominator.max(1);
	let whole = u64::try_from(numerator / below).unwrap_or(u64::MAX);
	format!("{}.{:04}", number(whole), numerator % below * 10_000 / below)
}

/// The rounds of a count; none if seats were not shared.
pub(crate) fn rounds(working: &[Step], names: &[&str]) -> Vec<Round> {
	let mut rounds: Vec<Round> = Vec::new();
	let mut quota = (0u64, 1u64);
	for step in working {
		match step {
			Step::Quota { numerator, denominator, .. } => {
				quota = (*numerator, *denominator);
				rounds.push(Round { caption: unbroken(&step.describe(names)), by_quota: true, ..Round::default() });
			}
			Step::WholeQuotas { option, votes, seats, remainder, denominator } => {
				let row = row(&mut rounds, *option, names);
				row.votes = number(*votes);
				row.quotas = decimal(u128::from(*votes) * u128::from(quota.1), quota.0.into());
				row.remainder = decimal((*remainder).into(), (*denominator).into());
				row.whole = i64::from(*seats);
				row.seats = i64::from(*seats);
			}
			Step::RemainderSeat { option, .. } => row(&mut rounds, *option, names).give(1),
			Step::ExcessSeat { option, .. } => row(&mut rounds, *option, names).give(-1),
			Step::DivisorSeat { seat, option, votes, divisor, scale } => {
				if *seat == 1 || rounds.last().is_none_or(|round| round.by_quota) {
					rounds.push(Round { caption: words::BY_AVERAGES.to_owned(), ..Round::default() });
				}
				let row = row(&mut rounds, *option, names);
				row.votes = number(*votes);
				row.seats += 1;
				row.average = decimal(u128::from(*votes) * u128::from(*scale), (*divisor).into());
			}
			Step::QuotaRaised { .. }
			| Step::CapApplied { .. }
			| Step::Redistribution { .. }
			| Step::Vacant { .. }
			| Step::Tie { .. }
			| Step::TieNarrowed { .. }
			| Step::LotNeeded { .. } => {
				if let Some(round) = rounds.last_mut() {
					round.notes.push(unbroken(&step.describe(names)));
				}
			}
			_ => {}
		}
	}
	for round in &mut rounds {
		round.seats = round.rows.iter().map(|row| row.seats).sum();
	}
	rounds
}

/// The row of a list in the last round.
fn row<'a>(rounds: &'a mut Vec<Round>, option: OptionIndex, names: &[&str]) -> &'a mut Row {
	if rounds.is_empty() {
		rounds.push(Round::default());
	}
	let last = rounds.len() - 1;
	let rows = &mut rounds[last].rows;
	let place = rows.iter().position(|row| row.option == option).unwrap_or(rows.len());
	if place == rows.len() {
		let name = names.get(usize::from(option)).map_or_else(|| words::option(option), |name| (*name).to_owned());
		rows.push(Row { option, name, ..Row::default() });
	}
	&mut rows[place]
}

#[cfg(test)]
mod tests {
	#![allow(clippy::unwrap_used)]

	use super::*;
	use electoral_rules::{decide, ListRule, Method, Rule, Votes};

	fn rounds_of(method: Method, votes: &[u64], seats: u32, cap: Option<u32>) -> Vec<Round> {
		let rule = Rule::Lists(ListRule { cap, ..ListRule::new(seats, method) });
		let outcome = decide(&rule, &Votes::of_lists(votes, None, 0, 0).unwrap()).unwrap();
		rounds(&outcome.working, &["Alpha", "Beta", "Gamma"])
	}

	fn seats(round: &Round) -> Vec<i64> {
		round.rows.iter().map(|row| row.seats).collect()
	}

	#[test]
	fn quotas_and_remainders_add_up() {
		let rounds = rounds_of(Method::Hare, &[560, 380, 60], 10, None);
		assert_eq!(rounds.len(), 1);
		assert_eq!((seats(&rounds[0]), rounds[0].seats), (vec![6, 4, 0], 10));
		let [alpha, beta, gamma] = &rounds[0].rows[..] else { panic!("three lists") };
		assert_eq!((alpha.whole, alpha.extra, alpha.quotas.as_str()), (5, 1, "5.6000"));
		assert_eq!((beta.whole, beta.extra, beta.remainder.as_str()), (3, 1, "80.0000"));
		assert_eq!((gamma.whole, gamma.extra), (0, 0));
	}

	#[test]
	fn averages_are_a_table_too() {
		let rounds = rounds_of(Method::DHondt, &[560, 380, 60], 10, None);
		assert_eq!((seats(&rounds[0]), rounds[0].by_quota), (vec![6, 4], false));
		assert_eq!(rounds[0].rows[0].average, "93.3333", "560 / 6");
	}

	#[test]
	fn a_cap_is_noted_and_begins_a_second_round() {
		let rounds = rounds_of(Method::Hare, &[900, 60, 40], 10, Some(5));
		assert_eq!(rounds.len(), 2);
		assert!(rounds[0].notes.iter().any(|note| note.contains("keeps 5")), "{:?}", rounds[0].notes);
		assert_eq!(rounds[1].seats, 5);
	}
}

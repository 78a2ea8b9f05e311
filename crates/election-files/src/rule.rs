//! A contest's rule as people write it, in TOML: one form for the definition of an election and for `dobush count`.
//!
//! `kind` names the rule; `crates/electoral-rules/examples` has a file for each, and docs/rules.md lists the fields.

mod lists;
mod words;

pub use lists::{CoalitionPlan, ListsPlan, RegionSeatsPlan, WithinPlan};
pub(crate) use words::parse_sex;
pub use words::{parse_base, parse_lot, parse_method, parse_share, parse_ties, TIE_RULES};

use crate::error::{Error, FieldFault, Result};
use electoral_rules::{
	AgainstAll, Choices, FillBy, InstantRunoff, ListFilling, MultiSeat, OptionKind, Plurality, Referendum, Rule,
	Schulze, Stv, TwoRounds,
};
use serde::Deserialize;
use words::{field_share, parse_against_all, parse_majority};

/// How votes decide.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", deny_unknown_fields)]
pub enum RulePlan {
	/// The option with the most votes is elected.
	Plurality {
		/// What votes against all do: `counts` or `repeat-if-first`.
		against_all: Option<String>,
		/// How ties are decided.
		ties: Option<String>,
	},
	/// A majority in the first round, or the two best meet again.
	TwoRounds {
		/// More than this share is needed to be elected at once; 1/2 by default.
		majority: Option<String>,
		/// Of what: `participants` or `valid`.
		base: String,
		/// How many of the registered voters must take part.
		quorum: Option<String>,
		/// What votes against all do.
		against_all: Option<String>,
		/// How ties are decided.
		ties: Option<String>,
	},
	/// An answer needs a majority and enough voters.
	Referendum {
		/// More than this share is needed; 1/2 by default.
		majority: Option<String>,
		/// Of what: `participants` or `valid`.
		base: String,
		/// How many of the registered voters must take part.
		quorum: Option<String>,
		/// How ties are decided.
		ties: Option<String>,
	},
	/// Seats are shared among lists.
	Lists(Box<ListsPlan>),
	/// Seats are shared among regions, then in each region among lists.
	RegionalLists(Box<ListsPlan>),
	/// The candidates with the most votes share several seats.
	MultiSeat {
		/// Seats of the district.
		seats: u32,
		/// How many candidates a voter may name: a number, or `"any"` for approval; 1 by default.
		choices: Option<ChoicesPlan>,
		/// At most so many women and so many men.
		most_of_one_sex: Option<u32>,
		/// What votes against all do.
		against_all: Option<String>,
		/// How ties are decided.
		ties: Option<String>,
	},
	/// Every voter names as many candidates as they like; those named most often are elected.
	Approval {
		/// Seats; 1 by default.
		seats: Option<u32>,
		/// How ties are decided.
		ties: Option<String>,
	},
	/// One winner from rankings: the last goes out until somebody has the majority.
	InstantRunoff {
		/// Whether earlier stages decide between equals before `ties` does; they do by default.
		look_back: Option<bool>,
		/// How ties are decided.
		ties: Option<String>,
	},
	/// Several seats from rankings, by transfers, as Scotland counts.
	Stv {
		/// Seats; those of the ballot file by default.
		seats: Option<u32>,
		/// How ties are decided.
		ties: Option<String>,
	},
	/// One winner from rankings, by pairs.
	Schulze {
		/// How ties are decided.
		ties: Option<String>,
	},
}

/// How many candidates a voter may name.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "choices: a number, or \"any\"")]
pub enum ChoicesPlan {
	/// At most so many.
	UpTo(u16),
	/// `any`.
	Word(String),
}

impl RulePlan {
	/// The rule for these options; `seats` are those of the ballot file, if it names any.
	pub fn rule(&self, names: &[&str], kinds: &[OptionKind], seats: Option<u32>) -> Result<Rule> {
		let offered = kinds.contains(&OptionKind::AgainstAll);
		let against_all = |text: &Option<String>| parse_against_all(text.as_deref(), offered);
		let ties = |text: &Option<String>| parse_ties(text.as_deref());
		let quorum = |text: &Option<String>| field_share("quorum", text.as_deref());
		Ok(match self {
			Self::Plurality { against_all: against, ties: by } => {
				Rule::Plurality(Plurality { against_all: against_all(against)?, ties: ties(by)? })
			}
			Self::TwoRounds { majority, base, quorum: least, against_all: against, ties: by } => {
				Rule::TwoRounds(TwoRounds {
					majority: parse_majority(majority.as_deref(), base)?,
					quorum: quorum(least)?,
					against_all: against_all(against)?,
					ties: ties(by)?,
				})
			}
			Self::Referendum { majority, base, quorum: least, ties: by } => Rule::Referendum(Referendum {
				quorum: quorum(least)?,
				majority: parse_majority(majority.as_deref(), base)?,
				ties: ties(by)?,
			}),
			Self::Lists(plan) => {
				if plan.region_seats.is_some() || plan.region_method.is_some() {
					return Err(Error::field("region_seats", FieldFault::NoSeatsOfRegions));
				}
				Rule::Lists(plan.list_rule(names, offered)?)
			}
			Self::RegionalLists(plan) => Rule::RegionalLists(plan.regional_lists(names, offered)?),
			Self::MultiSeat { seats, choices, most_of_one_sex, against_all: against, ties: by } => {
				Rule::MultiSeat(MultiSeat {
					seats: *seats,
					choices: match choices {
						None | Some(ChoicesPlan::UpTo(1)) => Choices::One,
						Some(ChoicesPlan::UpTo(most)) => Choices::UpTo(*most),
						Some(ChoicesPlan::Word(word)) if word == "any" => Choices::Any,
						Some(ChoicesPlan::Word(word)) => {
							return Err(Error::field("choices", FieldFault::UnknownChoices { found: word.clone() }));
						}
					},
					most_of_one_sex: *most_of_one_sex,
					against_all: against_all(against)?,
					ties: ties(by)?,
				})
			}
			Self::Approval { seats, ties: by } => Rule::MultiSeat(MultiSeat {
				seats: seats.unwrap_or(1),
				choices: Choices::Any,
				most_of_one_sex: None,
				against_all: AgainstAll::NotOffered,
				ties: ties(by)?,
			}),
			Self::InstantRunoff { look_back, ties: by } => {
				Rule::InstantRunoff(InstantRunoff { look_back: look_back.unwrap_or(true), ties: ties(by)? })
			}
			Self::Stv { seats: wanted, ties: by } => Rule::Stv(Stv {
				seats: match (wanted, seats) {
					(Some(wanted), Some(file)) if *wanted != file => {
						return Err(Error::field("seats", FieldFault::SeatsDiffer { rule: *wanted, file }));
					}
					(Some(seats), _) => *seats,
					(None, Some(seats)) => seats,
					(None, None) => return Err(Error::field("seats", FieldFault::SeatsMissing)),
				},
				ties: ties(by)?,
			}),
			Self::Schulze { ties: by } => Rule::Schulze(Schulze { ties: ties(by)? }),
		})
	}

	/// Whether options are lists.
	pub fn counts_lists(&self) -> bool {
		matches!(self, Self::Lists(_) | Self::RegionalLists(_))
	}

	/// Whether a ballot may name several options, so that votes do not add up to ballots.
	pub fn names_several(&self) -> bool {
		match self {
			Self::Approval { .. } => true,
			Self::MultiSeat { choices, .. } => !matches!(choices, None | Some(ChoicesPlan::UpTo(1))),
			_ => false,
		}
	}

	/// Whether the rule says what votes against all do.
	pub fn speaks_of_against_all(&self) -> bool {
		match self {
			Self::Plurality { against_all, .. }
			| Self::TwoRounds { against_all, .. }
			| Self::MultiSeat { against_all, .. } => against_all.is_some(),
			Self::Lists(plan) | Self::RegionalLists(plan) => plan.against_all.is_some(),
			Self::Referendum { .. } | Self::Approval { .. } => false,
			Self::InstantRunoff { .. } | Self::Stv { .. } | Self::Schulze { .. } => false,
		}
	}

	/// Who sits on the seats of a list, if the rule says it.
	pub fn within(&self) -> Result<Option<ListFilling>> {
		let (Self::Lists(plan) | Self::RegionalLists(plan)) = self else { return Ok(None) };
		let Some(within) = &plan.within else { return Ok(None) };
		Ok(Some(ListFilling {
			by: match within.by.as_str() {
				"list-order" => FillBy::ListOrder,
				"preferences" => FillBy::Preferences,
				other => return Err(Error::field("within.by", FieldFault::UnknownFilling { found: other.to_owned() })),
			},
			women: field_share("within.women", within.women.as_deref())?,
			vacancy_keeps_sex: within.vacancy_keeps_sex,
			ties: parse_ties(within.ties.as_deref())?,
		}))
	}
}

#[cfg(test)]
mod tests;

//! A contest's rule as people write it, in TOML: one form for the definition of an election and for `dobush count`.
//!
//! `kind` names the rule; `crates/electoral-rules/examples` has a file for each, and docs/rules.md lists the fields.

mod fields;

pub use fields::{parse_base, parse_lot, parse_method, parse_share, parse_ties, rule_failure, wrong, TIE_RULES};

use crate::{error::Result, votes};
use electoral_rules::{
	AgainstAll, Base, Choices, Coalition, Coalitions, FillBy, InstantRunoff, ListFilling, ListRule, Method,
	MinimumShare, MultiSeat, OptionIndex, OptionKind, Plurality, Referendum, RegionSeats, Regional, RegionalLists,
	Regions, Rule, Schulze, Sex, Stv, Threshold, TwoRounds,
};
use fields::{field_share, parse_against_all, parse_majority};
use serde::Deserialize;

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

/// How seats are shared among lists.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListsPlan {
	/// Seats to share.
	pub seats: u32,
	/// The method, as `dobush seats` names it.
	pub method: Option<String>,
	/// The national threshold, such as `7%`.
	pub threshold: Option<String>,
	/// So many seats won in districts replace it.
	pub direct_seats: Option<u32>,
	/// Lists of several parties of which the law asks another share.
	#[serde(default)]
	pub coalitions: Vec<CoalitionPlan>,
	/// The threshold in the regions, such as `0.7%`.
	pub regional_threshold: Option<String>,
	/// In how many regions at least; in each by default.
	pub in_regions: Option<u32>,
	/// The next lists are admitted until this share is represented.
	pub minimum: Option<String>,
	/// Of what shares are taken: `participants`, `valid` or `parties`.
	pub base: Option<String>,
	/// The most seats of one list.
	pub cap: Option<u32>,
	/// Only of `regional-lists`: the seats of each region, or `by-registered` or `by-participants`.
	pub region_seats: Option<RegionSeatsPlan>,
	/// Only of `regional-lists`: the method by which regions get seats.
	pub region_method: Option<String>,
	/// What votes against all do: `counts` or `repeat-if-first`.
	pub against_all: Option<String>,
	/// How ties are decided: `list-order`, `more-votes`, `fewer-votes`, `lot` or `more-votes-then-lot`.
	pub ties: Option<String>,
	/// Who sits on the seats of a list.
	pub within: Option<WithinPlan>,
}

/// A coalition list and its threshold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoalitionPlan {
	/// The list.
	pub list: String,
	/// How many parties stand on it.
	pub parties: u8,
	/// The share that the law asks of a coalition of this size.
	pub threshold: String,
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

/// How many seats each region has.
#[derive(Clone, Debug, Deserialize)]
#[serde(
	untagged,
	expecting = "region_seats: the seats of each region like [6, 4], or \"by-registered\" or \"by-participants\""
)]
pub enum RegionSeatsPlan {
	/// Region by region, in their order.
	Fixed(Vec<u32>),
	/// `by-registered` or `by-participants`.
	By(String),
}

/// Who sits on the seats of a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithinPlan {
	/// `list-order` or `preferences`.
	pub by: String,
	/// At least this share of the seats of a list goes to women.
	pub women: Option<String>,
	/// Whether a vacancy goes to the next of the same sex.
	#[serde(default)]
	pub vacancy_keeps_sex: bool,
	/// How equal preferences are decided.
	pub ties: Option<String>,
}

/// An option of a ballot paper that is a person or an answer: a name, or a name with more.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "a candidate is a name, or like { name = \"Aigul\", sex = \"F\" }")]
pub enum CandidatePlan {
	/// A name.
	Name(String),
	/// A name and a sex, where the rule counts women and men.
	Person(PersonPlan),
}

/// A person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonPlan {
	/// Their name.
	pub name: String,
	/// `F` or `M`.
	pub sex: Option<String>,
	/// Of a candidate of a district: the list for which a seat won there counts (`direct_seats`).
	pub list: Option<String>,
}

impl CandidatePlan {
	/// The name.
	pub fn name(&self) -> &str {
		match self {
			Self::Name(name) => name,
			Self::Person(person) => &person.name,
		}
	}

	/// The sex, if it is said.
	pub fn sex(&self) -> Result<Option<Sex>> {
		match self {
			Self::Name(_) => Ok(None),
			Self::Person(PersonPlan { name, sex, list: _ }) => {
				votes::sex(sex.as_deref().unwrap_or("")).map_err(|why| wrong(&format!("candidates.{name}"), &why))
			}
		}
	}

	/// The list for which a candidate of a district stands.
	pub fn list(&self) -> Option<&str> {
		match self {
			Self::Name(_) => None,
			Self::Person(person) => person.list.as_deref(),
		}
	}

	/// What kind of option it is.
	pub fn kind(&self) -> Result<OptionKind> {
		Ok(match self.sex()? {
			None => OptionKind::Candidate,
			Some(Sex::Woman) => OptionKind::Woman,
			Some(Sex::Man) => OptionKind::Man,
		})
	}
}

/// A list of candidates: a name, or a name with its candidates in their order.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "a list is a name, or like { name = \"Alpha\", candidates = [\"Aigul\"] }")]
pub enum ListPlan {
	/// A name.
	Name(String),
	/// A name and who stands on it.
	Members(MembersPlan),
}

/// A list and who stands on it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MembersPlan {
	/// The list's name.
	pub name: String,
	/// Its candidates in their order.
	pub candidates: Vec<CandidatePlan>,
}

impl ListPlan {
	/// The name.
	pub fn name(&self) -> &str {
		match self {
			Self::Name(name) => name,
			Self::Members(list) => &list.name,
		}
	}

	/// Who stands on it, as far as it is said.
	pub fn candidates(&self) -> &[CandidatePlan] {
		match self {
			Self::Name(_) => &[],
			Self::Members(list) => &list.candidates,
		}
	}
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
					return Err(wrong(
						"region_seats",
						"regions have seats of their own in the kind `regional-lists` only",
					));
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
							return Err(wrong("choices", &format!("`{word}` is neither a number nor \"any\"")));
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
						let why = format!("the rule says {wanted} and the ballot file {file}; leave it out of the rule, or make them agree");
						return Err(wrong("seats", &why));
					}
					(Some(seats), _) => *seats,
					(None, Some(seats)) => seats,
					(None, None) => return Err(wrong("seats", "it is missing: say how many are elected")),
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
				other => return Err(wrong("within.by", &format!("`{other}` is neither list-order nor preferences"))),
			},
			women: field_share("within.women", within.women.as_deref())?,
			vacancy_keeps_sex: within.vacancy_keeps_sex,
			ties: parse_ties(within.ties.as_deref())?,
		}))
	}
}

impl ListsPlan {
	fn list_rule(&self, names: &[&str], offered: bool) -> Result<ListRule> {
		let base = self.base.as_deref().map(parse_base).transpose()?;
		let shares = [&self.threshold, &self.regional_threshold, &self.minimum];
		if base.is_none() && (shares.iter().any(|share| share.is_some()) || !self.coalitions.is_empty()) {
			return Err(wrong(
				"base",
				"it is missing: of what are the shares taken, `participants`, `valid` or `parties`?",
			));
		}
		let base = base.unwrap_or(Base::Valid);
		if self.in_regions.is_some() && self.regional_threshold.is_none() {
			return Err(wrong("in_regions", "there is no regional_threshold"));
		}
		let coalitions = self.coalitions.iter().map(|plan| {
			let option = names
				.iter()
				.position(|name| *name == plan.list)
				.and_then(|place| OptionIndex::try_from(place).ok())
				.ok_or_else(|| wrong("coalitions", &format!("there is no list `{}`", plan.list)))?;
			let share = parse_share("coalitions.threshold", &plan.threshold)?;
			Ok(Coalition { option, parties: plan.parties, share })
		});
		let coalitions = coalitions.collect::<Result<Vec<_>>>()?;
		Ok(ListRule {
			national: field_share("threshold", self.threshold.as_deref())?
				.map_or(Threshold::NONE, |share| Threshold { share, base }),
			direct_seats: self.direct_seats,
			coalitions: Coalitions::try_from(coalitions).map_err(|_| wrong("coalitions", "there are more than 64"))?,
			regional: field_share("regional_threshold", self.regional_threshold.as_deref())?.map(|share| Regional {
				share,
				base,
				regions: self.in_regions.map_or(Regions::Each, Regions::AtLeast),
			}),
			minimum: field_share("minimum", self.minimum.as_deref())?.map(|share| MinimumShare { share, base }),
			cap: self.cap,
			against_all: parse_against_all(self.against_all.as_deref(), offered)?,
			ties: parse_ties(self.ties.as_deref())?,
			..ListRule::new(self.seats, parse_method(self.method.as_deref().unwrap_or("hare"))?)
		})
	}

	fn regional_lists(&self, names: &[&str], offered: bool) -> Result<RegionalLists> {
		let lists = self.list_rule(names, offered)?;
		let by = |what: fn(Method) -> RegionSeats| {
			let name = self
				.region_method
				.as_deref()
				.ok_or_else(|| wrong("region_method", "it is missing: by which method do regions get seats?"))?;
			parse_method(name).map(what)
		};
		let region_seats = match &self.region_seats {
			None => {
				let why =
					"it is missing: the seats of each region like [6, 4], or \"by-registered\" or \"by-participants\"";
				return Err(wrong("region_seats", why));
			}
			Some(RegionSeatsPlan::Fixed(_)) if self.region_method.is_some() => {
				return Err(wrong("region_method", "the seats of the regions are fixed by region_seats already"));
			}
			Some(RegionSeatsPlan::Fixed(seats)) => RegionSeats::Fixed(
				seats
					.clone()
					.try_into()
					.map_err(|_| wrong("region_seats", "there are more regions than can have seats"))?,
			),
			Some(RegionSeatsPlan::By(word)) => match word.as_str() {
				"by-registered" => by(RegionSeats::ByRegistered)?,
				"by-participants" => by(RegionSeats::ByParticipants)?,
				_ => {
					return Err(wrong(
						"region_seats",
						&format!("`{word}` is neither by-registered nor by-participants"),
					))
				}
			},
		};
		Ok(RegionalLists { lists, region_seats })
	}
}

#[cfg(test)]
mod tests;

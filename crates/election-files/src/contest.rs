//! A contest as people write it: its options, what a ballot may say, and its rule.

use crate::{
	error::{Error, FieldFault, Result},
	rule::{parse_sex, RulePlan},
};
use electoral_rules::{BallotFormat, OptionKind, Rule, Sex};
use serde::Deserialize;

/// A contest.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestPlan {
	/// The question.
	pub title: String,
	/// Lists in the order of the ballot.
	#[serde(default)]
	pub lists: Vec<ListPlan>,
	/// Candidates, or answers, in the order of the ballot.
	#[serde(default)]
	pub candidates: Vec<CandidatePlan>,
	/// The name of the option against all, which comes last.
	pub against_all: Option<String>,
	/// Whether a voter may take part in other contests and decline this one.
	#[serde(default)]
	pub may_decline: bool,
	/// How many candidates of the list a voter may prefer; then the candidates of the lists are named.
	pub preferences: Option<u8>,
	/// How many candidates a voter may rank; as many as a ballot has room for by default.
	pub ranks: Option<u8>,
	/// How votes decide.
	pub rule: RulePlan,
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
			Self::Person(PersonPlan { name, sex, list: _ }) => parse_sex(sex.as_deref().unwrap_or(""))
				.map_err(|found| Error::field(format!("candidates.{name}"), FieldFault::UnknownSex { found })),
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

impl ContestPlan {
	/// Names and kinds of the options, in the order of the ballot.
	pub fn options(&self) -> Result<Vec<(&str, OptionKind)>> {
		let mut options: Vec<_> = self.lists.iter().map(|list| (list.name(), OptionKind::List)).collect();
		for candidate in &self.candidates {
			options.push((candidate.name(), candidate.kind()?));
		}
		options.extend(self.against_all.as_deref().map(|name| (name, OptionKind::AgainstAll)));
		let mut names: Vec<&str> = options.iter().map(|(name, _)| name.trim()).collect();
		names.sort_unstable();
		if let Some(twice) = names.windows(2).find_map(|pair| (pair.first() == pair.last()).then(|| pair.first())?) {
			return Err(Error::field("options", FieldFault::SecondOption { name: (*twice).to_owned() }));
		}
		if names.first().is_some_and(|name| name.is_empty()) {
			return Err(Error::field("options", FieldFault::NamelessOption));
		}
		Ok(options)
	}

	/// How a selection is written: the plainest way for the rule, unless the contest says more.
	pub fn format(&self, rule: &Rule) -> Result<BallotFormat> {
		let plain = match (BallotFormat::of(rule), self.ranks) {
			(BallotFormat::Ranking { .. }, Some(most)) => BallotFormat::Ranking { most },
			(_, Some(_)) => return Err(Error::field("ranks", FieldFault::NotRanked)),
			(plain, None) => plain,
		};
		match (self.preferences, self.may_decline, plain) {
			(None, false, plain) => Ok(plain),
			(None, true, BallotFormat::Single) => Ok(BallotFormat::SingleOrDecline),
			(_, true, _) => Err(Error::field("may_decline", FieldFault::CannotDecline)),
			(Some(most), false, BallotFormat::Single) => {
				let longest = self.lists.iter().map(|list| list.candidates().len()).max().unwrap_or(0);
				if longest == 0 {
					return Err(Error::field("preferences", FieldFault::NoCandidatesToPrefer));
				}
				Ok(BallotFormat::ListPreferences { places: number(longest, "lists.candidates")?, most })
			}
			(Some(_), false, _) => Err(Error::field("preferences", FieldFault::NoListsToPrefer)),
		}
	}
}

/// A number of the chain for a place in a file; `field` is named where there are too many.
pub(crate) fn number<T: TryFrom<usize>>(index: usize, field: &str) -> Result<T> {
	T::try_from(index).map_err(|_| Error::field(field, FieldFault::TooMany))
}

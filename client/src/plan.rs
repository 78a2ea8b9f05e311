//! An election's definition as people write it: a TOML file that becomes the [`Definition`] on the chain.
//!
//! Names instead of numbers: units name their region and their contests, and ballot styles follow from that.
//! `client/demo/definition.toml` in the repository is an example with comments.

mod lists;

use crate::{
	error::{Failure, Result},
	keys::parse_address,
	rule_file::{rule_failure, wrong, CandidatePlan, ListPlan, RulePlan},
};
use dobush_primitives::{
	BallotStyle, Calendar, Choice, Contest, ContestId, Definition, ElectionId, Mode, Moment, RollId, Text, Trustees,
	Unit,
};
use electoral_rules::{BallotFormat, OptionKind, Rule};
use serde::Deserialize;
use sp_runtime::AccountId32;
use std::{fs, path::Path};

/// A definition file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
	/// What is decided.
	pub title: String,
	/// `direct` or `deniable`, as the roll is.
	#[serde(default)]
	pub mode: ModePlan,
	/// Of a deniable election: units of one region and ballot style with fewer voters are tallied together.
	pub merge_below: Option<u32>,
	/// The number of the roll.
	pub roll: u32,
	/// The annulled election that this one repeats.
	pub repeats: Option<u32>,
	/// How often a credential may cast.
	#[serde(default = "one")]
	pub ballots_per_credential: u16,
	/// Names of the regions; by default each unit is a region.
	#[serde(default)]
	pub regions: Vec<String>,
	/// The counting units, in the order of the roll.
	pub units: Vec<UnitPlan>,
	/// What is decided, contest by contest.
	pub contests: Vec<ContestPlan>,
	/// Who holds the keys.
	pub trustees: TrusteesPlan,
	/// When.
	pub calendar: CalendarPlan,
}

/// Whether the roll links a person's pseudonym and credential in public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ModePlan {
	/// It does.
	#[default]
	Direct,
	/// It does not; the roll was opened as deniable.
	Deniable,
}

/// A counting unit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitPlan {
	/// Its name.
	pub name: String,
	/// Its region's name; its own by default.
	pub region: Option<String>,
	/// The titles of its contests; all by default.
	pub contests: Option<Vec<String>>,
}

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

/// Who holds the keys and mixes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrusteesPlan {
	/// How many together can decrypt.
	pub threshold: u16,
	/// Their addresses.
	pub members: Vec<String>,
}

/// When. Moments are TOML date-times with an offset, such as `2027-01-10T08:00:00+06:00`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarPlan {
	/// From here on enrolments serve later elections only.
	pub roll_closes_at: toml::value::Datetime,
	/// Ballots are received from here on.
	pub polls_open_at: toml::value::Datetime,
	/// The last moment of voting.
	pub polls_close_at: toml::value::Datetime,
	/// Whether the commission may close the polls earlier.
	#[serde(default)]
	pub early_closing: bool,
	/// How many blocks after closing a first ballot on its way still counts.
	#[serde(default = "twenty")]
	pub grace_blocks: u16,
	/// How long one step of a trustee may take, in seconds.
	#[serde(default = "six_hours")]
	pub step_deadline_seconds: u64,
	/// How long objections may be raised, in seconds.
	#[serde(default = "three_days")]
	pub objection_window_seconds: u64,
}

fn one() -> u16 {
	1
}

fn twenty() -> u16 {
	20
}

fn six_hours() -> u64 {
	6 * 60 * 60
}

fn three_days() -> u64 {
	3 * 24 * 60 * 60
}

impl Plan {
	/// Reads a definition file.
	pub fn read(path: &Path) -> Result<Self> {
		let text = fs::read_to_string(path).map_err(|error| {
			Failure::new(format!("cannot read the definition {}: {error}", path.display()))
				.hint("`dobush commission template` prints one to start from")
		})?;
		Self::parse(&text)
	}

	/// Reads the text of a definition file.
	pub fn parse(text: &str) -> Result<Self> {
		toml::from_str(text).map_err(|error| {
			let sentence = error.to_string();
			Failure::new(format!("the definition cannot be read: {}", sentence.trim_end()))
				.hint("`dobush commission template` prints one to start from")
		})
	}

	/// The definition for the chain. What the chain checks again is checked here first, with the names of the file.
	pub fn definition(&self) -> Result<Definition<AccountId32>> {
		let mode = self.mode()?;
		let mut region_names = self.regions.clone();
		if region_names.is_empty() {
			for unit in &self.units {
				let region = unit.region.as_ref().unwrap_or(&unit.name);
				if !region_names.contains(region) {
					region_names.push(region.clone());
				}
			}
		}
		let contests: Vec<Contest> = self.contests.iter().map(ContestPlan::contest).collect::<Result<_>>()?;
		let lists =
			(0u8..=u8::MAX).zip(&self.contests).filter_map(|(number, plan)| plan.contest_lists(number).transpose());
		let lists = lists.collect::<Result<Vec<_>>>()?;
		let mut styles: Vec<Vec<ContestId>> = Vec::new();
		let mut units = Vec::new();
		for unit in &self.units {
			let region = unit.region.as_ref().unwrap_or(&unit.name);
			let region_index = region_names.iter().position(|name| name == region).ok_or_else(|| {
				wrong(
					&format!("units.{}", unit.name),
					&format!("there is no region `{region}`; list it under `regions`"),
				)
			})?;
			let style = self.style(unit)?;
			let style_index = styles.iter().position(|other| *other == style).unwrap_or(styles.len());
			if style_index == styles.len() {
				styles.push(style);
			}
			units.push(Unit {
				name: text(&unit.name, "units.name")?,
				region: number(region_index, "regions")?,
				style: number(style_index, "ballot styles")?,
			});
		}
		let styles: Vec<BallotStyle> = styles
			.into_iter()
			.map(|contests| Ok(BallotStyle { contests: bounded(contests, "contests of a ballot")? }))
			.collect::<Result<_>>()?;
		let regions = region_names.iter().map(|name| text(name, "regions")).collect::<Result<Vec<_>>>()?;
		let definition = Definition {
			title: text(&self.title, "title")?,
			mode,
			roll: RollId(self.roll),
			repeats: self.repeats.map(ElectionId),
			regions: bounded(regions, "regions")?,
			units: bounded(units, "units")?,
			styles: bounded(styles, "ballot styles")?,
			contests: bounded(contests, "contests")?,
			lists: bounded(lists, "contests")?,
			affiliations: lists::affiliations(&self.contests)?,
			trustees: self.trustees.trustees()?,
			calendar: self.calendar.calendar()?,
			ballots_per_credential: self.ballots_per_credential,
		};
		for lists in &definition.lists {
			lists.filling.check().map_err(rule_failure)?;
		}
		for contest in &definition.contests {
			let kinds: Vec<OptionKind> = contest.options.iter().map(|option| option.kind).collect();
			contest.rule.check(&kinds, definition.regions.len() as u32).map_err(|error| {
				wrong(
					&format!("contest `{}`", String::from_utf8_lossy(&contest.title)),
					&rule_failure(error).to_string(),
				)
			})?;
		}
		Ok(definition)
	}

	fn mode(&self) -> Result<Mode> {
		match (self.mode, self.merge_below) {
			(ModePlan::Direct, None) => Ok(Mode::Direct),
			(ModePlan::Direct, Some(_)) => {
				Err(wrong("merge_below", "units of a direct election are never merged; take the line out"))
			}
			(ModePlan::Deniable, Some(merge_below)) => Ok(Mode::Deniable { merge_below }),
			(ModePlan::Deniable, None) => Err(wrong(
				"merge_below",
				"a deniable election says how few voters a unit may have to be tallied alone, such as 200; 0 merges none",
			)),
		}
	}

	fn style(&self, unit: &UnitPlan) -> Result<Vec<ContestId>> {
		let all = || (0u8..).zip(&self.contests).map(|(index, _)| ContestId(index)).collect();
		let Some(titles) = &unit.contests else { return Ok(all()) };
		let mut style = titles
			.iter()
			.map(|title| {
				let index =
					self.contests.iter().position(|contest| contest.title == *title).ok_or_else(|| {
						wrong(&format!("units.{}", unit.name), &format!("there is no contest `{title}`"))
					})?;
				number(index, "contests").map(ContestId)
			})
			.collect::<Result<Vec<_>>>()?;
		style.sort_unstable();
		Ok(style)
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
			return Err(wrong("options", &format!("`{twice}` stands on the ballot a second time")));
		}
		if names.first().is_some_and(|name| name.is_empty()) {
			return Err(wrong("options", "a name is empty"));
		}
		Ok(options)
	}

	/// How a selection is written: the plainest way for the rule, unless the contest says more.
	pub fn format(&self, rule: &Rule) -> Result<BallotFormat> {
		let plain = match (BallotFormat::of(rule), self.ranks) {
			(BallotFormat::Ranking { .. }, Some(most)) => BallotFormat::Ranking { most },
			(_, Some(_)) => return Err(wrong("ranks", "voters do not rank under this rule")),
			(plain, None) => plain,
		};
		match (self.preferences, self.may_decline, plain) {
			(None, false, plain) => Ok(plain),
			(None, true, BallotFormat::Single) => Ok(BallotFormat::SingleOrDecline),
			(_, true, _) => {
				Err(wrong("may_decline", "only a contest in which a voter names one option can be declined"))
			}
			(Some(most), false, BallotFormat::Single) => {
				let longest = self.lists.iter().map(|list| list.candidates().len()).max().unwrap_or(0);
				if longest == 0 {
					return Err(wrong("preferences", "name the candidates of the lists"));
				}
				Ok(BallotFormat::ListPreferences { places: number(longest, "lists.candidates")?, most })
			}
			(Some(_), false, _) => Err(wrong("preferences", "only lists have candidates to prefer")),
		}
	}

	fn contest(&self) -> Result<Contest> {
		let options = self.options()?;
		let (names, kinds): (Vec<&str>, Vec<OptionKind>) = options.iter().copied().unzip();
		if self.against_all.is_none() && self.rule.speaks_of_against_all() {
			return Err(wrong("against_all", "the rule speaks of it, but the contest does not offer it"));
		}
		let rule = self.rule.rule(&names, &kinds, None)?;
		let choices = options.iter().map(|(name, kind)| Ok(Choice { kind: *kind, name: text(name, "options")? }));
		Ok(Contest {
			title: text(&self.title, "contests.title")?,
			options: bounded(choices.collect::<Result<Vec<_>>>()?, "options")?,
			format: self.format(&rule)?,
			rule,
		})
	}
}

impl TrusteesPlan {
	fn trustees(&self) -> Result<Trustees<AccountId32>> {
		let members = self.members.iter().map(|member| parse_address(member)).collect::<Result<Vec<_>>>()?;
		Ok(Trustees { members: bounded(members, "trustees.members")?, threshold: self.threshold })
	}
}

impl CalendarPlan {
	fn calendar(&self) -> Result<Calendar> {
		Ok(Calendar {
			roll_closes_at: moment(&self.roll_closes_at, "calendar.roll_closes_at")?,
			polls_open_at: moment(&self.polls_open_at, "calendar.polls_open_at")?,
			polls_close_at: moment(&self.polls_close_at, "calendar.polls_close_at")?,
			early_closing: self.early_closing,
			grace_blocks: self.grace_blocks,
			step_deadline: self.step_deadline_seconds.saturating_mul(1000),
			objection_window: self.objection_window_seconds.saturating_mul(1000).max(1),
		})
	}
}

/// Reads a moment with an offset, such as `2027-01-10T08:00:00+06:00`.
pub fn parse_moment(text: &str) -> Result<Moment> {
	time::OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339)
		.ok()
		.and_then(|moment| Moment::try_from(moment.unix_timestamp_nanos() / 1_000_000).ok())
		.ok_or_else(|| wrong(text, "write a moment with its offset, such as 2027-01-10T08:00:00+06:00"))
}

/// A moment as people read it, in UTC.
pub fn show_moment(moment: Moment) -> String {
	let date = time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment) * 1_000_000);
	let shape = time::macros::format_description!("[year]-[month]-[day] [hour]:[minute]:[second] UTC");
	date.ok().and_then(|date| date.format(&shape).ok()).unwrap_or_else(|| format!("{moment} ms"))
}

fn moment(date: &toml::value::Datetime, field: &str) -> Result<Moment> {
	parse_moment(&date.to_string()).map_err(|error| wrong(field, &error.to_string()))
}

fn text<const N: u32>(text: &str, field: &str) -> Result<Text<N>> {
	if text.trim().is_empty() {
		return Err(wrong(field, "a text is empty"));
	}
	Text::try_from(text.as_bytes().to_vec())
		.map_err(|_| wrong(field, &format!("`{text}` is longer than {N} bytes of UTF-8")))
}

fn bounded<T, const N: u32>(
	items: Vec<T>,
	what: &str,
) -> Result<sp_core::bounded::BoundedVec<T, sp_core::ConstU32<N>>> {
	let count = items.len();
	items.try_into().map_err(|_| wrong(what, &format!("there are {count}; at most {N} are possible")))
}

fn number<T: TryFrom<usize>>(index: usize, what: &str) -> Result<T> {
	T::try_from(index).map_err(|_| wrong(what, "there are too many"))
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_primitives::{Affiliation, ContestLists, Slate};

	const EXAMPLE: &str = include_str!("../demo/definition.toml");

	#[test]
	fn the_example_is_a_definition() {
		let definition = Plan::parse(EXAMPLE).and_then(|plan| plan.definition()).expect("it is in the repository");
		assert_eq!(definition.units.len(), 3);
		assert_eq!(definition.regions.len(), 2);
		assert_eq!(definition.styles.len(), 2, "one unit also votes for its mayor");
		assert_eq!(definition.trustees.threshold, 3);
		assert!(
			matches!(&definition.contests[0].rule, Rule::Lists(rule) if rule.seats == 120 && rule.regional.is_some())
		);
	}

	#[test]
	fn a_deniable_election_says_which_units_are_merged() {
		let text = EXAMPLE.replace("mode = \"direct\"", "mode = \"deniable\"\nmerge_below = 200");
		let definition = Plan::parse(&text).and_then(|plan| plan.definition()).expect("well formed");
		assert_eq!(definition.mode, Mode::Deniable { merge_below: 200 });
	}

	#[test]
	fn mistakes_are_named() {
		for (from, to, complaint) in [
			("mode = \"direct\"", "mode = \"secret\"", "deniable"),
			("mode = \"direct\"", "mode = \"deniable\"", "merge_below"),
			("mode = \"direct\"", "merge_below = 200", "merge_below"),
			("region = \"Bishkek\"", "region = \"Atlantis\"", "Atlantis"),
			("threshold = \"7%\"", "threshold = \"7\"", "per cent"),
			("method = \"hare\"", "method = \"hair\"", "hair"),
			("seats = 120", "seats = 0", "seats"),
			("+06:00", "", "offset"),
			("title = \"Mayor of Osh\"", "title = \"\"", "empty"),
			("roll = 0", "role = 0", "role"),
		] {
			assert!(EXAMPLE.contains(from), "{from}");
			let error =
				Plan::parse(&EXAMPLE.replace(from, to)).and_then(|plan| plan.definition()).expect_err(complaint);
			assert!(error.to_string().contains(complaint), "{complaint}: {error}");
		}
	}

	/// A national list with a women's share, which needs a member of a district or half of the votes.
	const LISTS: &str = r#"
		title = "National lists"
		preferences = 1
		lists = [
			{ name = "Alpha", candidates = [{ name = "Aida", sex = "F" }, { name = "Bek", sex = "M" }] },
			{ name = "Beta", candidates = [{ name = "Cholpon", sex = "F" }] },
		]
		against_all = "Against all"
		[rule]
		kind = "lists"
		seats = 2
		threshold = "50%"
		base = "valid"
		direct_seats = 1
		within = { by = "preferences", women = "30%", vacancy_keeps_sex = true, ties = "lot" }
	"#;
	const DISTRICT: &str = r#"
		title = "District 1"
		candidates = [{ name = "Daniyar", list = "Beta" }, "Elnura"]
		rule = { kind = "plurality" }
	"#;

	fn contests(lists: &str, district: &str) -> Result<(Vec<ContestLists>, Vec<Affiliation>)> {
		let parse = |text: &str| toml::from_str::<ContestPlan>(text).expect("a contest");
		let plans = [parse(lists), parse(district)];
		let lists = (0u8..).zip(&plans).filter_map(|(number, plan)| plan.contest_lists(number).transpose());
		let lists = lists.collect::<Result<Vec<_>>>()?;
		Ok((lists, lists::affiliations(&plans)?.into_inner()))
	}

	#[test]
	fn candidates_of_lists_and_districts_are_told_apart() {
		let (lists, affiliations) = contests(LISTS, DISTRICT).expect("well formed");
		let [lists] = lists.as_slice() else { panic!("{lists:?}") };
		let names = |slate: &Slate| slate.iter().map(|candidate| candidate.name.to_vec()).collect::<Vec<_>>();
		let slates: Vec<_> = lists.slates.iter().map(names).collect();
		assert_eq!(slates, [vec![b"Aida".to_vec(), b"Bek".to_vec()], vec![b"Cholpon".to_vec()], vec![]]);
		assert_eq!(lists.slates[0][1].sex, Some(electoral_rules::Sex::Man));
		let (lists, district) = (ContestId(0), ContestId(1));
		assert_eq!(affiliations, [Affiliation { lists, district, candidate: 0, list: 1 }]);
	}

	#[test]
	fn mistakes_about_candidates_are_named() {
		for (from, to, complaint) in [
			("{ name = \"Cholpon\", sex = \"F\" }", "\"Cholpon\"", "sex of Cholpon"),
			(
				"{ name = \"Beta\", candidates = [{ name = \"Cholpon\", sex = \"F\" }] }",
				"\"Beta\"",
				"nobody is named on Beta",
			),
			("preferences = 1", "", "no preferences"),
			("sex = \"M\" }", "sex = \"M\", list = \"Beta\" }", "Bek stands on Alpha already"),
			("list = \"Beta\"", "list = \"Gamma\"", "`Gamma`"),
			("direct_seats = 1", "", "`Beta`"),
		] {
			let found = contests(&LISTS.replace(from, to), &DISTRICT.replace(from, to)).expect_err(complaint);
			assert!(found.to_string().contains(complaint), "{complaint}: {found}");
		}
	}

	#[test]
	fn moments_are_read_and_shown() {
		let moment = parse_moment("2020-10-04T08:00:00+06:00").expect("well formed");
		assert_eq!(moment, 1_601_776_800_000);
		assert_eq!(show_moment(moment), "2020-10-04 02:00:00 UTC");
		assert!(parse_moment("yesterday").is_err());
	}
}

//! An election's definition as people write it: a TOML file that becomes the [`Definition`] on the chain.
//!
//! Names instead of numbers: units name their region and their contests, and ballot styles follow from that.
//! `examples/definition.toml` in this crate is an example with comments.

mod address;
mod bounds;
mod moment;
mod slates;
mod write;

pub use address::{address, parse_address};
pub use moment::{local_moment, parse_moment, show_moment, utc, utc_offset};
pub use write::write;

use crate::{
	contest::{number, ContestPlan},
	error::{Error, FieldFault, FileKind, Result},
};
use bounds::{bounded, text};
use dobush_primitives::{
	BallotStyle, Calendar, Choice, Contest, ContestId, Definition, ElectionId, Mode, RollId, Trustees, Unit,
};
use electoral_rules::OptionKind;
use moment::moment;
use serde::Deserialize;
use sp_runtime::AccountId32;
use std::{fs, path::Path};

/// A definition file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefinitionFile {
	/// The title of the election.
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
	/// When roll and polls open and close.
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

/// Who holds the keys and mixes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrusteesPlan {
	/// How many together can decrypt.
	pub threshold: u16,
	/// Their addresses.
	pub members: Vec<String>,
}

/// When roll and polls open and close. Moments are TOML date-times with an offset, such as `2027-01-10T08:00:00+06:00`. The
/// offset of `polls_open_at` is that of the election: in its time moments are shown.
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

impl DefinitionFile {
	/// Reads a definition file.
	pub fn read(path: &Path) -> Result<Self> {
		let text = fs::read_to_string(path).map_err(|error| Error::Read {
			file: FileKind::Definition,
			path: path.to_owned(),
			error: error.into(),
		})?;
		Self::parse(&text)
	}

	/// Reads the text of a definition file.
	pub fn parse(text: &str) -> Result<Self> {
		toml::from_str(text).map_err(|error| Error::Toml { file: FileKind::Definition, error: Box::new(error) })
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
		let contests: Vec<Contest> = self.contests.iter().map(contest).collect::<Result<_>>()?;
		let lists =
			(0u8..=u8::MAX).zip(&self.contests).filter_map(|(number, plan)| plan.contest_lists(number).transpose());
		let lists = lists.collect::<Result<Vec<_>>>()?;
		let mut styles: Vec<Vec<ContestId>> = Vec::new();
		let mut units = Vec::new();
		for unit in &self.units {
			let region = unit.region.as_ref().unwrap_or(&unit.name);
			let region_index = region_names.iter().position(|name| name == region).ok_or_else(|| {
				Error::field(format!("units.{}", unit.name), FieldFault::UnknownRegion { region: region.clone() })
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
			affiliations: slates::affiliations(&self.contests)?,
			trustees: self.trustees.trustees()?,
			calendar: self.calendar.calendar()?,
			ballots_per_credential: self.ballots_per_credential,
		};
		for lists in &definition.lists {
			lists.filling.check()?;
		}
		for contest in &definition.contests {
			let kinds: Vec<OptionKind> = contest.options.iter().map(|option| option.kind).collect();
			contest.rule.check(&kinds, definition.regions.len() as u32).map_err(|error| Error::ContestRule {
				contest: String::from_utf8_lossy(&contest.title).into_owned(),
				error,
			})?;
		}
		Ok(definition)
	}

	fn mode(&self) -> Result<Mode> {
		match (self.mode, self.merge_below) {
			(ModePlan::Direct, None) => Ok(Mode::Direct),
			(ModePlan::Direct, Some(_)) => Err(Error::field("merge_below", FieldFault::NeverMerged)),
			(ModePlan::Deniable, Some(merge_below)) => Ok(Mode::Deniable { merge_below }),
			(ModePlan::Deniable, None) => Err(Error::field("merge_below", FieldFault::MergeMissing)),
		}
	}

	fn style(&self, unit: &UnitPlan) -> Result<Vec<ContestId>> {
		let all = || (0u8..).zip(&self.contests).map(|(index, _)| ContestId(index)).collect();
		let Some(titles) = &unit.contests else { return Ok(all()) };
		let mut style = titles
			.iter()
			.map(|title| {
				let index = self.contests.iter().position(|contest| contest.title == *title).ok_or_else(|| {
					Error::field(format!("units.{}", unit.name), FieldFault::UnknownContest { contest: title.clone() })
				})?;
				number(index, "contests").map(ContestId)
			})
			.collect::<Result<Vec<_>>>()?;
		style.sort_unstable();
		Ok(style)
	}
}

/// A contest for the chain, with its rule.
fn contest(plan: &ContestPlan) -> Result<Contest> {
	let options = plan.options()?;
	let (names, kinds): (Vec<&str>, Vec<OptionKind>) = options.iter().copied().unzip();
	if plan.against_all.is_none() && plan.rule.speaks_of_against_all() {
		return Err(Error::field("against_all", FieldFault::AgainstAllNotOffered));
	}
	let rule = plan.rule.rule(&names, &kinds, None)?;
	let choices = options.iter().map(|(name, kind)| Ok(Choice { kind: *kind, name: text(name, "options")? }));
	Ok(Contest {
		title: text(&plan.title, "contests.title")?,
		options: bounded(choices.collect::<Result<Vec<_>>>()?, "options")?,
		format: plan.format(&rule)?,
		rule,
	})
}

impl TrusteesPlan {
	fn trustees(&self) -> Result<Trustees<AccountId32>> {
		let members = self.members.iter().map(|member| parse_address(member)).collect::<Result<Vec<_>>>()?;
		Ok(Trustees { members: bounded(members, "trustees.members")?, threshold: self.threshold })
	}
}

impl CalendarPlan {
	fn calendar(&self) -> Result<Calendar> {
		let (roll_closes_at, _) = moment(&self.roll_closes_at, "calendar.roll_closes_at")?;
		let (polls_open_at, utc_offset) = moment(&self.polls_open_at, "calendar.polls_open_at")?;
		Ok(Calendar {
			roll_closes_at,
			polls_open_at,
			polls_close_at: moment(&self.polls_close_at, "calendar.polls_close_at")?.0,
			early_closing: self.early_closing,
			grace_blocks: self.grace_blocks,
			step_deadline: self.step_deadline_seconds.saturating_mul(1000),
			objection_window: self.objection_window_seconds.saturating_mul(1000).max(1),
			utc_offset,
		})
	}
}

#[cfg(test)]
mod tests;

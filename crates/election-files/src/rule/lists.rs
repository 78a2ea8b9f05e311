//! The fields of a rule that shares seats among lists.

use super::words::{field_share, parse_against_all, parse_base, parse_method, parse_share, parse_ties};
use crate::error::{Error, FieldFault, Result};
use electoral_rules::{
	Base, Coalition, Coalitions, ListRule, Method, MinimumShare, OptionIndex, RegionSeats, Regional, RegionalLists,
	Regions, Threshold,
};
use serde::Deserialize;

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

impl ListsPlan {
	pub(super) fn list_rule(&self, names: &[&str], offered: bool) -> Result<ListRule> {
		let base = self.base.as_deref().map(parse_base).transpose()?;
		let shares = [&self.threshold, &self.regional_threshold, &self.minimum];
		if base.is_none() && (shares.iter().any(|share| share.is_some()) || !self.coalitions.is_empty()) {
			return Err(Error::field("base", FieldFault::BaseMissing));
		}
		let base = base.unwrap_or(Base::Valid);
		if self.in_regions.is_some() && self.regional_threshold.is_none() {
			return Err(Error::field("in_regions", FieldFault::NoRegionalThreshold));
		}
		let coalitions = self.coalitions.iter().map(|plan| {
			let option = names
				.iter()
				.position(|name| *name == plan.list)
				.and_then(|place| OptionIndex::try_from(place).ok())
				.ok_or_else(|| Error::field("coalitions", FieldFault::UnknownList { name: plan.list.clone() }))?;
			let share = parse_share("coalitions.threshold", &plan.threshold)?;
			Ok(Coalition { option, parties: plan.parties, share })
		});
		let coalitions = coalitions.collect::<Result<Vec<_>>>()?;
		Ok(ListRule {
			national: field_share("threshold", self.threshold.as_deref())?
				.map_or(Threshold::NONE, |share| Threshold { share, base }),
			direct_seats: self.direct_seats,
			coalitions: Coalitions::try_from(coalitions)
				.map_err(|_| Error::field("coalitions", FieldFault::TooManyCoalitions))?,
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

	pub(super) fn regional_lists(&self, names: &[&str], offered: bool) -> Result<RegionalLists> {
		let lists = self.list_rule(names, offered)?;
		let by = |what: fn(Method) -> RegionSeats| {
			let name = self
				.region_method
				.as_deref()
				.ok_or_else(|| Error::field("region_method", FieldFault::RegionMethodMissing))?;
			parse_method(name).map(what)
		};
		let region_seats = match &self.region_seats {
			None => return Err(Error::field("region_seats", FieldFault::RegionSeatsMissing)),
			Some(RegionSeatsPlan::Fixed(_)) if self.region_method.is_some() => {
				return Err(Error::field("region_method", FieldFault::RegionSeatsFixed));
			}
			Some(RegionSeatsPlan::Fixed(seats)) => RegionSeats::Fixed(
				seats.clone().try_into().map_err(|_| Error::field("region_seats", FieldFault::TooManyRegions))?,
			),
			Some(RegionSeatsPlan::By(word)) => match word.as_str() {
				"by-registered" => by(RegionSeats::ByRegistered)?,
				"by-participants" => by(RegionSeats::ByParticipants)?,
				_ => {
					let fault = FieldFault::UnknownRegionSeats { found: word.clone() };
					return Err(Error::field("region_seats", fault));
				}
			},
		};
		Ok(RegionalLists { lists, region_seats })
	}
}

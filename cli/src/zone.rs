//! The local time of people: moments of the chain are UTC, and nobody in Bishkek reads 14:00 for 20:00.
//!
//! The zone is the one that the reader names, else that of the election that a motion is about, else, where there is no election,
//! that of the country. UTC stands beside it always.

use crate::failure::{Failure, Result};
use dobush_primitives::Moment;
use time::{format_description::FormatItem, macros::format_description, OffsetDateTime, UtcOffset};

/// The environment variable that names a zone.
const VARIABLE: &str = "DOBUSH_ZONE";

/// The time of the Kyrgyz Republic, since 2005 without summer time.
const COUNTRY: &str = "+06:00";

const MINUTE: Moment = 60_000;
const HOUR: Moment = 60 * MINUTE;
const DAY: Moment = 24 * HOUR;

const DATE: &[FormatItem<'_>] = format_description!("[year]-[month]-[day] ");
const CLOCK: &[FormatItem<'_>] = format_description!("[hour]:[minute]:[second]");
const OFFSET: &[FormatItem<'_>] = format_description!("[offset_hour sign:mandatory]:[offset_minute]");

/// How far the clocks of a place are ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
	offset: UtcOffset,
	/// Whether the reader has named it.
	named: bool,
}

impl Zone {
	/// The zone with this offset, or else the one that the environment names, or else that of the country.
	pub fn named(offset: Option<String>) -> Result<Self> {
		let offset = offset.or_else(|| std::env::var(VARIABLE).ok().filter(|offset| !offset.is_empty()));
		let named = offset.is_some();
		let offset = offset.as_deref().unwrap_or(COUNTRY);
		UtcOffset::parse(offset, OFFSET).map(|offset| Self { offset, named }).map_err(|_| {
			Failure::new(format!("`{offset}` is no time zone")).hint("write how far it is from UTC, such as +06:00")
		})
	}

	/// The zone for what is about an election whose local clocks are so many minutes ahead: this one if the reader has named it.
	#[must_use]
	pub fn for_election(self, minutes: i16) -> Self {
		match UtcOffset::from_whole_seconds(i32::from(minutes) * 60) {
			Ok(offset) if !self.named => Self { offset, ..self },
			_ => self,
		}
	}

	/// A moment in local time, with UTC beside it: `2027-01-10 08:00:00 UTC+06:00 (02:00:00 UTC)`.
	pub fn show(self, moment: Moment) -> String {
		self.shown(moment).unwrap_or_else(|| format!("{moment} ms after 1970"))
	}

	fn shown(self, moment: Moment) -> Option<String> {
		let utc = OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment) * 1_000_000).ok()?;
		let local = utc.checked_to_offset(self.offset)?;
		let day = if local.date() == utc.date() { String::new() } else { utc.format(DATE).ok()? };
		Some(format!(
			"{}{} UTC{} ({day}{} UTC)",
			local.format(DATE).ok()?,
			local.format(CLOCK).ok()?,
			local.format(OFFSET).ok()?,
			utc.format(CLOCK).ok()?
		))
	}
}

/// A length of time in words, exact: "3 days 2 hours".
pub fn length(milliseconds: Moment) -> String {
	let parts = [
		(milliseconds / DAY, "day"),
		(milliseconds % DAY / HOUR, "hour"),
		(milliseconds % HOUR / MINUTE, "minute"),
		(milliseconds % MINUTE / 1000, "second"),
		(milliseconds % 1000, "millisecond"),
	];
	let said: Vec<String> = parts
		.iter()
		.filter(|(count, _)| *count > 0)
		.map(|(count, unit)| format!("{count} {unit}{}", if *count == 1 { "" } else { "s" }))
		.collect();
	if said.is_empty() {
		"no time".to_owned()
	} else {
		said.join(" ")
	}
}

/// How far one moment is from another, in words without seconds where they do not matter.
pub fn from_to(from: Moment, to: Moment) -> String {
	let far = from.abs_diff(to);
	length(if far >= HOUR { far - far % MINUTE } else { far - far % 1000 })
}

/// How far one moment is from another, in days and hours where it is far: for what is only to be felt.
pub fn roughly(from: Moment, to: Moment) -> String {
	let far = from.abs_diff(to);
	if far < DAY {
		return from_to(from, to);
	}
	length(far - far % HOUR)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn zone(offset: &str) -> Zone {
		Zone::named(Some(offset.to_owned())).expect("a zone")
	}

	#[test]
	fn moments_are_shown_in_local_time_with_utc_beside_it() {
		let opens = 1_601_776_800_000;
		assert_eq!(zone("+06:00").show(opens), "2020-10-04 08:00:00 UTC+06:00 (02:00:00 UTC)");
		assert_eq!(zone("-02:30").show(opens), "2020-10-03 23:30:00 UTC-02:30 (2020-10-04 02:00:00 UTC)");
		assert_eq!(zone("+06:00").show(opens - 5 * HOUR), "2020-10-04 03:00:00 UTC+06:00 (2020-10-03 21:00:00 UTC)");
		assert!(zone("+06:00").show(Moment::MAX).contains("ms after 1970"));
	}

	#[test]
	fn an_election_has_its_own_zone_unless_the_reader_names_one() {
		let noon = 1_601_813_600_000 - 1_601_813_600_000 % DAY + 12 * HOUR;
		let unnamed = Zone { named: false, ..zone("+06:00") };
		assert!(unnamed.for_election(345).show(noon).contains("17:45:00 UTC+05:45"));
		assert!(zone("+06:00").for_election(345).show(noon).contains("18:00:00 UTC+06:00"));
	}

	#[test]
	fn a_zone_that_does_not_exist_is_refused_with_an_example() {
		for text in ["Bishkek", "6", "+99:00", ""] {
			let refused = Zone::named(Some(text.to_owned()));
			assert!(refused.err().is_some_and(|refused| refused.next_step().is_some()), "{text}");
		}
	}

	#[test]
	fn lengths_are_said_exactly() {
		for (milliseconds, said) in [
			(0, "no time"),
			(1, "1 millisecond"),
			(6 * HOUR, "6 hours"),
			(3 * DAY, "3 days"),
			(DAY + 2 * HOUR, "1 day 2 hours"),
			(90_000, "1 minute 30 seconds"),
		] {
			assert_eq!(length(milliseconds), said);
		}
		assert_eq!(from_to(2 * DAY + 1_500, 0), "2 days");
		assert_eq!(from_to(0, 61_500), "1 minute 1 second");
		assert_eq!(roughly(0, 3 * DAY + 5 * MINUTE), "3 days");
		assert_eq!(roughly(0, HOUR + 5 * MINUTE), "1 hour 5 minutes");
	}
}

//! Moments as people write and read them.

use crate::error::{Error, Result};
use dobush_primitives::Moment;

/// Reads a moment with an offset, such as `2027-01-10T08:00:00+06:00`.
pub fn parse_moment(text: &str) -> Result<Moment> {
	read(text).ok_or_else(|| Error::Moment { field: None, text: text.to_owned() })
}

/// The moment in a field of a file.
pub(super) fn moment(date: &toml::value::Datetime, field: &str) -> Result<Moment> {
	let text = date.to_string();
	read(&text).ok_or_else(|| Error::Moment { field: Some(field.to_owned()), text })
}

fn read(text: &str) -> Option<Moment> {
	let moment = time::OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339).ok()?;
	Moment::try_from(moment.unix_timestamp_nanos() / 1_000_000).ok()
}

/// A moment as people read it, in UTC.
pub fn show_moment(moment: Moment) -> String {
	let date = time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment) * 1_000_000);
	let shape = time::macros::format_description!("[year]-[month]-[day] [hour]:[minute]:[second] UTC");
	date.ok().and_then(|date| date.format(&shape).ok()).unwrap_or_else(|| format!("{moment} ms"))
}

/// A moment as programs read it: RFC 3339, in UTC. One that is not before the year 10000 is milliseconds.
pub fn utc(moment: Moment) -> String {
	let date = time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment) * 1_000_000);
	let format = &time::format_description::well_known::Rfc3339;
	date.ok().and_then(|date| date.format(format).ok()).unwrap_or_else(|| format!("{moment} ms"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn moments_are_read_and_shown() {
		let moment = parse_moment("2020-10-04T08:00:00+06:00").expect("well formed");
		assert_eq!(moment, 1_601_776_800_000);
		assert_eq!(show_moment(moment), "2020-10-04 02:00:00 UTC");
		assert_eq!(utc(moment), "2020-10-04T02:00:00Z");
		assert_eq!(parse_moment(&utc(moment + 7)), Ok(moment + 7));
		assert_eq!(utc(u64::MAX), format!("{} ms", u64::MAX));
		assert_eq!(parse_moment("yesterday"), Err(Error::Moment { field: None, text: "yesterday".into() }));
	}
}

//! Moments as people write and read them.

use crate::error::{Error, Result};
use dobush_primitives::{Moment, UtcOffset};
use time::{format_description::well_known::Rfc3339, macros::format_description, OffsetDateTime};

/// Reads a moment with an offset, such as `2027-01-10T08:00:00+06:00`.
pub fn parse_moment(text: &str) -> Result<Moment> {
	read(text).map(|(moment, _)| moment).ok_or_else(|| Error::Moment { field: None, text: text.to_owned() })
}

/// The offset with which a moment is written: the local time of the election.
pub fn utc_offset(text: &str) -> Result<UtcOffset> {
	read(text).map(|(_, offset)| offset).ok_or_else(|| Error::Moment { field: None, text: text.to_owned() })
}

/// The moment in a field of a file, and the offset with which it is written.
pub(super) fn moment(date: &toml::value::Datetime, field: &str) -> Result<(Moment, UtcOffset)> {
	let text = date.to_string();
	read(&text).ok_or_else(|| Error::Moment { field: Some(field.to_owned()), text })
}

fn read(text: &str) -> Option<(Moment, UtcOffset)> {
	let date = OffsetDateTime::parse(text, &Rfc3339).ok()?;
	let moment = Moment::try_from(date.unix_timestamp_nanos() / 1_000_000).ok()?;
	Some((moment, UtcOffset(date.offset().whole_minutes())))
}

/// A moment as people read it, in UTC.
pub fn show_moment(moment: Moment) -> String {
	let shape = format_description!("[year]-[month]-[day] [hour]:[minute]:[second] UTC");
	in_utc(moment).and_then(|date| date.format(&shape).ok()).unwrap_or_else(|| format!("{moment} ms"))
}

/// A moment as people at a place read it, with UTC beside it: `2027-01-10 08:00:00 UTC+06:00 (02:00:00 UTC)`.
pub fn local_moment(moment: Moment, offset: UtcOffset) -> String {
	let in_two_times = || {
		let offset = time::UtcOffset::from_whole_seconds(i32::from(offset.0) * 60).ok()?;
		let utc = in_utc(moment)?;
		let local = utc.checked_to_offset(offset)?;
		let shape = format_description!(
			"[year]-[month]-[day] [hour]:[minute]:[second] UTC[offset_hour sign:mandatory]:[offset_minute]"
		);
		let time = format_description!("[hour]:[minute]:[second] UTC");
		// Midnight lies between them.
		let beside = if utc.date() == local.date() { utc.format(&time).ok()? } else { show_moment(moment) };
		Some(format!("{} ({beside})", local.format(&shape).ok()?))
	};
	match offset {
		UtcOffset(0) => show_moment(moment),
		_ => in_two_times().unwrap_or_else(|| show_moment(moment)),
	}
}

fn in_utc(moment: Moment) -> Option<OffsetDateTime> {
	OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment) * 1_000_000).ok()
}

/// A moment as programs read it: RFC 3339, in UTC. One that is not before the year 10000 is milliseconds.
pub fn utc(moment: Moment) -> String {
	in_utc(moment).and_then(|date| date.format(&Rfc3339).ok()).unwrap_or_else(|| format!("{moment} ms"))
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

	/// The clocks of Bishkek, Kathmandu and Newfoundland; in the first hours of a day in Bishkek it is yesterday by UTC.
	#[test]
	fn moments_are_shown_by_the_clocks_of_the_place() {
		for (written, shown) in [
			("2020-10-04T08:00:00+06:00", "2020-10-04 08:00:00 UTC+06:00 (02:00:00 UTC)"),
			("2020-10-04T00:30:00+06:00", "2020-10-04 00:30:00 UTC+06:00 (2020-10-03 18:30:00 UTC)"),
			("2020-10-04T08:00:00+05:45", "2020-10-04 08:00:00 UTC+05:45 (02:15:00 UTC)"),
			("2020-10-04T20:00:00-02:30", "2020-10-04 20:00:00 UTC-02:30 (22:30:00 UTC)"),
			("2020-10-04T08:00:00Z", "2020-10-04 08:00:00 UTC"),
		] {
			let (moment, offset) = (parse_moment(written), utc_offset(written));
			assert_eq!(local_moment(moment.expect("well formed"), offset.expect("well formed")), shown);
		}
	}

	#[test]
	fn any_number_is_shown() {
		for moment in [0, 1, u64::MAX] {
			for minutes in [i16::MIN, -840, 0, 840, i16::MAX] {
				assert!(local_moment(moment, UtcOffset(minutes)).ends_with(['C', ')', 's']), "{moment} {minutes}");
			}
		}
	}
}

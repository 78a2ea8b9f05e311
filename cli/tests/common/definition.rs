//! What the definitions of these tests have in common.

use std::time::{SystemTime, UNIX_EPOCH};

/// A moment so many seconds from now, by clocks that are so many hours ahead of UTC.
fn moment(seconds: u64, hours: i8) -> String {
	let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
	let moment = time::OffsetDateTime::from_unix_timestamp((now + seconds) as i64).expect("this century");
	let there = moment.to_offset(time::UtcOffset::from_hms(hours, 0, 0).expect("an offset"));
	there.format(&time::format_description::well_known::Rfc3339).expect("well formed")
}

/// A moment so many seconds from now, in UTC.
pub fn in_seconds(seconds: u64) -> String {
	moment(seconds, 0)
}

/// The end of a definition: trustees of whom two decrypt, a roll that closes after so many seconds, polls that open a second
/// later and last for two hours unless the commission closes them, by clocks so many hours ahead of UTC.
pub fn trustees_and_calendar(trustees: &[String], roll_closes: u64, hours: i8) -> String {
	let members: Vec<String> = trustees.iter().map(|member| format!("\"{member}\"")).collect();
	format!(
		"[trustees]\nthreshold = 2\nmembers = [{}]\n\
		 [calendar]\nroll_closes_at = {}\npolls_open_at = {}\npolls_close_at = {}\n\
		 early_closing = true\ngrace_blocks = 1\nstep_deadline_seconds = 600\nobjection_window_seconds = 1\n",
		members.join(", "),
		moment(roll_closes, hours),
		moment(roll_closes + 1, hours),
		moment(7200, hours)
	)
}

//! What became of the opening and the closing of the polls, and of the election, in words.

use dobush_client::observer::{
	course::{Closing, Course, Opening},
	status::Annulment,
};
use dobush_primitives::Moment;
use election_files::{definition::local_moment, numbers::number};

const MINUTE: Moment = 60_000;
const HOUR: Moment = 60 * MINUTE;

/// How the polls opened, where that is not as announced; else nothing. `awaits` says what the key ceremony waits for.
pub fn opening(course: &Course, awaits: &str) -> Option<String> {
	let at = course.polls_opened_at.unwrap_or_default();
	Some(match course.opening() {
		Opening::Awaited | Opening::Punctual | Opening::Never => return None,
		Opening::Overdue => format!(
			"The polls should have opened {} ago; they open as soon as the trustees' keys are ready ({awaits}).",
			span(course.now.saturating_sub(course.polls_open_at))
		),
		Opening::Missed => {
			"The polls did not open before they should have closed, because the trustees' keys were not ready or the \
			 chain stood still. The commission must postpone the election, or annul it."
				.to_owned()
		}
		Opening::Late => format!(
			"The polls opened at {}, {} late, because the trustees' keys were not ready or the chain stood still.",
			local_moment(at, course.utc_offset),
			span(at.saturating_sub(course.polls_open_at))
		),
	})
}

/// How the polls closed, where that is not as announced; else nothing.
pub fn closing(course: &Course) -> Option<String> {
	let at = course.polls_closed_at.unwrap_or_default();
	let when = || {
		let block = course.polls_closed_in.unwrap_or_default();
		format!("in block {} at {}", number(block), local_moment(at, course.utc_offset))
	};
	Some(match course.closing() {
		Closing::Awaited | Closing::Punctual | Closing::Never => return None,
		Closing::Early => format!(
			"The commission closed the polls early, {}, {} before the announced moment, as the definition allows.",
			when(),
			span(course.polls_close_at.saturating_sub(at))
		),
		Closing::Late => format!(
			"The polls closed {}, {} late, because the chain stood still.",
			when(),
			span(at.saturating_sub(course.polls_close_at))
		),
	})
}

/// When and why an election was annulled.
pub fn annulment(annulment: &Annulment, course: &Course) -> String {
	format!("{}: {}", local_moment(annulment.at, course.utc_offset), annulment.reason)
}

/// A time as people say it: `45 s`, `31 min`, `2 h 5 min`.
fn span(span: Moment) -> String {
	match span {
		0..MINUTE => format!("{} s", span / 1000),
		MINUTE..HOUR => format!("{} min", span / MINUTE),
		_ => format!("{} h {} min", number(span / HOUR), span % HOUR / MINUTE),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_primitives::{Phase, UtcOffset};

	/// Polls from 8:00 to 20:00 on 10 January 2027 in Bishkek.
	fn course() -> Course {
		let midnight = 1_799_517_600_000;
		Course {
			utc_offset: UtcOffset(360),
			now: midnight + 9 * HOUR,
			phase: Phase::RollClosed,
			since: midnight,
			roll_closes_at: midnight,
			polls_open_at: midnight + 8 * HOUR,
			polls_close_at: midnight + 20 * HOUR,
			polls_opened_at: None,
			polls_closed_at: None,
			polls_closed_in: None,
			missed: false,
		}
	}

	#[test]
	fn what_differs_from_the_calendar_is_said_with_both_times() {
		let overdue = opening(&course(), "2 of 3 trustees have joined");
		let says =
			"The polls should have opened 1 h 0 min ago; they open as soon as the trustees' keys are ready (2 of 3 \
		            trustees have joined).";
		assert_eq!(overdue.as_deref(), Some(says));
		let opened = |after: Moment| Course { polls_opened_at: Some(course().polls_open_at + after), ..course() };
		assert_eq!(opening(&opened(6_000), ""), None);
		let late = opening(&opened(31 * MINUTE), "").unwrap_or_default();
		assert!(
			late.starts_with("The polls opened at 2027-01-10 08:31:00 UTC+06:00 (02:31:00 UTC), 31 min late, "),
			"{late}"
		);
		let closed = |at| Course { polls_closed_at: Some(at), polls_closed_in: Some(1_234), ..opened(0) };
		let early = closing(&closed(course().polls_close_at - 6 * HOUR)).unwrap_or_default();
		let says =
			"early, in block 1 234 at 2027-01-10 14:00:00 UTC+06:00 (08:00:00 UTC), 6 h 0 min before the announced";
		assert!(early.contains(says), "{early}");
		assert_eq!(closing(&closed(course().polls_close_at + 6_000)), None);
		let late = closing(&closed(course().polls_close_at + 2 * HOUR)).unwrap_or_default();
		assert!(late.contains("2 h 0 min late"), "{late}");
	}
}

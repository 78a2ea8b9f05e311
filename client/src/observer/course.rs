//! When an election's roll and polls open and close: what was announced, what happened, and whether both agree.

use dobush_primitives::{election::ElectionStatus, Moment, Phase, UtcOffset};
use serde::Serialize;

/// Polls open and close in the first block after their moment: so much later is no delay that anybody notices.
const PUNCTUAL: Moment = 60_000;

/// The calendar of an election and what became of it. Moments are UTC milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
	/// The time of the place where people vote.
	pub utc_offset: UtcOffset,
	/// The chain's clock in the block that was looked at.
	pub now: Moment,
	/// The phase in which the election is.
	pub phase: Phase,
	/// When that phase began.
	pub since: Moment,
	/// When the roll closes or closed.
	pub roll_closes_at: Moment,
	/// When the polls open, as announced.
	pub polls_open_at: Moment,
	/// When the polls close, as announced.
	pub polls_close_at: Moment,
	/// When the polls did open.
	pub polls_opened_at: Option<Moment>,
	/// When the polls did close.
	pub polls_closed_at: Option<Moment>,
	/// The block in which they closed.
	pub polls_closed_in: Option<u32>,
	/// Whether the polls could not open before they should have closed.
	pub missed: bool,
}

/// What became of the opening of the polls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Opening {
	/// Its moment has not come.
	Awaited,
	/// Its moment has passed; the polls open as soon as the trustees' keys are ready.
	Overdue,
	/// The polls did not open before they should have closed: the commission postpones or annuls the election.
	Missed,
	/// The polls opened at their moment.
	Punctual,
	/// The polls opened later, because the trustees' keys were not ready or the chain stood still.
	Late,
	/// The election was annulled before.
	Never,
}

/// What became of the closing of the polls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closing {
	/// The polls are open, or did not open yet.
	Awaited,
	/// The polls closed at their moment.
	Punctual,
	/// The commission closed the polls before their moment, as the definition allows.
	Early,
	/// The polls closed later, because the chain stood still.
	Late,
	/// The election was annulled before.
	Never,
}

impl Course {
	/// The course of an election in a block whose clock shows `now`.
	pub fn of(status: &ElectionStatus, now: Moment) -> Self {
		Self {
			utc_offset: status.calendar.utc_offset,
			now,
			phase: status.phase,
			since: status.since,
			roll_closes_at: status.calendar.roll_closes_at,
			polls_open_at: status.calendar.polls_open_at,
			polls_close_at: status.calendar.polls_close_at,
			polls_opened_at: status.polls_opened_at,
			polls_closed_at: status.polls_closed_at,
			polls_closed_in: status.polls_closed_in,
			missed: status.missed,
		}
	}

	/// What became of the opening.
	pub fn opening(&self) -> Opening {
		match self.polls_opened_at {
			Some(opened) if opened <= self.polls_open_at.saturating_add(PUNCTUAL) => Opening::Punctual,
			Some(_) => Opening::Late,
			None if self.phase == Phase::Annulled => Opening::Never,
			None if self.missed => Opening::Missed,
			None if self.now > self.polls_open_at.saturating_add(PUNCTUAL) => Opening::Overdue,
			None => Opening::Awaited,
		}
	}

	/// What became of the closing.
	pub fn closing(&self) -> Closing {
		match self.polls_closed_at {
			Some(closed) if closed < self.polls_close_at => Closing::Early,
			Some(closed) if closed <= self.polls_close_at.saturating_add(PUNCTUAL) => Closing::Punctual,
			Some(_) => Closing::Late,
			None if self.phase == Phase::Annulled => Closing::Never,
			None => Closing::Awaited,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const HOUR: Moment = 3_600_000;

	/// Polls from 8 to 20 o'clock.
	fn course() -> Course {
		Course {
			utc_offset: UtcOffset(360),
			now: 7 * HOUR,
			phase: Phase::RollClosed,
			since: 0,
			roll_closes_at: 1,
			polls_open_at: 8 * HOUR,
			polls_close_at: 20 * HOUR,
			polls_opened_at: None,
			polls_closed_at: None,
			polls_closed_in: None,
			missed: false,
		}
	}

	#[test]
	fn an_opening_is_awaited_overdue_or_missed() {
		assert_eq!(course().opening(), Opening::Awaited);
		assert_eq!(Course { now: 8 * HOUR + 6_000, ..course() }.opening(), Opening::Awaited, "it is about to open");
		assert_eq!(Course { now: 9 * HOUR, ..course() }.opening(), Opening::Overdue);
		assert_eq!(Course { now: 21 * HOUR, missed: true, ..course() }.opening(), Opening::Missed);
		assert_eq!(Course { phase: Phase::Annulled, ..course() }.opening(), Opening::Never);
	}

	#[test]
	fn an_opening_was_punctual_or_late() {
		let opened = |at| Course { phase: Phase::Voting, now: at, polls_opened_at: Some(at), ..course() };
		assert_eq!(opened(8 * HOUR + 6_000).opening(), Opening::Punctual);
		assert_eq!(opened(8 * HOUR + 31 * 60_000).opening(), Opening::Late);
		assert_eq!(Course { phase: Phase::Annulled, ..opened(9 * HOUR) }.opening(), Opening::Late, "it stays true");
	}

	#[test]
	fn a_closing_was_early_punctual_or_late() {
		let closed = |at| Course { phase: Phase::Grace, polls_closed_at: Some(at), ..course() };
		assert_eq!(course().closing(), Closing::Awaited);
		assert_eq!(closed(20 * HOUR - 1).closing(), Closing::Early);
		assert_eq!(closed(20 * HOUR).closing(), Closing::Punctual);
		assert_eq!(closed(20 * HOUR + 6_000).closing(), Closing::Punctual);
		assert_eq!(closed(21 * HOUR).closing(), Closing::Late);
		assert_eq!(Course { phase: Phase::Annulled, ..course() }.closing(), Closing::Never);
	}
}

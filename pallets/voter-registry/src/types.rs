//! Types that are stored.

use dobush_primitives::{RollId, UnitId};
use frame_support::pallet_prelude::*;
use sp_runtime::AccountId32;

/// A desk: the account of a registrar's terminal.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Desk {
	/// The one roll that it may fill.
	pub roll: RollId,
	/// The block of the last appointment.
	pub appointed_in: u32,
	/// The block of the dismissal; none while it is in office.
	pub dismissed_in: Option<u32>,
}

impl Desk {
	/// Whether it is in office and may act.
	pub const fn is_in_office(&self) -> bool {
		self.dismissed_in.is_none()
	}
}

/// The unit and the latest credential of a voter.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Voter {
	/// The counting unit.
	pub unit: UnitId,
	/// The latest credential.
	pub credential: AccountId32,
}

/// Whether a text is UTF-8 and not empty.
pub(crate) fn is_readable(text: &[u8]) -> bool {
	!text.is_empty() && core::str::from_utf8(text).is_ok()
}

//! Scotland, local councils: single transferable vote.
//!
//! Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 46 to 52; the order of 2011 keeps them.

use crate::{Rule, Stv, TieRule};

/// A ward. Ties that no earlier stage decides are decided by lot (rules 49 and 51).
pub fn ward(seats: u32) -> Rule {
	Rule::Stv(Stv { seats, ties: TieRule::Lot { seed: None } })
}

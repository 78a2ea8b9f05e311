//! # Electoral rules
//!
//! Votes in, seats out, with the working. Every rule here is pure: no clock, no storage, no chance; numbers are whole
//! or exact fractions; nothing panics. A definition that contradicts itself is refused when the election is announced
//! ([`Rule::check`]), ties are decided by the rule that the definition states ([`TieRule`]), and every [`Outcome`]
//! carries the [`Step`]s from which anyone can print a results sheet.
//!
//! ```
//! use electoral_rules::{decide, ListRule, Method, Rule, Share, Base, Threshold, Verdict, Votes};
//!
//! let rule = Rule::Lists(ListRule {
//!     national: Threshold { share: Share::percent(7), base: Base::PartyVotes },
//!     ..ListRule::new(10, Method::Hare)
//! });
//! let votes = Votes::of_lists(&[560, 380, 60], None, 12, 0)?;
//! let outcome = decide(&rule, &votes)?;
//! assert_eq!(outcome.verdict, Verdict::Seats(vec![6, 4, 0]));
//!
//! let sheet: Vec<_> = outcome.working.iter().map(|step| step.describe(&["Alpha", "Beta", "Gamma"])).collect();
//! assert!(sheet.contains(&"Gamma: 60 votes, threshold of 70 missed.".into()));
//! # Ok::<(), electoral_rules::DecideError>(())
//! ```
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "std")]
pub mod blt;
mod check;
mod decide;
mod describe;
mod divisor;
mod instant_runoff;
pub mod laws;
mod list;
mod method_name;
mod multi_seat;
mod outcome;
mod plurality;
mod quota;
mod ranked;
mod referendum;
mod regional_lists;
mod rule;
mod schulze;
pub mod selection;
mod share;
pub mod slots;
mod staged;
mod stv;
mod threshold;
pub mod tie;
mod two_rounds;
mod votes;
pub mod within_list;

pub use check::RuleError;
pub use decide::{decide, decide_with, DecideError, Facts};
pub use describe::sheet;
pub use instant_runoff::InstantRunoff;
pub use list::ListRule;
pub use method_name::{UnknownBase, UnknownMethod};
pub use multi_seat::{Choices, MultiSeat};
pub use outcome::{Outcome, Step, Verdict};
pub use plurality::Plurality;
pub use ranked::{decide_ranked, RankedVotes, RankedVotesError, Ranking, PARTS};
pub use referendum::Referendum;
pub use regional_lists::{RegionSeats, RegionalLists, MAX_REGIONS};
pub use rule::{
	AgainstAll, Base, Coalition, Coalitions, Divisors, Majority, Method, MinimumShare, Regional, Regions, Rule,
	Threshold, MAX_OPTIONS, MAX_RANKED_CANDIDATES, MAX_SEATS,
};
pub use schulze::{decide_pairs, PairCounts, Schulze};
pub use selection::{BallotFormat, Selection, SELECTION_BYTES};
pub use share::{NotAShare, Share};
pub use slots::{Slot, Slots};
pub use staged::{Place, RankedCount, RankedTotals};
pub use stv::Stv;
pub use tie::{DecidedBy, Stake, TieRule};
pub use two_rounds::TwoRounds;
pub use votes::{OptionIndex, OptionKind, RegionVotes, Totals, Votes, VotesError};

pub use within_list::{lot_of_list, FillBy, Filled, ListCandidate, ListFilling, LotNeeded, Sex};

#[cfg(test)]
mod tests;

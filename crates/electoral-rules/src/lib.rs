//! # Electoral rules
//!
//! Votes in, seats out, with the working. Every rule here is pure: no clock, no storage, no randomness; numbers are whole
//! or exact fractions; nothing panics. A definition that contradicts itself is refused when the election is announced
//! ([`Rule::check`]), ties are decided by the rule that the definition states ([`TieRule`]), and every [`Outcome`]
//! carries the [`Step`]s from which anyone can print a results sheet ([`sheet`]).
//!
//! | room | what is in it |
//! |---|---|
//! | `lists` | lists share seats, in one tier or in regions; their members take them |
//! | `candidates` | candidates, or answers of a referendum, win by their votes |
//! | `ranked` | voters rank the candidates |
//! | `ballot` | selections in bytes and in table slots; ballot files |
//! | `working` | the steps of a count, and their sentences |
//! | [`laws`] | rules as laws stated them on a day |
//!
//! What the rooms share stands beside them: votes, shares and their bases, methods, ties, errors, the digest of a
//! [`result`]. [`Rule`] joins the rooms, and [`decide`] and [`decide_ranked`] ask them.
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

mod against_all;
mod ballot;
mod base;
mod candidates;
mod check;
mod decide;
mod error;
mod facts;
pub mod laws;
mod limits;
mod lists;
mod method;
mod ranked;
pub mod result;
mod rule;
mod settle;
mod share;
pub mod tie;
mod votes;
mod working;

pub use against_all::AgainstAll;
#[cfg(feature = "std")]
pub use ballot::blt;
pub use ballot::{
	selection::{self, BallotFormat, Selection, SELECTION_BYTES},
	slots::{self, Slot, Slots},
	table::MAX_TABLE,
};
pub use base::{Base, UnknownBase};
pub use candidates::{
	majority::Majority,
	multi_seat::{Choices, MultiSeat},
	plurality::Plurality,
	referendum::Referendum,
	two_rounds::TwoRounds,
};
pub use decide::{decide, decide_with};
pub use error::{DecideError, RuleError};
pub use facts::Facts;
pub use limits::{MAX_OPTIONS, MAX_RANKED_CANDIDATES, MAX_REGIONS, MAX_SEATS};
pub use lists::{
	members::{lot_of_list, FillBy, Filled, ListCandidate, ListFilling, LotNeeded, Sex},
	regional::{RegionSeats, RegionalLists},
	rule::{Coalition, Coalitions, ListRule, MinimumShare, Regional, Regions, Threshold},
};
pub use method::{Divisors, Method, UnknownMethod};
pub use ranked::{
	ballots::{RankedVotes, RankedVotesError, Ranking, PARTS},
	count::{BallotPosition, RankedCount},
	decide::{decide_pairs, decide_ranked},
	instant_runoff::InstantRunoff,
	schulze::{PairCounts, Schulze},
	stv::Stv,
	totals::RankedTotals,
};
pub use rule::Rule;
pub use share::{NotAShare, Share};
pub use tie::{DecidedBy, Stake, TieRule};
pub use votes::{OptionIndex, OptionKind, RegionVotes, Totals, Votes, VotesError};
pub use working::{
	describe::sheet,
	outcome::{Outcome, Verdict},
	step::Step,
};

#[cfg(test)]
mod tests;

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

mod ballot;
mod candidates;
mod check;
mod decide;
pub mod laws;
mod lists;
mod ranked;
mod rule;
mod share;
pub mod tie;
mod votes;
mod working;

#[cfg(feature = "std")]
pub use ballot::blt;
pub use ballot::{
	selection::{self, BallotFormat, Selection, SELECTION_BYTES},
	slots::{self, Slot, Slots},
};
pub use candidates::{
	multi_seat::{Choices, MultiSeat},
	plurality::Plurality,
	referendum::Referendum,
	two_rounds::TwoRounds,
};
pub use check::RuleError;
pub use decide::{decide, decide_with, DecideError, Facts};
pub use lists::{
	decide::ListRule,
	members::{lot_of_list, FillBy, Filled, ListCandidate, ListFilling, LotNeeded, Sex},
	method_name::{UnknownBase, UnknownMethod},
	regional::{RegionSeats, RegionalLists, MAX_REGIONS},
};
pub use ranked::{
	ballots::{decide_ranked, RankedVotes, RankedVotesError, Ranking, PARTS},
	count::{Place, RankedCount, RankedTotals},
	instant_runoff::InstantRunoff,
	schulze::{decide_pairs, PairCounts, Schulze},
	stv::Stv,
};
pub use rule::{
	AgainstAll, Base, Coalition, Coalitions, Divisors, Majority, Method, MinimumShare, Regional, Regions, Rule,
	Threshold, MAX_OPTIONS, MAX_RANKED_CANDIDATES, MAX_SEATS,
};
pub use share::{NotAShare, Share};
pub use tie::{DecidedBy, Stake, TieRule};
pub use votes::{OptionIndex, OptionKind, RegionVotes, Totals, Votes, VotesError};
pub use working::{
	describe::sheet,
	outcome::{Outcome, Step, Verdict},
};

#[cfg(test)]
mod tests;

//! # Election files
//!
//! Reads the files of an election as people write them, without a chain: definitions and rules (TOML), published votes
//! (CSV), ballots (CSV and BLT); and counts them by [`electoral_rules`], with the working. Nothing here prints, and errors
//! are data ([`Error`]) that a program turns into sentences of its own.
//!
//! ```
//! use election_files::{
//!     ballots::BallotFile,
//!     count::{decide, seats_won, RuleFile},
//! };
//!
//! let rule = RuleFile::parse("kind = \"lists\"\nseats = 10\nthreshold = \"7%\"\nbase = \"valid\"", None)?;
//! let votes = BallotFile::read("party,votes\nAlpha,560\nBeta,380\nGamma,60\n", rule.contest(), rule.rule())?;
//!
//! let names: Vec<&str> = votes.names.iter().map(String::as_str).collect();
//! let whole_rule = rule.rule().rule(&names, &votes.kinds, votes.seats)?;
//! let (counted, notes) = votes.count(&whole_rule, rule.contest())?;
//! let seats = seats_won(&decide(&whole_rule, &counted)?, names.len());
//! for (name, seats) in names.iter().zip(&seats) {
//!     println!("{name}: {seats}");
//! }
//! assert_eq!((seats, notes), (vec![6, 4, 0], vec![]));
//! # Ok::<(), election_files::Error>(())
//! ```
//!
//! [`Error`] names what is wrong, with the line or the field:
//!
//! ```
//! use election_files::{
//!     error::{Error, LineFault},
//!     votes::Published,
//! };
//!
//! let error = Published::parse("party,votes\nAlpha,560\nBeta\n").unwrap_err();
//! assert_eq!(error, Error::VotesLine { line: 3, fault: LineFault::ColumnCount { found: 1, expected: 2 } });
//! ```
//!
//! The definition of an election ([`definition`]) has the types of the chain and brings the SDK with it; it is behind the
//! feature `definition`, which is on by default.
#![forbid(unsafe_code)]

pub mod ballots;
pub mod contest;
pub mod count;
pub mod csv_table;
#[cfg(feature = "definition")]
pub mod definition;
pub mod error;
pub mod hidden;
pub mod list_members;
pub mod notes;
pub mod numbers;
pub mod rule;
pub mod seats;
pub mod votes;
pub mod working;

pub use error::{Error, Result};

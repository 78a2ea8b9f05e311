//! Putting voters on a roll: on a direct one from a file, in batches that can be resumed; on a deniable one by checking people
//! in and out and submitting their enrolments together.
//!
//! A file of voters for a direct roll; whoever is on the roll already is left out:
//!
//! ```
//! use dobush_client::{
//! 	chain::{Chain, Sender},
//! 	desk::enrolment::{enrol, missing, parse},
//! 	keys::address,
//! 	Account, Result, RollId, Silent, UnitId,
//! };
//!
//! # fn main() -> Result<()> {
//! let (voter_id, credential) = ("2b".repeat(32), address(&Account::generate().id()));
//! let voters = parse(&format!("voter_id,unit,credential\n{voter_id},1,{credential}\n"))?;
//! assert_eq!((voters.len(), voters[0].unit), (1, UnitId(1)));
//! assert!(parse("voter_id,unit,credential\nnobody,1,nothing\n").is_err());
//! # Ok(())
//! # }
//!
//! async fn enrol_file(chain: &Chain, desk: Account, roll: RollId, path: &std::path::Path) -> Result<()> {
//! 	let voters = dobush_client::desk::enrolment::read(path)?;
//! 	let head = chain.finalised().await?;
//! 	let missing = missing(&chain.at(head.hash), roll, &voters).await?;
//! 	enrol(&mut Sender::new(chain, desk), roll, &missing, &Silent).await
//! }
//! ```
//!
//! On a deniable roll a person gets a ticket for the booth and a sealed slip, and comes back with a second print:
//!
//! ```
//! use dobush_client::{
//! 	desk::check_in::{check_in, Counter},
//! 	registry::parse_voter_id,
//! 	Account, UnitId,
//! };
//!
//! # fn main() -> dobush_client::Result<()> {
//! let (desk, genesis) = (Account::generate(), [1; 32]);
//! let voter = parse_voter_id(&"2b".repeat(32))?;
//! let (ticket, _slip) = check_in(&desk, genesis, voter, UnitId(2), &mut rand::rngs::OsRng);
//! let mut counter = Counter::default();
//! let voids_an_earlier_one = counter.issued(&ticket);
//! assert!(!voids_an_earlier_one && counter.open_tickets() == 1);
//! # Ok(())
//! # }
//! ```

pub mod check_in;
pub mod enrolment;
mod error;
pub mod sending;
pub mod submission;

pub use error::{DeskError, NotTaken, VotersFault};

//! # A rehearsal
//!
//! An election on a chain of its own: a node and trustees as child processes, and every other role played from here by the
//! functions of the SDK. The demonstration, the benchmarks and the tests are made of it. Whatever happens, the children end and
//! the folder goes with them.

mod casting;
mod children;
mod deniable;
pub mod enrolment;
mod failure;
mod question;
mod stage;

pub use casting::Vote;
pub use children::find_node;
pub use deniable::Offices;
pub use enrolment::{Credential, Doors, EnrolmentDay, Person, Submissions, Wallet};
pub use failure::{Failure, Result};
pub use question::Question;
pub use stage::{bounded, bounded_text, Cast, Rehearsal, Voter};

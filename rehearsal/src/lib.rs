//! # A rehearsal
//!
//! An election on a chain of its own: a node and trustees as child processes, and every other role played from here by the
//! functions of the SDK. The demonstration, the benchmarks and the tests are made of it. Whatever happens, the children end and
//! the folder goes with them.
//!
//! [`Program`] is a child process, [`Node`] a node that can be killed and started again, [`eventually`] waits for something while
//! they run, and [`Rehearsal`] is the whole: nothing else starts a node. Everything listens on the loopback interface only.

mod casting;
mod children;
mod deniable;
pub mod enrolment;
mod failure;
mod node;
mod program;
mod question;
mod stage;
mod waiting;

pub use casting::Vote;
pub use children::{eventually, Children};
pub use deniable::Offices;
pub use enrolment::{Credential, Doors, EnrolmentDay, Person, Submissions, Wallet};
pub use failure::{Awaited, Failure, Result};
pub use node::{free_port, Node, NodeSettings, Pool};
pub use program::{find, find_node, Program};
pub use question::Question;
pub use stage::{bounded, bounded_text, Cast, Rehearsal, Voter};
pub use waiting::Waiting;

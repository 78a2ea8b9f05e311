//! The civil registry: pseudonyms of persons, signed statements about them, and the parts of the key that makes them.
//! Needs no chain but its name. Protocol §2.

mod error;
mod parts;
mod pseudonym;

pub use error::RegistryError;
pub use parts::{genesis, join, new_key, read_statement, text_of};
pub use pseudonym::{parse_voter_id, KeyPart, NationalNumber, Period, PseudonymKey, Said, Statement, MAX_PARTS};

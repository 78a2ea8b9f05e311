//! The civil registry: pseudonyms of persons, signed statements about them, and the parts of the key that makes them.
//! Needs no chain but its name. Protocol §2.
//!
//! ```
//! use ballot_crypto::Signature;
//! use dobush_client::{
//! 	registry::{NationalNumber, Period, PseudonymKey},
//! 	Account,
//! };
//! use rand::rngs::OsRng;
//!
//! # fn main() -> dobush_client::Result<()> {
//! let period = Period { genesis: [1; 32], roll: 0 };
//! let parts = PseudonymKey::random(period, &mut OsRng).split(3, &mut OsRng)?; // each for another official
//! assert!(PseudonymKey::join(&parts[..2]).is_err());
//!
//! let key = PseudonymKey::join(&parts)?;
//! let number = NationalNumber::new("1 23456789-01234")?;
//! assert_eq!(key.pseudonym(&number)?, key.pseudonym(&NationalNumber::new("12345678901234")?)?);
//!
//! let registry = Account::generate();
//! let statement = key.statement(&number, registry.public(), |said| Signature(registry.sign(said)))?;
//! statement.verify(&period.genesis, &registry.public())?;
//! # Ok(())
//! # }
//! ```

mod error;
mod parts;
mod pseudonym;

pub use error::RegistryError;
pub use parts::{genesis, join, new_key, read_statement, text_of};
pub use pseudonym::{parse_voter_id, KeyPart, NationalNumber, Period, PseudonymKey, Said, Statement, MAX_PARTS};

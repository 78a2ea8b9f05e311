//! Making a ballot: encrypting a selection for each contest, auditing it instead of casting it. Protocol §4, A7.
//!
//! A ballot is sealed, and then audited instead of cast:
//!
//! ```
//! use ballot_crypto::Secret;
//! use dobush_client::{
//!     ballot::{Choice, Paper},
//!     Account, ElectionId, UnitId,
//! };
//! use election_files::definition::DefinitionFile;
//! use electoral_rules::Selection;
//!
//! # fn main() -> dobush_client::Result<()> {
//! let file = DefinitionFile::read("../crates/election-files/examples/definition.toml".as_ref())?;
//! let vote_key = Secret::random(&mut rand::rngs::OsRng).public(); // in an election the trustees make it
//! let paper = Paper::new([1; 32], ElectionId(3), UnitId(2), vote_key, &file.definition()?)?;
//!
//! let credential = Account::generate();
//! let sealed = paper.seal(credential.public(), &[Choice::Option(1), Choice::Option(0)])?;
//! let commitment = sealed.commitment(); // shown before the voter says whether to cast or to audit
//!
//! let opened = sealed.open(&paper, &credential.id()); // from here on the ballot cannot be cast any more
//! assert_eq!(opened.commitment, hex::encode(commitment));
//! assert_eq!(paper.audit(&opened)?[0].selection, Some(Selection::Option(1)));
//! # Ok(())
//! # }
//! ```

pub mod audit;
mod choice;
mod column;
mod encrypted;
mod error;
mod paper;
mod sealed_file;

pub use audit::{AuditFile, Audited};
pub use choice::Choice;
pub use column::Column;
pub use encrypted::{Commitment, Sealed, Wire};
pub use error::{AuditPart, BallotError, SealedUse};
pub use paper::{unit_of, Paper};
pub use sealed_file::SealedFile;

#[cfg(test)]
mod tests;

//! What a voter's own device does: activate papers from a booth, cast, and find the ballot in the box by proof.
//!
//! A ballot is cast through a relay, so that no node sees whose address casts, and proven to lie in the box:
//!
//! ```no_run
//! use dobush_client::{
//! 	ballot::Choice,
//! 	chain::DEFAULT_NODE,
//! 	voter::casting::{cast, prove_cast, Credential},
//! 	voter::Connections,
//! 	ElectionId, KeyFile, Silent,
//! };
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let credential = Credential::of_file(&KeyFile::open("credential.key".as_ref(), "passphrase")?)?;
//! let nodes = [DEFAULT_NODE.to_owned()];
//! let connections = Connections::open(&nodes, Some("https://relay.example"), &Silent).await?;
//! let view = connections.view(None, &Silent).await?;
//! let paper = credential.paper(&connections, &view, ElectionId(0), &Silent).await?;
//! let ballot = paper.seal(credential.account().public(), &[Choice::Option(2)])?.wire();
//! let receipt = cast(&connections, None, view, &credential, &paper, &ballot, &Silent).await?;
//! let found = prove_cast(&connections, None, &receipt, &Silent).await?;
//! println!("slot {} of unit {}, proven at block {}", found.slot, found.unit, found.block);
//! # Ok(())
//! # }
//! ```

pub mod activation;
pub mod casting;
mod connections;
mod error;
mod proven_paper;
pub mod receipt;
pub mod unit_roll;

pub use activation::CredentialRecord;
pub use connections::Connections;
pub use error::{PaperPart, VoterError};
pub use receipt::{Found, ReceiptFile};
pub use unit_roll::{UnitBatch, UnitRoll};

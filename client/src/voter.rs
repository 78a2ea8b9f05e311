//! What a voter's own device does: activate papers from a booth, cast, and find the ballot in the box by proof.
//!
//! A ballot is cast through a relay, so that no node sees whose address casts, and proven to lie in the box:
//!
//! ```no_run
//! use dobush_client::{
//!     ballot::Choice,
//!     chain::DEFAULT_NODE,
//!     voter::{cast, prove_cast, Breadth, Connections, Credential, KeptReceipt, ReceiptFile, VoterFolder},
//!     ElectionId, KeyFile, Silent,
//! };
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let credential = Credential::of_file(&KeyFile::open("credential.key".as_ref(), "passphrase")?)?;
//! let nodes = [DEFAULT_NODE.to_owned()];
//! let connections = Connections::open(&nodes, Some("https://relay.example"), &Silent).await?;
//! let view = connections.view(None, &Silent).await?;
//! credential.status(&connections, &view, ElectionId(0), Breadth::Ballot).await?.ensure_may_cast()?;
//! let paper = credential.paper(&connections, &view, ElectionId(0), &Silent).await?;
//! let ballot = paper.seal(credential.account().public(), &[Choice::Option(2)])?.wire();
//!
//! // The receipt is on the disk before anything leaves the device.
//! let folder = VoterFolder::of_chain(paper.genesis())?;
//! let receipt = ReceiptFile::prepared(&credential.account().id(), &paper, &ballot);
//! let mut receipt = KeptReceipt::create_in(&folder, receipt)?;
//! cast(&connections, None, &credential, &paper, &ballot, &mut receipt, &Silent).await?;
//! let found = prove_cast(&connections, None, receipt.file(), &Silent).await?;
//! println!("slot {} of unit {}, proven at block {}", found.slot, found.unit, found.block);
//! # Ok(())
//! # }
//! ```

pub mod activation;
pub mod casting;
mod connections;
mod credential;
mod error;
pub mod finding;
pub mod folder;
mod kept_receipt;
mod proven_paper;
pub mod receipt;
mod status;
pub mod unit_roll;

pub use activation::CredentialRecord;
pub use casting::cast;
pub use connections::Connections;
pub use credential::Credential;
pub use error::{PaperPart, Reached, VoterError, VoterFile};
pub use finding::{prove_cast, Breadth};
pub use folder::VoterFolder;
pub use kept_receipt::KeptReceipt;
pub use receipt::{BallotsCast, Found, ReceiptFile};
pub use status::VoterStatus;
pub use unit_roll::{UnitBatch, UnitRoll};

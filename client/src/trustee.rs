//! What a trustee or mixer does by itself in every phase, and what it must not forget.
//!
//! ```no_run
//! use dobush_client::{
//!     trustee::{NoteKind, DutyScope, Trustee},
//!     Chain, KeyFile,
//! };
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let key = KeyFile::open("trustee.key".as_ref(), "passphrase")?; // its vault lies beside it
//! let chain = Chain::connect(&["ws://127.0.0.1:9944".to_owned()]).await?;
//! let mut trustee = Trustee::new(&chain, key, DutyScope::Trustee, None)?;
//! // Ceremony, mixing and decryption of every election, for ever. A restart at any moment loses nothing.
//! trustee
//!     .run(|note| match &note.kind {
//!         NoteKind::Failed(error) => println!("tried again at the next block: {error}"),
//!         done => println!("{:?}: {done:?}", note.about),
//!     })
//!     .await?;
//! # Ok(())
//! # }
//! ```

mod ceremony;
mod duties;
mod error;
mod note;
pub mod share_pages;
mod standing;
mod tally;
mod vault;

pub use duties::{DutyScope, Trustee};
pub use error::TrusteeError;
pub use note::{Note, NoteKind};
pub use standing::ShareStanding;
pub use vault::Vault;

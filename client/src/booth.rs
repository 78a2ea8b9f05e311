//! The kiosk in the privacy booth: what it keeps, a voter's visit, activation of keys, and its cover in elections. It shares
//! nothing with the desk but a scanned ticket. Protocol §3.
//!
//! At the end of a day the booth activates the keys that wait; [`visit::Visiting`] has put them there:
//!
//! ```no_run
//! use dobush_client::{
//! 	booth::{batch, OpenBooth, StateFile},
//! 	keys::EncryptedFolder,
//! 	Chain, KeyFile, RollId, UnitId,
//! };
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let chain = Chain::connect(&["ws://127.0.0.1:9944".to_owned()]).await?;
//! let folder = EncryptedFolder::open(KeyFile::open("booth.key".as_ref(), "passphrase")?, None)?;
//! let mut booth = OpenBooth::open(folder, &chain, RollId(0), UnitId(2)).await?;
//! let terms = booth.roll.record.terms;
//! let decoys = batch::filling(&booth.state, &terms, batch::decoys_of(&terms), None)?;
//! println!("{decoys} envelopes more are to be scanned for decoys"); // each is for `batch::add_decoy`
//!
//! let mut file = StateFile(&booth.folder, &booth.name);
//! let rng = &mut rand::rngs::OsRng;
//! let done = batch::activate(&mut booth.sender, &mut booth.state, booth.roll.key, &mut file, rng).await?;
//! println!("{} keys are active since block {}", done.keys, done.block);
//! # Ok(())
//! # }
//! ```

pub mod batch;
pub mod decoys;
mod error;
mod open;
pub mod polls;
pub mod state;
pub mod visit;

pub use error::BoothError;
pub use open::{state_name, states, OpenBooth, StateFile};

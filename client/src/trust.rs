//! Trust in a few pinned validators instead of a node: their pin, and state that is read with proofs. A pin of any age leads to the
//! newest block: it moves over changes of the validators by proofs that every node keeps.
//!
//! ```no_run
//! use dobush_client::{
//!     chain::items,
//!     trust::{PinFile, ProvenView},
//!     Chain, RollId, Silent,
//! };
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let chain = Chain::connect(&["wss://a-node-of-strangers.example".to_owned()]).await?;
//! // The pin that the commission has published. With `None` the SDK keeps one of its own, from the first connection on.
//! let pin = PinFile::of(&chain, Some("pin.json".as_ref()))?;
//! let view = ProvenView::pinned(&chain, &pin, &Silent).await?;
//! let roll = view.read(&items::voter_registry::ROLLS, &(RollId(0),)).await?;
//! println!("proven at block {}: {} units", view.block(), roll.map_or(0, |roll| roll.units));
//! # Ok(())
//! # }
//! ```

mod error;
mod following;
mod pin_file;
mod proven_view;

pub use error::TrustError;
pub use pin_file::{write, PinFile};
pub use proven_view::ProvenView;

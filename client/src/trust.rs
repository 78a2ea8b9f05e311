//! Trust in a few pinned validators instead of a node: their pin, and state that is read with proofs.

mod error;
mod pin_file;
mod proven_view;

pub use error::TrustError;
pub use pin_file::{write, PinFile};
pub use proven_view::ProvenView;

//! What a trustee or mixer does by itself in every phase, and what it must not forget.

mod ceremony;
mod duties;
mod error;
pub mod share_pages;
mod tally;
mod vault;

pub use duties::{Note, Role, Trustee};
pub use error::TrusteeError;
pub use vault::Vault;

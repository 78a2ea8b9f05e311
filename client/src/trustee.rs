//! What a trustee or mixer does by itself in every phase, and what it must not forget.

mod ceremony;
mod duties;
mod error;
mod note;
pub mod share_pages;
mod tally;
mod vault;

pub use duties::{DutyScope, Trustee};
pub use error::TrusteeError;
pub use note::{Note, NoteKind};
pub use vault::Vault;

//! # The coercer's game
//!
//! A coercer tells a voter: give me your credential, all your papers, and do not vote yourself. The voter obeys, or hands over
//! a fake and votes freely. Many small elections are held with the cryptography of `ballot-crypto`; the coercer sees
//! everything that a coercer can see and says which it was. Juels, Catalano and Jakobsson, 2005; the attacks are theirs and
//! those of their critics.
//!
//! - [`settings`]: how large an election is, and which of the protocol's precautions is left out on purpose ([`Leak`]).
//! - [`world`]: one election, from the booth to the counted votes; what comes out is a [`View`].
//! - [`view`]: all that the coercer has: the chain, the papers, keys handed over, its own voters, a corrupt booth, t − 1
//!   trustees, a node that clients ask.
//! - [`coercer`]: ideas, each of which looks at a view and says obeyed or deceived.
//! - [`ideal`]: how well it can be told from what must become public: the result, the number of dropped ballots, the number of
//!   papers. Computed exactly, not measured.
//! - [`series`], [`statistics`]: many games, exact bounds.
//!
//! The chain is not in here, only what it publishes. Left out of most games, because they tell nothing that is not in the view
//! already: the arguments of batches and mixes and the proofs of trustees' shares, all of zero knowledge. One test makes and
//! checks those of batches, mixes and ballots ([`Settings::all_proofs`]).

pub mod coercer;
pub mod elections;
pub mod enrolment;
pub mod ideal;
pub mod series;
pub mod settings;
pub mod statistics;
pub mod trustees;
pub mod view;
pub mod world;

pub use coercer::{ideas, Idea};
pub use series::Series;
pub use settings::{Behaviour, Leak, Settings};
pub use view::View;
pub use world::play;

/// What can fail: encodings of the cryptography, which only a fault in this crate makes fail.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

//! # The coercer's game
//!
//! The coercion-resistance game of Juels, Catalano and Jakobsson, 2005, played with the cryptography of
//! `ballot-crypto`. A coercer tells a voter: give me your credential and all your papers, and do not vote yourself. The
//! voter obeys, or hands over a fake and votes freely. In many small elections the coercer sees everything that a
//! coercer can see, and says which of the two it was. The attacks are from that paper and from its critics.
//!
//! - [`settings`]: the size of an election, and which of the protocol's precautions is left out on purpose ([`Leak`]).
//! - [`world`]: one game, from the booth to the counted votes, which yields a [`View`].
//! - [`view`]: everything that the coercer has: the chain, the papers, keys handed over, its own voters, a corrupt booth, t − 1
//!   trustees, a node that clients ask.
//! - [`coercer`]: ideas, each of which looks at a view and says obeyed or deceived.
//! - [`ideal`]: how well the two can be told apart by what must become public: the result, the number of dropped ballots, the number
//!   of papers. Computed exactly, not measured.
//! - [`series`], [`statistics`]: many games, with exact bounds.
//!
//! The chain itself is not part of this, only what it publishes. Most games leave out the zero-knowledge proofs of
//! batches, mixes and trustees' shares, because these reveal nothing that is not in the view already. One test makes
//! and checks those of batches, mixes and ballots ([`Settings::all_proofs`]).

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

/// A result of the game. Only a fault in this crate makes an error, such as an encoding that does not decode.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

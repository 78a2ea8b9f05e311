//! What anybody can see: how an election or a roll stands, and the result with its working.
//!
//! ```no_run
//! use dobush_client::{observer::result::ElectionResult, Chain, ElectionId};
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let chain = Chain::connect(&["ws://127.0.0.1:9944".to_owned()]).await?;
//! let head = chain.finalised().await?;
//! let result = ElectionResult::fetch(&chain.at(head.hash), ElectionId(0)).await?;
//! println!("{}, certified: {}", result.title, result.certified());
//! for contest in &result.contests {
//!     let Some(votes) = contest.votes() else { continue /* not counted yet: `result.counting()` says why */ };
//!     println!("{}: {:?} ballots", contest.title, contest.participants());
//!     for (option, votes) in contest.options.iter().zip(votes) {
//!         println!("  {}: {votes} votes, seats: {:?}", option.name, option.seats);
//!     }
//! }
//! # Ok(())
//! # }
//! ```

pub mod course;
mod error;
pub mod result;
pub mod roll;
pub mod status;

pub use error::ObserverError;

//! Acts of the electoral commission.
//!
//! One member proposes an election, another one votes for it, and it is announced:
//!
//! ```no_run
//! use dobush_client::{
//!     chain::{calls, Chain, Sender},
//!     commission::motion,
//!     KeyFile, Result,
//! };
//! use election_files::definition::DefinitionFile;
//!
//! # async fn example() -> Result<()> {
//! let chain = Chain::connect(&["ws://127.0.0.1:9944".to_owned()]).await?;
//! let member = |file: &str| -> Result<Sender> {
//!     let key = KeyFile::open(file.as_ref(), "passphrase")?;
//!     Ok(Sender::new(&chain, key.account().clone()))
//! };
//! let (mut first, mut second) = (member("first.key")?, member("second.key")?);
//!
//! let definition = DefinitionFile::read("election.toml".as_ref())?.definition()?;
//! let announce = calls::elections::announce(&definition);
//! let head = chain.finalised().await?;
//! motion::check(&chain.at(head.hash), &announce.bytes(&chain)?).await?; // what the chain would refuse needs no votes
//! let (motions, _) = motion::propose(&mut first, &[announce]).await?;
//! motion::vote(&mut second, &motions, true).await?; // on another machine, where `motion::open` shows what it is about
//! motion::close(&mut first, &motions).await?; // fails if the chain did not do what the motion says
//! # Ok(())
//! # }
//! ```

mod error;
pub mod motion;
pub mod situation;

pub use error::CommissionError;
pub use situation::Situation;

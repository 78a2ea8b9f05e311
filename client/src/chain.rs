//! How the client meets the chain: everything is found by name in the node's own metadata, nothing is compiled in.

pub mod block;
pub mod calls;
pub mod connect;
pub mod constants;
pub mod decode;
pub mod description;
pub mod event_kinds;
pub mod events;
mod finality;
mod http;
pub mod items;
pub mod proof;
pub mod relay_protocol;
pub mod storage;
mod submit;
pub mod types;
pub mod views;

pub use block::Block;
pub use connect::{Chain, DEFAULT_NODE};
pub use events::{Event, Events};
pub use finality::Follower;
pub use storage::View;
pub use submit::{Call, Included, Sender, Signed};

use dobush_primitives::Refusal;

/// What can go wrong between the client and the chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
	/// No node answers.
	#[error("no node answers at {urls}: {reason}")]
	Unreachable {
		/// The nodes that were tried.
		urls: String,
		/// What the last one said.
		reason: String,
	},
	/// The node refused a question.
	#[error("the node refused `{method}`: {message}")]
	Rpc {
		/// The method.
		method: String,
		/// The JSON-RPC code.
		code: i32,
		/// The node's words.
		message: String,
	},
	/// The answer is not what it should be.
	#[error("the node's answer cannot be understood: {0}")]
	Answer(String),
	/// The chain has no such pallet, call, storage item, constant or view function.
	#[error("this chain knows no {0}")]
	Unknown(String),
	/// Another chain than expected.
	#[error("this is another chain: its genesis is {found}, expected was {expected}")]
	WrongChain {
		/// Genesis of the node's chain.
		found: String,
		/// Genesis that was expected.
		expected: String,
	},
	/// The transaction is refused before the pool with one of our own reasons.
	#[error("{0}")]
	Refused(Refusal),
	/// The transaction is refused before the pool by the SDK's own checks.
	#[error("the transaction is not valid: {0}")]
	Invalid(String),
	/// The runtime cannot decode the transaction; the node's log says no more than that.
	#[error("the node's runtime cannot read this transaction")]
	Unreadable,
	/// The pool cannot take more now.
	#[error("the node's transaction pool cannot take this transaction now: {0}")]
	PoolBusy(String),
	/// The call was included and failed.
	#[error("{pallet}.{name}: {docs}")]
	Failed {
		/// The pallet whose error it is.
		pallet: String,
		/// The error.
		name: String,
		/// What the pallet says about it.
		docs: String,
	},
	/// The transaction was not included while it was valid.
	#[error("the transaction was not included before it expired (block {until})")]
	Expired {
		/// The last block in which it was valid.
		until: u64,
	},
	/// A relay does not take it.
	#[error("the relay refused: {message}")]
	Relay {
		/// Whether it may take it a little later.
		busy: bool,
		/// Its words.
		message: String,
	},
	/// Waited too long.
	#[error("gave up after {seconds} s of waiting for {what}")]
	Timeout {
		/// How long.
		seconds: u64,
		/// For what.
		what: String,
	},
	/// A proof does not hold.
	#[error("the proof does not hold: {0}")]
	Proof(String),
}

impl ChainError {
	/// Whether the same question may be answered a little later or by another node.
	pub fn is_transient(&self) -> bool {
		matches!(self, Self::Unreachable { .. } | Self::PoolBusy(_) | Self::Relay { busy: true, .. })
	}
}

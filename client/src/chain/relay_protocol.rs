//! What a relay and those who cast through it agree on. Protocol §3; docs/roles/relay.md.

use std::time::Duration;

/// The longest round that a relay may have: a ballot lives for 64 blocks, which are two minutes on a development chain.
pub const LONGEST_ROUND: Duration = Duration::from_secs(60);

/// A relay's own method: the next GRANDPA justification for a block or a later one, which nodes tell by a subscription.
pub const JUSTIFICATION: &str = "relay_justification";

/// JSON-RPC codes of a relay's own answers; those of the node pass as they are.
pub mod code {
	/// What was to be forwarded is no ballot.
	pub const NO_BALLOT: i32 = -32050;
	/// Too many ballots, questions or connections.
	pub const BUSY: i32 = -32052;
	/// The relay's node does not answer.
	pub const NODE_SILENT: i32 = -32053;
}

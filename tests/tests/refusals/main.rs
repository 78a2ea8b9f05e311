//! Attacks at a node's RPC: whatever is wrong is refused with a reason of its own, and what is right is accepted afterwards.
//! [`ballots`]: what may not enter the box or the pool. [`trustees`]: what may not enter the key or the count. Each has an
//! election on a node of its own, side by side; about five minutes.

mod ballots;
mod trustees;

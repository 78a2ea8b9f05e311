//! Attacks at a node's RPC: whatever is wrong is refused with a reason of its own, and what is right is accepted afterwards.
//! [`ballots`]: what may not enter the box or the pool. [`trustees`]: what may not enter the key or the count. [`deniable`]: the
//! same for enrolment, ballots, tags and mixes of a deniable election. Each has an election on a node of its own, side by side;
//! about five minutes.

mod attack;
mod ballots;
mod deniable;
mod trustees;

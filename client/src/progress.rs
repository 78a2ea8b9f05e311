//! What goes on, for whoever shows it: the SDK itself prints nothing.

use crate::error::Error;
use std::path::Path;

/// Hears what goes on. [`Silent`] hears and says nothing.
pub trait Progress: Send + Sync {
	/// Something that a person should know, though nothing has failed.
	fn notice(&self, notice: &Notice<'_>);

	/// Work begins that takes a while: `length` steps, if their number is known. It ends when the answer is dropped.
	fn begin(&self, work: Work<'_>, length: Option<u64>) -> Box<dyn Steps>;
}

/// Receives the progress of one piece of work.
pub trait Steps: Send + Sync {
	/// Called when `steps` more steps are done.
	fn add(&self, steps: u64);

	/// Called when the work goes on to another part, `work`.
	fn now(&self, work: Work<'_>);
}

/// A piece of work that takes a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Work<'a> {
	/// Voters are put on the roll; a step is a voter.
	Enrolling,
	/// The pin is old: changes of validators are followed; a step is a change.
	FollowingValidators,
	/// A ballot is handed in, and its block is to become final.
	AwaitingFinality,
	/// The storage proof is fetched that the ballot lies in the box.
	ProvingInclusion,
	/// The chain is to check that every selection of a deniable ballot is a legal one.
	AwaitingMembershipCheck,
	/// Something else, in the words of the program that does it.
	Other(&'a str),
}

/// Something that a person should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice<'a> {
	/// The validators of a chain that was never seen before were taken from the node's word and pinned.
	PinnedOnFirstUse {
		/// The number of validators that were pinned.
		authorities: usize,
		/// The number of their set.
		set_id: u64,
		/// Where the pin is kept.
		file: &'a Path,
	},
	/// Whoever watches the network between here and the relay sees which credential casts.
	RelayNotEncrypted,
	/// An earlier ballot of the same credential is on its way and not final yet; this one follows it.
	EarlierBallot,
	/// Something is wrong with the roll entry of a credential. The ballot is cast nevertheless: a voter who is watched must be able to
	/// vote with a credential that does not count.
	RollEntry(&'a Error),
}

/// A [`Progress`] that ignores everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
	fn notice(&self, _: &Notice<'_>) {}

	fn begin(&self, _: Work<'_>, _: Option<u64>) -> Box<dyn Steps> {
		Box::new(Self)
	}
}

impl Steps for Silent {
	fn add(&self, _: u64) {}

	fn now(&self, _: Work<'_>) {}
}

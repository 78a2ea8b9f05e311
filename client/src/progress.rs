//! What goes on, for whoever shows it: the SDK itself prints nothing.

use crate::error::Error;
use std::{path::Path, time::Duration};

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
	/// A connection to a node or relay is opened, and the runtime's description is read.
	Connecting,
	/// The proof is fetched that a block is final, signed by the pinned validators.
	ProvingFinality,
	/// The ballot paper and the place of the credential on the roll are read with proofs; on a deniable roll the whole unit is.
	ReadingPaper,
	/// The ballot is handed in.
	Sending,
	/// An earlier ballot of the same credential is to become final, or its time to run out.
	AwaitingEarlier,
	/// The ballot is in the node's pool, and is to enter a block.
	AwaitingBlock,
	/// The ballot is in a block, which is to become final.
	AwaitingFinality,
	/// The storage proof is fetched that the ballot lies in the box.
	ProvingInclusion,
	/// The chain is to check that every selection of a deniable ballot is a legal one.
	AwaitingMembershipCheck,
	/// Something else, in the words of the program that does it.
	Other(&'a str),
}

impl Work<'_> {
	/// How long it takes at most, as far as the SDK bounds it; waiting for a node that does not answer comes on top.
	pub fn at_most(&self) -> Option<Duration> {
		let seconds = match self {
			Self::Connecting => 25,
			Self::ProvingFinality => 90,
			Self::Sending => 120,
			Self::AwaitingEarlier => 180,
			Self::AwaitingMembershipCheck => 600,
			_ => return None,
		};
		Some(Duration::from_secs(seconds))
	}
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
	/// No node answers; the same is asked again.
	AskingAgain {
		/// The failure.
		error: &'a Error,
		/// For how long at most.
		at_most: Option<Duration>,
	},
	/// The receipt could not be brought up to date; what it said before is still true. The ballot is not affected.
	ReceiptNotKept(&'a Error),
	/// An earlier receipt was not looked at: it is of another chain that has begun with the same block.
	ReceiptOfEarlierChain {
		/// Where it is kept.
		file: &'a Path,
	},
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

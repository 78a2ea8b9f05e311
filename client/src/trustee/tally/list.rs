//! An election that is being tallied, at one finalised block, and what every proof about one of its lists begins with.

use crate::{
	chain::{items, View},
	error::Result,
	trustee::TrusteeError,
};
use ballot_crypto::{
	ceremony::{Key, KeySet},
	Context,
};
use dobush_primitives::{ceremony::TAGGING_KEY, tally::Duty, BuiltOn, ElectionId, Subject};

/// An election that is being tallied, at one finalised block.
pub(super) struct Tallying<'a> {
	pub(super) view: View<'a>,
	pub(super) election: ElectionId,
	pub(super) built_on: BuiltOn,
	/// The vote key and, in a deniable election, the tagging key.
	pub(super) keys: KeySet,
	/// The roll key of a deniable election, in the hands that it was in when the polls opened.
	pub(super) roll: Option<(Subject, Key)>,
}

impl<'a> Tallying<'a> {
	pub(super) async fn fetch(view: View<'a>, election: ElectionId, built_on: BuiltOn) -> Result<Self> {
		let keys = view.read(&items::trustees::KEY_SETS, &(Subject::Election(election),)).await?;
		let keys = keys.ok_or(TrusteeError::KeysMissing { election })?;
		let pinned = view.read(&items::trustees::PINS, &(election,)).await?;
		let roll = match pinned {
			Some((roll, epoch)) => {
				let subject = Subject::Roll { roll, epoch };
				let set = view.read(&items::trustees::KEY_SETS, &(subject,)).await?;
				let key = set.and_then(|set| set.keys.into_iter().next());
				Some((subject, key.ok_or(TrusteeError::RollKeyMissing { subject })?))
			}
			None => None,
		};
		Ok(Self { view, election, built_on, keys, roll })
	}

	pub(super) fn vote_key(&self) -> Result<&Key, TrusteeError> {
		self.keys.keys.first().ok_or(TrusteeError::NoVoteKey { election: self.election })
	}

	pub(super) fn tagging_key(&self) -> Result<&Key, TrusteeError> {
		let key = self.keys.keys.get(usize::from(TAGGING_KEY));
		key.ok_or(TrusteeError::NoTaggingKey { election: self.election })
	}

	pub(super) fn roll_key(&self) -> Result<&(Subject, Key), TrusteeError> {
		self.roll.as_ref().ok_or(TrusteeError::NoRollKey)
	}
}

/// The context with which every proof about a list begins.
pub(super) fn context(genesis: [u8; 32], duty: &Duty, step: u8) -> Context {
	Context {
		genesis,
		election: duty.list.election.0,
		unit: duty.list.unit.0,
		contest: duty.list.contest().map_or(0, |contest| contest.0),
		step,
		prover: duty.trustee.0,
		attempt: duty.attempt,
	}
}

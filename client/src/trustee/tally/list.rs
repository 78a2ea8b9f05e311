//! An election that is being tallied, at one finalised block, and what every proof about one of its lists begins with.

use crate::{
	chain::View,
	error::{Failure, Result},
};
use ballot_crypto::{
	ceremony::{Key, KeySet},
	Context,
};
use dobush_primitives::{
	ceremony::TAGGING_KEY,
	tally::{Duty, ListId, Part},
	BuiltOn, ElectionId, RollId, Subject,
};
use parity_scale_codec::Encode;

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
		let keys: Option<KeySet> = view.get("Trustees", "KeySets", &[&Subject::Election(election).encode()]).await?;
		let keys = keys.ok_or_else(|| Failure::new("the election is being tallied and there is no key"))?;
		let pinned: Option<(RollId, u16)> = view.get("Trustees", "Pins", &[&election.encode()]).await?;
		let roll = match pinned {
			Some((roll, epoch)) => {
				let subject = Subject::Roll { roll, epoch };
				let set: Option<KeySet> = view.get("Trustees", "KeySets", &[&subject.encode()]).await?;
				let key = set.and_then(|set| set.keys.into_iter().next());
				Some((subject, key.ok_or_else(|| Failure::new(format!("the key of {subject} is missing")))?))
			}
			None => None,
		};
		Ok(Self { view, election, built_on, keys, roll })
	}

	pub(super) fn vote_key(&self) -> Result<&Key> {
		self.keys.keys.first().ok_or_else(|| Failure::new("the ceremony has made no key"))
	}

	pub(super) fn tagging_key(&self) -> Result<&Key> {
		let key = self.keys.keys.get(usize::from(TAGGING_KEY));
		key.ok_or_else(|| Failure::new("the ceremony of this election has made no tagging key"))
	}

	pub(super) fn roll_key(&self) -> Result<&(Subject, Key)> {
		self.roll.as_ref().ok_or_else(|| Failure::new("this election uses no roll key"))
	}
}

/// In words, for notes.
pub(super) fn list_words(list: &ListId) -> String {
	match list.part {
		Part::Contest(contest) => format!("unit {}, contest {contest}", list.unit),
		Part::Ballots => format!("the ballots of unit {}", list.unit),
		Part::Roll => format!("the roll of unit {}", list.unit),
	}
}

/// What every proof about a list begins with.
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

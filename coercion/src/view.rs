//! All that the coercer has.

use ballot_crypto::{
	booth::{check::Papers, FinalisedState, RollEntry},
	enrolment::{batch::Activation, Pair},
	envelope::{Challenge, EnvelopeHash},
	matching::{Tag, Verdict},
	Ciphertext, CredentialPlace, Element, Encoded, RistrettoPoint, Scalar, Secret,
};
use std::collections::BTreeMap;

/// The hash of the genesis block of every game.
pub const GENESIS: [u8; 32] = [1; 32];
/// The counting unit of every game.
pub const UNIT: u16 = 1;
/// Every element is multiplied by so much when the coercer tries to enrol a·Q.
pub const FACTOR: u64 = 3;

/// One activated key.
#[derive(Clone, Copy, Debug)]
pub struct Active {
	/// P
	pub key: Encoded,
	/// Its envelope; none only where the rule is broken.
	pub challenge: Option<Challenge>,
}

/// One batch, as the chain has it. Its place in the list is the order of activation.
#[derive(Clone, Debug)]
pub struct Posted {
	/// The booth.
	pub booth: [u8; 32],
	/// Its keys, sorted.
	pub keys: Vec<Active>,
	/// Its pairs, sorted.
	pub pairs: Vec<Pair>,
}

/// An accepted enrolment.
#[derive(Clone, Copy, Debug)]
pub struct Enrolled {
	/// Who.
	pub voter_id: [u8; 32],
	/// With what; the first half becomes the roll entry.
	pub pair: Pair,
}

/// The current ballot of a credential.
#[derive(Clone, Debug)]
pub struct Cast {
	/// P
	pub by: Encoded,
	/// One ciphertext for each contest.
	pub selections: Vec<Ciphertext>,
}

/// One election, as the chain has it after the count.
#[derive(Clone, Debug)]
pub struct Tallied {
	/// The ballots, by account.
	pub ballots: Vec<Cast>,
	/// Ballots that failed their membership proof and were dropped publicly.
	pub failed: u32,
	/// The lists of ballots after each mixer, elements of 1 + contests ciphertexts.
	pub mixed: Vec<Vec<Ciphertext>>,
	/// The roll after each mixer.
	pub mixed_roll: Vec<Vec<Ciphertext>>,
	/// The tags of the mixed ballots, in their order.
	pub tags: Vec<Option<Tag>>,
	/// The tags of the mixed roll, in their order.
	pub roll_tags: Vec<Option<Tag>>,
	/// What became of each mixed ballot.
	pub verdicts: Vec<Verdict>,
	/// The decrypted votes of each contest, in the order of the list that was decrypted.
	pub votes: Vec<Vec<RistrettoPoint>>,
	/// The same, read: the number of the option, none for an invalid vote.
	pub read: Vec<Vec<Option<usize>>>,
	/// Only for corrupt mixers of ballots: which input became which output.
	pub permutations: Vec<Option<Vec<u32>>>,
}

impl Tallied {
	/// How many ballots did not count.
	pub fn dropped(&self) -> usize {
		self.verdicts.iter().filter(|verdict| **verdict != Verdict::Counts).count()
	}
}

/// One credential that was handed over, with all its papers.
#[derive(Clone, Debug)]
pub struct Handed {
	/// P
	pub key: Encoded,
	/// The papers. What they cannot show is the order in which they were printed.
	pub papers: Papers,
}

/// What a client asked the coercer's node for. Where a relay stands between, nobody knows who asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
	/// The whole roll and all batches of the unit.
	WholeUnit,
	/// The roll entry of one voter.
	Voter([u8; 32]),
}

/// What the coercer knows about votes besides: its own, and those of sellers.
#[derive(Clone, Debug, Default)]
pub struct Known {
	/// The selections of ballots that count for sure: its own voters'.
	pub counted: Vec<Vec<usize>>,
	/// Accounts whose ballots do not count for sure: sellers' fakes, the corrupt booth's keys.
	pub dropped: Vec<Encoded>,
	/// How many fakes an own voter of the coercer got on a visit to the honest booth.
	pub fakes_of_own_voter: u32,
	/// The key related to that of the credential which the voter calls real: 2·P.
	pub related: Option<Encoded>,
}

/// All that the coercer has after both elections.
#[derive(Clone, Debug)]
pub struct View {
	/// R
	pub roll_key: Element,
	/// Of the coerced voter.
	pub voter_id: [u8; 32],
	/// What the coercer ordered: an option for each contest.
	pub order: Vec<usize>,
	/// The batches.
	pub batches: Vec<Posted>,
	/// The enrolments.
	pub enrolments: Vec<Enrolled>,
	/// The roll of the first election. In the second the coerced voter votes on paper, by order, and is not on the roll.
	pub roll: BTreeMap<[u8; 32], Ciphertext>,
	/// Both elections. In the second the coercer casts with everything handed over.
	pub elections: [Tallied; 2],
	/// All credentials handed over.
	pub handed: Vec<Handed>,
	/// Which of them the voter calls real.
	pub claimed: usize,
	/// What is known of other votes.
	pub known: Known,
	/// Shares of the roll key of corrupt trustees: number and share.
	pub roll_shares: Vec<(u16, Scalar)>,
	/// Of the tagging key of the first election.
	pub tag_shares: Vec<(u16, Scalar)>,
	/// What clients asked.
	pub asked: Vec<Asked>,
	/// The secret account key of the corrupt booth. It signs whatever the coercer wants.
	pub booth_secret: Secret,
}

impl View {
	/// The batch with the pair of the coerced voter, by number.
	pub fn batch_of_voter(&self) -> Option<usize> {
		let pair = self.enrolments.iter().find(|enrolled| enrolled.voter_id == self.voter_id)?.pair;
		self.batches.iter().position(|batch| batch.pairs.contains(&pair))
	}

	/// The credential that the voter calls real.
	pub fn called_real(&self) -> Option<&Handed> {
		self.handed.get(self.claimed)
	}

	/// Whether an account is known not to count, or was handed over.
	pub fn is_known(&self, key: &Encoded) -> bool {
		self.known.dropped.contains(key)
			|| self.known.related == Some(*key)
			|| self.handed.iter().any(|one| one.key == *key)
	}
}

/// What a device would be told by a node about a view: the coercer checks papers as the voter does.
pub struct State<'a> {
	view: &'a View,
	batches: Vec<Vec<Activation>>,
}

impl<'a> State<'a> {
	/// The state of this view.
	pub fn of(view: &'a View) -> Self {
		let activations = |batch: &Posted| -> Vec<Activation> {
			let active = |active: &Active| Some(Activation { key: active.key, challenge: active.challenge? });
			batch.keys.iter().filter_map(active).collect()
		};
		Self { view, batches: view.batches.iter().map(activations).collect() }
	}
}

impl FinalisedState for State<'_> {
	fn roll_key(&self) -> Element {
		self.view.roll_key
	}
	fn is_booth(&self, account: &[u8; 32]) -> bool {
		self.view.batches.iter().any(|batch| batch.booth == *account)
	}
	fn is_desk(&self, _: &[u8; 32]) -> bool {
		true
	}
	fn envelope_booth(&self, hash: &EnvelopeHash) -> Option<[u8; 32]> {
		let has = |batch: &&Posted| batch.keys.iter().any(|key| key.challenge.is_some_and(|one| one.hash() == *hash));
		self.view.batches.iter().find(has).map(|batch| batch.booth)
	}
	fn roll_entry(&self, voter_id: &[u8; 32]) -> Option<RollEntry> {
		self.view.roll.get(voter_id).map(|element| RollEntry { unit: UNIT, element: *element })
	}
	fn batch_with(&self, place: &CredentialPlace, pair: &Pair) -> Option<&[Activation]> {
		let of = |batch: &Posted| batch.booth == place.booth && batch.pairs.contains(pair);
		let number = self.view.batches.iter().position(of)?;
		self.batches.get(number).map(Vec::as_slice)
	}
}

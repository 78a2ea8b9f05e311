//! Everything that the coercer has.

use ballot_crypto::{
	booth::{check::Papers, FinalisedState, RollEntry},
	enrolment::{batch::Activation, Pair},
	envelope::{Challenge, EnvelopeHash},
	matching::{BallotVerdict, Tag},
	Ciphertext, CredentialPlace, Element, Encoded, RistrettoPoint, Scalar, Secret,
};
use std::collections::BTreeMap;

/// The hash of the genesis block of every game.
pub const GENESIS: [u8; 32] = [1; 32];
/// The counting unit of every game.
pub const UNIT: u16 = 1;
/// The factor a with which the coercer tries to enrol a·Q.
pub const FACTOR: u64 = 3;

/// One activated key.
#[derive(Clone, Copy, Debug)]
pub struct ActiveKey {
	/// P, the account.
	pub key: Encoded,
	/// The challenge of its envelope; none only where that precaution is left out.
	pub challenge: Option<Challenge>,
}

/// One activated batch, as the chain has it. Lists of batches are in the order of activation.
#[derive(Clone, Debug)]
pub struct PostedBatch {
	/// The account of the booth.
	pub booth: [u8; 32],
	/// The keys, sorted.
	pub keys: Vec<ActiveKey>,
	/// The pairs, sorted.
	pub pairs: Vec<Pair>,
}

/// An accepted enrolment.
#[derive(Clone, Copy, Debug)]
pub struct Enrolled {
	/// The pseudonym of the voter.
	pub voter_id: [u8; 32],
	/// The enrolled pair, whose first half becomes the roll entry.
	pub pair: Pair,
}

/// The current ballot of a credential.
#[derive(Clone, Debug)]
pub struct CastBallot {
	/// P, the account that cast it.
	pub by: Encoded,
	/// One ciphertext for each contest.
	pub selections: Vec<Ciphertext>,
}

/// One election, as the chain has it after the count.
#[derive(Clone, Debug)]
pub struct Tallied {
	/// The ballots, by account.
	pub ballots: Vec<CastBallot>,
	/// The number of ballots that failed their proof of membership and were dropped publicly.
	pub failed: u32,
	/// The lists of ballots after each mixer, elements of 1 + contests ciphertexts.
	pub mixed: Vec<Vec<Ciphertext>>,
	/// The roll after each mixer.
	pub mixed_roll: Vec<Vec<Ciphertext>>,
	/// The tags of the mixed ballots, in their order.
	pub tags: Vec<Option<Tag>>,
	/// The tags of the mixed roll, in their order.
	pub roll_tags: Vec<Option<Tag>>,
	/// The verdict on each mixed ballot.
	pub verdicts: Vec<BallotVerdict>,
	/// The decrypted votes of each contest, in the order of the list that was decrypted.
	pub votes: Vec<Vec<RistrettoPoint>>,
	/// The same votes as numbers of options, from 0; none for an invalid vote.
	pub read: Vec<Vec<Option<usize>>>,
	/// For each mixer of ballots that is corrupt: which input became which output.
	pub permutations: Vec<Option<Vec<u32>>>,
}

impl Tallied {
	/// How many ballots did not count.
	pub fn dropped(&self) -> usize {
		self.verdicts.iter().filter(|verdict| **verdict != BallotVerdict::Counts).count()
	}
}

/// One credential that was handed over, with all its papers.
#[derive(Clone, Debug)]
pub struct HandedOver {
	/// P, the account.
	pub key: Encoded,
	/// The papers, which do not show the order in which they were printed.
	pub papers: Papers,
}

/// What a client asked the coercer's node for. Who asked is not known, because a relay stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Query {
	/// The whole roll and all batches of the unit.
	WholeUnit,
	/// The roll entry of the voter with this pseudonym.
	Voter([u8; 32]),
}

/// What the coercer knows about votes from elsewhere: about its own voters and about sellers.
#[derive(Clone, Debug, Default)]
pub struct SideKnowledge {
	/// The selections of ballots that certainly count, which are those of its own voters.
	pub counted: Vec<Vec<usize>>,
	/// Accounts whose ballots certainly do not count: fakes of sellers and keys of the corrupt booth.
	pub dropped: Vec<Encoded>,
	/// How many fakes one of the coercer's own voters got on a visit to the honest booth.
	pub fakes_of_own_voter: u32,
	/// The key 2·P, where P is the credential that the voter calls real.
	pub related: Option<Encoded>,
}

/// Everything that the coercer has after both elections.
#[derive(Clone, Debug)]
pub struct View {
	/// R, the roll key.
	pub roll_key: Element,
	/// The pseudonym of the coerced voter.
	pub voter_id: [u8; 32],
	/// The option that the coercer ordered, for each contest.
	pub order: Vec<usize>,
	/// All activated batches.
	pub batches: Vec<PostedBatch>,
	/// All accepted enrolments.
	pub enrolments: Vec<Enrolled>,
	/// The roll of the first election. In the second the coerced voter votes on paper, by order, and is not on the roll.
	pub roll: BTreeMap<[u8; 32], Ciphertext>,
	/// Both elections. In the second the coercer casts with everything handed over.
	pub elections: [Tallied; 2],
	/// All credentials handed over.
	pub handed: Vec<HandedOver>,
	/// The position among them of the credential that the voter calls real.
	pub claimed: usize,
	/// What is known of votes from elsewhere.
	pub known: SideKnowledge,
	/// The corrupt trustees' shares of the roll key: number and share.
	pub roll_shares: Vec<(u16, Scalar)>,
	/// The corrupt trustees' shares of the tagging key of the first election.
	pub tag_shares: Vec<(u16, Scalar)>,
	/// The queries of clients.
	pub asked: Vec<Query>,
	/// The secret key of the corrupt booth's account, which signs whatever the coercer wants.
	pub booth_secret: Secret,
}

impl View {
	/// The position of the batch with the pair of the coerced voter.
	pub fn batch_of_voter(&self) -> Option<usize> {
		let pair = self.enrolments.iter().find(|enrolled| enrolled.voter_id == self.voter_id)?.pair;
		self.batches.iter().position(|batch| batch.pairs.contains(&pair))
	}

	/// The credential that the voter calls real.
	pub fn called_real(&self) -> Option<&HandedOver> {
		self.handed.get(self.claimed)
	}

	/// Whether the coercer knows that an account does not count, or the account was handed over.
	pub fn is_known(&self, key: &Encoded) -> bool {
		self.known.dropped.contains(key)
			|| self.known.related == Some(*key)
			|| self.handed.iter().any(|one| one.key == *key)
	}
}

/// A view as the state that a node reports to a voter's device: the coercer checks papers as the device does.
pub struct State<'a> {
	view: &'a View,
	batches: Vec<Vec<Activation>>,
}

impl<'a> State<'a> {
	/// The state of this view.
	pub fn of(view: &'a View) -> Self {
		let activations = |batch: &PostedBatch| -> Vec<Activation> {
			let active = |active: &ActiveKey| Some(Activation { key: active.key, challenge: active.challenge? });
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
		let has =
			|batch: &&PostedBatch| batch.keys.iter().any(|key| key.challenge.is_some_and(|one| one.hash() == *hash));
		self.view.batches.iter().find(has).map(|batch| batch.booth)
	}
	fn roll_entry(&self, voter_id: &[u8; 32]) -> Option<RollEntry> {
		self.view.roll.get(voter_id).map(|element| RollEntry { unit: UNIT, element: *element })
	}
	fn batch_with(&self, place: &CredentialPlace, pair: &Pair) -> Option<&[Activation]> {
		let of = |batch: &PostedBatch| batch.booth == place.booth && batch.pairs.contains(pair);
		let number = self.view.batches.iter().position(of)?;
		self.batches.get(number).map(Vec::as_slice)
	}
}

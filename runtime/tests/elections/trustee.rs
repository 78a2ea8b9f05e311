//! A trustee who follows the chain's state and does what is owed, with real secrets and proofs.

mod ceremony;
mod tally;

pub use ceremony::{ceremony_of, under_way};
pub use tally::Mix;

use crate::{
	chain::{account, Chain},
	voter::pair,
};
use ballot_crypto::ceremony::{Dealing, HolderSecret, RecipientSecret};
use dobush_primitives::{ElectionId, ListId, Subject, TrusteeIndex};
use dobush_runtime::{AccountId, RuntimeCall};
use rand_chacha::ChaCha20Rng;
use sp_core::sr25519;
use std::collections::BTreeMap;

/// The secrets of one attempt at a ceremony.
#[derive(Default)]
struct Attempt {
	/// With which it receives shares; in a re-sharing old holders may receive none.
	recipient: Option<RecipientSecret>,
	dealing: Option<Dealing>,
}

pub struct Trustee {
	pub pair: sr25519::Pair,
	/// Its number in the election. Ceremonies of rolls have their own.
	pub index: TrusteeIndex,
	attempts: BTreeMap<u32, Attempt>,
	/// Its share of each key of a subject.
	shares: BTreeMap<Subject, Vec<HolderSecret>>,
	/// The mix of each invitation, also of those that were not uploaded to the end.
	pub mixes: BTreeMap<(ListId, u16), Mix>,
}

impl Trustee {
	pub fn random(index: u16, rng: &mut ChaCha20Rng) -> Self {
		Self {
			pair: pair(rng),
			index: TrusteeIndex(index),
			attempts: BTreeMap::new(),
			shares: BTreeMap::new(),
			mixes: BTreeMap::new(),
		}
	}

	pub fn account(&self) -> AccountId {
		account(&self.pair)
	}

	/// Everything that this trustee owes now to ceremonies and to the tally of an election, in the order in which it must be
	/// sent.
	pub fn owed(&mut self, chain: &mut Chain, election: ElectionId, rng: &mut ChaCha20Rng) -> Vec<RuntimeCall> {
		let mut calls = self.owed_to_ceremonies(chain, rng);
		for duty in self.duties(chain, election) {
			calls.extend(self.tally_calls(chain, &duty, rng).into_iter().map(RuntimeCall::from));
		}
		calls
	}
}

/// A block, and before it what trustees owe to ceremonies and to the tally of an election.
pub fn act(chain: &mut Chain, trustees: &mut [Trustee], election: ElectionId, rng: &mut ChaCha20Rng) {
	for trustee in trustees {
		if !chain.awaits(&trustee.account()) {
			for call in trustee.owed(chain, election, rng) {
				chain.send(&trustee.pair, call);
			}
		}
	}
	chain.block();
}

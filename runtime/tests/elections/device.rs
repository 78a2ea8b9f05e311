//! What a voter has at home: a device that checks papers against the chain, and cannot tell real from fake.

use crate::chain::{account, Chain};
use ballot_crypto::{
	booth::check::{check, Fault, FinalisedState, Papers, RollEntry},
	credential::CredentialPlace,
	enrolment::{batch::Activation, Pair},
	envelope::EnvelopeHash,
	CredentialSecret, Element,
};
use dobush_primitives::{
	traits::{Ceremonies as _, Registry as _},
	RollId, UnitId,
};
use dobush_runtime::{AccountId, Runtime, Trustees, VoterRegistry};
use pallet_deniable_roll::{Activations, Batches, Entries, Envelopes, Offices, Pairs};
use rand_chacha::ChaCha20Rng;
use sp_core::{sr25519, Pair as _};
use std::collections::BTreeMap;

/// All of a deniable roll, downloaded: nobody is asked for one voter or one key.
pub struct Snapshot {
	genesis: [u8; 32],
	roll_key: Element,
	booths: Vec<[u8; 32]>,
	desks: Vec<[u8; 32]>,
	envelopes: BTreeMap<EnvelopeHash, [u8; 32]>,
	entries: BTreeMap<[u8; 32], RollEntry>,
	batches: Vec<(CredentialPlace, Vec<Pair>, Vec<Activation>)>,
}

impl Snapshot {
	/// The key that entries are encrypted under; it must be made.
	pub fn roll_key_of(chain: &mut Chain, roll: RollId) -> Element {
		chain.read(|| Trustees::roll_key(roll)).expect("the key is made").element().unwrap()
	}

	pub fn of(chain: &mut Chain, roll: RollId) -> Self {
		let (genesis, roll_key) = (chain.genesis().0, Self::roll_key_of(chain, roll));
		chain.read(|| {
			let booths: Vec<AccountId> = Offices::<Runtime>::iter()
				.filter(|(_, office)| office.roll == roll && office.is_held())
				.map(|(account, _)| account)
				.collect();
			let desks = pallet_voter_registry::Desks::<Runtime>::iter_keys()
				.filter(|desk| VoterRegistry::desk_of(desk) == Some(roll))
				.map(Into::into)
				.collect();
			let entries = Entries::<Runtime>::iter_prefix((roll,))
				.filter(|(_, entry)| entry.struck_in.is_none())
				.map(|((unit, _), entry)| (entry.voter_id.0, RollEntry { unit: unit.0, element: entry.element }))
				.collect();
			let batches = booths.iter().flat_map(|booth| {
				Batches::<Runtime>::iter_prefix(booth).map(move |(number, record)| {
					let place = CredentialPlace { genesis, unit: record.unit.0, booth: booth.clone().into() };
					let pairs = Pairs::<Runtime>::get(booth, number).unwrap().into_inner();
					(place, pairs, Activations::<Runtime>::get(booth, number).unwrap().into_inner())
				})
			});
			Self {
				genesis,
				roll_key,
				batches: batches.collect(),
				booths: booths.into_iter().map(Into::into).collect(),
				desks,
				envelopes: Envelopes::<Runtime>::iter().map(|(hash, envelope)| (hash, envelope.booth)).collect(),
				entries,
			}
		})
	}

	/// Checks papers; the credential, if everything about them is right.
	pub fn check(&self, papers: &Papers, rng: &mut ChaCha20Rng) -> Result<Credential, Fault> {
		let found = check(papers, &self.genesis, self, rng)?;
		Ok(Credential::new(&found.secret, found.place.booth, UnitId(found.place.unit)))
	}
}

impl FinalisedState for Snapshot {
	fn roll_key(&self) -> Element {
		self.roll_key
	}
	fn is_booth(&self, account: &[u8; 32]) -> bool {
		self.booths.contains(account)
	}
	fn is_desk(&self, account: &[u8; 32]) -> bool {
		self.desks.contains(account)
	}
	fn envelope_booth(&self, hash: &EnvelopeHash) -> Option<[u8; 32]> {
		self.envelopes.get(hash).copied()
	}
	fn roll_entry(&self, voter_id: &[u8; 32]) -> Option<RollEntry> {
		self.entries.get(voter_id).copied()
	}
	fn batch_with(&self, place: &CredentialPlace, pair: &Pair) -> Option<&[Activation]> {
		let found = self.batches.iter().find(|(of, pairs, _)| of == place && pairs.contains(pair));
		found.map(|(_, _, activations)| &activations[..])
	}
}

/// A key that a booth has activated: real, fake or decoy.
#[derive(Clone)]
pub struct Credential {
	pub pair: sr25519::Pair,
	pub booth: [u8; 32],
	pub unit: UnitId,
}

impl Credential {
	pub fn new(secret: &CredentialSecret, booth: [u8; 32], unit: UnitId) -> Self {
		let pair = sr25519::Pair::from_seed_slice(&*secret.to_bytes()).expect("an sr25519 secret");
		assert_eq!(pair.public().0, secret.account().0);
		Self { pair, booth, unit }
	}

	pub fn account(&self) -> AccountId {
		account(&self.pair)
	}
}

//! Who enrols, and what they come home with.

use ballot_crypto::booth::check::Papers;
use dobush_client::keys::Account;
use dobush_primitives::{UnitId, VoterId};

/// A person who enrols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
	/// The person's pseudonym on the roll.
	pub voter_id: VoterId,
	/// The number of the person's counting unit.
	pub unit: UnitId,
}

/// A credential, ready to vote.
#[derive(Clone, Debug)]
pub struct Credential {
	/// The account of the credential.
	pub account: Account,
	/// The number of the credential's counting unit.
	pub unit: UnitId,
	/// The account of the booth that activated it.
	pub booth: [u8; 32],
}

/// The credentials that a person brought home. Only this person knows which of them counts.
#[derive(Clone, Debug)]
pub struct Wallet {
	/// The credential whose ballot counts.
	pub real: Credential,
	/// At least one that does not.
	pub fakes: Vec<Credential>,
}

/// The papers of one credential.
#[derive(Debug)]
pub(super) struct Printed {
	pub(super) person: usize,
	pub(super) real: bool,
	pub(super) papers: Papers,
}

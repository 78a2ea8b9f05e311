//! Who enrols, and what they come home with.

use ballot_crypto::booth::check::Papers;
use dobush_client::keys::Account;
use dobush_primitives::{UnitId, VoterId};

/// Somebody who enrols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
	/// The pseudonym.
	pub voter_id: VoterId,
	/// The counting unit.
	pub unit: UnitId,
}

/// A credential, ready to vote.
#[derive(Clone, Debug)]
pub struct Credential {
	/// The account.
	pub account: Account,
	/// Its counting unit.
	pub unit: UnitId,
	/// The booth that activated it.
	pub booth: [u8; 32],
}

/// What somebody came home with. Only they know which is which.
#[derive(Clone, Debug)]
pub struct Wallet {
	/// The one that counts.
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

//! A ballot as it is sent: the direct kind, or the deniable one with its booth and membership proofs.

use super::{Column, Paper, Sealed};
use crate::{
	chain::Call,
	error::{because, Failure, Result},
};
use ballot_crypto::{
	knowledge::{BallotContext, EncryptionSecret},
	membership::{self, Selections, Statement},
	transcript::blake2_256,
	Ciphertext,
};
use dobush_primitives::{Ballot, DeniableBallot, DeniableSelection, ElectionId, Receipt, MAX_MEMBERSHIP_BYTES};
use parity_scale_codec::{Decode, DecodeAll, Encode};
use rand::rngs::OsRng;
use sp_core::{bounded::BoundedVec, ConstU32};
use sp_runtime::AccountId32;

/// SCALE of a membership proof.
type Membership = BoundedVec<u8, ConstU32<MAX_MEMBERSHIP_BYTES>>;

/// What a sealed ballot of a deniable election has besides its entries.
pub(super) struct Proven {
	/// The booth that activated the credential.
	pub(super) booth: [u8; 32],
	/// One for each entry.
	pub(super) memberships: Vec<Membership>,
}

/// A ballot as the chain takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wire {
	/// The roll holds the credential itself.
	Direct(Ballot),
	/// The roll holds an encryption of it.
	Deniable(DeniableBallot),
}

impl Wire {
	/// SCALE of the ballot.
	pub fn encoded(&self) -> Vec<u8> {
		match self {
			Self::Direct(ballot) => ballot.encode(),
			Self::Deniable(ballot) => ballot.encode(),
		}
	}

	/// Reads a ballot of the kind that the paper asks for.
	pub(super) fn decode(paper: &Paper, bytes: &[u8]) -> Option<Self> {
		let bytes = &mut &*bytes;
		match paper.booth {
			None => Ballot::decode(bytes).ok().map(Self::Direct),
			Some(_) => DeniableBallot::decode(bytes).ok().map(Self::Deniable),
		}
	}

	/// The ciphertexts in the order of the ballot.
	pub fn ciphertexts(&self) -> Vec<Ciphertext> {
		match self {
			Self::Direct(ballot) => ballot.entries.iter().map(|entry| entry.ciphertext).collect(),
			Self::Deniable(ballot) => ballot.entries.iter().map(|entry| entry.selection.ciphertext).collect(),
		}
	}

	/// What the voter keeps; the chain's event names it too.
	pub fn receipt(&self, election: ElectionId, credential: &AccountId32) -> Receipt {
		match self {
			Self::Direct(ballot) => Receipt::of(election, credential, ballot),
			Self::Deniable(ballot) => Receipt::of_deniable(election, credential, ballot),
		}
	}

	/// The call that casts it.
	pub fn call(&self, election: ElectionId) -> Call {
		match self {
			Self::Direct(ballot) => Call::new("BallotBox", "cast", (election, ballot)),
			Self::Deniable(ballot) => Call::new("BallotBox", "cast_deniable", (election, ballot)),
		}
	}
}

impl Sealed {
	/// The ballot as it is sent.
	pub fn wire(&self) -> Wire {
		let Some(Proven { booth, memberships }) = &self.proven else { return Wire::Direct(self.ballot.clone()) };
		let entries = self.ballot.entries.iter().zip(memberships);
		let entries = entries
			.map(|(selection, membership)| DeniableSelection { selection: *selection, membership: membership.clone() });
		// As many as the direct ballot has.
		Wire::Deniable(DeniableBallot { booth: *booth, entries: BoundedVec::truncate_from(entries.collect()) })
	}

	/// What the device commits to before the voter decides between casting and auditing: `blake2_256` of the ballot's SCALE.
	pub fn commitment(&self) -> super::Commitment {
		blake2_256(&[&self.wire().encoded()])
	}
}

impl Paper {
	/// The same paper for a credential that this booth has activated, in a deniable election.
	pub fn of_booth(self, booth: [u8; 32]) -> Self {
		Self { booth: Some(booth), ..self }
	}

	/// Encrypts uniform rows of the tables in each contest: for a booth's decoys, whose ballots nobody ever decrypts.
	pub fn seal_at_random(&self, credential: [u8; 32]) -> Result<Sealed> {
		let pieces = self.contests.iter().map(Column::random_pieces).collect::<Result<Vec<_>>>()?;
		self.seal_pieces(credential, pieces)
	}

	/// Checks a ballot natively, as the chain will: before the pool, and its membership later.
	pub fn check_wire(&self, credential: [u8; 32], wire: &Wire) -> bool {
		match (wire, self.booth) {
			(Wire::Direct(ballot), None) => self.check(credential, ballot),
			(Wire::Deniable(ballot), Some(booth)) => {
				let selections = ballot.entries.iter().map(|entry| entry.selection).collect();
				let direct = Ballot { entries: BoundedVec::truncate_from(selections) };
				let is_member = |((column, context), entry): ((&Column, BallotContext), &DeniableSelection)| {
					column.check_membership(&context, &entry.selection.ciphertext, &entry.membership)
				};
				ballot.booth == booth
					&& self.check(credential, &direct)
					&& self.places(credential).zip(&ballot.entries).all(is_member)
			}
			_ => false,
		}
	}
}

impl Column {
	/// Proves that a ciphertext holds a row of its table slot's table.
	pub(super) fn prove_membership(
		&self,
		context: &BallotContext,
		ciphertext: &Ciphertext,
		row: usize,
		secret: &EncryptionSecret,
	) -> Result<Membership> {
		let table =
			self.table(context.slot.into()).ok_or_else(|| Failure::new("the contest has no such table slot"))?;
		let selections = Selections::of(table);
		let statement = Statement { context, selections: &selections, ciphertext };
		let proof = membership::prove(&statement, row, secret, &mut OsRng)
			.map_err(|error| because("the membership proof cannot be made")(&error))?;
		BoundedVec::try_from(proof.encode()).map_err(|_| {
			Failure::new("a contest has more legal selections than a deniable election can have")
				.hint("tell the commission")
		})
	}

	fn check_membership(&self, context: &BallotContext, ciphertext: &Ciphertext, membership: &[u8]) -> bool {
		let Some(table) = self.table(context.slot.into()) else { return false };
		let selections = Selections::of(table);
		let statement = Statement { context, selections: &selections, ciphertext };
		membership::Proof::decode_all(&mut &*membership)
			.is_ok_and(|proof| membership::verify(&statement, &proof).is_ok())
	}
}

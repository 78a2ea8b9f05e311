//! An encrypted ballot: committed to before anybody says whether it is cast or audited, and in the form in which it is sent,
//! the direct kind or the deniable one with its booth and membership proofs.

use super::{
	choice::{Choice, Piece},
	column::Column,
	error::BallotError,
	paper::Paper,
};
use crate::{
	chain::{calls, Call},
	error::Result,
};
use ballot_crypto::{
	knowledge::{self, BallotContext, EncryptionSecret},
	membership::{self, Selections, Statement},
	transcript::blake2_256,
	Ciphertext,
};
use dobush_primitives::{
	Ballot, DeniableBallot, DeniableSelection, ElectionId, EncryptedSelection, Receipt, MAX_MEMBERSHIP_BYTES,
};
use electoral_rules::Selection;
use parity_scale_codec::{Decode, DecodeAll, Encode};
use rand::rngs::OsRng;
use sp_core::{bounded::BoundedVec, ConstU32};
use sp_runtime::AccountId32;

/// A ballot that is encrypted and committed to, neither cast nor audited yet.
pub struct Sealed {
	/// The entries that would be cast.
	pub ballot: Ballot,
	/// The booth and the proofs that are cast with them in a deniable election.
	proven: Option<Proven>,
	pub(super) secrets: Vec<EncryptionSecret>,
}

/// What the first device commits to before it knows whether the ballot is cast or audited.
pub type Commitment = [u8; 32];

/// SCALE of a membership proof.
type Membership = BoundedVec<u8, ConstU32<MAX_MEMBERSHIP_BYTES>>;

/// What a sealed ballot of a deniable election has besides its entries.
struct Proven {
	/// The booth that activated the credential.
	booth: [u8; 32],
	/// The proofs of membership, one for each ciphertext.
	memberships: Vec<Membership>,
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
			Self::Direct(ballot) => calls::ballot_box::cast(election, ballot),
			Self::Deniable(ballot) => calls::ballot_box::cast_deniable(election, ballot),
		}
	}
}

impl Sealed {
	/// The ciphertexts, as they will lie in the box.
	pub fn ciphertexts(&self) -> Vec<Ciphertext> {
		self.ballot.entries.iter().map(|entry| entry.ciphertext).collect()
	}

	/// The ballot as it is sent.
	pub fn wire(&self) -> Wire {
		let Some(Proven { booth, memberships }) = &self.proven else { return Wire::Direct(self.ballot.clone()) };
		let entries = self.ballot.entries.iter().zip(memberships);
		let entries = entries
			.map(|(selection, membership)| DeniableSelection { selection: *selection, membership: membership.clone() });
		// There are as many as the direct ballot has entries.
		Wire::Deniable(DeniableBallot { booth: *booth, entries: BoundedVec::truncate_from(entries.collect()) })
	}

	/// What the device commits to before the voter decides between casting and auditing: `blake2_256` of the ballot's SCALE.
	pub fn commitment(&self) -> Commitment {
		blake2_256(&[&self.wire().encoded()])
	}
}

impl Paper {
	/// Encrypts one choice for each contest, with fresh randomness from the operating system.
	pub fn seal(&self, credential: [u8; 32], choices: &[Choice]) -> Result<Sealed> {
		self.ensure_number(choices.len())?;
		let selections = self.contests.iter().zip(choices).map(|(column, choice)| column.selection(*choice));
		self.seal_selections(credential, &selections.collect::<Vec<_>>())
	}

	/// Encrypts one selection of any format for each contest; none is an invalid vote.
	pub fn seal_selections(&self, credential: [u8; 32], selections: &[Option<Selection>]) -> Result<Sealed> {
		self.ensure_number(selections.len())?;
		let pieces = self.contests.iter().zip(selections);
		let pieces = pieces.map(|(column, selection)| column.pieces(selection.as_ref(), self.is_deniable()));
		self.seal_pieces(credential, pieces.collect::<Result<Vec<_>>>()?)
	}

	fn ensure_number(&self, choices: usize) -> Result<()> {
		if choices == self.contests.len() {
			return Ok(());
		}
		Err(BallotError::ChoiceCount { contests: self.contests.len(), choices }.into())
	}

	/// Encrypts these messages, contest by contest.
	fn seal_pieces(&self, credential: [u8; 32], pieces: Vec<Vec<Piece>>) -> Result<Sealed> {
		let mut entries = Vec::new();
		let mut secrets = Vec::new();
		let mut memberships = Vec::new();
		for (piece, (column, context)) in pieces.into_iter().flatten().zip(self.places(credential)) {
			let Piece { element, row } = piece;
			let (ciphertext, proof, secret) = knowledge::encrypt_selection(&context, &element, &mut OsRng)
				.map_err(|error| BallotError::KeyUnusable { error })?;
			if let (Some(_), Some(row)) = (self.booth, row) {
				memberships.push(column.prove_membership(&context, &ciphertext, row, &secret)?);
			}
			entries.push(EncryptedSelection { ciphertext, proof: proof.0 });
			secrets.push(secret);
		}
		let entries = BoundedVec::try_from(entries).map_err(|_| BallotError::TooManyContests)?;
		let proven = self.booth.map(|booth| Proven { booth, memberships });
		Ok(Sealed { ballot: Ballot { entries }, proven, secrets })
	}

	/// Checks a ballot's entries natively, as the chain will before the pool.
	pub fn check(&self, credential: [u8; 32], ballot: &Ballot) -> bool {
		ballot.entries.len() == self.places(credential).count()
			&& self.places(credential).zip(&ballot.entries).all(|((_, context), entry)| {
				let proof = ballot_crypto::Signature(entry.proof);
				knowledge::verify(&context, &entry.ciphertext, &proof).is_ok()
			})
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
	fn prove_membership(
		&self,
		context: &BallotContext,
		ciphertext: &Ciphertext,
		row: usize,
		secret: &EncryptionSecret,
	) -> Result<Membership> {
		let table = self.table(context.slot.into()).ok_or(BallotError::NoSuchSlot)?;
		let selections = Selections::of(table);
		let statement = Statement { context, selections: &selections, ciphertext };
		let proof = membership::prove(&statement, row, secret, &mut OsRng)
			.map_err(|error| BallotError::Membership { error })?;
		Ok(BoundedVec::try_from(proof.encode()).map_err(|_| BallotError::TooManySelections)?)
	}

	fn check_membership(&self, context: &BallotContext, ciphertext: &Ciphertext, membership: &[u8]) -> bool {
		let Some(table) = self.table(context.slot.into()) else { return false };
		let selections = Selections::of(table);
		let statement = Statement { context, selections: &selections, ciphertext };
		membership::Proof::decode_all(&mut &*membership)
			.is_ok_and(|proof| membership::verify(&statement, &proof).is_ok())
	}
}

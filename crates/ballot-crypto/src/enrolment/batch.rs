//! A verifiable shuffle of the keys that a booth activates: Bayer and Groth's argument (A1) with width 2 and public
//! inputs. Protocol A5; Bayer and Groth, 2012.
//!
//! Shows that the pairs `(E, F)` encrypt, in some order and each once, the elements and keys `(Q_i, P_i)` of the keys
//! that are activated with them. The verifier computes every Q_i itself, so no related, repeated or chosen element gets
//! in. Does not show who knows which secret, nor that the envelopes are registered: [`super::order`] shows the first,
//! the chain checks the second. For the cost see [`Verification::entries`].
//!
//! Besides the first list of a tally, the inputs `((0, Q_i), (0, P_i))` are the only place where c1 is the identity
//! (A0). They are made here and never accepted from outside.

use super::{Pair, SecretPair};
use crate::{
	credential::CredentialPlace,
	envelope::Challenge,
	shuffle::{self, Inputs, Next, Proof, ProofColumn, ProofHead, Shape, Statement, Witness},
	transcript::{blake2_256, ListDigest},
	Ciphertext, Context, Element, Encoded, EncodedScalar, Malformed, Scalar,
};
use alloc::{collections::BTreeSet, vec::Vec};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;

/// The [`Context::step`] of a batch. The steps of a tally count from 1 ([`crate::context::step`]); a batch is none of
/// them.
pub const STEP: u8 = 64;

/// Items in each page over which a list of a batch is digested: 4 kB of activations, 8 kB of pairs, 10 kB of columns.
pub const PAGE: u32 = 64;

/// One key that is activated, with the envelope that it spends. SCALE: `P ‖ ε`, 64 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Activation {
	/// P, the account.
	pub key: Encoded,
	/// ε, published beside the key so that the voter's device can compare it.
	pub challenge: Challenge,
}

/// Keys that a booth activates together. SCALE: the fields in this order.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Batch {
	/// The keys, ascending, each once; at least one.
	pub activations: Vec<Activation>,
	/// As many pairs as keys, ascending by their bytes.
	pub pairs: Vec<Pair>,
	/// The proof that the pairs encrypt a permutation of the keys and their elements.
	pub proof: Proof,
}

/// The digests of a batch's lists, each computed by the chain over what it stored in pages of [`PAGE`], as
/// [`ListDigest`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Digests {
	/// The digest of the activations.
	pub activations: [u8; 32],
	/// The digest of the pairs.
	pub pairs: [u8; 32],
	/// The digest of the proof's columns.
	pub columns: [u8; 32],
}

/// A batch's place and the key that its pairs are encrypted under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchPlace {
	/// Chain, unit and booth.
	pub place: CredentialPlace,
	/// R, the roll key.
	pub roll_key: Element,
}

/// Why a batch is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Rejected {
	/// There are not as many pairs as keys, or none, or more than a list may have.
	Count,
	/// The keys are not in ascending order, each once.
	KeyOrder,
	/// A key is not canonical.
	Key,
	/// A key is the identity.
	IdentityKey,
	/// One envelope is used for two keys.
	Envelope,
	/// The pairs are not in ascending order, each once.
	PairOrder,
	/// The argument, or the page of it, is refused.
	Proof(shuffle::Rejected),
}

impl From<shuffle::Rejected> for Rejected {
	fn from(rejected: shuffle::Rejected) -> Self {
		Self::Proof(rejected)
	}
}

impl From<Malformed> for Rejected {
	fn from(malformed: Malformed) -> Self {
		match malformed {
			Malformed::Identity => Self::IdentityKey,
			_ => Self::Key,
		}
	}
}

impl fmt::Display for Rejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Count => f.write_str("a batch has as many pairs as keys, and at least one"),
			Self::KeyOrder => f.write_str("the keys of a batch must be in ascending order, each once"),
			Self::Key => f.write_str("a key of the batch is not canonical"),
			Self::IdentityKey => f.write_str("a key of the batch is the identity, which is nobody's account"),
			Self::Envelope => f.write_str("one envelope is used for two keys"),
			Self::PairOrder => f.write_str("the pairs of a batch must be in ascending order, each once"),
			Self::Proof(why) => write!(f, "the batch's proof: {why}"),
		}
	}
}

impl core::error::Error for Rejected {}

impl Digests {
	/// The digests of a whole batch in memory.
	pub fn of(batch: &Batch) -> Self {
		let Batch { activations, pairs, proof } = batch;
		let of_columns = ListDigest::of(&proof.columns, PAGE);
		Self { activations: ListDigest::of(activations, PAGE), pairs: ListDigest::of(pairs, PAGE), columns: of_columns }
	}
}

impl BatchPlace {
	/// What a booth posts a finalised block before the batch:
	/// `blake2_256("dobush/v1/batch/posted" ‖ SCALE(genesis, unit: u16, booth, R, keys: u32, digests, blake2_256(SCALE(head))))`.
	pub fn commitment(&self, keys: u32, digests: &Digests, head: &ProofHead) -> [u8; 32] {
		let head = blake2_256(&[&head.encode()]);
		let value = (self.place, Encoded::from(&self.roll_key), keys, digests, head);
		blake2_256(&[b"dobush/v1/batch/posted", &value.encode()])
	}

	/// The commitment to a whole batch in memory.
	pub fn commitment_of(&self, batch: &Batch) -> [u8; 32] {
		self.commitment(batch.activations.len() as u32, &Digests::of(batch), &batch.proof.head)
	}

	/// The context of the argument; [`BatchPlace::input_digest`] binds the booth.
	fn context(&self) -> Context {
		let CredentialPlace { genesis, unit, booth: _ } = self.place;
		Context { genesis, election: 0, unit, contest: 0, step: STEP, prover: 0, attempt: 0 }
	}

	/// The inputs are functions of place and activations, so a hash of these identifies them:
	/// `blake2_256("dobush/v1/batch/inputs" ‖ SCALE(genesis, unit: u16, booth, digest of the activations))`.
	fn input_digest(&self, digests: &Digests) -> [u8; 32] {
		blake2_256(&[b"dobush/v1/batch/inputs", &(self.place, digests.activations).encode()])
	}

	/// The two inputs of one key: `(0, Q), (0, P)`.
	fn input(&self, key: &Encoded) -> Result<[Ciphertext; 2], Malformed> {
		let element = Encoded::from(&self.place.element(key)?);
		Ok([element, *key].map(|c2| Ciphertext { c1: Encoded::IDENTITY, c2 }))
	}

	fn inputs(&self, activations: &[Activation]) -> Result<Vec<Ciphertext>, Rejected> {
		let mut inputs = Vec::with_capacity(2 * activations.len());
		for activation in activations {
			inputs.extend(self.input(&activation.key)?);
		}
		Ok(inputs)
	}

	fn keys(&self) -> [Element; 2] {
		[self.roll_key; 2]
	}

	fn statement<'a>(
		&self,
		context: &'a Context,
		keys: &'a [Element],
		digests: &Digests,
		shape: Shape,
	) -> Statement<'a> {
		Statement { context, keys, input_digest: self.input_digest(digests), output_digest: digests.pairs, shape }
	}
}

fn shape(keys: usize) -> Result<Shape, Rejected> {
	let length = u32::try_from(keys).map_err(|_| Rejected::Count)?;
	Shape::of(length, 2).map_err(|_| Rejected::Count)
}

fn flat(pairs: &[Pair]) -> Vec<Ciphertext> {
	pairs.iter().flat_map(|pair| [pair.element, pair.key]).collect()
}

/// One key of a batch that is being gathered, whether real, fake or decoy: all that a booth keeps of it. Wiped when
/// dropped.
#[derive(Clone, Debug)]
pub struct Member {
	/// The key and its envelope, which become public.
	pub activation: Activation,
	/// E and F with their randomness, which stays secret.
	pub pair: SecretPair,
}

/// Sorts the members and proves the batch. The members are wiped; their order shows in nothing that is published.
///
/// Refuses a key or an envelope that occurs twice, before anything is published.
pub fn prove(
	place: &BatchPlace,
	members: Vec<Member>,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<Batch, Rejected> {
	let inputs = |activations: &[Activation]| place.inputs(activations);
	prove_from(place, members, inputs, rng)
}

/// [`prove`], with other inputs than the true ones in tests of cheating provers.
fn prove_from(
	place: &BatchPlace,
	mut members: Vec<Member>,
	inputs: impl FnOnce(&[Activation]) -> Result<Vec<Ciphertext>, Rejected>,
	mut rng: &mut (impl RngCore + CryptoRng),
) -> Result<Batch, Rejected> {
	let shape = shape(members.len())?;
	members.sort_by_key(|member| member.activation.key);
	let activations: Vec<_> = members.iter().map(|member| member.activation).collect();
	ensure_distinct(&activations)?;
	let mut order: Vec<usize> = (0..members.len()).collect();
	order.sort_by_key(|i| members.get(*i).map(|member| *member.pair.pair()));
	let sorted: Vec<&Member> = order.iter().filter_map(|i| members.get(*i)).collect();
	let pairs: Vec<Pair> = sorted.iter().map(|member| *member.pair.pair()).collect();
	let randomness: Vec<Scalar> = sorted
		.iter()
		.flat_map(|member| [&member.pair.element_randomness, &member.pair.key_randomness])
		.map(|secret| *secret.scalar())
		.collect();
	let witness = Witness::new(order.iter().map(|i| *i as u32).collect(), randomness);

	let inputs = inputs(&activations)?;
	// The columns are part of the proof; their digest is no part of the statement.
	let digests = Digests {
		activations: ListDigest::of(&activations, PAGE),
		pairs: ListDigest::of(&pairs, PAGE),
		columns: [0; 32],
	};
	let (context, keys) = (place.context(), place.keys());
	let statement = place.statement(&context, &keys, &digests, shape);
	let proof = shuffle::prove(&statement, Inputs::first(&inputs, 2), &flat(&pairs), &witness, &mut rng, |_, _| ())?;
	Ok(Batch { activations, pairs, proof })
}

fn ensure_distinct(activations: &[Activation]) -> Result<(), Rejected> {
	if activations.windows(2).any(|two| two[0].key >= two[1].key) {
		return Err(Rejected::KeyOrder);
	}
	let envelopes: BTreeSet<_> = activations.iter().map(|activation| activation.challenge).collect();
	if envelopes.len() != activations.len() {
		return Err(Rejected::Envelope);
	}
	Ok(())
}

/// Checks a whole batch in memory. The chain checks that its keys are new and its envelopes registered.
pub fn verify(place: &BatchPlace, batch: &Batch) -> Result<(), Rejected> {
	let Batch { activations, pairs, proof } = batch;
	ensure_distinct(activations)?;
	let mut record = Verification::begin(place, activations.len() as u32, &Digests::of(batch), &proof.head)?;
	if pairs.len() != activations.len() {
		return Err(Rejected::Count);
	}
	record.columns(&proof.columns)?;
	let ma: Vec<_> = proof.columns.iter().map(|column| column.ma).cycle().take(activations.len()).collect();
	record.entries(place, activations, pairs, &ma)?;
	record.finish()
}

/// A check under way, page by page: the head, the columns, the entries, then the verdict. Takes less than two kilobytes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Verification {
	last: Option<(Encoded, Pair)>,
	argument: shuffle::Verification,
}

impl Verification {
	/// Takes the head of the proof for a batch of this many keys.
	pub fn begin(place: &BatchPlace, keys: u32, digests: &Digests, head: &ProofHead) -> Result<Self, Rejected> {
		let shape = shape(keys as usize)?;
		let (context, keys) = (place.context(), place.keys());
		let statement = place.statement(&context, &keys, digests, shape);
		Ok(Self { last: None, argument: shuffle::Verification::begin(&statement, head, digests.columns)? })
	}

	/// What must come next; its elements are entries.
	pub fn next(&self) -> Next {
		self.argument.next()
	}

	/// Takes the columns that come next.
	pub fn columns(&mut self, page: &[ProofColumn]) -> Result<(), Rejected> {
		Ok(self.argument.columns(page)?)
	}

	/// Takes the entries that come next, as they are stored, and for each of them the response `ma` of the column with
	/// the number `index mod n`.
	///
	/// Computes every Q. The caller, who spends the envelopes one by one, notices an envelope that occurs twice.
	/// For each entry one element is hashed, nine points are decoded, and the sum gets eight terms.
	pub fn entries(
		&mut self,
		place: &BatchPlace,
		activations: &[Activation],
		pairs: &[Pair],
		ma: &[EncodedScalar],
	) -> Result<(), Rejected> {
		if activations.len() != pairs.len() {
			return Err(Rejected::Count);
		}
		let mut last = self.last;
		for (activation, pair) in activations.iter().zip(pairs) {
			if last.is_some_and(|(key, _)| key >= activation.key) {
				return Err(Rejected::KeyOrder);
			}
			if last.is_some_and(|(_, before)| before >= *pair) {
				return Err(Rejected::PairOrder);
			}
			last = Some((activation.key, *pair));
		}
		let inputs = place.inputs(activations)?;
		self.argument.elements(Inputs::first(&inputs, 2), &flat(pairs), ma)?;
		self.last = last;
		Ok(())
	}

	/// The verdict. Refused before everything was taken.
	pub fn finish(self) -> Result<(), Rejected> {
		Ok(self.argument.finish()?)
	}
}

#[cfg(test)]
mod tests;

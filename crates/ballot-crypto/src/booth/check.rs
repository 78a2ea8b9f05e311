//! Activation: the voter's device checks the papers of a credential and makes its secret. Protocol A6.
//!
//! Shows that the papers belong together, that the transcript verifies, and that the chain has the credential and the
//! roll entry. Does not show whether the credential is real: the device says exactly the same for a real and a fake
//! one, and only the voter, who saw the order of the prints, knows.
//!
//! The caller fetches state for whole units, finalised and with proofs; no node is asked about one voter or one key.

use super::{
	papers::{Answer, Checkout, Commit, Commitment, Envelope, Response, Slip},
	transcript::{self, Statement},
};
use crate::{
	credential::{account, CredentialPlace, CredentialSecret},
	enrolment::{
		batch::Activation,
		order::{self, Enrolment, Order},
		Pair,
	},
	envelope::EnvelopeHash,
	signature::{self, verify_native},
	Ciphertext, Element, Encoded, Secret, Signature,
};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;

/// The entry of a voter on the deniable roll. SCALE: the fields in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct RollEntry {
	/// The counting unit.
	pub unit: u16,
	/// E, which encrypts the element of the voter's credential.
	pub element: Ciphertext,
}

/// What the device knows of the finalised chain.
pub trait FinalisedState {
	/// R, the roll key.
	fn roll_key(&self) -> Element;
	/// Whether this account is an appointed booth.
	fn is_booth(&self, account: &[u8; 32]) -> bool;
	/// Whether this account is an appointed desk.
	fn is_desk(&self, account: &[u8; 32]) -> bool;
	/// The account of the booth for which an envelope is registered, whether it is spent or not.
	fn envelope_booth(&self, hash: &EnvelopeHash) -> Option<[u8; 32]>;
	/// The roll entry of a voter.
	fn roll_entry(&self, voter_id: &[u8; 32]) -> Option<RollEntry>;
	/// The activations, ascending by key, of the activated batch of this place that has this pair.
	fn batch_with(&self, place: &CredentialPlace, pair: &Pair) -> Option<&[Activation]>;
}

/// The papers of one credential, after scanning.
#[derive(Clone, Copy, Debug)]
pub struct Papers {
	/// The first print.
	pub commit: Commit,
	/// The second print. The desk has one copy, and each credential has one.
	pub checkout: Checkout,
	/// The third print.
	pub response: Response,
	/// The opened envelope.
	pub envelope: Envelope,
	/// The opened slip.
	pub slip: Slip,
}

/// Why papers yield no credential, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
	/// One of the papers is of another chain.
	OtherChain,
	/// First and third print belong to different credentials.
	ThirdPrint,
	/// First and second print belong to different visits.
	SecondPrint,
	/// The envelope was made for another booth, or bears another symbol than the first print.
	OtherEnvelope,
	/// The slip belongs to another visit: `v·B ≠ V`.
	OtherSlip,
	/// The booth's account is not appointed.
	Booth,
	/// The desk's account is not appointed.
	Desk,
	/// The booth did not sign print number `.0`: 1, 2 or 3.
	Signature(u8),
	/// The envelope is not registered for this booth.
	Envelope,
	/// A field of a print is malformed.
	Malformed,
	/// An equation of the transcript does not hold.
	Transcript(transcript::Rejected),
	/// The second print's proof about the slip does not hold.
	Order(order::Rejected),
	/// The credential is not active yet: its batch is not on the chain.
	NotActive,
	/// The batch has the roll entry but not this credential.
	NotInBatch,
	/// The batch has another envelope beside the credential.
	EnvelopeBeside,
	/// The voter is not on the roll yet.
	NotEnrolled,
	/// The roll has this voter in another unit.
	Moved {
		/// The unit on the roll.
		roll: u16,
		/// The unit on the papers.
		papers: u16,
	},
	/// The roll has another entry: the voter was enrolled again later.
	Replaced,
}

impl fmt::Display for Fault {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::OtherChain => f.write_str("one of these papers belongs to another chain"),
			Self::ThirdPrint => f.write_str("the first and the third print belong to different credentials"),
			Self::SecondPrint => f.write_str("the first and the second print belong to different visits"),
			Self::OtherEnvelope => f.write_str("this envelope does not go with the first print"),
			Self::OtherSlip => f.write_str("this slip belongs to another visit"),
			Self::Booth => f.write_str("these papers were not printed by a certified booth"),
			Self::Desk => f.write_str("the desk on the second print is not appointed"),
			Self::Signature(print) => write!(f, "print {print} is not signed by the booth"),
			Self::Envelope => f.write_str("the envelope is not registered for this booth; report it"),
			Self::Malformed => f.write_str("a field of these papers is malformed; report it"),
			Self::Transcript(why) => write!(f, "{why}; report it"),
			Self::Order(why) => write!(f, "{why}; report it"),
			Self::NotActive => f.write_str("this credential is not active yet; try again after the booth's deadline"),
			Self::NotInBatch => f.write_str("the booth has not activated this credential; report it"),
			Self::EnvelopeBeside => f.write_str("the chain has another envelope beside this credential; report it"),
			Self::NotEnrolled => f.write_str("you are not on the roll yet; try again after the desk's deadline"),
			Self::Moved { roll, papers } => {
				write!(f, "the roll has you in unit {roll}, these papers are for unit {papers}")
			}
			Self::Replaced => f.write_str("you were enrolled again later; these papers are no longer the newest"),
		}
	}
}

impl core::error::Error for Fault {}

/// A credential that passed all checks and with which its owner may vote. Nothing in it tells real from fake.
#[derive(Clone, Debug)]
pub struct Credential {
	/// The chain, the unit and the booth of the credential.
	pub place: CredentialPlace,
	/// P, the account.
	pub account: Encoded,
	/// x, with a seed for nonces.
	pub secret: CredentialSecret,
	/// The pseudonym of the voter whose roll entry must be checked again ([`recheck`]).
	pub voter_id: [u8; 32],
	/// The roll entry that the papers are about.
	pub entry: RollEntry,
}

/// Checks the papers of a credential against finalised state, and makes its secret.
///
/// Checks in this order: the papers against each other, signatures, the transcript and the order, the batch, and at
/// last the roll.
pub fn check(
	papers: &Papers,
	genesis: &[u8; 32],
	state: &impl FinalisedState,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<Credential, Fault> {
	let Papers { commit, checkout, response, envelope, slip } = papers;
	let Commitment { genesis: commit_genesis, booth, session: _, voter_id, unit, element, t1, t2, symbol } =
		&commit.commitment;
	let Checkout { enrolment, proof, signature: _ } = checkout;
	let Enrolment { order, desk, booth: checkout_booth, pair } = enrolment;
	let Answer { genesis: answer_genesis, commitment, share, slip: answer_slip, response: sigma } = &response.answer;
	let all = [commit_genesis, &order.genesis, answer_genesis, &envelope.genesis, &slip.genesis];
	ensure(all.into_iter().all(|found| found == genesis), Fault::OtherChain)?;

	ensure(*commitment == commit.commitment.digest(), Fault::ThirdPrint)?;
	let Order { genesis: _, voter_id: ordered, unit: ordered_unit, slip: ordered_slip } = order;
	let one_visit = checkout_booth == booth && ordered == voter_id && ordered_unit == unit;
	ensure(one_visit && pair.element == *element && ordered_slip == answer_slip, Fault::SecondPrint)?;
	ensure(envelope.booth == *booth && envelope.symbol == *symbol, Fault::OtherEnvelope)?;
	let v = Secret::from_bytes(&slip.share.0).map_err(|_| Fault::Malformed)?;
	ensure(v.public() == *answer_slip, Fault::OtherSlip)?;

	ensure(state.is_booth(booth), Fault::Booth)?;
	ensure(state.is_desk(desk), Fault::Desk)?;
	let signed = |print, message: &[u8], signature: &Signature| {
		let good = signature::verify_with(signature, message, &Encoded(*booth), verify_native);
		ensure(good, Fault::Signature(print))
	};
	signed(1, &commit.commitment.message(), &commit.signature)?;
	signed(2, &enrolment.message(), &checkout.signature)?;
	signed(3, &response.answer.message(), &response.signature)?;
	ensure(state.envelope_booth(&envelope.challenge.hash()) == Some(*booth), Fault::Envelope)?;

	// P = x_b·B + V, Q = H_p(…, P), and the transcript about E and Q.
	let place = CredentialPlace { genesis: *genesis, unit: *unit, booth: *booth };
	let roll_key = state.roll_key();
	let (key, x_b, statement, commitments, sigma) = (|| {
		let x_b = Secret::from_bytes(&share.0)?;
		let key = account(&x_b, &answer_slip.element()?)?;
		let statement = Statement { element: element.decode_points()?, claimed: place.element(&key)?, roll_key };
		Ok((key, x_b, statement, (t1.element()?, t2.element()?), sigma.scalar()?))
	})()
	.map_err(|_: crate::Malformed| Fault::Malformed)?;
	transcript::verify(&statement, &commitments, &envelope.challenge.scalar(), &sigma).map_err(Fault::Transcript)?;
	order::verify_proof(enrolment, &roll_key, proof).map_err(Fault::Order)?;

	let batch = state.batch_with(&place, pair).ok_or(Fault::NotActive)?;
	let beside = batch.iter().find(|activation| activation.key == key).ok_or(Fault::NotInBatch)?;
	ensure(beside.challenge == envelope.challenge, Fault::EnvelopeBeside)?;

	let entry = RollEntry { unit: *unit, element: *element };
	recheck(voter_id, &entry, state)?;
	let secret = CredentialSecret::join(&x_b, &v, rng).map_err(|_| Fault::Malformed)?;
	Ok(Credential { place, account: key, secret, voter_id: *voter_id, entry })
}

/// Checks that the roll still has this entry: to be done again when the roll closes, and before casting.
pub fn recheck(voter_id: &[u8; 32], expected: &RollEntry, state: &impl FinalisedState) -> Result<(), Fault> {
	let found = state.roll_entry(voter_id).ok_or(Fault::NotEnrolled)?;
	if found.unit != expected.unit {
		return Err(Fault::Moved { roll: found.unit, papers: expected.unit });
	}
	ensure(found.element == expected.element, Fault::Replaced)
}

fn ensure(good: bool, fault: Fault) -> Result<(), Fault> {
	good.then_some(()).ok_or(fault)
}

//! The record of a visit in the booth, from the ticket until the voter leaves. Protocol §3, A5 and A6.

use super::{refusal::Refusal, scan::Scan};
use crate::{
	booth::{
		papers::{Answer, Checkout, Commit, Commitment, Envelope, Response, Ticket},
		transcript::{self, Statement},
	},
	credential::{account, CredentialPlace},
	enrolment::{
		batch::{Activation, Member},
		order::{self, Enrolment, Order},
		SecretPair,
	},
	envelope::{EnvelopeHash, NotFresh, Symbol},
	random::below,
	signature, Element, Encoded, EncodedScalar, Malformed, Scalar, Secret, Signature,
};
use alloc::vec::Vec;
use core::ops::RangeInclusive;
use rand_core::{CryptoRng, RngCore};

/// A booth of one counting unit.
#[derive(Clone, Copy, Debug)]
pub struct Booth {
	/// The chain, the unit and the account of the booth.
	pub place: CredentialPlace,
	/// R, the roll key, as the chain has it.
	pub roll_key: Element,
}

/// What a finished session yields, whether real or fake.
#[derive(Clone, Debug)]
pub struct Printed {
	/// The second print, the same for every credential of a visit.
	pub checkout: Checkout,
	/// The third print.
	pub response: Response,
	/// What the booth keeps for its batch; it names no voter.
	pub member: Member,
}

/// A voter in the booth. Secrets are wiped when it is dropped.
#[derive(Debug)]
pub struct Visit {
	pub(super) booth: Booth,
	session: u32,
	order: Order,
	pub(super) slip: Element,
	/// The booth's share of the real credential.
	pub(super) share: Secret,
	pub(super) key: Encoded,
	pub(super) pair: SecretPair,
	checkout: Checkout,
	pub(super) real_is_printed: bool,
	pub(super) fakes: u32,
	used: Vec<EnvelopeHash>,
	begun: u32,
	finished: u32,
}

impl Visit {
	/// Checks the ticket; draws the real credential and, from the range `fakes`, the number of fakes of this visit.
	///
	/// `session` is the number of the visit. `is_desk` says whether the chain has appointed an account as desk. `sign`
	/// signs as the booth.
	pub fn begin(
		booth: &Booth,
		ticket: &Ticket,
		session: u32,
		fakes: RangeInclusive<u32>,
		is_desk: impl FnOnce(&[u8; 32]) -> bool,
		sign: impl FnOnce(&[u8]) -> Signature,
		rng: &mut (impl RngCore + CryptoRng),
	) -> Result<Self, Refusal> {
		let Ticket { order, desk, signature } = ticket;
		let CredentialPlace { genesis, unit, booth: account } = booth.place;
		if order.genesis != genesis {
			return Err(Refusal::OtherChain);
		}
		if order.unit != unit {
			return Err(Refusal::OtherUnit { ticket: order.unit, booth: unit });
		}
		if !is_desk(desk) {
			return Err(Refusal::UnknownDesk);
		}
		if !signature::verify_with(signature, &order.message(), &Encoded(*desk), signature::verify_native) {
			return Err(Refusal::TicketSignature);
		}
		let slip = order.slip.element().map_err(Refusal::Slip)?;
		if fakes.is_empty() {
			return Err(Refusal::NoRange);
		}
		let (share, key, pair) = draw(booth, &slip, rng);
		let enrolment = Enrolment { order: *order, desk: *desk, booth: account, pair: *pair.pair() };
		let proof = order::prove(&enrolment, &booth.roll_key, &share, &pair, rng);
		let checkout = Checkout { signature: sign(&enrolment.message()), enrolment, proof };
		Ok(Self {
			booth: *booth,
			session,
			order: *order,
			slip,
			share,
			key,
			pair,
			checkout,
			real_is_printed: false,
			fakes: fakes.start() + below(u64::from(fakes.end() - fakes.start()) + 1, rng),
			used: Vec::new(),
			begun: 0,
			finished: 0,
		})
	}

	/// Ends the visit. Returns how many sessions were aborted after their first print, which is to be counted and
	/// published.
	pub fn end(self) -> u32 {
		self.begun - self.finished
	}

	pub(super) fn ensure_fits(&self, scan: &Scan) -> Result<(), Refusal> {
		scan.ensure_made_for(&self.booth.place)?;
		if self.used.contains(&scan.envelope.challenge.hash()) {
			return Err(NotFresh::Spent.into());
		}
		Ok(scan.status.ensure_fresh()?)
	}

	/// The statement that E encrypts the element of this key. It is true for the real credential only.
	pub(super) fn statement(&self, key: &Encoded) -> Result<Statement, Malformed> {
		let element = self.pair.pair().element.decode_points()?;
		Ok(Statement { element, claimed: self.booth.place.element(key)?, roll_key: self.booth.roll_key })
	}

	pub(super) fn print(
		&mut self,
		(t1, t2): &transcript::Commitments,
		symbol: Symbol,
		sign: impl FnOnce(&[u8]) -> Signature,
	) -> Commit {
		self.begun += 1;
		let CredentialPlace { genesis, unit, booth } = self.booth.place;
		Commitment {
			genesis,
			booth,
			session: self.session,
			voter_id: self.order.voter_id,
			unit,
			element: self.pair.pair().element,
			t1: Encoded::from(t1),
			t2: Encoded::from(t2),
			symbol,
		}
		.signed(sign)
	}

	/// Makes the second and third print, and what goes into the batch.
	pub(super) fn finish(
		&mut self,
		commit: &Commit,
		envelope: &Envelope,
		credential: (&Secret, Encoded, SecretPair),
		response: &Scalar,
		sign: impl FnOnce(&[u8]) -> Signature,
	) -> Printed {
		self.finished += 1;
		self.used.push(envelope.challenge.hash());
		let (share, key, pair) = credential;
		let answer = Answer {
			genesis: self.order.genesis,
			commitment: commit.commitment.digest(),
			share: EncodedScalar(*share.to_bytes()),
			slip: self.order.slip,
			response: EncodedScalar::from(response),
		};
		let member = Member { activation: Activation { key, challenge: envelope.challenge }, pair };
		Printed { checkout: self.checkout, response: answer.signed(sign), member }
	}
}

/// A fresh credential of this booth that contains the slip's share: x_b, P and the pair.
pub(super) fn draw(
	booth: &Booth,
	slip: &Element,
	rng: &mut (impl RngCore + CryptoRng),
) -> (Secret, Encoded, SecretPair) {
	loop {
		let share = Secret::random(rng);
		// Each of these fails with probability 2^-252.
		let Ok(key) = account(&share, slip) else { continue };
		let (Ok(element), Ok(point)) = (booth.place.element(&key), key.element()) else { continue };
		let pair = SecretPair::encrypt(&element, &point, &booth.roll_key, rng);
		return (share, key, pair);
	}
}

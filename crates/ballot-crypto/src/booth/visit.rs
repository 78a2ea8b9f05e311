//! The booth's side of a visit: one real credential, a secretly drawn number of fakes, in any order the voter likes.
//!
//! The order of the steps is in the types. A real session prints, scans, answers; a fake one scans, prints, answers:
//!
//! ```
//! # use ballot_crypto::{booth::visit::{FakeSession, RealSession, Scan}, Signature};
//! # use rand_core::{CryptoRng, RngCore};
//! # fn order(real: RealSession, fake: FakeSession, scan: Scan, rng: &mut (impl RngCore + CryptoRng), sign: impl Fn(&[u8]) -> Signature) {
//! let (first_print, real) = real.print(rng, &sign);
//! let prints = real.scan(&scan).map(|real| real.respond(&sign));
//!
//! let fake = fake.scan(&scan).unwrap_or_else(|(_, refusal)| panic!("{refusal}"));
//! let (first_print, fake) = fake.print(rng, &sign);
//! let prints = fake.respond(&sign);
//! # }
//! ```
//!
//! A real session cannot take the envelope before its first print, nor a fake one print before the envelope is scanned:
//!
//! ```compile_fail
//! # use ballot_crypto::booth::visit::{RealSession, Scan};
//! # fn order(real: RealSession, scan: Scan) {
//! real.scan(&scan);
//! # }
//! ```
//! ```compile_fail
//! # use ballot_crypto::{booth::visit::FakeSession, Signature};
//! # use rand_core::{CryptoRng, RngCore};
//! # fn order(fake: FakeSession, rng: &mut (impl RngCore + CryptoRng), sign: impl Fn(&[u8]) -> Signature) {
//! fake.print(rng, &sign);
//! # }
//! ```
//!
//! Dropping a session after its first print aborts it: its κ is never used again, and [`Visit::end`] counts it.

use super::{
	papers::{Answer, Checkout, Commit, Commitment, Envelope, Response, Ticket},
	transcript::{self, Statement},
};
use crate::{
	credential::{account, CredentialPlace, CredentialSecret},
	enrolment::{
		batch::{Activation, Member},
		order::{self, Enrolment, Order},
		SecretPair,
	},
	envelope::{EnvelopeHash, NotFresh, Standing, Symbol},
	signature, Element, Encoded, EncodedScalar, Malformed, Scalar, Secret, Signature,
};
use alloc::vec::Vec;
use core::{fmt, ops::RangeInclusive};
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// A booth: its account, for one counting unit, and the roll key it encrypts under.
#[derive(Clone, Copy, Debug)]
pub struct Booth {
	/// Chain, unit, account.
	pub place: CredentialPlace,
	/// R, as the chain has it.
	pub roll_key: Element,
}

/// Why the booth does not go on. In the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
	/// The paper is of another chain.
	OtherChain,
	/// The ticket is for another unit than this booth serves.
	OtherUnit {
		/// The ticket's.
		ticket: u16,
		/// The booth's.
		booth: u16,
	},
	/// The ticket names no desk that is appointed.
	UnknownDesk,
	/// The desk has not signed the ticket.
	TicketSignature,
	/// The ticket's V is malformed.
	Slip(Malformed),
	/// No number of fakes was given to draw from.
	NoRange,
	/// The real credential of this visit is printed already.
	RealIsPrinted,
	/// No more fakes on this visit. How many there would be was drawn before.
	NoMoreFakes,
	/// The envelope is for another booth.
	OtherBooth,
	/// The envelope is not taken.
	Envelope(NotFresh),
	/// The envelope bears another symbol than the first print.
	OtherSymbol {
		/// On the print.
		wanted: Symbol,
		/// On the envelope.
		found: Symbol,
	},
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::OtherChain => f.write_str("this paper belongs to another chain"),
			Self::OtherUnit { ticket, booth } => {
				write!(f, "the ticket is for unit {ticket}, this booth serves unit {booth}; ask the staff for the right booth")
			}
			Self::UnknownDesk => f.write_str("the ticket is from a desk that is not appointed"),
			Self::TicketSignature => f.write_str("the ticket is not signed by its desk; ask for a new one"),
			Self::Slip(why) => write!(f, "the ticket's slip: {why}"),
			Self::NoRange => f.write_str("the numbers of fakes to draw from are an empty range"),
			Self::RealIsPrinted => f.write_str("the real credential of this visit is printed already"),
			Self::NoMoreFakes => f.write_str("there are no more fake credentials on this visit"),
			Self::OtherBooth => NotFresh::OtherBooth.fmt(f),
			Self::Envelope(why) => why.fmt(f),
			Self::OtherSymbol { wanted, found } => write!(
				f,
				"the envelope bears symbol {}, the print asks for symbol {}; take another envelope",
				found.index() + 1,
				wanted.index() + 1
			),
		}
	}
}

impl core::error::Error for Refusal {}

impl From<NotFresh> for Refusal {
	fn from(why: NotFresh) -> Self {
		Self::Envelope(why)
	}
}

/// A scanned envelope and what chain and batch say about it.
#[derive(Clone, Copy, Debug)]
pub struct Scan {
	/// What the voter showed.
	pub envelope: Envelope,
	/// What is known of its hash.
	pub standing: Standing,
}

/// What comes out of a finished session, real or fake.
#[derive(Clone, Debug)]
pub struct Printed {
	/// The second print: the same on every credential of a visit.
	pub checkout: Checkout,
	/// The third print.
	pub response: Response,
	/// What the booth keeps for its batch. It names no voter.
	pub member: Member,
}

/// A voter in the booth. Secrets are wiped when it is dropped.
#[derive(Debug)]
pub struct Visit {
	booth: Booth,
	session: u32,
	order: Order,
	slip: Element,
	/// Of the real credential.
	share: Secret,
	key: Encoded,
	pair: SecretPair,
	checkout: Checkout,
	real_is_printed: bool,
	fakes: u32,
	used: Vec<EnvelopeHash>,
	begun: u32,
	finished: u32,
}

impl Visit {
	/// Takes the ticket; draws the real credential and, from `fakes`, how many fakes this visit will have.
	///
	/// `session` is the number of the visit. `is_desk` asks the chain whether an account is a desk's. `sign` signs as the booth.
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
			fakes: uniform(fakes, rng),
			used: Vec::new(),
			begun: 0,
			finished: 0,
		})
	}

	/// Begins the real credential.
	pub fn real(&mut self) -> Result<RealSession<'_>, Refusal> {
		if self.real_is_printed {
			return Err(Refusal::RealIsPrinted);
		}
		Ok(RealSession { visit: self })
	}

	/// Begins a fake one.
	pub fn fake(&mut self) -> Result<FakeSession<'_>, Refusal> {
		if self.fakes == 0 {
			return Err(Refusal::NoMoreFakes);
		}
		Ok(FakeSession { visit: self })
	}

	/// The voter leaves. How many sessions were aborted after their first print: to be counted and published.
	pub fn end(self) -> u32 {
		self.begun - self.finished
	}

	fn ensure_fits(&self, scan: &Scan) -> Result<(), Refusal> {
		let Scan { envelope, standing } = scan;
		if envelope.genesis != self.booth.place.genesis {
			return Err(Refusal::OtherChain);
		}
		if envelope.booth != self.booth.place.booth {
			return Err(Refusal::OtherBooth);
		}
		if self.used.contains(&envelope.challenge.hash()) {
			return Err(NotFresh::Spent.into());
		}
		Ok(standing.ensure_fresh()?)
	}

	/// The statement that E encrypts the element of this key: true for one of them.
	fn statement(&self, key: &Encoded) -> Result<Statement, Malformed> {
		let element = self.pair.pair().element.decode_points()?;
		Ok(Statement { element, claimed: self.booth.place.element(key)?, roll_key: self.booth.roll_key })
	}

	fn print(
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

	/// The second and third print, and what goes into the batch.
	fn finish(
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
fn draw(booth: &Booth, slip: &Element, rng: &mut (impl RngCore + CryptoRng)) -> (Secret, Encoded, SecretPair) {
	loop {
		let share = Secret::random(rng);
		// Each can fail with probability 2^-252.
		let Ok(key) = account(&share, slip) else { continue };
		let (Ok(element), Ok(point)) = (booth.place.element(&key), key.element()) else { continue };
		let pair = SecretPair::encrypt(&element, &point, &booth.roll_key, rng);
		return (share, key, pair);
	}
}

/// A uniform number of a range that is not empty.
fn uniform(range: RangeInclusive<u32>, rng: &mut (impl RngCore + CryptoRng)) -> u32 {
	let count = u64::from(range.end() - range.start()) + 1;
	let fair = (1u64 << 32) / count * count; // numbers from here on would favour the small ones
	loop {
		let number = u64::from(rng.next_u32());
		if number < fair {
			return range.start() + (number % count) as u32;
		}
	}
}

/// The real credential, before its first print.
#[derive(Debug)]
pub struct RealSession<'v> {
	visit: &'v mut Visit,
}

/// The real credential after its first print: waits for an envelope with the print's symbol.
#[derive(Debug)]
pub struct RealCommitted<'v> {
	visit: &'v mut Visit,
	nonce: Secret,
	commit: Commit,
}

/// The real credential with its challenge.
#[derive(Debug)]
pub struct RealChallenged<'v> {
	committed: RealCommitted<'v>,
	envelope: Envelope,
}

impl<'v> RealSession<'v> {
	/// Commits, and prints. A fresh κ every time; a symbol by lot.
	pub fn print(
		self,
		rng: &mut (impl RngCore + CryptoRng),
		sign: impl FnOnce(&[u8]) -> Signature,
	) -> (Commit, RealCommitted<'v>) {
		let visit = self.visit;
		loop {
			let nonce = Secret::random(rng);
			// It fails with probability 2^-252.
			let Ok(commitments) = transcript::commit(&visit.booth.roll_key, &nonce) else { continue };
			let commit = visit.print(&commitments, Symbol::random(rng), sign);
			return (commit, RealCommitted { visit, nonce, commit });
		}
	}
}

impl<'v> RealCommitted<'v> {
	/// Takes the envelope. An envelope that is refused changes nothing: another one can be scanned.
	#[allow(clippy::result_large_err)] // the session comes back, so that the voter can go on
	pub fn scan(self, scan: &Scan) -> Result<RealChallenged<'v>, (Self, Refusal)> {
		let (wanted, found) = (self.commit.commitment.symbol, scan.envelope.symbol);
		let fits = self
			.visit
			.ensure_fits(scan)
			.and_then(|()| (wanted == found).then_some(()).ok_or(Refusal::OtherSymbol { wanted, found }));
		match fits {
			Ok(()) => Ok(RealChallenged { committed: self, envelope: scan.envelope }),
			Err(refusal) => Err((self, refusal)),
		}
	}
}

impl RealChallenged<'_> {
	/// Answers, and prints the rest.
	pub fn respond(self, sign: impl FnOnce(&[u8]) -> Signature) -> Printed {
		let Self { committed: RealCommitted { visit, nonce, commit }, envelope } = self;
		let response =
			Zeroizing::new(transcript::answer(nonce, &envelope.challenge.scalar(), visit.pair.element_randomness()));
		visit.real_is_printed = true;
		let (share, pair) = (visit.share.clone(), visit.pair.clone());
		visit.finish(&commit, &envelope, (&share, visit.key, pair), &response, sign)
	}
}

/// A fake credential, before its envelope.
#[derive(Debug)]
pub struct FakeSession<'v> {
	visit: &'v mut Visit,
}

/// A fake credential with its challenge, before its first print.
#[derive(Debug)]
pub struct FakeScanned<'v> {
	visit: &'v mut Visit,
	envelope: Envelope,
}

/// A fake credential after its first print.
#[derive(Debug)]
pub struct FakeCommitted<'v> {
	visit: &'v mut Visit,
	envelope: Envelope,
	commit: Commit,
	credential: (Secret, Encoded, SecretPair),
	response: Zeroizing<Scalar>,
}

impl<'v> FakeSession<'v> {
	/// Takes the envelope. An envelope that is refused changes nothing: another one can be scanned.
	#[allow(clippy::result_large_err)] // the session comes back, so that the voter can go on
	pub fn scan(self, scan: &Scan) -> Result<FakeScanned<'v>, (Self, Refusal)> {
		match self.visit.ensure_fits(scan) {
			Ok(()) => Ok(FakeScanned { visit: self.visit, envelope: scan.envelope }),
			Err(refusal) => Err((self, refusal)),
		}
	}
}

impl<'v> FakeScanned<'v> {
	/// Draws a credential and an answer, and prints the commitment that it answers: that the real E encrypts this fake's element.
	pub fn print(
		self,
		rng: &mut (impl RngCore + CryptoRng),
		sign: impl FnOnce(&[u8]) -> Signature,
	) -> (Commit, FakeCommitted<'v>) {
		let Self { visit, envelope } = self;
		let challenge = envelope.challenge.scalar();
		loop {
			let credential = draw(&visit.booth, &visit.slip, rng);
			let response = Zeroizing::new(Scalar::random(rng));
			let simulated = visit
				.statement(&credential.1)
				.and_then(|statement| transcript::simulate(&statement, &challenge, &response));
			// It fails with probability 2^-251.
			let Ok(commitments) = simulated else { continue };
			let commit = visit.print(&commitments, envelope.symbol, sign);
			return (commit, FakeCommitted { visit, envelope, commit, credential, response });
		}
	}
}

impl FakeCommitted<'_> {
	/// Prints the rest.
	pub fn respond(self, sign: impl FnOnce(&[u8]) -> Signature) -> Printed {
		let Self { visit, envelope, commit, credential: (share, key, pair), response } = self;
		visit.fakes -= 1;
		visit.finish(&commit, &envelope, (&share, key, pair), &response, sign)
	}
}

/// A decoy: a key of the booth's own, which spends an envelope like any other and casts ballots that do not count.
pub fn decoy(
	booth: &Booth,
	scan: &Scan,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<(CredentialSecret, Member), Refusal> {
	let Scan { envelope, standing } = scan;
	if envelope.genesis != booth.place.genesis {
		return Err(Refusal::OtherChain);
	}
	if envelope.booth != booth.place.booth {
		return Err(Refusal::OtherBooth);
	}
	standing.ensure_fresh()?;
	loop {
		let secret = CredentialSecret::random(rng);
		let key = secret.account();
		let (Ok(element), Ok(point)) = (booth.place.element(&key), key.element()) else { continue };
		let pair = SecretPair::encrypt(&element, &point, &booth.roll_key, rng);
		return Ok((secret, Member { activation: Activation { key, challenge: envelope.challenge }, pair }));
	}
}

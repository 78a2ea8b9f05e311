//! A polling station with one desk and one booth, from seeded randomness.

use crate::rng;
use ballot_crypto::{
	booth::{
		visit::{self, Scan},
		Booth, Commit, Envelope, Printed, Slip, Ticket, Visit,
	},
	enrolment::batch::{BatchPlace, Member},
	envelope::{Challenge, EnvelopeStatus, Symbol},
	signature::sign,
	CredentialPlace, Secret, Signature,
};
use rand_chacha::ChaCha20Rng;

pub const GENESIS: [u8; 32] = [1; 32];

pub struct Station {
	pub roll: Secret,
	pub booth: Secret,
	pub desk: Secret,
	pub rng: ChaCha20Rng,
	signatures: ChaCha20Rng,
}

impl Station {
	pub fn new(seed: u8) -> Self {
		let mut rng = rng(seed);
		let [roll, booth, desk] = [(); 3].map(|()| Secret::random(&mut rng));
		Self { roll, booth, desk, rng, signatures: crate::rng(seed + 100) }
	}

	pub fn place(&self) -> BatchPlace {
		let place = CredentialPlace { genesis: GENESIS, unit: 2, booth: self.booth.public().0 };
		BatchPlace { place, roll_key: self.roll.public_element().unwrap() }
	}

	fn kiosk(&self) -> Booth {
		let BatchPlace { place, roll_key } = self.place();
		Booth { place, roll_key }
	}

	pub fn check_in(&mut self) -> (Secret, Ticket, Slip) {
		let v = Secret::random(&mut self.rng);
		let signatures = &mut self.signatures;
		let sign = |message: &[u8]| sign(&self.desk, message, signatures);
		let (ticket, slip) = Ticket::issue(GENESIS, [7; 32], 2, self.desk.public().0, &v, sign);
		(v, ticket, slip)
	}

	pub fn visit(&mut self, ticket: &Ticket) -> Visit {
		let kiosk = self.kiosk();
		let signatures = &mut self.signatures;
		let sign = |message: &[u8]| sign(&self.booth, message, signatures);
		Visit::begin(&kiosk, ticket, 5, 1..=1, |_| true, sign, &mut self.rng).unwrap()
	}

	pub fn sign(&mut self, message: &[u8]) -> Signature {
		sign(&self.booth, message, &mut self.signatures)
	}

	pub fn scan(&mut self, symbol: Symbol) -> Scan {
		let challenge = Challenge::random(&mut self.rng);
		let envelope = Envelope { genesis: GENESIS, booth: self.booth.public().0, symbol, challenge };
		Scan { envelope, status: EnvelopeStatus::Fresh }
	}

	pub fn real(&mut self, visit: &mut Visit) -> (Envelope, Commit, Printed) {
		let mut rng = self.rng.clone();
		let (commit, committed) = visit.real().unwrap().print(&mut rng, |message| self.sign(message));
		self.rng = rng;
		let scan = self.scan(commit.commitment.symbol);
		let printed = committed.scan(&scan).unwrap().respond(|message| self.sign(message));
		(scan.envelope, commit, printed)
	}

	pub fn fake(&mut self, visit: &mut Visit) -> (Envelope, Commit, Printed) {
		let scan = self.scan(Symbol::new(3).unwrap());
		let mut rng = self.rng.clone();
		let scanned = visit.fake().unwrap().scan(&scan).unwrap();
		let (commit, committed) = scanned.print(&mut rng, |message| self.sign(message));
		self.rng = rng;
		let printed = committed.respond(|message| self.sign(message));
		(scan.envelope, commit, printed)
	}

	pub fn decoy(&mut self) -> Member {
		let scan = self.scan(Symbol::new(0).unwrap());
		let kiosk = self.kiosk();
		visit::decoy(&kiosk, &scan, &mut self.rng).unwrap().1
	}
}

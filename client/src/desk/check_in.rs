//! The desk of a deniable roll: it checks people in with a ticket and a sealed slip, takes their second prints when they leave
//! the booth, and submits them later, sorted. Protocol §3, A5 and A6.
//!
//! The desk keeps the tickets that it has issued until their second prints come back: it signs no V that it has not drawn
//! itself, so a booth cannot slip one of its own onto the roll. It forgets v as soon as the slip is printed.

use super::error::{DeskError, NotTaken};
use crate::{keys::Account, Error};
use ballot_crypto::{
	booth::{Checkout, Slip, Ticket},
	enrolment::order,
	signature::verify_native,
	Element, Secret, Signature,
};
use dobush_primitives::{UnitId, VoterId};
use parity_scale_codec::{Decode, Encode};
use rand::{CryptoRng, RngCore};

/// Checks a person in: the ticket for the booth, and the sealed slip for the voter alone.
///
/// The slip's secret `v` is drawn here, printed on the slip and kept nowhere.
pub fn check_in(
	desk: &Account,
	genesis: [u8; 32],
	voter: VoterId,
	unit: UnitId,
	rng: &mut (impl RngCore + CryptoRng),
) -> (Ticket, Slip) {
	let v = Secret::random(rng);
	Ticket::issue(genesis, voter.0, unit.0, desk.public(), &v, |message| Signature(desk.sign(message)))
}

/// An enrolment that desk and booth have signed: what the call `enrol` takes for each voter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SignedEnrolment {
	/// The second print that the voter brought back from the booth.
	pub checkout: Checkout,
	/// The desk's signature, which covers the order in the ticket.
	pub desk_signature: Signature,
}

/// What a desk must remember between check-in and submission, on one roll. Nothing in it is older than a booth's deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Counter {
	/// Tickets that were issued and have not come back; sorted by voter, at most one for each.
	tickets: Vec<Ticket>,
	/// Orders that have come back and are not on the roll yet; sorted by voter, at most one for each.
	orders: Vec<SignedEnrolment>,
}

impl Counter {
	/// Remembers a ticket. A voter's earlier ticket, lost or unused, is void from now on; gives whether there was one.
	pub fn issued(&mut self, ticket: &Ticket) -> bool {
		match self.tickets.binary_search_by_key(&ticket.order.voter_id, |ticket| ticket.order.voter_id) {
			Ok(place) => {
				self.tickets.splice(place..=place, [*ticket]);
				true
			}
			Err(place) => {
				self.tickets.insert(place, *ticket);
				false
			}
		}
	}

	/// Takes a second print at the check-out, and checks everything about it that needs no state. The ticket is used up.
	///
	/// A voter who visits again before the first enrolment is submitted is enrolled once, by the later print: also with the same
	/// ticket, when the booth was interrupted and the first print handed in was of the visit that came to nothing.
	pub fn check_out(&mut self, desk: &[u8; 32], checkout: &Checkout, roll_key: &Element) -> Result<(), NotTaken> {
		let enrolment = &checkout.enrolment;
		let voter = enrolment.order.voter_id;
		if enrolment.desk != *desk {
			return Err(NotTaken::OtherDesk);
		}
		let order = self.orders.binary_search_by_key(&voter, voter_of);
		if order.is_ok_and(|place| self.orders.get(place).is_some_and(|order| order.checkout == *checkout)) {
			return Err(NotTaken::Twice);
		}
		let ticket = self.tickets.binary_search_by_key(&voter, |ticket| ticket.order.voter_id);
		let desk_signature = match ticket {
			Ok(place) => {
				let ticket = self.tickets.get(place).filter(|ticket| ticket.order == enrolment.order);
				ticket.ok_or(NotTaken::OtherTicket)?.signature
			}
			Err(_) => {
				let waiting = order.ok().and_then(|place| self.orders.get(place));
				let waiting = waiting.filter(|waiting| waiting.checkout.enrolment.order == enrolment.order);
				waiting.ok_or(NotTaken::NoTicket)?.desk_signature
			}
		};
		order::verify(enrolment, roll_key, &desk_signature, &checkout.signature, &checkout.proof, verify_native)
			.map_err(NotTaken::Rejected)?;
		if let Ok(place) = ticket {
			self.tickets.remove(place);
		}
		let signed = SignedEnrolment { checkout: *checkout, desk_signature };
		match order {
			Ok(place) => drop(self.orders.splice(place..=place, [signed])),
			Err(place) => self.orders.insert(place, signed),
		}
		Ok(())
	}

	/// The orders that wait to be submitted, sorted by voter, so that the order in which people came is not kept.
	pub fn orders(&self) -> &[SignedEnrolment] {
		&self.orders
	}

	/// Forgets those that are on the roll now.
	pub fn enrolled(&mut self, done: &[SignedEnrolment]) {
		self.orders.retain(|order| !done.contains(order));
	}

	/// The number of tickets that have not come back.
	pub fn open_tickets(&self) -> usize {
		self.tickets.len()
	}

	/// Forgets all open tickets: at the end of a day nobody comes back with one. Gives how many there were.
	pub fn close(&mut self) -> usize {
		std::mem::take(&mut self.tickets).len()
	}
}

fn voter_of(order: &SignedEnrolment) -> [u8; 32] {
	order.checkout.enrolment.order.voter_id
}

impl From<NotTaken> for Error {
	fn from(why: NotTaken) -> Self {
		DeskError::NotTaken(why).into()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{
		booth::{Booth, Visit},
		CredentialPlace,
	};
	use rand::{rngs::StdRng, SeedableRng};

	const GENESIS: [u8; 32] = [1; 32];

	struct Scene {
		desk: Account,
		booth: Account,
		roll_key: Element,
		counter: Counter,
		rng: StdRng,
	}

	fn scene() -> Scene {
		let mut rng = StdRng::seed_from_u64(1);
		let roll_key = Secret::random(&mut rng).public_element().expect("not zero");
		let (desk, booth) = (Account::generate(), Account::generate());
		Scene { desk, booth, roll_key, counter: Counter::default(), rng }
	}

	impl Scene {
		fn check_in(&mut self, voter: u8) -> Ticket {
			let (ticket, _) = check_in(&self.desk, GENESIS, VoterId([voter; 32]), UnitId(2), &mut self.rng);
			self.counter.issued(&ticket);
			ticket
		}

		fn second_print(&mut self, ticket: &Ticket) -> Checkout {
			let place = CredentialPlace { genesis: GENESIS, unit: 2, booth: self.booth.public() };
			let booth = Booth { place, roll_key: self.roll_key };
			let sign = |message: &[u8]| Signature(self.booth.sign(message));
			let mut visit =
				Visit::begin(&booth, ticket, 1, 1..=1, |_| true, sign, &mut self.rng).expect("a good ticket");
			let (commit, committed) = visit.real().expect("once").print(&mut self.rng, sign);
			let envelope = ballot_crypto::booth::Envelope {
				genesis: GENESIS,
				booth: place.booth,
				symbol: commit.commitment.symbol,
				challenge: ballot_crypto::envelope::Challenge::random(&mut self.rng),
			};
			let scan =
				ballot_crypto::booth::visit::Scan { envelope, status: ballot_crypto::envelope::EnvelopeStatus::Fresh };
			committed.scan(&scan).expect("the right symbol").respond(sign).checkout
		}

		fn check_out(&mut self, checkout: &Checkout) -> Result<(), NotTaken> {
			self.counter.check_out(&self.desk.public(), checkout, &self.roll_key)
		}
	}

	#[test]
	fn the_slip_opens_the_tickets_v_and_the_desk_has_signed_it() {
		let mut scene = scene();
		let (ticket, slip) = check_in(&scene.desk, GENESIS, VoterId([3; 32]), UnitId(2), &mut scene.rng);
		assert_eq!(Secret::from_bytes(&slip.share.0).expect("canonical").public(), ticket.order.slip);
		assert!(verify_native(&ticket.signature.0, &ticket.order.message(), &scene.desk.public()));
	}

	#[test]
	fn second_prints_are_kept_sorted_and_a_voter_is_enrolled_once() {
		let mut scene = scene();
		for voter in [7, 3, 5] {
			let ticket = scene.check_in(voter);
			let checkout = scene.second_print(&ticket);
			assert_eq!(scene.check_out(&checkout), Ok(()));
			assert_eq!(scene.check_out(&checkout), Err(NotTaken::Twice));
		}
		let again = scene.check_in(5);
		let later = scene.second_print(&again);
		assert_eq!(scene.check_out(&later), Ok(()));
		let voters: Vec<u8> = scene.counter.orders().iter().map(|order| voter_of(order)[0]).collect();
		assert_eq!((voters, scene.counter.open_tickets()), (vec![3, 5, 7], 0));
		assert_eq!(scene.counter.orders()[1].checkout, later);
		let done = scene.counter.orders()[..2].to_vec();
		scene.counter.enrolled(&done);
		assert_eq!(scene.counter.orders().len(), 1);
	}

	#[test]
	fn only_the_newest_ticket_of_a_voter_counts() {
		let mut scene = scene();
		let lost = scene.check_in(3);
		let of_lost = scene.second_print(&lost);
		let newest = scene.check_in(3);
		assert_eq!(scene.check_out(&of_lost), Err(NotTaken::OtherTicket));
		let of_newest = scene.second_print(&newest);
		assert_eq!(scene.check_out(&of_newest), Ok(()));
		assert_eq!(scene.check_out(&of_lost), Err(NotTaken::NoTicket), "its ticket is used up");
	}

	/// The booth was interrupted, the same ticket was scanned again, and the voter hands in prints of both visits.
	#[test]
	fn of_two_visits_with_one_ticket_the_later_print_counts() {
		let mut scene = scene();
		let ticket = scene.check_in(3);
		let (of_first, of_second) = (scene.second_print(&ticket), scene.second_print(&ticket));
		assert_eq!(scene.check_out(&of_first), Ok(()));
		assert_eq!(scene.check_out(&of_second), Ok(()), "the first may be of a visit that came to nothing");
		assert_eq!(scene.check_out(&of_second), Err(NotTaken::Twice));
		assert_eq!((scene.counter.orders().len(), scene.counter.orders()[0].checkout), (1, of_second));
		let done = scene.counter.orders().to_vec();
		scene.counter.enrolled(&done);
		assert_eq!(scene.check_out(&of_first), Err(NotTaken::NoTicket), "enrolled: the ticket is spent");
	}

	/// The V on the print is what the desk has drawn, or it is not signed: a booth enrols no key of its own.
	#[test]
	fn a_booths_own_slip_is_not_taken() {
		let mut scene = scene();
		scene.check_in(3);
		let (forged, _) = check_in(&scene.desk, GENESIS, VoterId([3; 32]), UnitId(2), &mut scene.rng);
		let checkout = scene.second_print(&forged);
		assert_eq!(scene.check_out(&checkout), Err(NotTaken::OtherTicket));
	}

	#[test]
	fn other_desks_strangers_and_missing_signatures_are_refused() {
		let mut scene = scene();
		let ticket = scene.check_in(3);
		let good = scene.second_print(&ticket);
		let other = Account::generate().public();
		assert_eq!(scene.counter.check_out(&other, &good, &scene.roll_key), Err(NotTaken::OtherDesk));
		let (stranger, _) = check_in(&scene.desk, GENESIS, VoterId([4; 32]), UnitId(2), &mut scene.rng);
		let of_stranger = scene.second_print(&stranger);
		assert_eq!(scene.check_out(&of_stranger), Err(NotTaken::NoTicket));
		let unsigned = Checkout { signature: Signature([0; 64]), ..good };
		assert_eq!(scene.check_out(&unsigned), Err(NotTaken::Rejected(order::Rejected::BoothSignature)));
		assert_eq!(scene.check_out(&good), Ok(()), "nothing was lost by the bad ones");
	}

	#[test]
	fn a_counter_survives_its_bytes_and_forgets_tickets_at_the_end_of_the_day() {
		let mut scene = scene();
		let ticket = scene.check_in(3);
		let checkout = scene.second_print(&ticket);
		scene.check_out(&checkout).expect("good");
		scene.check_in(9);
		let mut again = Counter::decode(&mut &scene.counter.encode()[..]).expect("its own bytes");
		assert_eq!(again, scene.counter);
		assert_eq!((again.close(), again.open_tickets(), again.orders().len()), (1, 0, 1));
	}
}

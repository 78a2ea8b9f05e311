//! Deniable ballots, from the pool to the last check.

mod attacks;
mod cast;
mod invariants;
mod refuses;
mod slots;
mod views;
mod work;

use super::mock::*;
use crate::{BallotStanding, DeniableSlot, DeniableSlots, Event, Queues};
use ballot_crypto::{
	embedding::Table,
	knowledge::{self, BallotContext, EncryptionSecret},
	membership::{prove, Selections, Statement},
	Ciphertext,
};
use dobush_primitives::{
	traits::Elections as _, ContestId, DeniableBallot, DeniableSelection, ElectionId, EncryptedSelection, Mode,
	Receipt, Refusal, TableSlot, UnitId,
};
use dobush_test_support::ballot::encrypt_row;
use frame_support::{pallet_prelude::Hooks, weights::Weight};
use sp_core::Encode;
use sp_runtime::{transaction_validity::TransactionValidityError, AccountId32};

pub const BOOTH: AccountId32 = AccountId32::new([0xb0; 32]);
pub const OTHER_BOOTH: AccountId32 = AccountId32::new([0xb1; 32]);

/// The same elections and voters, but that both are deniable: all voters have a key of the booth, Aigul has one of the other
/// booth too, in the village.
pub fn open_deniable_election() -> Chain {
	let chain = open_election();
	world(|world| {
		world.set_modes(Mode::Deniable { merge_below: 1 });
		for (name, unit, since) in [("Aigul", CITY, 1), ("Bakyt", CITY, 3), ("Chynara", VILLAGE, 2), ("Late", CITY, 4)]
		{
			world.activate(&Person::named(name), &BOOTH, unit, since);
		}
		world.activate(&Person::named("Aigul"), &OTHER_BOOTH, VILLAGE, 1);
	});
	chain
}

pub fn aigul() -> Person {
	Person::named("Aigul")
}

pub fn bakyt() -> Person {
	Person::named("Bakyt")
}

pub fn chynara() -> Person {
	Person::named("Chynara")
}

/// The table of every contest.
pub fn table() -> Table {
	let (format, options) = format();
	Table::new(&format.table(options)).unwrap()
}

/// A proof that a ciphertext holds the row.
pub fn membership(context: &BallotContext, ciphertext: &Ciphertext, row: usize, secret: &EncryptionSecret) -> Vec<u8> {
	let selections = Selections::of(&table());
	let statement = Statement { context, selections: &selections, ciphertext };
	with_rng(|rng| prove(&statement, row, secret, rng)).unwrap().encode()
}

pub fn with_proof(selection: EncryptedSelection, membership: Vec<u8>) -> DeniableSelection {
	DeniableSelection { selection, membership: membership.try_into().unwrap() }
}

pub fn deniable_ballot_of(booth: &AccountId32, entries: Vec<DeniableSelection>) -> DeniableBallot {
	DeniableBallot { booth: booth.clone().into(), entries: entries.try_into().unwrap() }
}

pub fn cast_deniable(ballot: DeniableBallot) -> RuntimeCall {
	cast_deniable_in(ELECTION, ballot)
}

pub fn cast_deniable_in(election: ElectionId, ballot: DeniableBallot) -> RuntimeCall {
	RuntimeCall::BallotBox(crate::Call::cast_deniable { election, ballot })
}

impl Chain {
	/// Where an entry of a deniable ballot belongs.
	pub fn place(&self, person: &Person, booth: &AccountId32, contest: u8) -> BallotContext {
		let unit = if *booth == OTHER_BOOTH { VILLAGE.0 } else { self.context(person, contest).unit };
		BallotContext { booth: Some(booth.clone().into()), unit, ..self.context(person, contest) }
	}

	/// One entry for this option, in every way as it should be.
	pub fn entry(&self, place: &BallotContext, option: &str) -> DeniableSelection {
		let row = OPTIONS.iter().position(|name| *name == option).unwrap();
		let (format, options) = format();
		with_rng(|rng| encrypt_row(place, &format.table(options), row, rng))
	}

	/// A ballot with the same option in every contest of the credential's unit.
	pub fn deniable_ballot(&self, person: &Person, booth: &AccountId32, option: &str) -> DeniableBallot {
		let unit = UnitId(self.place(person, booth, 0).unit);
		let contests = World::contests_of(ELECTION, unit).unwrap();
		let entries =
			contests.iter().map(|contest| self.entry(&self.place(person, booth, contest.0), option)).collect();
		deniable_ballot_of(booth, entries)
	}

	/// The same, but that the membership proof of one entry is another ballot's: only the check of membership notices.
	pub fn failing_ballot(&self, person: &Person, entry: usize) -> DeniableBallot {
		let mut ballot = self.deniable_ballot(person, &BOOTH, "Alpha");
		ballot.entries[entry].membership =
			self.deniable_ballot(person, &BOOTH, "Alpha").entries[entry].membership.clone();
		ballot
	}

	/// Casts a ballot as its voter does.
	pub fn cast_deniable(&self, person: &Person, ballot: DeniableBallot) -> Result<Receipt, TransactionValidityError> {
		let receipt = Receipt::of_deniable(ELECTION, &person.account(), &ballot);
		self.apply(self.signed(person, cast_deniable(ballot))).map(|result| result.unwrap())?;
		Ok(receipt)
	}

	/// Casts this option at the booth.
	pub fn vote(&self, person: &Person, option: &str) -> Receipt {
		self.cast_deniable(person, self.deniable_ballot(person, &BOOTH, option)).unwrap()
	}

	/// Why pool and block refuse this ballot.
	pub fn deniable_refusal(&self, person: &Person, ballot: DeniableBallot) -> Refusal {
		self.refusal_of(self.signed(person, cast_deniable(ballot)))
	}

	/// The spare weight of a block, all there is.
	pub fn idle(&self) -> Weight {
		self.idle_with(Weight::MAX)
	}

	/// The spare weight of a block; answers what was used.
	pub fn idle_with(&self, limit: Weight) -> Weight {
		let used = BallotBox::on_idle(System::block_number(), limit);
		assert!(used.all_lte(limit), "{used:?}");
		used
	}

	/// What is said of the ballots of a unit.
	pub fn standings(&self, unit: UnitId) -> Vec<BallotStanding> {
		use dobush_primitives::traits::BallotBox as _;
		(0..BallotBox::ballots(ELECTION, unit)).map(|slot| self.slot(unit, slot).standing).collect()
	}

	pub fn slot(&self, unit: UnitId, slot: u32) -> DeniableSlot {
		DeniableSlots::<Test>::get((ELECTION, unit, slot)).unwrap()
	}

	/// Opens every ballot that would be mixed.
	pub fn open_mixed(&self, unit: UnitId) -> Vec<Option<Vec<&'static str>>> {
		use dobush_primitives::traits::BallotBox as _;
		(0..BallotBox::ballots(ELECTION, unit))
			.map(|slot| BallotBox::ciphertexts(ELECTION, unit, slot))
			.map(|found| found.map(|found| found.iter().map(|ciphertext| self.decrypt(ciphertext)).collect()))
			.collect()
	}

	pub fn is_settled(&self) -> bool {
		use dobush_primitives::traits::BallotBox as _;
		BallotBox::is_settled(ELECTION)
	}

	pub fn waiting(&self, contest: u8) -> u64 {
		Queues::<Test>::get(ELECTION, TableSlot::from(ContestId(contest))).map_or(0, |queue| queue.waiting())
	}
}

/// The ballots that were dropped so far, by receipt.
pub fn dropped() -> Vec<Receipt> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::BallotBox(Event::BallotDropped { receipt, .. }) => Some(receipt),
			_ => None,
		})
		.collect()
}

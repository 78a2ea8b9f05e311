//! Chains with deniable rolls whose keys are made by real ceremonies.

use crate::{
	chain::{account, Chain},
	commission::motion,
	plan::{ElectionPlan, STEP},
	station::Station,
	trustee::{self, Trustee},
	voter::pair,
};
use dobush_primitives::{
	roll::{OfficeKind, Terms},
	Definition, ElectionId, Phase, RollId, Trustees,
};
use dobush_runtime::{AccountId, Elections, Runtime};
use pallet_deniable_roll::Call as Rolls;
use pallet_trustees::Call as Ceremonies;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::sr25519;
use sp_runtime::DispatchError;

/// The only election.
pub const ELECTION: ElectionId = ElectionId(0);

/// The rules of every roll here: batches of four keys, for two voters at least but after ten blocks.
pub const TERMS: Terms = Terms {
	least_keys: 4,
	least_voters: 2,
	most_keys_per_booth: 60,
	most_decoy_ballots: 3,
	flush_after: 20_000,
	most_moves: 1,
	moves_close_before: 10_000,
	serves: 2,
};

/// A deniable roll and the devices that are in office for it.
pub struct Roll {
	pub roll: RollId,
	pub desk: sr25519::Pair,
	pub printer: sr25519::Pair,
}

pub struct Country {
	/// Of the rolls that are opened.
	pub terms: Terms,
	pub chain: Chain,
	pub rng: ChaCha20Rng,
	/// Five: the first three are the election's, the second to fourth hold the roll key, the last three after them.
	pub trustees: Vec<Trustee>,
}

impl Country {
	pub fn new(seed: u64) -> Self {
		let mut rng = ChaCha20Rng::seed_from_u64(seed);
		let trustees = (1..=5).map(|index| Trustee::random(index, &mut rng)).collect();
		Self { terms: TERMS, chain: Chain::development(), rng, trustees }
	}

	/// Some of the trustees, of whom two are needed.
	pub fn two_of(&self, some: std::ops::Range<usize>) -> Trustees<AccountId> {
		let members: Vec<_> = self.trustees[some].iter().map(Trustee::account).collect();
		Trustees { members: members.try_into().unwrap(), threshold: 2 }
	}

	/// Creates a roll, appoints its desk and its printer, and makes it deniable.
	pub fn open_roll(&mut self, units: u16) -> Roll {
		let (chain, rng, terms) = (&mut self.chain, &mut self.rng, self.terms);
		let roll = chain.read(pallet_voter_registry::NextRoll::<Runtime>::get);
		let (desk, printer) = (pair(rng), pair(rng));
		let name = b"A roll".to_vec().try_into().unwrap();
		motion(chain, pallet_voter_registry::Call::<Runtime>::create_roll { name, units }).unwrap();
		let appoint = pallet_voter_registry::Call::<Runtime>::appoint_desk { roll, account: account(&desk) };
		motion(chain, appoint).unwrap();
		motion(chain, Rolls::<Runtime>::open { roll, terms }).unwrap();
		motion(chain, Rolls::<Runtime>::appoint { roll, role: OfficeKind::Printer, account: account(&printer) })
			.unwrap();
		Roll { roll, desk, printer }
	}

	/// The same, and the second to fourth trustee make its key.
	pub fn roll_with_key(&mut self, units: u16) -> Roll {
		let made = self.open_roll(units);
		let begin =
			Ceremonies::<Runtime>::begin_roll_key { roll: made.roll, trustees: self.two_of(1..4), step_deadline: STEP };
		motion(&mut self.chain, begin).unwrap();
		self.until_epoch(made.roll, 0);
		made
	}

	/// Lets the trustees act until the roll key is in the hands of an epoch.
	pub fn until_epoch(&mut self, roll: RollId, epoch: u16) {
		for _ in 0..40 {
			if self.chain.read(|| pallet_trustees::Epochs::<Runtime>::get(roll)) == Some(epoch) {
				// Once more, so that everybody adds up what was dealt.
				return self.act();
			}
			self.act();
		}
		panic!("the roll key does not come to epoch {epoch}");
	}

	/// A block, and before it what the trustees owe.
	pub fn act(&mut self) {
		trustee::act(&mut self.chain, &mut self.trustees, ELECTION, &mut self.rng);
	}

	pub fn station(&mut self, of: &Roll) -> Station {
		Station::new(&mut self.chain, of.roll, &of.desk, &of.printer, &mut self.rng)
	}

	/// The definition of an election on a roll, with the first three trustees.
	pub fn definition(&self, plan: &ElectionPlan, roll: RollId) -> Definition<AccountId> {
		plan.definition(roll, self.two_of(0..3).members.into_inner(), self.chain.now())
	}

	pub fn announce(&mut self, definition: &Definition<AccountId>) -> Result<(), DispatchError> {
		let definition = definition.clone();
		motion(&mut self.chain, pallet_elections::Call::<Runtime>::announce { definition })
	}

	/// Lets the trustees do what they owe until the election has come to a phase.
	pub fn until(&mut self, wanted: Phase) {
		for _ in 0..400 {
			if self.phase() >= wanted {
				return;
			}
			self.act();
		}
		panic!("the election does not come to {wanted:?}: it is in {:?}", self.phase());
	}

	pub fn phase(&mut self) -> Phase {
		self.chain.read(|| Elections::status(ELECTION)).expect("it was announced").phase
	}
}

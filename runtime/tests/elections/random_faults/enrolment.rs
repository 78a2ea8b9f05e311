//! How people come onto the roll, and go: openly, or by way of a booth.

use super::{Day, Person, ROLL};
use crate::{
	chain::account,
	commission::motion,
	device::{Credential, Snapshot},
	plan::{below, STEP},
	station::Station,
	trustee::{self, Trustee},
	voter::{pair, Voter},
};
use ballot_crypto::booth::check::Papers;
use dobush_primitives::{
	roll::{OfficeKind, Reason, Terms},
	Trustees, UnitId, VoterId,
};
use dobush_runtime::{AccountId, Runtime};
use pallet_deniable_roll::{Call as Rolls, Entries, Voters};
use rand_chacha::rand_core::RngCore;
use sp_core::Pair as _;

/// The rules of the roll: small batches, for one election.
const TERMS: Terms = Terms {
	least_keys: 2,
	least_voters: 1,
	most_keys_per_booth: 1_000,
	most_decoy_ballots: 2,
	flush_after: 1,
	most_moves: 1,
	moves_close_before: 0,
	serves: 1,
};

/// Whether a voter is on the deniable roll now.
pub(super) fn is_on_deniable_roll(voter_id: VoterId) -> bool {
	let entry =
		Voters::<Runtime>::get(ROLL, voter_id).and_then(|of| Entries::<Runtime>::get((ROLL, of.unit, of.entry)));
	entry.is_some_and(|entry| entry.struck_in.is_none())
}

impl Day {
	/// A desk enrols voters on a direct roll; some are struck off again, some get new credentials.
	pub(super) fn enrol(&mut self) {
		for _ in 0..3 + below(&mut self.rng, 9) {
			let unit = UnitId(below(&mut self.rng, self.plan.units.len() as u32) as u16);
			self.add_person(unit, true);
		}
		let enrolments: Vec<_> = self.people.iter().map(|person| person.voter.enrolment()).collect();
		let voters = enrolments.try_into().unwrap();
		let enrol = pallet_voter_registry::Call::<Runtime>::enrol { roll: ROLL, voters };
		self.chain.call(&self.desk, enrol.into()).unwrap();
		for index in 0..self.people.len() {
			match below(&mut self.rng, 8) {
				0 => {
					self.strike_off(index);
					self.people[index].is_eligible = false;
				}
				1 => {
					let replacing = self.replace(index);
					self.people[index].is_eligible = false;
					self.people[replacing].is_eligible = true;
				}
				_ => (),
			}
		}
		for person in self.people.iter_mut() {
			person.counts = person.is_eligible;
		}
		for person in self.people.iter().filter(|person| person.is_eligible) {
			self.model.registered[usize::from(person.voter.unit.0)] += 1;
		}
	}

	fn add_person(&mut self, unit: UnitId, is_eligible: bool) -> usize {
		let voter = Voter::random(unit, &mut self.rng);
		self.add(voter, None, is_eligible)
	}

	fn add(&mut self, voter: Voter, booth: Option<[u8; 32]>, is_eligible: bool) -> usize {
		let plans = below(&mut self.rng, u32::from(self.plan.ballots_per_credential) + 2);
		let plans = plans.min(self.plan.ballots_per_credential.into());
		self.people.push(Person { voter, booth, is_eligible, counts: is_eligible, plans, times: 0, last: None });
		self.people.len() - 1
	}

	pub(super) fn strike_off(&mut self, index: usize) {
		let voter_id = self.people[index].voter.id;
		let strike =
			pallet_voter_registry::Call::<Runtime>::strike_off { roll: ROLL, voter_id, reason: Reason::Deceased };
		self.chain.call(&self.desk, strike.into()).unwrap();
	}

	/// Gives a person another credential, as another entry of the list.
	pub(super) fn replace(&mut self, index: usize) -> usize {
		let (voter_id, unit) = (self.people[index].voter.id, self.people[index].voter.unit);
		let new = self.add_person(unit, false);
		self.people[new].voter.id = voter_id;
		let new_credential = self.people[new].voter.credential();
		let replace =
			pallet_voter_registry::Call::<Runtime>::replace_credential { roll: ROLL, voter_id, new_credential };
		self.chain.call(&self.desk, replace.into()).unwrap();
		new
	}

	fn all_trustees(&self) -> Trustees<AccountId> {
		let members: Vec<_> = self.trustees.iter().map(Trustee::account).collect();
		Trustees { members: members.try_into().unwrap(), threshold: self.plan.threshold }
	}

	/// The roll is made deniable, its key is made, and voters come to a booth: some once more, some are struck off.
	pub(super) fn enrol_deniably(&mut self) {
		let printer = pair(&mut self.rng);
		motion(&mut self.chain, Rolls::<Runtime>::open { roll: ROLL, terms: TERMS }).unwrap();
		motion(
			&mut self.chain,
			Rolls::<Runtime>::appoint { roll: ROLL, role: OfficeKind::Printer, account: account(&printer) },
		)
		.unwrap();
		let trustees = self.all_trustees();
		let begin = pallet_trustees::Call::<Runtime>::begin_roll_key { roll: ROLL, trustees, step_deadline: STEP };
		motion(&mut self.chain, begin).unwrap();
		for _ in 0..10 {
			trustee::act(&mut self.chain, &mut self.trustees, super::ELECTION, &mut self.rng);
		}
		let mut station = Station::new(&mut self.chain, ROLL, &self.desk, &printer, &mut self.rng);
		for unit in (0..self.plan.units.len() as u16).map(UnitId) {
			let mut voters = Vec::new();
			for _ in 0..below(&mut self.rng, 5) {
				let mut id = [0; 32];
				self.rng.fill_bytes(&mut id);
				voters.push(VoterId(id));
			}
			let credentials = self.come(&mut station, unit, &voters);
			let mut active: Vec<(VoterId, usize)> = voters.into_iter().zip(credentials).collect();
			// Another visit, for another credential; the old one goes on as cover.
			if let Some((voter, old)) = active.pop() {
				if self.chance(2) {
					let new = self.come(&mut station, unit, &[voter])[0];
					self.people[old].counts = false;
					active.push((voter, new));
				} else {
					active.push((voter, old));
				}
			}
			if let Some((voter, credential)) = active.pop() {
				if self.chance(3) {
					self.strike_off_deniable_roll(voter);
					self.people[credential].counts = false;
				} else {
					active.push((voter, credential));
				}
			}
			self.model.registered[usize::from(unit.0)] = active.len() as u64;
		}
	}

	/// Voters come and go home with a real credential and up to two fakes each; the booth adds decoys. Gives where the real ones
	/// stand.
	fn come(&mut self, station: &mut Station, unit: UnitId, voters: &[VoterId]) -> Vec<usize> {
		let Self { chain, rng, .. } = self;
		let fakes: Vec<u32> = voters.iter().map(|_| below(rng, 3)).collect();
		let visits = voters.iter().zip(fakes);
		let papers: Vec<Vec<Papers>> =
			visits.map(|(voter, fakes)| station.visit(chain, *voter, unit, fakes, rng)).collect();
		let decoys: Vec<_> = (0..2 + below(rng, 2)).map(|_| station.decoy(chain, unit, rng)).collect();
		station.bring(chain, unit, rng);
		if !voters.is_empty() {
			station.enrol(chain, unit).unwrap();
		}
		let snapshot = Snapshot::of(chain, ROLL);
		let booth = station.booth.public().0;
		let decoys: Vec<_> = decoys.iter().map(|secret| Credential::new(secret, booth, unit)).collect();
		let mut check = |papers: &Papers| snapshot.check(papers, rng).expect("good papers");
		let credentials: Vec<Vec<Credential>> =
			papers.iter().map(|visit| visit.iter().map(&mut check).collect()).collect();
		let mut real = Vec::new();
		for (voter, visit) in voters.iter().zip(credentials) {
			for (number, credential) in visit.into_iter().enumerate() {
				let at = self.add_deniable(*voter, credential, number == 0);
				real.extend((number == 0).then_some(at));
			}
		}
		for decoy in decoys {
			self.add_deniable(VoterId([0xff; 32]), decoy, false);
		}
		real
	}

	fn add_deniable(&mut self, id: VoterId, credential: Credential, counts: bool) -> usize {
		let Credential { pair, booth, unit } = credential;
		let at = self.add(Voter { pair, id, unit }, Some(booth), true);
		self.people[at].counts = counts;
		at
	}

	pub(super) fn strike_off_deniable_roll(&mut self, voter_id: VoterId) {
		let strike = Rolls::<Runtime>::strike_off { roll: ROLL, voter_id, reason: Reason::Deceased };
		self.chain.call(&self.desk, strike.into()).unwrap();
	}

	/// Hands the roll key over to the same trustees, under new shares, unless that is being done.
	pub(super) fn reshare(&mut self) {
		let trustees = self.all_trustees();
		let reshare = pallet_trustees::Call::<Runtime>::reshare_roll_key { roll: ROLL, trustees, step_deadline: STEP };
		let begun = motion(&mut self.chain, reshare);
		let under_way = pallet_trustees::Error::<Runtime>::AlreadyBegun;
		assert!(begun.is_ok() || begun == Err(under_way.into()), "{begun:?}");
	}
}

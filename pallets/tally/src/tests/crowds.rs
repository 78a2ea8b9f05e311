//! Deniable elections as their neighbours know them: keys, rolls and casters.
#![allow(missing_docs)]

use super::mock::*;
use ballot_crypto::{credential::CredentialPlace, Ciphertext, Element, Scalar, Secret};
use dobush_primitives::{
	traits::{Caster, DeniableRolls, Holder},
	ElectionId, RollId, TrusteeIndex, UnitId,
};

/// What its neighbours know of a deniable election, by unit.
#[derive(Clone)]
pub struct Deniable {
	pub merge_below: u32,
	pub settled: bool,
	pub without_tagging_key: bool,
	pub without_roll: bool,
	pub tagging: Keys,
	pub roll: Keys,
	/// None was dropped publicly.
	pub casters: Vec<Vec<Option<Caster>>>,
	/// None is struck off.
	pub entries: Vec<Vec<Option<Ciphertext>>>,
}

/// A key and the secrets behind its shares.
#[derive(Clone)]
pub struct Keys {
	pub key: Element,
	pub threshold: u16,
	pub secrets: Vec<Secret>,
}

impl Keys {
	pub fn new(threshold: u16, holders: u16) -> Self {
		let coefficients: Vec<Secret> = (0..threshold).map(|_| rng(Secret::random)).collect();
		let key = coefficients[0].public_element().unwrap();
		let share = |j: u16| {
			let x = Scalar::from(j);
			Secret::try_from(coefficients.iter().rev().fold(Scalar::ZERO, |sum, c| sum * x + c.scalar())).unwrap()
		};
		Self { key, threshold, secrets: (1..=holders).map(share).collect() }
	}

	pub fn holders(&self, account: fn(u16) -> u64) -> Vec<Holder<u64>> {
		let holder = |(index, secret): (u16, &Secret)| Holder {
			index: TrusteeIndex(index),
			account: account(index),
			verification_key: secret.public(),
		};
		(1..).zip(&self.secrets).map(holder).collect()
	}
}

/// A credential of a deniable election.
#[derive(Clone, Debug)]
pub enum Credential {
	/// On the roll, and voting.
	Real(Vec<Vote>),
	/// Not on the roll, and voting just the same.
	Fake(Vec<Vote>),
	/// On the roll, without a ballot.
	Silent,
	/// On the roll, with a ballot that was dropped publicly.
	Dropped(Vec<Vote>),
	/// Struck off, and voting with what is a fake now.
	Struck(Vec<Vote>),
}

/// The roll of a deniable election, fixed in block 5.
pub fn roll_of(election: ElectionId) -> RollId {
	RollId(100 + election.0)
}

pub const EPOCH: u16 = 4;

pub fn deniable<R>(election: ElectionId, f: impl FnOnce(&Deniable) -> R) -> Option<R> {
	with(election, |e| e.deniable.as_ref().map(f))?
}

/// The deniable election that uses a roll.
pub fn on_the_roll<R>(roll: RollId, f: impl FnOnce(&Deniable) -> R) -> Option<R> {
	deniable(ElectionId(roll.0.checked_sub(100)?), f)
}

impl DeniableRolls<u64> for Neighbours {
	fn is_deniable(roll: RollId) -> bool {
		on_the_roll(roll, |_| ()).is_some()
	}
	fn registered(roll: RollId, unit: UnitId) -> u32 {
		let active = |d: &Deniable| d.entries.get(usize::from(unit.0)).map(|entries| entries.iter().flatten().count());
		on_the_roll(roll, active).flatten().unwrap_or(0) as u32
	}
	fn entries(roll: RollId, unit: UnitId) -> u32 {
		on_the_roll(roll, |d| d.entries[usize::from(unit.0)].len() as u32).unwrap_or(0)
	}
	fn entry(roll: RollId, unit: UnitId, entry: u32, at: u32) -> Option<Ciphertext> {
		assert_eq!(at, 5);
		on_the_roll(roll, |d| d.entries[usize::from(unit.0)].get(entry as usize).copied().flatten())?
	}
}

impl Setup {
	/// Keys, rolls and casters of a deniable election.
	pub fn sort(&self) -> Option<Deniable> {
		let (merge_below, crowds) = self.deniable.clone()?;
		let roll = Keys::new(2, 3);
		let (mut casters, mut entries) = (vec![], vec![]);
		for (unit, crowd) in (0u16..).zip(crowds) {
			let (mut boxed, mut listed) = (vec![], vec![]);
			for (number, credential) in (0u32..).zip(crowd) {
				// Two booths in turn.
				let booth = [(number % 2) as u8; 32];
				let caster = Caster { credential: rng(Secret::random).public(), booth };
				let place = CredentialPlace { genesis: hash_of(0u32).0, unit, booth };
				let element = place.element(&caster.credential).unwrap();
				let entry = Ciphertext::encrypt(element.point(), &roll.key, &rng(Scalar::random));
				let (ballot, voter) = match credential {
					Credential::Real(_) => (Some(Some(caster)), Some(Some(entry))),
					Credential::Fake(_) => (Some(Some(caster)), None),
					Credential::Silent => (None, Some(Some(entry))),
					Credential::Dropped(_) => (Some(None), Some(Some(entry))),
					Credential::Struck(_) => (Some(Some(caster)), Some(None)),
				};
				boxed.extend(ballot);
				listed.extend(voter);
			}
			casters.push(boxed);
			entries.push(listed);
		}
		let tagging = Keys::new(self.threshold, self.trustees);
		Some(Deniable {
			merge_below,
			settled: true,
			without_tagging_key: false,
			without_roll: false,
			tagging,
			roll,
			casters,
			entries,
		})
	}
}

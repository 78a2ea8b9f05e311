//! Decoy ballots: a secret, uniform number of ballots that do not count, at random times, so that the public number of dropped
//! ballots does not tell on a single voter. Protocol §3.

use crate::{
	booth::{
		state::{Schedule, UnitState},
		BoothError,
	},
	error::Result,
};
use ballot_crypto::CredentialSecret;
use dobush_primitives::{ElectionId, Moment, UnitId};
use rand::{seq::SliceRandom, CryptoRng, Rng, RngCore};
use std::collections::BTreeSet;

/// The times between which decoys may cast, and how many of them at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecoySchedule {
	/// The number of the election.
	pub election: u32,
	/// The most decoys of a unit that cast; the terms of the roll name it (U).
	pub most: u16,
	/// The earliest time at which a decoy casts, in UTC milliseconds.
	pub from: Moment,
	/// The latest time at which a decoy casts, in UTC milliseconds.
	pub until: Moment,
}

/// Draws how many decoys of a unit cast in an election, which, and when; once. A restart goes on with what was drawn: to draw
/// again until the number pleases would be a number that is not uniform.
///
/// `usable` are the accounts whose credentials were active when the roll closed. There must be U of them, or the number of
/// decoys would be less than uniform.
pub fn draw(
	state: &mut UnitState,
	plan: &DecoySchedule,
	usable: &BTreeSet<[u8; 32]>,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<()> {
	if state.schedules.iter().any(|schedule| schedule.election == plan.election) {
		return Ok(());
	}
	let mut places: Vec<u32> = (0..)
		.zip(&state.decoys)
		.filter(|(_, decoy)| usable.contains(&decoy.0.account().0))
		.map(|(place, _)| place)
		.collect();
	if places.len() < usize::from(plan.most) {
		return Err(BoothError::TooFewDecoys {
			unit: UnitId(state.place.unit),
			usable: places.len(),
			election: ElectionId(plan.election),
			needed: plan.most,
		}
		.into());
	}
	if plan.from >= plan.until {
		return Err(BoothError::PollsOver { election: ElectionId(plan.election) }.into());
	}
	places.shuffle(rng);
	places.truncate(usize::from(rng.gen_range(0..=plan.most)));
	let mut ballots: Vec<(Moment, u32)> =
		places.into_iter().map(|place| (rng.gen_range(plan.from..plan.until), place)).collect();
	ballots.sort_unstable();
	state.schedules.push(Schedule { election: plan.election, ballots });
	Ok(())
}

/// The next ballot to be cast in an election: when, and by whom.
pub fn next(state: &UnitState, election: u32) -> Option<(Moment, CredentialSecret)> {
	let schedule = state.schedules.iter().find(|schedule| schedule.election == election)?;
	let (when, place) = schedule.ballots.first()?;
	Some((*when, state.decoys.get(*place as usize)?.0.clone()))
}

/// The next ballot has been cast.
pub fn cast(state: &mut UnitState, election: u32) {
	for schedule in state.schedules.iter_mut().filter(|schedule| schedule.election == election) {
		if !schedule.ballots.is_empty() {
			schedule.ballots.remove(0);
		}
	}
}

/// Gives ballots whose time has passed, because the booth was switched off, new times: all at once would be a mark.
pub(crate) fn spread(
	state: &mut UnitState,
	election: u32,
	now: Moment,
	until: Moment,
	rng: &mut (impl RngCore + CryptoRng),
) {
	if now >= until {
		return;
	}
	for schedule in state.schedules.iter_mut().filter(|schedule| schedule.election == election) {
		for (when, _) in &mut schedule.ballots {
			if *when < now {
				*when = rng.gen_range(now..until);
			}
		}
		schedule.ballots.sort_unstable();
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::booth::state::Decoy;
	use ballot_crypto::credential::CredentialPlace;
	use rand::{rngs::StdRng, SeedableRng};

	const PLAN: DecoySchedule = DecoySchedule { election: 3, most: 4, from: 1_000, until: 2_000 };

	fn scene(decoys: usize) -> (UnitState, BTreeSet<[u8; 32]>, StdRng) {
		let mut rng = StdRng::seed_from_u64(1);
		let mut state = UnitState::new(0, CredentialPlace { genesis: [1; 32], unit: 2, booth: [3; 32] });
		state.decoys = (0..decoys).map(|_| Decoy(CredentialSecret::random(&mut rng))).collect();
		let usable = state.decoys.iter().map(|decoy| decoy.0.account().0).collect();
		(state, usable, rng)
	}

	fn ballots(state: &UnitState) -> &[(Moment, u32)] {
		&state.schedules[0].ballots
	}

	#[test]
	fn every_number_from_none_to_u_comes_up_and_as_often_as_the_others() {
		let mut seen = [0; 5];
		for seed in 0..500 {
			let (mut state, usable, _) = scene(6);
			draw(&mut state, &PLAN, &usable, &mut StdRng::seed_from_u64(seed)).expect("six decoys");
			let drawn = ballots(&state);
			seen[drawn.len()] += 1;
			assert!(drawn.iter().all(|(when, _)| (1_000..2_000).contains(when)));
			let distinct: BTreeSet<_> = drawn.iter().map(|(_, decoy)| decoy).collect();
			assert_eq!(distinct.len(), drawn.len(), "a decoy casts once: another ballot of it would be a replacement");
		}
		assert!(seen.iter().all(|count| (70..130).contains(count)), "{seen:?}");
	}

	#[test]
	fn the_number_is_drawn_once() {
		let (mut state, usable, mut rng) = scene(6);
		draw(&mut state, &PLAN, &usable, &mut rng).expect("six decoys");
		let drawn = state.schedules.clone();
		for _ in 0..20 {
			draw(&mut state, &PLAN, &usable, &mut rng).expect("drawn before");
		}
		assert_eq!(state.schedules, drawn);
	}

	#[test]
	fn too_few_decoys_are_refused_rather_than_drawn_from() {
		let (mut state, mut usable, mut rng) = scene(4);
		let one = *usable.iter().next().expect("four");
		usable.remove(&one);
		let few = BoothError::TooFewDecoys { unit: UnitId(2), usable: 3, election: ElectionId(3), needed: 4 };
		assert_eq!(draw(&mut state, &PLAN, &usable, &mut rng), Err(few.into()));
		let over = DecoySchedule { until: 1_000, ..PLAN };
		usable.insert(one);
		let late = BoothError::PollsOver { election: ElectionId(3) };
		assert_eq!(draw(&mut state, &over, &usable, &mut rng), Err(late.into()));
		assert!(state.schedules.is_empty());
	}

	#[test]
	fn ballots_are_cast_one_after_the_other() {
		let (mut state, _, mut rng) = scene(3);
		state.schedules.push(Schedule { election: 3, ballots: vec![(1_100, 2), (1_200, 0)] });
		let (when, secret) = next(&state, 3).expect("two are left");
		assert_eq!((when, secret.account()), (1_100, state.decoys[2].0.account()));
		cast(&mut state, 3);
		assert_eq!(next(&state, 3).expect("one is left").0, 1_200);
		spread(&mut state, 3, 1_500, 2_000, &mut rng);
		assert!((1_500..2_000).contains(&next(&state, 3).expect("it has a new time").0));
		cast(&mut state, 3);
		assert!(next(&state, 3).is_none());
		assert!(next(&state, 4).is_none());
	}
}

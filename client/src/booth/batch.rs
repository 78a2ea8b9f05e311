//! A booth's batch: decoys are added, the argument is proven, its hash is announced, and a finalised block later the keys are
//! activated. Protocol A5. What is announced is on the disk before, so an interruption loses nothing.

use crate::{
	booth::{
		state::{self, Announced, UnitState},
		visit::Keep,
		BoothError,
	},
	chain::{calls, constants, items, Block, Chain, Sender, View},
	deniable_roll as deniable,
	deniable_roll::Envelopes,
	error::Result,
};
use ballot_crypto::{
	booth::{visit, Booth, Envelope},
	enrolment::batch::{self, Batch, BatchPlace},
	Element,
};
use dobush_primitives::{
	roll::{BatchRecord, Terms, MAX_BATCH_KEYS},
	BuiltOn, Moment, RollId, UnitId,
};
use rand::{CryptoRng, RngCore};
use serde::Serialize;
use sp_runtime::AccountId32;

/// Batches of a booth in which one is looked for whose activation may have arrived.
const NEWEST: usize = 4;

/// Finalised blocks in which something that was sent before an interruption arrives, if it ever does.
const ARRIVAL: u64 = 6;

/// Blocks that an announcement must still stand for its activation to arrive in time.
const SPARE_BLOCKS: u64 = 8;

/// The outcome of an activated batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Activated {
	/// The number of keys of the batch, with its decoys.
	pub keys: u32,
	/// The number of the finalised block in which the batch was activated.
	pub block: u64,
	/// The number of sessions that were aborted since the batch before.
	pub aborted_sessions: u32,
}

/// Decoys that every batch has at least, unless its booth says otherwise: a quarter of the least keys. Whose batch an account
/// is in is public, so decoys are cover for the voters of their own batch only.
pub fn decoys_of(terms: &Terms) -> u32 {
	terms.least_keys.div_ceil(4)
}

/// How many decoys to add before the batch is announced, so that its size says nothing about the fakes that its voters took:
/// all batches are filled to the same number of keys. Without one given that is the roll's least, or the smallest multiple of it.
///
/// `least_decoys` are in it in any case; those that wait already are among them.
pub fn filling(state: &UnitState, terms: &Terms, least_decoys: u32, fill_to: Option<u32>) -> Result<u32> {
	let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
	let waiting = count(state.waiting.len());
	let own = count(state.decoys_waiting());
	let smallest = waiting.saturating_add(least_decoys.saturating_sub(own));
	if smallest > MAX_BATCH_KEYS {
		let most_decoys = MAX_BATCH_KEYS.saturating_sub(waiting).saturating_add(own);
		return Err(BoothError::TooManyDecoys { waiting, most_decoys }.into());
	}
	let unit = terms.least_keys.max(1);
	let size = match fill_to {
		Some(size) if size < terms.least_keys || size > MAX_BATCH_KEYS => {
			return Err(BoothError::BatchSize { size, least_keys: terms.least_keys }.into());
		}
		Some(size) if size < smallest => {
			return Err(BoothError::BatchTooSmall { keys: smallest, size }.into());
		}
		Some(size) => size,
		None => smallest.max(1).div_ceil(unit).saturating_mul(unit).min(MAX_BATCH_KEYS),
	};
	Ok(size.saturating_sub(waiting))
}

/// Whether another visit with so many credentials at most still fits into the batch: credentials of one visit must stand in
/// one batch, and the state does not say which belong together.
pub fn has_room(state: &UnitState, most_credentials: u32) -> bool {
	let waiting = u32::try_from(state.waiting.len()).unwrap_or(u32::MAX);
	waiting.saturating_add(most_credentials) <= MAX_BATCH_KEYS
}

/// Adds a decoy of the booth's own. It spends an envelope like any other key.
pub fn add_decoy(
	state: &mut UnitState,
	booth: &Booth,
	envelopes: &Envelopes,
	others: &[UnitState],
	envelope: Envelope,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<()> {
	if !has_room(state, 1) {
		return Err(BoothError::BatchFull.into());
	}
	let standing = state::standing(envelopes, &envelope.challenge.hash(), others.iter().chain([&*state]));
	let (secret, member) = visit::decoy(booth, &visit::Scan { envelope, status: standing }, rng)?;
	state.keep_decoy(secret, member);
	Ok(())
}

/// Proves the batch of everything that waits. From here on the booth knows of these keys only what everybody will.
///
/// The batch is verified before anything is forgotten; on an error everything waits as before.
pub fn prepare(state: &mut UnitState, roll_key: Element, rng: &mut (impl RngCore + CryptoRng)) -> Result<[u8; 32]> {
	let place = BatchPlace { place: state.place, roll_key };
	if let Some(announced) = &state.announced {
		return Ok(place.commitment_of(&announced.batch));
	}
	let members = state.waiting.iter().map(|waiting| waiting.0.clone()).collect();
	let unproven = |error| BoothError::Unproven { error };
	let batch = batch::prove(&place, members, rng).map_err(unproven)?;
	batch::verify(&place, &batch).map_err(unproven)?;
	let commitment = place.commitment_of(&batch);
	state.announced = Some(Announced { batch, aborted: state.unfinished });
	state.waiting.clear();
	state.unfinished = 0;
	state.voters = 0;
	Ok(commitment)
}

/// Announces and activates what waits, or goes on with what was announced before an interruption.
///
/// Returns when the activation is final; the state then knows nothing of the batch any more but the booth's decoys.
pub async fn activate(
	sender: &mut Sender,
	state: &mut UnitState,
	roll_key: Element,
	keep: &mut impl Keep,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<Activated> {
	let resumed = state.announced.is_some();
	let commitment = prepare(state, roll_key, rng)?;
	keep.keep(state)?;
	let (roll, unit) = (RollId(state.roll), UnitId(state.place.unit));
	let Some(announced) = &mut state.announced else { return Err(BoothError::NothingWaits.into()) };
	let chain = sender.chain().clone();
	let booth = sender.account().id();
	let keys = u32::try_from(announced.batch.activations.len()).unwrap_or(u32::MAX);
	let aborted_sessions = announced.aborted;
	let batch = announced.batch.clone();
	let mut head = chain.finalised().await?;
	let until = head.number + ARRIVAL;
	let record = loop {
		let found = active(&chain.at(head.hash), &booth, &batch).await?;
		// A second announcement would count aborted sessions twice, so this waits for the one that is on its way.
		if found.is_some()
			|| !resumed
			|| head.number >= until
			|| stands(&chain, head, &booth, unit, &commitment).await?
		{
			break found;
		}
		head = chain.finalised_after(head).await?;
	};
	if let Some(record) = record {
		state.announced = None;
		keep.keep(state)?;
		return Ok(Activated { keys, block: record.activated_in.into(), aborted_sessions: 0 });
	}
	if !stands(&chain, head, &booth, unit, &commitment).await? {
		sender.send(&calls::deniable_roll::announce_batch(roll, unit, commitment, aborted_sessions)).await?;
		// The number is announced once. If the batch is announced again, nothing is added.
		announced.aborted = 0;
		keep.keep(state)?;
	}
	// `send` returned when the announcement was final, so the newest finalised block is at or after it.
	let mut at = chain.finalised().await?;
	let built_on = BuiltOn { number: u32::try_from(at.number).unwrap_or(u32::MAX), hash: at.hash };
	let block = match sender.send(&calls::deniable_roll::activate(roll, unit, built_on, &batch)).await {
		Ok(included) => included.block.number,
		Err(refused) => {
			// The activation that was sent before an interruption may have come first.
			let until = at.number + if resumed { ARRIVAL } else { 0 };
			loop {
				if let Some(record) = active(&chain.at(at.hash), &booth, &batch).await? {
					break record.activated_in.into();
				}
				if at.number >= until {
					return Err(refused.into());
				}
				at = chain.finalised_after(at).await?;
			}
		}
	};
	state.announced = None;
	keep.keep(state)?;
	Ok(Activated { keys, block, aborted_sessions })
}

/// The record of this batch, if it is active: an answer was lost.
async fn active(view: &View<'_>, booth: &AccountId32, batch: &Batch) -> Result<Option<BatchRecord>> {
	let batches = deniable::booth_counts(view, booth).await?.batches;
	for number in (0..batches).rev().take(NEWEST) {
		let pairs = view.read(&items::deniable_roll::PAIRS, &(booth, number)).await?;
		if pairs.is_some_and(|pairs| pairs == batch.pairs) {
			return Ok(view.read(&items::deniable_roll::BATCHES, &(booth, number)).await?);
		}
	}
	Ok(None)
}

/// Whether this announcement stands, and long enough for the activation.
async fn stands(chain: &Chain, head: Block, booth: &AccountId32, unit: UnitId, commitment: &[u8; 32]) -> Result<bool> {
	let lifetime = chain.constant(&constants::deniable_roll::ANNOUNCEMENT_LIFETIME)?;
	let found = chain.at(head.hash).read(&items::deniable_roll::ANNOUNCEMENTS, &(booth, unit)).await?;
	let lasts = |announced_in: u32| head.number + SPARE_BLOCKS <= u64::from(announced_in) + u64::from(lifetime);
	Ok(found.is_some_and(|found| found.commitment == *commitment && lasts(found.announced_in)))
}

/// The time from which a batch of a unit may bring fewer voters than the terms ask for, in UTC milliseconds.
pub async fn flush_from(view: &View<'_>, booth: &AccountId32, unit: UnitId, terms: &Terms) -> Result<Moment> {
	let last = view.read(&items::deniable_roll::LAST_BATCH, &(booth, unit)).await?;
	let since = match last {
		Some(last) => last,
		None => {
			let office = view.read(&items::deniable_roll::OFFICES, &(booth,)).await?;
			office.map_or(Moment::MAX, |office| office.appointed_at)
		}
	};
	Ok(since.saturating_add(terms.flush_after))
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{
		booth::Refusal,
		credential::CredentialPlace,
		envelope::{Challenge, NotFresh, Symbol},
		Secret,
	};
	use rand::{rngs::StdRng, SeedableRng};

	const TERMS: Terms = Terms {
		least_keys: 4,
		least_voters: 2,
		most_keys_per_booth: 1_000,
		most_decoy_ballots: 5,
		flush_after: 1_000,
		most_moves: 2,
		moves_close_before: 0,
		serves: 3,
	};

	fn scene() -> (UnitState, Element, Envelopes, Vec<Envelope>, StdRng) {
		let mut rng = StdRng::seed_from_u64(1);
		let place = CredentialPlace { genesis: [1; 32], unit: 2, booth: [3; 32] };
		let roll_key = Secret::random(&mut rng).public_element().expect("not zero");
		let stack: Vec<Envelope> = (0..200)
			.map(|_| Envelope {
				genesis: place.genesis,
				booth: place.booth,
				symbol: Symbol::random(&mut rng),
				challenge: Challenge::random(&mut rng),
			})
			.collect();
		let envelopes = Envelopes::new(stack.iter().map(|envelope| (envelope.challenge.hash(), false)));
		(UnitState::new(0, place), roll_key, envelopes, stack, rng)
	}

	#[test]
	fn a_batch_is_proven_from_what_waits_and_its_secrets_are_gone() {
		let (mut state, roll_key, envelopes, stack, mut rng) = scene();
		let booth = state.booth(roll_key);
		for envelope in &stack[..4] {
			add_decoy(&mut state, &booth, &envelopes, &[], *envelope, &mut rng).expect("fresh");
		}
		state.unfinished = 1;
		let commitment = prepare(&mut state, roll_key, &mut rng).expect("four keys");
		let announced = state.announced.clone().expect("it is announced next");
		assert_eq!((announced.aborted, announced.batch.activations.len(), state.waiting.len()), (1, 4, 0));
		let place = BatchPlace { place: state.place, roll_key };
		assert_eq!(batch::verify(&place, &announced.batch), Ok(()));
		assert_eq!(place.commitment_of(&announced.batch), commitment);
		// After an interruption it goes on with the same.
		assert_eq!(prepare(&mut state, roll_key, &mut rng), Ok(commitment));
		assert_eq!(state.announced, Some(announced));
	}

	#[test]
	fn an_envelope_is_not_taken_twice_nor_an_unregistered_one() {
		let (mut state, roll_key, envelopes, stack, mut rng) = scene();
		let booth = state.booth(roll_key);
		add_decoy(&mut state, &booth, &envelopes, &[], stack[0], &mut rng).expect("fresh");
		let twice = add_decoy(&mut state, &booth, &envelopes, &[], stack[0], &mut rng);
		assert_eq!(twice, Err(Refusal::Envelope(NotFresh::Spent).into()));
		let unknown = Envelope { challenge: Challenge([9; 32]), ..stack[1] };
		let unknown = add_decoy(&mut state, &booth, &envelopes, &[], unknown, &mut rng);
		assert_eq!(unknown, Err(Refusal::Envelope(NotFresh::Unregistered).into()));
		let elsewhere = std::mem::replace(&mut state, UnitState::new(0, CredentialPlace { unit: 3, ..booth.place }));
		let moved = state.booth(roll_key);
		let used = add_decoy(&mut state, &moved, &envelopes, &[elsewhere], stack[0], &mut rng);
		assert_eq!(used, Err(Refusal::Envelope(NotFresh::Spent).into()), "it waits in the other unit");
		assert_eq!(state.waiting.len(), 0);
	}

	#[test]
	fn a_batch_is_never_larger_than_the_chain_takes() {
		let (mut state, roll_key, envelopes, stack, mut rng) = scene();
		let booth = state.booth(roll_key);
		for envelope in stack.iter().take(128) {
			add_decoy(&mut state, &booth, &envelopes, &[], *envelope, &mut rng).expect("fresh");
		}
		let full = add_decoy(&mut state, &booth, &envelopes, &[], stack[128], &mut rng);
		assert_eq!(full, Err(BoothError::BatchFull.into()));
		assert!(!has_room(&state, 1));
		state.waiting.truncate(120);
		assert!(has_room(&state, 8) && !has_room(&state, 9));
	}

	/// Its size must not tell how many fakes the voters of a batch took, nor whether it has decoys.
	#[test]
	fn batches_are_filled_to_one_size_and_each_has_decoys() {
		let (mut state, roll_key, envelopes, stack, mut rng) = scene();
		let booth = state.booth(roll_key);
		let terms = Terms { least_keys: 8, ..TERMS };
		let fill = |state: &UnitState, decoys, to| filling(state, &terms, decoys, to);
		assert_eq!(decoys_of(&terms), 2);
		assert_eq!(fill(&state, 2, None), Ok(8), "decoys only");
		for envelope in &stack[..6] {
			add_decoy(&mut state, &booth, &envelopes, &[], *envelope, &mut rng).expect("fresh");
		}
		// Without its decoys the state is as if voters had made the keys that wait.
		let own = std::mem::take(&mut state.decoys);
		assert_eq!(fill(&state, 2, None), Ok(2));
		assert_eq!(fill(&state, 3, None), Ok(10), "the next size");
		assert_eq!(fill(&state, 2, Some(20)), Ok(14));
		assert_eq!(fill(&state, 3, Some(8)), Err(BoothError::BatchTooSmall { keys: 9, size: 8 }.into()));
		for size in [7, 129] {
			assert_eq!(fill(&state, 2, Some(size)), Err(BoothError::BatchSize { size, least_keys: 8 }.into()));
		}
		assert_eq!(fill(&state, 123, None), Err(BoothError::TooManyDecoys { waiting: 6, most_decoys: 122 }.into()));
		assert_eq!(fill(&state, 122, None), Ok(122), "up to the largest");
		// Those that wait are among the decoys: after an interruption no more are asked for.
		state.decoys = own;
		assert_eq!(fill(&state, 6, None), Ok(2));
	}

	#[test]
	fn nothing_makes_no_batch() {
		let (mut state, roll_key, _, _, mut rng) = scene();
		let refused = prepare(&mut state, roll_key, &mut rng).expect_err("no key");
		assert!(matches!(refused, crate::Error::Booth(BoothError::Unproven { .. })), "{refused}");
		assert_eq!(state.announced, None);
	}
}

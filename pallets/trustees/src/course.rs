//! The course of a ceremony: whose turn it is, and what follows when a stage is over.

use crate::*;
use alloc::vec::Vec;
use ballot_crypto::ceremony::{self, BadCeremony, Dealing, KeySet, Place, Recipient, RevealError, Threshold};
use dobush_primitives::{BuiltOn, ElectionId, Moment, TrusteeIndex, MAX_TRUSTEES};
use frame_support::{pallet_prelude::*, traits::Time};
use frame_system::{ensure_signed, pallet_prelude::*};
use sp_core::sr25519;
use sp_runtime::traits::Zero;
use sp_runtime::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// The ceremony and the sender's number, if it is the sender's turn: the checks that all calls have in common.
	pub(crate) fn ensure_turn(
		origin: OriginFor<T>,
		election: ElectionId,
		attempt: u16,
		built_on: BuiltOn,
		stage: Stage,
	) -> Result<(Ceremony<T::AccountId>, TrusteeIndex), DispatchError> {
		let who = ensure_signed(origin)?;
		let ceremony = KeyCeremonies::<T>::get(election).ok_or(Error::<T>::UnknownCeremony)?;
		let index = ceremony.index_of(&who).ok_or(Error::<T>::NotATrustee)?;
		ensure!(ceremony.attempt == attempt, Error::<T>::WrongAttempt);
		ensure!(ceremony.stage == stage, Error::<T>::WrongStage);
		let hash = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(built_on.number));
		ensure!(hash == built_on.hash && hash != Default::default(), Error::<T>::UnknownBlock);
		ensure!(built_on.number >= ceremony.stage_began_in, Error::<T>::BuiltTooEarly);
		Ok((ceremony, index))
	}

	/// Stores a ceremony after somebody has acted; the next stage begins if that was the last one.
	///
	/// What makes an attempt fail is left to `on_initialize`, which also clears up.
	pub(crate) fn keep(election: ElectionId, mut ceremony: Ceremony<T::AccountId>) {
		if ceremony.is_hopeless() {
			ceremony.stage_ends = T::Time::now();
		} else if ceremony.all_have_acted() {
			if let Ok(stage) = ceremony.next_stage() {
				Self::enter(election, &mut ceremony, stage, T::Time::now());
			}
		}
		KeyCeremonies::<T>::insert(election, ceremony);
	}

	/// Begins a stage.
	pub(crate) fn enter(election: ElectionId, ceremony: &mut Ceremony<T::AccountId>, stage: Stage, now: Moment) {
		ceremony.stage = stage;
		ceremony.stage_began_in = frame_system::Pallet::<T>::block_number().saturated_into();
		ceremony.stage_ends = now.saturating_add(ceremony.step_deadline);
		let (attempt, ends) = (ceremony.attempt, ceremony.stage_ends);
		Self::deposit_event(Event::StageBegun { election, attempt, stage, ends });
	}

	/// Looks at every running ceremony: stages whose deadline has passed are over, and complete ones are combined. At most
	/// one ceremony per block does what takes long, that is finishes or starts again; others wait for the next block.
	pub(crate) fn go_on(now: Moment) -> Weight {
		let running = Running::<T>::get();
		let mut weight = T::WeightInfo::look(running.len() as u32);
		let mut done = None;
		for election in &running {
			let Some(mut ceremony) = KeyCeremonies::<T>::get(election) else { continue };
			if ceremony.stage == Stage::Combining {
				if done.is_none() {
					done = Some(*election);
					weight.saturating_accrue(T::WeightInfo::finish());
					match Self::combine(*election, &ceremony) {
						Ok(keys) => Self::finish(*election, ceremony, keys),
						Err(reason) => {
							weight.saturating_accrue(T::WeightInfo::begin_again());
							Self::begin_again(*election, ceremony, reason, now);
						}
					}
				}
			} else if now >= ceremony.stage_ends {
				match ceremony.next_stage() {
					Ok(stage) => {
						Self::enter(*election, &mut ceremony, stage, now);
						KeyCeremonies::<T>::insert(election, ceremony);
					}
					Err(reason) if done.is_none() => {
						done = Some(*election);
						weight.saturating_accrue(T::WeightInfo::begin_again());
						Self::begin_again(*election, ceremony, reason, now);
					}
					Err(_) => (),
				}
			}
		}
		weight
	}

	/// The keys that the surviving dealings add up to.
	pub(crate) fn combine(election: ElectionId, ceremony: &Ceremony<T::AccountId>) -> Result<KeySet, Failure> {
		let public = Self::public_part(election, ceremony).map_err(|_| Failure::Inconsistent)?;
		let stored: Vec<(u16, Dealing)> = ceremony
			.dealers()
			.iter()
			.filter_map(|dealer| Dealings::<T>::get(election, dealer).map(|StoredDealing(dealing)| (dealer.0, dealing)))
			.collect();
		let dealings: Vec<_> = stored.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
		if dealings.len() != usize::from(ceremony.dealers().count()) {
			return Err(Failure::Inconsistent);
		}
		let holders: Vec<_> = ceremony.holders().iter().map(|holder| holder.0).collect();
		Ok(ceremony::combine(&public, &dealings, &holders)?)
	}

	fn finish(election: ElectionId, mut ceremony: Ceremony<T::AccountId>, keys: KeySet) {
		let Some(vote_key) = keys.keys.first().map(|key| key.key) else { return };
		KeySets::<T>::insert(election, StoredKeySet(keys));
		ceremony.stage = Stage::Finished;
		let attempt = ceremony.attempt;
		let (dealers, holders) = (ceremony.dealers(), ceremony.holders());
		KeyCeremonies::<T>::insert(election, ceremony);
		Self::stop_running(election);
		Self::deposit_event(Event::KeyMade { election, attempt, vote_key, dealers, holders });
	}

	/// Throws away what an attempt has left and begins the next one, unless it was the last.
	pub(crate) fn begin_again(election: ElectionId, failed: Ceremony<T::AccountId>, reason: Failure, now: Moment) {
		Self::deposit_event(Event::AttemptFailed { election, attempt: failed.attempt, reason });
		let attempt = failed.attempt.saturating_add(1);
		let next = Self::take_number().filter(|_| attempt < T::MaxAttempts::get());
		let Some(number) = next else {
			KeyCeremonies::<T>::insert(election, Ceremony { stage: Stage::Failed(reason), ..failed });
			Self::stop_running(election);
			Self::deposit_event(Event::CeremonyFailed { election, reason });
			return;
		};
		// Nothing of an old attempt may be taken for one of the new. Each map has at most one entry per trustee.
		let _ = RecipientKeys::<T>::clear_prefix(election, MAX_TRUSTEES, None);
		let _ = Commitments::<T>::clear_prefix(election, MAX_TRUSTEES, None);
		let _ = Dealings::<T>::clear_prefix(election, MAX_TRUSTEES, None);
		let ceremony = Self::new_attempt(failed.trustees, failed.keys, failed.step_deadline, attempt, number, now);
		Self::deposit_event(Event::AttemptBegun { election, attempt, number, ends: ceremony.stage_ends });
		KeyCeremonies::<T>::insert(election, ceremony);
	}

	/// An attempt that nobody has joined yet.
	pub(crate) fn new_attempt(
		trustees: dobush_primitives::Trustees<T::AccountId>,
		keys: u8,
		step_deadline: Moment,
		attempt: u16,
		number: u32,
		now: Moment,
	) -> Ceremony<T::AccountId> {
		Ceremony {
			trustees,
			keys,
			number,
			attempt,
			stage: Stage::Joining,
			stage_began_in: frame_system::Pallet::<T>::block_number().saturated_into(),
			stage_ends: now.saturating_add(step_deadline),
			step_deadline,
			joined: Members::default(),
			committed: Members::default(),
			revealed: Members::default(),
			accepted: Members::default(),
			bad_dealers: Members::default(),
			false_complainers: Members::default(),
			ended: false,
		}
	}

	/// A number that no attempt has had; none after four billion.
	pub(crate) fn take_number() -> Option<u32> {
		let number = NextNumber::<T>::get();
		NextNumber::<T>::put(number.checked_add(1)?);
		Some(number)
	}

	pub(crate) fn stop_running(election: ElectionId) {
		Running::<T>::mutate(|running| running.retain(|other| *other != election));
	}

	/// Where the messages of an attempt belong.
	pub(crate) fn place(ceremony: &Ceremony<T::AccountId>) -> Place {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0;
		Place { genesis, ceremony: ceremony.number }
	}

	/// All that is public before the first dealing.
	pub(crate) fn public_part(
		election: ElectionId,
		ceremony: &Ceremony<T::AccountId>,
	) -> Result<ceremony::Ceremony, BadCeremony> {
		let threshold = Threshold::new(ceremony.trustees.threshold, ceremony.trustees.members.len() as u16)?;
		let recipients = ceremony
			.joined
			.iter()
			.filter_map(|index| RecipientKeys::<T>::get(election, index).map(|key| Recipient { index: index.0, key }))
			.collect();
		ceremony::Ceremony::new(Self::place(ceremony), threshold, ceremony.keys, recipients)
	}

	/// An sr25519 signature, checked by the host.
	pub(crate) fn by_host(signature: &[u8; 64], message: &[u8], public: &[u8; 32]) -> bool {
		let (signature, public) = (sr25519::Signature::from_raw(*signature), sr25519::Public::from_raw(*public));
		sp_io::crypto::sr25519_verify(&signature, message, &public)
	}

	/// The pallet's word for what the crate has found.
	pub(crate) fn reveal_error(error: RevealError) -> Error<T> {
		match error {
			RevealError::Dealer => Error::NotATrustee,
			RevealError::Commitment => Error::OtherDealing,
			RevealError::Keys => Error::WrongNumberOfKeys,
			RevealError::Points(_) => Error::WrongNumberOfPoints,
			RevealError::Shares(_) => Error::WrongNumberOfShares,
			RevealError::Share(_) => Error::BadShareEncoding,
			RevealError::Point(..) => Error::BadPoint,
			RevealError::EphemeralProof => Error::EphemeralKeyRejected,
			RevealError::ConstantProof(_) => Error::ConstantRejected,
		}
	}
}

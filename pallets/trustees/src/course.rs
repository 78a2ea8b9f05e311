//! The course of a ceremony: the checks that all messages must pass, and what follows when a stage is over.

use crate::*;
use alloc::vec::Vec;
use ballot_crypto::ceremony::{self, reshare::Refused, BadCeremony, CeremonyPlace, Dealing, KeySet, RevealError};
use dobush_primitives::{BuiltOn, Making, Moment, NotBuiltOn, TrusteeIndex, MAX_TRUSTEES};
use frame_support::{pallet_prelude::*, traits::Time};
use frame_system::{ensure_signed, pallet_prelude::*};
use sp_runtime::traits::Zero;
use sp_runtime::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// The checks that all calls of trustees have in common. Returns the ceremony and the sender's number in it.
	pub(crate) fn ensure_turn(
		origin: OriginFor<T>,
		subject: Subject,
		attempt: u16,
		built_on: BuiltOn,
		stage: CeremonyStage,
	) -> Result<(Ceremony<T::AccountId>, TrusteeIndex), DispatchError> {
		let who = ensure_signed(origin)?;
		let ceremony = KeyCeremonies::<T>::get(subject).ok_or(Error::<T>::UnknownCeremony)?;
		let index = match stage {
			CeremonyStage::Committing | CeremonyStage::Revealing => Self::dealer_index(subject, &ceremony, &who),
			_ => ceremony.index_of(&who),
		};
		let index = index.ok_or(Error::<T>::NotATrustee)?;
		ensure!(ceremony.attempt == attempt, Error::<T>::WrongAttempt);
		ensure!(ceremony.stage == stage, Error::<T>::WrongStage);
		let remembered = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(built_on.number));
		built_on.check(remembered, ceremony.stage_began_in).map_err(|why| match why {
			NotBuiltOn::Unknown => Error::<T>::UnknownBlock,
			NotBuiltOn::TooEarly => Error::<T>::BuiltTooEarly,
		})?;
		Ok((ceremony, index))
	}

	/// The number under which an account deals: in a re-sharing its number in the epoch before.
	fn dealer_index(subject: Subject, ceremony: &Ceremony<T::AccountId>, who: &T::AccountId) -> Option<TrusteeIndex> {
		match ceremony.handover.and(subject.previous()) {
			Some(previous) => KeyCeremonies::<T>::get(previous)?.index_of(who),
			None => ceremony.index_of(who),
		}
	}

	/// Refuses a trustee who may not deal: one who has not joined, or in a re-sharing one who holds no share.
	pub(crate) fn ensure_may_deal(ceremony: &Ceremony<T::AccountId>, index: TrusteeIndex) -> DispatchResult {
		let error = if ceremony.handover.is_some() { Error::<T>::NotAHolder } else { Error::<T>::NotJoined };
		ensure!(ceremony.may_deal().contains(index), error);
		Ok(())
	}

	/// Stores a ceremony after a trustee has acted. The next stage begins if that was the last trustee to act.
	///
	/// An attempt fails only in `on_initialize`, which also removes its records.
	pub(crate) fn keep(subject: Subject, mut ceremony: Ceremony<T::AccountId>) {
		if ceremony.is_hopeless() {
			ceremony.stage_ends = T::Time::now();
		} else if ceremony.all_have_acted() {
			if let Ok(stage) = ceremony.next_stage() {
				Self::enter(subject, &mut ceremony, stage, T::Time::now());
			}
		}
		KeyCeremonies::<T>::insert(subject, ceremony);
	}

	/// Begins a stage.
	pub(crate) fn enter(subject: Subject, ceremony: &mut Ceremony<T::AccountId>, stage: CeremonyStage, now: Moment) {
		ceremony.stage = stage;
		ceremony.stage_began_in = frame_system::Pallet::<T>::block_number().saturated_into();
		ceremony.stage_ends = now.saturating_add(ceremony.step_deadline);
		let (attempt, ends) = (ceremony.attempt, ceremony.stage_ends);
		Self::deposit_event(Event::StageBegun { subject, attempt, stage, ends });
	}

	/// Looks at every running ceremony: ends stages whose deadline has passed, and combines complete ceremonies. At most one
	/// ceremony per block finishes or starts again, which takes long; others wait for the next block. Returns what it cost.
	pub(crate) fn go_on(now: Moment) -> Weight {
		let running = Running::<T>::get();
		let mut weight = T::WeightInfo::look(running.len() as u32);
		let mut done = None;
		for subject in &running {
			let Some(mut ceremony) = KeyCeremonies::<T>::get(subject) else { continue };
			if ceremony.stage == CeremonyStage::Combining {
				if done.is_none() {
					done = Some(*subject);
					weight.saturating_accrue(T::WeightInfo::finish().max(T::WeightInfo::finish_handover()));
					match Self::combine(*subject, &ceremony) {
						Ok(keys) => Self::finish(*subject, ceremony, keys),
						Err(reason) => {
							weight.saturating_accrue(T::WeightInfo::begin_again().max(T::WeightInfo::give_up()));
							Self::begin_again(*subject, ceremony, reason, now);
						}
					}
				}
			} else if now >= ceremony.stage_ends {
				match ceremony.next_stage() {
					Ok(stage) => {
						Self::enter(*subject, &mut ceremony, stage, now);
						KeyCeremonies::<T>::insert(subject, ceremony);
					}
					Err(reason) if done.is_none() => {
						done = Some(*subject);
						weight.saturating_accrue(T::WeightInfo::begin_again().max(T::WeightInfo::give_up()));
						Self::begin_again(*subject, ceremony, reason, now);
					}
					Err(_) => (),
				}
			}
		}
		weight
	}

	/// The keys that the surviving dealings add up to.
	pub(crate) fn combine(subject: Subject, ceremony: &Ceremony<T::AccountId>) -> Result<KeySet, CeremonyFailure> {
		let making = Self::making(subject, ceremony).ok_or(CeremonyFailure::Inconsistent)?;
		let stored: Vec<(u16, Dealing)> = ceremony
			.dealers()
			.iter()
			.filter_map(|dealer| Dealings::<T>::get(subject, dealer).map(|StoredDealing(dealing)| (dealer.0, dealing)))
			.collect();
		let dealings: Vec<_> = stored.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
		if dealings.len() != usize::from(ceremony.dealers().count()) {
			return Err(CeremonyFailure::Inconsistent);
		}
		let holders: Vec<_> = ceremony.holders().iter().map(|holder| holder.0).collect();
		making.combine(&dealings, &holders)
	}

	fn finish(subject: Subject, mut ceremony: Ceremony<T::AccountId>, keys: KeySet) {
		let made = keys.keys.iter().map(|key| key.key).collect();
		KeySets::<T>::insert(subject, StoredKeySet(keys));
		ceremony.stage = CeremonyStage::Finished;
		let attempt = ceremony.attempt;
		let (dealers, holders) = (ceremony.dealers(), ceremony.holders());
		KeyCeremonies::<T>::insert(subject, ceremony);
		Self::stop_running(subject);
		Self::deposit_event(Event::KeyMade { subject, attempt, keys: made, dealers, holders });
		if let Subject::Roll { roll, epoch } = subject {
			Self::enter_epoch(roll, epoch);
		}
	}

	/// Removes the records of a failed attempt and begins the next one, unless it was the last.
	pub(crate) fn begin_again(subject: Subject, failed: Ceremony<T::AccountId>, reason: CeremonyFailure, now: Moment) {
		Self::deposit_event(Event::AttemptFailed { subject, attempt: failed.attempt, reason });
		let attempt = failed.attempt.saturating_add(1);
		let next = Self::take_number().filter(|_| attempt < T::MaxAttempts::get());
		let Some(number) = next else { return Self::give_up(subject, failed, reason) };
		Self::clear(subject);
		let Ceremony { trustees, keys, handover, step_deadline, .. } = failed;
		let ceremony = Self::new_attempt(trustees, keys, handover, step_deadline, attempt, number, now);
		Self::deposit_event(Event::AttemptBegun { subject, attempt, number, ends: ceremony.stage_ends });
		KeyCeremonies::<T>::insert(subject, ceremony);
	}

	/// Ends a ceremony without a key. The trustees of an election stay in office until it ends. Of the ceremony of a roll only
	/// its record stays, because another may be begun in its place.
	pub(crate) fn give_up(subject: Subject, mut ceremony: Ceremony<T::AccountId>, reason: CeremonyFailure) {
		ceremony.stage = CeremonyStage::Failed(reason);
		Self::stop_running(subject);
		Self::deposit_event(Event::CeremonyFailed { subject, reason });
		if let Subject::Roll { .. } = subject {
			Self::clear(subject);
			Self::end_office(&mut ceremony);
		}
		KeyCeremonies::<T>::insert(subject, ceremony);
	}

	/// Removes the records of an attempt, so that none is taken for one of the next. Each map has at most one entry per trustee.
	fn clear(subject: Subject) {
		let _ = RecipientKeys::<T>::clear_prefix(subject, MAX_TRUSTEES, None);
		let _ = Commitments::<T>::clear_prefix(subject, MAX_TRUSTEES, None);
		let _ = Dealings::<T>::clear_prefix(subject, MAX_TRUSTEES, None);
	}

	/// An attempt that nobody has joined yet.
	pub(crate) fn new_attempt(
		trustees: dobush_primitives::Trustees<T::AccountId>,
		keys: u8,
		handover: Option<Handover>,
		step_deadline: Moment,
		attempt: u16,
		number: u32,
		now: Moment,
	) -> Ceremony<T::AccountId> {
		Ceremony {
			trustees,
			keys,
			handover,
			number,
			attempt,
			stage: CeremonyStage::Joining,
			stage_began_in: frame_system::Pallet::<T>::block_number().saturated_into(),
			stage_ends: now.saturating_add(step_deadline),
			step_deadline,
			joined: TrusteeSet::default(),
			committed: TrusteeSet::default(),
			revealed: TrusteeSet::default(),
			accepted: TrusteeSet::default(),
			bad_dealers: TrusteeSet::default(),
			false_complainers: TrusteeSet::default(),
			ended: false,
		}
	}

	/// A number that no attempt has had; none after 2³² − 1 attempts.
	pub(crate) fn take_number() -> Option<u32> {
		let number = NextNumber::<T>::get();
		NextNumber::<T>::put(number.checked_add(1)?);
		Some(number)
	}

	pub(crate) fn stop_running(subject: Subject) {
		Running::<T>::mutate(|running| running.retain(|other| *other != subject));
	}

	/// The place of an attempt, to which its messages are bound.
	pub(crate) fn place(ceremony: &Ceremony<T::AccountId>) -> CeremonyPlace {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0;
		CeremonyPlace { genesis, ceremony: ceremony.number }
	}

	/// The public part of a ceremony, with its recipients, by which complaints are judged.
	pub(crate) fn public_part(
		subject: Subject,
		ceremony: &Ceremony<T::AccountId>,
	) -> Result<ceremony::Ceremony, BadCeremony> {
		ceremony.public_part(Self::place(ceremony).genesis, |index| RecipientKeys::<T>::get(subject, index))
	}

	/// All that is public before the first dealing; none if the records do not fit together.
	pub(crate) fn making(subject: Subject, ceremony: &Ceremony<T::AccountId>) -> Option<Making> {
		let public = Self::public_part(subject, ceremony).ok()?;
		let old = match ceremony.handover.and(subject.previous()) {
			Some(previous) => KeySets::<T>::get(previous).and_then(|StoredKeySet(keys)| keys.keys.into_iter().next()),
			None => None,
		};
		ceremony.making(public, old).ok()
	}

	/// The error of this pallet for a refusal of the crate.
	pub(crate) fn reveal_error(refused: Refused) -> Error<T> {
		match refused {
			Refused::Constant => Error::NotTheShare,
			Refused::Reveal(RevealError::Dealer) => Error::NotATrustee,
			Refused::Reveal(RevealError::Commitment) => Error::OtherDealing,
			Refused::Reveal(RevealError::Keys) => Error::WrongNumberOfKeys,
			Refused::Reveal(RevealError::Points(_)) => Error::WrongNumberOfPoints,
			Refused::Reveal(RevealError::Shares(_)) => Error::WrongNumberOfShares,
			Refused::Reveal(RevealError::Share(_)) => Error::BadShareEncoding,
			Refused::Reveal(RevealError::Point(..)) => Error::BadPoint,
			Refused::Reveal(RevealError::EphemeralProof) => Error::EphemeralKeyRejected,
			Refused::Reveal(RevealError::ConstantProof(_)) => Error::ConstantRejected,
		}
	}
}

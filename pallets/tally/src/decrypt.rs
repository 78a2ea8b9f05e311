//! Threshold decryption: who decrypts, and pages of shares that are verified in the call. Protocol A3.

use crate::{
	Config, Debris, Error, Event, List, ListId, Lists, Page, Pages, Pallet, Panels, Ring, Round, Shares, Stage, Task,
	TrusteeSet,
};
use alloc::vec::Vec;
use ballot_crypto::{
	context::step,
	decryption,
	equality::{self, Bases, Statement},
	Encoded,
};
use dobush_primitives::BuiltOn;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Get, Time},
	BoundedVec,
};

impl<T: Config> Pallet<T> {
	/// Chooses the set S': the t lowest indices that are not marked absent; if there are fewer, all marks are cleared.
	pub(crate) fn choose(id: &ListId, list: &mut List) {
		let Stage::Choosing { attempt, mut absent } = list.stage else { return };
		let Some(panel) = Panels::<T>::get(id.election) else { return };
		let threshold = usize::from(panel.threshold);
		let present = panel.members.iter().filter(|member| !absent.contains(member.index)).count();
		if present < threshold {
			absent = TrusteeSet::default();
		}
		let mut chosen = TrusteeSet::default();
		panel
			.members
			.iter()
			.map(|member| member.index)
			.filter(|index| !absent.contains(*index))
			.take(threshold)
			.for_each(|index| chosen.insert(index));
		let deadline = T::Time::now().saturating_add(panel.step_deadline);
		let posted = BoundedVec::truncate_from(alloc::vec![0; threshold]);
		list.stage =
			Stage::Decrypting(Round { attempt, since: Self::block(), deadline, panel: chosen, absent, posted });
		Self::deposit_event(Event::DecryptionBegun { list: *id, attempt, panel: chosen, deadline });
	}

	/// Marks who missed the deadline and lets another set post again.
	pub(crate) fn restart(id: &ListId, list: &mut List, round: &Round) {
		let pages = Self::pages_of(list.total);
		let mut missing = TrusteeSet::default();
		let mut absent = round.absent;
		for (trustee, posted) in round.panel.iter().zip(&round.posted) {
			Self::discard(list, [Debris::Shares { trustee, left: *posted }]);
			if *posted < pages {
				missing.insert(trustee);
				absent.insert(trustee);
			}
		}
		list.stage = Stage::Choosing { attempt: round.attempt.saturating_add(1), absent };
		Self::deposit_event(Event::DecryptionRestarted { list: *id, attempt: round.attempt, missing });
	}

	pub(crate) fn receive_shares(
		who: T::AccountId,
		id: ListId,
		attempt: u16,
		page: u32,
		shares: Page<Encoded>,
		proof: equality::Proof,
		built_on: BuiltOn,
	) -> DispatchResult {
		let (mut list, panel, trustee) = Self::for_trustee(&who, &id)?;
		let Stage::Decrypting(round) = &mut list.stage else { return Err(Error::<T>::NotDecrypting.into()) };
		let position = round.panel.iter().position(|index| index == trustee).ok_or(Error::<T>::NotInThePanel)?;
		ensure!(round.attempt == attempt, Error::<T>::WrongAttempt);
		ensure!(T::Time::now() <= round.deadline, Error::<T>::TooLate);
		let posted = round.posted.get_mut(position).ok_or(Error::<T>::Corrupt)?;
		Self::ensure_next(list.total, *posted, page, shares.len())?;
		Self::ensure_built_on(&built_on, round.since)?;

		let set: Vec<u16> = round.panel.iter().map(|index| index.0).collect();
		let verification_key = panel.members.iter().find(|member| member.index == trustee).map(|m| m.verification_key);
		let key = verification_key.and_then(|key| key.element().ok()).ok_or(Error::<T>::Corrupt)?;
		let coefficient = decryption::coefficient(&set, trustee.0).map_err(|_| Error::<T>::Corrupt)?;
		let key = decryption::share_key(&coefficient, &key).map_err(|_| Error::<T>::Corrupt)?;
		let ciphertexts = Pages::<T>::get((id, list.layer, page)).ok_or(Error::<T>::Corrupt)?;
		let bases: Vec<Encoded> = ciphertexts.iter().map(|ciphertext| ciphertext.c1).collect();
		let bases = Bases::new(bases).map_err(|_| Error::<T>::Corrupt)?;
		let context = Self::context(&id, step::DECRYPT, trustee, attempt);
		let statement = Statement {
			context: &context,
			list_digest: list.digest,
			start: page.saturating_mul(T::PageSize::get()),
			total: list.total,
			key,
			bases: &bases,
		};
		equality::verify(&statement, &shares, &proof).map_err(|_| Error::<T>::ShareProofRejected)?;

		*posted = posted.saturating_add(1);
		let pages = Self::pages_of(list.total);
		let complete = round.posted.iter().all(|posted| *posted >= pages);
		if complete {
			list.stage = Stage::Counting { panel: round.panel, page: 0 };
			Self::enter(Ring::Running, Task::List(id));
		}
		Shares::<T>::insert((id, trustee, page), shares);
		Lists::<T>::insert(id.election, (id.unit, id.contest), list);
		Self::deposit_event(Event::SharesAccepted { list: id, trustee, attempt, page });
		Ok(())
	}
}

//! Rounds in which t holders of a key post shares of a list: the choice of holders, the checks that every message must pass,
//! and what happens when a holder misses the deadline. Decrypting votes, tagging credentials and opening tags are all done in
//! such rounds. Protocol A2 and A3.

use crate::{
	Acting, Config, Error, Event, Job, List, ListId, ListStage, Lists, Pallet, Panels, Part, PendingRemoval, Ring,
	ShareRound, Task, TrusteeSet,
};
use alloc::vec::Vec;
use ballot_crypto::{context::step, decryption, Context, Element};
use dobush_primitives::{BuiltOn, Moment, TrusteeIndex, MAX_STEP_DEADLINE};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Time, BoundedVec};

/// What a message with a page of shares says of itself.
pub(crate) struct Arrival {
	/// The list.
	pub id: ListId,
	/// The number of the round.
	pub attempt: u16,
	/// The page.
	pub page: u32,
	/// How many shares the page has.
	pub length: usize,
	/// The block that the message was built on.
	pub built_on: BuiltOn,
}

/// A page of shares whose proof is to be checked. Everything else is in order.
pub(crate) struct Posting {
	pub list: List,
	pub job: Job,
	pub trustee: TrusteeIndex,
	/// The trustee's verification key times its coefficient.
	pub key: Element,
	/// The context of the proof.
	pub context: Context,
	round: ShareRound,
	position: usize,
}

impl<T: Config> Pallet<T> {
	/// Chooses the set S or S': the t lowest indices that are not marked absent. If fewer are left, all marks are cleared.
	pub(crate) fn choose(id: &ListId, list: &mut List) {
		let ListStage::Choosing { job, attempt, mut absent } = list.stage else { return };
		let Some(panel) = Panels::<T>::get(id.election, job.key()) else { return };
		let threshold = usize::from(panel.threshold);
		let present = panel.members.iter().filter(|member| !absent.contains(member.index)).count();
		if present < threshold {
			absent = TrusteeSet::default();
		}
		let members = panel.members.iter().map(|member| member.index);
		let chosen: TrusteeSet = members.filter(|index| !absent.contains(*index)).take(threshold).collect();
		let deadline = T::Time::now().saturating_add(patience(panel.step_deadline, attempt, panel.members.len()));
		let posted = BoundedVec::truncate_from(alloc::vec![0; threshold]);
		let round = ShareRound { attempt, since: Self::block(), deadline, panel: chosen, absent, posted };
		list.stage = ListStage::of_round(job, round);
		let (list, panel) = (*id, chosen);
		Self::deposit_event(match job {
			Job::Decrypt => Event::DecryptionBegun { list, attempt, panel, deadline },
			Job::Tag => Event::TaggingBegun { list, attempt, panel, deadline },
			Job::Open => Event::OpeningBegun { list, attempt, panel, deadline },
		});
	}

	/// Marks the trustees who missed the deadline, and lets another set post again.
	pub(crate) fn restart(id: &ListId, list: &mut List, job: Job, round: &ShareRound) {
		let pages = Self::pages_in(list);
		let mut missing = TrusteeSet::default();
		let mut absent = round.absent;
		for (trustee, posted) in round.panel.iter().zip(&round.posted) {
			Self::discard(list, [Self::shares_of(job, trustee, *posted)]);
			if *posted < pages {
				missing.insert(trustee);
				absent.insert(trustee);
			}
		}
		list.stage = ListStage::Choosing { job, attempt: round.attempt.saturating_add(1), absent };
		let (list, attempt) = (*id, round.attempt);
		Self::deposit_event(match job {
			Job::Decrypt => Event::DecryptionRestarted { list, attempt, missing },
			Job::Tag => Event::TaggingRestarted { list, attempt, missing },
			Job::Open => Event::OpeningRestarted { list, attempt, missing },
		});
	}

	/// How many shares a vector of the list needs from each trustee: one for each of its ciphertexts if votes are decrypted, and
	/// one for its tag otherwise.
	pub(crate) fn shares_each(job: Job, list: &List) -> u32 {
		match job {
			Job::Decrypt => u32::from(list.width),
			Job::Tag | Job::Open => 1,
		}
	}

	/// The removal of what a trustee has posted in a round.
	pub(crate) fn shares_of(job: Job, trustee: TrusteeIndex, left: u32) -> PendingRemoval {
		match job {
			Job::Tag => PendingRemoval::TagShares { trustee, left },
			Job::Decrypt | Job::Open => PendingRemoval::Shares { trustee, left },
		}
	}

	/// Checks everything about a page of shares except its proof. `open` is the kind of shares that the list waits for, or the
	/// error if it waits for none of that kind.
	pub(crate) fn for_posting(
		acting: Acting<T>,
		arrival: &Arrival,
		open: Result<Job, Error<T>>,
	) -> Result<Posting, Error<T>> {
		let (list, panel, trustee) = acting;
		let job = open?;
		let round = list.stage.round().map(|(_, round)| round.clone()).ok_or(Error::<T>::Corrupt)?;
		let position = round.panel.iter().position(|index| index == trustee).ok_or(Error::<T>::NotInThePanel)?;
		ensure!(round.attempt == arrival.attempt, Error::<T>::WrongAttempt);
		ensure!(T::Time::now() <= round.deadline, Error::<T>::TooLate);
		let posted = *round.posted.get(position).ok_or(Error::<T>::Corrupt)?;
		let due = |page| Self::length_in(&list, page).saturating_mul(Self::shares_each(job, &list)) as usize;
		Self::ensure_next(posted, arrival.page, Self::pages_in(&list), arrival.length, due)?;
		Self::ensure_built_on(&arrival.built_on, round.since)?;

		let set: Vec<u16> = round.panel.iter().map(|index| index.0).collect();
		let verification_key = panel.members.iter().find(|member| member.index == trustee).map(|m| m.verification_key);
		let key = verification_key.and_then(|key| key.element().ok()).ok_or(Error::<T>::Corrupt)?;
		let coefficient = decryption::coefficient(&set, trustee.0).map_err(|_| Error::<T>::Corrupt)?;
		let key = decryption::share_key(&coefficient, &key).map_err(|_| Error::<T>::Corrupt)?;
		let context = Self::context(&arrival.id, share_step(arrival.id.part, job), trustee, arrival.attempt);
		Ok(Posting { list, job, trustee, key, context, round, position })
	}

	/// Accepts a page whose proof holds. After the last page of all trustees the runtime goes on with the list.
	pub(crate) fn accept(posting: Posting, arrival: &Arrival) -> DispatchResult {
		let Posting { mut list, job, trustee, mut round, position, .. } = posting;
		let Arrival { id, attempt, page, .. } = *arrival;
		let posted = round.posted.get_mut(position).ok_or(Error::<T>::Corrupt)?;
		*posted = posted.saturating_add(1);
		let pages = Self::pages_in(&list);
		let complete = round.posted.iter().all(|posted| *posted >= pages);
		let panel = round.panel;
		list.stage = match job {
			_ if !complete => ListStage::of_round(job, round),
			Job::Decrypt => ListStage::Counting { panel, page: 0, done: 0 },
			Job::Tag => {
				let digest = ballot_crypto::transcript::ListDigest::new(list.total);
				ListStage::Adding { panel, page: 0, done: 0, digest }
			}
			Job::Open if Self::may_read(&id) => ListStage::Reading { panel, page: 0 },
			Job::Open => ListStage::Opened { panel },
		};
		if list.stage.is_running() {
			Self::enter(Ring::Running, Task::List(id));
		}
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
		Self::deposit_event(match job {
			Job::Decrypt | Job::Open => Event::SharesAccepted { list: id, trustee, attempt, page },
			Job::Tag => Event::TagSharesAccepted { list: id, trustee, attempt, page },
		});
		Ok(())
	}
}

/// How long an attempt may take, in milliseconds: the election's deadline for one step in the first n attempts, where n is the
/// number of holders; twice as long in the next n, then four times as long, and so on up to fourteen days. So a deadline that
/// turns out to be too short for a list does not hold up its tally for ever.
pub(crate) fn patience(step: Moment, attempt: u16, members: usize) -> Moment {
	let rounds = usize::from(attempt).checked_div(members).unwrap_or(0).min(MOST_DOUBLINGS);
	step.saturating_mul(1 << rounds).min(MAX_STEP_DEADLINE).max(step)
}

/// One millisecond, doubled so often, is more than [`MAX_STEP_DEADLINE`].
const MOST_DOUBLINGS: usize = 31;

/// The number of the step of a page of shares, for the context of its proof.
pub(crate) fn share_step(part: Part, job: Job) -> u8 {
	match (part, job) {
		(Part::Contest(_), _) => step::DECRYPT,
		(Part::Ballots, Job::Tag) => step::TAG_BALLOTS,
		(Part::Roll, Job::Tag) => step::TAG_ROLL,
		(Part::Ballots, _) => step::OPEN_BALLOTS,
		(Part::Roll, _) => step::OPEN_ROLL,
	}
}

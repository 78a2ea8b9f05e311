//! What the commission does: what its duty is, and now and then what it must not.

use super::{Day, Person, ELECTION};
use crate::{
	chain::SLOT,
	commission::motion,
	plan::{below, OBJECTIONS},
};
use dobush_primitives::Phase;
use dobush_runtime::{Runtime, RuntimeCall};
use pallet_elections::ElectionStatus;
use sp_core::H256;
use sp_runtime::DispatchError;

impl Day {
	/// What the commission must not do now.
	pub(super) fn commission_errs(&mut self, phase: Phase) {
		use pallet_elections::{Call, Error};
		let calendar = self.status().calendar;
		let before_opening = self.chain.now() + 20_000 < calendar.polls_open_at;
		let election = ELECTION;
		let (call, error): (RuntimeCall, DispatchError) = match below(&mut self.rng, 4) {
			0 if phase > Phase::Voting || before_opening => {
				(Call::<Runtime>::close_polls { election }.into(), Error::<Runtime>::PollsNotOpen.into())
			}
			1 if phase >= Phase::Grace => {
				let late = Call::<Runtime>::postpone {
					election,
					roll_closes_at: calendar.roll_closes_at,
					polls_open_at: calendar.polls_open_at,
					polls_close_at: calendar.polls_close_at + 1,
				};
				(late.into(), Error::<Runtime>::TooLateToPostpone.into())
			}
			2 if phase >= Phase::RollClosed => {
				let code_hash = H256([1; 32]);
				let error = dobush_runtime::upgrades::Error::<Runtime>::ElectionUnderWay;
				(dobush_runtime::upgrades::Call::<Runtime>::authorize { code_hash }.into(), error.into())
			}
			_ => {
				let error = match phase {
					Phase::Counted => Error::<Runtime>::WrongResult,
					_ => Error::<Runtime>::NotCounted,
				};
				(Call::<Runtime>::certify { election, result_digest: [9; 32] }.into(), error.into())
			}
		};
		// Blocks pass meanwhile: the phase may have moved on and given the call another reason to fail, never to succeed.
		let answer = motion(&mut self.chain, call.clone());
		let moved_on = self.phase() != phase;
		assert!(answer == Err(error) || (moved_on && answer.is_err()), "{phase:?}: {call:?}: {answer:?}");
	}

	/// The commission does what its duty is: postpones what was missed, closes, certifies.
	pub(super) fn commission_acts(&mut self, status: &ElectionStatus) {
		let election = ELECTION;
		if status.missed {
			let calendar = &status.calendar;
			let postpone = pallet_elections::Call::<Runtime>::postpone {
				election,
				roll_closes_at: calendar.roll_closes_at,
				polls_open_at: calendar.polls_open_at,
				polls_close_at: self.chain.now() + 200_000,
			};
			motion(&mut self.chain, postpone).expect("missed polls are postponed");
		} else if status.phase == Phase::Voting && self.all_have_voted() {
			if self.plan.early_closing {
				let closed = motion(&mut self.chain, pallet_elections::Call::<Runtime>::close_polls { election });
				// The calendar may have been quicker.
				let too_late = Err(pallet_elections::Error::<Runtime>::PollsNotOpen.into());
				assert!(closed.is_ok() || closed == too_late, "{closed:?}");
			} else if self.chain.is_quiet() {
				let left = status.calendar.polls_close_at.saturating_sub(self.chain.now()) / SLOT;
				self.chain.block_after(left);
			}
		} else if status.phase == Phase::Counted {
			let result_digest = self.model.digest();
			let certify = pallet_elections::Call::<Runtime>::certify { election, result_digest };
			if self.chance(2) {
				let early = motion(&mut self.chain, certify.clone());
				let objections = Err(pallet_elections::Error::<Runtime>::ObjectionsOpen.into());
				assert!(early.is_ok() || early == objections, "{early:?}");
				if early.is_ok() {
					return;
				}
			}
			self.chain.block_after(OBJECTIONS / SLOT);
			motion(&mut self.chain, certify).expect("the result is what was counted on paper");
		}
	}

	/// Everybody has voted, except who comes only in the grace period.
	pub(super) fn all_have_voted(&self) -> bool {
		let waiting = self.people.iter().filter(|person| person.is_eligible && person.plans > 0);
		let patient = |person: &Person| person.times == 0 && self.plan.grace_blocks > 0 && person.voter.id.0[0] < 64;
		waiting.filter(|person| !patient(person)).count() == 0
	}
}

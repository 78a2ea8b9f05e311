//! What trustees do in a block: their duty, half of it, nothing, or something false.

use super::{Day, Expected, ELECTION};
use crate::{
	faults,
	plan::below,
	trustee::{ceremony_of, under_way},
};
use ballot_crypto::{Ciphertext, Encoded, EncodedScalar, Scalar, BASE_POINT};
use dobush_primitives::DutyKind;
use dobush_runtime::RuntimeCall;
use pallet_trustees::CeremonyStage;

impl Day {
	/// What trustees do in one block: first what must be refused, then what is owed.
	pub(super) fn trustees_act(&mut self) {
		let block = self.chain.head().number;
		let mut owed = Vec::new();
		for at in 0..self.trustees.len() {
			let (index, account) = (self.trustees[at].index.0, self.trustees[at].account());
			if self.away.get(&index).is_some_and(|until| block < *until) || self.chain.awaits(&account) {
				continue;
			}
			if self.fault(40) {
				let blocks = 1 + below(&mut self.rng, 25);
				self.away.insert(index, block + blocks);
				continue;
			}
			if self.deceive(at) {
				continue;
			}
			let calls = self.trustees[at].owed(&mut self.chain, ELECTION, &mut self.rng);
			if !calls.is_empty() {
				owed.push((at, calls));
			}
		}
		if self.nobody_is_late() {
			for (at, calls) in &owed {
				self.attack_with(*at, calls);
			}
		}
		for (at, calls) in owed {
			let pair = self.trustees[at].pair.clone();
			// Half of an upload, and then nothing for a while.
			let half = calls.len() > 1 && self.fault(12);
			let sent = if half { calls.len() / 2 } else { calls.len() };
			let again = (!half && self.fault(12)).then(|| calls[0].clone());
			for call in calls.into_iter().take(sent) {
				self.send(&pair, call.clone(), Expected::Duty(call));
			}
			if let Some(call) = again {
				let errors = faults::repeated(&call);
				self.send(&pair, call.clone(), Expected::Repeated(call, errors));
			}
			if half {
				let blocks = below(&mut self.rng, 20);
				self.away.insert(self.trustees[at].index.0, block + blocks);
			}
		}
	}

	/// No deadline passes with the next blocks, so that an error is about what is wrong and not about the time.
	pub(super) fn nobody_is_late(&mut self) -> bool {
		let soon = self.chain.now() + 6_000;
		let ceremonies: Vec<_> =
			under_way(&mut self.chain).into_iter().map(|subject| ceremony_of(&mut self.chain, subject).0).collect();
		let duties: Vec<_> =
			self.trustees.iter().flat_map(|trustee| trustee.duties(&mut self.chain, ELECTION)).collect();
		ceremonies.iter().all(|ceremony| !ceremony.stage.is_running() || ceremony.stage_ends > soon)
			&& duties.iter().all(|duty| duty.deadline > soon)
	}

	/// Lets a trustee prepare a lie that the chain finds out later: a bad share, a false mix; or tell one at once: a false
	/// complaint. Answers whether it has.
	pub(super) fn deceive(&mut self, at: usize) -> bool {
		let index = self.trustees[at].index;
		let (ceremony, _) = ceremony_of(&mut self.chain, ELECTION);
		let attempt = ceremony.attempt;
		match ceremony.stage {
			CeremonyStage::Committing if ceremony.joined.contains(index) && self.fault(12) => {
				let victim = self.trustees[at].deal_badly(&mut self.chain, ELECTION, &mut self.rng);
				self.bad_dealers.extend(victim.map(|_| (attempt, index.0)));
			}
			CeremonyStage::Complaining
				if ceremony.joined.contains(index)
					&& !ceremony.accepted.contains(index)
					&& !ceremony.false_complainers.contains(index)
					&& self.fault(12) =>
			{
				let call = self.trustees[at].complain_falsely(&mut self.chain, ELECTION, &mut self.rng);
				if let Some(call) = call.map(RuntimeCall::from) {
					self.false_complainers.insert((attempt, index.0));
					let pair = self.trustees[at].pair.clone();
					self.send(&pair, call.clone(), Expected::Duty(call));
					return true;
				}
			}
			_ => (),
		}
		for duty in self.trustees[at].duties(&mut self.chain, ELECTION) {
			let key = (duty.list, duty.attempt);
			let fresh = duty.kind == DutyKind::Mix { page: 0, head: false, columns: 0 };
			if fresh && self.fault(6) {
				// Made honestly first, and then altered.
				let _ = self.trustees[at].owed(&mut self.chain, ELECTION, &mut self.rng);
				let kind = below(&mut self.rng, 4);
				let Some(mix) = self.trustees[at].mixes.get_mut(&key) else { continue };
				match kind {
					0 => mix.columns[0].za = EncodedScalar::from(&Scalar::ONE),
					1 => mix.columns[1].ma = EncodedScalar::from(&Scalar::ONE),
					2 if mix.outputs.len() > 1 => mix.outputs.swap(0, 1),
					_ => {
						// A vote for something else in the place of one.
						let c1 = Encoded::from(&BASE_POINT);
						mix.outputs[0] = Ciphertext { c1, ..mix.outputs[0] };
					}
				}
				self.false_mixes.insert(key);
			}
		}
		false
	}

	/// Sends what is altered or stolen of the first thing that a trustee owes.
	pub(super) fn attack_with(&mut self, at: usize, calls: &[RuntimeCall]) {
		if self.fault(4) {
			let mut call = calls[below(&mut self.rng, calls.len() as u32) as usize].clone();
			if let Some(errors) = faults::spoil(&mut call, &self.chain, &mut self.rng) {
				let pair = self.trustees[at].pair.clone();
				self.send(&pair, call.clone(), Expected::Refusal(call, errors));
			}
		}
		let thief = below(&mut self.rng, self.trustees.len() as u32) as usize;
		let errors = faults::stolen(&calls[0]);
		if thief != at && !errors.is_empty() && self.fault(8) {
			let pair = self.trustees[thief].pair.clone();
			self.send(&pair, calls[0].clone(), Expected::Refusal(calls[0].clone(), errors));
		}
	}
}

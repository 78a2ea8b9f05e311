//! The ideal game: what can be guessed from that which must become public, computed exactly.
//!
//! In the ideal game the coercer sees the counts of each contest, how many ballots did not count, how many ballots the
//! accounts of the voter's batch have cast, and how many papers the voter brings. Its best guess compares the
//! probabilities of these under both behaviours; its advantage is the statistical distance of the two distributions.

use crate::Settings;
use std::collections::BTreeMap;

/// The public numbers that differ between the two behaviours, without the coercer's own ballots.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Public {
	/// The number of ballots that count, without that of the coerced voter.
	pub counted: u32,
	/// The number of ballots that do not count, without those that the coercer knows and without all but one of those
	/// cast with credentials that were handed over.
	pub dropped: u32,
	/// The number of ballots of the coerced voter's batch whose accounts the coercer does not know.
	pub in_batch: u32,
}

/// The distributions of the public numbers for some settings.
#[derive(Clone, Debug)]
pub struct Ideal {
	settings: Settings,
	/// The probabilities if the voter obeys, and if the voter deceives.
	table: BTreeMap<Public, [f64; 2]>,
}

impl Ideal {
	/// Computes the distributions. Ignores a precaution that is left out, because this is what the protocol allows.
	pub fn of(settings: &Settings) -> Self {
		let (turnout, decoys) = (f64::from(settings.turnout) / 100.0, settings.most_decoys);
		let (near, far) = (settings.companions(), settings.voters - settings.companions());
		let mut table: BTreeMap<Public, [f64; 2]> = BTreeMap::new();
		for (here, there) in (0..=near).flat_map(|here| (0..=far).map(move |there| (here, there))) {
			let voters = binomial(near, here, turnout) * binomial(far, there, turnout);
			for (cast, with) in (0..=decoys).flat_map(|cast| (0..=cast).map(move |with| (cast, with))) {
				let probability = voters * binomial(cast, with, 0.5) / f64::from(decoys + 1);
				for (deceived, extra) in [(0, 0), (1, 1)] {
					let public = Public { counted: here + there, dropped: cast + extra, in_batch: here + with + extra };
					table.entry(public).or_default()[deceived] += probability;
				}
			}
		}
		Self { settings: *settings, table }
	}

	/// The probabilities, obeyed and deceived, of the public numbers, of the votes for the ordered option in each
	/// contest (without the coercer's own), and of the number of papers.
	pub fn probabilities(&self, public: &Public, votes: &[u32], papers: u32) -> [f64; 2] {
		let [mut obeyed, mut deceived] = self.table.get(public).copied().unwrap_or_default();
		let share = 1.0 / f64::from(self.settings.options);
		for votes in votes {
			// For the ordered option the voter's vote is added to the others'; a free vote is one more of them.
			obeyed *= votes.checked_sub(1).map_or(0.0, |others| binomial(public.counted, others, share));
			deceived *= binomial(public.counted + 1, *votes, share);
		}
		let fakes = 1..=self.settings.most_fakes;
		let drawn = 1.0 / f64::from(self.settings.most_fakes);
		obeyed *= if papers > 0 && fakes.contains(&(papers - 1)) { drawn } else { 0.0 };
		deceived *= if fakes.contains(&papers) { drawn } else { 0.0 };
		[obeyed, deceived]
	}

	/// The advantage of the best guess: P(says obeyed | obeyed) − P(says obeyed | deceived).
	pub fn advantage(&self) -> f64 {
		let most = self.settings.most_fakes;
		self.table
			.keys()
			.map(|public| {
				let mut sum = 0.0;
				each(self.settings.contests, public.counted + 1, &mut Vec::new(), &mut |votes| {
					// Between the edges the number of papers tells nothing, so one number stands for all.
					let mut add = |papers, times| {
						let [obeyed, deceived] = self.probabilities(public, votes, papers);
						sum += (obeyed - deceived).abs() / 2.0 * f64::from(times);
					};
					add(1, 1u32);
					add(2, most - 1);
					add(most + 1, 1);
				});
				sum
			})
			.sum()
	}
}

/// Calls `hear` with all lists of `length` numbers from 0 to `most`.
fn each(length: u8, most: u32, start: &mut Vec<u32>, hear: &mut dyn FnMut(&[u32])) {
	if start.len() == usize::from(length) {
		return hear(start);
	}
	for number in 0..=most {
		start.push(number);
		each(length, most, start, hear);
		start.pop();
	}
}

/// The probability of exactly `k` successes in `n` trials, each with probability `p`.
pub fn binomial(n: u32, k: u32, p: f64) -> f64 {
	if k > n {
		return 0.0;
	}
	let choose: f64 = (0..k).map(|i| f64::from(n - i) / f64::from(i + 1)).product();
	choose * p.powi(k as i32) * (1.0 - p).powi((n - k) as i32)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn probabilities_add_up() {
		let ideal = Ideal::of(&Settings::SMALL);
		for behaviour in [0, 1] {
			let sum: f64 = ideal.table.values().map(|both| both[behaviour]).sum();
			assert!((sum - 1.0).abs() < 1e-9, "{sum}");
		}
		let sum: f64 = (0..=11).map(|k| binomial(11, k, 0.3)).sum();
		assert!((sum - 1.0).abs() < 1e-12);
	}

	/// Without other voters, and with one fake for everybody, nothing hides.
	#[test]
	fn a_lone_voter_is_found_out() {
		let alone = Settings { voters: 0, sellers: 0, most_decoys: 0, ..Settings::SMALL };
		assert!((Ideal::of(&alone).advantage() - 1.0).abs() < 1e-9);
	}

	/// Where the result tells nothing and nobody's batch is looked at, 1/(U+1) and 1/F are left.
	#[test]
	fn decoys_and_fakes_leave_what_the_protocol_says() {
		let one_option = Settings { options: 1, voters: 0, sellers: 0, most_fakes: 1_000_000, ..Settings::SMALL };
		for most_decoys in [0, 1, 3] {
			// With one batch only all decoys are in it.
			let ideal = Ideal::of(&Settings { most_decoys, ..one_option });
			assert!(ideal.advantage() + 1e-5 >= 1.0 / f64::from(most_decoys + 1), "{}", ideal.advantage());
		}
	}

	#[test]
	fn more_decoys_more_fakes_and_more_voters_hide_better() {
		let advantage = |settings: Settings| Ideal::of(&settings).advantage();
		let small = advantage(Settings::SMALL);
		assert!(advantage(Settings { most_decoys: 31, ..Settings::SMALL }) < small);
		assert!(advantage(Settings { most_fakes: 16, ..Settings::SMALL }) < small);
		assert!(advantage(Settings { voters: 40, ..Settings::SMALL }) < small);
		assert!(advantage(Settings::COMBINED) > small, "three contests tell more than one");
	}
}

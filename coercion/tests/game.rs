//! The coercer's game, many times. Deterministic: game n of a series has seed n.
//! `DOBUSH_GAMES=2000 cargo test --release -p dobush-coercion -- --nocapture` plays more of them and shows the tables
//! that docs/coercion.md prints.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use dobush_coercion::{play, settings::Behaviour, Leak, Series, Settings};
use std::sync::OnceLock;

/// How many games of each behaviour: those that the test needs, or those that were asked for.
fn games(needed: u32) -> u32 {
	let asked = std::env::var("DOBUSH_GAMES").ok().and_then(|games| games.parse().ok());
	asked.map_or(needed, |asked: u32| asked.max(needed))
}

fn series(settings: Settings, needed: u32) -> Series {
	let series = Series::play(settings, games(needed)).unwrap();
	println!("{series}");
	series
}

/// The series of the protocol as it is; played once.
fn complete() -> &'static Series {
	static COMPLETE: OnceLock<Series> = OnceLock::new();
	COMPLETE.get_or_init(|| series(Settings::SMALL, 250))
}

/// For a leak that gives itself away in every game a few are enough.
const FEW: u32 = 30;

#[test]
fn nothing_left_out_nothing_found() {
	let series = complete();
	for row in &series.rows {
		assert!(row.worth_at_least(series.games) <= series.allowed, "{}\n{series}", row.name);
	}
	// Ideas that are meant for a leak, but for those that look at numbers which must be public, say the same always.
	let by_numbers =
		[Leak::NoDecoys, Leak::DecoysWithoutEnvelopes, Leak::KnownFakes, Leak::SecondMixOff, Leak::AllMixersCorrupt];
	for row in series.rows.iter().filter(|row| row.finds.is_some_and(|leak| !by_numbers.contains(&leak))) {
		assert_eq!(row.right, row.wrong, "{}\n{series}", row.name);
		assert!([0, series.games].contains(&row.right), "{}\n{series}", row.name);
	}
}

/// What must be public is worth what was computed: the ideal game is the real one.
#[test]
fn the_best_guess_is_worth_what_is_allowed() {
	let series = complete();
	let best = &series.rows[0];
	assert!(best.worth_at_least(series.games) <= series.allowed, "{series}");
	assert!(best.worth_at_most(series.games) >= series.allowed, "{series}");
	assert!(best.worth_at_least(series.games) > 0.0, "it is worth something\n{series}");
}

fn found(leak: Leak, settings: Settings, needed: u32) {
	let series = series(settings.with(leak), needed);
	let row = series.of(leak).unwrap();
	assert!(row.worth_at_least(series.games) > series.allowed, "{}\n{series}", row.name);
}

mod found {
	use super::*;

	#[test]
	fn no_decoys() {
		found(Leak::NoDecoys, Settings::SMALL, FEW);
	}

	#[test]
	fn a_batch_of_one_voter() {
		found(Leak::BatchOfOne, Settings::SMALL, FEW);
	}

	#[test]
	fn one_tagging_key_in_two_elections() {
		found(Leak::SameTaggingKey, Settings::SMALL, FEW);
	}

	#[test]
	fn selections_without_membership_proof() {
		found(Leak::NoMembershipProof, Settings::SMALL, FEW);
	}

	#[test]
	fn roll_entries_without_a_proven_batch() {
		found(Leak::NoEnrolmentProof, Settings::SMALL, FEW);
	}

	#[test]
	fn related_keys() {
		found(Leak::RelatedKeys, Settings::SMALL, FEW);
	}

	#[test]
	fn a_late_fake() {
		found(Leak::LateFake, Settings::SMALL, FEW);
	}

	#[test]
	fn decoys_without_envelopes() {
		found(Leak::DecoysWithoutEnvelopes, Settings::SMALL, FEW);
	}

	#[test]
	fn a_known_number_of_fakes() {
		found(Leak::KnownFakes, Settings::SMALL, FEW);
	}

	#[test]
	fn a_client_that_asks_for_one_voter() {
		found(Leak::ClientAsks, Settings::SMALL, FEW);
	}

	#[test]
	fn all_mixers_together() {
		found(Leak::AllMixersCorrupt, Settings::SMALL, FEW);
	}

	#[test]
	fn as_many_trustees_as_the_threshold() {
		found(Leak::ThresholdCorrupt, Settings::SMALL, FEW);
	}
}

/// Combinations of selections: with the second mix off they are found, with it on they are not.
mod combinations {
	use super::*;

	#[test]
	fn are_found_with_the_second_mix_off() {
		found(Leak::SecondMixOff, Settings::COMBINED, 300);
	}

	#[test]
	fn are_not_found_with_it_on() {
		let series = series(Settings::COMBINED, 60);
		for row in &series.rows {
			assert!(row.worth_at_least(series.games) <= series.allowed, "{}\n{series}", row.name);
		}
	}
}

/// The games leave out arguments that tell nothing. With all of them: everything holds, and the view is of the same form.
#[test]
fn the_proofs_of_a_game_hold() {
	let settings = Settings { all_proofs: true, ..Settings::COMBINED };
	for behaviour in [Behaviour::Obeys, Behaviour::Deceives] {
		let view = play(&settings, behaviour, 0).unwrap();
		let [first, second] = &view.elections;
		// The coercer's marker was dropped publicly; the ballot cast after it lies in the box.
		assert_eq!((first.failed, second.failed), (1, 0));
		let handed = |key| view.handed.iter().any(|one| one.key == key);
		assert_eq!(first.ballots.iter().filter(|cast| handed(cast.by)).count(), view.handed.len());
		// Whoever votes: one vote of the coerced voter counts, and one of the coercer's own.
		assert!(first.read.iter().all(|contest| contest.len() >= 2 && contest.iter().all(Option::is_some)));
		assert_eq!(first.tags.len(), first.ballots.len());
	}
}

#[test]
fn a_seed_names_a_game() {
	let ballots = |seed| -> Vec<_> {
		let view = play(&Settings::SMALL, Behaviour::Deceives, seed).unwrap();
		view.elections[0].ballots.iter().map(|cast| cast.by).collect()
	};
	assert_eq!(ballots(1), ballots(1));
	assert_ne!(ballots(1), ballots(2));
}

//! Registering envelopes.

use super::mock::*;
use crate::{pallet, Booths, Error, MAX_ENVELOPES_PER_KEY};
use ballot_crypto::envelope::{Challenge, EnvelopeHash};
use frame_support::{assert_noop, assert_ok};

fn hashes(count: usize) -> Vec<EnvelopeHash> {
	(0..count).map(|_| with_rng(Challenge::random).hash()).collect()
}

#[test]
fn they_are_the_booths_and_fetched_in_pages() {
	on_roll(|| {
		let (first, second) = (hashes(3), hashes(2));
		assert_ok!(register(&booth(), &first));
		assert_ok!(register(&booth(), &second));
		let (booth_account, printer) = (booth().account, printer().account);
		let event = pallet::Event::EnvelopesRegistered {
			roll: ROLL,
			booth: booth_account.clone(),
			printer,
			page: 1,
			envelopes: 2,
		};
		assert_eq!(last_event(), event.into());
		let unspent = |hashes: Vec<_>| hashes.into_iter().map(|hash| (hash, false)).collect::<Vec<_>>();
		assert_eq!(DeniableRoll::envelopes(booth_account.clone(), 0), unspent(first));
		assert_eq!(DeniableRoll::envelopes(booth_account.clone(), 1), unspent(second));
		assert_eq!(DeniableRoll::envelopes(booth_account.clone(), 2), []);
		let counts = Booths::<Test>::get(booth_account);
		assert_eq!((counts.envelopes, counts.envelope_pages), (5, 2));
	});
}

#[test]
fn only_a_printer_in_office_registers() {
	on_roll(|| {
		let list = || hashes(1).try_into().expect("one");
		let by = |who: Device| DeniableRoll::register_envelopes(who.origin(), ROLL, booth().account, list());
		for who in [stranger(), booth(), desk()] {
			assert_noop!(by(who), Error::<Test>::NotAPrinter);
		}
		let elsewhere = DeniableRoll::register_envelopes(printer().origin(), OTHER_ROLL, booth().account, list());
		assert_eq!(elsewhere, Err(Error::<Test>::NotAPrinter.into()));
		assert_ok!(DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Printer, printer().account));
		assert_noop!(by(printer()), Error::<Test>::NotAPrinter);
	});
}

#[test]
fn they_are_for_a_booth_in_office() {
	on_roll(|| {
		assert_noop!(register(&stranger(), &hashes(1)), Error::<Test>::NotABooth);
		assert_noop!(register(&printer(), &hashes(1)), Error::<Test>::NotABooth);
	});
}

#[test]
fn an_empty_list_is_refused() {
	on_roll(|| {
		assert_noop!(register(&booth(), &[]), Error::<Test>::EmptyList);
	});
}

#[test]
fn each_is_registered_once_for_one_booth() {
	on_roll(|| {
		let known = hashes(1);
		assert_ok!(register(&booth(), &known));
		let new = hashes(1);
		let again = [new[0], known[0]];
		assert_noop!(register(&booth(), &again), Error::<Test>::EnvelopeRegistered { entry: 1 });
		assert_noop!(register(&other_booth(), &again), Error::<Test>::EnvelopeRegistered { entry: 1 });
		assert_noop!(register(&booth(), &[new[0], new[0]]), Error::<Test>::EnvelopeRegistered { entry: 1 });
		let spent = active(&booth(), NORTH, 2)[0].member.activation.challenge.hash();
		assert_noop!(register(&other_booth(), &[spent]), Error::<Test>::EnvelopeRegistered { entry: 0 });
	});
}

/// One printer alone cannot fill the state.
#[test]
fn a_booth_has_a_bounded_number_of_them() {
	on_roll(|| {
		let most = TERMS.most_keys_per_booth * MAX_ENVELOPES_PER_KEY;
		assert_ok!(register(&booth(), &hashes(64)));
		assert_noop!(register(&booth(), &hashes(most as usize - 63)), Error::<Test>::TooManyEnvelopes);
		assert_ok!(register(&booth(), &hashes(most as usize - 64)));
		assert_noop!(register(&booth(), &hashes(1)), Error::<Test>::TooManyEnvelopes);
		assert_ok!(register(&other_booth(), &hashes(1)));
	});
}

#[test]
fn an_expired_roll_needs_none() {
	on_roll(|| {
		expire(ROLL);
		assert_noop!(register(&booth(), &hashes(1)), Error::<Test>::RollExpired);
	});
}

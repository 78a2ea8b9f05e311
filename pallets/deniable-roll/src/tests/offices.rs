//! Booths and printers.

use super::mock::*;
use crate::{pallet, Error, Offices};
use dobush_primitives::{
	roll::{Office, OfficeKind},
	traits::DeniableRolls,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{AccountId32, DispatchError};

type Answers = DeniableRoll;

#[test]
fn who_is_appointed_gets_an_account_that_stays() {
	on_roll(|| {
		let account = stranger().account;
		assert_ok!(DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Booth, other_booth().account));
		assert_ok!(appoint_booth(&stranger()));
		let event = pallet::Event::Appointed { roll: ROLL, role: OfficeKind::Booth, account: account.clone() };
		assert_eq!(last_event(), event.into());
		assert!(<Answers as DeniableRolls<AccountId32>>::is_booth(&account));
		assert!(DeniableRoll::is_printer(&printer().account) && !DeniableRoll::is_printer(&account));
		next_block();
		assert_ok!(DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Booth, account.clone()));
		let event = pallet::Event::Dismissed { roll: ROLL, role: OfficeKind::Booth, account: account.clone() };
		assert_eq!(last_event(), event.into());
		assert!(!<Answers as DeniableRolls<AccountId32>>::is_booth(&account));
		assert!(<Answers as DeniableRolls<AccountId32>>::has_office(&account), "it can become nothing else");
		assert_eq!(System::sufficients(&account), 1);
		let office = Office {
			role: OfficeKind::Booth,
			roll: ROLL,
			appointed_in: 1,
			appointed_at: START + BLOCK,
			dismissed_in: Some(2),
		};
		assert_eq!(Offices::<Test>::get(&account), Some(office));
		assert_eq!(DeniableRoll::offices(ROLL).len(), 4);
		assert_ok!(appoint_booth(&stranger()));
		assert_eq!(System::sufficients(&account), 1);
	});
}

#[test]
fn only_the_commission_appoints_and_dismisses() {
	on_roll(|| {
		let (by, account) = (desk().origin(), stranger().account);
		assert_noop!(
			DeniableRoll::appoint(by.clone(), ROLL, OfficeKind::Booth, account.clone()),
			DispatchError::BadOrigin
		);
		assert_noop!(DeniableRoll::appoint(by.clone(), ROLL, OfficeKind::Printer, account), DispatchError::BadOrigin);
		assert_noop!(
			DeniableRoll::dismiss(by.clone(), ROLL, OfficeKind::Booth, booth().account),
			DispatchError::BadOrigin
		);
		assert_noop!(DeniableRoll::dismiss(by, ROLL, OfficeKind::Printer, printer().account), DispatchError::BadOrigin);
	});
}

#[test]
fn the_roll_must_be_deniable() {
	on_roll(|| {
		let refused = DeniableRoll::appoint(commission(), OTHER_ROLL, OfficeKind::Booth, stranger().account);
		assert_eq!(refused, Err(Error::<Test>::NotDeniable.into()));
	});
}

#[test]
fn nobody_is_appointed_twice_or_changes_office_or_roll() {
	on_roll(|| {
		assert_noop!(appoint_booth(&booth()), Error::<Test>::AlreadyInOffice);
		assert_noop!(appoint_booth(&printer()), Error::<Test>::HasAnotherOffice);
		let as_printer = || DeniableRoll::appoint(commission(), ROLL, OfficeKind::Printer, booth().account);
		assert_noop!(as_printer(), Error::<Test>::HasAnotherOffice);
		assert_ok!(DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Booth, booth().account));
		assert_noop!(as_printer(), Error::<Test>::HasAnotherOffice);
		assert_ok!(DeniableRoll::open(commission(), OTHER_ROLL, TERMS));
		let elsewhere = DeniableRoll::appoint(commission(), OTHER_ROLL, OfficeKind::Booth, booth().account);
		assert_eq!(elsewhere, Err(Error::<Test>::HasAnotherOffice.into()));
	});
}

#[test]
fn desks_and_credentials_hold_no_office() {
	on_roll(|| {
		assert_ok!(DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Booth, other_booth().account));
		assert_noop!(appoint_booth(&desk()), Error::<Test>::AccountHasAnotherRole);
		Direct::set([stranger().account].into());
		assert_noop!(appoint_booth(&stranger()), Error::<Test>::AccountHasAnotherRole);
		Direct::set([].into());
		let own = stranger();
		let mine = member(&booth(), NORTH, own.secret.public(), envelope(&booth()));
		let batch = prove(&booth(), NORTH, vec![mine, decoy(&booth(), NORTH), decoy(&booth(), NORTH)]);
		bring(&booth(), NORTH, &batch);
		assert_noop!(appoint_booth(&own), Error::<Test>::AccountHasAnotherRole);
	});
}

#[test]
fn a_roll_has_a_bounded_number_of_each() {
	on_roll(|| {
		assert_noop!(appoint_booth(&stranger()), Error::<Test>::TooManyInOffice);
		let printer = DeniableRoll::appoint(commission(), ROLL, OfficeKind::Printer, stranger().account);
		assert_eq!(printer, Err(Error::<Test>::TooManyInOffice.into()));
	});
}

#[test]
fn only_who_is_in_this_office_of_this_roll_is_dismissed() {
	on_roll(|| {
		let dismiss = |roll, account| DeniableRoll::dismiss(commission(), roll, OfficeKind::Booth, account);
		assert_noop!(dismiss(ROLL, stranger().account), Error::<Test>::NotABooth);
		assert_noop!(dismiss(ROLL, printer().account), Error::<Test>::NotABooth);
		assert_noop!(dismiss(OTHER_ROLL, booth().account), Error::<Test>::NotABooth);
		assert_ok!(dismiss(ROLL, booth().account));
		assert_noop!(dismiss(ROLL, booth().account), Error::<Test>::NotABooth);
		let printer = |account| DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Printer, account);
		assert_noop!(printer(other_booth().account), Error::<Test>::NotAPrinter);
	});
}

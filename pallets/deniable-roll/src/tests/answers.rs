//! What neighbours are told.

use super::mock::*;
use crate::pallet;
use dobush_primitives::{traits::DeniableRolls, ElectionId, RollId};
use frame_support::assert_ok;
use sp_runtime::AccountId32;

type Answers = DeniableRoll;

fn unit_of(key: &AccountId32, at: u32) -> Option<dobush_primitives::UnitId> {
	<Answers as DeniableRolls<_>>::unit_of(key, &booth().account, ROLL, at)
}

#[test]
fn only_keys_active_when_the_roll_was_fixed_may_vote() {
	on_roll(|| {
		next_block();
		let kept = active(&booth(), SOUTH, 2);
		let key = crate::account(&kept[0].member.activation.key);
		let now = System::block_number();
		assert_eq!(
			(unit_of(&key, now - 1), unit_of(&key, now), unit_of(&key, now + 9)),
			(None, Some(SOUTH), Some(SOUTH))
		);
		let elsewhere = <Answers as DeniableRolls<_>>::unit_of(&key, &booth().account, RollId(1), now);
		assert_eq!(elsewhere, None);
		assert!(<Answers as DeniableRolls<_>>::is_credential(&key));
		assert!(!<Answers as DeniableRolls<_>>::is_credential(&booth().account));
	});
}

#[test]
fn a_roll_serves_as_often_as_its_terms_say_and_expires() {
	on_roll(|| {
		let kept = enrol_all(NORTH, &[AIGUL, BAKYT]);
		let key = crate::account(&kept[0].member.activation.key);
		let entry = |at| <Answers as DeniableRolls<AccountId32>>::entry(ROLL, NORTH, 0, at).is_some();
		let may_serve = || <Answers as DeniableRolls<AccountId32>>::may_serve(ROLL, 0);
		let closed_in = System::block_number();
		next_block();
		assert!(may_serve());
		<Answers as DeniableRolls<AccountId32>>::serve(ROLL, ElectionId(4));
		let event = pallet::Event::RollServed { roll: ROLL, election: ElectionId(4), served: 1 };
		assert_eq!(last_event(), event.into());
		assert!(may_serve() && entry(closed_in + 100));
		next_block();
		<Answers as DeniableRolls<AccountId32>>::serve(ROLL, ElectionId(5));
		assert!(!may_serve());
		let served_in = System::block_number();
		assert_eq!((unit_of(&key, served_in - 1), unit_of(&key, served_in)), (Some(NORTH), None));
		assert!(entry(served_in - 1) && !entry(served_in), "entries and keys expire together");
		// The last one was annulled before its polls opened.
		<Answers as DeniableRolls<AccountId32>>::give_back(ROLL, ElectionId(5));
		let event = pallet::Event::RollGivenBack { roll: ROLL, election: ElectionId(5), served: 1 };
		assert_eq!(last_event(), event.into());
		assert!(may_serve() && entry(served_in));
		assert_eq!(unit_of(&key, served_in), Some(NORTH));
	});
}

#[test]
fn a_roll_without_a_key_or_that_is_not_deniable_serves_nobody() {
	on_roll(|| {
		HasKey::set(false);
		assert!(!<Answers as DeniableRolls<AccountId32>>::may_serve(ROLL, 0));
		HasKey::set(true);
		assert!(!<Answers as DeniableRolls<AccountId32>>::may_serve(RollId(1), 0));
		<Answers as DeniableRolls<AccountId32>>::serve(RollId(1), ElectionId(0));
		assert_eq!(DeniableRoll::roll(RollId(1)), None);
	});
}

#[test]
fn a_key_expires_with_the_roll_of_its_booth_only() {
	on_roll(|| {
		assert_ok!(DeniableRoll::open(commission(), OTHER_ROLL, TERMS));
		let key = crate::account(&active(&booth(), NORTH, 2)[0].member.activation.key);
		expire(OTHER_ROLL);
		assert_eq!(unit_of(&key, System::block_number()), Some(NORTH));
	});
}

//! Each invariant is broken once, and the check notices.

use super::mock::{DeniableRoll, *};
use crate::*;
use ballot_crypto::{envelope::Challenge, CredentialSecret, Encoded};
use frame_support::assert_ok;
use sp_runtime::DispatchError;

/// Breaks a sound state of three voters, of whom one came twice, and returns what the check says.
fn violated(break_it: impl FnOnce(&[Kept])) -> &'static str {
	let mut says = "";
	unchecked(|| {
		open_roll();
		let kept = enrol_all(NORTH, &[AIGUL, BAKYT]);
		next_block();
		enrol_all(NORTH, &[AIGUL, CHOLPON]);
		assert_ok!(DeniableRoll::check_invariants());
		break_it(&kept);
		match DeniableRoll::check_invariants() {
			Err(DispatchError::Other(words)) => says = words,
			other => panic!("not noticed: {other:?}"),
		}
	});
	says
}

fn office(account: AccountId32, change: impl FnOnce(&mut Office)) {
	Offices::<Test>::mutate_extant(account, change);
}

fn entry(number: u32, change: impl FnOnce(&mut Entry)) {
	Entries::<Test>::mutate((ROLL, NORTH, number), |entry| change(entry.as_mut().expect("an entry")));
}

fn record(number: u32, change: impl FnOnce(&mut BatchRecord)) {
	Batches::<Test>::mutate(booth().account, number, |record| change(record.as_mut().expect("a batch")));
}

fn first_key(kept: &[Kept]) -> AccountId32 {
	account(&kept[0].member.activation.key)
}

#[test]
fn dr1_rolls_are_well_formed() {
	let roll = |change: fn(&mut DeniableRoll_)| move |_: &[Kept]| Rolls::<Test>::mutate_extant(ROLL, change);
	assert!(violated(roll(|roll| roll.terms.serves = 0)).starts_with("DR1: a term"));
	assert!(violated(roll(|roll| roll.opened_in = 99)).starts_with("DR7: a roll was opened"));
	assert!(violated(roll(|roll| roll.served_in = Some(99))).starts_with("DR7: a roll served"));
	assert!(violated(|_| {
		let roll = Rolls::<Test>::get(ROLL).expect("open");
		Rolls::<Test>::insert(RollId(5), roll);
	})
	.starts_with("DR1: a deniable roll is unknown"));
}

#[test]
fn dr2_offices_are_of_open_rolls_and_counted() {
	assert!(violated(|_| office(booth().account, |office| office.roll = RollId(5))).starts_with("DR2: an office is of"));
	assert!(violated(|_| {
		frame_system::Account::<Test>::remove(booth().account);
	})
	.starts_with("DR2: the account"));
	assert!(violated(|kept| {
		let office = Offices::<Test>::get(booth().account).expect("a booth");
		Offices::<Test>::insert(first_key(kept), office);
	})
	.starts_with("DR2: an office is held by a credential"));
	assert!(violated(|_| Desks::set([(booth().account, ROLL)].into())).starts_with("DR2: a desk"));
	assert!(violated(|_| InOffice::<Test>::insert(ROLL, OfficeKind::Booth, 1)).starts_with("DR2: a counter"));
	assert!(violated(|_| InOffice::<Test>::remove(ROLL, OfficeKind::Booth)).starts_with("DR2: offices are not counted"));
	assert!(violated(|_| {
		System::inc_sufficients(&stranger().account);
		let office = Offices::<Test>::get(booth().account).expect("a booth");
		Offices::<Test>::insert(stranger().account, office);
		InOffice::<Test>::insert(ROLL, OfficeKind::Booth, 3);
	})
	.starts_with("DR2: a roll has too many"));
	assert!(violated(|_| office(booth().account, |office| office.appointed_in = 99)).starts_with("DR7: an office"));
}

#[test]
fn dr3_voters_have_one_active_entry_and_are_counted() {
	assert!(violated(|_| EntryCount::<Test>::insert(ROLL, NORTH, 1)).starts_with("DR3: an entry has a number"));
	assert!(violated(|_| Voters::<Test>::remove(ROLL, BAKYT)).starts_with("DR3: an entry has no voter"));
	assert!(violated(|_| entry(0, |entry| entry.struck_in = None)).starts_with("DR3: a voter has two"));
	assert!(violated(|_| Entries::<Test>::remove((ROLL, NORTH, 1))).starts_with("DR3: a voter's entry is unknown"));
	assert!(violated(|_| {
		entry(1, |entry| entry.struck_in = Some(2));
		Voters::<Test>::insert(ROLL, BAKYT, Voter { unit: NORTH, entry: 0, moves: 0 });
	})
	.starts_with("DR3: a voter's entry is another voter's"));
	assert!(violated(|_| EntryCount::<Test>::insert(ROLL, NORTH, 5)).starts_with("DR3: the entries"));
	assert!(violated(|_| Registered::<Test>::insert(ROLL, NORTH, 2)).starts_with("DR3: a counter"));
	assert!(violated(|_| Registered::<Test>::remove(ROLL, NORTH)).starts_with("DR3: a unit"));
	assert!(violated(|_| entry(0, |entry| entry.struck_in = Some(1))).starts_with("DR7: an entry"));
	assert!(violated(|_| entry(1, |entry| entry.enrolled_in = 99)).starts_with("DR7: an entry"));
}

#[test]
fn dr4_batches_keys_and_envelopes_belong_together() {
	assert!(violated(|_| Pairs::<Test>::remove(booth().account, 0)).starts_with("DR4: a batch has no lists"));
	assert!(violated(|_| {
		Pairs::<Test>::mutate(booth().account, 0, |pairs| pairs.as_mut().expect("a batch").pop());
	})
	.starts_with("DR4: a batch has not as many pairs"));
	assert!(violated(|_| record(0, |record| record.keys = 4)).starts_with("DR4: a batch has not as many keys"));
	assert!(violated(|_| record(0, |record| record.announced_in = 2)).starts_with("DR7: a batch"));
	assert!(
		violated(|kept| Credentials::<Test>::remove(first_key(kept), booth().account)).starts_with("DR4: a key has no")
	);
	assert!(violated(|kept| {
		Credentials::<Test>::mutate(first_key(kept), booth().account, |credential| {
			credential.as_mut().expect("a key").unit = SOUTH;
		});
	})
	.starts_with("DR4: a key's record"));
	assert!(violated(|kept| {
		frame_system::Account::<Test>::remove(first_key(kept));
	})
	.starts_with("DR4: the account"));
	assert!(violated(|kept| {
		Envelopes::<Test>::mutate_extant(kept[0].member.activation.challenge.hash(), |found| found.spent_in = None);
	})
	.starts_with("DR4: the envelope"));
	assert!(violated(|kept| {
		let credential = Credentials::<Test>::get(first_key(kept), booth().account).expect("a key");
		Credentials::<Test>::insert(
			account(&with_rng(CredentialSecret::random).account()),
			booth().account,
			credential,
		);
	})
	.starts_with("DR4: there are keys of no batch"));
	assert!(violated(|_| {
		let hash = envelope(&booth()).hash();
		Envelopes::<Test>::mutate_extant(hash, |found| found.spent_in = Some(3));
	})
	.starts_with("DR4: envelopes are spent"));
	assert!(violated(|_| {
		let mut keys = Activations::<Test>::get(booth().account, 0).expect("a batch").into_inner();
		let bad = Encoded([0xff; 32]);
		let first = keys.first_mut().expect("a key");
		let credential = Credentials::<Test>::take(account(&first.key), booth().account).expect("a key");
		first.key = bad;
		Credentials::<Test>::insert(account(&bad), booth().account, credential);
		Activations::<Test>::insert(booth().account, 0, BoundedVec::truncate_from(keys));
	})
	.starts_with("DR4: a key is no canonical element"));
}

#[test]
fn dr5_a_booths_counts_are_right() {
	let counts = |change: fn(&mut BoothCounts)| move |_: &[Kept]| Booths::<Test>::mutate(booth().account, change);
	assert!(violated(counts(|counts| counts.batches = 3)).starts_with("DR5: the batches"));
	assert!(violated(counts(|counts| counts.keys = 1)).starts_with("DR5: a booth has not as many"));
	assert!(violated(counts(|counts| counts.envelopes = 1)).starts_with("DR5: a booth's envelopes"));
	assert!(violated(counts(|counts| counts.envelope_pages = 1)).starts_with("DR5: a booth's envelopes"));
	assert!(violated(|_| Rolls::<Test>::mutate_extant(ROLL, |roll| roll.terms.most_keys_per_booth = 3))
		.starts_with("DR5: a booth has more keys"));
	assert!(violated(|_| {
		let envelope = Envelope { booth: stranger().account.into(), registered_in: 1, spent_in: None };
		Envelopes::<Test>::insert(with_rng(Challenge::random).hash(), envelope);
	})
	.starts_with("DR5: envelopes are registered"));
	assert!(violated(|_| {
		let hash = envelope(&booth()).hash();
		Envelopes::<Test>::mutate_extant(hash, |found| found.registered_in = 99);
	})
	.starts_with("DR7: an envelope"));
}

#[test]
fn dr6_every_entry_has_used_a_pair() {
	assert!(violated(|_| record(0, |record| record.used = 0)).starts_with("DR6: a unit has not"));
	assert!(violated(|_| record(0, |record| record.used |= 1 << 9)).starts_with("DR6: a pair is used"));
	assert!(violated(|_| UnitBatches::<Test>::remove((ROLL, NORTH, 0))).starts_with("DR6: a batch is not listed"));
	assert!(violated(|_| UnitBatches::<Test>::insert((ROLL, SOUTH, 0), (booth().account, 0)))
		.starts_with("DR6: a unit lists"));
	assert!(violated(|_| UnitBatches::<Test>::insert((ROLL, NORTH, 0), (booth().account, 9)))
		.starts_with("DR6: a unit lists"));
	assert!(violated(|_| {
		let element = Entries::<Test>::get((ROLL, NORTH, 0)).expect("an entry").element;
		entry(1, |entry| entry.element = element);
	})
	.starts_with("DR6: one element"));
}

type DeniableRoll_ = dobush_primitives::roll::DeniableRoll;

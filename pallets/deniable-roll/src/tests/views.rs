//! Pages for clients.

use super::mock::*;
use crate::{Entries, EntryCount};
use dobush_primitives::{
	roll::{DayCounts, Entry, OfficeKind, DAY},
	VoterId,
};
use frame_support::assert_ok;

#[test]
fn a_spent_envelope_is_shown_as_spent() {
	on_roll(|| {
		let kept = active(&booth(), NORTH, 2);
		let unspent = envelope(&booth()).hash();
		let counts = DeniableRoll::booth(booth().account).expect("a booth").counts;
		let all: Vec<_> =
			(0..counts.envelope_pages).flat_map(|page| DeniableRoll::envelopes(booth().account, page)).collect();
		assert_eq!(all.len(), 4);
		assert!(all.contains(&(unspent, false)));
		assert!(all.contains(&(kept[0].member.activation.challenge.hash(), true)));
	});
}

#[test]
fn a_booth_is_no_printer_and_strangers_are_neither() {
	on_roll(|| {
		assert_eq!(DeniableRoll::booth(booth().account).map(|status| status.office.role), Some(OfficeKind::Booth));
		assert_eq!(DeniableRoll::booth(printer().account), None);
		assert_eq!(DeniableRoll::booth(stranger().account), None);
		assert_eq!(DeniableRoll::batch(booth().account, 0), None);
		assert_eq!(DeniableRoll::unused_pairs(booth().account, 0), []);
	});
}

#[test]
fn a_page_of_entries_has_at_most_512() {
	unchecked(|| {
		open_roll();
		let kept = credential(&booth(), NORTH);
		let element = kept.member.pair.pair().element;
		for n in 0..600u32 {
			let mut voter_id = [0; 32];
			voter_id[..4].copy_from_slice(&n.to_be_bytes());
			let entry = Entry { voter_id: VoterId(voter_id), element, enrolled_in: 1, struck_in: None };
			Entries::<Test>::insert((ROLL, NORTH, n), entry);
		}
		EntryCount::<Test>::insert(ROLL, NORTH, 600);
		let pages = [0, 512, 600, u32::MAX].map(|start| DeniableRoll::entries_of(ROLL, NORTH, start).len());
		assert_eq!(pages, [512, 88, 0, 0]);
	});
}

#[test]
fn counts_come_by_day() {
	on_roll(|| {
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		Now::mutate(|now| *now += 2 * DAY);
		assert_ok!(DeniableRoll::strike_off(desk().origin(), ROLL, AIGUL, dobush_primitives::roll::Reason::Moved));
		let days = DeniableRoll::days(ROLL, NORTH, (START / DAY) as u32);
		assert_eq!(days.len(), 31);
		let struck_off = DayCounts { struck_off: 1, ..Default::default() };
		assert_eq!(days[..3], [DayCounts { enrolled: 2, ..Default::default() }, DayCounts::default(), struck_off]);
		assert!(DeniableRoll::registered(OTHER_ROLL).is_empty());
	});
}

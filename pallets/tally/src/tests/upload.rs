//! What an upload of a mix must be.

use super::{mock::*, people::*};
use crate::*;
use ballot_crypto::context::step;
use dobush_primitives::{BuiltOn, Phase, UnitId};
use frame_support::{assert_noop, assert_ok};
use Vote::*;

const SEVEN: [Vote; 7] = [For(0), For(1), For(0), For(2), For(0), For(1), For(0)];

/// An election with one list of seven, on three pages, whose first mixer has the turn.
fn with_a_turn(f: impl FnOnce(ListId)) {
	trustees(2, 3).unit(0, &SEVEN).run(|| {
		block();
		assert_eq!(turn(list(0, 0)).mixer.0, 1);
		f(list(0, 0));
	});
}

mod upload_mix_page {
	use super::*;

	#[test]
	fn takes_pages_in_order_and_refuses_repeated_skipped_and_further_ones() {
		with_a_turn(|id| {
			let pages = pages(&mix(id).outputs);
			let put = |number: u32, page: usize| Tally::upload_mix_page(signed(1), id, 0, number, pages[page].clone());
			assert_noop!(put(1, 1), Error::<Test>::PageSkipped);
			assert_ok!(put(0, 0));
			assert_noop!(put(0, 0), Error::<Test>::PageRepeated);
			assert_noop!(put(2, 2), Error::<Test>::PageSkipped);
			assert_ok!(put(1, 1));
			assert_ok!(put(2, 2));
			assert_noop!(put(2, 2), Error::<Test>::PageRepeated);
			assert_noop!(put(3, 2), Error::<Test>::PageBeyondTheEnd);
		});
	}

	#[test]
	fn refuses_ragged_and_oversized_pages() {
		with_a_turn(|id| {
			let outputs = mix(id).outputs;
			let put = |number: u32, items: &[_]| {
				Tally::upload_mix_page(signed(1), id, 0, number, Page::truncate_from(items.to_vec()))
			};
			for wrong in [&outputs[..0], &outputs[..2], &outputs[..4]] {
				assert_noop!(put(0, wrong), Error::<Test>::PageOfWrongLength);
			}
			assert_ok!(put(0, &outputs[..3]));
			assert_ok!(put(1, &outputs[3..6]));
			assert_noop!(put(2, &outputs[5..]), Error::<Test>::PageOfWrongLength);
			assert_ok!(put(2, &outputs[6..]));
			assert!(Page::try_from(vec![outputs[0]; MAX_PAGE as usize + 1]).is_err());
		});
	}

	#[test]
	fn refuses_whoever_has_no_turn() {
		with_a_turn(|id| {
			let page = pages(&mix(id).outputs).remove(0);
			let put = |origin, id, attempt| Tally::upload_mix_page(origin, id, attempt, 0, page.clone());
			let nowhere = ListId { unit: UnitId(9), ..id };
			assert_noop!(put(RuntimeOrigin::none(), id, 0), sp_runtime::DispatchError::BadOrigin);
			assert_noop!(put(signed(1), nowhere, 0), Error::<Test>::UnknownList);
			assert_noop!(put(signed(77), id, 0), Error::<Test>::NotATrustee);
			assert_noop!(put(signed(2), id, 0), Error::<Test>::NotYourTurn);
			assert_noop!(put(signed(1), id, 1), Error::<Test>::WrongAttempt);
			with(E, |e| e.phase = Phase::Annulled);
			assert_noop!(put(signed(1), id, 0), Error::<Test>::NotTallying);
			with(E, |e| e.phase = Phase::Tallying);
			pallet_timestamp::Pallet::<Test>::set_timestamp(turn(id).deadline + 1);
			assert_noop!(put(signed(1), id, 0), Error::<Test>::TooLate);
		});
	}

	#[test]
	fn refuses_a_mixer_that_has_mixed() {
		with_a_turn(|id| {
			upload(id, &mix(id));
			block();
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (2, 1));
			let page = pages(&mix(id).outputs).remove(0);
			for attempt in [0, 1] {
				let again = Tally::upload_mix_page(signed(1), id, attempt, 0, page.clone());
				assert_noop!(again, Error::<Test>::NotYourTurn);
			}
		});
	}
}

mod upload_mix_head {
	use super::*;

	#[test]
	fn refuses_a_second_and_a_malformed_one() {
		with_a_turn(|id| {
			let head = mix(id).head;
			let put = |head: &[u8]| Tally::upload_mix_head(signed(1), id, 0, head.to_vec().try_into().unwrap());
			assert_noop!(put(&[]), Error::<Test>::HeadMalformed);
			assert_noop!(put(&head[1..]), Error::<Test>::HeadMalformed);
			let mut identity = head.clone();
			identity[1..33].fill(0); // the first commitment
			assert_noop!(put(&identity), Error::<Test>::HeadMalformed);
			let mut scalar = head.clone();
			let end = scalar.len();
			scalar[end - 32..].fill(0xff); // the last response
			assert_noop!(put(&scalar), Error::<Test>::HeadMalformed);
			assert_ok!(put(&head));
			assert_noop!(put(&head), Error::<Test>::HeadRepeated);
		});
	}
}

mod upload_mix_columns {
	use super::*;

	#[test]
	fn takes_pages_in_order_of_the_right_length() {
		with_a_turn(|id| {
			let columns = mix(id).columns; // seven in two rows: four columns, on two pages
			assert_eq!(columns.len(), 4);
			let put = |number: u32, items: &[_]| {
				Tally::upload_mix_columns(signed(1), id, 0, number, Page::truncate_from(items.to_vec()))
			};
			assert_noop!(put(1, &columns[3..]), Error::<Test>::PageSkipped);
			assert_noop!(put(0, &columns[..2]), Error::<Test>::PageOfWrongLength);
			assert_ok!(put(0, &columns[..3]));
			assert_noop!(put(0, &columns[..3]), Error::<Test>::PageRepeated);
			assert_noop!(put(1, &columns[2..]), Error::<Test>::PageOfWrongLength);
			assert_ok!(put(1, &columns[3..]));
			assert_noop!(put(2, &columns[3..]), Error::<Test>::PageBeyondTheEnd);
		});
	}
}

mod close_upload {
	use super::*;

	#[test]
	fn refuses_what_is_incomplete() {
		with_a_turn(|id| {
			let mix = mix(id);
			let close = || Tally::close_upload(signed(1), id, 0, recent());
			block();
			assert_noop!(close(), Error::<Test>::UploadIncomplete);
			for (number, page) in (0..).zip(pages(&mix.outputs)) {
				assert_ok!(Tally::upload_mix_page(signed(1), id, 0, number, page));
				assert_noop!(close(), Error::<Test>::UploadIncomplete);
			}
			assert_ok!(Tally::upload_mix_head(signed(1), id, 0, mix.head.clone().try_into().unwrap()));
			assert_noop!(close(), Error::<Test>::UploadIncomplete);
			for (number, page) in (0..).zip(pages(&mix.columns)) {
				assert_noop!(close(), Error::<Test>::UploadIncomplete);
				assert_ok!(Tally::upload_mix_columns(signed(1), id, 0, number, page));
			}
			assert_ok!(close());
		});
	}

	#[test]
	fn refuses_a_block_of_another_chain_a_future_one_and_one_before_the_turn() {
		with_a_turn(|id| {
			upload_open(id, &mix(id));
			block();
			let close = |built_on| Tally::close_upload(signed(1), id, 0, built_on);
			let BuiltOn { number, hash } = recent();
			assert_noop!(close(BuiltOn { number: number - 1, hash }), Error::<Test>::NotOnThisChain);
			assert_noop!(close(BuiltOn { number: number + 5, hash }), Error::<Test>::NotOnThisChain);
			let zero = BuiltOn { number: number + 5, hash: Default::default() };
			assert_noop!(close(zero), Error::<Test>::NotOnThisChain);
			let before = u64::from(turn(id).since) - 1;
			let early = BuiltOn { number: before as u32, hash: hash_of(before) };
			assert_noop!(close(early), Error::<Test>::BuiltTooEarly);
			assert_ok!(close(recent()));
		});
	}

	#[test]
	fn seals_so_that_nothing_changes_any_more() {
		with_a_turn(|id| {
			let mix = mix(id);
			upload(id, &mix);
			let page = pages(&mix.outputs).remove(0);
			let columns = pages(&mix.columns).remove(0);
			assert_noop!(Tally::upload_mix_page(signed(1), id, 0, 0, page), Error::<Test>::NotMixing);
			let head = mix.head.clone().try_into().unwrap();
			assert_noop!(Tally::upload_mix_head(signed(1), id, 0, head), Error::<Test>::NotMixing);
			assert_noop!(Tally::upload_mix_columns(signed(1), id, 0, 0, columns), Error::<Test>::NotMixing);
			assert_noop!(Tally::close_upload(signed(1), id, 0, recent()), Error::<Test>::NotMixing);
		});
	}

	#[test]
	fn refuses_an_upload_of_an_earlier_attempt() {
		with_a_turn(|id| {
			let (old, place) = (mix(id), context(id, step::MIX, 1, 0));
			upload_open(id, &old);
			wait(DEADLINE + 1);
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (2, 1));
			wait(DEADLINE + 1);
			wait(DEADLINE + 1);
			// Nobody has mixed: a new round.
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (1, 3));
			let page = pages(&old.outputs).remove(0);
			assert_noop!(Tally::upload_mix_page(signed(1), id, 0, 0, page), Error::<Test>::WrongAttempt);
			// Under the new number it is taken, and the proof fails.
			assert_eq!(place.attempt, 0);
			upload(id, &old);
			block();
			assert!(events().iter().any(|event| matches!(event, Event::MixRefused { attempt: 3, .. })));
		});
	}
}

//! Mixes of lists that are wider than one ciphertext, with a key per column.

use super::*;
use ballot_crypto::{
	context::step,
	shuffle::{Equation, Rejected},
};
use dobush_primitives::TrusteeIndex;
use frame_support::assert_noop;

/// The reason why an altered mix of the ballots is refused.
fn refused(change: impl Fn(ListId, &mut Mix)) -> Rejected {
	let mut why = None;
	one_unit(&seven()).run(|| {
		block();
		let id = ballots(0);
		let mut made = mix(id);
		change(id, &mut made);
		upload(id, &made);
		block();
		why = events().iter().find_map(|event| match event {
			Event::MixRefused { reason, list, .. } if *list == id => Some(*reason),
			_ => None,
		});
		assert_eq!((record(id).layer, turn(id).mixer), (0, TrusteeIndex(2)));
	});
	why.expect("the mix is refused")
}

mod a_mix_of_ballots_is_refused {
	use super::*;

	#[test]
	fn if_a_credential_is_joined_to_another_ballots_vote() {
		let reason = refused(|_, mix| mix.outputs.swap(0, 2));
		assert!(matches!(
			reason,
			Rejected::Fails(Equation::V6b) | Rejected::Fails(Equation::V9) | Rejected::Commitments
		));
	}

	#[test]
	fn if_the_columns_of_a_vector_are_exchanged() {
		let reason = refused(|_, mix| mix.outputs.swap(0, 1));
		assert!(matches!(
			reason,
			Rejected::Fails(Equation::V6b) | Rejected::Fails(Equation::V9) | Rejected::Commitments
		));
	}

	#[test]
	fn if_a_credential_is_left_open() {
		let open = |_, mix: &mut Mix| mix.outputs[0].c1 = ballot_crypto::Encoded::IDENTITY;
		assert_eq!(refused(open), Rejected::Identity);
	}

	#[test]
	fn if_it_was_made_for_the_step_of_another_list() {
		for other in [step::MIX, step::MIX_ROLL] {
			let moved = |id, mix: &mut Mix| *mix = mix_for(id, &context(id, other, 1, 0));
			assert!(matches!(refused(moved), Rejected::Commitments | Rejected::Fails(_)));
		}
	}
}

mod the_same_mixer {
	use super::*;

	#[test]
	fn mixes_a_list_once() {
		one_unit(&seven()).run(|| {
			block();
			for id in [ballots(0), roll(0)] {
				upload(id, &mix(id));
			}
			block();
			for id in [ballots(0), roll(0)] {
				assert_eq!((turn(id).mixer, record(id).mixed), (TrusteeIndex(2), TrusteeSet(0b1)));
				let page = pages_for(id, &mix(id).outputs).remove(0);
				let again = Tally::upload_mix_page(signed(1), id, 1, 0, page);
				assert_noop!(again, Error::<Test>::NotYourTurn);
			}
		});
	}

	#[test]
	fn is_not_a_quorum() {
		one_unit(&seven()).run(|| {
			block();
			let id = ballots(0);
			upload(id, &mix(id));
			block();
			wait(DEADLINE + 1);
			wait(DEADLINE + 1);
			// Two were absent: they are invited again, and nobody is asked for tag shares.
			assert_eq!(turn(id).mixer, TrusteeIndex(2));
			assert_eq!(record(id).mixed.count(), 1);
		});
	}

	#[test]
	fn uploads_whole_vectors_only() {
		one_unit(&seven()).run(|| {
			block();
			let id = ballots(0);
			let outputs = mix(id).outputs;
			// A page of three ciphertexts has room for one vector of two.
			let put = |length: usize| {
				let page = Page::truncate_from(outputs[..length].to_vec());
				Tally::upload_mix_page(signed(1), id, 0, 0, page)
			};
			for ragged in [0, 1, 3, 4] {
				assert_noop!(put(ragged), Error::<Test>::PageOfWrongLength);
			}
			assert_eq!(put(2), Ok(()));
		});
	}

	#[test]
	fn needs_a_share_of_the_vote_key() {
		one_unit(&seven()).run(|| {
			block();
			let id = roll(0);
			let page = pages_for(id, &mix(id).outputs).remove(0);
			let stranger = Tally::upload_mix_page(RuntimeOrigin::signed(keeper(2)), id, 0, 0, page);
			assert_noop!(stranger, Error::<Test>::NotATrustee);
		});
	}
}

//! What is sealed and false is refused with its reason, and leaves nothing behind.

use super::{mock::*, people::*};
use crate::*;
use ballot_crypto::{
	context::step,
	shuffle::{Equation, ProofHead, Rejected, Shape},
	Ciphertext, Context, Encoded, EncodedScalar, Scalar, BASE_POINT,
};
use dobush_primitives::TrusteeIndex;
use parity_scale_codec::{Decode, Encode};
use Vote::*;

const FIVE: [Vote; 5] = [For(0), For(1), For(0), For(2), For(0)];

/// Uploads what `change` makes of an honest first mix; the reason why it is refused.
fn refused(change: impl Fn(ListId, &mut Mix)) -> Rejected {
	trustees(2, 3).unit(0, &FIVE).run(|| {
		let id = list(0, 0);
		block();
		let before = record(id);
		let mut mix = mix(id);
		change(id, &mut mix);
		upload(id, &mix);
		block();
		let after = record(id);
		assert_eq!((after.layer, after.digest, after.mixed), (before.layer, before.digest, before.mixed));
		assert_eq!((turn(id).mixer, turn(id).attempt), (TrusteeIndex(2), 1));
		assert_eq!(Pages::<Test>::iter_key_prefix((id,)).count(), 2);
		assert!(!Heads::<Test>::contains_key(id) && !Verifications::<Test>::contains_key(id));
		assert_eq!(Columns::<Test>::iter().count(), 0);
		let reason = events().into_iter().find_map(|event| match event {
			Event::MixRefused { mixer: TrusteeIndex(1), attempt: 0, reason, .. } => Some(reason),
			_ => None,
		});
		reason.expect("the mix is refused")
	})
}

fn head(mix: &Mix) -> ProofHead {
	ProofHead::decode(&mut &mix.head[..]).unwrap()
}

/// Refused by an equation, not for its form.
fn fails(reason: Rejected) -> bool {
	matches!(reason, Rejected::Fails(_) | Rejected::Commitments)
}

mod a_mix_is_refused {
	use super::*;

	#[test]
	fn if_an_output_was_exchanged_repeated_or_altered() {
		let key = || with(E, |e| e.key).unwrap();
		// Under the seal the digest of the outputs differs from the proof's: challenges differ, equations fail.
		assert!(fails(refused(|_, mix| mix.outputs.swap(0, 3))));
		assert!(fails(refused(|_, mix| mix.outputs[1] = mix.outputs[0])));
		assert!(fails(refused(|_, mix| {
			let other = Ciphertext::encrypt(&BASE_POINT, &key(), &Scalar::from(3u64));
			mix.outputs[4] = other;
		})));
	}

	#[test]
	fn if_an_output_is_no_ciphertext() {
		assert!(matches!(
			refused(|_, mix| mix.outputs[2].c1 = Encoded([0xff; 32])),
			Rejected::Element | Rejected::Commitments | Rejected::Fails(_)
		));
		let reason = refused(|_, mix| mix.outputs[2].c2 = Encoded::IDENTITY);
		assert!(matches!(reason, Rejected::Identity | Rejected::Commitments | Rejected::Fails(_)), "{reason:?}");
	}

	#[test]
	fn if_a_commitment_or_a_response_of_the_head_was_altered() {
		assert!(fails(refused(|_, mix| {
			let mut head = head(mix);
			head.c_b[0] = head.c_b[1];
			mix.head = head.encode();
		})));
		assert!(fails(refused(|_, mix| {
			let mut head = head(mix);
			head.zt = EncodedScalar::from(&Scalar::from(5u64));
			mix.head = head.encode();
		})));
	}

	#[test]
	fn if_a_column_was_altered() {
		let five = EncodedScalar::from(&Scalar::from(5u64));
		assert!(fails(refused(|_, mix| mix.columns[1].za = five)));
		assert!(fails(refused(|_, mix| mix.columns[1].ma = five)));
		assert_eq!(refused(|_, mix| mix.columns[0].eb = five), Rejected::Fails(Equation::V6a));
		assert_eq!(refused(|_, mix| mix.columns[1].zb = EncodedScalar([0xff; 32])), Rejected::Scalar);
	}

	#[test]
	fn if_it_was_made_for_another_place() {
		let other = |change: fn(&mut Context)| {
			assert!(fails(refused(|id, mix| {
				let mut place = context(id, step::MIX, 1, 0);
				change(&mut place);
				*mix = mix_for(id, &place);
			})));
		};
		other(|place| place.genesis[0] ^= 1);
		other(|place| place.election += 1);
		other(|place| place.unit += 1);
		other(|place| place.contest += 1);
		other(|place| place.step += 1);
		other(|place| place.prover += 1);
		other(|place| place.attempt += 1);
	}

	#[test]
	fn if_it_mixes_the_list_as_it_was_before() {
		trustees(2, 3).unit(0, &FIVE).run(|| {
			let id = list(0, 0);
			block();
			// A mix of the collected list, proven for the second turn.
			let early = mix_for(id, &context(id, step::MIX, 2, 1));
			upload(id, &mix(id));
			block();
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (2, 1));
			upload(id, &early);
			block();
			assert!(events().iter().any(|event| matches!(event, Event::MixRefused { mixer: TrusteeIndex(2), .. })));
			assert_eq!(record(id).layer, 1);
		});
	}

	#[test]
	fn and_its_mixer_is_invited_again_if_too_few_have_mixed() {
		trustees(2, 2).unit(0, &FIVE).run(|| {
			let id = list(0, 0);
			block();
			let mut bad = mix(id);
			bad.outputs.swap(0, 1);
			upload(id, &bad);
			block();
			assert_eq!(turn(id).mixer.0, 2);
			upload(id, &mix(id));
			block();
			// One of two has mixed: the first is invited again.
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (1, 2));
			upload(id, &mix(id));
			block();
			assert_eq!(record(id).layer, 2);
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![3, 1, 1], 0));
		});
	}
}

mod a_mix_is_accepted {
	use super::*;

	#[test]
	fn and_its_outputs_become_the_list() {
		trustees(2, 3).unit(0, &FIVE).run(|| {
			let id = list(0, 0);
			block();
			let mix = mix(id);
			upload(id, &mix);
			block();
			assert_eq!(ciphertexts(id), mix.outputs);
			let list = record(id);
			assert_eq!((list.layer, list.mixed), (1, TrusteeSet(1)));
			assert_eq!(Pages::<Test>::iter_key_prefix((id, 0)).count(), 0);
			assert_eq!(Columns::<Test>::iter().count(), 0);
			assert!(!Heads::<Test>::contains_key(id));
			let digest = list.digest;
			let mixer = TrusteeIndex(1);
			assert!(events().contains(&Event::MixVerified { list: id, mixer, position: 1, digest }));
			assert!(Shape::of(5, 1).unwrap().columns == 3);
		});
	}
}

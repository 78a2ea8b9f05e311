//! Ceremonies with every kind of fault, and each check with the change that only it notices.

use super::{
	complain::complain_anyway,
	deal::{deal_secrets, DealerSecret},
	polynomial::times,
	*,
};
use crate::{
	decryption::BadSet,
	equality::{Proof, Rejected},
	signature::{sign, verify_native, UNDER_IDENTITY},
	Encoded, EncodedScalar, Malformed, Scalar, Secret, BASE_POINT,
};
use alloc::vec::Vec;
use curve25519_dalek::RistrettoPoint;
use parity_scale_codec::{Decode, Encode};
use proptest::prelude::*;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

const PLACE: CeremonyPlace = CeremonyPlace { genesis: [1; 32], ceremony: 7 };

fn rng(seed: u8) -> ChaCha20Rng {
	ChaCha20Rng::from_seed([seed; 32])
}

/// A ceremony of all trustees, with their secrets.
fn ceremony(t: u16, n: u16, keys: u8, rng: &mut ChaCha20Rng) -> (Ceremony, Vec<RecipientSecret>) {
	let secrets: Vec<_> = (1..=n).map(|j| RecipientSecret::random(j, rng)).collect();
	let recipients = secrets.iter().map(RecipientSecret::recipient).collect();
	(Ceremony::new(PLACE, Threshold::new(t, n).unwrap(), keys, recipients).unwrap(), secrets)
}

fn accepts(ceremony: &Ceremony, dealer: u16, dealing: &Dealing) -> Result<(), RevealError> {
	verify_reveal(ceremony, dealer, &dealing.commitment(), dealing, verify_native)
}

/// Any t of the holders decrypt under the key, and t − 1 do not.
fn decrypts(key: &Key, holders: &[HolderSecret], t: usize) -> bool {
	let sum = |some: &[HolderSecret]| -> RistrettoPoint {
		let set: Vec<_> = some.iter().map(HolderSecret::index).collect();
		some.iter().map(|holder| holder.share_secret(&set).unwrap().public_point()).sum()
	};
	let key = key.key.point().unwrap();
	holders.windows(t).all(|some| sum(some) == key) && (t == 1 || sum(&holders[..t - 1]) != key)
}

mod threshold {
	use super::*;

	#[test]
	fn it_is_more_than_half_and_not_more_than_all() {
		for (t, n, good) in [
			(1, 1, true),
			(2, 3, true),
			(3, 5, true),
			(3, 4, true),
			(2, 4, false),
			(0, 0, false),
			(0, 1, false),
			(4, 3, false),
		] {
			assert_eq!(Threshold::new(t, n).is_ok(), good, "{t} of {n}");
		}
		assert_eq!(Threshold::new(40, MAX_HOLDERS + 1), Err(BadCeremony::Threshold));
		assert_eq!(Threshold::new(u16::MAX, u16::MAX), Err(BadCeremony::Threshold));
	}

	#[test]
	fn a_bad_one_does_not_decode() {
		let good = Threshold::new(3, 5).unwrap();
		assert_eq!(Threshold::decode(&mut &good.encode()[..]).unwrap(), good);
		assert!(Threshold::decode(&mut &(2u16, 5u16).encode()[..]).is_err());
	}
}

mod recipient {
	use super::*;

	#[test]
	fn a_key_with_its_proof_is_accepted_and_no_other() {
		let mut rng = rng(1);
		let secret = RecipientSecret::random(2, &mut rng);
		let (recipient, proof) = (secret.recipient(), secret.prove(&PLACE, &mut rng));
		assert!(PLACE.verify_recipient(&recipient, &proof, verify_native));
		let other = RecipientSecret::random(2, &mut rng).recipient();
		for (place, recipient) in [
			(CeremonyPlace { genesis: [0; 32], ..PLACE }, recipient),
			(CeremonyPlace { ceremony: 8, ..PLACE }, recipient),
			(PLACE, Recipient { index: 3, ..recipient }),
			(PLACE, other),
		] {
			assert!(!place.verify_recipient(&recipient, &proof, verify_native));
		}
	}

	#[test]
	fn the_identity_is_refused_though_schnorrkel_would_accept() {
		let nobody = Recipient { index: 1, key: Encoded::IDENTITY };
		assert!(verify_native(&UNDER_IDENTITY.0, &PLACE.recipient_message(1), &nobody.key.0));
		assert!(!PLACE.verify_recipient(&nobody, &UNDER_IDENTITY, verify_native));
	}

	#[test]
	fn the_secret_does_not_print() {
		assert_eq!(format!("{:?}", RecipientSecret::random(1, &mut rng(1))), "RecipientSecret { index: 1, .. }");
	}

	#[test]
	fn a_ceremony_lists_enough_of_them_in_order() {
		let (good, _) = ceremony(2, 3, 1, &mut rng(2));
		let new = |keys, picks: &[usize]| {
			Ceremony::new(PLACE, good.threshold, keys, picks.iter().map(|i| good.recipients[*i]).collect())
		};
		assert_eq!(new(1, &[0, 1, 2]).as_ref(), Ok(&good));
		assert!(new(4, &[0, 2]).is_ok());
		assert_eq!(new(0, &[0, 1, 2]), Err(BadCeremony::Keys));
		assert_eq!(new(5, &[0, 1, 2]), Err(BadCeremony::Keys));
		assert_eq!(new(1, &[1, 0, 2]), Err(BadCeremony::Indices));
		assert_eq!(new(1, &[0, 0, 1]), Err(BadCeremony::Indices));
		assert_eq!(new(1, &[0]), Err(BadCeremony::TooFewRecipients));
		let zero = vec![Recipient { index: 0, ..good.recipients[0] }, good.recipients[1]];
		assert_eq!(Ceremony::new(PLACE, good.threshold, 1, zero), Err(BadCeremony::Indices));
		let beyond = vec![good.recipients[1], Recipient { index: 4, ..good.recipients[2] }];
		assert_eq!(Ceremony::new(PLACE, good.threshold, 1, beyond), Err(BadCeremony::Indices));
	}
}

mod reveal {
	use super::*;

	#[test]
	fn a_genuine_dealing_is_accepted_and_has_its_size() {
		for (t, n, keys) in [(1, 1, 1), (3, 5, 1), (2, 3, 4), (33, 64, 2)] {
			let mut rng = rng(3);
			let (ceremony, _) = ceremony(t, n, keys, &mut rng);
			let dealing = deal(&ceremony, 1, &mut rng).unwrap();
			assert_eq!(accepts(&ceremony, 1, &dealing), Ok(()));
			assert!(dealing.encode().len() <= Dealing::max_encoded_len(t, n, keys));
			assert_eq!(Dealing::decode(&mut &dealing.encode()[..]).unwrap(), dealing);
		}
	}

	#[test]
	fn verify_notices_every_altered_field() {
		let mut rng = rng(4);
		let (ceremony, _) = ceremony(2, 3, 2, &mut rng);
		let good = deal(&ceremony, 1, &mut rng).unwrap();
		let other = Encoded::from(&BASE_POINT);
		let changed = |change: &dyn Fn(&mut Dealing)| {
			let mut dealing = good.clone();
			change(&mut dealing);
			accepts(&ceremony, 1, &dealing)
		};
		use RevealError::*;
		assert_eq!(changed(&|_| ()), Ok(()));
		assert_eq!(changed(&|d| d.keys.truncate(1)), Err(Keys));
		assert_eq!(changed(&|d| d.keys[1].points.truncate(1)), Err(Points(1)));
		assert_eq!(changed(&|d| d.keys[1].points.push(other)), Err(Points(1)));
		assert_eq!(changed(&|d| d.keys[0].points.clear()), Err(Points(0)));
		assert_eq!(changed(&|d| d.keys[1].shares.truncate(2)), Err(Shares(1)));
		assert_eq!(changed(&|d| d.keys[1].shares.push(Default::default())), Err(Shares(1)));
		assert_eq!(changed(&|d| d.keys[1].shares[0] = EncodedScalar([0xff; 32])), Err(Share(1)));
		assert_eq!(changed(&|d| d.keys[1].points[1] = Encoded([0xff; 32])), Err(Point(1, Malformed::Element)));
		assert_eq!(changed(&|d| d.keys[1].points[1] = Encoded::IDENTITY), Err(Point(1, Malformed::Identity)));
		assert_eq!(changed(&|d| d.keys[1].points[0] = Encoded::IDENTITY), Err(Point(1, Malformed::Identity)));
		assert_eq!(changed(&|d| d.ephemeral = other), Err(EphemeralProof));
		assert_eq!(changed(&|d| d.ephemeral = Encoded([0xff; 32])), Err(EphemeralProof));
		assert_eq!(changed(&|d| d.ephemeral_proof.0[0] ^= 1), Err(EphemeralProof));
		assert_eq!(changed(&|d| d.keys[1].proof.0[0] ^= 1), Err(ConstantProof(1)));
		assert_eq!(changed(&|d| d.keys[0].points[0] = other), Err(ConstantProof(0)));
		assert_eq!(changed(&|d| d.keys.swap(0, 1)), Err(ConstantProof(0)));
	}

	#[test]
	fn a_dealer_is_one_of_the_trustees() {
		let mut rng = rng(5);
		let (ceremony, _) = ceremony(2, 3, 1, &mut rng);
		for dealer in [0, 4, u16::MAX] {
			let dealing = deal(&ceremony, dealer, &mut rng).unwrap();
			assert_eq!(accepts(&ceremony, dealer, &dealing), Err(RevealError::Dealer));
		}
	}

	#[test]
	fn an_equivocating_dealer_is_refused() {
		let mut rng = rng(6);
		let (ceremony, _) = ceremony(2, 3, 1, &mut rng);
		let committed = deal(&ceremony, 1, &mut rng).unwrap().commitment();
		let revealed = deal(&ceremony, 1, &mut rng).unwrap();
		assert_eq!(verify_reveal(&ceremony, 1, &committed, &revealed, verify_native), Err(RevealError::Commitment));
	}

	#[test]
	fn a_dealing_of_another_chain_ceremony_or_dealer_is_refused() {
		let mut rng = rng(7);
		let (ceremony, _) = ceremony(2, 3, 1, &mut rng);
		let dealing = deal(&ceremony, 1, &mut rng).unwrap();
		assert_eq!(accepts(&ceremony, 2, &dealing), Err(RevealError::EphemeralProof));
		for place in [CeremonyPlace { genesis: [0; 32], ..PLACE }, CeremonyPlace { ceremony: 8, ..PLACE }] {
			let elsewhere = Ceremony { place, ..ceremony.clone() };
			assert_eq!(accepts(&elsewhere, 1, &dealing), Err(RevealError::EphemeralProof));
		}
	}

	/// The ephemeral proof is made anew here, so only the constants' proofs are left to notice the copy.
	#[test]
	fn a_constant_copied_from_another_dealer_is_refused() {
		let mut rng = rng(8);
		let (ceremony, _) = ceremony(2, 3, 1, &mut rng);
		let theirs = deal(&ceremony, 1, &mut rng).unwrap();
		let mut copy = deal(&ceremony, 2, &mut rng).unwrap();
		copy.keys = theirs.keys;
		assert_eq!(accepts(&ceremony, 2, &copy), Err(RevealError::ConstantProof(0)));
	}

	/// Key 0's constant used for key 1 as well, with its own proof of key 0.
	#[test]
	fn a_constant_of_another_key_is_refused() {
		let mut rng = rng(9);
		let (ceremony, _) = ceremony(2, 3, 2, &mut rng);
		let mut dealing = deal(&ceremony, 1, &mut rng).unwrap();
		dealing.keys[1] = dealing.keys[0].clone();
		assert_eq!(accepts(&ceremony, 1, &dealing), Err(RevealError::ConstantProof(1)));
	}

	#[test]
	fn identities_with_the_constant_signature_are_refused() {
		let mut rng = rng(10);
		let (ceremony, _) = ceremony(2, 3, 1, &mut rng);
		let good = deal(&ceremony, 1, &mut rng).unwrap();
		let free = Dealing { ephemeral: Encoded::IDENTITY, ephemeral_proof: UNDER_IDENTITY, ..good.clone() };
		assert_eq!(accepts(&ceremony, 1, &free), Err(RevealError::EphemeralProof));
		let mut free = good;
		free.keys[0].points[0] = Encoded::IDENTITY;
		free.keys[0].proof = UNDER_IDENTITY;
		assert_eq!(accepts(&ceremony, 1, &free), Err(RevealError::Point(0, Malformed::Identity)));
	}

	/// A corrupt dealer re-posts the Eph of an older ceremony with garbage, so that an honest complaint opens the old
	/// share.
	#[test]
	fn an_ephemeral_key_copied_from_an_older_ceremony_is_refused() {
		let mut rng = rng(11);
		let (old, _) = ceremony(2, 3, 1, &mut rng);
		let victim = deal(&old, 1, &mut rng).unwrap();
		let new = Ceremony { place: CeremonyPlace { ceremony: 8, ..PLACE }, ..old.clone() };
		let mut copy = deal(&new, 2, &mut rng).unwrap();
		copy.ephemeral = victim.ephemeral;
		copy.ephemeral_proof = victim.ephemeral_proof;
		assert_eq!(accepts(&new, 2, &copy), Err(RevealError::EphemeralProof));
	}
}

mod complaint {
	use super::*;

	struct Case {
		ceremony: Ceremony,
		secrets: Vec<RecipientSecret>,
		dealing: Dealing,
		rng: ChaCha20Rng,
	}

	/// Dealer 1 sends recipient 2 a bad share of key 1, and to the others good ones.
	fn bad_share() -> Case {
		let mut rng = rng(12);
		let (ceremony, secrets) = ceremony(2, 3, 2, &mut rng);
		let mut dealing = deal(&ceremony, 1, &mut rng).unwrap();
		let share = &mut dealing.keys[1].shares[1];
		*share = EncodedScalar::from(&(share.scalar().unwrap() + Scalar::ONE));
		assert_eq!(accepts(&ceremony, 1, &dealing), Ok(()), "nobody but the recipient can see it");
		Case { ceremony, secrets, dealing, rng }
	}

	#[test]
	fn a_bad_share_puts_the_dealer_out() {
		let Case { ceremony, secrets, dealing, mut rng } = bad_share();
		assert!(open_share(&ceremony, 1, &dealing, &secrets[1]).is_none());
		let complaint = complain(&ceremony, 1, &dealing, &secrets[1], &mut rng).unwrap();
		assert_eq!(judge(&ceremony, &dealing, &complaint), Ok(ComplaintVerdict::DealerOut));
		assert!(open_share(&ceremony, 1, &dealing, &secrets[0]).is_some());
	}

	#[test]
	fn a_false_complaint_puts_the_recipient_out() {
		let Case { ceremony, secrets, dealing, mut rng } = bad_share();
		assert_eq!(complain(&ceremony, 1, &dealing, &secrets[2], &mut rng), Err(NothingToComplainAbout));
		let complaint = complain_anyway(&ceremony, 1, &dealing, &secrets[2], &mut rng).unwrap();
		assert_eq!(judge(&ceremony, &dealing, &complaint), Ok(ComplaintVerdict::RecipientOut));
	}

	#[test]
	fn a_complaint_with_a_false_secret_is_none() {
		let Case { ceremony, secrets, dealing, mut rng } = bad_share();
		let good = complain_anyway(&ceremony, 1, &dealing, &secrets[2], &mut rng).unwrap();
		let other = Encoded::from(&BASE_POINT);
		for complaint in [
			Complaint { dealer: 2, ..good },
			Complaint { holder: 2, ..good },
			Complaint { holder: 0, ..good },
			Complaint { holder: 9, ..good },
			Complaint { shared: other, ..good },
			Complaint { shared: Encoded::IDENTITY, ..good },
			Complaint { shared: Encoded([0xff; 32]), ..good },
			Complaint { proof: Proof { e: good.proof.s, ..good.proof }, ..good },
			Complaint { proof: Proof { s: good.proof.e, ..good.proof }, ..good },
		] {
			assert_eq!(judge(&ceremony, &dealing, &complaint), Err(Rejected::Equation), "{complaint:?}");
		}
		let bad = EncodedScalar([0xff; 32]);
		for proof in [Proof { e: bad, ..good.proof }, Proof { s: bad, ..good.proof }] {
			assert_eq!(judge(&ceremony, &dealing, &Complaint { proof, ..good }), Err(Rejected::Scalar));
		}
		for place in [CeremonyPlace { genesis: [0; 32], ..PLACE }, CeremonyPlace { ceremony: 8, ..PLACE }] {
			let elsewhere = Ceremony { place, ..ceremony.clone() };
			assert_eq!(judge(&elsewhere, &dealing, &good), Err(Rejected::Equation));
		}
	}

	/// S is false by a point, but the prover knows q: the equation of PK holds, the one of Eph does not.
	#[test]
	fn a_recipient_cannot_pretend_to_have_received_something_else() {
		let Case { ceremony, secrets, dealing, mut rng } = bad_share();
		let good = complain_anyway(&ceremony, 1, &dealing, &secrets[2], &mut rng).unwrap();
		let shared = Encoded::from(&(good.shared.point().unwrap() + BASE_POINT));
		let dleq = crate::equality::Dleq {
			place: PLACE.complaint_transcript(1, 3),
			key: ceremony.recipients[2].key.element().unwrap(),
			base: dealing.ephemeral.element().unwrap(),
			image: shared.element().unwrap(),
		};
		let proof = dleq.prove(&secrets[2].secret, &mut rng);
		assert_eq!(judge(&ceremony, &dealing, &Complaint { shared, proof, ..good }), Err(Rejected::Equation));
	}
}

mod combining {
	use super::*;

	#[test]
	fn any_three_of_five_hold_each_key() {
		let mut rng = rng(13);
		let (ceremony, secrets) = ceremony(3, 5, 2, &mut rng);
		let dealings: Vec<_> = (1..=5).map(|d| (d, deal(&ceremony, d, &mut rng).unwrap())).collect();
		let qual: Vec<_> = dealings.iter().map(|(d, dealing)| (*d, dealing)).collect();
		let set = combine(&ceremony, &qual, &[1, 2, 3, 4, 5]).unwrap();
		for (number, key) in (0..).zip(&set.keys) {
			let holders: Vec<_> = secrets
				.iter()
				.map(|secret| {
					let opened: Vec<_> =
						qual.iter().map(|(d, dealing)| open_share(&ceremony, *d, dealing, secret).unwrap()).collect();
					let opened: Vec<_> = opened.iter().collect();
					HolderSecret::combine(secret.index, number, &opened, key).unwrap()
				})
				.collect();
			assert!(decrypts(key, &holders, 3));
			// What the others check a holder's shares against belongs to what it makes them with.
			let of_set = [5, 2, 4];
			for holder in &holders {
				let expected = if of_set.contains(&holder.index()) {
					Ok(holder.share_secret(&of_set).unwrap().public_element().unwrap())
				} else {
					Err(BadSet::NotAMember(holder.index()))
				};
				assert_eq!(key.share_key(&of_set, holder.index()), expected);
			}
		}
		assert_ne!(set.keys[0].key, set.keys[1].key);
	}

	#[test]
	fn it_refuses_what_is_not_a_whole_ceremony() {
		let mut rng = rng(14);
		let (ceremony, _) = ceremony(2, 3, 1, &mut rng);
		let dealings: Vec<_> = (1..=3).map(|d| deal(&ceremony, d, &mut rng).unwrap()).collect();
		let with = |qual: &[u16], holders: &[u16]| {
			let qual: Vec<_> = qual.iter().zip(&dealings).map(|(d, dealing)| (*d, dealing)).collect();
			combine(&ceremony, &qual, holders).map(drop)
		};
		use CombineError::*;
		assert_eq!(with(&[1, 3], &[2, 3]), Ok(()));
		assert_eq!(with(&[1], &[1, 2]), Err(TooFewDealers));
		assert_eq!(with(&[1, 2], &[1]), Err(TooFewHolders));
		assert_eq!(with(&[1, 1], &[1, 2]), Err(Indices));
		assert_eq!(with(&[2, 1], &[1, 2]), Err(Indices));
		assert_eq!(with(&[0, 1], &[1, 2]), Err(Indices));
		assert_eq!(with(&[1, 4], &[1, 2]), Err(Indices));
		assert_eq!(with(&[1, 2], &[2, 2]), Err(Indices));
		assert_eq!(with(&[1, 2], &[2, 4]), Err(Indices));
		let mut bad = dealings[1].clone();
		bad.keys[0].points.truncate(1);
		assert_eq!(combine(&ceremony, &[(1, &dealings[0]), (2, &bad)], &[1, 2]), Err(Shape));
		bad.keys.clear();
		assert_eq!(combine(&ceremony, &[(1, &dealings[0]), (2, &bad)], &[1, 2]), Err(Shape));
		let mut bad = dealings[1].clone();
		bad.keys[0].points[1] = Encoded([0xff; 32]);
		assert_eq!(combine(&ceremony, &[(1, &dealings[0]), (2, &bad)], &[1, 2]), Err(Point(Malformed::Element)));
	}

	/// Dealers who know each other's constants, as no proof of knowledge would let them: the sum is the identity.
	#[test]
	fn a_key_that_is_the_identity_is_refused() {
		let mut rng = rng(15);
		let (ceremony, _) = ceremony(2, 2, 1, &mut rng);
		let one = DealerSecret::random(2, &mut rng);
		let negative = |secret: &Secret| Secret::try_from(-secret.scalar()).unwrap();
		let minus = DealerSecret(one.0.iter().map(negative).collect());
		let eta = Secret::random(&mut rng);
		let dealings = [one, minus].map(|secret| deal_secrets(&ceremony, 1, &[secret], &eta, &mut rng).unwrap());
		let qual = [(1, &dealings[0]), (2, &dealings[1])];
		assert_eq!(combine(&ceremony, &qual, &[1, 2]), Err(CombineError::Identity(0)));
	}

	/// f(x) = 2·(1 − x) + 1·(1 − x): zero for holder 1.
	#[test]
	fn a_share_that_is_zero_is_refused() {
		let mut rng = rng(16);
		let (ceremony, _) = ceremony(2, 2, 1, &mut rng);
		let eta = Secret::random(&mut rng);
		let line = |k: u64| {
			let k = Scalar::from(k);
			DealerSecret([k, -k].map(|c| Secret::try_from(c).unwrap()).to_vec())
		};
		let dealings = [2, 1].map(|k| deal_secrets(&ceremony, 1, &[line(k)], &eta, &mut rng).unwrap());
		let qual = [(1, &dealings[0]), (2, &dealings[1])];
		assert_eq!(combine(&ceremony, &qual, &[1, 2]), Err(CombineError::ZeroShare(0)));
	}

	#[test]
	fn a_holder_notices_shares_that_are_not_of_qual() {
		let mut rng = rng(17);
		let (ceremony, secrets) = ceremony(2, 3, 1, &mut rng);
		let dealings: Vec<_> = (1..=3).map(|d| deal(&ceremony, d, &mut rng).unwrap()).collect();
		let opened: Vec<_> =
			(1..).zip(&dealings).map(|(d, dealing)| open_share(&ceremony, d, dealing, &secrets[0]).unwrap()).collect();
		let key = &combine(&ceremony, &[(1, &dealings[0]), (2, &dealings[1])], &[1, 2]).unwrap().keys[0];
		let holder = |index, number, picks: &[usize]| {
			let picked: Vec<_> = picks.iter().map(|i| &opened[*i]).collect();
			HolderSecret::combine(index, number, &picked, key)
		};
		assert!(holder(1, 0, &[0, 1]).is_some());
		assert!(holder(1, 0, &[1, 0]).is_some());
		for (index, number, picks) in
			[(1, 0, &[0, 2][..]), (1, 0, &[0, 0]), (1, 0, &[0]), (2, 0, &[0, 1]), (1, 1, &[0, 1]), (3, 0, &[0, 1])]
		{
			assert!(holder(index, number, picks).is_none(), "{index} {number} {picks:?}");
		}
	}

	#[test]
	fn the_small_multiplications_agree_with_the_large() {
		for j in [0, 1, 2, 3, 63, 64, 65, u16::MAX] {
			assert_eq!(times(&BASE_POINT, j), BASE_POINT * Scalar::from(j));
		}
	}
}

/// What a trustee does wrong. At most n − t of them do.
#[derive(Clone, Copy, Debug)]
enum Fault {
	PostsNoRecipientKey,
	NeverReveals,
	RevealsAnother,
	CopiesAnEphemeralKey,
	SendsABadShare,
	ComplainsFalsely,
	ComplainsWithoutProof,
}

fn fault() -> impl Strategy<Value = Fault> {
	use Fault::*;
	prop_oneof![
		Just(PostsNoRecipientKey),
		Just(NeverReveals),
		Just(RevealsAnother),
		Just(CopiesAnEphemeralKey),
		Just(SendsABadShare),
		Just(ComplainsFalsely),
		Just(ComplainsWithoutProof),
	]
}

/// n, t > n/2, and faults of some trustees, so that at least t stay honest.
fn faulty_ceremonies() -> impl Strategy<Value = (u16, u16, u8, Vec<Option<Fault>>)> {
	(1u16..=6)
		.prop_flat_map(|n| (Just(n), n / 2 + 1..=n, 1u8..=2))
		.prop_flat_map(|(n, t, keys)| {
			let faults = proptest::collection::vec(fault(), usize::from(n - t));
			let places = Just((0..usize::from(n)).collect::<Vec<_>>()).prop_shuffle();
			(Just(n), Just(t), Just(keys), faults, places)
		})
		.prop_map(|(n, t, keys, faults, places)| {
			let mut of = vec![None; usize::from(n)];
			for (fault, place) in faults.into_iter().zip(places) {
				of[place] = Some(fault);
			}
			(n, t, keys, of)
		})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	#[test]
	fn whatever_a_minority_does_the_honest_get_their_keys((n, t, keys, faults) in faulty_ceremonies(), seed: u8) {
		let mut rng = rng(seed);
		let fault = |j: u16| faults[usize::from(j) - 1];
		let secrets: Vec<_> = (1..=n).map(|j| RecipientSecret::random(j, &mut rng)).collect();
		let older = CeremonyPlace { ceremony: 6, ..PLACE };
		let taking_part = |secret: &&RecipientSecret| !matches!(fault(secret.index), Some(Fault::PostsNoRecipientKey));
		let secrets: Vec<_> = secrets.iter().filter(taking_part).collect();
		let recipients: Vec<_> = secrets.iter().map(|secret| secret.recipient()).collect();
		for secret in &secrets {
			prop_assert!(PLACE.verify_recipient(&secret.recipient(), &secret.prove(&PLACE, &mut rng), verify_native));
		}
		let ceremony = Ceremony::new(PLACE, Threshold::new(t, n).unwrap(), keys, recipients.clone()).unwrap();
		let old = Ceremony { place: older, ..ceremony.clone() };

		// Commit and reveal.
		let mut dealings = Vec::new();
		for dealer in recipients.iter().map(|recipient| recipient.index) {
			let mut dealing = deal(&ceremony, dealer, &mut rng).unwrap();
			let mut commitment = dealing.commitment();
			match fault(dealer) {
				Some(Fault::NeverReveals) => continue,
				Some(Fault::RevealsAnother) => dealing = deal(&ceremony, dealer, &mut rng).unwrap(),
				Some(Fault::CopiesAnEphemeralKey) => {
					let seen = deal(&old, dealer, &mut rng).unwrap();
					(dealing.ephemeral, dealing.ephemeral_proof) = (seen.ephemeral, seen.ephemeral_proof);
					commitment = dealing.commitment();
				},
				Some(Fault::SendsABadShare) => {
					let victim = usize::from(seed) % recipients.len();
					let share = &mut dealing.keys[usize::from(keys) - 1].shares[victim];
					*share = EncodedScalar::from(&(share.scalar().unwrap() + Scalar::ONE));
					commitment = dealing.commitment();
				},
				_ => (),
			}
			let verdict = verify_reveal(&ceremony, dealer, &commitment, &dealing, verify_native);
			match fault(dealer) {
				Some(Fault::RevealsAnother) => prop_assert_eq!(verdict, Err(RevealError::Commitment)),
				Some(Fault::CopiesAnEphemeralKey) => prop_assert_eq!(verdict, Err(RevealError::EphemeralProof)),
				_ => {
					prop_assert_eq!(verdict, Ok(()));
					dealings.push((dealer, dealing));
				},
			}
		}

		// Complain and judge.
		let (mut bad_dealers, mut bad_recipients) = (vec![], vec![]);
		for (dealer, dealing) in &dealings {
			for secret in &secrets {
				let complaint = match (complain(&ceremony, *dealer, dealing, secret, &mut rng), fault(secret.index)) {
					(_, Some(Fault::ComplainsFalsely)) => complain_anyway(&ceremony, *dealer, dealing, secret, &mut rng).unwrap(),
					(_, Some(Fault::ComplainsWithoutProof)) => {
						let stranger = RecipientSecret { index: secret.index, secret: Secret::random(&mut rng) };
						let complaint = complain_anyway(&ceremony, *dealer, dealing, &stranger, &mut rng).unwrap();
						prop_assert_eq!(judge(&ceremony, dealing, &complaint), Err(Rejected::Equation));
						continue;
					},
					(Ok(complaint), _) => complaint,
					(Err(NothingToComplainAbout), _) => continue,
				};
				match judge(&ceremony, dealing, &complaint).unwrap() {
					ComplaintVerdict::DealerOut => bad_dealers.push(*dealer),
					ComplaintVerdict::RecipientOut => bad_recipients.push(secret.index),
				}
			}
		}
		for out in bad_dealers.iter().chain(&bad_recipients) {
			prop_assert!(fault(*out).is_some(), "trustee {} did nothing wrong", out);
		}

		// Finish: the honest alone are enough, whoever else stays.
		let qual: Vec<_> =
			dealings.iter().filter(|(d, _)| !bad_dealers.contains(d)).map(|(d, dealing)| (*d, dealing)).collect();
		let holding: Vec<_> = secrets.iter().filter(|secret| !bad_recipients.contains(&secret.index)).collect();
		let indices: Vec<_> = holding.iter().map(|secret| secret.index).collect();
		let set = combine(&ceremony, &qual, &indices).unwrap();
		for (number, key) in (0..).zip(&set.keys) {
			let honest: Vec<_> = holding
				.iter()
				.filter(|secret| fault(secret.index).is_none())
				.map(|secret| {
					let opened: Vec<_> =
						qual.iter().map(|(d, dealing)| open_share(&ceremony, *d, dealing, secret).unwrap()).collect();
					HolderSecret::combine(secret.index, number, &opened.iter().collect::<Vec<_>>(), key).unwrap()
				})
				.collect();
			prop_assert!(honest.len() >= usize::from(t));
			prop_assert!(decrypts(key, &honest, usize::from(t)));
		}
	}

	#[test]
	fn decoding_a_dealing_or_complaint_survives_any_bytes(bytes: Vec<u8>) {
		let (ceremony, secrets) = ceremony(2, 3, 1, &mut rng(18));
		if let Ok(dealing) = Dealing::decode(&mut &bytes[..]) {
			prop_assert!(accepts(&ceremony, 1, &dealing).is_err());
			prop_assert!(open_share(&ceremony, 1, &dealing, &secrets[0]).is_none());
		}
		if let Ok(complaint) = Complaint::decode(&mut &bytes[..]) {
			let dealing = deal(&ceremony, 1, &mut rng(19)).unwrap();
			prop_assert!(judge(&ceremony, &dealing, &complaint).is_err());
		}
	}
}

#[test]
fn a_signature_for_one_purpose_is_none_for_another() {
	let mut rng = rng(20);
	let secret = Secret::random(&mut rng);
	let messages = [PLACE.recipient_message(1), PLACE.ephemeral_message(1), PLACE.constant_message(1, 0)];
	for (i, signed) in messages.iter().enumerate() {
		let signature = sign(&secret, signed, &mut rng);
		for (j, other) in messages.iter().enumerate() {
			assert_eq!(verify_native(&signature.0, other, &secret.public().0), i == j);
		}
	}
}

//! Keys handed over, honestly and not.

use super::*;
use crate::{
	ceremony::{
		combine, complain, complain::complain_anyway, deal, judge, open_share, CeremonyPlace, ComplaintVerdict,
		NothingToComplainAbout, Recipient, RecipientSecret,
	},
	elgamal::Ciphertext,
	signature::{verify_native, UNDER_IDENTITY},
	EncodedScalar, BASE_POINT,
};
use proptest::prelude::*;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

const OLD: CeremonyPlace = CeremonyPlace { genesis: [1; 32], ceremony: 7 };
const NEW: CeremonyPlace = CeremonyPlace { genesis: [1; 32], ceremony: 8 };

fn rng(seed: u8) -> ChaCha20Rng {
	ChaCha20Rng::from_seed([seed; 32])
}

fn ceremony(place: CeremonyPlace, t: u16, n: u16, rng: &mut ChaCha20Rng) -> (Ceremony, Vec<RecipientSecret>) {
	let secrets: Vec<_> = (1..=n).map(|j| RecipientSecret::random(j, rng)).collect();
	let recipients = secrets.iter().map(RecipientSecret::recipient).collect();
	(Ceremony::new(place, Threshold::new(t, n).unwrap(), 1, recipients).unwrap(), secrets)
}

/// A key made by t of n.
fn made(t: u16, n: u16, rng: &mut ChaCha20Rng) -> (Key, Vec<HolderSecret>) {
	let (ceremony, secrets) = ceremony(OLD, t, n, rng);
	let dealings: Vec<_> = (1..=n).map(|d| (d, deal(&ceremony, d, rng).unwrap())).collect();
	let qual: Vec<_> = dealings.iter().map(|(d, dealing)| (*d, dealing)).collect();
	let key = combine(&ceremony, &qual, &(1..=n).collect::<Vec<_>>()).unwrap().keys.remove(0);
	let holders = (1..).zip(&secrets).map(|(index, secret)| {
		let opened: Vec<_> =
			qual.iter().map(|(d, dealing)| open_share(&ceremony, *d, dealing, secret).unwrap()).collect();
		HolderSecret::combine(index, 0, &opened.iter().collect::<Vec<_>>(), &key).unwrap()
	});
	let holders = holders.collect();
	(key, holders)
}

/// A whole re-sharing: the old holders, and what the new ones are given.
struct Handover {
	old: Vec<HolderSecret>,
	resharing: Resharing,
	secrets: Vec<RecipientSecret>,
	dealings: Vec<(u16, Dealing)>,
	rng: ChaCha20Rng,
}

fn handover((t, n): (u16, u16), (t_new, n_new): (u16, u16), seed: u8) -> Handover {
	let mut rng = rng(seed);
	let (key, old) = made(t, n, &mut rng);
	let (ceremony, secrets) = ceremony(NEW, t_new, n_new, &mut rng);
	let resharing = Resharing::new(ceremony, key, Threshold::new(t, n).unwrap()).unwrap();
	let dealings = old.iter().map(|holder| (holder.index(), resharing.deal(holder, &mut rng).unwrap())).collect();
	Handover { old, resharing, secrets, dealings, rng }
}

impl Handover {
	fn dealt(&self, dealers: &[u16]) -> Vec<(u16, &Dealing)> {
		self.dealings.iter().filter(|(d, _)| dealers.contains(d)).map(|(d, dealing)| (*d, dealing)).collect()
	}

	/// Finishes with these dealers for all new trustees, and makes their secrets.
	fn finish(&self, dealers: &[u16]) -> (Reshared, Vec<HolderSecret>) {
		let indices: Vec<_> = self.secrets.iter().map(|secret| secret.recipient().index).collect();
		let reshared = self.resharing.finish(&self.dealt(dealers), &indices).unwrap();
		let holders = self.secrets.iter().map(|secret| self.secret(&reshared, secret).unwrap()).collect();
		(reshared, holders)
	}

	fn secret(&self, reshared: &Reshared, recipient: &RecipientSecret) -> Option<HolderSecret> {
		let open = |(d, dealing): &(u16, Dealing)| open_share(self.resharing.ceremony(), *d, dealing, recipient);
		let opened: Vec<_> = self.dealings.iter().filter_map(open).collect();
		reshared.holder_secret(recipient.recipient().index, &opened.iter().collect::<Vec<_>>())
	}
}

/// What these holders read of an encryption of B under the key.
fn decrypts(key: &Encoded, holders: &[&HolderSecret]) -> bool {
	let r = Scalar::from(5u64);
	let ciphertext = Ciphertext::encrypt(&BASE_POINT, &key.element().unwrap(), &r).decode_points().unwrap();
	let set: Vec<_> = holders.iter().map(|holder| holder.index()).collect();
	let shares = holders.iter().map(|holder| ciphertext.c1 * holder.share_secret(&set).unwrap().scalar());
	ciphertext.c2 - shares.sum::<RistrettoPoint>() == BASE_POINT
}

#[test]
fn a_changed_set_with_another_threshold_decrypts_under_the_same_key() {
	for (from, to) in [((3, 5), (3, 5)), ((3, 5), (4, 7)), ((4, 7), (2, 3)), ((2, 2), (1, 1)), ((1, 1), (2, 3))] {
		let handover = handover(from, to, 1);
		let (reshared, new) = handover.finish(&(1..=from.1).collect::<Vec<_>>());
		assert_eq!(reshared.key().key, handover.resharing.old().key);
		assert_eq!(reshared.set(), (1..=from.0).collect::<Vec<_>>(), "the lowest survivors");
		let some: Vec<_> = new.iter().rev().take(usize::from(to.0)).collect();
		assert!(decrypts(&reshared.key().key, &some), "{from:?} {to:?}");
		if to.0 > 1 {
			assert!(!decrypts(&reshared.key().key, &some[1..]), "one fewer than the threshold");
		}
		for (holder, (j, share)) in new.iter().zip(&reshared.key().holders) {
			assert_eq!((holder.index(), holder.verification_share()), (*j, *share));
		}
	}
}

#[test]
fn the_set_is_the_lowest_of_those_that_survive() {
	let handover = handover((3, 5), (3, 5), 2);
	for (dealers, set) in [
		(&[1, 2, 3, 4, 5][..], [1, 2, 3]),
		(&[2, 3, 4, 5], [2, 3, 4]),
		(&[1, 4, 5], [1, 4, 5]),
		(&[1, 3, 5], [1, 3, 5]),
	] {
		let (reshared, new) = handover.finish(dealers);
		assert_eq!(reshared.set(), set);
		assert!(decrypts(&reshared.key().key, &new.iter().take(3).collect::<Vec<_>>()));
	}
	let holders = [1, 2, 3, 4, 5];
	assert_eq!(handover.resharing.finish(&handover.dealt(&[1, 2]), &holders), Err(ReshareError::TooFewDealers));
}

#[test]
fn finish_refuses_what_is_no_re_sharing() {
	let handover = handover((2, 3), (2, 3), 3);
	let finish = |dealings: &[(u16, &Dealing)], holders: &[u16]| handover.resharing.finish(dealings, holders).map(drop);
	let all = handover.dealt(&[1, 2, 3]);
	assert_eq!(finish(&all, &[1, 2]), Ok(()));
	assert_eq!(finish(&all, &[1]), Err(ReshareError::TooFewHolders));
	assert_eq!(finish(&all, &[2, 1]), Err(ReshareError::Indices));
	assert_eq!(finish(&all, &[1, 4]), Err(ReshareError::Indices));
	assert_eq!(finish(&all, &[1, 1]), Err(ReshareError::Indices));
	assert_eq!(finish(&[all[0], all[0]], &[1, 2]), Err(ReshareError::Indices));
	assert_eq!(finish(&[all[1], all[0]], &[1, 2]), Err(ReshareError::Indices));
	assert_eq!(finish(&[all[0], (9, all[1].1)], &[1, 2]), Err(ReshareError::Indices));
	// Unverified dealings: each other's, short ones, garbage.
	assert_eq!(finish(&[(1, all[1].1), (2, all[0].1)], &[1, 2]), Err(ReshareError::OtherKey));
	let mut bad = all[0].1.clone();
	bad.keys[0].points.truncate(1);
	assert_eq!(finish(&[(1, &bad), all[1]], &[1, 2]), Err(ReshareError::Shape));
	bad.keys.clear();
	assert_eq!(finish(&[(1, &bad), all[1]], &[1, 2]), Err(ReshareError::Shape));
	let mut bad = all[0].1.clone();
	bad.keys[0].points[1] = Encoded([0xff; 32]);
	assert_eq!(finish(&[(1, &bad), all[1]], &[1, 2]), Err(ReshareError::Point(Malformed::Element)));
}

/// λ_1·f_1(1) + λ_2·f_2(1) = 0 on purpose: two old holders who deal together with a chosen slope.
#[test]
fn a_new_share_that_is_zero_is_refused() {
	let Handover { old, resharing, mut rng, .. } = handover((2, 2), (2, 2), 4);
	let secret = |i: usize| old[i].secret.clone();
	let lambda = coefficients(&[1, 2]).unwrap();
	let key = lambda[0] * secret(0).scalar() + lambda[1] * secret(1).scalar();
	let slope = Secret::random(&mut rng);
	// λ_1·a + λ_2·b = −key makes the sum of lines zero at 1.
	let other = (-key - lambda[0] * slope.scalar()) * lambda[1].invert();
	let dealings: Vec<_> = [(1, slope), (2, Secret::try_from(other).unwrap())]
		.into_iter()
		.map(|(d, slope)| {
			let line = DealerSecret(vec![secret(usize::from(d) - 1), slope]);
			(d, deal_secrets(&resharing.ceremony, d, &[line], &Secret::random(&mut rng), &mut rng).unwrap())
		})
		.collect();
	let dealings: Vec<_> = dealings.iter().map(|(d, dealing)| (*d, dealing)).collect();
	assert_eq!(resharing.finish(&dealings, &[1, 2]), Err(ReshareError::ZeroShare));
}

#[test]
fn a_resharing_is_of_one_key_with_enough_holders_in_order() {
	let Handover { resharing, mut rng, .. } = handover((2, 3), (2, 3), 5);
	let Resharing { ceremony: new, old, old_threshold } = resharing;
	let with = |old: Key| Resharing::new(new.clone(), old, old_threshold).map(drop);
	assert_eq!(with(old.clone()), Ok(()));
	let two = Ceremony::new(NEW, new.threshold(), 2, new.recipients().to_vec()).unwrap();
	assert_eq!(Resharing::new(two, old.clone(), old_threshold).map(drop), Err(BadResharing::Keys));
	let holders = |pick: &[usize]| Key { holders: pick.iter().map(|i| old.holders[*i]).collect(), ..old.clone() };
	assert_eq!(with(holders(&[0, 2])), Ok(()));
	assert_eq!(with(holders(&[0])), Err(BadResharing::TooFewHolders));
	assert_eq!(with(holders(&[1, 0])), Err(BadResharing::Indices));
	assert_eq!(with(holders(&[0, 0])), Err(BadResharing::Indices));
	for index in [0, 4] {
		let outside = Key { holders: vec![(index, old.holders[0].1); 2], ..old.clone() };
		assert_eq!(with(outside), Err(BadResharing::Indices));
		let mut ascending = vec![old.holders[1], (index, old.holders[0].1)];
		ascending.sort_by_key(|(index, _)| *index);
		assert_eq!(
			with(Key { holders: ascending, ..old.clone() }),
			Err(BadResharing::Indices),
			"in order, but outside"
		);
	}
	let identity = Key { key: Encoded::IDENTITY, ..old.clone() };
	assert_eq!(with(identity), Err(BadResharing::Old(Malformed::Identity)));
	let mut bad = old.clone();
	bad.holders[1].1 = Encoded([0xff; 32]);
	assert_eq!(with(bad), Err(BadResharing::Old(Malformed::Element)));
	let _ = &mut rng;
}

mod reveal {
	use super::*;

	fn refused(handover: &Handover, dealer: u16, dealing: &Dealing) -> Result<(), Refused> {
		handover.resharing.verify_reveal(dealer, &dealing.commitment(), dealing, verify_native)
	}

	#[test]
	fn a_genuine_dealing_is_accepted_though_its_number_is_beyond_the_new_set() {
		let handover = handover((3, 5), (2, 3), 6);
		for (d, dealing) in &handover.dealings {
			assert_eq!(refused(&handover, *d, dealing), Ok(()), "{d}");
		}
	}

	/// Everything else about it is genuine: this dealer knows the constant, it is just not its share.
	#[test]
	fn a_dealing_of_something_else_than_the_old_share_is_refused() {
		let mut handover = handover((2, 3), (2, 3), 7);
		let dealing = deal(handover.resharing.ceremony(), 1, &mut handover.rng).unwrap();
		assert_eq!(refused(&handover, 1, &dealing), Err(Refused::Constant));
		let others = &handover.dealings[1].1;
		let rng = &mut handover.rng;
		let mut copied = handover.resharing.deal(&handover.old[0], rng).unwrap();
		copied.keys.clone_from(&others.keys);
		assert_eq!(refused(&handover, 1, &copied), Err(Refused::Reveal(RevealError::ConstantProof(0))));
	}

	#[test]
	fn an_equivocating_dealer_is_refused() {
		let mut handover = handover((2, 3), (2, 3), 8);
		let other = handover.resharing.deal(&handover.old[0], &mut handover.rng).unwrap();
		let committed = handover.dealings[0].1.commitment();
		let verdict = handover.resharing.verify_reveal(1, &committed, &other, verify_native);
		assert_eq!(verdict, Err(Refused::Reveal(RevealError::Commitment)));
	}

	#[test]
	fn who_held_no_share_deals_none() {
		let mut handover = handover((2, 3), (2, 3), 9);
		let dealing = handover.dealings[0].1.clone();
		for dealer in [0, 4] {
			assert_eq!(refused(&handover, dealer, &dealing), Err(Refused::Reveal(RevealError::Dealer)));
		}
		let stranger = HolderSecret { index: 1, secret: Secret::random(&mut handover.rng) };
		assert_eq!(handover.resharing.deal(&stranger, &mut handover.rng), Err(NotAHolder));
		let renumbered = HolderSecret { index: 2, secret: handover.old[0].secret.clone() };
		assert_eq!(handover.resharing.deal(&renumbered, &mut handover.rng), Err(NotAHolder));
	}

	#[test]
	fn verify_notices_shapes_and_signatures() {
		let handover = handover((2, 3), (2, 3), 10);
		let changed = |change: &dyn Fn(&mut Dealing)| {
			let mut dealing = handover.dealings[0].1.clone();
			change(&mut dealing);
			refused(&handover, 1, &dealing)
		};
		use RevealError::*;
		assert_eq!(changed(&|_| ()), Ok(()));
		assert_eq!(changed(&|d| d.keys[0].points.truncate(1)), Err(Refused::Reveal(Points(0))));
		assert_eq!(changed(&|d| d.ephemeral_proof.0[0] ^= 1), Err(Refused::Reveal(EphemeralProof)));
		assert_eq!(changed(&|d| d.keys[0].proof.0[0] ^= 1), Err(Refused::Reveal(ConstantProof(0))));
		assert_eq!(changed(&|d| d.keys[0].proof = UNDER_IDENTITY), Err(Refused::Reveal(ConstantProof(0))));
	}

	/// Signatures name the ceremony, so a dealing of the first re-sharing is none of the second.
	#[test]
	fn a_dealing_of_another_ceremony_is_refused() {
		let handover = handover((2, 3), (2, 3), 11);
		let Resharing { ceremony, old, old_threshold } = handover.resharing.clone();
		let place = CeremonyPlace { ceremony: 9, ..NEW };
		let later = Ceremony::new(place, ceremony.threshold(), 1, ceremony.recipients().to_vec()).unwrap();
		let later = Resharing::new(later, old, old_threshold).unwrap();
		let dealing = &handover.dealings[0].1;
		let verdict = later.verify_reveal(1, &dealing.commitment(), dealing, verify_native);
		assert_eq!(verdict, Err(Refused::Reveal(RevealError::EphemeralProof)));
	}
}

mod complaint {
	use super::*;

	#[test]
	fn a_bad_share_puts_the_old_holder_out_and_the_next_one_steps_in() {
		let mut handover = handover((2, 3), (2, 3), 12);
		let share = &mut handover.dealings[0].1.keys[0].shares[2];
		*share = EncodedScalar::from(&(share.scalar().unwrap() + Scalar::ONE));
		let bad = &handover.dealings[0].1;
		assert_eq!(handover.resharing.verify_reveal(1, &bad.commitment(), bad, verify_native), Ok(()));
		let ceremony = handover.resharing.ceremony();
		let complaint = complain(ceremony, 1, bad, &handover.secrets[2], &mut handover.rng).unwrap();
		assert_eq!(judge(ceremony, bad, &complaint), Ok(ComplaintVerdict::DealerOut));
		let (reshared, new) = handover.finish(&[2, 3]);
		assert_eq!(reshared.set(), [2, 3]);
		assert!(decrypts(&reshared.key().key, &[&new[0], &new[2]]));
	}

	#[test]
	fn a_false_complaint_puts_the_new_trustee_out() {
		let mut handover = handover((2, 3), (2, 3), 13);
		let (ceremony, dealing) = (handover.resharing.ceremony(), &handover.dealings[2].1);
		assert_eq!(
			complain(ceremony, 3, dealing, &handover.secrets[0], &mut handover.rng),
			Err(NothingToComplainAbout)
		);
		let complaint = complain_anyway(ceremony, 3, dealing, &handover.secrets[0], &mut handover.rng).unwrap();
		assert_eq!(judge(ceremony, dealing, &complaint), Ok(ComplaintVerdict::RecipientOut));
		let reshared = handover.resharing.finish(&handover.dealt(&[1, 2, 3]), &[2, 3]).unwrap();
		assert!(handover.secret(&reshared, &handover.secrets[0]).is_none(), "who is out holds nothing");
		let new: Vec<_> = [1, 2].map(|i| handover.secret(&reshared, &handover.secrets[i]).unwrap()).into();
		assert!(decrypts(&reshared.key().key, &new.iter().collect::<Vec<_>>()));
	}
}

#[test]
fn a_new_holder_notices_what_is_not_of_the_set() {
	let handover = handover((2, 3), (2, 3), 14);
	let (reshared, _) = handover.finish(&[1, 2, 3]);
	let ceremony = handover.resharing.ceremony();
	let opened: Vec<_> = handover
		.dealings
		.iter()
		.map(|(d, dealing)| open_share(ceremony, *d, dealing, &handover.secrets[0]).unwrap())
		.collect();
	let secret =
		|index, pick: &[usize]| reshared.holder_secret(index, &pick.iter().map(|i| &opened[*i]).collect::<Vec<_>>());
	assert!(secret(1, &[0, 1]).is_some());
	assert!(secret(1, &[2, 1, 0]).is_some(), "others are passed over");
	for (index, pick) in [(1, &[0][..]), (1, &[0, 2]), (1, &[0, 1, 1]), (2, &[0, 1]), (4, &[0, 1])] {
		assert!(secret(index, pick).is_none(), "{index} {pick:?}");
	}
}

fn sets() -> impl Strategy<Value = (u16, u16)> {
	(1u16..=5).prop_flat_map(|n| (n / 2 + 1..=n, Just(n)))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(16))]

	/// Whoever survives: the key stays, new holders decrypt, and old shares are worth nothing beside new ones.
	#[test]
	fn the_key_is_unchanged_and_old_and_new_shares_do_not_mix(from in sets(), to in sets(), seed: u8, pick: u16) {
		let handover = handover(from, to, seed);
		let mut dealers: Vec<_> = (1..=from.1).collect();
		while dealers.len() > usize::from(from.0) && pick % 2 == 1 {
			dealers.remove(usize::from(pick) % dealers.len());
		}
		let (reshared, new) = handover.finish(&dealers);
		prop_assert_eq!(reshared.key().key, handover.resharing.old().key);
		for some in new.windows(usize::from(to.0)) {
			prop_assert!(decrypts(&reshared.key().key, &some.iter().collect::<Vec<_>>()));
		}
		// The first new share replaced by the old share of the same number.
		let old = handover.old.iter().collect::<Vec<_>>();
		prop_assert!(decrypts(&reshared.key().key, &old[..usize::from(from.0)]));
		let mut mixed: Vec<_> = new.iter().take(usize::from(to.0)).collect();
		mixed[0] = old[0];
		if from.0 > 1 && to.0 > 1 {
			prop_assert!(!decrypts(&reshared.key().key, &mixed));
		}
	}
}

#[test]
fn recipients_of_a_resharing_are_those_of_its_ceremony() {
	let handover = handover((2, 3), (3, 4), 15);
	let recipients: Vec<Recipient> = handover.secrets.iter().map(RecipientSecret::recipient).collect();
	assert_eq!(handover.resharing.ceremony().recipients(), recipients);
	assert_eq!(handover.dealings[0].1.keys[0].shares.len(), 4);
	assert_eq!(handover.dealings[0].1.keys[0].points.len(), 3);
}

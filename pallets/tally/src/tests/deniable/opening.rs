//! What a page of shares of encrypted tags must be, and what becomes of the tags.

use super::*;
use ballot_crypto::{context::step, matching::BallotVerdict, Context, Encoded, Scalar, BASE_POINT};
use dobush_primitives::traits::Caster;
use frame_support::{assert_noop, assert_ok};

/// The roll, on two pages, that the first two holders of the roll key open.
fn with_a_round(f: impl FnOnce(ListId)) {
	one_unit(&seven()).run(|| {
		let id = roll(0);
		until_round(id, Job::Open);
		assert_eq!(round(id).panel, TrusteeSet(0b11));
		block();
		f(id);
	});
}

fn from(holder: u16) -> RuntimeOrigin {
	RuntimeOrigin::signed(keeper(holder))
}

mod upload_shares_of_tags {
	use super::*;

	#[test]
	fn takes_pages_in_order_from_each_holder_of_the_roll_key() {
		with_a_round(|id| {
			let put = |holder: u16, number: u32, page: u32| {
				let (shares, proof) = shares(id, holder, page);
				Tally::upload_shares(from(holder), id, 0, number, shares, proof, recent())
			};
			assert_noop!(put(1, 1, 1), Error::<Test>::PageSkipped);
			assert_ok!(put(1, 0, 0));
			assert_noop!(put(1, 0, 0), Error::<Test>::PageRepeated);
			assert_noop!(put(1, 1, 0), Error::<Test>::PageOfWrongLength);
			assert_ok!(put(1, 1, 1));
			assert_ok!(put(2, 0, 0));
			assert_noop!(put(2, 2, 1), Error::<Test>::PageBeyondTheEnd);
			assert_ok!(put(2, 1, 1));
			block();
			check();
			assert!(matches!(record(id).stage, ListStage::Matched { panel: TrusteeSet(0b11) }));
			assert_eq!(RollTags::<Test>::iter_prefix_values((E, UnitId(0))).collect::<Vec<_>>(), [false; 5]);
		});
	}

	#[test]
	fn refuses_trustees_who_do_not_hold_the_roll_key() {
		with_a_round(|id| {
			let (page, proof) = shares(id, 1, 0);
			let put = |origin| Tally::upload_shares(origin, id, 0, 0, page.clone(), proof, recent());
			assert_noop!(put(signed(1)), Error::<Test>::NotATrustee);
			assert_noop!(put(from(3)), Error::<Test>::NotInThePanel);
			assert_noop!(put(from(2)), Error::<Test>::ShareProofRejected);
			assert_ok!(put(from(1)));
		});
	}

	#[test]
	fn refuses_altered_shares_and_those_for_another_place_or_set() {
		with_a_round(|id| {
			let put = |(page, proof)| Tally::upload_shares(from(1), id, 0, 0, page, proof, recent());
			let (page, proof) = shares(id, 1, 0);
			for wrong in [Encoded::from(&BASE_POINT), Encoded::IDENTITY, Encoded([0xff; 32]), page[1]] {
				let mut altered = page.clone();
				altered[0] = wrong;
				assert_noop!(put((altered, proof)), Error::<Test>::ShareProofRejected);
			}
			let changes: [fn(&mut Context); 6] = [
				|place| place.election += 1,
				|place| place.unit += 1,
				|place| place.step = step::OPEN_BALLOTS,
				|place| place.step = step::DECRYPT,
				|place| place.prover = 2,
				|place| place.attempt += 1,
			];
			for change in changes {
				let mut place = context(id, step::OPEN_ROLL, 1, 0);
				change(&mut place);
				assert_noop!(put(shares_for(id, 1, &[1, 2], 0, &place)), Error::<Test>::ShareProofRejected);
			}
			let place = context(id, step::OPEN_ROLL, 1, 0);
			assert_noop!(put(shares_for(id, 1, &[1, 3], 0, &place)), Error::<Test>::ShareProofRejected);
			assert_ok!(put(shares_for(id, 1, &[1, 2], 0, &place)));
		});
	}

	#[test]
	fn refuses_a_list_whose_tags_are_not_there_yet_or_are_read() {
		one_unit(&seven()).run(|| {
			let id = roll(0);
			until_round(id, Job::Tag);
			block();
			let shares = Page::truncate_from(vec![Encoded::from(&BASE_POINT); 3]);
			let (_, proof) = tag_shares(id, 1, 0);
			let put = |origin| Tally::upload_shares(origin, id, 0, 0, shares.clone(), proof, recent());
			assert_noop!(put(from(1)), Error::<Test>::NotDecrypting);
			assert_noop!(put(signed(1)), Error::<Test>::NotATrustee);
			until_round(id, Job::Open);
			let (shares, proof) = self::shares(id, 1, 0);
			act(E, &[]);
			let late = Tally::upload_shares(from(1), id, 0, 0, shares, proof, recent());
			assert_noop!(late, Error::<Test>::NotDecrypting);
		});
	}
}

mod matching {
	use super::*;

	#[test]
	fn reads_the_roll_first() {
		one_unit(&seven()).run(|| {
			until_round(ballots(0), Job::Open);
			block();
			[1, 2].into_iter().for_each(|holder| post_shares(ballots(0), holder));
			block();
			check();
			assert_eq!(record(ballots(0)).stage, ListStage::Opened { panel: TrusteeSet(0b11) });
			assert_eq!((matched(0), Verdicts::<Test>::iter().count()), (None, 0));
			until_round(roll(0), Job::Open);
			block();
			[1, 2].into_iter().for_each(|holder| post_shares(roll(0), holder));
			block();
			check();
			assert_eq!(matched(0), Some((5, 3)));
			let verdicts: Vec<BallotVerdict> =
				(0..5).flat_map(|page| Verdicts::<Test>::get(ballots(0), page).unwrap()).collect();
			let count = |wanted| verdicts.iter().filter(|verdict| **verdict == wanted).count();
			assert_eq!((count(BallotVerdict::Counts), count(BallotVerdict::Dropped)), (3, 2));
			assert_eq!(RollTags::<Test>::iter_prefix_values((E, UnitId(0))).filter(|used| *used).count(), 3);
		});
	}

	/// The box keeps one ballot for a key and booth, and the roll one entry. Were one of them there twice, it counts once.
	#[test]
	fn uses_a_tag_once_and_says_where_it_came_again() {
		one_unit(&[Real(vec![For(0)]), Real(vec![For(1)]), Silent]).run(|| {
			with(E, |e| {
				let ballot = e.units[0].ballots[0].clone();
				e.units[0].ballots.push(ballot);
				let deniable = e.deniable.as_mut().unwrap();
				let caster = deniable.casters[0][0];
				deniable.casters[0].push(caster);
				let entry = deniable.entries[0][1];
				deniable.entries[0].push(entry);
			});
			act(E, &[]);
			assert_eq!((votes(0, 0), matched(0)), ((vec![1, 1, 0], 0), Some((3, 2))));
			let repeated = |of| {
				let of = move |event: &Event<Test>| matches!(event, Event::TagRepeated { list, .. } if *list == of);
				events().into_iter().filter(of).count()
			};
			assert_eq!((repeated(ballots(0)), repeated(roll(0))), (1, 1));
		});
	}

	/// No booth can enrol it, but if an entry encrypted the identity, it would match nothing and stop nothing.
	#[test]
	fn never_matches_an_entry_that_says_nothing() {
		one_unit(&[Real(vec![For(0)]), Real(vec![For(1)])]).run(|| {
			with(E, |e| {
				let deniable = e.deniable.as_mut().unwrap();
				let key = deniable.roll.key;
				let nothing = ballot_crypto::RistrettoPoint::default();
				let entry = ballot_crypto::Ciphertext::encrypt(&nothing, &key, &rng(Scalar::random));
				deniable.entries[0][1] = Some(entry);
			});
			act(E, &[]);
			assert_eq!((votes(0, 0), matched(0)), ((vec![1, 0, 0], 0), Some((2, 1))));
		});
	}

	/// What no pallet stores does not stop the tally either.
	#[test]
	fn passes_over_what_is_no_credential_and_no_entry() {
		one_unit(&[Real(vec![For(0)]), Real(vec![For(1)]), Silent]).run(|| {
			with(E, |e| {
				let deniable = e.deniable.as_mut().unwrap();
				deniable.casters[0][1] = Some(Caster { credential: Encoded([0xff; 32]), booth: [0; 32] });
				let none = Encoded([0xff; 32]);
				deniable.entries[0][2] = Some(ballot_crypto::Ciphertext { c1: none, c2: none });
			});
			act(E, &[]);
			assert_eq!((votes(0, 0), matched(0)), ((vec![1, 0, 0], 0), Some((1, 1))));
		});
	}
}

//! What a page of tag shares must be, and that a list is tagged once.

use super::*;
use ballot_crypto::{context::step, Ciphertext, Context, Encoded, EncodedScalar, Scalar, BASE_POINT};
use dobush_primitives::{BuiltOn, ElectionId, Phase};
use frame_support::{assert_noop, assert_ok};

type Proof = ballot_crypto::equality::Proof;

/// The ballots, on five pages of one vector each, that trustees 1 and 2 of 3 tag.
fn with_a_round(f: impl FnOnce(ListId)) {
	one_unit(&seven()).run(|| {
		let id = ballots(0);
		until_round(id, Job::Tag);
		assert_eq!(round(id).panel, TrusteeSet(0b11));
		block();
		f(id);
	});
}

/// The roll, on two pages, whose tags are added one by one.
#[test]
fn a_page_that_takes_too_long_is_added_up_in_parts() {
	let run = |slowly: bool| {
		one_unit(&seven()).run(|| {
			let id = roll(0);
			until_round(id, Job::Tag);
			block();
			if slowly {
				// Two trustees have one share each.
				TagShareWeight::set(LONGEST_PART / 2 - 1);
			}
			[1, 2].into_iter().for_each(|trustee| post_shares(id, trustee));
			let mut seen = vec![];
			while let ListStage::Adding { page, done, .. } = record(id).stage {
				seen.push((page, done));
				let plan = Tally::plan(&Task::List(id)).unwrap();
				Tally::perform(plan);
				check();
			}
			TagShareWeight::set(0);
			seen.dedup();
			let digest = ballot_crypto::transcript::ListDigest::of(
				&(0..2).flat_map(|page| Tags::<Test>::get(id, page).unwrap()).collect::<Vec<_>>(),
				PageSize::get(),
			);
			assert_eq!(record(id).tags, digest);
			act(E, &[]);
			(seen, votes(0, 0))
		})
	};
	let (slow, fast) = (run(true), run(false));
	assert_eq!(slow.0, [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)]);
	assert_eq!(fast.0, [(0, 0), (1, 0)]);
	assert_eq!(slow.1, fast.1);
}

mod upload_tag_shares {
	use super::*;

	#[test]
	fn takes_pages_in_order_from_each_of_the_panel() {
		with_a_round(|id| {
			let put = |trustee: u16, number: u32, page: u32| {
				let (shares, proof) = tag_shares(id, trustee, page);
				Tally::upload_tag_shares(signed(trustee), id, 0, number, shares, proof, recent())
			};
			assert_noop!(put(1, 1, 1), Error::<Test>::PageSkipped);
			assert_ok!(put(1, 0, 0));
			assert_noop!(put(1, 0, 0), Error::<Test>::PageRepeated);
			for page in 1..5 {
				assert_ok!(put(1, page, page));
			}
			assert_noop!(put(1, 5, 4), Error::<Test>::PageBeyondTheEnd);
			let accepted = |event: &Event<Test>| matches!(event, Event::TagSharesAccepted { page: 4, .. });
			assert!(events().iter().any(accepted));
			for page in 0..5 {
				assert_ok!(put(2, page, page));
			}
			assert!(matches!(record(id).stage, ListStage::Adding { page: 0, .. }));
			check();
			block();
			assert_eq!(round(id).panel, TrusteeSet(0b11));
			assert!(matches!(record(id).stage, ListStage::Opening(_)));
			let digest = record(id).tags;
			assert!(events().contains(&Event::ListTagged { list: id, digest }));
			assert_eq!(TagShares::<Test>::iter().count(), 0);
		});
	}

	#[test]
	fn refuses_ragged_pages() {
		with_a_round(|id| {
			let (shares, proof) = tag_shares(id, 1, 0);
			let put = |page: Vec<Ciphertext>| {
				Tally::upload_tag_shares(signed(1), id, 0, 0, Page::truncate_from(page), proof, recent())
			};
			assert_noop!(put(vec![]), Error::<Test>::PageOfWrongLength);
			assert_noop!(put(vec![shares[0]; 2]), Error::<Test>::PageOfWrongLength);
		});
	}

	#[test]
	fn refuses_whoever_is_not_asked() {
		with_a_round(|id| {
			let (page, proof) = tag_shares(id, 1, 0);
			let put =
				|origin, id, attempt| Tally::upload_tag_shares(origin, id, attempt, 0, page.clone(), proof, recent());
			assert_noop!(put(RuntimeOrigin::none(), id, 0), sp_runtime::DispatchError::BadOrigin);
			assert_noop!(put(signed(1), ballots(1), 0), Error::<Test>::UnknownList);
			assert_noop!(put(signed(50), id, 0), Error::<Test>::NotATrustee);
			// A holder of the roll key only.
			assert_noop!(put(RuntimeOrigin::signed(keeper(2)), id, 0), Error::<Test>::NotATrustee);
			assert_noop!(put(signed(3), id, 0), Error::<Test>::NotInThePanel);
			assert_noop!(put(signed(1), id, 1), Error::<Test>::WrongAttempt);
			with(E, |e| e.phase = Phase::Voting);
			assert_noop!(put(signed(1), id, 0), Error::<Test>::NotTallying);
			with(E, |e| e.phase = Phase::Tallying);
			pallet_timestamp::Pallet::<Test>::set_timestamp(round(id).deadline + 1);
			assert_noop!(put(signed(1), id, 0), Error::<Test>::TooLate);
		});
	}

	#[test]
	fn refuses_altered_shares_and_proofs() {
		with_a_round(|id| {
			let (page, proof) = tag_shares(id, 1, 0);
			let put = |page: &Page<Ciphertext>, proof: Proof| {
				Tally::upload_tag_shares(signed(1), id, 0, 0, page.clone(), proof, recent())
			};
			let changes: [fn(&mut Ciphertext); 6] = [
				|share| share.c1 = Encoded::from(&BASE_POINT),
				|share| share.c2 = Encoded::from(&BASE_POINT),
				|share| share.c1 = Encoded::IDENTITY,
				|share| share.c2 = Encoded([0xff; 32]),
				|share| core::mem::swap(&mut share.c1, &mut share.c2),
				|share| share.c2 = share.c1,
			];
			for change in changes {
				let mut altered = page.clone();
				change(&mut altered[0]);
				assert_noop!(put(&altered, proof), Error::<Test>::TagProofRejected);
			}
			let one = EncodedScalar::from(&Scalar::ONE);
			for altered in [Proof { e: one, ..proof }, Proof { s: one, ..proof }] {
				assert_noop!(put(&page, altered), Error::<Test>::TagProofRejected);
			}
			let (other, its_proof) = tag_shares(id, 2, 0);
			assert_noop!(put(&other, its_proof), Error::<Test>::TagProofRejected);
			let (later, its_proof) = tag_shares(id, 1, 1);
			assert_noop!(put(&later, its_proof), Error::<Test>::TagProofRejected);
			assert_ok!(put(&page, proof));
		});
	}

	#[test]
	fn refuses_shares_for_another_place_set_or_list() {
		with_a_round(|id| {
			let put = |(page, proof)| Tally::upload_tag_shares(signed(1), id, 0, 0, page, proof, recent());
			let changes: [fn(&mut Context); 8] = [
				|place| place.genesis[0] ^= 1,
				|place| place.election += 1,
				|place| place.unit += 1,
				|place| place.contest += 1,
				|place| place.step = step::TAG_ROLL,
				|place| place.step = step::DECRYPT,
				|place| place.prover = 2,
				|place| place.attempt += 1,
			];
			for change in changes {
				let mut place = context(id, step::TAG_BALLOTS, 1, 0);
				change(&mut place);
				assert_noop!(put(tag_shares_for(id, 1, &[1, 2], 0, &place)), Error::<Test>::TagProofRejected);
			}
			let place = context(id, step::TAG_BALLOTS, 1, 0);
			assert_noop!(put(tag_shares_for(id, 1, &[1, 3], 0, &place)), Error::<Test>::TagProofRejected);
			// The roll has three entries on its first page: their first one as if it were the list.
			until_round(roll(0), Job::Tag);
			let (shares, proof) = tag_shares_for(roll(0), 1, &[1, 2], 0, &place);
			let first = Page::truncate_from(vec![shares[0]]);
			assert_noop!(put((first, proof)), Error::<Test>::TagProofRejected);
			assert_ok!(put(tag_shares_for(id, 1, &[1, 2], 0, &place)));
		});
	}

	#[test]
	fn refuses_a_block_of_another_chain_and_one_before_the_round() {
		with_a_round(|id| {
			let (page, proof) = tag_shares(id, 1, 0);
			let put = |built_on| Tally::upload_tag_shares(signed(1), id, 0, 0, page.clone(), proof, built_on);
			let BuiltOn { number, hash } = recent();
			assert_noop!(put(BuiltOn { number: number - 1, hash }), Error::<Test>::NotOnThisChain);
			let before = u64::from(round(id).since) - 1;
			assert_noop!(put(BuiltOn { number: before as u32, hash: hash_of(before) }), Error::<Test>::BuiltTooEarly);
		});
	}

	#[test]
	fn refuses_shares_from_another_election() {
		let other = ElectionId(8);
		with_a_round(|id| {
			one_unit(&seven()).called(other).announce();
			<Tally as dobush_primitives::traits::Tally>::begin(other).unwrap();
			let there = ListId { election: other, ..id };
			until_round(there, Job::Tag);
			block();
			let (page, proof) = tag_shares(there, 1, 0);
			let put = |id| Tally::upload_tag_shares(signed(1), id, 0, 0, page.clone(), proof, recent());
			assert_noop!(put(id), Error::<Test>::TagProofRejected);
			assert_ok!(put(there));
		});
	}
}

mod a_list {
	use super::*;

	#[test]
	fn is_not_tagged_before_its_mixes_are_verified() {
		one_unit(&seven()).run(|| {
			block();
			let id = roll(0);
			let place = context(id, step::TAG_ROLL, 1, 0);
			let (page, proof) = tag_shares_for(id, 1, &[1, 2], 0, &place);
			let put = || Tally::upload_tag_shares(signed(1), id, 0, 0, page.clone(), proof, recent());
			assert_noop!(put(), Error::<Test>::NotTagging);
			upload(id, &mix(id));
			assert_noop!(put(), Error::<Test>::NotTagging); // sealed, not verified
			block();
			assert_noop!(put(), Error::<Test>::NotTagging); // one of two
		});
	}

	#[test]
	fn is_tagged_once() {
		with_a_round(|id| {
			[1, 2].into_iter().for_each(|trustee| post_shares(id, trustee));
			let late = || {
				let place = context(id, step::TAG_BALLOTS, 1, 0);
				let (page, proof) = tag_shares_for(id, 1, &[1, 2], 0, &place);
				Tally::upload_tag_shares(signed(1), id, 0, 0, page, proof, recent())
			};
			assert_noop!(late(), Error::<Test>::NotTagging);
			let (mut stages, mut tags) = (vec![], record(id).tags);
			while matched(0).is_none() {
				block();
				check();
				assert_noop!(late(), Error::<Test>::NotTagging);
				assert!(tags == [0; 32] || tags == record(id).tags, "the tags never change");
				(tags, stages) = (record(id).tags, [stages, vec![record(id).stage]].concat());
				act_once(E);
			}
			assert!(!stages.iter().any(|stage| matches!(stage, ListStage::Tagging(_) | ListStage::Mixing(_))));
		});
	}

	#[test]
	fn of_votes_is_never_tagged() {
		one_unit(&seven()).run(|| {
			while Lists::<Test>::get(E, (UnitId(0), Part::Contest(ContestId(0)))).is_none() {
				block();
				act_once(E);
			}
			let id = list(0, 0);
			until_decryption(id);
			block();
			let place = context(id, step::TAG_BALLOTS, 1, 0);
			let (page, proof) = tag_shares_for(id, 1, &[1, 2], 0, &place);
			let put = Tally::upload_tag_shares(signed(1), id, 0, 0, page, proof, recent());
			assert_noop!(put, Error::<Test>::NotTagging);
		});
	}
}

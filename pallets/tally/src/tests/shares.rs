//! What a page of decryption shares must be.

use super::{mock::*, people::*};
use crate::*;
use ballot_crypto::{context::step, Context, Encoded, EncodedScalar, Scalar, BASE_POINT};
use dobush_primitives::{BuiltOn, ElectionId, Phase, UnitId};
use frame_support::{assert_noop, assert_ok};
use Vote::*;

const FOUR: [Vote; 4] = [For(0), For(1), For(0), For(2)];

/// An election with one list of four, on two pages, that trustees 1 and 2 of 3 decrypt.
fn with_a_round(f: impl FnOnce(ListId)) {
	trustees(2, 3).unit(0, &FOUR).run(|| {
		let id = list(0, 0);
		until_decryption(id);
		assert_eq!(round(id).panel, TrusteeSet(0b11));
		block();
		f(id);
	});
}

mod upload_shares {
	use super::*;

	#[test]
	fn takes_pages_in_order_from_each_of_the_panel() {
		with_a_round(|id| {
			let put = |trustee: u16, number: u32, page: u32| {
				let (shares, proof) = shares(id, trustee, page);
				Tally::upload_shares(signed(trustee), id, 0, number, shares, proof, recent())
			};
			assert_noop!(put(1, 1, 1), Error::<Test>::PageSkipped);
			assert_ok!(put(1, 0, 0));
			assert_noop!(put(1, 0, 0), Error::<Test>::PageRepeated);
			assert_noop!(put(1, 1, 0), Error::<Test>::PageOfWrongLength);
			assert_ok!(put(2, 0, 0));
			assert_ok!(put(2, 1, 1));
			assert_noop!(put(2, 1, 1), Error::<Test>::PageRepeated);
			assert_noop!(put(2, 2, 1), Error::<Test>::PageBeyondTheEnd);
			assert_ok!(put(1, 1, 1));
			block();
			assert_eq!(votes(0, 0), (vec![2, 1, 1], 0));
		});
	}

	#[test]
	fn refuses_whoever_is_not_asked() {
		with_a_round(|id| {
			let (page, proof) = shares(id, 1, 0);
			let put = |origin, id, attempt| Tally::upload_shares(origin, id, attempt, 0, page.clone(), proof, recent());
			assert_noop!(put(RuntimeOrigin::none(), id, 0), sp_runtime::DispatchError::BadOrigin);
			assert_noop!(put(signed(1), ListId { unit: UnitId(1), ..id }, 0), Error::<Test>::UnknownList);
			assert_noop!(put(signed(50), id, 0), Error::<Test>::NotATrustee);
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
			let (page, proof) = shares(id, 1, 0);
			let put =
				|page: &Page<Encoded>, proof| Tally::upload_shares(signed(1), id, 0, 0, page.clone(), proof, recent());
			for wrong in [Encoded::from(&BASE_POINT), Encoded::IDENTITY, Encoded([0xff; 32]), page[1]] {
				let mut altered = page.clone();
				altered[0] = wrong;
				assert_noop!(put(&altered, proof), Error::<Test>::ShareProofRejected);
			}
			let one = EncodedScalar::from(&Scalar::ONE);
			for altered in [
				ballot_crypto::equality::Proof { e: one, ..proof },
				ballot_crypto::equality::Proof { s: one, ..proof },
				ballot_crypto::equality::Proof { s: EncodedScalar([0xff; 32]), ..proof },
			] {
				assert_noop!(put(&page, altered), Error::<Test>::ShareProofRejected);
			}
			// Another trustee's genuine shares.
			let (other, its_proof) = shares(id, 2, 0);
			assert_noop!(put(&other, its_proof), Error::<Test>::ShareProofRejected);
			assert_ok!(put(&page, proof));
		});
	}

	#[test]
	fn refuses_shares_for_another_place_page_or_set() {
		with_a_round(|id| {
			let put = |(page, proof)| Tally::upload_shares(signed(1), id, 0, 0, page, proof, recent());
			let changes: [fn(&mut Context); 7] = [
				|place| place.genesis[0] ^= 1,
				|place| place.election += 1,
				|place| place.unit += 1,
				|place| place.contest += 1,
				|place| place.step = step::MIX,
				|place| place.prover = 2,
				|place| place.attempt += 1,
			];
			for change in changes {
				let mut place = context(id, step::DECRYPT, 1, 0);
				change(&mut place);
				assert_noop!(put(shares_for(id, 1, &[1, 2], 0, &place)), Error::<Test>::ShareProofRejected);
			}
			let place = context(id, step::DECRYPT, 1, 0);
			assert_noop!(put(shares_for(id, 1, &[1, 3], 0, &place)), Error::<Test>::ShareProofRejected);
			assert_ok!(put(shares_for(id, 1, &[1, 2], 0, &place)));
			// Shares of the first page under the number of another list's page would need its bases.
			let (page, proof) = shares(id, 1, 1);
			assert_ok!(Tally::upload_shares(signed(1), id, 0, 1, page, proof, recent()));
		});
	}

	#[test]
	fn refuses_a_block_of_another_chain_and_one_before_the_round() {
		with_a_round(|id| {
			let (page, proof) = shares(id, 1, 0);
			let put = |built_on| Tally::upload_shares(signed(1), id, 0, 0, page.clone(), proof, built_on);
			let BuiltOn { number, hash } = recent();
			assert_noop!(put(BuiltOn { number: number - 1, hash }), Error::<Test>::NotOnThisChain);
			let before = u64::from(round(id).since) - 1;
			let early = BuiltOn { number: before as u32, hash: hash_of(before) };
			assert_noop!(put(early), Error::<Test>::BuiltTooEarly);
		});
	}

	#[test]
	fn refuses_a_list_whose_mixes_are_not_all_verified() {
		trustees(2, 3).unit(0, &FOUR).run(|| {
			let id = list(0, 0);
			block();
			let place = context(id, step::DECRYPT, 1, 0);
			let (page, proof) = shares_for(id, 1, &[1, 2], 0, &place);
			let put = || Tally::upload_shares(signed(1), id, 0, 0, page.clone(), proof, recent());
			assert_noop!(put(), Error::<Test>::NotDecrypting);
			upload(id, &mix(id));
			assert_noop!(put(), Error::<Test>::NotDecrypting); // sealed, not verified
			block();
			assert_noop!(put(), Error::<Test>::NotDecrypting); // one of two
		});
	}

	#[test]
	fn refuses_shares_from_another_election() {
		let other = ElectionId(8);
		with_a_round(|id| {
			trustees(2, 3).called(other).unit(0, &FOUR).announce();
			<Tally as dobush_primitives::traits::Tally>::begin(other).unwrap();
			let there = ListId { election: other, ..id };
			until_decryption(there);
			block();
			let (page, proof) = shares(there, 1, 0);
			let put = |id| Tally::upload_shares(signed(1), id, 0, 0, page.clone(), proof, recent());
			assert_noop!(put(id), Error::<Test>::ShareProofRejected);
			assert_ok!(put(there));
		});
	}
}

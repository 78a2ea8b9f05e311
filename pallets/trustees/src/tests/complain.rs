//! `complain`: judged at once.

use super::mock::*;
use crate::*;
use ballot_crypto::EncodedScalar;
use dobush_primitives::TrusteeIndex;
use frame_support::{assert_noop, assert_ok};

/// Five trustees come to complaining; dealer 1 has sent trustee 2 a bad share.
fn with_a_bad_share(test: impl FnOnce(&Chain)) {
	ceremony(5, 3, |chain| {
		chain.all_join(1..=5);
		assert_ok!(chain.commit_badly(1, 2));
		chain.all_commit(2..=5);
		chain.all_reveal(1..=5);
		test(chain);
	});
}

#[test]
fn a_bad_share_puts_its_dealer_out() {
	with_a_bad_share(|chain| {
		assert_ok!(chain.complain(2, 1));
		let (dealer, complainer) = (TrusteeIndex(1), TrusteeIndex(2));
		System::assert_last_event(Event::DealerOut { subject: SUBJECT, attempt: 0, dealer, complainer }.into());
		assert_eq!(chain.now().dealers(), members(2..=5));
		// The dealer still holds what the others dealt.
		assert_eq!(chain.now().holders(), members(1..=5));
		(1..=5).for_each(|index| chain.accept(index).unwrap());
		chain.next_block();
		assert_eq!(chain.stage(), CeremonyStage::Finished);
		assert!(chain.can_decrypt(&[1, 2, 5]));
	});
}

#[test]
fn a_false_complaint_puts_its_maker_out() {
	with_a_bad_share(|chain| {
		assert_ok!(chain.complain(3, 1));
		let (dealer, complainer) = (TrusteeIndex(1), TrusteeIndex(3));
		System::assert_last_event(Event::RecipientOut { subject: SUBJECT, attempt: 0, complainer, dealer }.into());
		assert_eq!(chain.now().dealers(), members(1..=5));
		assert_eq!(chain.now().holders(), members([1, 2, 4, 5]));
		let complaint = chain.complaint(3, 2);
		assert_noop!(
			Keys::complain(chain.origin(3), SUBJECT, 0, chain.built_on(), complaint),
			Error::<Test>::ComplainedFalsely
		);
		assert_noop!(Keys::accept(chain.origin(3), SUBJECT, 0, chain.built_on()), Error::<Test>::ComplainedFalsely);
		// The others finish without it.
		assert_ok!(chain.complain(2, 1));
		[1, 2, 4, 5].into_iter().for_each(|index| chain.accept(index).unwrap());
		chain.next_block();
		assert_eq!(chain.stage(), CeremonyStage::Finished);
		assert!(chain.key().holders.iter().map(|(index, _)| *index).eq([1, 2, 4, 5]));
		assert!(chain.can_decrypt(&[1, 2, 4]));
	});
}

#[test]
fn a_false_proof_is_no_complaint_and_changes_nothing() {
	with_a_bad_share(|chain| {
		let built_on = chain.built_on();
		let good = chain.complaint(2, 1);
		let of_another = chain.complaint(3, 1);
		let about_another = chain.complaint(2, 4);
		for harmed in [
			ballot_crypto::ceremony::Complaint { shared: of_another.shared, ..good },
			ballot_crypto::ceremony::Complaint { shared: about_another.shared, ..good },
			ballot_crypto::ceremony::Complaint { proof: about_another.proof, ..good },
			ballot_crypto::ceremony::Complaint { dealer: 4, ..good },
			ballot_crypto::ceremony::Complaint { shared: ballot_crypto::Encoded::IDENTITY, ..good },
			ballot_crypto::ceremony::Complaint {
				proof: ballot_crypto::equality::Proof { e: EncodedScalar([0xff; 32]), ..good.proof },
				..good
			},
		] {
			assert_noop!(
				Keys::complain(chain.origin(2), SUBJECT, 0, built_on, harmed),
				Error::<Test>::ComplaintRejected
			);
		}
		assert_ok!(chain.complain_as(2, good));
	});
}

#[test]
fn a_complaint_in_another_name_is_refused() {
	with_a_bad_share(|chain| {
		let (built_on, complaint) = (chain.built_on(), chain.complaint(2, 1));
		assert_noop!(Keys::complain(chain.origin(4), SUBJECT, 0, built_on, complaint), Error::<Test>::NotYourComplaint);
	});
}

#[test]
fn a_second_complaint_about_the_same_dealer_is_refused() {
	with_a_bad_share(|chain| {
		let (first, second) = (chain.complaint(2, 1), chain.complaint(3, 1));
		assert_ok!(chain.complain_as(2, first));
		let built_on = chain.built_on();
		assert_noop!(Keys::complain(chain.origin(2), SUBJECT, 0, built_on, first), Error::<Test>::NotADealer);
		assert_noop!(Keys::complain(chain.origin(3), SUBJECT, 0, built_on, second), Error::<Test>::NotADealer);
	});
}

#[test]
fn a_complaint_after_accepting_is_refused() {
	with_a_bad_share(|chain| {
		assert_ok!(chain.accept(2));
		let (built_on, complaint) = (chain.built_on(), chain.complaint(2, 1));
		assert_noop!(Keys::complain(chain.origin(2), SUBJECT, 0, built_on, complaint), Error::<Test>::AlreadyAccepted);
	});
}

#[test]
fn a_complaint_about_nobody_is_refused() {
	with_a_bad_share(|chain| {
		let (built_on, complaint) = (chain.built_on(), chain.complaint(2, 1));
		for dealer in [0, 6, u16::MAX] {
			let complaint = ballot_crypto::ceremony::Complaint { dealer, ..complaint };
			assert_noop!(Keys::complain(chain.origin(2), SUBJECT, 0, built_on, complaint), Error::<Test>::NotADealer);
		}
	});
}

#[test]
fn who_did_not_join_cannot_complain() {
	ceremony(5, 3, |chain| {
		chain.all_join(1..=4);
		chain.pass_deadline();
		chain.all_commit(1..=4);
		chain.all_reveal(1..=4);
		let complaint = ballot_crypto::ceremony::Complaint { holder: 5, ..chain.complaint(2, 1) };
		let built_on = chain.built_on();
		assert_noop!(Keys::complain(chain.origin(5), SUBJECT, 0, built_on, complaint), Error::<Test>::NotJoined);
	});
}

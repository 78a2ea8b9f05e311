//! `cast` and `CheckBallot`, in the order of the checks.

use super::mock::*;
use crate::{Admitted, Boxes, Casts, Error, Event, Slots};
use ballot_crypto::knowledge::{self, BallotContext};
use ballot_crypto::{Ciphertext, Encoded, Scalar, Secret};
use dobush_primitives::{ElectionId, EncryptedSelection, Phase, Receipt, Refusal};
use frame_support::{assert_noop, assert_ok};
use sp_core::Encode;
use sp_runtime::traits::Dispatchable;
use sp_runtime::transaction_validity::InvalidTransaction;

fn aigul() -> Person {
	Person::named("Aigul")
}

fn bakyt() -> Person {
	Person::named("Bakyt")
}

mod cast {
	use super::*;

	#[test]
	fn a_first_ballot_takes_the_next_slot() {
		open_election().run(|chain| {
			let ballot = chain.ballot(&aigul(), "Alpha");
			let receipt = Receipt::of(ELECTION, &aigul().account(), &ballot);
			assert_ok!(chain.cast(&aigul(), ballot));
			System::assert_last_event(
				Event::BallotCast { election: ELECTION, unit: CITY, slot: 0, receipt, replaces: false }.into(),
			);
			assert_ok!(chain.cast(&bakyt(), chain.ballot(&bakyt(), "Beta")));
			assert_ok!(chain.cast(&Person::named("Chynara"), chain.ballot(&Person::named("Chynara"), "Gamma")));
			assert_eq!(chain.open(CITY), [["Alpha", "Alpha"], ["Beta", "Beta"]]);
			assert_eq!(chain.open(VILLAGE), [["Gamma"]]);
		});
	}

	#[test]
	fn a_later_ballot_replaces_the_earlier_one() {
		open_election().run(|chain| {
			assert_ok!(chain.cast(&aigul(), chain.ballot(&aigul(), "Alpha")));
			assert_ok!(chain.cast(&bakyt(), chain.ballot(&bakyt(), "Gamma")));
			let ballot = chain.ballot(&aigul(), "Beta");
			let receipt = Receipt::of(ELECTION, &aigul().account(), &ballot);
			assert_ok!(chain.cast(&aigul(), ballot));
			System::assert_last_event(
				Event::BallotCast { election: ELECTION, unit: CITY, slot: 0, receipt, replaces: true }.into(),
			);
			assert_eq!(chain.open(CITY), [["Beta", "Beta"], ["Gamma", "Gamma"]]);
			assert_eq!(
				(Boxes::<Test>::get(ELECTION, CITY).ballots, Boxes::<Test>::get(ELECTION, CITY).replacements),
				(2, 1)
			);
		});
	}

	#[test]
	fn the_units_counters_are_charged_once_in_a_block() {
		open_election().run(|chain| {
			let cast = |person: &Person| chain.cast_weighs_less(person, chain.ballot(person, "Alpha"));
			assert!(!cast(&aigul()));
			assert!(cast(&bakyt()));
			assert!(!cast(&Person::named("Chynara")), "another unit");
			chain.to_block(System::block_number() + 1);
			assert!(!cast(&aigul()));
		});
	}

	#[test]
	fn a_ballot_of_one_contest_stays_below_350_bytes() {
		open_election().run(|chain| {
			let chynara = Person::named("Chynara");
			let extrinsic = chain.signed(&chynara, cast(chain.ballot(&chynara, "Alpha")));
			assert!(extrinsic.encoded_size() <= 350, "{}", extrinsic.encoded_size());
		});
	}

	#[test]
	fn a_full_box_is_refused_and_leaves_no_admission() {
		open_election().without_check(|chain| {
			Boxes::<Test>::mutate(ELECTION, CITY, |unit_box| unit_box.ballots = u32::MAX);
			let extrinsic = chain.signed(&aigul(), cast(chain.ballot(&aigul(), "Alpha")));
			assert_eq!(chain.apply(extrinsic), Ok(Err(Error::<Test>::BoxFull.into())));
			assert!(!Admitted::<Test>::exists());
			assert!(!Casts::<Test>::contains_key(ELECTION, aigul().account()));
		});
	}
}

mod refuses {
	use super::*;

	#[test]
	fn a_transaction_longer_than_its_ballot_needs() {
		use crate::extension::MAX_ENVELOPE;
		use frame_support::dispatch::GetDispatchInfo;
		use sp_runtime::traits::DispatchTransaction;
		use sp_runtime::transaction_validity::TransactionSource::External;
		open_election().run(|chain| {
			let call = cast(chain.ballot(&aigul(), "Alpha"));
			let validate = |len| {
				let origin = RuntimeOrigin::signed(aigul().account());
				crate::CheckBallot::<Test>::new()
					.validate_only(origin, &call, &call.get_dispatch_info(), len, External, 0)
					.map(|_| ())
			};
			assert_ok!(validate(2 * 128 + MAX_ENVELOPE));
			assert_eq!(validate(2 * 128 + MAX_ENVELOPE + 1), Err(Refusal::TooLong.into()));
		});
	}

	#[test]
	fn a_ballot_without_a_signer() {
		use frame_support::dispatch::GetDispatchInfo;
		use sp_runtime::traits::DispatchTransaction;
		use sp_runtime::transaction_validity::TransactionSource::External;
		open_election().run(|chain| {
			let call = cast(chain.ballot(&aigul(), "Alpha"));
			for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
				let result = crate::CheckBallot::<Test>::new().validate_only(
					origin,
					&call,
					&call.get_dispatch_info(),
					300,
					External,
					0,
				);
				assert_eq!(result.err(), Some(InvalidTransaction::UnknownOrigin.into()));
			}
		});
	}

	#[test]
	fn an_unknown_election() {
		open_election().run(|chain| {
			let extrinsic = chain.signed(&aigul(), cast_in(ElectionId(99), chain.ballot(&aigul(), "Alpha")));
			assert_eq!(refusal(chain.validate(extrinsic).unwrap_err()), Refusal::UnknownElection);
		});
	}

	#[test]
	fn polls_that_are_not_open() {
		open_election().run(|chain| {
			let ballot = chain.ballot(&aigul(), "Alpha");
			for phase in [
				Phase::Preparing,
				Phase::RollClosed,
				Phase::Tallying,
				Phase::Counted,
				Phase::Certified,
				Phase::Annulled,
			] {
				chain.set_phase(phase);
				assert_eq!(chain.refusal(&aigul(), ballot.clone()), Refusal::NotReceiving, "{phase:?}");
			}
			chain.unopened();
			assert_eq!(chain.refusal(&aigul(), ballot), Refusal::NotReceiving);
		});
	}

	#[test]
	fn somebody_who_is_not_on_the_roll() {
		open_election().run(|chain| {
			for name in ["Olga", "Late"] {
				let person = Person::named(name);
				let ballot = chain.ballot(&person, "Alpha");
				assert_eq!(chain.refusal(&person, ballot), Refusal::NotEligible, "{name}");
			}
			let ballot = chain.ballot(&aigul(), "Alpha");
			chain.set_polls(|polls| polls.roll.0 += 1);
			assert_eq!(chain.refusal(&aigul(), ballot), Refusal::NotEligible);
		});
	}

	#[test]
	fn too_few_or_too_many_contests() {
		open_election().run(|chain| {
			let ballot = chain.ballot(&aigul(), "Alpha");
			let (first, second) = (ballot.entries[0], ballot.entries[1]);
			for entries in [vec![], vec![first], vec![first, second, second], vec![first; 16]] {
				assert_eq!(chain.refusal(&aigul(), ballot_of(entries)), Refusal::WrongContests);
			}
		});
	}

	#[test]
	fn contests_in_another_order() {
		open_election().run(|chain| {
			let ballot = chain.ballot(&aigul(), "Alpha");
			let swapped = ballot_of(vec![ballot.entries[1], ballot.entries[0]]);
			assert_eq!(chain.refusal(&aigul(), swapped), Refusal::ProofRejected);
		});
	}

	#[test]
	fn a_replacement_after_closing() {
		open_election().run(|chain| {
			assert_ok!(chain.cast(&aigul(), chain.ballot(&aigul(), "Alpha")));
			chain.close_polls();
			let second = chain.ballot(&aigul(), "Beta");
			assert_eq!(chain.refusal(&aigul(), second), Refusal::GraceFirstBallotsOnly);
			assert_ok!(chain.cast(&bakyt(), chain.ballot(&bakyt(), "Gamma")));
			assert_eq!(chain.open(CITY), [["Alpha", "Alpha"], ["Gamma", "Gamma"]]);
		});
	}

	#[test]
	fn more_ballots_than_the_election_allows() {
		open_election().run(|chain| {
			for option in ["Alpha", "Beta", "Gamma"] {
				assert_ok!(chain.cast(&aigul(), chain.ballot(&aigul(), option)));
			}
			assert_eq!(chain.refusal(&aigul(), chain.ballot(&aigul(), "Alpha")), Refusal::NoBallotsLeft);
			assert_eq!(chain.open(CITY), [["Gamma", "Gamma"]]);
		});
	}

	#[test]
	fn c1_of_zero_with_the_constant_signature() {
		open_election().run(|chain| {
			let mut ballot = chain.ballot(&aigul(), "Alpha");
			let free = under_the_identity(ballot.entries[0].ciphertext.c2);
			// The host function accepts it: only the check of c1 stands between it and the box.
			assert!(sp_io::crypto::sr25519_verify(
				&sp_core::sr25519::Signature::from_raw(free.proof),
				b"anything",
				&sp_core::sr25519::Public::from_raw([0; 32])
			));
			ballot.entries[0] = free;
			assert_eq!(chain.refusal(&aigul(), ballot), Refusal::Undecodable);
		});
	}

	#[test]
	fn a_c2_that_is_no_element_though_its_proof_holds() {
		open_election().run(|chain| {
			let context = chain.context(&aigul(), 0);
			for c2 in [Encoded([0xff; 32]), Encoded::IDENTITY] {
				let mut ballot = chain.ballot(&aigul(), "Alpha");
				ballot.entries[0] = proven(&context, c2);
				assert_eq!(chain.refusal(&aigul(), ballot), Refusal::Undecodable);
			}
		});
	}

	#[test]
	fn a_ballot_copied_from_another_credential() {
		open_election().run(|chain| {
			let ballot = chain.ballot(&aigul(), "Alpha");
			assert_ok!(chain.cast(&aigul(), ballot.clone()));
			assert_eq!(chain.refusal(&bakyt(), ballot), Refusal::ProofRejected);
		});
	}

	#[test]
	fn a_re_randomised_copy() {
		open_election().run(|chain| {
			let context = chain.context(&bakyt(), 0);
			let key = context.key.element().unwrap();
			let mut copy = chain.ballot(&aigul(), "Alpha");
			for entry in copy.entries.iter_mut() {
				let points = entry.ciphertext.decode_points().unwrap();
				entry.ciphertext = points.re_encrypt(&key, &Scalar::from(5u64)).encode();
			}
			assert_eq!(chain.refusal(&bakyt(), copy.clone()), Refusal::ProofRejected);
			assert_eq!(chain.refusal(&aigul(), copy), Refusal::ProofRejected);
		});
	}

	#[test]
	fn a_ballot_made_for_another_place() {
		open_election().run(|chain| {
			let here = chain.context(&aigul(), 0);
			let other_key = with_rng(Secret::random).public();
			for (field, place) in [
				("genesis", BallotContext { genesis: [9; 32], ..here }),
				("election", BallotContext { election: OTHER_ELECTION.0, ..here }),
				("unit", BallotContext { unit: VILLAGE.0, ..here }),
				("contest", BallotContext { contest: 1, ..here }),
				("key", BallotContext { key: other_key, ..here }),
				("booth", BallotContext { booth: Some([0; 32]), ..here }),
				("credential", BallotContext { credential: bakyt().account().into(), ..here }),
			] {
				let mut ballot = chain.ballot(&aigul(), "Alpha");
				ballot.entries[0] = chain.encrypt(&place, "Alpha");
				assert_eq!(chain.refusal(&aigul(), ballot), Refusal::ProofRejected, "{field}");
			}
			// The same bytes in another election of the same roll.
			let extrinsic = chain.signed(&aigul(), cast_in(OTHER_ELECTION, chain.ballot(&aigul(), "Alpha")));
			assert_eq!(refusal(chain.validate(extrinsic).unwrap_err()), Refusal::ProofRejected);
		});
	}

	#[test]
	fn every_altered_byte() {
		open_election().run(|chain| {
			let ballot = chain.ballot(&aigul(), "Alpha");
			for byte in 0..128 {
				let mut altered = ballot.clone();
				let entry = &mut altered.entries[1];
				match byte {
					0..=31 => entry.ciphertext.c1.0[byte] ^= 1,
					32..=63 => entry.ciphertext.c2.0[byte - 32] ^= 1,
					_ => entry.proof[byte - 64] ^= 1,
				}
				let refusal = chain.refusal(&aigul(), altered);
				assert!(matches!(refusal, Refusal::Undecodable | Refusal::ProofRejected), "{byte}: {refusal:?}");
			}
		});
	}

	#[test]
	fn a_replayed_transaction() {
		open_election().run(|chain| {
			let extrinsic = chain.signed(&aigul(), cast(chain.ballot(&aigul(), "Alpha")));
			assert_eq!(chain.apply(extrinsic.clone()), Ok(Ok(())));
			assert_ok!(chain.cast(&aigul(), chain.ballot(&aigul(), "Beta")));
			assert_eq!(chain.apply(extrinsic), Err(InvalidTransaction::Stale.into()));
			assert_eq!(chain.open(CITY), [["Beta", "Beta"]]);
		});
	}

	#[test]
	fn a_transaction_whose_ballot_was_exchanged() {
		open_election().run(|chain| {
			let mut extrinsic = chain.signed(&aigul(), cast(chain.ballot(&aigul(), "Alpha")));
			extrinsic.function = cast(chain.ballot(&aigul(), "Beta"));
			assert_eq!(chain.apply(extrinsic), Err(InvalidTransaction::BadProof.into()));
		});
	}
}

mod nothing_but_the_extension_admits {
	use super::*;

	#[test]
	fn a_dispatch_from_anywhere_else_is_refused() {
		open_election().run(|chain| {
			let call = cast(chain.ballot(&aigul(), "Alpha"));
			let dispatch = |origin| call.clone().dispatch(origin).map(|_| ()).map_err(|error| error.error);
			assert_noop!(
				dispatch(RuntimeOrigin::signed(aigul().account())),
				sp_runtime::DispatchError::from(Error::<Test>::NotAdmitted)
			);
			assert_noop!(dispatch(RuntimeOrigin::root()), sp_runtime::DispatchError::BadOrigin);
			assert_noop!(dispatch(RuntimeOrigin::none()), sp_runtime::DispatchError::BadOrigin);
		});
	}

	#[test]
	fn a_ballot_inside_a_batch_is_refused_even_if_it_is_good() {
		open_election().run(|chain| {
			let inner = cast(chain.ballot(&aigul(), "Alpha"));
			let call = RuntimeCall::Batch(batch::Call::all { calls: vec![inner] });
			let result = chain.apply(chain.signed(&aigul(), call));
			assert_eq!(result, Ok(Err(Error::<Test>::NotAdmitted.into())));
			assert!(chain.open(CITY).is_empty());
		});
	}

	#[test]
	fn an_admission_is_for_one_ballot_of_one_credential() {
		open_election().run(|chain| {
			let ballot = chain.ballot(&aigul(), "Alpha");
			let admissible = crate::admit::direct::<Test>(&aigul().account(), ELECTION, &ballot).unwrap();
			Admitted::<Test>::put(admissible.admission);
			let others = [
				(bakyt(), cast(ballot.clone())),
				(aigul(), cast_in(OTHER_ELECTION, ballot.clone())),
				(aigul(), cast(chain.ballot(&aigul(), "Beta"))),
			];
			for (person, call) in others {
				assert_noop!(
					call.dispatch(RuntimeOrigin::signed(person.account())).map_err(|error| error.error),
					sp_runtime::DispatchError::from(Error::<Test>::NotAdmitted)
				);
			}
			let call = cast(ballot);
			assert_ok!(call.clone().dispatch(RuntimeOrigin::signed(aigul().account())));
			// It is spent.
			assert!(call.dispatch(RuntimeOrigin::signed(aigul().account())).is_err());
		});
	}

	#[test]
	fn other_calls_pass_untouched() {
		open_election().run(|chain| {
			assert_eq!(chain.apply(chain.signed(&Person::named("Olga"), remark())), Ok(Ok(())));
			assert_eq!(chain.apply(chain.signed(&aigul(), remark())), Ok(Ok(())));
			assert!(!Admitted::<Test>::exists());
		});
	}
}

mod priority {
	use super::*;

	#[test]
	fn first_ballots_go_before_replacements() {
		open_election().run(|chain| {
			let priority = |person: &Person| {
				chain.validate(chain.signed(person, cast(chain.ballot(person, "Alpha")))).unwrap().priority
			};
			let mut earlier = priority(&aigul());
			assert_eq!(earlier, priority(&bakyt()));
			for _ in 0..2 {
				assert_ok!(chain.cast(&aigul(), chain.ballot(&aigul(), "Alpha")));
				let later = priority(&aigul());
				assert!(later < earlier && later < priority(&bakyt()) && later > 0);
				earlier = later;
			}
		});
	}
}

mod a_closed_box {
	use super::*;

	#[test]
	fn does_not_change() {
		open_election().run(|chain| {
			assert_ok!(chain.cast(&aigul(), chain.ballot(&aigul(), "Alpha")));
			let late = chain.signed(&bakyt(), cast(chain.ballot(&bakyt(), "Beta")));
			chain.close_polls();
			chain.to_block(12);
			chain.set_phase(Phase::Tallying);
			let before: Vec<_> = Slots::<Test>::iter().collect();
			assert_eq!(refusal(chain.apply(late).unwrap_err()), Refusal::NotReceiving);
			assert_eq!(chain.refusal(&aigul(), chain.ballot(&aigul(), "Gamma")), Refusal::NotReceiving);
			assert_eq!(Slots::<Test>::iter().collect::<Vec<_>>(), before);
		});
	}
}

/// A ciphertext with any c2 and a proof that holds for it.
fn proven(context: &BallotContext, c2: Encoded) -> EncryptedSelection {
	with_rng(|rng| {
		let r = Secret::random(rng);
		let proof = knowledge::prove(context, &c2, &r, rng);
		EncryptedSelection { ciphertext: Ciphertext { c1: r.public(), c2 }, proof: proof.0 }
	})
}

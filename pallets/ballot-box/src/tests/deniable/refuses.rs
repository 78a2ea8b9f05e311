//! `CheckBallot`, in the order of the checks; and the call that checks membership.

use super::*;
use crate::{extension::MAX_ENVELOPE, Error};
use dobush_primitives::Phase;
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use sp_runtime::{
	generic::Era,
	traits::DispatchTransaction,
	transaction_validity::{InvalidTransaction, TransactionSource::External},
};

#[test]
fn a_transaction_longer_than_its_ballot_needs() {
	open_deniable_election().run(|chain| {
		let ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		let (size, call) = (ballot.encoded_size(), cast_deniable(ballot));
		let validate = |len, origin| {
			crate::CheckBallot::<Test>::new()
				.validate_only(origin, &call, &call.get_dispatch_info(), len, External, 0)
				.map(|_| ())
		};
		let signed = || RuntimeOrigin::signed(aigul().account());
		assert_ok!(validate(size + MAX_ENVELOPE, signed()));
		assert_eq!(validate(size + MAX_ENVELOPE + 1, signed()), Err(Refusal::TooLong.into()));
		assert_eq!(validate(size, RuntimeOrigin::none()), Err(InvalidTransaction::UnknownOrigin.into()));
	});
}

#[test]
fn an_unknown_election() {
	open_deniable_election().run(|chain| {
		let call = cast_deniable_in(ElectionId(99), chain.deniable_ballot(&aigul(), &BOOTH, "Alpha"));
		assert_eq!(chain.refusal_of(chain.signed(&aigul(), call)), Refusal::UnknownElection);
	});
}

#[test]
fn polls_that_are_not_open() {
	open_deniable_election().run(|chain| {
		let ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		for phase in [Phase::RollClosed, Phase::Tallying, Phase::Counted, Phase::Certified, Phase::Annulled] {
			chain.set_phase(phase);
			assert_eq!(chain.deniable_refusal(&aigul(), ballot.clone()), Refusal::NotReceiving, "{phase:?}");
		}
	});
}

#[test]
fn the_other_kind_of_ballot() {
	open_deniable_election().run(|chain| {
		assert_eq!(chain.refusal(&aigul(), chain.ballot(&aigul(), "Alpha")), Refusal::WrongKind);
		let deniable = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		chain.set_polls(|polls| polls.mode = Mode::Direct);
		assert_eq!(chain.deniable_refusal(&aigul(), deniable), Refusal::WrongKind);
	});
}

#[test]
fn a_credential_of_another_booth() {
	open_deniable_election().run(|chain| {
		// Bakyt has a key of the first booth only; in which unit it would vote does not matter.
		let mut ballot = chain.deniable_ballot(&bakyt(), &BOOTH, "Alpha");
		ballot.booth = OTHER_BOOTH.into();
		assert_eq!(chain.deniable_refusal(&bakyt(), ballot), Refusal::NotEligible);
		let honest = chain.deniable_ballot(&bakyt(), &OTHER_BOOTH, "Alpha");
		assert_eq!(chain.deniable_refusal(&bakyt(), honest), Refusal::NotEligible);
	});
}

#[test]
fn somebody_who_is_not_on_the_roll_or_came_too_late() {
	open_deniable_election().run(|chain| {
		for name in ["Olga", "Late"] {
			let person = Person::named(name);
			let ballot = chain.deniable_ballot(&person, &BOOTH, "Alpha");
			assert_eq!(chain.deniable_refusal(&person, ballot), Refusal::NotEligible, "{name}");
		}
		let ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		chain.set_polls(|polls| polls.roll.0 += 1);
		assert_eq!(chain.deniable_refusal(&aigul(), ballot), Refusal::NotEligible);
	});
}

#[test]
fn too_few_or_too_many_contests() {
	open_deniable_election().run(|chain| {
		let ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		let (first, second) = (&ballot.entries[0], &ballot.entries[1]);
		for entries in [vec![], vec![first], vec![first, second, second]] {
			let ballot = deniable_ballot_of(&BOOTH, entries.into_iter().cloned().collect());
			assert_eq!(chain.deniable_refusal(&aigul(), ballot), Refusal::WrongContests);
		}
	});
}

#[test]
fn a_replacement_after_closing() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		chain.close_polls();
		let second = chain.deniable_ballot(&aigul(), &BOOTH, "Beta");
		assert_eq!(chain.deniable_refusal(&aigul(), second), Refusal::GraceFirstBallotsOnly);
		// The credential of another booth has not cast yet.
		assert_ok!(chain.cast_deniable(&aigul(), chain.deniable_ballot(&aigul(), &OTHER_BOOTH, "Beta")));
	});
}

#[test]
fn more_ballots_than_the_election_allows_to_key_and_booth() {
	open_deniable_election().run(|chain| {
		for option in ["Alpha", "Beta", "Gamma"] {
			chain.vote(&aigul(), option);
		}
		let fourth = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		assert_eq!(chain.deniable_refusal(&aigul(), fourth), Refusal::NoBallotsLeft);
		assert_ok!(chain.cast_deniable(&aigul(), chain.deniable_ballot(&aigul(), &OTHER_BOOTH, "Beta")));
	});
}

#[test]
fn a_membership_proof_of_another_size() {
	open_deniable_election().run(|chain| {
		let honest = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		let refused = |change: &dyn Fn(&mut Vec<u8>)| {
			let mut ballot = honest.clone();
			let mut proof = ballot.entries[1].membership.to_vec();
			change(&mut proof);
			ballot.entries[1].membership = proof.try_into().unwrap();
			chain.deniable_refusal(&aigul(), ballot)
		};
		assert_eq!(refused(&Vec::clear), Refusal::MembershipSize, "empty");
		assert_eq!(refused(&|proof| proof.truncate(proof.len() - 1)), Refusal::MembershipSize, "short");
		assert_eq!(refused(&|proof| proof.push(0)), Refusal::MembershipSize, "long");
		assert_eq!(refused(&|proof| proof[0] += 4), Refusal::MembershipSize, "says that it has another round");
		assert_eq!(refused(&|proof| proof.resize(2_849, 0)), Refusal::MembershipSize, "the largest there is");
		// Also when a queue says how large the table is.
		chain.vote(&bakyt(), "Alpha");
		assert_eq!(refused(&|proof| proof.push(0)), Refusal::MembershipSize, "long, for a queue");
	});
}

#[test]
fn a_contest_without_table() {
	open_deniable_election().run(|chain| {
		let ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		world(|world| world.set_format(electoral_rules::BallotFormat::Single, 0));
		assert_eq!(chain.deniable_refusal(&aigul(), ballot.clone()), Refusal::MembershipSize);
		world(|world| world.set_format(electoral_rules::BallotFormat::Single, 2_049));
		assert_eq!(chain.deniable_refusal(&aigul(), ballot), Refusal::MembershipSize);
	});
}

#[test]
fn what_does_not_decode() {
	open_deniable_election().run(|chain| {
		let mut ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		ballot.entries[0].selection = under_the_identity(ballot.entries[0].selection.ciphertext.c2);
		assert_eq!(chain.deniable_refusal(&aigul(), ballot), Refusal::Undecodable);
		let mut ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		ballot.entries[0].selection.ciphertext.c2 = ballot_crypto::Encoded([0xff; 32]);
		assert_eq!(chain.deniable_refusal(&aigul(), ballot), Refusal::Undecodable);
	});
}

#[test]
fn a_proof_of_knowledge_of_another_place() {
	open_deniable_election().run(|chain| {
		let here = chain.place(&aigul(), &BOOTH, 0);
		for (field, place) in [
			("genesis", BallotContext { genesis: [9; 32], ..here }),
			("election", BallotContext { election: OTHER_ELECTION.0, ..here }),
			("unit", BallotContext { unit: VILLAGE.0, ..here }),
			("contest", BallotContext { contest: 1, ..here }),
			("table slot", BallotContext { slot: 1, ..here }),
			("booth", BallotContext { booth: Some(OTHER_BOOTH.into()), ..here }),
			("no booth", BallotContext { booth: None, ..here }),
			("credential", BallotContext { credential: bakyt().account().into(), ..here }),
		] {
			let mut ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
			ballot.entries[0] = chain.entry(&place, "Alpha");
			assert_eq!(chain.deniable_refusal(&aigul(), ballot), Refusal::ProofRejected, "{field}");
		}
		let copied = chain.deniable_ballot(&bakyt(), &BOOTH, "Alpha");
		assert_eq!(chain.deniable_refusal(&aigul(), copied), Refusal::ProofRejected);
	});
}

#[test]
fn a_replayed_transaction() {
	open_deniable_election().run(|chain| {
		let first = chain.signed(&aigul(), cast_deniable(chain.deniable_ballot(&aigul(), &BOOTH, "Alpha")));
		assert_eq!(chain.apply(first.clone()), Ok(Ok(())));
		chain.vote(&aigul(), "Beta");
		assert_eq!(chain.apply(first), Err(InvalidTransaction::Stale.into()));
		chain.idle();
		assert_eq!(chain.open_mixed(CITY), [Some(vec!["Beta", "Beta"])]);
	});
}

#[test]
fn an_immortal_ballot_or_one_made_after_closing() {
	open_deniable_election().run(|chain| {
		let call = cast_deniable(chain.deniable_ballot(&aigul(), &BOOTH, "Alpha"));
		let refused = |era| refusal(chain.validate(chain.signed_with(&aigul(), call.clone(), era, 0)).unwrap_err());
		assert_eq!(refused(Era::Immortal), Refusal::ImmortalBallot);
		chain.close_polls();
		chain.to_block(12);
		assert_eq!(refused(Era::mortal(64, 11)), Refusal::SentAfterClosing);
	});
}

#[test]
fn a_second_pending_ballot_of_a_deniable_credential() {
	open_deniable_election().run(|chain| {
		let nobody_else = Person::named("Only deniable");
		System::inc_sufficients(&nobody_else.account());
		let ahead = |chain: &Chain| chain.validate(chain.signed_with(&nobody_else, remark(), Era::mortal(64, 9), 1));
		assert_ok!(ahead(chain));
		world(|world| world.activate(&nobody_else, &BOOTH, CITY, 1));
		assert_eq!(refusal(ahead(chain).unwrap_err()), Refusal::NonceAhead);
	});
}

mod check_memberships {
	use super::*;

	fn olga() -> RuntimeOrigin {
		RuntimeOrigin::signed(Person::named("Olga").account())
	}

	#[test]
	fn refuses_when_nothing_waits() {
		open_deniable_election().run(|chain| {
			let check = |contest, most| {
				BallotBox::check_memberships(olga(), ELECTION, ContestId(contest).into(), most)
					.map_err(|error| error.error)
			};
			assert_noop!(check(0, 9), Error::<Test>::NothingToCheck);
			chain.vote(&chynara(), "Alpha");
			assert_noop!(check(1, 0), Error::<Test>::NothingToCheck);
			assert_noop!(check(0, 9), Error::<Test>::NothingToCheck);
			chain.idle();
			assert_noop!(check(1, 9), Error::<Test>::NothingToCheck);
			assert_noop!(
				BallotBox::check_memberships(RuntimeOrigin::none(), ELECTION, ContestId(1).into(), 9)
					.map_err(|e| e.error),
				sp_runtime::DispatchError::BadOrigin
			);
		});
	}

	#[test]
	fn does_one_step_and_gives_back_what_it_did_not_need() {
		open_deniable_election().run(|chain| {
			for person in [aigul(), bakyt()] {
				chain.vote(&person, "Alpha");
			}
			chain.vote(&chynara(), "Beta");
			let check = |most| {
				let done = BallotBox::check_memberships(olga(), ELECTION, ContestId(1).into(), most).unwrap();
				done.actual_weight.unwrap().ref_time()
			};
			assert_eq!(check(2), 1 + 50, "the table");
			assert_eq!((check(2), chain.waiting(1)), (1 + 100 + 2 * 10 + 2, 1));
			assert_eq!((check(500), chain.waiting(1)), (1 + 100 + 10 + 3, 0));
			assert_eq!(chain.waiting(0), 2);
			let charged = |most| {
				crate::Call::<Test>::check_memberships { election: ELECTION, table_slot: ContestId(1).into(), most }
					.get_dispatch_info()
					.call_weight
					.ref_time()
			};
			assert_eq!(charged(2), 1 + 10_000 + 2 * 30 + 2);
			assert_eq!(charged(u32::MAX), 1 + 10_000 + 64 * 30 + 64);
		});
	}
}

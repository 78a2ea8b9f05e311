//! What the pool cannot notice, and the check of membership does.

use super::*;
use ballot_crypto::embedding::embed;
use frame_support::assert_ok;

/// A ballot of the city's, one of whose entries is exchanged; it gets in, and is dropped.
fn dropped_with(name: &str, attack: impl Fn(&Chain, &BallotContext) -> DeniableSelection) {
	open_deniable_election().run(|chain| {
		let mut ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		ballot.entries[0] = attack(chain, &chain.place(&aigul(), &BOOTH, 0));
		let receipt = chain.cast_deniable(&aigul(), ballot).unwrap();
		chain.vote(&bakyt(), "Beta");
		chain.idle();
		assert!(chain.is_settled(), "{name}");
		assert_eq!(dropped(), [receipt], "{name}");
		assert_eq!(chain.standings(CITY), [BallotStanding::Dropped, BallotStanding::Checked], "{name}");
		assert_eq!(chain.open_mixed(CITY), [None, Some(vec!["Beta", "Beta"])], "{name}");
	});
}

#[test]
fn a_marker_selection_is_dropped() {
	dropped_with("a random element", |chain, place| {
		let marker = embed(&[0x77; 30]).unwrap();
		let (ciphertext, proof, _) = with_rng(|rng| knowledge::encrypt_selection(place, &marker, rng)).unwrap();
		let honest = chain.entry(place, "Alpha");
		with_proof(EncryptedSelection { ciphertext, proof: proof.0 }, honest.membership.to_vec())
	});
}

#[test]
fn a_proof_of_another_ballot_is_dropped() {
	let moved = |chain: &Chain, place: &BallotContext, from: BallotContext| DeniableSelection {
		membership: chain.entry(&from, "Alpha").membership,
		..chain.entry(place, "Alpha")
	};
	dropped_with("another ballot of the same place", |chain, place| moved(chain, place, *place));
	dropped_with("another credential", |chain, place| moved(chain, place, chain.place(&bakyt(), &BOOTH, 0)));
	dropped_with("another booth", |chain, place| {
		moved(chain, place, BallotContext { booth: Some(OTHER_BOOTH.into()), ..*place })
	});
	dropped_with("another contest", |chain, place| moved(chain, place, chain.place(&aigul(), &BOOTH, 1)));
	dropped_with("another election", |chain, place| {
		moved(chain, place, BallotContext { election: OTHER_ELECTION.0, ..*place })
	});
}

#[test]
fn a_good_proof_of_the_same_ciphertext_for_another_place_is_dropped() {
	for change in [
		|place: BallotContext| BallotContext { credential: [7; 32], ..place },
		|place: BallotContext| BallotContext { booth: None, ..place },
		|place: BallotContext| BallotContext { contest: 1, ..place },
		|place: BallotContext| BallotContext { slot: 1, ..place },
		|place: BallotContext| BallotContext { unit: VILLAGE.0, ..place },
		|place: BallotContext| BallotContext { election: OTHER_ELECTION.0, ..place },
		|place: BallotContext| BallotContext { genesis: [7; 32], ..place },
	] {
		dropped_with("another place", |_, place| {
			let (ciphertext, proof, secret) =
				with_rng(|rng| knowledge::encrypt_selection(place, &table().select(0).unwrap(), rng)).unwrap();
			let elsewhere = membership(&change(*place), &ciphertext, 0, &secret);
			with_proof(EncryptedSelection { ciphertext, proof: proof.0 }, elsewhere)
		});
	}
}

#[test]
fn bytes_that_are_no_proof_are_dropped() {
	dropped_with("garbage", |chain, place| {
		let mut entry = chain.entry(place, "Alpha");
		entry.membership.iter_mut().skip(1).for_each(|byte| *byte = 0xff);
		entry
	});
}

#[test]
fn a_failing_newest_ballot_does_not_revive_the_older_one() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		chain.idle();
		assert_eq!(chain.open_mixed(CITY), [Some(vec!["Alpha", "Alpha"])]);
		assert_ok!(chain.cast_deniable(&aigul(), chain.failing_ballot(&aigul(), 1)));
		chain.idle();
		assert_eq!((chain.standings(CITY), chain.open_mixed(CITY)), (vec![BallotStanding::Dropped], vec![None]));
		assert!(chain.is_settled());
	});
}

#[test]
fn a_dropped_ballot_may_be_replaced_while_the_polls_are_open() {
	open_deniable_election().run(|chain| {
		assert_ok!(chain.cast_deniable(&aigul(), chain.failing_ballot(&aigul(), 0)));
		chain.idle();
		assert_eq!(chain.standings(CITY), [BallotStanding::Dropped]);
		chain.vote(&aigul(), "Gamma");
		chain.idle();
		assert_eq!(chain.open_mixed(CITY), [Some(vec!["Gamma", "Gamma"])]);
		assert_eq!(crate::Boxes::<Test>::get(ELECTION, CITY).dropped, 0);
	});
}

#[test]
fn a_ballot_dropped_in_one_contest_and_replaced_before_the_other_had_its_turn_counts() {
	open_deniable_election().run(|chain| {
		let check = |contest| {
			let origin = RuntimeOrigin::signed(Person::named("Olga").account());
			assert_ok!(BallotBox::check_memberships(origin, ELECTION, ContestId(contest).into(), 9));
		};
		assert_ok!(chain.cast_deniable(&aigul(), chain.failing_ballot(&aigul(), 0)));
		check(0);
		check(0);
		assert_eq!((chain.standings(CITY), chain.waiting(1)), (vec![BallotStanding::Dropped], 1));
		chain.vote(&aigul(), "Beta");
		assert_eq!((chain.waiting(0), chain.waiting(1)), (1, 1), "one place in each");
		chain.idle();
		assert_eq!((chain.open_mixed(CITY), dropped().len()), (vec![Some(vec!["Beta", "Beta"])], 1));
	});
}

#[test]
fn a_failing_ballot_that_was_replaced_while_it_waited_is_not_dropped() {
	open_deniable_election().run(|chain| {
		assert_ok!(chain.cast_deniable(&aigul(), chain.failing_ballot(&aigul(), 0)));
		chain.vote(&aigul(), "Beta");
		chain.idle();
		assert_eq!((chain.standings(CITY), dropped()), (vec![BallotStanding::Checked], vec![]));
	});
}

#[test]
fn a_ballot_that_fails_in_two_contests_is_dropped_once() {
	open_deniable_election().run(|chain| {
		let mut ballot = chain.failing_ballot(&aigul(), 0);
		ballot.entries[1].membership = chain.failing_ballot(&aigul(), 1).entries[1].membership.clone();
		let receipt = chain.cast_deniable(&aigul(), ballot).unwrap();
		chain.idle();
		assert_eq!(dropped(), [receipt]);
		assert_eq!(crate::Boxes::<Test>::get(ELECTION, CITY).dropped, 1);
	});
}

#[test]
fn one_bad_ballot_among_many_falls_alone() {
	open_deniable_election().run(|chain| {
		let voters: Vec<Person> = (0..9).map(|n| Person::named(&format!("voter {n}"))).collect();
		for voter in &voters {
			System::inc_sufficients(&voter.account());
			world(|world| world.activate(voter, &BOOTH, CITY, 1));
		}
		let mut receipt = None;
		for (number, voter) in voters.iter().enumerate() {
			if number == 5 {
				receipt = chain.cast_deniable(voter, chain.failing_ballot(voter, 1)).ok();
			} else {
				chain.vote(voter, OPTIONS[number % 3]);
			}
		}
		chain.idle();
		assert_eq!(dropped(), receipt.into_iter().collect::<Vec<_>>());
		let standings = chain.standings(CITY);
		let expected = (0..9).map(|number| if number == 5 { BallotStanding::Dropped } else { BallotStanding::Checked });
		assert!(standings.into_iter().eq(expected));
	});
}

//! What clients ask.

use super::mock::*;
use crate::UnitTurnout;
use frame_support::assert_ok;

mod ballot_of {
	use super::*;

	#[test]
	fn shows_where_the_current_ballot_lies() {
		open_election().run(|chain| {
			let aigul = Person::named("Aigul");
			assert_eq!(BallotBox::ballot_of(ELECTION, aigul.account()), None);
			assert_ok!(chain.cast(&aigul, chain.ballot(&aigul, "Alpha")));
			let second = chain.ballot(&aigul, "Beta");
			assert_ok!(chain.cast(&aigul, second.clone()));
			let found = BallotBox::ballot_of(ELECTION, aigul.account()).unwrap();
			assert_eq!((found.unit, found.slot, found.times), (CITY, 0, 2));
			let sent: Vec<_> = second.entries.iter().map(|entry| entry.ciphertext).collect();
			assert_eq!(found.ciphertexts.into_inner(), sent);
		});
	}
}

mod turnout {
	use super::*;

	#[test]
	fn counts_voters_and_not_ballots() {
		open_election().run(|chain| {
			let aigul = Person::named("Aigul");
			assert_ok!(chain.cast(&aigul, chain.ballot(&aigul, "Alpha")));
			assert_ok!(chain.cast(&aigul, chain.ballot(&aigul, "Beta")));
			assert_eq!(
				BallotBox::turnout(ELECTION),
				[
					UnitTurnout { unit: CITY, registered: 3, ballots: 1, replacements: 1, waiting: 0, dropped: 0 },
					UnitTurnout { unit: VILLAGE, registered: 1, ballots: 0, replacements: 0, waiting: 0, dropped: 0 },
				]
			);
		});
	}
}

//! `CheckBallotMortality`.

use super::mock::*;
use crate::CheckBallotMortality;
use dobush_primitives::Refusal;
use frame_support::assert_ok;
use frame_system::CheckMortality;
use sp_core::Encode;
use sp_runtime::generic::Era;
use sp_runtime::traits::TransactionExtension;

fn aigul() -> Person {
	Person::named("Aigul")
}

mod a_ballot {
	use super::*;

	#[test]
	fn must_be_mortal() {
		open_election().run(|chain| {
			let call = cast(chain.ballot(&aigul(), "Alpha"));
			let extrinsic = chain.signed_with(&aigul(), call, Era::Immortal, 0);
			assert_eq!(refusal(chain.validate(extrinsic).unwrap_err()), Refusal::ImmortalBallot);
		});
	}

	#[test]
	fn lives_at_most_64_blocks() {
		open_election().run(|chain| {
			let call = cast(chain.ballot(&aigul(), "Alpha"));
			let with_period =
				|period| chain.validate(chain.signed_with(&aigul(), call.clone(), Era::mortal(period, 9), 0));
			assert_eq!(refusal(with_period(128).unwrap_err()), Refusal::ImmortalBallot);
			assert_eq!(with_period(64).unwrap().longevity, 63);
			assert_eq!(with_period(4).unwrap().longevity, 3);
		});
	}

	#[test]
	fn dies_with_its_era() {
		open_election().run(|chain| {
			let extrinsic = chain.signed_with(&aigul(), cast(chain.ballot(&aigul(), "Alpha")), Era::mortal(4, 9), 0);
			assert_ok!(chain.validate(extrinsic.clone()));
			chain.to_block(13);
			assert!(chain.validate(extrinsic).is_err());
		});
	}
}

mod in_the_grace_period {
	use super::*;

	#[test]
	fn a_ballot_signed_before_closing_is_received() {
		open_election().run(|chain| {
			let extrinsic = chain.signed(&aigul(), cast(chain.ballot(&aigul(), "Alpha")));
			chain.close_polls();
			chain.to_block(14);
			assert_eq!(chain.apply(extrinsic), Ok(Ok(())));
			assert_eq!(chain.open(CITY), [["Alpha", "Alpha"]]);
		});
	}

	#[test]
	fn a_ballot_of_the_closing_block_is_received_and_of_the_next_is_not() {
		open_election().run(|chain| {
			chain.close_polls();
			chain.to_block(14);
			let born_in = |block| {
				let call = cast(chain.ballot(&aigul(), "Alpha"));
				chain.validate(chain.signed_with(&aigul(), call, Era::mortal(64, block), 0))
			};
			assert_ok!(born_in(9));
			assert_eq!(refusal(born_in(10).unwrap_err()), Refusal::SentAfterClosing);
			assert_eq!(refusal(born_in(11).unwrap_err()), Refusal::SentAfterClosing);
			assert_eq!(refusal(born_in(13).unwrap_err()), Refusal::SentAfterClosing);
		});
	}
}

mod everybody_else {
	use super::*;

	#[test]
	fn may_be_immortal_or_long_lived() {
		open_election().run(|chain| {
			for era in [Era::Immortal, Era::mortal(128, 9)] {
				assert_ok!(chain.validate(chain.signed_with(&Person::named("Olga"), remark(), era, 0)));
			}
		});
	}

	#[test]
	fn sees_the_extension_of_the_system() {
		type Ours = CheckBallotMortality<Test>;
		type Theirs = CheckMortality<Test>;
		assert_eq!(<Ours as TransactionExtension<RuntimeCall>>::IDENTIFIER, "CheckMortality");
		for era in [Era::Immortal, Era::mortal(64, 9), Era::mortal(4096, 77)] {
			assert_eq!(Ours::from(era).encode(), Theirs::from(era).encode());
		}
		open_election().run(|_| {
			let era = Era::mortal(64, 9);
			assert_eq!(
				TransactionExtension::<RuntimeCall>::implicit(&Ours::from(era)),
				TransactionExtension::<RuntimeCall>::implicit(&Theirs::from(era))
			);
		});
	}
}

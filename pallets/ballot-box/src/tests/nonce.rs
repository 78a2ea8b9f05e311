//! `CheckNonceWindow`.

use super::mock::*;
use crate::CheckNonceWindow;
use dobush_primitives::Refusal;
use frame_support::assert_ok;
use frame_system::CheckNonce;
use sp_core::Encode;
use sp_runtime::generic::Era;
use sp_runtime::traits::TransactionExtension;
use sp_runtime::transaction_validity::InvalidTransaction;

mod a_credential {
	use super::*;

	#[test]
	fn has_one_pending_ballot() {
		open_election().run(|chain| {
			let aigul = Person::named("Aigul");
			let with_nonce = |nonce| {
				let call = cast(chain.ballot(&aigul, "Alpha"));
				chain.signed_with(&aigul, call, Era::mortal(64, 9), nonce)
			};
			let valid = chain.validate(with_nonce(0)).unwrap();
			assert_eq!(valid.provides, vec![(aigul.account(), 0u32).encode()]);
			assert_eq!(refusal(chain.validate(with_nonce(1)).unwrap_err()), Refusal::NonceAhead);
			assert_eq!(chain.apply(with_nonce(0)), Ok(Ok(())));
			assert_ok!(chain.validate(with_nonce(1)));
			assert_eq!(chain.validate(with_nonce(0)), Err(InvalidTransaction::Stale.into()));
		});
	}
}

mod anybody_else {
	use super::*;

	#[test]
	fn may_be_a_window_ahead() {
		open_election().run(|chain| {
			let olga = Person::named("Olga");
			let with_nonce = |nonce| chain.validate(chain.signed_with(&olga, remark(), Era::Immortal, nonce));
			assert_ok!(with_nonce(0));
			assert_ok!(with_nonce(64));
			assert_eq!(refusal(with_nonce(65).unwrap_err()), Refusal::NonceAhead);
			assert_eq!(refusal(with_nonce(u32::MAX).unwrap_err()), Refusal::NonceAhead);
		});
	}

	#[test]
	fn needs_an_account() {
		open_election().run(|chain| {
			let stranger = chain.signed_with(&Person::named("Stranger"), remark(), Era::Immortal, 0);
			assert_eq!(chain.validate(stranger), Err(InvalidTransaction::Payment.into()));
		});
	}

	#[test]
	fn sees_the_extension_of_the_system() {
		assert_eq!(<CheckNonceWindow<Test> as TransactionExtension<RuntimeCall>>::IDENTIFIER, "CheckNonce");
		for nonce in [0u32, 63, 64, 70_000] {
			assert_eq!(CheckNonceWindow::<Test>::from(nonce).encode(), CheckNonce::<Test>::from(nonce).encode());
		}
	}
}

//! Accounts of keys.

use ballot_crypto::Encoded;
use sp_runtime::AccountId32;

/// The account whose public key these bytes are.
pub(crate) fn account(key: &Encoded) -> AccountId32 {
	AccountId32::new(key.0)
}

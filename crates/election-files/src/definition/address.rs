//! Addresses of accounts as people write them.

use crate::error::{Error, Result};
use sp_core::crypto::Ss58Codec;
use sp_runtime::AccountId32;

/// The account's SS58 address.
pub fn address(account: &AccountId32) -> String {
	account.to_ss58check()
}

/// Reads an SS58 address or 32 bytes of hexadecimals.
pub fn parse_address(text: &str) -> Result<AccountId32> {
	if let Some(bytes) = text.strip_prefix("0x").and_then(|digits| hex::decode(digits).ok()) {
		if let Ok(bytes) = <[u8; 32]>::try_from(bytes) {
			return Ok(AccountId32::new(bytes));
		}
	}
	AccountId32::from_ss58check(text).map_err(|_| Error::Address { text: text.to_owned() })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_address_is_read_again() {
		let account = AccountId32::new([7; 32]);
		assert_eq!(parse_address(&address(&account)), Ok(account.clone()));
		assert_eq!(parse_address(&format!("0x{}", "07".repeat(32))), Ok(account));
		assert_eq!(parse_address("nobody"), Err(Error::Address { text: "nobody".into() }));
	}
}

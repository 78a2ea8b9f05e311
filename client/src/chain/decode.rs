//! Bytes and hexadecimal digits in the answers of a node.

use crate::chain::{error::AnswerFault, ChainError};
use parity_scale_codec::Decode;

/// Decodes a whole answer: bytes left over mean that we and the chain mean different types.
pub(crate) fn decode<T: Decode>(bytes: &[u8], what: &str) -> Result<T, ChainError> {
	let mut rest = bytes;
	let value = T::decode(&mut rest)
		.map_err(|error| AnswerFault::Encoding { what: what.to_owned(), error: error.to_string() })?;
	if rest.is_empty() {
		Ok(value)
	} else {
		Err(AnswerFault::BytesLeft { what: what.to_owned(), count: rest.len() }.into())
	}
}

/// The bytes of hexadecimal digits, with or without `0x`.
pub fn from_hex(text: &str) -> Result<Vec<u8>, ChainError> {
	hex::decode(text.strip_prefix("0x").unwrap_or(text)).map_err(|error| AnswerFault::Hex(error.to_string()).into())
}

/// Hexadecimal digits after `0x`, as nodes write bytes.
pub fn hex_of(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}

/// UTF-8 of the chain, which checks it at announcement.
pub fn text(bytes: &[u8]) -> String {
	String::from_utf8_lossy(bytes).into_owned()
}

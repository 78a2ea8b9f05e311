//! Reading and writing the files, and what all of them write alike.

pub(crate) use crate::common::*;
use serde_json::Value;

/// An attack: file name, what it does, the kind of input, the input, and the answer.
pub(crate) type Attack = (&'static str, &'static str, &'static str, Value, &'static str);

/// A text of at most 30 bytes, padded with zero bytes.
pub(crate) fn padded(text: &str) -> [u8; 30] {
	let mut bytes = [0; 30];
	bytes[..text.len()].copy_from_slice(text.as_bytes());
	bytes
}

pub(crate) fn bytes(value: &Value) -> Vec<u8> {
	hex::decode(value.as_str().unwrap()).unwrap()
}

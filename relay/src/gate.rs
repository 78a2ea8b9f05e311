//! What passes a relay: ballots, decoded and checked against the runtime's metadata, and questions whose answers are public.

use dobush_client::chain::{
	decode::from_hex,
	error::InvalidReason,
	proof::MAX_PROVEN_KEYS,
	relay_protocol::{code, JUSTIFICATION},
	ChainError,
};
use dobush_primitives::{Ballot, DeniableBallot, ElectionId};
use parity_scale_codec::{Compact, Decode, DecodeAll, MaxEncodedLen};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use subxt::{
	ext::scale_decode::visitor::{decode_with_visitor, IgnoreVisitor},
	Metadata,
};

/// Bytes of a signed ballot around the ballot itself, at most: length, address, signature, extensions, call, election.
const AROUND: usize = 512;

/// Runtime functions that only read and whose answers are public: metadata, validators, nonces, view functions.
const FUNCTIONS: [&str; 6] = [
	"Metadata_metadata_versions",
	"Metadata_metadata_at_version",
	"GrandpaApi_grandpa_authorities",
	"GrandpaApi_current_set_id",
	"AccountNonceApi_account_nonce",
	"RuntimeViewFunction_execute_view_function",
];

/// Bytes of a signed ballot, at most.
fn longest_ballot() -> usize {
	DeniableBallot::max_encoded_len().max(Ballot::max_encoded_len()).saturating_add(AROUND)
}

/// Bytes of a request, at most: the longest ballot in hexadecimal digits and what JSON puts around it.
pub(crate) fn longest_request() -> usize {
	longest_ballot().saturating_mul(2).saturating_add(AROUND)
}

/// What a request asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wish {
	/// To forward this transaction, if it is a ballot.
	Forward(Vec<u8>),
	/// To put this question to the node.
	Ask {
		/// The name of a method that only reads.
		method: String,
		/// The parameters of the method, as JSON.
		parameters: Value,
	},
	/// The next justification for this block or a later one.
	Justification(u64),
}

/// An answer that is an error: a JSON-RPC error object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Refused {
	pub(crate) code: i32,
	pub(crate) message: String,
	#[serde(skip_serializing_if = "Option::is_none")]
	pub(crate) data: Option<String>,
}

impl Refused {
	pub(crate) fn new(code: i32, message: impl Into<String>) -> Self {
		Self { code, message: message.into(), data: None }
	}
}

/// The node's verdict in its own numbers, with our sentence where there is one.
impl From<ChainError> for Refused {
	fn from(error: ChainError) -> Self {
		match error {
			ChainError::Refused(refusal) => Self {
				code: 1010,
				message: refusal.to_string(),
				data: Some(format!("Custom error: {}", refusal as u8)),
			},
			ChainError::Invalid(reason) => {
				Self { code: 1010, message: "Invalid Transaction".to_owned(), data: Some(node_words(reason)) }
			}
			ChainError::Unreadable => Self::new(1002, "the node's runtime cannot read this transaction"),
			ChainError::PoolBusy(reason) => Self { code: 1016, message: "Pool is full".to_owned(), data: Some(reason) },
			ChainError::Rpc { code, message, .. } => Self::new(code, message),
			// Which node it is, and why it does not answer, concerns its operator only.
			_ => Self::new(code::NODE_SILENT, "the relay's node does not answer"),
		}
	}
}

/// Why the node's own checks refuse a transaction, in its words where it gave any.
fn node_words(reason: InvalidReason) -> String {
	match reason {
		InvalidReason::Outdated(words) | InvalidReason::CannotPay(words) | InvalidReason::Other(words) => words,
		InvalidReason::Banned => "it was refused a moment ago and is banned for half an hour".to_owned(),
		InvalidReason::UsedElsewhere => "the account is used elsewhere at the same time".to_owned(),
	}
}

#[derive(Deserialize)]
struct Request {
	#[serde(default)]
	id: Value,
	method: String,
	#[serde(default)]
	params: Option<Value>,
}

/// Reads a request: what its answer must name it by, and what it asks for.
pub(crate) fn read(body: &[u8]) -> (Value, Result<Wish, Refused>) {
	let request: Request = match serde_json::from_slice::<Value>(body) {
		Err(_) => return (Value::Null, Err(Refused::new(-32700, "this is not JSON"))),
		Ok(Value::Array(_)) => {
			return (Value::Null, Err(Refused::new(-32600, "a relay takes one request at a time, not a list")))
		}
		Ok(value) => match serde_json::from_value(value) {
			Ok(request) => request,
			Err(error) => return (Value::Null, Err(Refused::new(-32600, format!("this is no request: {error}")))),
		},
	};
	let Request { id, method, params } = request;
	// Numbers and short names: what comes back is not to be a place for messages.
	let id = if id.is_number() || id.as_str().is_some_and(|id| id.len() <= 64) { id } else { Value::Null };
	(id, wish(method, params.unwrap_or_else(|| Value::Array(Vec::new()))))
}

fn wish(method: String, parameters: Value) -> Result<Wish, Refused> {
	let wrong = |why: &str| Err(Refused::new(-32602, format!("`{method}`: {why}")));
	let Value::Array(given) = &parameters else { return wrong("its parameters are a list") };
	let first = given.first().unwrap_or(&Value::Null);
	match method.as_str() {
		"author_submitExtrinsic" => match (first.as_str().map(from_hex), given.len()) {
			(Some(Ok(bytes)), 1) => Ok(Wish::Forward(bytes)),
			_ => wrong("its one parameter is a signed transaction in hexadecimal digits"),
		},
		JUSTIFICATION => match (first.as_u64(), given.len()) {
			(Some(number), 1) => Ok(Wish::Justification(number)),
			_ => wrong("its one parameter is a block's number"),
		},
		"chain_getBlockHash" if first.is_array() => wrong("a relay tells one block at a time"),
		"state_getReadProof" if first.as_array().is_none_or(|keys| keys.len() > MAX_PROVEN_KEYS) => {
			wrong(&format!("its first parameter is a list of at most {MAX_PROVEN_KEYS} keys"))
		}
		"state_call" if !first.as_str().is_some_and(|function| FUNCTIONS.contains(&function)) => {
			wrong("a relay does not call this function")
		}
		"chain_getBlock"
		| "chain_getBlockHash"
		| "chain_getFinalizedHead"
		| "chain_getHeader"
		| "grandpa_proveFinality"
		| "state_call"
		| "state_getReadProof"
		| "state_getRuntimeVersion"
		| "state_getStorage" => Ok(Wish::Ask { method, parameters }),
		_ => {
			Err(Refused::new(-32601, format!("a relay takes ballots and tells what casting one needs, not `{method}`")))
		}
	}
}

/// Refuses everything but a signed transaction that casts one ballot, whole and of the form that the runtime's metadata gives it.
/// Whether its signature and proofs hold is the node's business.
pub(crate) fn ensure_ballot(metadata: &Metadata, transaction: &[u8]) -> Result<(), Refused> {
	let refused = |why: &str| Refused::new(code::NO_BALLOT, format!("this is no ballot: {why}"));
	if transaction.len() > longest_ballot() {
		return Err(refused("it is longer than any ballot"));
	}
	let rest = &mut &*transaction;
	let length = Compact::<u32>::decode(rest).ok().and_then(|length| usize::try_from(length.0).ok());
	if length != Some(rest.len()) {
		return Err(refused("its length is not what it says"));
	}
	// Version 4, signed; an account by its key; an sr25519 signature.
	let head = take(rest, 1 + 1 + 32 + 1 + 64).unwrap_or_default();
	if !(head.first() == Some(&0x84) && head.get(1) == Some(&0) && head.get(34) == Some(&1)) {
		return Err(refused("it is not signed by an account with an sr25519 key"));
	}
	let extensions = metadata.extrinsic().transaction_extensions_by_version(0);
	let extensions = extensions.ok_or_else(|| refused("the runtime does not take its kind of transaction"))?;
	// No extension holds a call, so nothing is nested here; what the call is comes next, before anything of it is decoded.
	for extension in extensions {
		decode_with_visitor(rest, extension.extra_ty(), metadata.types(), IgnoreVisitor::new())
			.map_err(|_| refused("its extensions are not those of this runtime"))?;
	}
	let called = take(rest, 2).unwrap_or_default();
	let pallet = metadata.pallet_by_name("BallotBox");
	let is = |call: &str| {
		let index =
			pallet.as_ref().and_then(|pallet| Some([pallet.call_index(), pallet.call_variant_by_name(call)?.index]));
		index.is_some_and(|index| index == called)
	};
	let whole = if is("cast") {
		<(ElectionId, Ballot)>::decode_all(rest).is_ok()
	} else if is("cast_deniable") {
		<(ElectionId, DeniableBallot)>::decode_all(rest).is_ok()
	} else {
		return Err(refused("it is another call"));
	};
	if whole {
		Ok(())
	} else {
		Err(refused("it cannot be read"))
	}
}

/// The first bytes of what is left, if there are so many.
fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
	let (head, tail) = rest.split_at_checked(count)?;
	*rest = tail;
	Some(head)
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	fn read_json(request: &Value) -> Result<Wish, Refused> {
		read(request.to_string().as_bytes()).1
	}

	fn code_of(body: &str) -> i32 {
		read(body.as_bytes()).1.expect_err("refused").code
	}

	#[test]
	fn garbage_and_lists_are_refused() {
		assert_eq!(code_of(""), -32700);
		assert_eq!(code_of("\u{0}\u{1}"), -32700);
		assert_eq!(code_of(&"[".repeat(100_000)), -32700);
		assert_eq!(code_of("[]"), -32600);
		assert_eq!(code_of("7"), -32600);
		assert_eq!(code_of("{}"), -32600);
		assert_eq!(code_of(r#"{"method":7}"#), -32600);
	}

	/// Whatever comes is answered, and nothing but the wishes that a relay knows is granted.
	#[test]
	fn altered_requests_never_panic() {
		use rand::{rngs::StdRng, Rng, SeedableRng};
		let mut rng = StdRng::seed_from_u64(7);
		let methods =
			["author_submitExtrinsic", "state_call", "state_getReadProof", "chain_getBlockHash", JUSTIFICATION];
		for round in 0..20_000 {
			let method = methods[round % methods.len()];
			let request = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": ["0x00ff", ["0x01"], 7]});
			let mut bytes = request.to_string().into_bytes();
			for _ in 0..rng.gen_range(1..4) {
				let place = rng.gen_range(0..bytes.len());
				match rng.gen_range(0..3) {
					0 => bytes[place] = rng.gen(),
					1 => bytes.truncate(place.max(1)),
					_ => bytes.insert(place, b"[]{}\",:0x"[rng.gen_range(0..9)]),
				}
			}
			if let Ok(Wish::Ask { method, .. }) = read(&bytes).1 {
				assert!(method.starts_with("state_") || method.starts_with("chain_"), "{method}");
			}
		}
	}

	#[test]
	fn only_what_casting_needs_is_answered() {
		for (method, params) in [
			("author_rotateKeys", json!([])),
			("author_submitAndWatchExtrinsic", json!(["0x00"])),
			("system_peers", json!([])),
			("state_queryStorageAt", json!([[], null])),
			("state_getKeysPaged", json!(["0x", 1000])),
		] {
			let refused = read_json(&json!({"id": 1, "method": method, "params": params})).expect_err(method);
			assert_eq!(refused.code, -32601, "{method}");
		}
		let many: Vec<String> = (0..=MAX_PROVEN_KEYS).map(|key| format!("0x{key:02x}")).collect();
		for (method, params) in [
			("state_call", json!(["TaggedTransactionQueue_validate_transaction", "0x"])),
			("state_call", json!([])),
			("state_getReadProof", json!([many, null])),
			("state_getReadProof", json!(["0x00"])),
			("chain_getBlockHash", json!([[1, 2, 3]])),
			("author_submitExtrinsic", json!([])),
			("author_submitExtrinsic", json!(["0xzz"])),
			("author_submitExtrinsic", json!(["0x00", "0x00"])),
			("chain_getHeader", json!({"hash": 1})),
			(JUSTIFICATION, json!([-1])),
		] {
			let refused = read_json(&json!({"id": 1, "method": method, "params": params})).expect_err(method);
			assert_eq!(refused.code, -32602, "{method}: {}", refused.message);
		}
		assert!(read_json(&json!({"method": "state_getReadProof", "params": [["0x00"], "0x11"]})).is_ok());
		assert!(read_json(&json!({"method": "chain_getFinalizedHead"})).is_ok());
		assert_eq!(
			read_json(&json!({"method": "author_submitExtrinsic", "params": ["0x0102"]})),
			Ok(Wish::Forward(vec![1, 2]))
		);
	}

	#[test]
	fn an_answer_is_named_as_its_question_unless_that_is_a_message() {
		assert_eq!(read(br#"{"id":"a","method":"x"}"#).0, json!("a"));
		assert_eq!(read(br#"{"id":9,"method":"x"}"#).0, json!(9));
		assert_eq!(read(format!(r#"{{"id":"{}","method":"x"}}"#, "a".repeat(65)).as_bytes()).0, Value::Null);
	}

	#[test]
	fn a_refusal_keeps_its_number_and_has_its_sentence() {
		use dobush_client::chain::error::UnreachableCause;
		use dobush_primitives::Refusal;
		let refused = Refused::from(ChainError::Refused(Refusal::NotReceiving));
		assert_eq!((refused.code, refused.data.as_deref()), (1010, Some("Custom error: 11")));
		assert_eq!(refused.message, "The polls of this election are not open.");
		for (reason, words) in [
			(InvalidReason::Outdated("Transaction is outdated".into()), "Transaction is outdated"),
			(InvalidReason::Banned, "it was refused a moment ago and is banned for half an hour"),
		] {
			let refused = Refused::from(ChainError::Invalid(reason));
			assert_eq!((refused.code, refused.message.as_str()), (1010, "Invalid Transaction"));
			assert_eq!(refused.data.as_deref(), Some(words));
		}
		let refused = Refused::from(ChainError::Unreadable);
		assert_eq!((refused.code, refused.data), (1002, None));
		assert_eq!(refused.message, "the node's runtime cannot read this transaction");
		let cause = UnreachableCause::Connection("refused".into());
		let silent = ChainError::Unreachable { urls: vec!["ws://10.0.0.7".into()], cause };
		let refused = Refused::from(silent);
		assert_eq!(refused.code, code::NODE_SILENT);
		assert!(!refused.message.contains("10.0.0.7"), "the node's address is not told");
	}
}

//! What went wrong between the client and the chain, in one sentence, and what to do next.

use super::refusals;
use dobush_client::chain::error::{
	AnswerFault, Awaited, ChainError, InvalidReason, ProofFault, UnknownItem, UnreachableCause,
};

/// The sentence and the hint for an error.
pub(super) fn chain(error: &ChainError) -> (String, Option<String>) {
	(sentence(error), after(error))
}

fn sentence(error: &ChainError) -> String {
	match error {
		ChainError::Unreachable { urls, cause } => {
			format!("no node answers at {}: {}", urls.join(", "), unreachable(cause))
		}
		ChainError::Rpc { method, message, .. } => format!("the node refused `{method}`: {message}"),
		ChainError::Answer(fault) => format!("the node's answer cannot be understood: {}", answer(fault)),
		ChainError::Unknown(item) => format!("this chain knows no {}", unknown(item)),
		ChainError::WrongChain { found, expected } => {
			format!("this is another chain: its genesis is {found:?}, expected was {expected:?}")
		}
		ChainError::Refused(refusal) => refusals::refusal(*refusal).0,
		ChainError::Invalid(reason) => format!("the transaction is not valid: {}", invalid(reason)),
		ChainError::Unreadable => "the node's runtime cannot read this transaction".to_owned(),
		ChainError::PoolBusy(words) => {
			format!("the node's transaction pool cannot take this transaction now: {words}")
		}
		ChainError::Failed { pallet, name, .. } if refused(pallet, name).is_some() => {
			format!("{pallet}.{name}: {}", refused(pallet, name).unwrap_or_default())
		}
		ChainError::Failed { pallet, name, docs } if docs.is_empty() => {
			format!("{pallet}.{name}: the runtime refused the call")
		}
		ChainError::Failed { pallet, name, docs } => format!("{pallet}.{name}: {docs}"),
		ChainError::Expired { until } => {
			format!("the transaction was not included before it expired (block {until})")
		}
		ChainError::Relay { message, .. } => format!("the relay refused: {message}"),
		ChainError::Timeout { seconds, what } => format!("gave up after {seconds} s of waiting for {}", awaited(*what)),
		ChainError::Proof(fault) => format!("the proof does not hold: {}", proof(fault)),
	}
}

/// What an error of the SDK's own pallets means to a member of the commission. Our pallets' errors have sentences of their own.
fn refused(pallet: &str, name: &str) -> Option<&'static str> {
	Some(match (pallet, name) {
		("Commission" | "CommissionMembers", "NotMember") => "this account is no member of the commission",
		("Commission", "DuplicateProposal") => "the same is proposed already by a motion that is open",
		("Commission", "ProposalMissing") => "there is no such motion; it was closed, or never proposed",
		("Commission", "WrongIndex") => "the motion has another number",
		("Commission", "DuplicateVote") => "this member has voted in this way already",
		("Commission", "AlreadyInitialized") => "the commission has its members already",
		("Commission", "TooEarly") => "the motion is not decided and its time has not ended; it cannot be closed yet",
		("Commission", "TooManyProposals") => {
			"as many motions are open as may be; close those that are decided or have ended"
		}
		("Commission", "WrongProposalWeight") => "the motion is too much work for one block",
		("Commission", "WrongProposalLength") => "the motion is longer than was said",
		("Commission", "PrimeAccountNotMember") => "the prime must be a member",
		("Commission", "ProposalActive") => "the motion is open still",
		("CommissionMembers", "AlreadyMember") => "this account is a member of the commission already",
		("CommissionMembers", "TooManyMembers") => "the commission has as many members as it may have",
		("System", "BadOrigin") => "no motion may do this; it is another role's, or nobody's",
		_ => return None,
	})
}

fn unreachable(cause: &UnreachableCause) -> String {
	match cause {
		UnreachableCause::Silent => "it says nothing".to_owned(),
		UnreachableCause::NoAnswer { method, seconds } => format!("no answer to `{method}` for {seconds} s"),
		UnreachableCause::Ended => "the connection has ended".to_owned(),
		UnreachableCause::Address { url, error } => format!("`{url}` is no address: {error}"),
		UnreachableCause::Certificates { error } => {
			format!("no certificates of authorities are installed: {error}")
		}
		UnreachableCause::NoJsonRpc { status } => format!("it answers with HTTP {status} and not with JSON-RPC"),
		UnreachableCause::Encryption(words) | UnreachableCause::Connection(words) | UnreachableCause::Relay(words) => {
			words.clone()
		}
		UnreachableCause::FirstQuestion(error) => sentence(error),
	}
}

fn answer(fault: &AnswerFault) -> String {
	match fault {
		AnswerFault::Parameters { error } | AnswerFault::Hex(error) => error.clone(),
		AnswerFault::Json { method, error } => format!("`{method}`: {error}"),
		AnswerFault::Encoding { what, error } => format!("{what}: {error}"),
		AnswerFault::BytesLeft { what, count } => format!("{what}: {count} bytes too many"),
		AnswerFault::TooLong { what, most } => format!("{what}: more than {most} bytes"),
		AnswerFault::NoMetadata { version } => format!("no metadata of version {version}"),
		AnswerFault::Events(error) => format!("events: {error}"),
		AnswerFault::NamelessEvent => "events: one has no name".to_owned(),
		AnswerFault::EventOfUnknownPallet => "events: one of an unknown pallet".to_owned(),
		AnswerFault::UnknownEvent => "events: one with an unknown name".to_owned(),
		AnswerFault::DispatchError(error) => error.clone(),
		AnswerFault::NoOutcome => "the block says nothing about the transaction".to_owned(),
		AnswerFault::NoBlock { hash } => format!("there is no block {hash:?}"),
		AnswerFault::NoBlockNumber { number } => format!("there is no block {number}"),
		AnswerFault::BlockNumber { text } => format!("`{text}` is no block number"),
		AnswerFault::OtherTransaction => "the node names another transaction".to_owned(),
		AnswerFault::TransactionLost => "a transaction was lost".to_owned(),
		AnswerFault::NothingSent => "nothing was sent".to_owned(),
		AnswerFault::ShortKey { map } => format!("{map}: a key is too short"),
		AnswerFault::SeveralKeysLeft { map } => format!("{map}: entries are listed under all keys but one"),
		AnswerFault::KeyNotKept { map } => format!("{map}: its hasher does not keep the key"),
		AnswerFault::ProvenValue(error) => format!("a proven value: {error}"),
		AnswerFault::ProvenAccount(error) => format!("the account: {error}"),
	}
}

fn unknown(item: &UnknownItem) -> String {
	match item {
		UnknownItem::Constant { pallet, name } => format!("constant {pallet}.{name}"),
		UnknownItem::Call { path } => format!("call {path}"),
		UnknownItem::CallEncoding { path, error } => format!("way to encode {path}: {error}"),
		UnknownItem::ViewFunction { pallet, function } => format!("view function {pallet}.{function}"),
		UnknownItem::StorageItem { pallet, item } => format!("storage item {pallet}.{item}"),
		UnknownItem::StorageKeys { pallet, item, keys } => {
			format!("storage item {pallet}.{item} with {keys} keys")
		}
	}
}

fn invalid(reason: &InvalidReason) -> &str {
	match reason {
		InvalidReason::Outdated(words) | InvalidReason::CannotPay(words) | InvalidReason::Other(words) => words,
		InvalidReason::Banned => "it was refused a moment ago and is banned for half an hour",
		InvalidReason::UsedElsewhere => "the account is used elsewhere at the same time",
	}
}

fn awaited(what: Awaited) -> &'static str {
	match what {
		Awaited::Justification => "a proof that the block is final",
	}
}

/// Why a proof does not hold.
pub(super) fn proof(fault: &ProofFault) -> String {
	let text = match fault {
		ProofFault::Storage(error) => return format!("storage proof: {error}"),
		ProofFault::NotKept { set_id } => {
			return format!("the node does not keep how set {set_id} of validators ended")
		}
		ProofFault::NodeBehind { pinned, node, block } => {
			return format!("set {pinned} of validators is pinned, and the node is at set {node}, block {block}")
		}
		ProofFault::KeyMissing => "storage proof: a key is missing",
		ProofFault::NoValidators => "the pinned validator set is empty",
		ProofFault::Stranger => "the justification has a vote of somebody who is no pinned validator",
		ProofFault::TwoVotes => "the justification has two votes of one validator",
		ProofFault::Signature => "a signature in the justification is not its validator's",
		ProofFault::TooFewVotes => "the justification does not have the votes of two thirds of the pinned validators",
		ProofFault::NoVotes => "the justification has no votes",
		ProofFault::VotesUnconnected => "the justification's headers do not connect its votes",
		ProofFault::UnusedHeaders => "the justification has headers that belong to no vote",
		ProofFault::OtherBlock => "the justification is for another block",
		ProofFault::NotOnChain => "the block does not lie on the finalised chain",
		ProofFault::HeadersUnconnected => {
			"the headers do not lead to the block in which the validators are said to end"
		}
		ProofFault::BehindTheSet => "validators have signed a block behind the one with which their time ended",
		ProofFault::BeforeTheSet => "the validators are said to end before the block with which they began",
		ProofFault::NoChange => "the block announces no new validators",
		ProofFault::ForcedChange => "a block forces new validators on the chain without the votes of the old ones",
		ProofFault::DelayedChange => "a block announces new validators for a later one",
		ProofFault::UnreadableChange => "what a block says about validators cannot be read",
		ProofFault::OtherHeader => "the node gave another header",
		ProofFault::NoJustification => "no block of the pinned validators is final yet",
	};
	text.to_owned()
}

/// The next step after an error of the chain, if there is one.
fn after(error: &ChainError) -> Option<String> {
	let hint = match error {
		ChainError::Unreachable { .. } => {
			"is the node running? Start it with `dobush-node --dev`, or name another with --node ws://HOST:PORT \
			 (or DOBUSH_NODE); --node may be given twice"
		},
		ChainError::Rpc { .. } => "the node may be of another version; compare `dobush --version` and `dobush-node --version`",
		ChainError::Answer(_) | ChainError::Unknown(_) => {
			"this client and the node's runtime do not match; use the client that came with the runtime"
		},
		ChainError::WrongChain { .. } => "check --node: it leads to another chain than the one you have used before",
		ChainError::Refused(refusal) => return refusals::refusal(*refusal).1,
		ChainError::Invalid(InvalidReason::Outdated(_)) => {
			"the key was used elsewhere in the meantime; look whether the transaction is in a block already, and try again"
		},
		ChainError::Invalid(InvalidReason::CannotPay(_)) => {
			"the chain does not know this account; it must be enrolled or appointed first"
		},
		ChainError::Unreadable => {
			"only sr25519 keys sign on this chain, and a ballot or page that is too long is not read at all; if it is neither, \
			 this client and the node's runtime do not match: use the client that came with the runtime"
		},
		ChainError::Invalid(_) => "try again with a fresh transaction",
		ChainError::PoolBusy(_) => "wait for the next block and try again",
		ChainError::Relay { busy: true, .. } => "try again in a minute, or name another relay with --relay",
		ChainError::Relay { busy: false, .. } => {
			"a relay forwards ballots and nothing else; if this is one, the client and the relay's node do not match: name another relay"
		}
		ChainError::Expired { .. } => "try again; if it happens again the node is not connected to the validators",
		ChainError::Timeout { .. } => "`dobush observer status` shows what the election waits for",
		ChainError::Proof(_) => {
			"do not trust this node; name another with --node, and compare the pin with the commission's publication"
		},
		ChainError::Failed { .. } => return None,
	};
	Some(hint.to_owned())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn errors_of_the_chain_say_what_happened_and_what_to_do() {
		let said = |words: &str| InvalidReason::Other(words.to_owned());
		for (error, sentence, hint) in [
			(
				ChainError::Unreachable {
					urls: vec!["ws://one".into(), "ws://two".into()],
					cause: UnreachableCause::Silent,
				},
				"no node answers at ws://one, ws://two: it says nothing",
				"dobush-node --dev",
			),
			(
				ChainError::Unreachable {
					urls: vec!["http://relay".into()],
					cause: UnreachableCause::NoJsonRpc { status: "404 Not Found".into() },
				},
				"no node answers at http://relay: it answers with HTTP 404 Not Found and not with JSON-RPC",
				"--node",
			),
			(
				AnswerFault::BytesLeft { what: "Elections.Active".into(), count: 3 }.into(),
				"the node's answer cannot be understood: Elections.Active: 3 bytes too many",
				"the client that came with the runtime",
			),
			(
				UnknownItem::Call { path: "BallotBox.cast".into() }.into(),
				"this chain knows no call BallotBox.cast",
				"the client that came with the runtime",
			),
			(
				ChainError::Invalid(InvalidReason::Outdated("Transaction is outdated".into())),
				"the transaction is not valid: Transaction is outdated",
				"the key was used elsewhere",
			),
			(
				ChainError::Invalid(InvalidReason::CannotPay("Inability to pay some fees".into())),
				"the transaction is not valid: Inability to pay some fees",
				"it must be enrolled or appointed first",
			),
			(
				ChainError::Invalid(said("Custom error: 255")),
				"the transaction is not valid: Custom error: 255",
				"a fresh transaction",
			),
			(
				ChainError::Timeout { seconds: 60, what: Awaited::Justification },
				"gave up after 60 s of waiting for a proof that the block is final",
				"dobush observer status",
			),
			(
				ProofFault::TooFewVotes.into(),
				"the proof does not hold: the justification does not have the votes of two thirds of the pinned validators",
				"do not trust this node",
			),
		] {
			let (words, next) = chain(&error);
			assert_eq!(words, sentence);
			assert!(next.as_deref().is_some_and(|next| next.contains(hint)), "{sentence}: {next:?}");
		}
		let failed = |docs: &str| ChainError::Failed { pallet: "P".into(), name: "N".into(), docs: docs.into() };
		assert_eq!(chain(&failed("Wait.")), ("P.N: Wait.".to_owned(), None));
		assert_eq!(chain(&failed("")), ("P.N: the runtime refused the call".to_owned(), None));
		let twice = ChainError::Failed {
			pallet: "Commission".into(),
			name: "DuplicateVote".into(),
			docs: "Duplicate vote ignored".into(),
		};
		let said = "Commission.DuplicateVote: this member has voted in this way already";
		assert_eq!(chain(&twice), (said.to_owned(), None));
	}
}

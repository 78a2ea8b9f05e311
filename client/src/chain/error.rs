//! What can go wrong between the client and the chain, as data.

use crate::remedy::Remedy;
use dobush_primitives::Refusal;
use sp_core::H256;
use std::fmt;

/// Why a question was not answered, or a transaction was not accepted. `Display` is for developers: the variant and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainError {
	/// None of the nodes that were tried answers.
	Unreachable {
		/// The nodes that were tried.
		urls: Vec<String>,
		/// Why the last one was not reached.
		cause: UnreachableCause,
	},
	/// The node refused a question.
	Rpc {
		/// The name of the JSON-RPC method.
		method: String,
		/// The error code of JSON-RPC.
		code: i32,
		/// The error message of the node.
		message: String,
	},
	/// The answer is not what it should be.
	Answer(AnswerFault),
	/// The chain's metadata does not have what was asked for.
	Unknown(UnknownItem),
	/// The node is of another chain than expected.
	WrongChain {
		/// Hash of the genesis block of the node's chain.
		found: H256,
		/// Hash of the genesis block that was expected.
		expected: H256,
	},
	/// The transaction is refused before the pool with one of our own reasons.
	Refused(Refusal),
	/// The transaction is refused before the pool by the SDK's own checks.
	Invalid(InvalidReason),
	/// The runtime cannot decode the transaction; the node's log says no more than that.
	Unreadable,
	/// The pool cannot take more now; in the node's words.
	PoolBusy(String),
	/// The call was included and failed.
	Failed {
		/// The pallet whose error it is; `System` where the runtime itself refused the call.
		pallet: String,
		/// The name of the error.
		name: String,
		/// What the pallet says about it; empty where the runtime itself refused the call.
		docs: String,
	},
	/// The transaction was not included while it was valid.
	Expired {
		/// The last block in which it was valid.
		until: u64,
	},
	/// A relay refuses the transaction.
	Relay {
		/// Whether the relay may accept the transaction a little later.
		busy: bool,
		/// The error message of the relay.
		message: String,
	},
	/// Something did not happen in time.
	Timeout {
		/// How long the client has waited, in seconds.
		seconds: u64,
		/// What the client has waited for.
		what: Awaited,
	},
	/// A proof does not hold.
	Proof(ProofFault),
}

/// Why a node or relay was not reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreachableCause {
	/// It does not accept a connection in time.
	Silent,
	/// It accepted the connection, but did not answer in time.
	NoAnswer {
		/// The method that was asked.
		method: String,
		/// How long the client has waited, in seconds.
		seconds: u64,
	},
	/// The connection has ended while more was to come.
	Ended,
	/// Its address cannot be read.
	Address {
		/// The address that cannot be read.
		url: String,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// The certificates of authorities on this machine cannot be used.
	Certificates {
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// Encrypted connections cannot be prepared on this machine; in the words of the library.
	Encryption(String),
	/// It answers by HTTP, but not with JSON-RPC.
	NoJsonRpc {
		/// The status of its answer, such as `404 Not Found`.
		status: String,
	},
	/// The connection failed; in the words of the library.
	Connection(String),
	/// The relay says that its own node does not answer; in its words.
	Relay(String),
	/// The first question, which shows whether anybody is there, failed in another way.
	FirstQuestion(Box<ChainError>),
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerFault {
	/// The parameters of the question cannot be written as JSON.
	Parameters {
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// It is JSON of another form than the method's answer has.
	Json {
		/// The name of the JSON-RPC method.
		method: String,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// Bytes are not written in hexadecimal digits; in the words of the library.
	Hex(String),
	/// Bytes cannot be decoded as the type that is expected.
	Encoding {
		/// What was decoded, such as `Elections.Active`.
		what: String,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// Bytes are left over after the type that is expected.
	BytesLeft {
		/// What was decoded, such as `Elections.Active`.
		what: String,
		/// How many bytes are left.
		count: usize,
	},
	/// It is longer than what was asked for can be.
	TooLong {
		/// What was asked for, such as a finality proof.
		what: String,
		/// How many bytes it has at most.
		most: usize,
	},
	/// The node has no metadata of the version that it listed itself.
	NoMetadata {
		/// The version of the metadata that is missing.
		version: u32,
	},
	/// The events of a block cannot be decoded; in the words of the library.
	Events(String),
	/// An event is too short to have a name.
	NamelessEvent,
	/// An event is of a pallet that the metadata does not have.
	EventOfUnknownPallet,
	/// An event has a name that the metadata does not have.
	UnknownEvent,
	/// The error of a failed call cannot be decoded; in the words of the library.
	DispatchError(String),
	/// No event of a transaction says whether it succeeded.
	NoOutcome,
	/// The node has no block with this hash.
	NoBlock {
		/// The hash of the block that was asked for.
		hash: H256,
	},
	/// The node has no block with this number on its best chain.
	NoBlockNumber {
		/// The number of the block that was asked for.
		number: u64,
	},
	/// The number in a header is no number.
	BlockNumber {
		/// The text that was found.
		text: String,
	},
	/// The node confirms another transaction than was handed in.
	OtherTransaction,
	/// A transaction was neither included nor did it expire.
	TransactionLost,
	/// A call led to no transaction.
	NothingSent,
	/// The key of a storage entry is too short.
	ShortKey {
		/// The map, such as `Elections.Headers`.
		map: String,
	},
	/// Entries of a map are listed under all its keys but one; fewer keys were given.
	SeveralKeysLeft {
		/// The map, such as `Elections.Headers`.
		map: String,
	},
	/// The hasher of a map does not keep the key, so its entries cannot be listed.
	KeyNotKept {
		/// The map, such as `Elections.Headers`.
		map: String,
	},
	/// A value that is proven cannot be decoded; in the words of the library.
	ProvenValue(String),
	/// A proven account cannot be decoded; in the words of the library.
	ProvenAccount(String),
}

/// What the chain's metadata does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownItem {
	/// The metadata has no such constant.
	Constant {
		/// The name of the pallet.
		pallet: String,
		/// The name of the constant.
		name: String,
	},
	/// The metadata has no such call.
	Call {
		/// Pallet and call, such as `BallotBox.cast`.
		path: String,
	},
	/// The metadata gives no way to sign and encode the call.
	CallEncoding {
		/// Pallet and call, such as `BallotBox.cast`.
		path: String,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// The metadata has no such view function.
	ViewFunction {
		/// The name of the pallet.
		pallet: String,
		/// The name of the view function.
		function: String,
	},
	/// The metadata has no such storage item.
	StorageItem {
		/// The name of the pallet.
		pallet: String,
		/// The name of the storage item.
		item: String,
	},
	/// The storage item does not have so many keys.
	StorageKeys {
		/// The name of the pallet.
		pallet: String,
		/// The name of the storage item.
		item: String,
		/// How many keys were given.
		keys: usize,
	},
}

/// Why the SDK's own checks refuse a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidReason {
	/// The nonce was used in the meantime; in the node's words.
	Outdated(String),
	/// The account cannot pay, because the chain does not know it; in the node's words.
	CannotPay(String),
	/// It was refused a moment ago and is banned for half an hour.
	Banned,
	/// The nonce was used in the meantime, twice in a row: the account is used elsewhere at the same time.
	UsedElsewhere,
	/// Another reason, in the node's words.
	Other(String),
}

impl InvalidReason {
	/// The reason that a node gives.
	pub(crate) fn said(words: &str) -> Self {
		if words.contains("outdated") {
			Self::Outdated(words.to_owned())
		} else if words.contains("pay") {
			Self::CannotPay(words.to_owned())
		} else {
			Self::Other(words.to_owned())
		}
	}
}

/// An event that the client waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
	/// A justification: proof that a block is final.
	Justification,
}

/// Why a proof does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProofFault {
	/// The storage proof does not lead from the state root to the keys; in the words of the library.
	Storage(String),
	/// The storage proof says nothing about a key.
	KeyMissing,
	/// The pinned validator set is empty.
	NoValidators,
	/// The justification has a vote of an account that is not among the pinned validators.
	Stranger,
	/// The justification has two votes of one validator.
	TwoVotes,
	/// A signature in the justification is not its validator's.
	Signature,
	/// The justification does not have the votes of two thirds of the pinned validators.
	TooFewVotes,
	/// The justification has no votes.
	NoVotes,
	/// The headers of the justification do not connect its votes.
	VotesUnconnected,
	/// The justification has headers that belong to no vote.
	UnusedHeaders,
	/// The justification is for another block.
	OtherBlock,
	/// The block does not lie on the finalised chain.
	NotOnChain,
	/// The headers that came along do not lead to the block in which the validators are said to end.
	HeadersUnconnected,
	/// The validators whose votes it has were no longer in office: a block before the justified one announces others.
	BehindTheSet,
	/// The block in which the pinned validators are said to end lies before they began.
	BeforeTheSet,
	/// The block announces no new validators.
	NoChange,
	/// The block forces new validators on the chain without the votes of the old ones.
	ForcedChange,
	/// The block announces new validators for a later block.
	DelayedChange,
	/// What the block says about validators cannot be read.
	UnreadableChange,
	/// The node gave another header than was asked for.
	OtherHeader,
	/// The newest final block is the one after which the pinned validators begin: none of theirs is final yet.
	NoJustification,
	/// The node does not keep the proof of how a set of validators ended.
	NotKept {
		/// The number of the set.
		set_id: u64,
	},
	/// The pin is ahead of the node's chain.
	NodeBehind {
		/// The number of the pinned set.
		pinned: u64,
		/// The number of the set that the node names.
		node: u64,
		/// The number of the node's newest final block.
		block: u64,
	},
}

impl ProofFault {
	/// Whether the same question may be answered well a moment later.
	pub(crate) fn may_pass(&self) -> bool {
		matches!(self, Self::NotOnChain | Self::NoJustification)
	}
}

impl ChainError {
	/// Whether the same question may be answered a little later or by another node.
	pub fn is_transient(&self) -> bool {
		matches!(self, Self::Unreachable { .. } | Self::PoolBusy(_) | Self::Relay { busy: true, .. })
	}

	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::Unreachable { .. } | Self::WrongChain { .. } | Self::Proof(_) => Remedy::OtherNode,
			Self::Relay { busy: false, .. } => Remedy::OtherNode,
			Self::Rpc { .. } | Self::Answer(_) | Self::Unknown(_) | Self::Unreadable => Remedy::OtherVersion,
			Self::Invalid(InvalidReason::CannotPay(_)) | Self::Timeout { .. } => Remedy::Wait,
			Self::Invalid(_) | Self::PoolBusy(_) | Self::Expired { .. } => Remedy::TryAgain,
			Self::Relay { busy: true, .. } => Remedy::TryAgain,
			Self::Refused(refusal) => after_refusal(*refusal),
			Self::Failed { .. } => Remedy::None,
		}
	}
}

fn after_refusal(refusal: Refusal) -> Remedy {
	match refusal {
		Refusal::NotAdmitted | Refusal::NotReceiving | Refusal::NotEligible | Refusal::OverQuota => Remedy::Wait,
		Refusal::UnknownElection => Remedy::OtherInput,
		Refusal::NonceAhead => Remedy::TryAgain,
		Refusal::TooLong => Remedy::OtherVersion,
		_ => Remedy::None,
	}
}

impl fmt::Display for ChainError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(self, f)
	}
}

impl std::error::Error for ChainError {}

impl From<AnswerFault> for ChainError {
	fn from(fault: AnswerFault) -> Self {
		Self::Answer(fault)
	}
}

impl From<UnknownItem> for ChainError {
	fn from(item: UnknownItem) -> Self {
		Self::Unknown(item)
	}
}

impl From<ProofFault> for ChainError {
	fn from(fault: ProofFault) -> Self {
		Self::Proof(fault)
	}
}

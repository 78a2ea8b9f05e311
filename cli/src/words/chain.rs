//! What to do after an error of the chain.

use dobush_client::ChainError;
use dobush_primitives::Refusal;

/// The next step after an error of the chain, if there is one.
pub fn after(error: &ChainError) -> Option<String> {
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
		ChainError::Refused(refusal) => return after_refusal(*refusal).map(str::to_owned),
		ChainError::Invalid(reason) if reason.contains("outdated") => {
			"the key was used elsewhere in the meantime; look whether the transaction is in a block already, and try again"
		},
		ChainError::Invalid(reason) if reason.contains("pay") => {
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

fn after_refusal(refusal: Refusal) -> Option<&'static str> {
	match refusal {
		Refusal::NotAdmitted => Some("`dobush key show FILE` prints the address that must be enrolled or appointed"),
		Refusal::NotReceiving => Some("`dobush observer status` shows when the polls open and close"),
		Refusal::NotEligible => Some(
			"`dobush observer status` shows when the roll has closed: a credential that came on it later serves later elections",
		),
		Refusal::UnknownElection => Some("`dobush observer status` lists the elections"),
		Refusal::NonceAhead => Some("wait for the next block and try again"),
		Refusal::OverQuota => {
			Some("a period lasts 600 blocks, an hour at 6 seconds; if honest work needs more, tell the operators")
		}
		Refusal::TooLong => Some("use the client that came with the runtime"),
		_ => None,
	}
}

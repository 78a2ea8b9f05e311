//! What went wrong with the pinned validators, or state that is read with proofs, in one sentence, and what to do next.

use super::chain::proof;
use crate::catalogue::{tell, Told};
use dobush_client::{chain::error::ProofFault, trust::TrustError};
use std::path::Path;

/// The sentence and the hint for an error.
pub(super) fn trust(error: &TrustError) -> Told {
	match error {
		TrustError::OtherChain { file, given, found, expected } => {
			let (file, found, expected) = (shown(file), format!("{found:?}"), format!("{expected:?}"));
			match given {
				true => tell!("trust-other-chain-given", file = file, found = found, expected = expected),
				false => tell!("trust-other-chain", file = file, found = found, expected = expected),
			}
		}
		TrustError::NotProven { file, given, fault: ProofFault::NodeBehind { pinned, node, block }, .. } => {
			let (file, pinned, node) = (shown(file), pinned.to_string(), node.to_string());
			match given {
				true => tell!("trust-behind-given", file = file, pinned = pinned, node = node, block = *block),
				false => tell!("trust-behind", file = file, pinned = pinned, node = node, block = *block),
			}
		}
		TrustError::NotProven { file, fault: ProofFault::NotKept { set_id }, .. } => {
			tell!("trust-not-kept", file = shown(file), set = set_id.to_string())
		}
		TrustError::NotProven { file, set_id, fault, .. } => {
			tell!("trust-not-proven", file = shown(file), set = set_id.to_string(), fault = proof(fault))
		}
		TrustError::Read { file, error } => tell!("trust-read", file = shown(file), error = error.get().to_string()),
		TrustError::NoPin { file, error } => tell!("trust-no-pin", file = shown(file), error = error),
		TrustError::Encode { file, error } => tell!("trust-write", file = shown(file), error = error),
		TrustError::Write { file, error } => tell!("trust-write", file = shown(file), error = error.get().to_string()),
		TrustError::NoFolder => tell!("trust-no-folder"),
		TrustError::BlockUnknown { url, block } => tell!("trust-block-unknown", url = url, block = *block),
	}
}

fn shown(path: &Path) -> String {
	path.display().to_string()
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::H256;

	#[test]
	fn what_does_not_fit_a_pin_names_its_file_and_what_to_do() {
		let file = std::path::PathBuf::from("state/pin-1.json");
		let not_proven = |given, fault| TrustError::NotProven { file: file.clone(), given, set_id: 3, fault };
		let behind = || ProofFault::NodeBehind { pinned: 3, node: 0, block: 17 };
		let [found, expected] = [1, 2].map(H256::repeat_byte);
		for (error, said, next) in [
			(not_proven(false, behind()), "begun anew", "remove state/pin-1.json"),
			(
				not_proven(true, behind()),
				"set 3 of the validators, and the node is at set 0, block 17",
				"and give a pin of the new chain",
			),
			(not_proven(true, ProofFault::NotKept { set_id: 3 }), "does not keep how set 3", "the newest pin"),
			(not_proven(false, ProofFault::Signature), "the proof does not hold", "do not trust this node"),
			(
				TrustError::OtherChain { file: file.clone(), given: true, found, expected },
				"another chain",
				"check --node",
			),
			(
				TrustError::OtherChain { file: file.clone(), given: false, found, expected },
				"another chain",
				"remove state/pin-1.json",
			),
		] {
			let (sentence, hint) = trust(&error);
			assert!(sentence.contains(said) && sentence.contains("state/pin-1.json"), "{sentence}");
			assert!(hint.as_deref().is_some_and(|hint| hint.contains(next)), "{hint:?}");
		}
	}
}

//! What went wrong with the pinned validators, or state that is read with proofs, in one sentence, and what to do next.

use super::chain::proof;
use dobush_client::{chain::error::ProofFault, trust::TrustError};
use election_files::numbers::number;

/// The sentence and the hint for an error.
pub(super) fn trust(error: &TrustError) -> (String, Option<String>) {
	let (sentence, hint) = match error {
		TrustError::OtherChain { file, given, found, expected } => (
			format!(
				"this is another chain: its genesis is {found:?}, and the pin {} is of the chain {expected:?}",
				file.display()
			),
			Some(if *given {
				"check --node; or give the pin that is published for this chain".to_owned()
			} else {
				format!("check --node; if it leads to the right chain, remove {}", file.display())
			}),
		),
		TrustError::NotProven { file, given, fault: ProofFault::NodeBehind { pinned, node, block }, .. } => (
			format!(
				"the pin {} knows set {pinned} of the validators, and the node is at set {node}, block {}: it follows a chain that was \
				 begun anew, as `dobush-node --dev --tmp` does, or it is behind",
				file.display(),
				number(*block)
			),
			Some(format!(
				"if the chain was begun anew, remove {}{}; otherwise wait for the node, or name another with --node",
				file.display(),
				if *given { " and give a pin of the new chain" } else { "" }
			)),
		),
		TrustError::NotProven { file, fault: ProofFault::NotKept { set_id }, .. } => (
			format!(
				"the way from the pin {} to the newest block cannot be proven at this node: it does not keep how set {set_id} of the \
				 validators ended",
				file.display()
			),
			Some("name another node with --node, or give the newest pin that the commission publishes".to_owned()),
		),
		TrustError::NotProven { file, set_id, fault, .. } => (
			format!(
				"the proof does not hold under the pin {} (set {set_id} of the validators): {}",
				file.display(),
				proof(fault)
			),
			Some(
				"do not trust this node; name another with --node, and compare the validators' keys in that file with the commission's \
				 publication"
					.to_owned(),
			),
		),
		TrustError::Read { file, error } => (
			format!("cannot read the pin {}: {}", file.display(), error.get()),
			Some("give the file that the commission publishes, or leave --pin out".to_owned()),
		),
		TrustError::NoPin { file, error } => (
			format!("the pin {} cannot be read: {error}", file.display()),
			Some("get it again from where the commission publishes it".to_owned()),
		),
		TrustError::Encode { file, error } => (format!("cannot write {}: {error}", file.display()), None),
		TrustError::Write { file, error } => (format!("cannot write {}: {}", file.display(), error.get()), None),
		TrustError::NoFolder => {
			("there is no place to remember things".to_owned(), Some("set DOBUSH_STATE to a folder".to_owned()))
		}
		TrustError::BlockUnknown { url, block } => (
			format!("{url} does not know block {block}, which is final"),
			Some("its node is behind or on its own; use another relay".to_owned()),
		),
	};
	(sentence, hint)
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

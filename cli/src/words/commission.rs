//! What went wrong with an act of the commission.

use dobush_client::commission::CommissionError;

/// The sentence, and what to do next.
pub(super) fn commission(error: &CommissionError) -> (String, Option<String>) {
	(sentence(error), hint(error).map(str::to_owned))
}

fn sentence(error: &CommissionError) -> String {
	match error {
		CommissionError::NotAMember => "this key is no member of the electoral commission".to_owned(),
		CommissionError::CallTooLong { .. } => "the call is too long".to_owned(),
		CommissionError::NotApproved { .. } => "the motion is closed and was not approved".to_owned(),
		CommissionError::NoKey => "no key of the commission".to_owned(),
		CommissionError::TooFewKeys { needed, keys } => format!("{needed} members must vote and {keys} keys are given"),
		CommissionError::NoOpenMotion { motion } => format!("there is no open motion {motion}"),
		CommissionError::OpenAlready { motion } => format!("the same is proposed already by motion {motion}"),
		CommissionError::VotedAlready { motion, approve: true } => {
			format!("you have voted for motion {motion} already")
		}
		CommissionError::VotedAlready { motion, approve: false } => {
			format!("you have voted against motion {motion} already")
		}
		CommissionError::OtherDigest { named, computed } => format!(
			"the certificate names the result 0x{}, and what this node shows has the digest 0x{}",
			hex::encode(named),
			hex::encode(computed)
		),
		CommissionError::NoDefinition { motion } => format!("motion {motion} announces no election"),
		CommissionError::NotCarriedOut => "the chain does not say that the motion was carried out".to_owned(),
		CommissionError::BlockWeights(error) => format!("the chain's block weights cannot be read: {error}"),
	}
}

fn hint(error: &CommissionError) -> Option<&'static str> {
	match error {
		CommissionError::NotAMember => Some("`dobush commission motions` lists the members"),
		CommissionError::NoOpenMotion { .. } => Some("`dobush commission motions` lists those that are open"),
		CommissionError::OpenAlready { .. } => {
			Some("`dobush commission motions` shows it; vote with `dobush commission vote`")
		}
		CommissionError::VotedAlready { .. } => Some(
			"`dobush commission motions` shows who has voted; a member may change the vote while the motion is open",
		),
		CommissionError::OtherDigest { .. } => {
			Some("do not certify it: the node shows something else than what was counted; look at a node of your own")
		}
		CommissionError::NoDefinition { .. } => Some("`dobush commission motion` shows what it proposes"),
		CommissionError::CallTooLong { .. }
		| CommissionError::NotApproved { .. }
		| CommissionError::NoKey
		| CommissionError::TooFewKeys { .. }
		| CommissionError::NotCarriedOut
		| CommissionError::BlockWeights(_) => None,
	}
}

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
		CommissionError::NotCarriedOut => "the chain does not say that the motion was carried out".to_owned(),
		CommissionError::BlockWeights(error) => format!("the chain's block weights cannot be read: {error}"),
	}
}

fn hint(error: &CommissionError) -> Option<&'static str> {
	match error {
		CommissionError::NotAMember => Some("`dobush commission motions` lists the members"),
		CommissionError::NoOpenMotion { .. } => Some("`dobush commission motions` lists those that are open"),
		CommissionError::CallTooLong { .. }
		| CommissionError::NotApproved { .. }
		| CommissionError::NoKey
		| CommissionError::TooFewKeys { .. }
		| CommissionError::NotCarriedOut
		| CommissionError::BlockWeights(_) => None,
	}
}

//! What can go wrong with an act of the commission, as data.

use crate::remedy::Remedy;

/// Why an act of the commission failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommissionError {
	/// The account that should propose is no member of the commission.
	NotAMember,
	/// The call is longer than a motion can say.
	CallTooLong {
		/// The length of the encoded call, in bytes.
		length: usize,
	},
	/// The motion was closed without the votes that it needs.
	NotApproved {
		/// The number of the motion.
		motion: u32,
	},
	/// No member's key is given.
	NoKey,
	/// Fewer keys are given than members must vote.
	TooFewKeys {
		/// How many members must vote.
		needed: usize,
		/// How many keys are given.
		keys: usize,
	},
	/// No open motion has this number.
	NoOpenMotion {
		/// The number that was looked for.
		motion: u32,
	},
	/// The motion was closed, and the block does not say that its call was made.
	NotCarriedOut,
	/// The chain's constant with the weights of a block has another form.
	BlockWeights(parity_scale_codec::Error),
}

impl CommissionError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::NotAMember | Self::CallTooLong { .. } | Self::NoKey => Remedy::OtherInput,
			Self::TooFewKeys { .. } | Self::NoOpenMotion { .. } => Remedy::OtherInput,
			Self::NotApproved { .. } => Remedy::None,
			Self::NotCarriedOut | Self::BlockWeights(_) => Remedy::OtherVersion,
		}
	}
}

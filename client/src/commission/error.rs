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
	/// The same call is proposed already by a motion that is open.
	OpenAlready {
		/// The number of that motion.
		motion: u32,
	},
	/// The member has voted in this way already.
	VotedAlready {
		/// The number of the motion.
		motion: u32,
		/// Whether the vote was for it.
		approve: bool,
	},
	/// A certificate names another digest than that of the result which the chain shows.
	OtherDigest {
		/// The digest that the certificate names.
		named: [u8; 32],
		/// The digest of what the chain shows, computed here.
		computed: [u8; 32],
	},
	/// The motion announces no election, so there is no definition.
	NoDefinition {
		/// The number of the motion.
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
			Self::TooFewKeys { .. } | Self::NoOpenMotion { .. } | Self::NoDefinition { .. } => Remedy::OtherInput,
			Self::OtherDigest { .. } => Remedy::OtherNode,
			Self::OpenAlready { .. } | Self::VotedAlready { .. } | Self::NotApproved { .. } => Remedy::None,
			Self::NotCarriedOut | Self::BlockWeights(_) => Remedy::OtherVersion,
		}
	}
}

//! Why a transaction is refused before it enters the pool: numbers for the wire, sentences for people.

use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

macro_rules! refusals {
	($($(#[$doc:meta])* $name:ident = $code:literal => $sentence:literal;)*) => {
		/// A reason carried as [`InvalidTransaction::Custom`]. The numbers never change their meaning.
		#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
		#[repr(u8)]
		pub enum Refusal {
			$($(#[$doc])* $name = $code,)*
		}

		impl Refusal {
			/// Every refusal.
			pub const ALL: &'static [Self] = &[$(Self::$name,)*];

			/// The refusal of a number on the wire.
			pub fn from_code(code: u8) -> Option<Self> {
				Some(match code {
					$($code => Self::$name,)*
					_ => return None,
				})
			}

			/// What happened and what to do next, in a sentence.
			pub fn sentence(self) -> &'static str {
				match self {
					$(Self::$name => $sentence,)*
				}
			}
		}
	};
}

refusals! {
	/// The signer is nobody on this chain.
	NotAdmitted = 1 => "This account is not enrolled, appointed or a validator on this chain, so nothing it sends is accepted.";
	/// The signer's role may not send this call.
	NotYourCall = 2 => "The role of this account does not include this call.";
	/// Too many transactions in this period.
	OverQuota = 3 => "This account has used up its quota of transactions for now. Wait for the next period.";
	/// The nonce is too far ahead.
	NonceAhead = 4 => "An earlier transaction of this account is still pending. Wait until it is in a block.";
	/// A new runtime, which nobody signs, between the closing of a roll and the certificate.
	UpgradeDuringElection = 5 => "An election is between the closing of its roll and its certificate. Apply the upgrade afterwards.";
	/// No such election.
	UnknownElection = 10 => "There is no election with this number.";
	/// The polls are not open.
	NotReceiving = 11 => "The polls of this election are not open.";
	/// The signer's credential is not on the roll.
	NotEligible = 12 => "This credential is not on the roll that this election uses, or it was struck off before the roll closed.";
	/// Entries for other contests than the ballot style's, or not for all of their table slots.
	WrongContests = 13 => "The ballot must have exactly one entry for each contest of the voter's ballot style; in a deniable election one for each table slot of these contests.";
	/// The number of ballots is used up.
	NoBallotsLeft = 14 => "This credential has cast as many ballots as the election allows; the last one counts.";
	/// Bytes that are no group element, or the identity.
	Undecodable = 15 => "The ballot's ciphertext is malformed. Encrypt the selection again.";
	/// The proof of knowledge fails.
	ProofRejected = 16 => "The proof does not hold for this election, contest and credential. Encrypt the ballot again; one made for another cannot be moved.";
	/// Only first ballots are received after closing.
	GraceFirstBallotsOnly = 17 => "The polls have closed; only first ballots on their way are still received.";
	/// Sent after closing.
	SentAfterClosing = 18 => "The polls have closed and this ballot was made afterwards.";
	/// An immortal ballot.
	ImmortalBallot = 19 => "A ballot must be a mortal transaction. Sign it with an era of at most 64 blocks.";
	/// A direct ballot in a deniable election, or the reverse.
	WrongKind = 20 => "This election takes the other kind of ballot: `cast` where the roll holds the credentials, `cast_deniable` where it holds encryptions of them.";
	/// A membership proof for a table of another size.
	MembershipSize = 21 => "A membership proof of the ballot was not made for the table of its contest and slot. Make it from the election's definition.";
	/// A transaction with more bytes than its ballot needs.
	TooLong = 22 => "The transaction is longer than its ballot needs. Send the ballot alone, as this chain's client makes it.";
}

impl From<Refusal> for InvalidTransaction {
	fn from(refusal: Refusal) -> Self {
		Self::Custom(refusal as u8)
	}
}

impl From<Refusal> for TransactionValidityError {
	fn from(refusal: Refusal) -> Self {
		Self::Invalid(refusal.into())
	}
}

impl core::fmt::Display for Refusal {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str(self.sentence())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_refusal_is_found_by_its_number() {
		for refusal in Refusal::ALL {
			assert_eq!(Refusal::from_code(*refusal as u8), Some(*refusal));
		}
		assert_eq!(Refusal::from_code(0), None);
	}
}

//! Why a transaction is refused before it enters the pool, and what to do next.

use crate::catalogue::{tell, Told};
use dobush_primitives::Refusal;

/// The sentence and the hint for a refusal.
pub(super) fn refusal(refusal: Refusal) -> Told {
	match refusal {
		Refusal::NotAdmitted => tell!("refusal-not-admitted"),
		Refusal::NotYourCall => tell!("refusal-not-your-call"),
		Refusal::OverQuota => tell!("refusal-over-quota"),
		Refusal::NonceAhead => tell!("refusal-nonce-ahead"),
		Refusal::UpgradeDuringElection => tell!("refusal-upgrade-during-election"),
		Refusal::UnknownElection => tell!("refusal-unknown-election"),
		Refusal::NotReceiving => tell!("refusal-not-receiving"),
		Refusal::NotEligible => tell!("refusal-not-eligible"),
		Refusal::WrongContests => tell!("refusal-wrong-contests"),
		Refusal::NoBallotsLeft => tell!("refusal-no-ballots-left"),
		Refusal::Undecodable => tell!("refusal-undecodable"),
		Refusal::ProofRejected => tell!("refusal-proof-rejected"),
		Refusal::GraceFirstBallotsOnly => tell!("refusal-grace-first-ballots-only"),
		Refusal::SentAfterClosing => tell!("refusal-sent-after-closing"),
		Refusal::ImmortalBallot => tell!("refusal-immortal-ballot"),
		Refusal::WrongKind => tell!("refusal-wrong-kind"),
		Refusal::MembershipSize => tell!("refusal-membership-size"),
		Refusal::TooLong => tell!("refusal-too-long"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// Other programs show the sentences of `primitives`; a voter who compares the two must find the same words.
	#[test]
	fn the_english_sentences_are_those_of_the_chain() {
		for reason in Refusal::ALL {
			assert_eq!(refusal(*reason).0, reason.sentence());
		}
	}
}

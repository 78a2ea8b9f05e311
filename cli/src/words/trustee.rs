//! What went wrong with a trustee's duty.

use super::list::list_words;
use crate::catalogue::{tell, Told};
use dobush_client::trustee::TrusteeError;

/// The sentence, and what to do next.
pub(super) fn trustee(error: &TrusteeError) -> Told {
	match error {
		TrusteeError::NotAccepted(error) => {
			let (why, hint) = super::chain::chain(error);
			(tell!("trustee-not-accepted", error = why).0, hint)
		}
		TrusteeError::NotFinal { seconds } => tell!("trustee-not-final", seconds = *seconds),
		TrusteeError::BlockNumber { .. } => tell!("trustee-block-number"),
		TrusteeError::NoElection { election } => tell!("trustee-no-election", election = election.to_string()),
		TrusteeError::Record(why) => (why.to_string(), None),
		TrusteeError::OldKeyMissing { subject } => tell!("trustee-old-key-missing", subject = subject.to_string()),
		TrusteeError::RecipientKeyMissing { trustee } => {
			tell!("trustee-recipient-key-missing", trustee = trustee.to_string())
		}
		TrusteeError::RecipientKey(why) => tell!("trustee-recipient-key", error = why.to_string()),
		TrusteeError::DealingMissing { dealer } => tell!("trustee-dealing-missing", dealer = dealer.to_string()),
		TrusteeError::BadDealing { dealer, why } => {
			tell!("trustee-bad-dealing", dealer = dealer.to_string(), error = why.to_string())
		}
		TrusteeError::NothingToComplainAbout { .. } => tell!("trustee-nothing-to-complain-about"),
		TrusteeError::NoKeyMade { .. } => tell!("trustee-no-key-made"),
		TrusteeError::NoSum(reason) => tell!("trustee-no-sum", error = format!("{reason:?}")),
		TrusteeError::OtherKey { .. } => tell!("trustee-other-key"),
		TrusteeError::DamagedRecipientKey(why) => tell!("trustee-damaged-recipient-key", error = why.to_string()),
		TrusteeError::DamagedShare { subject, why } => {
			tell!("trustee-damaged-share", subject = subject.to_string(), error = why.to_string())
		}
		TrusteeError::OtherShare { subject, why } => {
			tell!("trustee-other-share", subject = subject.to_string(), error = why.to_string())
		}
		TrusteeError::OtherElection { .. } => tell!("trustee-other-election"),
		TrusteeError::OtherTrustee { .. } => tell!("trustee-other-trustee"),
		TrusteeError::KeysMissing { .. } => tell!("trustee-keys-missing"),
		TrusteeError::RollKeyMissing { subject } => tell!("trustee-roll-key-missing", subject = subject.to_string()),
		TrusteeError::NoVoteKey { .. } => tell!("trustee-no-vote-key"),
		TrusteeError::NoTaggingKey { .. } => tell!("trustee-no-tagging-key"),
		TrusteeError::NoRollKey => tell!("trustee-no-roll-key"),
		TrusteeError::TallyKey(why) => tell!("trustee-tally-key", error = why.to_string()),
		TrusteeError::PageMissing { .. } => tell!("trustee-page-missing"),
		TrusteeError::OtherDigest { list } => tell!("trustee-other-digest", list = list_words(list)),
		TrusteeError::BadList(why) => tell!("trustee-bad-list", error = why.to_string()),
		TrusteeError::ListTooLong { .. } => tell!("trustee-list-too-long"),
		TrusteeError::TooManyColumns { .. } => tell!("trustee-too-many-columns"),
		TrusteeError::TooLongToMix { .. } => tell!("trustee-too-long-to-mix"),
		TrusteeError::NotMixed(why) => tell!("trustee-not-mixed", error = why.to_string()),
		TrusteeError::BadPanel(why) => tell!("trustee-bad-panel", error = why.to_string()),
		TrusteeError::NoShares(why) => tell!("trustee-no-shares", error = why.to_string()),
		TrusteeError::TagsOfVotes { .. } => tell!("trustee-tags-of-votes"),
		TrusteeError::NotVotes { .. } => tell!("trustee-not-votes"),
	}
}

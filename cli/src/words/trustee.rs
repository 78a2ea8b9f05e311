//! What went wrong with a trustee's duty.

use super::list::list_words;
use ballot_crypto::ceremony::NothingToComplainAbout;
use dobush_client::trustee::TrusteeError;

/// The sentence, and what to do next.
pub(super) fn trustee(error: &TrusteeError) -> (String, Option<String>) {
	let hint = match error {
		TrusteeError::NotAccepted(error) => super::chain::chain(error).1,
		TrusteeError::NotFinal { .. } => Some("`dobush observer status` shows what the election waits for".to_owned()),
		_ => None,
	};
	(sentence(error), hint)
}

fn sentence(error: &TrusteeError) -> String {
	let text = match error {
		TrusteeError::NotAccepted(error) => {
			let (why, _) = super::chain::chain(error);
			return format!("a message of this trustee was not accepted, it will be looked at again: {why}");
		}
		TrusteeError::NotFinal { seconds } => {
			return format!("gave up after {seconds} s of waiting for a message of this trustee to become final");
		}
		TrusteeError::BlockNumber { .. } => "the chain's block number is too large",
		TrusteeError::NoElection { election } => return format!("there is no election {election}"),
		TrusteeError::Record(why) => return why.to_string(),
		TrusteeError::OldKeyMissing { subject } => {
			return format!("the key of {subject}, which is handed over, is missing");
		}
		TrusteeError::RecipientKeyMissing { trustee } => {
			return format!("the recipient key of trustee {trustee} is missing");
		}
		TrusteeError::RecipientKey(why) => return format!("a recipient key cannot be used: {why}"),
		TrusteeError::DealingMissing { dealer } => return format!("the dealing of trustee {dealer} is missing"),
		TrusteeError::BadDealing { dealer, why } => {
			return format!("the chain accepted a dealing of trustee {dealer} that is bad: {why}");
		}
		TrusteeError::NothingToComplainAbout { .. } => return NothingToComplainAbout.to_string(),
		TrusteeError::NoKeyMade { .. } => "the ceremony has finished and there is no key",
		TrusteeError::NoSum(reason) => return format!("the dealings add up to no key: {reason:?}"),
		TrusteeError::OtherKey { .. } => {
			"the chain's key is not what the dealings add up to; this trustee does not use it"
		}
		TrusteeError::DamagedRecipientKey(why) => return format!("the vault's recipient key is damaged: {why}"),
		TrusteeError::DamagedShare { subject, why } => {
			return format!("the vault's share of the key of {subject} is damaged: {why}");
		}
		TrusteeError::OtherShare { subject, why } => return format!("the vault's share of {subject}: {why}"),
		TrusteeError::OtherElection { .. } => "the node names duties of another election",
		TrusteeError::OtherTrustee { .. } => "the node names duties of another trustee",
		TrusteeError::KeysMissing { .. } => "the election is being tallied and there is no key",
		TrusteeError::RollKeyMissing { subject } => return format!("the key of {subject} is missing"),
		TrusteeError::NoVoteKey { .. } => "the ceremony has made no key",
		TrusteeError::NoTaggingKey { .. } => "the ceremony of this election has made no tagging key",
		TrusteeError::NoRollKey => "this election uses no roll key",
		TrusteeError::TallyKey(why) => return format!("a key of the tally: {why}"),
		TrusteeError::PageMissing { .. } => "a page of the list is missing",
		TrusteeError::OtherDigest { list } => {
			return format!(
				"the pages of {} do not have the digest that the chain names; nothing is signed for them",
				list_words(list)
			);
		}
		TrusteeError::BadList(why) => return format!("the list: {why}"),
		TrusteeError::ListTooLong { .. } => "the list is too long",
		TrusteeError::TooManyColumns { .. } => "the list has more columns than a mix can have",
		TrusteeError::TooLongToMix { .. } => "the list is longer than a mix can be",
		TrusteeError::NotMixed(why) => return format!("the list cannot be mixed: {why}"),
		TrusteeError::BadPanel(why) => return format!("the chain names a set of trustees that is none: {why}"),
		TrusteeError::NoShares(why) => return format!("the shares cannot be made: {why}"),
		TrusteeError::TagsOfVotes { .. } => {
			"the chain asks to tag votes, or to open their tags; nothing is signed for them"
		}
		TrusteeError::NotVotes { .. } => "the chain asks to decrypt what is no list of votes; nothing is signed for it",
	};
	text.to_owned()
}

//! What went wrong in the SDK, in one sentence, and what to do next.

use super::{
	ballot, booth, casting, chain, commission, desk, envelopes, files, keys, observer, papers, registry, roll, trust,
	trustee, voter,
};
use crate::failure::Failure;
use dobush_client::{ChainError, Error};

impl From<Error> for Failure {
	fn from(error: Error) -> Self {
		let failure = match words(&error) {
			(sentence, Some(hint)) => Self::new(sentence).hint(hint),
			(sentence, None) => Self::new(sentence),
		};
		failure.code(casting::code(&error))
	}
}

impl From<ChainError> for Failure {
	fn from(error: ChainError) -> Self {
		Error::from(error).into()
	}
}

impl From<Failure> for Error {
	fn from(failure: Failure) -> Self {
		Self::Caller { sentence: failure.to_string(), hint: failure.next_step().map(str::to_owned) }
	}
}

/// The sentence, and what to do next.
pub(super) fn words(error: &Error) -> (String, Option<String>) {
	match error {
		Error::Chain(error) => chain::chain(error),
		Error::Files(error) => files::files(error),
		Error::Ballot(error) => ballot::ballot(error),
		Error::Voter(error) => voter::voter(error),
		Error::Booth(error) => booth::booth(error),
		Error::Roll(error) => roll::roll(error),
		Error::Envelopes(error) => envelopes::envelopes(error),
		Error::Desk(error) => desk::desk(error),
		Error::Trustee(error) => trustee::trustee(error),
		Error::Commission(error) => commission::commission(error),
		Error::Observer(error) => observer::observer(error),
		Error::Keys(error) => keys::keys(error),
		Error::Trust(error) => trust::trust(error),
		Error::Registry(error) => registry::registry(error),
		Error::Paper(error) => papers::papers(error),
		Error::Casting { reached, error } => casting::casting(reached, words(error)),
		Error::Caller { sentence, hint } => (sentence.clone(), hint.clone()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_primitives::Refusal as BallotRefusal;

	/// The runtime does not explain why it cannot read a transaction: the words say what is known and what to look at.
	#[test]
	fn an_unreadable_transaction_and_a_used_up_quota_come_with_the_next_step() {
		let unreadable = Failure::from(ChainError::Unreadable);
		let hint = unreadable.next_step().unwrap_or_default();
		assert!(unreadable.to_string().contains("cannot read this transaction"), "{unreadable}");
		assert!(hint.contains("sr25519") && hint.contains("too long"), "{hint}");
		let quota = Failure::from(ChainError::Refused(BallotRefusal::OverQuota));
		assert!(quota.next_step().is_some_and(|hint| hint.contains("600 blocks")), "{quota:?}");
	}
}

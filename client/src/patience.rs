//! Asking again while a node is silent, for as long as somebody has patience.

use crate::{
	chain::{
		error::{AnswerFault, Awaited},
		ChainError,
	},
	error::Error,
	progress::{Notice, Progress},
	voter::VoterError,
};
use std::time::{Duration, Instant};
use tokio::time;

/// How long voters' programs ask again before they say that no node answers.
pub const OF_A_VOTER: Duration = Duration::from_secs(60);

/// The time between two attempts.
const PAUSE: Duration = Duration::from_secs(2);

/// Counts the time since the first of several failures in a row.
#[derive(Clone, Debug)]
pub struct Patience {
	limit: Option<Duration>,
	since: Option<Instant>,
}

impl Patience {
	/// For at most so long after the first failure; for ever without a limit.
	pub fn new(limit: Option<Duration>) -> Self {
		Self { limit, since: None }
	}

	/// After a failure: waits a little and says whether to ask again. An error that no waiting mends is none to ask again after. The
	/// first failure of a row is told.
	pub async fn again(&mut self, error: &Error, progress: &dyn Progress) -> bool {
		if !passes(error) {
			return false;
		}
		if self.since.is_none() {
			progress.notice(&Notice::AskingAgain { error, at_most: self.limit });
		}
		let since = *self.since.get_or_insert_with(Instant::now);
		if self.limit.is_some_and(|limit| since.elapsed() >= limit) {
			return false;
		}
		time::sleep(PAUSE).await;
		true
	}

	/// The node has answered.
	pub fn answered(&mut self) {
		self.since = None;
	}
}

/// Whether the same question may be answered by itself a little later: no node answers, or one that was started again is a few
/// blocks behind.
pub fn passes(error: &Error) -> bool {
	let chain = match error {
		Error::Chain(error) | Error::Voter(VoterError::Relay { error }) => error,
		_ => return false,
	};
	matches!(
		chain,
		ChainError::Unreachable { .. }
			| ChainError::PoolBusy(_)
			| ChainError::Relay { busy: true, .. }
			| ChainError::Answer(AnswerFault::NoBlock { .. } | AnswerFault::NoBlockNumber { .. })
			| ChainError::Timeout { what: Awaited::Justification, .. }
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{chain::error::UnreachableCause, progress::Silent};
	use dobush_primitives::Refusal;

	fn silent() -> Error {
		ChainError::Unreachable { urls: Vec::new(), cause: UnreachableCause::Silent }.into()
	}

	#[tokio::test]
	async fn silence_is_borne_for_a_while_and_a_refusal_not_at_all() {
		let mut patience = Patience::new(Some(Duration::from_millis(1)));
		assert!(!patience.again(&ChainError::Refused(Refusal::NotEligible).into(), &Silent).await);
		assert!(patience.again(&silent(), &Silent).await);
		assert!(!patience.again(&silent(), &Silent).await, "its time is over");
		patience.answered();
		assert!(patience.again(&silent(), &Silent).await, "the next row of failures begins anew");
	}
}

//! The SDK's progress and notices, as bars and notes on the terminal.

use crate::{
	failure::Failure,
	output::{Bar, Output},
};
use dobush_client::progress::{Notice, Progress, Steps, Work};

impl Progress for Output {
	fn notice(&self, notice: &Notice<'_>) {
		self.say(format!("note: {}", notice_words(notice)));
	}

	fn begin(&self, work: Work<'_>, length: Option<u64>) -> Box<dyn Steps> {
		Box::new(match length {
			Some(length) => self.bar(length, work_words(work)),
			None => self.spinner(work_words(work)),
		})
	}
}

impl Steps for Bar {
	fn add(&self, steps: u64) {
		Self::add(self, steps);
	}

	fn now(&self, work: Work<'_>) {
		self.message(work_words(work));
	}
}

fn work_words(work: Work<'_>) -> &str {
	match work {
		Work::Enrolling => "enrolling",
		Work::FollowingValidators => "following changes of validators",
		Work::AwaitingFinality => "waiting until the ballot is final",
		Work::ProvingInclusion => "proving that it is in the box",
		Work::AwaitingMembershipCheck => "waiting until the chain has checked that every selection is a legal one",
		Work::Other(words) => words,
		_ => "working",
	}
}

fn notice_words(notice: &Notice<'_>) -> String {
	match notice {
		Notice::PinnedOnFirstUse { authorities, set_id, file } => format!(
			"first connection to this chain. Its {authorities} validators (set {set_id}) are taken from the node's word and pinned in \
			 {}. Compare the keys in that file with the commission's publication, or give one with --pin.",
			file.display()
		),
		Notice::RelayNotEncrypted => {
			"the way to this relay is not encrypted: who watches your network sees which credential casts. Prefer https://".to_owned()
		}
		Notice::EarlierBallot => "a ballot of this credential was sent a moment ago; once it is final, this one replaces it. \
			 Was it not you? Then your credential is known to somebody else"
			.to_owned(),
		Notice::RollEntry(found) => Failure::from((*found).clone()).to_string(),
		_ => "the SDK has something to say that this program has no words for".to_owned(),
	}
}

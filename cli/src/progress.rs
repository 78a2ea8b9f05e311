//! The SDK's progress and notices, as bars and notes. Nothing is waited for in silence: on a terminal a spinner says what for and
//! since when; elsewhere a note comes after five seconds, and again every half minute.

use crate::{
	failure::Failure,
	output::{Bar, Output},
	words,
};
use dobush_client::progress::{Notice, Progress, Steps, Work};
use std::{
	io::IsTerminal,
	sync::{mpsc, Arc, Mutex, PoisonError},
	thread,
	time::{Duration, Instant},
};

/// When the first note comes, and how often it is repeated.
const NOTES: (Duration, Duration) = (Duration::from_secs(4), Duration::from_secs(30));

impl Progress for Output {
	fn notice(&self, notice: &Notice<'_>) {
		self.say(format!("note: {}", notice_words(notice)));
	}

	fn begin(&self, work: Work<'_>, length: Option<u64>) -> Box<dyn Steps> {
		let bar = match length {
			Some(length) => self.bar(length, &work_words(work)),
			None => self.spinner(&work_words(work)),
		};
		let teller = (!self.is_quiet() && !std::io::stderr().is_terminal()).then(|| {
			let output = self.clone();
			Teller::begin(NOTES, work_words(work), move |words| output.say(words))
		});
		Box::new(Waiting { bar, teller })
	}
}

/// A bar, and a teller where nobody sees it.
struct Waiting {
	bar: Bar,
	teller: Option<Teller>,
}

impl Steps for Waiting {
	fn add(&self, steps: u64) {
		self.bar.add(steps);
	}

	fn now(&self, work: Work<'_>) {
		self.bar.message(&work_words(work));
		if let Some(teller) = &self.teller {
			teller.now(work_words(work));
		}
	}
}

/// Says now and then what is waited for; ends when it is dropped.
struct Teller {
	work: Arc<Mutex<String>>,
	_end: mpsc::Sender<()>,
}

impl Teller {
	fn begin((first, again): (Duration, Duration), work: String, say: impl Fn(String) + Send + 'static) -> Self {
		let (end, ended) = mpsc::channel::<()>();
		let work = Arc::new(Mutex::new(work));
		let shared = work.clone();
		thread::spawn(move || {
			let since = Instant::now();
			let mut pause = first;
			// A sender that is dropped is an end at once; only time brings a note.
			while ended.recv_timeout(pause) == Err(mpsc::RecvTimeoutError::Timeout) {
				let work = shared.lock().unwrap_or_else(PoisonError::into_inner).clone();
				say(format!("{work} ({} s so far)", since.elapsed().as_secs()));
				pause = again;
			}
		});
		Self { work, _end: end }
	}

	fn now(&self, work: String) {
		*self.work.lock().unwrap_or_else(PoisonError::into_inner) = work;
	}
}

fn work_words(work: Work<'_>) -> String {
	let words = match work {
		Work::Enrolling => "enrolling",
		Work::FollowingValidators => "following changes of validators",
		Work::Connecting => "connecting to a node",
		Work::ProvingFinality => "waiting for the proof that a block is final, signed by the pinned validators",
		Work::ReadingPaper => "reading ballot paper and roll with proofs",
		Work::Sending => "handing the ballot in",
		Work::AwaitingEarlier => "waiting for the earlier ballot of this key",
		Work::AwaitingBlock => "the ballot is handed in: waiting until it is in a block; it is valid for 64 blocks",
		Work::AwaitingFinality => {
			"the ballot is in a block: waiting until that is final, as long as the validators take"
		}
		Work::ProvingInclusion => "proving that it is in the box",
		Work::AwaitingMembershipCheck => "waiting until the chain has checked that every selection is a legal one",
		Work::Other(words) => words,
		_ => "working",
	};
	match work.at_most() {
		Some(most) if work == Work::Connecting => {
			format!("{words}, {} at most for each that is named", words::notes::duration(most))
		}
		Some(most) => format!("{words}, {} at most", words::notes::duration(most)),
		None => words.to_owned(),
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
		Notice::AskingAgain { error, at_most } => {
			let long = at_most.map_or_else(
				|| "until one does; Ctrl-C ends it".to_owned(),
				|most| format!("for {} at most", words::notes::duration(most)),
			);
			format!("{}: asking again {long}", Failure::from((*error).clone()))
		}
		Notice::ReceiptNotKept(error) => format!(
			"the receipt could not be brought up to date: {}. The ballot is not affected",
			Failure::from((*error).clone())
		),
		Notice::ReceiptOfEarlierChain { file } => format!(
			"the receipt {} is of an earlier chain that has begun with the same block; it is left alone",
			file.display()
		),
		_ => "the SDK has something to say that this program has no words for".to_owned(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn whoever_waits_hears_what_for_and_nothing_after_the_end() {
		let (heard, notes) = mpsc::channel();
		let soon = (Duration::from_millis(20), Duration::from_millis(20));
		let teller = Teller::begin(soon, work_words(Work::Connecting), move |words| heard.send(words).expect("heard"));
		let first = notes.recv_timeout(Duration::from_secs(10)).expect("a note");
		assert!(first.starts_with("connecting to a node, 25 s at most for each that is named ("), "{first}");
		teller.now(work_words(Work::AwaitingFinality));
		let until = Instant::now() + Duration::from_secs(10);
		while !notes.recv_timeout(Duration::from_secs(10)).expect("a note").contains("until that is final") {
			assert!(Instant::now() < until, "it says what is waited for now");
		}
		drop(teller);
		while notes.recv_timeout(Duration::from_secs(10)).is_ok() {
			assert!(Instant::now() < until, "it ends");
		}
	}
}

//! Why a rehearsal cannot go on, in one sentence, and what to do next.

use super::{desk, sdk};
use crate::failure::Failure;
use dobush_client::keys::address;
use dobush_rehearsal::{Awaited, Failure as Cause};

impl From<Cause> for Failure {
	fn from(cause: Cause) -> Self {
		let (sentence, hint) = words(&cause);
		match hint {
			Some(hint) => Self::new(sentence).hint(hint),
			None => Self::new(sentence),
		}
	}
}

/// The sentence, and what to do next.
fn words(cause: &Cause) -> (String, Option<String>) {
	match cause {
		Cause::Sdk(error) => sdk::words(error),
		other => (sentence(other), hint(other)),
	}
}

fn sentence(cause: &Cause) -> String {
	match cause {
		Cause::Sdk(error) => sdk::words(error).0,
		Cause::NoProgram { name, path, .. } => format!("there is no {name} at {}", path.display()),
		Cause::NotStarted { program, error } => format!("cannot start {}: {error}", program.display()),
		Cause::Ended { name, status } => format!("the {name} has ended by itself: {status}"),
		Cause::NotUp { why, .. } => words(why).0,
		Cause::File { path, error } => format!("cannot use {}: {error}", path.display()),
		Cause::NoPort => "there is no free port".to_owned(),
		Cause::InVain { awaited, patience } => match awaited {
			Awaited::Answer => format!("the node does not answer within {} s", patience.as_secs()),
			Awaited::Phase(phase) => {
				format!("the election has not come to phase {phase:?} within {} s", patience.as_secs())
			}
			Awaited::RollKey(roll) => format!("roll {roll} has no key after {} s", patience.as_secs()),
			Awaited::Other(what) => format!("waited {} s in vain: {what}", patience.as_secs()),
		},
		Cause::NoElection(election) => format!("election {election} is not on the chain"),
		Cause::Missed(election) => {
			format!("the polls of election {election} could not open before they should have closed")
		}
		Cause::TooLong { text, most } => format!("`{text}` is longer than {most} bytes"),
		Cause::TooMany { count, most } => format!("{count} are too many; at most {most} are possible"),
		Cause::Clock => "this machine's clock is wrong".to_owned(),
		Cause::NobodyIn(unit) => format!("nobody votes in unit {unit}"),
		Cause::NoDesk(unit) => format!("unit {unit} has no desk"),
		Cause::NoPaper(unit) => format!("unit {unit} has no ballot paper"),
		Cause::NoEnvelope(unit) => format!("a booth of unit {unit} has run out of envelopes"),
		Cause::NoBooth(booth) => {
			format!("papers name the booth {}, which nobody has opened", address(&(*booth).into()))
		}
		Cause::NoTicket(person) => format!("person {person} has no ticket"),
		Cause::NoCredential(person) => format!("person {person} came home without a credential that counts"),
		Cause::Held { count, unit, why } => format!("{count} enrolments of unit {unit} wait: {}", desk::held(*why)),
	}
}

fn hint(cause: &Cause) -> Option<String> {
	Some(match cause {
		Cause::NoProgram { variable, .. } => {
			format!("`scripts/install` builds it; --node-binary PATH or the variable {variable} names another one")
		}
		Cause::NotStarted { .. } => "see whether the file is a program that this machine runs".to_owned(),
		Cause::NotUp { last_words, .. } => format!("see what the node said:\n{last_words}"),
		Cause::InVain { .. } => {
			"a slower machine needs more time; the logs above say what the node and the trustees did".to_owned()
		}
		Cause::NobodyIn(_) => "choose a smaller --scale".to_owned(),
		Cause::Clock => "set the clock".to_owned(),
		Cause::Sdk(error) => return sdk::words(error).1,
		Cause::Ended { .. }
		| Cause::File { .. }
		| Cause::NoPort
		| Cause::NoElection(_)
		| Cause::Missed(_)
		| Cause::TooLong { .. }
		| Cause::TooMany { .. }
		| Cause::NoDesk(_)
		| Cause::NoPaper(_)
		| Cause::NoEnvelope(_)
		| Cause::NoBooth(_)
		| Cause::NoTicket(_)
		| Cause::NoCredential(_)
		| Cause::Held { .. } => return None,
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{path::PathBuf, time::Duration};

	#[test]
	fn a_node_that_is_missing_or_stays_silent_comes_with_the_next_step() {
		let path = PathBuf::from("no-such-node");
		let missing = Failure::from(Cause::NoProgram { name: "dobush-node", path, variable: "DOBUSH_NODE_BINARY" });
		assert_eq!(missing.to_string(), "there is no dobush-node at no-such-node");
		let step = missing.next_step().unwrap_or_default();
		assert!(step.contains("--node-binary") && step.contains("DOBUSH_NODE_BINARY"), "{step}");

		let why = Cause::InVain { awaited: Awaited::Answer, patience: Duration::from_secs(300) };
		let last_words = "--- last lines of node:\nError: no space left".to_owned();
		let silent = Failure::from(Cause::NotUp { why: Box::new(why), last_words });
		assert_eq!(silent.to_string(), "the node does not answer within 300 s");
		assert!(silent.next_step().is_some_and(|step| step.ends_with("no space left")), "{silent:?}");
	}
}

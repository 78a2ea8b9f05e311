//! What is wrong with a scanned paper, in one sentence, and what to do next.

use crate::failure::Failure;
use ballot_crypto::booth::{Refusal, Unreadable};
use dobush_client::{
	papers::{sign, PaperError},
	Error,
};

impl From<Unreadable> for Failure {
	fn from(why: Unreadable) -> Self {
		Error::from(why).into()
	}
}

impl From<Refusal> for Failure {
	fn from(why: Refusal) -> Self {
		Error::from(why).into()
	}
}

/// The sentence and the hint for an error.
pub(super) fn papers(error: &PaperError) -> (String, Option<String>) {
	let (sentence, hint) = match error {
		PaperError::Unreadable(why) => (why.to_string(), after_unreadable(why)),
		PaperError::Refused(why) => (refused(why), after_refusal(why)),
	};
	(sentence, Some(hint.to_owned()))
}

fn refused(why: &Refusal) -> String {
	match why {
		// The paper shows a sign and no number.
		Refusal::OtherSymbol { wanted, found } => {
			format!("the envelope bears {}, the print asks for {}; take another envelope", sign(*found), sign(*wanted))
		}
		why => why.to_string(),
	}
}

fn after_unreadable(why: &Unreadable) -> &'static str {
	match why {
		Unreadable::NotOurs => "scan the code on the paper; its text has only digits, capital letters and signs",
		Unreadable::Version(_) => "the newest program reads all papers",
		Unreadable::OtherKind { .. } => "nothing is lost; scan the right paper",
		Unreadable::Length { .. } | Unreadable::Torn | Unreadable::Content => {
			"nothing is lost; if the paper itself is torn, ask the staff: another one can be printed or made"
		}
		Unreadable::OtherChain => "check --node: papers serve the chain that they were printed for and no other",
	}
}

fn after_refusal(why: &Refusal) -> &'static str {
	match why {
		Refusal::OtherChain => "check --node: papers serve the chain that they were printed for and no other",
		Refusal::OtherUnit { .. } => "nothing is lost; the ticket stays good for its own unit",
		Refusal::UnknownDesk | Refusal::TicketSignature | Refusal::Slip(_) => {
			"the voter goes back to the desk and gets a new ticket; nothing was made for this one"
		}
		Refusal::NoRange => "give --fakes as two numbers, such as 1-4",
		Refusal::RealIsPrinted => "the voter may take fake ones, or leave",
		Refusal::NoMoreFakes => "how many there would be was drawn when the ticket was scanned; nobody can have more",
		Refusal::OtherBooth | Refusal::Envelope(_) | Refusal::OtherSymbol { .. } => {
			"the credential waits: scan another envelope"
		}
	}
}

//! What is wrong with scanned papers, in one sentence, and what to do next.

use crate::{
	catalogue::{say, tell, Told},
	failure::Failure,
};
use ballot_crypto::{
	booth::{Fault, Kind, Refusal, Unreadable},
	envelope::NotFresh,
};
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
pub(super) fn papers(error: &PaperError) -> Told {
	match error {
		PaperError::Unreadable(why) => unreadable(why),
		PaperError::Refused(why) => refused(why),
	}
}

fn unreadable(why: &Unreadable) -> Told {
	match why {
		Unreadable::NotOurs => tell!("papers-not-ours"),
		Unreadable::Version(version) => tell!("papers-version", version = version.to_string()),
		Unreadable::OtherKind { wanted, found } => {
			tell!("papers-other-kind", wanted = kind(*wanted), found = kind(*found))
		}
		Unreadable::Length { wanted, found } => tell!("papers-length", wanted = *wanted, found = *found),
		Unreadable::Torn => tell!("papers-torn"),
		Unreadable::Content => tell!("papers-content"),
		Unreadable::OtherChain => tell!("papers-other-chain"),
	}
}

fn kind(kind: Kind) -> String {
	match kind {
		Kind::Ticket => say!("kind-ticket"),
		Kind::Envelope => say!("kind-envelope"),
		Kind::Commit => say!("kind-commit"),
		Kind::Checkout => say!("kind-checkout"),
		Kind::Response => say!("kind-response"),
		Kind::Slip => say!("kind-slip"),
	}
}

fn refused(why: &Refusal) -> Told {
	match why {
		Refusal::OtherChain => tell!("papers-other-chain"),
		Refusal::OtherUnit { ticket, booth } => {
			tell!("booth-other-unit", ticket = ticket.to_string(), booth = booth.to_string())
		}
		Refusal::UnknownDesk => tell!("booth-unknown-desk"),
		Refusal::TicketSignature => tell!("booth-ticket-signature"),
		Refusal::Slip(why) => tell!("booth-slip", error = why.to_string()),
		Refusal::NoRange => tell!("booth-no-range"),
		Refusal::RealIsPrinted => tell!("booth-real-is-printed"),
		Refusal::NoMoreFakes => tell!("booth-no-more-fakes"),
		Refusal::OtherBooth | Refusal::Envelope(NotFresh::OtherBooth) => tell!("booth-envelope-other-booth"),
		Refusal::Envelope(NotFresh::Spent) => tell!("booth-envelope-spent"),
		Refusal::Envelope(NotFresh::Unregistered) => tell!("booth-envelope-unregistered"),
		// The paper shows a sign and no number.
		Refusal::OtherSymbol { wanted, found } => {
			tell!("booth-other-symbol", wanted = sign(*wanted), found = sign(*found))
		}
	}
}

/// Why papers give no credential.
pub(super) fn fault(fault: &Fault) -> Told {
	match fault {
		Fault::OtherChain => tell!("fault-other-chain"),
		Fault::ThirdPrint => tell!("fault-third-print"),
		Fault::SecondPrint => tell!("fault-second-print"),
		Fault::OtherEnvelope => tell!("fault-other-envelope"),
		Fault::OtherSlip => tell!("fault-other-slip"),
		Fault::Booth => tell!("fault-booth"),
		Fault::Desk => tell!("fault-desk"),
		Fault::Signature(print) => tell!("fault-signature", print = print.to_string()),
		Fault::Envelope => tell!("fault-envelope"),
		Fault::Malformed => tell!("fault-malformed"),
		Fault::Transcript(why) => tell!("fault-proof", error = why.to_string()),
		Fault::Order(why) => tell!("fault-proof", error = why.to_string()),
		Fault::NotActive => tell!("fault-not-active"),
		Fault::NotInBatch => tell!("fault-not-in-batch"),
		Fault::EnvelopeBeside => tell!("fault-envelope-beside"),
		Fault::NotEnrolled => tell!("fault-not-enrolled"),
		Fault::Moved { roll, papers } => tell!("fault-moved", roll = roll.to_string(), papers = papers.to_string()),
		Fault::Replaced => tell!("fault-replaced"),
	}
}

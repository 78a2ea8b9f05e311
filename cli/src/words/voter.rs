//! What went wrong with activating papers, casting, or finding a ballot, in one sentence, and what to do next.

use super::{chain, papers, voter_status};
use crate::output::number;
use dobush_client::voter::{PaperPart, VoterError, VoterFile};

const PAPERS_OF_A_CREDENTIAL: &str =
	"a credential has three prints, its envelope, and the slip that serves all credentials of a visit";

pub(super) fn voter(error: &VoterError) -> (String, Option<String>) {
	match error {
		VoterError::Papers(fault) => papers::fault(fault),
		_ => (sentence(error), hint(error).map(str::to_owned)),
	}
}

fn sentence(error: &VoterError) -> String {
	match error {
		VoterError::RelayAddress { url } => format!("`{url}` is no address of a relay"),
		VoterError::Relay { error } => format!("the relay: {}", chain::chain(error).0),
		VoterError::TicketAmongPapers => "this is a check-in ticket, which is for the booth".to_owned(),
		VoterError::PapersDiffer { kind } => format!("{kind} was scanned twice, and they differ"),
		VoterError::PaperMissing { kind } => format!("{kind} is missing"),
		VoterError::Papers(fault) => papers::fault(fault).0,
		VoterError::StruckOff { block } => format!(
			"the roll entry of these papers was struck off in block {}: you have moved, or were struck off",
			number(*block)
		),
		VoterError::ActivatedTooLate { activated_in, election, closed_in } => format!(
			"this credential was activated in block {}, and the roll of election {election} was fixed in block {}: \
			 it serves later elections",
			number(*activated_in),
			number(*closed_in)
		),
		VoterError::CredentialOfOtherChain => "this credential belongs to another chain".to_owned(),
		VoterError::BoothNotCertified => "these papers were not printed by a certified booth".to_owned(),
		VoterError::CountedButMissing { item } => {
			format!("the chain has not what it counts in {item}; report it")
		}
		VoterError::NoElectionWithUnit { election, unit } => {
			format!("there is no election {election} with unit {unit}")
		}
		VoterError::NotOnChain { part, election } => {
			let part = match part {
				PaperPart::BallotStyle => "ballot style",
				PaperPart::Contest => "contest",
				PaperPart::VoteKey => "vote key",
			};
			format!("the {part} of election {election} is not on the chain")
		}
		VoterError::PollsNotOpen { election, phase, calendar, missed } => {
			format!("the polls of election {election} are not open: {}", voter_status::polls(*phase, calendar, *missed))
		}
		VoterError::NotYetCast { block, until } => format!(
			"your ballot is not in the box yet (block {}); it may come until block {}",
			number(*block),
			number(*until)
		),
		VoterError::NeverArrived { until } => format!(
			"your ballot is not in the box, and cannot come any more: it was valid until block {}",
			number(*until)
		),
		VoterError::NeverSent => "the ballot of this receipt was never sent: it is not in the box".to_owned(),
		VoterError::NodeBehind { block, wanted } => format!(
			"the node is behind: its newest finalised block is {}, and the ballot is in block {}",
			number(*block),
			number(*wanted)
		),
		VoterError::ReceiptExists { path } => format!("{} exists: no receipt is written over it", path.display()),
		VoterError::NoReceipt { path, error } => format!("{} is no receipt: {error}", path.display()),
		VoterError::File { file, path, error } => {
			let what = match file {
				VoterFile::Receipt => "write the receipt",
				VoterFile::ReadReceipt => "read the receipt",
				VoterFile::SealedBallot => "write the sealed ballot",
				VoterFile::Mark => "mark the sealed ballot as used in",
			};
			format!("cannot {what} {}: {}", path.display(), error.get())
		}
		VoterError::NoFolder => {
			"nothing says where receipts are kept: DOBUSH_STATE, XDG_DATA_HOME and HOME are not set".to_owned()
		}
		VoterError::NothingSubmitted => "nothing was submitted".to_owned(),
		VoterError::OtherReceipt => "the chain's receipt is not that of this ballot".to_owned(),
		VoterError::ReceiptOfOtherChain => "the receipt is of another chain".to_owned(),
		VoterError::ReceiptUnreadable => "the receipt's ciphertexts cannot be read".to_owned(),
		VoterError::Dropped { block } => format!(
			"block {}: the ballot was dropped: it does not show that each of its selections is a legal one, \
			 and it does not count",
			number(*block)
		),
		VoterError::NoBallot { block } => format!("block {block}: there is no ballot of this credential in the box"),
		VoterError::AnotherBallot { block, times } => {
			let times = times.map_or_else(String::new, |times| format!(" (it has cast {times} times)"));
			format!("block {block}: another ballot of this credential is in the box{times}")
		}
		VoterError::BallotsMissing { unit } => {
			format!("the box of unit {unit} has not the ballots that it counts; report it")
		}
	}
}

fn hint(error: &VoterError) -> Option<&'static str> {
	Some(match error {
		VoterError::RelayAddress { .. } => {
			"it begins with https:// (or with http://, on this machine or to an onion service); nodes are named with --node"
		}
		VoterError::Relay { .. } => "name another relay with --relay, or leave it out and cast at a node",
		VoterError::TicketAmongPapers | VoterError::PaperMissing { .. } => PAPERS_OF_A_CREDENTIAL,
		VoterError::PapersDiffer { .. } => "scan the papers of one credential at a time",
		VoterError::StruckOff { .. } => {
			"use the papers of your newest visit; if you have neither moved nor been struck off, go to the desk"
		}
		VoterError::ActivatedTooLate { .. } => {
			"nothing is lost: papers of a visit before that serve this election; who has none votes from the next one on"
		}
		VoterError::CredentialOfOtherChain => "name a node of its chain with --node",
		VoterError::BoothNotCertified => {
			"compare --node with the chain that your papers are for; if it is the right one, report the booth"
		}
		VoterError::NoElectionWithUnit { .. } => "`dobush observer status` lists the elections",
		VoterError::OtherReceipt => "try another node",
		VoterError::ReceiptOfOtherChain => "name a node of the chain on which the ballot was cast, with --node",
		VoterError::Dropped { .. } => {
			"while the polls are open, cast again with another device or program: this one made a bad proof. \
			 An earlier ballot does not return"
		}
		VoterError::NoBallot { .. } => {
			"if the command that cast it said that it is final, tell the commission; else cast again"
		}
		VoterError::AnotherBallot { .. } => {
			"if you have voted again later, verify that receipt instead; if not, somebody else has your credential"
		}
		VoterError::PollsNotOpen { .. } => "`dobush observer status` shows what the election waits for",
		VoterError::NotYetCast { .. } => "look again in a minute; do not cast again before it says that it cannot come any more",
		VoterError::NeverArrived { .. } | VoterError::NeverSent => "cast again while the polls are open",
		VoterError::NodeBehind { .. } => "wait until it has caught up, or name another node with --node",
		VoterError::ReceiptExists { .. } => "name another file with --receipt, or none: receipts have a folder of their own",
		VoterError::NoReceipt { .. } => "`dobush voter verify` without a file finds the receipts of this device",
		VoterError::File { .. } => "make room or get the right to write there, or name another file",
		VoterError::NoFolder => "set DOBUSH_STATE to a folder, or name a file with --receipt",
		VoterError::CountedButMissing { .. } | VoterError::NotOnChain { .. } | VoterError::NothingSubmitted => {
			return None
		}
		VoterError::ReceiptUnreadable | VoterError::BallotsMissing { .. } | VoterError::Papers(_) => return None,
	})
}

//! What went wrong at a desk, and why enrolments wait.

use super::{files, registry};
use dobush_client::desk::{sending::LeftOut, submission::Held, DeskError, NotTaken, VotersFault};

/// The sentence, and what to do next.
pub(super) fn desk(error: &DeskError) -> (String, Option<String>) {
	(sentence(error), hint(error).map(str::to_owned))
}

fn sentence(error: &DeskError) -> String {
	match error {
		DeskError::ReadVoters { path, error } => {
			format!("cannot read the voters file {}: {}", path.display(), error.get())
		}
		DeskError::VotersLine { line, fault } => {
			format!("line {line} of the voters file cannot be read: {}", voters_fault(fault))
		}
		DeskError::CredentialUsed { voter } => format!(
			"the credential of voter {voter:?} is on the chain already, for somebody else, another unit, or struck off"
		),
		DeskError::NotTaken(why) => not_taken(*why),
	}
}

fn hint(error: &DeskError) -> Option<&'static str> {
	Some(match error {
		DeskError::ReadVoters { .. } => "give the path of a UTF-8 CSV file with the header `voter_id,unit,credential`",
		DeskError::VotersLine { .. } => {
			"a voters file starts with `voter_id,unit,credential`; a line is a pseudonym (64 hexadecimal digits), a number and an address"
		}
		DeskError::CredentialUsed { .. } => "every enrolment needs a credential that was never used before",
		DeskError::NotTaken(NotTaken::OtherDesk) => "send the voter to the desk that has checked them in",
		DeskError::NotTaken(NotTaken::Twice) => {
			"nothing more is to be done: it will be submitted with the others"
		}
		DeskError::NotTaken(NotTaken::NoTicket) => {
			"if the voter was enrolled from it before, nothing is to be done; else check the voter in again, from the beginning"
		}
		DeskError::NotTaken(NotTaken::OtherTicket) => {
			"a lost ticket was replaced: take the second print of the newest visit, or check in again"
		}
		DeskError::NotTaken(NotTaken::Rejected(_)) => {
			"report this booth, keep the print, and check the voter in again for another booth"
		}
	})
}

fn voters_fault(fault: &VotersFault) -> String {
	match fault {
		VotersFault::Csv { reason } => reason.clone(),
		VotersFault::Header => "the header must be `voter_id,unit,credential`".to_owned(),
		VotersFault::Columns { found } => format!("it has {found} columns instead of 3"),
		VotersFault::VoterId { found } => registry::no_pseudonym(found).0,
		VotersFault::Credential { found } => files::no_address(found),
		VotersFault::Unit { found } => format!("`{found}` is no unit's number"),
		VotersFault::SecondVoter => "this voter appears a second time".to_owned(),
		VotersFault::SecondCredential => "this credential appears a second time".to_owned(),
	}
}

fn not_taken(why: NotTaken) -> String {
	match why {
		NotTaken::OtherDesk => "this second print belongs to another desk".to_owned(),
		NotTaken::Twice => "this second print was handed in already".to_owned(),
		NotTaken::NoTicket => "this desk has issued no ticket for this voter that is still open".to_owned(),
		NotTaken::OtherTicket => "this second print is not for the ticket that this desk has issued last".to_owned(),
		NotTaken::Rejected(why) => why.to_string(),
	}
}

/// Why an enrolment waits.
pub fn held(why: Held) -> String {
	match why {
		Held::NotActive => "their booth has not activated the batch yet".to_owned(),
		Held::TooFew { here, least } => {
			format!("the batch of their booth must bring at least {least} voters at once and {here} are here")
		}
	}
}

/// Why voters were left out of a call.
pub fn left_out(left: &LeftOut) -> String {
	format!("they come from other units; {}", super::chain::chain(&left.refused).0)
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_client::{desk::enrolment::parse, Error};

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

	#[test]
	fn malformed_voters_files_are_refused_with_their_line() {
		let (a, b) = ("a".repeat(64), "b".repeat(64));
		for (rows, line, why) in [
			("voter,unit,credential\n".to_owned(), 1, "header"),
			(format!("voter_id,unit,credential\n{a},0\n"), 2, "2 columns"),
			(format!("voter_id,unit,credential\nxyz,0,{ALICE}\n"), 2, "no pseudonym"),
			(format!("voter_id,unit,credential\n{a},Osh,{ALICE}\n"), 2, "`Osh`"),
			(format!("voter_id,unit,credential\n{a},0,nobody\n"), 2, "`nobody`"),
			(format!("voter_id,unit,credential\n{a},0,{ALICE}\n{a},0,{BOB}\n"), 3, "voter appears"),
			(format!("voter_id,unit,credential\n{a},0,{ALICE}\n{b},0,{ALICE}\n"), 3, "credential appears"),
		] {
			let failure = crate::failure::Failure::from(parse(&rows).expect_err(why));
			let (sentence, hint) = (failure.to_string(), failure.next_step());
			assert!(sentence.starts_with(&format!("line {line} ")) && sentence.contains(why), "{sentence}");
			assert!(hint.is_some_and(|hint| hint.starts_with("a voters file starts with")), "{sentence}");
		}
	}

	#[test]
	fn a_second_print_that_is_not_taken_comes_with_the_next_step() {
		let failure = crate::failure::Failure::from(Error::from(NotTaken::NoTicket));
		let (sentence, hint) = (failure.to_string(), failure.next_step());
		assert_eq!(sentence, "this desk has issued no ticket for this voter that is still open");
		assert!(hint.is_some_and(|hint| hint.contains("check the voter in again")));
	}
}

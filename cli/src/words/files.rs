//! What is wrong with a file of election-files, in one sentence, and what to do next.

use super::{fields::field_fault, lines};
use crate::{failure::Failure, output::number};
use election_files::error::{BaseFault, Error, FileKind, Hint, TiesStated};
use electoral_rules::{Base, DecideError, RuleError, UnknownMethod};

impl From<Error> for Failure {
	fn from(error: Error) -> Self {
		let (sentence, hint) = files(&error);
		let failure = Self::new(sentence);
		match hint {
			Some(hint) => failure.hint(hint),
			None => failure,
		}
	}
}

/// The sentence and the hint for an error.
pub fn files(error: &Error) -> (String, Option<String>) {
	(sentence(error), error.hint().map(hint))
}

fn sentence(error: &Error) -> String {
	match error {
		Error::Read { file, path, error } => {
			format!("cannot read the {} {}: {}", file_kind(*file), path.display(), error.get())
		}
		Error::NotUtf8 { file, path } => {
			format!("cannot read the {} {}: it is not UTF-8", file_kind(*file), path.display())
		}
		Error::Toml { file, error } => {
			format!("the {} cannot be read: {}", file_kind(*file), error.to_string().trim_end())
		}
		Error::Field { field, fault } => format!("{field}: {}", field_fault(fault)),
		Error::Method { name, error } => {
			let what = match error {
				UnknownMethod::Name => "is no method of seat allocation known here",
				UnknownMethod::FirstDivisor => "has no possible first divisor",
				UnknownMethod::Divisors => "has no possible divisors",
			};
			format!("method: `{name}` {what}")
		}
		Error::Moment { field, text } => {
			let what = "write a moment with its offset, such as 2027-01-10T08:00:00+06:00";
			match field {
				Some(field) => format!("{field}: {text}: {what}"),
				None => format!("{text}: {what}"),
			}
		}
		Error::Address { text } => no_address(text),
		Error::Rule(error) => rule(error),
		Error::ContestRule { contest, error } => format!("contest `{contest}`: {}", rule(error)),
		Error::VotesLine { line, fault } => {
			format!("line {line} of the votes file cannot be read: {}", lines::line_fault(fault))
		}
		Error::BallotLine { line, fault } => {
			format!("line {line} of the ballot file cannot be read: {}", lines::line_fault(fault))
		}
		Error::SeveralRegions => "the votes file has several regions".to_owned(),
		Error::Contradiction { row, total, parts } => {
			let (total, parts) = (number(*total), number(*parts));
			format!("the row {row} of the votes file says {total}, but the other rows add up to {parts}")
		}
		Error::TooManyVotes => "the votes file: all ballots together do not fit into 64 bits".to_owned(),
		Error::BaseUnknown(fault) => base_fault(fault),
		Error::Votes(error) => error.to_string(),
		Error::ScaleZero => "the scale must be at least 1".to_owned(),
		Error::NotAllListed => {
			"the votes file lists only a part of the valid votes; they cannot be cast again".to_owned()
		}
		Error::InRegion { region, error } if region.is_empty() => sentence(error),
		Error::InRegion { region, error } => format!("region {region}: {}", sentence(error)),
		Error::NotStanding { name } => format!("`{name}` does not stand in this contest"),
		Error::NoOptionAgainstAll => "the contest has no option against all, and the file has votes for it".to_owned(),
		Error::VotesMissing { option } => {
			format!("votes: those of `{option}` are missing; write 0 if nobody voted for it")
		}
		Error::Decide(error) => decide(error),
		Error::Tie { tied, places, stated: _ } => {
			let tied = match tied.split_last() {
				Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
				None => "nobody".to_owned(),
			};
			let places = if *places == 1 { "1 place".to_owned() } else { format!("{} places", number(*places)) };
			format!("ties: nothing decides between {tied} for {places}")
		}
		Error::ListTie { list, tied, places } => {
			let tied = tied.join(", ");
			format!("within.ties: nothing decides between {tied} of {list} for {places} of its seats")
		}
	}
}

fn file_kind(file: FileKind) -> &'static str {
	match file {
		FileKind::Definition => "definition",
		FileKind::Rule => "rule file",
		FileKind::Votes => "votes file",
		FileKind::Ballots => "ballot file",
	}
}

/// What is wrong with a rule, with the field as rule files call it.
fn rule(error: &RuleError) -> String {
	let sentence = error.to_string();
	let (field, why) = sentence.split_once(": ").unwrap_or(("rule", &sentence));
	let field = match field {
		"national.share" => "threshold",
		"regional.share" => "regional_threshold",
		"regional.regions" => "in_regions",
		"minimum.share" => "minimum",
		"majority.share" => "majority",
		"method.first" | "method.divisors" => "method",
		"lists.cap" => "cap",
		field => field,
	};
	format!("{field}: {why}")
}

fn base_fault(fault: &BaseFault) -> String {
	match fault {
		BaseFault::ValidityUnknown { base, participants } => format!(
			"base: the file does not record the {}; of {} participants in no other row nobody knows who voted validly",
			if *base == Base::Valid { "valid ballots" } else { "votes for all parties" },
			number(*participants)
		),
		BaseFault::ParticipantsUnknown => "base: the file does not record the participants".to_owned(),
		BaseFault::VotesInNoRow { votes } => format!(
			"base: the votes for all parties are not recorded; {} valid votes are in the totals and in no row",
			number(*votes)
		),
	}
}

fn decide(error: &DecideError) -> String {
	match error {
		DecideError::Rule(error) => rule(error),
		DecideError::RankingsNeeded => "rule: it counts rankings, and the file holds totals".to_owned(),
		DecideError::RankingsNotCounted => {
			"rule: it does not count rankings, and a BLT file holds nothing else".to_owned()
		}
		DecideError::RegisteredUnknown => {
			"registered: the rule asks how many are registered, and the file does not say".to_owned()
		}
		DecideError::BallotsUnknown => {
			"valid: a ballot may hold several votes, and the file does not say how many ballots there are".to_owned()
		}
		DecideError::DirectSeatsUnknown => {
			"direct_seats: the rule counts seats won in districts, and the file does not say them".to_owned()
		}
		DecideError::Votes(_) | DecideError::Ranked(_) | DecideError::MoreVotesThanBallots => error.to_string(),
	}
}

fn hint(hint: Hint) -> String {
	let text = match hint {
		Hint::Template => "`dobush commission template` prints one to start from",
		Hint::Path => "check its path",
		Hint::SaveAsUtf8 => "save it as plain text in UTF-8 (spreadsheets say: CSV UTF-8)",
		Hint::RuleForms => "`dobush count --help` shows how rules are written",
		Hint::BallotForms => "`dobush count --help` shows the forms of ballot files",
		Hint::VotesForm => {
			"a votes file starts with `party,votes`; each line after it is a name and a whole number, such as `Birimdik,487685`. \
			 Names with a comma stand in double quotes. Rows AGAINST_ALL, INVALID, VALID, PARTICIPANTS and REGISTERED are optional"
		}
		Hint::CountByRegions => "`dobush count --rule FILE.toml VOTES.csv` counts by regions",
		Hint::CorrectTotals => {
			"leave the row out, or correct it: totals are compared with the rows that they sum up"
		}
		Hint::RecordValid => "add the row INVALID or VALID, or take --base participants",
		Hint::RecordParticipants => {
			"add the row INVALID (0 if there was no invalid ballot) or PARTICIPANTS, or take --base valid or --base parties"
		}
		Hint::AddRows => "add the missing rows, or take --base valid or --base participants",
		Hint::Methods(error) => return error.to_string(),
		Hint::GiveRankings => {
			"give the ballots themselves: a BLT file, or a CSV file with the header `ballots,1,2,3`"
		}
		Hint::ChooseRankedRule => "choose stv, instant-runoff or schulze, or give the ballots as CSV",
		Hint::RecordRegistered => {
			"add the row REGISTERED to the votes (in every region if there are several)"
		}
		Hint::RecordBallots => "add the row VALID with the number of valid ballots, or give the ballots themselves",
		Hint::RecordDirectSeats => "add a column direct_seats to the votes",
		Hint::DecideTies(stated) => {
			let option = match stated {
				TiesStated::InArgument => "--ties",
				TiesStated::InArgumentOrRule => "--ties, or `ties` in the rule,",
			};
			return format!(
				"say with {option} how the law decides: list-order, more-votes or fewer-votes; or draw a lot in public and give \
				 what was drawn with --lot"
			);
		}
		Hint::DecideListTies => {
			"state `ties` under [rule.within], such as list-order; or draw a lot in public and give it with --lot"
		}
		Hint::NameCandidates => {
			"write a contest: lists = [{ name = …, candidates = [{ name = …, sex = \"F\" }, …] }], then [rule]"
		}
		Hint::GivePreferences => {
			"give the ballots with their preferences, or leave [rule.within] out to see the seats of the lists only"
		}
		Hint::ShowAddress => "`dobush key show FILE` prints the address of a key file",
	};
	text.to_owned()
}

/// A text that is no address.
pub(super) fn no_address(text: &str) -> String {
	format!("`{text}` is not the address of an account")
}

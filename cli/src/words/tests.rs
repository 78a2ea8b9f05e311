//! What people read about files that cannot be used.

use crate::failure::Failure;
use election_files::{
	contest::ContestPlan,
	count::RuleFile,
	definition::{parse_moment, DefinitionFile},
	error::{BaseFault, Error, FieldFault, FileKind, TiesStated},
	rule::RulePlan,
	seats::parse_threshold,
	votes::Published,
};
use electoral_rules::{Base, DecideError, OptionKind};

const EXAMPLE: &str = include_str!("../../../crates/election-files/examples/definition.toml");

fn said(error: Error) -> String {
	Failure::from(error).to_string()
}

#[test]
fn malformed_votes_files_are_refused_with_their_line_and_column() {
	for (text, line, why) in [
		("", 1, "header"),
		("who,votes\nA,1\n", 1, "header"),
		("party,votes\n", 1, "no party"),
		("party,votes\nA,1\nB\n", 3, "it has 1 columns instead of 2"),
		("party,votes\nA,-1\n", 2, "votes: `-1` is not a number of votes"),
		("party,votes\n,1\n", 2, "party: it has no name"),
		("party,votes\nA,1\n A ,2\n", 3, "party: `A` appears a second time"),
		("party,votes\nA,18446744073709551615\nB,1\n", 3, "votes: all together do not fit into 64 bits"),
		("party,votes\n\"A,1\nB,1\n", 2, "a quotation mark is not closed"),
		("party,sex,votes\nA,X,1\n", 2, "sex: `X` is neither woman nor man; write F or M"),
		("party,direct_seats,votes\nA,-1,1\n", 2, "direct_seats: `-1` is not a number of seats"),
		("region,party,votes\n,A,1\n", 2, "region: it has no name"),
	] {
		let error = Published::parse(text).expect_err(text);
		let failure = Failure::from(error);
		let sentence = failure.to_string();
		assert!(sentence.contains(why), "{text:?}: {sentence}");
		assert!(sentence.starts_with(&format!("line {line} of the votes file cannot be read: ")), "{sentence}");
		assert!(failure.next_step().is_some_and(|hint| hint.starts_with("a votes file starts with `party,votes`")));
	}
}

#[test]
fn mistakes_of_definitions_are_named() {
	for (from, to, complaint) in [
		("mode = \"direct\"", "mode = \"secret\"", "the definition cannot be read: "),
		("mode = \"direct\"", "mode = \"deniable\"", "merge_below: a deniable election says how few voters"),
		("mode = \"direct\"", "merge_below = 200", "merge_below: units of a direct election are never merged"),
		("region = \"Bishkek\"", "region = \"Atlantis\"", "there is no region `Atlantis`; list it under `regions`"),
		("threshold = \"7%\"", "threshold = \"7\"", "threshold: `7` is no share; write per cent"),
		("method = \"hare\"", "method = \"hair\"", "method: `hair` is no method of seat allocation known here"),
		("seats = 120", "seats = 0", "contest `Parliament`: seats: there is no seat to win."),
		("+06:00", "", "calendar.roll_closes_at: "),
		("title = \"Mayor of Osh\"", "title = \"\"", "contests.title: a text is empty"),
		("roll = 0", "role = 0", "role"),
	] {
		assert!(EXAMPLE.contains(from), "{from}");
		let error = DefinitionFile::parse(&EXAMPLE.replace(from, to)).and_then(|file| file.definition());
		let sentence = said(error.expect_err(complaint));
		assert!(sentence.contains(complaint), "{complaint}: {sentence}");
	}
	assert_eq!(
		said(parse_moment("noon").expect_err("no moment")),
		"noon: write a moment with its offset, such as 2027-01-10T08:00:00+06:00"
	);
}

#[test]
fn mistakes_about_candidates_are_named() {
	let contest = |list: &str| {
		format!(
			"title = \"x\"\nlists = [{list}]\n[rule]\nkind = \"lists\"\nseats = 2\n\
			 within = {{ by = \"list-order\", women = \"30%\" }}"
		)
	};
	for (list, complaint) in [
		("{ name = \"Beta\", candidates = [\"Cholpon\"] }", "the sex of Cholpon (Beta) is missing"),
		("\"Beta\"", "the rule says who sits on a list, and nobody is named on Beta"),
		(
			"{ name = \"Beta\", candidates = [{ name = \"Bek\", sex = \"M\", list = \"Alpha\" }] }",
			"Bek stands on Beta already; `list` is for candidates of districts",
		),
	] {
		let plan: ContestPlan = toml::from_str(&contest(list)).expect("a contest");
		assert_eq!(said(plan.contest_lists(0).expect_err(complaint)), format!("lists.candidates: {complaint}"));
	}
}

#[test]
fn mistakes_of_rules_are_named_with_their_field() {
	let lists = |rest: &str| format!("kind = \"lists\"\nseats = 10\n{rest}");
	for (text, sentence) in [
		(
			lists("threshold = \"7\"\nbase = \"valid\""),
			"threshold: `7` is no share; write per cent (7% or 0.5%) or a fraction (1/3)",
		),
		(lists("threshold = \"120%\"\nbase = \"valid\""), "threshold: no list can pass a threshold over 100 %."),
		(
			lists("threshold = \"7%\""),
			"base: it is missing: of what are the shares taken, `participants`, `valid` or `parties`?",
		),
		(lists("in_regions = 2"), "in_regions: there is no regional_threshold"),
		(lists("cap = 0"), "cap: with zero nobody could have a seat."),
		(
			lists("ties = \"coin\""),
			"ties: `coin` is none of list-order, more-votes, fewer-votes, lot, more-votes-then-lot",
		),
		(
			lists("region_seats = [10]"),
			"region_seats: regions have seats of their own in the kind `regional-lists` only",
		),
		("kind = \"stv\"".into(), "seats: it is missing: say how many are elected"),
	] {
		let plan: RulePlan = toml::from_str(&text).expect("a rule");
		let kinds = [OptionKind::List];
		let error = plan.rule(&["Alpha"], &kinds, None).and_then(|rule| Ok(rule.check(&kinds, 3)?));
		assert_eq!(said(error.expect_err(sentence)), sentence);
	}
	for (text, sentence) in [
		("0.07", "threshold: `0.07` may mean per cent or a part of the whole; write 0.07% or a fraction like 1/14"),
		("many", "threshold: `many` is no share; write per cent (7% or 0.5%) or a fraction (1/14)"),
		("101%", "threshold: `101%` is over 100 %: no list can pass it"),
	] {
		assert_eq!(said(parse_threshold(text).expect_err(sentence)), sentence);
	}
}

#[test]
fn hints_say_what_to_do_next() {
	let no_file = std::path::Path::new("no-such-file");
	let tie = |stated| Error::Tie { tied: vec!["Ada".into(), "Bo".into(), "Cy".into()], places: 1, stated };
	let decide =
		"say with --ties how the law decides: list-order, more-votes or fewer-votes; or draw a lot in public and \
		 give what was drawn with --lot";
	let template = "`dobush commission template` prints one to start from";
	for (error, sentence, hint) in [
		(
			DefinitionFile::read(no_file).expect_err("no file"),
			"cannot read the definition no-such-file: No such file or directory (os error 2)",
			Some(template),
		),
		(
			Published::read(no_file).expect_err("no file"),
			"cannot read the votes file no-such-file: No such file or directory (os error 2)",
			Some("check its path"),
		),
		(
			Error::NotUtf8 { file: FileKind::Ballots, path: no_file.to_owned() },
			"cannot read the ballot file no-such-file: it is not UTF-8",
			Some("save it as plain text in UTF-8 (spreadsheets say: CSV UTF-8)"),
		),
		(
			RuleFile::parse("kind = \"stv\"", Some("Mayor")).expect_err("one rule"),
			"contest: the rule file defines one rule, not several contests",
			None,
		),
		(
			Error::field("contest", FieldFault::WhichContest { titles: vec!["Mayor".into(), "Council".into()] }),
			"contest: say which with --contest: `Mayor`, `Council`",
			None,
		),
		(tie(TiesStated::InArgument), "ties: nothing decides between Ada, Bo and Cy for 1 place", Some(decide)),
		(
			tie(TiesStated::InArgumentOrRule),
			"ties: nothing decides between Ada, Bo and Cy for 1 place",
			Some(&decide.replace("--ties how", "--ties, or `ties` in the rule, how")),
		),
		(
			Error::ListTie { list: "Alpha".into(), tied: vec!["Aibek".into(), "Bakyt".into()], places: 2 },
			"within.ties: nothing decides between Aibek, Bakyt of Alpha for 2 of its seats",
			Some("state `ties` under [rule.within], such as list-order; or draw a lot in public and give it with --lot"),
		),
		(
			Published::parse("party,votes\nA,60\nVALID,1059\nPARTICIPANTS,1058\n").expect_err("it contradicts itself"),
			"the row PARTICIPANTS of the votes file says 1 058, but the other rows add up to 1 059",
			Some("leave the row out, or correct it: totals are compared with the rows that they sum up"),
		),
		(
			Error::BaseUnknown(BaseFault::ValidityUnknown { base: Base::PartyVotes, participants: 1_000 }),
			"base: the file does not record the votes for all parties; of 1 000 participants in no other row nobody knows who \
			 voted validly",
			Some("add the row INVALID or VALID, or take --base participants"),
		),
		(
			Error::Decide(DecideError::RankingsNeeded),
			"rule: it counts rankings, and the file holds totals",
			Some("give the ballots themselves: a BLT file, or a CSV file with the header `ballots,1,2,3`"),
		),
		(
			Error::InRegion { region: "Talas".into(), error: Box::new(Error::VotesMissing { option: "Beta".into() }) },
			"region Talas: votes: those of `Beta` are missing; write 0 if nobody voted for it",
			None,
		),
	] {
		let failure = Failure::from(error);
		assert_eq!((failure.to_string().as_str(), failure.next_step()), (sentence, hint));
	}
}

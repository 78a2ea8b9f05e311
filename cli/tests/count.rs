//! `dobush count` as people and programs call it.

mod common;

use common::{complaint, dobush, file};
use serde_json::{json, Value};

fn rule(name: &str) -> String {
	format!("{}/../crates/electoral-rules/examples/rules/{name}.toml", env!("CARGO_MANIFEST_DIR"))
}

/// Counts ballots by an example, or by a rule written here (it has a line break or a blank).
fn run(the_rule: &str, name: &str, ballots: &str, more: &[&str]) -> (Value, String) {
	let (_folder, written) = file("rule.toml", the_rule);
	let rule = if the_rule.contains(' ') { written } else { rule(the_rule) };
	let (_folder, path) = file(name, ballots);
	let assert = dobush().args(["count", "--rule", &rule, &path, "--json"]).args(more).assert().success();
	let answer = serde_json::from_slice(&assert.get_output().stdout).expect("it is JSON");
	let words = dobush().args(["count", "--rule", &rule, &path]).args(more).assert().success();
	let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
	(answer, text(&words.get_output().stdout) + &text(&words.get_output().stderr))
}

fn refused(the_rule: &str, ballots: &str) -> String {
	let (_folder, written) = file("rule.toml", the_rule);
	let rule = if the_rule.contains(' ') { written } else { rule(the_rule) };
	let (_folder, path) = file("ballots.csv", ballots);
	complaint(&["count", "--rule", &rule, &path])
}

fn steps(answer: &Value) -> Vec<&str> {
	answer["trace"].as_array().expect("a trace").iter().filter_map(|step| step["step"].as_str()).collect()
}

mod rankings {
	use super::*;

	/// Tennessee chooses a capital.
	const TENNESSEE: &str =
		"ballots,1,2,3,4\n42,Memphis,Nashville,Chattanooga,Knoxville\n26,Nashville,Chattanooga,Knoxville,Memphis\n\
		15,Chattanooga,Knoxville,Nashville,Memphis\n17,Knoxville,Chattanooga,Nashville,Memphis\n";

	#[test]
	fn the_rules_part_in_tennessee() {
		let (instant, words) = run("instant-runoff", "ballots.csv", TENNESSEE, &[]);
		assert_eq!((&instant["verdict"], &instant["elected"]), (&json!("elected"), &json!(["Knoxville"])));
		assert!(words.contains("Chattanooga goes out with 15"), "{words}");
		let (schulze, _) = run("schulze", "ballots.csv", TENNESSEE, &[]);
		assert_eq!(schulze["elected"], json!(["Nashville"]));
		assert!(steps(&schulze).contains(&"condorcet-winner"));
		assert_eq!(schulze["votes"]["Memphis"], 42);
	}

	#[test]
	fn a_blt_file_is_counted_by_transfers() {
		let blt = "# a ward\n4 2\n-4\n7 1 2 0\n3 2 0\n2 3 0\n1 0\n0\n\"Ada\"\n\"Bo\"\n\"Cy\"\n\"Di\"\n\"A ward\"\n";
		let (answer, words) = run("stv", "ward.blt", blt, &[]);
		assert_eq!(answer["elected"], json!(["Ada", "Bo"]));
		assert_eq!((&answer["valid"], &answer["invalid"]), (&json!(12), &json!(1)));
		let quota =
			answer["trace"].as_array().and_then(|t| t.iter().find(|s| s["step"] == "ranked-quota")).expect("a quota");
		assert_eq!(quota["quota"], 5);
		assert!(words.contains("the surplus of Ada is transferred, 2 of 7"), "{words}");
	}

	#[test]
	fn one_ballot_in_a_row_needs_no_numbers() {
		let (answer, _) = run("instant-runoff", "ballots.csv", "1,2\nAda,Bo\nAda\nBo,Ada\n", &[]);
		assert_eq!((&answer["elected"], &answer["participants"]), (&json!(["Ada"]), &json!(3)));
	}

	#[test]
	fn what_is_no_ranking_is_invalid_and_said() {
		let (answer, words) = run("schulze", "ballots.csv", "ballots,1,2\n5,Ada,Bo\n2,Bo,Bo\n1,,\n3,INVALID\n", &[]);
		assert_eq!((&answer["valid"], &answer["invalid"]), (&json!(5), &json!(6)));
		assert!(words.contains("3 ballots are invalid") && words.contains("line 3"), "{words}");
	}

	#[test]
	fn a_tie_is_an_error_until_the_lot_is_given() {
		let even = "ballots,1\n5,Ada\n5,Bo\n";
		let said = refused("schulze", even);
		assert!(
			said.contains("ties: nothing decides between Ada and Bo for 1 place") && said.contains("--lot"),
			"{said}"
		);
		let (answer, words) = run("schulze", "ballots.csv", even, &["--lot", &"07".repeat(32)]);
		assert_eq!(answer["elected"].as_array().map(Vec::len), Some(1));
		assert!(words.contains("decided by lot 1"), "{words}");
		let (answer, _) = run("schulze", "ballots.csv", even, &["--ties", "list-order"]);
		assert_eq!(answer["elected"], json!(["Ada"]));
	}

	#[test]
	fn mistakes_are_named_with_their_line() {
		for (the_rule, ballots, said) in [
			("stv", "2 1\n3 1 1 0\n0\n\"A\"\n\"B\"\n", "twice"),
			("stv", "2 1\n3 1 3 0\n0\n\"A\"\n\"B\"\n", "line 2"),
			("stv", "2 1\n3 1 0\n0\n\"A\"\n\"A\"\n", "candidates: "),
			("stv", "2 0\n3 1 0\n0\n\"A\"\n\"B\"\n", "seats: "),
			("kind = \"stv\"\nseats = 3", "2 1\n3 1 0\n0\n\"A\"\n\"B\"\n", "seats: "),
			("stv", "ballots,1\n5,Ada\n", "seats: it is missing"),
			("schulze", "ballots,1,2\n5,,Ada\n", "line 2"),
			("schulze", "ballots,1,2\nmany,Ada,Bo\n", "ballots: `many`"),
			("schulze", "ballots,1,2\n-5,Ada,Bo\n", "ballots: `-5`"),
			("schulze", "ballots,1,2\n18446744073709551615,Ada\n1,Bo\n", "64 bits"),
			("schulze", "ballots,1,2\n1000000000000000,Ada\n", "rankings: at most"),
			("schulze", "ballots,1,2\n", "no ballot"),
			("schulze", "ballots,1\n5,AGAINST_ALL\n5,Ada\n", "against_all: "),
			("schulze", "ballots,1,2\n5,INVALID,Ada\n", "INVALID stands alone"),
			("schulze", "ballots,1\n5,DECLINED\n", "may_decline"),
			("schulze", "region,ballots,1\nOsh,5,Ada\nTalas,5,Ada\n", "region: "),
			("schulze", "party,votes\nAda,5\n", "rule: it counts rankings"),
			("plurality", "2 1\n3 1 0\n0\n\"A\"\n\"B\"\n", "rule: it does not count rankings"),
			("schulze", "Ada,Bo\nBo,Ada\n", "header"),
			("schulze", "1,Ada\nAda,Bo\n", "line 1"),
			("schulze", "", "it is empty"),
		] {
			let error = refused(the_rule, ballots);
			assert!(error.contains(said) && !error.contains("panicked"), "{ballots:?}: {error}");
		}
	}
}

mod approvals {
	use super::*;

	#[test]
	fn every_name_counts_once_and_ballots_are_not_votes() {
		let (answer, _) = run("approval", "board.csv", "ballots,1,2,3\n10,Ada,Bo\n8,Bo,Cy\n5,Cy\n2,Ada,Ada\n", &[]);
		assert_eq!(answer["elected"], json!(["Bo"]));
		assert_eq!(answer["votes"], json!({"Ada": 10, "Bo": 18, "Cy": 13}));
		assert_eq!((&answer["valid"], &answer["invalid"]), (&json!(23), &json!(2)));
	}

	#[test]
	fn totals_need_the_number_of_ballots() {
		let totals = "party,votes\nAda,10\nBo,18\nCy,13\n";
		assert!(refused("approval", totals).contains("valid: "));
		let (answer, _) = run("approval", "totals.csv", &format!("{totals}VALID,23\nINVALID,2\n"), &[]);
		assert_eq!((&answer["elected"], &answer["participants"]), (&json!(["Bo"]), &json!(25)));
		assert!(refused("approval", &format!("{totals}VALID,17\n")).contains("more of them than the ballots"));
	}

	#[test]
	fn a_block_vote_refuses_a_fourth_name() {
		let (answer, _) = run("block-vote", "b.csv", "ballots,1,2,3,4\n9,A,B,C,\n8,D,E,F,\n20,A,B,C,D\n", &[]);
		assert_eq!((&answer["elected"], &answer["invalid"]), (&json!(["A", "B", "C"]), &json!(20)));
	}
}

mod single_votes {
	use super::*;

	#[test]
	fn the_third_seat_passes_to_the_best_of_the_other_sex() {
		let votes = "candidate,sex,votes\nAibek,M,500\nBakyt,M,400\nDaniyar,M,300\nElnura,F,20\nMeerim,F,10\nAGAINST_ALL,,900\nINVALID,,5\n";
		let (answer, words) = run("multi-seat-2025", "district.csv", votes, &[]);
		assert_eq!(answer["elected"], json!(["Aibek", "Bakyt", "Elnura"]));
		assert!(words.contains("Daniyar is passed over with 300 votes"), "{words}");
		let unknown = refused("multi-seat-2025", "candidate,votes\nAibek,500\n");
		assert!(unknown.contains("options[0]"), "{unknown}");
	}

	#[test]
	fn a_second_round_names_those_who_meet() {
		let (answer, words) = run("two-rounds", "v.csv", "party,votes\nAda,50\nBo,30\nCy,20\nINVALID,1\n", &[]);
		assert_eq!((&answer["verdict"], &answer["elected"]), (&json!("runoff"), &json!([])));
		assert_eq!(answer["second_round"], json!(["Ada", "Bo"]));
		assert!(words.contains("Second round between Ada and Bo"), "{words}");
		let unrecorded = refused("two-rounds", "party,votes\nAda,50\nBo,30\n");
		assert!(unrecorded.contains("base: the file does not record the participants"), "{unrecorded}");
	}

	#[test]
	fn against_all_repeats_the_election_where_the_rule_says_so() {
		let (answer, words) = run("plurality", "v.csv", "party,votes\nAda,50\nAGAINST_ALL,51\n", &[]);
		assert_eq!((&answer["verdict"], &answer["seats"]["Ada"]), (&json!("repeat"), &json!(0)));
		assert!(words.contains("the election is repeated"), "{words}");
	}

	#[test]
	fn a_referendum_asks_for_the_roll_and_may_be_declined() {
		let ballots = "ballots,1\n45,Presidential republic\n30,Parliamentary republic\n10,None of the above\n4,INVALID\n50,DECLINED\n";
		assert!(refused("referendum", ballots).contains("registered: "));
		let (answer, _) = run("referendum", "b.csv", &format!("{ballots}296,REGISTERED\n"), &[]);
		assert_eq!((&answer["verdict"], &answer["participants"]), (&json!("elected"), &json!(89)));
		let (answer, _) = run("referendum", "b.csv", &format!("{ballots}297,REGISTERED\n"), &[]);
		assert_eq!(answer["verdict"], "no-quorum");
		assert!(
			refused("referendum", "ballots,1\n4,Monarchy\n").contains("`Monarchy` does not stand"),
			"unknown answers"
		);
	}
}

mod lists {
	use super::*;

	/// The rule of 2021, whole, on an invented election: the cap, a list that misses one region, preferences, women first.
	#[test]
	fn the_law_of_2021_is_counted_whole() {
		let ballots = "region,ballots,1,2\n\
			Osh,300,Alpha,Aibek\nOsh,200,Alpha,Bakyt\nOsh,90,Alpha,4\nOsh,9,Alpha,Elnura\nOsh,2,Alpha,3\nOsh,300,Beta,Kanat\nOsh,100,Gamma\nOsh,4,Against all\nOsh,7,INVALID\n\
			Talas,600,Alpha,Aibek\nTalas,100,Beta,5\nTalas,3,Gamma,Rahat\nTalas,5,Beta,Kanat,Meerim\n";
		let (answer, words) = run("lists-2021", "ballots.csv", ballots, &[]);
		// Gamma has 3 of 708 in Talas, 0.42 %. Alpha would have 40 of 54 and keeps 27; the rest goes to Beta.
		assert_eq!(answer["seats"], json!({"Alpha": 27, "Beta": 27, "Gamma": 0, "Against all": 0}));
		let has = |wanted: Value| {
			answer["trace"]
				.as_array()
				.expect("steps")
				.iter()
				.any(|step| wanted.as_object().expect("fields").iter().all(|(key, value)| step[key] == *value))
		};
		assert!(has(json!({"step": "regional-missed", "option": "Gamma", "missed_in": ["Talas"]})), "{words}");
		assert!(has(json!({"step": "cap-applied", "option": "Alpha", "cap": 27})), "{words}");
		assert_eq!((&answer["invalid"], &answer["participants"]), (&json!(12), &json!(1720)));
		// 27 seats and five candidates: all sit, the women first by preferences.
		assert_eq!(answer["members"][0]["elected"], json!(["Elnura", "Cholpon", "Aibek", "Bakyt", "Daniyar"]));
		assert_eq!(answer["members"][0]["vacant"], 22);
		assert_eq!(answer["members"][1]["elected"], json!(["Gulnara", "Meerim", "Kanat"]));
		assert!(words.contains("Elnura: a seat with 9 preferences"), "{words}");
	}

	/// Four seats of ten: women first to 30 %, then by preferences; a vacancy passes to the next of the same sex.
	#[test]
	fn a_seat_passes_to_the_next_of_the_same_sex() {
		let contest = "title = \"x\"\npreferences = 1\n[[lists]]\nname = \"Alpha\"\ncandidates = [{ name = \"Aibek\", sex = \"M\" }, \
			{ name = \"Bakyt\", sex = \"M\" }, { name = \"Cholpon\", sex = \"F\" }, { name = \"Elnura\", sex = \"F\" }]\n\
			[rule]\nkind = \"lists\"\nseats = 2\n[rule.within]\nby = \"preferences\"\nwomen = \"30%\"\nvacancy_keeps_sex = true\n";
		let ballots = "ballots,1,2\n9,Alpha,Aibek\n8,Alpha,Bakyt\n2,Alpha,Elnura\n1,Alpha,Cholpon\n";
		let (answer, words) = run(contest, "b.csv", ballots, &["--leaving", "Elnura", "--leaving", "Cholpon"]);
		let list = &answer["members"][0];
		assert_eq!(list["elected"], json!(["Elnura", "Aibek"]));
		assert_eq!(list["replacements"][0]["next"], "Cholpon");
		assert_eq!(list["replacements"][1]["next"], "Bakyt", "no woman is left");
		assert!(words.contains("Elnura leaves, followed by: Cholpon"), "{words}");
		let (_folder, rule) = file("rule.toml", contest);
		let (_folder, path) = file("b.csv", ballots);
		assert!(complaint(&["count", "--rule", &rule, &path, "--leaving", "Bakyt"])
			.contains("leaving: `Bakyt` has no seat"));
		let even = file("b.csv", "ballots,1,2\n9,Alpha,Aibek\n9,Alpha,Bakyt\n2,Alpha,Elnura\n1,Alpha,Cholpon\n");
		let said = complaint(&["count", "--rule", &rule, &even.1]);
		assert!(said.contains("within.ties: nothing decides between Aibek, Bakyt of Alpha"), "{said}");
		dobush().args(["count", "--rule", &rule, &even.1, "--lot", &"01".repeat(32)]).assert().success();
	}

	#[test]
	fn a_closed_list_is_filled_from_totals_and_preferences_are_not_invented() {
		let contest = |by: &str| {
			format!(
			"title = \"x\"\nlists = [{{ name = \"Alpha\", candidates = [\"Aibek\", \"Cholpon\"] }}]\n[rule]\nkind = \"lists\"\nseats = 1\n[rule.within]\nby = \"{by}\"\n"
		)
		};
		let (answer, _) = run(&contest("list-order"), "v.csv", "party,votes\nAlpha,9\n", &[]);
		assert_eq!(answer["members"][0]["elected"], json!(["Aibek"]));
		assert!(refused(&contest("preferences"), "party,votes\nAlpha,9\n").contains("within.by: "));
		assert!(refused(&contest("coin"), "party,votes\nAlpha,9\n").contains("within.by: `coin`"));
	}

	#[test]
	fn regions_share_their_own_seats() {
		let votes = "region,party,votes\nOsh,Alpha,600\nOsh,Beta,300\nOsh,REGISTERED,1000\nTalas,Alpha,0\nTalas,Beta,200\nTalas,REGISTERED,400\n";
		let (answer, words) = run("regional-lists", "regions.csv", votes, &[]);
		assert_eq!(answer["seats"], json!({"Alpha": 5, "Beta": 5}));
		assert!(words.contains("Osh has 7 seats.") && words.contains("Beta has 3 seats in Talas"), "{words}");
		let missing = refused("regional-lists", "region,party,votes\nOsh,Alpha,6\nOsh,Beta,5\nTalas,Alpha,6\n");
		assert!(missing.contains("region Talas: votes: those of `Beta` are missing"), "{missing}");
	}

	#[test]
	fn direct_seats_coalitions_and_the_minimum_admit_lists() {
		let head = "region,party,votes,direct_seats\n";
		let regions: String =
			["A", "B", "C"].map(|r| format!("{r},Big,900,0\n{r},Small,30,1\n{r},Tiny,31,0\n")).concat();
		let (answer, _) = run("lists-direct-seats", "v.csv", &format!("{head}{regions}"), &[]);
		assert_eq!(answer["seats"]["Tiny"], 0);
		assert_eq!(answer["seats"]["Small"], 3, "three direct seats replace 5 %");
		assert!(
			refused("lists-direct-seats", "region,party,votes\nA,Big,9\nB,Big,9\nC,Big,9\n").contains("direct_seats: ")
		);
		let votes = "party,votes\nAlpha and Beta,66\nGamma,400\nDelta,45\nEpsilon,44\nOthers,445\nINVALID,0\n";
		let (answer, words) = run("lists-lithuania", "v.csv", &votes.replace("Others", "Zeta"), &[]);
		assert_eq!(answer["seats"]["Alpha and Beta"], 0, "6.6 % are not 7 %");
		assert!(words.contains("a coalition of 2 parties"), "{words}");
	}

	#[test]
	fn one_contest_of_a_definition_is_chosen_by_its_title() {
		let definition = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/election-files/examples/definition.toml");
		let (_folder, votes) = file("v.csv", "party,votes\nAigul,5\nBakyt,4\n");
		let assert = dobush()
			.args(["count", "--rule", definition, "--contest", "Mayor of Osh", &votes, "--brief"])
			.assert()
			.success();
		assert!(String::from_utf8_lossy(&assert.get_output().stdout).contains("Aigul is elected"));
		assert!(complaint(&["count", "--rule", definition, &votes]).contains("contest: say which with --contest"));
	}

	#[test]
	fn contests_that_contradict_themselves_are_refused() {
		let contest = |more: &str| {
			format!("title = \"x\"\ncandidates = [\"Ada\", \"Bo\"]\n{more}\n[rule]\nkind = \"plurality\"\n")
		};
		let votes = "ballots,1\n5,Ada\n4,Bo\n";
		for (more, said) in [
			("ranks = 3", "ranks: "),
			("preferences = 1", "preferences: "),
			("lists = [\"Ada\"]", "`Ada` stands on the ballot a second time"),
			("against_all = \"\"", "options: a name is empty"),
			("colour = \"red\"", "colour"),
		] {
			let error = refused(&contest(more), votes);
			assert!(error.contains(said), "{more}: {error}");
		}
		let sex = "title = \"x\"\ncandidates = [{ name = \"Ada\", sex = \"Z\" }]\n[rule]\nkind = \"plurality\"\n";
		assert!(refused(sex, votes).contains("candidates.Ada: sex: `Z`"));
		assert!(refused("kind = ", votes).contains("the rule file cannot be read"));
	}
}

//! Votes files are read, completed by their totals, and their mistakes are named.

use super::*;
use electoral_rules::Base;

const DEMO: &str = include_str!("../../../../data/kg-2020-10-04-demo.csv");

#[test]
fn the_demo_file_is_read() {
	let votes = Published::parse(DEMO).expect("it is in the repository");
	assert_eq!((votes.participants(), votes.parties.len()), (1_990_753, 16));
	assert_eq!((votes.against_all, votes.invalid), (Some(35_714), Some(31_823)));
}

#[test]
fn scaling_keeps_the_number_of_voters() {
	let scaled = Published::parse(DEMO).and_then(|votes| votes.scaled(1000)).expect("it is in the repository");
	assert_eq!(scaled.participants(), 1991);
	assert_eq!(scaled.parties[0].1, 488);
	assert_eq!(Published::parse(DEMO).and_then(|votes| votes.scaled(1)).map(|v| v.participants()), Ok(1_990_753));
}

#[test]
fn malformed_files_are_refused_with_their_line_and_column() {
	for (text, line, why) in [
		("", 1, "HeaderMissing"),
		("who,votes\nA,1\n", 1, "UnknownHeader"),
		("party,number\nA,1\n", 1, "UnknownHeader"),
		("party,votes_a,votes_b\nA,1,2\n", 1, "UnknownHeader"),
		("A,-1\nB,2\n", 1, "UnknownHeader"),
		("party,votes\n", 1, "NoParty"),
		("party,votes\nINVALID,3\n", 2, "NoParty"),
		("party,votes\nA,1\nB\n", 3, "found: 1, expected: 2"),
		("party,votes\nA,1\nB,2,3\n", 3, "found: 3, expected: 2"),
		("party,votes\nA,1,234\n", 2, "found: 3, expected: 2"),
		("party,votes\nA,-1\n", 2, r#"column: Votes, found: "-1""#),
		("party,votes\nA,1.5\n", 2, r#"column: Votes, found: "1.5""#),
		("party,votes\nA,1e6\n", 2, r#"column: Votes, found: "1e6""#),
		("party,votes\nA,7.125\n", 2, r#"column: Votes, found: "7.125""#),
		("party,votes\nA,\n", 2, r#"column: Votes, found: """#),
		("party,votes\n,1\n", 2, "NoName { column: Party }"),
		("party,votes\n\" \",1\n", 2, "NoName { column: Party }"),
		("party,votes\nA,1\n A ,2\n", 3, "SecondRow"),
		("party,votes\nA,1\nINVALID,2\ninvalid,2\n", 4, "SecondRow"),
		("party,votes\nA,99999999999999999999\n", 2, "NoNumber"),
		("party,votes\nA,18446744073709551615\nB,1\n", 3, "TooMany { column: Votes }"),
		("party,votes\n\"A,1\nB,1\n", 2, "OpenQuotationMark"),
		("party,sex,votes\nA,X,1\n", 2, r#"UnknownSex { found: "X" }"#),
		("party,direct_seats,votes\nA,-1,1\n", 2, r#"column: DirectSeats, found: "-1""#),
		("region,party,votes\n,A,1\n", 2, "NoName { column: Region }"),
	] {
		let error = Published::parse(text).expect_err(text);
		assert!(error.to_string().contains(why), "{text:?}: {error}");
		assert!(matches!(error, Error::VotesLine { line: named, .. } if named == line), "{text:?}: {error}");
	}
}

#[test]
fn quotes_spaces_and_a_byte_order_mark_are_read() {
	let votes = Published::parse("\u{feff}party,votes\n\"Alpha, Beta\", 7\r\n Gamma ,8\n").expect("well formed");
	assert_eq!(votes.parties, [("Alpha, Beta".to_owned(), 7), ("Gamma".to_owned(), 8)]);
}

#[test]
fn the_header_may_be_missing_or_name_more_columns() {
	let wanted = [("Alpha".to_owned(), 1_234_567), ("Beta".to_owned(), 8)];
	for text in [
		"Alpha,1234567\nBeta,8\n",
		"Party;Votes\nAlpha;1 234 567\nBeta;8\n",
		"party,votes,seats\nAlpha,\"1,234,567\",3\nBeta,8,0\n",
		"seats\tvotes_final\tlist\n3\t1234567\tAlpha\n\t8\tBeta\n",
		"партия,голоса\nAlpha,1234567\nBeta,8\n",
	] {
		assert_eq!(Published::parse(text).expect(text).parties, wanted, "{text:?}");
	}
}

#[test]
fn totals_are_no_parties_in_any_spelling() {
	let text = "party,votes\nA,60\nB,20\nagainst all,5\nInvalid,3\nRegistered,200\n";
	let votes = Published::parse(text).expect("well formed");
	assert_eq!(
		(votes.parties.len(), votes.against_all, votes.invalid, votes.registered),
		(2, Some(5), Some(3), Some(200))
	);
	assert_eq!(votes.participants(), 88);
}

#[test]
fn totals_fill_in_what_no_row_says() {
	let read = |totals: &str| Published::parse(&format!("party,votes\nA,60\nB,20\n{totals}")).expect(totals);
	let facts = |votes: &Published| (votes.invalid, votes.others, votes.participants());
	assert_eq!(facts(&read("PARTICIPANTS,100\n")), (Some(20), 0, 100));
	assert_eq!(facts(&read("VALID,90\n")), (None, 10, 90));
	assert_eq!(facts(&read("VALID,90\nINVALID,10\nPARTICIPANTS,100\n")), (Some(10), 10, 100));
	assert_eq!(facts(&read("VALID,90\nPARTICIPANTS,100\n")), (Some(10), 10, 100));
	assert_eq!(facts(&read("INVALID,5\nPARTICIPANTS,100\n")), (Some(5), 15, 100));
	let totals = read("VALID,90\nINVALID,10\n").votes().map(|votes| votes.totals().expect("adds up")).expect("votes");
	assert_eq!((totals.party_votes, totals.valid, totals.participants), (80, 90, 100));
}

#[test]
fn totals_that_contradict_the_rows_are_refused() {
	for (totals, why) in [
		("VALID,79\n", "VALID"),
		("PARTICIPANTS,79\n", "PARTICIPANTS"),
		("INVALID,30\nPARTICIPANTS,100\n", "PARTICIPANTS"),
		("VALID,90\nINVALID,30\nPARTICIPANTS,100\n", "PARTICIPANTS"),
		("VALID,90\nPARTICIPANTS,85\n", "PARTICIPANTS"),
		("VALID,18446744073709551615\nINVALID,1\n", "TooManyVotes"),
	] {
		let said = Published::parse(&format!("party,votes\nA,60\nB,20\n{totals}")).expect_err(totals).to_string();
		assert!(said.contains(why), "{totals:?}: {said}");
	}
}

#[test]
fn a_base_is_recorded_or_refused() {
	let read = |totals: &str| Published::parse(&format!("party,votes\nA,60\nB,20\n{totals}")).expect(totals);
	let recorded = |totals: &str| {
		[Base::Participants, Base::Valid, Base::PartyVotes].map(|base| read(totals).records(base).is_ok())
	};
	assert_eq!(recorded(""), [false, true, true]);
	assert_eq!(recorded("INVALID,0\n"), [true, true, true]);
	assert_eq!(recorded("AGAINST_ALL,4\n"), [true, true, true]);
	assert_eq!(recorded("VALID,90\n"), [false, true, false]);
	assert_eq!(recorded("VALID,90\nINVALID,10\n"), [true, true, false]);
	assert_eq!(read("").default_base().0, Base::PartyVotes);
	assert_eq!(read("INVALID,0\n").default_base().0, Base::Participants);
	assert_eq!(read("PARTICIPANTS,90\n").default_base().0, Base::Participants);
	assert_eq!(read("VALID,90\n").default_base().0, Base::Valid);
}

#[test]
fn regions_keep_their_own_totals() {
	let text = "region,party,votes\nOsh,A,6\nOsh,INVALID,1\nTalas,A,2\nTalas,INVALID,3\n";
	let regions = regions(text).expect("well formed");
	let facts: Vec<_> = regions.iter().map(|(name, votes)| (name.as_str(), votes.invalid)).collect();
	assert_eq!(facts, [("Osh", Some(1)), ("Talas", Some(3))]);
	assert_eq!(Published::parse(text), Err(Error::SeveralRegions));
}

//! Votes as they are published: CSV files `party,votes`, and the same result on a smaller scale.

mod file;

pub use file::{regions, sex, special};

use crate::{
	error::{Failure, Result},
	output::number,
	table,
};
use electoral_rules::{Base, OptionKind, RegionVotes, Sex, Votes};
use std::path::Path;

/// The row of votes against all lists.
pub const AGAINST_ALL: &str = "AGAINST_ALL";
/// The row of invalid ballots.
pub const INVALID: &str = "INVALID";
/// The row of valid ballots: a total, which may be more than the rows of the file.
pub const VALID: &str = "VALID";
/// The row of all who took part.
pub const PARTICIPANTS: &str = "PARTICIPANTS";
/// The row of people entitled to vote.
pub const REGISTERED: &str = "REGISTERED";
/// Valid votes of the total that no row of the file explains.
const NOT_LISTED: &str = "(not listed)";

/// Published votes of one region or of the whole: lists in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
	/// Name and votes of each list.
	pub parties: Vec<(String, u64)>,
	/// What else the file says about each list, in the same order.
	pub about: Vec<About>,
	/// Votes against all, if the file has the row.
	pub against_all: Option<u64>,
	/// Invalid ballots, if the file has the row or they follow from its totals.
	pub invalid: Option<u64>,
	/// The row VALID.
	pub valid: Option<u64>,
	/// The row PARTICIPANTS.
	pub participants: Option<u64>,
	/// The row REGISTERED.
	pub registered: Option<u64>,
	/// Valid votes for others than those in the file: what its totals say beyond its rows.
	pub others: u64,
	/// Whether `invalid` is what is left of the participants, so that votes for lists without a row may be among them.
	pub invalid_is_rest: bool,
}

/// What some rules ask about a list or candidate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
	/// The column `sex`.
	pub sex: Option<Sex>,
	/// The column `direct_seats`.
	pub direct_seats: Option<u32>,
}

impl Published {
	/// Reads a file without regions.
	pub fn read(path: &Path) -> Result<Self> {
		Self::parse(&table::read_text(path, "votes file")?)
	}

	/// Reads the text of a file without regions, in which every ballot holds one vote.
	pub fn parse(text: &str) -> Result<Self> {
		let mut regions = regions(text)?.into_iter();
		match (regions.next(), regions.next()) {
			(Some((_, published)), None) => published.complete(),
			_ => Err(Failure::new("the votes file has several regions")
				.hint("`dobush count --rule FILE.toml VOTES.csv` counts by regions")),
		}
	}

	/// Fills in what follows from the totals, where every ballot holds one vote; refuses totals that contradict the rows.
	pub fn complete(mut self) -> Result<Self> {
		let listed = self.listed();
		let contradiction = |row: &str, total: u64, parts: u64| {
			let (total, parts) = (number(total), number(parts));
			Failure::new(format!("the row {row} of the votes file says {total}, but the other rows add up to {parts}"))
				.hint("leave the row out, or correct it: totals are compared with the rows that they sum up")
		};
		if let Some(valid) = self.valid {
			self.others = valid.checked_sub(listed).ok_or_else(|| contradiction(VALID, valid, listed))?;
		}
		if let Some(all) = self.participants {
			let wrong = |parts| contradiction(PARTICIPANTS, all, parts);
			match (self.valid, self.invalid) {
				(Some(valid), Some(invalid)) if valid.checked_add(invalid) != Some(all) => {
					return Err(wrong(valid.saturating_add(invalid)));
				}
				(Some(_), Some(_)) => {}
				(Some(valid), None) => self.invalid = Some(all.checked_sub(valid).ok_or_else(|| wrong(valid))?),
				(None, Some(invalid)) => {
					// Rows and invalid ballots were added up before.
					self.others = all.checked_sub(listed + invalid).ok_or_else(|| wrong(listed + invalid))?;
				}
				(None, None) => {
					self.invalid = Some(all.checked_sub(listed).ok_or_else(|| wrong(listed))?);
					self.invalid_is_rest = true;
				}
			}
		}
		if listed.checked_add(self.others).and_then(|valid| valid.checked_add(self.invalid.unwrap_or(0))).is_none() {
			return Err(Failure::new("the votes file: all ballots together do not fit into 64 bits"));
		}
		Ok(self)
	}

	/// The votes that stand in rows of their own.
	fn listed(&self) -> u64 {
		self.party_votes() + self.against_all.unwrap_or(0)
	}

	/// All ballots.
	pub fn participants(&self) -> u64 {
		// `complete` has added all of them up.
		self.listed() + self.others + self.invalid.unwrap_or(0)
	}

	/// Votes for parties only.
	pub fn party_votes(&self) -> u64 {
		self.parties.iter().map(|(_, votes)| votes).sum()
	}

	/// The base that the file suggests, and why.
	pub fn default_base(&self) -> (Base, &'static str) {
		if self.records(Base::Participants).is_ok() {
			return (Base::Participants, "because the file has a row AGAINST_ALL, INVALID or PARTICIPANTS");
		}
		if self.records(Base::PartyVotes).is_ok() {
			return (Base::PartyVotes, "because the file has neither AGAINST_ALL nor INVALID");
		}
		(Base::Valid, "because the file lists only a part of the valid votes and no invalid ballots")
	}

	/// Refuses a base that the file does not record.
	pub fn records(&self, base: Base) -> Result<()> {
		match base {
			Base::Valid | Base::PartyVotes if self.invalid_is_rest && self.invalid != Some(0) => {
				Err(Failure::new(format!(
					"base: the file does not record the {}; of {} participants in no other row nobody knows who voted validly",
					if base == Base::Valid { "valid ballots" } else { "votes for all parties" },
					number(self.invalid.unwrap_or(0))
				))
				.hint("add the row INVALID or VALID, or take --base participants"))
			}
			Base::Participants if self.against_all.is_none() && self.invalid.is_none() => {
				Err(Failure::new("base: the file does not record the participants").hint(
					"add the row INVALID (0 if there was no invalid ballot) or PARTICIPANTS, or take --base valid or --base parties",
				))
			}
			Base::PartyVotes if self.others > 0 => Err(Failure::new(format!(
				"base: the votes for all parties are not recorded; {} valid votes are in the totals and in no row",
				number(self.others)
			))
			.hint("add the missing rows, or take --base valid or --base participants")),
			_ => Ok(()),
		}
	}

	/// What a reader should know about the totals of the file.
	pub fn notes(&self) -> Vec<String> {
		let mut notes = Vec::new();
		if self.others > 0 {
			notes
				.push(format!("{} valid votes are in the totals and in no row: they win nothing", number(self.others)));
		}
		if let Some(rest) = self.invalid.filter(|rest| self.invalid_is_rest && *rest > 0) {
			notes.push(format!("{} participants are in no other row: they count as participants only", number(rest)));
		}
		if self.against_all.is_some() && self.invalid.is_none() {
			notes.push("the file has no row INVALID: no ballot is taken as invalid".to_owned());
		}
		notes
	}

	/// Names of the options in the order of the ballot paper; against-all comes last.
	pub fn option_names(&self) -> Vec<&str> {
		let mut names: Vec<&str> = self.parties.iter().map(|(name, _)| name.as_str()).collect();
		match (self.against_all, self.others) {
			(Some(_), _) => names.push(AGAINST_ALL),
			(None, 1..) => names.push(NOT_LISTED),
			(None, 0) => {}
		}
		names
	}

	/// Kinds of the options in the same order. Votes that are not listed are votes for nobody here.
	pub fn option_kinds(&self) -> Vec<OptionKind> {
		let mut kinds = vec![OptionKind::List; self.parties.len()];
		kinds.resize(self.option_names().len(), OptionKind::AgainstAll);
		kinds
	}

	/// Votes of the options in the same order.
	pub fn option_votes(&self) -> Vec<u64> {
		let mut votes: Vec<u64> = self.parties.iter().map(|(_, votes)| *votes).collect();
		votes.resize(self.option_names().len(), self.against_all.unwrap_or(0) + self.others);
		votes
	}

	/// As the rules engine takes them, in one region.
	pub fn votes(&self) -> Result<Votes> {
		let (invalid, registered) = (self.invalid.unwrap_or(0), self.registered.unwrap_or(0));
		let region = RegionVotes { votes: self.option_votes(), invalid, registered };
		Votes::new(self.option_kinds(), vec![region]).map_err(|error| Failure::new(error.to_string()))
	}

	/// The same result of ⌈participants / `scale`⌉ voters, every row by largest remainders.
	pub fn scaled(&self, scale: u64) -> Result<Self> {
		if scale == 0 {
			return Err(Failure::new("the scale must be at least 1".to_owned()));
		}
		if self.others > 0 {
			return Err(Failure::new("the votes file lists only a part of the valid votes; they cannot be cast again"));
		}
		let mut rows = self.option_votes();
		rows.extend(self.invalid);
		let voters = self.participants().div_ceil(scale);
		let mut scaled = largest_remainders(&rows, voters).into_iter();
		let parties = self.parties.iter().map(|(name, _)| (name.clone(), scaled.next().unwrap_or(0))).collect();
		let against_all = self.against_all.and_then(|_| scaled.next());
		let invalid = self.invalid.and_then(|_| scaled.next());
		Ok(Self { parties, about: self.about.clone(), against_all, invalid, ..Self::default() })
	}
}

/// Shares `total` in proportion to `weights`, whole parts first, then one more to the largest remainders; equal
/// remainders in the order given.
pub fn largest_remainders(weights: &[u64], total: u64) -> Vec<u64> {
	let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
	if sum == 0 {
		return vec![0; weights.len()];
	}
	let parts = weights.iter().map(|weight| u128::from(*weight) * u128::from(total));
	// A part of `total`, so it fits.
	let mut shares: Vec<u64> = parts.clone().map(|part| (part / sum) as u64).collect();
	let mut order: Vec<(u128, usize)> = parts.map(|part| sum - part % sum).zip(0..).collect();
	order.sort_unstable();
	let left = total - shares.iter().sum::<u64>();
	for (_, place) in order.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
		if let Some(share) = shares.get_mut(place) {
			*share += 1;
		}
	}
	shares
}

/// Cuts every row into parts in proportion to `weights`, so that parts add up to the row; answers part by part.
pub fn split(rows: &[u64], weights: &[u64]) -> Vec<Vec<u64>> {
	let mut parts = vec![Vec::with_capacity(rows.len()); weights.len()];
	for row in rows {
		for (part, share) in parts.iter_mut().zip(largest_remainders(weights, *row)) {
			part.push(share);
		}
	}
	parts
}

#[cfg(test)]
mod tests {
	use super::*;

	const DEMO: &str = include_str!("../../data/kg-2020-10-04-demo.csv");

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
	fn largest_remainders_add_up_and_prefer_the_first() {
		assert_eq!(largest_remainders(&[1, 1, 1], 4), [2, 1, 1]);
		assert_eq!(largest_remainders(&[0, 0], 4), [0, 0]);
		assert_eq!(largest_remainders(&[7, 2, 1], 5), [4, 1, 0]);
		assert_eq!(
			largest_remainders(&[u64::MAX, u64::MAX], u64::MAX).iter().map(|n| u128::from(*n)).sum::<u128>(),
			u64::MAX.into()
		);
	}

	#[test]
	fn split_parts_add_up_to_the_rows() {
		let parts = split(&[488, 3, 1], &[10, 3, 7]);
		let sums: Vec<u64> = (0..3).map(|row| parts.iter().map(|part| part[row]).sum()).collect();
		assert_eq!(sums, [488, 3, 1]);
	}

	#[test]
	fn malformed_files_are_refused_with_their_line_and_column() {
		for (text, line, why) in [
			("", 1, "header"),
			("who,votes\nA,1\n", 1, "header"),
			("party,number\nA,1\n", 1, "header"),
			("party,votes_a,votes_b\nA,1,2\n", 1, "header"),
			("A,-1\nB,2\n", 1, "header"),
			("party,votes\n", 1, "no party"),
			("party,votes\nINVALID,3\n", 2, "no party"),
			("party,votes\nA,1\nB\n", 3, "1 columns"),
			("party,votes\nA,1\nB,2,3\n", 3, "3 columns"),
			("party,votes\nA,1,234\n", 2, "3 columns"),
			("party,votes\nA,-1\n", 2, "votes: `-1`"),
			("party,votes\nA,1.5\n", 2, "votes: `1.5`"),
			("party,votes\nA,1e6\n", 2, "votes: `1e6`"),
			("party,votes\nA,7.125\n", 2, "votes: `7.125`"),
			("party,votes\nA,\n", 2, "votes: ``"),
			("party,votes\n,1\n", 2, "party: it has no name"),
			("party,votes\n\" \",1\n", 2, "party: it has no name"),
			("party,votes\nA,1\n A ,2\n", 3, "second time"),
			("party,votes\nA,1\nINVALID,2\ninvalid,2\n", 4, "second time"),
			("party,votes\nA,99999999999999999999\n", 2, "not a number"),
			("party,votes\nA,18446744073709551615\nB,1\n", 3, "64 bits"),
			("party,votes\n\"A,1\nB,1\n", 2, "quotation mark"),
			("party,sex,votes\nA,X,1\n", 2, "sex: `X`"),
			("party,direct_seats,votes\nA,-1,1\n", 2, "direct_seats: `-1`"),
			("region,party,votes\n,A,1\n", 2, "region: it has no name"),
		] {
			let failure = Published::parse(text).expect_err(text);
			let sentence = failure.to_string();
			assert!(sentence.contains(why), "{text:?}: {sentence}");
			assert!(sentence.starts_with(&format!("line {line} ")), "{text:?}: {sentence}");
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
		let totals =
			read("VALID,90\nINVALID,10\n").votes().map(|votes| votes.totals().expect("adds up")).expect("votes");
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
			("VALID,18446744073709551615\nINVALID,1\n", "64 bits"),
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
		assert!(Published::parse(text).expect_err("regions").to_string().contains("several regions"));
	}
}

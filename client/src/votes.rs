//! Votes as they are published: CSV files `party,votes`, and the same result on a smaller scale.

use crate::error::{Failure, Result};
use electoral_rules::{OptionKind, RegionVotes, Votes};
use std::{collections::HashSet, fs, path::Path};

/// The row of votes against all lists.
pub const AGAINST_ALL: &str = "AGAINST_ALL";
/// The row of invalid ballots.
pub const INVALID: &str = "INVALID";
/// More rows than any ballot paper has.
const MAX_ROWS: usize = 60_000;

/// Published votes: lists in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
	/// Name and votes of each list.
	pub parties: Vec<(String, u64)>,
	/// Votes against all, if the file has the row.
	pub against_all: Option<u64>,
	/// Invalid ballots, if the file has the row.
	pub invalid: Option<u64>,
}

impl Published {
	/// Reads a file.
	pub fn read(path: &Path) -> Result<Self> {
		let text = fs::read_to_string(path).map_err(|error| {
			Failure::new(format!("cannot read the votes file {}: {error}", path.display()))
				.hint("give the path of a UTF-8 CSV file with the header `party,votes`")
		})?;
		Self::parse(&text)
	}

	/// Reads the text of a file.
	pub fn parse(text: &str) -> Result<Self> {
		let text = text.strip_prefix('\u{feff}').unwrap_or(text);
		let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes());
		let header = reader.headers().map_err(|error| malformed(1, &error.to_string()))?;
		if header.iter().ne(["party", "votes"]) {
			return Err(malformed(1, "the header must be `party,votes`"));
		}
		let mut published = Self { parties: Vec::new(), against_all: None, invalid: None };
		let mut names = HashSet::new();
		let mut sum = 0u64;
		for record in reader.records() {
			let record = record
				.map_err(|error| malformed(error.position().map_or(0, csv::Position::line), &error.kind_sentence()))?;
			let line = record.position().map_or(0, csv::Position::line);
			let (name, votes) = match (record.get(0), record.get(1), record.len()) {
				(Some(name), Some(votes), 2) => (name, votes),
				_ => return Err(malformed(line, &format!("it has {} columns instead of 2", record.len()))),
			};
			if name.is_empty() {
				return Err(malformed(line, "the party has no name"));
			}
			let count = votes.bytes().all(|b| b.is_ascii_digit()).then(|| votes.parse::<u64>().ok()).flatten();
			let count = count.ok_or_else(|| malformed(line, &format!("`{votes}` is not a number of votes")))?;
			sum =
				sum.checked_add(count).ok_or_else(|| malformed(line, "all votes together do not fit into 64 bits"))?;
			if !names.insert(name.to_owned()) {
				return Err(malformed(line, &format!("`{name}` appears a second time")));
			}
			match name {
				AGAINST_ALL => published.against_all = Some(count),
				INVALID => published.invalid = Some(count),
				_ => published.parties.push((name.to_owned(), count)),
			}
			if published.parties.len() > MAX_ROWS {
				return Err(malformed(line, "there are more parties than a ballot paper can number"));
			}
		}
		if published.parties.is_empty() {
			return Err(malformed(reader.position().line(), "there is no party"));
		}
		Ok(published)
	}

	/// All ballots.
	pub fn participants(&self) -> u64 {
		// `parse` has added all of them up.
		self.party_votes() + self.against_all.unwrap_or(0) + self.invalid.unwrap_or(0)
	}

	/// Votes for parties only.
	pub fn party_votes(&self) -> u64 {
		self.parties.iter().map(|(_, votes)| votes).sum()
	}

	/// Whether the file knows more than the parties' votes.
	pub fn has_participants(&self) -> bool {
		self.against_all.is_some() || self.invalid.is_some()
	}

	/// Names of the options in the order of the ballot paper; against-all comes last.
	pub fn option_names(&self) -> Vec<&str> {
		let mut names: Vec<&str> = self.parties.iter().map(|(name, _)| name.as_str()).collect();
		names.extend(self.against_all.is_some().then_some(AGAINST_ALL));
		names
	}

	/// Kinds of the options in the same order.
	pub fn option_kinds(&self) -> Vec<OptionKind> {
		let mut kinds = vec![OptionKind::List; self.parties.len()];
		kinds.extend(self.against_all.is_some().then_some(OptionKind::AgainstAll));
		kinds
	}

	/// Votes of the options in the same order.
	pub fn option_votes(&self) -> Vec<u64> {
		self.parties.iter().map(|(_, votes)| *votes).chain(self.against_all).collect()
	}

	/// As the rules engine takes them, in one region.
	pub fn votes(&self) -> Result<Votes> {
		let region = RegionVotes { votes: self.option_votes(), invalid: self.invalid.unwrap_or(0), registered: 0 };
		Votes::new(self.option_kinds(), vec![region]).map_err(|error| Failure::new(error.to_string()))
	}

	/// The same result of ⌈participants / `scale`⌉ voters, every row by largest remainders.
	pub fn scaled(&self, scale: u64) -> Result<Self> {
		if scale == 0 {
			return Err(Failure::new("the scale must be at least 1".to_owned()));
		}
		let mut rows = self.option_votes();
		rows.extend(self.invalid);
		let voters = self.participants().div_ceil(scale);
		let mut scaled = largest_remainders(&rows, voters).into_iter();
		let parties = self.parties.iter().map(|(name, _)| (name.clone(), scaled.next().unwrap_or(0))).collect();
		let against_all = self.against_all.and_then(|_| scaled.next());
		let invalid = self.invalid.and_then(|_| scaled.next());
		Ok(Self { parties, against_all, invalid })
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

fn malformed(line: u64, why: &str) -> Failure {
	Failure::new(format!("line {line} of the votes file cannot be read: {why}")).hint(
		"a votes file starts with `party,votes`; each line after it is a name and a whole number, such as `Birimdik,487685`. \
		 Names with a comma stand in double quotes. The rows AGAINST_ALL and INVALID are optional",
	)
}

trait KindSentence {
	fn kind_sentence(&self) -> String;
}

impl KindSentence for csv::Error {
	fn kind_sentence(&self) -> String {
		match self.kind() {
			csv::ErrorKind::Utf8 { .. } => "it is not UTF-8".to_owned(),
			_ => self.to_string(),
		}
	}
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
	fn malformed_files_are_refused_with_their_line() {
		for (text, line, why) in [
			("", 1, "header"),
			("name,votes\nA,1\n", 1, "header"),
			("party,votes\n", 0, "no party"),
			("party,votes\nINVALID,3\n", 0, "no party"),
			("party,votes\nA,1\nB\n", 3, "1 columns"),
			("party,votes\nA,1\nB,2,3\n", 3, "3 columns"),
			("party,votes\nA,-1\n", 2, "`-1`"),
			("party,votes\nA,1.5\n", 2, "`1.5`"),
			("party,votes\nA,\n", 2, "``"),
			("party,votes\n,1\n", 2, "no name"),
			("party,votes\nA,1\nA,2\n", 3, "second time"),
			("party,votes\nA,99999999999999999999\n", 2, "not a number"),
			("party,votes\nA,18446744073709551615\nB,1\n", 3, "64 bits"),
		] {
			let failure = Published::parse(text).expect_err(text);
			let sentence = failure.to_string();
			assert!(sentence.contains(why), "{text:?}: {sentence}");
			assert!(line == 0 || sentence.starts_with(&format!("line {line} ")), "{text:?}: {sentence}");
		}
	}

	#[test]
	fn quotes_spaces_and_a_byte_order_mark_are_read() {
		let votes = Published::parse("\u{feff}party,votes\n\"Alpha, Beta\", 7\r\n Gamma ,8\n").expect("well formed");
		assert_eq!(votes.parties, [("Alpha, Beta".to_owned(), 7), ("Gamma".to_owned(), 8)]);
	}
}

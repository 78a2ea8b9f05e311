//! Ballot files in the BLT format, as OpenSTV, OpaVote and many others write them.
//!
//! ```text
//! 4 2              four candidates, two seats
//! -3               candidate 3 withdrew
//! 12 1 2 0         twelve ballots: 1, then 2
//! 7 4 0
//! 0                the end of the ballots
//! "Ada" …          the names, and the title
//! ```
//! `#` starts a comment. Equal ranks (`1=2`) and skipped ranks (`-`) are refused: no rule here counts them.

use crate::{RankedVotes, Ranking};
use std::{
	fmt,
	string::{String, ToString},
	vec::Vec,
};

/// A ballot file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blt {
	/// The number of seats to fill.
	pub seats: u32,
	/// The names of all candidates, in their order.
	pub names: Vec<String>,
	/// Title of the election; empty if there is none.
	pub title: String,
	/// The ballots. Those that name no candidate are counted as invalid.
	pub votes: RankedVotes,
}

/// What is wrong with a ballot file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BltError {
	/// The number of the line, from 1.
	pub line: usize,
	/// What is wrong, and what was expected.
	pub reason: String,
}

impl fmt::Display for BltError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "line {}: {}", self.line, self.reason)
	}
}

impl std::error::Error for BltError {}

/// A word or a quoted name.
enum Token {
	Word(String),
	Name(String),
}

/// The words and names of a file with their lines, and the line of the last one read.
struct Tokens {
	tokens: std::vec::IntoIter<(usize, Token)>,
	line: usize,
}

impl Tokens {
	fn of(text: &str) -> Result<Self, BltError> {
		let mut tokens = Vec::new();
		for (line, row) in text.lines().enumerate() {
			let (line, mut rest) = (line + 1, row.trim());
			while !rest.is_empty() && !rest.starts_with('#') {
				if let Some(name) = rest.strip_prefix('"') {
					let (name, after) = name
						.split_once('"')
						.ok_or_else(|| BltError { line, reason: "a name has no closing quotation mark".into() })?;
					tokens.push((line, Token::Name(name.trim().into())));
					rest = after.trim_start();
				} else {
					let end = rest.find(|c: char| c.is_whitespace() || c == '#' || c == '"').unwrap_or(rest.len());
					let (word, after) = rest.split_at(end);
					tokens.push((line, Token::Word(word.into())));
					rest = after.trim_start();
				}
			}
		}
		Ok(Self { tokens: tokens.into_iter(), line: 1 })
	}

	fn error<T>(&self, reason: impl Into<String>) -> Result<T, BltError> {
		Err(BltError { line: self.line, reason: reason.into() })
	}

	fn next(&mut self) -> Option<Token> {
		let (line, token) = self.tokens.next()?;
		self.line = line;
		Some(token)
	}

	fn word(&mut self, expected: &str) -> Result<String, BltError> {
		match self.next() {
			Some(Token::Word(word)) => Ok(word),
			Some(Token::Name(name)) => self.error(format!("{expected} expected, not the name \"{name}\"")),
			None => self.error(format!("{expected} expected, but the file ends")),
		}
	}

	fn number<N: core::str::FromStr>(&mut self, word: &str, expected: &str) -> Result<N, BltError> {
		match word.parse() {
			Ok(number) if word.bytes().all(|b| b.is_ascii_digit()) => Ok(number),
			_ => self.error(format!("{expected} expected, not `{word}`")),
		}
	}
}

impl Blt {
	/// Reads a ballot file.
	pub fn parse(text: &str) -> Result<Self, BltError> {
		let mut tokens = Tokens::of(text)?;
		let word = tokens.word("the number of candidates")?;
		let candidates: u16 = tokens.number(&word, "the number of candidates")?;
		let word = tokens.word("the number of seats")?;
		let seats: u32 = tokens.number(&word, "the number of seats")?;
		let (mut withdrawn, mut rankings, mut invalid) = (Vec::new(), Vec::new(), 0u64);
		loop {
			let word = tokens.word("a ballot or the closing 0")?;
			if let Some(number) = word.strip_prefix('-').filter(|_| rankings.is_empty()) {
				withdrawn.push(candidate(&mut tokens, number, candidates)?);
				continue;
			}
			let ballots: u64 = tokens.number(&word, "a whole number of equal ballots")?;
			if ballots == 0 {
				break;
			}
			let mut order = Vec::new();
			loop {
				let word = tokens.word("a candidate or the 0 that ends the ballot")?;
				match word.as_str() {
					"0" => break,
					"-" => return tokens.error("a skipped rank `-` is not supported"),
					word if word.contains('=') => {
						return tokens.error(format!("equal ranks `{word}` are not supported"))
					}
					word => order.push(candidate(&mut tokens, word, candidates)?),
				}
			}
			if order.is_empty() {
				invalid = invalid.saturating_add(ballots);
			} else {
				rankings.push(Ranking { order, ballots });
			}
		}
		let mut names = Vec::new();
		while let Some(token) = tokens.next() {
			match token {
				Token::Name(name) => names.push(name),
				Token::Word(word) => return tokens.error(format!("a name in quotation marks expected, not `{word}`")),
			}
		}
		let title = if names.len() > usize::from(candidates) { names.pop().unwrap_or_default() } else { String::new() };
		if names.len() != usize::from(candidates) {
			return tokens.error(format!(
				"{} names expected, one for each candidate; there are {}",
				candidates,
				names.len()
			));
		}
		let votes = RankedVotes { candidates, withdrawn, rankings, invalid, registered: 0 };
		match votes.check() {
			Ok(()) => Ok(Self { seats, names, title, votes }),
			Err(error) => tokens.error(error.to_string()),
		}
	}
}

/// The index of a candidate, from its number in the file, which counts from 1.
fn candidate(tokens: &mut Tokens, word: &str, candidates: u16) -> Result<u16, BltError> {
	match tokens.number::<u16>(word, "a candidate's number")? {
		number if number >= 1 && number <= candidates => Ok(number - 1),
		number => tokens.error(format!("there is no candidate {number}; the file has {candidates}")),
	}
}

//! CSV files as spreadsheets write them: commas, semicolons or tabs, quoted fields, a byte order mark, any line ends.

use crate::error::{Error, FileKind, LineFault, Result};
use std::{fs, path::Path};

/// Rows with their lines. Cells are trimmed; empty lines and comments (`#`) before the first row are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
	/// The rows, the header first if there is one.
	pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
	/// Its line in the file, from 1.
	pub line: u64,
	/// Its cells.
	pub cells: Vec<String>,
}

impl Row {
	/// The text of a column; empty if the row is shorter.
	pub fn cell(&self, column: usize) -> &str {
		self.cells.get(column).map_or("", String::as_str)
	}
}

impl Table {
	/// Reads the text of a file; the error is the line and what is wrong there.
	pub fn parse(text: &str) -> Result<Self, (u64, LineFault)> {
		// One kind of line end: the reader counts lines by it.
		let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
		let text = text.as_str();
		let (mut before, mut rest) = (0u64, text);
		while let Some((line, after)) = rest.split_once('\n') {
			if !line.trim().is_empty() && !line.starts_with('#') {
				break;
			}
			(before, rest) = (before + 1, after);
		}
		let mut reader = csv::ReaderBuilder::new()
			.delimiter(delimiter(rest))
			.trim(csv::Trim::All)
			.flexible(true)
			.has_headers(false)
			.from_reader(rest.as_bytes());
		let mut rows = Vec::new();
		for record in reader.records() {
			let at = |position: Option<&csv::Position>| before + position.map_or(1, csv::Position::line);
			let record =
				record.map_err(|error| (at(error.position()), LineFault::Csv { reason: error.to_string() }))?;
			let line = at(record.position());
			if record.iter().any(|cell| cell.contains('\n')) {
				return Err((line, LineFault::OpenQuotationMark));
			}
			// A line of nothing but separators is what a spreadsheet leaves of an empty row.
			if record.iter().any(|cell| !cell.is_empty()) {
				rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
			}
		}
		Ok(Self { rows })
	}
}

/// Reads a UTF-8 file; `file` is what it should hold, for the error.
pub fn read_text(path: &Path, file: FileKind) -> Result<String> {
	let bytes = fs::read(path).map_err(|error| Error::Read { file, path: path.to_owned(), error: error.into() })?;
	String::from_utf8(bytes).map_err(|_| Error::NotUtf8 { file, path: path.to_owned() })
}

/// The separator that stands most often in the first line, outside quotes.
fn delimiter(text: &str) -> u8 {
	let line = text.lines().next().unwrap_or("");
	let count = |wanted: char| {
		let mut quoted = false;
		line.chars()
			.filter(|letter| {
				quoted ^= *letter == '"';
				!quoted && *letter == wanted
			})
			.count()
	};
	// The last of equals wins: without any separator, and with as many of each, it is the comma.
	let best = [('\t', b'\t'), (';', b';'), (',', b',')].into_iter().max_by_key(|(letter, _)| count(*letter));
	best.map_or(b',', |(_, byte)| byte)
}

/// Reads a whole number, with its thousands apart or not: `487685`, `487 685`, `487,685`, `487'685`. A point is refused:
/// `7.125` may be a percentage.
pub fn count(text: &str) -> Option<u64> {
	let separator = text.chars().find(|letter| !letter.is_ascii_digit());
	let Some(separator) = separator else { return text.parse().ok() };
	if !matches!(separator, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '_' | ',') {
		return None;
	}
	let mut groups = text.split(separator);
	let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
	let mut digits = first.to_owned();
	for group in groups {
		if group.len() != 3 {
			return None;
		}
		digits.push_str(group);
	}
	digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
		Table::parse(text).expect("a table").rows.into_iter().map(|row| (row.line, row.cells)).collect()
	}

	#[test]
	fn tables_of_every_spreadsheet_are_read() {
		let wanted = [(1, vec!["party".to_owned(), "votes".into()]), (2, vec!["Alpha, Beta".into(), "7".into()])];
		for text in [
			"party,votes\n\"Alpha, Beta\",7\n",
			"\u{feff}party;votes\r\nAlpha, Beta;7\r\n",
			"party\tvotes\n Alpha, Beta \t 7",
			"party;votes\rAlpha, Beta;7\r",
			"party,votes\n\"Alpha, Beta\" , 7\n,\n\n",
		] {
			assert_eq!(cells(text), wanted, "{text:?}");
		}
	}

	#[test]
	fn comments_come_first_and_count_as_lines() {
		assert_eq!(
			cells("# a\n\n# b\nA,1\n#B,2\n"),
			[(4, vec!["A".to_owned(), "1".into()]), (5, vec!["#B".to_owned(), "2".into()])]
		);
		assert_eq!(cells(""), []);
		assert_eq!(cells("#\n"), []);
	}

	#[test]
	fn an_open_quotation_mark_is_named_with_its_line() {
		assert_eq!(Table::parse("party,votes\n\"A,1\nB,2\n"), Err((2, LineFault::OpenQuotationMark)));
	}

	#[test]
	fn counts_may_have_their_thousands_apart() {
		for text in ["1234567", "1 234 567", "1,234,567", "1'234'567", "1_234_567", "1\u{a0}234\u{a0}567"] {
			assert_eq!(count(text), Some(1_234_567), "{text}");
		}
		assert_eq!(count("0"), Some(0));
		for text in [
			"",
			"-1",
			"+1",
			"1.5",
			"1.234",
			"1,5",
			"12,34",
			"1234,567",
			"1,234 567",
			"1e6",
			" 1",
			",123",
			"1,",
			"x",
			"٣",
			"99999999999999999999",
		] {
			assert_eq!(count(text), None, "{text}");
		}
	}
}

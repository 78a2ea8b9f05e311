//! Files of totals: which column is which, and every row with its line.

use super::published::{About, Published, AGAINST_ALL, INVALID, PARTICIPANTS, REGISTERED, VALID};
use crate::{
	csv_table::{count, Table},
	error::{Column, Error, LineFault, Result},
	rule::parse_sex,
};
use std::collections::{HashMap, HashSet};

/// More rows than any ballot paper has.
const MAX_ROWS: usize = 60_000;

/// How the column of names may be called.
const NAME_COLUMNS: [&str; 9] = ["party", "list", "candidate", "option", "name", "item", "партия", "тизме", "кандидат"];
/// How the column of votes may be called; any other name that begins so will do if it is the only one.
const VOTES_COLUMNS: [&str; 4] = ["votes", "голоса", "голосов", "добуштар"];

/// Where the columns of a file are.
struct Columns {
	name: usize,
	votes: usize,
	region: Option<usize>,
	sex: Option<usize>,
	direct_seats: Option<usize>,
	width: usize,
	has_header: bool,
}

impl Columns {
	/// Two columns without a header are name and votes; a header says where they are among others.
	fn of(table: &Table) -> Result<Self> {
		let first = table.rows.first().ok_or_else(|| malformed(1, LineFault::HeaderMissing))?;
		let plain =
			Self { name: 0, votes: 1, region: None, sex: None, direct_seats: None, width: 2, has_header: false };
		if first.cells.len() == 2 && count(first.cell(1)).is_some() {
			return Ok(plain);
		}
		let header: Vec<String> = first.cells.iter().map(|cell| cell.to_lowercase()).collect();
		let place = |names: &[&str]| header.iter().position(|cell| names.contains(&cell.as_str()));
		let begins: Vec<usize> =
			(0..).zip(&header).filter(|(_, cell)| cell.starts_with("votes")).map(|(at, _)| at).collect();
		let votes = place(&VOTES_COLUMNS).or(match begins.as_slice() {
			[only] => Some(*only),
			_ => None,
		});
		let (Some(name), Some(votes)) = (place(&NAME_COLUMNS), votes) else {
			let found = first.cells.join(",");
			return Err(malformed(first.line, LineFault::UnknownHeader { found }));
		};
		Ok(Self {
			name,
			votes,
			region: place(&["region"]),
			sex: place(&["sex"]),
			direct_seats: place(&["direct_seats"]),
			width: first.cells.len(),
			has_header: true,
		})
	}
}

/// Reads a file of totals, region by region; without a column `region` there is one, without a name.
pub fn regions(text: &str) -> Result<Vec<(String, Published)>> {
	let table = Table::parse(text).map_err(|(line, fault)| malformed(line, fault))?;
	let columns = Columns::of(&table)?;
	let mut regions: Vec<(String, Published)> = Vec::new();
	let mut index: HashMap<String, usize> = HashMap::new();
	let mut seen = HashSet::new();
	let mut sum = 0u64;
	let mut last = 1;
	for row in table.rows.iter().skip(usize::from(columns.has_header)) {
		let line = row.line;
		last = line;
		if row.cells.len() != columns.width {
			let (found, expected) = (row.cells.len(), columns.width);
			return Err(malformed(line, LineFault::ColumnCount { found, expected }));
		}
		let name = row.cell(columns.name);
		if name.is_empty() {
			return Err(malformed(line, LineFault::NoName { column: Column::Party }));
		}
		let region = columns.region.map_or("", |column| row.cell(column));
		if columns.region.is_some() && region.is_empty() {
			return Err(malformed(line, LineFault::NoName { column: Column::Region }));
		}
		let cell = row.cell(columns.votes);
		let votes = count(cell)
			.ok_or_else(|| malformed(line, LineFault::NoNumber { column: Column::Votes, found: cell.to_owned() }))?;
		let total = special(name);
		if !seen.insert((region.to_owned(), total.unwrap_or(name).to_owned())) {
			return Err(malformed(line, LineFault::SecondRow { name: name.to_owned() }));
		}
		let place = *index.entry(region.to_owned()).or_insert_with(|| {
			regions.push((region.to_owned(), Published::default()));
			regions.len() - 1
		});
		let Some((_, published)) = regions.get_mut(place) else { continue };
		if !matches!(total, Some(VALID | PARTICIPANTS | REGISTERED)) {
			sum =
				sum.checked_add(votes).ok_or_else(|| malformed(line, LineFault::TooMany { column: Column::Votes }))?;
		}
		match total {
			Some(AGAINST_ALL) => published.against_all = Some(votes),
			Some(INVALID) => published.invalid = Some(votes),
			Some(VALID) => published.valid = Some(votes),
			Some(PARTICIPANTS) => published.participants = Some(votes),
			Some(_) => published.registered = Some(votes),
			None => {
				let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
				published.about.push(About {
					sex: parse_sex(cell(columns.sex))
						.map_err(|found| malformed(line, LineFault::UnknownSex { found }))?,
					direct_seats: match cell(columns.direct_seats) {
						"" => None,
						seats => Some(seats.parse().map_err(|_| {
							let fault = LineFault::NoNumber { column: Column::DirectSeats, found: seats.to_owned() };
							malformed(line, fault)
						})?),
					},
				});
				published.parties.push((name.to_owned(), votes));
			}
		}
		if published.parties.len() > MAX_ROWS {
			return Err(malformed(line, LineFault::TooManyParties));
		}
	}
	if regions.iter().all(|(_, published)| published.parties.is_empty()) {
		return Err(malformed(last, LineFault::NoParty));
	}
	Ok(regions)
}

/// The total that a row is, in any spelling: `Against all` is `AGAINST_ALL`.
pub fn special(name: &str) -> Option<&'static str> {
	let plain: String =
		name.to_uppercase().chars().map(|letter| if matches!(letter, ' ' | '-') { '_' } else { letter }).collect();
	[AGAINST_ALL, INVALID, VALID, PARTICIPANTS, REGISTERED].into_iter().find(|special| *special == plain)
}

fn malformed(line: u64, fault: LineFault) -> Error {
	Error::VotesLine { line, fault }
}

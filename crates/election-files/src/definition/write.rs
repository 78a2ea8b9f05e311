//! The file of a definition: the inverse of its reader.

use super::{address, DefinitionFile};
use crate::hidden::is_hidden;
use dobush_primitives::{Calendar, Contest, ContestId, ContestLists, Definition, Mode, Moment, UtcOffset};
use electoral_rules::{
	AgainstAll, BallotFormat, Base, Choices, FillBy, ListFilling, ListRule, Majority, OptionKind, RegionSeats, Regions,
	Rule, Sex, Share, Threshold, TieRule,
};
use sp_runtime::AccountId32;
use std::fmt::Write as _;

/// The text of a file that the reader turns into exactly this definition; nothing if no file does. Its moments are written in the
/// election's local time.
pub fn write(definition: &Definition<AccountId32>) -> Option<String> {
	let mut file = String::new();
	let text = head(&mut file, definition)
		.and_then(|()| units(&mut file, definition))
		.and_then(|()| contests(&mut file, definition))
		.and_then(|()| trustees_and_calendar(&mut file, definition));
	text?;
	let again = DefinitionFile::parse(&file).and_then(|read| read.definition());
	(again.as_ref() == Ok(definition)).then_some(file)
}

fn head(file: &mut String, definition: &Definition<AccountId32>) -> Option<()> {
	field(file, "title", quoted(&definition.title)?);
	match definition.mode {
		Mode::Direct => field(file, "mode", "\"direct\""),
		Mode::Deniable { merge_below } => {
			field(file, "mode", "\"deniable\"");
			field(file, "merge_below", merge_below);
		}
	}
	field(file, "roll", definition.roll);
	if let Some(repeats) = definition.repeats {
		field(file, "repeats", repeats);
	}
	field(file, "ballots_per_credential", definition.ballots_per_credential);
	let regions = definition.regions.iter().map(|name| quoted(name)).collect::<Option<Vec<_>>>()?;
	field(file, "regions", format!("[{}]", regions.join(", ")));
	Some(())
}

fn units(file: &mut String, definition: &Definition<AccountId32>) -> Option<()> {
	let all: Vec<ContestId> = (0u8..).map(ContestId).zip(&definition.contests).map(|(number, _)| number).collect();
	for unit in &definition.units {
		file.push_str("\n[[units]]\n");
		field(file, "name", quoted(&unit.name)?);
		let region = definition.regions.get(usize::from(unit.region))?;
		if *region != unit.name {
			field(file, "region", quoted(region)?);
		}
		let style = &definition.styles.get(usize::from(unit.style))?.contests;
		if *style.as_slice() != all {
			let titles = style.iter().map(|contest| quoted(&definition.contests.get(usize::from(contest.0))?.title));
			field(file, "contests", format!("[{}]", titles.collect::<Option<Vec<_>>>()?.join(", ")));
		}
	}
	Some(())
}

fn contests(file: &mut String, definition: &Definition<AccountId32>) -> Option<()> {
	for (number, contest) in (0u8..).map(ContestId).zip(&definition.contests) {
		file.push_str("\n[[contests]]\n");
		field(file, "title", quoted(&contest.title)?);
		let lists = definition.lists.iter().find(|lists| lists.contest == number);
		options(file, definition, number, contest, lists)?;
		match contest.format {
			BallotFormat::Single | BallotFormat::Approvals { .. } => {}
			BallotFormat::SingleOrDecline => field(file, "may_decline", true),
			BallotFormat::ListPreferences { most, .. } => field(file, "preferences", most),
			BallotFormat::Ranking { most } => field(file, "ranks", most),
		}
		file.push_str("[contests.rule]\n");
		rule(file, contest)?;
		if let Some(lists) = lists {
			file.push_str("[contests.rule.within]\n");
			within(file, &lists.filling)?;
		}
	}
	Some(())
}

fn options(
	file: &mut String,
	definition: &Definition<AccountId32>,
	number: ContestId,
	contest: &Contest,
	lists: Option<&ContestLists>,
) -> Option<()> {
	let (mut parties, mut people, mut against_all) = (Vec::new(), Vec::new(), None);
	for (place, option) in (0u16..).zip(&contest.options) {
		let name = quoted(&option.name)?;
		match option.kind {
			OptionKind::List => {
				let slate = lists.and_then(|lists| lists.slates.get(usize::from(place)));
				let candidates =
					slate.into_iter().flatten().map(|candidate| person(&candidate.name, candidate.sex, None));
				let candidates = candidates.collect::<Option<Vec<_>>>()?;
				parties.push(match candidates.is_empty() {
					true => name,
					false => format!("{{ name = {name}, candidates = [{}] }}", candidates.join(", ")),
				});
			}
			OptionKind::Candidate | OptionKind::Woman | OptionKind::Man => {
				let sex = match option.kind {
					OptionKind::Woman => Some(Sex::Woman),
					OptionKind::Man => Some(Sex::Man),
					_ => None,
				};
				let stands_for = definition
					.affiliations
					.iter()
					.find(|of| of.district == number && of.candidate == place)
					.map(|of| definition.contests.get(usize::from(of.lists.0))?.options.get(usize::from(of.list)));
				let stands_for = match stands_for {
					None => None,
					Some(list) => Some(quoted(&list?.name)?),
				};
				people.push(person(&option.name, sex, stands_for)?);
			}
			OptionKind::AgainstAll => against_all = Some(name),
		}
	}
	for (key, entries) in [("lists", parties), ("candidates", people)] {
		if !entries.is_empty() {
			let long = entries.iter().any(|entry| entry.starts_with('{'));
			let entries = if long { format!("\n\t{},\n", entries.join(",\n\t")) } else { entries.join(", ") };
			field(file, key, format!("[{entries}]"));
		}
	}
	if let Some(name) = against_all {
		field(file, "against_all", name);
	}
	Some(())
}

/// A candidate: a name, or a name with more.
fn person(name: &[u8], sex: Option<Sex>, list: Option<String>) -> Option<String> {
	let name = quoted(name)?;
	if sex.is_none() && list.is_none() {
		return Some(name);
	}
	let sex = sex.map_or("", |sex| match sex {
		Sex::Woman => ", sex = \"F\"",
		Sex::Man => ", sex = \"M\"",
	});
	let list = list.map_or_else(String::new, |list| format!(", list = {list}"));
	Some(format!("{{ name = {name}{sex}{list} }}"))
}

fn rule(file: &mut String, contest: &Contest) -> Option<()> {
	let kind = |file: &mut String, kind: &str| field(file, "kind", format!("\"{kind}\""));
	let against = |file: &mut String, against_all: AgainstAll| match against_all {
		AgainstAll::NotOffered => {}
		AgainstAll::Counts => field(file, "against_all", "\"counts\""),
		AgainstAll::RepeatIfFirst => field(file, "against_all", "\"repeat-if-first\""),
	};
	match &contest.rule {
		Rule::Plurality(rule) => {
			kind(file, "plurality");
			against(file, rule.against_all);
		}
		Rule::Lists(rule) => {
			kind(file, "lists");
			lists(file, contest, rule)?;
			against(file, rule.against_all);
		}
		Rule::RegionalLists(rule) => {
			kind(file, "regional-lists");
			lists(file, contest, &rule.lists)?;
			match &rule.region_seats {
				RegionSeats::Fixed(seats) => {
					let seats: Vec<String> = seats.iter().map(u32::to_string).collect();
					field(file, "region_seats", format!("[{}]", seats.join(", ")));
				}
				RegionSeats::ByRegistered(method) | RegionSeats::ByParticipants(method) => {
					let registered = matches!(rule.region_seats, RegionSeats::ByRegistered(_));
					let by = if registered { "\"by-registered\"" } else { "\"by-participants\"" };
					field(file, "region_seats", by);
					field(file, "region_method", format!("\"{method}\""));
				}
			}
			against(file, rule.lists.against_all);
		}
		Rule::TwoRounds(rule) => {
			kind(file, "two-rounds");
			majority(file, &rule.majority, rule.quorum);
			against(file, rule.against_all);
		}
		Rule::Referendum(rule) => {
			kind(file, "referendum");
			majority(file, &rule.majority, rule.quorum);
		}
		Rule::MultiSeat(rule) => {
			kind(file, "multi-seat");
			field(file, "seats", rule.seats);
			match rule.choices {
				Choices::One => {}
				Choices::UpTo(most) => field(file, "choices", most),
				Choices::Any => field(file, "choices", "\"any\""),
			}
			if let Some(most) = rule.most_of_one_sex {
				field(file, "most_of_one_sex", most);
			}
			against(file, rule.against_all);
		}
		Rule::InstantRunoff(rule) => {
			kind(file, "instant-runoff");
			field(file, "look_back", rule.look_back);
		}
		Rule::Stv(rule) => {
			kind(file, "stv");
			field(file, "seats", rule.seats);
		}
		Rule::Schulze(_) => kind(file, "schulze"),
	}
	ties(file, contest.rule.ties())
}

fn lists(file: &mut String, contest: &Contest, rule: &ListRule) -> Option<()> {
	field(file, "seats", rule.seats);
	field(file, "method", format!("\"{}\"", rule.method));
	let mut base = None;
	if rule.national != Threshold::NONE {
		field(file, "threshold", share(rule.national.share));
		base = Some(rule.national.base);
	}
	if let Some(seats) = rule.direct_seats {
		field(file, "direct_seats", seats);
	}
	if !rule.coalitions.is_empty() {
		let coalitions = rule.coalitions.iter().map(|coalition| {
			let name = quoted(&contest.options.get(usize::from(coalition.option))?.name)?;
			let (parties, least) = (coalition.parties, share(coalition.share));
			Some(format!("{{ list = {name}, parties = {parties}, threshold = {least} }}"))
		});
		field(file, "coalitions", format!("[{}]", coalitions.collect::<Option<Vec<_>>>()?.join(", ")));
	}
	if let Some(regional) = rule.regional {
		field(file, "regional_threshold", share(regional.share));
		if let Regions::AtLeast(regions) = regional.regions {
			field(file, "in_regions", regions);
		}
		base = base.or(Some(regional.base));
	}
	if let Some(minimum) = rule.minimum {
		field(file, "minimum", share(minimum.share));
		base = base.or(Some(minimum.base));
	}
	// Without a threshold the base of the coalitions is the plain one; that of other shares is said by the same word.
	let of_coalitions = (!rule.coalitions.is_empty()).then_some(rule.national.base);
	if let Some(base) = base.or(of_coalitions) {
		base_field(file, base);
	}
	if let Some(cap) = rule.cap {
		field(file, "cap", cap);
	}
	Some(())
}

fn majority(file: &mut String, majority: &Majority, quorum: Option<Share>) {
	field(file, "majority", share(majority.share));
	base_field(file, majority.base);
	if let Some(quorum) = quorum {
		field(file, "quorum", share(quorum));
	}
}

fn base_field(file: &mut String, base: Base) {
	field(file, "base", format!("\"{base}\""));
}

fn within(file: &mut String, filling: &ListFilling) -> Option<()> {
	let by = match filling.by {
		FillBy::ListOrder => "\"list-order\"",
		FillBy::Preferences => "\"preferences\"",
	};
	field(file, "by", by);
	if let Some(women) = filling.women {
		field(file, "women", share(women));
	}
	field(file, "vacancy_keeps_sex", filling.vacancy_keeps_sex);
	ties(file, filling.ties)
}

/// A lot that is drawn already stands in no file.
fn ties(file: &mut String, ties: TieRule) -> Option<()> {
	let word = match ties {
		TieRule::ListOrder => "list-order",
		TieRule::MoreVotes => "more-votes",
		TieRule::FewerVotes => "fewer-votes",
		TieRule::Lot { seed: None } => "lot",
		TieRule::MoreVotesThenLot { seed: None } => "more-votes-then-lot",
		TieRule::Lot { seed: Some(_) } | TieRule::MoreVotesThenLot { seed: Some(_) } => return None,
	};
	field(file, "ties", format!("\"{word}\""));
	Some(())
}

fn trustees_and_calendar(file: &mut String, definition: &Definition<AccountId32>) -> Option<()> {
	file.push_str("\n[trustees]\n");
	field(file, "threshold", definition.trustees.threshold);
	let members: Vec<String> =
		definition.trustees.members.iter().map(|member| format!("\t\"{}\",\n", address(member))).collect();
	field(file, "members", format!("[\n{}]", members.concat()));

	let Calendar { roll_closes_at, polls_open_at, polls_close_at, early_closing, grace_blocks, .. } =
		definition.calendar;
	file.push_str("\n[calendar]\n");
	let moments =
		[("roll_closes_at", roll_closes_at), ("polls_open_at", polls_open_at), ("polls_close_at", polls_close_at)];
	for (key, moment) in moments {
		field(file, key, local(moment, definition.calendar.utc_offset)?);
	}
	field(file, "early_closing", early_closing);
	field(file, "grace_blocks", grace_blocks);
	field(file, "step_deadline_seconds", seconds(definition.calendar.step_deadline)?);
	// No window at all is the shortest one that the chain knows.
	let window = definition.calendar.objection_window;
	field(file, "objection_window_seconds", if window == 1 { 0 } else { seconds(window)? });
	Some(())
}

fn seconds(length: Moment) -> Option<u64> {
	// More seconds than a file can say are as many milliseconds as fit.
	if length == Moment::MAX {
		return u64::try_from(i64::MAX).ok();
	}
	length.is_multiple_of(1000).then_some(length / 1000)
}

fn local(moment: Moment, UtcOffset(minutes): UtcOffset) -> Option<String> {
	let date = time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment) * 1_000_000).ok()?;
	let date = date.checked_to_offset(time::UtcOffset::from_whole_seconds(i32::from(minutes) * 60).ok()?)?;
	date.format(&time::format_description::well_known::Rfc3339).ok()
}

/// A share so that exactly the same two numbers are read again: as per cent, or as a fraction.
fn share(share: Share) -> String {
	let (mut denominator, mut decimals) = (100u32, 0usize);
	while denominator < share.denominator && decimals < 6 {
		denominator = denominator.saturating_mul(10);
		decimals += 1;
	}
	if denominator != share.denominator {
		return format!("\"{}/{}\"", share.numerator, share.denominator);
	}
	let digits = format!("{:0width$}", share.numerator, width = decimals + 1);
	let (whole, part) = digits.split_at(digits.len() - decimals);
	let point = if decimals == 0 { "" } else { "." };
	format!("\"{whole}{point}{part}%\"")
}

fn field(file: &mut String, key: &str, value: impl std::fmt::Display) {
	// Writing to a string does not fail.
	let _ = writeln!(file, "{key} = {value}");
}

/// A text in quotation marks; what a reader would not see is written out. Nothing if it is not UTF-8.
fn quoted(text: &[u8]) -> Option<String> {
	let mut quoted = String::from("\"");
	for letter in std::str::from_utf8(text).ok()?.chars() {
		match letter {
			'"' | '\\' => quoted.extend(['\\', letter]),
			letter if is_hidden(letter) => {
				let _ = write!(quoted, "\\U{:08x}", u32::from(letter));
			}
			letter => quoted.push(letter),
		}
	}
	quoted.push('"');
	Some(quoted)
}

#[cfg(test)]
mod tests;

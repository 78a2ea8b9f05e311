//! Ballots one by one: what the contest admits is counted, everything else is invalid.

use super::{
	counted::Ballots,
	rows::{malformed, word, Ballot, DECLINED},
};
use crate::{
	contest::ContestPlan,
	error::{Column, Error, FieldFault, LineFault, Result},
	notes::Note,
	votes::{AGAINST_ALL, INVALID, REGISTERED},
};
use electoral_rules::{
	Choices, Facts, OptionIndex, OptionKind, RankedVotes, Ranking, RegionVotes, Rule, Votes, MAX_OPTIONS,
};
use std::collections::HashMap;

/// A contest, ready to count ballots.
pub(super) struct BallotCount<'a> {
	names: HashMap<&'a str, OptionIndex>,
	kinds: &'a [OptionKind],
	/// List by list the places of its candidates.
	members: Vec<HashMap<&'a str, usize>>,
	shape: Shape,
	may_decline: bool,
}

/// What a ballot may say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
	/// One option.
	One,
	/// At most so many options.
	Several { most: usize },
	/// At most so many options in an order.
	Ranking { most: usize },
	/// A list and at most so many of its candidates; the longest list has `longest`.
	ListWith { most: usize, longest: usize },
}

/// What a valid ballot says.
struct Said {
	options: Vec<OptionIndex>,
	/// Places on the list that the ballot is for; those behind its end name nobody.
	preferences: Vec<usize>,
}

/// The sums of one region.
#[derive(Clone)]
struct Sums {
	name: String,
	votes: Vec<u64>,
	valid: u64,
	invalid: u64,
	registered: Option<u64>,
}

impl<'a> BallotCount<'a> {
	/// The options with their kinds, and what the contest and its rule admit.
	pub fn of(
		options: &'a [String],
		kinds: &'a [OptionKind],
		contest: Option<&'a ContestPlan>,
		rule: &Rule,
	) -> Result<Self> {
		if options.len() > MAX_OPTIONS {
			return Err(Error::field("options", FieldFault::TooManyOptions { most: MAX_OPTIONS }));
		}
		let mut names: HashMap<&str, OptionIndex> =
			(0..=OptionIndex::MAX).zip(options).map(|(place, name)| (name.as_str(), place)).collect();
		let against_all = (0..=OptionIndex::MAX).zip(kinds).find(|(_, kind)| **kind == OptionKind::AgainstAll);
		names.extend(against_all.map(|(place, _)| (AGAINST_ALL, place)));
		let lists = contest.map_or(&[][..], |contest| contest.lists.as_slice());
		let longest = lists.iter().map(|list| list.candidates().len()).max().unwrap_or(0);
		let members = lists.iter().map(|list| list.candidates().iter().map(|one| one.name()).zip(0..).collect());
		// Refuses preferences and ranks that do not fit the rule.
		contest.map(|contest| contest.format(rule)).transpose()?;
		let shape = match (rule, contest.and_then(|contest| contest.preferences)) {
			(_, Some(most)) => Shape::ListWith { most: most.into(), longest },
			(Rule::MultiSeat(rule), None) => match rule.choices {
				Choices::One => Shape::One,
				Choices::UpTo(most) => Shape::Several { most: most.into() },
				Choices::Any => Shape::Several { most: usize::MAX },
			},
			(rule, None) if rule.is_ranked() => {
				Shape::Ranking { most: contest.and_then(|contest| contest.ranks).map_or(usize::MAX, usize::from) }
			}
			_ => Shape::One,
		};
		let may_decline = contest.is_some_and(|contest| contest.may_decline);
		Ok(Self { names, kinds, members: members.collect(), shape, may_decline })
	}

	/// Counts all ballots.
	pub fn count(self, ballots: &[Ballot]) -> Result<(Ballots, Vec<Note>)> {
		let mut regions: Vec<Sums> = Vec::new();
		let mut places: HashMap<&str, usize> = HashMap::new();
		let mut preferences: Vec<Vec<u64>> = self.members.iter().map(|list| vec![0; list.len()]).collect();
		preferences.resize(self.kinds.len(), Vec::new());
		let mut rankings = Vec::new();
		let (mut all, mut misread, mut first_misread) = (0u64, 0u64, None);
		for ballot in ballots {
			let (line, number) = (ballot.line, ballot.ballots);
			let place = *places.entry(&ballot.region).or_insert_with(|| {
				let (name, votes) = (ballot.region.clone(), vec![0; self.kinds.len()]);
				regions.push(Sums { name, votes, valid: 0, invalid: 0, registered: None });
				regions.len() - 1
			});
			let Some(region) = regions.get_mut(place) else { continue };
			let special =
				ballot.choices.iter().find_map(|choice| word(choice)).filter(|special| *special != AGAINST_ALL);
			if let Some(special) = special.filter(|_| ballot.choices.len() > 1) {
				return Err(malformed(line, LineFault::NotAlone { word: special }));
			}
			match special {
				Some(REGISTERED) if region.registered.is_some() => {
					return Err(malformed(line, LineFault::SecondRegistered));
				}
				Some(REGISTERED) => {
					region.registered = Some(number);
					continue;
				}
				Some(DECLINED) if self.may_decline => continue,
				Some(DECLINED) => return Err(malformed(line, LineFault::CannotDecline)),
				_ => {}
			}
			all = all
				.checked_add(number)
				.ok_or_else(|| malformed(line, LineFault::TooMany { column: Column::Ballots }))?;
			// Every sum below is at most all ballots.
			let said = if special == Some(INVALID) { None } else { self.read(ballot)? };
			let Some(Said { options, preferences: preferred }) = said else {
				region.invalid += number;
				if special.is_none() {
					misread += number;
					first_misread = first_misread.or(Some(line));
				}
				continue;
			};
			region.valid += number;
			for option in &options {
				region.votes.get_mut(usize::from(*option)).into_iter().for_each(|votes| *votes += number);
			}
			let list = options.first().and_then(|list| preferences.get_mut(usize::from(*list)));
			if let Some(list) = list {
				preferred.iter().for_each(|place| list.get_mut(*place).into_iter().for_each(|sum| *sum += number));
			}
			if matches!(self.shape, Shape::Ranking { .. }) {
				rankings.push(Ranking { order: options, ballots: number });
			}
		}
		let notes = first_misread.map(|first_line| Note::InvalidBallots { ballots: misread, first_line });
		let notes = notes.into_iter().collect();
		if matches!(self.shape, Shape::Ranking { .. }) {
			return Ok((Ballots::Ranked(self.ranked(regions, rankings)?), notes));
		}
		Ok((self.counted(regions, preferences)?, notes))
	}

	fn ranked(&self, regions: Vec<Sums>, rankings: Vec<Ranking>) -> Result<RankedVotes> {
		let [region] = regions.as_slice() else {
			return Err(Error::field("region", FieldFault::RankedInRegions));
		};
		let candidates =
			OptionIndex::try_from(self.kinds.len()).map_err(|_| Error::field("candidates", FieldFault::TooMany))?;
		if self.kinds.contains(&OptionKind::AgainstAll) {
			return Err(Error::field("against_all", FieldFault::AgainstAllRanked));
		}
		let registered = region.registered.unwrap_or(0);
		Ok(RankedVotes { candidates, withdrawn: Vec::new(), rankings, invalid: region.invalid, registered })
	}

	fn counted(&self, regions: Vec<Sums>, preferences: Vec<Vec<u64>>) -> Result<Ballots> {
		let valid = regions.iter().map(|region| region.valid).sum();
		let facts = Facts {
			ballots: matches!(self.shape, Shape::Several { .. }).then_some(valid),
			direct_seats: Vec::new(),
			registered: regions.iter().map(|region| region.registered).sum(),
		};
		let mut names = Vec::new();
		let mut rows = Vec::new();
		for Sums { name, votes, invalid, registered, .. } in regions {
			names.push(name);
			rows.push(RegionVotes { votes, invalid, registered: registered.unwrap_or(0) });
		}
		let votes = Votes::new(self.kinds.to_vec(), rows)?;
		let preferences = matches!(self.shape, Shape::ListWith { .. }).then_some(preferences);
		Ok(Ballots::Counted { votes, facts, regions: names, preferences })
	}

	/// What a ballot says; `None` is an invalid ballot. A name that stands nowhere is a mistake of the file.
	fn read(&self, ballot: &Ballot) -> Result<Option<Said>> {
		let option = |choice: &String| {
			let name = word(choice).unwrap_or(choice);
			self.names
				.get(name)
				.copied()
				.ok_or_else(|| malformed(ballot.line, LineFault::NotStanding { choice: choice.clone() }))
		};
		let (options, preferences) = match (self.shape, ballot.choices.split_first()) {
			(Shape::ListWith { longest, .. }, Some((list, preferred))) => {
				let list = option(list)?;
				let members = self.members.get(usize::from(list));
				let place = |choice: &String| {
					let named = members.and_then(|members| members.get(choice.as_str()).copied());
					// A number behind the end of a shorter list is a legal mark that names nobody.
					let numbered =
						|| choice.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|place| *place < longest);
					named
						.or_else(numbered)
						.ok_or_else(|| malformed(ballot.line, LineFault::NotOnList { choice: choice.clone() }))
				};
				(vec![list], preferred.iter().map(place).collect::<Result<Vec<_>>>()?)
			}
			_ => (ballot.choices.iter().map(option).collect::<Result<Vec<_>>>()?, Vec::new()),
		};
		let fits = match self.shape {
			Shape::One => options.len() == 1,
			Shape::Several { most } | Shape::Ranking { most } => {
				(1..=most).contains(&options.len()) && differ(&options)
			}
			Shape::ListWith { most, .. } => options.len() == 1 && preferences.len() <= most && differ(&preferences),
		};
		Ok(fits.then_some(Said { options, preferences }))
	}
}

fn differ<T: Ord + Copy>(numbers: &[T]) -> bool {
	let mut sorted = numbers.to_vec();
	sorted.sort_unstable();
	sorted.windows(2).all(|pair| pair.first() != pair.last())
}

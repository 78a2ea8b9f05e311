//! The rule of a contest in sentences, as whoever compares it with the law reads it.

use crate::output::number;
use dobush_client::chain::decode::text;
use dobush_primitives::Contest;
use electoral_rules::{
	AgainstAll, BallotFormat, Base, Choices, FillBy, ListFilling, ListRule, Majority, Method, RegionSeats, Regions,
	Rule, Share, TieRule,
};

/// What a voter may mark.
pub fn ballot_format(format: BallotFormat) -> String {
	match format {
		BallotFormat::Single => "A voter names one option.".to_owned(),
		BallotFormat::SingleOrDecline => "A voter names one option, or declines this question.".to_owned(),
		BallotFormat::ListPreferences { most, .. } => {
			format!("A voter names one list, and at most {most} of its candidates.")
		}
		BallotFormat::Approvals { most } => format!("A voter names at least one option and at most {most}."),
		BallotFormat::Ranking { most } => format!("A voter puts options in an order, at least one and at most {most}."),
	}
}

/// How votes decide a contest.
pub fn rule(contest: &Contest, regions: &[String]) -> Vec<String> {
	let names: Vec<String> = contest.options.iter().map(|option| text(&option.name)).collect();
	match &contest.rule {
		Rule::Plurality(rule) => {
			let first = "The option with the most votes is elected.".to_owned();
			ended([first], rule.against_all, rule.ties)
		}
		Rule::Lists(rule) => {
			let seats = format!("{} seats are shared among the lists by {}.", number(rule.seats), method(&rule.method));
			let words = [seats].into_iter().chain(list_rule(rule, &names));
			ended(words, rule.against_all, rule.ties)
		}
		Rule::RegionalLists(rule) => {
			let lists = &rule.lists;
			let seats = format!("{} seats are shared among the regions.", number(lists.seats));
			let within = format!("In each region they are shared among the lists by {}.", method(&lists.method));
			let words = [seats].into_iter().chain(region_seats(&rule.region_seats, regions)).chain([within]);
			ended(words.chain(list_rule(lists, &names)), lists.against_all, lists.ties)
		}
		Rule::TwoRounds(rule) => {
			let first =
				format!("Whoever has {} is elected; otherwise the two best meet again.", majority(rule.majority));
			let words = [first].into_iter().chain(rule.quorum.map(quorum));
			ended(words, rule.against_all, rule.ties)
		}
		Rule::Referendum(rule) => {
			let first = format!("The answer that has {} is adopted.", majority(rule.majority));
			ended([first].into_iter().chain(rule.quorum.map(quorum)), AgainstAll::NotOffered, rule.ties)
		}
		Rule::MultiSeat(rule) => {
			let seats = format!("The {} candidates with the most votes are elected.", number(rule.seats));
			let choices = match rule.choices {
				Choices::One => "The rule counts one vote of each ballot.".to_owned(),
				Choices::UpTo(most) => format!("A ballot may name at most {most} candidates."),
				Choices::Any => "A ballot may name any number of candidates.".to_owned(),
			};
			let sexes = rule.most_of_one_sex.map(|most| format!("At most {most} of them are of one sex."));
			ended([seats, choices].into_iter().chain(sexes), rule.against_all, rule.ties)
		}
		Rule::InstantRunoff(rule) => {
			let first = "The last candidate goes out, stage by stage, until one has the majority.".to_owned();
			let back = "Between equals the last stage decides at which they differed.".to_owned();
			ended([first].into_iter().chain(rule.look_back.then_some(back)), AgainstAll::NotOffered, rule.ties)
		}
		Rule::Stv(rule) => {
			let first = format!(
				"{} seats go to the candidates who reach the quota, with transfers of votes.",
				number(rule.seats)
			);
			ended([first], AgainstAll::NotOffered, rule.ties)
		}
		Rule::Schulze(rule) => {
			let first = "Candidates are compared in pairs; the strongest paths decide (Schulze).".to_owned();
			ended([first], AgainstAll::NotOffered, rule.ties)
		}
	}
}

/// Who sits on the seats of a list.
pub fn filling(filling: &ListFilling) -> Vec<String> {
	let first = match filling.by {
		FillBy::ListOrder => "The seats of a list go to its candidates in the order of the list.",
		FillBy::Preferences => "The seats of a list go to its candidates with the most preferences.",
	};
	let women = filling.women.map(|share| format!("At least {share} of them, rounded up, go to women first."));
	let vacancy = "Whoever leaves is followed by the next candidate of the same sex, if there is one.".to_owned();
	let vacancy = filling.vacancy_keeps_sex.then_some(vacancy);
	let words = [first.to_owned()].into_iter().chain(women).chain(vacancy);
	ended(words, AgainstAll::NotOffered, filling.ties)
}

/// The sentences of a rule with those that every rule has.
fn ended(words: impl IntoIterator<Item = String>, against_all: AgainstAll, by: TieRule) -> Vec<String> {
	let against_all = match against_all {
		AgainstAll::NotOffered => None,
		AgainstAll::Counts => Some("Votes against all count in the base, and win nothing."),
		AgainstAll::RepeatIfFirst => Some("If votes against all are the most, the election is repeated."),
	};
	words.into_iter().chain(against_all.map(str::to_owned)).chain([ties(by)]).collect()
}

fn ties(rule: TieRule) -> String {
	let by = match rule {
		TieRule::ListOrder => "the order of the ballot paper",
		TieRule::MoreVotes => "more votes, then the order of the ballot paper",
		TieRule::FewerVotes => "fewer votes, then the order of the ballot paper",
		TieRule::Lot { .. } => "a lot drawn in public",
		TieRule::MoreVotesThenLot { .. } => "more votes, then a lot drawn in public",
	};
	format!("Ties are decided by {by}.")
}

fn list_rule(rule: &ListRule, names: &[String]) -> Vec<String> {
	let national = rule.national;
	let direct = rule.direct_seats.map_or(String::new(), |seats| format!(", or {seats} seats won in districts"));
	let mut words = vec![if national.share.numerator == 0 && rule.direct_seats.is_none() {
		"Every list with a vote takes part.".to_owned()
	} else {
		format!("A list takes part with at least {}{direct}.", share(national.share, national.base))
	}];
	for coalition in &rule.coalitions {
		let name = names.get(usize::from(coalition.option)).map_or("", String::as_str);
		words.push(format!(
			"{name}, a coalition of {} parties, needs {}.",
			coalition.parties,
			share(coalition.share, national.base)
		));
	}
	if let Some(regional) = rule.regional {
		let regions = match regional.regions {
			Regions::Each => "every region".to_owned(),
			Regions::AtLeast(least) => format!("at least {least} regions"),
		};
		words.push(format!("It also needs {} in {regions}.", share(regional.share, regional.base)));
	}
	if let Some(minimum) = rule.minimum {
		words.push(format!(
			"The lists that take part must have {} together; until they do, the next ones are admitted.",
			share(minimum.share, minimum.base)
		));
	}
	words.extend(rule.cap.map(|cap| format!("No list has more than {} seats.", number(cap))));
	words
}

fn region_seats(seats: &RegionSeats, regions: &[String]) -> Vec<String> {
	match seats {
		RegionSeats::Fixed(seats) => {
			let rows = regions.iter().zip(seats).map(|(region, seats)| format!("{region} {seats}"));
			vec![format!("The law fixes the seats of the regions: {}.", rows.collect::<Vec<_>>().join(", "))]
		}
		RegionSeats::ByRegistered(by) => {
			vec![format!("A region has seats in proportion to its registered voters, by {}.", method(by))]
		}
		RegionSeats::ByParticipants(by) => {
			vec![format!("A region has seats in proportion to its voters who took part, by {}.", method(by))]
		}
	}
}

fn majority(majority: Majority) -> String {
	format!("more than {}", share(majority.share, majority.base))
}

fn quorum(share: Share) -> String {
	format!("At least {share} of the registered voters must take part.")
}

fn share(share: Share, base: Base) -> String {
	let base = match base {
		Base::Participants => "all ballots",
		Base::Valid => "the valid ballots",
		Base::PartyVotes => "the votes for lists and candidates",
	};
	format!("{share} of {base}")
}

fn method(method: &Method) -> String {
	match method {
		Method::Hare => "the Hare quota and largest remainders".to_owned(),
		Method::Droop => "the Droop quota and largest remainders".to_owned(),
		Method::HagenbachBischoff => "the Hagenbach-Bischoff quota and largest remainders".to_owned(),
		Method::HagenbachBischoffRounded => "the rounded Hagenbach-Bischoff quota and largest remainders".to_owned(),
		Method::Imperiali => "the Imperiali quota and largest remainders".to_owned(),
		Method::DHondt => "the divisors of D'Hondt".to_owned(),
		Method::SainteLague => "the divisors of Sainte-Laguë".to_owned(),
		Method::ModifiedSainteLague { .. } | Method::Divisors(_) => format!("the divisors `{method}`"),
	}
}

#[cfg(test)]
mod tests {
	#![allow(clippy::expect_used)]

	use super::*;
	use election_files::definition::DefinitionFile;

	#[test]
	fn the_example_is_said_as_the_law_says_it() {
		let file = include_str!("../../../crates/election-files/examples/definition.toml");
		let definition = DefinitionFile::parse(file).and_then(|plan| plan.definition()).expect("the example");
		let said = rule(&definition.contests[0], &["Bishkek".to_owned(), "Osh".to_owned()]);
		assert_eq!(
			said,
			[
				"120 seats are shared among the lists by the Hare quota and largest remainders.",
				"A list takes part with at least 7 % of all ballots.",
				"It also needs 0.7 % of all ballots in every region.",
				"No list has more than 65 seats.",
				"Votes against all count in the base, and win nothing.",
				"Ties are decided by more votes, then the order of the ballot paper."
			]
		);
		let said = filling(&definition.lists[0].filling);
		assert_eq!(said[1], "At least 30 % of them, rounded up, go to women first.");
		let said = rule(&definition.contests[1], &[]);
		assert_eq!(said, ["The option with the most votes is elected.", "Ties are decided by a lot drawn in public."]);
	}
}

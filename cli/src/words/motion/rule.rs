//! A rule in a few words, with every number that it has.

use super::parts::count;
use dobush_client::chain::decode::text;
use dobush_primitives::Contest;
use electoral_rules::{
	AgainstAll, Base, Choices, Coalition, FillBy, ListFilling, ListRule, Majority, RegionSeats, Regions, Rule, Share,
	Threshold, TieRule,
};

/// The rule of a contest.
pub(super) fn rule(rule: &Rule, contest: &Contest) -> Vec<String> {
	let mut lines = match rule {
		Rule::Plurality(rule) => vec!["rule: the most votes win".to_owned(), against(rule.against_all)],
		Rule::Lists(rule) => lists(rule, contest),
		Rule::RegionalLists(rule) => {
			let by = match &rule.region_seats {
				RegionSeats::Fixed(seats) => {
					let seats: Vec<String> = seats.iter().map(u32::to_string).collect();
					format!("seats of the regions: {}", seats.join(", "))
				}
				RegionSeats::ByRegistered(method) => format!("regions get seats by their voters on the roll, {method}"),
				RegionSeats::ByParticipants(method) => format!("regions get seats by their turnout, {method}"),
			};
			[lists(&rule.lists, contest), vec![by]].concat()
		}
		Rule::TwoRounds(rule) => vec![
			format!("rule: {} elects; otherwise the two best meet in a second round", majority(&rule.majority)),
			quorum(rule.quorum),
			against(rule.against_all),
		],
		Rule::Referendum(rule) => {
			vec![format!("rule: {} decides", majority(&rule.majority)), quorum(rule.quorum)]
		}
		Rule::MultiSeat(rule) => {
			let choices = match rule.choices {
				Choices::One => "a voter names one".to_owned(),
				Choices::UpTo(most) => format!("a voter names up to {most}"),
				Choices::Any => "a voter names as many as they like".to_owned(),
			};
			let sexes = rule.most_of_one_sex.map(|most| format!("at most {most} women and {most} men"));
			let head = format!("rule: {} for those with the most votes; {choices}", count(rule.seats.into(), "seat"));
			[vec![head], sexes.into_iter().collect(), vec![against(rule.against_all)]].concat()
		}
		Rule::InstantRunoff(rule) => {
			let back = if rule.look_back { "earlier stages decide between equals first" } else { "" };
			vec!["rule: instant run-off over rankings".to_owned(), back.to_owned()]
		}
		Rule::Stv(rule) => {
			vec![format!("rule: {} by transfers of votes over rankings", count(rule.seats.into(), "seat"))]
		}
		Rule::Schulze(_) => vec!["rule: one winner by pairs over rankings (Schulze)".to_owned()],
	};
	lines.push(format!("ties: {}", ties(rule.ties())));
	lines.retain(|line| !line.is_empty());
	lines
}

/// Who sits on the seats of a list.
pub(super) fn seats_within(filling: &ListFilling) -> String {
	let mut words = match filling.by {
		FillBy::ListOrder => "seats of a list go to its candidates in their order".to_owned(),
		FillBy::Preferences => {
			format!("seats of a list go to the candidates marked most often, ties: {}", ties(filling.ties))
		}
	};
	if let Some(women) = filling.women {
		words.push_str(&format!("; at least {women} of them to women first"));
	}
	if filling.vacancy_keeps_sex {
		words.push_str("; whoever leaves is followed by the next of the same sex");
	}
	words
}

fn lists(rule: &ListRule, contest: &Contest) -> Vec<String> {
	let mut lines = vec![format!("rule: {} shared among lists by {}", count(rule.seats.into(), "seat"), rule.method)];
	if rule.national != Threshold::NONE {
		lines.push(format!("threshold: {} of {}", rule.national.share, base(rule.national.base)));
	}
	lines.extend(rule.direct_seats.map(|seats| format!("or {} won in districts", count(seats.into(), "seat"))));
	for Coalition { option, parties, share } in &rule.coalitions {
		let name = contest.options.get(usize::from(*option)).map(|option| text(&option.name)).unwrap_or_default();
		lines.push(format!("threshold of `{name}`, {parties} parties: {share} of {}", base(rule.national.base)));
	}
	if let Some(regional) = rule.regional {
		let regions = match regional.regions {
			Regions::Each => "in every region".to_owned(),
			Regions::AtLeast(regions) => format!("in at least {}", count(regions.into(), "region")),
		};
		lines.push(format!("threshold {regions}: {} of {}", regional.share, base(regional.base)));
	}
	if let Some(minimum) = rule.minimum {
		let (share, of) = (minimum.share, base(minimum.base));
		lines.push(format!("the next lists come in until {share} of {of} are represented"));
	}
	lines.extend(rule.cap.map(|cap| format!("a list gets at most {}", count(cap.into(), "seat"))));
	lines.push(against(rule.against_all));
	lines
}

fn majority(majority: &Majority) -> String {
	format!("more than {} of {}", majority.share, base(majority.base))
}

fn quorum(quorum: Option<Share>) -> String {
	quorum.map_or_else(String::new, |share| format!("at least {share} of the voters on the roll must take part"))
}

fn base(base: Base) -> &'static str {
	match base {
		Base::Participants => "all ballots",
		Base::Valid => "the valid ballots",
		Base::PartyVotes => "the votes for lists and candidates",
	}
}

fn against(against_all: AgainstAll) -> String {
	match against_all {
		AgainstAll::NotOffered => String::new(),
		AgainstAll::Counts => "votes against all count in the base".to_owned(),
		AgainstAll::RepeatIfFirst => "if votes against all are the most, the election is repeated".to_owned(),
	}
}

fn ties(ties: TieRule) -> &'static str {
	match ties {
		TieRule::ListOrder => "who stands first on the ballot",
		TieRule::MoreVotes => "who has more votes, then who stands first",
		TieRule::FewerVotes => "who has fewer votes, then who stands first",
		TieRule::Lot { .. } => "a lot drawn in public",
		TieRule::MoreVotesThenLot { .. } => "who has more votes, then a lot drawn in public",
	}
}

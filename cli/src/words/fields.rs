//! What is wrong with a field of a file, after its name.

use election_files::{error::FieldFault, rule::TIE_RULES};

/// The sentence after the name of the field.
pub(super) fn field_fault(fault: &FieldFault) -> String {
	let text = match fault {
		FieldFault::UnknownBase { found } => {
			return format!("`{found}` is none of `participants`, `valid` and `parties`");
		}
		FieldFault::BaseMissing => "it is missing: of what are the shares taken, `participants`, `valid` or `parties`?",
		FieldFault::NoShare { found } => {
			return format!("`{found}` is no share; write per cent (7% or 0.5%) or a fraction (1/3)");
		}
		FieldFault::NoThreshold { found } => {
			return format!("`{found}` is no share; write per cent (7% or 0.5%) or a fraction (1/14)");
		}
		FieldFault::AmbiguousThreshold { found, plain } => {
			return format!(
				"`{found}` may mean per cent or a part of the whole; write {plain}% or a fraction like 1/14"
			);
		}
		FieldFault::ThresholdOverOne { found } => return format!("`{found}` is over 100 %: no list can pass it"),
		FieldFault::UnknownTies { found } => return format!("`{found}` is none of {}", TIE_RULES.join(", ")),
		FieldFault::NoLot => "what was drawn has 64 hexadecimal digits, 32 bytes",
		FieldFault::UnknownAgainstAll { found } => {
			return format!("`{found}` is neither counts nor repeat-if-first");
		}
		FieldFault::UnknownSex { found } => return unknown_sex(found),
		FieldFault::NoSeatsOfRegions => "regions have seats of their own in the kind `regional-lists` only",
		FieldFault::RegionSeatsMissing => {
			"it is missing: the seats of each region like [6, 4], or \"by-registered\" or \"by-participants\""
		}
		FieldFault::UnknownRegionSeats { found } => {
			return format!("`{found}` is neither by-registered nor by-participants");
		}
		FieldFault::TooManyRegions => "there are more regions than can have seats",
		FieldFault::RegionMethodMissing => "it is missing: by which method do regions get seats?",
		FieldFault::RegionSeatsFixed => "the seats of the regions are fixed by region_seats already",
		FieldFault::UnknownChoices { found } => return format!("`{found}` is neither a number nor \"any\""),
		FieldFault::SeatsDiffer { rule, file } => {
			return format!(
				"the rule says {rule} and the ballot file {file}; leave it out of the rule, or make them agree"
			);
		}
		FieldFault::SeatsMissing => "it is missing: say how many are elected",
		FieldFault::UnknownFilling { found } => {
			return format!("`{found}` is neither list-order nor preferences");
		}
		FieldFault::NoRegionalThreshold => "there is no regional_threshold",
		FieldFault::UnknownList { name } => return format!("there is no list `{name}`"),
		FieldFault::TooManyCoalitions => "there are more than 64",
		FieldFault::SecondOption { name } => return format!("`{name}` stands on the ballot a second time"),
		FieldFault::NamelessOption => "a name is empty",
		FieldFault::NotRanked => "voters do not rank under this rule",
		FieldFault::CannotDecline => "only a contest in which a voter names one option can be declined",
		FieldFault::NoCandidatesToPrefer => "name the candidates of the lists",
		FieldFault::NoListsToPrefer => "only lists have candidates to prefer",
		FieldFault::AgainstAllNotOffered => "the rule speaks of it, but the contest does not offer it",
		FieldFault::NoPreferences => {
			"ballots of this contest hold no preferences; say how many under `preferences`, or take list-order"
		}
		FieldFault::NobodyOnList { list } => {
			return format!("the rule says who sits on a list, and nobody is named on {list}");
		}
		FieldFault::SeatsWithoutCandidates { list } => {
			return format!("{list} has seats and no candidate is named");
		}
		FieldFault::SexMissing { candidate, list } => return format!("the sex of {candidate} ({list}) is missing"),
		FieldFault::StandsAlready { candidate, list } => {
			return format!("{candidate} stands on {list} already; `list` is for candidates of districts");
		}
		FieldFault::NoListForDistrict { list } => {
			return format!("no contest whose rule has `direct_seats` has a list `{list}`");
		}
		FieldFault::UnknownRegion { region } => {
			return format!("there is no region `{region}`; list it under `regions`");
		}
		FieldFault::UnknownContest { contest } => return format!("there is no contest `{contest}`"),
		FieldFault::NeverMerged => "units of a direct election are never merged; take the line out",
		FieldFault::MergeMissing => {
			"a deniable election says how few voters a unit may have to be tallied alone, such as 200; 0 merges none"
		}
		FieldFault::EmptyText => "a text is empty",
		FieldFault::LongText { text, letters, most } => {
			return format!("`{text}` has {letters} letters; at most {most} are possible");
		}
		FieldFault::TooLong { count, most } => return format!("there are {count}; at most {most} are possible"),
		FieldFault::TooMany => "there are too many",
		FieldFault::OneRuleOnly => "the rule file defines one rule, not several contests",
		FieldFault::WhichContest { titles } => {
			let titles: Vec<String> = titles.iter().map(|title| format!("`{title}`")).collect();
			return format!("say which with --contest: {}", titles.join(", "));
		}
		FieldFault::TooManyOptions { most } => return format!("at most {most} can be numbered"),
		FieldFault::OtherCandidates => "the ballot file names others, or in another order, than the contest",
		FieldFault::NamelessCandidate => "the ballot file has a candidate without a name",
		FieldFault::SecondCandidate { name } => return format!("the ballot file names `{name}` twice"),
		FieldFault::RankedInRegions => "rankings are counted together; leave the column out",
		FieldFault::AgainstAllRanked => "it cannot be ranked",
		FieldFault::CandidatesNotNamed => "the rule says who sits on a list, but the file does not name its candidates",
		FieldFault::PreferencesUnknown => "the file holds no preferences, and the rule fills the lists by them",
		FieldFault::HasNoSeat { name } => return format!("`{name}` has no seat on a list"),
	};
	text.to_owned()
}

/// What is wrong with the text of a sex.
pub(super) fn unknown_sex(found: &str) -> String {
	format!("sex: `{found}` is neither woman nor man; write F or M")
}

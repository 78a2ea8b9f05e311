//! What can be wrong with a field of a file, or with an argument that is written alike.

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldFault {
	// Words.
	/// No base of shares has this name.
	UnknownBase {
		/// The text that was found.
		found: String,
	},
	/// The base of the shares is not stated.
	BaseMissing,
	/// A text is no share, such as `7%` or `1/3`.
	NoShare {
		/// The text that was found.
		found: String,
	},
	/// A threshold is no share, such as `7%`, `7` or `1/14`.
	NoThreshold {
		/// The text that was found.
		found: String,
	},
	/// A threshold below 1 may mean per cent or a part of the whole.
	AmbiguousThreshold {
		/// The text that was found.
		found: String,
		/// The same with a decimal point and without spaces around it.
		plain: String,
	},
	/// A threshold is over 100 %.
	ThresholdOverOne {
		/// The text that was found.
		found: String,
	},
	/// No way to decide ties has this name.
	UnknownTies {
		/// The text that was found.
		found: String,
	},
	/// What was drawn is not written as 64 hexadecimal digits.
	NoLot,
	/// Votes against all do nothing that has this name.
	UnknownAgainstAll {
		/// The text that was found.
		found: String,
	},
	/// A sex is neither woman nor man.
	UnknownSex {
		/// The text that was found.
		found: String,
	},

	// Rules.
	/// Regions have seats of their own under another kind of rule only.
	NoSeatsOfRegions,
	/// The seats of the regions are not given.
	RegionSeatsMissing,
	/// Seats are given to regions in no way that has this name.
	UnknownRegionSeats {
		/// The text that was found.
		found: String,
	},
	/// More regions than can have seats.
	TooManyRegions,
	/// The method by which regions get seats is not given.
	RegionMethodMissing,
	/// A method for the seats of the regions, where they are fixed.
	RegionSeatsFixed,
	/// How many candidates a voter may name is neither a number nor `any`.
	UnknownChoices {
		/// The text that was found.
		found: String,
	},
	/// The rule and the ballot file say different numbers of seats.
	SeatsDiffer {
		/// What the rule says.
		rule: u32,
		/// What the ballot file says.
		file: u32,
	},
	/// Neither the rule nor the ballot file says how many are elected.
	SeatsMissing,
	/// Lists are filled in no way that has this name.
	UnknownFilling {
		/// The text that was found.
		found: String,
	},
	/// A number of regions for a regional threshold that is not there.
	NoRegionalThreshold,
	/// A coalition is no list of the contest.
	UnknownList {
		/// The name that was found.
		name: String,
	},
	/// More coalitions than a rule holds (64).
	TooManyCoalitions,

	// Contests.
	/// A name stands on the ballot a second time.
	SecondOption {
		/// The name.
		name: String,
	},
	/// An option has an empty name.
	NamelessOption,
	/// A number of ranks under a rule that does not rank.
	NotRanked,
	/// A contest can be declined only where a voter names one option.
	CannotDecline,
	/// Preferences among candidates that are not named.
	NoCandidatesToPrefer,
	/// Preferences in a contest that is not about lists.
	NoListsToPrefer,
	/// The rule speaks of votes against all, and the contest does not offer that option.
	AgainstAllNotOffered,
	/// Lists are filled by preferences that ballots of the contest do not hold.
	NoPreferences,
	/// Lists are filled, and nobody is named on one.
	NobodyOnList {
		/// The name of the list.
		list: String,
	},
	/// A list has seats, and nobody is named on it.
	SeatsWithoutCandidates {
		/// The name of the list.
		list: String,
	},
	/// The rule counts women and men, and a candidate's sex is not said.
	SexMissing {
		/// The candidate.
		candidate: String,
		/// The name of the list.
		list: String,
	},
	/// A candidate of a list says for which list they stand.
	StandsAlready {
		/// The candidate.
		candidate: String,
		/// The list on which they are named.
		list: String,
	},
	/// No contest that counts direct seats has the list for which a candidate stands.
	NoListForDistrict {
		/// The name of the list.
		list: String,
	},

	// Definitions.
	/// A unit's region is not listed under `regions`.
	UnknownRegion {
		/// The name that was found.
		region: String,
	},
	/// A unit's contest is none of the definition.
	UnknownContest {
		/// The title that was found.
		contest: String,
	},
	/// Units of a direct election are never merged.
	NeverMerged,
	/// A deniable election does not say which units are merged.
	MergeMissing,
	/// A text is empty.
	EmptyText,
	/// A text is too long for the chain.
	LongText {
		/// The text that was found.
		text: String,
		/// How many letters it has.
		letters: usize,
		/// How many are possible, with three bytes of UTF-8 for each.
		most: u32,
	},
	/// A collection is too long for the chain.
	TooLong {
		/// How many items there are.
		count: usize,
		/// How many are possible.
		most: u32,
	},
	/// More than can be numbered.
	TooMany,

	// Counting.
	/// A contest was asked for, and the rule file holds one rule.
	OneRuleOnly,
	/// The rule file has several contests, or none, of the title that was asked for.
	WhichContest {
		/// The titles in the file.
		titles: Vec<String>,
	},
	/// More options than can be numbered.
	TooManyOptions {
		/// How many can be.
		most: usize,
	},
	/// The ballot file names other candidates than the contest, or in another order.
	OtherCandidates,
	/// The ballot file has a candidate without a name.
	NamelessCandidate,
	/// The ballot file has two candidates of one name.
	SecondCandidate {
		/// The name.
		name: String,
	},
	/// Rankings are counted together, without regions.
	RankedInRegions,
	/// The option against all cannot be ranked.
	AgainstAllRanked,
	/// Lists are filled, and the rule file does not name their candidates.
	CandidatesNotNamed,
	/// Lists are filled by preferences, and the file holds none.
	PreferencesUnknown,
	/// Who leaves has no seat on a list.
	HasNoSeat {
		/// The name that was found.
		name: String,
	},
}

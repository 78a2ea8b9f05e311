//! The errors of calls about elections. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused. Indices count from 0.
	#[pallet::error]
	pub enum Error<T> {
		/// As many elections are under way as the chain can serve. Certify or annul one first.
		TooManyElections,
		/// The definition has no region. Thresholds refer to regions: name at least one.
		NoRegions,
		/// The definition has no contest. Add what is to be decided.
		NoContests,
		/// A text is empty. Fill it in.
		EmptyText(TextPlace),
		/// A text is not UTF-8. Write it in UTF-8.
		NotUtf8(TextPlace),
		/// There is no roll with this number. Create it first, or correct the number.
		UnknownRoll,
		/// The definition has more or fewer units than the roll. List exactly the units of the roll, in its order.
		WrongNumberOfUnits,
		/// The entries of this roll are encrypted: it serves deniable elections only. Name another roll, or announce a deniable
		/// election.
		RollIsDeniable,
		/// The roll links voters and credentials in public, so nothing on it can be denied. Name a deniable roll.
		RollNotDeniable,
		/// The roll has no key yet. Hold its ceremony first.
		NoRollKey,
		/// The roll has served as many elections as its terms allow, or will have with those announced. Create a new one and enrol
		/// again.
		RollExpired,
		/// Nobody could prove that a ballot of this contest is legal, as a deniable election demands: a part of it, the list or a
		/// preference, would have more than 2,048 possibilities. Offer fewer lists, or number fewer places on them.
		TooManySelections {
			/// The contest.
			contest: u8,
		},
		/// A ballot of a deniable election is mixed as one vector and has at most 15 ciphertexts beside its credential: one for
		/// each contest, but where a ballot of a contest can say more than 2,048 things, one for each rank, for each eight options
		/// of a set, or for the list and each preference. Give voters fewer ranks or preferences, or spread the contests over two
		/// elections.
		TooManyColumns {
			/// The style.
			style: u8,
		},
		/// A unit lies in a region that the definition does not have. Correct the unit's region.
		UnknownRegion {
			/// The unit.
			unit: u16,
		},
		/// A unit has a ballot style that the definition does not have. Correct the unit's style.
		UnknownStyle {
			/// The unit.
			unit: u16,
		},
		/// A ballot style has no contest. Give it one or remove the style.
		EmptyStyle {
			/// The style.
			style: u8,
		},
		/// A ballot style has a contest that the definition does not have. Correct the style.
		UnknownContest {
			/// The style.
			style: u8,
		},
		/// The contests of a ballot style are not in ascending order, each once. Sort them.
		StyleUnsorted {
			/// The style.
			style: u8,
		},
		/// A contest is on the ballot of no unit, so nobody could vote in it. Add it to a style in use, or remove it.
		ContestNowhere {
			/// The contest.
			contest: u8,
		},
		/// Two options of a contest have the same name. Voters must be able to tell them apart.
		OptionsAlike {
			/// The contest.
			contest: u8,
		},
		/// The rule of a contest contradicts itself or its options. `reason` is the index of `electoral_rules::RuleError`;
		/// `dobush` prints its sentence.
		RuleUnfit {
			/// The contest.
			contest: u8,
			/// Which variant of `RuleError`.
			reason: u8,
		},
		/// The rule of a contest has the lot that decides ties already in it. Lots are drawn after the count.
		LotDrawnBeforehand {
			/// The contest.
			contest: u8,
		},
		/// A contest has more seats than the chain counts. Share out at most 1,000.
		TooManySeats {
			/// The contest.
			contest: u8,
		},
		/// The ballots of a contest cannot say what its rule counts, or say more. Rankings need the format `Ranking`; a rule by
		/// which a voter names up to `k` options needs `Approvals` with `most = k`, one by which any number, with as many as
		/// there are options; all others need `Single` or `SingleOrDecline`, or for lists `ListPreferences`.
		FormatUnfit {
			/// The contest.
			contest: u8,
		},
		/// Voters could mark more candidates than the chain has counters for: lists times places of the longest are at most 8,192,
		/// and 131,072 in all regions together. Offer fewer places.
		TooManyPreferences {
			/// The contest.
			contest: u8,
		},
		/// All contests together have more options than the chain keeps. Offer at most 8,192.
		TooManyOptions,
		/// The contests whose lists have candidates are not in ascending order, each once. Sort them.
		ListsUnsorted,
		/// All lists together have more candidates than the chain keeps. Name at most 8,192, on at most 1,024 lists.
		TooManyListCandidates,
		/// Candidates of lists are named for a contest that does not exist or shares no seats among lists. Correct its number.
		NoListsThere {
			/// The contest.
			contest: u8,
		},
		/// The candidates of a contest's lists must be given for each of its options, in their order: some for each list, none
		/// for "against all". Name them all, or of none of its lists.
		SlatesUnfit {
			/// The contest.
			contest: u8,
		},
		/// Two candidates of a list have the same name. Voters must be able to tell them apart: add a year of birth.
		CandidatesAlike {
			/// The contest.
			contest: u8,
			/// The list.
			list: u8,
		},
		/// The seats of lists are filled by sex, and that of a candidate is not said. Say it of all.
		SexUnknown {
			/// The contest.
			contest: u8,
			/// The list.
			list: u8,
		},
		/// Ballots must have as many places as the longest list has candidates. Correct `places`.
		PlacesUnfit {
			/// The contest.
			contest: u8,
		},
		/// The seats of lists are filled by preferences, which the ballots of this contest do not collect. Use the format
		/// `ListPreferences`, or fill seats by the order of the list.
		NoPreferences {
			/// The contest.
			contest: u8,
		},
		/// The candidates who stand for lists are not in ascending order of contest, district and number, each once. Sort them.
		AffiliationsUnsorted,
		/// Somebody stands for a list who is no candidate of a district, or for a list that does not exist or whose threshold
		/// counts no seats won in districts. Correct or remove the affiliation.
		AffiliationUnfit {
			/// The contest in which the candidate stands.
			district: u8,
			/// The candidate; 255 stands for all numbers above it.
			candidate: u8,
		},
		/// The threshold of a contest counts seats won in districts, and no candidate of a district stands for any of its lists.
		/// Say who does, or leave `direct_seats` out.
		NobodyAffiliated {
			/// The contest.
			contest: u8,
		},
		/// There is no trustee. Name at least one.
		NoTrustees,
		/// An account is named as trustee twice. Each trustee needs an account of its own.
		TrusteesAlike,
		/// A trustee's account is a voter's credential, which can hold no office. Choose a key made for the trustee.
		TrusteeIsACredential {
			/// The trustee's place in the list, from 0.
			trustee: u8,
		},
		/// The threshold is not more than half of the trustees. Raise it: two groups must never decrypt apart.
		ThresholdTooLow,
		/// The threshold is more than all trustees. Lower it.
		ThresholdTooHigh,
		/// The roll would close in the past. Choose later moments.
		RollClosesInThePast,
		/// The moments do not increase: the roll closes, then the polls open, then they close. Correct the calendar.
		CalendarUnordered,
		/// The grace is longer than a ballot lives. Choose at most 64 blocks.
		GraceTooLong,
		/// The time for one step is zero or more than fourteen days. Choose another.
		StepDeadlineOutOfBounds,
		/// The time for objections is zero or more than ninety days. Choose another.
		ObjectionWindowOutOfBounds,
		/// The local time is more than fourteen hours from UTC. Write the calendar in the time of the place.
		UtcOffsetOutOfBounds,
		/// Each credential must be able to cast a ballot. Allow at least one.
		NoBallots,
		/// The definition repeats an election that is neither annulled nor certified without anyone elected in a contest. Leave
		/// it out, or annul that one first.
		RepeatsAStandingElection,
		/// The election is repeated by another one already. To repeat again, annul that one and name it.
		AlreadyRepeated,
		/// The first round is not certified. Wait until it is.
		FirstRoundNotCertified,
		/// The second round is announced already. Annul that one first if another is to take its place.
		SecondRoundStands,
		/// Every contest of the first round is decided: nobody meets again.
		NoSecondRound,
		/// There is no election with this number. See the list of elections.
		UnknownElection,
		/// The polls have closed, or the election is annulled: nothing can be postponed any more.
		TooLateToPostpone,
		/// A moment would come earlier than announced. Moments become later only: nobody shall miss what was announced.
		MovedForward,
		/// This moment has passed with its phase. Repeat it unchanged.
		MomentHasPassed,
		/// No moment is later than before. Move at least one.
		NothingPostponed,
		/// A moment would move into the past. Choose a later one.
		PostponedIntoThePast,
		/// The polls are not open. Wait until they are.
		PollsNotOpen,
		/// Voters were promised the whole time: the definition does not allow early closing. Wait for the calendar.
		NoEarlyClosing,
		/// There is no result yet. Wait until the tally is complete.
		NotCounted,
		/// Objections may still be raised. Wait until the window is over.
		ObjectionsOpen,
		/// The digest is not that of the result. Compute the result again from the chain, and certify what you have seen.
		WrongResult,
		/// The election is annulled already.
		AlreadyAnnulled,
		/// The reason is empty or not UTF-8. Say why, in UTF-8.
		ReasonUnreadable,
	}
}

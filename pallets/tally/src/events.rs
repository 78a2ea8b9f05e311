//! The events of tallies. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The polls are closed and the box is being emptied.
		TallyBegun {
			/// The election.
			election: ElectionId,
		},
		/// All vectors of a list are copied.
		ListCollected {
			/// The list.
			list: ListId,
			/// The number of its vectors.
			total: u32,
			/// The digest of its pages.
			digest: [u8; 32],
		},
		/// A mixer may upload.
		TurnGiven {
			/// The list.
			list: ListId,
			/// The mixer.
			mixer: TrusteeIndex,
			/// The number of the invitation.
			attempt: u16,
			/// The last moment at which the upload may be closed, UTC milliseconds.
			deadline: Moment,
		},
		/// An upload is complete and nothing of it changes any more; its verification begins.
		MixSealed {
			/// The list.
			list: ListId,
			/// The mixer who uploaded it.
			mixer: TrusteeIndex,
			/// The number of the invitation.
			attempt: u16,
			/// The digest of the output pages.
			digest: [u8; 32],
		},
		/// A mix is proven; its outputs are the list from now on.
		MixVerified {
			/// The list.
			list: ListId,
			/// The mixer.
			mixer: TrusteeIndex,
			/// The number of verified mixes of the list, this one included.
			position: u16,
			/// The digest of the list now.
			digest: [u8; 32],
		},
		/// A mix is refused and removed. The mixer is passed over and may be invited again.
		MixRefused {
			/// The list.
			list: ListId,
			/// The mixer.
			mixer: TrusteeIndex,
			/// The number of the invitation.
			attempt: u16,
			/// The check that failed.
			reason: Rejected,
		},
		/// A mixer missed the deadline. What was uploaded is removed; the mixer may be invited again.
		PassedOver {
			/// The list.
			list: ListId,
			/// The mixer.
			mixer: TrusteeIndex,
			/// The number of the invitation.
			attempt: u16,
		},
		/// Enough trustees have mixed; these may upload their shares.
		DecryptionBegun {
			/// The list.
			list: ListId,
			/// The number of the round.
			attempt: u16,
			/// The set S' of trustees who upload.
			panel: TrusteeSet,
			/// The last moment at which a share is accepted, UTC milliseconds.
			deadline: Moment,
		},
		/// Enough trustees have mixed ballots or roll; these may upload their tag shares.
		TaggingBegun {
			/// The list.
			list: ListId,
			/// The number of the round.
			attempt: u16,
			/// The set S of trustees who upload.
			panel: TrusteeSet,
			/// The last moment at which a tag share is accepted, UTC milliseconds.
			deadline: Moment,
		},
		/// A page of tag shares is proven and kept.
		TagSharesAccepted {
			/// The list.
			list: ListId,
			/// The trustee who posted them.
			trustee: TrusteeIndex,
			/// The number of the round.
			attempt: u16,
			/// The page.
			page: u32,
		},
		/// Trustees missed the deadline. The tag shares of the round are removed and another set posts again.
		TaggingRestarted {
			/// The list.
			list: ListId,
			/// The number of the round that failed.
			attempt: u16,
			/// The trustees who missed the deadline.
			missing: TrusteeSet,
		},
		/// The encrypted tags of a list are made.
		ListTagged {
			/// The list.
			list: ListId,
			/// The digest of the encrypted tags.
			digest: [u8; 32],
		},
		/// These holders of the roll key may upload shares of the encrypted tags.
		OpeningBegun {
			/// The list.
			list: ListId,
			/// The number of the round.
			attempt: u16,
			/// The set S' of holders of the roll key who upload.
			panel: TrusteeSet,
			/// The last moment at which a share is accepted, UTC milliseconds.
			deadline: Moment,
		},
		/// Holders of the roll key missed the deadline. The shares of the round are removed and another set posts again.
		OpeningRestarted {
			/// The list.
			list: ListId,
			/// The number of the round that failed.
			attempt: u16,
			/// The trustees who missed the deadline.
			missing: TrusteeSet,
		},
		/// A tag came twice in one list, which no honest course of events can bring about. It is used once.
		TagRepeated {
			/// The list.
			list: ListId,
			/// The position of the second one in the mixed list, from 0.
			position: u32,
		},
		/// The ballots of a group are matched with its roll.
		GroupMatched {
			/// The election.
			election: ElectionId,
			/// The first unit of the group.
			unit: UnitId,
			/// Ballots of the group that were mixed.
			recorded: u32,
			/// How many of them count.
			counted: u32,
		},
		/// Groups with too few ballots that count are mixed again and counted together.
		GroupsMerged {
			/// The election.
			election: ElectionId,
			/// The first unit of the first group. The lists of votes have its number.
			unit: UnitId,
			/// Ballots that count, in all these groups together.
			counted: u32,
		},
		/// A page of shares is proven and kept.
		SharesAccepted {
			/// The list.
			list: ListId,
			/// The trustee who posted them.
			trustee: TrusteeIndex,
			/// The number of the round.
			attempt: u16,
			/// The page.
			page: u32,
		},
		/// Trustees missed the deadline. The shares of the round are removed and another set posts again.
		DecryptionRestarted {
			/// The list.
			list: ListId,
			/// The number of the round that failed.
			attempt: u16,
			/// The trustees who missed the deadline.
			missing: TrusteeSet,
		},
		/// All selections of a list are read.
		ListCounted {
			/// The list.
			list: ListId,
			/// Ballots for an option.
			valid: u64,
			/// Ballots without a legal selection.
			invalid: u64,
			/// Ballots that take no part in this contest.
			declined: u64,
		},
		/// A contest's rule was applied.
		ContestDecided {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The BLAKE2b-256 digest of the stored outcome.
			outcome: [u8; 32],
		},
		/// A contest is tied. When all contests are decided, the commission draws a lot in public and records it.
		LotNeeded {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
		},
		/// The lot of a tied contest was drawn in public; the contest is decided again with it.
		LotRecorded {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The 32 bytes that were drawn.
			seed: [u8; 32],
		},
		/// All contests are decided.
		ElectionCounted {
			/// The election.
			election: ElectionId,
			/// The digest of votes and outcomes of all contests.
			result: [u8; 32],
		},
		/// Pages and shares of a certified election are removed; counts and outcomes stay.
		TallyArchived {
			/// The election.
			election: ElectionId,
		},
		/// The seats of a list are filled.
		ListFilled {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The list.
			list: u16,
		},
		/// A member left, and the next candidate of the list follows.
		MemberFollowed {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The list.
			list: u16,
			/// The candidate who left: a place on the list, from 0.
			leaving: u16,
			/// The candidate who follows: a place on the list, from 0.
			next: u16,
		},
		/// A member left, and the list is used up: the seat stays vacant.
		SeatVacant {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The list.
			list: u16,
			/// The candidate who left: a place on the list, from 0.
			leaving: u16,
		},
		/// An election was annulled before its result was published, and all of its tally is removed.
		TallyDropped {
			/// The election.
			election: ElectionId,
		},
	}
}

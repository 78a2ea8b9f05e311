//! The events of elections. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The commission announced an election.
		Announced {
			/// Its number.
			election: ElectionId,
			/// The roll.
			roll: RollId,
			/// The election that it repeats.
			repeats: Option<ElectionId>,
		},
		/// The commission announced the second round of an election, between those whom its result names.
		SecondRoundAnnounced {
			/// The first round.
			first: ElectionId,
			/// The second one.
			election: ElectionId,
		},
		/// An election entered a phase.
		PhaseEntered {
			/// The election.
			election: ElectionId,
			/// The phase.
			phase: Phase,
		},
		/// The roll of an election is fixed.
		RollClosed {
			/// The election.
			election: ElectionId,
			/// The block at whose end the roll was fixed.
			roll_closed_in: u32,
			/// Voters on it.
			voters: u64,
		},
		/// The polls did not open before they should have closed. The commission may postpone or annul the election.
		PollsMissed {
			/// The election.
			election: ElectionId,
		},
		/// The commission moved moments of the calendar back.
		Postponed {
			/// The election.
			election: ElectionId,
			/// When the roll closes, or closed.
			roll_closes_at: Moment,
			/// When the polls open, or opened.
			polls_open_at: Moment,
			/// When the polls close.
			polls_close_at: Moment,
		},
		/// The tally has a result; objections may be raised.
		ResultKnown {
			/// The election.
			election: ElectionId,
			/// The digest of the result.
			digest: [u8; 32],
			/// The moment from which on the commission may certify it, UTC milliseconds.
			certifiable_from: Moment,
		},
		/// The commission certified the result.
		Certified {
			/// The election.
			election: ElectionId,
			/// The digest of the result.
			digest: [u8; 32],
		},
		/// The commission annulled the election.
		Annulled {
			/// The election.
			election: ElectionId,
			/// The reason, in UTF-8.
			reason: Grounds,
		},
	}
}

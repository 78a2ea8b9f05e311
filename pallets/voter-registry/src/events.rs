//! The events of rolls. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The commission created a roll.
		RollCreated {
			/// Its number.
			roll: RollId,
			/// Its name, UTF-8.
			name: Name,
			/// How many counting units it has.
			units: u16,
		},
		/// The commission appointed a desk.
		DeskAppointed {
			/// The roll that it serves.
			roll: RollId,
			/// Its account.
			desk: T::AccountId,
		},
		/// The commission dismissed a desk.
		DeskDismissed {
			/// The roll that it served.
			roll: RollId,
			/// Its account.
			desk: T::AccountId,
		},
		/// A desk enrolled voters; the call holds their pseudonyms, units and credentials.
		VotersEnrolled {
			/// The roll.
			roll: RollId,
			/// The desk.
			desk: T::AccountId,
			/// How many voters.
			voters: u32,
		},
		/// A desk gave a voter a new credential; the old one is inactive from this block on.
		CredentialReplaced {
			/// The roll.
			roll: RollId,
			/// The voter.
			voter_id: VoterId,
			/// The credential that is inactive now.
			old: T::AccountId,
			/// The credential that is active now.
			new: T::AccountId,
			/// The desk.
			desk: T::AccountId,
		},
		/// A voter was struck off; the credential is inactive from this block on.
		VoterStruckOff {
			/// The roll.
			roll: RollId,
			/// The voter.
			voter_id: VoterId,
			/// The credential that is inactive now.
			credential: T::AccountId,
			/// The reason.
			reason: Reason,
			/// The desk that did it; none if it was the commission.
			desk: Option<T::AccountId>,
		},
	}
}

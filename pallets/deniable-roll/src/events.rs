//! The events of deniable rolls. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The commission made a roll deniable.
		RollOpened {
			/// The roll.
			roll: RollId,
			/// Its rules.
			terms: Terms,
		},
		/// The commission appointed a booth or a printer.
		Appointed {
			/// The roll that it serves.
			roll: RollId,
			/// Booth or printer.
			role: OfficeKind,
			/// Its account.
			account: T::AccountId,
		},
		/// The commission dismissed a booth or a printer.
		Dismissed {
			/// The roll that it served.
			roll: RollId,
			/// Booth or printer.
			role: OfficeKind,
			/// Its account.
			account: T::AccountId,
		},
		/// A printer registered envelopes.
		EnvelopesRegistered {
			/// The roll.
			roll: RollId,
			/// The booth that they are for.
			booth: T::AccountId,
			/// The printer.
			printer: T::AccountId,
			/// The number of their page among the booth's envelopes.
			page: u32,
			/// How many envelopes.
			envelopes: u32,
		},
		/// A booth announced a batch; an earlier announcement for the unit is void.
		BatchAnnounced {
			/// The roll.
			roll: RollId,
			/// The counting unit.
			unit: UnitId,
			/// The booth.
			booth: T::AccountId,
			/// The batch's hash.
			commitment: [u8; 32],
			/// Whether the batch may bring fewer voters than the terms ask for.
			flush: bool,
			/// Sessions that were dropped since its last announcement, as the booth reports them.
			aborted_sessions: u32,
		},
		/// A booth activated a batch.
		BatchActivated {
			/// The roll.
			roll: RollId,
			/// The counting unit.
			unit: UnitId,
			/// The booth.
			booth: T::AccountId,
			/// The batch's number at the booth.
			batch: u32,
			/// How many keys it has.
			keys: u32,
		},
		/// A desk enrolled voters; the call holds their pseudonyms and signatures.
		VotersEnrolled {
			/// The roll.
			roll: RollId,
			/// The counting unit.
			unit: UnitId,
			/// The desk that sent it.
			desk: T::AccountId,
			/// The number of the first new entry; the others follow.
			first_entry: u32,
			/// How many voters.
			voters: u32,
		},
		/// A voter was struck off.
		VoterStruckOff {
			/// The roll.
			roll: RollId,
			/// The voter.
			voter_id: VoterId,
			/// The counting unit.
			unit: UnitId,
			/// The entry that is inactive from this block on.
			entry: u32,
			/// The reason.
			reason: Reason,
			/// The desk that did it; none if it was the commission.
			desk: Option<T::AccountId>,
		},
		/// The roll was fixed for an election.
		RollServed {
			/// The roll.
			roll: RollId,
			/// The election.
			election: ElectionId,
			/// How many elections it has served now.
			served: u16,
		},
		/// The election for which the roll was fixed was annulled before its polls opened: it does not count.
		RollGivenBack {
			/// The roll.
			roll: RollId,
			/// The election.
			election: ElectionId,
			/// How many elections it has served now.
			served: u16,
		},
	}
}

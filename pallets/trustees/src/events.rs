//! The events of ceremonies. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A key ceremony, or another attempt at it, has begun: every trustee posts a fresh recipient key.
		AttemptBegun {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt, from 0.
			attempt: u16,
			/// Its number on this chain, which every proof names.
			number: u32,
			/// When the first stage ends at the latest.
			ends: Moment,
		},
		/// The next stage has begun.
		StageBegun {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The stage that has begun.
			stage: CeremonyStage,
			/// When the stage ends at the latest.
			ends: Moment,
		},
		/// A trustee has posted its recipient key.
		Joined {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The trustee.
			trustee: TrusteeIndex,
			/// The recipient key.
			key: Encoded,
		},
		/// A trustee has posted the hash of its dealing.
		Committed {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The trustee.
			trustee: TrusteeIndex,
			/// The hash.
			commitment: [u8; 32],
		},
		/// A trustee has revealed its dealing.
		Revealed {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The trustee.
			trustee: TrusteeIndex,
		},
		/// A complaint was true: the dealer had sent a bad share and its dealing does not count.
		DealerOut {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The dealer.
			dealer: TrusteeIndex,
			/// The holder who complained.
			complainer: TrusteeIndex,
		},
		/// A complaint was false: its maker will hold no share.
		RecipientOut {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The holder who complained.
			complainer: TrusteeIndex,
			/// The dealer, whose share was good.
			dealer: TrusteeIndex,
		},
		/// A trustee has opened all its shares and they are good.
		Accepted {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The trustee.
			trustee: TrusteeIndex,
		},
		/// The keys are made; or, in an epoch of a roll's key after the first, the key has been handed over.
		KeyMade {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The keys: the vote key and, in a deniable election, the tagging key; or the roll key.
			keys: Vec<Encoded>,
			/// The dealers whose dealings were left; in a re-sharing old holders, of whom those with the lowest numbers count.
			dealers: TrusteeSet,
			/// The holders of shares.
			holders: TrusteeSet,
		},
		/// An attempt has made no key; if another follows, its own event says so.
		AttemptFailed {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The attempt.
			attempt: u16,
			/// The reason.
			reason: CeremonyFailure,
		},
		/// There will be no key: the attempts are used up, the election has ended, or the commission has given the ceremony up.
		CeremonyFailed {
			/// The election or roll that the keys are for.
			subject: Subject,
			/// The reason.
			reason: CeremonyFailure,
		},
		/// An election uses the present shares of its roll's key.
		EpochPinned {
			/// The election.
			election: ElectionId,
			/// The roll.
			roll: RollId,
			/// The epoch.
			epoch: u16,
		},
		/// The key has been handed over, or its roll serves no more, and no election uses these shares any more: their holders
		/// are to erase them.
		EpochEnded {
			/// The roll.
			roll: RollId,
			/// The epoch.
			epoch: u16,
		},
	}
}

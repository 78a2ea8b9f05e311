//! The events of the ballot box. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A ballot lies in the box.
		BallotCast {
			/// The election.
			election: ElectionId,
			/// The counting unit.
			unit: UnitId,
			/// The slot in the unit's box.
			slot: u32,
			/// The receipt, by which the voter finds the ballot.
			receipt: Receipt,
			/// Whether it replaces an earlier ballot of the same credential.
			replaces: bool,
		},
		/// Membership proofs of a table slot hold.
		MembershipsChecked {
			/// The election.
			election: ElectionId,
			/// The contest, and which of its table slots.
			table_slot: TableSlot,
			/// How many ballots have left the table slot's queue.
			ballots: u32,
		},
		/// A membership proof failed: the ballot does not count, and its predecessor does not return.
		BallotDropped {
			/// The election.
			election: ElectionId,
			/// The counting unit.
			unit: UnitId,
			/// The slot in the unit's box, which it keeps.
			slot: u32,
			/// The contest whose proof failed, and the table slot.
			table_slot: TableSlot,
			/// The key that cast it.
			credential: T::AccountId,
			/// The booth that activated the credential.
			booth: T::AccountId,
			/// The receipt, by which the voter finds the ballot.
			receipt: Receipt,
		},
		/// The elements of a table's rows are made.
		TableMade {
			/// The election.
			election: ElectionId,
			/// The contest, and which of its table slots.
			table_slot: TableSlot,
			/// The digest of the table, to which membership proofs are bound. Protocol A7.
			digest: [u8; 32],
		},
	}
}

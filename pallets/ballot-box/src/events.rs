//! What happens in the box, as news. A section of the pallet's module, which imports it.

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
			/// Where in the unit's box.
			slot: u32,
			/// By which the voter finds it again.
			receipt: Receipt,
			/// Whether an earlier ballot of the same credential made way.
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
			/// Where in the unit's box; the slot stays.
			slot: u32,
			/// The contest whose proof failed, and the table slot.
			table_slot: TableSlot,
			/// Whose ballot it is.
			credential: T::AccountId,
			/// The booth that activated the credential.
			booth: T::AccountId,
			/// By which the voter finds it again.
			receipt: Receipt,
		},
		/// The elements of a table's rows are made.
		TableMade {
			/// The election.
			election: ElectionId,
			/// The contest, and which of its table slots.
			table_slot: TableSlot,
			/// Their digest, which membership proofs name. Protocol A7.
			digest: [u8; 32],
		},
	}
}

//! The storage of ballots, and of the proofs that wait to be checked. A section of the pallet's module, which imports
//! it.

#[frame_support::pallet_macros::pallet_section]
mod storage {
	/// The count of each unit's box. Written by [`Pallet::cast`], [`Pallet::cast_deniable`] and the checks of membership;
	/// removed by nobody; one entry per unit of an election.
	// Twox: both keys are counted by the chain.
	#[pallet::storage]
	pub type Boxes<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, UnitId, UnitBox, ValueQuery>;

	/// The current ballots of a unit: the ciphertexts in the order of the unit's contests. Written by [`Pallet::cast`];
	/// removed by nobody; one entry per credential that has cast.
	// Twox: all keys are counted by the chain.
	#[pallet::storage]
	pub type Slots<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ElectionId>, NMapKey<Twox64Concat, UnitId>, NMapKey<Twox64Concat, u32>),
		Slot,
	>;

	/// The slot of the current ballot of a credential, and how often the credential has cast. Written by [`Pallet::cast`];
	/// removed by nobody; one entry per credential that has cast.
	// Blake2: credentials are chosen outside the chain.
	#[pallet::storage]
	pub type Casts<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Blake2_128Concat, T::AccountId, Cast>;

	/// The current ballots of a unit in a deniable election: casters, ciphertexts, standing. Written by
	/// [`Pallet::cast_deniable`] and the checks of membership; removed by nobody; one entry per credential that has cast.
	// Twox: all keys are counted by the chain.
	#[pallet::storage]
	pub type DeniableSlots<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ElectionId>, NMapKey<Twox64Concat, UnitId>, NMapKey<Twox64Concat, u32>),
		DeniableSlot,
	>;

	/// The slot of the current ballot of a deniable credential, and how often the credential has cast: (election, key, booth).
	/// Written by
	/// [`Pallet::cast_deniable`]; removed by nobody; one entry per credential that has cast.
	// Blake2: keys and the accounts of booths are chosen outside the chain.
	#[pallet::storage]
	pub type DeniableCasts<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, ElectionId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
		),
		Cast,
	>;

	/// The queue of each table slot of a deniable election. Written by [`Pallet::cast_deniable`] and the checks of membership;
	/// removed by nobody; one per table slot of a contest that a ballot was cast in.
	// Twox: both keys are counted by the chain.
	#[pallet::storage]
	pub type Queues<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, TableSlot, Queue>;

	/// How many queues of an election have proofs that wait; absent when none has. Written with the first proof of a queue, and
	/// when its last one is checked; one per deniable election that receives ballots.
	// Twox: the key is counted by the chain.
	#[pallet::storage]
	pub type Unsettled<T: Config> = StorageMap<_, Twox64Concat, ElectionId, u32>;

	/// The membership proofs that are to be checked: (election, table slot, place in the queue). Written by
	/// [`Pallet::cast_deniable`], removed when they are checked; at most one per entry of a ballot in the box.
	// Twox: all keys are counted by the chain.
	#[pallet::storage]
	pub type Waiting<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ElectionId>, NMapKey<Twox64Concat, TableSlot>, NMapKey<Twox64Concat, u64>),
		Pending,
	>;

	/// The elements of a table's rows, page by page: (election, table slot, page). Written before the table slot's first batch
	/// is checked, removed by nobody; at most 64 KiB per table slot.
	// Twox: all keys are counted by the chain.
	#[pallet::storage]
	pub type Tables<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ElectionId>, NMapKey<Twox64Concat, TableSlot>, NMapKey<Twox64Concat, u32>),
		BoundedVec<Encoded, ConstU32<TABLE_PAGE>>,
	>;

	/// The queues that take turns, in the slots `0..count` of the cursor [`Turn`]. Written by [`Pallet::cast_deniable`], removed
	/// when the turn of an empty queue comes; at most one per table slot.
	// Twox: the key is counted by the chain.
	#[pallet::storage]
	pub type Ring<T: Config> = StorageMap<_, Twox64Concat, u32, (ElectionId, TableSlot)>;

	/// The size of the ring, and whose turn it is. Written with the ring; one.
	#[pallet::storage]
	pub type Turn<T: Config> = StorageValue<_, Cursor, ValueQuery>;

	/// The ballot that [`CheckBallot`] has checked in this transaction. Written by the extension, taken by [`Pallet::cast`] or
	/// [`Pallet::cast_deniable`] of the same transaction, so it is empty between transactions and never reaches the database; at
	/// most one.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Admitted<T: Config> = StorageValue<_, Admission>;
}

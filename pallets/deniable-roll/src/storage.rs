//! The storage of deniable rolls. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod storage {
	/// The deniable rolls. Written by `open`, counted by `serve`; never removed; at most as many as there are rolls.
	#[pallet::storage]
	pub type Rolls<T> = StorageMap<_, Twox64Concat /* the chain numbers them */, RollId, DeniableRoll>;

	/// Booths and printers, those dismissed too. Written when they are appointed and dismissed; never removed; in office at
	/// most `MaxBooths` and `MaxPrinters` of a roll.
	#[pallet::storage]
	pub type Offices<T: Config> =
		StorageMap<_, Blake2_128Concat /* keys are chosen outside */, T::AccountId, Office>;

	/// How many booths and printers of a roll are in office. Written with [`Offices`].
	#[pallet::storage]
	pub type InOffice<T> = StorageDoubleMap<
		_,
		Twox64Concat, // the chain numbers rolls
		RollId,
		Twox64Concat, // two values
		OfficeKind,
		u32,
		ValueQuery,
	>;

	/// The counters of each booth. Written by `register_envelopes`, `announce_batch` and `activate`; never removed; one per
	/// booth.
	#[pallet::storage]
	pub type Booths<T: Config> =
		StorageMap<_, Blake2_128Concat /* keys are chosen outside */, T::AccountId, BoothCounts, ValueQuery>;

	/// Registered envelopes. Written by `register_envelopes`, marked by `activate`; never removed, so that none is registered
	/// again; at most [`MAX_ENVELOPES_PER_KEY`] for each key that a booth may activate.
	#[pallet::storage]
	pub type Envelopes<T> = StorageMap<_, Blake2_128Concat /* printers choose them */, EnvelopeHash, Envelope>;

	/// The envelopes of a booth as they were registered, call by call, so that booths can fetch all of them beforehand.
	/// Written by `register_envelopes`; never removed.
	#[pallet::storage]
	pub type EnvelopePages<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat, // keys are chosen outside
		T::AccountId,
		Twox64Concat, // pages are numbered
		u32,
		BoundedVec<EnvelopeHash, T::MaxEnvelopes>,
	>;

	/// The batch that a booth has announced for a unit. Written by `announce_batch`, which replaces an earlier one; removed by
	/// `activate`; at most one per booth and unit.
	#[pallet::storage]
	pub type Announcements<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat, // keys are chosen outside
		T::AccountId,
		Twox64Concat, // the chain numbers units
		UnitId,
		Announcement,
	>;

	/// When a booth announced the last batch that it activated for a unit. Written by `activate`; never removed; at most one
	/// per booth and unit.
	#[pallet::storage]
	pub type LastBatch<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat, // keys are chosen outside
		T::AccountId,
		Twox64Concat, // the chain numbers units
		UnitId,
		Moment,
	>;

	/// Batches by booth and number. Written by `activate`, marked by `enrol`; never removed.
	#[pallet::storage]
	pub type Batches<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat, // keys are chosen outside
		T::AccountId,
		Twox64Concat, // batches are numbered
		u32,
		BatchRecord,
	>;

	/// The keys of a batch, ascending, each with its envelope beside it. Written by `activate`; never changed or removed.
	#[pallet::storage]
	pub type Activations<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat, // keys are chosen outside
		T::AccountId,
		Twox64Concat, // batches are numbered
		u32,
		BoundedVec<Activation, ConstU32<MAX_BATCH_KEYS>>,
	>;

	/// The pairs of a batch, ascending. Written by `activate`; never changed or removed.
	#[pallet::storage]
	pub type Pairs<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat, // keys are chosen outside
		T::AccountId,
		Twox64Concat, // batches are numbered
		u32,
		BoundedVec<Pair, ConstU32<MAX_BATCH_KEYS>>,
	>;

	/// The batches of a unit, in the order of activation: booth and number. Written by `activate`; never changed or removed.
	#[pallet::storage]
	pub type UnitBatches<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, RollId>, // all three are numbered by the chain
			NMapKey<Twox64Concat, UnitId>,
			NMapKey<Twox64Concat, u32>,
		),
		(T::AccountId, u32),
	>;

	/// How many batches a unit has. Written with [`UnitBatches`]; at most `MAX_UNITS` per roll.
	#[pallet::storage]
	pub type UnitBatchCount<T> = StorageDoubleMap<
		_,
		Twox64Concat, // the chain numbers rolls
		RollId,
		Twox64Concat, // and units
		UnitId,
		u32,
		ValueQuery,
	>;

	/// Activated keys, by key and booth: a key has another credential at each booth that activated it. Written by `activate`;
	/// never changed or removed, so that an account never returns with nonce 0.
	#[pallet::storage]
	pub type Credentials<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat, // keys are chosen outside
		T::AccountId,
		Blake2_128Concat, // these too
		T::AccountId,
		Credential,
	>;

	/// The entries of the roll. Written by `enrol`, marked by `enrol` and `strike_off`; never removed: they are snapshots by
	/// block.
	#[pallet::storage]
	pub type Entries<T> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, RollId>, // all three are numbered by the chain
			NMapKey<Twox64Concat, UnitId>,
			NMapKey<Twox64Concat, u32>,
		),
		Entry,
	>;

	/// How many entries a unit has ever had. Written by `enrol`; at most `MAX_UNITS` per roll.
	#[pallet::storage]
	pub type EntryCount<T> = StorageDoubleMap<
		_,
		Twox64Concat, // the chain numbers rolls
		RollId,
		Twox64Concat, // and units
		UnitId,
		u32,
		ValueQuery,
	>;

	/// Active entries of each unit. Written by `enrol` and `strike_off`; at most `MAX_UNITS` per roll.
	#[pallet::storage]
	pub type Registered<T> = StorageDoubleMap<
		_,
		Twox64Concat, // the chain numbers rolls
		RollId,
		Twox64Concat, // and units
		UnitId,
		u32,
		ValueQuery,
	>;

	/// The unit and newest entry of each voter. Written by `enrol`; never removed; one per person and roll.
	#[pallet::storage]
	pub type Voters<T> = StorageDoubleMap<
		_,
		Twox64Concat, // the chain numbers rolls
		RollId,
		Blake2_128Concat, // pseudonyms come from outside
		VoterId,
		Voter,
	>;

	/// What happened to a unit's roll on each UTC day since 1970. Written by `enrol` and `strike_off`; never removed; at most
	/// one per unit and day.
	#[pallet::storage]
	pub type Days<T> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, RollId>, // all three are numbered by the chain
			NMapKey<Twox64Concat, UnitId>,
			NMapKey<Twox64Concat, u32>,
		),
		DayCounts,
		ValueQuery,
	>;
}

//! The storage of rolls, desks and voters. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod storage {
	/// The number of the next roll, which is the number of rolls. Written by `create_roll`.
	#[pallet::storage]
	pub type NextRoll<T> = StorageValue<_, RollId, ValueQuery>;

	/// The rolls. Written by `create_roll`, once; never removed; as many as the commission creates.
	#[pallet::storage]
	pub type Rolls<T> = StorageMap<_, Twox64Concat /* the chain numbers them */, RollId, Roll>;

	/// Desks, those dismissed too. Written by `appoint_desk` and `dismiss_desk`; never removed; in office at most
	/// `MaxDesks` per roll.
	#[pallet::storage]
	pub type Desks<T: Config> = StorageMap<_, Blake2_128Concat /* keys are chosen outside */, T::AccountId, Desk>;

	/// How many desks of a roll are in office. Written with [`Desks`]; at most `MaxDesks`.
	#[pallet::storage]
	pub type DesksInOffice<T> = StorageMap<_, Twox64Concat /* the chain numbers rolls */, RollId, u32, ValueQuery>;

	/// The latest credential of each voter who was ever on a roll. The record of the credential says whether it is active.
	/// Written by `enrol` and `replace_credential`; never removed; one per person and roll.
	#[pallet::storage]
	pub type Voters<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat, // the chain numbers rolls
		RollId,
		Blake2_128Concat, // pseudonyms come from outside
		VoterId,
		Voter,
	>;

	/// Every credential that was ever enrolled, with the blocks between which it was active. Written by `enrol` and
	/// `replace_credential`, marked by `strike_off`; never removed, so that an account never returns with nonce 0.
	#[pallet::storage]
	pub type Credentials<T: Config> =
		StorageMap<_, Blake2_128Concat /* keys are chosen outside */, T::AccountId, Credential>;

	/// Active voters of each unit. Written by `enrol` and `strike_off`; at most `MAX_UNITS` per roll.
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
}

//! The storage of key ceremonies and of the holders of keys. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod storage {
	/// The ceremony of each election, and of each epoch of a roll's key. Written by `begin`, the calls, `on_initialize` and
	/// `end`; removed by nobody: it is the record of who held the keys. (That of a roll's ceremony that has failed is replaced
	/// when it is begun once more.) One entry per election and epoch, about 1.2 kB.
	// Twox: elections and rolls are counted by the chain. The same for all maps below.
	#[pallet::storage]
	pub type KeyCeremonies<T: Config> = StorageMap<_, Twox64Concat, Subject, Ceremony<T::AccountId>>;

	/// The ceremonies that run: they wait for trustees or are about to finish. Written by `begin`, the commission's calls,
	/// `on_initialize` and `end`; at most `MaxCeremonies`.
	#[pallet::storage]
	pub type Running<T: Config> = StorageValue<_, BoundedVec<Subject, T::MaxCeremonies>, ValueQuery>;

	/// The number of the next attempt of any ceremony on this chain, which never comes back. Written by `begin`, the
	/// commission's calls and `on_initialize`.
	#[pallet::storage]
	pub type NextNumber<T> = StorageValue<_, u32, ValueQuery>;

	/// The recipient keys of the current attempt. Written by [`Pallet::join`]; removed when an attempt fails or the trustees
	/// have left office; at most one per trustee.
	#[pallet::storage]
	pub type RecipientKeys<T> = StorageDoubleMap<_, Twox64Concat, Subject, Twox64Concat, TrusteeIndex, Encoded>;

	/// The hashes of dealings of the current attempt, by dealer. Written by [`Pallet::commit`]; removed when an attempt fails or
	/// the trustees have left office; at most one per dealer.
	#[pallet::storage]
	pub type Commitments<T> = StorageDoubleMap<_, Twox64Concat, Subject, Twox64Concat, TrusteeIndex, [u8; 32]>;

	/// The dealings of the current attempt, by dealer. Written by [`Pallet::reveal`]; removed when an attempt fails or the
	/// trustees have left office; at most one per dealer.
	#[pallet::storage]
	pub type Dealings<T> = StorageDoubleMap<_, Twox64Concat, Subject, Twox64Concat, TrusteeIndex, StoredDealing>;

	/// The keys of finished ceremonies. Written by `on_initialize`; removed by nobody: everybody checks decryptions against
	/// them. At most one entry per election and epoch.
	#[pallet::storage]
	pub type KeySets<T> = StorageMap<_, Twox64Concat, Subject, StoredKeySet>;

	/// The present epoch of a roll's key; none while there is no key. Written by `on_initialize`; removed by nobody; at most one
	/// entry per deniable roll.
	#[pallet::storage]
	pub type Epochs<T> = StorageMap<_, Twox64Concat, RollId, u16>;

	/// The roll, and the epoch of its key, that an election uses. Written by `pin_roll_key`, removed by `end`; at most one entry
	/// per election that is under way.
	#[pallet::storage]
	pub type Pins<T> = StorageMap<_, Twox64Concat, ElectionId, (RollId, u16)>;

	/// How many elections use an epoch of a roll's key; no entry if none does. Written by `pin_roll_key`, removed by `end`; no
	/// more entries than elections that are under way.
	#[pallet::storage]
	pub type Pinned<T> = StorageDoubleMap<_, Twox64Concat, RollId, Twox64Concat, u16, u32, ValueQuery>;

	/// The number of ceremonies in which an account is a trustee in office. Written by `begin`, the commission's calls,
	/// `on_initialize` and `end`; never removed, for the account is never reaped; one entry per account ever appointed.
	// Blake2: accounts are chosen outside the chain.
	#[pallet::storage]
	pub type Trusteeships<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32>;

	/// The ceremonies whose trustees have left office and whose recipient keys, commitments and dealings are still to be
	/// removed. Written by `end` and `on_initialize`, removed by `on_idle`; at most one entry per election and epoch.
	#[pallet::storage]
	pub type Leaving<T> = StorageMap<_, Twox64Concat, Subject, ()>;

	/// Rolls whose last election has ended and whose key is still in office. Written by `retire_roll_key`, removed by `on_idle`;
	/// at most one entry per roll.
	#[pallet::storage]
	pub type Retiring<T> = StorageMap<_, Twox64Concat, RollId, ()>;
}

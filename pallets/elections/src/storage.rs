//! The storage of elections. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod storage {
	/// The number of the next election, which is the number of elections. Written by `announce`.
	#[pallet::storage]
	pub type NextElection<T> = StorageValue<_, ElectionId, ValueQuery>;

	/// Elections neither certified nor annulled, in ascending order. Written by `announce`, `certify` and `annul`; at most
	/// `MaxActive`.
	#[pallet::storage]
	pub type Active<T: Config> = StorageValue<_, BoundedVec<ElectionId, T::MaxActive>, ValueQuery>;

	// The chain numbers all that follows, so keys need no cryptographic hash.

	/// The header of each election. Written by `announce`, `postpone`, `close_polls`, `certify`, `annul` and the clock; never
	/// removed: one small value for each election.
	#[pallet::storage]
	pub type Headers<T> = StorageMap<_, Twox64Concat, ElectionId, Header>;

	/// Title and regions. Written by `announce`, once; never removed; at most 9 kB.
	#[pallet::storage]
	pub type About<T> = StorageMap<_, Twox64Concat, ElectionId, Papers>;

	/// The trustees. Written by `announce`, once; never removed; at most `MAX_TRUSTEES` accounts.
	#[pallet::storage]
	pub type TrusteesOf<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Trustees<T::AccountId>>;

	/// The counting units. Written by `announce`, once; never removed; at most `MAX_UNITS` for each election.
	#[pallet::storage]
	pub type Units<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, UnitId, Unit>;

	/// The ballot styles. Written by `announce`, once; never removed; at most `MAX_STYLES` for each election.
	#[pallet::storage]
	pub type Styles<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, u8, ContestList>;

	/// The contests. Written by `announce`, once; never removed; at most `MAX_CONTESTS` for each election.
	#[pallet::storage]
	pub type Contests<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, Contest>;

	/// How the seats of the lists of a contest are filled. Written by `announce`, once; never removed; at most one for each
	/// contest.
	#[pallet::storage]
	pub type Fillings<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, ListFilling>;

	/// The candidates of a list: (election, contest and option). No ballot reads them. Written by `announce`, once; never
	/// removed; of an election at most `MAX_ALL_LIST_CANDIDATES` candidates.
	#[pallet::storage]
	pub type Slates<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (ContestId, u16), Slate>;

	/// The candidates of districts whose seats count for the lists of a contest: (election, contest of lists). Written by
	/// `announce`, once; never removed; of an election at most `MAX_AFFILIATIONS`.
	#[pallet::storage]
	pub type AffiliationsTo<T> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, Affiliations>;

	/// Voters of each unit on the roll when it closed. Written by the clock, once; never removed; at most 4 kB.
	#[pallet::storage]
	pub type Registered<T> = StorageMap<_, Twox64Concat, ElectionId, RegisteredVoters>;

	/// The reasons for annulments. Written by `annul`, once; never removed.
	#[pallet::storage]
	pub type Annulments<T> = StorageMap<_, Twox64Concat, ElectionId, Grounds>;
}

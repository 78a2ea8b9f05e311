//! The storage of tallies: lists, pages, shares and counts. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod storage {
	/// The elections under tally or tallied.
	///
	/// Written by [`dobush_primitives::traits::Tally::begin`] and by the steps in `on_idle`; removed when an election is
	/// dropped: annulled before its result was there. Bounded by the number of elections.
	#[pallet::storage]
	pub type Tallies<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Progress>;

	/// The holders of the vote key, and in deniable elections of the tagging key and the roll key. Written once by `begin`,
	/// removed with the lists. At most three per election.
	#[pallet::storage]
	pub type Panels<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, Key, Panel<T::AccountId>>;

	/// The roll and the number of groups of each deniable election, kept for ever. Written by `begin`, and when units are
	/// grouped and groups matched; removed only when the election is dropped. One per deniable election.
	#[pallet::storage]
	pub type Sortings<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Sorting>;

	/// The units of deniable elections, kept for ever. Written when the election opens, when a group is matched and when groups
	/// are merged; removed only when the election is dropped. One value of at most 28 KiB per deniable election.
	#[pallet::storage]
	pub type Units<T: Config> = StorageMap<_, Twox64Concat, ElectionId, TalliedUnits>;

	/// The lists. Written when an election opens, changed by every step, removed after certificate or annulment. At most units ×
	/// contests per election, and in deniable elections two more for each group.
	#[pallet::storage]
	pub type Lists<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (UnitId, Part), List>;

	/// The ciphertexts of a list: (list, layer, page). Layer 0 was collected, layer k is the output of the k-th verified mix; an
	/// upload under way has the layer after the list's own. Written by collecting and [`Pallet::upload_mix_page`], removed page
	/// by page when a layer is superseded or refused. At most two layers per list.
	#[pallet::storage]
	pub type Pages<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ListId>, NMapKey<Twox64Concat, u16>, NMapKey<Twox64Concat, u32>),
		Page<Ciphertext>,
	>;

	/// The head of the proof under upload or verification: SCALE of [`ballot_crypto::shuffle::ProofHead`]. Written by
	/// [`Pallet::upload_mix_head`], removed with the upload. One per list.
	#[pallet::storage]
	pub type Heads<T: Config> = StorageMap<_, Twox64Concat, ListId, BoundedVec<u8, ConstU32<MAX_HEAD_BYTES>>>;

	/// The columns of the proof under upload or verification: (list, page). Written by [`Pallet::upload_mix_columns`],
	/// removed with the upload. As many as the list's shape says.
	#[pallet::storage]
	pub type Columns<T: Config> = StorageDoubleMap<_, Twox64Concat, ListId, Twox64Concat, u32, Page<ProofColumn>>;

	/// Verifications under way. Written and removed by the steps in `on_idle`. One per list.
	#[pallet::storage]
	pub type Verifications<T: Config> = StorageMap<_, Twox64Concat, ListId, Verification>;

	/// Accepted decryption shares, of votes or of encrypted tags: (list, trustee, page). Written by [`Pallet::upload_shares`],
	/// removed when a round fails and with the list. At most t times the pages of the list.
	#[pallet::storage]
	pub type Shares<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ListId>, NMapKey<Twox64Concat, TrusteeIndex>, NMapKey<Twox64Concat, u32>),
		Page<Encoded>,
	>;

	/// Accepted tag shares: (list, trustee, page). Written by [`Pallet::upload_tag_shares`], removed when a round fails and when
	/// they are added up. At most t times the pages of the list.
	#[pallet::storage]
	pub type TagShares<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ListId>, NMapKey<Twox64Concat, TrusteeIndex>, NMapKey<Twox64Concat, u32>),
		Page<Ciphertext>,
	>;

	/// Encrypted tags: (list, page), an entry for each vector on the list's page of that number. Written when tag shares are
	/// added up, removed with the list. As many as the pages of the list.
	#[pallet::storage]
	pub type Tags<T: Config> = StorageDoubleMap<_, Twox64Concat, ListId, Twox64Concat, u32, Page<Ciphertext>>;

	/// Matches under way, by group. Written when ballots and roll are gathered and by matching, which removes them at its end.
	/// One per group.
	#[pallet::storage]
	pub type Matchings<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, UnitId, Matching>;

	/// The tags of a group's roll, and whether a ballot has used them. Written by matching, removed with the roll's list. As many
	/// as voters.
	// Trustees who collude could choose tags: a cryptographic hash keeps the trie balanced.
	#[pallet::storage]
	pub type RollTags<T: Config> = StorageDoubleMap<_, Twox64Concat, (ElectionId, UnitId), Blake2_128Concat, Tag, bool>;

	/// Which of the mixed ballots of a group count: (list, page). It does not say which ballot in a box counts. Written by
	/// matching, removed with the list. As many as the pages of the list.
	#[pallet::storage]
	pub type Verdicts<T: Config> = StorageDoubleMap<_, Twox64Concat, ListId, Twox64Concat, u32, Page<BallotVerdict>>;

	/// How the selections of a contest are read. Written when its first list is counted, removed after certificate or
	/// annulment. One per contest.
	#[pallet::storage]
	pub type Tables<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, Reader>;

	/// The votes of each unit, kept for ever: (election, contest and unit). Written by counting; removed only when
	/// the election is dropped. One per list.
	#[pallet::storage]
	pub type Counts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (ContestId, UnitId), Count>;

	/// The votes of each region, kept for ever: (election, contest and region). A region without a list of the contest has
	/// none. Written whenever a list is counted; removed only when the election is dropped. At most contests × regions.
	#[pallet::storage]
	pub type RegionCounts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (ContestId, u16), Count>;

	/// Marks of candidates within lists, by region, kept for ever: (election, contest and region). A region without a legal
	/// ballot of the contest may have none. Written by counting; removed only when the election is dropped. One per contest
	/// whose voters mark candidates and region, and all of a contest together at most 1 MiB.
	#[pallet::storage]
	pub type Preferences<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (ContestId, u16), Marks>;

	/// The pairwise preferences of a contest that is decided by pairs. Written by counting; removed after certificate or
	/// annulment. One per such contest, at most half a megabyte.
	#[pallet::storage]
	pub type Pairs<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, PairCounts>;

	/// The rankings of a contest that is decided by transfers: (election, contest, page). All units share the same pages.
	/// Written by counting, changed by deciding, removed after certificate or annulment. As many as valid ballots.
	#[pallet::storage]
	pub type Rankings<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ElectionId>, NMapKey<Twox64Concat, ContestId>, NMapKey<Twox64Concat, u32>),
		Page<RankedBallot>,
	>;

	/// How many rankings of a contest are kept. Written and removed with them. One per contest.
	#[pallet::storage]
	pub type RankedTotal<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, u32, ValueQuery>;

	/// Counts of rankings under way. Written and removed by deciding. One per election.
	#[pallet::storage]
	pub type RankedCounts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, StagedCount>;

	/// The workings of counts of rankings under way. Written and removed by deciding. One per election, at most 2 MiB.
	#[pallet::storage]
	pub type Workings<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, WorkingBytes>;

	/// How far the removal of an election has come. Written and removed by it; at most one per election that is being removed.
	// Twox: the key is counted by the chain.
	#[pallet::storage]
	pub type Removals<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Removal, ValueQuery>;

	/// The lots of contests that were tied or had a tie within a list, kept for ever. Written by deciding and by
	/// [`Pallet::record_lot`]; removed only when the election is dropped. At most one per contest.
	#[pallet::storage]
	pub type Lots<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, Lot>;

	/// The outcome of each contest, kept for ever. Written when the contest is decided, and once more when its lot is
	/// drawn; removed only when the election is dropped. One per contest.
	#[pallet::storage]
	pub type Outcomes<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, OutcomeBytes>;

	/// The elected candidates of each list that has seats, if the definition says how they are filled, kept for ever: (election,
	/// contest and list). Written when the seats of the contest are shared, and once more when its lot is drawn;
	/// removed only when the election is dropped. At most one per list.
	#[pallet::storage]
	pub type SeatedLists<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (ContestId, u16), FilledBytes>;

	/// The vacancies of each list, kept for ever: (election, contest and list). Written by [`Pallet::fill_vacancy`]; removed
	/// only when the election is dropped. At most one entry for each candidate.
	#[pallet::storage]
	pub type Replacements<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (ContestId, u16), Vacancies, ValueQuery>;

	/// The rings of work, by slot. At most one entry for each list and election in each.
	#[pallet::storage]
	pub type Tasks<T: Config> = StorageDoubleMap<_, Twox64Concat, Ring, Twox64Concat, u32, super::Task>;

	/// The sizes of the two rings and whose turn it is. Written with the rings.
	#[pallet::storage]
	pub type Cursors<T: Config> = StorageMap<_, Twox64Concat, Ring, Cursor, ValueQuery>;
}

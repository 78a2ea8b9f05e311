//! # Tally
//!
//! Mixes, decrypts and counts the ballots of an election whose polls have closed, and verifies each step. Protocol
//! section 6; appendix A1, A2, A3 and A10.
//!
//! For each unit and each contest of its ballots there is one **list**: that column of the ballots, mixed on its own. All
//! lists go their way independently:
//!
//! 1. *collect*: the runtime copies the ciphertexts from the ballot box, slot by slot;
//! 2. *mix*: holders of key shares, one after the other, upload the list re-encrypted and permuted, with a proof;
//! 3. *decrypt*: t holders upload shares, each page with a proof that is checked in the call;
//! 4. *count*: the runtime combines the shares, reads every selection and adds;
//! 5. *decide*: when all lists of the election are counted, each contest's rule is applied, and the lists that won seats are
//!    filled; if a rule asks for a lot, the commission draws it in public and records it, and the contest is decided again.
//!
//! **Deniable elections** first find out which ballots count, without anybody learning whose. Units are grouped until each
//! group has `merge_below` voters ([`dobush_primitives::merge`]); a group has a list of its **ballots** with their credentials,
//! `[(0, Q), C_1 … C_k]`, and a list of its **roll**, `[E_V]`, which go their way together:
//!
//! 1. *gather*, when every ballot is settled: the runtime copies ballots that were not dropped publicly, computes their Q, and
//!    copies the roll as it was when it was fixed;
//! 2. *mix*: both lists, as above, with the roll key for the credentials; if one of them is empty nothing counts at once;
//! 3. *tag*: t holders of the tagging key post tag shares, each page proven in the call; the runtime adds;
//! 4. *open*: holders of the roll key, in the epoch that the election pinned and as many as that key needs, post shares of the
//!    encrypted tags;
//! 5. *match*: the runtime reads the roll's tags, then the ballots': a ballot counts whose tag the roll has. How many ballots
//!    of a group do not count is published, and nothing else about them.
//!
//! Groups with fewer than `merge_below` ballots that count are merged once more. Then the vote columns of the ballots that
//! count become the lists of votes, which are mixed once more, decrypted and counted as in a direct election.
//!
//! **What is kept of selections.** For every rule there are sums of bounded size, whatever the number of ballots: votes
//! by unit and region; marks of candidates within lists by region; for Schulze's method who is preferred to whom.
//! Only instant run-off and the transferable vote need the rankings themselves: these are kept ballot by ballot, 40 bytes
//! each, and looked at once in every stage of the count, page by page. So no number of ballots and no variety of rankings
//! makes a step longer; it makes more of them: at most as many stages as candidates, each with a step for every page.
//!
//! Whatever the runtime does by itself it does in `on_idle`, in small steps that each pay their weight; lists and
//! elections take turns ([`work`]).
//!
//! **Who mixes.** The holders take their turns by ascending index, each with a deadline. Who misses it, or whose proof is
//! refused, is passed over. After everyone had a turn, mixing is over if at least t distinct ones have mixed; otherwise
//! those who have not are invited again, in the same order, and so on. Each invitation has a number, counted from 0 per
//! list, that the proof is bound to.
//!
//! **Who decrypts,** tags or opens. The set S or S' is the t lowest indices not marked absent. Who misses the deadline is marked absent, and
//! a new set posts everything again under the next number. When fewer than t are unmarked, all marks are cleared. So more
//! than n − t missing trustees can hold a tally up; no ballot can.
//!
//! ## Always true
//! - **T1** the rings hold each task once, in the slots 0..count; what is running or waited for stands in its ring;
//! - **T2** the pages of a list are all there and full, and have its digest;
//! - **T3** an upload has exactly the pages, columns and digests that its turn says, and a head if it says so;
//! - **T4** shares lie only where a round has accepted them;
//! - **T5** a counted list has as many valid, invalid and declined ballots as ciphertexts, and as many votes as valid
//!   ballots; where a ballot names several options, none has more;
//! - **T6** an election's number of lists of votes, of counted ones and its regions' sums are those of its lists;
//! - **T7** a list has as many layers as distinct mixers, all of them holders, and at least t before it is decrypted or tagged;
//! - **T8** outcomes are there for the decided contests, and the result is their digest;
//! - **T9** nothing is kept of a list that does not exist, but the counts of an election whose result was published;
//! - **T10** a lot belongs to a contest that was tied or had a tied list, and an election waits for lots exactly while one is
//!   needed;
//! - **T11** there are as many rankings as first preferences, on full pages; pairs and marks are not more than the ballots
//!   can hold; a count of rankings is under way only for the contest being decided;
//! - **T12** encrypted tags are there for tagged lists only, on as many pages, and have their digest;
//! - **T13** units, groups, matches and verdicts agree: a group is known by its first unit, its units are of one region and
//!   style, a match is under way exactly for what is mixed and not matched, a group counts as many ballots as verdicts say and
//!   as tags of its roll are used, and votes that are mixed again are as many as ballots that count;
//! - **T14** a filled list belongs to a contest whose definition says how; it has as many members and vacant seats as it won, all
//!   of them different candidates of it; only who sits can leave, and whoever follows has never sat.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod cleanup;
mod collect;
mod count;
mod decide;
mod decrypt;
mod gather;
mod groups;
mod invariants;
mod list;
mod mix;
mod pages;
mod rounds;
mod seat;
mod sort;
mod steps;
mod tags;
mod types;
mod views;
pub mod weights;
pub mod work;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use list::*;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{rounds::Arrival, *};
	use ballot_crypto::{
		equality,
		matching::{Matching, Tag, Verdict},
		shuffle::{ProofColumn, Rejected, Verification, MAX_HEAD_BYTES},
		Ciphertext, Encoded,
	};
	use dobush_primitives::{
		traits::{self, BallotBox, Ceremonies, DeniableRolls, Elections},
		BuiltOn, ContestId, ElectionId, ListMembers, Moment, TrusteeIndex, UnitId,
	};
	use electoral_rules::PairCounts;
	use frame_support::{pallet_prelude::*, traits::Time, weights::WeightMeter};
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The electoral commission, which draws lots.
		type CommissionOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Definitions and phases.
		type Elections: Elections<Self::AccountId>;
		/// The keys and who holds shares of them.
		type Ceremonies: Ceremonies<Self::AccountId>;
		/// The encrypted entries of deniable rolls.
		type DeniableRolls: DeniableRolls<Self::AccountId>;
		/// The closed box.
		type BallotBox: BallotBox;
		/// The chain's clock, UTC milliseconds.
		type Time: Time<Moment = Moment>;
		/// Ciphertexts on every page of a list (whole vectors, so there may be fewer), and items on every page of proof columns,
		/// but the last: 1..=512. 256 keep the dearest step
		/// (4 elements decoded and multiplied per item) below 50 ms in Wasm. Digests depend on it: never change it while
		/// a tally is under way.
		#[pallet::constant]
		type PageSize: Get<u32>;
		/// What everything costs.
		type WeightInfo: WeightInfo;
		/// Sets up the neighbours for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The elections under tally or tallied.
	///
	/// Written by [`traits::Tally::begin`] and by the steps in `on_idle`; removed when an election is dropped: annulled before
	/// its result was there. Bounded by the number of elections.
	#[pallet::storage]
	pub type Tallies<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Progress>;

	/// Who holds the keys: the vote key, in deniable elections also the tagging key and the roll key. Written once by `begin`,
	/// removed with the lists. At most three per election.
	#[pallet::storage]
	pub type Panels<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, Key, Panel<T::AccountId>>;

	/// What deniable elections need before their votes are mixed by themselves, kept for ever. Written by `begin`, when units
	/// are grouped and groups matched; removed only when the election is dropped. One per deniable election.
	#[pallet::storage]
	pub type Sortings<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Sorting>;

	/// The units of deniable elections, kept for ever. Written when the election opens, when a group is matched and when groups
	/// are merged; removed only when the election is dropped. One value of at most 28 KiB per deniable election.
	#[pallet::storage]
	pub type Units<T: Config> = StorageMap<_, Twox64Concat, ElectionId, TalliedUnits>;

	/// The lists. Written when an election opens, changed by every step, removed after certificate or annulment.
	/// At most units × contests per election, in deniable ones two more for each group.
	#[pallet::storage]
	pub type Lists<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (UnitId, Part), List>;

	/// The ciphertexts of a list: (list, layer, page). Layer 0 was collected, layer k is the output of the k-th verified
	/// mix; an upload under way lies in the layer above the list's own. Written by collecting and
	/// [`Pallet::upload_mix_page`], removed page by page when a layer is superseded or refused. At most two layers a list.
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

	/// Accepted decryption shares, of votes or of encrypted tags: (list, trustee, page). Written by [`Pallet::upload_shares`], removed when a round
	/// fails and with the list. At most t times the pages of the list.
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
	// Trustees together could choose tags: the strong hash keeps the trie balanced against them.
	#[pallet::storage]
	pub type RollTags<T: Config> = StorageDoubleMap<_, Twox64Concat, (ElectionId, UnitId), Blake2_128Concat, Tag, bool>;

	/// What became of the ballots of a group after mixing: (list, page). Says of no ballot in a box whether it counts. Written by
	/// matching, removed with the list. As many as the pages of the list.
	#[pallet::storage]
	pub type Verdicts<T: Config> = StorageDoubleMap<_, Twox64Concat, ListId, Twox64Concat, u32, Page<Verdict>>;

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
	/// ballot of the contest may have none. Written by counting; removed only when the election is dropped. Where voters
	/// mark candidates, one per region, and all of a contest together at most 1 MiB.
	#[pallet::storage]
	pub type Preferences<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (ContestId, u16), Marks>;

	/// Who is preferred to whom in a contest that is decided by pairs. Written by counting; removed after certificate or
	/// annulment. One per such contest, at most half a megabyte.
	#[pallet::storage]
	pub type Pairs<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, PairCounts>;

	/// The rankings of a contest that is decided by transfers, those of all its units on the same pages: (election, contest,
	/// page). Written by counting, changed by deciding, removed after certificate or annulment. As many as valid ballots.
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

	/// The lots of contests that were tied or had a tie within a list, kept for ever. Written by deciding and by [`Pallet::record_lot`]; removed only when the
	/// election is dropped. At most one per contest.
	#[pallet::storage]
	pub type Lots<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, Lot>;

	/// The outcome of each contest, kept for ever. Written when the contest is decided, and once more when its lot is
	/// drawn; removed only when the election is dropped. One per contest.
	#[pallet::storage]
	pub type Outcomes<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, OutcomeBytes>;

	/// Who was elected from each list that has seats, where the definition says how they are filled, kept for ever:
	/// (election, contest and list). Written when the seats of the contest are shared, and once more when its lot is drawn;
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
	pub type Tasks<T: Config> = StorageDoubleMap<_, Twox64Concat, Ring, Twox64Concat, u32, crate::Task>;

	/// The sizes of the rings. Two.
	#[pallet::storage]
	pub type Cursors<T: Config> = StorageMap<_, Twox64Concat, Ring, Cursor, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The polls are closed and the box is being emptied.
		TallyBegun {
			/// The election.
			election: ElectionId,
		},
		/// All vectors of a list are copied.
		ListCollected {
			/// The list.
			list: ListId,
			/// How many vectors.
			total: u32,
			/// The digest of its pages.
			digest: [u8; 32],
		},
		/// A mixer may upload.
		TurnGiven {
			/// The list.
			list: ListId,
			/// Who.
			mixer: TrusteeIndex,
			/// The number of the invitation.
			attempt: u16,
			/// Until when the upload must be closed.
			deadline: Moment,
		},
		/// An upload is complete and nothing of it changes any more; its verification begins.
		MixSealed {
			/// The list.
			list: ListId,
			/// Whose upload.
			mixer: TrusteeIndex,
			/// The number of the invitation.
			attempt: u16,
			/// The digest of the output pages.
			digest: [u8; 32],
		},
		/// A mix is proven; its outputs are the list from now on.
		MixVerified {
			/// The list.
			list: ListId,
			/// Whose mix.
			mixer: TrusteeIndex,
			/// How many mixes the list has now.
			position: u16,
			/// The digest of the list now.
			digest: [u8; 32],
		},
		/// A mix is refused and removed. The mixer is passed over and may be invited again.
		MixRefused {
			/// The list.
			list: ListId,
			/// Whose mix.
			mixer: TrusteeIndex,
			/// The number of the invitation.
			attempt: u16,
			/// Why.
			reason: Rejected,
		},
		/// A mixer missed the deadline. What was uploaded is removed; the mixer may be invited again.
		PassedOver {
			/// The list.
			list: ListId,
			/// Who.
			mixer: TrusteeIndex,
			/// The number of the invitation.
			attempt: u16,
		},
		/// Enough trustees have mixed; these may upload their shares.
		DecryptionBegun {
			/// The list.
			list: ListId,
			/// The number of the round.
			attempt: u16,
			/// Who: the set S'.
			panel: TrusteeSet,
			/// Until when all shares must be there.
			deadline: Moment,
		},
		/// Enough trustees have mixed ballots or roll; these may upload their tag shares.
		TaggingBegun {
			/// The list.
			list: ListId,
			/// The number of the round.
			attempt: u16,
			/// Who: the set S.
			panel: TrusteeSet,
			/// Until when all tag shares must be there.
			deadline: Moment,
		},
		/// A page of tag shares is proven and kept.
		TagSharesAccepted {
			/// The list.
			list: ListId,
			/// Whose tag shares.
			trustee: TrusteeIndex,
			/// The number of the round.
			attempt: u16,
			/// The page.
			page: u32,
		},
		/// Trustees missed the deadline. The tag shares of the round are removed and another set posts again.
		TaggingRestarted {
			/// The list.
			list: ListId,
			/// The number of the round that failed.
			attempt: u16,
			/// Who missed the deadline in it.
			missing: TrusteeSet,
		},
		/// The encrypted tags of a list are there.
		ListTagged {
			/// The list.
			list: ListId,
			/// The digest of the encrypted tags.
			digest: [u8; 32],
		},
		/// These holders of the roll key may upload shares of the encrypted tags.
		OpeningBegun {
			/// The list.
			list: ListId,
			/// The number of the round.
			attempt: u16,
			/// Who: the set S' of holders of the roll key.
			panel: TrusteeSet,
			/// Until when all shares must be there.
			deadline: Moment,
		},
		/// Holders of the roll key missed the deadline. The shares of the round are removed and another set posts again.
		OpeningRestarted {
			/// The list.
			list: ListId,
			/// The number of the round that failed.
			attempt: u16,
			/// Who missed the deadline in it.
			missing: TrusteeSet,
		},
		/// A tag came twice in one list, which cannot be. It is used once.
		TagRepeated {
			/// The list.
			list: ListId,
			/// Where it stands the second time, from 0, in the list as it was mixed.
			position: u32,
		},
		/// The ballots of a group are matched with its roll.
		GroupMatched {
			/// The election.
			election: ElectionId,
			/// The first unit of the group.
			unit: UnitId,
			/// Ballots recorded.
			recorded: u32,
			/// How many of them count.
			counted: u32,
		},
		/// Groups with too few ballots that count are mixed again and counted together.
		GroupsMerged {
			/// The election.
			election: ElectionId,
			/// The first unit of the first group, which the lists of votes are named by.
			unit: UnitId,
			/// Ballots that count, of all these groups.
			counted: u32,
		},
		/// A page of shares is proven and kept.
		SharesAccepted {
			/// The list.
			list: ListId,
			/// Whose shares.
			trustee: TrusteeIndex,
			/// The number of the round.
			attempt: u16,
			/// The page.
			page: u32,
		},
		/// Trustees missed the deadline. The shares of the round are removed and another set posts again.
		DecryptionRestarted {
			/// The list.
			list: ListId,
			/// The number of the round that failed.
			attempt: u16,
			/// Who missed the deadline in it.
			missing: TrusteeSet,
		},
		/// All selections of a list are read.
		ListCounted {
			/// The list.
			list: ListId,
			/// Ballots for an option.
			valid: u64,
			/// Ballots that say nothing legal.
			invalid: u64,
			/// Ballots that take no part in this contest.
			declined: u64,
		},
		/// A contest's rule was applied.
		ContestDecided {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The BLAKE2b-256 digest of the stored outcome.
			outcome: [u8; 32],
		},
		/// A contest is tied. When all contests are decided, the commission draws a lot in public and records it.
		LotNeeded {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
		},
		/// The lot of a tied contest was drawn in public; the contest is decided again with it.
		LotRecorded {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// What came out of the drum.
			seed: [u8; 32],
		},
		/// All contests are decided.
		ElectionCounted {
			/// The election.
			election: ElectionId,
			/// The digest of votes and outcomes of all contests.
			result: [u8; 32],
		},
		/// Pages and shares of a certified election are removed; counts and outcomes stay.
		TallyArchived {
			/// The election.
			election: ElectionId,
		},
		/// The seats of a list are filled.
		ListFilled {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The list.
			list: u16,
		},
		/// A member left, and the next one of the list follows.
		MemberFollowed {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The list.
			list: u16,
			/// Who left: a place on the list, from 0.
			leaving: u16,
			/// Who follows.
			next: u16,
		},
		/// A member left whose list is used up: the seat stays vacant.
		SeatVacant {
			/// The election.
			election: ElectionId,
			/// The contest.
			contest: ContestId,
			/// The list.
			list: u16,
			/// Who left: a place on the list, from 0.
			leaving: u16,
		},
		/// Everything of an election is removed that was annulled before its result was there.
		TallyDropped {
			/// The election.
			election: ElectionId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such election, or it has no calendar. Look its number up.
		UnknownElection,
		/// The tally of this election has begun already. Follow it; nothing is to be done.
		AlreadyBegun,
		/// The key ceremony of this election has not ended. Finish it first.
		NoVoteKey,
		/// The key ceremony of this deniable election has made no tagging key. Repeat it.
		NoTaggingKey,
		/// The roll of this deniable election is not fixed, or the election has pinned no shares of its key. Close the roll first.
		NoRollKey,
		/// Fewer trustees hold shares than must act together. Repeat the ceremony.
		TooFewHolders,
		/// There is no such list in a tally. Check election, unit and contest.
		UnknownList,
		/// The polls of this election are not closed in all units, or its tally is over. Wait for the phase of tallying.
		NotTallying,
		/// The signer holds no share of the key that is needed here. Sign with the account of a trustee; where tags are opened, of a
		/// holder of the roll key.
		NotATrustee,
		/// The list is not waiting for a mix now. Ask for its status and wait for your turn.
		NotMixing,
		/// It is another trustee's turn to mix. Wait for your own.
		NotYourTurn,
		/// The message is of another invitation or round than the one that is open. Make it again for the open one.
		WrongAttempt,
		/// The deadline has passed. Wait to be invited again.
		TooLate,
		/// This page is there already. Go on with the next one.
		PageRepeated,
		/// Pages before this one are missing. Upload them in order, from the one that the status names.
		PageSkipped,
		/// The list ends before this page. Compare its length.
		PageBeyondTheEnd,
		/// The page is not exactly as long as the list demands: full, or what is left for the last one. Cut it again.
		PageOfWrongLength,
		/// The head of the proof is there already. Go on with columns and pages.
		HeadRepeated,
		/// The head of the proof is malformed, or of a list of another length. Make the proof again.
		HeadMalformed,
		/// Pages, head or columns are missing. Upload what the status says and close again.
		UploadIncomplete,
		/// The block that the message was built on is not on this chain, or too old to tell. Build on a recent finalised one.
		NotOnThisChain,
		/// The message was built on a block before the turn or round began. Build on a later finalised one.
		BuiltTooEarly,
		/// The list is not being decrypted now; all of its mixes must be verified first. Ask for its status.
		NotDecrypting,
		/// The list is not being tagged now; all of its mixes must be verified first, and it is tagged once. Ask for its status.
		NotTagging,
		/// This trustee is not of the set that acts in this round. Wait for another round; none may be needed.
		NotInThePanel,
		/// The shares do not hold against the trustee's registered key for this page of this list and this round. Make them
		/// again from the list as the chain has it.
		ShareProofRejected,
		/// The tag shares do not hold against the trustee's registered tagging key for this page of this list and this round. Make
		/// them again from the list as the chain has it.
		TagProofRejected,
		/// No contest of this election waits for a lot now. Wait until all contests are decided, and see their outcomes.
		LotsNotAwaited,
		/// This contest is not tied, so no lot is drawn for it. See which contests are.
		LotNotNeeded,
		/// The lot of this contest is recorded already, and never changes.
		LotAlreadyRecorded,
		/// The chain's own record of the list is not readable. Report it: this cannot happen.
		Corrupt,
		/// The election is not certified, so nobody sits yet. Certify it first.
		NotCertified,
		/// No seats of such a list were filled: there is none, it won none, or the definition does not say how. Check contest and
		/// list.
		ListNotFilled,
		/// This candidate does not sit on a seat of the list now. See who does; candidates are numbered from 0.
		NotAMember,
		/// Nothing decides between those who could follow. Draw a lot in public and name what was drawn.
		LotMissing,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, limit: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(limit);
			Self::watch(&mut meter);
			Self::work(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!((1..=MAX_PAGE).contains(&T::PageSize::get()), "PageSize is between 1 and {MAX_PAGE}");
			let block = T::BlockWeights::get().max_block;
			let dearest = Self::dearest_step();
			assert!(
				dearest.all_lte(block),
				"the dearest step of a tally, {dearest:?}, must fit into a block, {block:?}"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::ensure_invariants()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Uploads the next page of a mixed list.
		///
		/// - **Origin:** the account of the mixer whose turn it is.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotMixing`], [`Error::NotYourTurn`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::PageRepeated`], [`Error::PageBeyondTheEnd`], [`Error::PageSkipped`], [`Error::PageOfWrongLength`].
		/// - **Leaves:** a page of ciphertexts in the layer above the list's own.
		/// - **Work:** one page hashed and written; nothing is decoded before the upload is closed.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::upload_mix_page(ciphertexts.len() as u32))]
		pub fn upload_mix_page(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			page: u32,
			ciphertexts: Page<Ciphertext>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::receive_mix_page(who, list, attempt, page, ciphertexts)
		}

		/// Uploads the head of the proof: SCALE of [`ballot_crypto::shuffle::ProofHead`].
		///
		/// - **Origin:** the account of the mixer whose turn it is.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotMixing`], [`Error::NotYourTurn`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::HeadRepeated`], [`Error::HeadMalformed`].
		/// - **Leaves:** the bytes.
		/// - **Work:** up to some 700 elements decoded, of wider lists 2,000.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::upload_mix_head(Pallet::<T>::head_width(head.len())))]
		pub fn upload_mix_head(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			head: BoundedVec<u8, ConstU32<MAX_HEAD_BYTES>>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::receive_mix_head(who, list, attempt, head)
		}

		/// Uploads the next page of columns of the proof.
		///
		/// - **Origin:** the account of the mixer whose turn it is.
		/// - **Refuses:** the same as [`Pallet::upload_mix_page`], with the number of columns for the list's length.
		/// - **Leaves:** a page of columns.
		/// - **Work:** one page hashed and written.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::upload_mix_columns(columns.len() as u32))]
		pub fn upload_mix_columns(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			page: u32,
			columns: Page<ProofColumn>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::receive_mix_columns(who, list, attempt, page, columns)
		}

		/// Seals an upload. From here on the runtime verifies it by itself.
		///
		/// - **Origin:** the account of the mixer whose turn it is.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotMixing`], [`Error::NotYourTurn`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::UploadIncomplete`], [`Error::NotOnThisChain`], [`Error::BuiltTooEarly`].
		/// - **Leaves:** the list in verification and an [`Event::MixSealed`].
		/// - **Work:** constant.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::close_upload())]
		pub fn close_upload(origin: OriginFor<T>, list: ListId, attempt: u16, built_on: BuiltOn) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::seal_mix(who, list, attempt, built_on)
		}

		/// Uploads the next page of a trustee's decryption shares, with their proof: of votes, or in ballots and rolls of deniable
		/// elections of the encrypted tags.
		///
		/// - **Origin:** the account of a trustee of the round's panel; for tags, of a holder of the roll key.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotDecrypting`], [`Error::NotInThePanel`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::PageRepeated`], [`Error::PageBeyondTheEnd`], [`Error::PageSkipped`], [`Error::PageOfWrongLength`],
		///   [`Error::NotOnThisChain`], [`Error::BuiltTooEarly`], [`Error::ShareProofRejected`].
		/// - **Leaves:** a page of shares and an [`Event::SharesAccepted`]; with the last one the list is counted, or its tags read.
		/// - **Work:** two elements decoded and two terms for each share.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::upload_shares(shares.len() as u32))]
		pub fn upload_shares(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			page: u32,
			shares: Page<Encoded>,
			proof: equality::Proof,
			built_on: BuiltOn,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let arrival = Arrival { id: list, attempt, page, length: shares.len(), built_on };
			Self::receive_shares(who, arrival, shares, proof)
		}

		/// Records the lot that was drawn in public for a contest that is tied, or one of whose lists is. With the last lot that is
		/// needed, these contests are decided again, each with its own, and their lists filled again, each with a seed made from it
		/// ([`electoral_rules::lot_of_list`]); then the contests that count their seats are decided.
		///
		/// The seed must come out of a public drawing that began after the votes were known: whoever chooses it chooses the
		/// winner, so the chain takes it once, and only while all votes are counted and nothing is certified.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::LotsNotAwaited`], [`Error::LotNotNeeded`],
		///   [`Error::LotAlreadyRecorded`].
		/// - **Leaves:** the seed and an [`Event::LotRecorded`].
		/// - **Work:** the lots of the election are read, at most one for each contest.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::record_lot())]
		pub fn record_lot(
			origin: OriginFor<T>,
			election: ElectionId,
			contest: ContestId,
			seed: [u8; 32],
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let progress = Tallies::<T>::get(election).ok_or(Error::<T>::UnknownElection)?;
			ensure!(progress.stage == ElectionStage::AwaitingLots, Error::<T>::LotsNotAwaited);
			let lot = Lots::<T>::get(election, contest).ok_or(Error::<T>::LotNotNeeded)?;
			ensure!(lot == Lot::Needed, Error::<T>::LotAlreadyRecorded);
			Self::keep_lot(election, contest, progress, seed);
			Ok(())
		}

		/// Uploads the next page of a trustee's tag shares of ballots or roll of a deniable election, with their proof.
		///
		/// - **Origin:** the account of a trustee of the round's panel.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotTagging`], [`Error::NotInThePanel`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::PageRepeated`], [`Error::PageBeyondTheEnd`], [`Error::PageSkipped`], [`Error::PageOfWrongLength`],
		///   [`Error::NotOnThisChain`], [`Error::BuiltTooEarly`], [`Error::TagProofRejected`].
		/// - **Leaves:** a page of tag shares and an [`Event::TagSharesAccepted`]; with the last one they are added up.
		/// - **Work:** four elements decoded and four terms for each entry.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::upload_tag_shares(shares.len() as u32))]
		pub fn upload_tag_shares(
			origin: OriginFor<T>,
			list: ListId,
			attempt: u16,
			page: u32,
			shares: Page<Ciphertext>,
			proof: equality::Proof,
			built_on: BuiltOn,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let arrival = Arrival { id: list, attempt, page, length: shares.len(), built_on };
			Self::receive_tag_shares(who, arrival, shares, proof)
		}

		/// Records that a member who was elected from a list leaves, and who follows: the next of the list by the filling that
		/// the definition states. If the list is used up, the seat stays vacant.
		///
		/// The lot is only taken where equal candidates could follow; it must be drawn in public after the member left.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownElection`], [`Error::NotCertified`], [`Error::ListNotFilled`],
		///   [`Error::NotAMember`], [`Error::LotNotNeeded`], [`Error::LotMissing`].
		/// - **Leaves:** the vacancy, and an [`Event::MemberFollowed`] or [`Event::SeatVacant`]. The result's digest does not
		///   change: it says who was elected.
		/// - **Work:** the candidates of the list and the marks of all regions are read.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::fill_vacancy())]
		pub fn fill_vacancy(
			origin: OriginFor<T>,
			election: ElectionId,
			contest: ContestId,
			list: u16,
			leaving: u16,
			lot: Option<[u8; 32]>,
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			Self::replace_member(election, contest, list, leaving, lot)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// How far the tally of an election is.
		pub fn status(election: ElectionId) -> Option<TallyStatus> {
			Self::election_status(election)
		}

		/// How a list is: stage, position, whose turn, deadline, what is uploaded and verified.
		pub fn list(list: ListId) -> Option<ListStatus> {
			Self::list_status(list)
		}

		/// The groups of a deniable election, whose ballots are matched together. Before the tally, those that its roll would give
		/// now; none of a direct election.
		pub fn groups(election: ElectionId) -> alloc::vec::Vec<Group> {
			Self::groups_of(election)
		}

		/// The lists of an election from a unit's number on, by ascending unit, ballots and roll before contests; as many units as `limit` says.
		pub fn lists(election: ElectionId, from: UnitId, limit: u16) -> alloc::vec::Vec<ListStatus> {
			Self::list_statuses(election, from, limit)
		}

		/// What a trustee must do now in an election, in the lists of the units from a number on; as many units as `limit` says.
		pub fn duty_of(account: T::AccountId, election: ElectionId, from: UnitId, limit: u16) -> alloc::vec::Vec<Duty> {
			Self::duties(&account, election, from, limit)
		}

		/// The votes of a unit in a contest, as far as they are counted.
		pub fn votes(election: ElectionId, contest: ContestId, unit: UnitId) -> Option<Count> {
			Counts::<T>::get(election, (contest, unit))
		}

		/// The votes of a region in a contest, as far as its units are counted.
		pub fn votes_of_region(election: ElectionId, contest: ContestId, region: u16) -> Option<Count> {
			RegionCounts::<T>::get(election, (contest, region))
		}

		/// The marks of candidates within lists in a region, as far as its units are counted: the candidate in place `p` of
		/// list `l` has number `l × places + p`. Empty where voters mark nobody.
		pub fn preferences_of_region(election: ElectionId, contest: ContestId, region: u16) -> alloc::vec::Vec<u64> {
			Preferences::<T>::get(election, (contest, region)).unwrap_or_default().into_inner()
		}

		/// The lot of a contest, if it was tied.
		pub fn lot(election: ElectionId, contest: ContestId) -> Option<Lot> {
			Lots::<T>::get(election, contest)
		}

		/// Who sits and sat on the seats of the lists of a contest: of each list that has some, by ascending number. Empty where
		/// the definition does not say how they are filled, and before the seats are shared.
		pub fn members(election: ElectionId, contest: ContestId) -> alloc::vec::Vec<ListMembers> {
			let options = T::Elections::contest(election, contest).map_or(0, |(options, _)| options.len()) as u16;
			(0..options).filter_map(|list| Self::members_of_list(election, contest, list)).collect()
		}

		/// The outcome of a contest, once all lists of the election are counted.
		pub fn outcome(
			election: ElectionId,
			contest: ContestId,
		) -> Option<Result<electoral_rules::Outcome, electoral_rules::DecideError>> {
			Self::outcome_of(election, contest)
		}
	}

	impl<T: Config> traits::Tally for Pallet<T> {
		fn begin(election: ElectionId) -> DispatchResult {
			Self::begin_tally(election)
		}

		fn result(election: ElectionId) -> Option<[u8; 32]> {
			Self::result_of(election)
		}

		fn verdict(election: ElectionId, contest: ContestId) -> Option<electoral_rules::Verdict> {
			Self::verdict_of(election, contest)
		}

		fn abandon(election: ElectionId) {
			Self::drop_tally(election);
		}
	}
}

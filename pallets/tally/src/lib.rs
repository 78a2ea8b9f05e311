//! # Tally
//!
//! Mixes, decrypts and counts the ballots of an election whose polls have closed, and verifies each step. Protocol
//! section 6, steps 4 to 6; appendix A1, A3 and A10.
//!
//! For each unit and each contest of its ballots there is one **list**: that column of the ballots, mixed on its own. All
//! lists go their way independently:
//!
//! 1. *collect*: the runtime copies the ciphertexts from the ballot box, slot by slot;
//! 2. *mix*: holders of key shares, one after the other, upload the list re-encrypted and permuted, with a proof;
//! 3. *decrypt*: t holders upload shares, each page with a proof that is checked in the call;
//! 4. *count*: the runtime combines the shares, looks every selection up and adds;
//! 5. *decide*: when all lists of the election are counted, each contest's rule is applied to the sums of its regions.
//!
//! Whatever the runtime does by itself it does in `on_idle`, in small steps that each pay their weight; lists and
//! elections take turns ([`work`]).
//!
//! **Who mixes.** The holders take their turns by ascending index, each with a deadline. Who misses it, or whose proof is
//! refused, is passed over. After everyone had a turn, mixing is over if at least t distinct ones have mixed; otherwise
//! those who have not are invited again, in the same order, and so on. Each invitation has a number, counted from 0 per
//! list, that the proof is bound to.
//!
//! **Who decrypts.** The set S' is the t lowest indices not marked absent. Who misses the deadline is marked absent, and
//! a new set posts everything again under the next number. When fewer than t are unmarked, all marks are cleared. So more
//! than n − t missing trustees can hold a tally up; no ballot can.
//!
//! ## Always true
//! - **T1** the rings hold each task once, in the slots 0..count; what is running or waited for stands in its ring;
//! - **T2** the pages of a list are all there and full, and have its digest;
//! - **T3** an upload has exactly the pages, columns and digests that its turn says, and a head if it says so;
//! - **T4** shares lie only where a round has accepted them;
//! - **T5** a counted list has as many votes, invalid and declined ballots as ciphertexts;
//! - **T6** an election's number of lists, of counted lists and its regions' sums are those of its lists;
//! - **T7** a list has as many layers as distinct mixers, all of them holders, and at least t before it is decrypted;
//! - **T8** outcomes are there for exactly the decided contests, and the result is their digest;
//! - **T9** nothing is kept of a list that does not exist, but the counts of a certified election.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod cleanup;
mod collect;
mod count;
mod decide;
mod decrypt;
mod invariants;
mod mix;
mod status;
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
pub use pallet::*;
pub use status::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use ballot_crypto::{
		equality,
		shuffle::{ProofColumn, Rejected, Verification, MAX_HEAD_BYTES},
		Ciphertext, Encoded,
	};
	use dobush_primitives::{
		traits::{self, BallotBox, Ceremonies, Elections},
		BuiltOn, ContestId, ElectionId, Moment, TrusteeIndex, UnitId,
	};
	use frame_support::{pallet_prelude::*, traits::Time, weights::WeightMeter};
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Definitions and phases.
		type Elections: Elections<Self::AccountId>;
		/// The vote key and who holds shares of it.
		type Ceremonies: Ceremonies<Self::AccountId>;
		/// The closed box.
		type BallotBox: BallotBox;
		/// The chain's clock, UTC milliseconds.
		type Time: Time<Moment = Moment>;
		/// Items on every page of a list, of shares and of proof columns but the last: 1..=512. 256 keep the dearest step
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
	/// Written by [`traits::Tally::begin`] and by the steps in `on_idle`; removed when an annulled election is dropped.
	/// Bounded by the number of elections.
	#[pallet::storage]
	pub type Tallies<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Progress>;

	/// Who mixes and decrypts. Written once by `begin`, removed with the lists. One per election.
	#[pallet::storage]
	pub type Panels<T: Config> = StorageMap<_, Twox64Concat, ElectionId, Panel<T::AccountId>>;

	/// The lists. Written when an election opens, changed by every step, removed after certificate or annulment.
	/// At most units × contests per election.
	#[pallet::storage]
	pub type Lists<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, (UnitId, ContestId), List>;

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

	/// Accepted decryption shares: (list, trustee, page). Written by [`Pallet::upload_shares`], removed when a round
	/// fails and with the list. At most t times the pages of the list.
	#[pallet::storage]
	pub type Shares<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ListId>, NMapKey<Twox64Concat, TrusteeIndex>, NMapKey<Twox64Concat, u32>),
		Page<Encoded>,
	>;

	/// The selections of a contest as elements. Written when its first list is counted, removed when the contest is
	/// decided or the election dropped. One per contest.
	#[pallet::storage]
	pub type Tables<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, Table>;

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

	/// The outcome of each contest, kept for ever. Written when the contest is decided; removed only when the election
	/// is dropped. One per contest.
	#[pallet::storage]
	pub type Outcomes<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, ContestId, OutcomeBytes>;

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
		/// All ciphertexts of a list are copied.
		ListCollected {
			/// The list.
			list: ListId,
			/// How many ciphertexts.
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
		/// Everything of an annulled election is removed.
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
		/// Fewer trustees hold shares than must act together. Repeat the ceremony.
		TooFewHolders,
		/// There is no such list in a tally. Check election, unit and contest.
		UnknownList,
		/// The polls of this election are not closed in all units, or its tally is over. Wait for the phase of tallying.
		NotTallying,
		/// The signer holds no share of this election's key. Sign with a trustee's account.
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
		/// This trustee is not of the set that decrypts in this round. Wait for another round; none may be needed.
		NotInThePanel,
		/// The shares do not hold against the trustee's registered key for this page of this list and this round. Make them
		/// again from the list as the chain has it.
		ShareProofRejected,
		/// The chain's own record of the list is not readable. Report it: this cannot happen.
		Corrupt,
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
		/// - **Work:** up to some 700 elements decoded.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::upload_mix_head())]
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

		/// Uploads the next page of a trustee's decryption shares, with their proof.
		///
		/// - **Origin:** the account of a trustee of the round's panel.
		/// - **Refuses,** in this order: [`Error::UnknownList`], [`Error::NotTallying`], [`Error::NotATrustee`],
		///   [`Error::NotDecrypting`], [`Error::NotInThePanel`], [`Error::WrongAttempt`], [`Error::TooLate`],
		///   [`Error::PageRepeated`], [`Error::PageBeyondTheEnd`], [`Error::PageSkipped`], [`Error::PageOfWrongLength`],
		///   [`Error::NotOnThisChain`], [`Error::BuiltTooEarly`], [`Error::ShareProofRejected`].
		/// - **Leaves:** a page of shares and an [`Event::SharesAccepted`]; with the last one the list is counted.
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
			Self::receive_shares(who, list, attempt, page, shares, proof, built_on)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// How far the tally of an election is.
		pub fn status(election: ElectionId) -> Option<ElectionStatus> {
			Self::election_status(election)
		}

		/// How a list is: stage, position, whose turn, deadline, what is uploaded and verified.
		pub fn list(list: ListId) -> Option<ListStatus> {
			Self::list_status(list)
		}

		/// The lists of an election from a unit's number on, by ascending unit and contest; as many units as `limit` says.
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

		fn abandon(election: ElectionId) {
			Self::drop_tally(election);
		}
	}
}

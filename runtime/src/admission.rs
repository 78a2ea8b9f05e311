//! # Admission
//!
//! Decides who may put which transactions in the pool, and how many. There are no fees that would make spam expensive, so an
//! account that is not enrolled, appointed or a validator may send nothing, every other account may send the calls of its
//! role only, and an official may send only so many per period. A call filter would act at dispatch, after the block's space
//! is spent.
//!
//! Credentials are bounded elsewhere: by the number of ballots that an election allows (`CheckBallot`) and by one pending
//! transaction at a time (`CheckNonceWindow`).

pub use pallet::*;

use dobush_primitives::Refusal;
use frame_support::{
	dispatch::DispatchInfo, pallet_prelude::Weight, weights::constants::WEIGHT_REF_TIME_PER_MILLIS, CloneNoBound,
	DebugNoBound, EqNoBound, PartialEqNoBound,
};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{
		AsSystemOriginSigner, DispatchInfoOf, DispatchOriginOf, Dispatchable, PostDispatchInfoOf, TransactionExtension,
		ValidateResult,
	},
	transaction_validity::{TransactionSource, TransactionValidity, TransactionValidityError, ValidTransaction},
	DispatchResult,
};

/// The roles of accounts, their calls and their quotas.
pub trait Gate<AccountId, Call> {
	/// The quota of an account that may send this call: so many [`units`] per period; none if the account is bounded elsewhere.
	/// Refuses an account that may not send it.
	fn admit(who: &AccountId, call: &Call) -> Result<Option<u32>, Refusal>;

	/// Whether a call that nobody signs may be taken now: an inherent, or a new runtime once it is authorised.
	fn admit_unsigned(call: &Call) -> Result<(), Refusal>;

	/// Whether this call is a ballot. Ballots are so many that they are not charged for checks that only officials need.
	fn is_ballot(call: &Call) -> bool;
}

/// How many units of its sender's quota a transaction uses: one, and one more for each hundredth of a second of the most that
/// it is charged. So a quota bounds how much of the blocks one official can use, whatever the transactions are.
pub fn units(weight: Weight) -> u32 {
	const HUNDREDTH: u64 = 10 * WEIGHT_REF_TIME_PER_MILLIS;
	u32::try_from(weight.ref_time() / HUNDREDTH).unwrap_or(u32::MAX).saturating_add(1)
}

/// Weights of the extension.
pub trait WeightInfo {
	/// Reading roles and quota, and noting what was used.
	fn admit() -> Weight;
	/// Recognising a ballot.
	fn admit_ballot() -> Weight;
}

#[frame_support::pallet]
#[allow(clippy::module_inception)]
pub mod pallet {
	use super::{Gate, WeightInfo};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The roles.
		type Gate: Gate<Self::AccountId, Self::RuntimeCall>;
		/// Length of a quota's period in blocks.
		#[pallet::constant]
		type Period: Get<BlockNumberFor<Self>>;
		/// Weights of the extension.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Whether everybody admitted may also send `System::remark`, the measure that benchmarks compare with. Written by genesis
	/// only; false but on a benchmark's chain.
	#[pallet::storage]
	pub type RemarksOpen<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// The period, and what an official has used of its quota in it. Written by the extension; one entry per official.
	#[pallet::storage]
	pub type Used<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, (u32, u32), ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Whether `System::remark` is admitted.
		pub remarks_open: bool,
		#[serde(skip)]
		pub _marker: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			RemarksOpen::<T>::put(self.remarks_open);
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What this official has used of its quota in the present period: one for each transaction, and one for each hundredth of
		/// a second that it was charged.
		pub fn used(who: T::AccountId) -> u32 {
			Self::used_now(&who)
		}
	}

	impl<T: Config> Pallet<T> {
		/// The number of the present period.
		pub(super) fn period() -> u32 {
			use sp_runtime::{traits::CheckedDiv, SaturatedConversion};
			let now = frame_system::Pallet::<T>::block_number();
			now.checked_div(&T::Period::get()).unwrap_or_default().saturated_into()
		}

		pub(super) fn used_now(who: &T::AccountId) -> u32 {
			let (period, used) = Used::<T>::get(who);
			if period == Self::period() {
				used
			} else {
				0
			}
		}
	}
}

/// Refuses what its signer may not send, before any other check.
#[derive(Encode, Decode, DecodeWithMemTracking, CloneNoBound, EqNoBound, PartialEqNoBound, DebugNoBound, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct Admission<T: Config>(core::marker::PhantomData<T>);

impl<T: Config> Admission<T> {
	/// The extension; it has no parameters.
	pub fn new() -> Self {
		Self(core::marker::PhantomData)
	}
}

impl<T: Config> Default for Admission<T> {
	fn default() -> Self {
		Self::new()
	}
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for Admission<T>
where
	T::RuntimeCall: Dispatchable<Info = DispatchInfo>,
	DispatchOriginOf<T::RuntimeCall>: AsSystemOriginSigner<T::AccountId> + Clone,
{
	const IDENTIFIER: &'static str = "Admission";
	type Implicit = ();
	/// The official whose quota the transaction uses, and how much of it.
	type Val = Option<(T::AccountId, u32)>;
	type Pre = ();

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		if T::Gate::is_ballot(call) {
			T::WeightInfo::admit_ballot()
		} else {
			T::WeightInfo::admit()
		}
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		_: usize,
		_: (),
		_: &impl Encode,
		_: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		let Some(who) = origin.as_system_origin_signer().cloned() else {
			return Ok((ValidTransaction::default(), None, origin));
		};
		let quota = T::Gate::admit(&who, call)?;
		let units = units(info.total_weight());
		if quota.is_some_and(|quota| Pallet::<T>::used_now(&who).saturating_add(units) > quota) {
			return Err(Refusal::OverQuota.into());
		}
		Ok((ValidTransaction::default(), quota.map(|_| (who, units)), origin))
	}

	/// What nobody signs is free: whatever would fail in the block must not come into one, or it comes again and again.
	fn bare_validate(call: &T::RuntimeCall, _: &DispatchInfoOf<T::RuntimeCall>, _: usize) -> TransactionValidity {
		T::Gate::admit_unsigned(call)?;
		Ok(ValidTransaction::default())
	}

	fn bare_validate_and_prepare(
		call: &T::RuntimeCall,
		_: &DispatchInfoOf<T::RuntimeCall>,
		_: usize,
	) -> Result<(), TransactionValidityError> {
		Ok(T::Gate::admit_unsigned(call)?)
	}

	fn prepare(
		self,
		official: Self::Val,
		_: &DispatchOriginOf<T::RuntimeCall>,
		_: &T::RuntimeCall,
		_: &DispatchInfoOf<T::RuntimeCall>,
		_: usize,
	) -> Result<(), TransactionValidityError> {
		if let Some((who, units)) = official {
			let used = Pallet::<T>::used_now(&who).saturating_add(units);
			Used::<T>::insert(&who, (Pallet::<T>::period(), used));
		}
		Ok(())
	}

	fn post_dispatch_details(
		_: (),
		_: &DispatchInfoOf<T::RuntimeCall>,
		_: &PostDispatchInfoOf<T::RuntimeCall>,
		_: usize,
		_: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		Ok(Weight::zero())
	}
}

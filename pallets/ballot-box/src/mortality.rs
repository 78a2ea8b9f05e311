//! How long a ballot's transaction lives. Protocol §5 ("ballots are mortal", "a short grace period").

use crate::{Call, Config, WeightInfo};
use core::marker::PhantomData;
use dobush_primitives::traits::Elections;
use dobush_primitives::{Phase, Refusal};
use frame_support::pallet_prelude::*;
use frame_support::traits::IsSubType;
use frame_system::CheckMortality;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use sp_runtime::generic::Era;
use sp_runtime::traits::{
	DispatchInfoOf, DispatchOriginOf, Implication, SaturatedConversion, TransactionExtension, ValidateResult,
};
use sp_runtime::transaction_validity::TransactionValidityError;

/// The SDK's `CheckMortality`, with the same name and bytes, that asks more of ballots.
///
/// A ballot lives at most [`Config::MaxBallotPeriod`] blocks. In the grace period, when only first ballots are received, its
/// era must have begun before the polls closed, so the ballot names a block of the voting time. (An era may begin at any of
/// the last 64 blocks, so this bounds the grace period; it does not prove when the voter decided.)
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct CheckBallotMortality<T>(pub Era, PhantomData<T>);

impl<T> CheckBallotMortality<T> {
	/// The extension of a transaction that lives in `era`.
	pub fn from(era: Era) -> Self {
		Self(era, PhantomData)
	}
}

impl<T> core::fmt::Debug for CheckBallotMortality<T> {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		write!(f, "CheckMortality({:?})", self.0)
	}
}

impl<T: Config + Send + Sync> CheckBallotMortality<T> {
	fn of_the_system(&self) -> CheckMortality<T> {
		CheckMortality::from(self.0)
	}

	fn check_ballot(&self, call: &Call<T>) -> Result<(), Refusal> {
		let (Call::cast { election, .. } | Call::cast_deniable { election, .. }) = call else { return Ok(()) };
		match self.0 {
			Era::Mortal(period, _) if period <= u64::from(T::MaxBallotPeriod::get()) => (),
			_ => return Err(Refusal::ImmortalBallot),
		}
		match T::Elections::polls(*election) {
			Some(polls) if polls.phase == Phase::Grace => {
				let began = self.0.birth(frame_system::Pallet::<T>::block_number().saturated_into());
				let closed_in = polls.polls_closed_in.ok_or(Refusal::NotReceiving)?;
				// The hash of the closing block itself is known only after closing.
				ensure!(began < u64::from(closed_in), Refusal::SentAfterClosing);
				Ok(())
			}
			// Whether the polls are open at all is asked by `CheckBallot`.
			_ => Ok(()),
		}
	}
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for CheckBallotMortality<T>
where
	T::RuntimeCall: IsSubType<Call<T>>,
{
	const IDENTIFIER: &'static str = "CheckMortality";
	type Implicit = T::Hash;
	type Val = ();
	type Pre = ();

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.of_the_system().implicit()
	}

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		match call.is_sub_type() {
			Some(Call::cast { .. } | Call::cast_deniable { .. }) => T::WeightInfo::check_ballot_mortality(),
			_ => self.of_the_system().weight(call),
		}
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
		self_implicit: Self::Implicit,
		inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		if let Some(call) = call.is_sub_type() {
			self.check_ballot(call)?;
		}
		self.of_the_system().validate(origin, call, info, len, self_implicit, inherited_implication, source)
	}

	sp_runtime::impl_tx_ext_default!(T::RuntimeCall; prepare);
}

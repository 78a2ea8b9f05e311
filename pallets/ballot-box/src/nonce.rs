//! The bound on pending transactions of one account.

use crate::{Config, WeightInfo};
use dobush_primitives::{
	traits::{DeniableRolls, Registry},
	Refusal,
};
use frame_support::{dispatch::DispatchInfo, pallet_prelude::*};
use frame_system::CheckNonce;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use sp_runtime::traits::{
	AsSystemOriginSigner, DispatchInfoOf, DispatchOriginOf, Dispatchable, Implication, PostDispatchInfoOf, Saturating,
	TransactionExtension, ValidateResult,
};
use sp_runtime::transaction_validity::TransactionValidityError;

/// The SDK's `CheckNonce`, with the same name and bytes, that bounds how far ahead a nonce may be.
///
/// There are no fees, and the pool validates each transaction alone. So the transaction of a credential must carry the nonce
/// of its account (one pending ballot per credential); that of any other account may be [`Config::NonceWindow`] ahead.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct CheckNonceWindow<T: frame_system::Config>(#[codec(compact)] pub T::Nonce);

impl<T: frame_system::Config> CheckNonceWindow<T> {
	/// The extension of a transaction with this nonce.
	pub fn from(nonce: T::Nonce) -> Self {
		Self(nonce)
	}
}

impl<T: frame_system::Config> core::fmt::Debug for CheckNonceWindow<T> {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		write!(f, "CheckNonce({:?})", self.0)
	}
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for CheckNonceWindow<T>
where
	T::RuntimeCall: Dispatchable<Info = DispatchInfo>,
	<T::RuntimeCall as Dispatchable>::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
{
	const IDENTIFIER: &'static str = "CheckNonce";
	type Implicit = ();
	type Val = <CheckNonce<T> as TransactionExtension<T::RuntimeCall>>::Val;
	type Pre = <CheckNonce<T> as TransactionExtension<T::RuntimeCall>>::Pre;

	fn weight(&self, _: &T::RuntimeCall) -> Weight {
		T::WeightInfo::check_nonce_window()
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
		if let Some(who) = origin.as_system_origin_signer() {
			let next = frame_system::Pallet::<T>::account_nonce(who);
			let is_credential = T::Registry::is_credential(who) || T::DeniableRolls::is_credential(who);
			let window = if is_credential { 0 } else { T::NonceWindow::get() };
			ensure!(self.0 <= next.saturating_add(window.into()), Refusal::NonceAhead);
		}
		CheckNonce::<T>::from(self.0).validate(origin, call, info, len, self_implicit, inherited_implication, source)
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		CheckNonce::<T>::from(self.0).prepare(val, origin, call, info, len)
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		<CheckNonce<T> as TransactionExtension<T::RuntimeCall>>::post_dispatch_details(
			pre, info, post_info, len, result,
		)
	}
}

//! Everything that is checked about a ballot, before the pool and again in the block. Protocol A9.
//!
//! [`crate::admit`] has the checks of the ballot itself; this file has those of its transaction. The fewer ballots a
//! credential has cast, the higher the priority of the next one, so first ballots go before replacements.

use crate::{admit, admit::Admissible, Admission, Admitted, Call, Config, WeightInfo};
use core::marker::PhantomData;
use dobush_primitives::{DeniableBallot, EncryptedSelection, Refusal};
use frame_support::pallet_prelude::*;
use frame_support::traits::IsSubType;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use sp_runtime::traits::{
	AsSystemOriginSigner, DispatchInfoOf, DispatchOriginOf, Dispatchable, Implication, PostDispatchInfoOf,
	TransactionExtension, ValidateResult,
};
use sp_runtime::transaction_validity::TransactionValidityError;

/// The most bytes of a ballot's transaction besides its entries: signature, address, extensions, call. The first version of
/// the wire format needs about 120.
pub const MAX_ENVELOPE: usize = 512;

/// Checks the ballots among the transactions, and passes all others.
///
/// It has no bytes on the wire. It needs a signed origin from the extensions before it.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct CheckBallot<T>(PhantomData<T>);

impl<T> CheckBallot<T> {
	/// The extension; it has no parameters.
	pub fn new() -> Self {
		Self(PhantomData)
	}
}

impl<T> Default for CheckBallot<T> {
	fn default() -> Self {
		Self::new()
	}
}

impl<T> core::fmt::Debug for CheckBallot<T> {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str("CheckBallot")
	}
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for CheckBallot<T>
where
	T::RuntimeCall: IsSubType<Call<T>>,
	<T::RuntimeCall as Dispatchable>::RuntimeOrigin: AsSystemOriginSigner<T::AccountId>,
{
	const IDENTIFIER: &'static str = "CheckBallot";
	type Implicit = ();
	/// The admission of a ballot, and the part of the charged weight that its checks did not need; none for other calls.
	type Val = Option<(Admission, Weight)>;
	/// The part of the charged weight that the checks of a ballot did not need; none for other calls.
	type Pre = Option<Weight>;

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		match call.is_sub_type() {
			Some(Call::cast { ballot, .. }) => T::WeightInfo::check_ballot(ballot.entries.len() as u32),
			Some(Call::cast_deniable { ballot, .. }) => T::WeightInfo::check_deniable(ballot.entries.len() as u32),
			_ => Weight::zero(),
		}
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		_info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
		_self_implicit: Self::Implicit,
		_inherited_implication: &impl Implication,
		_source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		let (entries, contests) = match call.is_sub_type() {
			Some(Call::cast { ballot, .. }) => (entry_bytes(ballot.entries.len()), ballot.entries.len()),
			Some(Call::cast_deniable { ballot, .. }) => (deniable_bytes(ballot), ballot.entries.len()),
			_ => return Ok((ValidTransaction::default(), None, origin)),
		};
		ensure!(len <= entries.saturating_add(MAX_ENVELOPE), Refusal::TooLong);
		let credential = origin.as_system_origin_signer().ok_or(InvalidTransaction::UnknownOrigin)?;

		let Admissible { admission, priority, tables_known } = match call.is_sub_type() {
			Some(Call::cast { election, ballot }) => admit::direct::<T>(credential, *election, ballot)?,
			Some(Call::cast_deniable { election, ballot }) => admit::deniable::<T>(credential, *election, ballot)?,
			_ => return Ok((ValidTransaction::default(), None, origin)),
		};
		let contests = contests as u32;
		let unspent = match admission.booth {
			Some(_) if tables_known => {
				T::WeightInfo::check_deniable(contests).saturating_sub(T::WeightInfo::check_deniable_again(contests))
			}
			_ => Weight::zero(),
		};
		Ok((ValidTransaction { priority, ..Default::default() }, Some((admission, unspent)), origin))
	}

	fn prepare(
		self,
		admission: Self::Val,
		_origin: &DispatchOriginOf<T::RuntimeCall>,
		_call: &T::RuntimeCall,
		_info: &DispatchInfoOf<T::RuntimeCall>,
		_len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		Ok(admission.map(|(admission, unspent)| {
			Admitted::<T>::put(admission);
			unspent
		}))
	}

	fn post_dispatch_details(
		ballot: Self::Pre,
		_info: &DispatchInfoOf<T::RuntimeCall>,
		_post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		_len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		// The storage changes of a call that fails are undone, so it puts the admission back, which must not outlive its
		// transaction.
		if ballot.is_some() && result.is_err() {
			Admitted::<T>::kill();
		}
		Ok(ballot.unwrap_or_default())
	}
}

/// The bytes of a direct ballot's entries.
fn entry_bytes(entries: usize) -> usize {
	entries.saturating_mul(EncryptedSelection::max_encoded_len())
}

/// The bytes of a deniable ballot. That its membership proofs are no longer than they must be is checked later.
fn deniable_bytes(ballot: &DeniableBallot) -> usize {
	ballot.encoded_size()
}

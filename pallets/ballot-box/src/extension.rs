//! Everything that is checked about a ballot, before the pool and again in the block. Protocol A9.
//!
//! The checks go from cheap to expensive, so that what is refused costs a node microseconds: size, phase, eligible, contests,
//! ballots left, then decoding, then the proofs. Priority: the fewer ballots a credential has cast, the sooner the next one
//! goes, so first ballots go before replacements.

use crate::{Admission, Admitted, Call, Casts, Config, WeightInfo};
use ballot_crypto::{
	knowledge::{self, BallotContext},
	signature::Signature,
};
use core::marker::PhantomData;
use dobush_primitives::traits::{Elections, Registry};
use dobush_primitives::{Ballot, ElectionId, EncryptedSelection, Phase, Receipt, Refusal};
use frame_support::pallet_prelude::*;
use frame_support::traits::IsSubType;
use frame_system::pallet_prelude::BlockNumberFor;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use sp_core::sr25519;
use sp_runtime::traits::{
	AsSystemOriginSigner, DispatchInfoOf, DispatchOriginOf, Dispatchable, Implication, PostDispatchInfoOf,
	TransactionExtension, ValidateResult, Zero,
};
use sp_runtime::transaction_validity::{TransactionPriority, TransactionValidityError};

/// Bytes of a ballot's transaction beside its entries: signature, address, extensions, call. A first version of the wire
/// format needs about 120; more than this is not a ballot.
pub const MAX_ENVELOPE: usize = 512;

/// Checks the ballots among the transactions; all others pass untouched.
///
/// On the wire it is nothing. It needs a signed origin from the extensions before it.
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

/// A ballot that may enter the box, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admissible {
	/// What the call asks for.
	pub admission: Admission,
	/// Higher goes first.
	pub priority: TransactionPriority,
}

/// An sr25519 signature, checked by the host.
fn by_host(signature: &[u8; 64], message: &[u8], public: &[u8; 32]) -> bool {
	let (signature, public) = (sr25519::Signature::from_raw(*signature), sr25519::Public::from_raw(*public));
	sp_io::crypto::sr25519_verify(&signature, message, &public)
}

/// All checks of A9 but the size, which belongs to the transaction.
pub fn admit<T: Config>(
	credential: &T::AccountId,
	election: ElectionId,
	ballot: &Ballot,
) -> Result<Admissible, Refusal> {
	let polls = T::Elections::polls(election).ok_or_else(|| match T::Elections::phase(election) {
		Some(_) => Refusal::NotReceiving,
		None => Refusal::UnknownElection,
	})?;
	ensure!(matches!(polls.phase, Phase::Voting | Phase::Grace), Refusal::NotReceiving);

	let unit = T::Registry::unit_of(credential, polls.roll, polls.roll_closed_in).ok_or(Refusal::NotEligible)?;

	let contests = T::Elections::contests_of(election, unit).ok_or(Refusal::WrongContests)?;
	ensure!(!contests.is_empty() && contests.len() == ballot.entries.len(), Refusal::WrongContests);

	let times = Casts::<T>::get(election, credential).map_or(0, |cast| cast.times);
	ensure!(polls.phase == Phase::Voting || times == 0, Refusal::GraceFirstBallotsOnly);
	ensure!(times < polls.ballots_per_credential, Refusal::NoBallotsLeft);

	let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0;
	for (contest, EncryptedSelection { ciphertext, proof }) in contests.iter().zip(&ballot.entries) {
		let context = BallotContext {
			genesis,
			election: election.0,
			unit: unit.0,
			contest: contest.0,
			key: polls.vote_key,
			booth: None,
			credential: *AsRef::<[u8; 32]>::as_ref(credential),
		};
		// K1 and K2 come first: the host function looks neither at c2 nor for an identity as public key.
		knowledge::verify_with(&context, ciphertext, &Signature(*proof), by_host).map_err(|why| match why {
			knowledge::Rejected::IdentityC1 | knowledge::Rejected::C2(_) => Refusal::Undecodable,
			knowledge::Rejected::Proof => Refusal::ProofRejected,
		})?;
	}

	let receipt = Receipt::of(election, credential, ballot);
	let priority = TransactionPriority::from(u16::MAX - times).saturating_add(1);
	Ok(Admissible { admission: Admission { receipt, unit }, priority })
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for CheckBallot<T>
where
	T::RuntimeCall: IsSubType<Call<T>>,
	<T::RuntimeCall as Dispatchable>::RuntimeOrigin: AsSystemOriginSigner<T::AccountId>,
{
	const IDENTIFIER: &'static str = "CheckBallot";
	type Implicit = ();
	/// The admission of a ballot; none for another call.
	type Val = Option<Admission>;
	/// Whether this is a ballot.
	type Pre = bool;

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		match call.is_sub_type() {
			Some(Call::cast { ballot, .. }) => T::WeightInfo::check_ballot(ballot.entries.len() as u32),
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
		let Some(Call::cast { election, ballot }) = call.is_sub_type() else {
			return Ok((ValidTransaction::default(), None, origin));
		};
		let entries = ballot.entries.len().saturating_mul(EncryptedSelection::max_encoded_len());
		ensure!(len <= entries.saturating_add(MAX_ENVELOPE), InvalidTransaction::ExhaustsResources);
		let credential = origin.as_system_origin_signer().ok_or(InvalidTransaction::UnknownOrigin)?;

		let Admissible { admission, priority } = admit::<T>(credential, *election, ballot)?;
		Ok((ValidTransaction { priority, ..Default::default() }, Some(admission), origin))
	}

	fn prepare(
		self,
		admission: Self::Val,
		_origin: &DispatchOriginOf<T::RuntimeCall>,
		_call: &T::RuntimeCall,
		_info: &DispatchInfoOf<T::RuntimeCall>,
		_len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		if let Some(admission) = admission {
			Admitted::<T>::put(admission);
		}
		Ok(admission.is_some())
	}

	fn post_dispatch_details(
		is_ballot: Self::Pre,
		_info: &DispatchInfoOf<T::RuntimeCall>,
		_post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		_len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		// A call that fails gives back what it took: the admission must not outlive its transaction.
		if is_ballot && result.is_err() {
			Admitted::<T>::kill();
		}
		Ok(Weight::zero())
	}
}

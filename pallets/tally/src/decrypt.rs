//! Threshold decryption, of votes and of encrypted tags: pages of shares that are verified in the call. Protocol A3.

use crate::{rounds::Arrival, Config, Error, Job, Key, ListStage, Page, Pages, Pallet, Part, Shares, Tags};
use alloc::vec::Vec;
use ballot_crypto::{
	equality::{self, Bases, Statement},
	Encoded,
};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn receive_shares(
		who: T::AccountId,
		arrival: Arrival,
		shares: Page<Encoded>,
		proof: equality::Proof,
	) -> DispatchResult {
		let (id, page) = (arrival.id, arrival.page);
		// The key depends on the list and not on its stage, so that a holder of the roll key who is late hears `NotDecrypting` and
		// not `NotATrustee`.
		let acting = Self::for_trustee(&who, &id, |_| match id.part {
			Part::Contest(_) => Key::Vote,
			Part::Ballots | Part::Roll => Key::Roll,
		})?;
		let open = match acting.0.stage {
			ListStage::Decrypting(_) => Ok(Job::Decrypt),
			ListStage::Opening(_) => Ok(Job::Open),
			_ => Err(Error::<T>::NotDecrypting),
		};
		let posting = Self::for_posting(acting, &arrival, open)?;
		let list = &posting.list;
		let (encrypted, list_digest) = match posting.job {
			Job::Open => (Tags::<T>::get(id, page), list.tags),
			_ => (Pages::<T>::get((id, list.layer, page)), list.digest),
		};
		let encrypted = encrypted.ok_or(Error::<T>::Corrupt)?;
		let bases: Vec<Encoded> = encrypted.iter().map(|ciphertext| ciphertext.c1).collect();
		let bases = Bases::new(bases).map_err(|_| Error::<T>::Corrupt)?;
		// Votes have a base for each ciphertext; ballots and roll have one tag for each vector.
		let bases_each = Self::shares_each(posting.job, list);
		let statement = Statement {
			context: &posting.context,
			list_digest,
			start: page.saturating_mul(Self::per_page(list.width)).saturating_mul(bases_each),
			total: list.total.saturating_mul(bases_each),
			key: posting.key,
			bases: &bases,
		};
		equality::verify(&statement, &shares, &proof).map_err(|_| Error::<T>::ShareProofRejected)?;

		Shares::<T>::insert((id, posting.trustee, page), shares);
		Self::accept(posting, &arrival)
	}
}

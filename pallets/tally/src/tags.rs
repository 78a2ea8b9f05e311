//! Tagging: trustees raise the first column of a mixed list to the tagging key, and the runtime adds up their shares.
//! Protocol A2; A3.1 and A3.2.

use crate::{
	rounds::Arrival, steps::Span, Config, Error, Event, Job, Key, List, ListId, ListStage, Page, Pages, Pallet,
	TagShares, Tags, TrusteeSet,
};
use alloc::vec::Vec;
use ballot_crypto::{elgamal::CiphertextPoints, equality, shuffle::column, tagging, Ciphertext, RistrettoPoint};
use dobush_primitives::TrusteeIndex;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn receive_tag_shares(
		who: T::AccountId,
		arrival: Arrival,
		shares: Page<Ciphertext>,
		proof: equality::Proof,
	) -> DispatchResult {
		let (id, page) = (arrival.id, arrival.page);
		let acting = Self::for_trustee(&who, &id, |_| Key::Tagging)?;
		let open = match acting.0.stage {
			ListStage::Tagging(_) => Ok(Job::Tag),
			_ => Err(Error::<T>::NotTagging),
		};
		let posting = Self::for_posting(acting, &arrival, open)?;
		let list = &posting.list;
		let vectors = Pages::<T>::get((id, list.layer, page)).ok_or(Error::<T>::Corrupt)?;
		let credentials = column(&vectors, list.width, 0);
		let credentials = tagging::Page::new(&credentials).map_err(|_| Error::<T>::Corrupt)?;
		let statement = tagging::Statement {
			context: &posting.context,
			list_digest: list.digest,
			start: page.saturating_mul(Self::per_page(list.width)),
			total: list.total,
			key: posting.key,
			page: &credentials,
		};
		tagging::verify(&statement, &shares, &proof).map_err(|_| Error::<T>::TagProofRejected)?;

		TagShares::<T>::insert((id, posting.trustee, page), shares);
		Self::accept(posting, &arrival)
	}

	/// Adds up the tag shares of the next `count` entries of a page. After the last page the shares are removed, and holders of
	/// the roll key are chosen.
	pub(crate) fn add_tags(id: &ListId, list: &mut List, page: u32, count: u32) {
		let ListStage::Adding { panel, done, digest, .. } = &list.stage else { return };
		let (panel, done, mut digest): (TrusteeSet, u32, _) = (*panel, *done, *digest);
		let some = Span { page, skip: done, count };
		let mut sums = Vec::new();
		for trustee in panel.iter() {
			sums = Self::sum_tag_shares(id, trustee, some, sums);
		}
		let before = if done == 0 { Page::default() } else { Tags::<T>::get(id, page).unwrap_or_default() };
		let tags = before.into_iter().chain(sums.iter().map(CiphertextPoints::encode)).collect();
		let tags = Page::truncate_from(tags);
		let done = done.saturating_add(count);
		let whole = done >= Self::length_in(list, page);
		if whole {
			digest.add(&tags);
		}
		Tags::<T>::insert(id, page, tags);
		let (page, done) = if whole { (page.saturating_add(1), 0) } else { (page, done) };
		let pages = Self::pages_in(list);
		if page < pages {
			list.stage = ListStage::Adding { panel, page, done, digest };
			return;
		}
		list.tags = digest.finish();
		Self::discard(list, panel.iter().map(|trustee| Self::shares_of(Job::Tag, trustee, pages)));
		list.stage = ListStage::Choosing { job: Job::Open, attempt: 0, absent: TrusteeSet::default() };
		Self::deposit_event(Event::ListTagged { list: *id, digest: list.tags });
	}

	/// Adds the tag shares of one trustee to the sums of others, which are empty for the first trustee.
	pub(crate) fn sum_tag_shares(
		id: &ListId,
		trustee: TrusteeIndex,
		some: Span,
		sums: Vec<CiphertextPoints>,
	) -> Vec<CiphertextPoints> {
		// Stored shares were decoded when they were verified. If one does not decode, the tag matches nothing.
		let nothing = CiphertextPoints { c1: RistrettoPoint::default(), c2: RistrettoPoint::default() };
		let shares = TagShares::<T>::get((*id, trustee, some.page)).unwrap_or_default();
		let column: Vec<_> = some.of(&shares).map(|share| share.decode_points().unwrap_or(nothing)).collect();
		if sums.is_empty() {
			return column;
		}
		tagging::add(&[&sums, &column]).unwrap_or_default()
	}
}

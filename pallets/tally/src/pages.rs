//! How lists are divided into pages: a page has at most [`Config::PageSize`] ciphertexts, and always whole vectors.

use crate::{Config, List, Pallet};
use ballot_crypto::transcript::ListDigest;
use dobush_primitives::tally::vectors_on_page;
use frame_support::traits::Get;

impl<T: Config> Pallet<T> {
	/// The number of pages that so many single items fill.
	pub(crate) fn pages_of(items: u32) -> u32 {
		items.div_ceil(T::PageSize::get().max(1))
	}

	/// The number of single items on a page, if there are `items` in all.
	pub(crate) fn length_of(items: u32, page: u32) -> u32 {
		let size = T::PageSize::get().max(1);
		items.saturating_sub(page.saturating_mul(size)).min(size)
	}

	/// The number of vectors of this width on a full page. Never 0.
	pub(crate) fn per_page(width: u8) -> u32 {
		vectors_on_page(T::PageSize::get(), width)
	}

	/// The number of pages of a list. Its tags and shares have as many.
	pub(crate) fn pages_in(list: &List) -> u32 {
		list.total.div_ceil(Self::per_page(list.width))
	}

	/// How many vectors a page of a list has.
	pub(crate) fn length_in(list: &List, page: u32) -> u32 {
		let size = Self::per_page(list.width);
		list.total.saturating_sub(page.saturating_mul(size)).min(size)
	}

	/// How many ciphertexts a page of a list has.
	pub(crate) fn ciphertexts_on(list: &List, page: u32) -> usize {
		(Self::length_in(list, page) as usize).saturating_mul(usize::from(list.width))
	}

	/// The digest of a list before its first page. The items of the digest are ciphertexts.
	pub(crate) fn new_digest(list: &List) -> ListDigest {
		ListDigest::new(list.total.saturating_mul(u32::from(list.width)))
	}
}

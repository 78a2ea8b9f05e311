//! A trustee's part in the tally: what is owed, which keys and which list it is about. Protocol §6 and A10.
//!
//! Each stage has its own half page: [`mixing`] re-encrypts and permutes, [`shares`] tags, opens tags and decrypts. Before
//! either acts, the list is downloaded at the finalised block and its digest compared with the one that the chain names.

mod list;
mod mixing;
mod shares;

use super::{
	duties::{DutyScope, Owed, Trustee},
	TrusteeError,
};
use crate::{
	chain::{
		description::{Item, KeysOf},
		items, views, View,
	},
	error::Result,
};
use ballot_crypto::{transcript::ListDigest, Ciphertext};
use dobush_primitives::{
	tally::{vectors_on_page, Duty, DutyKind},
	BuiltOn, ElectionId, Phase, UnitId,
};
use list::Tallying;
use shares::SharesDue;

/// Units that are asked for at once.
const UNITS: u16 = 64;

impl Trustee {
	/// Everything that is owed to the tally of an election, if it is being tallied. Holders of the roll key need not be
	/// trustees of the election.
	pub(super) async fn tally_duties(
		&mut self,
		view: &View<'_>,
		election: ElectionId,
		built_on: BuiltOn,
		owed: &mut Owed,
	) -> Result<()> {
		let status = view.ask(&views::elections::STATUS, &(election,)).await?;
		if status.map(|status| status.phase) != Some(Phase::Tallying) {
			return Ok(());
		}
		let units = self.definition(view, election).await?.units.len();
		let units = u16::try_from(units).unwrap_or(u16::MAX);
		let mut duties: Vec<Duty> = Vec::new();
		for from in (0..units).step_by(usize::from(UNITS)) {
			let question = (self.account(), election, UnitId(from), UNITS);
			duties.extend(view.ask(&views::tally::DUTY_OF, &question).await?);
		}
		if duties.is_empty() {
			return Ok(());
		}
		let tallying = Tallying::fetch(*view, election, built_on).await?;
		for duty in &duties {
			if duty.list.election != election {
				return Err(TrusteeError::OtherElection { election, named: duty.list.election }.into());
			}
			let due = |first_page, panel| SharesDue { tallying: &tallying, duty, first_page, panel };
			match &duty.kind {
				DutyKind::Mix { page, head, columns } => {
					let there = mixing::There { page: *page, head: *head, columns: *columns };
					self.mix(&tallying, duty, there, owed).await?;
				}
				DutyKind::Tag { .. } | DutyKind::Open { .. } | DutyKind::Decrypt { .. }
					if self.scope == DutyScope::Mixer => {}
				DutyKind::Tag { page, panel } => self.tag(due(*page, *panel), owed).await?,
				DutyKind::Open { page, panel } => self.open(due(*page, *panel), owed).await?,
				DutyKind::Decrypt { page, panel } => self.decrypt(due(*page, *panel), owed).await?,
			}
		}
		Ok(())
	}

	/// Ciphertexts on a full page of a list: as many whole vectors as there is room for.
	fn page_of(&self, width: u8) -> u32 {
		vectors_on_page(self.page_size, width).saturating_mul(width.max(1).into())
	}

	/// Downloads the list at the finalised block, and checks that it is the one that the chain's digest names.
	async fn list(&self, tallying: &Tallying<'_>, duty: &Duty) -> Result<Vec<Ciphertext>> {
		let keys = |page| (duty.list, duty.layer, page);
		self.pages(tallying, duty, &items::tally::PAGES, duty.width, keys).await
	}

	/// The encrypted tags of a list, in the same way.
	async fn tags(&self, tallying: &Tallying<'_>, duty: &Duty) -> Result<Vec<Ciphertext>> {
		self.pages(tallying, duty, &items::tally::TAGS, 1, |page| (duty.list, page)).await
	}

	async fn pages<K: KeysOf<K>>(
		&self,
		tallying: &Tallying<'_>,
		duty: &Duty,
		item: &Item<K, Vec<Ciphertext>>,
		width: u8,
		keys: impl Fn(u32) -> K,
	) -> Result<Vec<Ciphertext>> {
		// Tags stand on pages as their vectors did.
		let vectors = vectors_on_page(self.page_size, duty.width);
		let pages = tallying.view.read_many(item, (0..duty.total.div_ceil(vectors)).map(keys)).await?;
		let length = (duty.total as usize).saturating_mul(width.into());
		let mut list = Vec::with_capacity(length);
		for page in pages {
			list.extend(page.ok_or(TrusteeError::PageMissing { list: duty.list })?);
		}
		let page = vectors.saturating_mul(width.into());
		if list.len() != length || ListDigest::of(&list, page) != duty.digest {
			return Err(TrusteeError::OtherDigest { list: duty.list }.into());
		}
		Ok(list)
	}
}

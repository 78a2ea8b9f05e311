//! Tagging, opening tags and decrypting: a list raised, page by page, to this trustee's share of a key. Protocol A2 and A3.

use crate::{
	chain::{calls, Call},
	error::Result,
	trustee::{
		duties::{Owed, Trustee},
		share_pages::{DecodedPage, SharePage, SharePlace},
		tally::list::{context, Tallying},
		NoteKind, TrusteeError,
	},
};
use ballot_crypto::{
	ceremony::{HolderSecret, Key},
	context::step,
	equality::{Bases, Proof},
	shuffle::column,
	tagging, Ciphertext, Context,
};
use dobush_primitives::{
	ceremony::TAGGING_KEY,
	tally::{vectors_on_page, Duty, ListId, Part},
	BuiltOn, Subject, TrusteeSet,
};

/// One column of a list whose pages are raised, with the context of the proofs.
struct Column<'a> {
	context: Context,
	digest: [u8; 32],
	list: &'a [Ciphertext],
	/// Entries on a full page.
	page: u32,
}

/// Raises every page from number `first_page` on, with the share that the set gives this holder.
fn raise<P: DecodedPage>(
	column: &Column<'_>,
	key: &Key,
	holder: &HolderSecret,
	set: &[u16],
	first_page: u32,
) -> Result<Vec<(u32, SharePage<P>)>, TrusteeError> {
	let key = key.share_key(set, holder.index()).map_err(TrusteeError::BadPanel)?;
	let secret = holder.share_secret(set).map_err(TrusteeError::BadPanel)?;
	let entries = column.list.len();
	let total = u32::try_from(entries).map_err(|_| TrusteeError::ListTooLong { entries })?;
	let page_size = column.page.max(1);
	(0u32..)
		.zip(column.list.chunks(page_size as usize))
		.skip(first_page as usize)
		.map(|(number, page)| {
			let page = P::decode(page).map_err(TrusteeError::BadList)?;
			let start = number.saturating_mul(page_size);
			let place = SharePlace { context: &column.context, list_digest: column.digest, start, total, key };
			let shares = page.prove(&place, &secret);
			Ok((number, shares.map_err(TrusteeError::NoShares)?))
		})
		.collect()
}

/// A duty to post shares of a list: by which panel, and from which page on they are missing.
pub(super) struct SharesDue<'a> {
	pub(super) tallying: &'a Tallying<'a>,
	pub(super) duty: &'a Duty,
	pub(super) first_page: u32,
	pub(super) panel: TrusteeSet,
}

impl SharesDue<'_> {
	/// [`raise`] for this duty, away from the threads that wait for the node.
	fn raise<P: DecodedPage>(
		&self,
		column: &Column<'_>,
		key: &Key,
		holder: &HolderSecret,
	) -> Result<Vec<(u32, SharePage<P>)>, TrusteeError> {
		let set: Vec<u16> = self.panel.iter().map(|index| index.0).collect();
		tokio::task::block_in_place(|| raise::<P>(column, key, holder, &set, self.first_page))
	}

	/// The calls that upload pages.
	fn calls<S>(
		&self,
		pages: Vec<(u32, (Vec<S>, Proof))>,
		upload: fn(ListId, u16, u32, &[S], &Proof, BuiltOn) -> Call,
	) -> Vec<Call> {
		let Self { tallying, duty, .. } = self;
		pages
			.into_iter()
			.map(|(page, (shares, proof))| upload(duty.list, duty.attempt, page, &shares, &proof, tallying.built_on))
			.collect()
	}
}

/// The step of a duty about tags: ballots and roll are tagged and opened, votes never.
fn sorting_step(duty: &Duty, of_ballots: u8, of_roll: u8) -> Result<u8, TrusteeError> {
	match duty.list.part {
		Part::Ballots => Ok(of_ballots),
		Part::Roll => Ok(of_roll),
		Part::Contest(_) => Err(TrusteeError::TagsOfVotes { list: duty.list }),
	}
}

impl Trustee {
	/// Raises the credentials of a list to this trustee's share of the tagging key.
	pub(super) async fn tag(&self, due: SharesDue<'_>, owed: &mut Owed) -> Result<()> {
		let SharesDue { tallying, duty, .. } = due;
		let step = sorting_step(duty, step::TAG_BALLOTS, step::TAG_ROLL)?;
		let subject = Subject::Election(tallying.election);
		let Some(holder) = self.holder(duty, subject, TAGGING_KEY, owed)? else { return Ok(()) };
		let credentials = column(&self.list(tallying, duty).await?, duty.width, 0);
		let raised = self.column(duty, step, &credentials);
		let shares = due.raise::<tagging::Page>(&raised, tallying.tagging_key()?, &holder)?;
		let note = NoteKind::Tags { list: duty.list };
		owed.add(tallying.election, due.calls(shares, calls::tally::upload_tag_shares), note);
		Ok(())
	}

	/// Takes this trustee's share of the roll key off the encrypted tags of a list.
	pub(super) async fn open(&self, due: SharesDue<'_>, owed: &mut Owed) -> Result<()> {
		let SharesDue { tallying, duty, .. } = due;
		let step = sorting_step(duty, step::OPEN_BALLOTS, step::OPEN_ROLL)?;
		let (subject, key) = tallying.roll_key()?;
		let Some(holder) = self.holder(duty, *subject, 0, owed)? else { return Ok(()) };
		let tags = self.tags(tallying, duty).await?;
		let shares = due.raise::<Bases>(&self.column(duty, step, &tags), key, &holder)?;
		let note = NoteKind::OpensTags { list: duty.list };
		owed.add(tallying.election, due.calls(shares, calls::tally::upload_shares), note);
		Ok(())
	}

	/// Decrypts votes with this trustee's share of the vote key.
	pub(super) async fn decrypt(&self, due: SharesDue<'_>, owed: &mut Owed) -> Result<()> {
		let SharesDue { tallying, duty, .. } = due;
		if duty.list.contest().is_none() {
			return Err(TrusteeError::NotVotes { list: duty.list }.into());
		}
		let subject = Subject::Election(tallying.election);
		let Some(holder) = self.holder(duty, subject, 0, owed)? else { return Ok(()) };
		let list = self.list(tallying, duty).await?;
		// Every ciphertext of a vector is decrypted, not one for each vector.
		let raised = Column { page: self.page_of(duty.width), ..self.column(duty, step::DECRYPT, &list) };
		let shares = due.raise::<Bases>(&raised, tallying.vote_key()?, &holder)?;
		let note = NoteKind::Decrypts { list: duty.list };
		owed.add(tallying.election, due.calls(shares, calls::tally::upload_shares), note);
		Ok(())
	}

	fn column<'a>(&self, duty: &Duty, step: u8, list: &'a [Ciphertext]) -> Column<'a> {
		let context = context(self.chain.genesis().0, duty, step);
		Column { context, digest: duty.digest, list, page: vectors_on_page(self.page_size, duty.width) }
	}

	/// This trustee's share of a key; noted if the vault has none. Refuses a duty that is another holder's.
	fn holder(
		&self,
		duty: &Duty,
		subject: Subject,
		key: u8,
		owed: &mut Owed,
	) -> Result<Option<HolderSecret>, TrusteeError> {
		let Some(holder) = self.vault.holder(&self.chain.genesis().0, subject, key)? else {
			owed.note(duty.list.election, NoteKind::NoShare { list: duty.list, subject });
			return Ok(None);
		};
		if holder.index() != duty.trustee.0 {
			return Err(TrusteeError::OtherTrustee { holder: holder.index(), named: duty.trustee });
		}
		Ok(Some(holder))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{decryption, decryption::BadSet, element::Encoded, Secret};
	use rand::rngs::OsRng;

	/// Two of two holders raise a list in pages of two; a verifier accepts each page at its place, and a page that is there
	/// already is not made again.
	#[test]
	fn pages_are_raised_from_the_first_that_is_missing() {
		let secrets = [Secret::random(&mut OsRng), Secret::random(&mut OsRng)];
		let holders: Vec<(u16, Encoded)> =
			(1..).zip(&secrets).map(|(index, secret)| (index, secret.public())).collect();
		let key = Key { key: Secret::random(&mut OsRng).public(), holders };
		let holder = HolderSecret::from_bytes(2, &secrets[1].to_bytes()).expect("canonical");
		let public = Secret::random(&mut OsRng).public_element().expect("not zero");
		let list: Vec<Ciphertext> =
			(0..5).map(|_| Ciphertext::encrypt(public.point(), &public, Secret::random(&mut OsRng).scalar())).collect();
		let context =
			Context { genesis: [1; 32], election: 2, unit: 3, contest: 0, step: step::TAG_ROLL, prover: 2, attempt: 0 };
		let column = Column { context, digest: [7; 32], list: &list, page: 2 };
		let raised = raise::<tagging::Page>(&column, &key, &holder, &[1, 2], 1).expect("in the set");
		assert_eq!(
			raised.iter().map(|(number, (shares, _))| (*number, shares.len())).collect::<Vec<_>>(),
			[(1, 2), (2, 1)]
		);
		let coefficient = decryption::coefficient(&[1, 2], 2).expect("a set");
		let key_share = secrets[1].public_element().expect("not zero");
		let key_share = decryption::share_key(&coefficient, &key_share).expect("not zero");
		for (number, (shares, proof)) in &raised {
			let page = tagging::Page::decode(&list[*number as usize * 2..][..shares.len()]).expect("well formed");
			let place = SharePlace {
				context: &column.context,
				list_digest: [7; 32],
				start: number * 2,
				total: 5,
				key: key_share,
			};
			assert!(page.verify(&place, shares, proof).is_ok());
		}
		let outside = raise::<tagging::Page>(&column, &key, &holder, &[1, 3], 0).err();
		assert_eq!(outside, Some(TrusteeError::BadPanel(BadSet::NotAMember(2))), "this holder is not in the set");
	}
}

//! A trustee's part in key ceremonies: of elections, of rolls, and in handing a roll's key over. Protocol §4 and A4.

use crate::{
	chain::{calls, description::Item, items, types, View},
	error::Result,
	trustee::{
		duties::{Owed, Trustee},
		vault::{Attempt, KeyShare, Share},
		NoteKind, TrusteeError,
	},
};
use ballot_crypto::{
	ceremony::{self, complain, deal, open_share, CeremonyPlace, Dealing, Key, RecipientSecret},
	signature::verify_native,
};
use dobush_primitives::{BuiltOn, Making, Subject, TrusteeIndex};
use parity_scale_codec::Decode;
use rand::rngs::OsRng;
use sp_runtime::AccountId32;
use std::collections::BTreeMap;
use types::CeremonyStage as Stage;

/// A ceremony in which this account has a part, at one finalised block.
pub(super) struct Part<'a> {
	view: View<'a>,
	genesis: [u8; 32],
	subject: Subject,
	ceremony: types::Ceremony,
	/// The number under which this account receives shares, if it is invited.
	holder: Option<TrusteeIndex>,
	/// The number under which it deals; in a re-sharing that of the epoch before.
	dealer: Option<TrusteeIndex>,
	/// In a re-sharing, the key that is handed over with its old holders.
	old: Option<Key>,
	built_on: BuiltOn,
}

impl<'a> Part<'a> {
	/// None if there is no such ceremony or the account has no part in it.
	async fn fetch(
		view: View<'a>,
		genesis: [u8; 32],
		subject: Subject,
		built_on: BuiltOn,
		account: &AccountId32,
	) -> Result<Option<Self>> {
		let ceremony = view.read(&items::trustees::KEY_CEREMONIES, &(subject,)).await?;
		let Some(ceremony) = ceremony else { return Ok(None) };
		let holder = ceremony.index_of(account);
		let (dealer, old) = match ceremony.handover.and(subject.previous()) {
			None => (holder, None),
			Some(previous) => {
				let before = view.read(&items::trustees::KEY_CEREMONIES, &(previous,)).await?;
				let keys = view.read(&items::trustees::KEY_SETS, &(previous,)).await?;
				let old = keys.and_then(|keys| keys.keys.into_iter().next());
				let missing = TrusteeError::OldKeyMissing { subject: previous };
				(before.and_then(|before| before.index_of(account)), Some(old.ok_or(missing)?))
			}
		};
		let has_part = holder.is_some() || dealer.is_some();
		Ok(has_part.then_some(Self { view, genesis, subject, ceremony, holder, dealer, old, built_on }))
	}

	/// The arguments that all messages of the ceremony begin with.
	fn header(&self) -> calls::trustees::Header {
		(self.subject, self.ceremony.attempt, self.built_on)
	}

	fn place(&self) -> CeremonyPlace {
		CeremonyPlace { genesis: self.genesis, ceremony: self.ceremony.number }
	}

	fn may_deal(&self) -> bool {
		self.dealer.is_some_and(|index| self.ceremony.may_deal().contains(index))
	}

	/// All that is public before the first dealing.
	async fn making(&self) -> Result<Making> {
		let joined: Vec<TrusteeIndex> = self.ceremony.joined.iter().collect();
		let keys = self.of_each(&items::trustees::RECIPIENT_KEYS, &joined).await?;
		let mut recipients = BTreeMap::new();
		for (trustee, key) in joined.into_iter().zip(keys) {
			recipients.insert(trustee.0, key.ok_or(TrusteeError::RecipientKeyMissing { trustee })?);
		}
		let public = self
			.ceremony
			.public_part(self.genesis, |index| recipients.get(&index.0).copied())
			.map_err(|error| TrusteeError::Record(error.into()))?;
		Ok(self.ceremony.making(public, self.old.clone()).map_err(TrusteeError::Record)?)
	}

	async fn of_each<V: Decode>(
		&self,
		item: &Item<(Subject, TrusteeIndex), V>,
		trustees: &[TrusteeIndex],
	) -> Result<Vec<Option<V>>> {
		Ok(self.view.read_many(item, trustees.iter().map(|index| (self.subject, index))).await?)
	}

	/// The dealings of those who revealed and were not found bad, each checked as the chain did.
	async fn dealings(&self, making: &Making) -> Result<Vec<(u16, Dealing)>> {
		let dealers: Vec<TrusteeIndex> = self.ceremony.dealers().iter().collect();
		let dealings = self.of_each(&items::trustees::DEALINGS, &dealers).await?;
		let commitments = self.of_each(&items::trustees::COMMITMENTS, &dealers).await?;
		dealers
			.into_iter()
			.zip(dealings.into_iter().zip(commitments))
			.map(|(dealer, pair)| {
				let (Some(dealing), Some(commitment)) = pair else {
					return Err(TrusteeError::DealingMissing { dealer }.into());
				};
				making
					.verify_reveal(dealer.0, &commitment, &dealing, verify_native)
					.map_err(|why| TrusteeError::BadDealing { dealer, why })?;
				Ok((dealer.0, dealing))
			})
			.collect()
	}
}

impl Trustee {
	/// What is owed to every ceremony in which this account has a part: those that run, and those that have left something here.
	pub(super) async fn ceremony_duties(&mut self, view: &View<'_>, built_on: BuiltOn, owed: &mut Owed) -> Result<()> {
		let genesis = self.chain.genesis().0;
		let running = view.read_or_default(&items::trustees::RUNNING, &()).await?;
		let mut subjects = self.vault.subjects(&genesis);
		subjects.extend(running);
		subjects.sort_unstable();
		subjects.dedup();
		for subject in subjects.into_iter().filter(|subject| self.serves(*subject)).collect::<Vec<_>>() {
			if let Some(part) = Part::fetch(*view, genesis, subject, built_on, &self.account()).await? {
				self.duty_in(&part, owed).await?;
			}
		}
		Ok(())
	}

	/// What is owed to one ceremony. Who deals and who holds may be the same or not.
	async fn duty_in(&mut self, part: &Part<'_>, owed: &mut Owed) -> Result<()> {
		let types::Ceremony { stage, joined, committed, revealed, accepted, false_complainers, .. } = &part.ceremony;
		let done =
			|members: &types::TrusteeSet, index: Option<TrusteeIndex>| index.is_none_or(|one| members.contains(one));
		let receives = part.holder.is_some_and(|index| joined.contains(index));
		match stage {
			Stage::Joining if !done(joined, part.holder) => self.join(part, owed),
			Stage::Committing if part.may_deal() && !done(committed, part.dealer) => self.commit(part, owed).await,
			Stage::Revealing
				if part.dealer.is_some_and(|one| committed.contains(one)) && !done(revealed, part.dealer) =>
			{
				self.reveal(part, owed)
			}
			Stage::Complaining if receives && !done(accepted, part.holder) && !done(false_complainers, part.holder) => {
				self.accept_or_complain(part, owed).await
			}
			Stage::Finished if !part.ceremony.ended => self.keep_share(part, owed).await,
			_ => Ok(()),
		}
	}

	fn kept(&self, part: &Part<'_>) -> Option<&Attempt> {
		self.vault.attempt(&part.genesis, part.ceremony.number)
	}

	/// The secret with which this trustee opens what is sent to it; none if the vault does not have it.
	fn recipient(&self, part: &Part<'_>) -> Result<Option<RecipientSecret>> {
		let Some(index) = part.holder else { return Ok(None) };
		let Some(bytes) = self.kept(part).and_then(|kept| kept.recipient.as_ref()) else { return Ok(None) };
		Ok(Some(RecipientSecret::from_bytes(index.0, bytes).map_err(TrusteeError::DamagedRecipientKey)?))
	}

	fn join(&mut self, part: &Part<'_>, owed: &mut Owed) -> Result<()> {
		let (Some(index), place) = (part.holder, part.place()) else { return Ok(()) };
		let secret = match self.recipient(part)? {
			Some(secret) => secret,
			None => {
				let secret = RecipientSecret::random(index.0, &mut OsRng);
				self.vault.keep_attempt(Attempt {
					genesis: place.genesis,
					subject: part.subject,
					number: place.ceremony,
					recipient: Some(*secret.to_bytes()),
					dealing: None,
				});
				self.key.write_vault(&self.vault)?;
				secret
			}
		};
		let proof = secret.prove(&place, &mut OsRng);
		let call = calls::trustees::join(part.header(), secret.recipient().key, proof);
		owed.add(part.subject, [call], NoteKind::Joins { attempt: part.ceremony.attempt });
		Ok(())
	}

	/// A dealing for all who have joined; in a re-sharing, of the share that this account has. Noted if it cannot deal.
	async fn deal(&self, part: &Part<'_>, dealer: TrusteeIndex, owed: &mut Owed) -> Result<Option<Dealing>> {
		match part.making().await? {
			Making::Fresh(_) if self.recipient(part)?.is_none() => {
				owed.note(part.subject, NoteKind::CannotDeal);
				Ok(None)
			}
			Making::Fresh(public) => Ok(Some(deal(&public, dealer.0, &mut OsRng).map_err(TrusteeError::RecipientKey)?)),
			Making::Handover(resharing) => {
				let Some(previous) = part.subject.previous() else { return Ok(None) };
				let Some(holder) = self.vault.holder(&part.genesis, previous, 0)? else {
					owed.note(part.subject, NoteKind::CannotHandOver { previous });
					return Ok(None);
				};
				let other = |why| TrusteeError::OtherShare { subject: previous, why };
				Ok(Some(resharing.deal(&holder, &mut OsRng).map_err(other)?))
			}
		}
	}

	async fn commit(&mut self, part: &Part<'_>, owed: &mut Owed) -> Result<()> {
		let Some(dealer) = part.dealer else { return Ok(()) };
		let kept = self.kept(part).cloned();
		let dealing = match kept.as_ref().and_then(|kept| kept.dealing.clone()) {
			Some(dealing) => dealing,
			None => {
				let Some(dealing) = self.deal(part, dealer, owed).await? else { return Ok(()) };
				let number = part.ceremony.number;
				let mut kept = kept.unwrap_or(Attempt {
					genesis: part.genesis,
					subject: part.subject,
					number,
					recipient: None,
					dealing: None,
				});
				kept.dealing = Some(dealing.clone());
				self.vault.keep_attempt(kept);
				self.key.write_vault(&self.vault)?;
				dealing
			}
		};
		let call = calls::trustees::commit(part.header(), dealing.commitment());
		owed.add(part.subject, [call], NoteKind::Commits);
		Ok(())
	}

	fn reveal(&mut self, part: &Part<'_>, owed: &mut Owed) -> Result<()> {
		match self.kept(part).and_then(|kept| kept.dealing.clone()) {
			Some(dealing) => {
				let call = calls::trustees::reveal(part.header(), &dealing);
				owed.add(part.subject, [call], NoteKind::Reveals);
			}
			None => owed.note(part.subject, NoteKind::CannotReveal),
		}
		Ok(())
	}

	async fn accept_or_complain(&mut self, part: &Part<'_>, owed: &mut Owed) -> Result<()> {
		let Some(recipient) = self.recipient(part)? else {
			owed.note(part.subject, NoteKind::CannotOpen);
			return Ok(());
		};
		let making = part.making().await?;
		let public: &ceremony::Ceremony = making.public();
		let mut complaints = Vec::new();
		for (dealer, dealing) in part.dealings(&making).await? {
			if open_share(public, dealer, &dealing, &recipient).is_some() {
				continue;
			}
			let complaint = complain(public, dealer, &dealing, &recipient, &mut OsRng)
				.map_err(|_| TrusteeError::NothingToComplainAbout { dealer })?;
			complaints.push(calls::trustees::complain(part.header(), &complaint));
			owed.note(part.subject, NoteKind::Complains { dealer: TrusteeIndex(dealer) });
		}
		if complaints.is_empty() {
			let call = calls::trustees::accept(part.header());
			owed.add(part.subject, [call], NoteKind::Accepts);
		} else {
			owed.calls.extend(complaints);
		}
		Ok(())
	}

	/// Computes this trustee's share of each key, compares with what the chain says, and erases the rest.
	async fn keep_share(&mut self, part: &Part<'_>, owed: &mut Owed) -> Result<()> {
		if self.vault.share(&part.genesis, part.subject).is_some() {
			return Ok(());
		}
		let holders = part.ceremony.holders();
		if !part.holder.is_some_and(|index| holders.contains(index)) {
			// A trustee that has only dealt, or is excluded, needs neither its dealing nor the secret of its recipient key any more.
			if self.vault.forget_attempts(&part.genesis, part.subject) {
				self.key.write_vault(&self.vault)?;
				owed.note(part.subject, NoteKind::NoHolder);
			}
			return Ok(());
		}
		let Some(recipient) = self.recipient(part)? else { return Ok(()) };
		let keys = part.view.read(&items::trustees::KEY_SETS, &(part.subject,)).await?;
		let keys = keys.ok_or(TrusteeError::NoKeyMade { subject: part.subject })?;
		let making = part.making().await?;
		let dealings = part.dealings(&making).await?;
		let references: Vec<(u16, &Dealing)> = dealings.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
		let holders: Vec<u16> = holders.iter().map(|index| index.0).collect();
		let computed = making.combine(&references, &holders).map_err(TrusteeError::NoSum)?;
		if computed != keys {
			return Err(TrusteeError::OtherKey { subject: part.subject }.into());
		}
		let Some(secrets) = making.holder_secrets(&references, &holders, &recipient, &keys) else {
			owed.note(part.subject, NoteKind::BadShare);
			return Ok(());
		};
		self.vault.keep_share(Share {
			genesis: part.genesis,
			subject: part.subject,
			index: recipient.recipient().index,
			keys: keys
				.keys
				.iter()
				.zip(&secrets)
				.map(|(key, secret)| KeyShare { key: key.key, secret: *secret.to_bytes() })
				.collect(),
		});
		self.key.write_vault(&self.vault)?;
		owed.note(part.subject, NoteKind::KeepsShare);
		Ok(())
	}
}

//! A trustee's part in the key ceremony. Protocol section 4 and A4.

use super::{
	vault::{Attempt, Share},
	Case, Owed, Trustee,
};
use crate::{
	chain::{types, Call},
	error::{Failure, Result},
};
use ballot_crypto::{
	ceremony::{self, combine, complain, deal, open_share, verify_reveal, Dealing, HolderSecret, KeySet},
	ceremony::{Place, Recipient, RecipientSecret, Threshold},
	signature::verify_native,
	Encoded,
};
use dobush_primitives::TrusteeIndex;
use parity_scale_codec::Encode;
use rand::rngs::OsRng;
use types::CeremonyStage as Stage;

impl Case<'_> {
	/// The arguments that all messages of the ceremony begin with.
	fn header(&self) -> impl Encode {
		(self.election, self.ceremony.attempt, self.built_on)
	}

	fn place(&self) -> Place {
		Place { genesis: self.view.chain().genesis().0, ceremony: self.ceremony.number }
	}

	/// All that is public before the first dealing.
	async fn public(&self) -> Result<ceremony::Ceremony> {
		let members = u16::try_from(self.ceremony.trustees.members.len()).unwrap_or(u16::MAX);
		let threshold = Threshold::new(self.ceremony.trustees.threshold, members)
			.map_err(|error| Failure::new(error.to_string()))?;
		let joined: Vec<TrusteeIndex> = self.ceremony.joined.iter().collect();
		let keys: Vec<Option<Encoded>> = self.of_each("RecipientKeys", &joined).await?;
		let recipients = joined
			.iter()
			.zip(keys)
			.map(|(index, key)| {
				let key =
					key.ok_or_else(|| Failure::new(format!("the recipient key of trustee {index} is missing")))?;
				Ok(Recipient { index: index.0, key })
			})
			.collect::<Result<_>>()?;
		ceremony::Ceremony::new(self.place(), threshold, self.ceremony.keys, recipients)
			.map_err(|error| Failure::new(error.to_string()))
	}

	async fn of_each<T: parity_scale_codec::Decode>(
		&self,
		item: &str,
		trustees: &[TrusteeIndex],
	) -> Result<Vec<Option<T>>> {
		let keys = trustees.iter().map(|index| vec![self.election.encode(), index.encode()]);
		Ok(self.view.get_many("Trustees", item, keys).await?)
	}

	/// The dealings of those who revealed and were not found bad, each checked as the chain did.
	async fn dealings(&self, public: &ceremony::Ceremony) -> Result<Vec<(u16, Dealing)>> {
		let dealers: Vec<TrusteeIndex> = self.ceremony.dealers().collect();
		let dealings: Vec<Option<Dealing>> = self.of_each("Dealings", &dealers).await?;
		let commitments: Vec<Option<[u8; 32]>> = self.of_each("Commitments", &dealers).await?;
		dealers
			.iter()
			.zip(dealings.into_iter().zip(commitments))
			.map(|(dealer, pair)| {
				let (Some(dealing), Some(commitment)) = pair else {
					return Err(Failure::new(format!("the dealing of trustee {dealer} is missing")));
				};
				verify_reveal(public, dealer.0, &commitment, &dealing, verify_native).map_err(|error| {
					Failure::new(format!("the chain accepted a dealing of trustee {dealer} that is bad: {error}"))
				})?;
				Ok((dealer.0, dealing))
			})
			.collect()
	}
}

impl Trustee {
	pub(super) async fn ceremony_duties(&mut self, case: &Case<'_>, owed: &mut Owed) -> Result<()> {
		let types::Ceremony { stage, joined, committed, revealed, accepted, false_complainers, .. } = &case.ceremony;
		let index = case.index;
		match stage {
			Stage::Joining if !joined.contains(index) => self.join(case, owed),
			Stage::Committing if joined.contains(index) && !committed.contains(index) => self.commit(case, owed).await,
			Stage::Revealing if committed.contains(index) && !revealed.contains(index) => self.reveal(case, owed),
			Stage::Complaining
				if joined.contains(index) && !accepted.contains(index) && !false_complainers.contains(index) =>
			{
				self.accept_or_complain(case, owed).await
			}
			Stage::Finished => self.keep_share(case, owed).await,
			_ => Ok(()),
		}
	}

	fn join(&mut self, case: &Case<'_>, owed: &mut Owed) -> Result<()> {
		let place = case.place();
		let secret = match self.vault.attempt(&place.genesis, place.ceremony) {
			Some(attempt) => self.recipient(case, attempt)?,
			None => {
				let secret = RecipientSecret::random(case.index.0, &mut OsRng);
				self.vault.keep_attempt(Attempt {
					genesis: place.genesis,
					election: case.election,
					number: place.ceremony,
					recipient: *secret.to_bytes(),
					dealing: None,
				});
				self.key.write_vault(&self.vault)?;
				secret
			}
		};
		let proof = secret.prove(&place, &mut OsRng);
		let call = Call::new("Trustees", "join", (case.header(), secret.recipient().key, proof));
		owed.add(case.election, [call], format!("joins the key ceremony, attempt {}", case.ceremony.attempt));
		Ok(())
	}

	fn recipient(&self, case: &Case<'_>, attempt: &Attempt) -> Result<RecipientSecret> {
		RecipientSecret::from_bytes(case.index.0, &attempt.recipient)
			.map_err(|error| Failure::new(format!("the vault's recipient key is damaged: {error}")))
	}

	fn kept(&self, case: &Case<'_>) -> Option<&Attempt> {
		self.vault.attempt(&self.chain.genesis().0, case.ceremony.number)
	}

	async fn commit(&mut self, case: &Case<'_>, owed: &mut Owed) -> Result<()> {
		let Some(kept) = self.kept(case).cloned() else {
			owed.note(case.election, "cannot go on: the vault does not have the secret of this ceremony");
			return Ok(());
		};
		let dealing = match kept.dealing.clone() {
			Some(dealing) => dealing,
			None => {
				let public = case.public().await?;
				let dealing = deal(&public, case.index.0, &mut OsRng)
					.map_err(|error| Failure::new(format!("a recipient key cannot be used: {error}")))?;
				let mut kept = kept;
				kept.dealing = Some(dealing.clone());
				self.vault.keep_attempt(kept);
				self.key.write_vault(&self.vault)?;
				dealing
			}
		};
		let call = Call::new("Trustees", "commit", (case.header(), dealing.commitment()));
		owed.add(case.election, [call], "commits to its dealing");
		Ok(())
	}

	fn reveal(&mut self, case: &Case<'_>, owed: &mut Owed) -> Result<()> {
		match self.kept(case).and_then(|kept| kept.dealing.clone()) {
			Some(dealing) => {
				let call = Call::new("Trustees", "reveal", (case.header(), dealing));
				owed.add(case.election, [call], "reveals its dealing");
			}
			None => owed.note(case.election, "cannot reveal: the vault does not have the dealing"),
		}
		Ok(())
	}

	async fn accept_or_complain(&mut self, case: &Case<'_>, owed: &mut Owed) -> Result<()> {
		let Some(kept) = self.kept(case) else {
			owed.note(case.election, "cannot open its shares: the vault does not have the secret of this ceremony");
			return Ok(());
		};
		let recipient = self.recipient(case, kept)?;
		let public = case.public().await?;
		let mut complaints = Vec::new();
		for (dealer, dealing) in case.dealings(&public).await? {
			if open_share(&public, dealer, &dealing, &recipient).is_some() {
				continue;
			}
			let complaint = complain(&public, dealer, &dealing, &recipient, &mut OsRng)
				.map_err(|error| Failure::new(error.to_string()))?;
			complaints.push(Call::new("Trustees", "complain", (case.header(), complaint)));
			owed.note(case.election, format!("complains: the share that trustee {dealer} has sent is bad"));
		}
		if complaints.is_empty() {
			let call = Call::new("Trustees", "accept", case.header());
			owed.add(case.election, [call], "has opened and checked all shares, and accepts them");
		} else {
			owed.calls.extend(complaints);
		}
		Ok(())
	}

	/// Computes this trustee's share of the key, compares with what the chain says, and erases the rest.
	async fn keep_share(&mut self, case: &Case<'_>, owed: &mut Owed) -> Result<()> {
		let genesis = self.chain.genesis().0;
		if self.vault.share(&genesis, case.election).is_some() {
			return Ok(());
		}
		let Some(kept) = self.kept(case) else { return Ok(()) };
		let recipient = self.recipient(case, kept)?;
		let keys: Option<KeySet> = case.view.get("Trustees", "KeySets", &[&case.election.encode()]).await?;
		let keys = keys.ok_or_else(|| Failure::new("the ceremony has finished and there is no key"))?;
		let public = case.public().await?;
		let dealings = case.dealings(&public).await?;
		let references: Vec<(u16, &Dealing)> = dealings.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
		let holders: Vec<u16> = case
			.ceremony
			.joined
			.iter()
			.filter(|index| !case.ceremony.false_complainers.contains(*index))
			.map(|index| index.0)
			.collect();
		let computed =
			combine(&public, &references, &holders).map_err(|error| Failure::new(format!("the dealings: {error}")))?;
		if computed != keys {
			return Err(Failure::new(
				"the chain's key is not what the dealings add up to; this trustee does not use it",
			));
		}
		let opened: Vec<_> = references
			.iter()
			.filter_map(|(dealer, dealing)| open_share(&public, *dealer, dealing, &recipient))
			.collect();
		let opened: Vec<_> = opened.iter().collect();
		let Some(key) = keys.keys.first() else { return Err(Failure::new("the ceremony has made no key")) };
		let Some(holder) = HolderSecret::combine(case.index.0, 0, &opened, key) else {
			owed.note(case.election, "holds no share of the key: a share that was sent to it is bad");
			return Ok(());
		};
		self.vault.keep_share(Share {
			genesis,
			election: case.election,
			index: case.index.0,
			vote_key: key.key,
			secret: *holder.to_bytes(),
		});
		self.key.write_vault(&self.vault)?;
		owed.note(case.election, "the key is made; this trustee keeps its share and has erased the ceremony's secrets");
		Ok(())
	}
}

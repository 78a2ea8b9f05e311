//! A trustee whose every message is made by hand, so that tests can alter it before it is sent.

use super::trial;
use anyhow::{bail, Context as _, Result};
use ballot_crypto::{
	ceremony::{self, deal, open_share, CeremonyPlace, Dealing, HolderSecret, KeySet, RecipientSecret},
	context::step,
	equality::{self, Bases, Dleq},
	shuffle::{self, Proof, Shape},
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded, Secret, Transcript,
};
use dobush_client::{
	chain::{
		constants,
		description::Item,
		items,
		types::{self, Duty, DutyKind},
		views, Call, Included, Sender, View,
	},
	keys::Account,
	Chain,
};
use dobush_primitives::{BuiltOn, ElectionId, Subject, TrusteeIndex, UnitId};
use parity_scale_codec::{Decode, Encode};
use rand::rngs::OsRng;
use std::collections::BTreeMap;

/// A trustee with its account, number and secrets, whose messages the test makes and may alter.
#[derive(Debug)]
pub struct Hand {
	/// Sends the trustee's calls.
	pub sender: Sender,
	/// The trustee's number, from 1.
	pub index: TrusteeIndex,
	election: ElectionId,
	recipient: Option<RecipientSecret>,
	share: Option<HolderSecret>,
}

/// The ceremony as of one final block.
#[derive(Debug)]
pub struct CeremonyState {
	/// The ceremony's record on the chain.
	pub ceremony: types::Ceremony,
	/// All that is public before the first dealing; none until enough trustees have joined.
	pub public: Option<ceremony::Ceremony>,
	/// The final block.
	pub built_on: BuiltOn,
}

/// A mix with everything that is uploaded with it.
#[derive(Clone, Debug)]
pub struct Mix {
	/// The duty of this trustee to mix.
	pub duty: Duty,
	/// The re-encrypted and permuted list.
	pub outputs: Vec<Ciphertext>,
	/// The proof of the mix.
	pub proof: Proof,
	/// The final block that it was built on.
	pub built_on: BuiltOn,
}

/// A page of decryption shares.
#[derive(Clone, Debug)]
pub struct Shares {
	/// The duty of this trustee to decrypt.
	pub duty: Duty,
	/// One share for each ciphertext.
	pub shares: Vec<Encoded>,
	/// The proof that they were made with the trustee's share of the key.
	pub proof: equality::Proof,
	/// The final block that they were built on.
	pub built_on: BuiltOn,
}

impl Mix {
	/// All calls of the upload, in their order.
	pub fn calls(&self) -> Vec<Call> {
		vec![self.page(0), self.head(), self.columns(0), self.close()]
	}

	/// Uploads the outputs as the page with this number.
	pub fn page(&self, number: u32) -> Call {
		Call::new("Tally", "upload_mix_page", (self.duty.list, self.duty.attempt, number, &self.outputs))
	}

	/// Uploads the head of the proof.
	pub fn head(&self) -> Call {
		self.head_of(self.proof.head.encode())
	}

	/// Uploads these bytes as the head of the proof.
	pub fn head_of(&self, bytes: Vec<u8>) -> Call {
		Call::new("Tally", "upload_mix_head", (self.duty.list, self.duty.attempt, bytes))
	}

	/// Uploads the columns as the page with this number.
	pub fn columns(&self, number: u32) -> Call {
		Call::new("Tally", "upload_mix_columns", (self.duty.list, self.duty.attempt, number, &self.proof.columns))
	}

	/// Closes the upload.
	pub fn close(&self) -> Call {
		Call::new("Tally", "close_upload", (self.duty.list, self.duty.attempt, self.built_on))
	}
}

impl Shares {
	/// Uploads the shares as the page with this number.
	pub fn page(&self, number: u32) -> Call {
		let Self { duty, shares, proof, built_on } = self;
		Call::new("Tally", "upload_shares", (duty.list, duty.attempt, number, shares, proof, built_on))
	}
}

/// The first arguments of the ceremony's calls: subject, attempt, block.
type Header = (Subject, u16, BuiltOn);

impl Hand {
	/// A trustee of an election that is about to be announced.
	pub fn new(chain: &Chain, account: Account, index: TrusteeIndex, election: ElectionId) -> Self {
		Self { sender: Sender::new(chain, account), index, election, recipient: None, share: None }
	}

	fn chain(&self) -> Chain {
		self.sender.chain().clone()
	}

	/// Sends calls that the chain must refuse, all in one go, and compares each answer with the name `Pallet.Error`.
	pub async fn refused(&mut self, calls: &[(Call, &'static str)]) -> Result<()> {
		trial::hold(&mut self.sender, &trial::refused(calls.iter().cloned())).await?;
		Ok(())
	}

	/// Sends calls that must succeed.
	pub async fn accepted(&mut self, calls: &[Call]) -> Result<Vec<Included>> {
		let paths = || calls.iter().map(Call::path).collect::<Vec<_>>().join(", ");
		self.sender.send_all(calls).await.with_context(paths)
	}

	async fn read<V: Decode>(
		&self,
		view: &View<'_>,
		item: &Item<(Subject, TrusteeIndex), V>,
		index: TrusteeIndex,
	) -> Result<V> {
		let value = view.read(item, &(Subject::Election(self.election), index)).await?;
		value.with_context(|| format!("{} of trustee {index} is not there", item.name()))
	}

	/// The ceremony as of the newest final block.
	pub async fn stage(&self) -> Result<CeremonyState> {
		let chain = self.chain();
		let block = chain.finalised().await?;
		let view = chain.at(block.hash);
		let ceremony = view.read(&items::trustees::KEY_CEREMONIES, &(Subject::Election(self.election),)).await?;
		let ceremony = ceremony.context("there is no ceremony")?;
		let mut recipients = BTreeMap::new();
		for index in ceremony.joined.iter() {
			recipients.insert(index.0, self.read(&view, &items::trustees::RECIPIENT_KEYS, index).await?);
		}
		let public = ceremony.public_part(chain.genesis().0, |index| recipients.get(&index.0).copied()).ok();
		let built_on = BuiltOn { number: u32::try_from(block.number)?, hash: block.hash };
		Ok(CeremonyState { ceremony, public, built_on })
	}

	/// The first arguments of every call of the ceremony.
	pub fn header(&self, stage: &CeremonyState) -> Header {
		(Subject::Election(self.election), stage.ceremony.attempt, stage.built_on)
	}

	/// A fresh recipient key with its proof of knowledge. Its secret is kept.
	pub fn join(&mut self, stage: &CeremonyState) -> Result<(Encoded, ballot_crypto::Signature)> {
		let secret = RecipientSecret::random(self.index.0, &mut OsRng);
		let place = CeremonyPlace { genesis: self.chain().genesis().0, ceremony: stage.ceremony.number };
		let proof = secret.prove(&place, &mut OsRng);
		let key = secret.recipient().key;
		self.recipient = Some(secret);
		Ok((key, proof))
	}

	fn recipient(&self) -> Result<&RecipientSecret> {
		self.recipient.as_ref().context("it has not joined")
	}

	/// An honest dealing for all who have joined.
	pub fn deal(&self, stage: &CeremonyState) -> Result<Dealing> {
		let public = stage.public.as_ref().context("too few have joined")?;
		Ok(deal(public, self.index.0, &mut OsRng)?)
	}

	/// A complaint with a genuine proof, whether or not the share is bad.
	pub async fn complaint(&self, stage: &CeremonyState, dealer: TrusteeIndex) -> Result<ceremony::Complaint> {
		let chain = self.chain();
		let dealing = self.read(&chain.at(stage.built_on.hash), &items::trustees::DEALINGS, dealer).await?;
		let secret = Secret::from_bytes(&self.recipient()?.to_bytes())?;
		let base = dealing.ephemeral.element()?;
		let image = Element::try_from(base.point() * secret.scalar())?;
		let (genesis, holder) = (chain.genesis().0, self.index.0);
		let context = Context { genesis, election: 0, unit: 0, contest: 0, step: 0, prover: holder, attempt: 0 };
		let place = Transcript::new("dobush/v1/ceremony/complaint", &context)
			.with("ceremony", &stage.ceremony.number)
			.with("dealer", &dealer.0)
			.with("holder", &holder);
		let proof = Dleq { place, key: secret.public_element()?, base, image }.prove(&secret, &mut OsRng);
		Ok(ceremony::Complaint { dealer: dealer.0, holder, shared: Encoded::from(&image), proof })
	}

	async fn keys(&self, view: &View<'_>) -> Result<KeySet> {
		let keys = view.read(&items::trustees::KEY_SETS, &(Subject::Election(self.election),)).await?;
		keys.context("the key is not made")
	}

	/// Adds up the shares that were sent to this trustee, once the key is made.
	pub async fn keep_share(&mut self) -> Result<()> {
		let stage = self.stage().await?;
		let chain = self.chain();
		let view = chain.at(stage.built_on.hash);
		let public = stage.public.context("too few have joined")?;
		let mut opened = Vec::new();
		for dealer in stage.ceremony.dealers().iter() {
			let dealing = self.read(&view, &items::trustees::DEALINGS, dealer).await?;
			opened.push(open_share(&public, dealer.0, &dealing, self.recipient()?).context("a share is bad")?);
		}
		let keys = self.keys(&view).await?;
		let key = keys.keys.first().context("the ceremony has made no key")?;
		let share = HolderSecret::combine(self.index.0, 0, &opened.iter().collect::<Vec<_>>(), key);
		self.share = Some(share.context("the shares do not add up")?);
		Ok(())
	}

	/// The duty of this trustee, if the tally waits for it, with the block as of which it has it.
	pub async fn duty(&self) -> Result<Option<(Duty, BuiltOn)>> {
		let chain = self.chain();
		let block = chain.finalised().await?;
		let question = (self.sender.account().id(), self.election, UnitId(0), 1u16);
		let duties = chain.at(block.hash).ask(&views::tally::DUTY_OF, &question).await?;
		let built_on = BuiltOn { number: u32::try_from(block.number)?, hash: block.hash };
		Ok(duties.into_iter().next().map(|duty| (duty, built_on)))
	}

	async fn list(&self, view: &View<'_>, duty: &Duty) -> Result<Vec<Ciphertext>> {
		let page = view.read(&items::tally::PAGES, &(duty.list, duty.layer, 0u32)).await?;
		page.context("the list is not there")
	}

	fn context(&self, duty: &Duty, step: u8) -> Context {
		Context {
			genesis: self.chain().genesis().0,
			election: duty.list.election.0,
			unit: duty.list.unit.0,
			contest: duty.list.contest().unwrap_or_default().0,
			step,
			prover: duty.trustee.0,
			attempt: duty.attempt,
		}
	}

	/// An honest mix of a list of one page.
	pub async fn mix(&self, duty: &Duty, built_on: BuiltOn) -> Result<Mix> {
		let chain = self.chain();
		let view = chain.at(built_on.hash);
		let page_size = chain.constant(&constants::tally::PAGE_SIZE)?;
		let inputs = self.list(&view, duty).await?;
		let keys = self.keys(&view).await?;
		let key = keys.keys.first().context("the ceremony has made no key")?.key.element()?;
		let (outputs, witness) = shuffle::shuffle(&[key], &inputs, &mut OsRng)?;
		let context = self.context(duty, step::MIX);
		let statement = shuffle::Statement {
			context: &context,
			keys: &[key],
			input_digest: duty.digest,
			output_digest: ListDigest::of(&outputs, page_size),
			shape: Shape::of(duty.total, 1)?,
		};
		let proof = shuffle::prove(&statement, &inputs, &outputs, &witness, &mut OsRng, |_, _| ())?;
		Ok(Mix { duty: duty.clone(), outputs, proof, built_on })
	}

	/// Honest shares of a list of one page.
	pub async fn shares(&self, duty: &Duty, built_on: BuiltOn) -> Result<Shares> {
		let DutyKind::Decrypt { panel, .. } = duty.kind else { bail!("it is not asked for shares") };
		let set: Vec<u16> = panel.iter().map(|index| index.0).collect();
		let chain = self.chain();
		let view = chain.at(built_on.hash);
		let keys = self.keys(&view).await?;
		let key = keys.keys.first().context("the ceremony has made no key")?.share_key(&set, self.index.0)?;
		let secret = self.share.as_ref().context("it holds no share")?.share_secret(&set)?;
		let list = self.list(&view, duty).await?;
		let bases = Bases::new(list.iter().map(|ciphertext| ciphertext.c1).collect())?;
		let context = self.context(duty, step::DECRYPT);
		let statement = equality::Statement {
			context: &context,
			list_digest: duty.digest,
			start: 0,
			total: duty.total,
			key,
			bases: &bases,
		};
		let (shares, proof) = equality::prove(&statement, &secret, &mut OsRng)?;
		Ok(Shares { duty: duty.clone(), shares, proof, built_on })
	}
}

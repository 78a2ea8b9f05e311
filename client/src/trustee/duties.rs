//! What a trustee or mixer does, by itself, in every phase: follow the finalised state, see what is owed, do it.
//!
//! Every step is computed from the state of a finalised block and from the vault, so a restart at any point loses nothing
//! and repeats nothing: what the chain has already is not owed any more. A secret is in the vault, on the disk, before any
//! message that depends on it goes out. Before signing, the daemon checks for itself what it is asked to sign: the phase,
//! its own number, the key that the dealings add up to, and the digest of the list that it mixes or decrypts.

use crate::{
	chain::{constants, items, views, Block, Call, Chain, Follower, Sender, View},
	error::Result,
	keys::KeyFile,
	trustee::{vault::Vault, Note, NoteKind, TrusteeError},
};
use dobush_primitives::{BuiltOn, Definition, ElectionId, Subject};
use sp_runtime::AccountId32;
use std::{collections::HashMap, time::Duration};
use tokio::time;

/// Calls that are in flight at once; the chain allows an official 64 pending transactions.
const BATCH: usize = 48;

/// How long to wait for a batch to become final before looking at the state again.
const FINALITY_TIMEOUT: Duration = Duration::from_secs(90);

/// How long to wait when no node answers.
const PAUSE: Duration = Duration::from_secs(2);

/// Which of a trustee's duties a process does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyScope {
	/// All duties: key ceremony, mixing, tagging and decryption.
	Trustee,
	/// Mixing only. The mixers of an election are the holders of its key, so this account must be a trustee too; the
	/// other duties are then done by another process with the same key file.
	Mixer,
}

/// A trustee that follows the chain and does what it owes.
#[derive(Debug)]
pub struct Trustee {
	pub(super) chain: Chain,
	sender: Sender,
	pub(super) key: KeyFile,
	pub(super) vault: Vault,
	pub(super) scope: DutyScope,
	elections: Option<Vec<ElectionId>>,
	definitions: HashMap<ElectionId, Definition<AccountId32>>,
	pub(super) page_size: u32,
}

/// The calls to send in one step, and the notes about them.
#[derive(Debug, Default)]
pub(super) struct Owed {
	pub(super) calls: Vec<Call>,
	pub(super) notes: Vec<Note>,
}

impl Owed {
	pub(super) fn add(&mut self, about: impl Into<Subject>, calls: impl IntoIterator<Item = Call>, kind: NoteKind) {
		self.calls.extend(calls);
		self.note(about, kind);
	}

	pub(super) fn note(&mut self, about: impl Into<Subject>, kind: NoteKind) {
		self.notes.push(Note { about: Some(about.into()), kind });
	}
}

/// What the files of an election's mixes begin with.
pub(super) fn mix_name_prefix(election: ElectionId) -> String {
	format!("mix-{election}-")
}

impl Trustee {
	/// A trustee with an opened key file. `elections` are those to serve; all if none are named.
	pub fn new(chain: &Chain, key: KeyFile, scope: DutyScope, elections: Option<Vec<ElectionId>>) -> Result<Self> {
		let vault = key.read_vault()?;
		let sender = Sender::new(chain, key.account().clone());
		let page_size = chain.constant(&constants::tally::PAGE_SIZE)?;
		Ok(Self { chain: chain.clone(), sender, key, vault, scope, elections, definitions: HashMap::new(), page_size })
	}

	/// The account that signs the trustee's transactions.
	pub fn account(&self) -> AccountId32 {
		self.key.account().id()
	}

	/// Does the trustee's duties until the process ends. `report` receives what was done and what went wrong.
	pub async fn run(&mut self, mut report: impl FnMut(&Note)) -> Result<()> {
		let mut follower = self.follower().await;
		loop {
			let step = match follower.newest().await {
				Ok(block) => self.step(block, &mut report).await,
				Err(error) => Err(error.into()),
			};
			if let Err(error) = step {
				report(&Note { about: None, kind: NoteKind::Failed(error) });
				time::sleep(PAUSE).await;
			}
		}
	}

	async fn follower(&self) -> Follower {
		loop {
			match Follower::from_now(&self.chain).await {
				Ok(follower) => return follower,
				Err(_) => time::sleep(PAUSE).await,
			}
		}
	}

	/// The calls that are owed at one finalised block, for whoever sends them. Secrets that they depend on are on the disk.
	pub async fn due(&mut self, block: Block) -> Result<Vec<Call>> {
		Ok(self.owed(block).await?.calls)
	}

	/// Does the duties that are owed at one finalised block.
	pub async fn step(&mut self, block: Block, report: &mut impl FnMut(&Note)) -> Result<()> {
		let owed = self.owed(block).await?;
		owed.notes.iter().for_each(&mut *report);
		for batch in owed.calls.chunks(BATCH) {
			match time::timeout(FINALITY_TIMEOUT, self.sender.send_all(batch)).await {
				Ok(Ok(_)) => {}
				Ok(Err(error)) => return Err(TrusteeError::NotAccepted(error).into()),
				Err(_) => {
					self.sender.forget_nonce();
					return Err(TrusteeError::NotFinal { seconds: FINALITY_TIMEOUT.as_secs() }.into());
				}
			}
		}
		Ok(())
	}

	async fn owed(&mut self, block: Block) -> Result<Owed> {
		let chain = self.chain.clone();
		let view = chain.at(block.hash);
		let number = u32::try_from(block.number).map_err(|_| TrusteeError::BlockNumber { number: block.number })?;
		let built_on = BuiltOn { number, hash: block.hash };
		let active = view.read_or_default(&items::elections::ACTIVE, &()).await?;
		let mut owed = Owed::default();
		for election in active {
			if self.serves(Subject::Election(election)) {
				self.tally_duties(&view, election, built_on, &mut owed).await?;
			}
		}
		if self.scope == DutyScope::Trustee {
			self.ceremony_duties(&view, built_on, &mut owed).await?;
			self.forget_ended(&view, &mut owed).await?;
		}
		Ok(owed)
	}

	/// Whether this process does the duties of an election; it does those of every roll.
	pub(super) fn serves(&self, subject: Subject) -> bool {
		match (subject, &self.elections) {
			(Subject::Election(election), Some(served)) => served.contains(&election),
			_ => true,
		}
	}

	/// Erases what belongs to trustees who have left office: the election is certified or annulled, the roll's key has been
	/// handed over and no election uses the old shares any more, or its ceremony has failed for good.
	async fn forget_ended(&mut self, view: &View<'_>, owed: &mut Owed) -> Result<()> {
		let genesis = self.chain.genesis().0;
		for subject in self.vault.subjects(&genesis) {
			let ceremony = view.read(&items::trustees::KEY_CEREMONIES, &(subject,)).await?;
			if !ceremony.is_some_and(|ceremony| ceremony.ended) {
				continue;
			}
			self.vault.forget(&genesis, subject);
			self.key.write_vault(&self.vault)?;
			if let Subject::Election(election) = subject {
				self.key.remove_named(&mix_name_prefix(election))?;
			}
			owed.note(subject, NoteKind::Leaves);
		}
		Ok(())
	}

	pub(super) async fn definition(
		&mut self,
		view: &View<'_>,
		election: ElectionId,
	) -> Result<Definition<AccountId32>> {
		if let Some(definition) = self.definitions.get(&election) {
			return Ok(definition.clone());
		}
		let definition = view.ask(&views::elections::DEFINITION, &(election,)).await?;
		let definition = definition.ok_or(TrusteeError::NoElection { election })?;
		self.definitions.insert(election, definition.clone());
		Ok(definition)
	}
}

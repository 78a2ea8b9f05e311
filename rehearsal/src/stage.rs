//! An election on a chain of its own: a node and trustees as child processes, and every other role played from here.
//! Demonstration, benchmarks and tests are made of it. Whatever happens, the children end and the folder goes with them.

use crate::children::{eventually, Children};
use crate::failure::{Awaited, Failure, Result};
use crate::{
	node::{Node, NodeSettings},
	program::Program,
};
use dobush_client::{
	ballot::Choice,
	chain::{types, views, Block, Call, Chain, Sender, View},
	commission::motion,
	desk::enrolment,
	keys::{Account, KeyFile, THROWAWAY_WORK_FACTOR},
	observer::status::{standing, ElectionStanding},
	progress::Progress,
};
use dobush_primitives::{ElectionId, Phase, RollId, Text, TrusteeIndex, UnitId, VoterId};
use sp_core::bounded::BoundedVec;
use sp_crypto_hashing::blake2_256;
use sp_runtime::AccountId32;
use std::{
	collections::BTreeMap,
	env, fs,
	path::{Path, PathBuf},
	process::Command,
	time::Duration,
};

/// The secrets of the commission on development chains.
const COMMISSION: [&str; 3] = ["//Commission//1", "//Commission//2", "//Commission//3"];

/// Throwaway keys are as safe as the folder that they lie in.
const PASSPHRASE: &str = "rehearsal";

/// The settings of a rehearsal.
#[derive(Clone, Debug)]
pub struct Cast {
	/// How the node is run.
	pub node: NodeSettings,
	/// The path of the program `dobush`, which plays the trustees.
	pub program: PathBuf,
	/// The number of trustees.
	pub trustees: u16,
	/// How many of them decrypt together.
	pub threshold: u16,
}

/// A node and its trustees that are running.
#[derive(Debug)]
pub struct Rehearsal {
	/// The connection to the chain, which survives restarts of the node.
	pub chain: Chain,
	/// The commission's members.
	pub commission: Vec<Sender>,
	/// The desk of elections that are not deniable.
	pub desk: Sender,
	pub(crate) trustees: Vec<AccountId32>,
	pub(crate) threshold: u16,
	program: PathBuf,
	/// The programs of trustees.
	daemons: BTreeMap<TrusteeIndex, Program>,
	/// The only node, which ends after the trustees.
	pub node: Node,
	// Last, so that the children end before their folder goes.
	folder: tempfile::TempDir,
}

/// A voter with a credential and what it will vote.
#[derive(Clone, Debug)]
pub struct Voter {
	/// The account of the credential.
	pub account: Account,
	/// The number of the credential's counting unit.
	pub unit: UnitId,
	/// The choice that is to count.
	pub choice: Choice,
	/// The choice before the voter changes their mind, if they do.
	pub first_choice: Option<Choice>,
}

impl Children for Rehearsal {
	fn children(&self) -> Vec<&Program> {
		self.node.children().into_iter().chain(self.daemons.values()).collect()
	}
}

impl Rehearsal {
	/// Starts a node and opens keys for everybody.
	pub async fn start(cast: &Cast) -> Result<Self> {
		let folder = tempfile::Builder::new()
			.prefix("dobush-")
			.tempdir()
			.map_err(|error| Failure::File { path: env::temp_dir(), error: error.to_string() })?;
		let node = Node::start(cast.node.clone(), folder.path()).await?;
		let chain = node.connect().await?;
		let commission = COMMISSION
			.iter()
			.map(|secret| Ok(Sender::new(&chain, Account::development(secret)?)))
			.collect::<Result<Vec<_>>>()?;
		let desk = Sender::new(&chain, Account::generate());
		let path = folder.path().join("passphrase");
		fs::write(&path, PASSPHRASE).map_err(|error| Failure::File { path, error: error.to_string() })?;
		let trustees = (1..=cast.trustees)
			.map(|index| {
				let path = key_file(folder.path(), TrusteeIndex(index));
				KeyFile::create_for(&path, PASSPHRASE, Account::generate(), THROWAWAY_WORK_FACTOR)
					.map(|key| key.account().id())
			})
			.collect::<Result<Vec<_>, dobush_client::Error>>()?;
		Ok(Self {
			chain,
			commission,
			desk,
			trustees,
			threshold: cast.threshold,
			program: cast.program.clone(),
			daemons: BTreeMap::new(),
			node,
			folder,
		})
	}

	/// The folder of keys, logs and the chain.
	pub fn folder(&self) -> &Path {
		self.folder.path()
	}

	/// The key file of a trustee, opened.
	pub fn trustee_key(&self, trustee: TrusteeIndex) -> Result<KeyFile> {
		Ok(KeyFile::open(&key_file(self.folder(), trustee), PASSPHRASE)?)
	}

	/// Starts the program of a trustee.
	pub fn start_trustee(&mut self, trustee: TrusteeIndex) -> Result<()> {
		let name = format!("trustee-{trustee}");
		let mut command = Command::new(&self.program);
		command
			.args(["trustee", "run", "--node", &self.node.url(), "--key"])
			.arg(key_file(self.folder(), trustee))
			.arg("--passphrase-file")
			.arg(self.folder().join("passphrase"))
			.env("DOBUSH_STATE", self.folder().join("state"));
		let daemon = Program::start(&name, &mut command, &self.folder().join(format!("{name}.log")))?;
		self.daemons.insert(trustee, daemon);
		Ok(())
	}

	/// Starts the programs of all trustees.
	pub fn start_trustees(&mut self) -> Result<()> {
		(1..).zip(self.trustees.clone()).try_for_each(|(index, _)| self.start_trustee(TrusteeIndex(index)))
	}

	/// `kill -9` of a trustee's program.
	pub fn kill_trustee(&mut self, trustee: TrusteeIndex) {
		// Dropping kills.
		self.daemons.remove(&trustee);
	}

	/// Carries calls as motions of the commission.
	pub async fn carry(&mut self, calls: &[Call]) -> Result<()> {
		motion::carry(&mut self.commission, calls).await?;
		Ok(())
	}

	/// Puts the voters on the roll.
	pub async fn enrol(&mut self, roll: RollId, voters: &[Voter], progress: &dyn Progress) -> Result<()> {
		let enrolments: Vec<types::Enrolment> = voters
			.iter()
			.map(|voter| types::Enrolment {
				// A registry derives pseudonyms with its key from identity numbers; here nobody has either.
				voter_id: VoterId(blake2_256(&voter.account.public())),
				unit: voter.unit,
				credential: voter.account.id(),
			})
			.collect();
		Ok(enrolment::enrol(&mut self.desk, roll, &enrolments, progress).await?)
	}

	/// The state at the newest finalised block.
	pub async fn view_now(&self) -> Result<View<'_>> {
		Ok(self.chain.at(self.chain.finalised().await?.hash))
	}

	/// Waits until the election is in a phase, watching the children meanwhile. `tell` hears how it stands.
	pub async fn wait_for_phase(
		&self,
		election: ElectionId,
		phase: Phase,
		patience: Duration,
		mut tell: impl FnMut(&ElectionStanding),
	) -> Result<Block> {
		eventually(self, patience, Awaited::Phase(phase), async || {
			let block = self.chain.finalised().await?;
			let view = self.chain.at(block.hash);
			let status = view.ask(&views::elections::STATUS, &(election,)).await?;
			let status = status.ok_or(Failure::NoElection(election))?;
			if status.phase >= phase {
				return Ok(Some(block));
			}
			if status.missed {
				return Err(Failure::Missed(election));
			}
			if let Ok(now) = standing(&view, block.number, election).await {
				tell(&now);
			}
			Ok(None)
		})
		.await
	}
}

fn key_file(folder: &Path, trustee: TrusteeIndex) -> PathBuf {
	folder.join(format!("trustee-{trustee}.key"))
}

/// Bounds a text to the length that the chain takes.
pub fn bounded_text<const N: u32>(text: &str) -> Result<Text<N>> {
	Text::try_from(text.as_bytes().to_vec()).map_err(|_| Failure::TooLong { text: text.to_owned(), most: N })
}

/// Bounds a list to the length that the chain takes.
pub fn bounded<T, const N: u32>(items: Vec<T>) -> Result<BoundedVec<T, sp_core::ConstU32<N>>> {
	let count = items.len();
	BoundedVec::try_from(items).map_err(|_| Failure::TooMany { count, most: N })
}

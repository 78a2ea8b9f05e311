//! An election on a chain of its own: a node and trustees as child processes, and every other role played from here.
//! The demonstration and the load test are made of it. Whatever happens, the children end and the folder goes with it.

use crate::children::{free_port, last_lines, spawn, wait_for};
use crate::failure::{because, Failure, Result};
use dobush_client::{
	ballot::Choice,
	chain::{types, views, Block, Call, Chain, Sender, View},
	commission::motion,
	desk::enrolment,
	keys::{Account, KeyFile, THROWAWAY_WORK_FACTOR},
	observer::status::{standing, ElectionStanding},
	progress::Progress,
};
use dobush_primitives::{ElectionId, Phase, RollId, Text, UnitId, VoterId};
use sp_core::bounded::BoundedVec;
use sp_crypto_hashing::blake2_256;
use sp_runtime::AccountId32;
use std::{
	fs,
	path::{Path, PathBuf},
	time::{Duration, Instant},
};
use tokio::{
	process::{Child, Command},
	time,
};

/// The secrets of the commission on development chains.
const COMMISSION: [&str; 3] = ["//Commission//1", "//Commission//2", "//Commission//3"];

/// Throwaway keys are as safe as the folder that they lie in.
const PASSPHRASE: &str = "rehearsal";

/// The settings of a rehearsal.
#[derive(Clone, Debug)]
pub struct Cast {
	/// The path of the node's program.
	pub node: PathBuf,
	/// The program `dobush`, which plays the trustees.
	pub program: PathBuf,
	/// The chain: `dev`, or `benchmark` where remarks are admitted.
	pub chain: &'static str,
	/// The number of trustees.
	pub trustees: u16,
	/// How many of them decrypt together.
	pub threshold: u16,
}

/// A node and its trustees that are running.
#[derive(Debug)]
pub struct Rehearsal {
	/// The connection to the chain.
	pub chain: Chain,
	/// The WebSocket address of the node.
	pub url: String,
	commission: Vec<Sender>,
	pub(crate) desk: Sender,
	pub(crate) trustees: Vec<AccountId32>,
	pub(crate) threshold: u16,
	program: PathBuf,
	children: Vec<(String, Child)>,
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

impl Rehearsal {
	/// Starts a node and opens keys for everybody.
	pub async fn start(cast: &Cast) -> Result<Self> {
		let folder = tempfile::Builder::new()
			.prefix("dobush-")
			.tempdir()
			.map_err(|error| because("cannot make a temporary folder")(&error))?;
		let (rpc, p2p) = (free_port()?, free_port()?);
		let url = format!("ws://127.0.0.1:{rpc}");
		let mut command = Command::new(&cast.node);
		command
			.arg("--base-path")
			.arg(folder.path().join("node"))
			.args(["--rpc-port", &rpc.to_string(), "--port", &p2p.to_string()])
			.args(["--no-prometheus", "--no-mdns", "--no-telemetry", "--rpc-max-connections", "64"])
			.args(["--pool-limit", "40000", "--pool-kbytes", "65536"]);
		// Nobody connects to this node, so its network identity need not outlive it.
		command.args(["--node-key", &hex::encode(rand::random::<[u8; 32]>())]);
		match cast.chain {
			"dev" => command.arg("--dev"),
			chain => command.args(["--chain", chain, "--alice", "--force-authoring"]),
		};
		let node = spawn(command, &folder.path().join("node.log"))
			.map_err(|error| error.hint("build it with `cargo build --release`, or name it with --node-binary PATH"))?;
		let mut children = vec![("node".to_owned(), node)];
		let chain = wait_for(&url, &mut children).await.map_err(|error| {
			error.hint(format!("the node said at last:\n{}", last_lines(&folder.path().join("node.log"))))
		})?;
		let commission = COMMISSION
			.iter()
			.map(|secret| Ok(Sender::new(&chain, Account::development(secret)?)))
			.collect::<Result<Vec<_>>>()?;
		let desk = Sender::new(&chain, Account::generate());
		let passphrase = folder.path().join("passphrase");
		fs::write(&passphrase, PASSPHRASE).map_err(|error| because("cannot write the passphrase file")(&error))?;
		let trustees = (1..=cast.trustees)
			.map(|index| {
				let path = folder.path().join(format!("trustee-{index}.key"));
				KeyFile::create_for(&path, PASSPHRASE, Account::generate(), THROWAWAY_WORK_FACTOR)
					.map(|key| key.account().id())
			})
			.collect::<Result<Vec<_>, dobush_client::Error>>()?;
		Ok(Self {
			chain,
			url,
			commission,
			desk,
			trustees,
			threshold: cast.threshold,
			program: cast.program.clone(),
			children,
			folder,
		})
	}

	/// The folder of keys, logs and the chain.
	pub fn folder(&self) -> &Path {
		self.folder.path()
	}

	/// Starts the trustees' daemons.
	pub fn start_trustees(&mut self) -> Result<()> {
		for index in 1..=self.trustees.len() {
			let mut command = Command::new(&self.program);
			command
				.args(["trustee", "run", "--node", &self.url, "--key"])
				.arg(self.folder().join(format!("trustee-{index}.key")))
				.arg("--passphrase-file")
				.arg(self.folder().join("passphrase"));
			let name = format!("trustee-{index}");
			let child = spawn(command, &self.folder().join(format!("{name}.log")))?;
			self.children.push((name, child));
		}
		Ok(())
	}

	/// The last lines of the children's logs, for when something goes wrong.
	pub fn last_words(&self) -> String {
		let mut words = String::new();
		for (name, _) in &self.children {
			words.push_str(&format!("--- last lines of {name}:\n"));
			words.push_str(&last_lines(&self.folder().join(format!("{name}.log"))));
			words.push('\n');
		}
		words
	}

	/// Fails if a child has ended by itself.
	pub fn ensure_alive(&mut self) -> Result<()> {
		for (name, child) in &mut self.children {
			if let Ok(Some(status)) = child.try_wait() {
				return Err(Failure::new(format!("the {name} has ended by itself: {status}")));
			}
		}
		Ok(())
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
		&mut self,
		election: ElectionId,
		phase: Phase,
		patience: Duration,
		mut tell: impl FnMut(&ElectionStanding),
	) -> Result<Block> {
		let until = Instant::now() + patience;
		loop {
			self.ensure_alive()?;
			let block = self.chain.finalised().await?;
			let view = self.chain.at(block.hash);
			let status = view.ask(&views::elections::STATUS, &(election,)).await?;
			let status = status.ok_or_else(|| Failure::new("the election is not on the chain"))?;
			if status.phase >= phase {
				return Ok(block);
			}
			if status.missed {
				return Err(Failure::new("the polls could not open before they should have closed"));
			}
			if Instant::now() > until {
				return Err(Failure::new(format!(
					"the election is still in phase {:?} after {} s",
					status.phase,
					patience.as_secs()
				))
				.hint("a slower machine needs more time; the logs above say what the node and the trustees did"));
			}
			if let Ok(now) = standing(&view, block.number, election).await {
				tell(&now);
			}
			time::sleep(Duration::from_millis(400)).await;
		}
	}
}

/// Bounds a text to the length that the chain takes.
pub fn bounded_text<const N: u32>(text: &str) -> Result<Text<N>> {
	Text::try_from(text.as_bytes().to_vec()).map_err(|_| Failure::new(format!("`{text}` is longer than {N} bytes")))
}

/// Bounds a list to the length that the chain takes.
pub fn bounded<T, const N: u32>(items: Vec<T>) -> Result<BoundedVec<T, sp_core::ConstU32<N>>> {
	let count = items.len();
	BoundedVec::try_from(items).map_err(|_| Failure::new(format!("{count} are too many; at most {N} are possible")))
}

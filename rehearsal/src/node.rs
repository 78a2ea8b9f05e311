//! A lone validator as a child process, which can be killed and started again. It listens on the loopback interface only.

use crate::children::{eventually, Children};
use crate::failure::{Awaited, Failure, Result};
use crate::program::Program;
use dobush_client::chain::{Block, Chain};
use rand::Rng;
use std::{
	fs,
	net::TcpListener,
	ops::Range,
	path::{Path, PathBuf},
	process::Command,
	time::Duration,
};
use tokio::time::sleep;

/// The most time that a node may take to answer, on a machine that compiles meanwhile.
const START: Duration = Duration::from_secs(300);

/// Ports that the system gives to nobody by itself, so that a node that comes back finds its own.
const PORTS: Range<u16> = 12_000..32_000;

/// Ports that are tried, at most.
const TRIES: usize = 100;

/// How a node is run.
#[derive(Clone, Debug)]
pub struct NodeSettings {
	/// The path of the node's program.
	pub program: PathBuf,
	/// The chain: a name that the node knows, or the path of a specification, whose genesis chooses the length of a slot.
	pub chain: String,
	/// The kind of its database; none for the node's default.
	pub database: Option<String>,
	/// The room in its pool; none for the node's default.
	pub pool: Option<Pool>,
	/// Of how many blocks it keeps the state and the content; none for the node's default.
	pub kept: Option<u32>,
}

impl NodeSettings {
	/// A node whose pool takes all ballots that a rehearsal casts at once.
	pub fn crowded(program: PathBuf, chain: &str) -> Self {
		let pool = Pool { transactions: 40_000, kilobytes: 65_536 };
		Self { program, chain: chain.to_owned(), database: None, pool: Some(pool), kept: None }
	}
}

/// The room for transactions that wait.
#[derive(Clone, Copy, Debug)]
pub struct Pool {
	/// How many may wait.
	pub transactions: u32,
	/// How large they may be together, in kilobytes.
	pub kilobytes: u32,
}

/// A node with its chain on disk.
#[derive(Debug)]
pub struct Node {
	settings: NodeSettings,
	/// Its identity among nodes, which outlives its restarts.
	identity: String,
	port: u16,
	folder: PathBuf,
	running: Option<Program>,
}

impl Children for Node {
	fn children(&self) -> Vec<&Program> {
		self.running.iter().collect()
	}
}

impl Node {
	/// Starts a node whose chain and log lie in this folder, and waits until it answers.
	pub async fn start(settings: NodeSettings, folder: &Path) -> Result<Self> {
		let identity = hex::encode(rand::random::<[u8; 32]>());
		let mut node = Self { settings, identity, port: free_port()?, folder: folder.to_owned(), running: None };
		node.restart().await?;
		Ok(node)
	}

	/// Starts the node again on what is on its disk, and waits until it answers.
	pub async fn restart(&mut self) -> Result<()> {
		let mut command = Command::new(&self.settings.program);
		// The flag is more than the name: the pool of a development chain bans no transaction that was refused once.
		match self.settings.chain.as_str() {
			"dev" => command.arg("--dev"),
			chain => command.args(["--chain", chain, "--alice", "--force-authoring"]),
		};
		command
			.args(["--node-key", &self.identity])
			.args(["--rpc-port", &self.port.to_string(), "--listen-addr", "/ip4/127.0.0.1/tcp/0"])
			.args(["--no-mdns", "--no-prometheus", "--no-telemetry"])
			.arg("--base-path")
			.arg(self.folder.join("node"));
		if let Some(database) = &self.settings.database {
			command.args(["--database", database]);
		}
		if let Some(Pool { transactions, kilobytes }) = self.settings.pool {
			command.args(["--pool-limit", &transactions.to_string(), "--pool-kbytes", &kilobytes.to_string()]);
		}
		if let Some(kept) = self.settings.kept {
			command.args(["--state-pruning", &kept.to_string(), "--blocks-pruning", &kept.to_string()]);
		}
		// One that still runs ends first.
		self.running = None;
		self.running = Some(Program::start("node", &mut command, &self.log_file())?);
		let answer = eventually(self, START, Awaited::Answer, async || match self.connect().await {
			Ok(_) => Ok(Some(())),
			Err(Failure::Sdk(dobush_client::Error::Chain(error))) if error.is_transient() => Ok(None),
			Err(failure) => Err(failure),
		});
		// Somebody else's node at the same port would answer too.
		let up = answer.await.and_then(|()| self.ensure_alive());
		up.map_err(|why| Failure::NotUp { why: Box::new(why), last_words: self.last_words() })
	}

	/// `kill -9`.
	pub fn kill_nine(&mut self) {
		// Dropping kills.
		self.running = None;
	}

	/// Waits until the next block becomes final and kills the node at that moment. Returns the block.
	pub async fn kill_nine_at_finality(&mut self, chain: &Chain) -> Result<Block> {
		let before = chain.finalised().await?;
		loop {
			let head = chain.finalised().await?;
			if head.number > before.number {
				self.kill_nine();
				return Ok(head);
			}
			self.ensure_alive()?;
			sleep(Duration::from_millis(2)).await;
		}
	}

	/// A connection of its own.
	pub async fn connect(&self) -> Result<Chain> {
		Ok(Chain::connect(&[self.url()]).await?)
	}

	/// The address at which it listens.
	pub fn url(&self) -> String {
		format!("ws://127.0.0.1:{}", self.port)
	}

	fn log_file(&self) -> PathBuf {
		self.folder.join("node.log")
	}

	/// Everything that it has logged since the first start.
	pub fn log(&self) -> String {
		let bytes = fs::read(self.log_file()).unwrap_or_default();
		String::from_utf8_lossy(&bytes).into_owned()
	}
}

/// A port of the loopback interface that nobody listens at now.
pub fn free_port() -> Result<u16> {
	let mut random = rand::thread_rng();
	(0..TRIES)
		.map(|_| random.gen_range(PORTS))
		.find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
		.ok_or(Failure::NoPort)
}

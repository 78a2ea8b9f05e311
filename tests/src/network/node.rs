//! A lone validator of the development chain in a temporary folder.

use super::{program, Program, LOOK};
use anyhow::{ensure, Context, Result};
use dobush_client::{chain::Block, Chain};
use rand::Rng;
use std::{
	net::TcpListener,
	ops::Range,
	path::{Path, PathBuf},
	process::Command,
	time::{Duration, Instant},
};
use tokio::time::sleep;

/// The most time that a node may take to answer.
const START: Duration = Duration::from_secs(120);
/// Ports that the system gives to nobody by itself, so that a node that comes back finds its own.
const PORTS: Range<u16> = 12_000..32_000;

/// A node that can be killed and started again.
#[derive(Debug)]
pub struct Node {
	path: PathBuf,
	port: u16,
	database: String,
	running: Option<Program>,
	// Last, so that the node ends before its folder goes.
	folder: tempfile::TempDir,
}

impl Node {
	/// Starts a development chain and waits until it answers. `DOBUSH_DATABASE` chooses the database, else it is the
	/// node's default, RocksDB.
	pub async fn start() -> Result<Self> {
		let folder = tempfile::Builder::new().prefix("dobush-end-to-end-").tempdir().context("no temporary folder")?;
		let database = std::env::var("DOBUSH_DATABASE").unwrap_or_else(|_| "rocksdb".to_owned());
		let path = program::find("dobush-node", "DOBUSH_NODE_BINARY")?;
		let mut node = Self { path, port: free_port()?, database, running: None, folder };
		node.restart().await?;
		Ok(node)
	}

	/// Starts the node again on what is on its disk, and waits until it answers.
	pub async fn restart(&mut self) -> Result<()> {
		let mut command = Command::new(&self.path);
		command
			.args(["--dev", "--database", &self.database, "--rpc-port", &self.port.to_string()])
			.args(["--listen-addr", "/ip4/127.0.0.1/tcp/0", "--no-mdns", "--no-prometheus", "--no-telemetry"])
			.arg("--base-path")
			.arg(self.folder.path().join("node"));
		self.running = Some(Program::start(&mut command, &self.folder.path().join("node.log"))?);
		let until = Instant::now() + START;
		while Chain::connect(&[self.url()]).await.is_err() {
			self.ensure_alive()?;
			ensure!(Instant::now() < until, "the node does not answer\n{}", self.last_words());
			sleep(LOOK).await;
		}
		// Somebody else's node at the same port would answer too.
		self.ensure_alive()
	}

	/// `kill -9`.
	pub fn kill_nine(&mut self) {
		if let Some(mut program) = self.running.take() {
			program.kill_nine();
		}
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

	/// The kind of its database.
	pub fn database(&self) -> &str {
		&self.database
	}

	/// The folder of its chain and log, which is removed with the node.
	pub fn folder(&self) -> &Path {
		self.folder.path()
	}

	/// Fails if the node has ended by itself.
	pub fn ensure_alive(&mut self) -> Result<()> {
		if let Some(status) = self.running.as_mut().and_then(Program::ended) {
			anyhow::bail!("the node has ended by itself: {status}\n{}", self.last_words());
		}
		Ok(())
	}

	/// Everything that it has logged since the first start.
	pub fn log(&self) -> String {
		let bytes = std::fs::read(self.folder.path().join("node.log")).unwrap_or_default();
		String::from_utf8_lossy(&bytes).into_owned()
	}

	/// The last lines of its log.
	pub fn last_words(&self) -> String {
		self.running.as_ref().map(Program::last_words).unwrap_or_default()
	}
}

fn free_port() -> Result<u16> {
	let mut random = rand::thread_rng();
	(0..100)
		.map(|_| random.gen_range(PORTS))
		.find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
		.context("no free port")
}

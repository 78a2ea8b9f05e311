//! An election on a chain of its own: a node and trustees as child processes, and every other role played from here.
//! The demonstration and the load test are made of it. Whatever happens, the children end and the folder goes with it.

use crate::{
	ballot::{Choice, Paper},
	chain::{types, Block, Call, Chain, Sender, Signed, View},
	desk,
	error::{because, Failure, Result},
	keys::{Account, KeyFile, THROWAWAY_WORK_FACTOR},
	motion,
	output::Output,
};
use dobush_primitives::{
	Calendar, Contest, ContestId, Definition, ElectionId, Moment, Phase, RollId, Text, Trustees, Unit, UnitId, VoterId,
};
use parity_scale_codec::Encode;
use rayon::prelude::*;
use sp_core::bounded::BoundedVec;
use sp_crypto_hashing::blake2_256;
use sp_runtime::AccountId32;
use std::{
	fs,
	io::{Read, Seek, SeekFrom},
	net::TcpListener,
	path::{Path, PathBuf},
	process::Stdio,
	time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use tokio::{
	process::{Child, Command},
	time,
};

/// The secrets of the commission on development chains.
const COMMISSION: [&str; 3] = ["//Commission//1", "//Commission//2", "//Commission//3"];
/// How long the node may take to answer first.
const START: Duration = Duration::from_secs(90);
/// Throwaway keys are as safe as the folder that they lie in.
const PASSPHRASE: &str = "rehearsal";
/// Ballots that are in flight at once.
const WAVE: usize = 20_000;
/// Log lines shown when something goes wrong.
const LAST_LINES: usize = 15;

/// What a rehearsal needs to know.
#[derive(Clone, Debug)]
pub struct Cast {
	/// The node's program.
	pub node: PathBuf,
	/// The chain: `dev`, or `benchmark` where remarks are admitted.
	pub chain: &'static str,
	/// How many trustees.
	pub trustees: u16,
	/// How many of them decrypt together.
	pub threshold: u16,
}

/// A running rehearsal.
#[derive(Debug)]
pub struct Rehearsal {
	/// The chain.
	pub chain: Chain,
	/// The node's address.
	pub url: String,
	commission: Vec<Sender>,
	desk: Sender,
	trustees: Vec<AccountId32>,
	threshold: u16,
	children: Vec<(String, Child)>,
	// Last, so that the children end before their folder goes.
	folder: tempfile::TempDir,
}

/// A voter with a credential and what it will vote.
#[derive(Clone, Debug)]
pub struct Voter {
	/// The credential.
	pub account: Account,
	/// The counting unit.
	pub unit: UnitId,
	/// The choice that is to count.
	pub choice: Choice,
	/// The choice before the voter changes their mind, if they do.
	pub first_choice: Option<Choice>,
}

/// What is to be decided, without trustees and calendar.
#[derive(Clone, Debug)]
pub struct Question {
	/// The title.
	pub title: String,
	/// Names of the units, each a region of its own.
	pub units: Vec<String>,
	/// The one contest.
	pub contest: Contest,
	/// How often a credential may cast.
	pub ballots_per_credential: u16,
	/// How long enrolment may take from the announcement on, in milliseconds.
	pub enrolment: Moment,
}

impl Rehearsal {
	/// Starts a node and opens keys for everybody.
	pub async fn start(cast: &Cast, output: &Output) -> Result<Self> {
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
		let chain = match wait_for(&url, &mut children).await {
			Ok(chain) => chain,
			Err(error) => {
				output.warn(last_lines(&folder.path().join("node.log")));
				return Err(error);
			}
		};
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
			.collect::<Result<Vec<_>>>()?;
		Ok(Self { chain, url, commission, desk, trustees, threshold: cast.threshold, children, folder })
	}

	/// The folder of keys, logs and the chain.
	pub fn folder(&self) -> &Path {
		self.folder.path()
	}

	/// Starts the trustees' daemons.
	pub fn start_trustees(&mut self) -> Result<()> {
		let program = std::env::current_exe().map_err(|error| because("cannot find this program")(&error))?;
		for index in 1..=self.trustees.len() {
			let mut command = Command::new(&program);
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
		motion::carry(&mut self.commission, calls).await.map(drop)
	}

	/// Creates the roll, appoints the desk and announces the election: three motions at once. The roll and the election
	/// have the number 0 each, for the chain is new.
	pub async fn announce(&mut self, question: Question) -> Result<(RollId, ElectionId, Definition<AccountId32>)> {
		let (roll, election) = (RollId(0), ElectionId(0));
		// The node runs on this machine, so its clock is ours; the chain's own shows nothing before its first final block.
		let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
		let now = Moment::try_from(now).map_err(|_| Failure::new("this machine's clock is wrong"))?;
		let units = u16::try_from(question.units.len()).map_err(|_| Failure::new("too many units"))?;
		// From now until the motion is carried about six blocks pass; a roll may not close before it is announced.
		let roll_closes_at = now + 20_000 + question.enrolment;
		let calendar = Calendar {
			roll_closes_at,
			polls_open_at: roll_closes_at + 1,
			polls_close_at: roll_closes_at + 6 * 60 * 60 * 1000,
			early_closing: true,
			grace_blocks: 1,
			step_deadline: 10 * 60 * 1000,
			objection_window: 1,
		};
		let definition = Definition {
			title: bounded_text(&question.title)?,
			mode: dobush_primitives::Mode::Direct,
			roll,
			repeats: None,
			regions: bounded(question.units.iter().map(|name| bounded_text(name)).collect::<Result<Vec<_>>>()?)?,
			units: bounded(
				question
					.units
					.iter()
					.zip(0u16..)
					.map(|(name, region)| Ok(Unit { name: bounded_text(name)?, region, style: 0 }))
					.collect::<Result<Vec<_>>>()?,
			)?,
			styles: bounded(vec![dobush_primitives::BallotStyle { contests: bounded(vec![ContestId(0)])? }])?,
			contests: bounded(vec![question.contest])?,
			trustees: Trustees { members: bounded(self.trustees.clone())?, threshold: self.threshold },
			calendar,
			ballots_per_credential: question.ballots_per_credential,
		};
		let name: Text<64> = bounded_text("Rehearsal")?;
		let calls = [
			Call::new("VoterRegistry", "create_roll", (name, units)),
			Call::new("VoterRegistry", "appoint_desk", (roll, self.desk.account().id())),
			Call::new("Elections", "announce", &definition),
		];
		self.carry(&calls).await?;
		Ok((roll, election, definition))
	}

	/// Puts the voters on the roll.
	pub async fn enrol(&mut self, roll: RollId, voters: &[Voter], output: &Output) -> Result<()> {
		let enrolments: Vec<types::Enrolment> = voters
			.iter()
			.map(|voter| types::Enrolment {
				// A registry derives pseudonyms with its key from identity numbers; here nobody has either.
				voter_id: VoterId(blake2_256(&voter.account.public())),
				unit: voter.unit,
				credential: voter.account.id(),
			})
			.collect();
		desk::enrol(&mut self.desk, roll, &enrolments, output).await
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
		mut tell: impl FnMut(&str),
	) -> Result<Block> {
		let until = Instant::now() + patience;
		loop {
			self.ensure_alive()?;
			let block = self.chain.finalised().await?;
			let view = self.chain.at(block.hash);
			let status: Option<types::ElectionStatus> = view.ask("Elections", "status", &election.encode()).await?;
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
			tell(&standing_words(&view, election, status.phase).await.unwrap_or_default());
			time::sleep(Duration::from_millis(400)).await;
		}
	}

	/// Encrypts and signs ballots, on all threads.
	pub async fn sign_ballots(
		&self,
		papers: &[Paper],
		ballots: &[(&Voter, Choice)],
		nonce: u32,
		from: Block,
	) -> Result<Vec<Signed>> {
		tokio::task::block_in_place(|| {
			ballots
				.par_iter()
				.map(|(voter, choice)| {
					let paper = papers.get(usize::from(voter.unit.0)).ok_or_else(|| Failure::new("no such unit"))?;
					let sealed = paper.seal(voter.account.public(), &[*choice])?;
					let call = sealed.wire().call(paper.election());
					Ok(self.chain.sign(&call, &voter.account, nonce, from)?)
				})
				.collect()
		})
	}

	/// Casts ballots through the node's RPC, many in flight, and waits until all are final.
	pub async fn cast(
		&self,
		papers: &[Paper],
		ballots: &[(&Voter, Choice)],
		nonce: u32,
		output: &Output,
		what: &str,
	) -> Result<()> {
		let bar = output.bar(2 * ballots.len() as u64, what);
		// A transaction lives for 64 blocks, so more than these are signed in waves.
		for wave in ballots.chunks(WAVE) {
			let from = self.chain.finalised().await?;
			let signed = self.sign_ballots(papers, wave, nonce, from).await?;
			for answer in self.chain.submit_all(&signed, |done| bar.add(done as u64)).await {
				answer?;
			}
			for answer in self.chain.finalised_all(&signed, from.number, |done| bar.add(done as u64)).await? {
				answer?;
			}
		}
		Ok(())
	}

	/// The ballot papers of all units.
	pub async fn papers(&self, election: ElectionId, units: usize) -> Result<Vec<Paper>> {
		let view = self.view_now().await?;
		let mut papers = Vec::with_capacity(units);
		for unit in (0u16..).map(UnitId).take(units) {
			papers.push(Paper::fetch(&view, election, unit).await?);
		}
		Ok(papers)
	}
}

async fn standing_words(view: &View<'_>, election: ElectionId, phase: Phase) -> Result<String> {
	let standing = crate::observer::standing(view, 0, election).await?;
	Ok(match phase {
		Phase::Preparing | Phase::RollClosed => standing.ceremony,
		Phase::Tallying => {
			let lists: Vec<String> =
				standing.lists.iter().map(|list| format!("unit {}: {}", list.unit, list.waits_for)).collect();
			lists.join("; ")
		}
		phase => format!("{phase:?}"),
	})
}

fn spawn(mut command: Command, log: &Path) -> Result<Child> {
	let program = command.as_std().get_program().to_string_lossy().into_owned();
	let cannot = |error: std::io::Error| Failure::new(format!("cannot start {program}: {error}"));
	let file = fs::File::create(log).map_err(cannot)?;
	let errors = file.try_clone().map_err(cannot)?;
	command.stdin(Stdio::null()).stdout(file).stderr(errors).kill_on_drop(true).spawn().map_err(cannot)
}

async fn wait_for(url: &str, children: &mut [(String, Child)]) -> Result<Chain> {
	let until = Instant::now() + START;
	loop {
		for (name, child) in children.iter_mut() {
			if let Ok(Some(status)) = child.try_wait() {
				return Err(Failure::new(format!("the {name} has ended by itself: {status}")));
			}
		}
		match Chain::connect(&[url.to_owned()]).await {
			Err(error) if error.is_transient() && Instant::now() < until => {
				time::sleep(Duration::from_millis(200)).await
			}
			answer => return Ok(answer?),
		}
	}
}

/// A port that nobody listens at now.
fn free_port() -> Result<u16> {
	TcpListener::bind(("127.0.0.1", 0))
		.and_then(|listener| listener.local_addr())
		.map(|address| address.port())
		.map_err(|error| because("there is no free port")(&error))
}

/// The last lines of a log, however long it is.
fn last_lines(path: &Path) -> String {
	const TAIL: u64 = 16 * 1024;
	let read = || -> std::io::Result<String> {
		let mut file = fs::File::open(path)?;
		let length = file.metadata()?.len();
		file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
		let mut bytes = Vec::new();
		file.read_to_end(&mut bytes)?;
		Ok(String::from_utf8_lossy(&bytes).into_owned())
	};
	let text = read().unwrap_or_default();
	let lines: Vec<&str> = text.lines().collect();
	lines.get(lines.len().saturating_sub(LAST_LINES)..).unwrap_or_default().join("\n")
}

/// The node's program: the one named, else `dobush-node` beside this program, else on the path.
pub fn find_node(named: Option<&Path>) -> Result<PathBuf> {
	if let Some(path) = named {
		return if path.is_file() {
			Ok(path.to_owned())
		} else {
			Err(Failure::new(format!("there is no node at {}", path.display()))
				.hint("build it with `cargo build --release`"))
		};
	}
	let beside = std::env::current_exe().ok().and_then(|path| path.parent().map(|folder| folder.join("dobush-node")));
	Ok(beside.filter(|path| path.is_file()).unwrap_or_else(|| PathBuf::from("dobush-node")))
}

/// Text for the chain.
pub fn bounded_text<const N: u32>(text: &str) -> Result<Text<N>> {
	Text::try_from(text.as_bytes().to_vec()).map_err(|_| Failure::new(format!("`{text}` is longer than {N} bytes")))
}

/// A list for the chain.
pub fn bounded<T, const N: u32>(items: Vec<T>) -> Result<BoundedVec<T, sp_core::ConstU32<N>>> {
	let count = items.len();
	BoundedVec::try_from(items).map_err(|_| Failure::new(format!("{count} are too many; at most {N} are possible")))
}

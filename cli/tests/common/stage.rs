//! A node, and a folder for each role from which its programs run. What one role has, no other sees.

use dobush_client::Chain;
use serde_json::{json, Value};
use std::{
	fs,
	io::Write,
	net::{TcpListener, TcpStream},
	path::{Path, PathBuf},
	process::{Child, Command, ExitStatus, Stdio},
	thread::{self, sleep},
	time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// No command takes longer.
const PATIENCE: Duration = Duration::from_secs(240);
const LOOK: Duration = Duration::from_millis(50);
/// A node answers within this time, also on a machine that compiles meanwhile.
const START: u64 = 300;
/// Longer than this nothing was looked at only because the machine stood still; that uses up no patience.
const STANDSTILL: Duration = Duration::from_secs(5);

/// Time that passes while somebody waits.
struct Waiting {
	seen: Instant,
	waited: Duration,
	patience: Duration,
}

impl Waiting {
	fn at_most(patience: Duration) -> Self {
		Self { seen: Instant::now(), waited: Duration::ZERO, patience }
	}

	/// Whether there is time for another look.
	fn goes_on(&mut self) -> bool {
		self.waited += self.seen.elapsed().min(STANDSTILL);
		self.seen = Instant::now();
		self.waited < self.patience
	}
}

/// The node's program, where there is one.
pub fn node() -> Option<PathBuf> {
	std::env::var_os("DOBUSH_NODE_BINARY").map(PathBuf::from).filter(|path| path.is_file())
}

/// A program that ends with the test.
pub struct Running(pub Child);

impl Running {
	/// Waits for its end.
	fn wait(&mut self, patience: Duration) -> Option<ExitStatus> {
		let mut waiting = Waiting::at_most(patience);
		loop {
			match self.0.try_wait().expect("it is a child of ours") {
				Some(status) => return Some(status),
				None if !waiting.goes_on() => return None,
				None => sleep(LOOK),
			}
		}
	}

	/// It ends by itself and has succeeded.
	pub fn succeeds(mut self, seconds: u64) {
		let status = self.wait(Duration::from_secs(seconds)).expect("it ends by itself");
		assert!(status.success(), "{status}");
	}
}

impl Drop for Running {
	fn drop(&mut self) {
		let _ = self.0.kill();
		let _ = self.0.wait();
	}
}

/// A chain and a folder of folders.
pub struct Stage {
	folder: tempfile::TempDir,
	url: String,
	node: Running,
}

impl Stage {
	/// Starts a node of the development chain on a free port, and waits until it answers.
	pub fn begin(node: &Path) -> Self {
		Self::begin_with(node, tempfile::tempdir().expect("a temporary folder"), &["--dev"])
	}

	/// The same on a chain with other slots and sessions, and a node that keeps the state and the content of so many blocks only.
	pub fn begin_short(node: &Path, slot_millis: u64, epoch_slots: u64, kept: u32) -> Self {
		let folder = tempfile::tempdir().expect("a temporary folder");
		let spec = folder.path().join("spec.json");
		let mut export = Command::new(node);
		export.args(["export-chain-spec", "--chain", "dev", "--output"]).arg(&spec);
		assert!(export.stderr(Stdio::null()).status().expect("the node starts").success());
		let mut chain: Value = serde_json::from_slice(&fs::read(&spec).expect("a specification")).expect("it is JSON");
		let timing = json!({ "slotMillis": slot_millis, "budgetMillis": slot_millis / 2, "epochSlots": epoch_slots });
		chain["genesis"]["runtimeGenesis"]["patch"]["timing"] = timing;
		fs::write(&spec, chain.to_string()).expect("written");
		let (spec, kept) = (spec.to_string_lossy().into_owned(), kept.to_string());
		let network_key = "5a".repeat(32);
		let pruning = ["--state-pruning", &kept, "--blocks-pruning", &kept];
		let alone = ["--chain", &spec, "--alice", "--force-authoring", "--node-key", &network_key];
		Self::begin_with(node, folder, &[&alone[..], &pruning].concat())
	}

	fn begin_with(node: &Path, folder: tempfile::TempDir, chain: &[&str]) -> Self {
		let port = free_port();
		let log = fs::File::create(folder.path().join("node.log")).expect("a log");
		let mut command = Command::new(node);
		command.args(chain).args(["--rpc-port", &port.to_string(), "--port", "0", "--no-prometheus", "--no-mdns"]);
		command.arg("--base-path").arg(folder.path().join("chain")).stdout(Stdio::null()).stderr(log);
		let node = Running(command.spawn().expect("the node starts"));
		let mut stage = Self { folder, url: format!("ws://127.0.0.1:{port}"), node };
		let observer = stage.role("observer");
		let mut waiting = Waiting::at_most(Duration::from_secs(START));
		while let Err(said) = observer.try_run(&["observer", "status"]) {
			let ended = stage.node.0.try_wait().expect("it is a child of ours");
			assert!(ended.is_none(), "the node has ended ({ended:?}) instead of starting; it says {}", stage.said());
			assert!(waiting.goes_on(), "the node does not answer within {START} s: {said}; it says {}", stage.said());
			sleep(LOOK);
		}
		stage
	}

	/// The last lines of the node.
	fn said(&self) -> String {
		let log = fs::read_to_string(self.path("node.log")).unwrap_or_default();
		let lines: Vec<&str> = log.lines().collect();
		lines[lines.len().saturating_sub(20)..].join("\n")
	}

	/// The node dies; the folders stay as long as this is kept.
	pub fn end_of_node(self) -> tempfile::TempDir {
		self.folder
	}

	/// Somebody with a folder of their own.
	pub fn role(&self, name: &str) -> Role {
		let folder = self.path(name);
		fs::create_dir_all(&folder).expect("a folder");
		let role = Role { folder, url: Some(self.url.clone()) };
		role.write("passphrase", &format!("correct horse of {name}\n"));
		role
	}

	pub fn path(&self, name: &str) -> PathBuf {
		self.folder.path().join(name)
	}

	/// The address of the node.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// Waits until something is so.
	pub fn wait(&self, seconds: u64, what: &str, condition: impl Fn() -> bool) {
		let mut waiting = Waiting::at_most(Duration::from_secs(seconds));
		while !condition() {
			assert!(waiting.goes_on(), "waited {seconds} s for {what}; the node says {}", self.said());
			sleep(Duration::from_millis(300));
		}
	}

	/// The nonce after those of an account's transactions that the node knows, its pool included.
	pub fn next_nonce(&self, address: &Value) -> u32 {
		let runtime = tokio::runtime::Runtime::new().expect("threads");
		runtime.block_on(async {
			let chain = Chain::connect(std::slice::from_ref(&self.url)).await.expect("the node answers");
			chain.request("system_accountNextIndex", json!([address])).await.expect("a number")
		})
	}

	/// A relay to this chain on a free port, in rounds of a second; and its address.
	pub fn relay(&self) -> (Running, String) {
		let address = format!("127.0.0.1:{}", free_port());
		let running = self.role("relay").spawn_into("relay.log", &["relay", "--listen", &address, "--round", "1"]);
		self.wait(60, "the relay", || TcpStream::connect(&address).is_ok());
		(running, format!("http://{address}"))
	}
}

fn free_port() -> u16 {
	TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

/// Jobs at the same time.
pub fn parallel<T: Send, F: FnOnce() -> T + Send>(jobs: impl IntoIterator<Item = F>) -> Vec<T> {
	thread::scope(|scope| {
		let running: Vec<_> = jobs.into_iter().map(|job| scope.spawn(job)).collect();
		running.into_iter().map(|job| job.join().expect("a job that has failed has said why")).collect()
	})
}

/// A moment so many seconds from now, as definitions have it.
pub fn in_seconds(seconds: u64) -> String {
	let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
	let moment = time::OffsetDateTime::from_unix_timestamp((now + seconds) as i64).expect("this century");
	moment.format(&time::format_description::well_known::Rfc3339).expect("well formed")
}

/// Somebody, at a machine of their own.
#[derive(Clone)]
pub struct Role {
	folder: PathBuf,
	/// The node that its commands ask unless they name another.
	url: Option<String>,
}

impl Role {
	/// The same, knowing no node: whoever names a relay asks that one for everything.
	pub fn without_a_node(&self) -> Self {
		Self { url: None, ..self.clone() }
	}

	/// An act of the development commission: two of its three members sign.
	pub fn act(&self, words: &[&str]) -> Value {
		self.run(&[&["commission"], words, &["--key", "//Commission//1", "--with", "//Commission//2"]].concat())
	}

	pub fn path(&self, name: &str) -> PathBuf {
		self.folder.join(name)
	}

	pub fn write(&self, name: &str, text: &str) {
		fs::write(self.path(name), text).expect("written");
	}

	/// Makes a key file and gives its address.
	pub fn new_key(&self, file: &str) -> String {
		self.run(&["key", "new", file])["address"].as_str().expect("an address").to_owned()
	}

	/// A command in this folder. A key file is opened with the passphrase of the role, unless another is named.
	pub fn command(&self, arguments: &[&str]) -> Command {
		let mut command = Command::new(env!("CARGO_BIN_EXE_dobush"));
		command.args(arguments).current_dir(&self.folder);
		command.env_remove("DOBUSH_NODE").env("DOBUSH_STATE", self.path("state"));
		command.envs(self.url.iter().map(|url| ("DOBUSH_NODE", url)));
		let opens = |pair: &[&str]| matches!(pair, ["--key" | "--part" | "new", file] if !file.starts_with("//"));
		if arguments.windows(2).any(opens) && !arguments.contains(&"--passphrase-file") {
			command.args(["--passphrase-file", "passphrase"]);
		}
		command
	}

	/// Runs it to its end: what it said on stdout, or on stderr if it failed.
	fn finish(&self, mut command: Command, stdin: &str) -> Result<String, String> {
		let folder = tempfile::tempdir_in(&self.folder).expect("a temporary folder");
		let file = |name: &str| fs::File::create(folder.path().join(name)).expect("a file");
		let said = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
		command.stdin(Stdio::piped()).stdout(file("out")).stderr(file("err"));
		let mut running = Running(command.spawn().expect("it starts"));
		// Whoever has read enough may have closed it.
		let _ = running.0.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
		let status = running.wait(PATIENCE).unwrap_or_else(|| panic!("{command:?} does not end: {}", said("err")));
		assert!(!said("err").contains("panicked"), "{command:?}: {}", said("err"));
		if status.success() {
			return Ok(said("out"));
		}
		assert_eq!(status.code(), Some(1), "{command:?}: {}", said("err"));
		assert!(said("err").contains("error: ") && said("out").is_empty(), "{command:?}: {}", said("err"));
		Err(said("err"))
	}

	/// The JSON answer of a command that may fail.
	pub fn try_run(&self, arguments: &[&str]) -> Result<Value, String> {
		self.answer(arguments, "")
	}

	fn answer(&self, arguments: &[&str], stdin: &str) -> Result<Value, String> {
		let mut command = self.command(arguments);
		command.arg("--json");
		let said = self.finish(command, stdin)?;
		Ok(serde_json::from_str(&said).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {said}")))
	}

	/// The JSON answer of a command.
	pub fn run(&self, arguments: &[&str]) -> Value {
		self.run_with(arguments, "")
	}

	/// The same with lines from a scanner.
	pub fn run_with(&self, arguments: &[&str], stdin: &str) -> Value {
		self.answer(arguments, stdin).unwrap_or_else(|said| panic!("{arguments:?}: {said}"))
	}

	/// What a command says to people.
	pub fn say(&self, arguments: &[&str], stdin: &str) -> String {
		self.finish(self.command(arguments), stdin).unwrap_or_else(|said| panic!("{arguments:?}: {said}"))
	}

	/// What a command that must fail says.
	pub fn complain(&self, arguments: &[&str]) -> String {
		self.complain_with(arguments, "")
	}

	/// The same with lines from a scanner.
	pub fn complain_with(&self, arguments: &[&str], stdin: &str) -> String {
		match self.finish(self.command(arguments), stdin) {
			Ok(said) => panic!("{arguments:?} has not failed: {said}"),
			Err(said) => said,
		}
	}

	/// Starts a command; what it says goes into `NAME.log`, named after its verb.
	pub fn spawn(&self, arguments: &[&str]) -> Running {
		self.spawn_into(&format!("{}.log", arguments[1]), arguments)
	}

	/// The same; what it says goes into this file.
	fn spawn_into(&self, log: &str, arguments: &[&str]) -> Running {
		let log = fs::File::create(self.path(log)).expect("a log");
		let mut command = self.command(arguments);
		command.stdin(Stdio::null()).stdout(log.try_clone().expect("a log")).stderr(log);
		Running(command.spawn().expect("it starts"))
	}

	/// Kills a command in the middle.
	pub fn kill_after(&self, arguments: &[&str], time: Duration) {
		let mut running = self.spawn(arguments);
		let _ = running.wait(time);
	}

	/// Kills a command as soon as something is so.
	pub fn kill_when(&self, arguments: &[&str], condition: impl Fn() -> bool) {
		let mut running = self.spawn(arguments);
		let mut waiting = Waiting::at_most(PATIENCE);
		while !condition() {
			assert!(waiting.goes_on(), "{arguments:?} does not come so far");
			if running.wait(LOOK).is_some() {
				assert!(condition(), "{arguments:?} has ended before");
			}
		}
	}

	/// A trustee's program, with the key in this file.
	pub fn daemon(&self, key: &str) -> Running {
		self.spawn_into(&format!("{key}.run.log"), &["trustee", "run", "--key", key])
	}

	/// What the trustee's program has said.
	pub fn log(&self, key: &str) -> String {
		fs::read_to_string(self.path(&format!("{key}.run.log"))).unwrap_or_default()
	}

	/// Takes a paper out of a print queue: the text of its code. Everything printed with it goes, too.
	pub fn take(&self, queue: &str, ending: &str) -> String {
		let folder = self.path(queue);
		let names = || -> Vec<String> {
			let entries = fs::read_dir(&folder).expect("a queue");
			entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
		};
		let name = names().into_iter().find(|name| name.ends_with(ending)).expect("it was printed");
		let text = fs::read_to_string(folder.join(&name)).expect("it was printed");
		for suffix in [ending, &ending.replace(".txt", ".pdf")] {
			let _ = fs::remove_file(folder.join(name.replace(ending, suffix)));
		}
		text.trim_end_matches('\n').to_owned()
	}
}

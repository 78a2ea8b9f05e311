//! A folder for each role, from which its programs run, beside a node of the harness. What one role has, no other sees.

use dobush_rehearsal::{eventually, find_node, free_port, Children, Failure, Node, NodeSettings, Program, Waiting};
use serde_json::{json, Value};
use std::{
	fs,
	future::Future,
	io::Write,
	net::TcpStream,
	path::PathBuf,
	process::{Command, Stdio},
	thread,
	time::Duration,
};
use tokio::{runtime::Runtime, task::block_in_place};

/// No command takes longer.
const PATIENCE: Duration = Duration::from_secs(240);
const LOOK: Duration = Duration::from_millis(50);

/// A program ends by itself and has succeeded.
pub fn succeeds(program: &Program, seconds: u64) {
	let status = program.wait(Duration::from_secs(seconds)).expect("it ends by itself");
	assert!(status.success(), "{status}");
}

/// A chain and a folder of folders.
pub struct Stage {
	runtime: Runtime,
	node: Node,
	// Last, so that the node ends before its folder goes.
	folder: tempfile::TempDir,
}

impl Stage {
	/// Starts a node of the development chain, and waits until it answers.
	pub fn begin() -> Self {
		Self::begin_with(tempfile::tempdir().expect("a temporary folder"), "dev".to_owned(), None)
	}

	/// The same on a chain with other slots and sessions, and a node that keeps the state and the content of so many blocks only.
	pub fn begin_short(slot_millis: u64, epoch_slots: u64, kept: u32) -> Self {
		let folder = tempfile::tempdir().expect("a temporary folder");
		let spec = folder.path().join("spec.json");
		let program = find_node(None).unwrap_or_else(|failure| panic!("{failure}"));
		let mut export = Command::new(program);
		export.args(["export-chain-spec", "--chain", "dev", "--output"]).arg(&spec);
		assert!(export.stderr(Stdio::null()).status().expect("the node starts").success());
		let mut chain: Value = serde_json::from_slice(&fs::read(&spec).expect("a specification")).expect("it is JSON");
		let timing = json!({ "slotMillis": slot_millis, "budgetMillis": slot_millis / 2, "epochSlots": epoch_slots });
		chain["genesis"]["runtimeGenesis"]["patch"]["timing"] = timing;
		fs::write(&spec, chain.to_string()).expect("written");
		let spec = spec.to_string_lossy().into_owned();
		Self::begin_with(folder, spec, Some(kept))
	}

	fn begin_with(folder: tempfile::TempDir, chain: String, kept: Option<u32>) -> Self {
		let runtime = Runtime::new().expect("threads");
		let program = find_node(None).unwrap_or_else(|failure| panic!("{failure}"));
		let node = runtime
			.block_on(Node::start(NodeSettings { program, chain, database: None, pool: None, kept }, folder.path()));
		Self { runtime, node: node.unwrap_or_else(|failure| panic!("{failure}")), folder }
	}

	/// `kill -9` of the node; the folders stay.
	pub fn kill_node(&mut self) {
		self.node.kill_nine();
	}

	/// Starts the node again on the same chain and port.
	pub fn restart_node(&mut self) {
		let up = self.runtime.block_on(self.node.restart());
		up.unwrap_or_else(|failure| panic!("{failure}"));
	}

	/// Somebody with a folder of their own.
	pub fn role(&self, name: &str) -> Role {
		let folder = self.path(name);
		fs::create_dir_all(&folder).expect("a folder");
		let role = Role { folder, url: Some(self.node.url()) };
		role.write("passphrase", &format!("correct horse of {name}\n"));
		role
	}

	pub fn path(&self, name: &str) -> PathBuf {
		self.folder.path().join(name)
	}

	/// Runs what must wait for the node.
	fn block_on<T>(&self, future: impl Future<Output = Result<T, Failure>>) -> T {
		let answer = self.runtime.block_on(future);
		answer.unwrap_or_else(|failure| panic!("{failure}\n{}", self.node.last_words()))
	}

	/// Waits until something is so, while the node runs.
	pub fn wait(&self, seconds: u64, what: &str, condition: impl Fn() -> bool) {
		// What is looked at may take its time, and may ask the node itself.
		let look = async || Ok(block_in_place(&condition).then_some(()));
		self.block_on(eventually(&self.node, Duration::from_secs(seconds), what, look));
	}

	/// The nonce after those of an account's transactions that the node knows, its pool included.
	pub fn next_nonce(&self, address: &Value) -> u32 {
		self.block_on(async {
			let chain = self.node.connect().await?;
			Ok(chain.request("system_accountNextIndex", json!([address])).await?)
		})
	}

	/// Where the node answers.
	pub fn url(&self) -> String {
		self.node.url()
	}

	/// A relay to this chain on a free port, in rounds of a second; and its address.
	pub fn relay(&self) -> (Program, String) {
		let address = format!("127.0.0.1:{}", free_port().expect("a free port"));
		let running = self.role("relay").spawn_into("relay.log", &["relay", "--listen", &address, "--round", "1"]);
		self.wait(60, "the relay", || TcpStream::connect(&address).is_ok());
		(running, format!("http://{address}"))
	}
}

/// Jobs at the same time.
pub fn parallel<T: Send, F: FnOnce() -> T + Send>(jobs: impl IntoIterator<Item = F>) -> Vec<T> {
	thread::scope(|scope| {
		let running: Vec<_> = jobs.into_iter().map(|job| scope.spawn(job)).collect();
		running.into_iter().map(|job| job.join().expect("a job that has failed has said why")).collect()
	})
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
		self.run(
			&[&["commission"], words, &["--yes", "--key", "//Commission//1", "--with", "//Commission//2"]].concat(),
		)
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
		let running = Program::spawn("dobush", &mut command).expect("it starts");
		// Whoever has read enough may have closed it.
		let _ = running.stdin().expect("a pipe").write_all(stdin.as_bytes());
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
	pub fn spawn(&self, arguments: &[&str]) -> Program {
		self.spawn_into(&format!("{}.log", arguments[1]), arguments)
	}

	/// The same; what it says goes into this file.
	fn spawn_into(&self, log: &str, arguments: &[&str]) -> Program {
		Program::start(arguments[0], &mut self.command(arguments), &self.path(log)).expect("it starts")
	}

	/// Kills a command in the middle.
	pub fn kill_after(&self, arguments: &[&str], time: Duration) {
		let _ = self.spawn(arguments).wait(time);
	}

	/// Kills a command as soon as something is so.
	pub fn kill_when(&self, arguments: &[&str], condition: impl Fn() -> bool) {
		let running = self.spawn(arguments);
		let mut waiting = Waiting::at_most(PATIENCE);
		while !condition() {
			assert!(waiting.goes_on(), "{arguments:?} does not come so far");
			if running.wait(LOOK).is_some() {
				assert!(condition(), "{arguments:?} has ended before");
			}
		}
	}

	/// A trustee's program, with the key in this file.
	pub fn daemon(&self, key: &str) -> Program {
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

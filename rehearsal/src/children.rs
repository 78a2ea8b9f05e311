//! The node and the trustees, as child processes of a rehearsal.

use crate::failure::{because, Failure, Result};
use dobush_client::chain::Chain;
use std::{
	fs,
	io::{Read, Seek, SeekFrom},
	net::TcpListener,
	path::{Path, PathBuf},
	process::Stdio,
	time::{Duration, Instant},
};
use tokio::{
	process::{Child, Command},
	time,
};

/// How long the node may take to answer first.
const START: Duration = Duration::from_secs(90);

/// Log lines shown when something goes wrong.
const LAST_LINES: usize = 15;

pub(crate) fn spawn(mut command: Command, log: &Path) -> Result<Child> {
	let program = command.as_std().get_program().to_string_lossy().into_owned();
	let cannot = |error: std::io::Error| Failure::new(format!("cannot start {program}: {error}"));
	let file = fs::File::create(log).map_err(cannot)?;
	let errors = file.try_clone().map_err(cannot)?;
	command.stdin(Stdio::null()).stdout(file).stderr(errors).kill_on_drop(true).spawn().map_err(cannot)
}

pub(crate) async fn wait_for(url: &str, children: &mut [(String, Child)]) -> Result<Chain> {
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
pub(crate) fn free_port() -> Result<u16> {
	TcpListener::bind(("127.0.0.1", 0))
		.and_then(|listener| listener.local_addr())
		.map(|address| address.port())
		.map_err(|error| because("there is no free port")(&error))
}

/// The last lines of a log, however long it is.
pub(crate) fn last_lines(path: &Path) -> String {
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

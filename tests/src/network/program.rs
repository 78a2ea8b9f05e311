//! A child process with a log. It is killed when it goes out of scope, on panic too.

use anyhow::{Context, Result};
use std::{
	env, fs,
	path::{Path, PathBuf},
	process::{Child, Command, ExitStatus, Stdio},
};

/// Lines of a log that are shown when something goes wrong.
const LAST_LINES: usize = 20;

/// A running program.
#[derive(Debug)]
pub struct Program {
	child: Child,
	log: PathBuf,
}

impl Program {
	/// Starts a program; what it prints is appended to the log.
	pub fn start(command: &mut Command, log: &Path) -> Result<Self> {
		let file = fs::OpenOptions::new().create(true).append(true).open(log).context("cannot write a log")?;
		let errors = file.try_clone().context("cannot write a log")?;
		let child = command
			.stdin(Stdio::null())
			.stdout(file)
			.stderr(errors)
			.spawn()
			.with_context(|| format!("cannot start {}", command.get_program().to_string_lossy()))?;
		Ok(Self { child, log: log.to_owned() })
	}

	/// `kill -9`, and waits until the process is gone.
	pub fn kill_nine(&mut self) {
		// It may have ended by itself: then there is nothing to kill.
		let _ = self.child.kill();
		let _ = self.child.wait();
	}

	/// The status with which it has ended, if it has.
	pub fn ended(&mut self) -> Option<ExitStatus> {
		self.child.try_wait().ok().flatten()
	}

	/// The last lines of its log.
	pub fn last_words(&self) -> String {
		let text = fs::read(&self.log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
		let lines: Vec<&str> = text.lines().collect();
		let last = lines.get(lines.len().saturating_sub(LAST_LINES)..).unwrap_or_default();
		format!("--- {}\n{}", self.log.display(), last.join("\n"))
	}
}

impl Drop for Program {
	fn drop(&mut self) {
		self.kill_nine();
	}
}

/// The path of one of our programs: the one that the environment variable names, else that of a release build.
pub fn find(name: &str, variable: &str) -> Result<PathBuf> {
	let named = env::var_os(variable).map(PathBuf::from);
	let built = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
	let cached = env::var_os("HOME").map(|home| Path::new(&home).join(".cache/dobush/target"));
	let in_release = [built, cached].into_iter().flatten().map(|folder| folder.join("release").join(name));
	let candidates: Vec<PathBuf> = match named {
		Some(path) => vec![path],
		None => in_release.collect(),
	};
	candidates.iter().find(|path| path.is_file()).cloned().with_context(|| {
		format!(
			"there is no {name} at {candidates:?}: build it with `cargo build --release`, or let {variable} name it"
		)
	})
}

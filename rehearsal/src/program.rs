//! A child process with a name and, mostly, a log. It is killed when it goes out of scope, on panic too.

use crate::failure::{Failure, Result};
use crate::waiting::Waiting;
use std::{
	env, fs,
	io::{self, Read, Seek, SeekFrom},
	path::{self, Path, PathBuf},
	process::{Child, ChildStdin, Command, ExitStatus, Stdio},
	sync::{Mutex, MutexGuard, PoisonError},
	thread,
	time::Duration,
};

/// Lines of a log that are shown when something goes wrong, and how much of its end is looked at for them, in bytes.
const LAST_LINES: usize = 20;
const TAIL: u64 = 16 * 1024;

/// The time between two looks whether it has ended.
const LOOK: Duration = Duration::from_millis(50);

/// A running program.
#[derive(Debug)]
pub struct Program {
	name: String,
	/// Behind a lock, because asking a child whether it has ended may reap it; so whoever waits need not own it.
	child: Mutex<Child>,
	log: Option<PathBuf>,
}

impl Program {
	/// Starts a program; what it prints is appended to the log. `name` says whom it plays.
	pub fn start(name: &str, command: &mut Command, log: &Path) -> Result<Self> {
		let cannot = |error: io::Error| Failure::File { path: log.to_owned(), error: error.to_string() };
		let file = fs::OpenOptions::new().create(true).append(true).open(log).map_err(cannot)?;
		let errors = file.try_clone().map_err(cannot)?;
		let mut program = Self::spawn(name, command.stdin(Stdio::null()).stdout(file).stderr(errors))?;
		program.log = Some(log.to_owned());
		Ok(program)
	}

	/// Starts a program whose input and output the command says.
	pub fn spawn(name: &str, command: &mut Command) -> Result<Self> {
		let child = command
			.spawn()
			.map_err(|error| Failure::NotStarted { program: command.get_program().into(), error: error.to_string() })?;
		Ok(Self { name: name.to_owned(), child: Mutex::new(child), log: None })
	}

	fn child(&self) -> MutexGuard<'_, Child> {
		self.child.lock().unwrap_or_else(PoisonError::into_inner)
	}

	/// Takes the pipe to its input, if the command asked for one.
	pub fn stdin(&self) -> Option<ChildStdin> {
		self.child().stdin.take()
	}

	/// The status with which it has ended, if it has.
	fn ended(&self) -> Option<ExitStatus> {
		self.child().try_wait().ok().flatten()
	}

	/// Blocks until it ends by itself, for so long at most.
	pub fn wait(&self, patience: Duration) -> Option<ExitStatus> {
		let mut waiting = Waiting::at_most(patience);
		loop {
			match self.ended() {
				None if waiting.goes_on() => thread::sleep(LOOK.min(patience)),
				status => return status,
			}
		}
	}

	/// Fails if it has ended by itself.
	pub fn ensure_alive(&self) -> Result<()> {
		match self.ended() {
			Some(status) => Err(Failure::Ended { name: self.name.clone(), status }),
			None => Ok(()),
		}
	}

	/// The last lines of its log, however long that is.
	pub fn last_words(&self) -> String {
		let text = self.log.as_deref().and_then(|log| tail(log).ok()).unwrap_or_default();
		let lines: Vec<&str> = text.lines().collect();
		let last = lines.get(lines.len().saturating_sub(LAST_LINES)..).unwrap_or_default();
		format!("--- last lines of {}:\n{}", self.name, last.join("\n"))
	}
}

impl Drop for Program {
	/// `kill -9`, and waits until the process is gone.
	fn drop(&mut self) {
		let mut child = self.child();
		// It may have ended by itself: then there is nothing to kill.
		let _ = child.kill();
		let _ = child.wait();
	}
}

/// The end of a file.
fn tail(path: &Path) -> io::Result<String> {
	let mut file = fs::File::open(path)?;
	let length = file.metadata()?.len();
	file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
	let mut bytes = Vec::new();
	file.take(TAIL).read_to_end(&mut bytes)?;
	Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The path of one of our programs: the one given, else the one that the environment variable names, else the one that was built
/// or installed with the running program.
pub fn find(name: &'static str, variable: &'static str, given: Option<&Path>) -> Result<PathBuf> {
	let named = || env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from);
	let path = given.map(Path::to_owned).or_else(named).unwrap_or_else(|| beside_this_program().join(name));
	if path.is_file() {
		// A bare name would be looked for on the path when it is started.
		Ok(path::absolute(&path).unwrap_or(path))
	} else {
		Err(Failure::NoProgram { name, path, variable })
	}
}

/// The path of the node's program: the one given, else as for every program.
pub fn find_node(given: Option<&Path>) -> Result<PathBuf> {
	find("dobush-node", "DOBUSH_NODE_BINARY", given)
}

/// The folder of the running program. Cargo puts tests one folder deeper than programs.
fn beside_this_program() -> PathBuf {
	let program = env::current_exe().unwrap_or_default();
	let folder = program.parent().unwrap_or(Path::new("."));
	let folder = if folder.ends_with("deps") { folder.parent().unwrap_or(folder) } else { folder };
	folder.to_owned()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn shell(script: &str) -> Command {
		let mut command = Command::new("sh");
		command.args(["-c", script]);
		command
	}

	/// The process of this number, zombies included.
	fn is_there(process: &str) -> bool {
		Path::new("/proc").join(process).exists()
	}

	#[test]
	fn what_it_says_is_appended_and_only_the_last_lines_are_shown() {
		let folder = tempfile::tempdir().expect("a folder");
		let log = folder.path().join("log");
		for last in ["first", "second"] {
			let script = format!("seq 10000; echo {last} >&2");
			let program = Program::start("shell", &mut shell(&script), &log).expect("there is a shell");
			assert!(program.wait(Duration::from_secs(60)).expect("it ends").success());
			let words = program.last_words();
			assert!(words.starts_with("--- last lines of shell:\n") && words.ends_with(last), "{words}");
			assert_eq!(words.lines().count(), 1 + LAST_LINES);
		}
		let text = fs::read_to_string(log).expect("a log");
		assert!(text.contains("first") && text.ends_with("second\n"));
	}

	#[test]
	fn it_is_gone_when_it_is_dropped_and_when_a_test_panics() {
		let folder = tempfile::tempdir().expect("a folder");
		let start = |name: &str| {
			let log = folder.path().join(name);
			let program = Program::start(name, &mut shell("echo $$; exec sleep 1000"), &log).expect("a shell");
			while !fs::read_to_string(&log).expect("a log").ends_with('\n') {
				program.ensure_alive().expect("it sleeps");
			}
			let process = fs::read_to_string(&log).expect("a log").trim().to_owned();
			assert!(is_there(&process));
			(program, process)
		};
		let (program, process) = start("dropped");
		drop(program);
		assert!(!is_there(&process));
		let (program, process) = start("panicked");
		let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
			let _program = program;
			panic!("as a test does");
		}));
		assert!(panicked.is_err() && !is_there(&process));
	}

	#[test]
	fn who_has_ended_is_named_with_the_status() {
		let program = Program::spawn("trustee-2", &mut shell("exit 3")).expect("a shell");
		program.wait(Duration::from_secs(60)).expect("it ends");
		let failure = program.ensure_alive().expect_err("it has ended");
		assert!(matches!(&failure, Failure::Ended { name, status } if name == "trustee-2" && status.code() == Some(3)));
		assert_eq!(Program::spawn("sleeper", &mut shell("sleep 1000")).expect("a shell").wait(Duration::ZERO), None);
		let nowhere = Program::spawn("nobody", &mut Command::new("/no/such/program"));
		assert!(matches!(nowhere, Err(Failure::NotStarted { .. })));
	}

	#[test]
	fn programs_are_found_by_their_variable_and_else_beside_this_one() {
		let failure = find("no-such-program", "DOBUSH_NO_SUCH_BINARY", None).expect_err("nobody has built it");
		let Failure::NoProgram { name, path, variable } = failure else { panic!("{failure}") };
		assert_eq!((name, variable), ("no-such-program", "DOBUSH_NO_SUCH_BINARY"));
		let folder = path.parent().expect("a folder");
		assert!(!folder.ends_with("deps") && env::current_exe().expect("a path").starts_with(folder), "{path:?}");
		env::set_var("DOBUSH_SUCH_BINARY", "/bin/sh");
		assert_eq!(find("no-such-program", "DOBUSH_SUCH_BINARY", None), Ok(PathBuf::from("/bin/sh")));
		assert_eq!(find_node(Some(Path::new("/bin/sh"))), Ok(PathBuf::from("/bin/sh")));
		assert!(find_node(Some(Path::new("no-such-node"))).is_err());
		let bare = find_node(Some(Path::new("Cargo.toml"))).expect("tests run in the folder of the crate");
		assert!(bare.is_absolute() && bare.ends_with("Cargo.toml"), "{bare:?}");
	}
}

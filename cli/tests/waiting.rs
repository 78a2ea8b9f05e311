//! Nothing is waited for in silence. W10.

mod common;

use std::{
	fs,
	net::TcpListener,
	process::{Command, Stdio},
	thread::sleep,
	time::{Duration, Instant},
};

/// A node that takes connections and says nothing, as one behind a wrong port does: twenty seconds of silence were too many.
#[test]
fn a_command_says_within_five_seconds_what_it_waits_for_and_how_long_at_most() {
	let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
	let node = format!("ws://{}", listener.local_addr().expect("it listens"));
	let folder = tempfile::tempdir().expect("a temporary folder");
	let commands = [
		&["voter", "status", "--election", "0", "--key", "//Voter"][..],
		&["voter", "verify"],
		&["observer", "status"],
	];
	let running = commands.map(|words| {
		let log = folder.path().join(words[1]).with_extension(words[0]);
		let err = fs::File::create(&log).expect("a file");
		let mut command = Command::new(env!("CARGO_BIN_EXE_dobush"));
		command.args(words).args(["--node", &node]).env("DOBUSH_STATE", folder.path()).env_remove("DOBUSH_NODE");
		(command.stdout(Stdio::null()).stderr(err).spawn().expect("it starts"), log)
	});
	let begun = Instant::now();
	for (mut child, log) in running {
		let said = || fs::read_to_string(&log).expect("a file");
		while !said().contains("connecting to a node, 25 s at most") {
			assert!(begun.elapsed() < Duration::from_secs(15), "silence: {}", said());
			sleep(Duration::from_millis(100));
		}
		let _ = child.kill();
		let _ = child.wait();
	}
}

//! What a voter does in the booth: a ticket, envelopes from the stack, prints from the printer.

use crate::common::stage::{succeeds, Role};
use ballot_crypto::{
	booth::{Commit, Envelope},
	envelope::Symbol,
};
use ballot_papers::PrintedPaper;
use dobush_client::papers;
use dobush_rehearsal::{Program, Waiting};
use std::{
	fs,
	io::Write,
	path::{Path, PathBuf},
	process::{ChildStdin, Stdio},
	thread::sleep,
	time::Duration,
};

/// A booth answers within this time.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a desk prints for a voter.
pub struct Ticket {
	/// Text of the ticket.
	pub ticket: String,
	/// Text of the sealed slip.
	pub slip: String,
}

/// The papers of one credential.
pub struct Papers {
	/// Texts of the three prints.
	pub prints: Vec<String>,
	/// Text of the opened envelope.
	pub envelope: String,
	/// Text of the slip of the visit.
	pub slip: String,
}

impl Papers {
	/// Everything that a device scans, a line each.
	pub fn texts(&self) -> String {
		[self.prints.join("\n").as_str(), &self.envelope, &self.slip].join("\n")
	}
}

/// Sealed envelopes; the symbol is on the outside.
pub struct Stack(Vec<Envelope>);

impl Stack {
	pub fn read(file: &Path, genesis: &[u8; 32]) -> Self {
		let text = fs::read_to_string(file).expect("they were printed");
		Self(text.lines().map(|line| papers::read(line, genesis).expect("an envelope")).collect())
	}

	/// One that stays on the stack.
	pub fn peek(&self) -> Envelope {
		self.0[0]
	}

	fn take(&mut self, fits: impl Fn(Symbol) -> bool) -> Envelope {
		let place = self.0.iter().position(|envelope| fits(envelope.symbol)).expect("enough of each symbol");
		self.0.remove(place)
	}

	pub fn any(&mut self) -> Envelope {
		self.take(|_| true)
	}

	/// The texts of so many, opened.
	pub fn texts(&mut self, count: usize) -> String {
		(0..count).map(|_| code(&self.any()) + "\n").collect()
	}
}

fn code(envelope: &Envelope) -> String {
	PrintedPaper::Envelope(envelope).code()
}

/// A visit, while the kiosk's program runs. Dropped, the power fails.
pub struct Visit {
	booth: Role,
	slip: String,
	// Closed before the program is waited for.
	stdin: ChildStdin,
	running: Program,
}

impl Visit {
	/// The kiosk's command.
	pub fn command(unit: &str) -> [&str; 13] {
		["booth", "visit", "0", "--unit", unit, "--key", "key", "--print", "prints", "--pause", "0", "--fakes", "3-4"]
	}

	pub fn begin(booth: &Role, unit: &str, ticket: &Ticket) -> Self {
		let log = fs::File::create(booth.path("visit.log")).expect("a log");
		let mut command = booth.command(&Self::command(unit));
		command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(log);
		let running = Program::spawn("kiosk", &mut command).expect("it starts");
		let stdin = running.stdin().expect("a pipe");
		let mut visit = Self { booth: booth.clone(), slip: ticket.slip.clone(), stdin, running };
		visit.say(&ticket.ticket);
		visit
	}

	/// Scans or types a line.
	pub fn say(&mut self, line: &str) {
		writeln!(self.stdin, "{line}")
			.unwrap_or_else(|error| panic!("the kiosk has stopped ({error}): {}", self.log()));
	}

	fn log(&self) -> String {
		fs::read_to_string(self.booth.path("visit.log")).unwrap_or_default()
	}

	/// The file in the queue that ends so, once it is there.
	fn printed(&self, ending: &str) -> PathBuf {
		let mut waiting = Waiting::at_most(PATIENCE);
		loop {
			let queue = fs::read_dir(self.booth.path("prints")).into_iter().flatten();
			let found = queue
				.filter_map(|entry| Some(entry.ok()?.path()))
				.find(|path| path.to_string_lossy().ends_with(ending));
			match found {
				Some(path) => return path,
				None => assert!(waiting.goes_on(), "nothing is printed: {}", self.log()),
			}
			sleep(Duration::from_millis(30));
		}
	}

	/// Waits for the first print.
	pub fn first_print(&self, genesis: &[u8; 32]) -> Commit {
		let text = fs::read_to_string(self.printed("-1.txt")).expect("it was printed");
		papers::read(text.trim_end_matches('\n'), genesis).expect("a first print")
	}

	/// Scans an envelope and takes all prints.
	fn with(&mut self, envelope: &Envelope) -> Papers {
		self.say(&code(envelope));
		self.printed("-3.pdf");
		let prints = ["-1.txt", "-2.txt", "-3.txt"].map(|ending| self.booth.take("prints", ending)).to_vec();
		Papers { prints, envelope: code(envelope), slip: self.slip.clone() }
	}

	/// The credential that counts.
	pub fn real(&mut self, stack: &mut Stack, genesis: &[u8; 32]) -> Papers {
		self.say("real");
		let wanted = self.first_print(genesis).commitment.symbol;
		let envelope = stack.take(|symbol| symbol == wanted);
		self.with(&envelope)
	}

	/// The same; the first envelope has another symbol than the print.
	pub fn real_after_a_wrong_symbol(&mut self, stack: &mut Stack, genesis: &[u8; 32]) -> Papers {
		self.say("real");
		let wanted = self.first_print(genesis).commitment.symbol;
		let wrong = stack.take(|symbol| symbol != wanted);
		self.say(&code(&wrong));
		let envelope = stack.take(|symbol| symbol == wanted);
		self.with(&envelope)
	}

	/// One that does not count.
	pub fn fake(&mut self, stack: &mut Stack) -> Papers {
		self.say("fake");
		self.finish_fake(stack)
	}

	/// The rest of it, when only the envelope is missing.
	pub fn finish_fake(&mut self, stack: &mut Stack) -> Papers {
		let envelope = stack.any();
		self.with(&envelope)
	}

	/// The voter leaves; gives what was on the screen.
	pub fn leave(mut self) -> String {
		self.say("leave");
		let Self { booth, stdin, running, .. } = self;
		drop(stdin);
		succeeds(&running, PATIENCE.as_secs());
		fs::read_to_string(booth.path("visit.log")).expect("a log")
	}
}

//! Runs the tests that come across a fault, the quickest first, until one fails.

use crate::plant::Planted;
use std::{
	collections::{BTreeMap, BTreeSet},
	error::Error,
	fs,
	path::{Path, PathBuf},
	process::{Command, Stdio},
	time::{Duration, Instant},
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One test, what it takes, and the faults that it comes across.
pub struct Test {
	program: PathBuf,
	name: String,
	took: Duration,
	met: BTreeSet<u32>,
}

/// What became of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
	/// This test failed.
	Killed(String),
	/// This test did not come to an end.
	Stuck(String),
	/// All tests that come across it pass; how many they are.
	Survived(usize),
}

/// Builds the tests and runs each once without any fault.
pub fn tests(copy: &Path, cargo: &dyn Fn() -> Command) -> Outcome<Vec<Test>> {
	let built =
		cargo().args(["test", "--no-run", "--lib", "--tests", "--message-format=json"]).current_dir(copy).output()?;
	if !built.status.success() {
		return Err(format!("the tests do not compile:\n{}", String::from_utf8_lossy(&built.stderr)).into());
	}
	let mut tests = Vec::new();
	for line in String::from_utf8_lossy(&built.stdout).lines() {
		let message: serde_json::Value = serde_json::from_str(line)?;
		let Some(program) = message["executable"].as_str().map(PathBuf::from) else { continue };
		let listed = Command::new(&program).args(["--list", "--format", "terse"]).current_dir(copy).output()?;
		for name in String::from_utf8_lossy(&listed.stdout).lines().filter_map(|line| line.strip_suffix(": test")) {
			let notes = copy.join("met");
			let _ = fs::remove_file(&notes);
			let begun = Instant::now();
			let passed =
				run(copy, &program, name, &[("MUTANTS_MET", &notes.to_string_lossy())], Duration::from_secs(600))?;
			if passed != Some(true) {
				return Err(format!("{name} fails without any fault").into());
			}
			let met =
				fs::read_to_string(&notes).unwrap_or_default().lines().filter_map(|line| line.parse().ok()).collect();
			tests.push(Test { program: program.clone(), name: name.into(), took: begun.elapsed(), met });
		}
	}
	tests.sort_by_key(|test| test.took);
	Ok(tests)
}

/// Whether a test passes; none if it takes longer.
fn run(copy: &Path, program: &Path, name: &str, set: &[(&str, &str)], longest: Duration) -> Outcome<Option<bool>> {
	let mut command = Command::new(program);
	command.args(["--exact", name, "--quiet", "--test-threads=1"]).current_dir(copy);
	command.env("PROPTEST_CASES", "24").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
	command.envs(set.iter().copied());
	let mut child = command.spawn()?;
	let begun = Instant::now();
	let mut pause = Duration::from_millis(1);
	loop {
		if let Some(status) = child.try_wait()? {
			return Ok(Some(status.success()));
		}
		if begun.elapsed() > longest {
			child.kill()?;
			child.wait()?;
			return Ok(None);
		}
		std::thread::sleep(pause);
		pause = (pause * 2).min(Duration::from_millis(50));
	}
}

/// The fate of each fault.
pub fn fates(
	copy: &Path,
	planted: &[Planted],
	tests: &[Test],
	mut heard: impl FnMut(&Planted, &Fate),
) -> Outcome<BTreeMap<u32, Fate>> {
	let mut fates = BTreeMap::new();
	// The test that noticed the last fault of a function mostly notices the next one.
	let mut last: Option<usize> = None;
	for one in planted {
		let switch = one.number.to_string();
		let mut order: Vec<usize> = (0..tests.len()).filter(|i| tests[*i].met.contains(&one.number)).collect();
		if let Some(place) = last.and_then(|last| order.iter().position(|i| *i == last)) {
			order[..=place].rotate_right(1);
		}
		let mut fate = Fate::Survived(order.len());
		for i in order {
			let test = &tests[i];
			let longest = Duration::from_secs(20) + test.took * 10;
			match run(copy, &test.program, &test.name, &[("MUTANT", &switch)], longest)? {
				Some(true) => continue,
				Some(false) => fate = Fate::Killed(test.name.clone()),
				None => fate = Fate::Stuck(test.name.clone()),
			}
			last = Some(i);
			break;
		}
		heard(one, &fate);
		fates.insert(one.number, fate);
	}
	Ok(fates)
}

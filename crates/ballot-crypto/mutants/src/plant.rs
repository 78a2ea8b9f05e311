//! Plants all faults of some files at once, each behind a switch, and drops those that do not compile.

use crate::find::{self, Mutant};
use std::{collections::BTreeSet, error::Error, fs, path::Path, process::Command};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A fault with its number and file.
#[derive(Clone, Debug)]
pub struct Planted {
	/// What the switch is set to, from 1.
	pub number: u32,
	/// Relative to the crate.
	pub file: String,
	/// The fault.
	pub mutant: Mutant,
}

/// The switch: goes to the end of `lib.rs` of the copy. Notes, if asked to, which faults a run comes across.
const SWITCH: &str = r#"
#[doc(hidden)]
pub fn mutating(number: u32) -> bool {
	extern crate std;
	use std::{io::Write, sync::{atomic::{AtomicBool, Ordering}, OnceLock}};
	static ON: OnceLock<u32> = OnceLock::new();
	static NOTES: OnceLock<Option<std::sync::Mutex<std::fs::File>>> = OnceLock::new();
	static SEEN: [AtomicBool; 4096] = [const { AtomicBool::new(false) }; 4096];
	let notes = NOTES.get_or_init(|| {
		let path = std::env::var_os("MUTANTS_MET")?;
		std::fs::OpenOptions::new().append(true).create(true).open(path).ok().map(std::sync::Mutex::new)
	});
	if let Some(notes) = notes {
		if !SEEN[number as usize % 4096].swap(true, Ordering::Relaxed) {
			let _ = std::writeln!(notes.lock().unwrap(), "{number}");
		}
	}
	*ON.get_or_init(|| std::env::var("MUTANT").ok().and_then(|on| on.parse().ok()).unwrap_or(0)) == number
}
"#;

/// All faults of these files.
pub fn find(source: &Path, files: &[String]) -> Outcome<Vec<Planted>> {
	let mut all = Vec::new();
	for file in files {
		let text = fs::read_to_string(source.join(file))?;
		for mutant in find::mutants(&text).map_err(|why| format!("{file}: {why}"))? {
			all.push(Planted { number: all.len() as u32 + 1, file: file.clone(), mutant });
		}
	}
	Ok(all)
}

/// Writes the files with their faults into the copy.
pub fn write(source: &Path, copy: &Path, files: &[String], planted: &[Planted]) -> Outcome<()> {
	for file in files {
		let mut text = fs::read_to_string(source.join(file))?;
		let mut insertions = Vec::new();
		for Planted { number, mutant, .. } in planted.iter().filter(|planted| planted.file == *file) {
			let on = format!("crate::mutating({number})");
			let length = mutant.range.len() as isize;
			let before = format!("/*<{number}*/{}", mutant.before.replace("{on}", &on));
			let after = format!("{}/*{number}>*/", mutant.after);
			// At one place: what closes first, the innermost first; then what opens, the outermost first.
			insertions.push((mutant.range.start, 1, -length, *number as isize, before));
			insertions.push((mutant.range.end, 0, length, -(*number as isize), after));
		}
		insertions.sort();
		for (place, _, _, _, what) in insertions.iter().rev() {
			text.insert_str(*place, what);
		}
		if file == "src/lib.rs" {
			return Err("lib.rs carries the switch and cannot be mutated".into());
		}
		fs::write(copy.join(file), text)?;
	}
	let library = fs::read_to_string(source.join("src/lib.rs"))?;
	fs::write(copy.join("src/lib.rs"), library + SWITCH)?;
	Ok(())
}

/// Drops the faults that the compiler refuses, until it refuses none. Gives those that are left.
pub fn viable(
	source: &Path,
	copy: &Path,
	files: &[String],
	mut planted: Vec<Planted>,
	cargo: &dyn Fn() -> Command,
) -> Outcome<Vec<Planted>> {
	loop {
		write(source, copy, files, &planted)?;
		let output = cargo().args(["check", "--lib", "--message-format=json"]).current_dir(copy).output()?;
		let refused = refused(copy, &String::from_utf8_lossy(&output.stdout))?;
		eprintln!("  {} faults, {} of them do not compile", planted.len(), refused.len());
		if output.status.success() {
			return Ok(planted);
		}
		if refused.is_empty() {
			return Err(format!("the copy does not compile:\n{}", String::from_utf8_lossy(&output.stdout)).into());
		}
		planted.retain(|planted| !refused.contains(&planted.number));
	}
}

/// The innermost fault around each error.
fn refused(copy: &Path, messages: &str) -> Outcome<BTreeSet<u32>> {
	let mut numbers = BTreeSet::new();
	for line in messages.lines() {
		let message: serde_json::Value = serde_json::from_str(line)?;
		if message["message"]["level"] != "error" {
			continue;
		}
		let spans = message["message"]["spans"].as_array().cloned().unwrap_or_default();
		let primary: Vec<_> = spans.iter().filter(|span| span["is_primary"] == true).collect();
		for span in primary {
			let Some(name) = span["file_name"].as_str() else { continue };
			let path = [copy.join(name), copy.join("../..").join(name)].into_iter().find(|path| path.exists());
			let Some(path) = path else { continue };
			let text = fs::read_to_string(path)?;
			let start = span["byte_start"].as_u64().unwrap_or(0) as usize;
			let mut open: Vec<u32> = Vec::new();
			for (place, number, opens) in marks(&text) {
				if place > start {
					break;
				}
				if opens {
					open.push(number);
				} else {
					open.retain(|one| *one != number);
				}
			}
			// Several faults share one place: one goes in each round, the innermost first.
			numbers.extend(open.last());
		}
	}
	Ok(numbers)
}

/// The marks `/*<7*/` and `/*7>*/`: place, number, whether it opens.
fn marks(text: &str) -> Vec<(usize, u32, bool)> {
	let mut marks = Vec::new();
	for (place, _) in text.match_indices("/*") {
		let Some(inside) = text[place + 2..].split("*/").next() else { continue };
		if let Some(number) = inside.strip_prefix('<').and_then(|number| number.parse().ok()) {
			marks.push((place, number, true));
		} else if let Some(number) = inside.strip_suffix('>').and_then(|number| number.parse().ok()) {
			marks.push((place, number, false));
		}
	}
	marks
}

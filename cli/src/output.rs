//! The only place that prints. Results go to stdout, everything else to stderr; with `--json` stdout carries one JSON value. Characters
//! that a reader would not see are written out, wherever a text comes from.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use crate::{catalogue::say, failure::Failure};
use comfy_table::{presets::NOTHING, CellAlignment, ContentArrangement, Table, TableComponent};
pub use election_files::{
	hidden::{shown, shown_json},
	numbers::{number, percent},
};
use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::{io::IsTerminal, time::Duration};

/// The way in which a command prints its answer: for people or for programs.
#[derive(Clone, Debug)]
pub struct Output {
	json: bool,
	quiet: bool,
	bars: MultiProgress,
}

/// The columns of a table, those on the right aligned to the right.
pub struct Columns<'a> {
	/// The headings of the columns of words.
	pub words: &'a [&'a str],
	/// The headings of the columns of numbers, which follow.
	pub numbers: &'a [&'a str],
}

impl Output {
	/// Prints JSON results if `json`, else words and tables.
	pub fn new(json: bool) -> Self {
		Self { json, quiet: false, bars: MultiProgress::with_draw_target(ProgressDrawTarget::stderr()) }
	}

	/// The same without notes and progress: only results and what goes wrong.
	#[must_use]
	pub fn quiet(&self) -> Self {
		Self { quiet: true, bars: MultiProgress::with_draw_target(ProgressDrawTarget::hidden()), json: self.json }
	}

	/// Whether a program reads stdout.
	pub fn is_json(&self) -> bool {
		self.json
	}

	/// A note about what goes on; to stderr.
	pub fn say(&self, sentence: impl AsRef<str>) {
		if !self.quiet {
			self.warn(sentence);
		}
	}

	/// A note that is printed in any case; to stderr.
	pub fn warn(&self, sentence: impl AsRef<str>) {
		self.bars.suspend(|| eprintln!("{}", shown(sentence.as_ref())));
	}

	/// Whether notes are left out.
	pub fn is_quiet(&self) -> bool {
		self.quiet
	}

	/// The result: `value` for programs, `words` for people.
	pub fn result<T: Serialize>(&self, value: &T, words: impl FnOnce() -> String) {
		let text = if self.json {
			// Maps with string keys and plain numbers: nothing that JSON cannot say.
			shown_json(
				&serde_json::to_string_pretty(value).unwrap_or_else(|error| format!("{{\"error\": \"{error}\"}}")),
			)
		} else {
			shown(&words())
		};
		self.bars.suspend(|| print(text.trim_end_matches('\n')));
	}

	/// One line of a stream of results: compact JSON for programs, `words` for people.
	pub fn line<T: Serialize>(&self, value: &T, words: impl FnOnce() -> String) {
		let text =
			if self.json { shown_json(&serde_json::to_string(value).unwrap_or_default()) } else { shown(&words()) };
		self.bars.suspend(|| print(&text));
	}

	/// A progress bar over `length` steps; without a terminal two notes take its place.
	pub fn bar(&self, length: u64, what: &str) -> Bar {
		let bar = self.bars.add(ProgressBar::new(length));
		let style = ProgressStyle::with_template("{msg:32} {bar:32} {human_pos:>9}/{human_len:<9} {elapsed:>4}");
		bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
		bar.set_message(shown(what));
		Bar { bar }
	}

	/// A spinner for work whose length nobody knows.
	pub fn spinner(&self, what: &str) -> Bar {
		let bar = self.bars.add(ProgressBar::new_spinner());
		let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}");
		bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
		bar.set_message(shown(what));
		bar.enable_steady_tick(Duration::from_millis(120));
		Bar { bar }
	}

	/// What failed, and what to do next, where the command goes on.
	pub fn failure<E: Clone + Into<Failure>>(&self, error: &E) {
		let failure: Failure = error.clone().into();
		self.fail(&failure.to_string(), failure.next_step());
	}

	/// An error in one sentence and what to do next.
	pub fn fail(&self, sentence: &str, hint: Option<&str>) {
		self.bars.suspend(|| {
			eprintln!("{}", say!("error", sentence = shown(sentence)));
			if let Some(hint) = hint {
				eprintln!("\n{}", say!("hint", sentence = shown(hint)));
			}
		});
	}
}

/// A line to stdout. Whoever reads it may stop reading (`| head`): that is no reason to panic.
fn print(text: &str) {
	use std::io::Write;
	let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// A progress bar that cleans up after itself.
#[derive(Debug)]
pub struct Bar {
	bar: ProgressBar,
}

impl Bar {
	/// So many steps more are done.
	pub fn add(&self, steps: u64) {
		self.bar.inc(steps);
	}

	/// Shows what is going on now.
	pub fn message(&self, what: &str) {
		self.bar.set_message(shown(what));
	}
}

impl Drop for Bar {
	fn drop(&mut self) {
		self.bar.finish_and_clear();
	}
}

/// A table for people.
pub fn table(columns: &Columns<'_>, rows: impl IntoIterator<Item = Vec<String>>) -> String {
	let mut table = Table::new();
	table.load_preset(NOTHING).set_content_arrangement(ContentArrangement::Disabled);
	for part in [TableComponent::HeaderLines, TableComponent::MiddleHeaderIntersections] {
		table.set_style(part, '─');
	}
	table.set_header(columns.words.iter().chain(columns.numbers));
	for row in rows {
		table.add_row(row);
	}
	for index in columns.words.len()..columns.words.len() + columns.numbers.len() {
		if let Some(column) = table.column_mut(index) {
			column.set_cell_alignment(CellAlignment::Right);
		}
	}
	let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
	lines.join("\n")
}

/// Asks for a passphrase on the terminal without showing it; none if there is no terminal.
#[cfg(feature = "chain")]
pub fn ask_passphrase(prompt: &str) -> Option<String> {
	if !std::io::stdin().is_terminal() {
		return None;
	}
	rpassword::prompt_password(format!("{prompt}: ")).ok()
}

/// Asks a question and gives the line that is answered; none where nobody answers. It may come from a pipe: what counts is that it
/// can be given after what was said before.
#[cfg(feature = "chain")]
pub fn ask_line(question: &str) -> Option<String> {
	if std::io::stdin().is_terminal() {
		eprint!("{question} ");
	} else {
		eprintln!("{question}");
	}
	let mut answer = String::new();
	match std::io::stdin().read_line(&mut answer) {
		Ok(0) | Err(_) => None,
		Ok(_) => Some(answer),
	}
}

/// Asks a question that is answered with yes or no; no if there is no terminal.
#[cfg(feature = "chain")]
pub fn ask_yes(question: &str) -> bool {
	if !std::io::stdin().is_terminal() {
		return false;
	}
	eprint!("{} {} ", shown(question), say!("yes-or-no"));
	let mut answer = String::new();
	std::io::stdin().read_line(&mut answer).is_ok() && is_yes(&answer)
}

/// Whether an answer agrees: in English, Kyrgyz (ооба) or Russian (да), whichever language the question had.
#[cfg(feature = "chain")]
fn is_yes(answer: &str) -> bool {
	matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "о" | "ооба" | "д" | "да")
}

#[cfg(test)]
mod tests {
	use super::*;

	#[cfg(feature = "chain")]
	#[test]
	fn a_question_is_answered_in_any_of_the_languages() {
		for yes in ["y\n", "Y", "yes", "о", "Ооба", "д", " Да\n"] {
			assert!(is_yes(yes), "{yes}");
		}
		for no in ["", "\n", "n", "н", "нет", "жок", "yess", "o"] {
			assert!(!is_yes(no), "{no}");
		}
	}

	#[test]
	fn a_table_aligns_numbers_to_the_right() {
		let text = table(&Columns { words: &["list"], numbers: &["votes"] }, [vec!["Alpha".into(), "7".into()]]);
		assert!(text.lines().any(|line| line.starts_with(" Alpha") && line.ends_with("7")), "{text}");
	}
}

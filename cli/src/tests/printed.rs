//! Every command that a page, a help text, a hint or the report prints is one that this program understands.
//!
//! Files are read when the test runs, so a page that is added tomorrow is tested, too.
#![allow(clippy::unwrap_used)]

use crate::{arguments::Cli, report::words::instructions};
use clap::{error::ErrorKind, CommandFactory, Parser};
use std::{
	fs,
	path::{Path, PathBuf},
};

/// A command as it is printed, and where.
struct Printed {
	place: String,
	line: String,
	/// Whether it is meant to be typed as it stands, so that nothing may be missing.
	is_whole: bool,
}

/// What of a printed command is wrong, if anything is.
fn fault(printed: &Printed) -> Option<String> {
	let words = typed(&printed.line)?;
	let error = Cli::try_parse_from(&words).err()?;
	let wrong = match error.kind() {
		ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => false,
		ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand | ErrorKind::ArgumentConflict => true,
		ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => true,
		_ => printed.is_whole,
	};
	let first = error.to_string().lines().next().unwrap_or_default().to_owned();
	wrong.then(|| format!("{}: `{}`: {first}", printed.place, words.join(" ")))
}

/// The words that a shell makes of a line; none if the line speaks of commands in general. Placeholders become sevens, which are
/// numbers, names of files and texts.
fn typed(line: &str) -> Option<Vec<String>> {
	let line = apart(&line.replace("scripts/demo", "dobush demo"));
	let mut words: Vec<String> = Vec::new();
	// Alone it says "and so on".
	for word in shell_words(&line).into_iter().filter(|word| word != "…" || line.starts_with("dobush …")) {
		if ["|", "||", "&&", "&", ">", ">>", "<", "2>", ";", "#", "/", "and", "or"].contains(&word.as_str()) {
			break;
		}
		let end = word.ends_with([';', ',']) && words.len() > 1;
		let word = word.trim_end_matches([';', ',']).trim_matches(['[', ']']).to_owned();
		let is_option = word.starts_with('-');
		let capital = word.chars().next().is_some_and(char::is_uppercase) && !word.chars().any(char::is_lowercase);
		let open = word.contains(['…', '{', '}', '<', '>']) || word.contains("...");
		if words.len() == 1
			&& (capital || open || is_option && word != "--json" && word != "--version" && word != "--help")
		{
			return None;
		}
		if is_option && open {
			// An option with its value in one word, such as `--epoch={}`; or `--…`, which speaks of any.
			let (option, _) = word.split_once('=')?;
			words.push(format!("{option}=7"));
		} else {
			words.push(if (capital || open) && !is_option { "7".to_owned() } else { word });
		}
		if end {
			break;
		}
	}
	(words.len() > 1).then_some(words)
}

/// The line with a space before each placeholder that follows a word: `verify{receipt}` is filled in with the space and the file.
fn apart(line: &str) -> String {
	let mut apart = String::with_capacity(line.len());
	for letter in line.chars() {
		if letter == '{' && apart.ends_with(char::is_alphabetic) {
			apart.push(' ');
		}
		apart.push(letter);
	}
	apart
}

/// The words of a line, with quotation marks.
fn shell_words(line: &str) -> Vec<String> {
	let mut words = vec![String::new()];
	let mut quote: Option<char> = None;
	for letter in line.chars() {
		match (quote, letter) {
			(Some(open), letter) if open == letter => quote = None,
			(None, '"' | '\'') => quote = Some(letter),
			(None, letter) if letter.is_whitespace() => words.push(String::new()),
			(_, letter) => words.last_mut().unwrap().push(letter),
		}
	}
	words.retain(|word| !word.is_empty());
	words
}

/// The commands of a page: whole lines in blocks of code, and code within sentences.
fn of_page(path: &Path, text: &str) -> Vec<Printed> {
	let mut printed = Vec::new();
	let mut in_block = false;
	let mut line = String::new();
	for (number, part) in (1..).zip(text.lines()) {
		let place = format!("{}:{number}", path.display());
		if part.trim_start().starts_with("```") {
			in_block = !in_block;
			continue;
		}
		if !in_block {
			let quoted = part.split('`').skip(1).step_by(2).filter(|code| code.starts_with("dobush "));
			printed.extend(quoted.map(|code| Printed { place: place.clone(), line: code.to_owned(), is_whole: false }));
			continue;
		}
		line.push_str(part.trim().trim_start_matches("$ ").trim_end_matches('\\'));
		line.push(' ');
		if part.ends_with('\\') {
			continue;
		}
		let whole = std::mem::take(&mut line);
		if whole.starts_with("dobush ") {
			printed.push(Printed { place, line: whole, is_whole: true });
		}
	}
	printed
}

/// The commands in the hints and comments of a source file: whatever stands between backquotes.
fn of_source(path: &Path, text: &str) -> Vec<Printed> {
	// A sentence may go on in the next line, of a string or of a comment.
	let mut joined = String::new();
	for line in text.lines() {
		let line = line.trim().trim_start_matches("///").trim_start_matches("//!").trim_start_matches("//");
		joined.push_str(line.trim_end_matches('\\').trim_start());
		joined.push(' ');
	}
	let quoted = joined.split('`').filter(|code| code.starts_with("dobush ") && code.len() < 200);
	quoted.map(|code| Printed { place: path.display().to_string(), line: code.to_owned(), is_whole: false }).collect()
}

/// All files below a folder with this ending.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
	for entry in fs::read_dir(folder).unwrap() {
		let path = entry.unwrap().path();
		if path.is_dir() {
			files(&path, ending, found);
		} else if path.extension().is_some_and(|extension| extension == ending) {
			found.push(path);
		}
	}
}

/// The examples at the end of every help text.
fn of_help(command: &clap::Command, path: &str, printed: &mut Vec<Printed>) {
	let place = format!("{path} {} --help", command.get_name());
	let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
	let lines = help.lines().map(str::trim).filter(|line| line.starts_with("dobush "));
	printed.extend(lines.map(|line| Printed { place: place.clone(), line: line.to_owned(), is_whole: true }));
	for inner in command.get_subcommands() {
		of_help(inner, &format!("{path} {}", command.get_name()), printed);
	}
}

#[test]
fn every_printed_command_is_understood() {
	let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
	let mut printed = Vec::new();
	let mut pages: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
	pages.retain(|page| page.extension().is_some_and(|extension| extension == "md"));
	files(&root.join("docs"), "md", &mut pages);
	// These two tell what was, too.
	pages.retain(|page| !page.ends_with("CHANGELOG.md") && !page.ends_with("docs/trials.md"));
	for page in &pages {
		printed.extend(of_page(page.strip_prefix(root).unwrap(), &fs::read_to_string(page).unwrap()));
	}
	let in_pages = printed.len();
	let mut sources = Vec::new();
	for folder in ["cli/src", "cli/templates", "client/src", "rehearsal/src", "relay/src", "crates/election-files/src"]
	{
		files(&root.join(folder), "rs", &mut sources);
		files(&root.join(folder), "html", &mut sources);
	}
	// This file speaks of commands that do not exist.
	sources.retain(|source| !source.ends_with("cli/src/tests/printed.rs"));
	for source in &sources {
		printed.extend(of_source(source.strip_prefix(root).unwrap(), &fs::read_to_string(source).unwrap()));
	}
	let in_sources = printed.len() - in_pages;
	of_help(&Cli::command(), "", &mut printed);
	let in_help = printed.len() - in_pages - in_sources;
	assert!(in_pages > 100 && in_sources > 30 && in_help > 50, "{in_pages}, {in_sources}, {in_help}");
	let faults: Vec<String> = printed.iter().filter_map(fault).collect();
	assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), printed.len(), faults.join("\n"));
}

/// F20: what the report tells its readers to type.
#[test]
fn the_commands_of_the_reports_are_whole() {
	let of_observer = instructions(7).into_iter().map(|(_, line)| line);
	let of_demo = [&[][..], &["--deniable", "--units", "Bishkek=3,Osh and Batken=2"]].map(crate::demo::commands);
	let lines: Vec<String> = of_observer.chain(of_demo.into_iter().flatten()).collect();
	assert_eq!(lines.len(), 7);
	for line in lines {
		assert_eq!(fault(&Printed { place: "report".to_owned(), line, is_whole: true }), None);
	}
}

#[test]
fn what_is_no_command_is_noticed() {
	let fault = |line: &str, is_whole| fault(&Printed { place: "here".to_owned(), line: line.to_owned(), is_whole });
	assert!(fault("dobush seats --method hare --seats 9 --working votes.csv", true).unwrap().contains("--working"));
	assert!(fault("dobush observe status", false).unwrap().contains("observe"));
	assert_eq!(fault("dobush voter cast --election N", false), None, "a part of a command");
	assert!(fault("dobush voter cast --election N", true).is_some(), "half a command");
	assert_eq!(fault("dobush observer status --election ELECTION | head", true), None);
	assert_eq!(fault("dobush …", true), None);
}

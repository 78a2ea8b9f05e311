//! Papers in and out: printed as PDF pages with QR codes, scanned as the text of such a code or as a picture of it.
//!
//! Beside every PDF lies a text file with what the codes say, a line for each page, for machines without a printer or a
//! camera. Whatever is written bears no time: files are dated 1970, whichever paper they are.

use crate::failure::{because, Failure, Result};
use crate::output::Output;
use ballot_crypto::booth::Unreadable;
use ballot_papers::{Language, PrintedPaper};
use clap::{Args, ValueEnum};
use dobush_client::{keys::files, papers::MAX_LINE};
use std::{
	collections::VecDeque,
	fs,
	io::{self, BufRead, IsTerminal},
	path::{Path, PathBuf},
	time::SystemTime,
};

/// Where papers are printed and in which language.
#[derive(Debug, Clone, Args)]
pub struct PrintArgs {
	/// The folder in which PDF pages appear; a printer's queue watches it and removes what it has printed.
	#[arg(long, value_name = "FOLDER")]
	pub print: PathBuf,
	/// The language of the papers.
	#[arg(long, value_enum, default_value = "ky")]
	pub language: PaperLanguage,
}

/// What was scanned.
#[derive(Debug, Clone, Args)]
pub struct ScanArgs {
	/// Files with the texts of scanned codes, a line for each, or pictures of papers (PNG, JPEG). Without it the lines of
	/// stdin: a scanner types them.
	#[arg(long, value_name = "FILE", num_args = 1..)]
	pub scan: Vec<PathBuf>,
}

/// A language of the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PaperLanguage {
	/// Кыргызча
	Ky,
	/// Русский
	Ru,
	/// English
	En,
}

impl From<PaperLanguage> for Language {
	fn from(language: PaperLanguage) -> Self {
		match language {
			PaperLanguage::Ky => Self::Kyrgyz,
			PaperLanguage::Ru => Self::Russian,
			PaperLanguage::En => Self::English,
		}
	}
}

/// Writes papers into a folder.
#[derive(Clone, Debug)]
pub struct Printer {
	folder: PathBuf,
	language: Language,
}

impl Printer {
	/// A printer; the folder is made if it is not there, for its owner only.
	pub fn open(args: &PrintArgs) -> Result<Self> {
		files::private_folder(&args.print)?;
		Ok(Self { folder: args.print.clone(), language: args.language.into() })
	}

	/// One document `NAME.pdf` with a page for each paper, and `NAME.txt` with a line for each.
	pub fn print(&self, name: &str, papers: &[PrintedPaper<'_>]) -> Result<()> {
		let pdf = ballot_papers::pdf(papers, self.language)
			.map_err(|error| because("the paper cannot be printed")(&error))?;
		let lines: Vec<String> = papers.iter().map(PrintedPaper::code).collect();
		self.write(&format!("{name}.txt"), format!("{}\n", lines.join("\n")).as_bytes())?;
		self.write(&format!("{name}.pdf"), &pdf)
	}

	fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
		let path = self.folder.join(name);
		let written = files::replace(&path, bytes)
			.and_then(|()| fs::File::options().append(true).open(&path)?.set_modified(SystemTime::UNIX_EPOCH));
		written.map_err(|error| Failure::new(format!("cannot print into {}: {error}", path.display())))
	}
}

/// Scanned lines, one after the other: from files, or from stdin.
#[derive(Debug)]
pub enum Scanner {
	/// What is left of the files.
	Files(VecDeque<String>),
	/// Somebody types, or a scanner does.
	Stdin,
}

impl Scanner {
	/// Opens the files, or stdin if there are none.
	pub fn open(args: &ScanArgs, output: &Output) -> Result<Self> {
		if args.scan.is_empty() {
			return Ok(Self::Stdin);
		}
		let mut lines = VecDeque::new();
		for path in &args.scan {
			let bytes = fs::read(path).map_err(|error| {
				Failure::new(format!("cannot read the scan {}: {error}", path.display()))
					.hint("give a file with the texts of the codes, a line for each, or a picture of the papers")
			})?;
			if ballot_papers::is_picture(&bytes) {
				lines.extend(pictured(path, &bytes, output)?);
				continue;
			}
			let text = String::from_utf8(bytes).map_err(|_| {
				Failure::new(format!("{} is neither a text nor a picture", path.display())).hint(
					"give a file with the texts of the codes, a line for each, or a PNG or JPEG picture; not the PDF that was printed",
				)
			})?;
			lines.extend(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
		}
		Ok(Self::Files(lines))
	}

	/// The next line that is not empty; none at the end.
	pub fn next(&mut self, output: &Output, prompt: &str) -> Result<Option<String>> {
		match self {
			Self::Files(lines) => Ok(lines.pop_front()),
			Self::Stdin => {
				if io::stdin().is_terminal() {
					output.say(prompt);
				}
				line(&mut io::stdin().lock())
			}
		}
	}
}

/// The texts of the codes on a picture. A code beside others that cannot be read is said: its paper will be missing.
fn pictured(path: &Path, bytes: &[u8], output: &Output) -> Result<Vec<String>> {
	let again = "photograph the paper flat and in good light, so that the whole code is in the picture; if the paper itself is torn, \
	             ask the staff";
	let found = ballot_papers::codes(bytes)
		.map_err(|error| Failure::new(format!("{} cannot be read: {error}", path.display())).hint(again))?;
	if found.texts.is_empty() {
		let what = if found.unreadable > 0 { "the code on" } else { "there is no code on" };
		let rest = if found.unreadable > 0 { " cannot be read: it is torn, creased or blurred" } else { "" };
		return Err(Failure::new(format!("{what} {}{rest}", path.display())).hint(again));
	}
	if found.unreadable > 0 {
		output.warn(format!("note: another code on {} cannot be read", path.display()));
	}
	Ok(found.texts)
}

fn line(input: &mut impl BufRead) -> Result<Option<String>> {
	loop {
		let mut line = String::new();
		let read = input.read_line(&mut line).map_err(|error| because("cannot read what was scanned")(&error))?;
		if read == 0 {
			return Ok(None);
		}
		if read > MAX_LINE {
			return Err(Unreadable::NotOurs.into());
		}
		if !line.trim().is_empty() {
			return Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()));
		}
	}
}

/// Every line of every file.
pub fn lines(args: &ScanArgs, output: &Output, prompt: &str) -> Result<Vec<String>> {
	let mut scanner = Scanner::open(args, output)?;
	let mut lines = Vec::new();
	while let Some(line) = scanner.next(output, prompt)? {
		lines.push(line);
	}
	Ok(lines)
}

/// Writes lines that anybody may read, such as hashes.
pub(crate) fn write_lines(path: &Path, lines: impl IntoIterator<Item = String>) -> Result<()> {
	let mut text = String::new();
	for line in lines {
		text.push_str(&line);
		text.push('\n');
	}
	files::publish(path, text.as_bytes())
		.map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{booth::Slip, EncodedScalar};
	use ballot_crypto::{
		booth::{Kind, Refusal},
		envelope::Symbol,
	};
	use dobush_client::papers::{any, read, START};

	const SLIP: Slip = Slip { genesis: [1; 32], share: EncodedScalar([2; 32]) };

	fn folder() -> tempfile::TempDir {
		tempfile::tempdir().expect("a temporary folder")
	}

	fn args(folder: &Path) -> PrintArgs {
		PrintArgs { print: folder.join("queue"), language: PaperLanguage::En }
	}

	#[test]
	fn what_is_printed_is_read_again_and_bears_no_time() {
		let folder = folder();
		let printer = Printer::open(&args(folder.path())).expect("a folder");
		printer.print("slip", &[PrintedPaper::Slip(&SLIP)]).expect("printed");
		let path = folder.path().join("queue/slip.txt");
		let scan = ScanArgs { scan: vec![path.clone()] };
		let output = Output::new(false).quiet();
		let lines = lines(&scan, &output, "").expect("it was written");
		assert_eq!(lines.len(), 1);
		assert_eq!(read::<Slip>(&lines[0], &[1; 32]), Ok(SLIP));
		assert_eq!(any(&lines[0]).expect("ours").0, Kind::Slip);
		for file in [path, folder.path().join("queue/slip.pdf")] {
			assert_eq!(fs::metadata(&file).expect("written").modified().expect("a date"), SystemTime::UNIX_EPOCH);
		}
	}

	#[test]
	fn pictures_are_read_and_what_is_none_is_said() {
		let folder = folder();
		let output = Output::new(false).quiet();
		let read_file = |name: &str, bytes: &[u8]| {
			let path = folder.path().join(name);
			fs::write(&path, bytes).expect("written");
			lines(&ScanArgs { scan: vec![path] }, &output, "")
		};
		let mut white = b"P5 64 64 255\n".to_vec();
		white.extend([255; 64 * 64]);
		for (name, bytes, complaint) in [
			("white.pgm", white.as_slice(), "there is no code on"),
			("cut.png", b"\x89PNG\r\n\x1a\n", "cannot be read: the picture is damaged"),
			("print.pdf", b"%PDF-1.7\n\xff\xfe", "is neither a text nor a picture"),
		] {
			let failure = read_file(name, bytes).expect_err(name);
			assert!(failure.to_string().contains(complaint) && failure.next_step().is_some(), "{failure}");
		}
		let missing = lines(&ScanArgs { scan: vec![folder.path().join("nothing")] }, &output, "").expect_err("none");
		assert!(missing.to_string().contains("cannot read the scan") && missing.next_step().is_some(), "{missing}");
	}

	#[test]
	fn an_envelope_with_another_symbol_is_refused_by_its_sign() {
		let symbol = |n| Symbol::new(n).expect("one of four");
		let failure = Failure::from(Refusal::OtherSymbol { wanted: symbol(2), found: symbol(1) });
		assert!(failure.to_string().contains("bears ▲, the print asks for ■"), "{failure}");
	}

	#[test]
	fn torn_foreign_and_wrong_papers_are_told_apart() {
		let code = PrintedPaper::Slip(&SLIP).code();
		let error = |text: &str, genesis: [u8; 32]| Failure::from(read::<Slip>(text, &genesis).expect_err("refused"));
		assert!(error(&code, [9; 32]).to_string().contains("another chain"));
		assert!(error("HELLO", [1; 32]).to_string().contains("none of an election's papers"));
		assert!(error("привет", [1; 32]).to_string().contains("none of an election's papers"));
		assert!(error(&code[..code.len() - 6], [1; 32]).to_string().contains("scan the whole code"));
		assert!(code.starts_with(START));
		for cut in [7, 10, 40, code.len() - 1, code.len() - 2] {
			let said = error(&code[..cut], [1; 32]).to_string();
			assert!(said.contains("misread") || said.contains("scan the whole code"), "{cut}: {said}");
		}
		let mut smudged = code.clone().into_bytes();
		smudged[30] = if smudged[30] == b'A' { b'B' } else { b'A' };
		let smudged = String::from_utf8(smudged).expect("ASCII");
		assert!(error(&smudged, [1; 32]).to_string().contains("misread"), "{smudged}");
		let other = Failure::from(read::<ballot_crypto::booth::Envelope>(&code, &[1; 32]).expect_err("a slip"));
		assert!(other.to_string().contains("a sealed slip") && other.next_step().is_some(), "{other}");
	}

	#[test]
	fn lines_of_a_scanner_may_end_as_they_like() {
		let mut input = io::Cursor::new(b"\n\r\nONE \r\nTWO".to_vec());
		assert_eq!(line(&mut input), Ok(Some("ONE ".to_owned())), "a space is a letter of the code");
		assert_eq!(line(&mut input), Ok(Some("TWO".to_owned())));
		assert_eq!(line(&mut input), Ok(None));
		assert!(line(&mut io::Cursor::new(vec![b'A'; MAX_LINE + 1])).is_err());
	}
}

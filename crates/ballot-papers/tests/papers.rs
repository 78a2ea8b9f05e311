//! Papers are printed, photographed and read: rendered by Poppler at the resolution of a receipt printer, decoded from the
//! picture by a reader that knows nothing of the writer.
#![allow(missing_docs, clippy::unwrap_used)]

use ballot_crypto::{
	booth::{
		visit::Scan, Artefact, Booth, Checkout, Commit, Envelope, Printed, Response, Slip, Ticket, Unreadable, Visit,
	},
	envelope::{Challenge, EnvelopeStatus, Symbol},
	signature::sign,
	CredentialPlace, Secret,
};
use ballot_papers::{pdf, read, Language, NotAPaper, PrintedPaper};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use std::{fs, process::Command};

const GENESIS: [u8; 32] = [1; 32];
const LANGUAGES: [Language; 3] = [Language::Kyrgyz, Language::Russian, Language::English];
/// Dots per inch of common receipt printers.
const DPI: &str = "203";

struct Printout {
	ticket: Ticket,
	slip: Slip,
	/// Envelope, first print, the rest: of a real and of a fake credential.
	real: (Envelope, Commit, Printed),
	fake: (Envelope, Commit, Printed),
}

fn printout(symbol: u8) -> Printout {
	let mut rng = ChaCha20Rng::from_seed([symbol; 32]);
	let [roll, booth, desk, v] = [(); 4].map(|()| Secret::random(&mut rng));
	let by = |secret: &Secret, message: &[u8]| sign(secret, message, &mut ChaCha20Rng::from_seed([9; 32]));
	let place = CredentialPlace { genesis: GENESIS, unit: 1_234, booth: booth.public().0 };
	let kiosk = Booth { place, roll_key: roll.public_element().unwrap() };
	let (ticket, slip) = Ticket::issue(GENESIS, [7; 32], 1_234, desk.public().0, &v, |message| by(&desk, message));
	let signing = |message: &[u8]| by(&booth, message);
	let mut visit = Visit::begin(&kiosk, &ticket, 5, 1..=1, |_| true, signing, &mut rng).unwrap();
	let scan = |symbol, rng: &mut ChaCha20Rng| Scan {
		envelope: Envelope { genesis: GENESIS, booth: place.booth, symbol, challenge: Challenge::random(rng) },
		status: EnvelopeStatus::Fresh,
	};
	let (commit, committed) = visit.real().unwrap().print(&mut rng, signing);
	let of_real = scan(commit.commitment.symbol, &mut rng);
	let real = (of_real.envelope, commit, committed.scan(&of_real).unwrap().respond(signing));
	let of_fake = scan(Symbol::new(symbol).unwrap(), &mut rng);
	let (commit, committed) = visit.fake().unwrap().scan(&of_fake).unwrap().print(&mut rng, signing);
	let fake = (of_fake.envelope, commit, committed.respond(signing));
	Printout { ticket, slip, real, fake }
}

/// A page as a scanner sees it.
struct Picture {
	width: usize,
	height: usize,
	grey: Vec<u8>,
}

/// One picture for each page.
fn render(pdf: &[u8]) -> Vec<Picture> {
	let folder = tempfile::tempdir().unwrap();
	let file = folder.path().join("papers.pdf");
	fs::write(&file, pdf).unwrap();
	let status =
		Command::new("pdftoppm").args(["-gray", "-r", DPI]).arg(&file).arg(folder.path().join("page")).status();
	assert!(status.expect("pdftoppm of Debian's poppler-utils: see scripts/toolchain").success());
	let mut pages: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
	pages.retain(|path| path.extension().is_some_and(|extension| extension == "pgm"));
	pages.sort();
	pages.iter().map(|page| read_pgm(&fs::read(page).unwrap())).collect()
}

/// `P5 width height 255 bytes`
fn read_pgm(bytes: &[u8]) -> Picture {
	let mut fields = bytes.splitn(4, |byte| byte.is_ascii_whitespace());
	let mut number = || std::str::from_utf8(fields.next().unwrap()).unwrap().parse().unwrap_or_default();
	let (_, width, height): (usize, usize, usize) = (number(), number(), number());
	let grey = bytes[bytes.len() - width * height..].to_vec();
	Picture { width, height, grey }
}

/// The texts of the codes that are found.
fn codes(picture: &Picture) -> Vec<String> {
	let at = |x: usize, y: usize| picture.grey[y * picture.width + x];
	let mut image = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, at);
	image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// What a phone makes of a one-page PDF.
fn photographed(pdf: &[u8]) -> Vec<u8> {
	let pictures = render(pdf);
	assert_eq!(pictures.len(), 1);
	let found = codes(&pictures[0]);
	assert_eq!(found.len(), 1, "one code on each paper");
	read(&found[0]).unwrap()
}

fn text_of(pdf: &[u8]) -> String {
	let folder = tempfile::tempdir().unwrap();
	let file = folder.path().join("papers.pdf");
	fs::write(&file, pdf).unwrap();
	let output = Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
	let text = String::from_utf8(output.stdout).unwrap();
	text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_paper_in_every_language_is_read_back_from_its_picture() {
	let Printout { ticket, slip, real: (envelope, commit, printed), .. } = printout(0);
	for language in LANGUAGES {
		let print = |paper: PrintedPaper| photographed(&pdf(&[paper], language).unwrap());
		assert_eq!(Ticket::from_artefact(&print(PrintedPaper::Ticket(&ticket)), &GENESIS), Ok(ticket));
		assert_eq!(Envelope::from_artefact(&print(PrintedPaper::Envelope(&envelope)), &GENESIS), Ok(envelope));
		assert_eq!(Commit::from_artefact(&print(PrintedPaper::Commit(&commit)), &GENESIS), Ok(commit));
		let Printed { checkout, response, .. } = &printed;
		assert_eq!(Checkout::from_artefact(&print(PrintedPaper::Checkout(checkout)), &GENESIS), Ok(*checkout));
		assert_eq!(Response::from_artefact(&print(PrintedPaper::Response(response)), &GENESIS), Ok(*response));
		assert_eq!(Slip::from_artefact(&print(PrintedPaper::Slip(&slip)), &GENESIS), Ok(slip));
	}
}

#[test]
fn the_prints_of_a_credential_come_as_one_strip_of_pages() {
	let Printout { real: (_, commit, printed), .. } = printout(1);
	let papers = [
		PrintedPaper::Commit(&commit),
		PrintedPaper::Checkout(&printed.checkout),
		PrintedPaper::Response(&printed.response),
	];
	let pictures = render(&pdf(&papers, Language::Russian).unwrap());
	let found: Vec<_> = pictures.iter().flat_map(codes).collect();
	assert_eq!(found, papers.map(|paper| paper.code()));
	for picture in &pictures {
		assert_eq!(picture.width, (80.0 / 25.4 * 203.0f32).ceil() as usize, "80 mm wide");
		assert!(picture.height < 200 * 8, "not longer than 200 mm");
	}
}

/// The code must be large enough for the dots of the printer: three for each module.
#[test]
fn modules_are_at_least_three_dots_wide() {
	let Printout { real: (_, _, printed), .. } = printout(2);
	// The largest code: 458 bytes are 687 characters.
	let code = PrintedPaper::Checkout(&printed.checkout).code();
	assert_eq!(code.len(), 687);
	let picture = &render(&pdf(&[PrintedPaper::Checkout(&printed.checkout)], Language::English).unwrap())[0];
	let row = picture.height - picture.height / 3;
	let dark: Vec<bool> =
		picture.grey[row * picture.width..(row + 1) * picture.width].iter().map(|grey| *grey < 128).collect();
	let runs: Vec<usize> = dark.chunk_by(|a, b| a == b).map(<[bool]>::len).collect();
	assert!(runs.len() > 20 && runs.iter().all(|run| *run >= 3), "{runs:?}");
}

/// Same words, same size, same place: only symbol and code differ, as they do between two real ones.
#[test]
fn real_and_fake_look_alike() {
	let Printout { real, fake, .. } = printout(3);
	for language in LANGUAGES {
		let strip = |(_, commit, printed): &(Envelope, Commit, Printed)| {
			pdf(
				&[
					PrintedPaper::Commit(commit),
					PrintedPaper::Checkout(&printed.checkout),
					PrintedPaper::Response(&printed.response),
				],
				language,
			)
			.unwrap()
		};
		let (real, fake) = (strip(&real), strip(&fake));
		let without_symbols = |pdf: &[u8]| text_of(pdf).replace(['●', '▲', '■', '★'], "");
		assert_eq!(without_symbols(&real), without_symbols(&fake));
		let sizes = |pdf: &[u8]| render(pdf).iter().map(|page| (page.width, page.height)).collect::<Vec<_>>();
		assert_eq!(sizes(&real), sizes(&fake));
	}
}

#[test]
fn a_pdf_bears_no_date_and_is_made_the_same_again() {
	let Printout { real: (_, commit, _), .. } = printout(0);
	let one = pdf(&[PrintedPaper::Commit(&commit)], Language::Kyrgyz).unwrap();
	assert_eq!(one, pdf(&[PrintedPaper::Commit(&commit)], Language::Kyrgyz).unwrap());
	let text = String::from_utf8_lossy(&one);
	for trace in ["CreationDate", "ModDate", "CreateDate", "ModifyDate", "MetadataDate"] {
		assert!(!text.contains(trace), "{trace}");
	}
}

#[test]
fn the_words_are_in_the_language_asked_for_and_no_letter_is_missing() {
	let Printout { ticket, slip, real: (envelope, commit, printed), .. } = printout(0);
	let papers = [
		PrintedPaper::Ticket(&ticket),
		PrintedPaper::Envelope(&envelope),
		PrintedPaper::Commit(&commit),
		PrintedPaper::Checkout(&printed.checkout),
		PrintedPaper::Response(&printed.response),
		PrintedPaper::Slip(&slip),
	];
	let font = ttf_parser::Face::parse(include_bytes!("../assets/DejaVuSans-subset.ttf"), 0).unwrap();
	for (language, words) in [
		(Language::Kyrgyz, ["Каттоо талону", "Үчүнчү басылма", "Мөөрлөнгөн барак", "Участка 1234", "Келүү 5"]),
		(
			Language::Russian,
			["Талон регистрации", "Третья распечатка", "Запечатанный листок", "Участок 1234", "Посещение 5"],
		),
		(Language::English, ["Check-in ticket", "Third print", "Sealed slip", "Unit 1234", "Visit 5"]),
	] {
		let text = text_of(&pdf(&papers, language).unwrap());
		for words in words {
			assert!(text.contains(words), "{words} in {text}");
		}
		for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
			assert!(font.glyph_index(letter).is_some(), "{letter} has no glyph");
		}
	}
}

/// A crease or a stain over a twentieth of the code is mended by its error correction; a missing half is not, and says so.
#[test]
fn a_stained_code_is_read_and_a_torn_one_is_not() {
	let Printout { real: (_, commit, _), .. } = printout(1);
	let paper = PrintedPaper::Commit(&commit);
	let mut picture = render(&pdf(&[paper], Language::English).unwrap()).remove(0);
	let (middle, right) = (picture.height - picture.width / 2, picture.width / 2);
	for y in middle..middle + picture.width / 8 {
		for x in right..right + picture.width / 8 {
			picture.grey[y * picture.width + x] = 0;
		}
	}
	assert_eq!(codes(&picture), [paper.code()]);
	for y in middle..picture.height {
		for x in 0..picture.width {
			picture.grey[y * picture.width + x] = 255;
		}
	}
	assert!(codes(&picture).is_empty());
}

/// As a telephone or a scanner of pages delivers them: colours, another resolution, a format that loses something.
#[test]
fn pictures_of_pages_are_read_without_a_scanner() {
	let Printout { real: (envelope, commit, printed), .. } = printout(1);
	let papers = [
		PrintedPaper::Commit(&commit),
		PrintedPaper::Checkout(&printed.checkout),
		PrintedPaper::Response(&printed.response),
		PrintedPaper::Envelope(&envelope),
	];
	let folder = tempfile::tempdir().unwrap();
	let file = folder.path().join("papers.pdf");
	fs::write(&file, pdf(&papers, Language::Russian).unwrap()).unwrap();
	for (format, dpi) in [("-png", "300"), ("-jpeg", "254")] {
		let stem = folder.path().join(format.trim_start_matches('-'));
		let status = Command::new("pdftoppm").args([format, "-r", dpi]).arg(&file).arg(&stem).status();
		assert!(status.expect("pdftoppm of Debian's poppler-utils: see scripts/toolchain").success());
		let mut pages: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
		pages.retain(|path| path.to_string_lossy().starts_with(&*stem.to_string_lossy()));
		pages.sort();
		let found: Vec<_> =
			pages.iter().flat_map(|page| ballot_papers::codes(&fs::read(page).unwrap()).unwrap().texts).collect();
		assert_eq!(found, papers.map(|paper| paper.code()), "{format}");
	}
}

#[test]
fn scanned_texts_that_are_no_paper_are_refused() {
	for text in ["https://example.org/", "dobush", "::::", &"A".repeat(5_000)] {
		assert_eq!(read(text), Err(NotAPaper), "{text}");
	}
	// Good base45 of something else: the artefact's own check says so.
	let bytes = read(&base45::encode(b"something else")).unwrap();
	assert_eq!(Slip::from_artefact(&bytes, &GENESIS).unwrap_err(), Unreadable::NotOurs);
	// Half of a code's text, as some scanners deliver.
	let Printout { slip, .. } = printout(0);
	let code = PrintedPaper::Slip(&slip).code();
	let half = read(&code[..54]).unwrap();
	assert_eq!(Slip::from_artefact(&half, &GENESIS).unwrap_err(), Unreadable::Length { wanted: 72, found: 36 });
	assert_eq!(read(&code).unwrap(), slip.to_artefact());
}

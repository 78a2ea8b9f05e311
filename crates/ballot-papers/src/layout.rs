//! The layout of papers as PDF pages: words and the modules of a QR code. 80 mm wide, of which 72 mm are printed, as
//! receipt printers have it. Lengths are in points, 1/72 inch.

use crate::{
	code::{modules, Modules},
	paper::PrintedPaper,
	texts::{unit, visit, words, Language, SYMBOLS},
};
use krilla::{
	color::luma,
	geom::{Path, PathBuilder, Point, Rect},
	page::PageSettings,
	paint::Fill,
	surface::Surface,
	text::{Font, TextDirection},
	Document,
};

const FONT: &[u8] = include_bytes!("../assets/DejaVuSans-subset.ttf");
const MM: f32 = 72.0 / 25.4;
const PAGE_WIDTH: f32 = 80.0 * MM;
const MARGIN: f32 = 4.0 * MM;
const PRINTED: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Modules of white around a code, as its standard asks for; the page's margin is white as well.
const QUIET: f32 = 4.0;
/// A module is at most this large, so that small codes do not fill the page: 0.75 mm, six dots of a thermal printer.
const LARGEST_MODULE: f32 = 0.75 * MM;

/// Why papers cannot be printed. No paper can cause any of these; they exist so that nothing panics.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
	/// The artefact does not fit into a QR code.
	#[error("the paper's code does not fit: {0}")]
	Code(#[from] qrcode::types::QrError),
	/// The embedded font cannot be read.
	#[error("the embedded font cannot be read")]
	Font,
	/// The PDF cannot be written.
	#[error("the PDF cannot be written: {0}")]
	Pdf(String),
}

/// One line of text with the size of its letters, in points.
struct Line {
	text: String,
	size: f32,
}

impl Line {
	fn height(&self) -> f32 {
		self.size * 1.3
	}
}

/// Measures text, in order to break lines.
struct Metrics<'a>(ttf_parser::Face<'a>);

impl Metrics<'_> {
	fn width(&self, text: &str, size: f32) -> f32 {
		let units: u32 = text
			.chars()
			.map(|char| self.0.glyph_index(char).and_then(|glyph| self.0.glyph_hor_advance(glyph)).unwrap_or_default())
			.map(u32::from)
			.sum();
		units as f32 * size / f32::from(self.0.units_per_em())
	}

	/// Breaks a text at spaces into lines that fit the paper.
	fn wrap(&self, text: &str, size: f32) -> Vec<Line> {
		let mut lines: Vec<String> = Vec::new();
		for word in text.split(' ') {
			match lines.last_mut() {
				Some(line) if self.width(line, size) + self.width(" ", size) + self.width(word, size) <= PRINTED => {
					line.push(' ');
					line.push_str(word);
				}
				_ => lines.push(word.to_owned()),
			}
		}
		lines.into_iter().map(|text| Line { text, size }).collect()
	}
}

/// A PDF with one page for each paper, 80 mm wide and as long as needed. The same papers always yield the same bytes.
pub fn pdf(papers: &[PrintedPaper], language: Language) -> Result<Vec<u8>, PrintError> {
	let font = Font::new(FONT.into(), 0).ok_or(PrintError::Font)?;
	let metrics = Metrics(ttf_parser::Face::parse(FONT, 0).map_err(|_| PrintError::Font)?);
	let mut document = Document::new();
	for paper in papers {
		let lines = lines(paper, language, &metrics);
		let code = modules(&paper.artefact())?;
		let module = (PRINTED / (code.width as f32 + 2.0 * QUIET)).min(LARGEST_MODULE);
		let side = module * (code.width as f32 + 2.0 * QUIET);
		let height = 2.0 * MARGIN + lines.iter().map(Line::height).sum::<f32>() + side;
		let settings = PageSettings::from_wh(PAGE_WIDTH, height)
			.ok_or_else(|| PrintError::Pdf("a page has no size".to_owned()))?;
		let mut page = document.start_page_with(settings);
		let mut surface = page.surface();
		surface.set_fill(Some(Fill { paint: luma::Color::black().into(), ..Fill::default() }));
		let mut y = MARGIN;
		for line in &lines {
			let baseline = Point::from_xy(MARGIN, y + line.size);
			surface.draw_text(baseline, font.clone(), line.size, &line.text, false, TextDirection::LeftToRight);
			y += line.height();
		}
		draw(&mut surface, &code, (PAGE_WIDTH - module * code.width as f32) / 2.0, y + module * QUIET, module);
		surface.finish();
		page.finish();
	}
	document.finish().map_err(|error| PrintError::Pdf(format!("{error:?}")))
}

/// The lines of a paper, from top to bottom.
fn lines(paper: &PrintedPaper, language: Language, metrics: &Metrics) -> Vec<Line> {
	let words = words(paper, language);
	let mut lines = metrics.wrap(words.title, 14.0);
	match paper {
		PrintedPaper::Envelope(paper) => lines.extend(symbol(paper.symbol.index())),
		PrintedPaper::Commit(paper) => {
			let commitment = &paper.commitment;
			lines.extend(symbol(commitment.symbol.index()));
			let text = format!("{} {} · {} {}", unit(language), commitment.unit, visit(language), commitment.session);
			lines.push(Line { text, size: 9.0 });
		}
		PrintedPaper::Ticket(paper) => lines.push(of_unit(paper.order.unit, language)),
		PrintedPaper::Checkout(paper) => lines.push(of_unit(paper.enrolment.order.unit, language)),
		PrintedPaper::Response(_) | PrintedPaper::Slip(_) => (),
	}
	lines.extend(metrics.wrap(words.advice, 9.0));
	lines
}

fn of_unit(number: u16, language: Language) -> Line {
	Line { text: format!("{} {number}", unit(language)), size: 9.0 }
}

fn symbol(index: u8) -> Option<Line> {
	let sign = SYMBOLS.get(usize::from(index))?;
	Some(Line { text: (*sign).to_owned(), size: 40.0 })
}

/// Draws the dark modules; each run of them in a row is one rectangle.
fn draw(surface: &mut Surface, code: &Modules, left: f32, top: f32, module: f32) {
	let mut path = PathBuilder::new();
	for (row, dark) in code.dark.chunks(code.width.max(1)).enumerate() {
		let mut column = 0;
		while column < dark.len() {
			let run = dark[column..].iter().take_while(|dark| **dark).count();
			let at = (left + module * column as f32, top + module * row as f32);
			if let Some(rect) = (run > 0).then(|| Rect::from_xywh(at.0, at.1, module * run as f32, module)).flatten() {
				path.push_rect(rect);
			}
			column += run.max(1);
		}
	}
	let path: Option<Path> = path.finish();
	if let Some(path) = path {
		surface.draw_path(&path);
	}
}

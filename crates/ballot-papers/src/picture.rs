//! Pictures of papers: the texts of the QR codes on a scan or a photograph.
//!
//! PNG, JPEG, and the plain grey maps (PGM) that scanning programs write. A picture is somebody else's bytes: its size is bounded
//! before anything is unpacked.

mod png;

use zune_jpeg::{
	zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
	JpegDecoder,
};

/// The longest side of a picture, in pixels: more than a telephone's camera or a scanner of pages has.
const MAX_SIDE: usize = 16_384;
/// The most pixels of a picture.
const MAX_PIXELS: usize = 120_000_000;
/// How often a picture is halved when no code is found in it: noise of the sensor goes away.
const HALVINGS: u32 = 3;

/// Why a picture says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPicture {
	/// Another kind of file.
	#[error("it is no PNG, JPEG or PGM picture")]
	Format,
	/// More pixels than are looked at.
	#[error("the picture has more than {MAX_PIXELS} pixels or a side longer than {MAX_SIDE}")]
	TooLarge,
	/// The file is cut off or damaged.
	#[error("the picture is damaged: {0}")]
	Damaged(String),
}

/// What was found in a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
	/// The text of each code.
	pub texts: Vec<String>,
	/// Codes that are there and cannot be read: torn, creased, blurred.
	pub unreadable: usize,
}

/// Whether these bytes begin like a picture that [`codes`] reads.
pub fn is_picture(bytes: &[u8]) -> bool {
	Format::of(bytes).is_some()
}

/// The codes of a picture.
pub fn codes(bytes: &[u8]) -> Result<Codes, NotAPicture> {
	let mut picture = match Format::of(bytes).ok_or(NotAPicture::Format)? {
		Format::Png => png::read(bytes)?,
		Format::Jpeg => jpeg(bytes)?,
		Format::Pgm => pgm(bytes)?,
	};
	let mut best = picture.find();
	for _ in 0..HALVINGS {
		if best.unreadable == 0 && !best.texts.is_empty() {
			break;
		}
		picture = picture.half();
		let found = picture.find();
		if found.texts.len() > best.texts.len() {
			best = found;
		}
	}
	Ok(best)
}

#[derive(Clone, Copy)]
enum Format {
	Png,
	Jpeg,
	Pgm,
}

impl Format {
	fn of(bytes: &[u8]) -> Option<Self> {
		match bytes {
			[0x89, b'P', b'N', b'G', ..] => Some(Self::Png),
			[0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
			[b'P', b'5', space, ..] if space.is_ascii_whitespace() => Some(Self::Pgm),
			_ => None,
		}
	}
}

/// Grey, row by row.
struct Picture {
	width: usize,
	height: usize,
	grey: Vec<u8>,
}

impl Picture {
	fn new(width: usize, height: usize, grey: Vec<u8>) -> Result<Self, NotAPicture> {
		ensure_size(width, height)?;
		match width.checked_mul(height) {
			Some(pixels) if pixels == grey.len() && pixels > 0 => Ok(Self { width, height, grey }),
			_ => Err(NotAPicture::Damaged("it has fewer pixels than it says".to_owned())),
		}
	}

	fn at(&self, x: usize, y: usize) -> u8 {
		let index = y.saturating_mul(self.width).saturating_add(x);
		self.grey.get(index).copied().unwrap_or(u8::MAX)
	}

	fn find(&self) -> Codes {
		let mut codes = Codes::default();
		if self.width < 21 || self.height < 21 {
			// Smaller than the smallest code.
			return codes;
		}
		let mut image = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, |x, y| self.at(x, y));
		for grid in image.detect_grids() {
			match grid.decode() {
				Ok((_, text)) => codes.texts.push(text),
				Err(_) => codes.unreadable += 1,
			}
		}
		codes
	}

	/// Each pixel the mean of four.
	fn half(&self) -> Self {
		let (width, height) = (self.width / 2, self.height / 2);
		let mean = |x: usize, y: usize| {
			let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| u16::from(self.at(2 * x + dx, 2 * y + dy)));
			// Four bytes divided by four are a byte.
			u8::try_from(four.iter().sum::<u16>() / 4).unwrap_or(u8::MAX)
		};
		let grey = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| mean(x, y)).collect();
		Self { width, height, grey }
	}
}

fn ensure_size(width: usize, height: usize) -> Result<(), NotAPicture> {
	let pixels = width.saturating_mul(height);
	if width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS {
		return Err(NotAPicture::TooLarge);
	}
	Ok(())
}

fn jpeg(bytes: &[u8]) -> Result<Picture, NotAPicture> {
	let damaged = |error: zune_jpeg::errors::DecodeErrors| NotAPicture::Damaged(error.to_string());
	let options = DecoderOptions::default()
		.set_max_width(MAX_SIDE)
		.set_max_height(MAX_SIDE)
		.set_use_unsafe(false)
		.jpeg_set_out_colorspace(ColorSpace::Luma);
	let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
	decoder.decode_headers().map_err(damaged)?;
	let info = decoder.info().ok_or_else(|| NotAPicture::Damaged("it has no header".to_owned()))?;
	let (width, height) = (usize::from(info.width), usize::from(info.height));
	ensure_size(width, height)?;
	let grey = decoder.decode().map_err(damaged)?;
	Picture::new(width, height, grey)
}

/// `P5 width height 255 bytes`, with comments between the numbers.
fn pgm(bytes: &[u8]) -> Result<Picture, NotAPicture> {
	let damaged = || NotAPicture::Damaged("its header cannot be read".to_owned());
	let mut rest = bytes.get(2..).unwrap_or_default();
	let mut number = || -> Result<usize, NotAPicture> {
		loop {
			rest = rest.trim_ascii_start();
			match rest.split_first() {
				Some((b'#', comment)) => {
					let end = comment.iter().position(|byte| *byte == b'\n').ok_or_else(damaged)?;
					rest = comment.get(end..).unwrap_or_default();
				}
				_ => break,
			}
		}
		let digits = rest.iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
		let (number, after) = rest.split_at_checked(digits).ok_or_else(damaged)?;
		rest = after;
		std::str::from_utf8(number).ok().and_then(|number| number.parse().ok()).ok_or_else(damaged)
	};
	let (width, height, most) = (number()?, number()?, number()?);
	if most != 255 {
		return Err(NotAPicture::Damaged("its greys are not bytes".to_owned()));
	}
	ensure_size(width, height)?;
	// One white space ends the header.
	let grey = rest.get(1..).unwrap_or_default();
	let pixels = width.checked_mul(height).ok_or(NotAPicture::TooLarge)?;
	Picture::new(width, height, grey.get(..pixels).unwrap_or_default().to_vec())
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A picture of a code, four pixels for each module, black on white.
	fn picture_of(text: &str) -> Picture {
		let code = qrcode::QrCode::new(text).expect("short");
		let modules = code.width();
		let side = (modules + 8) * 4;
		let dark = |x: usize, y: usize| {
			let inside = |n: usize| (n / 4).checked_sub(4).filter(|n| *n < modules);
			matches!((inside(x), inside(y)), (Some(x), Some(y)) if code[(x, y)] == qrcode::Color::Dark)
		};
		let grey = (0..side * side).map(|n| if dark(n % side, n / side) { 20 } else { 235 }).collect();
		Picture::new(side, side, grey).expect("as large as it says")
	}

	fn as_pgm(picture: &Picture) -> Vec<u8> {
		let mut bytes = format!("P5 # by a scanner\n{} {}\n255\n", picture.width, picture.height).into_bytes();
		bytes.extend(&picture.grey);
		bytes
	}

	#[test]
	fn a_code_is_read_from_a_grey_map() {
		let bytes = as_pgm(&picture_of("DOBUSH"));
		assert!(is_picture(&bytes));
		assert_eq!(codes(&bytes), Ok(Codes { texts: vec!["DOBUSH".to_owned()], unreadable: 0 }));
	}

	#[test]
	fn what_is_no_picture_or_a_damaged_one_is_refused() {
		assert_eq!(codes(b"%PDF-1.7"), Err(NotAPicture::Format));
		assert_eq!(codes(b""), Err(NotAPicture::Format));
		assert!(!is_picture("ES8X50UZU/$JN6F".as_bytes()));
		let picture = picture_of("DOBUSH");
		let whole = as_pgm(&picture);
		for cut in [3, 8, 20, whole.len() / 2] {
			let cut = whole.get(..cut).expect("shorter");
			assert!(matches!(codes(cut), Err(NotAPicture::Damaged(_))), "{:?}", codes(cut));
		}
		assert!(matches!(codes(&[0xff, 0xd8, 0xff, 0xe0, 0, 16]), Err(NotAPicture::Damaged(_))));
		assert_eq!(codes(b"P5 99999 9 255\n"), Err(NotAPicture::TooLarge));
		assert_eq!(codes(b"P5 16000 16000 255\n"), Err(NotAPicture::TooLarge));
	}

	#[test]
	fn a_picture_without_a_code_has_none_and_a_torn_code_is_counted() {
		let mut picture = picture_of("DOBUSH");
		let white = Picture { grey: vec![235; picture.grey.len()], ..picture_of("DOBUSH") };
		assert_eq!(codes(&as_pgm(&white)), Ok(Codes::default()));
		// The three finders stay; what lies between them is smudged.
		let (side, finder) = (picture.width, (4 + 8) * 4);
		for (n, grey) in picture.grey.iter_mut().enumerate() {
			let (x, y) = (n % side, n / side);
			if x >= finder && y >= finder && x < side - 16 && y < side - 16 {
				*grey = 128;
			}
		}
		let found = codes(&as_pgm(&picture)).expect("a picture");
		assert!(found.texts.is_empty(), "{found:?}");
	}
}

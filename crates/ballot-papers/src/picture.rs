//! Pictures of papers: reads the texts of the QR codes on a scan or a photograph.
//!
//! PNG, JPEG, and the plain grey maps (PGM) that scanning programs write. A picture comes from outside: its size is
//! bounded before anything is unpacked.

mod grey;
mod jpeg;
mod pgm;
mod png;

pub use grey::{Codes, NotAPicture};

/// How often a picture is halved at most when a code in it is not read: that removes the noise of the sensor.
const HALVINGS: u32 = 3;

/// Whether these bytes begin like a picture that [`codes`] reads.
pub fn is_picture(bytes: &[u8]) -> bool {
	Format::of(bytes).is_some()
}

/// Reads the QR codes of a picture.
pub fn codes(bytes: &[u8]) -> Result<Codes, NotAPicture> {
	let mut picture = match Format::of(bytes).ok_or(NotAPicture::Format)? {
		Format::Png => png::read(bytes)?,
		Format::Jpeg => jpeg::read(bytes)?,
		Format::Pgm => pgm::read(bytes)?,
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

#[cfg(test)]
mod tests {
	use super::{grey::Picture, *};

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

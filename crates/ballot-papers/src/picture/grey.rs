//! A picture in shades of grey, and the QR codes that are found in it.

/// The longest side that a picture may have, in pixels: more than the camera of a telephone or a page scanner has.
pub(super) const MAX_SIDE: usize = 16_384;
/// The most pixels that a picture may have.
const MAX_PIXELS: usize = 120_000_000;

/// Why a picture cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPicture {
	/// Another kind of file.
	#[error("it is no PNG, JPEG or PGM picture")]
	Format,
	/// It has more pixels than allowed.
	#[error("the picture has more than {MAX_PIXELS} pixels or a side longer than {MAX_SIDE}")]
	TooLarge,
	/// The file is cut off or damaged.
	#[error("the picture is damaged: {0}")]
	Damaged(String),
}

/// What was found in a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
	/// The texts of the codes that were read.
	pub texts: Vec<String>,
	/// The number of codes that were found and cannot be read: torn, creased, blurred.
	pub unreadable: usize,
}

/// A picture: one byte for each pixel, row by row, 0 is black.
pub(super) struct Picture {
	pub(super) width: usize,
	pub(super) height: usize,
	pub(super) grey: Vec<u8>,
}

impl Picture {
	pub(super) fn new(width: usize, height: usize, grey: Vec<u8>) -> Result<Self, NotAPicture> {
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

	pub(super) fn find(&self) -> Codes {
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

	/// Half as wide and half as high; each pixel is the mean of four.
	pub(super) fn half(&self) -> Self {
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

/// Refuses a picture with more pixels than allowed, before anything is unpacked.
pub(super) fn ensure_size(width: usize, height: usize) -> Result<(), NotAPicture> {
	let pixels = width.saturating_mul(height);
	if width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS {
		return Err(NotAPicture::TooLarge);
	}
	Ok(())
}

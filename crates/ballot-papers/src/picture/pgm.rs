//! Plain grey maps (PGM), as scanning programs write them.

use super::grey::{ensure_size, NotAPicture, Picture};

/// `P5 width height 255 bytes`, with comments between the numbers.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, NotAPicture> {
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

//! JPEG (ISO/IEC 10918-1) as grey, by zune-jpeg.

use super::grey::{ensure_size, NotAPicture, Picture, MAX_SIDE};
use zune_jpeg::{
	zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
	JpegDecoder,
};

/// Reads a picture.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, NotAPicture> {
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

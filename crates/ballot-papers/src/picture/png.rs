//! PNG as grey (ISO/IEC 15948): all colour types and depths, but no interlacing, which no camera and no scanner writes.
//!
//! Written by hand, because the crates for it bring features with which the whole SDK would be built again
//! (docs/dependencies.md). flate2 inflates. The size in the header, which is checked first, bounds everything that is
//! allocated.

use super::grey::{ensure_size, NotAPicture, Picture};
use flate2::{read::ZlibDecoder, Crc};
use std::io::Read;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Reads a picture.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, NotAPicture> {
	let mut rest = bytes.strip_prefix(SIGNATURE).ok_or_else(|| damaged("it is cut off"))?;
	let (kind, header) = chunk(&mut rest)?;
	if &kind != b"IHDR" {
		return Err(damaged("it has no header"));
	}
	let header = Header::read(header)?;
	let (mut palette, mut alphas, mut packed): (&[u8], &[u8], Vec<u8>) = (&[], &[], Vec::new());
	loop {
		let (kind, content) = chunk(&mut rest)?;
		match &kind {
			b"PLTE" => palette = content,
			b"tRNS" => alphas = content,
			b"IDAT" => packed.extend_from_slice(content),
			b"IEND" => break,
			_ => (),
		}
	}
	let line = header.line_bytes();
	// Line by line, because a small file can unpack to a thousand times its size, with eight bytes for each pixel; only
	// the grey of lines that are really there is kept.
	let mut lines = ZlibDecoder::new(packed.as_slice());
	let (mut grey, mut above, mut coded) = (Vec::new(), vec![0; line], vec![0; line.saturating_add(1)]);
	for _ in 0..header.height {
		lines.read_exact(&mut coded).map_err(|_| damaged("its pixels cannot be unpacked"))?;
		let Some((filter, coded)) = coded.split_first_mut() else { continue };
		unfilter(*filter, coded, &above, header.pixel_bytes())?;
		above.copy_from_slice(coded);
		grey.extend((0..header.width).map(|x| header.grey(coded, x, palette, alphas)));
	}
	Picture::new(header.width, header.height, grey)
}

fn damaged(what: &str) -> NotAPicture {
	NotAPicture::Damaged(what.to_owned())
}

/// The next chunk: length, kind, content, checksum.
fn chunk<'a>(rest: &mut &'a [u8]) -> Result<([u8; 4], &'a [u8]), NotAPicture> {
	let cut_off = || damaged("it is cut off");
	let (length, after) = rest.split_first_chunk::<4>().ok_or_else(cut_off)?;
	let (kind, after) = after.split_first_chunk::<4>().ok_or_else(cut_off)?;
	let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| NotAPicture::TooLarge)?;
	let (content, after) = after.split_at_checked(length).ok_or_else(cut_off)?;
	let (sum, after) = after.split_first_chunk::<4>().ok_or_else(cut_off)?;
	let mut crc = Crc::new();
	crc.update(kind);
	crc.update(content);
	if crc.sum() != u32::from_be_bytes(*sum) {
		return Err(damaged("a checksum does not hold"));
	}
	*rest = after;
	Ok((*kind, content))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Color {
	Grey,
	Rgb,
	Palette,
	GreyAlpha,
	RgbAlpha,
}

struct Header {
	width: usize,
	height: usize,
	depth: u8,
	color: Color,
}

impl Header {
	fn read(content: &[u8]) -> Result<Self, NotAPicture> {
		let [w0, w1, w2, w3, h0, h1, h2, h3, depth, color, 0, 0, interlaced] = *content else {
			return Err(damaged("its header cannot be read"));
		};
		let size = |bytes| usize::try_from(u32::from_be_bytes(bytes)).map_err(|_| NotAPicture::TooLarge);
		let (width, height) = (size([w0, w1, w2, w3])?, size([h0, h1, h2, h3])?);
		ensure_size(width, height)?;
		let color = match (color, depth) {
			(0, 1 | 2 | 4 | 8 | 16) => Color::Grey,
			(2, 8 | 16) => Color::Rgb,
			(3, 1 | 2 | 4 | 8) => Color::Palette,
			(4, 8 | 16) => Color::GreyAlpha,
			(6, 8 | 16) => Color::RgbAlpha,
			_ => return Err(damaged("its header cannot be read")),
		};
		if interlaced != 0 {
			return Err(damaged("it is interlaced; save it without"));
		}
		Ok(Self { width, height, depth, color })
	}

	fn channels(&self) -> usize {
		match self.color {
			Color::Grey | Color::Palette => 1,
			Color::GreyAlpha => 2,
			Color::Rgb => 3,
			Color::RgbAlpha => 4,
		}
	}

	fn line_bytes(&self) -> usize {
		self.width.saturating_mul(self.channels()).saturating_mul(self.depth.into()).div_ceil(8)
	}

	/// The distance to the byte of the pixel on the left, for the filters.
	fn pixel_bytes(&self) -> usize {
		(self.channels() * usize::from(self.depth) / 8).max(1)
	}

	/// A sample as it stands in the line; of 16 bits the upper half.
	fn sample(&self, line: &[u8], index: usize) -> u8 {
		let byte = |index: usize| line.get(index).copied().unwrap_or_default();
		match self.depth {
			16 => byte(2 * index),
			8 => byte(index),
			depth => {
				let (depth, per_byte) = (usize::from(depth), 8 / usize::from(depth));
				let shift = 8 - depth * (index % per_byte + 1);
				(byte(index / per_byte) >> shift) & ((1 << depth) - 1)
			}
		}
	}

	/// A sample of fewer bits as eight.
	fn level(&self, sample: u8) -> u8 {
		match self.depth {
			1 => sample * 255,
			2 => sample * 85,
			4 => sample * 17,
			_ => sample,
		}
	}

	fn grey(&self, line: &[u8], x: usize, palette: &[u8], alphas: &[u8]) -> u8 {
		let first = x * self.channels();
		let at = |channel: usize| self.level(self.sample(line, first + channel));
		match self.color {
			Color::Grey => at(0),
			Color::GreyAlpha => over_white(at(0), at(1)),
			Color::Rgb => luma([at(0), at(1), at(2)]),
			Color::RgbAlpha => over_white(luma([at(0), at(1), at(2)]), at(3)),
			Color::Palette => {
				let index = usize::from(self.sample(line, first));
				let entry = palette.as_chunks::<3>().0.get(index).copied().unwrap_or_default();
				over_white(luma(entry), alphas.get(index).copied().unwrap_or(255))
			}
		}
	}
}

fn luma([r, g, b]: [u8; 3]) -> u8 {
	let sum = u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114;
	u8::try_from(sum / 1000).unwrap_or(u8::MAX)
}

/// A grey over white paper, with this opacity.
fn over_white(grey: u8, alpha: u8) -> u8 {
	let (grey, alpha) = (u32::from(grey), u32::from(alpha));
	u8::try_from((grey * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
}

/// Undoes the filter of a line, byte by byte. `pixel` is the number of bytes of a pixel.
fn unfilter(filter: u8, line: &mut [u8], above: &[u8], pixel: usize) -> Result<(), NotAPicture> {
	if filter > 4 {
		return Err(damaged("a line has no known filter"));
	}
	for index in 0..line.len() {
		let before =
			|bytes: &[u8]| index.checked_sub(pixel).and_then(|left| bytes.get(left)).copied().unwrap_or_default();
		let (left, corner) = (before(line), before(above));
		let up = above.get(index).copied().unwrap_or_default();
		let predicted = match filter {
			0 => 0,
			1 => left,
			2 => up,
			3 => left.midpoint(up),
			_ => paeth(left, up, corner),
		};
		if let Some(byte) = line.get_mut(index) {
			*byte = byte.wrapping_add(predicted);
		}
	}
	Ok(())
}

/// The one of left, up and corner that is nearest to left + up − corner.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
	let estimate = i16::from(left) + i16::from(up) - i16::from(corner);
	let distance = |from: u8| (estimate - i16::from(from)).abs();
	if distance(left) <= distance(up) && distance(left) <= distance(corner) {
		left
	} else if distance(up) <= distance(corner) {
		up
	} else {
		corner
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use flate2::{write::ZlibEncoder, Compression};
	use std::io::Write;

	/// Appends a chunk with its checksum.
	fn put(png: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
		let mut crc = Crc::new();
		crc.update(kind);
		crc.update(content);
		png.extend((content.len() as u32).to_be_bytes());
		png.extend(kind);
		png.extend(content);
		png.extend(crc.sum().to_be_bytes());
	}

	/// A picture of these coded lines, each with its filter in front.
	fn png(width: u32, color: u8, depth: u8, lines: &[&[u8]], more: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
		let mut png = SIGNATURE.to_vec();
		let size = [width.to_be_bytes(), (lines.len() as u32).to_be_bytes()].concat();
		put(&mut png, b"IHDR", &[size.as_slice(), &[depth, color, 0, 0, 0]].concat());
		more.iter().for_each(|(kind, content)| put(&mut png, kind, content));
		let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
		encoder.write_all(&lines.concat()).expect("into memory");
		let packed = encoder.finish().expect("into memory");
		let (one, two) = packed.split_at(packed.len() / 2);
		put(&mut png, b"IDAT", one);
		put(&mut png, b"IDAT", two);
		put(&mut png, b"IEND", b"");
		png
	}

	fn grey(png: &[u8]) -> Vec<u8> {
		read(png).expect("well formed").grey
	}

	#[test]
	fn every_colour_and_depth_becomes_grey() {
		assert_eq!(grey(&png(2, 0, 8, &[&[0, 7, 200]], &[])), [7, 200]);
		assert_eq!(grey(&png(2, 0, 16, &[&[0, 7, 1, 200, 9]], &[])), [7, 200]);
		assert_eq!(grey(&png(5, 0, 1, &[&[0, 0b1010_1000]], &[])), [255, 0, 255, 0, 255]);
		assert_eq!(grey(&png(3, 0, 2, &[&[0, 0b0001_1100]], &[])), [0, 85, 255]);
		assert_eq!(grey(&png(2, 0, 4, &[&[0, 0x1f]], &[])), [17, 255]);
		assert_eq!(grey(&png(2, 2, 8, &[&[0, 255, 255, 255, 255, 0, 0]], &[])), [255, 76]);
		assert_eq!(grey(&png(2, 4, 8, &[&[0, 9, 255, 9, 0]], &[])), [9, 255], "transparent is white");
		assert_eq!(grey(&png(1, 6, 8, &[&[0, 0, 0, 0, 128]], &[])), [127]);
		let palette: [(&[u8; 4], &[u8]); 2] =
			[(b"PLTE", &[0, 0, 0, 255, 255, 255, 0, 0, 0]), (b"tRNS", &[255, 255, 0])];
		assert_eq!(grey(&png(4, 3, 2, &[&[0, 0b0001_1011]], &palette)), [0, 255, 255, 0], "no colour is black");
	}

	/// One line filtered in each way; the values are worked out by hand from the standard.
	#[test]
	fn every_filter_is_taken_back() {
		let lines: [&[u8]; 5] = [&[0, 10, 20, 30], &[1, 5, 5, 5], &[2, 1, 1, 1], &[3, 1, 1, 1], &[4, 1, 1, 1]];
		// sub: running sum; up: one above plus one; average: (left + up) / 2 + 1; Paeth: nearest plus one.
		let wanted = [[10, 20, 30], [5, 10, 15], [6, 11, 16], [4, 8, 13], [5, 9, 14]].concat();
		assert_eq!(grey(&png(3, 0, 8, &lines, &[])), wanted);
		assert_eq!((paeth(10, 20, 15), paeth(20, 10, 15), paeth(7, 7, 7), paeth(0, 100, 90)), (15, 15, 7, 0));
	}

	#[test]
	fn whatever_is_altered_or_cut_off_is_refused() {
		let whole = png(2, 0, 8, &[&[0, 7, 200], &[4, 1, 1]], &[]);
		for cut in 0..whole.len() {
			assert!(read(whole.get(..cut).expect("shorter")).is_err(), "{cut}");
		}
		for place in 0..whole.len() {
			let mut altered = whole.clone();
			altered[place] ^= 0x20;
			assert!(read(&altered).is_err(), "{place}: every byte is under a checksum, or is one");
		}
		let refused = |png: &[u8]| read(png).err().expect("refused");
		assert!(matches!(refused(&png(2, 0, 8, &[&[5, 7, 200]], &[])), NotAPicture::Damaged(_)), "no such filter");
		assert!(matches!(refused(&png(3, 0, 8, &[&[0, 7, 200]], &[])), NotAPicture::Damaged(_)), "too few pixels");
		assert!(matches!(refused(&png(1, 2, 4, &[&[0, 7]], &[])), NotAPicture::Damaged(_)), "no such depth");
		assert_eq!(refused(&png(1 << 20, 0, 8, &[&[0, 7]], &[])), NotAPicture::TooLarge);
	}
}

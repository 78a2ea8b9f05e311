//! An exact fraction, as laws state thresholds: "7 %", "0.5 %", "one third".

use alloc::{format, string::String};
use core::{fmt, str::FromStr};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// An exact fraction. 7 % is `7/100`, 0.5 % is `5/1000`; comparisons are made by multiplication, never by division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "std", serde(try_from = "Written"))]
pub struct Share {
	/// The number above the line.
	pub numerator: u32,
	/// The number below the line; [`Rule::check`](crate::Rule::check) refuses zero.
	pub denominator: u32,
}

impl Share {
	/// A share of zero: a threshold that every list with votes reaches.
	pub const ZERO: Share = Share { numerator: 0, denominator: 1 };

	/// The share `numerator / denominator`.
	pub const fn new(numerator: u32, denominator: u32) -> Self {
		Self { numerator, denominator }
	}

	/// A share in whole per cent.
	pub const fn percent(percent: u32) -> Self {
		Self::new(percent, 100)
	}

	/// A share in tenths of a per cent: 0.7 % is `per_mille(7)`.
	pub const fn per_mille(per_mille: u32) -> Self {
		Self::new(per_mille, 1000)
	}

	/// Whether `votes` are at least this share of `of`.
	pub fn reached(&self, votes: u64, of: u64) -> bool {
		u128::from(votes) * u128::from(self.denominator) >= u128::from(of) * u128::from(self.numerator)
	}

	/// Whether `votes` are more than this share of `of`: a majority is more than 1/2.
	pub fn exceeded(&self, votes: u64, of: u64) -> bool {
		u128::from(votes) * u128::from(self.denominator) > u128::from(of) * u128::from(self.numerator)
	}

	/// The smallest whole number of votes that reaches this share of `of`; `u64::MAX` if there is none.
	pub fn needed(&self, of: u64) -> u64 {
		if self.denominator == 0 {
			return u64::MAX;
		}
		let product = u128::from(of) * u128::from(self.numerator);
		u64::try_from(product.div_ceil(u128::from(self.denominator))).unwrap_or(u64::MAX)
	}

	/// The smallest whole number of votes that is more than this share of `of`; `u64::MAX` if there is none.
	pub fn more_than(&self, of: u64) -> u64 {
		if self.denominator == 0 {
			return u64::MAX;
		}
		let product = u128::from(of) * u128::from(self.numerator);
		u64::try_from(product / u128::from(self.denominator) + 1).unwrap_or(u64::MAX)
	}

	/// Whether the share is more than the whole.
	pub const fn over_one(&self) -> bool {
		self.numerator > self.denominator
	}
}

/// A share in a file written by people may be `"7%"`; machines write its two numbers.
#[cfg(feature = "std")]
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Written {
	Text(String),
	Numbers { numerator: u32, denominator: u32 },
}

#[cfg(feature = "std")]
impl TryFrom<Written> for Share {
	type Error = NotAShare;

	fn try_from(written: Written) -> Result<Self, NotAShare> {
		match written {
			Written::Text(text) => text.parse(),
			Written::Numbers { numerator, denominator } => Ok(Self::new(numerator, denominator)),
		}
	}
}

/// A text is not a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAShare;

impl fmt::Display for NotAShare {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("a share is written as per cent (7% or 0.5%) or as a fraction (1/3)")
	}
}

impl core::error::Error for NotAShare {}

impl FromStr for Share {
	type Err = NotAShare;

	/// Reads `7%`, `0.5 %` and `1/3`. A bare number is refused: "7" may mean 7 % or seven times the whole.
	fn from_str(text: &str) -> Result<Self, NotAShare> {
		let text = text.trim();
		if let Some((above, below)) = text.split_once('/') {
			let share = Self::new(digits(above.trim())?, digits(below.trim())?);
			return if share.denominator == 0 { Err(NotAShare) } else { Ok(share) };
		}
		let decimal = text.strip_suffix('%').ok_or(NotAShare)?.trim_end();
		let (whole, part) = decimal.split_once('.').unwrap_or((decimal, ""));
		if decimal.ends_with('.') || part.len() > 6 {
			return Err(NotAShare);
		}
		let mut denominator = 100u32;
		for _ in 0..part.len() {
			denominator = denominator.checked_mul(10).ok_or(NotAShare)?;
		}
		Ok(Self::new(digits(&format!("{whole}{part}"))?, denominator))
	}
}

/// A number of digits only; `u32::from_str` would also take a sign.
fn digits(text: &str) -> Result<u32, NotAShare> {
	if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
		return Err(NotAShare);
	}
	text.parse().map_err(|_| NotAShare)
}

impl fmt::Display for Share {
	/// Per cent if that is exact with at most six decimals and can be read again, else the fraction.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let micro = u128::from(self.numerator) * 100_000_000;
		let below = u128::from(self.denominator);
		if below == 0 || micro % below != 0 || micro / below > u32::MAX.into() {
			return write!(f, "{}/{}", self.numerator, self.denominator);
		}
		let micro = micro / below;
		let decimals: String = format!("{:06}", micro % 1_000_000);
		match decimals.trim_end_matches('0') {
			"" => write!(f, "{} %", micro / 1_000_000),
			decimals => write!(f, "{}.{decimals} %", micro / 1_000_000),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	#[test]
	fn whatever_is_written_can_be_read_again() {
		// The first was found by fuzzing: as per cent it would have more digits than are read.
		for (numerator, denominator) in [(2_110_111_022, 32), (7, 100), (1, 3), (1, 1_000_000), (42, 1), (u32::MAX, 1)]
		{
			let share = Share::new(numerator, denominator);
			let again: Share = share.to_string().parse().expect("it was written here");
			let (left, right) = (again.numerator, again.denominator);
			assert_eq!(u64::from(left) * u64::from(denominator), u64::from(numerator) * u64::from(right), "{share}");
		}
	}

	#[test]
	fn from_str_reads_per_cent_and_fractions() {
		assert_eq!("7%".parse(), Ok(Share::percent(7)));
		assert_eq!("0.5%".parse(), Ok(Share::per_mille(5)));
		assert_eq!(" 12.25 %".parse(), Ok(Share::new(1225, 10_000)));
		assert_eq!("1/3".parse(), Ok(Share::new(1, 3)));
	}

	#[test]
	fn from_str_refuses_what_could_mean_two_things() {
		for text in ["", "7", "%", "-7%", "+7%", "7.%", ".%", "1/0", "1/", "7%%", "0,5%", "0.1234567%", "99999999999%"]
		{
			assert_eq!(text.parse::<Share>(), Err(NotAShare), "{text}");
		}
	}

	#[test]
	fn display_is_exact() {
		assert_eq!(Share::percent(7).to_string(), "7 %");
		assert_eq!(Share::per_mille(7).to_string(), "0.7 %");
		assert_eq!(Share::new(1, 3).to_string(), "1/3");
		assert_eq!(Share::new(1, 0).to_string(), "1/0");
	}

	#[test]
	fn needed_is_the_first_number_that_reaches() {
		assert_eq!(Share::percent(7).needed(1_990_753), 139_353);
		assert!(Share::percent(7).reached(139_353, 1_990_753));
		assert!(!Share::percent(7).reached(139_352, 1_990_753));
		assert_eq!(Share::new(u32::MAX, 1).needed(u64::MAX), u64::MAX);
		assert_eq!(Share::new(1, 0).needed(5), u64::MAX);
	}
}

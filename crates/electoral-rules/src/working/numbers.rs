//! Numbers as a results sheet prints them. Quotients are cut off, never rounded; exact fractions are in the step itself.

use alloc::{
	format,
	string::{String, ToString},
};
use core::fmt::{self, Display};

/// A whole number with its thousands apart: 1 584 446.
pub(super) struct Number(pub u64);

impl Display for Number {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let digits = self.0.to_string();
		for (digit, left) in digits.chars().zip((0..digits.len()).rev()) {
			write!(f, "{digit}")?;
			if left > 0 && left % 3 == 0 {
				f.write_str(" ")?;
			}
		}
		Ok(())
	}
}

/// A fraction with its first decimals, without zeros at the end.
pub(super) struct Decimal {
	numerator: u128,
	denominator: u64,
	decimals: u32,
}

/// `numerator / denominator` with four decimals.
pub(super) fn decimal(numerator: u64, denominator: u64) -> Decimal {
	Decimal { numerator: numerator.into(), denominator, decimals: 4 }
}

/// `votes / scale` with five decimals, which are all: the scale is 1 or 100 000.
pub(super) fn parts(votes: u64, scale: u32) -> Decimal {
	Decimal { numerator: votes.into(), denominator: scale.into(), decimals: 5 }
}

/// `votes · scale / divisor` with four decimals.
pub(super) fn average(votes: u64, scale: u32, divisor: u64) -> Decimal {
	Decimal { numerator: u128::from(votes) * u128::from(scale), denominator: divisor, decimals: 4 }
}

impl Display for Decimal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let denominator = u128::from(self.denominator.max(1));
		let (whole, rest) = (self.numerator / denominator, self.numerator % denominator);
		Number(u64::try_from(whole).unwrap_or(u64::MAX)).fmt(f)?;
		let decimals = rest * 10u128.pow(self.decimals) / denominator; // The rest is below 2⁶⁴.
		match format!("{decimals:0width$}", width = self.decimals as usize).trim_end_matches('0') {
			"" => Ok(()),
			decimals => write!(f, ".{decimals}"),
		}
	}
}

/// `votes` as per cent of `of`, two decimals.
pub(super) fn percent(votes: u64, of: u64) -> String {
	if of == 0 {
		return "0 %".into();
	}
	let hundredths = u128::from(votes) * 10_000 / u128::from(of);
	format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

/// A count with its noun.
pub(super) fn plural(count: u64, one: &str, many: &str) -> String {
	format!("{} {}", Number(count), if count == 1 { one } else { many })
}

pub(super) fn seats(count: u32) -> String {
	plural(count.into(), "seat", "seats")
}

pub(super) fn votes(count: u64) -> String {
	plural(count, "vote", "votes")
}

pub(super) fn regions(count: u32) -> String {
	plural(count.into(), "region", "regions")
}

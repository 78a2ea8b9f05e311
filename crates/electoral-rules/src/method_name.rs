//! How people name methods and bases: `hagenbach-bischoff`, `modified-sainte-lague:1.4`, `participants`.

use crate::{Base, Method, Share};
use core::{fmt, str::FromStr};

/// Why a text names no method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownMethod {
	/// No method has this name.
	Name,
	/// The first divisor is not a number like 1.4 or 7/5.
	FirstDivisor,
}

impl fmt::Display for UnknownMethod {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Name => {
				"method: choose one of hare, droop, hagenbach-bischoff, hagenbach-bischoff-rounded, imperiali, dhondt, \
				 sainte-lague, modified-sainte-lague[:first-divisor]"
			}
			Self::FirstDivisor => "method.first: write the first divisor like 1.4 or 7/5, more than 0 and less than 3",
		})
	}
}

impl core::error::Error for UnknownMethod {}

impl FromStr for Method {
	type Err = UnknownMethod;

	fn from_str(name: &str) -> Result<Self, UnknownMethod> {
		Ok(match name {
			"hare" => Self::Hare,
			"droop" => Self::Droop,
			"hagenbach-bischoff" => Self::HagenbachBischoff,
			"hagenbach-bischoff-rounded" => Self::HagenbachBischoffRounded,
			"imperiali" => Self::Imperiali,
			"dhondt" => Self::DHondt,
			"sainte-lague" => Self::SainteLague,
			// Norway and Sweden (until 2014) start with 1.4.
			"modified-sainte-lague" => Self::ModifiedSainteLague { first: Share::new(14, 10) },
			name => {
				let first = name.strip_prefix("modified-sainte-lague:").ok_or(UnknownMethod::Name)?;
				let first = number(first).ok_or(UnknownMethod::FirstDivisor)?;
				let method = Self::ModifiedSainteLague { first };
				method.check().map_err(|_| UnknownMethod::FirstDivisor)?;
				method
			}
		})
	}
}

/// `1.4` or `7/5`. A decimal is a hundredth of the same per cent.
fn number(text: &str) -> Option<Share> {
	if text.contains('/') {
		return text.parse().ok();
	}
	let per_cent: Share = alloc::format!("{text}%").parse().ok()?;
	Some(Share::new(per_cent.numerator, per_cent.denominator / 100))
}

/// Why a text names no base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownBase;

impl fmt::Display for UnknownBase {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("base: choose one of participants, valid, parties")
	}
}

impl core::error::Error for UnknownBase {}

impl FromStr for Base {
	type Err = UnknownBase;

	fn from_str(name: &str) -> Result<Self, UnknownBase> {
		Ok(match name {
			"participants" => Self::Participants,
			"valid" => Self::Valid,
			"parties" => Self::PartyVotes,
			_ => return Err(UnknownBase),
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn from_str_reads_every_name() {
		assert_eq!("hare".parse(), Ok(Method::Hare));
		assert_eq!("hagenbach-bischoff-rounded".parse(), Ok(Method::HagenbachBischoffRounded));
		let modified = |first| Ok(Method::ModifiedSainteLague { first });
		assert_eq!("modified-sainte-lague".parse(), modified(Share::new(14, 10)));
		assert_eq!("modified-sainte-lague:1.2".parse(), modified(Share::new(12, 10)));
		assert_eq!("modified-sainte-lague:7/5".parse(), modified(Share::new(7, 5)));
		assert_eq!("modified-sainte-lague:2".parse(), modified(Share::new(2, 1)));
		assert_eq!("parties".parse(), Ok(Base::PartyVotes));
	}

	#[test]
	fn from_str_refuses_other_names_and_impossible_divisors() {
		for name in ["", "Hare", "modified", "dhondt:1"] {
			assert_eq!(name.parse::<Method>(), Err(UnknownMethod::Name), "{name}");
		}
		for first in ["", "0", "3", "-1", "x", "1/0", "1%"] {
			let name = alloc::format!("modified-sainte-lague:{first}");
			assert_eq!(name.parse::<Method>(), Err(UnknownMethod::FirstDivisor), "{name}");
		}
		assert_eq!("voters".parse::<Base>(), Err(UnknownBase));
	}
}

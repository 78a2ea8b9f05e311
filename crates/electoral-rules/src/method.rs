//! How seats are shared among lists, and how people name it: `hagenbach-bischoff`, `modified-sainte-lague:1.4`, `divisors:1,4+3`.

use crate::{error::ensure, RuleError, Share};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use core::{fmt, str::FromStr};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How seats are shared among the lists that passed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Method {
	/// Quota V / S, then largest remainders.
	Hare,
	/// Quota ⌊V / (S + 1)⌋ + 1, then largest remainders.
	Droop,
	/// Quota V / (S + 1), exact, then largest remainders.
	HagenbachBischoff,
	/// Quota V / (S + 1), rounded to a whole number (half upwards), then largest remainders.
	HagenbachBischoffRounded,
	/// Quota V / (S + 2), exact, then largest remainders.
	Imperiali,
	/// Divisors 1, 2, 3 …
	DHondt,
	/// Divisors 1, 3, 5 …
	SainteLague,
	/// Divisors `first`, 3, 5 …; `first` is an exact fraction such as 14/10.
	ModifiedSainteLague {
		/// The first divisor: more than 0 and less than 3.
		first: Share,
	},
	/// Any other sequence of divisors.
	Divisors(Divisors),
}

/// Divisors that the law lists; after them each divisor is the one before plus `step`.
/// The Danish method is `[1]` and 3. Only their proportion matters: 1.4, 3, 5 … is `[14, 30]` and 20.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Divisors {
	/// The first divisors, one to sixteen, each larger than the one before; from 1.
	pub first: BoundedVec<u32, ConstU32<16>>,
	/// What each later divisor adds to the one before; at least 1.
	pub step: u32,
}

impl Method {
	/// Refuses a first divisor out of its bounds and divisors that do not grow.
	pub(crate) fn check(&self) -> Result<(), RuleError> {
		match self {
			Self::ModifiedSainteLague { first } => {
				let below_three = u64::from(first.numerator) < 3 * u64::from(first.denominator);
				ensure(first.numerator > 0 && below_three, RuleError::FirstDivisor)
			}
			Self::Divisors(Divisors { first, step }) => {
				let mut before = 0;
				for divisor in first {
					ensure(*divisor > before, RuleError::DivisorsDoNotGrow)?;
					before = *divisor;
				}
				ensure(*step > 0 && before > 0, RuleError::DivisorsDoNotGrow)
			}
			_ => Ok(()),
		}
	}
}

/// What in a text does not name a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownMethod {
	/// No method has this name.
	Name,
	/// The first divisor is not a number like 1.4 or 7/5.
	FirstDivisor,
	/// The divisors are not written like `1,4+3`, or do not grow.
	Divisors,
}

impl fmt::Display for UnknownMethod {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Name => {
				"method: choose one of hare, droop, hagenbach-bischoff, hagenbach-bischoff-rounded, imperiali, dhondt, \
				 sainte-lague, modified-sainte-lague[:first-divisor], divisors:first,second,…+step"
			}
			Self::FirstDivisor => "method: write the first divisor like 1.4 or 7/5, more than 0 and less than 3",
			Self::Divisors => {
				"method: write divisors like `divisors:1,4+3`: at most 16 whole numbers, each larger than the one before, and \
				 by how much each later one is larger"
			}
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
				if let Some(sequence) = name.strip_prefix("divisors:") {
					let method = divisors(sequence).ok_or(UnknownMethod::Divisors)?;
					return method.check().map(|()| method).map_err(|_| UnknownMethod::Divisors);
				}
				let first = name.strip_prefix("modified-sainte-lague:").ok_or(UnknownMethod::Name)?;
				let first = number(first).ok_or(UnknownMethod::FirstDivisor)?;
				let method = Self::ModifiedSainteLague { first };
				method.check().map_err(|_| UnknownMethod::FirstDivisor)?;
				method
			}
		})
	}
}

impl fmt::Display for Method {
	/// The name that [`Method::from_str`] reads.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Hare => f.write_str("hare"),
			Self::Droop => f.write_str("droop"),
			Self::HagenbachBischoff => f.write_str("hagenbach-bischoff"),
			Self::HagenbachBischoffRounded => f.write_str("hagenbach-bischoff-rounded"),
			Self::Imperiali => f.write_str("imperiali"),
			Self::DHondt => f.write_str("dhondt"),
			Self::SainteLague => f.write_str("sainte-lague"),
			Self::ModifiedSainteLague { first } => {
				write!(f, "modified-sainte-lague:{}/{}", first.numerator, first.denominator)
			}
			Self::Divisors(Divisors { first, step }) => {
				f.write_str("divisors:")?;
				for (divisor, place) in first.iter().zip(0u32..) {
					write!(f, "{}{divisor}", if place == 0 { "" } else { "," })?;
				}
				write!(f, "+{step}")
			}
		}
	}
}

/// `1,4+3`: the first divisors, then the step.
fn divisors(text: &str) -> Option<Method> {
	let (first, step) = text.split_once('+')?;
	let whole = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
	let first: Vec<u32> = first.split(',').map(whole).collect::<Option<_>>()?;
	Some(Method::Divisors(Divisors { first: BoundedVec::try_from(first).ok()?, step: whole(step)? }))
}

/// `1.4` or `7/5`. A decimal is read as per cent, then multiplied by a hundred.
fn number(text: &str) -> Option<Share> {
	if text.contains('/') {
		return text.parse().ok();
	}
	let per_cent: Share = alloc::format!("{text}%").parse().ok()?;
	Some(Share::new(per_cent.numerator, per_cent.denominator / 100))
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	#[test]
	fn from_str_reads_every_name() {
		assert_eq!("hare".parse(), Ok(Method::Hare));
		assert_eq!("hagenbach-bischoff-rounded".parse(), Ok(Method::HagenbachBischoffRounded));
		let modified = |first| Ok(Method::ModifiedSainteLague { first });
		assert_eq!("modified-sainte-lague".parse(), modified(Share::new(14, 10)));
		assert_eq!("modified-sainte-lague:1.2".parse(), modified(Share::new(12, 10)));
		assert_eq!("modified-sainte-lague:7/5".parse(), modified(Share::new(7, 5)));
		assert_eq!("modified-sainte-lague:2".parse(), modified(Share::new(2, 1)));
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
		for divisors in ["", "1", "+1", "1+", "1+0", "2,2+1", "0+1", "1,+1", "-1+1", "1;2+1", "1+1+1"] {
			let name = alloc::format!("divisors:{divisors}");
			assert_eq!(name.parse::<Method>(), Err(UnknownMethod::Divisors), "{name}");
		}
		let seventeen = alloc::format!("divisors:{}+1", (1..18).map(|n| n.to_string()).collect::<Vec<_>>().join(","));
		assert_eq!(seventeen.parse::<Method>(), Err(UnknownMethod::Divisors));
	}

	#[test]
	fn display_writes_what_from_str_reads() {
		for name in ["hare", "droop", "hagenbach-bischoff", "hagenbach-bischoff-rounded", "imperiali", "dhondt"] {
			assert_eq!(name.parse::<Method>().map(|method| method.to_string()).as_deref(), Ok(name));
		}
		for name in ["sainte-lague", "modified-sainte-lague:7/5", "divisors:1,4+3", "divisors:2+1"] {
			assert_eq!(name.parse::<Method>().map(|method| method.to_string()).as_deref(), Ok(name));
		}
	}
}

//! The words of rule files and of the command line: methods, bases, shares, ties; and what is wrong with a field.

use crate::error::{Failure, Result};
use electoral_rules::{AgainstAll, Base, Majority, Method, RuleError, Share, TieRule, UnknownMethod};

/// What is wrong with a rule, with the field as the file calls it.
pub fn rule_failure(error: RuleError) -> Failure {
	let sentence = error.to_string();
	let (field, why) = sentence.split_once(": ").unwrap_or(("rule", &sentence));
	let field = match field {
		"national.share" => "threshold",
		"regional.share" => "regional_threshold",
		"regional.regions" => "in_regions",
		"minimum.share" => "minimum",
		"majority.share" => "majority",
		"method.first" | "method.divisors" => "method",
		"lists.cap" => "cap",
		field => field,
	};
	wrong(field, why)
}

/// Reads the name of a method of seat allocation.
pub fn parse_method(name: &str) -> Result<Method> {
	name.parse().map_err(|error: UnknownMethod| {
		let what = match error {
			UnknownMethod::Name => "is no method of seat allocation known here",
			UnknownMethod::FirstDivisor => "has no possible first divisor",
			UnknownMethod::Divisors => "has no possible divisors",
		};
		Failure::new(format!("method: `{name}` {what}")).hint(error.to_string())
	})
}

/// Reads the base of a share.
pub fn parse_base(name: &str) -> Result<Base> {
	name.parse().map_err(|_| wrong("base", &format!("`{name}` is none of `participants`, `valid` and `parties`")))
}

/// Reads the share of a field, such as `7%` or `1/3`.
pub fn parse_share(field: &str, text: &str) -> Result<Share> {
	text.parse()
		.map_err(|_| wrong(field, &format!("`{text}` is no share; write per cent (7% or 0.5%) or a fraction (1/3)")))
}

pub(super) fn field_share(field: &str, text: Option<&str>) -> Result<Option<Share>> {
	text.map(|text| parse_share(field, text)).transpose()
}

pub(super) fn parse_majority(share: Option<&str>, base: &str) -> Result<Majority> {
	Ok(Majority { share: parse_share("majority", share.unwrap_or("1/2"))?, base: parse_base(base)? })
}

/// The ways in which ties can be decided.
pub const TIE_RULES: [&str; 5] = ["list-order", "more-votes", "fewer-votes", "lot", "more-votes-then-lot"];

/// Reads how ties are decided. Where nothing is said a lot must be drawn: no tie is ever settled by accident.
pub fn parse_ties(name: Option<&str>) -> Result<TieRule> {
	match name {
		None | Some("lot") => Ok(TieRule::Lot { seed: None }),
		Some("more-votes") => Ok(TieRule::MoreVotes),
		Some("list-order") => Ok(TieRule::ListOrder),
		Some("fewer-votes") => Ok(TieRule::FewerVotes),
		Some("more-votes-then-lot") => Ok(TieRule::MoreVotesThenLot { seed: None }),
		Some(name) => Err(wrong("ties", &format!("`{name}` is none of {}", TIE_RULES.join(", ")))),
	}
}

/// Reads what came out of the drum: 64 hexadecimal digits.
pub fn parse_lot(text: &str) -> Result<[u8; 32]> {
	let mut drawn = [0; 32];
	hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut drawn)
		.map_err(|_| wrong("lot", "what was drawn has 64 hexadecimal digits, 32 bytes"))?;
	Ok(drawn)
}

/// What votes against all do; where nothing is said they count in the base if the ballot paper offers them.
pub(super) fn parse_against_all(name: Option<&str>, offered: bool) -> Result<AgainstAll> {
	match name {
		None if !offered => Ok(AgainstAll::NotOffered),
		None | Some("counts") => Ok(AgainstAll::Counts),
		Some("repeat-if-first") => Ok(AgainstAll::RepeatIfFirst),
		Some(name) => Err(wrong("against_all", &format!("`{name}` is neither counts nor repeat-if-first"))),
	}
}

/// A complaint about a field.
pub fn wrong(field: &str, why: &str) -> Failure {
	Failure::new(format!("{field}: {why}"))
}

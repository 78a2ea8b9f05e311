//! The words of rule files and of commands: methods, bases, shares, ties.

use crate::error::{Error, FieldFault, Result};
use electoral_rules::{AgainstAll, Base, Majority, Method, Sex, Share, TieRule, UnknownMethod};

/// Reads the name of a method of seat allocation.
pub fn parse_method(name: &str) -> Result<Method> {
	name.parse().map_err(|error: UnknownMethod| Error::Method { name: name.to_owned(), error })
}

/// Reads the base of a share.
pub fn parse_base(name: &str) -> Result<Base> {
	name.parse().map_err(|_| Error::field("base", FieldFault::UnknownBase { found: name.to_owned() }))
}

/// Reads the share of a field, such as `7%` or `1/3`.
pub fn parse_share(field: &str, text: &str) -> Result<Share> {
	text.parse().map_err(|_| Error::field(field, FieldFault::NoShare { found: text.to_owned() }))
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
		Some(name) => Err(Error::field("ties", FieldFault::UnknownTies { found: name.to_owned() })),
	}
}

/// Reads what came out of the drum: 64 hexadecimal digits.
pub fn parse_lot(text: &str) -> Result<[u8; 32]> {
	let mut drawn = [0; 32];
	hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut drawn)
		.map_err(|_| Error::field("lot", FieldFault::NoLot))?;
	Ok(drawn)
}

/// What votes against all do; where nothing is said they count in the base if the ballot paper offers them.
pub(super) fn parse_against_all(name: Option<&str>, offered: bool) -> Result<AgainstAll> {
	match name {
		None if !offered => Ok(AgainstAll::NotOffered),
		None | Some("counts") => Ok(AgainstAll::Counts),
		Some("repeat-if-first") => Ok(AgainstAll::RepeatIfFirst),
		Some(name) => Err(Error::field("against_all", FieldFault::UnknownAgainstAll { found: name.to_owned() })),
	}
}

/// Reads a candidate's sex; none where the text is empty. The error is the text.
pub(crate) fn parse_sex(text: &str) -> Result<Option<Sex>, String> {
	match text.to_lowercase().as_str() {
		"" => Ok(None),
		"f" | "w" | "woman" | "female" => Ok(Some(Sex::Woman)),
		"m" | "man" | "male" => Ok(Some(Sex::Man)),
		_ => Err(text.to_owned()),
	}
}

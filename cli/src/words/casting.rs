//! How far a ballot has come, in the first sentence of whatever goes wrong; and what a voter is told before and after casting.

use crate::output::number;
use dobush_client::{voter::Reached, Error};
use std::path::Path;

/// The command failed, and nothing is in the box or under way.
pub const FAILED: u8 = 1;
/// The ballot may be in the box: nobody knows yet.
pub const PERHAPS: u8 = 3;
/// The ballot is in the box, and not everything that was asked for is done.
pub const IN_THE_BOX: u8 = 4;

/// What the first sentence begins with where the ballot is not in the box and nothing is under way.
pub const NOTHING: &str = "nothing was cast";

/// The exit code after an error.
pub fn code(error: &Error) -> u8 {
	use dobush_client::voter::VoterError;
	match error {
		Error::Casting { reached: Reached::Perhaps { .. }, .. } => PERHAPS,
		Error::Casting { reached: Reached::Box { .. }, .. } => IN_THE_BOX,
		Error::Voter(VoterError::NotYetCast { .. }) => PERHAPS,
		_ => FAILED,
	}
}

/// The sentence and the hint, made of those of the failure.
pub(super) fn casting(reached: &Reached, (sentence, hint): (String, Option<String>)) -> (String, Option<String>) {
	match reached {
		Reached::Nothing => (format!("{NOTHING}: {sentence}"), hint),
		Reached::Perhaps { in_block: Some(block), .. } => (
			format!("your ballot is in block {}, which was not final when this ended: {sentence}", number(*block)),
			Some(look_first(None)),
		),
		Reached::Perhaps { in_block: None, until } => (
			format!("your ballot may be in the box, or may come into it until block {}: {sentence}", number(*until)),
			Some(look_first(None)),
		),
		Reached::Box { block } => (
			format!(
				"your ballot is in the box (block {}, which is final); only what follows failed: {sentence}",
				number(*block)
			),
			Some(look_first(None)),
		),
	}
}

/// What to do when it is not known whether the ballot is in.
pub fn look_first(receipt: Option<&Path>) -> String {
	let receipt = receipt.map_or_else(String::new, |path| format!(" {}", path.display()));
	format!(
		"look with `dobush voter verify{receipt}` as soon as a node answers; cast again only if it says that the ballot is not in \
		 the box: until then the same command asks before it casts a second one"
	)
}

//! The parts of a definition.

use dobush_primitives::{BallotStyle, Choice, Contest, ContestId, ContestList, Text, Trustees, Unit};
use electoral_rules::{BallotFormat, OptionKind, Rule};
use frame_support::{traits::Get, BoundedVec};

/// The items as a bounded vector, which has room for them.
pub fn all<Item, Most: Get<u32>>(items: impl IntoIterator<Item = Item>) -> BoundedVec<Item, Most> {
	let items: Vec<_> = items.into_iter().collect();
	let count = items.len();
	items.try_into().unwrap_or_else(|_| panic!("{count} items do not fit"))
}

/// A text, which must be short enough.
pub fn text<const MOST: u32>(text: &str) -> Text<MOST> {
	all(text.bytes())
}

/// The contests of a ballot.
pub fn contest_list(contests: &[u8]) -> ContestList {
	all(contests.iter().copied().map(ContestId))
}

/// A ballot style.
pub fn style(contests: &[u8]) -> BallotStyle {
	BallotStyle { contests: contest_list(contests) }
}

/// A counting unit.
pub fn unit(name: &str, region: u16, style: u8) -> Unit {
	Unit { name: text(name), region, style }
}

/// An option of a contest.
pub fn choice(kind: OptionKind, name: &str) -> Choice {
	Choice { kind, name: text(name) }
}

/// A contest between options.
pub fn contest(title: &str, options: impl IntoIterator<Item = Choice>, format: BallotFormat, rule: Rule) -> Contest {
	Contest { title: text(title), options: all(options), format, rule }
}

/// Trustees of whom `threshold` act together.
pub fn trustees<AccountId>(members: impl IntoIterator<Item = AccountId>, threshold: u16) -> Trustees<AccountId> {
	Trustees { members: all(members), threshold }
}

//! The digest of a result, computed here from the counts of the units and from what was decided. Protocol A11.
//!
//! `d_0 = blake2_256("dobush/v1/result" ‖ SCALE(election))`, and for each contest in order
//! `d ← blake2_256(d ‖ SCALE(contest) ‖ SCALE(votes) ‖ outcome ‖ marks ‖ members)`.

use crate::chain::{items, types::Count, ChainError, View};
use dobush_primitives::{Contest, ContestId, Definition, ElectionId, UnitId};
use electoral_rules::{BallotFormat, OptionKind, RegionVotes, Votes};
use parity_scale_codec::Encode;
use sp_crypto_hashing::blake2_256;
use sp_runtime::AccountId32;

/// What the commission certifies, from the state at a block. Only a counted election has a result that it can name.
pub async fn digest(
	view: &View<'_>,
	election: ElectionId,
	definition: &Definition<AccountId32>,
) -> Result<[u8; 32], ChainError> {
	let mut digest = blake2_256(&[&b"dobush/v1/result"[..], &election.encode()].concat());
	for (number, contest) in (0u8..).map(ContestId).zip(&definition.contests) {
		let mut units = Vec::new();
		for (index, unit) in (0u16..).map(UnitId).zip(&definition.units) {
			let count = view.read(&items::tally::COUNTS, &(election, (number, index))).await?;
			units.extend(count.map(|count| (unit.region, count)));
		}
		let outcome = view.read(&items::tally::OUTCOMES, &(election, number)).await?.unwrap_or_default();
		let mut marks = Vec::new();
		if matches!(contest.format, BallotFormat::ListPreferences { .. }) {
			for region in (0u16..).zip(&definition.regions).map(|(region, _)| region) {
				let of_region = view.read(&items::tally::PREFERENCES, &(election, (number, region))).await?;
				of_region.unwrap_or_default().encode_to(&mut marks);
			}
		}
		let mut members = Vec::new();
		if definition.lists.iter().any(|lists| lists.contest == number) {
			for list in (0u16..).zip(&contest.options).map(|(list, _)| list) {
				if let Some(filled) = view.read(&items::tally::SEATED_LISTS, &(election, (number, list))).await? {
					list.encode_to(&mut members);
					members.extend(filled);
				}
			}
		}
		let votes = votes(contest, definition.regions.len(), units);
		digest = step(&digest, number, &votes, &outcome, &marks, &members);
	}
	Ok(digest)
}

/// The votes of each region, from those of its units.
fn votes(contest: &Contest, regions: usize, units: Vec<(u16, Count)>) -> Votes {
	let mut sums = vec![Count::zero(contest.options.len(), 0); regions];
	for (region, count) in units {
		if let Some(sum) = sums.get_mut(usize::from(region)) {
			sum.add(&count);
		}
	}
	let region = |Count { votes, invalid, registered, .. }: Count| RegionVotes {
		votes: votes.into_inner(),
		invalid,
		registered,
	};
	let options: Vec<OptionKind> = contest.options.iter().map(|option| option.kind).collect();
	Votes { options, regions: sums.into_iter().map(region).collect() }
}

fn step(
	before: &[u8; 32],
	contest: ContestId,
	votes: &Votes,
	outcome: &[u8],
	marks: &[u8],
	members: &[u8],
) -> [u8; 32] {
	blake2_256(&[&before[..], &contest.encode(), &votes.encode(), outcome, marks, members].concat())
}

#[cfg(test)]
mod tests {
	use super::*;
	use election_files::definition::DefinitionFile;

	#[test]
	fn votes_of_units_add_up_to_their_regions() {
		let file = include_str!("../../../../crates/election-files/examples/definition.toml");
		let definition = DefinitionFile::parse(file).and_then(|file| file.definition()).expect("the example");
		let contest = &definition.contests[1];
		let count = |votes: [u64; 2], registered| {
			let mut count = Count::zero(2, registered);
			count.votes = votes.to_vec().try_into().expect("two options");
			count.invalid = 1;
			count
		};
		let units = vec![(1, count([3, 4], 10)), (1, count([1, 0], 5)), (9, count([7, 7], 7))];
		let votes = votes(contest, 2, units);
		assert_eq!(votes.regions.len(), 2);
		assert_eq!((votes.regions[0].votes.as_slice(), votes.regions[0].registered), (&[0, 0][..], 0));
		assert_eq!((votes.regions[1].votes.as_slice(), votes.regions[1].invalid), (&[4, 4][..], 2));
		assert_eq!(votes.regions[1].registered, 15);
	}

	#[test]
	fn every_part_of_a_result_is_in_its_digest() {
		let votes = Votes { options: vec![OptionKind::List], regions: Vec::new() };
		let plain = step(&[0; 32], ContestId(0), &votes, &[1], &[], &[]);
		let others = [
			step(&[1; 32], ContestId(0), &votes, &[1], &[], &[]),
			step(&[0; 32], ContestId(1), &votes, &[1], &[], &[]),
			step(&[0; 32], ContestId(0), &Votes { options: Vec::new(), regions: Vec::new() }, &[1], &[], &[]),
			step(&[0; 32], ContestId(0), &votes, &[2], &[], &[]),
			step(&[0; 32], ContestId(0), &votes, &[1], &[3], &[]),
			step(&[0; 32], ContestId(0), &votes, &[1], &[], &[4]),
			plain,
		];
		let distinct: std::collections::BTreeSet<_> = others.iter().collect();
		assert_eq!(distinct.len(), others.len());
	}
}

//! The second round of an election: composed by the chain from the result of the first, so that nobody can add a candidate
//! or leave one out.

use crate::*;
use alloc::{collections::BTreeMap, vec::Vec};
use dobush_primitives::BallotStyle;
use electoral_rules::{OptionKind, Rule, Verdict};

impl<T: Config> Pallet<T> {
	/// The definition of the second round: every contest in which nobody had the majority, with exactly the options that the
	/// result names and "against all" where the first round had it. Roll, regions, units, trustees and the number of ballots
	/// are those of the first round. A unit that voted in none of these contests has no contest in the second round.
	pub(crate) fn compose_second_round(
		first: ElectionId,
		title: Title,
		calendar: Calendar,
	) -> Result<Definition<T::AccountId>, Error<T>> {
		let header = Headers::<T>::get(first).ok_or(Error::UnknownElection)?;
		ensure!(header.phase == Phase::Certified, Error::FirstRoundNotCertified);
		let second = header.second_round.and_then(Headers::<T>::get);
		ensure!(second.is_none_or(|second| second.phase == Phase::Annulled), Error::SecondRoundStands);
		let definition = Self::reassemble_ballots(first).ok_or(Error::UnknownElection)?;
		let mut contests = Vec::new();
		let mut numbers = BTreeMap::new();
		for (contest, number) in definition.contests.into_iter().zip((0u8..).map(ContestId)) {
			if let Some(again) = Self::meet_again(first, number, contest) {
				// At most as many as before.
				numbers.insert(number, ContestId(contests.len() as u8));
				contests.push(again);
			}
		}
		ensure!(!contests.is_empty(), Error::NoSecondRound);
		let styles = definition.styles.into_iter().map(|style| {
			let left = style.contests.iter().filter_map(|contest| numbers.get(contest).copied());
			BallotStyle { contests: BoundedVec::truncate_from(left.collect()) }
		});
		Ok(Definition {
			title,
			calendar,
			repeats: None,
			styles: BoundedVec::truncate_from(styles.collect()),
			contests: BoundedVec::truncate_from(contests),
			..definition
		})
	}

	/// A contest between the options that are left of it; none if it was decided.
	fn meet_again(first: ElectionId, number: ContestId, contest: Contest) -> Option<Contest> {
		let Rule::TwoRounds(rule) = contest.rule else { return None };
		let Some(Verdict::Runoff(both)) = T::Tally::verdict(first, number) else { return None };
		let stays = |option: u16, kind: OptionKind| kind == OptionKind::AgainstAll || both.contains(&option);
		let options = contest.options.into_iter().zip(0u16..);
		let options = options.filter(|(option, index)| stays(*index, option.kind)).map(|(option, _)| option);
		Some(Contest {
			title: contest.title,
			options: BoundedVec::truncate_from(options.collect()),
			format: contest.format,
			rule: Rule::Plurality(rule.second_round()),
		})
	}
}

//! From votes to an outcome: checks first, then the rule.

use crate::{
	candidates::{multi_seat, plurality, referendum, two_rounds},
	lists, Choices, DecideError, Facts, Outcome, Rule, Step, Totals, Verdict, Votes, VotesError,
};
use alloc::vec::Vec;

/// Decides a contest by its rule. The same votes and rule always give the same outcome.
pub fn decide(rule: &Rule, votes: &Votes) -> Result<Outcome, DecideError> {
	decide_with(rule, votes, &Facts::default())
}

/// Decides a contest whose rule asks for more than its votes. Refuses votes or a rule that contradict themselves, facts that
/// are missing, and rules that count rankings.
pub fn decide_with(rule: &Rule, votes: &Votes, facts: &Facts) -> Result<Outcome, DecideError> {
	let mut totals = votes.totals()?;
	rule.check(&votes.options, u32::try_from(votes.regions.len()).unwrap_or(u32::MAX))?;
	if let Rule::MultiSeat(rule) = rule {
		match (rule.choices, facts.ballots) {
			(Choices::One, None) => {}
			(_, None) => return Err(DecideError::BallotsUnknown),
			(_, Some(ballots)) => {
				multi_seat::fits(rule, &totals, ballots)?;
				// Votes do not add up to ballots here.
				totals.valid = ballots;
				totals.participants = ballots.checked_add(totals.invalid).ok_or(VotesError::TooManyVotes)?;
			}
		}
	}
	if let Some(registered) = facts.registered {
		totals.registered = registered;
	}
	let mut working = turnout(&totals);
	working.extend(rule.ties().seed().map(|seed| Step::LotRecorded { seed }));
	let verdict = match rule {
		Rule::Plurality(rule) => plurality::decide(rule, votes, &totals, &mut working),
		Rule::Lists(rule) => lists::decide::decide(rule, votes, &totals, facts, &mut working)?,
		Rule::RegionalLists(rule) => lists::regional::decide(rule, votes, &totals, facts, &mut working)?,
		Rule::TwoRounds(rule) => two_rounds::decide(rule, votes, &totals, facts, &mut working)?,
		Rule::Referendum(rule) => referendum::decide(rule, votes, &totals, facts, &mut working)?,
		Rule::MultiSeat(rule) => multi_seat::decide(rule, votes, &totals, &mut working),
		Rule::InstantRunoff(_) | Rule::Stv(_) | Rule::Schulze(_) => return Err(DecideError::RankingsNeeded),
	};
	Ok(outcome(&totals, verdict, working))
}

/// The first steps of every working.
fn turnout(totals: &Totals) -> Vec<Step> {
	let Totals { votes, participants, valid, party_votes: _, invalid, registered } = totals;
	let mut working = Vec::with_capacity(votes.len() + 1);
	working.push(Step::Turnout {
		registered: *registered,
		participants: *participants,
		valid: *valid,
		invalid: *invalid,
	});
	working.extend(votes.iter().zip(0..).map(|(votes, option)| Step::Count { option, votes: *votes }));
	working
}

fn outcome(totals: &Totals, verdict: Verdict, working: Vec<Step>) -> Outcome {
	let Totals { votes: _, participants, valid, party_votes: _, invalid, registered } = *totals;
	Outcome { participants, valid, invalid, registered, verdict, working }
}

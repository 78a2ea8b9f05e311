//! The same election, deniable: three in ten sell their vote or obey, with a credential that does not count.

use crate::failure::{Failure, Result};
use crate::{
	demo::{
		citizens::Cover,
		command::{Clock, Command},
		stages::{count, finish, question},
		DemoPlan,
	},
	observer::status_words::waits_for,
	session::Session,
};
use dobush_primitives::{Phase, UnitId, VoterId};
use dobush_rehearsal::{EnrolmentDay, Person, Rehearsal};
use rand::{rngs::OsRng, seq::SliceRandom};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Units with fewer voters than that are tallied together with others of their region.
pub(super) const MERGE_BELOW: u32 = 50;

/// How long a key ceremony may take.
pub(super) const CEREMONY: Duration = Duration::from_secs(300);

pub(crate) async fn acts(
	session: &Session,
	command: &Command,
	plan: &DemoPlan,
	rehearsal: &mut Rehearsal,
	clock: &mut Clock,
) -> Result<()> {
	let output = &session.output;
	let citizens = plan.citizens();
	let units = u16::try_from(plan.units.len()).map_err(|_| Failure::new("too many units"))?;
	// A registry derives pseudonyms with its key from identity numbers; here nobody has either.
	let person = |unit: UnitId| Person { voter_id: VoterId(rand::random()), unit };
	let people = citizens.iter().map(|citizen| person(citizen.unit)).collect();
	let mut day = EnrolmentDay::new(people, units)?;

	rehearsal.start_trustees()?;
	let spinner = output.spinner("motions of the commission");
	let roll = rehearsal.open_roll(day.terms(), &day.offices()).await?;
	drop(spinner);
	clock.end("commission: roll, desks, booths, printer", session);
	let spinner = output.spinner("envelopes are printed and registered");
	day.print_envelopes(rehearsal, roll).await?;
	clock.end("printer: sealed envelopes registered", session);
	spinner.message("the trustees make the roll's key");
	rehearsal.wait_for_roll_key(roll, CEREMONY).await?;
	drop(spinner);
	clock.end("trustees: key of the roll made", session);
	let wallets = day.hold(rehearsal, roll, output).await?;
	clock.end("desks and booths: voters enrolled", session);

	let spinner = output.spinner("the election is announced");
	let (election, _) = rehearsal.announce_deniable(question(plan, 0)?, roll, MERGE_BELOW).await?;
	rehearsal
		.wait_for_phase(election, Phase::Voting, CEREMONY, |standing| spinner.message(&waits_for(standing)))
		.await?;
	drop(spinner);
	clock.end("trustees: keys of the election, polls open", session);

	let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
	let decoys = day.decoys(election.0, u64::try_from(now).unwrap_or(u64::MAX))?;
	let papers = rehearsal.papers(election, plan.units.len()).await?;
	let mut votes = Vec::new();
	let mut again = Vec::new();
	let mut cover = Cover { fakes: 0, decoys: 0 };
	for (citizen, wallet) in citizens.iter().zip(&wallets) {
		votes.push(wallet.real.vote(citizen.first_choice.unwrap_or(citizen.choice)));
		if citizen.first_choice.is_some() {
			again.push(wallet.real.vote(citizen.choice));
		}
		if let Some(wish) = citizen.obeys {
			let fake = wallet.fakes.first().ok_or_else(|| Failure::new("somebody has no fake credential"))?;
			votes.push(fake.vote(wish));
			cover.fakes += 1;
		}
	}
	for decoy in &decoys {
		votes.push(decoy.vote(plan.any(&mut OsRng)));
		cover.decoys += 1;
	}
	votes.shuffle(&mut OsRng);
	rehearsal.cast(&papers, &votes, 0, output, "casting").await?;
	clock.end("voters, buyers, booths: ballots cast and final", session);
	rehearsal.cast(&papers, &again, 1, output, "changing their mind").await?;
	clock.end("voters: a tenth changed their mind", session);

	let (result, block) = count(session, plan, rehearsal, clock, election).await?;
	let mut checks = plan.compare(&result)?;
	checks.push(plan.compare_cover(&result, cover));
	finish(session, command, plan, rehearsal, clock, &result, &checks, block)
}

//! The stages of the demonstration, from the question to the report.

use crate::failure::{Failure, Result};
use crate::{
	demo::{
		command::{Clock, Command},
		plan::DemoPlan,
	},
	observer::{
		status_words::waits_for,
		words::{facts, result_words},
	},
	output::number,
	report::{self, Check, Extras, Stage},
	session::Session,
};
use dobush_client::{
	chain::{calls, Block},
	keys::files::publish,
	observer::result::ElectionResult,
};
use dobush_primitives::{ElectionId, Moment, Phase};
use dobush_rehearsal::{Question, Rehearsal};
use std::time::Duration;

pub(super) async fn acts(
	session: &Session,
	command: &Command,
	plan: &DemoPlan,
	rehearsal: &mut Rehearsal,
	clock: &mut Clock,
) -> Result<()> {
	let voters = plan.voters();
	let enrolment = voters.len() as u64 * 8;
	rehearsal.start_trustees()?;
	let question = question(plan, enrolment)?;
	let spinner = session.output.spinner("motions of the commission");
	let (roll, election, _) = rehearsal.announce(question).await?;
	drop(spinner);
	clock.end("commission: roll, desk, election announced", session);
	rehearsal.enrol(roll, &voters, &session.output).await?;
	clock.end("desk: voters enrolled", session);
	let spinner = session.output.spinner("key ceremony");
	rehearsal
		.wait_for_phase(election, Phase::Voting, Duration::from_secs(300), |standing| {
			spinner.message(&waits_for(standing))
		})
		.await?;
	drop(spinner);
	clock.end("trustees: key made, polls open", session);

	let papers = rehearsal.papers(election, plan.units.len()).await?;
	let first: Vec<_> = voters.iter().map(|voter| voter.vote(voter.first_choice.unwrap_or(voter.choice))).collect();
	rehearsal.cast(&papers, &first, 0, &session.output, "casting").await?;
	clock.end("voters: every ballot cast and final", session);
	let again: Vec<_> =
		voters.iter().filter(|voter| voter.first_choice.is_some()).map(|voter| voter.vote(voter.choice)).collect();
	rehearsal.cast(&papers, &again, 1, &session.output, "changing their mind").await?;
	clock.end("voters: a tenth changed their mind", session);
	let (result, block) = count(session, plan, rehearsal, clock, election).await?;
	let checks = plan.compare(&result)?;
	finish(session, command, plan, rehearsal, clock, &result, &checks, block)
}

/// The election of the demonstration; `enrolment` is the time from its announcement until its roll closes.
pub(super) fn question(plan: &DemoPlan, enrolment: Moment) -> Result<Question> {
	let title =
		if plan.is_default { "Parliament of the Kyrgyz Republic, 4 October 2020 (rehearsal)" } else { "Rehearsal" };
	let units = plan.units.iter().map(|(name, _)| name.clone()).collect();
	Ok(Question { ballots_per_credential: 2, enrolment, ..Question::about(title, units, plan.contest()?) })
}

/// Closes the polls, and waits for the tally and the certificate.
pub(super) async fn count(
	session: &Session,
	plan: &DemoPlan,
	rehearsal: &mut Rehearsal,
	clock: &mut Clock,
	election: ElectionId,
) -> Result<(ElectionResult, Block)> {
	let spinner = session.output.spinner("closing the polls");
	rehearsal.carry(&[calls::elections::close_polls(election)]).await?;
	rehearsal.wait_for_phase(election, Phase::Tallying, Duration::from_secs(120), |_| {}).await?;
	clock.end("commission: polls closed", session);
	let patience = Duration::from_secs(600 + plan.scaled.participants() / 50);
	rehearsal
		.wait_for_phase(election, Phase::Counted, patience, |standing| spinner.message(&waits_for(standing)))
		.await?;
	clock.end(
		if plan.deniable {
			"trustees: mixed, matched, counted, verified"
		} else {
			"trustees: mixed, decrypted, counted, verified"
		},
		session,
	);
	spinner.message("certifying");
	let view = rehearsal.view_now().await?;
	let digest = ElectionResult::fetch(&view, election).await?.digest;
	let digest = digest.ok_or_else(|| Failure::new("the election is counted and has no digest"))?;
	rehearsal.carry(&[calls::elections::certify(election, digest)]).await?;
	let block = rehearsal.wait_for_phase(election, Phase::Certified, Duration::from_secs(60), |_| {}).await?;
	drop(spinner);
	clock.end("commission: result certified", session);

	Ok((ElectionResult::fetch(&rehearsal.chain.at(block.hash), election).await?, block))
}

#[allow(clippy::too_many_arguments)]
pub(super) fn finish(
	session: &Session,
	command: &Command,
	plan: &DemoPlan,
	rehearsal: &Rehearsal,
	clock: &Clock,
	result: &ElectionResult,
	checks: &[Check],
	block: Block,
) -> Result<()> {
	let total = clock.started.elapsed();
	let mut stages: Vec<Stage> = clock
		.stages
		.iter()
		.map(|(name, took)| Stage { name: (*name).to_owned(), seconds: format!("{:.1}", took.as_secs_f64()) })
		.collect();
	stages.push(Stage { name: "in all".to_owned(), seconds: format!("{:.1}", total.as_secs_f64()) });
	let extras = Extras {
		subtitle: format!(
			"A rehearsal on a chain of its own, not an election: one voter stands for {} in the published votes.",
			number(command.scale)
		),
		checks: checks.to_vec(),
		comparison: Some(plan.comparison(result)),
		notes: plan.notes(command),
		stages,
		facts: facts(&rehearsal.chain, block, result),
		verify: plan.instructions(command),
	};
	write(&command.report, &report::render(result, &extras)?)?;
	let answer = plan.answer(command, rehearsal, clock, total, result, checks);
	if let Some(path) = &command.result {
		let json = serde_json::to_string_pretty(&answer).map_err(|error| Failure::new(error.to_string()))?;
		write(path, &json)?;
	}
	session.output.say(format!("{:<46} {:>6.1} s", "in all", total.as_secs_f64()));
	session.output.result(&answer, || {
		let mut words = result_words(result, false);
		for check in checks {
			words.push_str(&format!("\n{:<9}{}", if check.holds { "ok" } else { "differs" }, check.words));
		}
		if let Some(why) = &plan.incomparable {
			words.push_str(&format!("\n{:<9}{why}", "note"));
		}
		words.push_str(&format!("\n\nthe report is in {}", command.report.display()));
		words
	});
	if checks.iter().all(|check| check.holds) && result.certified() {
		Ok(())
	} else {
		Err(Failure::new("the chain's result differs from what was put in, or is not certified")
			.hint("the lines marked `differs` above say where"))
	}
}

pub(super) fn write(path: &std::path::Path, text: &str) -> Result<()> {
	publish(path, text.as_bytes()).map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}

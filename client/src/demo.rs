//! `dobush demo`: a whole election on a chain of its own, from published votes to seats.

mod citizens;
mod deniable;
mod plan;

use crate::{
	chain::{Block, Call},
	cli::Desktop,
	error::{Failure, Result},
	observer::{facts, result_words},
	output::number,
	rehearsal::{self, Question, Rehearsal},
	report::{self, Check, Extras, Stage},
	result::{ElectionResult, Passed},
};
use clap::Args;
use dobush_primitives::{ElectionId, Moment, Phase};
use election_files::working::Pairs;
use plan::Plan;
use serde::Serialize;
use std::{
	path::PathBuf,
	time::{Duration, Instant},
};
use tokio::signal::unix::{signal, SignalKind};

/// An election on a real chain, from definition to seats.
///
/// Starts a node, five trustees who also mix (three of them decrypt), plays commission, desk and voters, and ends by
/// comparing the chain's result with the votes that went in. Everything is cleaned up at the end.
#[derive(Debug, Args)]
#[command(
	after_help = "Examples:\n  dobush demo\n  dobush demo --deniable\n  dobush demo --votes votes.csv --seats 90 --scale 500 --threshold 5% --result out.json"
)]
pub struct Command {
	/// Published votes, `party,votes` [default: the parliamentary election of 4 October 2020].
	#[arg(long, value_name = "FILE.csv")]
	pub votes: Option<PathBuf>,
	/// Seats to share.
	#[arg(long, default_value_t = 120)]
	pub seats: u32,
	/// One voter here stands for so many in the file.
	#[arg(long, default_value_t = 1000)]
	pub scale: u64,
	/// The national threshold, of all who take part.
	#[arg(long, default_value = "7%")]
	pub threshold: String,
	/// The threshold in every region, of all who take part there.
	#[arg(long, default_value = "0.7%")]
	pub regional_threshold: String,
	/// The counting units with their share of the voters; each is a region too.
	#[arg(long, default_value = "Bishkek=3,Osh=2")]
	pub units: String,
	/// Write the result as JSON here too.
	#[arg(long, value_name = "OUT.json")]
	pub result: Option<PathBuf>,
	/// Write the report here.
	#[arg(long, value_name = "OUT.html", default_value = "demo-report.html")]
	pub report: PathBuf,
	/// The node's program [default: dobush-node beside this one].
	#[arg(long, value_name = "PATH")]
	pub node_binary: Option<PathBuf>,
	/// Trustees.
	#[arg(long, default_value_t = 5)]
	pub trustees: u16,
	/// Hold it as a deniable election: three in ten sell their vote or obey, and it does not move the result.
	#[arg(long)]
	pub deniable: bool,
	/// Print the result only, and what goes wrong.
	#[arg(long)]
	pub quiet: bool,
	/// How many trustees decrypt together.
	#[arg(long, default_value_t = 3)]
	pub trustee_threshold: u16,
}

/// What the demonstration says for programs.
#[derive(Serialize)]
struct Answer<'a> {
	votes: Pairs<'a, u64>,
	seats: Pairs<'a, u32>,
	certified: bool,
	invalid: u64,
	declined: u64,
	#[serde(skip_serializing_if = "Option::is_none")]
	recorded: Option<u64>,
	#[serde(skip_serializing_if = "Option::is_none")]
	not_counted: Option<u64>,
	participants: u64,
	thresholds: Pairs<'a, Passed>,
	checks: &'a [Check],
	timings: Pairs<'a, f64>,
	report: String,
	digest: Option<String>,
	genesis: String,
}

/// Stages and how long each took.
struct Clock {
	started: Instant,
	stage: Instant,
	stages: Vec<(&'static str, Duration)>,
}

impl Clock {
	fn start() -> Self {
		let now = Instant::now();
		Self { started: now, stage: now, stages: Vec::new() }
	}

	fn end(&mut self, name: &'static str, desktop: &Desktop) {
		let took = self.stage.elapsed();
		desktop.output.say(format!("{name:<46} {:>6.1} s", took.as_secs_f64()));
		self.stages.push((name, took));
		self.stage = Instant::now();
	}
}

/// Does it, and cleans up whatever happens.
pub async fn run(desktop: &Desktop, command: Command) -> Result<()> {
	let mut desktop = desktop.clone();
	if command.quiet {
		desktop.output = desktop.output.quiet();
	}
	let desktop = &desktop;
	let plan = Plan::of(&command)?;
	let cast = rehearsal::Cast {
		node: rehearsal::find_node(command.node_binary.as_deref())?,
		chain: "dev",
		trustees: command.trustees,
		threshold: command.trustee_threshold,
	};
	let cannot = |error: std::io::Error| Failure::new(format!("cannot listen for signals: {error}"));
	let mut terminate = signal(SignalKind::terminate()).map_err(cannot)?;
	let stopped = || Failure::new("stopped; the node and the trustees have ended and their folder is removed");
	// What is under way is dropped at the end of this function: children are killed, the folder is removed.
	tokio::select! {
		result = election(desktop, &command, &plan, &cast) => result,
		_ = tokio::signal::ctrl_c() => Err(stopped()),
		_ = terminate.recv() => Err(stopped()),
	}
}

async fn election(desktop: &Desktop, command: &Command, plan: &Plan, cast: &rehearsal::Cast) -> Result<()> {
	let mut clock = Clock::start();
	desktop.output.say(format!(
		"{} voters, {} lists, {} seats, in {}",
		plan.scaled.participants(),
		plan.scaled.parties.len(),
		command.seats,
		plan.units.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" and ")
	));
	let mut rehearsal = Rehearsal::start(cast, &desktop.output).await?;
	clock.end("started a node", desktop);
	let held = if plan.deniable {
		deniable::acts(desktop, command, plan, &mut rehearsal, &mut clock).await
	} else {
		acts(desktop, command, plan, &mut rehearsal, &mut clock).await
	};
	match held {
		Ok(()) => Ok(()),
		Err(error) => {
			desktop.output.warn(rehearsal.last_words());
			Err(error)
		}
	}
}

async fn acts(
	desktop: &Desktop,
	command: &Command,
	plan: &Plan,
	rehearsal: &mut Rehearsal,
	clock: &mut Clock,
) -> Result<()> {
	let voters = plan.voters();
	let enrolment = voters.len() as u64 * 8;
	rehearsal.start_trustees()?;
	let question = question(plan, enrolment)?;
	let spinner = desktop.output.spinner("motions of the commission");
	let (roll, election, _) = rehearsal.announce(question).await?;
	drop(spinner);
	clock.end("commission: roll, desk, election announced", desktop);
	rehearsal.enrol(roll, &voters, &desktop.output).await?;
	clock.end("desk: voters enrolled", desktop);
	let spinner = desktop.output.spinner("key ceremony");
	rehearsal.wait_for_phase(election, Phase::Voting, Duration::from_secs(300), |words| spinner.message(words)).await?;
	drop(spinner);
	clock.end("trustees: key made, polls open", desktop);

	let papers = rehearsal.papers(election, plan.units.len()).await?;
	let first: Vec<_> = voters.iter().map(|voter| voter.vote(voter.first_choice.unwrap_or(voter.choice))).collect();
	rehearsal.cast(&papers, &first, 0, &desktop.output, "casting").await?;
	clock.end("voters: every ballot cast and final", desktop);
	let again: Vec<_> =
		voters.iter().filter(|voter| voter.first_choice.is_some()).map(|voter| voter.vote(voter.choice)).collect();
	rehearsal.cast(&papers, &again, 1, &desktop.output, "changing their mind").await?;
	clock.end("voters: a tenth changed their mind", desktop);
	let (result, block) = count(desktop, plan, rehearsal, clock, election).await?;
	let checks = plan.compare(&result)?;
	finish(desktop, command, plan, rehearsal, clock, &result, &checks, block)
}

/// What is decided, and how long enrolment may take from the announcement on.
fn question(plan: &Plan, enrolment: Moment) -> Result<Question> {
	let title = if plan.is_default {
		"Parliament of the Kyrgyz Republic, 4 October 2020 (rehearsal)".to_owned()
	} else {
		"Rehearsal".to_owned()
	};
	let units = plan.units.iter().map(|(name, _)| name.clone()).collect();
	Ok(Question { title, units, contest: plan.contest()?, ballots_per_credential: 2, enrolment })
}

/// Closes the polls, and waits for the tally and the certificate.
async fn count(
	desktop: &Desktop,
	plan: &Plan,
	rehearsal: &mut Rehearsal,
	clock: &mut Clock,
	election: ElectionId,
) -> Result<(ElectionResult, Block)> {
	let spinner = desktop.output.spinner("closing the polls");
	rehearsal.carry(&[Call::new("Elections", "close_polls", election)]).await?;
	rehearsal.wait_for_phase(election, Phase::Tallying, Duration::from_secs(120), |_| {}).await?;
	clock.end("commission: polls closed", desktop);
	let patience = Duration::from_secs(600 + plan.scaled.participants() / 50);
	rehearsal.wait_for_phase(election, Phase::Counted, patience, |words| spinner.message(words)).await?;
	clock.end(
		if plan.deniable {
			"trustees: mixed, matched, counted, verified"
		} else {
			"trustees: mixed, decrypted, counted, verified"
		},
		desktop,
	);
	spinner.message("certifying");
	let view = rehearsal.view_now().await?;
	let digest = ElectionResult::fetch(&view, election).await?.digest;
	let digest = digest.ok_or_else(|| Failure::new("the election is counted and has no digest"))?;
	rehearsal.carry(&[Call::new("Elections", "certify", (election, digest))]).await?;
	let block = rehearsal.wait_for_phase(election, Phase::Certified, Duration::from_secs(60), |_| {}).await?;
	drop(spinner);
	clock.end("commission: result certified", desktop);

	Ok((ElectionResult::fetch(&rehearsal.chain.at(block.hash), election).await?, block))
}

#[allow(clippy::too_many_arguments)]
fn finish(
	desktop: &Desktop,
	command: &Command,
	plan: &Plan,
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
	desktop.output.say(format!("{:<46} {:>6.1} s", "in all", total.as_secs_f64()));
	desktop.output.result(&answer, || {
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

fn write(path: &std::path::Path, text: &str) -> Result<()> {
	std::fs::write(path, text).map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}

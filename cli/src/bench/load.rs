//! What a node of our own can take: ballots into pool and block, and the tally.

use crate::failure::{Failure, Result};
use crate::{
	bench::figure::{micros, Figure, ENTRY_BYTES},
	observer::status_words::waits_for,
	session::{this_program, Session},
};
use clap::Args;
use dobush_client::{
	ballot::Choice,
	chain::{calls, Block, Signed},
};
use dobush_primitives::{Choice as ChoiceOfContest, Contest, ElectionId, Moment, Phase, UnitId};
use dobush_rehearsal::{bounded, bounded_text, find_node, Cast, Children, NodeSettings, Question, Rehearsal, Voter};
use electoral_rules::{AgainstAll, BallotFormat, OptionKind, Plurality, Rule, TieRule};
use rayon::prelude::*;
use std::{
	path::PathBuf,
	time::{Duration, Instant},
};

/// How large the election is.
#[derive(Debug, Args)]
pub struct LoadArgs {
	/// Ballots, one for each voter.
	#[arg(long, default_value_t = 5000)]
	pub voters: u32,
	/// The node's program [default: what DOBUSH_NODE_BINARY names, or dobush-node beside this one].
	#[arg(long, value_name = "PATH")]
	pub node_binary: Option<PathBuf>,
}

/// Measures casting, and system remarks for comparison.
pub async fn cast(session: &Session, args: &LoadArgs) -> Result<Vec<Figure>> {
	let mut rehearsal = start(args).await?;
	let measured = tokio::select! {
		measured = measure_casts(session, args, &mut rehearsal) => measured,
		_ = tokio::signal::ctrl_c() => Err(stopped()),
	};
	with_last_words(session, &rehearsal, measured)
}

/// Measures a whole tally.
pub async fn tally(session: &Session, args: &LoadArgs) -> Result<Vec<Figure>> {
	let mut rehearsal = start(args).await?;
	let measured = tokio::select! {
		measured = measure_tally(session, args, &mut rehearsal) => measured,
		_ = tokio::signal::ctrl_c() => Err(stopped()),
	};
	with_last_words(session, &rehearsal, measured)
}

async fn start(args: &LoadArgs) -> Result<Rehearsal> {
	let plan = Cast {
		program: this_program()?,
		node: NodeSettings::crowded(find_node(args.node_binary.as_deref())?, "benchmark"),
		trustees: 3,
		threshold: 2,
	};
	Ok(Rehearsal::start(&plan).await?)
}

pub(crate) fn stopped() -> Failure {
	Failure::new("stopped; the node and the trustees have ended")
}

pub(crate) fn with_last_words(
	session: &Session,
	rehearsal: &Rehearsal,
	measured: Result<Vec<Figure>>,
) -> Result<Vec<Figure>> {
	if measured.is_err() {
		session.output.warn(rehearsal.last_words());
	}
	measured
}

/// Holds an election up to the opening of its polls.
async fn open_polls(session: &Session, args: &LoadArgs, rehearsal: &mut Rehearsal) -> Result<(ElectionId, Vec<Voter>)> {
	let voters: Vec<Voter> = (0..args.voters)
		.into_par_iter()
		.map(|n| Voter {
			account: dobush_client::keys::Account::generate(),
			unit: UnitId(0),
			choice: Choice::Option((n % 17) as u16),
			first_choice: None,
		})
		.collect();
	rehearsal.start_trustees()?;
	let question = question(17, u64::from(args.voters) * 10)?;
	let (roll, election, _) = rehearsal.announce(question).await?;
	rehearsal.enrol(roll, &voters, &session.output).await?;
	let spinner = session.output.spinner("key ceremony");
	let patience = Duration::from_secs(300 + u64::from(args.voters) / 50);
	rehearsal
		.wait_for_phase(election, Phase::Voting, patience, |standing| spinner.message(&waits_for(standing)))
		.await?;
	drop(spinner);
	Ok((election, voters))
}

/// One unit, one contest of so many options.
pub(crate) fn question(options: u16, enrolment: Moment) -> Result<Question> {
	let options = (1..=options)
		.map(|n| Ok(ChoiceOfContest { kind: OptionKind::Candidate, name: bounded_text(&format!("Option {n}"))? }))
		.collect::<Result<Vec<_>>>()?;
	let contest = Contest {
		title: bounded_text("Measure")?,
		options: bounded(options)?,
		format: BallotFormat::Single,
		rule: Rule::Plurality(Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder }),
	};
	let units = vec!["Unit".to_owned()];
	Ok(Question { enrolment, ..Question::about("Load test", units, contest) })
}

async fn measure_casts(session: &Session, args: &LoadArgs, rehearsal: &mut Rehearsal) -> Result<Vec<Figure>> {
	let (election, voters) = open_polls(session, args, rehearsal).await?;
	let papers = rehearsal.papers(election, 1).await?;

	let from = rehearsal.chain.finalised().await?;
	let ballots: Vec<_> = voters.iter().map(|voter| voter.vote(voter.choice)).collect();
	let signed = rehearsal.sign_ballots(&papers, &ballots, 0, from).await?;
	let casts = load(session, rehearsal, &signed, from.number, "casting").await?;
	// A remark of the same length as a cast's call, from the same accounts.
	let from = rehearsal.chain.finalised().await?;
	let remark = calls::system::remark(&[0u8; ENTRY_BYTES]);
	let signed = tokio::task::block_in_place(|| {
		voters
			.par_iter()
			.map(|voter| rehearsal.chain.sign(&remark, &voter.account, 1, from))
			.collect::<Result<Vec<_>, _>>()
	})?;
	let remarks = load(session, rehearsal, &signed, from.number, "remarks").await?;

	let per_second = |run: &Run| f64::from(args.voters) / run.finalised.as_secs_f64();
	let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64();
	Ok(vec![
		Figure::new("bytes of a ballot's transaction", casts.bytes as f64, "bytes").goal("≤ 350"),
		Figure::new("into the pool, per ballot", micros(casts.submitted, args.voters), "µs"),
		Figure::new("into the pool, per remark", micros(remarks.submitted, args.voters), "µs"),
		Figure::new("pool, ballot to remark", ratio(casts.submitted, remarks.submitted), "times").goal("≤ 2.5"),
		Figure::new("ballots finalised per second", per_second(&casts), "1/s").goal("≥ 500"),
		Figure::new("remarks finalised per second", per_second(&remarks), "1/s"),
		Figure::new("blocks that the ballots took", casts.blocks as f64, "blocks"),
		Figure::new("ballots in the fullest block, 2 s", casts.fullest as f64, "ballots"),
		Figure::new("blocks that the remarks took", remarks.blocks as f64, "blocks"),
	])
}

async fn measure_tally(session: &Session, args: &LoadArgs, rehearsal: &mut Rehearsal) -> Result<Vec<Figure>> {
	let (election, voters) = open_polls(session, args, rehearsal).await?;
	let papers = rehearsal.papers(election, 1).await?;
	let ballots: Vec<_> = voters.iter().map(|voter| voter.vote(voter.choice)).collect();
	rehearsal.cast(&papers, &ballots, 0, &session.output, "casting").await?;
	rehearsal.carry(&[calls::elections::close_polls(election)]).await?;
	let patience = Duration::from_secs(600 + u64::from(args.voters) / 20);
	let first = rehearsal.wait_for_phase(election, Phase::Tallying, patience, |_| {}).await?;
	let spinner = session.output.spinner("tally");
	let begun = Instant::now();
	let last = rehearsal
		.wait_for_phase(election, Phase::Counted, patience, |standing| spinner.message(&waits_for(standing)))
		.await?;
	let took = begun.elapsed();
	spinner.message("adding up what lies in the blocks");
	let bytes = bytes_between(rehearsal, first, last).await?;
	let each = |of: f64| of / f64::from(args.voters.max(1));
	Ok(vec![
		Figure::new(format!("tally of {} ballots, 3 mixes, 2 decrypting", args.voters), took.as_secs_f64(), "s"),
		Figure::new("blocks that the tally took", last.number.saturating_sub(first.number) as f64, "blocks"),
		Figure::new("tally, for each ballot", each(took.as_secs_f64() * 1000.0), "ms"),
		Figure::new("tally, bytes of transactions for each ballot", each(bytes as f64), "bytes"),
	])
}

/// Bytes of all transactions after one block, up to another.
pub(crate) async fn bytes_between(rehearsal: &Rehearsal, first: Block, last: Block) -> Result<usize> {
	let mut bytes = 0;
	for number in first.number + 1..=last.number {
		let block = rehearsal.chain.block_number(number).await?;
		bytes += rehearsal.chain.transactions(block.hash).await?.iter().map(|(_, length)| length).sum::<usize>();
	}
	Ok(bytes)
}

/// How fast transactions went in, and became final.
struct Run {
	submitted: Duration,
	finalised: Duration,
	blocks: u64,
	fullest: u64,
	bytes: usize,
}

async fn load(session: &Session, rehearsal: &Rehearsal, signed: &[Signed], from: u64, what: &str) -> Result<Run> {
	let bar = session.output.bar(2 * signed.len() as u64, what);
	let start = Instant::now();
	for answer in rehearsal.chain.submit_all(signed, |done| bar.add(done as u64)).await {
		answer?;
	}
	let submitted = start.elapsed();
	let mut blocks: Vec<u64> = Vec::new();
	for answer in rehearsal.chain.finalised_all(signed, from, |done| bar.add(done as u64)).await? {
		blocks.push(answer?.block.number);
	}
	let finalised = start.elapsed();
	blocks.sort_unstable();
	let fullest = blocks.chunk_by(PartialEq::eq).map(|same| same.len() as u64).max().unwrap_or(0);
	blocks.dedup();
	let bytes = signed.first().map_or(0, |transaction| transaction.bytes.len());
	Ok(Run { submitted, finalised, blocks: blocks.len() as u64, fullest, bytes })
}

//! A deniable election at a node of its own, from the booths to the count: what its tally takes on the chain.
//!
//! N people on the roll and N ballots, three in ten of them with credentials that do not count, as in the tally without a chain.
//! Three mixers, three shares of each step. What is counted is compared with what was cast.

use crate::failure::{Failure, Result};
use crate::{
	bench::{
		deniable::{COUNTING, MILLION},
		figure::Figure,
		load::{bytes_between, question, stopped, with_last_words, LoadArgs},
	},
	observer::status_words::waits_for,
	output::number,
	session::{this_program, Session},
};
use dobush_client::{
	ballot::Choice,
	chain::{calls, constants, items, Block},
	observer::result::ElectionResult,
};
use dobush_primitives::{Phase, UnitId, VoterId};
use dobush_rehearsal::{find_node, Cast, EnrolmentDay, NodeSettings, Person, Rehearsal};
use parity_scale_codec::Decode;
use sp_runtime::Weight;
use std::time::{Duration, Instant};

/// All of them mix, and three shares open everything: the same work as with three mixers and three of five trustees.
const TRUSTEES: u16 = 3;

/// How long a key ceremony may take.
const CEREMONY: Duration = Duration::from_secs(300);

/// By this factor a tally takes longer than its computing: on networks a third of each slot is for computing.
const SHARE: f64 = 3.0;

/// Holds an election and measures it.
pub(crate) async fn run(session: &Session, args: &LoadArgs, options: u16) -> Result<Vec<Figure>> {
	if args.voters < 10 {
		return Err(Failure::new("an election of fewer than 10 voters is not measured here").hint("give --voters N"));
	}
	let plan = Cast {
		program: this_program()?,
		node: NodeSettings::crowded(find_node(args.node_binary.as_deref())?, "benchmark"),
		trustees: TRUSTEES,
		threshold: TRUSTEES,
	};
	let mut rehearsal = Rehearsal::start(&plan).await?;
	let measured = tokio::select! {
		measured = measure(session, args.voters, options, &mut rehearsal) => measured,
		_ = tokio::signal::ctrl_c() => Err(stopped()),
	};
	with_last_words(session, &rehearsal, measured)
}

async fn measure(session: &Session, voters: u32, options: u16, rehearsal: &mut Rehearsal) -> Result<Vec<Figure>> {
	let output = &session.output;
	let people = (0..voters).map(|_| Person { voter_id: VoterId(rand::random()), unit: UnitId(0) }).collect();
	let mut day = EnrolmentDay::new(people, 1)?;
	rehearsal.start_trustees()?;
	let spinner = output.spinner("roll, envelopes, key of the roll");
	let roll = rehearsal.open_roll(day.terms(), &day.offices()).await?;
	day.print_envelopes(rehearsal, roll).await?;
	rehearsal.wait_for_roll_key(roll, CEREMONY).await?;
	drop(spinner);
	let begun = Instant::now();
	let wallets = day.hold(rehearsal, roll, output).await?;
	let enrolled = begun.elapsed();
	let spinner = output.spinner("keys of the election");
	let (election, _) = rehearsal.announce_deniable(question(options, 0)?, roll, 0).await?;
	rehearsal
		.wait_for_phase(election, Phase::Voting, CEREMONY, |standing| spinner.message(&waits_for(standing)))
		.await?;
	drop(spinner);

	let counting = wallets.len().saturating_mul(COUNTING) / 10;
	let mut expected = vec![0u64; usize::from(options)];
	let mut votes = Vec::with_capacity(wallets.len());
	for (n, wallet) in wallets.iter().enumerate() {
		let option = n % usize::from(options.max(1));
		let choice = Choice::Option(u16::try_from(option).unwrap_or(u16::MAX));
		if n < counting {
			votes.push(wallet.real.vote(choice));
			if let Some(expected) = expected.get_mut(option) {
				*expected += 1;
			}
		} else {
			let fake = wallet.fakes.first().ok_or_else(|| Failure::new("somebody has no fake credential"))?;
			votes.push(fake.vote(choice));
		}
	}
	let papers = rehearsal.papers(election, 1).await?;
	let open = rehearsal.chain.finalised().await?;
	rehearsal.cast(&papers, &votes, 0, output, "casting").await?;
	let cast = rehearsal.chain.finalised().await?;
	rehearsal.carry(&[calls::elections::close_polls(election)]).await?;

	let patience = Duration::from_secs(900 + u64::from(voters) / 5);
	let spinner = output.spinner("memberships are checked");
	let first = rehearsal.wait_for_phase(election, Phase::Tallying, patience, |_| {}).await?;
	let begun = Instant::now();
	let last = rehearsal
		.wait_for_phase(election, Phase::Counted, patience, |standing| spinner.message(&waits_for(standing)))
		.await?;
	let took = begun.elapsed();
	spinner.message("adding up what lies in the blocks");
	let result = ElectionResult::fetch(&rehearsal.view_now().await?, election).await?;
	let counted = result.contests.first().and_then(|contest| contest.votes());
	if counted != Some(expected) {
		return Err(Failure::new("the tally's result is not what was voted"));
	}

	let bytes_cast = bytes_between(rehearsal, open, cast).await?;
	let bytes = bytes_between(rehearsal, first, last).await?;
	let before = charged_between(rehearsal, open, first).await?;
	let charged = charged_between(rehearsal, first, last).await?;
	let each = |of: f64| of / f64::from(voters.max(1));
	let millis = |seconds: f64| each(seconds * 1000.0);
	let hours = |seconds: f64| each(seconds) * f64::from(MILLION) / 3600.0;
	let name = |what: &str| format!("{} ballots: {what}", number(voters));
	Ok(vec![
		Figure::new(name("enrolment, a batch after the other"), enrolled.as_secs_f64(), "s"),
		Figure::new(name("bytes of transactions, cast"), each(bytes_cast as f64), "bytes each")
			.goal("≤ 1800 at 21 rows"),
		Figure::new(name("charged until the tally, memberships checked"), millis(before), "ms each"),
		Figure::new(name("tally, 3 mixers, 3 shares"), took.as_secs_f64(), "s"),
		Figure::new(name("tally, blocks"), last.number.saturating_sub(first.number) as f64, "blocks"),
		Figure::new(name("tally, bytes of transactions"), each(bytes as f64), "bytes each").goal("≤ 2000"),
		Figure::new(name("tally, time"), millis(took.as_secs_f64()), "ms each"),
		Figure::new(name("tally, charged"), millis(charged), "ms each"),
		Figure::new("a million ballots in proportion: tally, by the time here", hours(took.as_secs_f64()), "hours"),
		Figure::new(
			"a million ballots in proportion: tally, as charged, at a third of the time",
			hours(charged) * SHARE,
			"hours",
		),
		Figure::new(
			"a million ballots in proportion: all from casting, as charged, at a third of the time",
			hours(before + charged) * SHARE,
			"hours",
		),
	])
}

/// Seconds of computing that were charged after one block, up to another, without what every block costs.
async fn charged_between(rehearsal: &Rehearsal, first: Block, last: Block) -> Result<f64> {
	let limits = rehearsal.chain.constant_bytes(&constants::system::BLOCK_WEIGHTS)?;
	let base =
		Weight::decode(&mut limits.as_slice()).map_err(|error| Failure::new(format!("block weights: {error}")))?;
	let mut charged: u64 = 0;
	for number in first.number + 1..=last.number {
		let block = rehearsal.chain.block_number(number).await?;
		let view = rehearsal.chain.at(block.hash);
		let [normal, operational, mandatory] = view.read_or_default(&items::system::BLOCK_WEIGHT, &()).await?;
		let all = normal.saturating_add(operational).saturating_add(mandatory);
		charged = charged.saturating_add(all.saturating_sub(base).ref_time());
	}
	// Weights count picoseconds.
	Ok(charged as f64 / 1e12)
}

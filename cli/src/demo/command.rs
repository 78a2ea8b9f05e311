//! Arguments and answer of the demonstration, and its clock.

use crate::{report::Check, session::Session};
use clap::Args;
use dobush_client::observer::result::Passed;
use election_files::working::Pairs;
use serde::Serialize;
use std::{
	path::PathBuf,
	time::{Duration, Instant},
};

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
	/// The node's program [default: what DOBUSH_NODE_BINARY names, or dobush-node beside this one].
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

/// The result of the demonstration for programs.
#[derive(Serialize)]
pub(super) struct Answer<'a> {
	pub(crate) votes: Pairs<'a, u64>,
	pub(crate) seats: Pairs<'a, u32>,
	pub(crate) certified: bool,
	pub(crate) invalid: Option<u64>,
	pub(crate) declined: Option<u64>,
	#[serde(skip_serializing_if = "Option::is_none")]
	pub(crate) recorded: Option<u64>,
	#[serde(skip_serializing_if = "Option::is_none")]
	pub(crate) not_counted: Option<u64>,
	pub(crate) participants: Option<u64>,
	pub(crate) thresholds: Pairs<'a, Passed>,
	pub(crate) checks: &'a [Check],
	pub(crate) timings: Pairs<'a, f64>,
	pub(crate) report: String,
	pub(crate) digest: Option<String>,
	pub(crate) genesis: String,
}

/// The stages, and the time that each of them took.
pub(super) struct Clock {
	pub(crate) started: Instant,
	pub(crate) stage: Instant,
	pub(crate) stages: Vec<(&'static str, Duration)>,
}

impl Clock {
	pub(crate) fn start() -> Self {
		let now = Instant::now();
		Self { started: now, stage: now, stages: Vec::new() }
	}

	pub(crate) fn end(&mut self, name: &'static str, session: &Session) {
		let took = self.stage.elapsed();
		session.output.say(format!("{name:<46} {:>6.1} s", took.as_secs_f64()));
		self.stages.push((name, took));
		self.stage = Instant::now();
	}
}

//! A figure with its unit, as docs/benchmarks.md prints it.

use crate::failure::Failure;
use clap::{Args, Subcommand};
use parity_scale_codec::Encode;
use serde::Serialize;
use sp_core::Pair;
use std::time::Duration;

/// One figure.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
	what: String,
	value: f64,
	unit: &'static str,
	goal: Option<String>,
}

impl Figure {
	fn new(what: impl Into<String>, value: f64, unit: &'static str) -> Self {
		Self { what: what.into(), value: (value * 1000.0).round() / 1000.0, unit, goal: None }
	}

	fn goal(mut self, goal: impl Into<String>) -> Self {
		self.goal = Some(goal.into());
		self
	}
}

fn micros(took: Duration, of: u32) -> f64 {
	took.as_secs_f64() * 1e6 / f64::from(of.max(1))
}

fn failed(error: impl std::fmt::Display) -> Failure {
	Failure::new(format!("the tally: {error}"))
}

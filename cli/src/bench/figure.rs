//! A figure with its unit, as docs/benchmarks.md prints it.

use crate::failure::Failure;
use serde::Serialize;
use std::time::Duration;

/// Bytes of a ballot's entry: ciphertext and proof.
pub(super) const ENTRY_BYTES: usize = 128;

/// One figure.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
	pub(crate) what: String,
	pub(crate) value: f64,
	pub(crate) unit: &'static str,
	pub(crate) goal: Option<String>,
}

impl Figure {
	pub(crate) fn new(what: impl Into<String>, value: f64, unit: &'static str) -> Self {
		Self { what: what.into(), value: (value * 1000.0).round() / 1000.0, unit, goal: None }
	}

	pub(crate) fn goal(mut self, goal: impl Into<String>) -> Self {
		self.goal = Some(goal.into());
		self
	}
}

pub(super) fn micros(took: Duration, of: u32) -> f64 {
	took.as_secs_f64() * 1e6 / f64::from(of.max(1))
}

pub(super) fn failed(error: impl std::fmt::Display) -> Failure {
	Failure::new(format!("the tally: {error}"))
}

//! Starts real nodes and holds small elections on them.

pub mod election;
pub mod hand;
pub mod node;
pub mod program;
pub mod trial;

pub use election::{Election, Question};
pub use hand::Hand;
pub use node::Node;
pub use program::Program;

use std::{future::Future, time::Duration};
use tokio::time::{sleep, Instant};

/// The time between two looks at a condition.
const LOOK: Duration = Duration::from_millis(200);

/// Waits until a condition yields a value, for at most `patience`. An error of the condition ends the waiting. `what`
/// names the condition in the error.
pub async fn eventually<T, F: Future<Output = anyhow::Result<Option<T>>>>(
	patience: Duration,
	what: &str,
	mut condition: impl FnMut() -> F,
) -> anyhow::Result<T> {
	let until = Instant::now() + patience;
	loop {
		if let Some(value) = condition().await? {
			return Ok(value);
		}
		anyhow::ensure!(Instant::now() < until, "waited in vain for {} s: {what}", patience.as_secs());
		sleep(LOOK).await;
	}
}

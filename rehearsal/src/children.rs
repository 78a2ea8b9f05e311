//! The programs that somebody has started: all must live while something is waited for.

use crate::failure::{Awaited, Failure, Result};
use crate::{program::Program, waiting::Waiting};
use std::time::Duration;
use tokio::time::sleep;

/// The time between two looks at a condition.
const LOOK: Duration = Duration::from_millis(200);

/// Who has started programs.
pub trait Children {
	/// The programs that should be running.
	fn children(&self) -> Vec<&Program>;

	/// Fails if one of them has ended by itself.
	fn ensure_alive(&self) -> Result<()> {
		self.children().into_iter().try_for_each(Program::ensure_alive)
	}

	/// The last lines of their logs, for when something goes wrong.
	fn last_words(&self) -> String {
		self.children().into_iter().map(Program::last_words).collect::<Vec<_>>().join("\n")
	}
}

/// Waits until a condition yields a value, for at most `patience`, watching the programs meanwhile. An error of the condition
/// ends the waiting, and so does the end of a program.
pub async fn eventually<T, E: From<Failure>>(
	children: &impl Children,
	patience: Duration,
	awaited: impl Into<Awaited>,
	mut condition: impl AsyncFnMut() -> Result<Option<T>, E>,
) -> Result<T, E> {
	let mut waiting = Waiting::at_most(patience);
	loop {
		children.ensure_alive()?;
		if let Some(value) = condition().await? {
			return Ok(value);
		}
		if !waiting.goes_on() {
			return Err(Failure::InVain { awaited: awaited.into(), patience }.into());
		}
		sleep(LOOK).await;
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::process::Command;

	/// Programs that sleep for so many seconds.
	struct Sleepers(Vec<Program>);

	impl Children for Sleepers {
		fn children(&self) -> Vec<&Program> {
			self.0.iter().collect()
		}
	}

	fn sleepers(seconds: &[&str]) -> Sleepers {
		let start = |time: &&str| Program::spawn(time, Command::new("sleep").arg(time)).expect("there is a sleep");
		Sleepers(seconds.iter().map(start).collect())
	}

	async fn third_look(children: &Sleepers, patience: Duration) -> Result<u32> {
		let mut looks = 0;
		eventually(children, patience, "the third look", async || {
			looks += 1;
			Ok((looks == 3).then_some(looks))
		})
		.await
	}

	#[tokio::test]
	async fn a_condition_is_looked_at_again_until_it_yields_or_patience_ends() {
		let children = sleepers(&["1000"]);
		assert_eq!(third_look(&children, Duration::from_secs(60)).await, Ok(3));
		let patience = Duration::from_millis(1);
		let in_vain = Failure::InVain { awaited: "the third look".into(), patience };
		assert_eq!(third_look(&children, patience).await, Err(in_vain));
	}

	#[tokio::test]
	async fn nobody_waits_longer_than_the_programs_live() {
		let children = sleepers(&["1000", "0.3"]);
		let never = eventually(&children, Duration::from_secs(600), "nothing", async || Ok::<_, Failure>(None::<()>));
		assert!(matches!(never.await, Err(Failure::Ended { name, .. }) if name == "0.3"));
	}
}

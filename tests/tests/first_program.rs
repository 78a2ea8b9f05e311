//! The program of forty lines that stands on the public surface of the SDK alone.

use anyhow::{ensure, Context, Result};
use dobush_client::keys::{KeyFile, THROWAWAY_WORK_FACTOR};
use dobush_primitives::Phase;
use dobush_rehearsal::{find, Children};
use end_to_end::network::{Election, Question};
use std::time::Duration;
use tokio::process::Command;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_a_program_on_the_sdk_alone_casts_a_ballot_and_proves_that_it_counts() -> Result<()> {
	let mut election = Election::announce(Question::default()).await?;
	let outcome = cast_by_the_program(&mut election).await;
	outcome.map_err(|error| error.context(election.rehearsal.last_words()))
}

async fn cast_by_the_program(election: &mut Election) -> Result<()> {
	let program = find("first-ballot", "DOBUSH_FIRST_BALLOT_BINARY", None)?;
	let key = election.rehearsal.folder().join("voter.key");
	let voter = election.voters.first().context("one voter")?.clone();
	KeyFile::create_for(&key, "one voter", voter, THROWAWAY_WORK_FACTOR)?;
	election.wait_for(Phase::Voting, Duration::from_secs(180)).await?;

	let said = Command::new(program)
		.env("DOBUSH_STATE", election.rehearsal.folder().join("state"))
		.args([&election.rehearsal.node.url(), &election.id.0.to_string()])
		.arg(&key)
		.args(["one voter", "1"])
		.output()
		.await?;
	let words = String::from_utf8_lossy(&said.stdout);
	ensure!(said.status.success(), "{words}{}", String::from_utf8_lossy(&said.stderr));
	ensure!(words.contains("1 contests, proven") && words.contains("proven: it lies in slot 0 of unit 0"), "{words}");

	election.close_polls().await?;
	election.wait_for(Phase::Counted, Duration::from_secs(300)).await?;
	let counted = election.counted().await?;
	ensure!(counted == (vec![0, 1, 0], 0), "{counted:?}");
	Ok(())
}

//! `dobush booth cast-decoys`: lets this booth's decoys vote while the polls are open, each over a connection of its own.

use super::arguments::BoothKey;
use crate::failure::Result;
use crate::session::Session;
use ballot_crypto::{CredentialPlace, CredentialSecret};
use dobush_client::{
	booth::polls::{self, now, Polls},
	chain::Chain,
	keys::EncryptedFolder,
};
use dobush_primitives::{ElectionId, Moment};
use election_files::definition::local_moment;
use serde::Serialize;
use std::time::Duration;
use tokio::time;

/// How long to wait for a node, and before a ballot is tried again.
const AFTER_FAILURE: Duration = Duration::from_secs(30);
/// How often to look whether the polls were closed early.
const BETWEEN_LOOKS: Duration = Duration::from_secs(10);

#[derive(Serialize)]
struct Done {
	election: u32,
}

/// Casts until the polls close. How many ballots there were is said to nobody. Voters may visit in the meantime.
pub(super) async fn run(session: &Session, election: u32, keys: &BoothKey) -> Result<()> {
	let folder = EncryptedFolder::open(session.open(&keys.key)?, keys.state.as_deref())?;
	let chain = session.connect().await?;
	let polls = Polls::fetch(&chain, ElectionId(election)).await?;
	let uncovered = polls::draw(&folder, &chain, &polls, |failure| session.fail(failure)).await?;
	folder.release()?;
	let until = polls.plan(now()).until;
	session.output.say(format!("decoys cast until {}; let this program run", local_moment(until, polls.utc_offset)));
	let mut open = true;
	while now() < polls.closes_at {
		let Some((when, secret, place)) = polls::next(&folder, &polls, chain.genesis().0)? else { break };
		open = wait_until(session, &polls, when).await;
		if !open {
			break;
		}
		match cast_elsewhere(session, polls.election, place, &secret).await {
			Ok(()) => polls::mark(&folder, &polls, place)?,
			Err(failure) => {
				session.fail(&failure);
				time::sleep(AFTER_FAILURE).await;
			}
		}
	}
	// The program ends with the polls, however many decoys there were.
	if open {
		wait_until(session, &polls, polls.closes_at).await;
	}
	match uncovered {
		Some(failure) => Err(failure.into()),
		None => {
			session.output.result(&Done { election }, || "the decoys of this booth have done their part".to_owned());
			Ok(())
		}
	}
}

async fn cast_elsewhere(
	session: &Session,
	election: ElectionId,
	place: CredentialPlace,
	secret: &CredentialSecret,
) -> Result<()> {
	let connection = Chain::connect_within(&session.nodes, AFTER_FAILURE).await?;
	Ok(polls::cast(&connection, election, place, secret).await?)
}

/// Waits until a moment; says whether the polls are still open then. A node that does not answer is no reason to stop.
async fn wait_until(session: &Session, polls: &Polls, moment: Moment) -> bool {
	loop {
		let left = Duration::from_millis(moment.saturating_sub(now()));
		if left.is_zero() {
			return true;
		}
		time::sleep(left.min(BETWEEN_LOOKS)).await;
		if are_closed(session, polls).await.unwrap_or(false) {
			return false;
		}
	}
}

async fn are_closed(session: &Session, polls: &Polls) -> Result<bool> {
	Ok(polls.are_closed(&Chain::connect_within(&session.nodes, AFTER_FAILURE).await?).await?)
}

//! `dobush observer definition`: all that the commission decided about an election.

use crate::{failure::Result, output::number, session::Session, words::definition};
use dobush_client::{
	chain::{views, View},
	observer::ObserverError,
};
use dobush_primitives::ElectionId;

pub(super) async fn run(session: &Session, view: &View<'_>, block: u64, election: ElectionId) -> Result<()> {
	let found = view.ask(&views::elections::DEFINITION, &(election,)).await?;
	let found = found.ok_or(dobush_client::Error::from(ObserverError::NoElection { election }))?;
	session
		.output
		.result(&found, || format!("{}\n\nas of finalised block {}", definition::definition(&found), number(block)));
	Ok(())
}

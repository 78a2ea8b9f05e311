//! `dobush observer definition`: all that the commission decided about an election.

use crate::{
	failure::{Failure, Result},
	output::number,
	session::Session,
	words::definition,
};
use dobush_client::{
	chain::{views, View},
	observer::ObserverError,
};
use dobush_primitives::ElectionId;
use election_files::definition::write;
use serde::Serialize;
use std::path::Path;

/// The definition for programs: as the file that they read anyway.
#[derive(Serialize)]
struct Answer<'a> {
	election: u32,
	block: u64,
	words: &'a str,
	/// None if no file says it.
	toml: Option<&'a str>,
}

pub(super) async fn run(
	session: &Session,
	view: &View<'_>,
	block: u64,
	election: ElectionId,
	toml: Option<&Path>,
) -> Result<()> {
	let found = view.ask(&views::elections::DEFINITION, &(election,)).await?;
	let found = found.ok_or(dobush_client::Error::from(ObserverError::NoElection { election }))?;
	let file = write(&found);
	if let Some(path) = toml {
		let text = file.as_ref().ok_or_else(|| {
			Failure::new(format!("no definition file says what election {election} is"))
				.hint("it was announced by another program; without --toml it is shown in words")
		})?;
		std::fs::write(path, text)
			.map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))?;
	}
	let words = definition::definition(&found);
	let answer = Answer { election: election.0, block, words: &words, toml: file.as_deref() };
	session.output.result(&answer, || {
		let mut words = words.clone();
		if let Some(path) = toml {
			words.push_str(&format!("\n\nas a file it is in {}", path.display()));
		}
		format!("{words}\n\nas of finalised block {}", number(block))
	});
	Ok(())
}

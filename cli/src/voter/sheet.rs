//! What a voter must see before a ballot is made: election, unit, what is chosen in words, and how many ballots are left.

use super::{choices::parse_choices, place::ElectionArgs};
use crate::failure::Result;
use crate::{
	output::{self, Columns},
	session::{KeyArgs, Session},
	words,
};
use dobush_client::{
	ballot::Paper,
	chain::decode::text,
	progress::{Notice, Progress, Work},
	voter::{Breadth, Connections, Credential, VoterStatus},
};
use dobush_primitives::{ElectionId, Slate};
use electoral_rules::{BallotFormat, Selection};
use std::path::Path;

/// The credential of a key file, or of a development secret.
pub(super) fn open_credential(session: &Session, key: &KeyArgs) -> Result<Credential> {
	if key.key.starts_with("//") {
		return Ok(Credential::direct(session.account(key)?));
	}
	Ok(Credential::of_file(&session.open(key)?)?)
}

/// The ballot paper of a voter who may cast now, with everything that is told beforehand.
pub(super) struct Sheet {
	pub(super) status: VoterStatus,
	pub(super) paper: Paper,
	/// For each contest the candidates of its lists, where candidates can be marked.
	slates: Vec<Option<Vec<Slate>>>,
}

impl Sheet {
	/// Reads it with proofs. Refuses what the chain would refuse, before anything is encrypted.
	pub(super) async fn read(
		session: &Session,
		connections: &Connections,
		credential: &Credential,
		election: ElectionId,
		pin: Option<&Path>,
		breadth: Breadth,
	) -> Result<Self> {
		let view = connections.view(pin, &session.output).await?;
		let _steps = session.output.begin(Work::ReadingPaper, None);
		let status = credential.status(connections, &view, election, breadth).await?;
		if let Err(found) = &status.entry {
			session.output.notice(&Notice::RollEntry(found));
		}
		status.ensure_may_cast()?;
		let paper = view.paper_of_unit(election, status.unit).await?;
		let paper = match credential.booth() {
			Some(booth) => paper.of_booth(booth.into()),
			None => paper,
		};
		let mut slates = Vec::new();
		for (number, contest) in paper.contests() {
			let marks = matches!(contest.format, BallotFormat::ListPreferences { .. });
			slates.push(if marks { Some(view.slates(election, number, contest).await?) } else { None });
		}
		Ok(Self { status, paper, slates })
	}

	/// The selections of the command line, one for each contest.
	pub(super) fn selections(&self, choices: &[String]) -> Result<Vec<Option<Selection>>> {
		Ok(parse_choices(&self.paper, choices)?)
	}

	/// What is about to be encrypted, in words.
	pub(super) fn words(&self, selections: &[Option<Selection>]) -> String {
		let rows =
			self.paper.contests().zip(selections).zip(&self.slates).map(|(((_, contest), selection), slates)| {
				let said = words::selection::numbered(contest, selection.as_ref(), slates.as_deref());
				vec![text(&contest.title), said]
			});
		let table = output::table(&Columns { words: &["contest", "your choice"], numbers: &[] }, rows);
		format!(
			"{}; the polls: {}\n{table}\n{}",
			words::voter_status::place(&self.status),
			words::voter_status::polls_of(&self.status),
			words::voter_status::before_casting(&self.status)
		)
	}
}

/// The connections and the credential of a command; the passphrase is asked for before signals are caught.
pub(super) async fn open(
	session: &Session,
	place: &ElectionArgs,
	relay: Option<&str>,
) -> Result<(Credential, Connections)> {
	let credential = open_credential(session, &place.key)?;
	let connections = Connections::open(&session.nodes, relay, &session.output).await?;
	Ok((credential, connections))
}

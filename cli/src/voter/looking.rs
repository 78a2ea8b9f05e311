//! `dobush voter ballot` and `status`: what stands on the ballot, and where the voter stands.

use super::{place::ElectionArgs, sheet};
use crate::failure::{Failure, Result};
use crate::{
	output::{self, Columns},
	session::Session,
	words,
};
use dobush_client::{
	chain::decode::text,
	progress::{Progress, Work},
	voter::{Breadth, VoterStatus},
};
use dobush_primitives::{Contest, ElectionId, Slate};
use electoral_rules::BallotFormat;
use serde::Serialize;

#[derive(Serialize)]
struct OnBallot {
	contest: String,
	/// From 1, as a choice names it.
	number: usize,
	option: String,
	/// The candidates of a list, in its order.
	#[serde(skip_serializing_if = "Vec::is_empty")]
	candidates: Vec<String>,
}

pub(super) async fn ballot(session: &Session, place: &ElectionArgs, relay: Option<&str>) -> Result<()> {
	let (credential, connections) = sheet::open(session, place, relay).await?;
	let view = connections.view(place.pin.as_deref(), &session.output).await?;
	let steps = session.output.begin(Work::ReadingPaper, None);
	let election = ElectionId(place.election);
	let status = credential.status(&connections, &view, election, Breadth::Nothing).await?;
	let contests = view.contests_of_unit(election, status.unit).await?;
	let mut rows: Vec<OnBallot> = Vec::new();
	let mut notes: Vec<String> = Vec::new();
	for (number, contest) in &contests {
		let slates = view.slates(election, *number, contest).await?;
		rows.extend(options(contest, &slates));
		notes.push(format!("{}: {}", text(&contest.title), how(contest)));
	}
	drop(steps);
	session.output.say(format!(
		"{}; the polls: {}",
		words::voter_status::place(&status),
		words::voter_status::polls_of(&status)
	));
	if let Err(found) = &status.entry {
		session.output.warn(format!("note: {}", Failure::from(found.clone())));
	}
	if let Err(found) = &status.on_roll {
		session.output.warn(format!("note: this key may not vote here: {}", Failure::from(found.clone())));
	}
	session.output.result(&rows, || {
		let lines = rows.iter().flat_map(|row| {
			let option = vec![row.contest.clone(), row.option.clone(), row.number.to_string()];
			let places = row
				.candidates
				.iter()
				.zip(1..)
				.map(|(name, n)| vec![String::new(), format!("  {n}. {name}"), String::new()]);
			[option].into_iter().chain(places).collect::<Vec<_>>()
		});
		let table = output::table(&Columns { words: &["contest", "option"], numbers: &["number"] }, lines);
		format!("{table}\n\n{}", notes.join("\n"))
	});
	Ok(())
}

fn options(contest: &Contest, slates: &[Slate]) -> Vec<OnBallot> {
	let named = contest.options.iter().enumerate().map(|(at, option)| OnBallot {
		contest: text(&contest.title),
		number: at + 1,
		option: text(&option.name),
		candidates: slates.get(at).into_iter().flatten().map(|candidate| text(&candidate.name)).collect(),
	});
	named.collect()
}

/// What may be chosen, and how it is written.
fn how(contest: &Contest) -> String {
	let options = contest.options.len();
	match contest.format {
		BallotFormat::Single => "one option: --choice 2".to_owned(),
		BallotFormat::SingleOrDecline => "one option, or decline: --choice 2, --choice decline".to_owned(),
		BallotFormat::ListPreferences { most, .. } => {
			format!("one list, and at most {most} of its candidates by their numbers: --choice \"2: 3, 11\"")
		}
		BallotFormat::Approvals { most } if usize::from(most) >= options => {
			"as many options as you like: --choice \"2 + 5\"".to_owned()
		}
		BallotFormat::Approvals { most } => format!("at most {most} options: --choice \"2 + 5\""),
		BallotFormat::Ranking { most } => {
			format!("at most {most} options in order, the best first: --choice \"2 > 5\"")
		}
	}
}

#[derive(Serialize)]
struct StatusJson {
	election: u32,
	title: String,
	unit: u16,
	unit_name: String,
	phase: String,
	may_cast_now: bool,
	on_roll: bool,
	#[serde(skip_serializing_if = "Option::is_none")]
	why_not: Option<String>,
	#[serde(skip_serializing_if = "Option::is_none")]
	roll_entry: Option<String>,
	voted: bool,
	ballots_cast: u16,
	ballots_left: u16,
	#[serde(skip_serializing_if = "Option::is_none")]
	standing: Option<dobush_primitives::ballot_box::BallotStanding>,
	proven_at_block: u64,
}

impl StatusJson {
	fn of(status: &VoterStatus) -> Self {
		Self {
			election: status.election.0,
			title: status.title.clone(),
			unit: status.unit.0,
			unit_name: status.unit_name.clone(),
			phase: format!("{:?}", status.phase),
			may_cast_now: status.ensure_may_cast().is_ok(),
			on_roll: status.on_roll.is_ok(),
			why_not: status.on_roll.as_ref().err().map(|error| Failure::from(error.clone()).to_string()),
			roll_entry: status.entry.as_ref().err().map(|error| Failure::from(error.clone()).to_string()),
			voted: status.cast.is_some(),
			ballots_cast: status.used(),
			ballots_left: status.left(),
			standing: status.cast.and_then(|cast| cast.standing),
			proven_at_block: status.block,
		}
	}
}

pub(super) async fn status(session: &Session, place: &ElectionArgs, relay: Option<&str>) -> Result<()> {
	let (credential, connections) = sheet::open(session, place, relay).await?;
	let view = connections.view(place.pin.as_deref(), &session.output).await?;
	let steps = session.output.begin(Work::ReadingPaper, None);
	let status = credential.status(&connections, &view, ElectionId(place.election), Breadth::Unit).await?;
	drop(steps);
	session.output.result(&StatusJson::of(&status), || words::voter_status::words(&status));
	Ok(())
}

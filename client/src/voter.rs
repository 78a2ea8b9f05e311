//! `dobush voter`: casting a ballot, auditing one instead, and finding it in the box by proof.

mod casting;
mod ways;

use crate::{
	activate,
	ballot::{AuditFile, Paper},
	chain::types::Standing,
	cli::{Desktop, KeyArgs},
	error::{Failure, Result},
	inclusion::{Found, ProvenView, ReceiptFile},
	keys::{address, parse_address, replace},
	output::{self, Columns},
	result::text,
	state::PinFile,
};
use casting::{Breadth, Credential};
use clap::{Args, Subcommand};
use dobush_primitives::{Contest, ElectionId, UnitId};
use electoral_rules::{BallotFormat, Selection};
use serde::{de::DeserializeOwned, Serialize};
use std::path::{Path, PathBuf};
use ways::Ways;

/// A voter's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Show the ballot: contests and options, proven by the pinned validators.
	#[command(after_help = "Example:\n  dobush voter ballot --election 7 --key my.key")]
	Ballot {
		/// Which election, key and pin.
		#[command(flatten)]
		place: Place,
	},
	/// Encrypt a selection and cast it; or, with --audit, open it for a second device and throw it away.
	///
	/// The ballot is encrypted and committed to first. Only then you say whether it is cast or audited, so a manipulated
	/// device cannot know beforehand. After casting, the command waits until the ballot is final and proves that it is in
	/// the box; in a deniable election it waits until the chain has checked that each selection is a legal one. A later
	/// ballot replaces an earlier one, as often as the election allows.
	#[command(after_help = "Examples:\n  dobush voter cast --election 7 --key my.key --choice \"Birimdik\"\n  \
	                        dobush voter cast --election 7 --key my.key --choice 2 --audit audit.json\n  \
	                        dobush voter cast --election 7 --key my.key --choice 2 --relay https://relay.example.org")]
	Cast {
		/// Which election, key and pin.
		#[command(flatten)]
		place: Place,
		/// Your choice: an option's name or its number on the ballot, from 1; once for each contest, in the ballot's order.
		/// A ranking is written "Aigul > 3 > Bakyt", several options "2 + 5", a list with preferred candidates
		/// "Birimdik: 3, 11". `invalid` spoils the vote; `decline` takes no part, where the contest allows it.
		#[arg(long = "choice", required = true)]
		choices: Vec<String>,
		/// Cast without asking again.
		#[arg(long, conflicts_with = "audit")]
		yes: bool,
		/// Do not cast: open the ballot for a second device, in this file.
		#[arg(long, value_name = "FILE")]
		audit: Option<PathBuf>,
		/// Where to write the receipt.
		#[arg(long, value_name = "FILE")]
		receipt: Option<PathBuf>,
		/// Send the ballot through this relay, so that no node sees your network address with it. What names the credential is asked
		/// there too; the rest at --node or, if none is named, at the relay as well.
		#[arg(long, value_name = "URL")]
		relay: Option<String>,
	},
	/// Deniable elections: turn the papers of one credential from the booth into a key file. Says the same for real and fake.
	///
	/// Checks signatures, proofs, envelope, batch and roll entry in a finalised block, each value proven; downloads the whole
	/// unit, so no node learns whose papers they are. Run it once for each credential.
	#[command(
		after_help = "Example:\n  dobush voter activate --key first.key --pin published-validators.json --scan papers.txt"
	)]
	Activate(activate::ActivateArgs),
	/// Deniable elections: look at your roll entry again when the roll has closed. Downloads the whole unit with proofs.
	#[command(
		after_help = "Example:\n  dobush voter recheck --election 7 --key first.key --pin published-validators.json"
	)]
	Recheck(activate::RecheckArgs),
	/// On a second device: show what an opened ballot really contains.
	#[command(after_help = "Example:\n  dobush voter audit audit.json")]
	Audit {
		/// The file that `voter cast --audit` has written.
		file: PathBuf,
		/// The validators that are trusted.
		#[arg(long, value_name = "FILE")]
		pin: Option<PathBuf>,
	},
	/// Show a receipt.
	#[command(after_help = "Example:\n  dobush voter receipt receipt.json")]
	Receipt {
		/// The receipt.
		file: PathBuf,
	},
	/// Prove that the ballot of a receipt is in the box: by a storage proof at a block that the pinned validators finalised.
	///
	/// In a deniable election it downloads the unit's whole box, so no node learns whose ballot is looked for.
	#[command(after_help = "Example:\n  dobush voter verify receipt.json --pin published-validators.json")]
	Verify {
		/// The receipt.
		file: PathBuf,
		/// The validators that are trusted.
		#[arg(long, value_name = "FILE")]
		pin: Option<PathBuf>,
		/// Ask through this relay; without --node, for everything.
		#[arg(long, value_name = "URL")]
		relay: Option<String>,
	},
}

/// Which election, with which key, trusting whom.
#[derive(Debug, Clone, Args)]
pub struct Place {
	/// The election.
	#[arg(long)]
	pub election: u32,
	/// The credential.
	#[command(flatten)]
	pub key: KeyArgs,
	/// The validators that are trusted: a file that the commission publishes. Without it those of the first connection.
	#[arg(long, value_name = "FILE")]
	pub pin: Option<PathBuf>,
}

#[derive(Serialize)]
struct CastAnswer {
	receipt: ReceiptFile,
	proven: Found,
}

#[derive(Serialize)]
struct AuditAnswer {
	commitment: String,
	file: String,
}

#[derive(Serialize)]
struct Selected {
	contest: String,
	selection: String,
}

/// Does it.
pub async fn run(desktop: &Desktop, command: Command) -> Result<()> {
	match command {
		Command::Ballot { place } => {
			let credential = Credential::open(desktop, &place.key)?;
			let ways = Ways::open(desktop, None).await?;
			let view = ways.view(desktop, place.pin.as_deref()).await?;
			let paper = credential.paper(desktop, &ways, &view, ElectionId(place.election)).await?;
			show(desktop, &paper);
			Ok(())
		}
		Command::Cast { place, choices, yes, audit, receipt, relay } => {
			let ways = Ways::open(desktop, relay.as_deref()).await?;
			casting::cast(desktop, &ways, &place, &choices, yes, audit.as_deref(), receipt.as_deref()).await
		}
		Command::Activate(args) => activate::run(desktop, &args).await,
		Command::Recheck(args) => activate::run_recheck(desktop, &args).await,
		Command::Audit { file, pin } => audit(desktop, &file, pin.as_deref()).await,
		Command::Receipt { file } => {
			let receipt: ReceiptFile = read_json(&file, "receipt")?;
			desktop.output.result(&receipt, || {
				format!(
					"election {}, unit {}\ncredential {}\nreceipt {}\ncast in finalised block {}",
					receipt.election, receipt.unit, receipt.credential, receipt.receipt, receipt.cast_in
				)
			});
			Ok(())
		}
		Command::Verify { file, pin, relay } => {
			let receipt: ReceiptFile = read_json(&file, "receipt")?;
			let ways = Ways::open(desktop, relay.as_deref()).await?;
			let found = casting::verify(desktop, &ways, &receipt, pin.as_deref(), Breadth::Unit).await?;
			desktop.output.result(&found, || proven_words(&found));
			Ok(())
		}
	}
}

fn proven_words(found: &Found) -> String {
	let place = format!(
		"proven: the ballot is in the box of unit {}, slot {}, at finalised block {}",
		found.unit,
		found.slot,
		output::number(found.block)
	);
	match found.standing {
		None => place,
		Some(Standing::Checked) => format!("{place}, and checked: each of its selections is a legal one"),
		Some(Standing::Dropped) => format!("{place}, but it was dropped and does not count"),
		Some(Standing::Waiting) => format!(
			"{place}\nThe chain has not checked its selections yet: look again with `dobush voter verify RECEIPT`."
		),
	}
}

async fn audit(desktop: &Desktop, file: &Path, pin: Option<&Path>) -> Result<()> {
	let opened: AuditFile = read_json(file, "audit file")?;
	let chain = desktop.connect().await?;
	let pin_file = PinFile::of(&chain, pin)?;
	let mut pin = pin_file.load(&chain, &desktop.output).await?;
	let view = ProvenView::newest(&chain, &mut pin).await?;
	pin_file.save(&pin)?;
	let credential = parse_address(&opened.credential)?;
	let election = ElectionId(opened.election);
	let paper = match opened.booth.as_deref().map(parse_address).transpose()? {
		None => view.paper(election, &credential).await?,
		Some(booth) => view.paper_of_unit(election, UnitId(opened.unit)).await?.of_booth(booth.into()),
	};
	let said: Vec<Selected> =
		paper.audit(&opened)?.into_iter().map(|(contest, selection)| Selected { contest, selection }).collect();
	desktop.output.say(format!("credential {}, commitment {}", address(&credential), opened.commitment));
	desktop.output.result(&said, || {
		let rows = said.iter().map(|row| vec![row.contest.clone(), row.selection.clone()]);
		let table = output::table(&Columns { words: &["contest", "the ballot says"], numbers: &[] }, rows);
		format!("{table}\nCompare this, and the commitment, with what the first device has shown.")
	});
	Ok(())
}

fn show(desktop: &Desktop, paper: &Paper) {
	let rows: Vec<(String, usize, String)> = paper
		.contests()
		.flat_map(|(_, contest)| {
			let title = text(&contest.title);
			contest.options.iter().zip(1..).map(move |(option, n)| (title.clone(), n, text(&option.name)))
		})
		.collect();
	desktop.output.result(&rows, || {
		let rows = rows.iter().map(|(contest, n, option)| vec![contest.clone(), option.clone(), n.to_string()]);
		output::table(&Columns { words: &["contest", "option"], numbers: &["number"] }, rows)
	});
}

/// Reads choices, one for each contest; none is an invalid vote.
fn parse_choices(paper: &Paper, choices: &[String]) -> Result<Vec<Option<Selection>>> {
	let contests: Vec<_> = paper.contests().collect();
	if contests.len() != choices.len() {
		return Err(Failure::new(format!(
			"the ballot has {} contests and {} choices were given",
			contests.len(),
			choices.len()
		))
		.hint("`dobush voter ballot` shows the ballot; give one --choice for each contest, in its order"));
	}
	contests.iter().zip(choices).map(|((_, contest), choice)| parse_choice(contest, choice)).collect()
}

/// Reads a choice in the words of its contest's format. Whether it is legal, [`Paper::seal_selections`] says.
fn parse_choice(contest: &Contest, choice: &str) -> Result<Option<Selection>> {
	let option = |word: &str| option_of(contest, word.trim());
	Ok(Some(match (choice, contest.format) {
		("invalid", _) => return Ok(None),
		("decline", _) => Selection::Declined,
		(_, BallotFormat::Single | BallotFormat::SingleOrDecline) => Selection::Option(option(choice)?),
		(_, BallotFormat::Ranking { .. }) => {
			Selection::Ranking(choice.split('>').map(option).collect::<Result<Vec<_>>>()?)
		}
		(_, BallotFormat::Approvals { .. }) => {
			Selection::Approvals(choice.split('+').map(option).collect::<Result<Vec<_>>>()?)
		}
		(_, BallotFormat::ListPreferences { .. }) => {
			// The name of a list may have a colon.
			let parts = choice.rsplit_once(':').filter(|_| option(choice).is_err());
			let (list, places) = parts.map_or((choice, None), |(list, places)| (list, Some(places)));
			let place = |word: &str| {
				word.trim().parse::<u16>().ok().and_then(|n| n.checked_sub(1)).ok_or_else(|| {
					Failure::new(format!("`{}` is no candidate's place on the list", word.trim()))
						.hint("write the list, a colon, and the candidates' numbers on it: \"Birimdik: 3, 11\"")
				})
			};
			let preferences =
				places.map(|places| places.split(',').map(place).collect::<Result<Vec<_>>>()).transpose()?;
			Selection::List { list: option(list)?, preferences: preferences.unwrap_or_default() }
		}
	}))
}

/// An option by its name, or by its number from 1.
fn option_of(contest: &Contest, word: &str) -> Result<u16> {
	let by_name = contest.options.iter().position(|option| text(&option.name) == *word);
	let by_number = word.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < contest.options.len());
	by_name.or(by_number).and_then(|n| u16::try_from(n).ok()).ok_or_else(|| {
		Failure::new(format!("`{word}` is no option of `{}`", text(&contest.title)))
			.hint("`dobush voter ballot` shows the options and their numbers")
	})
}

fn read_json<T: DeserializeOwned>(path: &Path, what: &str) -> Result<T> {
	let text = std::fs::read_to_string(path)
		.map_err(|error| Failure::new(format!("cannot read the {what} {}: {error}", path.display())))?;
	serde_json::from_str(&text).map_err(|error| Failure::new(format!("{} is no {what}: {error}", path.display())))
}

fn write_json<T: Serialize>(path: &Path, value: &T) -> Result<()> {
	let cannot = |error: &dyn std::fmt::Display| Failure::new(format!("cannot write {}: {error}", path.display()));
	let text = serde_json::to_string_pretty(value).map_err(|error| cannot(&error))?;
	replace(path, text.as_bytes()).map_err(|error| cannot(&error))
}

#[cfg(test)]
mod tests {
	use super::*;
	use election_files::definition::DefinitionFile;

	fn contest(format: BallotFormat) -> Contest {
		let plan = DefinitionFile::parse(include_str!("../../crates/election-files/examples/definition.toml"))
			.expect("it is in the repository");
		let definition = plan.definition().expect("it is in the repository");
		Contest { format, ..definition.contests.first().cloned().expect("it has some") }
	}

	#[test]
	fn choices_are_read_in_the_words_of_the_format() {
		let read = |format, choice: &str| parse_choice(&contest(format), choice).map_err(|failure| failure.to_string());
		let ranking = BallotFormat::Ranking { most: 5 };
		assert_eq!(read(ranking, "Birimdik > 3>2"), Ok(Some(Selection::Ranking(vec![0, 2, 1]))));
		assert_eq!(read(BallotFormat::Approvals { most: 5 }, "4 + 1"), Ok(Some(Selection::Approvals(vec![3, 0]))));
		let lists = BallotFormat::ListPreferences { places: 54, most: 2 };
		let list = |preferences: &[u16]| Ok(Some(Selection::List { list: 1, preferences: preferences.to_vec() }));
		assert_eq!(read(lists, "2"), list(&[]));
		assert_eq!(read(lists, "Mekenim Kyrgyzstan: 3, 11"), list(&[2, 10]));
		assert_eq!(read(BallotFormat::Single, "Birimdik"), Ok(Some(Selection::Option(0))));
		assert_eq!(read(BallotFormat::SingleOrDecline, "decline"), Ok(Some(Selection::Declined)));
		assert_eq!(read(ranking, "invalid"), Ok(None));
		for (format, wrong) in
			[(ranking, "1 > nobody"), (ranking, ""), (lists, "2: 0"), (lists, "2: x"), (lists, "x: 1")]
		{
			assert!(read(format, wrong).is_err(), "{wrong}");
		}
	}
}

//! `dobush observer`: how an election stands, its result with the working, and a report.

use crate::{
	chain::{types, Block, Chain, Follower, View},
	cli::Desktop,
	error::{Failure, Result},
	output::{self, number, percent, Columns},
	plan::show_moment,
	report::{self, Extras, Fact, Instruction},
	result::{text, ElectionResult},
};
use clap::Subcommand;
use dobush_primitives::{Definition, ElectionId, Phase, Subject, UnitId};
use electoral_rules::OptionKind;
use parity_scale_codec::Encode;
use serde::Serialize;
use sp_runtime::AccountId32;
use std::path::PathBuf;

/// An observer's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// List the elections; with a number show how that one stands and what it waits for.
	#[command(after_help = "Examples:\n  dobush observer status\n  dobush observer status --election 7")]
	Status {
		/// The election.
		#[arg(long)]
		election: Option<u32>,
	},
	/// Follow the finalised blocks and print each change of an election as it happens.
	#[command(after_help = "Example:\n  dobush observer watch --election 7")]
	Watch {
		/// The election.
		#[arg(long)]
		election: u32,
	},
	/// Print the result, as far as there is one.
	#[command(
		after_help = "Examples:\n  dobush observer result --election 7\n  dobush observer result --election 7 --working --json"
	)]
	Result {
		/// The election.
		#[arg(long)]
		election: u32,
		/// Print every step of the count.
		#[arg(long)]
		working: bool,
	},
	/// Write a report: one HTML file that needs nothing else.
	#[command(after_help = "Example:\n  dobush observer report --election 7 --out report.html")]
	Report {
		/// The election.
		#[arg(long)]
		election: u32,
		/// Where to write it.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
}

#[derive(Serialize)]
struct Entry {
	election: u32,
	title: String,
	phase: String,
}

/// How an election stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
	/// The election.
	pub election: u32,
	/// What is decided.
	pub title: String,
	/// The phase.
	pub phase: String,
	/// The finalised block at which it stands so.
	pub block: u64,
	/// When the roll closes or closed.
	pub roll_closes_at: u64,
	/// When the polls open or opened.
	pub polls_open_at: u64,
	/// When the polls close or closed.
	pub polls_close_at: u64,
	/// What the key ceremony waits for.
	pub ceremony: String,
	/// Turnout, unit by unit.
	pub units: Vec<UnitStanding>,
	/// What the tally waits for, list by list.
	pub lists: Vec<ListStanding>,
	/// The digest of the result.
	pub result: Option<String>,
	/// From when on it may be certified.
	pub certifiable_from: Option<u64>,
}

/// How a unit stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnitStanding {
	/// Its name.
	pub unit: String,
	/// Voters on the roll when it closed.
	pub registered: u32,
	/// Ballots in the box.
	pub ballots: u32,
	/// Ballots that made way for a later one.
	pub replacements: u64,
}

/// How a list of the tally stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListStanding {
	/// The unit.
	pub unit: u16,
	/// The contest.
	pub contest: u8,
	/// Its ciphertexts.
	pub ballots: u32,
	/// Verified mixes.
	pub mixes: u16,
	/// What it waits for.
	pub waits_for: String,
}

/// Does it.
pub async fn run(desktop: &Desktop, command: Command) -> Result<()> {
	let chain = desktop.connect().await?;
	match command {
		Command::Status { election: None } => list(desktop, &chain).await,
		Command::Status { election: Some(election) } => {
			let head = chain.finalised().await?;
			let standing = standing(&chain.at(head.hash), head.number, ElectionId(election)).await?;
			desktop.output.result(&standing, || words(&standing));
			Ok(())
		}
		Command::Watch { election } => watch(desktop, &chain, ElectionId(election)).await,
		Command::Result { election, working } => {
			let head = chain.finalised().await?;
			let result = ElectionResult::fetch(&chain.at(head.hash), ElectionId(election)).await?;
			desktop.output.result(&result.json(), || result_words(&result, working));
			Ok(())
		}
		Command::Report { election, out } => {
			let head = chain.finalised().await?;
			let result = ElectionResult::fetch(&chain.at(head.hash), ElectionId(election)).await?;
			let extras = Extras {
				subtitle: format!("Election {election}, as of finalised block {}", number(head.number)),
				facts: facts(&chain, head, &result),
				verify: instructions(&result),
				..Extras::default()
			};
			let html = report::render(&result, &extras)?;
			std::fs::write(&out, html)
				.map_err(|error| Failure::new(format!("cannot write {}: {error}", out.display())))?;
			desktop.output.result(&out, || format!("the report is in {}", out.display()));
			Ok(())
		}
	}
}

/// By what a result is found again.
pub fn facts(chain: &Chain, block: Block, result: &ElectionResult) -> Vec<Fact> {
	let fact = |name: &str, value: String| Fact { name: name.to_owned(), value };
	let mut facts = vec![
		fact("Genesis of the chain", format!("{:?}", chain.genesis())),
		fact("Finalised block", number(block.number)),
		fact("Hash of the block", format!("{:?}", block.hash)),
		fact("Election", result.election.to_string()),
	];
	facts.extend(result.digest.map(|digest| fact("Digest of the result", format!("0x{}", hex::encode(digest)))));
	facts
}

/// How a reader checks a result of a living chain.
fn instructions(result: &ElectionResult) -> Vec<Instruction> {
	let instruction = |words: &str, command: Option<String>| Instruction { words: words.to_owned(), command };
	vec![
		instruction(
			"Run a node of your own from the chain specification that the commission publishes. It checks every block from \
			 the first one on by itself, so its answer is nobody's word. The digest that it names must be the one above.",
			Some(format!("dobush observer result --election {} --working --node ws://127.0.0.1:9944", result.election)),
		),
		instruction(
			"Share the seats again: by hand, with a spreadsheet, or with the calculator, which needs no chain. The votes \
			 stand above as a file.",
			Some("dobush seats --help".to_owned()),
		),
		instruction(
			"If you have voted: your receipt proves that your own ballot lies in the box as you sent it.",
			Some("dobush voter verify receipt.json --pin published-validators.json".to_owned()),
		),
	]
}

async fn list(desktop: &Desktop, chain: &Chain) -> Result<()> {
	let head = chain.finalised().await?;
	let view = chain.at(head.hash);
	let mut entries: Vec<Entry> = Vec::new();
	loop {
		let from = ElectionId(u32::try_from(entries.len()).unwrap_or(u32::MAX));
		let page: Vec<types::ElectionEntry> = view.ask("Elections", "elections", &from.encode()).await?;
		if page.is_empty() {
			break;
		}
		entries.extend(page.iter().map(|entry| Entry {
			election: entry.election.0,
			title: text(&entry.title),
			phase: format!("{:?}", entry.phase),
		}));
	}
	desktop.output.result(&entries, || {
		if entries.is_empty() {
			return "no election has been announced on this chain".to_owned();
		}
		let rows =
			entries.iter().map(|entry| vec![entry.title.clone(), entry.phase.clone(), entry.election.to_string()]);
		output::table(&Columns { words: &["title", "phase"], numbers: &["election"] }, rows)
	});
	Ok(())
}

/// How an election stands at a block.
pub async fn standing(view: &View<'_>, block: u64, election: ElectionId) -> Result<Standing> {
	let none = || {
		Failure::new(format!("there is no election {election}")).hint("`dobush observer status` lists the elections")
	};
	let status: Option<types::ElectionStatus> = view.ask("Elections", "status", &election.encode()).await?;
	let status = status.ok_or_else(none)?;
	let definition: Option<Definition<AccountId32>> = view.ask("Elections", "definition", &election.encode()).await?;
	let definition = definition.ok_or_else(none)?;
	let registered: Vec<u32> = view.ask("Elections", "registered_voters", &election.encode()).await?;
	let ceremony: Option<types::Ceremony> =
		view.get("Trustees", "KeyCeremonies", &[&Subject::Election(election).encode()]).await?;
	let units = u16::try_from(definition.units.len()).unwrap_or(u16::MAX);
	let keys = (0..units).map(|unit| vec![election.encode(), UnitId(unit).encode()]);
	let boxes: Vec<Option<types::UnitBox>> = view.get_many("BallotBox", "Boxes", keys).await?;
	let lists: Vec<types::ListStatus> = match status.phase {
		Phase::Tallying => view.ask("Tally", "lists", &(election, UnitId(0), units).encode()).await?,
		_ => Vec::new(),
	};
	Ok(Standing {
		election: election.0,
		title: text(&definition.title),
		phase: format!("{:?}", status.phase),
		block,
		roll_closes_at: status.calendar.roll_closes_at,
		polls_open_at: status.calendar.polls_open_at,
		polls_close_at: status.calendar.polls_close_at,
		ceremony: ceremony.map_or_else(|| "none".to_owned(), |ceremony| ceremony_words(&ceremony)),
		units: definition
			.units
			.iter()
			.zip(boxes)
			.enumerate()
			.map(|(index, (unit, unit_box))| {
				let unit_box = unit_box.unwrap_or_default();
				UnitStanding {
					unit: text(&unit.name),
					registered: registered.get(index).copied().unwrap_or(0),
					ballots: unit_box.ballots,
					replacements: unit_box.replacements,
				}
			})
			.collect(),
		lists: lists
			.iter()
			.map(|list| ListStanding {
				unit: list.list.unit.0,
				contest: list.list.contest.0,
				ballots: list.total,
				mixes: list.position,
				waits_for: list.stage.words(),
			})
			.collect(),
		result: status.result.map(|digest| format!("0x{}", hex::encode(digest))),
		certifiable_from: status.certifiable_from,
	})
}

fn ceremony_words(ceremony: &types::Ceremony) -> String {
	let all = ceremony.trustees.members.len();
	let done = match ceremony.stage {
		types::CeremonyStage::Joining => format!("{} of {all} trustees have joined", ceremony.joined.count()),
		types::CeremonyStage::Committing => format!("{} have committed", ceremony.committed.count()),
		types::CeremonyStage::Revealing => format!("{} have revealed", ceremony.revealed.count()),
		types::CeremonyStage::Complaining => format!("{} have accepted their shares", ceremony.accepted.count()),
		types::CeremonyStage::Combining => "the dealings are added up".to_owned(),
		types::CeremonyStage::Finished => return "the key is made".to_owned(),
		types::CeremonyStage::Failed(reason) => return format!("failed: {reason:?}"),
	};
	format!("attempt {}: {done}, until {}", ceremony.attempt, show_moment(ceremony.stage_ends))
}

fn words(standing: &Standing) -> String {
	let mut words = format!(
		"{}\nphase            {}\nroll closes      {}\npolls open       {}\npolls close      {}\nkey ceremony     {}\n",
		standing.title,
		standing.phase,
		show_moment(standing.roll_closes_at),
		show_moment(standing.polls_open_at),
		show_moment(standing.polls_close_at),
		standing.ceremony
	);
	if let Some(result) = &standing.result {
		words.push_str(&format!("result           {result}\n"));
	}
	if let Some(moment) = standing.certifiable_from {
		words.push_str(&format!("certifiable from {}\n", show_moment(moment)));
	}
	let rows = standing.units.iter().map(|unit| {
		vec![
			unit.unit.clone(),
			number(unit.registered),
			number(unit.ballots),
			percent(unit.ballots.into(), unit.registered.into()),
			number(unit.replacements),
		]
	});
	let columns = Columns { words: &["unit"], numbers: &["voters", "ballots", "turnout", "replaced"] };
	words.push_str(&output::table(&columns, rows));
	if !standing.lists.is_empty() {
		let rows = standing.lists.iter().map(|list| {
			vec![
				list.waits_for.clone(),
				list.unit.to_string(),
				list.contest.to_string(),
				number(list.ballots),
				list.mixes.to_string(),
			]
		});
		let columns = Columns { words: &["tally"], numbers: &["unit", "contest", "ballots", "mixes"] };
		words.push('\n');
		words.push_str(&output::table(&columns, rows));
	}
	words.push_str(&format!("\nas of finalised block {}", number(standing.block)));
	words
}

async fn watch(desktop: &Desktop, chain: &Chain, election: ElectionId) -> Result<()> {
	let mut follower = Follower::from_now(chain).await?;
	let mut last: Option<Standing> = None;
	loop {
		let block = follower.newest().await?;
		let now = standing(&chain.at(block.hash), block.number, election).await?;
		let changed = last.as_ref().is_none_or(|last| Standing { block: now.block, ..last.clone() } != now);
		if changed {
			desktop.output.line(&now, || line(&now));
		}
		if now.phase == "Certified" || now.phase == "Annulled" {
			return Ok(());
		}
		last = Some(now);
	}
}

fn line(standing: &Standing) -> String {
	let ballots: u32 = standing.units.iter().map(|unit| unit.ballots).sum();
	let registered: u32 = standing.units.iter().map(|unit| unit.registered).sum();
	let waits: Vec<String> =
		standing.lists.iter().map(|list| format!("unit {}: {}", list.unit, list.waits_for)).collect();
	let detail = match standing.phase.as_str() {
		"Preparing" | "RollClosed" => standing.ceremony.clone(),
		"Tallying" => waits.join("; "),
		_ => format!("{} ballots of {} voters", number(ballots), number(registered)),
	};
	format!("block {}: {}: {detail}", standing.block, standing.phase)
}

/// The result as tables.
pub fn result_words(result: &ElectionResult, working: bool) -> String {
	let mut words = format!("{} (election {}, phase {:?})\n", result.title, result.election, result.phase);
	for contest in &result.contests {
		let participants = contest.participants();
		let rows = contest.options.iter().map(|option| {
			vec![
				option.name.clone(),
				option.passed.map_or(String::new(), |passed| passed.words().to_owned()),
				number(option.votes),
				percent(option.votes, participants),
				if option.kind == OptionKind::AgainstAll { String::new() } else { option.seats.to_string() },
			]
		});
		let columns = Columns { words: &[&contest.title, "threshold"], numbers: &["votes", "of all ballots", "seats"] };
		words.push('\n');
		words.push_str(&output::table(&columns, rows));
		words.push_str(&format!(
			"\n{} ballots of {} voters, {} of them invalid. {}\n",
			number(participants),
			number(contest.registered),
			number(contest.invalid),
			contest.verdict().unwrap_or_else(|| "Not decided yet.".to_owned())
		));
		if working {
			words.push('\n');
			words.push_str(&contest.working().join("\n"));
			words.push('\n');
		}
	}
	if let Some(digest) = result.digest {
		words.push_str(&format!("\ndigest of the result: 0x{}", hex::encode(digest)));
	}
	words
}

//! `dobush voter`: casting a ballot, auditing one instead, and finding it in the box by proof.

use crate::{
	activate,
	ballot::{AuditFile, Choice, Paper, Sealed},
	chain::{types::BallotCast, Call, Chain, Included},
	cli::{Desktop, KeyArgs},
	error::{Failure, Result},
	inclusion::{Found, ProvenView, ReceiptFile},
	keys::{address, parse_address, replace, Account},
	output::{self, Columns},
	result::text,
	state::PinFile,
};
use clap::{Args, Subcommand};
use dobush_primitives::{ElectionId, Receipt};
use serde::{de::DeserializeOwned, Serialize};
use std::path::{Path, PathBuf};

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
	/// the box. A later ballot replaces an earlier one, as often as the election allows.
	#[command(after_help = "Examples:\n  dobush voter cast --election 7 --key my.key --choice \"Birimdik\"\n  \
	                        dobush voter cast --election 7 --key my.key --choice 2 --audit audit.json")]
	Cast {
		/// Which election, key and pin.
		#[command(flatten)]
		place: Place,
		/// Your choice: an option's name or its number on the ballot, from 1; once for each contest, in the ballot's order.
		/// `invalid` spoils the vote; `decline` takes no part, where the contest allows it.
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
	},
	/// Deniable elections: turn the papers of one credential from the booth into a key file. Says the same for real and fake.
	///
	/// Checks signatures, proofs, envelope, batch and roll entry in a finalised block, each value proven; downloads the whole
	/// unit, so no node learns whose papers they are. Run it once for each credential.
	#[command(
		after_help = "Example:\n  dobush voter activate --key first.key --pin published-validators.json --scan papers.txt"
	)]
	Activate(activate::ActivateArgs),
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
	#[command(after_help = "Example:\n  dobush voter verify receipt.json --pin published-validators.json")]
	Verify {
		/// The receipt.
		file: PathBuf,
		/// The validators that are trusted.
		#[arg(long, value_name = "FILE")]
		pin: Option<PathBuf>,
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
			let account = desktop.account(&place.key)?;
			let chain = desktop.connect().await?;
			let paper =
				with_proof(desktop, &chain, place.pin.as_deref(), &account, ElectionId(place.election)).await?.0;
			show(desktop, &paper);
			Ok(())
		}
		Command::Cast { place, choices, yes, audit, receipt } => {
			cast(desktop, &place, &choices, yes, audit.as_deref(), receipt.as_deref()).await
		}
		Command::Activate(args) => activate::run(desktop, &args).await,
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
		Command::Verify { file, pin } => {
			let receipt: ReceiptFile = read_json(&file, "receipt")?;
			let chain = desktop.connect().await?;
			let found = verify(desktop, &chain, &receipt, pin.as_deref()).await?;
			desktop.output.result(&found, || proven_words(&found));
			Ok(())
		}
	}
}

/// The proven ballot paper and the proven nonce.
async fn with_proof(
	desktop: &Desktop,
	chain: &Chain,
	pin: Option<&Path>,
	account: &Account,
	election: ElectionId,
) -> Result<(Paper, u32)> {
	let file = PinFile::of(chain, pin)?;
	let mut pin = file.load(chain, &desktop.output).await?;
	let view = ProvenView::newest(chain, &mut pin).await?;
	file.save(&pin)?;
	Ok((view.paper(election, &account.id()).await?, view.nonce(&account.id()).await?))
}

async fn cast(
	desktop: &Desktop,
	place: &Place,
	choices: &[String],
	yes: bool,
	audit: Option<&Path>,
	receipt: Option<&Path>,
) -> Result<()> {
	let account = desktop.account(&place.key)?;
	let chain = desktop.connect().await?;
	let election = ElectionId(place.election);
	let (paper, nonce) = with_proof(desktop, &chain, place.pin.as_deref(), &account, election).await?;
	let choices = parse_choices(&paper, choices)?;
	let sealed = paper.seal(account.public(), &choices)?;
	let commitment = hex::encode(sealed.commitment());
	desktop.output.say(format!("your ballot is encrypted; commitment {commitment}"));
	if let Some(file) = audit {
		let opened = sealed.open(&paper, &account.id());
		write_json(file, &opened)?;
		let answer = AuditAnswer { commitment, file: file.display().to_string() };
		desktop.output.result(&answer, || {
			format!(
				"the ballot is opened in {} and thrown away; on a second device: dobush voter audit {}\n\
				 Nothing was cast. Run the command again without --audit to vote.",
				answer.file, answer.file
			)
		});
		return Ok(());
	}
	if !yes && !output::ask_yes("Cast this ballot now?") {
		return Err(Failure::new("nothing was cast").hint(
			"run it again and answer with y, or give --yes; --audit FILE opens the ballot for a second device instead",
		));
	}
	let spinner = desktop.output.spinner("waiting until the ballot is final");
	let included = submit(&chain, &account, nonce, &paper, &sealed).await?;
	spinner.message("proving that it is in the box");
	let file = ReceiptFile::new(
		&chain,
		election,
		paper.unit(),
		&account.id(),
		Receipt::of(election, &account.id(), &sealed.ballot),
		&sealed.ciphertexts(),
		included.block.number,
	);
	if let Some(path) = receipt {
		write_json(path, &file)?;
	}
	let proven = verify(desktop, &chain, &file, place.pin.as_deref()).await?;
	drop(spinner);
	let answer = CastAnswer { receipt: file, proven };
	desktop.output.result(&answer, || format!("receipt {}\n{}", answer.receipt.receipt, proven_words(&answer.proven)));
	Ok(())
}

/// Submits a sealed ballot and waits until it is final; the chain's own receipt must be ours.
async fn submit(chain: &Chain, account: &Account, nonce: u32, paper: &Paper, sealed: &Sealed) -> Result<Included> {
	let call = Call::new("BallotBox", "cast", (paper.election(), &sealed.ballot));
	let from = chain.finalised().await?;
	let transaction = chain.sign(&call, account, nonce, from)?;
	chain.submit_patiently(&transaction).await?;
	let answers = chain.finalised_all(std::slice::from_ref(&transaction), from.number, |_| {}).await?;
	let included = answers.into_iter().next().ok_or_else(|| Failure::new("nothing was submitted"))??;
	let event: Option<BallotCast> = included.events.find("BallotBox", "BallotCast")?;
	let ours = Receipt::of(paper.election(), &account.id(), &sealed.ballot);
	match event {
		Some(event) if event.receipt == ours && event.unit == paper.unit() => Ok(included),
		_ => Err(Failure::new("the chain's receipt is not that of this ballot").hint("try another node")),
	}
}

/// Proves that a receipt's ballot lies in the box, at a block no older than its own.
async fn verify(desktop: &Desktop, chain: &Chain, receipt: &ReceiptFile, pin: Option<&Path>) -> Result<Found> {
	if receipt.genesis != hex::encode(chain.genesis()) {
		return Err(Failure::new("the receipt is of another chain")
			.hint("name a node of the chain on which the ballot was cast, with --node"));
	}
	let file = PinFile::of(chain, pin)?;
	let mut pin = file.load(chain, &desktop.output).await?;
	let credential = parse_address(&receipt.credential)?;
	let view = loop {
		let view = ProvenView::newest(chain, &mut pin).await?;
		if view.block() >= receipt.cast_in {
			break view;
		}
	};
	file.save(&pin)?;
	view.find(ElectionId(receipt.election), &credential, &receipt.ciphertexts()?).await
}

fn proven_words(found: &Found) -> String {
	format!(
		"proven: the ballot is in the box of unit {}, slot {}, at finalised block {}",
		found.unit,
		found.slot,
		output::number(found.block)
	)
}

async fn audit(desktop: &Desktop, file: &Path, pin: Option<&Path>) -> Result<()> {
	let opened: AuditFile = read_json(file, "audit file")?;
	let chain = desktop.connect().await?;
	let pin_file = PinFile::of(&chain, pin)?;
	let mut pin = pin_file.load(&chain, &desktop.output).await?;
	let view = ProvenView::newest(&chain, &mut pin).await?;
	pin_file.save(&pin)?;
	let credential = parse_address(&opened.credential)?;
	let paper = view.paper(ElectionId(opened.election), &credential).await?;
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

/// Reads choices: names or numbers from 1, one for each contest.
fn parse_choices(paper: &Paper, choices: &[String]) -> Result<Vec<Choice>> {
	let contests: Vec<_> = paper.contests().collect();
	if contests.len() != choices.len() {
		return Err(Failure::new(format!(
			"the ballot has {} contests and {} choices were given",
			contests.len(),
			choices.len()
		))
		.hint("`dobush voter ballot` shows the ballot; give one --choice for each contest, in its order"));
	}
	contests
		.iter()
		.zip(choices)
		.map(|((_, contest), choice)| {
			if choice == "invalid" {
				return Ok(Choice::Invalid);
			}
			if choice == "decline" {
				return Ok(Choice::Decline);
			}
			let by_name = contest.options.iter().position(|option| text(&option.name) == *choice);
			let by_number =
				choice.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < contest.options.len());
			by_name.or(by_number).and_then(|n| u16::try_from(n).ok()).map(Choice::Option).ok_or_else(|| {
				Failure::new(format!("`{choice}` is no option of `{}`", text(&contest.title)))
					.hint("`dobush voter ballot` shows the options and their numbers")
			})
		})
		.collect()
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

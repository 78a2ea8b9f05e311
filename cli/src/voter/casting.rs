//! `dobush voter cast`: says what is cast, encrypts, commits, asks, and casts the ballot or opens it for a second device.

use super::{
	place::{proven_words, write_new_json, CastAnswer, ElectionArgs},
	sheet::{open_credential, Sheet},
};
use crate::failure::{Failure, Result};
use crate::{interruption::Interruption, output, session::Session, words};
use clap::Args;
use dobush_client::{
	ballot::{SealedFile, SealedUse, Wire},
	keys::address,
	progress::{Notice, Progress},
	voter::{
		self as sdk,
		casting::so_far,
		finding::{settle, Settled},
		Breadth, Connections, Credential, KeptReceipt, Reached, ReceiptFile, VoterFolder,
	},
	Error,
};
use dobush_primitives::ElectionId;
use electoral_rules::Selection;
use std::{
	path::{Path, PathBuf},
	time::Duration,
};
use tokio::task;

/// How long a command that finds the ballot of an interrupted one waits for it.
const FOR_AN_EARLIER_ONE: Duration = Duration::from_secs(30);

/// What is cast, and how.
#[derive(Debug, Clone, Args)]
pub struct CastArgs {
	/// Which election, key and pin.
	#[command(flatten)]
	pub place: ElectionArgs,
	/// Your choice: an option's name or its number on the ballot, from 1; once for each contest, in the ballot's order.
	/// A ranking is written "Aigul > 3 > Bakyt", several options "2 + 5", a list with preferred candidates
	/// "Birimdik: 3, 11". `invalid` spoils the vote; `decline` takes no part, where the contest allows it. What can mean two things
	/// is refused: '#2' is only a number, '"A + B"' only a name, '#invalid' and '#decline' only these words.
	#[arg(long = "choice", required_unless_present = "sealed", conflicts_with = "sealed")]
	pub choices: Vec<String>,
	/// Cast the ballot that `dobush voter seal` has put into this file. It can be used once.
	#[arg(long, value_name = "FILE")]
	pub sealed: Option<PathBuf>,
	/// Cast without asking. A device that knows this beforehand knows that this ballot is not audited.
	#[arg(long)]
	pub yes: bool,
	/// Cast also if an earlier command's ballot may still be on its way.
	#[arg(long)]
	pub again: bool,
	/// Where to keep the receipt; no file is overwritten [default: the folder of this chain's receipts].
	#[arg(long, value_name = "FILE")]
	pub receipt: Option<PathBuf>,
	/// Send the ballot through this relay, so that no node sees your network address with it. What names the credential is asked
	/// there too; the rest at --node or, if none is named, at the relay as well.
	#[arg(long, value_name = "URL")]
	pub relay: Option<String>,
}

pub(super) async fn cast(session: &Session, args: &CastArgs) -> Result<()> {
	let credential = open_credential(session, &args.place.key)?;
	let mut interruption = Interruption::listen()?;
	let mut kept = None;
	let answer = tokio::select! {
		answer = cast_with(session, args, &credential, &mut kept) => answer,
		() = interruption.wait() => Err(interrupted(kept.as_ref())),
	};
	let Err(failure) = answer else { return answer };
	let nothing_left = kept.as_ref().is_none_or(|kept| kept.file().stage == sdk::receipt::Stage::Prepared);
	if !nothing_left || failure.exit_code() != words::casting::FAILED {
		return Err(failure);
	}
	// Where nothing was sent, no receipt is left that could be taken for one.
	if let Some(path) = kept.as_ref().and_then(KeptReceipt::path) {
		let _ = std::fs::remove_file(path);
	}
	let is_said = failure.to_string().starts_with(words::casting::NOTHING);
	Err(if is_said { failure } else { failure.while_trying(words::casting::NOTHING) })
}

fn interrupted(kept: Option<&KeptReceipt>) -> Failure {
	let ended = Error::Caller { sentence: "the command was interrupted".to_owned(), hint: None };
	match kept {
		Some(kept) => told(kept, so_far(kept, ended)),
		None => Error::Casting { reached: Reached::Nothing, error: Box::new(ended) }.into(),
	}
}

/// The failure of a ballot, with the receipt to look at.
fn told(kept: &KeptReceipt, error: Error) -> Failure {
	let failure = Failure::from(error);
	if failure.exit_code() == words::casting::FAILED {
		return failure;
	}
	failure.hint(words::casting::look_first(kept.path()))
}

async fn cast_with(
	session: &Session,
	args: &CastArgs,
	credential: &Credential,
	kept: &mut Option<KeptReceipt>,
) -> Result<()> {
	let (output, pin) = (&session.output, args.place.pin.as_deref());
	let connections = Connections::open(&session.nodes, args.relay.as_deref(), output).await?;
	let folder = match &args.receipt {
		// Who keeps receipts elsewhere may have no folder.
		Some(_) if args.sealed.is_none() => VoterFolder::of_chain(connections.public().genesis().0).ok(),
		_ => Some(VoterFolder::of_chain(connections.public().genesis().0)?),
	};
	let election = ElectionId(args.place.election);
	if !args.again {
		earlier(session, args, &connections, credential, folder.as_ref()).await?;
	}
	let sheet = Sheet::read(session, &connections, credential, election, pin, Breadth::Ballot).await?;
	let ballot = match &args.sealed {
		None => {
			let selections = sheet.selections(&args.choices)?;
			output.warn(sheet.words(&selections));
			decide(session, &sheet, credential, &selections, args.yes).await?
		}
		Some(path) => {
			let file = read_sealed(path)?;
			if let Some(folder) = &folder {
				folder.ensure_unused(&file)?;
			}
			unseal(session, &sheet, credential, &file, args.yes).await?
		}
	};
	let receipt = ReceiptFile::prepared(&credential.account().id(), &sheet.paper, &ballot);
	let kept = kept.insert(match (&args.receipt, &folder) {
		(Some(path), _) => KeptReceipt::create(path, receipt)?,
		(None, Some(folder)) => KeptReceipt::create_in(folder, receipt)?,
		(None, None) => return Err(Error::from(sdk::VoterError::NoFolder).into()),
	});
	if let (Some(path), Some(folder)) = (&args.sealed, &folder) {
		folder.spend(path, read_sealed(path)?, SealedUse::Cast)?;
	}
	let sent = sdk::cast(&connections, pin, credential, &sheet.paper, &ballot, kept, output).await;
	sent.map_err(|error| told(kept, error))?;
	let proven = sdk::prove_cast(&connections, pin, kept.file(), output).await;
	let proven = proven.map_err(|error| match error {
		// What was cast does not count.
		Error::Voter(sdk::VoterError::Dropped { .. } | sdk::VoterError::AnotherBallot { .. }) => error.into(),
		error => told(kept, so_far(kept, error)),
	})?;
	let file = kept.path().map(|path| path.display().to_string());
	let answer = CastAnswer { receipt: kept.file().clone(), proven, file };
	output.result(&answer, || {
		let file = answer.file.as_ref().map_or_else(String::new, |file| format!("\nthe receipt is kept in {file}"));
		format!("receipt {}\n{}{file}", answer.receipt.receipt, proven_words(&answer.proven))
	});
	Ok(())
}

/// Finds the ballot of a command that was interrupted, and refuses to cast a second one as long as the first may still come.
async fn earlier(
	session: &Session,
	args: &CastArgs,
	connections: &Connections,
	credential: &Credential,
	folder: Option<&VoterFolder>,
) -> Result<()> {
	let election = ElectionId(args.place.election);
	let ours = address(&credential.account().id());
	let in_file = args.receipt.as_deref().filter(|path| path.exists()).and_then(|path| KeptReceipt::open(path).ok());
	let in_file = in_file.filter(|kept| kept.file().is_pending() && kept.file().credential == ours);
	let mut found = match (in_file, folder) {
		(Some(kept), _) => kept,
		(None, Some(folder)) => match KeptReceipt::pending(folder, election, &ours)? {
			Some(kept) => kept,
			None => return Ok(()),
		},
		(None, None) => return Ok(()),
	};
	session.output.warn("an earlier command has sent a ballot and did not see what became of it: looking for it first");
	let pin = args.place.pin.as_deref();
	let settled = settle(connections, pin, &mut found, FOR_AN_EARLIER_ONE, &session.output).await?;
	let error = match settled {
		Settled::Gone => return Ok(()),
		Settled::OfEarlierChain => {
			if let Some(file) = found.path() {
				session.output.notice(&Notice::ReceiptOfEarlierChain { file });
			}
			return Ok(());
		}
		Settled::InBox(proven) => {
			return Err(Failure::new(format!(
				"nothing more was cast: the ballot of the earlier command is in the box.\n{}",
				proven_words(&proven)
			))
			.hint("what this command was to cast is not cast: to replace the ballot in the box by it, run it again")
			.code(words::casting::IN_THE_BOX))
		}
		Settled::MayArrive { until } => {
			let block = found.file().life.as_ref().map_or(0, |life| life.born);
			Error::from(sdk::VoterError::NotYetCast { block, until })
		}
	};
	let failure = Failure::from(error).while_trying("nothing more was cast, for an earlier command has sent a ballot");
	let path = found.path().map_or_else(String::new, |path| format!(" {}", path.display()));
	Err(failure.hint(format!(
		"look again with `dobush voter verify{path}`; --again casts another ballot at once: if both arrive, the later one counts"
	)))
}

/// Encrypts, shows the commitment and only then asks; again and again, until the voter has decided.
async fn decide(
	session: &Session,
	sheet: &Sheet,
	credential: &Credential,
	selections: &[Option<Selection>],
	yes: bool,
) -> Result<Wire> {
	let account = credential.account();
	loop {
		let sealed = sheet.paper.seal_selections(account.public(), selections)?;
		let commitment = hex::encode(sealed.commitment());
		session.output.warn(format!("your ballot is encrypted; commitment {commitment}"));
		if yes {
			return Ok(sealed.wire());
		}
		match ask().await? {
			Answer::Cast => return Ok(sealed.wire()),
			Answer::Audit => {
				let file = PathBuf::from(format!("audit-{}.json", commitment.get(..8).unwrap_or_default()));
				write_new_json(&file, &sealed.open(&sheet.paper, &account.id()))?;
				session.output.warn(format!(
					"the ballot is opened in {0} and is not cast. On a second device:\n  \
					 dobush voter audit {0} --commitment {commitment}\n\
					 with the commitment as you have noted it down, not as this file or this screen has it now. \
					 Here is another ballot with the same choice:",
					file.display()
				));
			}
			Answer::Discard => session.output.warn("the ballot is thrown away. Here is another one with the same choice:"),
			Answer::Quit => {
				return Err(Failure::new(words::casting::NOTHING).hint(
					"run it again and answer with c to cast; without a terminal give --yes, or use `dobush voter seal` and then \
					 `cast --sealed` or `audit --sealed`",
				))
			}
		}
	}
}

/// What a voter does with a ballot whose commitment is known.
enum Answer {
	Cast,
	Audit,
	Discard,
	Quit,
}

const QUESTION: &str =
	"Note down the commitment. Then: [c]ast this ballot, [a]udit it on a second device instead, [d]iscard it, \
                        or [q]uit?";

async fn ask() -> Result<Answer> {
	loop {
		let answer = task::spawn_blocking(|| output::ask_line(QUESTION)).await;
		let answer = answer.map_err(|error| Failure::new(format!("the question could not be asked: {error}")))?;
		match answer.as_deref().map(str::trim) {
			Some("c" | "cast") => return Ok(Answer::Cast),
			Some("a" | "audit") => return Ok(Answer::Audit),
			Some("d" | "discard") => return Ok(Answer::Discard),
			Some("q" | "quit") | None => return Ok(Answer::Quit),
			Some(_) => {}
		}
	}
}

pub(super) fn read_sealed(path: &Path) -> Result<SealedFile> {
	super::place::read_json(path, "sealed ballot")
}

/// The ballot of a file, after saying what it holds.
async fn unseal(
	session: &Session,
	sheet: &Sheet,
	credential: &Credential,
	file: &SealedFile,
	yes: bool,
) -> Result<Wire> {
	let ballot = file.wire(&sheet.paper, &credential.account().id())?;
	let said: Vec<Option<Selection>> =
		sheet.paper.audit(&file.opened())?.into_iter().map(|one| one.selection).collect();
	session.output.warn(sheet.words(&said));
	session.output.warn(format!("commitment {}", file.commitment));
	if yes {
		return Ok(ballot);
	}
	if task::spawn_blocking(|| output::ask_yes("Cast this sealed ballot now?")).await.unwrap_or(false) {
		return Ok(ballot);
	}
	Err(Failure::new(words::casting::NOTHING)
		.hint("the ballot is still sealed: cast it, or open it with `dobush voter audit --sealed`; scripts give --yes"))
}

//! From the key to the proof that the ballot lies in the box, and in deniable elections that it was checked there.

use super::{parse_choices, proven_words, ways::Ways, write_json, AuditAnswer, CastAnswer, Place};
use crate::{
	activate::{self, Home},
	ballot::{Paper, Wire},
	chain::{
		types::{BallotCast, Standing},
		Call, ChainError, Included, Signed,
	},
	cli::{Desktop, KeyArgs},
	error::{Failure, Result},
	inclusion::{Found, ProvenView, ReceiptFile},
	keys::{parse_address, Account},
	output,
};
use dobush_primitives::{ElectionId, Refusal, UnitId};
use sp_runtime::AccountId32;
use std::{
	path::Path,
	time::{Duration, Instant},
};
use tokio::time;

/// How long to wait for the check of membership, once the ballot is final.
const CHECK_PATIENCE: Duration = Duration::from_secs(600);
/// How long an earlier ballot of the credential may take until it is final: then this one follows it.
const EARLIER_PATIENCE: Duration = Duration::from_secs(180);
/// Between two looks.
const BETWEEN_LOOKS: Duration = Duration::from_secs(3);

/// The key that votes, and where it belongs if a booth activated it.
pub(super) struct Credential {
	account: Account,
	home: Option<Home>,
}

impl Credential {
	pub(super) fn open(desktop: &Desktop, key: &KeyArgs) -> Result<Self> {
		if key.key.starts_with("//") {
			return Ok(Self { account: desktop.account(key)?, home: None });
		}
		let file = desktop.open(key)?;
		Ok(Self { account: file.account().clone(), home: activate::home(&file)? })
	}

	fn booth(&self) -> Option<AccountId32> {
		self.home.map(|home| AccountId32::new(home.booth))
	}

	/// The proven ballot paper. On a deniable roll nothing is asked that names the credential.
	pub(super) async fn paper(
		&self,
		desktop: &Desktop,
		ways: &Ways,
		view: &ProvenView<'_>,
		election: ElectionId,
	) -> Result<Paper> {
		let Some(home) = self.home else {
			return view.through(ways.of_credential()).await?.paper(election, &self.account.id()).await;
		};
		home.ensure_chain(view.chain())?;
		let fixed = view.roll_closed_in(election).await?;
		let note = |found: Failure| desktop.output.say(format!("note: {found}"));
		// Whoever is watched must be able to vote all the same, so this says what it has found and goes on; but a ballot that the
		// chain will not receive is not sent.
		match (home.fetch(view).await, fixed) {
			(Err(found), _) => note(found),
			(Ok(state), None) => home.recheck_in(&state).err().into_iter().for_each(note),
			(Ok(state), Some(closed_in)) => {
				let state = home.as_fixed(state, election, closed_in)?;
				home.recheck_in(&state).err().into_iter().for_each(note);
			}
		}
		Ok(view.paper_of_unit(election, home.unit).await?.of_booth(home.booth))
	}
}

/// How much is asked for to find a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breadth {
	/// The ballot alone, where it was sent a moment ago and is known anyway.
	Ballot,
	/// In a deniable election the unit's whole box.
	Unit,
}

pub(super) async fn cast(
	desktop: &Desktop,
	ways: &Ways,
	place: &Place,
	choices: &[String],
	yes: bool,
	audit: Option<&Path>,
	receipt: Option<&Path>,
) -> Result<()> {
	let credential = Credential::open(desktop, &place.key)?;
	let election = ElectionId(place.election);
	let view = ways.view(desktop, place.pin.as_deref()).await?;
	let paper = credential.paper(desktop, ways, &view, election).await?;
	let account = &credential.account;
	let choices = parse_choices(&paper, choices)?;
	let sealed = paper.seal_selections(account.public(), &choices)?;
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
	let ballot = sealed.wire();
	let included = submit(desktop, ways, place.pin.as_deref(), view, account, &paper, &ballot).await?;
	spinner.message("proving that it is in the box");
	let cast_in = included.block.number;
	let file =
		ReceiptFile::new(ways.of_all(), election, paper.unit(), &account.id(), credential.booth(), &ballot, cast_in);
	if let Some(path) = receipt {
		write_json(path, &file)?;
	}
	let mut proven = verify(desktop, ways, &file, place.pin.as_deref(), Breadth::Ballot).await?;
	if proven.standing.is_some() {
		spinner.message("waiting until the chain has checked that every selection is a legal one");
		proven = until_checked(desktop, ways, &file, place.pin.as_deref(), proven).await?;
	}
	drop(spinner);
	let answer = CastAnswer { receipt: file, proven };
	desktop.output.result(&answer, || format!("receipt {}\n{}", answer.receipt.receipt, proven_words(&answer.proven)));
	Ok(())
}

/// Submits a ballot and waits until it is final; the chain's own receipt must be ours.
async fn submit(
	desktop: &Desktop,
	ways: &Ways,
	pin: Option<&Path>,
	view: ProvenView<'_>,
	account: &Account,
	paper: &Paper,
	ballot: &Wire,
) -> Result<Included> {
	let (transaction, from) = hand_in(desktop, ways, pin, view, account, &ballot.call(paper.election())).await?;
	let chain = ways.of_credential();
	let answers = chain.finalised_all(std::slice::from_ref(&transaction), from, |_| {}).await?;
	let included = answers.into_iter().next().ok_or_else(|| Failure::new("nothing was submitted"))??;
	let event: Option<BallotCast> = included.events.find("BallotBox", "BallotCast")?;
	let ours = ballot.receipt(paper.election(), &account.id());
	match event {
		Some(event) if event.receipt == ours && event.unit == paper.unit() => Ok(included),
		_ => Err(Failure::new("the chain's receipt is not that of this ballot").hint("try another node")),
	}
}

/// Signs a ballot with the proven nonce and hands it in; gives it with the number of the block that it was born in. A ballot of
/// this credential that is in a block but not final yet, sent by a program that was interrupted or by another device, has used
/// that nonce: this one follows it.
async fn hand_in(
	desktop: &Desktop,
	ways: &Ways,
	pin: Option<&Path>,
	mut view: ProvenView<'_>,
	account: &Account,
	call: &Call,
) -> Result<(Signed, u64)> {
	let until = Instant::now() + EARLIER_PATIENCE;
	let mut told = false;
	loop {
		let nonce = view.through(ways.of_credential()).await?.nonce(&account.id()).await?;
		// What is signed depends on no relay's word; what it says of blocks is proven afterwards.
		let from = ways.of_all().finalised().await?;
		let transaction = ways.of_all().sign(call, account, nonce, from)?;
		match ways.of_credential().submit_patiently(&transaction).await {
			Ok(()) => return Ok((transaction, from.number)),
			Err(error) if out_of_turn(&error) && Instant::now() < until => {
				if !told {
					desktop.output.say(
						"note: a ballot of this credential was sent a moment ago; once it is final, this one replaces it. \
						 Was it not you? Then your credential is known to somebody else",
					);
					told = true;
				}
			}
			Err(error) => return Err(error.into()),
		}
		time::sleep(BETWEEN_LOOKS).await;
		view = ways.view(desktop, pin).await?;
	}
}

/// Whether the nonce was not the next one where the ballot was handed in: used in a block that is not final yet, or not known there
/// yet because that node is a block behind.
fn out_of_turn(error: &ChainError) -> bool {
	match error {
		ChainError::Refused(Refusal::NonceAhead) => true,
		ChainError::Invalid(reason) => reason.contains("outdated"),
		_ => false,
	}
}

/// Proves that a receipt's ballot lies in the box, at a block no older than its own.
pub(super) async fn verify(
	desktop: &Desktop,
	ways: &Ways,
	receipt: &ReceiptFile,
	pin: Option<&Path>,
	breadth: Breadth,
) -> Result<Found> {
	let chain = ways.of_all();
	if receipt.genesis != hex::encode(chain.genesis()) {
		return Err(Failure::new("the receipt is of another chain")
			.hint("name a node of the chain on which the ballot was cast, with --node"));
	}
	let credential = parse_address(&receipt.credential)?;
	let booth = receipt.booth.as_deref().map(parse_address).transpose()?;
	let view = loop {
		let view = ways.view(desktop, pin).await?;
		if view.block() >= receipt.cast_in {
			break view;
		}
	};
	let (election, ours) = (ElectionId(receipt.election), receipt.ciphertexts()?);
	let found = match (&booth, breadth) {
		(Some(booth), Breadth::Unit) => {
			view.find_in_unit(election, UnitId(receipt.unit), &credential, booth, &ours).await?
		}
		_ => view.through(ways.of_credential()).await?.find(election, &credential, booth.as_ref(), &ours).await?,
	};
	match found.standing {
		Some(Standing::Dropped) => Err(dropped(&found)),
		_ => Ok(found),
	}
}

/// Looks again and again until the ballot is checked. Gives up with what it saw last: the receipt shows the rest later.
async fn until_checked(
	desktop: &Desktop,
	ways: &Ways,
	receipt: &ReceiptFile,
	pin: Option<&Path>,
	mut found: Found,
) -> Result<Found> {
	let until = Instant::now() + CHECK_PATIENCE;
	while found.standing == Some(Standing::Waiting) && Instant::now() < until {
		time::sleep(BETWEEN_LOOKS).await;
		found = verify(desktop, ways, receipt, pin, Breadth::Ballot).await?;
	}
	Ok(found)
}

fn dropped(found: &Found) -> Failure {
	Failure::new(format!(
		"block {}: the ballot was dropped: it does not show that each of its selections is a legal one, and it does not count",
		output::number(found.block)
	))
	.hint("while the polls are open, cast again with another device or program: this one made a bad proof. An earlier ballot does not return")
}

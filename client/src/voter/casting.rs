//! From the key to the proof that the ballot lies in the box, and in deniable elections that it was checked there.

use super::{parse_choices, proven_words, write_json, AuditAnswer, CastAnswer, Place};
use crate::{
	activate::{self, Home},
	ballot::{Paper, Wire},
	chain::{
		types::{BallotCast, Standing},
		Chain, Included,
	},
	cli::{Desktop, KeyArgs},
	error::{Failure, Result},
	inclusion::{Found, ProvenView, ReceiptFile},
	keys::{parse_address, Account},
	output,
	state::PinFile,
};
use dobush_primitives::ElectionId;
use sp_runtime::AccountId32;
use std::{
	path::Path,
	time::{Duration, Instant},
};
use tokio::time;

/// How long to wait for the check of membership, once the ballot is final.
const CHECK_PATIENCE: Duration = Duration::from_secs(600);
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

	/// The proven ballot paper and the proven nonce.
	pub(super) async fn paper(
		&self,
		desktop: &Desktop,
		chain: &Chain,
		pin: Option<&Path>,
		election: ElectionId,
	) -> Result<(Paper, u32)> {
		let file = PinFile::of(chain, pin)?;
		let mut pin = file.load(chain, &desktop.output).await?;
		let view = ProvenView::newest(chain, &mut pin).await?;
		file.save(&pin)?;
		let nonce = view.nonce(&self.account.id()).await?;
		let Some(home) = self.home else { return Ok((view.paper(election, &self.account.id()).await?, nonce)) };
		// Whoever is watched must be able to vote all the same, so this says what it has found and goes on.
		if let Err(found) = home.recheck(&view).await {
			desktop.output.say(format!("note: {found}"));
		}
		let paper = view.paper_of_unit(election, home.unit).await?.of_booth(home.booth);
		Ok((paper, nonce))
	}
}

pub(super) async fn cast(
	desktop: &Desktop,
	place: &Place,
	choices: &[String],
	yes: bool,
	audit: Option<&Path>,
	receipt: Option<&Path>,
) -> Result<()> {
	let credential = Credential::open(desktop, &place.key)?;
	let chain = desktop.connect().await?;
	let election = ElectionId(place.election);
	let (paper, nonce) = credential.paper(desktop, &chain, place.pin.as_deref(), election).await?;
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
	let included = submit(&chain, account, nonce, &paper, &ballot).await?;
	spinner.message("proving that it is in the box");
	let cast_in = included.block.number;
	let file = ReceiptFile::new(&chain, election, paper.unit(), &account.id(), credential.booth(), &ballot, cast_in);
	if let Some(path) = receipt {
		write_json(path, &file)?;
	}
	let mut proven = verify(desktop, &chain, &file, place.pin.as_deref()).await?;
	if proven.standing.is_some() {
		spinner.message("waiting until the chain has checked that every selection is a legal one");
		proven = until_checked(desktop, &chain, &file, place.pin.as_deref(), proven).await?;
	}
	drop(spinner);
	let answer = CastAnswer { receipt: file, proven };
	desktop.output.result(&answer, || format!("receipt {}\n{}", answer.receipt.receipt, proven_words(&answer.proven)));
	Ok(())
}

/// Submits a ballot and waits until it is final; the chain's own receipt must be ours.
async fn submit(chain: &Chain, account: &Account, nonce: u32, paper: &Paper, ballot: &Wire) -> Result<Included> {
	let call = ballot.call(paper.election());
	let from = chain.finalised().await?;
	let transaction = chain.sign(&call, account, nonce, from)?;
	chain.submit_patiently(&transaction).await?;
	let answers = chain.finalised_all(std::slice::from_ref(&transaction), from.number, |_| {}).await?;
	let included = answers.into_iter().next().ok_or_else(|| Failure::new("nothing was submitted"))??;
	let event: Option<BallotCast> = included.events.find("BallotBox", "BallotCast")?;
	let ours = ballot.receipt(paper.election(), &account.id());
	match event {
		Some(event) if event.receipt == ours && event.unit == paper.unit() => Ok(included),
		_ => Err(Failure::new("the chain's receipt is not that of this ballot").hint("try another node")),
	}
}

/// Proves that a receipt's ballot lies in the box, at a block no older than its own.
pub(super) async fn verify(
	desktop: &Desktop,
	chain: &Chain,
	receipt: &ReceiptFile,
	pin: Option<&Path>,
) -> Result<Found> {
	if receipt.genesis != hex::encode(chain.genesis()) {
		return Err(Failure::new("the receipt is of another chain")
			.hint("name a node of the chain on which the ballot was cast, with --node"));
	}
	let file = PinFile::of(chain, pin)?;
	let mut pin = file.load(chain, &desktop.output).await?;
	let credential = parse_address(&receipt.credential)?;
	let booth = receipt.booth.as_deref().map(parse_address).transpose()?;
	let view = loop {
		let view = ProvenView::newest(chain, &mut pin).await?;
		if view.block() >= receipt.cast_in {
			break view;
		}
	};
	file.save(&pin)?;
	let found = view.find(ElectionId(receipt.election), &credential, booth.as_ref(), &receipt.ciphertexts()?).await?;
	match found.standing {
		Some(Standing::Dropped) => Err(dropped(&found)),
		_ => Ok(found),
	}
}

/// Looks again and again until the ballot is checked. Gives up with what it saw last: the receipt shows the rest later.
async fn until_checked(
	desktop: &Desktop,
	chain: &Chain,
	receipt: &ReceiptFile,
	pin: Option<&Path>,
	mut found: Found,
) -> Result<Found> {
	let until = Instant::now() + CHECK_PATIENCE;
	while found.standing == Some(Standing::Waiting) && Instant::now() < until {
		time::sleep(BETWEEN_LOOKS).await;
		found = verify(desktop, chain, receipt, pin).await?;
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

//! `dobush voter activate` and `recheck`: the papers from the booth become a key file. Says the same for real and fake.

use crate::failure::{Failure, Result};
use crate::{
	output,
	papers::{self, ScanArgs},
	session::{KeyArgs, Session},
};
use clap::Args;
use dobush_client::{
	keys::{address, KeyFile},
	progress::{Progress, Work},
	voter::{
		activation::{self, activate, collect, store},
		unit_roll,
	},
};
use dobush_primitives::{ElectionId, UnitId};
use rand::rngs::OsRng;
use serde::Serialize;
use std::path::PathBuf;

/// What is activated, and where the key goes.
#[derive(Debug, Clone, Args)]
pub struct ActivateArgs {
	/// The papers of one credential: three prints, the opened envelope, the opened slip.
	#[command(flatten)]
	pub papers: ScanArgs,
	/// The key file to make; `dobush voter cast --key` uses it.
	#[arg(long, value_name = "FILE")]
	pub key: PathBuf,
	/// Read the passphrase of the key file from the first line of this file instead of asking for it.
	#[arg(long, value_name = "FILE")]
	pub passphrase_file: Option<PathBuf>,
	/// The validators that are trusted: a file that the commission publishes. Without it those of the first connection.
	#[arg(long, value_name = "FILE")]
	pub pin: Option<PathBuf>,
}

/// Which key file is looked at again.
#[derive(Debug, Clone, Args)]
pub struct RecheckArgs {
	/// The key file that `dobush voter activate` has made.
	#[command(flatten)]
	pub key: KeyArgs,
	/// Look at the roll as it was fixed for this election; without it, as it is now.
	#[arg(long)]
	pub election: Option<u32>,
	/// The validators that are trusted: a file that the commission publishes. Without it those of the first connection.
	#[arg(long, value_name = "FILE")]
	pub pin: Option<PathBuf>,
}

#[derive(Serialize)]
struct Answer {
	address: String,
	unit: u16,
	roll: u32,
	/// Elections whose roll closes at this block or later can be voted in with it.
	active_since_block: u32,
	checked_at_block: u64,
	key: String,
}

pub async fn run(session: &Session, args: &ActivateArgs) -> Result<()> {
	KeyFile::ensure_free(&args.key)?;
	let lines = papers::lines(&args.papers, &session.output, "scan the papers of one credential, then press Ctrl-D")?;
	let chain = session.connect().await?;
	let genesis = chain.genesis().0;
	let papers = collect(&lines, &genesis)?;
	let view = session.view(&chain, args.pin.as_deref()).await?;
	let spinner = session.output.begin(Work::Other("downloading the unit's roll with proofs"), None);
	let commitment = &papers.commit.commitment;
	let unit = UnitId(commitment.unit);
	let state = unit_roll::fetch(&view, unit, commitment.booth, papers.checkout.enrolment.desk).await?;
	spinner.now(Work::Other("checking the papers"));
	let (credential, active_since_block) = activate(&papers, &genesis, &state, &mut OsRng)?;
	drop(spinner);
	let passphrase = session.new_passphrase(&args.key, args.passphrase_file.as_deref())?;
	let key = store(&args.key, &passphrase, &credential, state.roll, None)?;
	let answer = Answer {
		address: address(&key.account().id()),
		unit: unit.0,
		roll: state.roll.0,
		active_since_block,
		checked_at_block: state.block,
		key: key.path().display().to_string(),
	};
	session.output.result(&answer, || words(&answer));
	Ok(())
}

#[derive(Serialize)]
struct Unchanged {
	unit: u16,
	/// The block at whose end the roll was fixed for the election that was named, once it is.
	#[serde(skip_serializing_if = "Option::is_none")]
	fixed_in_block: Option<u32>,
	checked_at_block: u64,
}

/// Looks at the roll entry of a key file once more: when the roll has closed. Says the same for real and fake.
pub async fn run_recheck(session: &Session, args: &RecheckArgs) -> Result<()> {
	let record = activation::record(&session.open(&args.key)?)?.ok_or_else(|| {
		Failure::new("this key file is not of a deniable roll")
			.hint("on a direct roll `dobush voter ballot` shows whether the key may vote")
	})?;
	let chain = session.connect().await?;
	record.ensure_chain(&chain)?;
	let view = session.view(&chain, args.pin.as_deref()).await?;
	let _steps = session.output.begin(Work::Other("downloading the unit's roll with proofs"), None);
	let election = args.election.map(ElectionId);
	let fixed_in_block = match election {
		Some(election) => view.roll_closed_in(election).await?,
		None => None,
	};
	let mut state = record.fetch(&view).await?;
	if let (Some(election), Some(closed_in)) = (election, fixed_in_block) {
		state = record.as_fixed(state, election, closed_in)?;
	}
	record.recheck_in(&state)?;
	let answer = Unchanged { unit: record.unit.0, fixed_in_block, checked_at_block: view.block() };
	session.output.result(&answer, || {
		let roll = answer.fixed_in_block.map_or_else(
			|| "the roll".to_owned(),
			|block| format!("the roll that was fixed in block {}", output::number(block)),
		);
		format!(
			"the entry of these papers stands in unit {} of {roll} as it was (checked at finalised block {})",
			answer.unit,
			output::number(answer.checked_at_block)
		)
	});
	Ok(())
}

fn words(answer: &Answer) -> String {
	format!(
		"these papers are complete and in order: a credential of unit {}, active since block {} (checked at finalised block {})\n\
		 address {}\nkey file {}\n\
		 Whether it is the one that counts, only you know. Nobody can find out from it, this program neither.",
		answer.unit,
		output::number(answer.active_since_block),
		output::number(answer.checked_at_block),
		answer.address,
		answer.key
	)
}

//! `dobush envelopes`: the printer of sealed envelopes, each with a challenge that the booth must not know beforehand.
//!
//! The challenges exist while the command runs, and on paper. What stays is a file of their hashes, which everybody may see:
//! registration can be resumed with it.

use crate::{
	chain::{Call, Chain, Sender, View},
	cli::{Desktop, KeyArgs},
	deniable::{self, PALLET},
	error::{Failure, Result},
	keys::parse_address,
	papers::{self, PrintArgs, Printer},
};
use ballot_crypto::{
	booth::Envelope,
	envelope::{Challenge, EnvelopeHash, Symbol, SYMBOLS},
};
use ballot_papers::Paper;
use clap::{Args, Subcommand};
use dobush_primitives::{
	roll::{self, Role},
	RollId,
};
use parity_scale_codec::Encode;
use rand::{rngs::OsRng, seq::SliceRandom, CryptoRng, RngCore};
use serde::Serialize;
use sp_runtime::AccountId32;
use std::{
	fs,
	path::{Path, PathBuf},
};

/// The most envelopes that one command prints.
const MOST: u32 = 10_000;
/// The file of hashes, in the folder of the prints.
const HASHES: &str = "envelope-hashes.txt";

/// A printer's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Print envelopes for one booth and register them on the chain.
	///
	/// Seal them unread, mix the stack, bring it to the booth, and destroy the files. Hashes stay in `envelope-hashes.txt`.
	#[command(
		after_help = "Example:\n  dobush envelopes print 0 --booth 5GrwvaEF… --count 200 --key printer.key --print queue/"
	)]
	Print {
		/// The roll.
		roll: u32,
		/// The booth that they are for.
		#[arg(long)]
		booth: String,
		/// How many.
		#[arg(long, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST)))]
		count: u32,
		/// Where they are printed.
		#[command(flatten)]
		print: PrintArgs,
		/// The printer's key.
		#[command(flatten)]
		key: KeyArgs,
	},
	/// Register envelopes that were printed, after an interruption. Those that are registered already are left out.
	#[command(
		after_help = "Example:\n  dobush envelopes register 0 queue/envelope-hashes.txt --booth 5GrwvaEF… --key printer.key"
	)]
	Register {
		/// The roll.
		roll: u32,
		/// The file of hashes.
		hashes: PathBuf,
		/// Whose.
		#[command(flatten)]
		by: By,
	},
}

/// For which booth, and who registers.
#[derive(Debug, Clone, Args)]
pub struct By {
	/// The booth that they are for.
	#[arg(long)]
	pub booth: String,
	/// The printer's key.
	#[command(flatten)]
	pub key: KeyArgs,
}

#[derive(Serialize)]
struct Registered {
	registered: usize,
	registered_before: usize,
}

/// Fresh envelopes for one booth: as many of each symbol as of the others, in a random order.
pub fn make(genesis: [u8; 32], booth: [u8; 32], count: u32, rng: &mut (impl RngCore + CryptoRng)) -> Vec<Envelope> {
	let symbols = (0..SYMBOLS).filter_map(Symbol::new).cycle();
	let mut envelopes: Vec<Envelope> = symbols
		.take(count as usize)
		.map(|symbol| Envelope { genesis, booth, symbol, challenge: Challenge::random(rng) })
		.collect();
	envelopes.shuffle(rng);
	envelopes
}

/// Does it.
pub async fn run(desktop: &Desktop, command: Command) -> Result<()> {
	match command {
		Command::Print { roll, booth, count, print, key } => {
			let booth = parse_address(&booth)?;
			let path = print.print.join(HASHES);
			if path.exists() {
				return Err(Failure::new(format!("{} exists already", path.display()))
					.hint("register those envelopes first, or print into another folder"));
			}
			let printer = Printer::open(&print)?;
			let account = desktop.account(&key)?;
			let chain = desktop.connect().await?;
			let roll = RollId(roll);
			let head = chain.finalised().await?;
			let view = chain.at(head.hash);
			deniable::ensure_office(&view, &account.id(), Role::Printer, roll).await?;
			deniable::ensure_office(&view, &booth, Role::Booth, roll).await?;
			let envelopes = make(chain.genesis().0, booth.clone().into(), count, &mut OsRng);
			let mut hashes: Vec<EnvelopeHash> = envelopes.iter().map(|envelope| envelope.challenge.hash()).collect();
			// Sorted: the order of the stack is nobody's business.
			hashes.sort_unstable();
			let pages: Vec<Paper<'_>> = envelopes.iter().map(Paper::Envelope).collect();
			printer.print("envelopes", &pages)?;
			papers::write_lines(&path, hashes.iter().map(|hash| hex::encode(hash.0)))?;
			register_command(desktop, Sender::new(&chain, account), roll, &booth, &hashes).await
		}
		Command::Register { roll, hashes, by } => {
			let booth = parse_address(&by.booth)?;
			let hashes = read(&hashes)?;
			let account = desktop.account(&by.key)?;
			let chain = desktop.connect().await?;
			register_command(desktop, Sender::new(&chain, account), RollId(roll), &booth, &hashes).await
		}
	}
}

async fn register_command(
	desktop: &Desktop,
	mut sender: Sender,
	roll: RollId,
	booth: &AccountId32,
	hashes: &[EnvelopeHash],
) -> Result<()> {
	let registered = register(&mut sender, roll, booth, hashes).await?;
	let answer = Registered { registered, registered_before: hashes.len() - registered };
	desktop
		.output
		.result(&answer, || format!("{registered} envelopes are registered; seal them, and destroy the files"));
	Ok(())
}

/// Registers envelopes, page by page, but for those that are registered; gives how many those were not. Refuses, before
/// anything is sent, an envelope that is registered for another booth.
pub async fn register(
	sender: &mut Sender,
	roll: RollId,
	booth: &AccountId32,
	hashes: &[EnvelopeHash],
) -> Result<usize> {
	let chain = sender.chain().clone();
	let most: u32 = chain.constant(PALLET, "MaxEnvelopes")?;
	let head = chain.finalised().await?;
	let missing = missing(&chain.at(head.hash), booth, hashes).await?;
	let calls: Vec<Call> = missing
		.chunks(most.max(1) as usize)
		.map(|page| Call::new(PALLET, "register_envelopes", (roll, booth, page)))
		.collect();
	for some in calls.chunks(16) {
		match sender.send_all(some).await {
			Ok(_) => (),
			// A command that was interrupted may have sent them before.
			Err(_) if arrive(&chain, booth, hashes).await? => break,
			Err(refused) => return Err(refused.into()),
		}
	}
	Ok(missing.len())
}

/// Whether all of these are registered, within a few finalised blocks.
async fn arrive(chain: &Chain, booth: &AccountId32, hashes: &[EnvelopeHash]) -> Result<bool> {
	const ARRIVAL: u64 = 6;
	let mut at = chain.finalised().await?;
	let until = at.number + ARRIVAL;
	loop {
		let missing = missing(&chain.at(at.hash), booth, hashes).await?;
		if missing.is_empty() || at.number >= until {
			return Ok(missing.is_empty());
		}
		at = chain.finalised_after(at).await?;
	}
}

async fn missing(view: &View<'_>, booth: &AccountId32, hashes: &[EnvelopeHash]) -> Result<Vec<EnvelopeHash>> {
	let keys = hashes.iter().map(|hash| vec![hash.encode()]);
	let found: Vec<Option<roll::Envelope>> = view.get_many(PALLET, "Envelopes", keys).await?;
	let mut missing = Vec::new();
	for (hash, envelope) in hashes.iter().zip(found) {
		match envelope {
			None => missing.push(*hash),
			Some(envelope) if envelope.booth == <[u8; 32]>::from(booth.clone()) => (),
			Some(_) => {
				return Err(Failure::new("an envelope of this file is registered for another booth")
					.hint("give the booth that the envelopes were printed for"))
			}
		}
	}
	Ok(missing)
}

/// Reads a file of hashes.
fn read(path: &Path) -> Result<Vec<EnvelopeHash>> {
	let text =
		fs::read_to_string(path).map_err(|error| Failure::new(format!("cannot read {}: {error}", path.display())))?;
	parse(&text)
}

fn parse(text: &str) -> Result<Vec<EnvelopeHash>> {
	let mut hashes = Vec::new();
	for (line, number) in text.lines().zip(1..) {
		if line.trim().is_empty() {
			continue;
		}
		let hash = hex::decode(line.trim()).ok().and_then(|bytes| bytes.try_into().ok()).map(EnvelopeHash);
		hashes.push(hash.ok_or_else(|| {
			Failure::new(format!("line {number} of the file of hashes is no hash"))
				.hint("give the `envelope-hashes.txt` that `dobush envelopes print` has written")
		})?);
	}
	let mut sorted = hashes.clone();
	sorted.sort_unstable();
	if sorted.windows(2).any(|two| two[0] == two[1]) {
		return Err(Failure::new("an envelope stands twice in the file of hashes").hint("take the copy out"));
	}
	Ok(hashes)
}

#[cfg(test)]
mod tests {
	use super::*;
	use rand::{rngs::StdRng, SeedableRng};
	use std::collections::BTreeSet;

	#[test]
	fn a_stack_has_every_symbol_and_no_challenge_twice() {
		let envelopes = make([1; 32], [2; 32], 41, &mut StdRng::seed_from_u64(1));
		let challenges: BTreeSet<_> = envelopes.iter().map(|envelope| envelope.challenge).collect();
		assert_eq!(challenges.len(), 41);
		for index in 0..SYMBOLS {
			let count = envelopes.iter().filter(|envelope| envelope.symbol.index() == index).count();
			assert!((10..=11).contains(&count), "{index}: {count}");
		}
		let symbols: Vec<u8> = envelopes.iter().map(|envelope| envelope.symbol.index()).collect();
		assert!(!symbols.windows(2).all(|two| two[1] == (two[0] + 1) % SYMBOLS), "the stack is mixed");
		assert!(envelopes.iter().all(|envelope| envelope.booth == [2; 32] && envelope.genesis == [1; 32]));
	}

	#[test]
	fn a_file_of_hashes_is_read_and_mistakes_are_named() {
		let good = format!("{}\n\n{}\n", "01".repeat(32), "02".repeat(32));
		assert_eq!(parse(&good), Ok(vec![EnvelopeHash([1; 32]), EnvelopeHash([2; 32])]));
		let short = format!("{}\nabc\n", "01".repeat(32));
		assert!(parse(&short).expect_err("short").to_string().contains("line 2"));
		let twice = format!("{0}\n{0}\n", "01".repeat(32));
		assert!(parse(&twice).expect_err("twice").to_string().contains("twice"));
	}
}

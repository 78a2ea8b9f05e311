//! Sealed envelopes, each with a challenge that the booth must not know beforehand: made by a printer and registered by hash.
//!
//! The challenges exist while the printer works, and on paper. What stays is a file of their hashes, which everybody may see:
//! registration can be resumed with it.
//!
//! ```
//! use dobush_client::{
//!     chain::Sender,
//!     envelopes::{make, parse, register},
//!     Account, Result, RollId,
//! };
//!
//! # fn main() -> Result<()> {
//! let booth = Account::generate();
//! let envelopes = make([1; 32], booth.public(), 40, &mut rand::rngs::OsRng);
//! let file: String = envelopes.iter().map(|one| hex::encode(one.challenge.hash().0) + "\n").collect();
//! assert_eq!(parse(&file)?.len(), 40);
//! # Ok(())
//! # }
//!
//! /// Gives how many were not registered yet.
//! async fn register_file(printer: &mut Sender, roll: RollId, booth: &Account, file: &str) -> Result<usize> {
//!     register(printer, roll, &booth.id(), &parse(file)?).await
//! }
//! ```

pub(crate) mod error;

pub use error::EnvelopeError;

use crate::{
	chain::{calls, constants, items, Call, Chain, Sender, View},
	error::Result,
};
use ballot_crypto::{
	booth::Envelope,
	envelope::{Challenge, EnvelopeHash, Symbol, SYMBOLS},
};
use dobush_primitives::RollId;
use rand::{seq::SliceRandom, CryptoRng, RngCore};
use sp_runtime::AccountId32;
use std::{fs, path::Path};

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

/// Registers envelopes, page by page, but for those that are registered; gives how many those were not. Refuses, before
/// anything is sent, an envelope that is registered for another booth.
pub async fn register(
	sender: &mut Sender,
	roll: RollId,
	booth: &AccountId32,
	hashes: &[EnvelopeHash],
) -> Result<usize> {
	let chain = sender.chain().clone();
	let most = chain.constant(&constants::deniable_roll::MAX_ENVELOPES)?;
	let head = chain.finalised().await?;
	let missing = missing(&chain.at(head.hash), booth, hashes).await?;
	let calls: Vec<Call> = missing
		.chunks(most.max(1) as usize)
		.map(|page| calls::deniable_roll::register_envelopes(roll, booth, page))
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
	let found = view.read_many(&items::deniable_roll::ENVELOPES, hashes.iter().map(|hash| (hash,))).await?;
	let mut missing = Vec::new();
	for (hash, envelope) in hashes.iter().zip(found) {
		match envelope {
			None => missing.push(*hash),
			Some(envelope) if envelope.booth == <[u8; 32]>::from(booth.clone()) => (),
			Some(_) => return Err(EnvelopeError::OfOtherBooth.into()),
		}
	}
	Ok(missing)
}

/// Reads a file of hashes.
pub fn read(path: &Path) -> Result<Vec<EnvelopeHash>> {
	let text =
		fs::read_to_string(path).map_err(|error| EnvelopeError::Read { path: path.to_owned(), error: error.into() })?;
	parse(&text)
}

/// Reads the text of a file of hashes.
pub fn parse(text: &str) -> Result<Vec<EnvelopeHash>> {
	let mut hashes = Vec::new();
	for (line, number) in text.lines().zip(1..) {
		if line.trim().is_empty() {
			continue;
		}
		let hash = hex::decode(line.trim()).ok().and_then(|bytes| bytes.try_into().ok()).map(EnvelopeHash);
		hashes.push(hash.ok_or(EnvelopeError::NoHash { line: number })?);
	}
	let mut sorted = hashes.clone();
	sorted.sort_unstable();
	if sorted.windows(2).any(|two| two[0] == two[1]) {
		return Err(EnvelopeError::Twice.into());
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
		assert_eq!(parse(&short), Err(EnvelopeError::NoHash { line: 2 }.into()));
		let twice = format!("{0}\n{0}\n", "01".repeat(32));
		assert_eq!(parse(&twice), Err(EnvelopeError::Twice.into()));
		let missing = tempfile::tempdir().expect("a temporary folder").path().join("hashes.txt");
		let error = read(&missing).expect_err("it is not there");
		assert!(
			matches!(&error, crate::Error::Envelopes(EnvelopeError::Read { path, .. }) if *path == missing),
			"{error}"
		);
	}
}

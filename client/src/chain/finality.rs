//! Following the finalised chain, block by block.

use crate::chain::{block::Block, decode::from_hex, error::AnswerFault, Chain, ChainError};
use serde::Deserialize;
use serde_json::json;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use std::time::Duration;
use tokio::time;

/// How often we look for a new finalised block.
const LOOK: Duration = Duration::from_millis(300);

#[derive(Deserialize)]
struct Header {
	number: String,
}

#[derive(Deserialize)]
struct SignedBlock {
	block: Body,
}

#[derive(Deserialize)]
struct Body {
	extrinsics: Vec<String>,
}

impl Chain {
	/// The newest finalised block.
	pub async fn finalised(&self) -> Result<Block, ChainError> {
		let hash: H256 = self.request("chain_getFinalizedHead", json!([])).await?;
		self.block(hash).await
	}

	/// Waits for a finalised block after this one.
	pub async fn finalised_after(&self, block: Block) -> Result<Block, ChainError> {
		loop {
			let newest = self.finalised().await?;
			if newest.number > block.number {
				return Ok(newest);
			}
			time::sleep(LOOK).await;
		}
	}

	/// The newest block, finalised or not.
	pub async fn best(&self) -> Result<Block, ChainError> {
		let hash: H256 = self.request("chain_getBlockHash", json!([])).await?;
		self.block(hash).await
	}

	/// The block with this hash.
	pub async fn block(&self, hash: H256) -> Result<Block, ChainError> {
		let header: Option<Header> = self.request("chain_getHeader", json!([hash])).await?;
		let header = header.ok_or(AnswerFault::NoBlock { hash })?;
		let digits = header.number.trim_start_matches("0x");
		let number =
			u64::from_str_radix(digits, 16).map_err(|_| AnswerFault::BlockNumber { text: header.number.clone() })?;
		Ok(Block { number, hash })
	}

	/// The block with this number on the node's best chain; for numbers up to the finalised one it is final.
	pub async fn block_number(&self, number: u64) -> Result<Block, ChainError> {
		let hash: Option<H256> = self.request("chain_getBlockHash", json!([number])).await?;
		let hash = hash.ok_or(AnswerFault::NoBlockNumber { number })?;
		Ok(Block { number, hash })
	}

	/// Hashes of the transactions in a block, and their lengths.
	pub async fn transactions(&self, hash: H256) -> Result<Vec<(H256, usize)>, ChainError> {
		let block: Option<SignedBlock> = self.request("chain_getBlock", json!([hash])).await?;
		let block = block.ok_or(AnswerFault::NoBlock { hash })?;
		block
			.block
			.extrinsics
			.iter()
			.map(|text| from_hex(text).map(|bytes| (H256(blake2_256(&bytes)), bytes.len())))
			.collect()
	}
}

/// Gives every block once, in order; finalised ones, unless asked for others.
#[derive(Debug)]
pub struct Follower {
	chain: Chain,
	last: u64,
	newest: u64,
	/// Whether blocks are given before they are final.
	best: bool,
}

impl Follower {
	/// Follows from the newest finalised block on, which is given first.
	pub async fn from_now(chain: &Chain) -> Result<Self, ChainError> {
		let block = chain.finalised().await?;
		Ok(Self::from(chain, block.number))
	}

	/// Follows from this block on, which is given first.
	pub fn from(chain: &Chain, first: u64) -> Self {
		let last = first.saturating_sub(1);
		Self { chain: chain.clone(), last, newest: last, best: false }
	}

	/// Follows the node's best chain from this block on. What it gives may still be lost.
	pub fn of_best(chain: &Chain, first: u64) -> Self {
		Self { best: true, ..Self::from(chain, first) }
	}

	async fn head(&self) -> Result<Block, ChainError> {
		if self.best {
			self.chain.best().await
		} else {
			self.chain.finalised().await
		}
	}

	/// The next finalised block; waits for it.
	pub async fn next(&mut self) -> Result<Block, ChainError> {
		while self.newest <= self.last {
			self.newest = self.head().await?.number;
			if self.newest <= self.last {
				time::sleep(LOOK).await;
			}
		}
		self.last += 1;
		self.chain.block_number(self.last).await
	}

	/// The newest finalised block that was not given yet; waits for one and leaves out those between.
	pub async fn newest(&mut self) -> Result<Block, ChainError> {
		loop {
			let block = self.head().await?;
			if block.number > self.last {
				self.last = block.number;
				self.newest = block.number;
				return Ok(block);
			}
			time::sleep(LOOK).await;
		}
	}
}

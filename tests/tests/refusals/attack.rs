//! A transaction that no node may take.

use anyhow::{ensure, Result};
use dobush_client::{chain::Call, keys::Account, Chain};
use dobush_primitives::Refusal;
use end_to_end::forgery::{answer, hex_of, Terms};
use serde_json::json;

/// Sends what must be refused, and compares the node's words.
pub(crate) struct Attack<'a> {
	pub(crate) chain: &'a Chain,
}

impl Attack<'_> {
	pub(crate) async fn refused(&self, bytes: &[u8], code: i32, words: &str, what: &str) -> Result<()> {
		let said = answer(self.chain, bytes).await?;
		ensure!(said == Some((code, words.to_owned())), "{what}: {said:?}, expected {code} {words}");
		// Others may be there: trustees do their duty meanwhile.
		let pending: Vec<String> = self.chain.request("author_pendingExtrinsics", json!([])).await?;
		ensure!(!pending.contains(&hex_of(bytes)), "{what}: it is in the pool");
		Ok(())
	}

	/// Refused with one of our own reasons.
	pub(crate) async fn custom(&self, bytes: &[u8], refusal: Refusal, what: &str) -> Result<()> {
		let words = format!("Invalid Transaction: Custom error: {}", refusal as u8);
		self.refused(bytes, 1010, &words, what).await
	}

	pub(crate) async fn terms(&self, nonce: u32) -> Result<Terms> {
		Terms::honest(self.chain, nonce, self.chain.finalised().await?).await
	}

	pub(crate) async fn sign(&self, call: &Call, account: &Account, nonce: u32) -> Result<Vec<u8>> {
		Ok(self.terms(nonce).await?.sign(&call.bytes(self.chain)?, account))
	}
}

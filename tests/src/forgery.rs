//! Transactions made by hand, byte by byte, so that tests can make those that no client would make.
//!
//! A second writer of the wire format, independent of the client's: version 4, with the extensions of the runtime in
//! their order. Of these only mortality and nonce are on the wire; versions, genesis and birth block are signed in
//! addition.

use anyhow::Result;
use ballot_crypto::transcript::blake2_256;
use dobush_client::{
	chain::{Block, ChainError},
	keys::Account,
	Chain,
};
use parity_scale_codec::{Compact, Encode};
use serde_json::{json, Value};
use sp_core::{ed25519, Pair, H256};
use sp_runtime::generic::Era;

/// The first byte of a signed transaction of version 4.
const SIGNED_V4: u8 = 0b1000_0100;
/// The variant of an account's identifier in an address.
const ADDRESS_ID: u8 = 0;
/// Variants of a signature.
const ED25519: u8 = 0;
const SR25519: u8 = 1;

/// What is signed in addition to the call; a test may change any of it.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
	/// The account's nonce.
	pub nonce: u32,
	/// The mortality of the transaction.
	pub era: Era,
	/// The hash of the block where its life begins; genesis for an immortal one.
	pub birth: H256,
	/// The hash of the genesis block of the chain that it is for.
	pub genesis: H256,
	/// The version of the runtime.
	pub spec_version: u32,
	/// The version of the wire format.
	pub transaction_version: u32,
}

impl Terms {
	/// The terms of an honest client: the transaction lives for 64 blocks from this one on.
	pub async fn honest(chain: &Chain, nonce: u32, from: Block) -> Result<Self> {
		let version: Value = chain.request("state_getRuntimeVersion", json!([])).await?;
		let number = |field: &str| u32::try_from(version[field].as_u64().unwrap_or_default()).unwrap_or_default();
		Ok(Self {
			nonce,
			era: Era::mortal(64, from.number),
			birth: from.hash,
			genesis: chain.genesis(),
			spec_version: number("specVersion"),
			transaction_version: number("transactionVersion"),
		})
	}

	/// The same terms, but immortal.
	#[must_use]
	pub fn immortal(self) -> Self {
		Self { era: Era::Immortal, birth: self.genesis, ..self }
	}

	fn on_the_wire(&self) -> Vec<u8> {
		(self.era, Compact(self.nonce)).encode()
	}

	fn payload(&self, call: &[u8]) -> Vec<u8> {
		let mut payload = call.to_vec();
		payload.extend(self.on_the_wire());
		payload.extend((self.spec_version, self.transaction_version, self.genesis, self.birth).encode());
		if payload.len() > 256 {
			return blake2_256(&[&payload]).to_vec();
		}
		payload
	}

	fn assemble(&self, call: &[u8], public: [u8; 32], kind: u8, signature: &[u8; 64]) -> Vec<u8> {
		let mut body = vec![SIGNED_V4, ADDRESS_ID];
		body.extend(public);
		body.push(kind);
		body.extend(signature);
		body.extend(self.on_the_wire());
		body.extend(call);
		body.encode()
	}

	/// Signed as accounts of this chain sign.
	pub fn sign(&self, call: &[u8], account: &Account) -> Vec<u8> {
		self.assemble(call, account.public(), SR25519, &account.sign(&self.payload(call)))
	}

	/// Signed with a key of another kind, which other chains accept.
	pub fn sign_ed25519(&self, call: &[u8], pair: &ed25519::Pair) -> Vec<u8> {
		self.assemble(call, pair.public().0, ED25519, &pair.sign(&self.payload(call)).0)
	}
}

/// Bytes as JSON-RPC writes them.
pub fn hex_of(bytes: &[u8]) -> String {
	format!("0x{}", bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// Submits bytes by the node's RPC. Returns the JSON-RPC code and the words of the refusal; none if they were accepted
/// into the pool.
pub async fn answer(chain: &Chain, bytes: &[u8]) -> Result<Option<(i32, String)>> {
	match chain.request::<String>("author_submitExtrinsic", json!([hex_of(bytes)])).await {
		Ok(_) => Ok(None),
		Err(ChainError::Rpc { code, message, .. }) => Ok(Some((code, message))),
		Err(error) => Err(error.into()),
	}
}

//! State of a block that the pinned validators have finalised, read by Merkle proofs: on no node's word.

use super::{following::prove_newest, pin_file::PinFile, TrustError};
use crate::{
	chain::{
		description::{Item, KeysOf},
		error::AnswerFault,
		items,
		proof::{Pin, ProvenHeader},
		Chain, ChainError,
	},
	error::Result,
	progress::{Progress, Silent},
};
use parity_scale_codec::{Decode, DecodeAll};
use sp_runtime::AccountId32;
use std::time::Duration;
use tokio::time;

/// How often the client asks for a header, half a second apart, before it gives up.
const ATTEMPTS: u32 = 40;

/// The state of a block that the pinned validators have finalised, read by Merkle proofs.
#[derive(Debug)]
pub struct ProvenView<'a> {
	chain: &'a Chain,
	at: ProvenHeader,
}

impl<'a> ProvenView<'a> {
	/// The newest finalised block, proven under the pin, which moves over changes of the validators.
	pub async fn newest(chain: &'a Chain, pin: &mut Pin) -> Result<Self> {
		let at = prove_newest(chain, pin, &Silent, &|_| Ok(())).await?;
		Ok(Self { chain, at })
	}

	/// The newest finalised block under the pin of a file, which is kept where it has moved.
	pub async fn pinned(chain: &'a Chain, file: &PinFile, progress: &dyn Progress) -> Result<Self> {
		let (mut pin, from) = file.read(chain, progress).await?;
		let at = prove_newest(chain, &mut pin, progress, &|pin| file.save(pin)).await;
		let at = at.map_err(|error| file.named_in(error, from, pin.set_id))?;
		Ok(Self { chain, at })
	}

	/// A view of the same block through another connection, proven in the same way. A voter's program uses it so that only the node
	/// or relay that receives the ballot learns the credential. Waits a little until the other side knows the block.
	pub async fn through<'b>(&self, chain: &'b Chain) -> Result<ProvenView<'b>> {
		chain.ensure_genesis(self.chain.genesis())?;
		let hash = self.at.block().hash;
		for _ in 0..ATTEMPTS {
			match chain.header(hash).await {
				Err(ChainError::Answer(_)) => time::sleep(Duration::from_millis(500)).await,
				Err(error) => return Err(error.into()),
				Ok(_) => return Ok(ProvenView { chain, at: self.at.clone() }),
			}
		}
		Err(TrustError::BlockUnknown { url: chain.url(), block: self.block() }.into())
	}

	/// The number of the block.
	pub fn block(&self) -> u64 {
		self.at.block().number
	}

	/// The chain whose state is read.
	pub fn chain(&self) -> &'a Chain {
		self.chain
	}

	/// Reads values of one map with their proofs, in the order of the keys.
	pub async fn read_many<K, V: Decode>(
		&self,
		item: &Item<K, V>,
		keys: impl IntoIterator<Item = impl KeysOf<K>>,
	) -> Result<Vec<Option<V>>> {
		let keys = item.all_keys(&self.chain.metadata(), keys)?;
		let values = self.chain.read_proven(&self.at, &keys).await?;
		values
			.into_iter()
			.map(|value| {
				value
					.map(|bytes| V::decode_all(&mut bytes.as_slice()))
					.transpose()
					.map_err(|error| ChainError::from(AnswerFault::ProvenValue(error.to_string())).into())
			})
			.collect()
	}

	/// Reads one value with its proof; none if the proof shows that there is none.
	pub async fn read<K, V: Decode>(&self, item: &Item<K, V>, keys: &impl KeysOf<K>) -> Result<Option<V>> {
		Ok(self.read_many(item, [keys]).await?.pop().flatten())
	}

	/// The nonce of an account.
	pub async fn nonce(&self, account: &AccountId32) -> Result<u32> {
		let key = items::system::ACCOUNT.key(&self.chain.metadata(), &(account,))?;
		let values = self.chain.read_proven(&self.at, &[key]).await?;
		match values.into_iter().next().flatten() {
			// An account starts with its nonce; the rest is the SDK's.
			Some(bytes) => u32::decode(&mut bytes.as_slice())
				.map_err(|error| ChainError::from(AnswerFault::ProvenAccount(error.to_string())).into()),
			None => Ok(0),
		}
	}
}

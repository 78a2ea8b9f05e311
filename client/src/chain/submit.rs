//! Transactions: calls by name, signed here, submitted to the pool, followed until they are final.

use crate::{
	chain::{
		block::Block,
		connect::IN_FLIGHT,
		decode::{from_hex, hex_of},
		error::{AnswerFault, InvalidReason, UnknownItem},
		events::Events,
		finality::Follower,
		Chain, ChainError,
	},
	keys::Account,
};
use dobush_primitives::Refusal;
use futures::{stream, StreamExt};
use parity_scale_codec::Encode;
use serde_json::json;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use std::{collections::HashMap, time::Duration};
use subxt::{
	config::substrate::{AccountId32, MultiSignature, SubstrateConfig, SubstrateExtrinsicParamsBuilder},
	ext::{
		scale_encode::{EncodeAsFields, Error as EncodeError},
		scale_type_resolver::{FieldIter, TypeResolver},
	},
	tx::{Payload, Signer},
};
use tokio::time;

/// How many blocks a transaction is valid.
pub const MORTALITY: u64 = 64;

/// How long to wait when the pool is full before trying again, and how often to try.
const POOL_PATIENCE: (Duration, u32) = (Duration::from_millis(500), 240);

/// A call, found by name, with its arguments SCALE-encoded one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
	pallet: String,
	name: String,
	arguments: RawArguments,
}

/// Arguments that are encoded already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawArguments(Vec<u8>);

impl Call {
	/// The call with its arguments as a tuple: their encodings follow each other without anything between.
	pub fn new(pallet: &str, name: &str, arguments: impl Encode) -> Self {
		Self { pallet: pallet.to_owned(), name: name.to_owned(), arguments: RawArguments(arguments.encode()) }
	}

	/// The bytes of the call: index of the pallet, index of the call, arguments. For calls inside calls.
	pub fn bytes(&self, chain: &Chain) -> Result<Vec<u8>, ChainError> {
		let metadata = chain.metadata();
		let unknown = || UnknownItem::Call { path: self.path() };
		let pallet = metadata.pallet_by_name(&self.pallet).ok_or_else(unknown)?;
		let variant = pallet.call_variant_by_name(&self.name).ok_or_else(unknown)?;
		let mut bytes = vec![pallet.call_index(), variant.index];
		bytes.extend(&self.arguments.0);
		Ok(bytes)
	}

	/// The SCALE encodings of its arguments, one after the other.
	pub fn arguments(&self) -> &[u8] {
		&self.arguments.0
	}

	/// Pallet and call, as people read them.
	pub fn path(&self) -> String {
		format!("{}.{}", self.pallet, self.name)
	}
}

impl EncodeAsFields for RawArguments {
	fn encode_as_fields_to<R: TypeResolver>(
		&self,
		_fields: &mut dyn FieldIter<'_, R::TypeId>,
		_types: &R,
		out: &mut Vec<u8>,
	) -> Result<(), EncodeError> {
		out.extend(&self.0);
		Ok(())
	}
}

impl Payload for Call {
	type CallData = RawArguments;

	fn pallet_name(&self) -> &str {
		&self.pallet
	}

	fn call_name(&self) -> &str {
		&self.name
	}

	fn call_data(&self) -> &RawArguments {
		&self.arguments
	}
}

impl Signer<SubstrateConfig> for Account {
	fn account_id(&self) -> AccountId32 {
		AccountId32(self.public())
	}

	fn sign(&self, payload: &[u8]) -> MultiSignature {
		MultiSignature::Sr25519(Account::sign(self, payload))
	}
}

/// A signed transaction, ready to be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
	/// The encoded transaction.
	pub bytes: Vec<u8>,
	/// The hash by which nodes know the transaction.
	pub hash: H256,
	/// The last block in which it is valid.
	pub until: u64,
}

/// The finalised block in which a transaction was included, and its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Included {
	/// The finalised block in which the transaction is.
	pub block: Block,
	/// The index in that block.
	pub index: u32,
	/// The events that the transaction caused.
	pub events: Events,
}

impl Chain {
	/// Signs a call that is valid for [`MORTALITY`] blocks from `from` on.
	pub fn sign(&self, call: &Call, account: &Account, nonce: u32, from: Block) -> Result<Signed, ChainError> {
		let parameters = SubstrateExtrinsicParamsBuilder::<SubstrateConfig>::new()
			.nonce(nonce.into())
			.mortal_from_unchecked(MORTALITY, from.number, from.hash)
			.build();
		let cannot = |error: String| UnknownItem::CallEncoding { path: call.path(), error };
		let bytes = self
			.runtime()
			.offline
			.at_block(from.number)
			.map_err(|error| cannot(error.to_string()))?
			.tx()
			.create_v4_signable_offline(call, parameters)
			.and_then(|mut signable| signable.sign(account))
			.map_err(|error| cannot(error.to_string()))?
			.into_encoded();
		Ok(Signed { hash: H256(blake2_256(&bytes)), until: from.number + MORTALITY - 1, bytes })
	}

	/// The nonce of an account at the best block.
	pub async fn nonce(&self, account: &Account) -> Result<u32, ChainError> {
		let best = self.best().await?;
		self.runtime_call("AccountNonceApi_account_nonce", &account.public(), best.hash).await
	}

	/// Puts a transaction into the node's pool. A transaction that is there already is fine.
	pub async fn submit(&self, transaction: &Signed) -> Result<(), ChainError> {
		match self.request::<String>("author_submitExtrinsic", json!([hex_of(&transaction.bytes)])).await {
			Ok(hash) => {
				let hash = from_hex(&hash)?;
				if hash == transaction.hash.as_bytes() {
					Ok(())
				} else {
					Err(AnswerFault::OtherTransaction.into())
				}
			}
			Err(ChainError::Rpc { code, message, .. }) => pool_answer(code, &message),
			Err(error) => Err(error),
		}
	}

	/// Submits a transaction like [`Self::submit`], and tries again for a while if the pool is full.
	pub(crate) async fn submit_patiently(&self, transaction: &Signed) -> Result<(), ChainError> {
		let (pause, times) = POOL_PATIENCE;
		for _ in 0..times {
			match self.submit(transaction).await {
				Err(ChainError::PoolBusy(_)) => time::sleep(pause).await,
				answer => return answer,
			}
		}
		self.submit(transaction).await
	}

	/// Submits many transactions with many in flight on one connection; answers in their order.
	pub async fn submit_all(
		&self,
		transactions: &[Signed],
		progress: impl Fn(usize) + Sync,
	) -> Vec<Result<(), ChainError>> {
		let work: Vec<_> = transactions
			.iter()
			.map(|transaction| async {
				let answer = self.submit_patiently(transaction).await;
				progress(1);
				answer
			})
			.collect();
		stream::iter(work).buffered(IN_FLIGHT).collect().await
	}

	/// Follows the finalised chain from block `from` until every transaction is included or expired; answers in their
	/// order. `progress` hears how many more were included.
	pub async fn finalised_all(
		&self,
		transactions: &[Signed],
		from: u64,
		progress: impl Fn(usize),
	) -> Result<Vec<Result<Included, ChainError>>, ChainError> {
		self.included_all(transactions, Follower::from(self, from), progress).await
	}

	/// Waits like [`Self::finalised_all`], but for blocks of the node's best chain, which are not final yet: for tests and drafts.
	pub async fn included_soon(
		&self,
		transactions: &[Signed],
		from: u64,
	) -> Result<Vec<Result<Included, ChainError>>, ChainError> {
		self.included_all(transactions, Follower::of_best(self, from), |_| ()).await
	}

	/// Follows the chain that this follower follows until every transaction is included or expired.
	async fn included_all(
		&self,
		transactions: &[Signed],
		mut follower: Follower,
		progress: impl Fn(usize),
	) -> Result<Vec<Result<Included, ChainError>>, ChainError> {
		let mut answers: Vec<Option<Result<Included, ChainError>>> = vec![None; transactions.len()];
		let mut waiting: HashMap<H256, usize> = transactions.iter().map(|one| one.hash).zip(0..).collect();
		while !waiting.is_empty() {
			let block = follower.next().await?;
			let here: Vec<(u32, usize)> = (0u32..)
				.zip(self.transactions(block.hash).await?)
				.filter_map(|(index, (hash, _))| waiting.remove(&hash).map(|place| (index, place)))
				.collect();
			if !here.is_empty() {
				progress(here.len());
				let metadata = self.metadata();
				let mut by_extrinsic: HashMap<u32, Vec<super::Event>> = HashMap::new();
				for event in Events::of(self, block.hash).await?.0 {
					if let Some(index) = event.extrinsic {
						by_extrinsic.entry(index).or_default().push(event);
					}
				}
				for (index, place) in here {
					let events = Events(by_extrinsic.remove(&index).unwrap_or_default());
					let answer = events.outcome(&metadata).map(|()| Included { block, index, events });
					if let Some(slot) = answers.get_mut(place) {
						*slot = Some(answer);
					}
				}
			}
			waiting.retain(|_, place| match transactions.get(*place) {
				Some(transaction) if transaction.until < block.number => {
					if let Some(slot) = answers.get_mut(*place) {
						*slot = Some(Err(ChainError::Expired { until: transaction.until }));
					}
					false
				}
				_ => true,
			});
		}
		let lost = || Err(AnswerFault::TransactionLost.into());
		Ok(answers.into_iter().map(|answer| answer.unwrap_or_else(lost)).collect())
	}
}

/// One account that sends calls one after the other and keeps its own nonce.
#[derive(Debug)]
pub struct Sender {
	chain: Chain,
	account: Account,
	next: Option<u32>,
}

impl Sender {
	/// An account on a chain.
	pub fn new(chain: &Chain, account: Account) -> Self {
		Self { chain: chain.clone(), account, next: None }
	}

	/// The chain to which transactions are sent.
	pub fn chain(&self) -> &Chain {
		&self.chain
	}

	/// The account that signs.
	pub fn account(&self) -> &Account {
		&self.account
	}

	/// Reads the nonce from the chain before the next call.
	pub(crate) fn forget_nonce(&mut self) {
		self.next = None;
	}

	/// Sends a call and waits until it is final and has succeeded.
	pub async fn send(&mut self, call: &Call) -> Result<Included, ChainError> {
		let included = self.send_all(std::slice::from_ref(call)).await?;
		included.into_iter().next().ok_or(ChainError::Answer(AnswerFault::NothingSent))
	}

	/// Sends calls in this order, all in flight at once, and waits until all are final and have succeeded.
	/// The chain allows an official some 64 pending transactions.
	pub async fn send_all(&mut self, calls: &[Call]) -> Result<Vec<Included>, ChainError> {
		let from = self.chain.finalised().await?;
		self.send_following(calls, from, Follower::from(&self.chain, from.number)).await
	}

	/// Sends calls like [`Self::send_all`], but waits only for blocks that are not final yet. Use it only where a later message,
	/// which is awaited until it is final, depends on these calls: if their blocks are lost, that message fails, and everything is
	/// done again.
	pub async fn send_all_soon(&mut self, calls: &[Call]) -> Result<Vec<Included>, ChainError> {
		let from = self.chain.finalised().await?;
		self.send_following(calls, from, Follower::of_best(&self.chain, from.number)).await
	}

	async fn send_following(
		&mut self,
		calls: &[Call],
		from: Block,
		follower: Follower,
	) -> Result<Vec<Included>, ChainError> {
		let signed = self.submit_all(calls, from).await?;
		let answers = self.chain.included_all(&signed, follower, |_| {}).await;
		if answers.as_ref().map_or(true, |answers| answers.iter().any(Result::is_err)) {
			self.next = None;
		}
		answers?.into_iter().collect()
	}

	/// Submits calls in this order without waiting for them.
	pub async fn submit_all(&mut self, calls: &[Call], from: Block) -> Result<Vec<Signed>, ChainError> {
		let mut signed = Vec::with_capacity(calls.len());
		for call in calls {
			signed.push(self.submit(call, from).await?);
		}
		Ok(signed)
	}

	/// Submits a call without waiting for it.
	pub async fn submit(&mut self, call: &Call, from: Block) -> Result<Signed, ChainError> {
		// A nonce that we remember may be outdated when somebody else uses the same key: read it again once.
		for again in [true, false] {
			let nonce = match self.next {
				Some(nonce) => nonce,
				None => self.chain.nonce(&self.account).await?,
			};
			let transaction = self.chain.sign(call, &self.account, nonce, from)?;
			match self.chain.submit_patiently(&transaction).await {
				Ok(()) => {
					self.next = Some(nonce + 1);
					return Ok(transaction);
				}
				Err(ChainError::Invalid(InvalidReason::Outdated(_))) if again => self.next = None,
				Err(error) => {
					self.next = None;
					return Err(error);
				}
			}
		}
		Err(ChainError::Invalid(InvalidReason::UsedElsewhere))
	}
}

/// The meaning of the pool's answer. The codes are those of the SDK's `author` methods.
fn pool_answer(code: i32, message: &str) -> Result<(), ChainError> {
	let detail = message.split_once(": ").map_or(message, |(_, detail)| detail);
	match code {
		// The runtime panics on bytes that it cannot decode. Nothing of the reason reaches the answer.
		1002 => Err(ChainError::Unreadable),
		1010 => {
			// A node's words stand before the number, or a relay's sentence.
			let custom = message.rsplit_once("Custom error: ").and_then(|(_, number)| number.trim().parse().ok());
			Err(match custom.and_then(Refusal::from_code) {
				Some(refusal) => ChainError::Refused(refusal),
				None => ChainError::Invalid(InvalidReason::said(detail)),
			})
		}
		1012 => Err(ChainError::Invalid(InvalidReason::Banned)),
		1013 => Ok(()),
		1014 | 1016 => Err(ChainError::PoolBusy(detail.to_owned())),
		_ => Err(ChainError::Invalid(InvalidReason::said(message))),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_pools_answers_become_our_errors() {
		assert_eq!(pool_answer(1013, "Transaction Already Imported"), Ok(()));
		assert_eq!(
			pool_answer(1010, "Invalid Transaction: Custom error: 16"),
			Err(ChainError::Refused(Refusal::ProofRejected))
		);
		assert_eq!(
			pool_answer(1010, "Invalid Transaction: Custom error: 255"),
			Err(ChainError::Invalid(InvalidReason::Other("Custom error: 255".into())))
		);
		assert_eq!(
			pool_answer(1010, "Invalid Transaction: Transaction is outdated"),
			Err(ChainError::Invalid(InvalidReason::Outdated("Transaction is outdated".into())))
		);
		let relayed = format!("{}: Custom error: 20", Refusal::WrongKind);
		assert_eq!(pool_answer(1010, &relayed), Err(ChainError::Refused(Refusal::WrongKind)));
		let trap = "Verification Error: Runtime error: Execution failed: Execution aborted due to panic";
		assert_eq!(pool_answer(1002, trap), Err(ChainError::Unreadable));
		let poor = "Inability to pay some fees (e.g. account balance too low)";
		assert_eq!(
			pool_answer(1010, &format!("Invalid Transaction: {poor}")),
			Err(ChainError::Invalid(InvalidReason::CannotPay(poor.into())))
		);
		assert_eq!(
			pool_answer(1012, "Transaction is temporarily banned"),
			Err(ChainError::Invalid(InvalidReason::Banned))
		);
		assert_eq!(pool_answer(1016, "Immediately Dropped"), Err(ChainError::PoolBusy("Immediately Dropped".into())));
	}

	#[test]
	fn arguments_follow_each_other() {
		let call = Call::new("BallotBox", "cast", (7u32, vec![1u8, 2]));
		assert_eq!(call.arguments.0, [7, 0, 0, 0, 8, 1, 2]);
		assert_eq!(call.path(), "BallotBox.cast");
	}
}

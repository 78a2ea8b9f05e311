//! The state at one block: storage and view functions, as [`crate::chain::items`] and [`crate::chain::views`] describe them.

use crate::chain::{
	decode::{decode, from_hex, hex_of},
	description::{Item, KeysOf, ViewFunction},
	error::{AnswerFault, UnknownItem},
	Chain, ChainError,
};
use parity_scale_codec::{Decode, Encode, EncodeLike};
use serde::Deserialize;
use serde_json::json;
use sp_core::H256;
use sp_crypto_hashing::{blake2_128, blake2_256, twox_128, twox_256, twox_64};
use std::collections::HashMap;
use subxt::{metadata::StorageHasher, Metadata};

/// Keys asked for at once.
const PAGE: u32 = 512;

/// The state at one block.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
	chain: &'a Chain,
	hash: H256,
}

/// The keys of a storage map, from the first; each is already SCALE-encoded.
pub type Keys<'a> = &'a [&'a [u8]];

#[derive(Deserialize)]
struct Changes {
	changes: Vec<(String, Option<String>)>,
}

impl Chain {
	/// The state at a block.
	pub fn at(&self, hash: H256) -> View<'_> {
		View::new(self, hash)
	}
}

impl<'a> View<'a> {
	pub(crate) fn new(chain: &'a Chain, hash: H256) -> Self {
		Self { chain, hash }
	}

	/// The hash of the block whose state is read.
	pub fn hash(&self) -> H256 {
		self.hash
	}

	/// The chain that is asked.
	pub fn chain(&self) -> &'a Chain {
		self.chain
	}

	/// A value, if it is there.
	pub async fn read<K, V: Decode>(&self, item: &Item<K, V>, keys: &impl KeysOf<K>) -> Result<Option<V>, ChainError> {
		let bytes = self.read_bytes(item, keys).await?;
		bytes.map(|bytes| decode(&bytes, &item.path())).transpose()
	}

	/// The bytes of a value, if it is there.
	pub async fn read_bytes<K, V>(
		&self,
		item: &Item<K, V>,
		keys: &impl KeysOf<K>,
	) -> Result<Option<Vec<u8>>, ChainError> {
		let key = item.key(&self.chain.metadata(), keys)?;
		self.raw(&key).await
	}

	/// A value, or the default that the pallet declares.
	pub async fn read_or_default<K, V: Decode + Default>(
		&self,
		item: &Item<K, V>,
		keys: &impl KeysOf<K>,
	) -> Result<V, ChainError> {
		if let Some(value) = self.read(item, keys).await? {
			return Ok(value);
		}
		let metadata = self.chain.metadata();
		let default = metadata
			.pallet_by_name(item.pallet())
			.and_then(|pallet| pallet.storage()?.entry_by_name(item.name())?.default_value().map(<[u8]>::to_vec));
		default.map_or(Ok(V::default()), |bytes| decode(&bytes, &item.path()))
	}

	/// Many values of one map, in the order of the keys; none where there is no value.
	pub async fn read_many<K, V: Decode>(
		&self,
		item: &Item<K, V>,
		keys: impl IntoIterator<Item = impl KeysOf<K>>,
	) -> Result<Vec<Option<V>>, ChainError> {
		let keys = item.all_keys(&self.chain.metadata(), keys)?;
		let values = self.raw_many(&keys).await?;
		keys.iter().map(|key| values.get(key).map(|bytes| decode(bytes, &item.path())).transpose()).collect()
	}

	/// All entries of a map with one key, whose hasher must keep the key.
	pub async fn read_entries<K: Decode, V: Decode>(&self, item: &Item<(K,), V>) -> Result<Vec<(K, V)>, ChainError> {
		let metadata = self.chain.metadata();
		let prefix = storage_key(&metadata, item.pallet(), item.name(), &[])?;
		let hashers = hashers(&metadata, item.pallet(), item.name())?;
		let what = item.path();
		let mut entries = Vec::new();
		let mut after: Option<String> = None;
		loop {
			let start = after.clone().unwrap_or_else(|| hex_of(&prefix));
			let keys: Vec<String> =
				self.chain.request("state_getKeysPaged", json!([hex_of(&prefix), PAGE, start, self.hash])).await?;
			let Some(last) = keys.last().cloned() else { return Ok(entries) };
			let raw: Vec<Vec<u8>> = keys.iter().map(|key| from_hex(key)).collect::<Result<_, _>>()?;
			let values = self.raw_many(&raw).await?;
			for key in &raw {
				let Some(value) = values.get(key) else { continue };
				let rest = key.get(prefix.len()..).unwrap_or_default();
				entries.push((strip_hash::<K>(rest, &hashers, &what)?, decode(value, &what)?));
			}
			after = Some(last);
		}
	}

	/// Asks a view function of a pallet.
	pub async fn ask<A: Encode, V: Decode>(
		&self,
		function: &ViewFunction<A, V>,
		arguments: &impl EncodeLike<A>,
	) -> Result<V, ChainError> {
		let unknown =
			|| UnknownItem::ViewFunction { pallet: function.pallet().to_owned(), function: function.name().to_owned() };
		let metadata = self.chain.metadata();
		let query = *metadata
			.pallet_by_name(function.pallet())
			.and_then(|pallet| pallet.view_function_by_name(function.name()))
			.ok_or_else(unknown)?
			.query_id();
		let answer: Result<Vec<u8>, u8> = self
			.chain
			.runtime_call("RuntimeViewFunction_execute_view_function", &(query, arguments.encode()).encode(), self.hash)
			.await?;
		decode(&answer.map_err(|_| unknown())?, function.name())
	}

	/// The bytes under a key.
	pub(crate) async fn raw(&self, key: &[u8]) -> Result<Option<Vec<u8>>, ChainError> {
		let value: Option<String> = self.chain.request("state_getStorage", json!([hex_of(key), self.hash])).await?;
		value.map(|text| from_hex(&text)).transpose()
	}

	async fn raw_many(&self, keys: &[Vec<u8>]) -> Result<HashMap<Vec<u8>, Vec<u8>>, ChainError> {
		let questions = keys.chunks(PAGE as usize).map(|keys| {
			let keys: Vec<String> = keys.iter().map(|key| hex_of(key)).collect();
			json!([keys, self.hash])
		});
		let answers: Vec<Vec<Changes>> = self.chain.request_all("state_queryStorageAt", questions).await?;
		let mut values = HashMap::with_capacity(keys.len());
		for (key, value) in answers.into_iter().flatten().flat_map(|answer| answer.changes) {
			if let Some(value) = value {
				values.insert(from_hex(&key)?, from_hex(&value)?);
			}
		}
		Ok(values)
	}
}

impl<K, V> Item<K, V> {
	/// The full key of a value.
	pub fn key(&self, metadata: &Metadata, keys: &impl KeysOf<K>) -> Result<Vec<u8>, ChainError> {
		let parts = keys.parts();
		let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
		storage_key(metadata, self.pallet(), self.name(), &parts)
	}

	/// The full keys of many values.
	pub(crate) fn all_keys(
		&self,
		metadata: &Metadata,
		keys: impl IntoIterator<Item = impl KeysOf<K>>,
	) -> Result<Vec<Vec<u8>>, ChainError> {
		keys.into_iter().map(|keys| self.key(metadata, &keys)).collect()
	}
}

/// The full key of a storage item; with fewer keys than the map has, the prefix of all entries under them.
pub fn storage_key(metadata: &Metadata, pallet: &str, item: &str, keys: Keys<'_>) -> Result<Vec<u8>, ChainError> {
	let unknown = || unknown_item(pallet, item);
	let storage = metadata.pallet_by_name(pallet).and_then(|pallet| pallet.storage()).ok_or_else(unknown)?;
	let entry = storage.entry_by_name(item).ok_or_else(unknown)?;
	let hashers: Vec<StorageHasher> = entry.keys().map(|key| key.hasher).collect();
	if keys.len() > hashers.len() {
		let (pallet, item) = (pallet.to_owned(), item.to_owned());
		return Err(UnknownItem::StorageKeys { pallet, item, keys: keys.len() }.into());
	}
	let mut full = twox_128(storage.prefix().as_bytes()).to_vec();
	full.extend(twox_128(item.as_bytes()));
	for (key, hasher) in keys.iter().zip(hashers) {
		hash_into(hasher, key, &mut full);
	}
	Ok(full)
}

fn hashers(metadata: &Metadata, pallet: &str, item: &str) -> Result<Vec<StorageHasher>, ChainError> {
	metadata
		.pallet_by_name(pallet)
		.and_then(|pallet| pallet.storage()?.entry_by_name(item))
		.map(|entry| entry.keys().map(|key| key.hasher).collect())
		.ok_or_else(|| unknown_item(pallet, item).into())
}

fn unknown_item(pallet: &str, item: &str) -> UnknownItem {
	UnknownItem::StorageItem { pallet: pallet.to_owned(), item: item.to_owned() }
}

fn hash_into(hasher: StorageHasher, key: &[u8], out: &mut Vec<u8>) {
	match hasher {
		StorageHasher::Identity => out.extend(key),
		StorageHasher::Blake2_128 => out.extend(blake2_128(key)),
		StorageHasher::Blake2_256 => out.extend(blake2_256(key)),
		StorageHasher::Twox128 => out.extend(twox_128(key)),
		StorageHasher::Twox256 => out.extend(twox_256(key)),
		StorageHasher::Blake2_128Concat => {
			out.extend(blake2_128(key));
			out.extend(key);
		}
		StorageHasher::Twox64Concat => {
			out.extend(twox_64(key));
			out.extend(key);
		}
	}
}

/// Reads the only key of a map after its hash.
fn strip_hash<K: Decode>(rest: &[u8], hashers: &[StorageHasher], what: &str) -> Result<K, ChainError> {
	let map = || what.to_owned();
	let short = || AnswerFault::ShortKey { map: map() };
	let [only] = hashers else {
		return Err(AnswerFault::SeveralKeysLeft { map: map() }.into());
	};
	let plain = match only {
		StorageHasher::Identity => rest,
		StorageHasher::Blake2_128Concat => rest.get(16..).ok_or_else(short)?,
		StorageHasher::Twox64Concat => rest.get(8..).ok_or_else(short)?,
		_ => return Err(AnswerFault::KeyNotKept { map: map() }.into()),
	};
	decode(plain, what)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn concat_hashers_keep_the_key() {
		let mut key = Vec::new();
		hash_into(StorageHasher::Twox64Concat, &7u32.encode(), &mut key);
		assert_eq!(key.len(), 12);
		assert_eq!(strip_hash::<u32>(&key, &[StorageHasher::Twox64Concat], "x"), Ok(7));
		let mut key = Vec::new();
		hash_into(StorageHasher::Blake2_128Concat, &9u16.encode(), &mut key);
		assert_eq!(strip_hash::<u16>(&key, &[StorageHasher::Blake2_128Concat], "x"), Ok(9));
		let refused = |key: &[u8], hashers: &[_]| strip_hash::<u16>(key, hashers, "x").expect_err("no key");
		let map = || "x".to_owned();
		let short = AnswerFault::ShortKey { map: map() };
		assert_eq!(refused(&key[..10], &[StorageHasher::Blake2_128Concat]), short.into());
		assert_eq!(refused(&key, &[StorageHasher::Blake2_256]), AnswerFault::KeyNotKept { map: map() }.into());
		assert_eq!(refused(&key, &[]), AnswerFault::SeveralKeysLeft { map: map() }.into());
	}
}

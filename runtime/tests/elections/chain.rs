//! A chain of one validator: a pool that validates as a node's does, and blocks with everything that is in them.

use dobush_primitives::{BuiltOn, Moment};
use dobush_runtime::{
	genesis_config_presets, AccountId, Address, BlockNumber, Executive, Header, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeGenesisConfig, Signature, SignedPayload, System, TxExtension, UncheckedExtrinsic, VERSION,
};
use frame_support::{
	genesis_builder_helper::build_state,
	storage::{with_transaction_unchecked, TransactionOutcome},
};
use parity_scale_codec::{Decode, Encode};
use serde_json::Value;
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	BABE_ENGINE_ID,
};
use sp_core::{sr25519, Pair, H256};
use sp_runtime::{
	generic::{Digest, DigestItem, Era},
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
	DispatchError,
};
use std::collections::BTreeMap;

/// Length of a slot of the development chain.
pub const SLOT: Moment = 2_000;
/// The slot of genesis; some day in 2027.
const FIRST_SLOT: u64 = 900_000_000;

/// What became of a transaction that was in the pool.
pub type Outcome = Result<Result<(), DispatchError>, TransactionValidityError>;

/// What is signed beside a call.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
	pub nonce: u32,
	pub era: Era,
	pub birth: H256,
	pub genesis: H256,
}

/// Names a transaction that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(u64);

struct Pending {
	ticket: Ticket,
	signer: AccountId,
	bytes: Vec<u8>,
}

pub struct Chain {
	ext: sp_io::TestExternalities,
	/// The newest block.
	head: BuiltOn,
	genesis: H256,
	slot: u64,
	/// Hashes of all blocks.
	hashes: Vec<H256>,
	pool: Vec<Pending>,
	sent: u64,
	outcomes: BTreeMap<Ticket, Outcome>,
	/// The events of the newest block.
	pub events: Vec<RuntimeEvent>,
	/// The events of all blocks since somebody took them from here.
	pub news: Vec<RuntimeEvent>,
}

impl Chain {
	/// The development chain, at its genesis.
	pub fn development() -> Self {
		let preset = sp_genesis_builder::DEV_RUNTIME_PRESET.into();
		let patch = genesis_config_presets::get_preset(&preset).expect("it is one of ours");
		let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
		merge(&mut config, serde_json::from_slice(&patch).unwrap());
		let mut ext = sp_io::TestExternalities::new_empty();
		ext.execute_with(|| build_state::<RuntimeGenesisConfig>(serde_json::to_vec(&config).unwrap())).unwrap();
		ext.commit_all().unwrap();
		let genesis = Header::new(0, H256::zero(), *ext.backend.root(), H256::zero(), Digest::default()).hash();
		Self {
			ext,
			head: BuiltOn { number: 0, hash: genesis },
			genesis,
			slot: FIRST_SLOT,
			hashes: vec![genesis],
			pool: Vec::new(),
			sent: 0,
			outcomes: BTreeMap::new(),
			events: Vec::new(),
			news: Vec::new(),
		}
	}

	/// The newest block.
	pub fn head(&self) -> BuiltOn {
		self.head
	}

	/// Hash of the genesis block.
	pub fn genesis(&self) -> H256 {
		self.genesis
	}

	/// A block of this chain.
	pub fn block_number(&self, number: BlockNumber) -> BuiltOn {
		BuiltOn { number, hash: self.hashes[number as usize] }
	}

	/// The time of the newest block.
	pub fn now(&self) -> Moment {
		self.slot * SLOT
	}

	/// Reads the state after the newest block.
	pub fn read<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.ext.execute_with(f)
	}

	/// The nonce of the account's next transaction, after those in the pool.
	pub fn nonce(&mut self, account: &AccountId) -> u32 {
		let pending = self.pool.iter().filter(|pending| pending.signer == *account).count();
		self.read(|| System::account_nonce(account)) + pending as u32
	}

	/// What an honest client signs: 64 blocks from the newest one on.
	pub fn terms(&self, nonce: u32) -> Terms {
		self.terms_from(nonce, self.head)
	}

	/// The same from an earlier block on.
	pub fn terms_from(&self, nonce: u32, birth: BuiltOn) -> Terms {
		Terms { nonce, era: Era::mortal(64, birth.number.into()), birth: birth.hash, genesis: self.genesis }
	}

	/// Takes bytes into the pool if a node would.
	pub fn offer(&mut self, bytes: Vec<u8>) -> Result<Ticket, TransactionValidityError> {
		let extrinsic = decode(&bytes)?;
		let signer = match &extrinsic.preamble {
			sp_runtime::generic::Preamble::Signed(Address::Id(account), ..) => account.clone(),
			_ => return Err(InvalidTransaction::BadSigner.into()),
		};
		let head = self.head.hash;
		self.read(|| {
			with_transaction_unchecked(|| {
				let validity = Executive::validate_transaction(TransactionSource::External, extrinsic, head);
				TransactionOutcome::Rollback(validity)
			})
		})?;
		self.sent += 1;
		let ticket = Ticket(self.sent);
		self.pool.push(Pending { ticket, signer, bytes });
		Ok(ticket)
	}

	/// Sends a call of somebody who may send it.
	pub fn send(&mut self, pair: &sr25519::Pair, call: RuntimeCall) -> Ticket {
		let nonce = self.nonce(&account(pair));
		let bytes = sign(pair, &self.terms(nonce), call.clone());
		self.offer(bytes).unwrap_or_else(|refusal| panic!("the pool refuses {call:?}: {refusal:?}"))
	}

	/// What became of a transaction; none while it is in the pool.
	pub fn outcome(&self, ticket: Ticket) -> Option<Outcome> {
		self.outcomes.get(&ticket).copied()
	}

	/// Sends a call and makes blocks until it is in one of them.
	pub fn call(&mut self, pair: &sr25519::Pair, call: RuntimeCall) -> Result<(), DispatchError> {
		let ticket = self.send(pair, call.clone());
		self.wait_for(ticket).unwrap_or_else(|refusal| panic!("the block refuses {call:?}: {refusal:?}"))
	}

	/// Makes blocks until a transaction is in one of them.
	pub fn wait_for(&mut self, ticket: Ticket) -> Outcome {
		for _ in 0..64 {
			if let Some(outcome) = self.outcome(ticket) {
				return outcome;
			}
			self.block();
		}
		panic!("a transaction does not come into a block");
	}

	/// Whether nothing waits in the pool.
	pub fn is_quiet(&self) -> bool {
		self.pool.is_empty()
	}

	/// Whether a transaction of this account waits in the pool.
	pub fn awaits(&self, account: &AccountId) -> bool {
		self.pool.iter().any(|pending| pending.signer == *account)
	}

	/// Makes the next block with what is in the pool.
	pub fn block(&mut self) {
		self.block_after(0);
	}

	/// Makes the next block after so many empty slots.
	pub fn block_after(&mut self, empty: u64) {
		self.slot += 1 + empty;
		let (number, parent) = (self.head.number + 1, self.head.hash);
		let slot = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: 0, slot: self.slot.into() });
		let digest = Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, slot.encode())] };
		let header = Header::new(number, H256::zero(), H256::zero(), parent, digest);
		let time = UncheckedExtrinsic::new_bare(RuntimeCall::Timestamp(pallet_timestamp::Call::<Runtime>::set {
			now: self.now(),
		}));
		let pool = std::mem::take(&mut self.pool);
		let (header, events, left, outcomes) = self.ext.execute_with(|| {
			Executive::initialize_block(&header);
			Executive::apply_extrinsic(time).expect("the time is valid").expect("the time is taken");
			let (mut left, mut outcomes) = (Vec::new(), Vec::new());
			for pending in pool {
				let extrinsic = decode(&pending.bytes).expect("the pool took it");
				match Executive::apply_extrinsic(extrinsic) {
					Err(TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources)) => left.push(pending),
					outcome => outcomes.push((pending.ticket, outcome)),
				}
			}
			let header = Executive::finalize_block();
			let events = System::read_events_no_consensus().map(|record| record.event).collect();
			check_invariants();
			(header, events, left, outcomes)
		});
		self.ext.commit_all().expect("the block has ended");
		self.head = BuiltOn { number, hash: header.hash() };
		self.hashes.push(self.head.hash);
		self.news.extend(Vec::clone(&events));
		(self.events, self.pool) = (events, left);
		self.outcomes.extend(outcomes);
	}

	/// Makes blocks until a condition on the state gives something.
	pub fn until<R>(&mut self, what: &str, mut condition: impl FnMut() -> Option<R>) -> R {
		for _ in 0..500 {
			if let Some(found) = self.read(&mut condition) {
				return found;
			}
			self.block();
		}
		panic!("waited in vain: {what}");
	}
}

/// The account of a key.
pub fn account(pair: &sr25519::Pair) -> AccountId {
	pair.public().into()
}

/// The bytes of a signed transaction.
pub fn sign(pair: &sr25519::Pair, terms: &Terms, call: RuntimeCall) -> Vec<u8> {
	let extension: TxExtension = (
		dobush_runtime::admission::Admission::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		pallet_ballot_box::CheckBallotMortality::from(terms.era),
		pallet_ballot_box::CheckNonceWindow::from(terms.nonce),
		pallet_ballot_box::CheckBallot::new(),
		frame_system::CheckWeight::new(),
	);
	let versions = (VERSION.spec_version, VERSION.transaction_version);
	let implicit = ((), (), versions.0, versions.1, terms.genesis, terms.birth, (), (), ());
	let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
	let signature = payload.using_encoded(|bytes| Signature::from(pair.sign(bytes)));
	UncheckedExtrinsic::new_signed(call, Address::Id(account(pair)), signature, extension).encode()
}

fn decode(bytes: &[u8]) -> Result<UncheckedExtrinsic, TransactionValidityError> {
	UncheckedExtrinsic::decode(&mut &bytes[..]).map_err(|_| InvalidTransaction::Call.into())
}

/// Every invariant of our pallets; the SDK's own are checked by `try-runtime`.
fn check_invariants() {
	let checks = [
		dobush_runtime::Elections::check_invariants().map_err(|error| format!("{error:?}")),
		dobush_runtime::VoterRegistry::check_invariants().map_err(|error| format!("{error:?}")),
		dobush_runtime::DeniableRoll::check_invariants().map_err(|error| format!("{error:?}")),
		pallet_trustees::invariants::check::<Runtime>().map_err(str::to_owned),
		pallet_ballot_box::invariants::check::<Runtime>().map_err(str::to_owned),
		dobush_runtime::Motions::check_invariants().map_err(|error| format!("{error:?}")),
		dobush_runtime::Tally::check_invariants().map_err(|error| format!("{error:?}")),
	];
	for check in checks {
		check.unwrap_or_else(|broken| panic!("block {}: {broken}", System::block_number()));
	}
}

/// Puts the values of a patch in the place of those of a configuration.
fn merge(config: &mut Value, patch: Value) {
	match (config, patch) {
		(Value::Object(config), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(config.entry(key).or_insert(Value::Null), value);
			}
		}
		(config, patch) => *config = patch,
	}
}

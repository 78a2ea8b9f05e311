//! A connection to one of several nodes: asks again elsewhere when one is silent, and knows the runtime's metadata.

use crate::chain::{
	decode::{decode, from_hex},
	description::Constant,
	error::{AnswerFault, Awaited, UnknownItem, UnreachableCause},
	http::{is_http, Http, NoJsonRpc},
	relay_protocol, ChainError,
};
use futures::{stream, StreamExt, TryStreamExt};
use parity_scale_codec::{Decode, Encode};
use serde::de::DeserializeOwned;
use serde_json::{json, value::to_raw_value, Value};
use sp_core::H256;
use std::{
	sync::{Arc, PoisonError, RwLock},
	time::Duration,
};
use subxt::{
	config::substrate::{SpecVersionForRange, SubstrateConfig},
	ArcMetadata, Metadata, OfflineClient,
};
use subxt_rpcs::{client::RpcParams, RpcClient};
use tokio::{sync::Mutex, time};

/// The address at which a node listens by default.
pub const DEFAULT_NODE: &str = "ws://127.0.0.1:9944";

/// How long a node may take to answer before it counts as silent.
const SILENCE: Duration = Duration::from_secs(20);

/// How long a relay may take to answer: it may hold a ballot back before it asks its own node.
const SILENCE_OF_A_RELAY: Duration = relay_protocol::LONGEST_ROUND.saturating_add(Duration::from_secs(40));

/// How long to wait when a relay has too much to do.
const BUSY: Duration = Duration::from_secs(2);

/// How long validators may take to finalise one more block.
const JUSTIFICATION_TIMEOUT: Duration = Duration::from_secs(60);

/// How often a question is asked again before the client gives up.
const ATTEMPTS: u32 = 4;

/// Questions in flight at once; the WebSocket client allows 256.
pub(crate) const IN_FLIGHT: usize = 192;

/// A connection to the chain. Clones share it.
#[derive(Clone, Debug)]
pub struct Chain {
	inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
	urls: Vec<String>,
	connection: RwLock<Connection>,
	reconnecting: Mutex<()>,
	runtime: RwLock<Arc<Runtime>>,
	genesis: H256,
}

#[derive(Clone, Debug)]
struct Connection {
	line: Line,
	url: usize,
	/// Counts reconnections, so that many callers who lose one connection make one new one.
	number: u64,
}

/// A way to one node, or to a relay.
#[derive(Clone, Debug)]
struct Line {
	client: RpcClient,
	over_http: bool,
}

/// The runtime that the node runs, as far as clients must know it.
#[derive(Debug)]
pub(crate) struct Runtime {
	pub(crate) spec_version: u32,
	pub(crate) metadata: ArcMetadata,
	pub(crate) offline: OfflineClient<SubstrateConfig>,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct RuntimeVersion {
	spec_version: u32,
	transaction_version: u32,
}

impl Chain {
	/// Connects to the first node that answers.
	pub async fn connect(urls: &[String]) -> Result<Self, ChainError> {
		let urls = if urls.is_empty() { vec![DEFAULT_NODE.to_owned()] } else { urls.to_vec() };
		let (line, url) = open(&urls, 0).await?;
		let named = |error| unreachable_at(&urls, error);
		let genesis: H256 = line.ask("chain_getBlockHash", &json!([0])).await.map_err(named)?;
		let runtime = read_runtime(&line, genesis).await.map_err(named)?;
		let connection = RwLock::new(Connection { line, url, number: 0 });
		Ok(Self {
			inner: Arc::new(Inner {
				urls,
				connection,
				reconnecting: Mutex::new(()),
				runtime: RwLock::new(Arc::new(runtime)),
				genesis,
			}),
		})
	}

	/// Waits until a node answers, for at most so long.
	pub async fn connect_within(urls: &[String], patience: Duration) -> Result<Self, ChainError> {
		let until = time::Instant::now() + patience;
		loop {
			match Self::connect(urls).await {
				Err(error) if error.is_transient() && time::Instant::now() < until => {
					time::sleep(Duration::from_millis(200)).await;
				}
				answer => return answer,
			}
		}
	}

	/// The hash of the genesis block, by which a chain is known.
	pub fn genesis(&self) -> H256 {
		self.inner.genesis
	}

	/// What the chain is called, as its specification says.
	pub async fn name(&self) -> Result<String, ChainError> {
		self.request("system_chain", json!([])).await
	}

	/// Refuses a chain that is not the expected one.
	pub fn ensure_genesis(&self, expected: H256) -> Result<(), ChainError> {
		if self.genesis() == expected {
			return Ok(());
		}
		Err(ChainError::WrongChain { found: self.genesis(), expected })
	}

	/// The node that answers now.
	pub fn url(&self) -> String {
		let connection = self.connection();
		self.inner.urls.get(connection.url).cloned().unwrap_or_default()
	}

	/// Asks the node; after silence or a lost connection asks again, in turn at every node known.
	pub async fn request<T: DeserializeOwned>(&self, method: &str, parameters: Value) -> Result<T, ChainError> {
		let mut attempt = 0;
		loop {
			let connection = self.connection();
			match connection.line.ask(method, &parameters).await {
				Err(ChainError::Relay { busy: true, .. }) if attempt < ATTEMPTS => {
					attempt += 1;
					time::sleep(BUSY).await;
				}
				Err(ChainError::Unreachable { .. }) if attempt < ATTEMPTS => {
					attempt += 1;
					time::sleep(Duration::from_millis(100 << attempt)).await;
					if let Err(later) = self.reconnect(connection.number).await {
						if attempt == ATTEMPTS {
							return Err(later);
						}
					}
				}
				answer => return answer.map_err(|error| unreachable_at(&self.inner.urls, error)),
			}
		}
	}

	/// Asks many questions of one kind, several at a time; answers come in the order of the questions.
	pub async fn request_all<T: DeserializeOwned>(
		&self,
		method: &str,
		parameters: impl IntoIterator<Item = Value>,
	) -> Result<Vec<T>, ChainError> {
		let questions: Vec<_> = parameters.into_iter().map(|parameters| self.request(method, parameters)).collect();
		stream::iter(questions).buffered(IN_FLIGHT).try_collect().await
	}

	/// The next GRANDPA justification that the node hears of, for this block or a later one.
	pub async fn next_justification(&self, number: u64) -> Result<Vec<u8>, ChainError> {
		let Line { client, over_http } = self.connection().line;
		if over_http {
			let answer: String = self.request(relay_protocol::JUSTIFICATION, json!([number])).await?;
			return from_hex(&answer);
		}
		let unreachable = |cause| ChainError::Unreachable { urls: vec![self.url()], cause };
		let mut justifications = client
			.subscribe::<String>(
				"grandpa_subscribeJustifications",
				RpcParams::new(),
				"grandpa_unsubscribeJustifications",
			)
			.await
			.map_err(|error| unreachable(cause(&error)))?;
		let wait = async {
			while let Some(answer) = justifications.next().await {
				let bytes = from_hex(&answer.map_err(|error| unreachable(cause(&error)))?)?;
				let justification: super::proof::Justification = decode(&bytes, "justification")?;
				if u64::from(justification.commit.target_number) >= number {
					return Ok(bytes);
				}
			}
			Err(unreachable(UnreachableCause::Ended))
		};
		time::timeout(JUSTIFICATION_TIMEOUT, wait).await.unwrap_or_else(|_| {
			Err(ChainError::Timeout { seconds: JUSTIFICATION_TIMEOUT.as_secs(), what: Awaited::Justification })
		})
	}

	/// Calls a runtime API and decodes its answer.
	pub async fn runtime_call<T: Decode>(&self, function: &str, arguments: &[u8], at: H256) -> Result<T, ChainError> {
		let answer: String =
			self.request("state_call", json!([function, format!("0x{}", hex::encode(arguments)), at])).await?;
		decode(&from_hex(&answer)?, function)
	}

	/// Reads the runtime again, after an upgrade.
	pub async fn refresh_runtime(&self) -> Result<(), ChainError> {
		let version: RuntimeVersion = self.request("state_getRuntimeVersion", json!([])).await?;
		if version.spec_version == self.runtime().spec_version {
			return Ok(());
		}
		let runtime = read_runtime(&self.connection().line, self.genesis()).await?;
		*self.inner.runtime.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(runtime);
		Ok(())
	}

	/// The version of the runtime.
	pub fn spec_version(&self) -> u32 {
		self.runtime().spec_version
	}

	pub(crate) fn runtime(&self) -> Arc<Runtime> {
		self.inner.runtime.read().unwrap_or_else(PoisonError::into_inner).clone()
	}

	/// The metadata of the runtime.
	pub fn metadata(&self) -> ArcMetadata {
		self.runtime().metadata.clone()
	}

	/// A constant of a pallet.
	pub fn constant<V: Decode>(&self, constant: &Constant<V>) -> Result<V, ChainError> {
		decode(&self.constant_bytes(constant)?, constant.name())
	}

	/// The bytes of a constant of a pallet.
	pub fn constant_bytes<V>(&self, constant: &Constant<V>) -> Result<Vec<u8>, ChainError> {
		self.metadata()
			.pallet_by_name(constant.pallet())
			.and_then(|pallet| pallet.constant_by_name(constant.name()).map(|found| found.value().to_vec()))
			.ok_or_else(|| {
				UnknownItem::Constant { pallet: constant.pallet().to_owned(), name: constant.name().to_owned() }.into()
			})
	}

	fn connection(&self) -> Connection {
		self.inner.connection.read().unwrap_or_else(PoisonError::into_inner).clone()
	}

	async fn reconnect(&self, lost: u64) -> Result<(), ChainError> {
		let _one_at_a_time = self.inner.reconnecting.lock().await;
		let connection = self.connection();
		if connection.number != lost {
			return Ok(());
		}
		let (line, url) = open(&self.inner.urls, connection.url + 1).await?;
		let genesis: H256 = line.ask("chain_getBlockHash", &json!([0])).await?;
		self.ensure_genesis(genesis)?;
		*self.inner.connection.write().unwrap_or_else(PoisonError::into_inner) =
			Connection { line, url, number: lost + 1 };
		Ok(())
	}
}

/// Opens a connection to the first node that accepts one, in turn from `first`.
async fn open(urls: &[String], first: usize) -> Result<(Line, usize), ChainError> {
	let mut cause = UnreachableCause::Silent;
	for step in 0..urls.len() {
		let index = (first + step) % urls.len();
		let Some(url) = urls.get(index) else { continue };
		match time::timeout(SILENCE, Line::to(url)).await {
			Ok(Ok(line)) => return Ok((line, index)),
			Ok(Err(why)) => cause = why,
			Err(_) => cause = UnreachableCause::Silent,
		}
	}
	Err(ChainError::Unreachable { urls: urls.to_vec(), cause })
}

impl Line {
	/// Opens the connection, or says why it cannot be opened.
	async fn to(url: &str) -> Result<Self, UnreachableCause> {
		if !is_http(url) {
			let client = RpcClient::from_insecure_url(url).await.map_err(|error| cause(&error))?;
			return Ok(Self { client, over_http: false });
		}
		let line = Self { client: RpcClient::new(Http::to(url)?), over_http: true };
		// The first question shows whether anybody is there.
		match line.ask::<H256>("chain_getBlockHash", &json!([0])).await {
			Ok(_) => Ok(line),
			Err(ChainError::Unreachable { cause, .. }) => Err(cause),
			Err(error) => Err(UnreachableCause::FirstQuestion(Box::new(error))),
		}
	}

	async fn ask<T: DeserializeOwned>(&self, method: &str, parameters: &Value) -> Result<T, ChainError> {
		let raw = to_raw_value(parameters).map_err(|error| AnswerFault::Parameters { error: error.to_string() })?;
		let unreachable = |cause| ChainError::Unreachable { urls: Vec::new(), cause };
		let silence = if self.over_http { SILENCE_OF_A_RELAY } else { SILENCE };
		let answer = match time::timeout(silence, self.client.request_raw(method, Some(raw))).await {
			Err(_) => {
				let seconds = silence.as_secs();
				return Err(unreachable(UnreachableCause::NoAnswer { method: method.to_owned(), seconds }));
			}
			Ok(Err(subxt_rpcs::Error::User(error))) => match error.code {
				relay_protocol::code::NODE_SILENT => return Err(unreachable(UnreachableCause::Relay(error.message))),
				relay_protocol::code::BUSY => return Err(ChainError::Relay { busy: true, message: error.message }),
				relay_protocol::code::NO_BALLOT => {
					return Err(ChainError::Relay { busy: false, message: error.message })
				}
				code => {
					let data = error.data.map(|data| data.get().trim_matches('"').to_owned());
					let message = match data {
						Some(data) => format!("{}: {data}", error.message),
						None => error.message,
					};
					return Err(ChainError::Rpc { method: method.to_owned(), code, message });
				}
			},
			Ok(Err(error)) => return Err(unreachable(cause(&error))),
			Ok(Ok(answer)) => answer,
		};
		serde_json::from_str(answer.get())
			.map_err(|error| AnswerFault::Json { method: method.to_owned(), error: error.to_string() }.into())
	}
}

/// Names the addresses that were tried.
fn unreachable_at(urls: &[String], error: ChainError) -> ChainError {
	match error {
		ChainError::Unreachable { cause, .. } => ChainError::Unreachable { urls: urls.to_vec(), cause },
		error => error,
	}
}

fn cause(error: &subxt_rpcs::Error) -> UnreachableCause {
	if let subxt_rpcs::Error::Client(error) = error {
		if let Some(NoJsonRpc { status }) = error.downcast_ref::<NoJsonRpc>() {
			return UnreachableCause::NoJsonRpc { status: status.clone() };
		}
	}
	let mut words = error.to_string();
	for prefix in ["RPC error: client error: ", "client error: "] {
		words = words.strip_prefix(prefix).map(str::to_owned).unwrap_or(words);
	}
	UnreachableCause::Connection(words)
}

async fn read_runtime(line: &Line, genesis: H256) -> Result<Runtime, ChainError> {
	let version: RuntimeVersion = line.ask("state_getRuntimeVersion", &json!([])).await?;
	let versions: String = line.ask("state_call", &json!(["Metadata_metadata_versions", "0x"])).await?;
	let versions: Vec<u32> = decode(&from_hex(&versions)?, "metadata versions")?;
	// The unstable version has the number u32::MAX.
	let newest = versions.into_iter().filter(|version| *version != u32::MAX).max().unwrap_or(14);
	let argument = format!("0x{}", hex::encode(newest.encode()));
	let answer: String = line.ask("state_call", &json!(["Metadata_metadata_at_version", argument])).await?;
	let bytes: Option<Vec<u8>> = decode(&from_hex(&answer)?, "metadata")?;
	let bytes = bytes.ok_or(AnswerFault::NoMetadata { version: newest })?;
	let unreadable = |error: String| AnswerFault::Encoding { what: "metadata".to_owned(), error };
	let metadata: ArcMetadata = Metadata::decode_from(&bytes).map_err(|error| unreadable(error.to_string()))?.arc();
	let config = SubstrateConfig::builder()
		.set_genesis_hash(genesis)
		.set_metadata_for_spec_versions([(version.spec_version, metadata.clone())])
		.set_spec_version_for_block_ranges([SpecVersionForRange {
			block_range: 0..u64::MAX,
			spec_version: version.spec_version,
			transaction_version: version.transaction_version,
		}])
		.build();
	Ok(Runtime { spec_version: version.spec_version, metadata, offline: OfflineClient::new_with_config(config) })
}

#[cfg(test)]
mod tests {
	use super::*;
	use jsonrpsee::{server::Server, RpcModule};

	/// A node that knows one method, and its address. It ends when the handle is dropped.
	async fn node() -> (jsonrpsee::server::ServerHandle, String) {
		let server = Server::builder().build("127.0.0.1:0").await.expect("a free port");
		let url = format!("ws://{}", server.local_addr().expect("it listens"));
		let mut module = RpcModule::new(());
		module.register_method("answer", |_, _, _| 42).expect("one method");
		(server.start(module), url)
	}

	#[tokio::test]
	async fn the_next_node_is_asked_when_one_is_not_there() {
		let (_handle, url) = node().await;
		let urls = ["ws://127.0.0.1:9".to_owned(), url];
		let (line, index) = open(&urls, 0).await.expect("the second is there");
		assert_eq!(index, 1);
		assert_eq!(line.ask::<u32>("answer", &json!([])).await, Ok(42));
	}

	#[tokio::test]
	async fn a_refused_question_is_told_from_a_lost_connection() {
		let (handle, url) = node().await;
		let (line, _) = open(&[url], 0).await.expect("it is there");
		let refused = line.ask::<u32>("no_such_method", &json!([])).await;
		assert!(matches!(refused, Err(ChainError::Rpc { code: -32601, .. })), "{refused:?}");
		handle.stop().expect("it runs");
		handle.stopped().await;
		let lost = line.ask::<u32>("answer", &json!([])).await;
		assert!(matches!(lost, Err(ChainError::Unreachable { .. })), "{lost:?}");
	}

	#[tokio::test]
	async fn nobody_answers_nowhere() {
		for url in ["ws://127.0.0.1:9", "http://127.0.0.1:9", "https://127.0.0.1:9"] {
			let error = Chain::connect(&[url.to_owned()]).await.expect_err("nobody listens there");
			assert!(error.is_transient(), "{error}");
			let ChainError::Unreachable { urls, cause: UnreachableCause::Connection(words) } = error else {
				panic!("{error}")
			};
			assert_eq!(urls, [url]);
			assert!(words.contains("refused"), "{words}");
		}
	}

	#[test]
	fn answers_with_bytes_left_over_are_refused() {
		assert_eq!(decode::<u16>(&[1, 0], "x"), Ok(1));
		let left = AnswerFault::BytesLeft { what: "x".into(), count: 1 };
		assert_eq!(decode::<u16>(&[1, 0, 0], "x"), Err(ChainError::Answer(left)));
		let short = decode::<u16>(&[1], "x");
		assert!(matches!(short, Err(ChainError::Answer(AnswerFault::Encoding { .. }))), "{short:?}");
		assert!(matches!(from_hex("0xzz"), Err(ChainError::Answer(AnswerFault::Hex(_)))));
	}
}

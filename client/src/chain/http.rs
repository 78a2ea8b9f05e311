//! JSON-RPC over HTTP: how a relay is asked, and a node to which no WebSocket leads. Nothing in a request tells who asks.

use crate::chain::error::UnreachableCause;
use http_body_util::{BodyExt, Full, Limited};
use hyper::{body::Bytes, header::CONTENT_TYPE, http::uri::InvalidUri, Request, Uri};
use hyper_rustls::{ConfigBuilderExt, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
	client::legacy::{connect::HttpConnector, Client},
	rt::TokioExecutor,
};
use rustls::{crypto::ring, ClientConfig, RootCertStore};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::{error::Error as StdError, fmt, sync::Arc};
use subxt_rpcs::{
	client::{RawRpcFuture, RawRpcSubscription, RpcClientT},
	Error, UserError,
};
use tokio::sync::Semaphore;

/// Questions in flight at once, each on a connection of its own; connections serve again.
const MAX_REQUESTS_IN_FLIGHT: usize = 8;

/// The most bytes that an answer may have: a block of full size in hexadecimal digits.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Whether an address is one of HTTP.
pub(crate) fn is_http(url: &str) -> bool {
	["http://", "https://"].iter().any(|scheme| url.starts_with(scheme))
}

/// A server that is asked by HTTP.
pub(crate) struct Http {
	uri: Uri,
	client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
	turns: Semaphore,
}

#[derive(Serialize)]
struct Question<'a> {
	jsonrpc: &'static str,
	id: u8,
	method: &'a str,
	params: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Answer {
	result: Option<Box<RawValue>>,
	error: Option<UserError>,
}

impl Http {
	/// Prepares to ask at an address; nothing is sent yet.
	pub(crate) fn to(url: &str) -> Result<Self, UnreachableCause> {
		let no_address =
			|error: InvalidUri| UnreachableCause::Address { url: url.to_owned(), error: error.to_string() };
		let uri: Uri = url.parse().map_err(no_address)?;
		let provider = Arc::new(ring::default_provider());
		let tls = ClientConfig::builder_with_provider(provider)
			.with_safe_default_protocol_versions()
			.map_err(|error| UnreachableCause::Encryption(error.to_string()))?;
		// Where nothing is encrypted no certificates are needed, and there may be none on this machine.
		let tls = if uri.scheme_str() == Some("https") {
			tls.with_native_roots().map_err(|error| UnreachableCause::Certificates { error: error.to_string() })?
		} else {
			tls.with_root_certificates(RootCertStore::empty())
		};
		let connector = HttpsConnectorBuilder::new()
			.with_tls_config(tls.with_no_client_auth())
			.https_or_http()
			.enable_http1()
			.build();
		let client = Client::builder(TokioExecutor::new()).build(connector);
		Ok(Self { uri, client, turns: Semaphore::new(MAX_REQUESTS_IN_FLIGHT) })
	}

	async fn ask(&self, method: &str, params: Option<Box<RawValue>>) -> Result<Box<RawValue>, Error> {
		let question = Question { jsonrpc: "2.0", id: 1, method, params: params.as_deref() };
		let question = serde_json::to_vec(&question).map_err(Error::Serialization)?;
		let request = Request::post(self.uri.clone())
			.header(CONTENT_TYPE, "application/json")
			.body(Full::new(Bytes::from(question)))
			.map_err(|error| failed(&error))?;
		let _turn = self.turns.acquire().await.map_err(|error| failed(&error))?;
		let response = self.client.request(request).await.map_err(|error| failed(&error))?;
		let status = response.status();
		let body = Limited::new(response.into_body(), MOST_BYTES).collect().await;
		let body = body.map_err(|error| failed(&*error))?.to_bytes();
		match serde_json::from_slice(&body) {
			Ok(Answer { error: Some(error), .. }) => Err(Error::User(error)),
			Ok(Answer { result: Some(result), error: None }) => Ok(result),
			// `null` is an answer, too.
			Ok(Answer { result: None, error: None }) if status.is_success() => {
				serde_json::value::to_raw_value(&()).map_err(Error::Serialization)
			}
			_ => Err(Error::Client(NoJsonRpc { status: status.to_string() }.into())),
		}
	}
}

/// The server answers, but not with JSON-RPC.
#[derive(Debug)]
pub(crate) struct NoJsonRpc {
	/// The HTTP status of its answer, such as `404 Not Found`.
	pub(crate) status: String,
}

impl fmt::Display for NoJsonRpc {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(self, f)
	}
}

impl StdError for NoJsonRpc {}

/// What went wrong, with its causes: the outermost alone says little.
fn failed(error: &(dyn StdError + 'static)) -> Error {
	let mut sentence = error.to_string();
	let mut cause = error.source();
	while let Some(error) = cause {
		sentence.push_str(&format!(": {error}"));
		cause = error.source();
	}
	Error::Client(sentence.into())
}

impl RpcClientT for Http {
	fn request_raw<'a>(&'a self, method: &'a str, params: Option<Box<RawValue>>) -> RawRpcFuture<'a, Box<RawValue>> {
		Box::pin(self.ask(method, params))
	}

	fn subscribe_raw<'a>(
		&'a self,
		_: &'a str,
		_: Option<Box<RawValue>>,
		_: &'a str,
	) -> RawRpcFuture<'a, RawRpcSubscription> {
		// An answer is all that comes over HTTP.
		Box::pin(async { Err(Error::User(UserError::method_not_found())) })
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn addresses_of_http_are_known() {
		assert!(is_http("http://127.0.0.1:8555") && is_http("https://relay.example.org/dobush"));
		assert!(!is_http("ws://127.0.0.1:9944") && !is_http("wss://example.org"));
		assert!(Http::to("http://127.0.0.1:8555").is_ok());
		let refused = Http::to("http://what is this").err();
		assert!(matches!(refused, Some(UnreachableCause::Address { .. })), "{refused:?}");
	}
}

//! The server of a relay: HTTP/1.1, bounded in everything that a stranger can make it hold.

use crate::{
	following::Newest,
	gate::{self, Refused, Wish},
	rounds::Rounds,
};
use dobush_client::chain::{relay_protocol::code, Chain};
use http_body_util::{BodyExt, Full, Limited};
use hyper::{
	body::{Bytes, Incoming},
	header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE},
	server::conn::http1,
	service::service_fn,
	Method, Request, Response, StatusCode,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use serde_json::{json, Value};
use std::{
	collections::HashMap,
	convert::Infallible,
	net::IpAddr,
	sync::{Arc, Mutex, PoisonError},
	time::{Duration, Instant},
};
use tokio::{
	net::{TcpListener, TcpStream},
	sync::{watch, Semaphore},
	time,
};

/// The head of a request, and its body, must be here so soon.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);

/// A connection serves so long, at most, whatever it does: longer than the longest round and the node's silence.
const LIFE: Duration = Duration::from_secs(300);

/// How long validators may take to finalise one more block.
const JUSTIFICATION: Duration = Duration::from_secs(60);

/// Questions that the node is asked at once.
const QUESTIONS: usize = 32;

/// Bytes of a request's head, at most.
const HEAD: usize = 8 * 1024;

/// Limits of the relay, which its operator chooses.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
	/// The most connections that are open at once.
	pub connections: u32,
	/// Connections of one address at once.
	pub per_address: u32,
	/// Requests in a second, from everybody together.
	pub per_second: u32,
}

/// A relay at work. Clones share it.
#[derive(Clone)]
pub struct Server {
	chain: Chain,
	rounds: Rounds,
	newest: watch::Receiver<Newest>,
	limits: Limits,
	connections: Arc<Semaphore>,
	questions: Arc<Semaphore>,
	/// Connections of each address that has one now; an address is forgotten with its last connection.
	addresses: Arc<Mutex<HashMap<IpAddr, u32>>>,
	bucket: Arc<Mutex<Bucket>>,
}

impl Server {
	/// A server that hands ballots to these rounds.
	pub fn new(chain: Chain, rounds: Rounds, newest: watch::Receiver<Newest>, limits: Limits) -> Self {
		Self {
			chain,
			rounds,
			newest,
			limits,
			connections: Arc::new(Semaphore::new(limits.connections as usize)),
			questions: Arc::new(Semaphore::new(QUESTIONS)),
			addresses: Arc::default(),
			bucket: Arc::new(Mutex::new(Bucket::full(limits.per_second, Instant::now()))),
		}
	}

	/// Takes connections, until it is dropped.
	pub async fn serve(&self, listener: TcpListener) {
		loop {
			// A client that comes when all connections are taken waits in the system's queue.
			let Ok(place) = self.connections.clone().acquire_owned().await else { return };
			match listener.accept().await {
				Ok((stream, from)) => {
					let server = self.clone();
					tokio::spawn(async move {
						let _place = place;
						if let Some(_guest) = Guest::of(&server, from.ip()) {
							server.connection(stream).await;
						}
					});
				}
				// For instance, no file descriptors are left; some will be free soon.
				Err(_) => time::sleep(Duration::from_millis(100)).await,
			}
		}
	}

	async fn connection(&self, stream: TcpStream) {
		let service = service_fn(|request| async { Ok::<_, Infallible>(self.answer(request).await) });
		let connection = http1::Builder::new()
			.timer(TokioTimer::new())
			.header_read_timeout(REQUEST_TIMEOUT)
			.max_buf_size(HEAD)
			.serve_connection(TokioIo::new(stream), service);
		// A broken connection is not reported.
		let _ = time::timeout(LIFE, connection).await;
	}

	async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
		if request.method() != Method::POST {
			let sentence =
				"This is a relay of Dobush: it takes ballots as JSON-RPC by POST. See `dobush voter cast --relay`.\n";
			let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "text/plain; charset=utf-8", sentence.to_owned());
			answer.headers_mut().insert(ALLOW, hyper::header::HeaderValue::from_static("POST"));
			return answer;
		}
		let is_free = self.bucket.lock().unwrap_or_else(PoisonError::into_inner).take(Instant::now());
		if !is_free {
			let busy = Refused::new(code::BUSY, "it has too much to do; try again in a minute");
			return respond(StatusCode::TOO_MANY_REQUESTS, &Value::Null, Err(busy));
		}
		let longest = gate::longest_request();
		let body = time::timeout(REQUEST_TIMEOUT, Limited::new(request.into_body(), longest).collect()).await;
		let body = match body {
			Ok(Ok(body)) => body.to_bytes(),
			Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => {
				let long = Refused::new(code::NO_BALLOT, format!("a request has at most {longest} bytes"));
				return respond(StatusCode::PAYLOAD_TOO_LARGE, &Value::Null, Err(long));
			}
			Ok(Err(_)) => {
				let torn = Refused::new(-32700, "the request broke off");
				return respond(StatusCode::BAD_REQUEST, &Value::Null, Err(torn));
			}
			Err(_) => {
				let slow =
					Refused::new(-32700, format!("the request took longer than {} s", REQUEST_TIMEOUT.as_secs()));
				return respond(StatusCode::REQUEST_TIMEOUT, &Value::Null, Err(slow));
			}
		};
		let (id, wish) = gate::read(&body);
		match wish {
			Ok(wish) => respond(StatusCode::OK, &id, self.grant(wish).await),
			Err(refused) => respond(StatusCode::BAD_REQUEST, &id, Err(refused)),
		}
	}

	async fn grant(&self, wish: Wish) -> Result<Value, Refused> {
		match wish {
			Wish::Forward(transaction) => {
				gate::ensure_ballot(&self.chain.metadata(), &transaction)?;
				Ok(json!(self.rounds.hold(transaction).await?))
			}
			Wish::Ask { method, parameters } => {
				let _turn = self.questions.acquire().await;
				Ok(self.chain.request(&method, parameters).await?)
			}
			Wish::Justification(number) => self.justification(number).await,
		}
	}
}

impl Server {
	/// The newest justification, as soon as it is for this block or a later one. Many wait for the same; the node is not asked.
	async fn justification(&self, number: u64) -> Result<Value, Refused> {
		let mut newest = self.newest.clone();
		let reached = newest.wait_for(|newest| newest.as_ref().is_some_and(|(target, _)| *target >= number));
		let bytes = match time::timeout(JUSTIFICATION, reached).await {
			Ok(Ok(newest)) => newest.as_ref().map(|(_, bytes)| bytes.clone()),
			_ => None,
		};
		bytes.map(Value::String).ok_or_else(|| {
			Refused::new(code::NODE_SILENT, "the relay's node has heard of no later final block for a minute")
		})
	}
}

/// A connection of an address, counted while it lasts.
struct Guest {
	addresses: Arc<Mutex<HashMap<IpAddr, u32>>>,
	from: Option<IpAddr>,
}

impl Guest {
	/// Lets an address in, unless it has as many connections as it may.
	fn of(server: &Server, from: IpAddr) -> Option<Self> {
		let addresses = server.addresses.clone();
		// A connection from this machine is of a server in front, which forwards the requests of everybody.
		let from = Some(from.to_canonical()).filter(|from| !from.is_loopback());
		if let Some(from) = from {
			let mut counted = addresses.lock().unwrap_or_else(PoisonError::into_inner);
			let count = counted.entry(from).or_default();
			if *count >= server.limits.per_address {
				return None;
			}
			*count = count.saturating_add(1);
		}
		Some(Self { addresses, from })
	}
}

impl Drop for Guest {
	fn drop(&mut self) {
		let Some(from) = self.from else { return };
		let mut counted = self.addresses.lock().unwrap_or_else(PoisonError::into_inner);
		if let Some(count) = counted.get_mut(&from) {
			*count = count.saturating_sub(1);
			if *count == 0 {
				counted.remove(&from);
			}
		}
	}
}

/// So many requests in a second, on the average; two seconds' worth at once.
#[derive(Debug)]
struct Bucket {
	per_second: u32,
	left: f64,
	filled: Instant,
}

impl Bucket {
	fn full(per_second: u32, now: Instant) -> Self {
		Self { per_second, left: 2.0 * f64::from(per_second), filled: now }
	}

	fn take(&mut self, now: Instant) -> bool {
		let since = now.saturating_duration_since(self.filled).as_secs_f64();
		let rate = f64::from(self.per_second);
		self.left = (self.left + since * rate).min(2.0 * rate);
		self.filled = now;
		let is_free = self.left >= 1.0;
		if is_free {
			self.left -= 1.0;
		}
		is_free
	}
}

fn respond(status: StatusCode, id: &Value, answer: Result<Value, Refused>) -> Response<Full<Bytes>> {
	let body = match answer {
		Ok(result) => json!({"jsonrpc": "2.0", "id": id, "result": result}),
		Err(error) => json!({"jsonrpc": "2.0", "id": id, "error": error}),
	};
	plain(status, "application/json", body.to_string())
}

fn plain(status: StatusCode, content: &'static str, body: String) -> Response<Full<Bytes>> {
	let mut response = Response::new(Full::new(Bytes::from(body)));
	*response.status_mut() = status;
	let headers = response.headers_mut();
	headers.insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(content));
	headers.insert(CACHE_CONTROL, hyper::header::HeaderValue::from_static("no-store"));
	response
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_bucket_gives_two_seconds_at_once_and_then_its_rate() {
		let start = Instant::now();
		let mut bucket = Bucket::full(5, start);
		assert_eq!((0..20).filter(|_| bucket.take(start)).count(), 10);
		assert!(!bucket.take(start + Duration::from_millis(100)));
		assert_eq!((0..20).filter(|_| bucket.take(start + Duration::from_secs(1))).count(), 5);
		assert_eq!((0..20).filter(|_| bucket.take(start + Duration::from_secs(100))).count(), 10);
	}
}

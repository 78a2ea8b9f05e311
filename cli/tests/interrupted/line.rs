//! Lines that break at a moment of the test's choice: one to a relay, which knows when a ballot passes, and one for any bytes.

use std::{
	io::{Read, Write},
	net::{Shutdown, TcpListener, TcpStream},
	sync::{
		atomic::{AtomicBool, AtomicUsize, Ordering},
		Arc, Mutex,
	},
	thread,
};

/// When the line to the relay breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
	/// It holds.
	Never,
	/// The ballot is swallowed, and nothing passes any more.
	BeforeTheBallot,
	/// The ballot arrives; its answer does not, and nothing passes any more.
	AfterTheBallot,
	/// Nothing passes.
	Now,
}

/// A line to a relay.
pub struct Line {
	pub url: String,
	state: Arc<(Mutex<Cut>, AtomicBool)>,
}

impl Line {
	pub fn to(relay: &str) -> Self {
		let relay = relay.strip_prefix("http://").expect("a relay of the test").to_owned();
		let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
		let url = format!("http://{}", listener.local_addr().expect("it listens"));
		let state = Arc::new((Mutex::new(Cut::Never), AtomicBool::new(false)));
		let shared = state.clone();
		thread::spawn(move || {
			for stream in listener.incoming().flatten() {
				let (relay, state) = (relay.clone(), shared.clone());
				thread::spawn(move || carry(stream, &relay, &state));
			}
		});
		Self { url, state }
	}

	/// Breaks it, or mends it.
	pub fn cut(&self, cut: Cut) {
		self.state.1.store(false, Ordering::SeqCst);
		*self.state.0.lock().expect("nobody panics here") = cut;
	}

	/// Whether a ballot came to the place where the line broke.
	pub fn broke(&self) -> bool {
		self.state.1.load(Ordering::SeqCst)
	}
}

fn carry(mut stream: TcpStream, relay: &str, (cut, broke): &(Mutex<Cut>, AtomicBool)) -> Option<()> {
	let body = request(&mut stream)?;
	let is_ballot = String::from_utf8_lossy(&body).contains("author_submitExtrinsic");
	let now = *cut.lock().ok()?;
	if now == Cut::Now || (is_ballot && now == Cut::BeforeTheBallot) {
		if is_ballot && now == Cut::BeforeTheBallot {
			*cut.lock().ok()? = Cut::Now;
			broke.store(true, Ordering::SeqCst);
		}
		return None;
	}
	let answer = forward(relay, &body)?;
	if is_ballot && now == Cut::AfterTheBallot {
		*cut.lock().ok()? = Cut::Now;
		broke.store(true, Ordering::SeqCst);
		return None;
	}
	// What broke meanwhile carries no answer.
	if *cut.lock().ok()? == Cut::Now {
		return None;
	}
	stream.write_all(&answer).ok()
}

/// The body of an HTTP request.
fn request(stream: &mut TcpStream) -> Option<Vec<u8>> {
	let mut bytes = Vec::new();
	let mut piece = [0; 16 * 1024];
	loop {
		let read = stream.read(&mut piece).ok().filter(|read| *read > 0)?;
		bytes.extend_from_slice(&piece[..read]);
		let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
		let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
		let length =
			head.lines().find_map(|line| line.strip_prefix("content-length:"))?.trim().parse::<usize>().ok()?;
		if bytes.len() >= end + 4 + length {
			return Some(bytes.split_off(end + 4));
		}
	}
}

fn forward(relay: &str, body: &[u8]) -> Option<Vec<u8>> {
	let mut stream = TcpStream::connect(relay).ok()?;
	let head = format!(
		"POST / HTTP/1.1\r\nHost: relay\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
		body.len()
	);
	stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body)).ok()?;
	let mut answer = Vec::new();
	stream.read_to_end(&mut answer).ok()?;
	Some(answer)
}

/// A line for any bytes, to a node.
pub struct Wire {
	pub url: String,
	shared: Arc<Shared>,
}

struct Shared {
	is_cut: AtomicBool,
	/// Bytes that went to the node.
	carried: AtomicUsize,
	open: Mutex<Vec<TcpStream>>,
}

impl Wire {
	pub fn to(node: &str) -> Self {
		let node = node.strip_prefix("ws://").expect("a node of the test").to_owned();
		let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
		let url = format!("ws://{}", listener.local_addr().expect("it listens"));
		let shared = Arc::new(Shared {
			is_cut: AtomicBool::new(false),
			carried: AtomicUsize::new(0),
			open: Mutex::new(Vec::new()),
		});
		let of_thread = shared.clone();
		thread::spawn(move || {
			for stream in listener.incoming().flatten() {
				if !of_thread.is_cut.load(Ordering::SeqCst) {
					of_thread.connect(stream, &node);
				}
			}
		});
		Self { url, shared }
	}

	/// How many bytes went to the node.
	pub fn carried(&self) -> usize {
		self.shared.carried.load(Ordering::SeqCst)
	}

	/// Ends all connections, and lets no new one through.
	pub fn cut(&self) {
		self.shared.is_cut.store(true, Ordering::SeqCst);
		for stream in self.shared.open.lock().expect("nobody panics here").drain(..) {
			let _ = stream.shutdown(Shutdown::Both);
		}
	}

	/// Connections go through again.
	pub fn mend(&self) {
		self.shared.is_cut.store(false, Ordering::SeqCst);
	}
}

impl Shared {
	fn connect(self: &Arc<Self>, client: TcpStream, node: &str) {
		let Ok(server) = TcpStream::connect(node) else { return };
		let copies = [client.try_clone(), server.try_clone(), client.try_clone(), server.try_clone()];
		let [Ok(from_client), Ok(to_server), Ok(to_client), Ok(from_server)] = copies else { return };
		self.open.lock().expect("nobody panics here").extend([client, server]);
		let counting = self.clone();
		thread::spawn(move || {
			pass(from_client, to_server, |bytes| {
				counting.carried.fetch_add(bytes, Ordering::SeqCst);
			})
		});
		thread::spawn(move || pass(from_server, to_client, |_| ()));
	}
}

fn pass(mut from: TcpStream, mut to: TcpStream, count: impl Fn(usize)) {
	let mut piece = [0; 16 * 1024];
	while let Ok(read @ 1..) = from.read(&mut piece) {
		if to.write_all(&piece[..read]).is_err() {
			break;
		}
		count(read);
	}
	let _ = to.shutdown(Shutdown::Both);
}

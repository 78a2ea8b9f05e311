//! `dobush relay`: takes ballots from whoever sends them and hands them to a node, so that the node and everybody who watches it
//! see the relay's address and not the caster's. Protocol section 3; docs/roles/relay.md.
//!
//! It speaks JSON-RPC over HTTP, as a node does, with few methods: `author_submitExtrinsic` for ballots only, and what a voter's
//! device must read to cast one and to prove that it is in the box. It keeps nothing: no log, no address, no ballot once it is
//! answered. A caster trusts it with the link between a network address and an account, and with nothing else: every answer is
//! checked against a block that the pinned validators have finalised.

mod gate;
mod rounds;
mod server;

use crate::{
	chain::{proof::Justification, storage::hex_of, Chain, ChainError},
	cli::Desktop,
	error::{Failure, Result},
};
use clap::Args;
use parity_scale_codec::DecodeAll;
use rounds::Rounds;
use server::{Limits, Server};
use std::{net::SocketAddr, time::Duration};
use tokio::{net::TcpListener, sync::watch, time};

/// The longest round that a relay may have: a ballot lives for 64 blocks, which are two minutes on a development chain.
pub const LONGEST_ROUND: Duration = Duration::from_secs(60);
/// A relay's own method: the next GRANDPA justification for a block or a later one, which nodes tell by a subscription.
pub const JUSTIFICATION: &str = "relay_justification";
/// How often the runtime's metadata are looked at, for upgrades.
const BETWEEN_LOOKS: Duration = Duration::from_secs(60);

/// How long to wait before a silent node is listened to again.
const AFTER_SILENCE: Duration = Duration::from_secs(2);

/// JSON-RPC codes of a relay's own answers; those of the node pass as they are.
pub mod code {
	/// What was to be forwarded is no ballot.
	pub const NO_BALLOT: i32 = -32050;
	/// Too many ballots, questions or connections.
	pub const BUSY: i32 = -32052;
	/// The relay's node does not answer.
	pub const NODE_SILENT: i32 = -32053;
}

/// Forward ballots to a node, for casters who do not want to show it their network address. Anyone may run one.
///
/// Takes ballots and what a voter's device must read to cast one, and nothing else; keeps no log and no address. Ballots are
/// held back until a round ends and leave in random order. `--node` names the node that they go to. Where strangers connect,
/// put a server in front of it that speaks HTTPS and writes no log (docs/roles/relay.md).
#[derive(Debug, Args)]
#[command(
	after_help = "Example:\n  dobush relay --node ws://127.0.0.1:9944 --listen 127.0.0.1:8555\n  dobush voter cast --relay https://relay.example.org --election 7 --key my.key --choice 2"
)]
pub struct RelayArgs {
	/// Where to listen.
	#[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8555")]
	pub listen: SocketAddr,
	/// The length of a round in seconds, at most 60: so long a ballot may wait. Ballots of one round cannot be told apart by time.
	#[arg(long, value_name = "SECONDS", default_value_t = 12, value_parser = clap::value_parser!(u64).range(1..=60))]
	pub round: u64,
	/// Connections at once.
	#[arg(long, value_name = "N", default_value_t = 1024, value_parser = clap::value_parser!(u32).range(1..=65_536))]
	pub connections: u32,
	/// Connections of one address at once; those of this machine, where a server stands in front, are not counted.
	#[arg(long, value_name = "N", default_value_t = 32, value_parser = clap::value_parser!(u32).range(1..))]
	pub per_address: u32,
	/// Requests in a second, from everybody together.
	#[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
	pub per_second: u32,
}

/// Serves until it is stopped; what it holds then is forwarded first.
pub async fn run(desktop: &Desktop, args: &RelayArgs) -> Result<()> {
	let chain = desktop.connect().await?;
	let cannot = |error: std::io::Error| {
		Failure::new(format!("cannot listen at {}: {error}", args.listen))
			.hint("another program may listen there: choose another port with --listen")
	};
	let listener = TcpListener::bind(args.listen).await.map_err(cannot)?;
	let address = listener.local_addr().map_err(cannot)?;
	desktop.output.say(format!(
		"relaying ballots from http://{address} to {} in rounds of {} s; nothing is logged",
		chain.url(),
		args.round
	));
	let rounds = Rounds::new(chain.clone());
	let limits = Limits { connections: args.connections, per_address: args.per_address, per_second: args.per_second };
	let (tell, newest) = watch::channel(None);
	let server = Server::new(chain.clone(), rounds.clone(), newest, limits);
	let round = Duration::from_secs(args.round);
	tokio::select! {
		() = server.serve(listener) => {}
		() = rounds.turn(round) => {}
		() = keep_up(&chain) => {}
		() = listen(&chain, &tell) => {}
		_ = stopped() => {}
	}
	// Whoever waits for an answer gets it.
	rounds.end().await;
	Ok(())
}

/// Until somebody stops the program.
async fn stopped() {
	use tokio::signal::unix::{signal, SignalKind};
	match signal(SignalKind::terminate()) {
		Ok(mut terminate) => {
			tokio::select! {
				_ = tokio::signal::ctrl_c() => {}
				_ = terminate.recv() => {}
			}
		}
		Err(_) => drop(tokio::signal::ctrl_c().await),
	}
}

/// A justification: the block that it finalises, and its bytes in hexadecimal digits.
type Newest = Option<(u64, String)>;

/// Listens for justifications, once for everybody.
async fn listen(chain: &Chain, tell: &watch::Sender<Newest>) {
	loop {
		let heard = chain.next_justification(0).await.ok();
		let decoded = heard.and_then(|bytes| Some((Justification::decode_all(&mut &*bytes).ok()?, bytes)));
		match decoded {
			Some((decoded, bytes)) => {
				tell.send_replace(Some((decoded.commit.target_number.into(), hex_of(&bytes))));
			}
			None => time::sleep(AFTER_SILENCE).await,
		}
	}
}

/// Reads the metadata again after an upgrade of the runtime. A node that is down meanwhile is asked again later.
async fn keep_up(chain: &Chain) {
	loop {
		time::sleep(BETWEEN_LOOKS).await;
		let _: Result<(), ChainError> = chain.refresh_runtime().await;
	}
}

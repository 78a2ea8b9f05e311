//! `dobush relay`: takes ballots from whoever sends them and hands them to a node, so that the node and everybody who watches it
//! see the relay's address and not the caster's. Protocol §3; docs/roles/relay.md.
//!
//! It speaks JSON-RPC over HTTP, as a node does, with few methods: `author_submitExtrinsic` for ballots only, and what a voter's
//! device must read to cast one and to prove that it is in the box. It keeps nothing: no log, no address, no ballot once it is
//! answered. A caster trusts it with the link between a network address and an account, and with nothing else: every answer is
//! checked against a block that the pinned validators have finalised.

use crate::failure::{Failure, Result};
use crate::session::Session;
use clap::Args;
use dobush_relay::{keep_up, listen, Limits, Rounds, Server};
use std::{net::SocketAddr, time::Duration};
use tokio::{net::TcpListener, sync::watch};

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
pub async fn run(session: &Session, args: &RelayArgs) -> Result<()> {
	let chain = session.connect().await?;
	let cannot = |error: std::io::Error| {
		Failure::new(format!("cannot listen at {}: {error}", args.listen))
			.hint("another program may listen there: choose another port with --listen")
	};
	let listener = TcpListener::bind(args.listen).await.map_err(cannot)?;
	let address = listener.local_addr().map_err(cannot)?;
	session.output.say(format!(
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

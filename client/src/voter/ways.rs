//! The ways to the chain: one for what tells nothing about the voter, and one for what names the credential.

use crate::{
	chain::Chain,
	cli::Desktop,
	error::{Failure, Result},
	inclusion::ProvenView,
	state::PinFile,
};
use std::path::Path;

/// A node, and perhaps a relay. Whoever names a relay and no node asks the relay for everything.
pub(super) struct Ways {
	node: Chain,
	relay: Option<Chain>,
}

impl Ways {
	/// Connects. The relay must lead to the chain of the node.
	pub(super) async fn open(desktop: &Desktop, relay: Option<&str>) -> Result<Self> {
		let Some(url) = relay else { return Ok(Self { node: desktop.connect().await?, relay: None }) };
		if !url.starts_with("http://") && !url.starts_with("https://") {
			return Err(Failure::new(format!("`{url}` is no address of a relay"))
				.hint("it begins with https:// (or with http://, on this machine or to an onion service); nodes are named with --node"));
		}
		if is_open(url) {
			desktop.output.say(
				"note: the way to this relay is not encrypted: who watches your network sees which credential casts. Prefer https://",
			);
		}
		let relay = Chain::connect(&[url.to_owned()]).await.map_err(|error| {
			Failure::from(error)
				.while_trying("the relay")
				.hint("name another relay with --relay, or leave it out and cast at a node")
		})?;
		if desktop.nodes.is_empty() {
			return Ok(Self { node: relay, relay: None });
		}
		let node = desktop.connect().await?;
		relay.ensure_genesis(node.genesis())?;
		Ok(Self { node, relay: Some(relay) })
	}

	/// Where is asked what every voter of the unit asks.
	pub(super) fn of_all(&self) -> &Chain {
		&self.node
	}

	/// Where the ballot goes, and where is asked what names its credential.
	pub(super) fn of_credential(&self) -> &Chain {
		self.relay.as_ref().unwrap_or(&self.node)
	}

	/// The newest block that the pinned validators have finalised.
	pub(super) async fn view(&self, desktop: &Desktop, pin: Option<&Path>) -> Result<ProvenView<'_>> {
		let file = PinFile::of(&self.node, pin)?;
		let mut pin = file.load(&self.node, &desktop.output).await?;
		let view = ProvenView::newest(&self.node, &mut pin).await?;
		file.save(&pin)?;
		Ok(view)
	}
}

/// Whether strangers can read along: HTTP without encryption, neither on this machine nor to an onion service, which encrypts.
fn is_open(url: &str) -> bool {
	let Some(rest) = url.strip_prefix("http://") else { return false };
	let host = rest.split(['/', '?']).next().unwrap_or_default();
	let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
	!(name.starts_with("127.") || name == "localhost" || name == "[::1]" || name.ends_with(".onion"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn strangers_read_along_where_nothing_is_encrypted() {
		for url in ["http://relay.example.org", "http://192.0.2.7:8555/", "http://localhost.example.org:80"] {
			assert!(is_open(url), "{url}");
		}
		for url in ["https://relay.example.org", "http://127.0.0.1:8555", "http://[::1]:8555", "http://a.onion/x"] {
			assert!(!is_open(url), "{url}");
		}
	}
}

//! Two connections to the chain: one for what every voter of the unit asks, and one for what names the credential.

use crate::{
	chain::Chain,
	error::Result,
	progress::{Notice, Progress, Work},
	trust::{PinFile, ProvenView},
	voter::VoterError,
};
use std::path::Path;

/// A node, and perhaps a relay. Whoever names a relay and no node asks the relay for everything.
#[derive(Clone, Debug)]
pub struct Connections {
	node: Chain,
	relay: Option<Chain>,
}

impl Connections {
	/// Connects to the first of the nodes that answers, and to the relay if one is named. The relay must lead to the chain of the
	/// node.
	pub async fn open(nodes: &[String], relay: Option<&str>, progress: &dyn Progress) -> Result<Self> {
		let _steps = progress.begin(Work::Connecting, None);
		let Some(url) = relay else { return Ok(Self { node: Chain::connect(nodes).await?, relay: None }) };
		if !url.starts_with("http://") && !url.starts_with("https://") {
			return Err(VoterError::RelayAddress { url: url.to_owned() }.into());
		}
		if is_open(url) {
			progress.notice(&Notice::RelayNotEncrypted);
		}
		let relay = Chain::connect(&[url.to_owned()]).await.map_err(|error| VoterError::Relay { error })?;
		if nodes.is_empty() {
			return Ok(Self { node: relay, relay: None });
		}
		let node = Chain::connect(nodes).await?;
		relay.ensure_genesis(node.genesis())?;
		Ok(Self { node, relay: Some(relay) })
	}

	/// The connection for what every voter of the unit asks.
	pub fn public(&self) -> &Chain {
		&self.node
	}

	/// The connection by which the ballot goes, and for questions that name its credential.
	pub fn private(&self) -> &Chain {
		self.relay.as_ref().unwrap_or(&self.node)
	}

	/// The newest block that the pinned validators have finalised.
	pub async fn view(&self, pin: Option<&Path>, progress: &dyn Progress) -> Result<ProvenView<'_>> {
		let _steps = progress.begin(Work::ProvingFinality, None);
		ProvenView::pinned(&self.node, &PinFile::of(&self.node, pin)?, progress).await
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

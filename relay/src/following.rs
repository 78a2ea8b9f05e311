//! What a relay knows of its node: the newest justification, told to everybody at once, and the runtime's metadata.

use dobush_client::{
	chain::{block::Justification, decode::hex_of, Chain, ChainError},
	error::Result,
};
use parity_scale_codec::DecodeAll;
use std::time::Duration;
use tokio::{sync::watch, time};

/// How often the runtime's metadata are looked at, for upgrades.
const BETWEEN_LOOKS: Duration = Duration::from_secs(60);

/// How long to wait before a silent node is listened to again.
const AFTER_SILENCE: Duration = Duration::from_secs(2);

/// A justification: the block that it finalises, and its bytes in hexadecimal digits.
pub type Newest = Option<(u64, String)>;

/// Listens for justifications, once for everybody.
pub async fn listen(chain: &Chain, tell: &watch::Sender<Newest>) {
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
pub async fn keep_up(chain: &Chain) {
	loop {
		time::sleep(BETWEEN_LOOKS).await;
		let _: Result<(), ChainError> = chain.refresh_runtime().await;
	}
}

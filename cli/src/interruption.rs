//! Ctrl-C and SIGTERM: a command that is ended says how far it has come.

use crate::failure::{Failure, Result};
use tokio::signal::unix::{signal, Signal, SignalKind};

/// Hears that somebody wants the command to end. From then on a signal does not end it by itself.
pub struct Interruption {
	interrupt: Signal,
	terminate: Signal,
}

impl Interruption {
	/// Listens from now on.
	pub fn listen() -> Result<Self> {
		let to = |kind| signal(kind).map_err(|error| Failure::new(format!("cannot listen to signals: {error}")));
		Ok(Self { interrupt: to(SignalKind::interrupt())?, terminate: to(SignalKind::terminate())? })
	}

	/// Waits for the first of the two.
	pub async fn wait(&mut self) {
		tokio::select! {
			_ = self.interrupt.recv() => {}
			_ = self.terminate.recv() => {}
		}
	}
}

//! `dobush demo`: a whole election on a chain of its own, from published votes to seats.

mod citizens;
mod command;
mod deniable;
mod plan;
mod stages;

pub use command::Command;

#[cfg(test)]
pub(crate) use plan::tests::commands;

use command::Clock;
use plan::DemoPlan;
use stages::acts;

use crate::failure::{Failure, Result};
use crate::session::{this_program, Session};
use dobush_rehearsal::{find_node, Cast, Children, NodeSettings, Rehearsal};
use tokio::signal::unix::{signal, SignalKind};

/// Does it, and cleans up whatever happens.
pub async fn run(session: &Session, command: Command) -> Result<()> {
	let mut session = session.clone();
	if command.quiet {
		session.output = session.output.quiet();
	}
	let session = &session;
	let plan = DemoPlan::of(&command)?;
	let cast = Cast {
		program: this_program()?,
		node: NodeSettings::crowded(find_node(command.node_binary.as_deref())?, "dev"),
		trustees: command.trustees,
		threshold: command.trustee_threshold,
	};
	let cannot = |error: std::io::Error| Failure::new(format!("cannot listen for signals: {error}"));
	let mut terminate = signal(SignalKind::terminate()).map_err(cannot)?;
	let stopped = || Failure::new("stopped; the node and the trustees have ended and their folder is removed");
	// What is under way is dropped at the end of this function: children are killed, the folder is removed.
	tokio::select! {
		result = election(session, &command, &plan, &cast) => result,
		_ = tokio::signal::ctrl_c() => Err(stopped()),
		_ = terminate.recv() => Err(stopped()),
	}
}

async fn election(session: &Session, command: &Command, plan: &DemoPlan, cast: &Cast) -> Result<()> {
	let mut clock = Clock::start();
	session.output.say(format!(
		"{} voters, {} lists, {} seats, in {}",
		plan.scaled.participants(),
		plan.scaled.parties.len(),
		command.seats,
		plan.units.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" and ")
	));
	let mut rehearsal = Rehearsal::start(cast).await?;
	clock.end("started a node", session);
	let held = if plan.deniable {
		deniable::acts(session, command, plan, &mut rehearsal, &mut clock).await
	} else {
		acts(session, command, plan, &mut rehearsal, &mut clock).await
	};
	match held {
		Ok(()) => Ok(()),
		Err(error) => {
			session.output.warn(rehearsal.last_words());
			Err(error)
		}
	}
}

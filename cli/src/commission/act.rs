//! An act of the commission: proposing a motion, voting at once with the keys at hand, and saying what became of it.

use crate::failure::{Failure, Result};
use crate::session::{KeyArgs, Session};
use clap::Args;
use dobush_client::{
	chain::{event_kinds, types, views, Call, Chain, Included, Sender},
	commission::motion::{self, Motion},
};
use dobush_primitives::{ElectionId, Text, BYTES_PER_LETTER};
use serde::Serialize;

/// Who proposes, and who votes at once.
#[derive(Debug, Clone, Args)]
pub struct Act {
	/// Who proposes.
	#[command(flatten)]
	pub key: KeyArgs,
	/// Further members whose keys are at hand and who vote for it at once; for test chains.
	#[arg(long, value_name = "FILE")]
	pub with: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Proposed {
	motion: Option<u32>,
	done: bool,
	votes_needed: u32,
	block: u64,
	/// The number of the roll that was created.
	#[serde(skip_serializing_if = "Option::is_none")]
	roll: Option<u32>,
	/// The number of the election that was announced.
	#[serde(skip_serializing_if = "Option::is_none")]
	election: Option<u32>,
}

pub(super) async fn status(chain: &Chain, election: ElectionId) -> Result<types::ElectionStatus> {
	let head = chain.finalised().await?;
	let status = chain.at(head.hash).ask(&views::elections::STATUS, &(election,)).await?;
	status.ok_or_else(|| {
		Failure::new(format!("there is no election {election}")).hint("`dobush observer status` lists the elections")
	})
}

/// Proposes a call; votes and closes if enough keys are at hand. Gives where it was carried out, if it was.
pub(super) async fn propose(session: &Session, act: &Act, call: Call) -> Result<Option<Included>> {
	let chain = session.connect().await?;
	let mut senders = vec![Sender::new(&chain, session.account(&act.key)?)];
	for key in &act.with {
		let key = KeyArgs { key: key.clone(), passphrase_file: act.key.passphrase_file.clone() };
		senders.push(Sender::new(&chain, session.account(&key)?));
	}
	if senders.len() > 1 {
		let included = motion::carry(&mut senders, &[call]).await?.pop();
		report(session, &chain, None, included.as_ref()).await?;
		return Ok(included);
	}
	let Some(sender) = senders.first_mut() else { return Ok(None) };
	let (motions, mut included) = motion::propose(sender, &[call]).await?;
	let included = included.pop();
	report(session, &chain, motions.first(), included.as_ref()).await?;
	Ok(included.filter(|_| motions.is_empty()))
}

pub(super) async fn report(
	session: &Session,
	chain: &Chain,
	motion: Option<&Motion>,
	included: Option<&Included>,
) -> Result<()> {
	let head = chain.finalised().await?;
	let members = motion::members(&chain.at(head.hash)).await?;
	// Whoever closes the motion learns the number, not only who has proposed it.
	let (mut roll, mut election) = (None, None);
	if let Some(included) = included {
		let created = included.events.find(&event_kinds::voter_registry::ROLL_CREATED)?;
		roll = created.map(|(roll, _, _)| roll.0);
		let announced = included.events.find(&event_kinds::elections::ANNOUNCED)?;
		election = announced.map(|(election, _, _)| election.0);
	}
	let answer = Proposed {
		motion: motion.map(|motion| motion.index),
		done: motion.is_none(),
		votes_needed: motion::needed(members.len()),
		block: included.map_or(0, |included| included.block.number),
		roll,
		election,
	};
	session.output.result(&answer, || match motion {
		Some(motion) => format!(
			"motion {} is proposed; {} of {} members must vote for it: dobush commission vote {}",
			motion.index,
			answer.votes_needed,
			members.len(),
			motion.index
		),
		None => {
			let mut words = format!("carried out in finalised block {}", answer.block);
			for (what, number) in [("roll", answer.roll), ("election", answer.election)] {
				if let Some(number) = number {
					words.push_str(&format!("; the {what} has the number {number}"));
				}
			}
			words
		}
	});
	Ok(())
}

pub(super) fn text<const N: u32>(text: &str, what: &str) -> Result<Text<N>> {
	let most = N / BYTES_PER_LETTER;
	let letters = text.chars().count();
	let fits = u32::try_from(letters).is_ok_and(|letters| letters <= most);
	fits.then(|| Text::try_from(text.as_bytes().to_vec()).ok()).flatten().ok_or_else(|| {
		Failure::new(format!("the {what} has {letters} letters; at most {most} are possible")).hint("shorten it")
	})
}

//! `dobush desk`: putting voters on a roll; on a direct one from a file, in batches that can be resumed.

mod counter;

use crate::failure::Result;
use crate::session::{KeyArgs, Session};
use clap::{builder::PossibleValue, Subcommand, ValueEnum};
use dobush_client::{
	chain::{calls, error::InvalidReason, Call, Chain, ChainError, Sender},
	deniable_roll as deniable,
	desk::enrolment::{enrol, missing, read},
	keys::{parse_address, Account},
	patience::Patience,
	registry::parse_voter_id,
	Error,
};
use dobush_primitives::{registry::Enrolment, roll::Reason, RollId};
use serde::Serialize;
use std::{path::PathBuf, time::Duration};

/// How long a desk asks again when no node answers.
const PATIENCE: Duration = Duration::from_secs(600);

/// A desk's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Put the voters of a file on the roll. When the node is lost it asks again for ten minutes and goes on. Run it again after an
	/// interruption: who is on the roll already is left out.
	///
	/// VOTERS.csv starts with `voter_id,unit,credential`: the registry's pseudonym (32 bytes of hexadecimals), the number of
	/// the counting unit, and the address of the voter's credential.
	#[command(after_help = "Example:\n  dobush desk enrol 0 voters.csv --key desk.key")]
	Enrol {
		/// The roll.
		roll: u32,
		/// The voters.
		#[arg(value_name = "VOTERS.csv")]
		voters: PathBuf,
		/// The desk's key.
		#[command(flatten)]
		key: KeyArgs,
	},
	/// What a desk of a deniable roll does.
	#[command(flatten)]
	Deniable(counter::Command),
	/// Strike a voter off the roll. In elections whose roll has closed the credential still votes.
	#[command(after_help = "Example:\n  dobush desk strike-off 0 0x1f… --reason moved --key desk.key")]
	StrikeOff {
		/// The roll.
		roll: u32,
		/// The voter's pseudonym.
		voter_id: String,
		/// Why.
		#[arg(long, value_enum)]
		reason: ReasonWord,
		/// The desk's key.
		#[command(flatten)]
		key: KeyArgs,
	},
	/// Give a voter a new credential: a lost or broken device.
	#[command(after_help = "Example:\n  dobush desk replace 0 0x1f… 5GrwvaEF… --key desk.key")]
	Replace {
		/// The roll.
		roll: u32,
		/// The voter's pseudonym.
		voter_id: String,
		/// The address of the new credential.
		credential: String,
		/// The desk's key.
		#[command(flatten)]
		key: KeyArgs,
	},
}

/// A reason for striking somebody off, as it is written on the command line.
#[derive(Clone, Copy, Debug)]
pub struct ReasonWord(pub Reason);

impl ValueEnum for ReasonWord {
	fn value_variants<'a>() -> &'a [Self] {
		&[
			Self(Reason::Deceased),
			Self(Reason::Moved),
			Self(Reason::LostRights),
			Self(Reason::EnrolledInError),
			Self(Reason::Withdrawn),
		]
	}

	fn to_possible_value(&self) -> Option<PossibleValue> {
		let (word, help) = match self.0 {
			Reason::Deceased => ("deceased", "The person has died"),
			Reason::Moved => ("moved", "The person votes in another unit or on another roll"),
			Reason::LostRights => ("lost-rights", "The person has lost the right to vote"),
			Reason::EnrolledInError => ("enrolled-in-error", "The person should not have been enrolled"),
			Reason::Withdrawn => ("withdrawn", "The person asked for it"),
		};
		Some(PossibleValue::new(word).help(help))
	}
}

#[derive(Serialize)]
struct Enrolled {
	enrolled: usize,
	on_the_roll_before: usize,
}

#[derive(Serialize)]
struct Done {
	block: u64,
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::Enrol { roll, voters, key } => {
			let voters = read(&voters)?;
			let account = session.account(&key)?;
			let answer = enrol_patiently(session, &account, RollId(roll), &voters).await?;
			session.output.result(&answer, || format!("{} voters are enrolled on roll {roll}", answer.enrolled));
			Ok(())
		}
		Command::Deniable(command) => counter::run(session, command).await,
		Command::StrikeOff { roll, voter_id, reason, key } => {
			let (roll, voter) = (RollId(roll), parse_voter_id(&voter_id)?);
			let chain = session.connect().await?;
			let head = chain.finalised().await?;
			let deniable = deniable::record(&chain.at(head.hash), roll).await?.is_some();
			let call = match deniable {
				true => calls::deniable_roll::strike_off(roll, voter, reason.0),
				false => calls::voter_registry::strike_off(roll, voter, reason.0),
			};
			send(session, &key, call, "struck off").await
		}
		Command::Replace { roll, voter_id, credential, key } => {
			let (voter, credential) = (parse_voter_id(&voter_id)?, parse_address(&credential)?);
			let call = calls::voter_registry::replace_credential(RollId(roll), voter, &credential);
			send(session, &key, call, "replaced").await
		}
	}
}

/// Enrols the voters who are not on the roll; when the node is lost in the middle, asks again and goes on with those who are missing.
async fn enrol_patiently(session: &Session, account: &Account, roll: RollId, voters: &[Enrolment]) -> Result<Enrolled> {
	let chain = session.connect().await?;
	let mut patience = Patience::new(Some(PATIENCE));
	let mut before = None;
	loop {
		let answer = enrol_once(session, &chain, account, roll, voters, &mut before).await;
		match answer {
			Ok(()) => {
				let before = before.unwrap_or_default();
				return Ok(Enrolled { enrolled: voters.len() - before, on_the_roll_before: before });
			}
			Err(error) if may_be_lost(&error) || patience.again(&error, &session.output).await => {
				// What was in flight is final, or gone with the node's pool, once the newest block of now is final.
				while let Err(error) = settle(&chain).await {
					if !patience.again(&error, &session.output).await {
						return Err(error.into());
					}
				}
				patience.answered();
			}
			Err(error) => return Err(error.into()),
		}
	}
}

/// A node that was started again has forgotten what was in its pool: what is missing is sent again.
fn may_be_lost(error: &Error) -> bool {
	matches!(error, Error::Chain(ChainError::Expired { .. } | ChainError::Invalid(InvalidReason::Outdated(_))))
}

async fn enrol_once(
	session: &Session,
	chain: &Chain,
	account: &Account,
	roll: RollId,
	voters: &[Enrolment],
	before: &mut Option<usize>,
) -> dobush_client::Result<()> {
	let head = chain.finalised().await?;
	let missing = missing(&chain.at(head.hash), roll, voters).await?;
	if before.is_none() {
		let found = voters.len() - missing.len();
		*before = Some(found);
		if found > 0 {
			session.output.say(format!("{found} of these voters are on the roll already; they are left out"));
		}
	}
	enrol(&mut Sender::new(chain, account.clone()), roll, &missing, &session.output).await
}

/// Waits until everything is final that is in a block now.
async fn settle(chain: &Chain) -> dobush_client::Result<()> {
	let best = chain.best().await?;
	let mut head = chain.finalised().await?;
	while head.number < best.number {
		head = chain.finalised_after(head).await?;
	}
	Ok(())
}

async fn send(session: &Session, key: &KeyArgs, call: Call, what: &str) -> Result<()> {
	let account = session.account(key)?;
	let chain = session.connect().await?;
	let included = Sender::new(&chain, account).send(&call).await?;
	let done = Done { block: included.block.number };
	session.output.result(&done, || format!("{what} in finalised block {}", done.block));
	Ok(())
}

//! The commands of a desk of a deniable roll: `check-in`, `check-out`, `submit`, `end-of-day`.

use crate::failure::{Failure, Result};
use crate::{
	papers::{self, PrintArgs, Printer, ScanArgs},
	session::{KeyArgs, Session},
	words::desk::{held as held_words, left_out},
};
use ballot_crypto::booth::Checkout;
use ballot_papers::PrintedPaper;
use clap::{Args, Subcommand};
use dobush_client::{
	chain::{items, Chain, Sender},
	deniable_roll as deniable,
	deniable_roll::OpenRoll,
	desk::{
		check_in::{check_in, Counter},
		sending::{arrives, plans, send, Sent},
	},
	keys::{address, EncryptedFolder},
	registry::parse_voter_id,
};
use dobush_primitives::{RollId, UnitId, VoterId};
use rand::rngs::OsRng;
use serde::Serialize;
use std::{collections::BTreeMap, path::PathBuf};

/// What a desk of a deniable roll does.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Deniable rolls: check a person in. Prints the ticket for the booth and the sealed slip for the voter alone.
	#[command(after_help = "Example:\n  dobush desk check-in 0 0x1f… --unit 3 --key desk.key --print queue/")]
	CheckIn {
		/// The roll.
		roll: u32,
		/// The person's pseudonym, as the registry says.
		voter_id: String,
		/// The counting unit in which the person votes.
		#[arg(long)]
		unit: u16,
		/// The desk.
		#[command(flatten)]
		desk: DeskKey,
		/// Where ticket and slip appear. Nobody may read the slip: a printer for sealed slips prints it.
		#[command(flatten)]
		print: PrintArgs,
	},
	/// Deniable rolls: check people out. Takes the second prints that they bring from the booth, one of each visit.
	#[command(after_help = "Example:\n  dobush desk check-out 0 --key desk.key --scan second-print.txt")]
	CheckOut {
		/// The roll.
		roll: u32,
		/// The desk.
		#[command(flatten)]
		desk: DeskKey,
		/// The second prints.
		#[command(flatten)]
		scan: ScanArgs,
	},
	/// Deniable rolls: put on the roll whoever was checked out and whose booth has activated its batch. What cannot go yet waits.
	#[command(after_help = "Example:\n  dobush desk submit 0 --key desk.key")]
	Submit {
		/// The roll.
		roll: u32,
		/// The desk.
		#[command(flatten)]
		desk: DeskKey,
	},
	/// Deniable rolls: forget the tickets that nobody came back with. Their holders check in again on another day.
	#[command(after_help = "Example:\n  dobush desk end-of-day 0 --key desk.key")]
	EndOfDay {
		/// The roll.
		roll: u32,
		/// The desk.
		#[command(flatten)]
		desk: DeskKey,
	},
}

/// The desk's key and state.
#[derive(Debug, Clone, Args)]
pub struct DeskKey {
	/// The desk's key.
	#[command(flatten)]
	pub key: KeyArgs,
	/// The folder of the desk's state, encrypted for its key file [default: FILE.state].
	#[arg(long, value_name = "FOLDER")]
	pub state: Option<PathBuf>,
}

#[derive(Serialize)]
struct CheckedIn {
	voter_id: String,
	unit: u16,
	/// Whether an earlier ticket of this voter is void from now on.
	replaces: bool,
	/// What the names of the printed files begin with.
	papers: String,
}

#[derive(Serialize)]
struct CheckedOut {
	taken: usize,
	refused: usize,
	waiting: usize,
	open_tickets: usize,
}

#[derive(Serialize)]
struct Submitted {
	enrolled: usize,
	waiting: Vec<Waiting>,
}

#[derive(Serialize)]
struct Waiting {
	voters: usize,
	because: String,
}

/// An open desk.
struct Open {
	folder: EncryptedFolder,
	name: String,
	counter: Counter,
	chain: Chain,
	roll: OpenRoll,
}

impl Open {
	async fn at(session: &Session, keys: &DeskKey, roll: u32) -> Result<Self> {
		let folder = EncryptedFolder::open(session.open(&keys.key)?, keys.state.as_deref())?;
		let chain = session.connect().await?;
		let head = chain.finalised().await?;
		let (view, roll) = (chain.at(head.hash), RollId(roll));
		let account = folder.key().account();
		if !deniable::desks(&view, roll).await?.contains(&account.public()) {
			return Err(Failure::new(format!("{} is not a desk of roll {roll}", address(&account.id()))).hint(
				format!("the commission appoints it: dobush commission appoint-desk {roll} {}", address(&account.id())),
			));
		}
		let roll = OpenRoll::fetch(&view, roll).await?;
		let name =
			format!("desk-{}-{}", hex::encode(chain.genesis().as_bytes().get(..8).unwrap_or_default()), roll.roll);
		let counter = folder.read(&name)?.unwrap_or_default();
		Ok(Self { folder, name, counter, chain, roll })
	}

	fn keep(&self) -> Result<()> {
		Ok(self.folder.write(&self.name, &self.counter)?)
	}
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::CheckIn { roll, voter_id, unit, desk, print } => {
			let voter = parse_voter_id(&voter_id)?;
			let printer = Printer::open(&print)?;
			let open = Open::at(session, &desk, roll).await?;
			check_in_command(session, open, &printer, voter, UnitId(unit)).await
		}
		Command::CheckOut { roll, desk, scan } => {
			let lines = papers::lines(&scan, &session.output, "scan a second print; Ctrl-D when there are no more")?;
			check_out(session, Open::at(session, &desk, roll).await?, &lines)
		}
		Command::Submit { roll, desk } => submit(session, Open::at(session, &desk, roll).await?).await,
		Command::EndOfDay { roll, desk } => {
			let mut open = Open::at(session, &desk, roll).await?;
			let forgotten = open.counter.close();
			open.keep()?;
			session.output.result(&forgotten, || format!("{forgotten} open tickets are void"));
			Ok(())
		}
	}
}

async fn check_in_command(
	session: &Session,
	mut open: Open,
	printer: &Printer,
	voter: VoterId,
	unit: UnitId,
) -> Result<()> {
	let head = open.chain.finalised().await?;
	let roll = open.chain.at(head.hash).read(&items::voter_registry::ROLLS, &(open.roll.roll,)).await?;
	let units = roll.map_or(0, |roll| roll.units);
	if unit.0 >= units {
		return Err(Failure::new(format!("roll {} has no unit {unit}", open.roll.roll))
			.hint(format!("its units are 0 to {}", units.saturating_sub(1))));
	}
	let genesis = open.chain.genesis().0;
	let (ticket, slip) = check_in(open.folder.key().account(), genesis, voter, unit, &mut OsRng);
	// Kept before it is printed, so that every ticket that somebody holds is known here.
	let replaces = open.counter.issued(&ticket);
	open.keep()?;
	let papers = hex::encode(ticket.order.slip.0.get(..6).unwrap_or_default());
	printer.print(&format!("{papers}-ticket"), &[PrintedPaper::Ticket(&ticket)])?;
	printer.print(&format!("{papers}-slip"), &[PrintedPaper::Slip(&slip)])?;
	let answer = CheckedIn { voter_id: format!("{voter:?}"), unit: unit.0, replaces, papers };
	session.output.result(&answer, || {
		let again = if replaces { "an earlier ticket of this person is void; " } else { "" };
		format!("{again}give {}-ticket to the voter, and {}-slip sealed", answer.papers, answer.papers)
	});
	Ok(())
}

fn check_out(session: &Session, mut open: Open, lines: &[String]) -> Result<()> {
	let (genesis, desk) = (open.chain.genesis().0, open.folder.key().account().public());
	let (mut taken, mut refused) = (0usize, 0usize);
	for line in lines {
		let checked = dobush_client::papers::read::<Checkout>(line, &genesis)
			.and_then(|checkout| Ok(open.counter.check_out(&desk, &checkout, &open.roll.key)?));
		match checked {
			Ok(()) => {
				open.keep()?;
				taken += 1;
			}
			Err(failure) => {
				refused += 1;
				session.fail(&failure);
			}
		}
	}
	if refused > 0 && taken == 0 {
		return Err(
			Failure::new("no second print was taken").hint(
				"what is wrong with each is said above; nothing is lost. All second prints of a visit serve: where one is torn, take another",
			)
		);
	}
	let answer =
		CheckedOut { taken, refused, waiting: open.counter.orders().len(), open_tickets: open.counter.open_tickets() };
	session.output.result(&answer, || {
		format!("{taken} second prints taken; {} voters wait for `dobush desk submit`", answer.waiting)
	});
	Ok(())
}

async fn submit(session: &Session, mut open: Open) -> Result<()> {
	let mut sender = Sender::new(&open.chain, open.folder.key().account().clone());
	let mut enrolled = 0;
	let mut held: BTreeMap<String, usize> = BTreeMap::new();
	for plan in plans(&open.chain, &open.roll, open.counter.orders()).await? {
		open.counter.enrolled(&plan.done);
		open.keep()?;
		for (_, why) in &plan.held {
			*held.entry(held_words(*why)).or_default() += 1;
		}
		for call in plan.calls {
			let sent = match send(&mut sender, &open.roll, call.clone()).await {
				Ok(sent) => sent,
				// A command that was interrupted may have sent them before.
				Err(_) if arrives(&open.chain, &open.roll, &call.orders).await? => {
					Sent { done: call.orders, held: None }
				}
				Err(failure) => return Err(failure.into()),
			};
			enrolled += sent.done.len();
			open.counter.enrolled(&sent.done);
			open.keep()?;
			if let Some(left) = sent.held {
				*held.entry(left_out(&left)).or_default() += left.voters;
			}
		}
	}
	let waiting = held.into_iter().map(|(because, voters)| Waiting { voters, because }).collect();
	let answer = Submitted { enrolled, waiting };
	session.output.result(&answer, || {
		let mut words = format!("{} voters are enrolled on roll {}", answer.enrolled, open.roll.roll);
		for waiting in &answer.waiting {
			words.push_str(&format!("\n{} wait: {}", waiting.voters, waiting.because));
		}
		words
	});
	Ok(())
}

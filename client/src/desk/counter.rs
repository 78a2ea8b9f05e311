//! The commands of a desk of a deniable roll: `check-in`, `check-out`, `submit`, `end-of-day`.

use super::{
	checkin::{check_in, Counter, SignedEnrolment},
	parse_voter_id,
	submission::{self, Plan, Submission},
};
use crate::{
	chain::{Call, Chain, ChainError, Sender, View},
	cli::{Desktop, KeyArgs},
	deniable::{self, OpenRoll, PALLET},
	error::{Failure, Result},
	folder::Folder,
	keys::address,
	papers::{self, PrintArgs, Printer, ScanArgs},
};
use ballot_crypto::booth::Checkout;
use ballot_papers::Paper;
use clap::{Args, Subcommand};
use dobush_primitives::{roll::Voter, RollId, UnitId, VoterId};
use parity_scale_codec::Encode;
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
	folder: Folder,
	name: String,
	counter: Counter,
	chain: Chain,
	roll: OpenRoll,
}

impl Open {
	async fn at(desktop: &Desktop, keys: &DeskKey, roll: u32) -> Result<Self> {
		let folder = Folder::open(desktop.open(&keys.key)?, keys.state.as_deref())?;
		let chain = desktop.connect().await?;
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
		self.folder.write(&self.name, &self.counter)
	}
}

/// Does it.
pub async fn run(desktop: &Desktop, command: Command) -> Result<()> {
	match command {
		Command::CheckIn { roll, voter_id, unit, desk, print } => {
			let voter = parse_voter_id(&voter_id)?;
			let printer = Printer::open(&print)?;
			let open = Open::at(desktop, &desk, roll).await?;
			check_in_command(desktop, open, &printer, voter, UnitId(unit)).await
		}
		Command::CheckOut { roll, desk, scan } => {
			let lines = papers::lines(&scan, &desktop.output, "scan a second print; Ctrl-D when there are no more")?;
			check_out(desktop, Open::at(desktop, &desk, roll).await?, &lines)
		}
		Command::Submit { roll, desk } => submit(desktop, Open::at(desktop, &desk, roll).await?).await,
		Command::EndOfDay { roll, desk } => {
			let mut open = Open::at(desktop, &desk, roll).await?;
			let forgotten = open.counter.close();
			open.keep()?;
			desktop.output.result(&forgotten, || format!("{forgotten} open tickets are void"));
			Ok(())
		}
	}
}

async fn check_in_command(
	desktop: &Desktop,
	mut open: Open,
	printer: &Printer,
	voter: VoterId,
	unit: UnitId,
) -> Result<()> {
	let head = open.chain.finalised().await?;
	let roll: Option<crate::chain::types::Roll> =
		open.chain.at(head.hash).get("VoterRegistry", "Rolls", &[&open.roll.roll.encode()]).await?;
	let units = roll.map_or(0, |roll| roll.units);
	if unit.0 >= units {
		return Err(Failure::new(format!("roll {} has no unit {unit}", open.roll.roll))
			.hint(format!("its units are 0 to {}", units.saturating_sub(1))));
	}
	let genesis = open.chain.genesis().0;
	let (ticket, slip) = check_in(open.folder.key().account(), genesis, voter, unit, &mut OsRng);
	// Kept before it is printed: a ticket in somebody's hand is known here.
	let replaces = open.counter.issued(&ticket);
	open.keep()?;
	let papers = hex::encode(ticket.order.slip.0.get(..6).unwrap_or_default());
	printer.print(&format!("{papers}-ticket"), &[Paper::Ticket(&ticket)])?;
	printer.print(&format!("{papers}-slip"), &[Paper::Slip(&slip)])?;
	let answer = CheckedIn { voter_id: format!("{voter:?}"), unit: unit.0, replaces, papers };
	desktop.output.result(&answer, || {
		let again = if replaces { "an earlier ticket of this person is void; " } else { "" };
		format!("{again}give {}-ticket to the voter, and {}-slip sealed", answer.papers, answer.papers)
	});
	Ok(())
}

fn check_out(desktop: &Desktop, mut open: Open, lines: &[String]) -> Result<()> {
	let (genesis, desk) = (open.chain.genesis().0, open.folder.key().account().public());
	let (mut taken, mut refused) = (0usize, 0usize);
	for line in lines {
		let checked = papers::read::<Checkout>(line, &genesis)
			.and_then(|checkout| Ok(open.counter.check_out(&desk, &checkout, &open.roll.key)?));
		match checked {
			Ok(()) => {
				open.keep()?;
				taken += 1;
			}
			Err(failure) => {
				refused += 1;
				desktop.output.fail(&failure.to_string(), failure.next_step());
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
	desktop.output.result(&answer, || {
		format!("{taken} second prints taken; {} voters wait for `dobush desk submit`", answer.waiting)
	});
	Ok(())
}

async fn submit(desktop: &Desktop, mut open: Open) -> Result<()> {
	let mut sender = Sender::new(&open.chain, open.folder.key().account().clone());
	let mut enrolled = 0;
	let mut held: BTreeMap<String, usize> = BTreeMap::new();
	for plan in plans(&open.chain, &open.roll, open.counter.orders()).await? {
		open.counter.enrolled(&plan.done);
		open.keep()?;
		for (_, why) in &plan.held {
			*held.entry(why.to_string()).or_default() += 1;
		}
		for call in plan.calls {
			let sent = match send(&mut sender, &open.roll, call.clone()).await {
				Ok(sent) => sent,
				// A command that was interrupted may have sent them before.
				Err(_) if arrives(&open.chain, &open.roll, &call.orders).await? => {
					Sent { done: call.orders, held: None }
				}
				Err(failure) => return Err(failure),
			};
			enrolled += sent.done.len();
			open.counter.enrolled(&sent.done);
			open.keep()?;
			if let Some((voters, why)) = sent.held {
				*held.entry(why).or_default() += voters;
			}
		}
	}
	let waiting = held.into_iter().map(|(because, voters)| Waiting { voters, because }).collect();
	let answer = Submitted { enrolled, waiting };
	desktop.output.result(&answer, || {
		let mut words = format!("{} voters are enrolled on roll {}", answer.enrolled, open.roll.roll);
		for waiting in &answer.waiting {
			words.push_str(&format!("\n{} wait: {}", waiting.voters, waiting.because));
		}
		words
	});
	Ok(())
}

/// What to send, unit by unit.
pub async fn plans(chain: &Chain, roll: &OpenRoll, orders: &[SignedEnrolment]) -> Result<Vec<Plan>> {
	let most: u32 = chain.constant(PALLET, "MaxEnrolments")?;
	let head = chain.finalised().await?;
	let view = chain.at(head.hash);
	let mut units: BTreeMap<u16, Vec<SignedEnrolment>> = BTreeMap::new();
	for order in orders {
		units.entry(order.checkout.enrolment.order.unit).or_default().push(*order);
	}
	let mut plans = Vec::new();
	for (unit, orders) in units {
		let batches = deniable::batches(&view, roll.roll, UnitId(unit)).await?;
		plans.push(submission::plan(&orders, &batches, &roll.record.terms, most.max(1) as usize));
	}
	Ok(plans)
}

/// Whether all of these are on the roll, within a few finalised blocks.
async fn arrives(chain: &Chain, roll: &OpenRoll, orders: &[SignedEnrolment]) -> Result<bool> {
	const ARRIVAL: u64 = 6;
	let mut at = chain.finalised().await?;
	let until = at.number + ARRIVAL;
	loop {
		let done: usize = plans(chain, roll, orders).await?.iter().map(|plan| plan.done.len()).sum();
		if done == orders.len() || at.number >= until {
			return Ok(done == orders.len());
		}
		at = chain.finalised_after(at).await?;
	}
}

/// What became of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
	/// On the roll, finally.
	pub done: Vec<SignedEnrolment>,
	/// How many were left out, and why.
	pub held: Option<(usize, String)>,
}

/// Sends one call. If it is refused and some of its voters come from other units, it is sent once more without them: a move
/// that is too late or one too many keeps nobody else off the roll.
pub async fn send(sender: &mut Sender, roll: &OpenRoll, call: Submission) -> Result<Sent> {
	let refused = match sender.send(&enrol(roll, &call)).await {
		Ok(_) => return Ok(Sent { done: call.orders, held: None }),
		Err(error @ ChainError::Failed { .. }) => error,
		Err(error) => return Err(error.into()),
	};
	let chain = sender.chain().clone();
	let head = chain.finalised().await?;
	let stays = stay(&chain.at(head.hash), roll.roll, &call).await?;
	let left = call.orders.len() - stays.orders.len();
	if left == 0 || stays.orders.is_empty() {
		return Err(refused.into());
	}
	sender.send(&enrol(roll, &stays)).await?;
	Ok(Sent { done: stays.orders, held: Some((left, format!("they come from other units; {refused}"))) })
}

fn enrol(roll: &OpenRoll, call: &Submission) -> Call {
	Call::new(PALLET, "enrol", (roll.roll, call.unit, &call.enrolments))
}

/// A call without those who would move.
async fn stay(view: &View<'_>, roll: RollId, call: &Submission) -> Result<Submission> {
	let keys = call.enrolments.iter().map(|one| vec![roll.encode(), one.voter_id.encode()]);
	let voters: Vec<Option<Voter>> = view.get_many(PALLET, "Voters", keys).await?;
	let mut stays = Submission { unit: call.unit, enrolments: Vec::new(), orders: Vec::new() };
	for ((enrolment, order), voter) in call.enrolments.iter().zip(&call.orders).zip(voters) {
		if voter.is_none_or(|voter| voter.unit == call.unit) {
			stays.enrolments.push(enrolment.clone());
			stays.orders.push(*order);
		}
	}
	Ok(stays)
}

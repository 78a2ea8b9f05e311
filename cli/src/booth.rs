//! `dobush booth`: the kiosk in the privacy booth. It shares nothing with the desk but a scanned ticket. Protocol §3.

mod arguments;
mod cast_decoys;
mod kiosk;

use crate::failure::{Failure, Result};
use crate::{
	output,
	papers::{PrintArgs, Printer, ScanArgs, Scanner},
	session::Session,
};
use arguments::{BoothArgs, BoothKey};
use clap::Subcommand;
use dobush_client::{
	booth::{batch, state::UnitState, states, visit::Keep, OpenBooth, StateFile},
	chain::items,
	keys::EncryptedFolder,
};
use dobush_primitives::{
	roll::{Terms, MAX_BATCH_KEYS},
	Moment, RollId, UnitId,
};
use election_files::definition::show_moment;
use rand::rngs::OsRng;
use serde::Serialize;
use std::{ops::RangeInclusive, time::Duration};

/// A booth's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Serve one voter: scan the ticket, print the real credential and as many fakes as were drawn.
	///
	/// Scans are lines of stdin. Between papers the voter types (or the kiosk's buttons type) `real`, `fake` or `leave`;
	/// `stop` gives up a credential. Nothing is remembered of the voter.
	#[command(after_help = "Example:\n  dobush booth visit 0 --unit 3 --key booth.key --print queue/")]
	Visit {
		/// Which booth, for which unit.
		#[command(flatten)]
		place: BoothArgs,
		/// Where prints appear.
		#[command(flatten)]
		print: PrintArgs,
		/// The smallest and the largest number of fakes that a visit may have. How many is drawn, and said to nobody.
		#[arg(long, value_name = "FROM-TO", default_value = "1-4")]
		fakes: String,
		/// Seconds to wait before every print, whichever it is.
		#[arg(long, default_value_t = 2)]
		pause: u64,
		/// What is scanned and typed.
		#[command(flatten)]
		scan: ScanArgs,
	},
	/// Activate the keys that wait: add decoys, announce the batch, wait until that is final, activate.
	///
	/// Decoys fill the batch, so that its size does not tell how many fakes its voters took. Each needs a sealed envelope:
	/// the command says how many to scan. Run it again after an interruption: it goes on where it was.
	#[command(after_help = "Example:\n  dobush booth batch 0 --unit 3 --key booth.key < opened-envelopes.txt")]
	Batch {
		/// Which booth, for which unit.
		#[command(flatten)]
		place: BoothArgs,
		/// Decoys that the batch has at least [default: a quarter of the roll's least keys].
		#[arg(long)]
		decoys: Option<u16>,
		/// Keys that the batch has, filled up with decoys [default: the roll's least keys, or the next multiple of them].
		#[arg(long, value_name = "KEYS")]
		fill_to: Option<u32>,
		/// Activate although fewer voters have come than a batch should have: the deadline has passed, or these are decoys only.
		#[arg(long)]
		flush: bool,
		/// The envelopes for the decoys.
		#[command(flatten)]
		scan: ScanArgs,
	},
	/// Cast decoy ballots while the polls of an election are open: a secret number of them, at secret times. Let it run.
	#[command(after_help = "Example:\n  dobush booth cast-decoys 7 --key booth.key")]
	CastDecoys {
		/// The election.
		election: u32,
		/// Which booth.
		#[command(flatten)]
		keys: BoothKey,
	},
	/// Show what waits in this booth, unit by unit.
	#[command(after_help = "Example:\n  dobush booth status --key booth.key")]
	Status {
		/// Which booth.
		#[command(flatten)]
		keys: BoothKey,
	},
}

#[derive(Serialize)]
struct UnitStatus {
	roll: u32,
	unit: u16,
	visits: u32,
	keys_waiting: usize,
	announced_keys: usize,
	decoys: usize,
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::Visit { place, print, fakes, pause, scan } => {
			let fakes = range(&fakes)?;
			let printer = Printer::open(&print)?;
			let (open, scanner) = (open(session, &place).await?, Scanner::open(&scan, &session.output)?);
			kiosk::serve(session, open, printer, scanner, fakes, Duration::from_secs(pause))
		}
		Command::Batch { place, decoys, fill_to, flush, scan } => {
			let open = open(session, &place).await?;
			batch_command(session, open, decoys, fill_to, flush, &scan).await
		}
		Command::CastDecoys { election, keys } => cast_decoys::run(session, election, &keys).await,
		Command::Status { keys } => {
			let folder = EncryptedFolder::open(session.open(&keys.key)?, keys.state.as_deref())?;
			status(session, &folder)
		}
	}
}

async fn open(session: &Session, place: &BoothArgs) -> Result<OpenBooth> {
	let folder = EncryptedFolder::open(session.open(&place.keys.key)?, place.keys.state.as_deref())?;
	Ok(OpenBooth::open(folder, &session.connect().await?, RollId(place.roll), UnitId(place.unit)).await?)
}

async fn batch_command(
	session: &Session,
	open: OpenBooth,
	decoys: Option<u16>,
	fill_to: Option<u32>,
	flush: bool,
	scan: &ScanArgs,
) -> Result<()> {
	let OpenBooth { folder, name, mut state, others, roll, envelopes, mut sender, .. } = open;
	let mut disk = StateFile(&folder, &name);
	if state.announced.is_none() {
		let booth = state.booth(roll.key);
		if state.waiting.is_empty() && decoys.is_none() && fill_to.is_none() {
			return Err(Failure::new("nothing waits for a batch")
				.hint("`--decoys NUMBER` makes a batch of decoys only, for an election that has too few"));
		}
		let chain = sender.chain().clone();
		let head = chain.finalised().await?;
		let view = chain.at(head.hash);
		let (account, unit) = (sender.account().id(), UnitId(state.place.unit));
		let flush_from = batch::flush_from(&view, &account, unit, &roll.record.terms).await?;
		let now = view.read_or_default(&items::timestamp::NOW, &()).await?;
		// Checked before anybody opens an envelope.
		ensure_voters(&state, &roll.record.terms, flush, (now >= flush_from).then_some(flush_from).ok_or(flush_from))?;
		let least = decoys.map_or_else(|| batch::decoys_of(&roll.record.terms), u32::from);
		let mut left = batch::filling(&state, &roll.record.terms, least, fill_to)?;
		let mut scanner = Scanner::open(scan, &session.output)?;
		if left > 0 {
			session.output.say(format!("{left} decoys fill this batch: open so many sealed envelopes and scan them"));
		}
		while left > 0 {
			let prompt = format!("open a sealed envelope and scan it; {left} to go");
			let Some(line) = scanner.next(&session.output, &prompt)? else {
				return Err(Failure::new(format!("{left} envelopes for decoys are missing"))
					.hint("those scanned so far are kept; run the command again with the rest"));
			};
			let added = dobush_client::papers::read(&line, &booth.place.genesis)
				.and_then(|envelope| batch::add_decoy(&mut state, &booth, &envelopes, &others, envelope, &mut OsRng));
			match added {
				Ok(()) => {
					disk.keep(&state)?;
					left -= 1;
				}
				Err(failure) => session.fail(&failure),
			}
		}
	} else {
		session.output.say("a batch was announced before; it is activated now");
	}
	let spinner = session.output.spinner("proving, announcing and activating");
	let done = batch::activate(&mut sender, &mut state, roll.key, &mut disk, &mut OsRng).await?;
	drop(spinner);
	session.output.result(&done, || {
		format!("{} keys are active since finalised block {}", done.keys, output::number(done.block))
	});
	Ok(())
}

/// Refuses a batch from which the desk could enrol nobody. `due` is the moment from which a batch may have fewer voters, as an
/// error if it has not come.
fn ensure_voters(state: &UnitState, terms: &Terms, flush: bool, due: Result<Moment, Moment>) -> Result<()> {
	// Decoys alone enrol nobody. But a fake whose voter has left without the real one hides among voters, too.
	if state.voters >= terms.least_voters || state.waiting.len() == state.decoys_waiting() {
		return Ok(());
	}
	let few = format!(
		"{} voters wait for this batch; the desk cannot enrol fewer than {} from one",
		state.voters, terms.least_voters
	);
	match due {
		Err(from) => Err(Failure::new(few)
			.hint(format!("wait for more voters, or until {}; then a batch may have fewer", show_moment(from)))),
		Ok(_) if !flush => {
			Err(Failure::new(few).hint("wait for more voters, or run it again with --flush: the deadline has passed"))
		}
		Ok(_) => Ok(()),
	}
}

fn status(session: &Session, folder: &EncryptedFolder) -> Result<()> {
	let rows: Vec<UnitStatus> = states(folder)?
		.iter()
		.map(|state| UnitStatus {
			roll: state.roll,
			unit: state.place.unit,
			visits: state.visits,
			keys_waiting: state.waiting.len(),
			announced_keys: state.announced.as_ref().map_or(0, |announced| announced.batch.activations.len()),
			decoys: state.decoys.len(),
		})
		.collect();
	session.output.result(&rows, || {
		let columns =
			output::Columns { words: &[], numbers: &["roll", "unit", "visits", "keys waiting", "announced", "decoys"] };
		let rows = rows.iter().map(|row| {
			vec![
				row.roll.to_string(),
				row.unit.to_string(),
				row.visits.to_string(),
				row.keys_waiting.to_string(),
				row.announced_keys.to_string(),
				row.decoys.to_string(),
			]
		});
		output::table(&columns, rows)
	});
	Ok(())
}

/// Reads a range such as `1-4`.
fn range(text: &str) -> Result<RangeInclusive<u32>> {
	let most = MAX_BATCH_KEYS / 2;
	let (from, to) = text.split_once('-').unwrap_or((text, text));
	match (from.trim().parse::<u32>(), to.trim().parse::<u32>()) {
		(Ok(from), Ok(to)) if from <= to && to <= most => Ok(from..=to),
		_ => Err(Failure::new(format!("`{text}` is no range of numbers of fakes"))
			.hint(format!("give the smallest and the largest, such as 1-4; at most {most}"))),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::credential::CredentialPlace;
	use dobush_client::{booth::state_name, deniable_roll::Envelopes};

	#[test]
	fn ranges_are_read() {
		assert_eq!(range("1-4"), Ok(1..=4));
		assert_eq!(range("2"), Ok(2..=2));
		for bad in ["", "4-1", "1-4-5", "many", "-1", "0-65"] {
			assert!(range(bad).expect_err(bad).next_step().is_some(), "{bad}");
		}
	}

	/// From a batch with too few voters nobody could ever be enrolled: better to wait.
	#[test]
	fn a_batch_waits_for_voters_or_its_deadline() {
		let terms = Terms {
			least_keys: 4,
			least_voters: 3,
			most_keys_per_booth: 100,
			most_decoy_ballots: 5,
			flush_after: 1,
			most_moves: 1,
			moves_close_before: 0,
			serves: 1,
		};
		let place = CredentialPlace { genesis: [1; 32], unit: 2, booth: [3; 32] };
		let mut waiting = UnitState::new(0, place);
		let roll_key = ballot_crypto::Secret::random(&mut OsRng).public_element().expect("not zero");
		let symbol = ballot_crypto::envelope::Symbol::random(&mut OsRng);
		let challenge = ballot_crypto::envelope::Challenge::random(&mut OsRng);
		let envelope = ballot_crypto::booth::Envelope { genesis: place.genesis, booth: place.booth, symbol, challenge };
		let envelopes = Envelopes::new([(challenge.hash(), false)]);
		let booth = waiting.booth(roll_key);
		batch::add_decoy(&mut waiting, &booth, &envelopes, &[], envelope, &mut OsRng).expect("fresh");
		assert_eq!(ensure_voters(&waiting, &terms, false, Err(9)), Ok(()), "decoys alone enrol nobody");
		// From here on the key counts as one of a voter.
		waiting.decoys.clear();
		let refused = |voters, flush, due| {
			let failure = ensure_voters(&UnitState { voters, ..waiting.clone() }, &terms, flush, due).err()?;
			Some(format!("{failure}: {}", failure.next_step().unwrap_or_default()))
		};
		assert_eq!(refused(3, false, Err(9)), None);
		assert!(refused(2, true, Err(9)).is_some_and(|said| said.contains("1970-01-01")));
		assert!(refused(0, true, Err(9)).is_some_and(|said| said.contains("0 voters wait")), "a fake alone waits, too");
		assert!(refused(2, false, Ok(9)).is_some_and(|said| said.contains("--flush")));
		assert_eq!(refused(2, true, Ok(9)), None);
	}

	#[test]
	fn states_are_named_after_chain_roll_and_unit() {
		assert_eq!(state_name(RollId(2), UnitId(3), &[0xab; 32]), "unit-abababababababab-2-3");
	}
}

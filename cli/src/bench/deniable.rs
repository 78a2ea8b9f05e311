//! A whole tally of a deniable election without a chain: every proof made and checked, as trustees and observers do.
//!
//! N ballots, three in ten of them with credentials that the roll does not know, and a roll of N. Three mixers, three of five
//! trustees, one contest. What comes out is compared with what went in.

mod steps;

use super::figure::{failed, Figure};
use crate::failure::{Failure, Result};
use crate::{
	output::{number, Bar},
	session::Session,
};
use ballot_crypto::{
	context::step,
	embedding::{Table, BYTES},
	knowledge::{encrypt_selection, BallotContext, Pok},
	matching::{BallotVerdict, Matching},
	membership::{self, Ballot, Selections},
	shuffle::{column, Inputs},
	Ciphertext, Element, Secret,
};
use clap::Args;
use parity_scale_codec::MaxEncodedLen;
use rand::rngs::OsRng;
use rayon::prelude::*;
use std::{
	collections::BTreeMap,
	time::{Duration, Instant},
};
use steps::{decrypt, mix, open_tags, tag, Cost, Key, MIXERS, PER_PART, SET};

/// What is tallied.
#[derive(Debug, Args)]
pub struct DeniableArgs {
	/// Ballots of a deniable tally without a chain; several sizes with commas.
	#[arg(long, value_delimiter = ',', value_name = "N", default_values_t = [1_000u32])]
	pub ballots: Vec<u32>,
	/// Rows of the contest's table. A direct election at a node has 17.
	#[arg(long, value_name = "ROWS", default_value_t = 21)]
	pub options: u16,
}

/// The most ballots whose making and checking is measured; the others are encrypted without a proof.
const SAMPLE: usize = 512;

/// Ballots in one batch of membership proofs.
const BATCH: usize = 64;

/// Bytes of a transaction around its entry: 239 less 128, by `dobush bench cast`.
const AROUND_AN_ENTRY: usize = 111;

/// The number of ballots in ten that have a credential of the roll.
pub(crate) const COUNTING: usize = 7;

/// The number of ballots for which hours are computed.
pub(crate) const MILLION: u32 = 1_000_000;

/// Tallies each size.
pub fn run(session: &Session, args: &DeniableArgs) -> Result<Vec<Figure>> {
	if args.ballots.iter().any(|size| !(10..=10 * MILLION).contains(size)) {
		return Err(Failure::new("a tally of fewer than 10 or more than 10 million ballots is not measured here"));
	}
	if args.options == 0 {
		return Err(Failure::new("a table has at least one row"));
	}
	let election = Election::new(args.options)?;
	let mut figures = election.casting(session)?;
	for size in &args.ballots {
		figures.extend(election.tally(session, *size)?);
	}
	Ok(figures)
}

/// Keys and table of one election.
struct Election {
	/// The vote key (A), the tagging key (Z) and the roll key (R).
	vote: Key,
	tagging: Key,
	roll: Key,
	table: Table,
	selections: Selections,
}

impl Election {
	fn new(options: u16) -> Result<Self> {
		let row = |index: u16| {
			let mut bytes = [0; BYTES];
			bytes[0] = 1;
			bytes[1..3].copy_from_slice(&index.to_be_bytes());
			bytes
		};
		let table = Table::new(&(0..options).map(row).collect::<Vec<_>>()).map_err(failed)?;
		let selections = Selections::of(&table);
		Ok(Self { vote: Key::random()?, tagging: Key::random()?, roll: Key::random()?, table, selections })
	}

	/// What one ballot costs its voter, and the chain when it is cast. One thread.
	fn casting(&self, session: &Session) -> Result<Vec<Figure>> {
		let bar = session.output.bar(SAMPLE as u64, "ballots with their proofs");
		let mut made = Vec::with_capacity(SAMPLE);
		let start = Instant::now();
		for n in 0..SAMPLE {
			let mut credential = [0; 32];
			credential[..8].copy_from_slice(&(n as u64).to_le_bytes());
			let context = BallotContext {
				genesis: steps::PLACE.genesis,
				election: 0,
				unit: 0,
				contest: 0,
				key: (&self.vote.public).into(),
				booth: Some([1; 32]),
				credential,
				slot: 0,
			};
			let row = n % self.table.len();
			let selection = self.table.select(row).ok_or_else(|| Failure::new("no such row"))?;
			let (ciphertext, pok, secret) = encrypt_selection(&context, &selection, &mut OsRng).map_err(failed)?;
			let statement =
				membership::Statement { context: &context, selections: &self.selections, ciphertext: &ciphertext };
			let proof = membership::prove(&statement, row, &secret, &mut OsRng).map_err(failed)?;
			made.push((context, ciphertext, pok, proof));
			bar.add(1);
		}
		let making = start.elapsed();
		let start = Instant::now();
		for (context, ciphertext, _, proof) in &made {
			membership::verify(&membership::Statement { context, selections: &self.selections, ciphertext }, proof)
				.map_err(failed)?;
		}
		let singly = start.elapsed();
		let start = Instant::now();
		for batch in made.chunks(BATCH) {
			let batch: Vec<_> =
				batch.iter().map(|(context, ciphertext, _, proof)| Ballot { context, ciphertext, proof }).collect();
			membership::verify_batch(&self.selections, &self.vote.public, &batch).map_err(failed)?;
		}
		let batched = start.elapsed();
		let each = |took: Duration| super::micros(took, SAMPLE as u32);
		let proof = membership::Proof::bytes(self.selections.rounds());
		let bytes = Ciphertext::max_encoded_len() + Pok::max_encoded_len() + proof + AROUND_AN_ENTRY;
		let rows = self.table.len();
		Ok(vec![
			Figure::new(format!("make a ballot with its membership proof, {rows} rows"), each(making), "µs"),
			Figure::new("check a membership proof alone", each(singly), "µs"),
			Figure::new(format!("check membership proofs, batches of {BATCH}"), each(batched), "µs each"),
			Figure::new("bytes of a membership proof", proof as f64, "bytes"),
			Figure::new("bytes of a ballot cast", bytes as f64, "bytes").goal("≤ 1800 at 21 rows"),
		])
	}

	/// The tally of so many ballots, its result compared with what was voted.
	fn tally(&self, session: &Session, size: u32) -> Result<Vec<Figure>> {
		// Two lists and a second mix by each mixer; two lists tagged and opened, one decrypted by each of the set.
		let parts = 3 * MIXERS + 5 * SET.len();
		let bar = session.output.bar((parts * PER_PART) as u64, &format!("{} ballots", number(size)));
		let Lists { ballots, roll, expected } = self.lists(size, &bar)?;
		let (a, r) = (self.vote.public, self.roll.public);
		let mut costs = Vec::new();
		let before = processor_seconds();

		let (ballots, cost) = mix("mix ballots", step::MIX_BALLOTS, &[r, a], Inputs::first(&ballots, 1), &bar)?;
		costs.push(cost);
		let (roll, cost) = mix("mix roll", step::MIX_ROLL, &[r], Inputs::from(&roll), &bar)?;
		costs.push(cost);

		let credentials = column(&ballots, 2, 0);
		let (ballot_tags, cost) = tag("tag ballots", step::TAG_BALLOTS, &self.tagging, &credentials, &bar)?;
		costs.push(cost);
		let (roll_tags, cost) = tag("tag roll", step::TAG_ROLL, &self.tagging, &roll, &bar)?;
		costs.push(cost);
		let (ballot_tags, cost) =
			open_tags("open tags of ballots", step::OPEN_BALLOTS, &self.roll, &ballot_tags, &bar)?;
		costs.push(cost);
		let (roll_tags, cost) = open_tags("open tags of roll", step::OPEN_ROLL, &self.roll, &roll_tags, &bar)?;
		costs.push(cost);

		let start = Instant::now();
		let mut kept = BTreeMap::new();
		let mut matching = Matching::new(roll_tags.len() as u32, ballot_tags.len() as u32);
		let repeated = matching.roll(&roll_tags, &mut kept).map_err(failed)?;
		let verdicts = matching.ballots(&ballot_tags, &mut kept).map_err(failed)?;
		let checked = start.elapsed();
		costs.push(Cost { what: "match".to_owned(), made: Duration::ZERO, checked, bytes: 0, shape: None });
		if !repeated.is_empty() || verdicts.contains(&BallotVerdict::Repeated) {
			return Err(Failure::new("a tag came twice"));
		}

		let votes: Vec<Ciphertext> = column(&ballots, 2, 1)
			.into_iter()
			.zip(&verdicts)
			.filter_map(|(vote, verdict)| (*verdict == BallotVerdict::Counts).then_some(vote))
			.collect();
		let (votes, cost) = mix("mix votes again", step::MIX, &[a], Inputs::from(&votes), &bar)?;
		costs.push(cost);
		let (rows, cost) = decrypt("decrypt votes", &self.vote, &self.table, &votes, &bar)?;
		costs.push(cost);
		if rows != expected {
			return Err(Failure::new("the tally's result is not what was voted"));
		}
		drop(bar);
		let mut figures = figures(size, &costs);
		if let (Some(before), Some(after)) = (before, processor_seconds()) {
			let what = format!("{} ballots: all proofs, make and check, processor time", number(size));
			figures.push(Figure::new(what, (after - before) * 1e6 / f64::from(size), "µs each"));
		}
		Ok(figures)
	}

	/// The ballots and the roll before they are mixed, and the number of votes that each row should get.
	fn lists(&self, size: u32, bar: &Bar) -> Result<Lists> {
		bar.message(&format!("{} ballots: encrypting", number(size)));
		let size = size as usize;
		let counting = size * COUNTING / 10;
		let credential = |_| Secret::random(&mut OsRng).public_element();
		// The roll's credentials, then those of the fakes.
		let credentials: Vec<Element> =
			(0..2 * size - counting).into_par_iter().map(credential).collect::<Result<_, _>>().map_err(failed)?;
		let encrypt = |message: &Element, key: &Key| {
			Ciphertext::encrypt(message.point(), &key.public, Secret::random(&mut OsRng).scalar())
		};
		let roll = credentials[..size].par_iter().map(|credential| encrypt(credential, &self.roll)).collect();
		let voting = credentials[..counting].par_iter().chain(&credentials[size..]).enumerate();
		let rows = self.table.len();
		let ballots: Vec<[Ciphertext; 2]> = voting
			.map(|(n, credential)| {
				let selection = self.table.element(n % rows).ok_or_else(|| Failure::new("no such row"))?;
				Ok([Ciphertext::open(credential), encrypt(selection, &self.vote)])
			})
			.collect::<Result<_>>()?;
		let expected = (0..rows).map(|row| (counting + rows - 1 - row) / rows).collect();
		Ok(Lists { ballots: ballots.into_iter().flatten().collect(), roll, expected })
	}
}

/// The lists with which a tally begins.
struct Lists {
	/// `(0, Q), C`, ballot by ballot.
	ballots: Vec<Ciphertext>,
	roll: Vec<Ciphertext>,
	/// Votes of each row that count.
	expected: Vec<usize>,
}

/// Figures of one size, in wall time of all threads, and the hours for a million.
fn figures(size: u32, costs: &[Cost]) -> Vec<Figure> {
	let threads = rayon::current_num_threads();
	let name = |what: &str| format!("{} ballots: {what}", number(size));
	let each = |took: Duration| super::micros(took, size);
	let mut figures = Vec::new();
	for Cost { what, made, checked, bytes, shape: _ } in costs {
		if !made.is_zero() {
			figures.push(Figure::new(name(&format!("{what}, make")), each(*made), "µs each"));
		}
		figures.push(Figure::new(name(&format!("{what}, check")), each(*checked), "µs each"));
		if *bytes > 0 {
			figures.push(Figure::new(
				name(&format!("{what}, on the chain")),
				*bytes as f64 / f64::from(size),
				"bytes each",
			));
		}
	}
	let made: Duration = costs.iter().map(|cost| cost.made).sum();
	let checked: Duration = costs.iter().map(|cost| cost.checked).sum();
	let bytes: usize = costs.iter().map(|cost| cost.bytes).sum();
	figures.push(Figure::new(name(&format!("all proofs, {threads} threads, make")), each(made), "µs each"));
	figures.push(Figure::new(name(&format!("all proofs, {threads} threads, check")), each(checked), "µs each"));
	let on_chain = bytes as f64 / f64::from(size);
	figures.push(Figure::new(name("tally on the chain"), on_chain, "bytes each").goal("≤ 2000"));
	if let Some(peak) = peak_memory() {
		figures.push(Figure::new(name("peak memory of the process so far"), peak, "MB"));
	}
	let hours = costs.iter().map(|cost| cost.seconds_at(size, MILLION)).sum::<f64>() / 3600.0;
	let basis = format!("a million ballots, {threads} threads, in proportion to these, shuffle proofs by their terms");
	figures.push(Figure::new(name(&basis), hours, "hours").goal("≤ 2, hoped ≤ 1"));
	figures
}

/// Seconds that all threads of this process have computed; Linux tells, in hundredths. On a busy machine the better figure.
fn processor_seconds() -> Option<f64> {
	let status = std::fs::read_to_string("/proc/self/stat").ok()?;
	// The program's name, in brackets, may hold spaces; user and system time are the twelfth and thirteenth field after it.
	let mut times = status.rsplit_once(')')?.1.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
	Some((times.next()?.ok()? + times.next()?.ok()?) / 100.0)
}

/// The most memory that this process ever held, in MB; Linux tells.
fn peak_memory() -> Option<f64> {
	let status = std::fs::read_to_string("/proc/self/status").ok()?;
	let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
	let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
	Some(kilobytes / 1000.0)
}

//! `dobush bench`: the figures of docs/benchmarks.md, made again.

mod deniable;
mod figure;
mod load;
mod on_node;

use crate::failure::{Failure, Result};
use crate::{
	output::{self, number, Columns},
	session::Session,
};
use ballot_crypto::{
	context::step,
	equality::{self, Bases},
	shuffle::{self, Shape},
	transcript::ListDigest,
	Ciphertext, Context, Secret,
};
use clap::Subcommand;
use dobush_client::ballot::{Choice, Paper};
use dobush_primitives::{ElectionId, UnitId};
use election_files::{contest::ListPlan, definition::DefinitionFile, rule::RulePlan};
use figure::{micros, Figure, ENTRY_BYTES};
use parity_scale_codec::Encode;
use rand::rngs::OsRng;
use rayon::prelude::*;
use sp_core::{sr25519, Pair};
use std::time::{Duration, Instant};

/// What is measured.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Make a ballot and check one, natively, on one thread.
	#[command(after_help = "Example:\n  dobush bench ballot --count 5000")]
	Ballot {
		/// How many.
		#[arg(long, default_value_t = 2000)]
		count: u32,
	},
	/// Shuffle, prove and verify lists, on one thread and on all.
	#[command(after_help = "Example:\n  dobush bench shuffle --sizes 1000,10000,100000")]
	Shuffle {
		/// Ciphertexts of the lists.
		#[arg(long, value_delimiter = ',', default_values_t = [1_000u32, 10_000])]
		sizes: Vec<u32>,
	},
	/// Make and check pages of decryption shares, on one thread.
	#[command(after_help = "Example:\n  dobush bench decryption --page 256")]
	Decryption {
		/// Ciphertexts of a page.
		#[arg(long, default_value_t = 256)]
		page: u32,
	},
	/// Cast ballots at a node of its own, and remarks for comparison, and count what becomes final per second.
	#[command(after_help = "Example:\n  dobush bench cast --voters 10000")]
	Cast(load::LoadArgs),
	/// Tally a deniable election without a chain, every proof made and checked; or, with --on-node, an election at a node of its
	/// own, direct or --deniable: time, blocks and bytes on the chain, and what the runtime charged for each ballot.
	#[command(
		after_help = "Examples:\n  dobush bench tally --ballots 1000,10000\n  dobush bench tally --on-node --voters 5000\n  \
		              dobush bench tally --on-node --deniable --voters 2000"
	)]
	Tally {
		/// Hold an election at a node instead, and tally it on its chain.
		#[arg(long, conflicts_with = "ballots")]
		on_node: bool,
		/// At a node: a deniable election, with enrolment at booths, and three ballots in ten of credentials that do not count.
		#[arg(long = "deniable", requires = "on_node")]
		at_booths: bool,
		/// Without a chain.
		#[command(flatten)]
		deniable: deniable::DeniableArgs,
		/// At a node.
		#[command(flatten)]
		load: load::LoadArgs,
	},
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	let figures = match command {
		Command::Ballot { count } => ballot(count)?,
		Command::Shuffle { sizes } => shuffles(session, &sizes)?,
		Command::Decryption { page } => decryption(page)?,
		Command::Cast(args) => load::cast(session, &args).await?,
		Command::Tally { on_node: true, at_booths: true, deniable, load } => {
			on_node::run(session, &load, deniable.options).await?
		}
		Command::Tally { on_node: true, load, .. } => load::tally(session, &load).await?,
		Command::Tally { deniable, .. } => deniable::run(session, &deniable)?,
	};
	session.output.result(&figures, || {
		let rows = figures.iter().map(|figure| {
			vec![
				figure.what.clone(),
				figure.unit.to_owned(),
				figure.goal.clone().unwrap_or_default(),
				format!("{:.3}", figure.value),
			]
		});
		output::table(&Columns { words: &["figure", "unit", "goal"], numbers: &["value"] }, rows)
	});
	Ok(())
}

/// A ballot paper with one contest of 17 options, as in the parliamentary election.
fn paper() -> Result<Paper> {
	let mut plan = DefinitionFile::parse(include_str!("../../crates/election-files/examples/definition.toml"))?;
	if let Some(parliament) = plan.contests.first_mut() {
		parliament.lists = (1..=17).map(|n| ListPlan::Name(format!("List {n}"))).collect();
		if let RulePlan::Lists(rule) = &mut parliament.rule {
			rule.within = None;
		}
	}
	let definition = plan.definition()?;
	let key = Secret::random(&mut OsRng).public();
	Ok(Paper::new([1; 32], ElectionId(0), UnitId(0), key, &definition)?)
}

fn ballot(count: u32) -> Result<Vec<Figure>> {
	let paper = paper()?;
	let credential = [7; 32];
	let start = Instant::now();
	let sealed = (0..count)
		.map(|n| paper.seal(credential, &[Choice::Option((n % 17) as u16)]))
		.collect::<dobush_client::Result<Vec<_>>>()?;
	let made = start.elapsed();
	let start = Instant::now();
	let good = sealed.iter().filter(|sealed| paper.check(credential, &sealed.ballot)).count();
	let checked = start.elapsed();
	if good != sealed.len() {
		return Err(Failure::new("a ballot that was just made does not hold"));
	}
	let account = dobush_client::keys::Account::generate();
	let start = Instant::now();
	let signatures: Vec<[u8; 64]> = (0..count).map(|n| account.sign(&n.encode())).collect();
	let signed = start.elapsed();
	let public = sr25519::Public::from_raw(account.public());
	let start = Instant::now();
	let good = (0..count)
		.zip(&signatures)
		.filter(|(n, signature)| sr25519::Pair::verify(&sr25519::Signature::from_raw(**signature), n.encode(), &public))
		.count();
	let verified = start.elapsed();
	if good != signatures.len() {
		return Err(Failure::new("a signature that was just made does not hold"));
	}
	Ok(vec![
		Figure::new("make a ballot of one contest", micros(made, count), "µs").goal("≤ 150"),
		Figure::new("check its ciphertext and proof", micros(checked, count), "µs"),
		Figure::new("check the signature of its transaction", micros(verified, count), "µs"),
		Figure::new("check a ballot in all", micros(checked + verified, count), "µs").goal("≤ 110"),
		Figure::new("sign a transaction", micros(signed, count), "µs"),
		Figure::new("bytes of an entry", ENTRY_BYTES as f64, "bytes"),
	])
}

fn list(length: u32) -> Result<(ballot_crypto::Element, Vec<Ciphertext>)> {
	let key = Secret::random(&mut OsRng).public_element().map_err(|error| Failure::new(error.to_string()))?;
	let list = (0..length)
		.into_par_iter()
		.map(|n| {
			let message =
				Secret::try_from(ballot_crypto::Scalar::from(u64::from(n % 17) + 1)).map(|s| s.public_point());
			message.map(|message| Ciphertext::encrypt(&message, &key, Secret::random(&mut OsRng).scalar()))
		})
		.collect::<Result<Vec<_>, _>>()
		.map_err(|error| Failure::new(error.to_string()))?;
	Ok((key, list))
}

fn context(step: u8) -> Context {
	Context { genesis: [1; 32], election: 0, unit: 0, contest: 0, step, prover: 1, attempt: 0 }
}

fn shuffles(session: &Session, sizes: &[u32]) -> Result<Vec<Figure>> {
	let all = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
	let mut threads = vec![1];
	if all > 1 {
		threads.push(all);
	}
	let mut figures = Vec::new();
	for size in sizes {
		let (key, inputs) = list(*size)?;
		for count in &threads {
			let spinner = session.output.spinner(&format!("{size} ciphertexts, {count} threads"));
			let pool = rayon::ThreadPoolBuilder::new()
				.num_threads(*count)
				.build()
				.map_err(|error| Failure::new(error.to_string()))?;
			let measured = pool.install(|| one_shuffle(&key, &inputs));
			drop(spinner);
			let (made, proved, verified, bytes) = measured?;
			let name = |what: &str| format!("{what}, {} ciphertexts, {count} threads", number(*size));
			figures.push(Figure::new(name("re-encrypt and permute"), micros(made, *size), "µs each"));
			figures.push(Figure::new(name("prove"), micros(proved, *size), "µs each").goal("≤ 250 at 10 000"));
			figures.push(Figure::new(name("verify"), micros(verified, *size), "µs each").goal("≤ 35 at 10 000"));
			if *count == 1 {
				let each = bytes as f64 / f64::from((*size).max(1));
				figures.push(
					Figure::new(format!("proof, {} ciphertexts", number(*size)), each, "bytes each")
						.goal("≤ 12 at 10 000, ≤ 4 at 100 000"),
				);
			}
		}
	}
	Ok(figures)
}

fn one_shuffle(key: &ballot_crypto::Element, inputs: &[Ciphertext]) -> Result<(Duration, Duration, Duration, usize)> {
	let failed = |error: shuffle::Rejected| Failure::new(format!("the shuffle: {error}"));
	let length = u32::try_from(inputs.len()).unwrap_or(u32::MAX);
	let context = context(step::MIX);
	let keys = [*key];
	let start = Instant::now();
	let (outputs, witness) = shuffle::shuffle(&keys, inputs, &mut OsRng).map_err(failed)?;
	let made = start.elapsed();
	let statement = shuffle::Statement {
		context: &context,
		keys: &keys,
		input_digest: ListDigest::of(inputs, 256),
		output_digest: ListDigest::of(&outputs, 256),
		shape: Shape::of(length, 1).map_err(failed)?,
	};
	let start = Instant::now();
	let proof = shuffle::prove(&statement, inputs, &outputs, &witness, &mut OsRng, |_, _| {}).map_err(failed)?;
	let proved = start.elapsed();
	let start = Instant::now();
	shuffle::verify(&statement, inputs, &outputs, &proof).map_err(failed)?;
	Ok((made, proved, start.elapsed(), proof.encoded_size()))
}

fn decryption(page: u32) -> Result<Vec<Figure>> {
	const ROUNDS: u32 = 8;
	let secret = Secret::random(&mut OsRng);
	let key = secret.public_element().map_err(|error| Failure::new(error.to_string()))?;
	let (_, list) = list(page)?;
	let context = context(step::DECRYPT);
	let failed = |error: equality::Rejected| Failure::new(format!("the shares: {error}"));
	let (mut made, mut decoded, mut checked) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
	for _ in 0..ROUNDS {
		let start = Instant::now();
		let bases: Vec<_> = list.iter().map(|ciphertext| ciphertext.c1).collect();
		let bases = Bases::new(bases).map_err(|error| Failure::new(error.to_string()))?;
		decoded += start.elapsed();
		let statement =
			equality::Statement { context: &context, list_digest: [0; 32], start: 0, total: page, key, bases: &bases };
		let start = Instant::now();
		let (shares, proof) = equality::prove(&statement, &secret, &mut OsRng).map_err(failed)?;
		made += start.elapsed();
		let start = Instant::now();
		equality::verify(&statement, &shares, &proof).map_err(failed)?;
		checked += start.elapsed();
	}
	let count = ROUNDS * page;
	Ok(vec![
		Figure::new(format!("make shares, pages of {page}"), micros(made, count), "µs each"),
		Figure::new(format!("decode bases, pages of {page}"), micros(decoded, count), "µs each"),
		Figure::new(format!("check shares, pages of {page}"), micros(checked, count), "µs each").goal("≤ 15"),
	])
}

//! The steps of the tally, each with what it takes to make and to check, on all threads.

use crate::failure::Result;
use crate::{bench::figure::failed, output::Bar};
use ballot_crypto::{
	context::step,
	decryption::{self, coefficient, share_key, share_secret},
	elgamal::CiphertextPoints,
	embedding::Table,
	equality::Bases,
	matching::Tag,
	shuffle::{self, Inputs, Shape},
	tagging,
	transcript::ListDigest,
	Ciphertext, Context, Element, Malformed, RistrettoPoint, Scalar, Secret,
};
use dobush_client::trustee::share_pages::{DecodedPage, SharePage, SharePlace};
use parity_scale_codec::{Encode, MaxEncodedLen};
use rand::rngs::OsRng;
use rayon::prelude::*;
use std::time::{Duration, Instant};

/// The number of mixers of a list.
pub const MIXERS: usize = 3;

/// Steps of the progress bar for one trustee and one list: made, checked.
pub const PER_PART: usize = 2;

/// The trustees who act, of five.
pub const SET: [u16; 3] = [1, 3, 5];

/// Entries of a page, as on the chain.
const PAGE: u32 = 256;

/// The place of everything here; nothing is published.
pub const PLACE: Context =
	Context { genesis: [1; 32], election: 0, unit: 0, contest: 0, step: 0, prover: 0, attempt: 0 };

/// The measured cost of one step.
pub struct Cost {
	pub what: String,
	pub made: Duration,
	pub checked: Duration,
	/// Everything that is posted: outputs, proofs, shares.
	pub bytes: usize,
	/// The shape of the mix, if the step is a mix.
	pub shape: Option<Shape>,
}

impl Cost {
	fn of(what: &str, shape: Option<Shape>) -> Self {
		Self { what: what.to_owned(), made: Duration::ZERO, checked: Duration::ZERO, bytes: 0, shape }
	}

	/// One trustee's part: made, timed; then checked, timed. What is made tells its bytes.
	fn part<M, C>(
		&mut self,
		bar: &Bar,
		make: impl FnOnce() -> Result<(M, usize)>,
		check: impl FnOnce(&M) -> Result<C>,
	) -> Result<(M, C)> {
		let start = Instant::now();
		let (made, bytes) = make()?;
		self.made += start.elapsed();
		self.bytes += bytes;
		bar.add(1);
		let start = Instant::now();
		let checked = check(&made)?;
		self.checked += start.elapsed();
		bar.add(1);
		Ok((made, checked))
	}

	/// Seconds for another number of ballots: in proportion, making a shuffle's proof also by the terms that its shape has for
	/// each element (A1.12).
	pub fn seconds_at(&self, measured: u32, wanted: u32) -> f64 {
		let times = f64::from(wanted) / f64::from(measured);
		let terms = |shape: Shape| {
			let (m, w) = (f64::from(shape.rows), f64::from(shape.width));
			2.0 * w * (3f64.powf(m.log2()) / m + 1.0) + 3.0 + 2.0 * w
		};
		let other = |shape: Shape| Shape::of((f64::from(shape.length) * times) as u32, shape.width).ok();
		let heavier = self.shape.and_then(|shape| Some(terms(other(shape)?) / terms(shape))).unwrap_or(1.0);
		self.made.as_secs_f64() * times * heavier.max(1.0) + self.checked.as_secs_f64() * times
	}
}

/// A key of five trustees of whom three act.
pub struct Key {
	pub public: Element,
	/// Secret and public part of each of [`SET`], times its coefficient.
	shares: Vec<(u16, Secret, Element)>,
}

impl Key {
	pub fn random() -> Result<Self> {
		let polynomial: Vec<Secret> = SET.iter().map(|_| Secret::random(&mut OsRng)).collect();
		let share = |j: u16| {
			let x = Scalar::from(j);
			Secret::try_from(polynomial.iter().rev().fold(Scalar::ZERO, |sum, next| sum * x + next.scalar()))
		};
		let mut shares = Vec::new();
		for j in SET {
			let mu = coefficient(&SET, j).map_err(failed)?;
			let share = share(j).map_err(failed)?;
			let public = share.public_element().map_err(failed)?;
			shares.push((j, share_secret(&mu, &share).map_err(failed)?, share_key(&mu, &public).map_err(failed)?));
		}
		Ok(Self { public: polynomial[0].public_element().map_err(failed)?, shares })
	}
}

/// A list mixed by every mixer in turn.
pub fn mix(what: &str, step: u8, keys: &[Element], first: Inputs<'_>, bar: &Bar) -> Result<(Vec<Ciphertext>, Cost)> {
	let width = keys.len();
	let page = PAGE * width as u32;
	let shape = Shape::of((first.list().len() / width) as u32, width as u8).map_err(failed)?;
	let mut cost = Cost::of(what, Some(shape));
	let mut list: Vec<Ciphertext> = Vec::new();
	for mixer in 1..=MIXERS as u16 {
		let inputs = if mixer == 1 { first } else { Inputs::from(&list) };
		bar.message(&format!("{what}, mixer {mixer}"));
		let context = Context { step, prover: mixer, ..PLACE };
		let digest = |list: &[Ciphertext]| ListDigest::of(list, page);
		let statement = |outputs: &[Ciphertext]| {
			let (input_digest, output_digest) = (digest(inputs.list()), digest(outputs));
			shuffle::Statement { context: &context, keys, input_digest, output_digest, shape }
		};
		let make = || {
			let (outputs, witness) = shuffle::shuffle(keys, inputs, &mut OsRng).map_err(failed)?;
			let proof = shuffle::prove(&statement(&outputs), inputs, &outputs, &witness, &mut OsRng, |_, _| {});
			let proof = proof.map_err(failed)?;
			let bytes = outputs.len() * Ciphertext::max_encoded_len() + proof.encoded_size();
			Ok(((outputs, proof), bytes))
		};
		let check = |(outputs, proof): &(Vec<Ciphertext>, shuffle::Proof)| {
			shuffle::verify(&statement(outputs), inputs, outputs, proof).map_err(failed)
		};
		let ((outputs, _), ()) = cost.part(bar, make, check)?;
		list = outputs;
	}
	Ok((list, cost))
}

/// Encrypted tags of a list of credentials.
pub fn tag(what: &str, step: u8, key: &Key, list: &[Ciphertext], bar: &Bar) -> Result<(Vec<CiphertextPoints>, Cost)> {
	let (columns, mut cost) = raise::<tagging::Page>(what, step, key, list, bar)?;
	let start = Instant::now();
	let tags = tagging::add(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>()).map_err(failed)?;
	cost.checked += start.elapsed();
	Ok((tags, cost))
}

/// Opens encrypted tags with the roll key.
pub fn open_tags(
	what: &str,
	step: u8,
	key: &Key,
	list: &[CiphertextPoints],
	bar: &Bar,
) -> Result<(Vec<Option<Tag>>, Cost)> {
	let start = Instant::now();
	let encoded: Vec<Ciphertext> = list.par_iter().map(CiphertextPoints::encode).collect();
	let encoding = start.elapsed();
	let (columns, mut cost) = raise::<Bases>(what, step, key, &encoded, bar)?;
	let start = Instant::now();
	let c2: Vec<RistrettoPoint> = list.iter().map(|one| one.c2).collect();
	let columns: Vec<_> = columns.iter().map(Vec::as_slice).collect();
	let tags = c2
		.par_chunks(PAGE as usize)
		.enumerate()
		.map(|(number, c2)| {
			let start = number * PAGE as usize;
			let columns: Vec<_> = columns.iter().map(|column| &column[start..start + c2.len()]).collect();
			tagging::open(c2, &columns)
		})
		.collect::<Result<Vec<_>, _>>()
		.map_err(failed)?;
	cost.checked += encoding + start.elapsed();
	Ok((tags.concat(), cost))
}

/// Decrypts votes and counts how often each row was chosen.
pub fn decrypt(what: &str, key: &Key, table: &Table, list: &[Ciphertext], bar: &Bar) -> Result<(Vec<usize>, Cost)> {
	let (columns, mut cost) = raise::<Bases>(what, step::DECRYPT, key, list, bar)?;
	let start = Instant::now();
	let c2 = list.par_iter().map(|one| one.c2.element().map(|c2| *c2.point()));
	let c2: Vec<RistrettoPoint> = c2.collect::<Result<_, Malformed>>().map_err(failed)?;
	let columns: Vec<_> = columns.iter().map(Vec::as_slice).collect();
	let messages = decryption::combine(&c2, &columns).map_err(failed)?;
	let mut votes = vec![0; table.len()];
	let rows: Vec<_> = messages.par_chunks(PAGE as usize).map(|page| table.find_all(page)).collect();
	for row in rows.into_iter().flatten().flatten() {
		votes[row] += 1;
	}
	cost.checked += start.elapsed();
	Ok((votes, cost))
}

/// One decoded column of the list, raised, for each trustee who acts.
fn raise<P: DecodedPage>(
	what: &str,
	step: u8,
	key: &Key,
	list: &[Ciphertext],
	bar: &Bar,
) -> Result<(Vec<Vec<P::Point>>, Cost)> {
	let total = list.len() as u32;
	let mut cost = Cost::of(what, None);
	let start = Instant::now();
	let list_digest = ListDigest::of(list, PAGE);
	let pages = list.par_chunks(PAGE as usize).map(P::decode).collect::<Result<Vec<_>, _>>().map_err(failed)?;
	// Checkers decode the pages too; trustees keep this time to themselves.
	let decoding = start.elapsed();
	cost.checked += decoding;
	let mut columns = Vec::new();
	for (trustee, secret, key) in &key.shares {
		bar.message(&format!("{what}, trustee {trustee}"));
		let context = Context { step, prover: *trustee, ..PLACE };
		let place = |number: usize| {
			let start = number as u32 * PAGE;
			SharePlace { context: &context, list_digest, start, total, key: *key }
		};
		let make = || {
			let prove = |(number, page): (usize, &P)| page.prove(&place(number), secret);
			let made = pages.par_iter().enumerate().map(prove).collect::<Result<Vec<_>, _>>().map_err(failed)?;
			let bytes = made
				.iter()
				.map(|(shares, proof)| shares.iter().map(Encode::encoded_size).sum::<usize>() + proof.encoded_size());
			let bytes = bytes.sum();
			Ok((made, bytes))
		};
		let check = |made: &Vec<SharePage<P>>| {
			let verify = |((number, page), (shares, proof)): ((usize, &P), &SharePage<P>)| {
				page.verify(&place(number), shares, proof)
			};
			pages.par_iter().enumerate().zip(made).map(verify).collect::<Result<Vec<_>, _>>().map_err(failed)
		};
		let (_, column) = cost.part(bar, make, check)?;
		cost.made += decoding;
		columns.push(column.concat());
	}
	Ok((columns, cost))
}

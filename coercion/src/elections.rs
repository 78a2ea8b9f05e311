//! Casting and the tally. Protocol §5 and §6, A1 to A3 and A7.

use crate::{
	enrolment::{Kiosk, Registry},
	settings::Settings,
	trustees::{decoded, SharedKey},
	view::{CastBallot, Tallied, GENESIS, UNIT},
	Leak, Outcome,
};
use ballot_crypto::{
	context::step,
	embedding::Table,
	knowledge::{self, BallotContext},
	matching::{BallotVerdict, Matching, Tag},
	membership::{self, Selections},
	shuffle::{self, column, Inputs, Shape},
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded,
};
use electoral_rules::BallotFormat;
use rand_chacha::ChaCha20Rng;
use std::collections::BTreeMap;

/// The number of mixers; the first of them is corrupt.
const MIXERS: u16 = 2;

/// One election while the polls are open.
pub struct Polls<'a> {
	settings: &'a Settings,
	number: u32,
	table: Table,
	selections: Selections,
	vote_key: SharedKey,
	ballots: BTreeMap<Encoded, Vec<Ciphertext>>,
	failed: u32,
}

/// A ballot that was not received yet.
pub struct Ballot {
	by: Encoded,
	contexts: Vec<BallotContext>,
	ciphertexts: Vec<Ciphertext>,
	poks: Vec<knowledge::Pok>,
	/// Empty where proofs are left out ([`Settings::all_proofs`]).
	membership: Vec<membership::Proof>,
}

impl<'a> Polls<'a> {
	/// Opens the polls.
	pub fn open(settings: &'a Settings, number: u32, vote_key: SharedKey) -> Outcome<Self> {
		let table = Table::new(&BallotFormat::Single.table(settings.options))?;
		let selections = Selections::of(&table);
		Ok(Self { settings, number, table, selections, vote_key, ballots: BTreeMap::new(), failed: 0 })
	}

	/// The element of an option.
	pub fn option(&self, option: usize) -> Outcome<Element> {
		Ok(*self.table.element(option).ok_or("no such option")?)
	}

	/// Encrypts these elements, one for each contest; with proofs of membership if `proven`, for which they must be in
	/// the table.
	pub fn ballot(
		&self,
		registry: &Registry,
		by: &Encoded,
		elements: &[Element],
		proven: bool,
		rng: &mut ChaCha20Rng,
	) -> Outcome<Ballot> {
		let place = registry.places.get(by).ok_or("the credential is not active")?;
		let mut ballot = Ballot { by: *by, contexts: vec![], ciphertexts: vec![], poks: vec![], membership: vec![] };
		for (contest, element) in (0..).zip(elements) {
			let context = BallotContext {
				genesis: GENESIS,
				election: self.number,
				unit: UNIT,
				contest,
				key: Encoded::from(self.vote_key.public()),
				booth: Some(place.booth),
				credential: by.0,
				slot: 0,
			};
			let (ciphertext, pok, secret) = knowledge::encrypt_selection(&context, element, rng)?;
			if proven {
				let statement =
					membership::Statement { context: &context, selections: &self.selections, ciphertext: &ciphertext };
				let row = self.table.find(&Encoded::from(element)).ok_or("the selection is not in the table")?;
				ballot.membership.push(membership::prove(&statement, row, &secret, rng)?);
			}
			ballot.contexts.push(context);
			ballot.ciphertexts.push(ciphertext);
			ballot.poks.push(pok);
		}
		Ok(ballot)
	}

	/// Casts a ballot for these options with a credential.
	pub fn cast(&mut self, registry: &Registry, by: &Encoded, options: &[usize], rng: &mut ChaCha20Rng) -> Outcome<()> {
		let elements = options.iter().map(|option| self.option(*option)).collect::<Outcome<Vec<_>>>()?;
		let proven = self.settings.all_proofs;
		let ballot = self.ballot(registry, by, &elements, proven, rng)?;
		self.receive(ballot, proven)
	}

	/// The coercer casts a marker in every contest: an element that is in no table. No proof exists for it, so the
	/// ballot gets the proof of a good one. Returns whether the ballot is in the box afterwards.
	pub fn mark(
		&mut self,
		registry: &Registry,
		by: &Encoded,
		marker: &Element,
		rng: &mut ChaCha20Rng,
	) -> Outcome<bool> {
		let contests = usize::from(self.settings.contests);
		let good = self.ballot(registry, by, &vec![self.option(0)?; contests], true, rng)?;
		let mut marked = self.ballot(registry, by, &vec![*marker; contests], false, rng)?;
		marked.membership = good.membership;
		self.receive(marked, true)?;
		Ok(self.ballots.contains_key(by))
	}

	/// The checks of the chain. A ballot without a proof of knowledge is an error of this crate. A ballot that fails
	/// its proof of membership is dropped publicly, and the earlier ballot of the credential does not return.
	fn receive(&mut self, ballot: Ballot, checked: bool) -> Outcome<()> {
		let Ballot { by, contexts, ciphertexts, poks, membership } = ballot;
		for ((context, ciphertext), pok) in contexts.iter().zip(&ciphertexts).zip(&poks) {
			knowledge::verify(context, ciphertext, pok)?;
		}
		if checked && !self.settings.lacks(Leak::NoMembershipProof) {
			let hold = contexts.iter().zip(&ciphertexts).zip(&membership).all(|((context, ciphertext), proof)| {
				let statement = membership::Statement { context, selections: &self.selections, ciphertext };
				membership::verify(&statement, proof).is_ok()
			});
			if !hold || membership.len() != ciphertexts.len() {
				self.ballots.remove(&by);
				self.failed += 1;
				return Ok(());
			}
		}
		self.ballots.insert(by, ciphertexts);
		Ok(())
	}

	/// Mixes, tags, matches, mixes again and decrypts. `roll` does not contain those who voted on paper.
	pub fn tally(
		self,
		registry: &Registry,
		booths: &[&Kiosk],
		roll: &[Ciphertext],
		roll_key: &SharedKey,
		tagging_key: &SharedKey,
		rng: &mut ChaCha20Rng,
	) -> Outcome<Tallied> {
		let Self { settings, number, table, vote_key, ballots, failed, .. } = self;
		let contests = usize::from(settings.contests);
		let mut list = Vec::new();
		for (by, ciphertexts) in &ballots {
			let place = registry.places.get(by).ok_or("the credential is not active")?;
			let kiosk = booths.iter().find(|kiosk| kiosk.place == *place).ok_or("no such booth")?;
			list.push(Ciphertext::open(&kiosk.element(settings, by)?));
			list.extend(ciphertexts);
		}
		let mut keys = vec![*roll_key.public()];
		keys.resize(1 + contests, *vote_key.public());

		let mixer = Mixer { election: number, proofs: settings.all_proofs };
		let Mixed { lists: mixed, orders: permutations } = mixer.mix(step::MIX_BALLOTS, 0, &keys, list, 1, rng)?;
		let mixed_roll = mixer.mix(step::MIX_ROLL, 0, &[*roll_key.public()], roll.to_vec(), 0, rng)?.lists;
		let last = mixed.last().ok_or("nobody mixed")?;
		let tags = tagging_key.tags(roll_key, &column(last, 1 + settings.contests, 0))?;
		let roll_tags = tagging_key.tags(roll_key, mixed_roll.last().ok_or("nobody mixed")?)?;
		let verdicts = matched(&roll_tags, &tags)?;

		let (mut votes, mut read) = (Vec::new(), Vec::new());
		for contest in 0..settings.contests {
			let counted: Vec<_> = column(last, 1 + settings.contests, 1 + contest)
				.into_iter()
				.zip(&verdicts)
				.filter_map(|(vote, verdict)| (*verdict == BallotVerdict::Counts).then_some(vote))
				.collect();
			let list = if settings.lacks(Leak::SecondMixOff) || counted.is_empty() {
				counted
			} else {
				let mut lists = mixer.mix(step::MIX, contest, &[*vote_key.public()], counted, 0, rng)?.lists;
				lists.pop().ok_or("nobody mixed")?
			};
			let points = vote_key.decrypt(&decoded(&list)?)?;
			read.push(table.find_all(&points));
			votes.push(points);
		}
		let corrupt = |mixer: usize| mixer == 0 || settings.lacks(Leak::AllMixersCorrupt);
		let permutations = (0..).zip(permutations).map(|(mixer, order)| corrupt(mixer).then_some(order)).collect();
		let ballots = ballots.into_iter().map(|(by, selections)| CastBallot { by, selections }).collect();
		Ok(Tallied { ballots, failed, mixed, mixed_roll, tags, roll_tags, verdicts, votes, read, permutations })
	}
}

fn matched(roll: &[Option<Tag>], ballots: &[Option<Tag>]) -> Outcome<Vec<BallotVerdict>> {
	let mut kept = BTreeMap::new();
	let mut matching = Matching::new(roll.len() as u32, ballots.len() as u32);
	matching.roll(roll, &mut kept)?;
	Ok(matching.ballots(ballots, &mut kept)?)
}

/// The lists after each mixer.
struct Mixed {
	lists: Vec<Vec<Ciphertext>>,
	/// For each mixer: output i is its input number `orders[i]`.
	orders: Vec<Vec<u32>>,
}

/// The mixers of an election, who mix in turn.
struct Mixer {
	election: u32,
	proofs: bool,
}

impl Mixer {
	/// Mixes a list. Its first `open` columns are not encrypted yet.
	fn mix(
		&self,
		step: u8,
		contest: u8,
		keys: &[Element],
		list: Vec<Ciphertext>,
		open: u8,
		rng: &mut ChaCha20Rng,
	) -> Outcome<Mixed> {
		let (mut lists, mut orders, mut inputs) = (Vec::new(), Vec::new(), list);
		for prover in 1..=MIXERS {
			let open = if prover == 1 { open } else { 0 };
			let before = Inputs::first(&inputs, open);
			let (outputs, witness) = shuffle::shuffle(keys, before, rng)?;
			if self.proofs {
				let context = Context {
					genesis: GENESIS,
					election: self.election,
					unit: UNIT,
					contest,
					step,
					prover,
					attempt: 0,
				};
				let statement = shuffle::Statement {
					context: &context,
					keys,
					input_digest: ListDigest::of(&inputs, 64),
					output_digest: ListDigest::of(&outputs, 64),
					shape: Shape::of((inputs.len() / keys.len()) as u32, keys.len() as u8)?,
				};
				let proof = shuffle::prove(&statement, before, &outputs, &witness, rng, |_, _| ())?;
				shuffle::verify(&statement, before, &outputs, &proof)?;
			}
			orders.push(witness.permutation().to_vec());
			lists.push(outputs.clone());
			inputs = outputs;
		}
		Ok(Mixed { lists, orders })
	}
}

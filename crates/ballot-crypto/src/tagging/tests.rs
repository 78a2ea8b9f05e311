//! Pages of tag shares, good and bad; both lists tagged, opened and matched.

use super::*;
use crate::{
	context::step,
	decryption::{coefficient, share_key, share_secret},
	matching::{BallotVerdict, Matching},
	EncodedScalar, Transcript, BASE_POINT,
};
use alloc::collections::BTreeMap;
use curve25519_dalek::Scalar;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

const CONTEXT: Context =
	Context { genesis: [1; 32], election: 2, unit: 3, contest: 0, step: step::TAG_BALLOTS, prover: 4, attempt: 0 };

fn credentials(count: u64, key: &Element, rng: &mut ChaCha20Rng) -> Vec<Ciphertext> {
	(1..=count)
		.map(|n| Ciphertext::encrypt(&(BASE_POINT * Scalar::from(n)), key, Secret::random(rng).scalar()))
		.collect()
}

struct Made {
	secret: Secret,
	page: Page,
	shares: Vec<Ciphertext>,
	proof: Proof,
}

impl Made {
	fn new(count: u64, seed: u64) -> Self {
		let mut rng = ChaCha20Rng::seed_from_u64(seed);
		let roll_key = Secret::random(&mut rng).public_element().unwrap();
		let page = Page::new(&credentials(count, &roll_key, &mut rng)).unwrap();
		let proof = Proof { e: EncodedScalar([0; 32]), s: EncodedScalar([0; 32]) };
		let mut made = Self { secret: Secret::random(&mut rng), page, shares: vec![], proof };
		let (shares, proof) = prove(&made.statement(), &made.secret, &mut rng).unwrap();
		(made.shares, made.proof) = (shares, proof);
		made
	}

	fn statement(&self) -> Statement<'_> {
		Statement {
			context: &CONTEXT,
			list_digest: [7; 32],
			start: 8,
			total: 20,
			key: self.secret.public_element().unwrap(),
			page: &self.page,
		}
	}

	fn refuses(&self, statement: &Statement, why: Rejected) {
		assert_eq!(verify(statement, &self.shares, &self.proof), Err(why));
	}
}

/// The proof that somebody insists on who computes all as the verifier will and answers with `secret`:
/// written from A2 and A3.1.
fn insist(statement: &Statement, shares: &[Ciphertext], secret: &Scalar) -> Proof {
	let (bases, shares) = (statement.page.0.encoded(), alternating(shares));
	let seed = Transcript::new("dobush/v1/shares", statement.context)
		.with("list", &statement.list_digest)
		.with("total", &(2 * statement.total))
		.with("start", &(2 * statement.start))
		.with("count", &(bases.len() as u32))
		.with("key", &Encoded::from(&statement.key))
		.with("bases", bases)
		.with("shares", &shares);
	let sum = |points: &[Encoded]| -> RistrettoPoint {
		(0..).zip(points).map(|(k, point)| point.point().unwrap() * seed.weights().get(k)).sum()
	};
	let (x, y, nonce) = (sum(bases), sum(&shares), Scalar::from(77u64));
	let e = seed
		.with("x", &Encoded::from(&x))
		.with("y", &Encoded::from(&y))
		.with("on-base", &Encoded::from(&(BASE_POINT * nonce)))
		.with("on-x", &Encoded::from(&(x * nonce)))
		.challenge("e");
	Proof { e: EncodedScalar::from(&e), s: EncodedScalar::from(&(nonce + e * secret)) }
}

#[test]
fn a_page_is_raised_in_both_columns() {
	for count in [1, 2, 12] {
		let made = Made::new(count, 1);
		let points = verify_and_decode(&made.statement(), &made.shares, &made.proof).unwrap();
		assert_eq!((points.len(), made.page.len()), (count as usize, count as usize));
		assert!(!made.page.is_empty());
		for (point, pair) in points.iter().zip(made.page.0.encoded().chunks(2)) {
			assert_eq!(point.c1, pair[0].point().unwrap() * made.secret.scalar());
			assert_eq!(point.c2, pair[1].point().unwrap() * made.secret.scalar());
		}
		// The second opinion agrees.
		let proof = insist(&made.statement(), &made.shares, made.secret.scalar());
		assert_eq!(verify(&made.statement(), &made.shares, &proof), Ok(()));
	}
}

#[test]
fn a_page_moved_elsewhere_is_refused() {
	let made = Made::new(5, 2);
	let good = made.statement();
	for context in [
		Context { genesis: [9; 32], ..CONTEXT },
		Context { election: 9, ..CONTEXT },
		Context { unit: 9, ..CONTEXT },
		Context { contest: 9, ..CONTEXT },
		Context { step: step::TAG_ROLL, ..CONTEXT },
		Context { step: step::DECRYPT, ..CONTEXT },
		Context { prover: 9, ..CONTEXT },
		Context { attempt: 9, ..CONTEXT },
	] {
		made.refuses(&Statement { context: &context, ..good }, Rejected::Equation);
	}
	made.refuses(&Statement { list_digest: [9; 32], ..good }, Rejected::Equation);
	made.refuses(&Statement { start: 9, ..good }, Rejected::Equation);
	made.refuses(&Statement { total: 19, ..good }, Rejected::Equation);
	made.refuses(&Statement { key: BASE_POINT.try_into().unwrap(), ..good }, Rejected::Equation);
	let other = Made::new(5, 3);
	made.refuses(&Statement { page: &other.page, ..good }, Rejected::Equation);
}

#[test]
fn a_page_outside_its_list_is_refused() {
	let made = Made::new(5, 2);
	let good = made.statement();
	for (start, total) in [(16, 20), (0, 4), (1 << 31, u32::MAX), (0, 1 << 31), (u32::MAX, u32::MAX)] {
		made.refuses(&Statement { start, total, ..good }, Rejected::Range);
	}
	let none = Page::new(&[]).unwrap();
	assert!(none.is_empty());
	assert_eq!(verify(&Statement { page: &none, ..good }, &[], &made.proof), Err(Rejected::Range));
}

#[test]
fn shares_must_be_as_many_as_entries_and_well_formed() {
	let mut made = Made::new(3, 4);
	for (bytes, why) in [([0; 32], Malformed::Identity), ([0xff; 32], Malformed::Element)] {
		let mut shares = made.shares.clone();
		shares[1].c2 = Encoded(bytes);
		assert_eq!(verify(&made.statement(), &shares, &made.proof), Err(Rejected::Share(3, why)));
	}
	let last = made.shares.pop();
	made.refuses(&made.statement(), Rejected::Count);
	made.shares.extend([last, last].into_iter().flatten());
	made.refuses(&made.statement(), Rejected::Count);
}

#[test]
fn the_first_list_of_ballots_is_not_tagged() {
	let open = Ciphertext::open(&BASE_POINT.try_into().unwrap());
	assert_eq!(Page::new(&[open]).unwrap_err(), Malformed::Identity);
}

/// The one column raised honestly, the other not; both by another secret; a share of one entry at another's place.
#[test]
fn one_wrong_column_is_refused() {
	let made = Made::new(4, 5);
	let statement = made.statement();
	let add = |point: &Encoded| Encoded::from(&(point.point().unwrap() + BASE_POINT));
	let mut left = made.shares.clone();
	left[2].c1 = add(&left[2].c1);
	let mut right = made.shares.clone();
	right[2].c2 = add(&right[2].c2);
	let mut exchanged = made.shares.clone();
	(exchanged[0].c1, exchanged[0].c2) = (exchanged[0].c2, exchanged[0].c1);
	let mut swapped = made.shares.clone();
	swapped.swap(0, 1);
	// In the plain sum of the page these two errors cancel.
	let mut cancelling = made.shares.clone();
	cancelling[2].c1 = add(&cancelling[2].c1);
	cancelling[2].c2 = Encoded::from(&(cancelling[2].c2.point().unwrap() - BASE_POINT));
	for shares in [left, right, exchanged, swapped, cancelling] {
		let proof = insist(&statement, &shares, made.secret.scalar());
		assert_eq!(verify(&statement, &shares, &proof), Err(Rejected::Equation));
	}
	let other = Secret::try_from(made.secret.scalar() + Scalar::ONE).unwrap();
	let theirs: Vec<_> = alternating(&made.shares)
		.chunks(2)
		.zip(made.page.0.encoded().chunks(2))
		.map(|(share, base)| Ciphertext {
			c1: Encoded::from(&(share[0].point().unwrap() + base[0].point().unwrap())),
			c2: Encoded::from(&(share[1].point().unwrap() + base[1].point().unwrap())),
		})
		.collect();
	let proof = insist(&statement, &theirs, other.scalar());
	assert_eq!(verify(&statement, &theirs, &proof), Err(Rejected::Equation));
	// Under their own key it is a good page.
	let own = Statement { key: other.public_element().unwrap(), ..statement };
	let proof = insist(&own, &theirs, other.scalar());
	assert_eq!(verify(&own, &theirs, &proof), Ok(()));
}

#[test]
fn a_prover_with_the_wrong_secret_is_told() {
	let mut rng = ChaCha20Rng::seed_from_u64(6);
	let made = Made::new(2, 6);
	assert_eq!(prove(&made.statement(), &Secret::random(&mut rng), &mut rng), Err(Rejected::WrongSecret));
}

#[test]
fn ragged_columns_are_refused() {
	let one = CiphertextPoints { c1: BASE_POINT, c2: BASE_POINT };
	assert_eq!(add(&[&[one], &[one, one]]), Err(RaggedColumns));
	assert_eq!(add(&[]), Ok(vec![]));
	assert_eq!(open(&[BASE_POINT], &[&[]]), Err(RaggedColumns));
}

/// Five trustees with both keys by Shamir's scheme; S tags, S' opens.
struct Trustees {
	z: Vec<Secret>,
	r: Vec<Secret>,
}

impl Trustees {
	fn at(polynomial: &[Secret], x: u16) -> Secret {
		let x = Scalar::from(x);
		Secret::try_from(polynomial.iter().rev().fold(Scalar::ZERO, |sum, next| sum * x + next.scalar())).unwrap()
	}

	/// The tags of a list, by these sets.
	fn tags(
		&self,
		list: &[Ciphertext],
		s: &[u16],
		other_s: &[u16],
		step: u8,
		rng: &mut ChaCha20Rng,
	) -> Vec<Option<Tag>> {
		let page = Page::new(list).unwrap();
		let context = |prover| Context { step, prover, ..CONTEXT };
		let total = list.len() as u32;
		let column = |i: &u16, rng: &mut ChaCha20Rng| {
			let lambda = coefficient(s, *i).unwrap();
			let (secret, context) = (Self::at(&self.z, *i), context(*i));
			let key = share_key(&lambda, &secret.public_element().unwrap()).unwrap();
			let statement = Statement { context: &context, list_digest: [0; 32], start: 0, total, key, page: &page };
			let (shares, proof) = prove(&statement, &share_secret(&lambda, &secret).unwrap(), rng).unwrap();
			verify_and_decode(&statement, &shares, &proof).unwrap()
		};
		let columns: Vec<_> = s.iter().map(|i| column(i, rng)).collect();
		let encrypted = add(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap();
		let bases = Bases::new(encrypted.iter().map(|one| Encoded::from(&one.c1)).collect()).unwrap();
		let column = |j: &u16, rng: &mut ChaCha20Rng| {
			let mu = coefficient(other_s, *j).unwrap();
			let (secret, context) = (Self::at(&self.r, *j), context(*j));
			let key = share_key(&mu, &secret.public_element().unwrap()).unwrap();
			let statement =
				equality::Statement { context: &context, list_digest: [0; 32], start: 0, total, key, bases: &bases };
			let secret = share_secret(&mu, &secret).unwrap();
			let (shares, proof) = equality::prove(&statement, &secret, rng).unwrap();
			equality::verify_and_decode(&statement, &shares, &proof).unwrap()
		};
		let columns: Vec<_> = other_s.iter().map(|j| column(j, rng)).collect();
		let c2: Vec<_> = encrypted.iter().map(|one| one.c2).collect();
		open(&c2, &columns.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap()
	}
}

#[test]
fn three_of_five_tag_both_lists_and_only_ballots_of_the_roll_count() {
	let mut rng = ChaCha20Rng::seed_from_u64(9);
	let mut polynomial = || (0..3).map(|_| Secret::random(&mut rng)).collect::<Vec<_>>();
	let trustees = Trustees { z: polynomial(), r: polynomial() };
	let (z, roll_key) = (trustees.z[0].scalar(), trustees.r[0].public_element().unwrap());
	let encrypt = |n: u64, rng: &mut ChaCha20Rng| {
		Ciphertext::encrypt(&(BASE_POINT * Scalar::from(n)), &roll_key, Secret::random(rng).scalar())
	};
	let roll: Vec<_> = [11, 12, 13].map(|n| encrypt(n, &mut rng)).into();
	// A fake, one of the roll, the identity, which a roll cannot hold, and another of the roll.
	let ballots: Vec<_> = [99, 12, 0, 11].map(|n| encrypt(n, &mut rng)).into();
	let roll_tags = trustees.tags(&roll, &[1, 2, 5], &[3, 4, 5], step::TAG_ROLL, &mut rng);
	// Another S and S' give the same tags: they are z·Q.
	let ballot_tags = trustees.tags(&ballots, &[4, 1, 3], &[1, 2, 3], step::TAG_BALLOTS, &mut rng);
	assert_eq!(ballot_tags[1], Tag::of(&(BASE_POINT * (z * Scalar::from(12u64)))));
	assert_eq!(ballot_tags[2], None);
	let mut kept = BTreeMap::new();
	let mut matching = Matching::new(3, 4);
	assert_eq!(matching.roll(&roll_tags, &mut kept), Ok(vec![]));
	let verdicts = matching.ballots(&ballot_tags, &mut kept).unwrap();
	assert_eq!(
		verdicts,
		[BallotVerdict::Dropped, BallotVerdict::Counts, BallotVerdict::Dropped, BallotVerdict::Counts]
	);
	assert_eq!(matching.finish(), Some(2));
	// Two trustees are too few: no tag of one list is a tag of the other.
	let few = trustees.tags(&ballots, &[1, 2], &[1, 2, 3], step::TAG_BALLOTS, &mut rng);
	assert!(few.iter().flatten().all(|tag| !kept.contains_key(tag)));
}

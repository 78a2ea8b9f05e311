//! Many ballots in one sum.

use super::*;

/// Ballots of one contest by several credentials.
fn batch(count: u8) -> (Selections, Element, Vec<(BallotContext, Ciphertext, Proof)>) {
	let mut rng = ChaCha20Rng::seed_from_u64(50);
	let table = table_of(6);
	let selections = Selections::of(&table);
	let key = Secret::random(&mut rng).public();
	let ballots = (0..count)
		.map(|n| {
			let context = BallotContext { credential: [n; 32], ..context(key) };
			let index = usize::from(n) % 6;
			let (ciphertext, _, secret) = encrypt_selection(&context, &table.select(index).unwrap(), &mut rng).unwrap();
			let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
			let proof = prove(&statement, index, &secret, &mut rng).unwrap();
			(context, ciphertext, proof)
		})
		.collect();
	(selections, key.element().unwrap(), ballots)
}

fn check(
	selections: &Selections,
	key: &Element,
	ballots: &[(BallotContext, Ciphertext, Proof)],
) -> Result<(), BatchRejected> {
	let ballots: Vec<_> =
		ballots.iter().map(|(context, ciphertext, proof)| Ballot { context, ciphertext, proof }).collect();
	verify_batch(selections, key, &ballots)
}

fn shift(scalar: &mut EncodedScalar, by: &Scalar) {
	*scalar = EncodedScalar::from(&(scalar.scalar().unwrap() + by));
}

#[test]
fn good_ballots_hold_together_and_so_does_none() {
	let (selections, key, ballots) = batch(9);
	for count in [0, 1, 2, 9] {
		assert_eq!(check(&selections, &key, &ballots[..count]), Ok(()));
	}
}

#[test]
fn one_bad_ballot_fails_the_batch_wherever_it_stands() {
	let (selections, key, good) = batch(4);
	for bad in 0..4 {
		let mut ballots = good.clone();
		ballots[bad].1 = ballots[(bad + 1) % 4].1;
		assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
	}
}

#[test]
fn a_malformed_ballot_is_named() {
	let (selections, key, good) = batch(3);
	let mut ballots = good.clone();
	ballots[1].2.rounds[0].g = Encoded::IDENTITY;
	let why = Rejected::Element(Malformed::Identity);
	assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Ballot(1, why)));
	let mut ballots = good;
	ballots[2].0.key = Encoded::from(&BASE_POINT);
	assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Ballot(2, Rejected::OtherKey)));
}

/// Without weights these errors would cancel: in M1 of two ballots, and in M1 and M2 of one.
#[test]
fn errors_that_cancel_without_weights_are_refused() {
	let (selections, key, good) = batch(2);
	let mut ballots = good.clone();
	shift(&mut ballots[0].2.rounds[0].za, &Scalar::ONE);
	shift(&mut ballots[1].2.rounds[0].za, &-Scalar::ONE);
	assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
	let mut ballots = good;
	shift(&mut ballots[0].2.rounds[0].za, &Scalar::ONE);
	shift(&mut ballots[0].2.rounds[0].zb, &-Scalar::ONE);
	assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
}

/// Were the responses not hashed, the weights would be known before them, and errors could be made to cancel.
#[test]
fn responses_chosen_after_the_weights_are_refused() {
	let (selections, key, mut ballots) = batch(2);
	let states: Vec<[u8; 32]> = ballots
		.iter()
		.map(|(context, ciphertext, proof)| {
			let statement = Statement { context, selections: &selections, ciphertext };
			answered(committed(begin(&statement), &proof.rounds), proof).digest()
		})
		.collect();
	let nowhere = Context { genesis: [0; 32], election: 0, unit: 0, contest: 0, step: 0, prover: 0, attempt: 0 };
	let weights = Transcript::new("dobush/v1/membership/batch", &nowhere).with("states", &states).weights();
	let blind = Transcript::new("dobush/v1/membership/batch", &nowhere).weights();
	// The same weights as before: za of the first round of each ballot stands at these places.
	let (first, second) = (weights.get(0), weights.get(8));
	let good = ballots.clone();
	shift(&mut ballots[0].2.rounds[0].za, &second);
	shift(&mut ballots[1].2.rounds[0].za, &-first);
	assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
	// Weights that cover no ballot at all would be known to everybody for ever.
	let mut ballots = good;
	shift(&mut ballots[0].2.rounds[0].za, &blind.get(8));
	shift(&mut ballots[1].2.rounds[0].za, &-blind.get(0));
	assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
}

#[test]
fn the_weights_depend_on_every_response() {
	let made = Made::new(6, 2, 3);
	let state = |proof: &Proof| answered(committed(begin(&made.statement()), &proof.rounds), proof).digest();
	let changed = |change: &dyn Fn(&mut Proof)| {
		let mut proof = made.proof.clone();
		change(&mut proof);
		state(&proof)
	};
	let mut states = vec![state(&made.proof), changed(&|proof| shift(&mut proof.zd, &Scalar::ONE))];
	for j in 0..made.proof.rounds.len() {
		states.push(changed(&|proof| shift(&mut proof.rounds[j].f, &Scalar::ONE)));
		states.push(changed(&|proof| shift(&mut proof.rounds[j].za, &Scalar::ONE)));
		states.push(changed(&|proof| shift(&mut proof.rounds[j].zb, &Scalar::ONE)));
	}
	let count = states.len();
	states.sort();
	states.dedup();
	assert_eq!(states.len(), count);
}

//! One game: two elections with one coerced voter, and what the coercer has of them.

use crate::{
	elections::Polls,
	enrolment::{below, fakes, visit, Key, Kiosk, Registry},
	settings::{Behaviour, Settings},
	trustees::{SharedKey, ACTING, THRESHOLD},
	view::{HandedOver, Query, SideKnowledge, View, FACTOR},
	Leak, Outcome,
};
use ballot_crypto::{
	elgamal::CiphertextPoints, enrolment::Pair, hash_to_element, Ciphertext, Element, Encoded, Scalar,
};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use rand_core::RngCore;

/// The pseudonym of the coerced voter; those of the coercer's own two follow, and the others are filled with 10, 11 and
/// so on.
const COERCED: [u8; 32] = [7; 32];
const OWN: [[u8; 32]; 2] = [[8; 32], [9; 32]];

/// A voter with credentials, named by their accounts.
struct Voter {
	id: [u8; 32],
	real: Encoded,
	pair: Pair,
	fakes: Vec<Encoded>,
}

/// One of the coercer's own voters, with keys of the corrupt booth.
struct Own {
	id: [u8; 32],
	real: Key,
	fake: Key,
}

/// Plays one game. The same seed yields the same game.
pub fn play(settings: &Settings, behaviour: Behaviour, seed: u64) -> Outcome<View> {
	let mut bytes = [0; 32];
	bytes[..8].copy_from_slice(&seed.to_le_bytes());
	bytes[8] = (behaviour == Behaviour::Obeys).into();
	let rng = &mut ChaCha20Rng::from_seed(bytes);
	let [roll_key, vote_keys @ ..] = [(); 3].map(|()| SharedKey::random(rng));
	let roll_key = roll_key?;
	let tagging = SharedKey::random(rng)?;
	let second_tagging = if settings.lacks(Leak::SameTaggingKey) { tagging.clone() } else { SharedKey::random(rng)? };

	// Enrolment. The coerced voter's papers are real ones; of the others nobody sees any.
	let (honest, corrupt) = (Kiosk::new(*roll_key.public(), rng), Kiosk::new(*roll_key.public(), rng));
	let mut registry = Registry::default();
	let drawn = fakes(settings, rng);
	let coerced = visit(&honest, settings, COERCED, drawn, rng)?;
	let (mut voters, mut keys) = (Vec::new(), Vec::new());
	for number in 0..settings.voters {
		let real = honest.fresh(settings, false, rng)?;
		let fakes =
			(0..fakes(settings, rng)).map(|_| honest.fresh(settings, false, rng)).collect::<Outcome<Vec<_>>>()?;
		let id = [10 + number as u8; 32];
		let accounts = fakes.iter().map(|fake| fake.account()).collect();
		voters.push(Voter { id, real: real.account(), pair: real.pair(), fakes: accounts });
		keys.push([vec![real], fakes].concat());
	}
	let mut decoys = activate(settings, &honest, &mut registry, &coerced, keys, rng)?;
	let mut own = Vec::new();
	for id in OWN {
		let (real, fake) = (corrupt.fresh(settings, false, rng)?, corrupt.fresh(settings, true, rng)?);
		own.push(Own { id, real, fake });
	}

	// The coercer takes the papers.
	let (mut handed, real) = (Vec::new(), coerced.first().ok_or("nothing was printed")?.0.key);
	handed.extend(coerced.iter().map(|(credential, _)| credential.clone()));
	if behaviour == Behaviour::Deceives {
		handed.retain(|one| one.key != real);
	}
	for last in (1..handed.len()).rev() {
		handed.swap(last, below(last as u32 + 1, rng) as usize);
	}
	let claimed = match behaviour {
		Behaviour::Obeys => handed.iter().position(|one| one.key == real).ok_or("the real credential is missing")?,
		Behaviour::Deceives => below(handed.len() as u32, rng) as usize,
	};
	let called_real = handed.get(claimed).ok_or("nothing was handed over")?.key;

	// The corrupt booth activates its keys, and twice the key that the voter calls real.
	let twice = Encoded::from(&(called_real.point()? * Scalar::from(2u64)));
	let mut keys: Vec<_> = own.iter().flat_map(|own| [own.real.clone(), own.fake.clone()]).collect();
	keys.push(corrupt.key(settings, twice, true, rng)?);
	registry.activate(settings, &corrupt, keys, 0, rng)?;

	// The roll. The second voter of the coercer shall get a multiple of the coerced voter's entry.
	let coerced_pair = coerced.first().ok_or("nothing was printed")?.1.pair();
	registry.enrol(settings, &honest.place.booth, COERCED, coerced_pair);
	for voter in &voters {
		registry.enrol(settings, &honest.place.booth, voter.id, voter.pair);
	}
	let multiple = multiple(&coerced_pair)?;
	for (Own { id, real, .. }, pair) in own.iter().zip([None, Some(multiple)]) {
		let taken = pair.is_some_and(|pair| registry.enrol(settings, &corrupt.place.booth, *id, pair));
		if !taken {
			registry.enrol(settings, &corrupt.place.booth, *id, real.pair());
		}
	}

	// First election.
	let order = vec![0; usize::from(settings.contests)];
	let [first_key, second_key] = vote_keys;
	let mut polls = Polls::open(settings, 1, first_key?)?;
	let mut known =
		SideKnowledge { related: Some(twice), fakes_of_own_voter: fakes(settings, rng), ..SideKnowledge::default() };
	// By the calendar every client takes the whole unit once, whether it casts or not.
	let mut asked = vec![Query::WholeUnit; voters.len() + 1];
	free_votes(settings, &mut polls, &registry, &voters, rng)?;
	decoy_votes(settings, &mut polls, &registry, &mut decoys, rng)?;
	if behaviour == Behaviour::Deceives {
		if settings.lacks(Leak::ClientAsks) {
			asked.push(Query::Voter(COERCED));
		}
		polls.cast(&registry, &real, &choice(settings, rng), rng)?;
	}
	let marker = hash_to_element("dobush/coercion/marker", &seed);
	let marked = polls.mark(&registry, &called_real, &Element::try_from(marker)?, rng)?;
	for credential in handed.iter().filter(|one| !marked || one.key != called_real) {
		polls.cast(&registry, &credential.key, &order, rng)?;
	}
	coercers_votes(settings, &mut polls, &registry, (&voters, &own), &mut known, &order, rng)?;
	let roll: Vec<_> = registry.roll.values().copied().collect();
	let booths = [&honest, &corrupt];
	let first = polls.tally(&registry, &booths, &roll, &roll_key, &tagging, rng)?;

	// Second election: by order the coerced voter votes on paper, which is published; the coercer casts what it has.
	let mut polls = Polls::open(settings, 2, second_key?)?;
	free_votes(settings, &mut polls, &registry, &voters, rng)?;
	decoy_votes(settings, &mut polls, &registry, &mut decoys, rng)?;
	for credential in &handed {
		polls.cast(&registry, &credential.key, &order, rng)?;
	}
	let roll: Vec<_> = registry.roll.iter().filter(|(id, _)| **id != COERCED).map(|(_, entry)| *entry).collect();
	let second = polls.tally(&registry, &booths, &roll, &roll_key, &second_tagging, rng)?;

	let corrupt_trustees = if settings.lacks(Leak::ThresholdCorrupt) { THRESHOLD } else { THRESHOLD - 1 };
	let shares = |key: &SharedKey| -> Vec<_> {
		ACTING.iter().take(corrupt_trustees.into()).map(|j| (*j, key.share(*j))).collect()
	};
	Ok(View {
		roll_key: *roll_key.public(),
		voter_id: COERCED,
		order,
		batches: registry.batches,
		enrolments: registry.enrolments,
		roll: registry.roll,
		elections: [first, second],
		handed,
		claimed,
		known,
		roll_shares: shares(&roll_key),
		tag_shares: shares(&tagging),
		asked,
		booth_secret: corrupt.secret,
	})
}

/// Activates the batches of the honest booth: two, or others where a precaution about them is left out. Returns the
/// decoys of each.
fn activate(
	settings: &Settings,
	honest: &Kiosk,
	registry: &mut Registry,
	coerced: &[(HandedOver, Key)],
	keys: Vec<Vec<Key>>,
	rng: &mut ChaCha20Rng,
) -> Outcome<Vec<Vec<Encoded>>> {
	let mine: Vec<_> = coerced.iter().map(|(_, key)| key.clone()).collect();
	let half = settings.companions() as usize;
	let (with, without) = (keys.get(..half).unwrap_or_default(), keys.get(half..).unwrap_or_default());
	let (full, other) = (settings.keys_in_a_batch(half + 1), settings.keys_in_a_batch(without.len()));
	let mut decoys = Vec::new();
	match settings.leak {
		Some(Leak::BatchOfOne) => {
			registry.activate(settings, honest, mine, 0, rng)?;
			decoys.push(registry.activate(settings, honest, with.concat(), full, rng)?);
		}
		Some(Leak::LateFake) => {
			let (real, fakes) = mine.split_first().ok_or("nothing was printed")?;
			decoys.push(registry.activate(
				settings,
				honest,
				[vec![real.clone()], with.concat()].concat(),
				full,
				rng,
			)?);
			registry.activate(settings, honest, fakes.to_vec(), 2 * fakes.len(), rng)?;
		}
		_ => decoys.push(registry.activate(settings, honest, [mine, with.concat()].concat(), full, rng)?),
	}
	decoys.push(registry.activate(settings, honest, without.concat(), other, rng)?);
	Ok(decoys)
}

/// `(a·E, a·F)` with a = [`FACTOR`], which encrypts a·Q. Anybody can make it.
fn multiple(pair: &Pair) -> Outcome<Pair> {
	let a = Scalar::from(FACTOR);
	let times = |one: &Ciphertext| -> Outcome<Ciphertext> {
		let CiphertextPoints { c1, c2 } = one.decode_points()?;
		Ok(CiphertextPoints { c1: c1 * a, c2: c2 * a }.encode())
	};
	Ok(Pair { element: times(&pair.element)?, key: times(&pair.key)? })
}

/// The options of a free voter: uniform in every contest.
fn choice(settings: &Settings, rng: &mut ChaCha20Rng) -> Vec<usize> {
	(0..settings.contests).map(|_| below(settings.options.into(), rng) as usize).collect()
}

fn free_votes(
	settings: &Settings,
	polls: &mut Polls,
	registry: &Registry,
	voters: &[Voter],
	rng: &mut ChaCha20Rng,
) -> Outcome<()> {
	for voter in voters {
		if below(100, rng) < settings.turnout {
			polls.cast(registry, &voter.real, &choice(settings, rng), rng)?;
		}
	}
	Ok(())
}

/// The booth casts a secret uniform number of decoy ballots, each with a decoy of a random batch, and with others in
/// each election.
fn decoy_votes(
	settings: &Settings,
	polls: &mut Polls,
	registry: &Registry,
	decoys: &mut [Vec<Encoded>],
	rng: &mut ChaCha20Rng,
) -> Outcome<()> {
	if settings.lacks(Leak::NoDecoys) {
		return Ok(());
	}
	decoys.iter_mut().for_each(|batch| batch.sort_by_cached_key(|_| rng.next_u64()));
	let mut next = vec![0; decoys.len()];
	for _ in 0..below(settings.most_decoys + 1, rng) {
		let batch = below(decoys.len() as u32, rng) as usize;
		let (Some(keys), Some(next)) = (decoys.get(batch), next.get_mut(batch)) else { continue };
		let decoy = keys.get(*next).ok_or("a batch has too few decoys")?;
		*next += 1;
		polls.cast(registry, decoy, &choice(settings, rng), rng)?;
	}
	Ok(())
}

/// Casts what the coercer knows everything about: sellers' fakes, the coercer's own fakes, the related key, and one own
/// voter.
fn coercers_votes(
	settings: &Settings,
	polls: &mut Polls,
	registry: &Registry,
	(voters, own): (&[Voter], &[Own]),
	known: &mut SideKnowledge,
	order: &[usize],
	rng: &mut ChaCha20Rng,
) -> Outcome<()> {
	let sold = voters.iter().take(settings.sellers as usize).filter_map(|voter| voter.fakes.first().copied());
	let fakes = own.iter().map(|own| own.fake.account());
	let dropped: Vec<Encoded> = sold.chain(fakes).chain(known.related).collect();
	for account in &dropped {
		polls.cast(registry, account, order, rng)?;
	}
	known.dropped = dropped;
	if let Some(Own { real, .. }) = own.first() {
		polls.cast(registry, &real.account(), order, rng)?;
		known.counted.push(order.to_vec());
	}
	Ok(())
}

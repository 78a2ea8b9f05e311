//! The coercer's ideas (distinguishers). Each looks at a view and says whether the voter obeyed. Most of them find one
//! leak each. Where that precaution is not left out, they say the same whatever the voter did.

use crate::{
	ideal::{Ideal, Public},
	view::{ActiveKey, Query, State, View, FACTOR, GENESIS, UNIT},
	Leak,
};
use ballot_crypto::{
	booth,
	decryption::coefficients,
	matching::{BallotVerdict, Tag},
	CredentialPlace, Encoded, RistrettoPoint, Scalar,
};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

/// One idea.
#[derive(Clone, Copy)]
pub struct Idea {
	/// The name of the idea, for tables.
	pub name: &'static str,
	/// The leak that it finds; none for ideas that use what must be public.
	pub finds: Option<Leak>,
	/// Says whether the voter obeyed. `None` if the view is inconsistent, which no game makes.
	pub says: fn(&Ideal, &View) -> Option<bool>,
}

/// All ideas.
pub fn ideas() -> Vec<Idea> {
	let leak = |name, finds, says| Idea { name, finds: Some(finds), says };
	let public = |name, says| Idea { name, finds: None, says };
	vec![
		public("everything that must be public", everything_public),
		public("votes for the ordered option", ordered_votes),
		public("ballots of the voter's batch", ballots_of_the_batch),
		public("the papers, checked as a voter's device does", papers),
		leak("dropped ballots that nobody explains", Leak::NoDecoys, unexplained),
		leak("all keys of the batch were handed over", Leak::BatchOfOne, whole_batch),
		leak("the ordered combination among the votes", Leak::SecondMixOff, combination),
		leak("the roll's tag that is missing later", Leak::SameTaggingKey, missing_tag),
		leak("a marker among the votes", Leak::NoMembershipProof, marker),
		leak("a tag a·τ on the roll", Leak::NoEnrolmentProof, multiple),
		leak("a tag 2·τ among the ballots", Leak::RelatedKeys, related),
		leak("activated in the batch of the roll entry", Leak::LateFake, same_batch),
		leak("dropped ballots without decoys, known by envelopes", Leak::DecoysWithoutEnvelopes, without_envelopes),
		leak("as many papers as everybody gets", Leak::KnownFakes, usual_number),
		leak("somebody asked for this voter", Leak::ClientAsks, asked),
		leak("the ballot followed through the mix", Leak::AllMixersCorrupt, followed),
		leak("the roll entry, by the shares at hand", Leak::ThresholdCorrupt, decrypted),
	]
}

/// The number of ballots that did not count, without those that the coercer knows and without all but one of those cast
/// with credentials that were handed over.
fn dropped(view: &View) -> Option<u32> {
	let [first, _] = &view.elections;
	let known = view.known.dropped.len() + view.handed.len().checked_sub(1)?;
	u32::try_from(first.dropped().checked_sub(known)?).ok()
}

/// The number of votes for the ordered option in each contest, without the coercer's own.
fn votes(view: &View) -> Vec<u32> {
	let [first, _] = &view.elections;
	let all = first.read.iter().zip(&view.order).enumerate();
	all.map(|(contest, (read, ordered))| {
		let own = view.known.counted.iter().filter(|own| own.get(contest) == Some(ordered)).count();
		read.iter().filter(|vote| **vote == Some(*ordered)).count().saturating_sub(own) as u32
	})
	.collect()
}

fn public(view: &View) -> Option<Public> {
	let [first, _] = &view.elections;
	let batch = view.batches.get(view.batch_of_voter()?)?;
	let of_batch = |key: &Encoded| batch.keys.iter().any(|active| active.key == *key);
	let in_batch = first.ballots.iter().filter(|cast| of_batch(&cast.by) && !view.is_known(&cast.by)).count() as u32;
	let counted = (first.read.first()?.len() as u32).checked_sub(1 + view.known.counted.len() as u32)?;
	Some(Public { counted, dropped: dropped(view)?, in_batch })
}

fn everything_public(ideal: &Ideal, view: &View) -> Option<bool> {
	let [obeyed, deceived] = ideal.probabilities(&public(view)?, &votes(view), view.handed.len() as u32);
	Some(obeyed >= deceived)
}

fn ordered_votes(_: &Ideal, view: &View) -> Option<bool> {
	let options = view.elections[0].read.first()?.iter().flatten().max()? + 1;
	let counted = public(view)?.counted + 1;
	Some(votes(view).iter().all(|votes| votes * options as u32 > counted))
}

fn ballots_of_the_batch(ideal: &Ideal, view: &View) -> Option<bool> {
	// Without the votes and the papers.
	let [obeyed, deceived] = ideal.probabilities(&public(view)?, &[], 2);
	Some(obeyed >= deceived)
}

fn papers(_: &Ideal, view: &View) -> Option<bool> {
	let mut rng = ChaCha20Rng::from_seed([0; 32]);
	let papers = &view.called_real()?.papers;
	Some(booth::check(papers, &GENESIS, &State::of(view), &mut rng).is_ok())
}

fn unexplained(_: &Ideal, view: &View) -> Option<bool> {
	Some(dropped(view)? == 0)
}

fn whole_batch(_: &Ideal, view: &View) -> Option<bool> {
	let batch = view.batches.get(view.batch_of_voter()?)?;
	Some(batch.keys.iter().all(|active| view.handed.iter().any(|one| one.key == active.key)))
}

fn combination(_: &Ideal, view: &View) -> Option<bool> {
	let [first, _] = &view.elections;
	let rows = first.read.first()?.len();
	let row = |i: usize| -> Vec<Option<usize>> {
		first.read.iter().map(|contest| contest.get(i).copied().flatten()).collect()
	};
	let ordered: Vec<_> = view.order.iter().map(|option| Some(*option)).collect();
	let seen = (0..rows).filter(|i| row(*i) == ordered).count();
	Some(seen > view.known.counted.len())
}

/// The coerced voter is struck off the second roll: with one tagging key that is one tag less. Did the coercer cast
/// with it?
fn missing_tag(_: &Ideal, view: &View) -> Option<bool> {
	let [first, second] = &view.elections;
	let mut missing = first.roll_tags.iter().filter(|tag| !second.roll_tags.contains(tag));
	Some(missing.any(|tag| second.tags.contains(tag)))
}

fn marker(_: &Ideal, view: &View) -> Option<bool> {
	Some(view.elections[0].read.iter().flatten().any(Option::is_none))
}

fn times(tag: &Option<Tag>, a: u64) -> Option<Tag> {
	Tag::of(&(tag.as_ref()?.encoded().point().ok()? * Scalar::from(a)))
}

/// The roll has a·τ for the coercer's own voter. Is τ among the ballots that the coercer casts when the voter casts none?
fn multiple(_: &Ideal, view: &View) -> Option<bool> {
	let [_, second] = &view.elections;
	Some(second.tags.iter().any(|tag| second.roll_tags.contains(&times(tag, FACTOR))))
}

/// The coercer has cast with P and with 2·P. Does the ballot of P count?
fn related(_: &Ideal, view: &View) -> Option<bool> {
	let [first, _] = &view.elections;
	let mut pairs = first.tags.iter().zip(&first.verdicts).filter(|(tag, _)| first.tags.contains(&times(tag, 2)));
	Some(pairs.any(|(_, verdict)| *verdict == BallotVerdict::Counts))
}

fn same_batch(_: &Ideal, view: &View) -> Option<bool> {
	let key = view.called_real()?.key;
	let of_key = view.batches.iter().position(|batch| batch.keys.iter().any(|active| active.key == key));
	Some(of_key == view.batch_of_voter())
}

fn without_envelopes(_: &Ideal, view: &View) -> Option<bool> {
	let bare = |active: &ActiveKey| active.challenge.is_none();
	let decoys: Vec<Encoded> = view
		.batches
		.iter()
		.flat_map(|batch| &batch.keys)
		.filter(|active| bare(active))
		.map(|active| active.key)
		.collect();
	let [first, _] = &view.elections;
	let cast = first.ballots.iter().filter(|cast| decoys.contains(&cast.by)).count() as u32;
	// The corrupt booth's decoys are known already, and have envelopes or not like all others.
	let counted_twice = view.known.dropped.iter().filter(|key| decoys.contains(key)).count() as u32;
	Some(dropped(view)? + counted_twice == cast)
}

fn usual_number(_: &Ideal, view: &View) -> Option<bool> {
	Some(view.handed.len() as u32 == view.known.fakes_of_own_voter + 1)
}

fn asked(_: &Ideal, view: &View) -> Option<bool> {
	Some(!view.asked.contains(&Query::Voter(view.voter_id)))
}

/// Follows the ballot through the permutations that are known; where one is not known, the order is assumed to be
/// unchanged.
fn followed(_: &Ideal, view: &View) -> Option<bool> {
	let [first, _] = &view.elections;
	let key = view.called_real()?.key;
	let mut place = first.ballots.iter().position(|cast| cast.by == key)?;
	for permutation in first.permutations.iter().flatten() {
		place = permutation.iter().position(|input| *input as usize == place)?;
	}
	Some(*first.verdicts.get(place)? == BallotVerdict::Counts)
}

/// The roll entry, decrypted with the shares at hand as if they were enough: is it the element of the credential?
fn decrypted(_: &Ideal, view: &View) -> Option<bool> {
	let entry = view.roll.get(&view.voter_id)?.decode_points().ok()?;
	let numbers: Vec<u16> = view.roll_shares.iter().map(|(number, _)| *number).collect();
	let mask: RistrettoPoint = coefficients(&numbers)
		.ok()?
		.iter()
		.zip(&view.roll_shares)
		.map(|(mu, (_, share))| entry.c1 * (mu * share))
		.sum();
	let booth = view.batches.get(view.batch_of_voter()?)?.booth;
	let place = CredentialPlace { genesis: GENESIS, unit: UNIT, booth };
	let claimed = place.element(&view.called_real()?.key).ok()?;
	Some(entry.c2 - mask == *claimed.point())
}

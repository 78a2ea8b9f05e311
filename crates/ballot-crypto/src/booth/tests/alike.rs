//! Real and fake are alike: the same bytes in the same places, drawn alike, and each explained by the other's algorithm.

use super::*;
use crate::{
	booth::{
		transcript::{simulate, Statement},
		Artefact,
	},
	Encoded,
};

/// The strongest thing that can be tested: whatever a real session prints, the simulator prints too, given its σ and ε; and σ is
/// uniform in both. So the two distributions are one.
#[test]
fn the_simulator_makes_every_real_print() {
	for seed in 0..20 {
		let mut station = Station::new(seed);
		let (ticket, slip) = station.check_in();
		let mut visit = station.visit(&ticket, 0);
		let set = station.real(&mut visit);
		let papers = papers(&set, &slip);
		let (commitment, answer) = (papers.commit.commitment, papers.response.answer);
		let key = set.2.member.activation.key;
		let statement = Statement {
			element: commitment.element.decode_points().unwrap(),
			claimed: station.booth.place.element(&key).unwrap(),
			roll_key: station.booth.roll_key,
		};
		let sigma = answer.response.scalar().unwrap();
		let (t1, t2) = simulate(&statement, &papers.envelope.challenge.scalar(), &sigma).unwrap();
		assert_eq!([Encoded::from(&t1), Encoded::from(&t2)], [commitment.t1, commitment.t2]);
	}
}

/// Nothing that a voter carries home differs but what must: keys, challenges, answers and signatures.
#[test]
fn all_credentials_of_a_visit_share_what_they_can() {
	let (_, all) = after_a_visit(1, 3);
	let real = &all[0];
	for papers in &all {
		let (a, b) = (papers.commit.commitment, real.commit.commitment);
		assert_eq!(
			(a.genesis, a.booth, a.session, a.voter_id, a.unit, a.element),
			(b.genesis, b.booth, b.session, b.voter_id, b.unit, b.element)
		);
		assert_eq!(papers.checkout.to_artefact(), real.checkout.to_artefact(), "the desk sees the same second print");
		assert_eq!(papers.response.answer.slip, real.response.answer.slip);
		let lengths = [papers.commit.to_artefact().len(), papers.response.to_artefact().len()];
		assert_eq!(lengths, [real.commit.to_artefact().len(), real.response.to_artefact().len()]);
	}
}

/// Counts, bit by bit, over many sessions: fields that are random are so in both kinds, fields that are fixed are fixed.
#[test]
fn the_random_fields_are_uniform_in_both() {
	const SESSIONS: usize = 300;
	let mut station = Station::new(2);
	let (ticket, _) = station.check_in();
	// Low bits of the 31 lower bytes: uniform for encodings and for scalars alike, but for the sign of an encoding.
	let fields = |(envelope, commit, printed): &(Envelope, crate::booth::Commit, Printed)| {
		let (c, a) = (commit.commitment, printed.response.answer);
		[c.t1.0, c.t2.0, a.share.0, a.response.0, printed.member.activation.key.0, envelope.challenge.0]
	};
	let mut counts = [[0usize; 2]; 6];
	let mut symbols = [[0usize; 4]; 2];
	for _ in 0..SESSIONS {
		let mut visit = station.visit(&ticket, 1);
		let sets = [station.real(&mut visit), station.fake(&mut visit)];
		for (kind, set) in sets.iter().enumerate() {
			symbols[kind][usize::from(set.1.commitment.symbol.index())] += 1;
			for (field, bytes) in fields(set).iter().enumerate() {
				counts[field][kind] += bytes[1..31].iter().map(|byte| byte.count_ones() as usize).sum::<usize>();
			}
		}
	}
	let bits = SESSIONS * 30 * 8;
	for (field, kinds) in counts.iter().enumerate() {
		for count in kinds {
			// Six standard deviations of a fair coin.
			let off = count.abs_diff(bits / 2);
			assert!(off * off < 36 * bits / 4, "field {field}: {count} of {bits}");
		}
	}
	for kind in symbols {
		assert!(kind.iter().all(|count| (SESSIONS / 4).abs_diff(*count) < 45), "{symbols:?}");
	}
}

/// The device's answer has the same form, fields and, but for the key, the same content.
#[test]
fn the_device_says_the_same_for_real_and_fake() {
	let (station, all) = after_a_visit(3, 2);
	let answers: Vec<_> = all.iter().map(|papers| station.check(papers).unwrap()).collect();
	for answer in &answers {
		assert_eq!(answer.place, answers[0].place);
		assert_eq!((answer.voter_id, answer.entry), (answers[0].voter_id, answers[0].entry));
		assert_eq!(answer.secret.account(), answer.account, "each of them casts ballots");
		assert!(station.batches[0].1.activations.iter().any(|active| active.key == answer.account));
	}
	let accounts: BTreeSet<_> = answers.iter().map(|answer| answer.account).collect();
	assert_eq!(accounts.len(), 3);
}

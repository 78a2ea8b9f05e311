//! Costs of ballots, decryption shares and the key ceremony, on one thread:
//! `cargo bench -p ballot-crypto --bench ballot`.
//!
//! "make" and "check" contain the account's sr25519 signature over a payload as long as a one-contest ballot's, because
//! the figures of docs/benchmarks.md are for whole ballots.
#![allow(missing_docs, clippy::unwrap_used)]

use ballot_crypto::{
	ceremony::{
		combine, deal, judge, open_share, verify_reveal, Ceremony, CeremonyPlace, Complaint, RecipientSecret, Threshold,
	},
	context::step,
	decryption,
	embedding::{embed, embed_secret, Table},
	equality::{self, Bases, Dleq, Statement},
	knowledge::{encrypt_selection, verify, BallotContext},
	signature::{sign, verify_native},
	Context, Encoded, RistrettoPoint, Secret, Transcript,
};
use criterion::{criterion_group, criterion_main, BenchmarkId, Criterion, Throughput};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use std::{hint::black_box, time::Duration};

/// One option, as docs/rules.md writes it.
fn row(index: u16) -> [u8; 30] {
	let mut bytes = [0; 30];
	bytes[0] = 1;
	bytes[1..3].copy_from_slice(&index.to_be_bytes());
	bytes
}

fn rng() -> ChaCha20Rng {
	ChaCha20Rng::from_seed([1; 32])
}

fn ballots(c: &mut Criterion) {
	let mut rng = rng();
	let account = Secret::random(&mut rng);
	let table = Table::new(&(0..17).map(row).collect::<Vec<_>>()).unwrap();
	let context = BallotContext {
		genesis: [1; 32],
		election: 1,
		unit: 1,
		contest: 0,
		key: Secret::random(&mut rng).public(),
		booth: None,
		credential: account.public().0,
		slot: 0,
	};
	let payload = [7; 200];
	c.bench_function("ballot/make", |b| {
		b.iter(|| {
			let selection = table.select(black_box(11)).unwrap();
			let ballot = encrypt_selection(&context, &selection, &mut rng).unwrap();
			(ballot, sign(&account, &payload, &mut rng))
		})
	});
	let (ciphertext, proof, _) = encrypt_selection(&context, &table.select(11).unwrap(), &mut rng).unwrap();
	let signature = sign(&account, &payload, &mut rng);
	c.bench_function("ballot/check", |b| {
		b.iter(|| {
			assert!(verify_native(&signature.0, &payload, &context.credential));
			verify(black_box(&context), &ciphertext, &proof).unwrap()
		})
	});
	c.bench_function("ballot/check one contest's proof", |b| {
		b.iter(|| verify(black_box(&context), &ciphertext, &proof).unwrap())
	});
}

fn embeddings(c: &mut Criterion) {
	let table = Table::new(&(0..17).map(row).collect::<Vec<_>>()).unwrap();
	let points: Vec<RistrettoPoint> = (0..512).map(|row| *table.element(row % 17).unwrap().point()).collect();
	c.bench_function("embedding/one, public", |b| b.iter(|| embed(black_box(&row(3)))));
	c.bench_function("embedding/one, secret", |b| b.iter(|| embed_secret(black_box(&row(3)))));
	let mut group = c.benchmark_group("embedding/look up");
	group.throughput(Throughput::Elements(512));
	group.bench_function("512 points", |b| b.iter(|| table.find_all(black_box(&points))));
}

fn shares(c: &mut Criterion) {
	let mut rng = rng();
	let secret = Secret::random(&mut rng);
	let context =
		Context { genesis: [1; 32], election: 1, unit: 1, contest: 0, step: step::DECRYPT, prover: 1, attempt: 0 };
	let mut group = c.benchmark_group("decryption");
	for size in [64u32, 256, 512, 1024, 4096] {
		let encoded: Vec<Encoded> = (0..size).map(|_| Secret::random(&mut rng).public()).collect();
		let bases = Bases::new(encoded.clone()).unwrap();
		let statement = Statement {
			context: &context,
			list_digest: [2; 32],
			start: 0,
			total: size,
			key: secret.public_element().unwrap(),
			bases: &bases,
		};
		let (shares, proof) = equality::prove(&statement, &secret, &mut rng).unwrap();
		group.throughput(Throughput::Elements(size.into()));
		group.bench_function(BenchmarkId::new("check shares, bases decoded each time", size), |b| {
			b.iter(|| {
				let bases = Bases::new(encoded.clone()).unwrap();
				equality::verify(&Statement { bases: &bases, ..statement }, &shares, &proof).unwrap()
			})
		});
		group.bench_function(BenchmarkId::new("check shares, bases decoded before", size), |b| {
			b.iter(|| equality::verify(&statement, &shares, &proof).unwrap())
		});
		if size == 512 {
			group.bench_function(BenchmarkId::new("make shares", size), |b| {
				b.iter(|| equality::prove(&statement, &secret, &mut rng).unwrap())
			});
			let column: Vec<_> = shares.iter().map(|share| share.point().unwrap()).collect();
			group.bench_function(BenchmarkId::new("combine three columns", size), |b| {
				b.iter(|| decryption::combine(&column, &[&column, &column, &column]).unwrap())
			});
		}
	}
}

fn ceremonies(c: &mut Criterion) {
	let mut rng = rng();
	let place = CeremonyPlace { genesis: [1; 32], ceremony: 1 };
	let mut group = c.benchmark_group("ceremony");
	for (t, n) in [(3, 5), (33, 64)] {
		let secrets: Vec<_> = (1..=n).map(|j| RecipientSecret::random(j, &mut rng)).collect();
		let recipients = secrets.iter().map(RecipientSecret::recipient).collect();
		let ceremony = Ceremony::new(place, Threshold::new(t, n).unwrap(), 1, recipients).unwrap();
		let of = format!("{t} of {n}");
		group.bench_function(BenchmarkId::new("deal", &of), |b| b.iter(|| deal(&ceremony, 1, &mut rng).unwrap()));
		let dealing = deal(&ceremony, 1, &mut rng).unwrap();
		let commitment = dealing.commitment();
		group.bench_function(BenchmarkId::new("verify a reveal", &of), |b| {
			b.iter(|| verify_reveal(&ceremony, 1, &commitment, &dealing, verify_native).unwrap())
		});
		group.bench_function(BenchmarkId::new("open shares", &of), |b| {
			b.iter(|| open_share(&ceremony, 1, &dealing, &secrets[1]).unwrap())
		});
		// A false complaint costs as much as a true one; its secret is made here as its author would make it.
		let q = Secret::from_bytes(&secrets[1].to_bytes()).unwrap();
		let image = dealing.ephemeral.point().unwrap() * q.scalar();
		let context =
			Context { genesis: place.genesis, election: 0, unit: 0, contest: 0, step: 0, prover: 2, attempt: 0 };
		let dleq = Dleq {
			place: Transcript::new("dobush/v1/ceremony/complaint", &context)
				.with("ceremony", &1u32)
				.with("dealer", &1u16)
				.with("holder", &2u16),
			key: q.public_element().unwrap(),
			base: dealing.ephemeral.element().unwrap(),
			image: image.try_into().unwrap(),
		};
		let complaint =
			Complaint { dealer: 1, holder: 2, shared: Encoded::from(&image), proof: dleq.prove(&q, &mut rng) };
		group.bench_function(BenchmarkId::new("judge", &of), |b| {
			b.iter(|| judge(&ceremony, &dealing, &complaint).unwrap())
		});
		let dealings: Vec<_> = (1..=n).map(|d| (d, deal(&ceremony, d, &mut rng).unwrap())).collect();
		let qual: Vec<_> = dealings.iter().map(|(d, dealing)| (*d, dealing)).collect();
		let holders: Vec<_> = (1..=n).collect();
		group.bench_function(BenchmarkId::new("combine", &of), |b| {
			b.iter(|| combine(&ceremony, &qual, &holders).unwrap())
		});
	}
}

criterion_group! {
	name = benches;
	config = Criterion::default().sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
	targets = ballots, embeddings, shares, ceremonies
}
criterion_main!(benches);

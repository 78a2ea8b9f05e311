//! What a shuffle costs per ciphertext: `cargo bench --package ballot-crypto --bench shuffle --features parallel`.
//!
//! Lists of 1,000, 10,000 and 100,000 ciphertexts (width 1), on one thread and on all; the largest only with
//! `DOBUSH_BENCH_LARGE=1`. Throughput is in ciphertexts. Without the feature `parallel` only the line "one thread" is measured.
#![allow(missing_docs, clippy::unwrap_used)]

use ballot_crypto::{
	shuffle::{prove, shuffle, verify, Next, Proof, Shape, Statement, Verification},
	transcript::ListDigest,
	Ciphertext, Context, Element, RistrettoPoint,
};
use criterion::{criterion_group, criterion_main, BenchmarkId, Criterion, Throughput};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use std::{hint::black_box, time::Duration};

const CONTEXT: Context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 1, prover: 5, attempt: 0 };

/// Runs the work on so many threads; 0 are all.
fn on<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
	#[cfg(feature = "parallel")]
	return rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work);
	#[cfg(not(feature = "parallel"))]
	return (work(), threads).0;
}

/// Verifies in pages of 1,000 elements and 512 columns, as a chain does.
fn in_pages(statement: &Statement, inputs: &[Ciphertext], outputs: &[Ciphertext], proof: &Proof) {
	let mut record = Verification::begin(statement, &proof.head, [0; 32]).unwrap();
	loop {
		match record.next() {
			Next::Columns { start, left } => {
				record.columns(&proof.columns[start as usize..(start + left.min(512)) as usize]).unwrap();
			}
			Next::Elements { start, left } => {
				let places = start as usize..(start + left.min(1_000)) as usize;
				let ma: Vec<_> = places.clone().map(|i| proof.columns[i % proof.columns.len()].ma).collect();
				record.elements(&inputs[places.clone()], &outputs[places], &ma).unwrap();
			}
			Next::Done => return record.finish().unwrap(),
		}
	}
}

fn lists(criterion: &mut Criterion) {
	let mut lengths = vec![1_000, 10_000];
	if std::env::var_os("DOBUSH_BENCH_LARGE").is_some() {
		lengths.push(100_000);
	}
	let threads: &[(usize, &str)] =
		if cfg!(feature = "parallel") { &[(1, "one thread"), (0, "all threads")] } else { &[(1, "one thread")] };
	for length in lengths {
		let mut rng = ChaCha20Rng::seed_from_u64(1);
		let keys = [Element::try_from(RistrettoPoint::random(&mut rng)).unwrap()];
		let mut point = || Element::try_from(RistrettoPoint::random(&mut rng)).unwrap();
		let inputs: Vec<Ciphertext> =
			(0..length).map(|_| Ciphertext { c1: (&point()).into(), c2: (&point()).into() }).collect();
		let (outputs, witness) = shuffle(&keys, &inputs, &mut rng).unwrap();
		let statement = Statement {
			context: &CONTEXT,
			keys: &keys,
			input_digest: ListDigest::of(&inputs, 1_000),
			output_digest: ListDigest::of(&outputs, 1_000),
			shape: Shape::of(length, 1).unwrap(),
		};
		let proof = prove(&statement, &inputs, &outputs, &witness, &mut rng, |_, _| ()).unwrap();

		let mut group = criterion.benchmark_group("shuffle");
		group.throughput(Throughput::Elements(u64::from(length)));
		group.sample_size(10).warm_up_time(Duration::from_millis(1)).measurement_time(Duration::from_secs(5));
		for (count, name) in threads {
			let id = |verb: &str| BenchmarkId::new(format!("{verb}, {name}"), length);
			group.bench_function(id("re-encrypt"), |bencher| {
				bencher.iter(|| on(*count, || shuffle(&keys, black_box(&inputs), &mut rng).unwrap()));
			});
			group.bench_function(id("prove"), |bencher| {
				bencher.iter(|| {
					on(*count, || prove(&statement, &inputs, &outputs, &witness, &mut rng, |_, _| ()).unwrap())
				});
			});
			group.bench_function(id("verify"), |bencher| {
				bencher.iter(|| on(*count, || verify(&statement, &inputs, &outputs, &proof).unwrap()));
			});
		}
		group.bench_function(BenchmarkId::new("verify in pages, one thread", length), |bencher| {
			bencher.iter(|| on(1, || in_pages(&statement, &inputs, &outputs, &proof)));
		});
		group.finish();
	}
}

criterion_group!(benches, lists);
criterion_main!(benches);

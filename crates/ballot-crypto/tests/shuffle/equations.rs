//! V1 to V9 once more, each for itself and word for word as A1.6 writes them, with nothing merged, weighted or
//! paged: a second opinion on the exponents and signs of the verifier under test.

use crate::lists::Mix;
use ballot_crypto::{
	elgamal::CiphertextPoints, hash_to_element, shuffle::ProofHead, Encoded, EncodedScalar, RistrettoPoint, Scalar,
	Transcript, BASE_POINT,
};

fn point(encoded: &Encoded) -> RistrettoPoint {
	*encoded.element().unwrap().point()
}

fn scalar(encoded: &EncodedScalar) -> Scalar {
	encoded.scalar().unwrap()
}

fn power(base: &Scalar, exponent: usize) -> Scalar {
	(0..exponent).map(|_| base).product()
}

/// com(a_1..a_k; r)
fn com(values: &[Scalar], r: &Scalar) -> RistrettoPoint {
	let terms = values.iter().zip(1u32..).map(|(value, i)| hash_to_element("dobush/v1/ck/G", &i) * value);
	terms.sum::<RistrettoPoint>() + hash_to_element("dobush/v1/ck/H", &()) * r
}

/// List items in front of and behind the gap, with what belongs there in between.
fn with_gap<T: Clone>(items: &[T], gap: usize, filler: T) -> Vec<T> {
	[&items[..gap], &[filler], &items[gap..]].concat()
}

#[test]
fn an_honest_proof_satisfies_the_equations_of_the_appendix_literally() {
	for (length, width) in [(1, 1), (5, 2), (17, 3), (40, 1)] {
		let mix = Mix::new(length, width, 4);
		literally(&mix);
	}
}

fn literally(mix: &Mix) {
	let shape = mix.shape();
	let (l, m, n, w) = (shape.length as usize, shape.rows as usize, shape.columns as usize, shape.width as usize);
	let ProofHead { c_a, c_b, c_u, c_t, c_v, e, .. } = &mix.proof.head;
	let head = &mix.proof.head;

	let keys: Vec<Encoded> = mix.keys.iter().map(Encoded::from).collect();
	let mut transcript = Transcript::new("dobush/v1/shuffle", &mix.context)
		.with("keys", &keys)
		.with("inputs", &mix.statement().input_digest)
		.with("outputs", &mix.statement().output_digest)
		.with("length", &shape.length)
		.with("width", &shape.width)
		.with("columns", &shape.columns)
		.with("rows", &shape.rows)
		.with("cA", c_a);
	let x = transcript.challenge("x");
	transcript.absorb("cB", c_b);
	let (y, z) = (transcript.challenge("y"), transcript.challenge("z"));
	transcript.absorb("cU", c_u);
	let (big_x, big_y) = (transcript.challenge("X"), transcript.challenge("Y"));
	let c = transcript
		.with("cA0", &head.c_a0)
		.with("cBm", &head.c_bm)
		.with("cT", c_t)
		.with("cf", &head.c_f)
		.with("cdelta", &head.c_delta)
		.with("cDelta", &head.c_capital_delta)
		.with("cM0", &head.c_m0)
		.with("cV", c_v)
		.with("E", e)
		.challenge("c");

	let points = |list: &[Encoded]| -> Vec<RistrettoPoint> { list.iter().map(point).collect() };
	let (c_a, c_b) = (points(c_a), points(c_b));
	let g_bar = com(&vec![Scalar::ONE; n], &Scalar::ZERO);
	let c_d: Vec<_> = (0..m).map(|i| c_a[i] * y + c_b[i] - g_bar * z).collect();
	let c_u: Vec<_> = [vec![c_d[0]], points(c_u)].concat();
	let za_commitments: Vec<_> = [&c_d[1..], &[-g_bar]].concat();
	let mut zb_commitments: Vec<_> = (1..m).map(|i| c_u[i - 1] * power(&big_x, i)).collect();
	zb_commitments.push((1..m).map(|i| c_u[i] * power(&big_x, i)).sum());

	let columns = &mix.proof.columns;
	let za: Vec<_> = columns.iter().map(|column| scalar(&column.za)).collect();
	let zb: Vec<_> = columns.iter().map(|column| scalar(&column.zb)).collect();
	let ea: Vec<_> = columns.iter().map(|column| scalar(&column.ea)).collect();
	let eb: Vec<_> = columns.iter().map(|column| scalar(&column.eb)).collect();
	let ma: Vec<_> = columns.iter().map(|column| scalar(&column.ma)).collect();
	let mv: Vec<_> = head.mv.iter().map(scalar).collect();
	let mt: Vec<_> = head.mt.iter().map(scalar).collect();

	let left = (1..=m).map(|i| za_commitments[i - 1] * power(&c, i)).sum::<RistrettoPoint>() + point(&head.c_a0);
	assert_eq!(left, com(&za, &scalar(&head.zr)), "V1");

	let left = (0..m).map(|j| zb_commitments[j] * power(&c, m - j)).sum::<RistrettoPoint>() + point(&head.c_bm);
	assert_eq!(left, com(&zb, &scalar(&head.zs)), "V2");

	let c_t = with_gap(&points(c_t), m + 1, RistrettoPoint::default());
	let star: Scalar = (1..=n).map(|k| za[k - 1] * zb[k - 1] * power(&big_y, k)).sum();
	let left: RistrettoPoint = (0..=2 * m).map(|k| c_t[k] * power(&c, k)).sum();
	assert_eq!(left, com(&[star], &scalar(&head.zt)), "V3");

	assert_eq!(c_u[m - 1] * c + point(&head.c_f), com(&ea, &scalar(&head.er)), "V4");

	let chain: Vec<_> = (0..n - 1).map(|k| c * eb[k + 1] - eb[k] * ea[k + 1]).collect();
	assert_eq!(point(&head.c_capital_delta) * c + point(&head.c_delta), com(&chain, &scalar(&head.es)), "V5");

	assert_eq!(eb[0], ea[0], "V6a");
	let product: Scalar = (1..=n * m).map(|i| y * Scalar::from(i as u64) + power(&x, i) - z).product();
	assert_eq!(eb[n - 1], c * product, "V6b");

	let left = (1..=m).map(|i| c_b[i - 1] * power(&c, i)).sum::<RistrettoPoint>() + point(&head.c_m0);
	assert_eq!(left, com(&ma, &scalar(&head.mr)), "V7");

	let c_v = with_gap(&points(c_v), m, RistrettoPoint::default());
	let left: RistrettoPoint = (0..2 * m).map(|k| c_v[k] * power(&c, k)).sum();
	assert_eq!(left, com(&mv, &scalar(&head.ms)), "V8");

	for j in 0..w {
		let key = mix.keys[j].point();
		let (mut left, mut right) =
			([RistrettoPoint::default(); 2], [BASE_POINT * mt[j], BASE_POINT * mv[j] + key * mt[j]]);
		let mut add = |side: usize, factor: Scalar, CiphertextPoints { c1, c2 }: CiphertextPoints| {
			let sum = if side == 0 { &mut left } else { &mut right };
			sum[0] += c1 * factor;
			sum[1] += c2 * factor;
		};
		for i in 1..=l {
			let (input, output) = (&mix.inputs[(i - 1) * w + j], &mix.outputs[(i - 1) * w + j]);
			add(0, power(&c, m) * power(&x, i), input.decode_points().unwrap());
			add(1, power(&c, m - i.div_ceil(n)) * ma[(i - 1) % n], output.decode_points().unwrap());
		}
		for k in (0..2 * m).filter(|k| *k != m) {
			let sent = if k < m { k } else { k - 1 };
			add(0, power(&c, k), e[sent * w + j].decode_points().unwrap());
		}
		assert_eq!(left, right, "V9, column {j}");
	}
}

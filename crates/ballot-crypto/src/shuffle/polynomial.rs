//! All E_k of the multi-exponentiation argument at once, by Karatsuba's multiplication of two polynomials: one has rows
//! of scalars as coefficients, the other rows of elements. Protocol A1, line 4; Karatsuba, 1962.
//!
//! Term by term the product of two polynomials of m coefficients takes m² inner products of n terms. Karatsuba's method
//! takes m^1.58 and some additions of elements: 81 instead of 256 at m = 16.

use super::{msm::msm, threads};
use alloc::{vec, vec::Vec};
use curve25519_dalek::{RistrettoPoint, Scalar};
use zeroize::Zeroizing;

/// A row of scalars, wiped when dropped.
pub(super) type Scalars = Zeroizing<Vec<Scalar>>;

/// A row of ciphertext vectors by halves: 2w lists of at most n elements. Missing elements at the end count as the
/// identity.
pub(super) type Row = Vec<Vec<RistrettoPoint>>;

/// The inner products of a row of scalars with each half of a row of ciphertext vectors.
pub(super) fn inner(scalars: &[Scalar], row: &Row) -> Vec<RistrettoPoint> {
	row.iter().map(|points| msm(scalars, points)).collect()
}

/// The 2r − 1 coefficients of the product, lowest first; r, a power of two, is the number of rows of both factors.
///
/// `done` is called after each inner product, [`inner_products`] times in all.
pub(super) fn multiply(scalars: &[Scalars], rows: &[Row], done: &(impl Fn() + Sync)) -> Vec<Vec<RistrettoPoint>> {
	if rows.len() == 1 {
		let product = inner(&scalars[0], &rows[0]);
		done();
		return vec![product];
	}
	let half = rows.len() / 2;
	let ((low_scalars, high_scalars), (low_rows, high_rows)) = (scalars.split_at(half), rows.split_at(half));
	let ((low, high), mut middle) = threads::join(
		|| threads::join(|| multiply(low_scalars, low_rows, done), || multiply(high_scalars, high_rows, done)),
		|| {
			let scalars: Vec<Scalars> = low_scalars.iter().zip(high_scalars).map(|(a, b)| add_scalars(a, b)).collect();
			let rows: Vec<Row> = low_rows.iter().zip(high_rows).map(|(a, b)| add_rows(a, b)).collect();
			multiply(&scalars, &rows, done)
		},
	);
	for (middle, (low, high)) in middle.iter_mut().zip(low.iter().zip(&high)) {
		for (middle, (low, high)) in middle.iter_mut().zip(low.iter().zip(high)) {
			*middle = *middle - low - high;
		}
	}
	let gap = vec![RistrettoPoint::default(); rows[0].len()];
	let mut product: Vec<Vec<RistrettoPoint>> = low.into_iter().chain([gap]).chain(high).collect();
	for (sum, middle) in product[half..].iter_mut().zip(&middle) {
		for (sum, middle) in sum.iter_mut().zip(middle) {
			*sum += middle;
		}
	}
	product
}

/// How many inner products [`multiply`] computes for this many rows: 3^log2(rows).
pub(super) fn inner_products(rows: u32) -> u32 {
	3u32.pow(rows.ilog2())
}

fn add_scalars(a: &[Scalar], b: &[Scalar]) -> Scalars {
	Zeroizing::new(a.iter().zip(b).map(|(a, b)| a + b).collect())
}

fn add_rows(a: &Row, b: &Row) -> Row {
	let add = |(a, b): (&Vec<RistrettoPoint>, &Vec<RistrettoPoint>)| {
		let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
		long.iter().zip(short).map(|(a, b)| a + b).chain(long[short.len()..].iter().copied()).collect()
	};
	a.iter().zip(b).map(add).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::BASE_POINT;

	#[test]
	fn the_product_is_the_one_of_the_schoolbook() {
		let (rows, columns) = (8, 3);
		let scalar = |i: usize| Scalar::from(1 + 7 * i as u64 * i as u64);
		let scalars: Vec<Scalars> =
			(0..rows).map(|i| Zeroizing::new((0..columns).map(|k| scalar(i * columns + k)).collect())).collect();
		// The last row is shorter.
		let points = |i: usize| -> Vec<_> {
			(0..if i == 7 { 1 } else { columns }).map(|k| BASE_POINT * scalar(90 + i * columns + k)).collect()
		};
		let lists: Vec<Row> = (0..rows).map(|i| vec![points(i), points(i)]).collect();

		let mut expected = vec![vec![RistrettoPoint::default(); 2]; 2 * rows - 1];
		for i in 0..rows {
			for j in 0..rows {
				for (half, value) in inner(&scalars[i], &lists[j]).into_iter().enumerate() {
					expected[i + j][half] += value;
				}
			}
		}
		assert_eq!(multiply(&scalars, &lists, &|| ()), expected);
		assert_eq!(inner_products(8), 27);
	}
}

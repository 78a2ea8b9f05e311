//! Threshold decryption of ElGamal ciphertexts: any t of the holders decrypt together. Protocol A3; Shamir, 1979;
//! Desmedt and Frankel, 1989.
//!
//! For a fixed set S' of holders, holder j posts `D_jk = μ_j·s_j·W_k` with the proof of [`crate::equality`] against
//! `μ_j·V_j`. Whoever reads adds up: `M_k = c2_k − Σ_j D_jk`. μ_j is the Lagrange coefficient of j at 0.

use crate::{element::Malformed, Element, Secret};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::{RistrettoPoint, Scalar};
use zeroize::Zeroizing;

/// Why indices are not a set of holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadSet {
	/// There is no index.
	Empty,
	/// An index is 0, where the polynomial has the secret itself.
	Zero,
	/// This index occurs twice.
	Repeated(u16),
	/// This index is not in the set.
	NotAMember(u16),
}

impl fmt::Display for BadSet {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Empty => f.write_str("the set of holders is empty"),
			Self::Zero => f.write_str("holders are numbered from 1"),
			Self::Repeated(index) => write!(f, "holder {index} is in the set twice"),
			Self::NotAMember(index) => write!(f, "holder {index} is not in the set"),
		}
	}
}

impl core::error::Error for BadSet {}

/// The Lagrange coefficients at 0, in the order of the set: `μ_j = Π_{i≠j} i / (i − j)` mod ℓ.
///
/// The indices must be distinct and not 0. One inversion and |S|² multiplications of scalars.
pub fn coefficients(set: &[u16]) -> Result<Vec<Scalar>, BadSet> {
	if set.is_empty() {
		return Err(BadSet::Empty);
	}
	if set.contains(&0) {
		return Err(BadSet::Zero);
	}
	let mut sorted = set.to_vec();
	sorted.sort_unstable();
	if let Some(pair) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
		return Err(BadSet::Repeated(pair[0]));
	}
	let at: Vec<_> = set.iter().map(|index| Scalar::from(*index)).collect();
	let product = |f: &dyn Fn(&Scalar) -> Scalar, but: usize| -> Scalar {
		at.iter().enumerate().filter(|(i, _)| *i != but).map(|(_, x)| f(x)).product()
	};
	let mut below: Vec<_> = (0..at.len()).map(|j| product(&|x| x - at[j], j)).collect();
	Scalar::batch_invert(&mut below); // none is zero: indices are distinct and smaller than ℓ
	Ok(below.iter().enumerate().map(|(j, inverse)| product(&|x| *x, j) * inverse).collect())
}

/// The Lagrange coefficient at 0 of one member of the set.
pub fn coefficient(set: &[u16], index: u16) -> Result<Scalar, BadSet> {
	let all = coefficients(set)?;
	set.iter()
		.zip(all)
		.find_map(|(member, coefficient)| (*member == index).then_some(coefficient))
		.ok_or(BadSet::NotAMember(index))
}

/// `μ_j·V_j`: the key against which the shares of one holder are checked.
///
/// Refuses only μ_j = 0, which no set yields ([`Malformed::Identity`]). One multiplication.
pub fn share_key(coefficient: &Scalar, verification_share: &Element) -> Result<Element, Malformed> {
	Element::try_from(verification_share.point() * coefficient)
}

/// `μ_j·s_j`: the secret with which a holder makes its shares. Constant time in `s_j`.
///
/// Refuses only μ_j = 0, which no set yields ([`Malformed::Identity`]).
pub fn share_secret(coefficient: &Scalar, secret: &Secret) -> Result<Secret, Malformed> {
	let product = Zeroizing::new(coefficient * secret.scalar());
	Secret::try_from(*product)
}

/// The columns that are to be combined do not all have the same length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RaggedColumns;

impl fmt::Display for RaggedColumns {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("the shares of a page are not as many as its ciphertexts")
	}
}

impl core::error::Error for RaggedColumns {}

/// `M_k = c2_k − Σ_j D_jk`: the decrypted page, from its second halves and one column of shares for each member of the
/// set.
///
/// The caller makes sure that the columns are those of one whole set and that each was verified. The identity is a
/// legal result. One addition for each share. Look the results up with [`crate::embedding::Table::find_all`] or
/// [`crate::embedding::decode`].
pub fn combine(c2: &[RistrettoPoint], columns: &[&[RistrettoPoint]]) -> Result<Vec<RistrettoPoint>, RaggedColumns> {
	let mut messages = c2.to_vec();
	for column in columns {
		if column.len() != messages.len() {
			return Err(RaggedColumns);
		}
		messages.iter_mut().zip(*column).for_each(|(message, share)| *message -= share);
	}
	Ok(messages)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		element::Encoded,
		equality::{self, Bases, Statement},
		Ciphertext, Context, BASE_POINT,
	};
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	#[test]
	fn the_coefficients_interpolate_at_zero() {
		// f(x) = 7 + 3x + 5x²
		let f = |x: u16| Scalar::from(7 + 3 * u64::from(x) + 5 * u64::from(x) * u64::from(x));
		for set in [&[1, 2, 3][..], &[5, 1, 9], &[2, 300, 4, 65535], &[4, 3, 2, 1, 100]] {
			let value: Scalar = set.iter().zip(coefficients(set).unwrap()).map(|(x, mu)| mu * f(*x)).sum();
			assert_eq!(value, Scalar::from(7u64), "{set:?}");
			assert_eq!(coefficient(set, set[1]), Ok(coefficients(set).unwrap()[1]));
		}
		assert_eq!(coefficients(&[8]), Ok(vec![Scalar::ONE]));
	}

	#[test]
	fn a_set_that_is_none_is_refused_with_its_reason() {
		assert_eq!(coefficients(&[]), Err(BadSet::Empty));
		assert_eq!(coefficients(&[1, 0]), Err(BadSet::Zero));
		assert_eq!(coefficients(&[3, 1, 3]), Err(BadSet::Repeated(3)));
		assert_eq!(coefficient(&[1, 2], 3), Err(BadSet::NotAMember(3)));
	}

	#[test]
	fn ragged_columns_are_refused() {
		assert_eq!(combine(&[BASE_POINT], &[&[BASE_POINT], &[]]), Err(RaggedColumns));
	}

	#[test]
	fn three_of_five_decrypt() {
		let mut rng = ChaCha20Rng::from_seed([1; 32]);
		let f: Vec<_> = (0..3).map(|_| Secret::random(&mut rng)).collect();
		let holder = |j: u16| {
			let x = Scalar::from(j);
			Secret::try_from(f[0].scalar() + x * (f[1].scalar() + x * f[2].scalar())).unwrap()
		};
		let key = f[0].public_element().unwrap();
		let table = crate::embedding::table_of(4);
		let list: Vec<_> = [2, 0, 3, 3, 1]
			.iter()
			.map(|row| {
				Ciphertext::encrypt(table.element(*row).unwrap().point(), &key, Secret::random(&mut rng).scalar())
			})
			.collect();
		let bases = Bases::new(list.iter().map(|entry| entry.c1).collect()).unwrap();
		let c2: Vec<_> = list.iter().map(|entry| entry.c2.point().unwrap()).collect();
		let set = [5, 2, 4];
		let columns: Vec<_> = set
			.iter()
			.map(|j| {
				let mu = coefficient(&set, *j).unwrap();
				let context = Context {
					genesis: [0; 32],
					election: 1,
					unit: 1,
					contest: 0,
					step: crate::context::step::DECRYPT,
					prover: *j,
					attempt: 0,
				};
				let share_key = share_key(&mu, &holder(*j).public_element().unwrap()).unwrap();
				let statement = Statement {
					context: &context,
					list_digest: [0; 32],
					start: 0,
					total: 5,
					key: share_key,
					bases: &bases,
				};
				let secret = share_secret(&mu, &holder(*j)).unwrap();
				let (shares, proof) = equality::prove(&statement, &secret, &mut rng).unwrap();
				equality::verify_and_decode(&statement, &shares, &proof).unwrap()
			})
			.collect();
		let columns: Vec<_> = columns.iter().map(Vec::as_slice).collect();
		let messages = combine(&c2, &columns).unwrap();
		assert_eq!(table.find_all(&messages), [2, 0, 3, 3, 1].map(Some));
		assert_eq!(table.find(&Encoded::from(&messages[0])), Some(2));
		// Two of them do not.
		let short = combine(&c2, &columns[..2]).unwrap();
		assert_eq!(table.find_all(&short), [None; 5]);
	}
}

//! The shuffle itself: re-encrypting and permuting a list, and the secrets of it. Protocol A1.

use super::{inputs::Inputs, rejected::Rejected, shape::Shape, threads};
use crate::{elgamal::CiphertextPoints, random::below, Ciphertext, Element, BASE_TABLE};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::{ristretto::RistrettoBasepointTable, Scalar};
use rand_core::{CryptoRng, RngCore};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The mixer's secrets: which input became which output, and with which randomness. Wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Witness {
	/// Output i is input `permutation[i]`, both counted from 0.
	pub(super) permutation: Vec<u32>,
	/// ρ: w scalars for each output, element by element.
	pub(super) randomness: Vec<Scalar>,
}

impl Witness {
	/// A witness from its parts, for mixers that keep them. [`prove`](super::prove) refuses one that does not fit.
	pub fn new(permutation: Vec<u32>, randomness: Vec<Scalar>) -> Self {
		Self { permutation, randomness }
	}

	/// Output i is input `permutation()[i]`, both counted from 0.
	pub fn permutation(&self) -> &[u32] {
		&self.permutation
	}

	/// w scalars for each output, element by element.
	pub fn randomness(&self) -> &[Scalar] {
		&self.randomness
	}
}

impl fmt::Debug for Witness {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("Witness(<hidden>)")
	}
}

/// Permutes a list uniformly and re-encrypts it with fresh randomness. Element i is `inputs[i·w .. (i+1)·w]`.
///
/// Multiplications with the randomness take constant time; the permutation can be observed in memory accesses only.
pub fn shuffle<'a, R: RngCore + CryptoRng>(
	keys: &[Element],
	inputs: impl Into<Inputs<'a>>,
	rng: &mut R,
) -> Result<(Vec<Ciphertext>, Witness), Rejected> {
	let inputs = inputs.into();
	let (width, count) = (keys.len(), inputs.list().len());
	let shape = list_shape(count, width)?;
	let mut witness = Witness {
		permutation: (0..shape.length).collect(),
		randomness: (0..count).map(|_| Scalar::random(rng)).collect(),
	};
	for i in (1..shape.length).rev() {
		witness.permutation.swap(i as usize, below(u64::from(i) + 1, rng) as usize);
	}

	let tables: Vec<_> = keys.iter().map(|key| RistrettoBasepointTable::create(key.point())).collect();
	let places: Zeroizing<Vec<usize>> = Zeroizing::new((0..count).collect());
	let outputs = threads::map(&places, |place| {
		let (i, j) = (place / width, place % width);
		let [c1, c2] = inputs.decode(witness.permutation[i] as usize * width + j, width)?;
		let r = &witness.randomness[*place];
		Ok(CiphertextPoints { c1: c1 + BASE_TABLE * r, c2: c2 + &tables[j] * r }.encode())
	});
	let outputs: Result<Vec<_>, Rejected> = outputs.into_iter().collect();
	Ok((outputs?, witness))
}

/// The shape of a flat list of `ciphertexts` for this many keys.
fn list_shape(ciphertexts: usize, width: usize) -> Result<Shape, Rejected> {
	if width == 0 || !ciphertexts.is_multiple_of(width) {
		return Err(Rejected::Shape);
	}
	let length = u32::try_from(ciphertexts / width).map_err(|_| Rejected::Shape)?;
	Shape::of(length, u8::try_from(width).map_err(|_| Rejected::Shape)?)
}

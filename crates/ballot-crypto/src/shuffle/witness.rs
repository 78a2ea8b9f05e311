//! Re-encrypting and permuting a list, and the secrets that come of it. Protocol A1.

use super::{threads, Inputs, Rejected, Shape};
use crate::{elgamal::CiphertextPoints, Ciphertext, Element, BASE_TABLE};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::{ristretto::RistrettoBasepointTable, Scalar};
use rand_core::{CryptoRng, RngCore};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// What only the mixer knows: which input became which output, and with what randomness. Wipes itself.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Witness {
	/// Output i is input `permutation[i]`, both from 0.
	pub(super) permutation: Vec<u32>,
	/// ρ: w scalars for each output, element by element.
	pub(super) randomness: Vec<Scalar>,
}

impl Witness {
	/// A witness from its parts, for mixers that keep them. `prove` refuses one that does not fit.
	pub fn new(permutation: Vec<u32>, randomness: Vec<Scalar>) -> Self {
		Self { permutation, randomness }
	}

	/// Output i is input `permutation()[i]`, both from 0.
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
/// Multiplications with the randomness take constant time; the permutation shows in memory accesses only.
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
		witness.permutation.swap(i as usize, uniform(rng, i) as usize);
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

/// A uniform number from 0 to `last`.
fn uniform(rng: &mut impl RngCore, last: u32) -> u32 {
	let range = u64::from(last) + 1;
	let fair = (1u64 << 32) / range * range; // numbers from here on would favour the small ones
	loop {
		let number = u64::from(rng.next_u32());
		if number < fair {
			return (number % range) as u32;
		}
	}
}

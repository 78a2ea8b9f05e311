//! Chaum–Pedersen proof of one equality of discrete logarithms (DLEQ), for the complaints of a key ceremony.
//! Protocol A4; Chaum and Pedersen, *Wallet databases with observers*, 1992.
//!
//! Shows `key = z·B` and `image = z·base` for one z that the prover knows. Does not show where `base` comes from:
//! whoever builds the statement takes it from the dealing in question. To prove costs two multiplications, to check
//! four.

use super::proof::{Proof, Rejected};
use crate::{transcript::Transcript, Element, Encoded, EncodedScalar, Secret, BASE_TABLE};
use curve25519_dalek::{traits::VartimeMultiscalarMul, RistrettoPoint, Scalar};
use rand_core::{CryptoRng, RngCore};

/// What is shown: one key and one image under the same secret, `key = z·B` and `image = z·base`.
#[derive(Clone, Copy, Debug)]
pub struct Dleq {
	/// A transcript with a tag of its own that has absorbed where the proof belongs.
	pub place: Transcript,
	/// `z·B`, B the base point.
	pub key: Element,
	/// The other base; its logarithm need not be known.
	pub base: Element,
	/// `z·base`
	pub image: Element,
}

impl Dleq {
	fn seed(&self) -> Transcript {
		let Self { place, key, base, image } = self;
		place.with("key", &Encoded::from(key)).with("base", &Encoded::from(base)).with("image", &Encoded::from(image))
	}

	fn challenge(seed: &Transcript, on_key: &RistrettoPoint, on_base: &RistrettoPoint) -> Scalar {
		seed.with("on-key", &Encoded::from(on_key)).with("on-base", &Encoded::from(on_base)).challenge("e")
	}

	/// Proves the equality for the secret z. Constant time.
	pub fn prove(&self, secret: &Secret, rng: &mut (impl RngCore + CryptoRng)) -> Proof {
		let seed = self.seed();
		let nonce = seed.nonce(secret, rng);
		let e = Self::challenge(&seed, &(BASE_TABLE * &*nonce), &(self.base.point() * &*nonce));
		let s = &*nonce + e * secret.scalar();
		Proof { e: EncodedScalar::from(&e), s: EncodedScalar::from(&s) }
	}

	/// Checks the equality: `e` is the challenge of `s·B − e·key` and `s·base − e·image`. About four multiplications.
	///
	/// Refuses scalars that are not canonical ([`Rejected::Scalar`]) and a false proof ([`Rejected::Equation`]).
	pub fn verify(&self, proof: &Proof) -> Result<(), Rejected> {
		let (Ok(e), Ok(s)) = (proof.e.scalar(), proof.s.scalar()) else { return Err(Rejected::Scalar) };
		let on_key = RistrettoPoint::vartime_double_scalar_mul_basepoint(&-e, self.key.point(), &s);
		let on_base = RistrettoPoint::vartime_multiscalar_mul([s, -e], [*self.base.point(), *self.image.point()]);
		if e == Self::challenge(&self.seed(), &on_key, &on_base) {
			Ok(())
		} else {
			Err(Rejected::Equation)
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{Context, BASE_POINT};
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	const CONTEXT: Context =
		Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 5, prover: 6, attempt: 7 };

	fn genuine() -> (Dleq, Secret, Proof) {
		let mut rng = ChaCha20Rng::from_seed([10; 32]);
		let (secret, base) = (Secret::random(&mut rng), Secret::random(&mut rng));
		let image = Element::try_from(base.public_point() * secret.scalar()).unwrap();
		let place = Transcript::new("test", &CONTEXT);
		let dleq = Dleq { place, key: secret.public_element().unwrap(), base: base.public_element().unwrap(), image };
		let proof = dleq.prove(&secret, &mut rng);
		(dleq, secret, proof)
	}

	#[test]
	fn a_genuine_proof_is_accepted() {
		let (dleq, _, proof) = genuine();
		assert_eq!(dleq.verify(&proof), Ok(()));
	}

	#[test]
	fn verify_notices_every_altered_field() {
		let (dleq, _, proof) = genuine();
		let other = Element::try_from(BASE_POINT).unwrap();
		for altered in [
			Dleq { place: Transcript::new("test", &Context { election: 9, ..CONTEXT }), ..dleq },
			Dleq { place: Transcript::new("other", &CONTEXT), ..dleq },
			Dleq { key: other, ..dleq },
			Dleq { base: other, ..dleq },
			Dleq { image: other, ..dleq },
		] {
			assert_eq!(altered.verify(&proof), Err(Rejected::Equation));
		}
		assert_eq!(dleq.verify(&Proof { e: proof.s, s: proof.e }), Err(Rejected::Equation));
		let bad = EncodedScalar([0xff; 32]);
		assert_eq!(dleq.verify(&Proof { e: bad, ..proof }), Err(Rejected::Scalar));
		assert_eq!(dleq.verify(&Proof { s: bad, ..proof }), Err(Rejected::Scalar));
	}

	/// The key's equation holds, the image's does not; and the other way round.
	#[test]
	fn a_prover_who_knows_one_side_only_is_refused() {
		let mut rng = ChaCha20Rng::from_seed([11; 32]);
		let (dleq, secret, _) = genuine();
		let image = Element::try_from(dleq.image.point() + BASE_POINT).unwrap();
		let false_image = Dleq { image, ..dleq };
		assert_eq!(false_image.verify(&false_image.prove(&secret, &mut rng)), Err(Rejected::Equation));
		let key = Element::try_from(dleq.key.point() + BASE_POINT).unwrap();
		let false_key = Dleq { key, ..dleq };
		assert_eq!(false_key.verify(&false_key.prove(&secret, &mut rng)), Err(Rejected::Equation));
	}
}

//! Pages of a list, raised to a trustee's share of a key. Protocol A2 and A3.
//!
//! Tagging raises both halves of a credential, decryption and the opening of tags the first half of a ciphertext; all else is
//! alike: pages, sets, proofs. Trustees make such pages here; the benchmark makes and checks them.

use ballot_crypto::{
	elgamal::CiphertextPoints,
	equality::{self, Bases, Rejected},
	tagging, Ciphertext, Context, Element, Encoded, Malformed, RistrettoPoint, Secret,
};
use parity_scale_codec::Encode;
use rand::rngs::OsRng;

/// The public inputs of the proof for one page. Positions and totals count entries of the list.
#[derive(Clone, Copy, Debug)]
pub struct SharePlace<'a> {
	/// The context of the proof: the chain, the list, the trustee and the step.
	pub context: &'a Context,
	/// The digest of the whole list.
	pub list_digest: [u8; 32],
	/// The position of the page's first entry, from 0.
	pub start: u32,
	/// The number of entries in the whole list.
	pub total: u32,
	/// `λ·V`: the public part of the secret, times its coefficient.
	pub key: Element,
}

/// The shares of one page, one for each entry, and their proof.
pub type SharePage<P> = (Vec<<P as DecodedPage>::Share>, equality::Proof);

/// A page that was decoded once, for everybody who raises it to a share of a key, or checks such shares.
pub trait DecodedPage: Sized + Send + Sync {
	/// The encoded share of one entry, as it is posted.
	type Share: Encode + Send + Sync;
	/// A share of one entry, decoded to group elements.
	type Point: Clone + Send + Sync;

	/// Decodes a page; no half may be malformed.
	fn decode(page: &[Ciphertext]) -> Result<Self, Malformed>;

	/// Raises the page to `λ·s` and proves it. Refuses an impossible page, and a secret that is not the key's.
	fn prove(&self, place: &SharePlace<'_>, secret: &Secret) -> Result<(Vec<Self::Share>, equality::Proof), Rejected>;

	/// Checks what was posted, and decodes it.
	fn verify(
		&self,
		place: &SharePlace<'_>,
		shares: &[Self::Share],
		proof: &equality::Proof,
	) -> Result<Vec<Self::Point>, Rejected>;
}

/// Pages of decryption shares, and of shares that open tags.
impl DecodedPage for Bases {
	type Share = Encoded;
	type Point = RistrettoPoint;

	fn decode(page: &[Ciphertext]) -> Result<Self, Malformed> {
		Self::new(page.iter().map(|ciphertext| ciphertext.c1).collect())
	}

	fn prove(&self, place: &SharePlace<'_>, secret: &Secret) -> Result<(Vec<Encoded>, equality::Proof), Rejected> {
		equality::prove(&decryption(self, place), secret, &mut OsRng)
	}

	fn verify(
		&self,
		place: &SharePlace<'_>,
		shares: &[Encoded],
		proof: &equality::Proof,
	) -> Result<Vec<RistrettoPoint>, Rejected> {
		equality::verify_and_decode(&decryption(self, place), shares, proof)
	}
}

fn decryption<'a>(bases: &'a Bases, place: &SharePlace<'a>) -> equality::Statement<'a> {
	let SharePlace { context, list_digest, start, total, key } = *place;
	equality::Statement { context, list_digest, start, total, key, bases }
}

/// Pages of tag shares.
impl DecodedPage for tagging::Page {
	type Share = Ciphertext;
	type Point = CiphertextPoints;

	fn decode(page: &[Ciphertext]) -> Result<Self, Malformed> {
		Self::new(page)
	}

	fn prove(&self, place: &SharePlace<'_>, secret: &Secret) -> Result<(Vec<Ciphertext>, equality::Proof), Rejected> {
		tagging::prove(&tag(self, place), secret, &mut OsRng)
	}

	fn verify(
		&self,
		place: &SharePlace<'_>,
		shares: &[Ciphertext],
		proof: &equality::Proof,
	) -> Result<Vec<CiphertextPoints>, Rejected> {
		tagging::verify_and_decode(&tag(self, place), shares, proof)
	}
}

fn tag<'a>(page: &'a tagging::Page, place: &SharePlace<'a>) -> tagging::Statement<'a> {
	let SharePlace { context, list_digest, start, total, key } = *place;
	tagging::Statement { context, list_digest, start, total, key, page }
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::context::step;

	fn page() -> Vec<Ciphertext> {
		let key = Secret::random(&mut OsRng).public_element().expect("not zero");
		let message = Secret::random(&mut OsRng).public_element().expect("not zero");
		(0..3).map(|_| Ciphertext::encrypt(message.point(), &key, Secret::random(&mut OsRng).scalar())).collect()
	}

	fn context(step: u8) -> Context {
		Context { genesis: [1; 32], election: 2, unit: 3, contest: 0, step, prover: 1, attempt: 0 }
	}

	/// Made for one step and list position, refused for every other.
	fn raise<P: DecodedPage>(right: u8, wrong: u8) {
		let secret = Secret::random(&mut OsRng);
		let key = secret.public_element().expect("not zero");
		let decoded = P::decode(&page()).expect("well formed");
		let (right, wrong) = (context(right), context(wrong));
		let place = SharePlace { context: &right, list_digest: [4; 32], start: 3, total: 6, key };
		let (shares, proof) = decoded.prove(&place, &secret).expect("it is the key's secret");
		assert_eq!(decoded.verify(&place, &shares, &proof).map(|points| points.len()), Ok(3));
		let other_key = Secret::random(&mut OsRng).public_element().expect("not zero");
		for other in [
			SharePlace { context: &wrong, ..place },
			SharePlace { list_digest: [5; 32], ..place },
			SharePlace { start: 0, ..place },
			SharePlace { total: 7, ..place },
			SharePlace { key: other_key, ..place },
		] {
			assert!(decoded.verify(&other, &shares, &proof).is_err(), "{other:?}");
			if other.key == key {
				continue;
			}
			assert!(decoded.prove(&other, &secret).is_err(), "the secret is not this key's");
		}
	}

	#[test]
	fn shares_hold_for_their_place_only() {
		raise::<Bases>(step::DECRYPT, step::OPEN_ROLL);
		raise::<Bases>(step::OPEN_BALLOTS, step::DECRYPT);
		raise::<tagging::Page>(step::TAG_BALLOTS, step::TAG_ROLL);
	}
}

//! What verifiers accept and refuse.

mod batch;
mod equations;
mod liar;
mod table;
mod verify;
mod weak_fiat_shamir;

use super::{
	transcript::{answered, begin, committed},
	*,
};
use crate::{
	element::Malformed,
	embedding::{embed, row, table_of},
	knowledge::{encrypt_selection, BallotContext, EncryptionSecret},
	shuffle::{blinding, generator},
	Ciphertext, Context, Element, Encoded, EncodedScalar, RistrettoPoint, Secret, Transcript, BASE_POINT,
};
use alloc::vec::Vec;
use curve25519_dalek::Scalar;
use parity_scale_codec::{Decode, Encode, MaxEncodedLen};
use proptest::prelude::*;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

fn context(key: Encoded) -> BallotContext {
	let (booth, credential) = (Some([5; 32]), [6; 32]);
	BallotContext { genesis: [1; 32], election: 2, unit: 3, contest: 4, key, booth, credential, slot: 7 }
}

struct Made {
	context: BallotContext,
	selections: Selections,
	ciphertext: Ciphertext,
	secret: EncryptionSecret,
	proof: Proof,
}

impl Made {
	fn new(options: u16, index: usize, seed: u64) -> Self {
		let mut rng = ChaCha20Rng::seed_from_u64(seed);
		let table = table_of(options);
		let context = context(Secret::random(&mut rng).public());
		let selection = table.select(index).unwrap();
		let (ciphertext, _, secret) = encrypt_selection(&context, &selection, &mut rng).unwrap();
		let selections = Selections::of(&table);
		let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
		let proof = prove(&statement, index, &secret, &mut rng).unwrap();
		Self { context, selections, ciphertext, secret, proof }
	}

	fn statement(&self) -> Statement<'_> {
		Statement { context: &self.context, selections: &self.selections, ciphertext: &self.ciphertext }
	}

	fn key(&self) -> Element {
		self.context.key.element().unwrap()
	}

	fn verify(&self) -> Result<(), Rejected> {
		verify(&self.statement(), &self.proof)
	}
}

//! The entries of ballots: elements, ciphertexts and proofs, honest and not.

use ballot_crypto::{
	embedding::{self, Table},
	knowledge::{self, BallotContext},
	membership::{self, Selections, Statement},
	Ciphertext, Encoded, RistrettoPoint, Secret,
};
use dobush_primitives::{DeniableSelection, EncryptedSelection};
use electoral_rules::{slots::Row, BallotFormat, Selection};
use parity_scale_codec::Encode;
use rand_chacha::ChaCha20Rng;

/// The element of a selection.
pub fn embedded(format: BallotFormat, selection: &Selection) -> RistrettoPoint {
	*embedding::embed(&format.encode(selection)).unwrap().point()
}

/// The element with the same thirty bytes and the next counter that gives one: it marks a ballot, and is not legal.
pub fn marked(legal: &RistrettoPoint) -> RistrettoPoint {
	let mut other = Encoded::from(legal);
	loop {
		other.0[0] = other.0[0].checked_add(2).expect("one of the next counters decodes");
		if let Ok(point) = other.point() {
			return point;
		}
	}
}

/// Encrypts any element under the key of its context, and proves knowledge of it.
pub fn encrypt(context: &BallotContext, point: &RistrettoPoint, rng: &mut ChaCha20Rng) -> EncryptedSelection {
	let secret = Secret::random(rng);
	let ciphertext = Ciphertext::encrypt(point, &context.key.element().unwrap(), secret.scalar());
	let proof = knowledge::prove(context, &ciphertext.c2, &secret, rng);
	EncryptedSelection { ciphertext, proof: proof.0 }
}

/// Encrypts a row of a table of legal selections, with proofs of knowledge and of membership.
pub fn encrypt_row(context: &BallotContext, rows: &[Row], row: usize, rng: &mut ChaCha20Rng) -> DeniableSelection {
	let table = Table::new(rows).unwrap();
	let message = table.select(row).unwrap();
	let (ciphertext, proof, secret) = knowledge::encrypt_selection(context, &message, rng).unwrap();
	let statement = Statement { context, selections: &Selections::of(&table), ciphertext: &ciphertext };
	let membership = membership::prove(&statement, row, &secret, rng).unwrap().encode();
	let selection = EncryptedSelection { ciphertext, proof: proof.0 };
	DeniableSelection { selection, membership: membership.try_into().unwrap() }
}

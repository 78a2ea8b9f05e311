//! Sizes and decoding.

use crate::lists::Mix;
use ballot_crypto::shuffle::{ProofHead, Rejected, Shape, Verification, MAX_HEAD_BYTES, PROOF_COLUMN_BYTES};
use parity_scale_codec::{Encode, MaxEncodedLen};

#[test]
fn a_head_has_exactly_the_announced_length() {
	for (length, width) in [(1, 1), (1, 16), (17, 3), (130, 1), (1_030, 2)] {
		let mix = Mix::new(length, width, 1);
		let bytes = mix.proof.head.encode();
		assert_eq!(bytes.len() as u32, mix.shape().head_bytes());
		assert_eq!(ProofHead::decode_for(&mix.shape(), &bytes).as_ref(), Ok(&mix.proof.head));
		assert_eq!(ProofHead::decode_for(&mix.shape(), &[&bytes[..], &[0]].concat()), Err(Rejected::Shape));
		assert_eq!(ProofHead::decode_for(&mix.shape(), &bytes[1..]), Err(Rejected::Shape));
		assert_eq!(mix.proof.columns[0].encode().len() as u32, PROOF_COLUMN_BYTES);
		assert_eq!(mix.proof.columns.len() as u32, mix.shape().columns);
	}
	assert_eq!(ProofHead::max_encoded_len() as u32, MAX_HEAD_BYTES);
}

#[test]
fn noise_is_no_head() {
	let shape = Shape::of(5, 1).unwrap();
	assert_eq!(ProofHead::decode_for(&shape, &vec![0xff; shape.head_bytes() as usize]), Err(Rejected::Shape));
}

#[test]
fn the_record_between_pages_is_less_than_a_kilobyte() {
	assert!(Verification::max_encoded_len() < 1_024);
}

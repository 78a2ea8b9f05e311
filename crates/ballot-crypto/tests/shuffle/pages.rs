//! The chain's way of verifying: in pages, the record stored in between.

use crate::lists::{alterations, altered, Mix};
use ballot_crypto::{
	shuffle::{Equation, Next, Proof, Rejected, Verification},
	transcript::ListDigest,
	EncodedScalar,
};
use parity_scale_codec::{Decode, Encode, MaxEncodedLen};
use proptest::prelude::*;

/// Verifies in pages of these sizes, the record encoded and decoded before each.
fn paged(mix: &Mix, columns_page: usize, elements_page: usize) -> Result<(), Rejected> {
	let width = mix.keys.len();
	let digest = ListDigest::of(&mix.proof.columns, columns_page as u32);
	let mut record = Verification::begin(&mix.statement(), &mix.proof.head, digest)?;
	loop {
		let bytes = record.encode();
		assert_eq!(bytes.len(), Verification::max_encoded_len());
		record = Verification::decode(&mut &bytes[..]).unwrap();
		match record.next() {
			Next::Columns { start, left } => {
				let start = start as usize;
				record.columns(&mix.proof.columns[start..start + columns_page.min(left as usize)])?;
			}
			Next::Elements { start, left } => {
				let (start, count) = (start as usize, elements_page.min(left as usize));
				let column = |i: usize| mix.proof.columns[i % mix.proof.columns.len()].ma;
				let ma: Vec<EncodedScalar> = (start..start + count).map(column).collect();
				let places = start * width..(start + count) * width;
				record.elements(&mix.inputs[places.clone()], &mix.outputs[places], &ma)?;
			}
			Next::Done => return record.finish(),
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	#[test]
	fn any_page_sizes_give_the_same_verdict(
		length in 1u32..150, width in 1u8..4, columns in 1usize..40, elements in 1usize..60, alteration in any::<usize>(),
	) {
		let mut mix = Mix::new(length, width, 2);
		prop_assert_eq!(paged(&mix, columns, elements), Ok(()));
		mix.proof = altered(&mix.proof, alteration % alterations(&mix.proof));
		let whole = match mix.verify() {
			Err(Rejected::Fails(Equation::V6a)) => Err(Rejected::Fails(Equation::V6a)),
			Err(Rejected::Fails(Equation::V6b)) => Err(Rejected::Fails(Equation::V6b)),
			Err(Rejected::Fails(Equation::V9)) => Err(Rejected::Fails(Equation::V9)),
			Err(Rejected::Fails(_)) => Err(Rejected::Commitments),
			other => other,
		};
		prop_assert!(whole.is_err());
		prop_assert_eq!(paged(&mix, columns, elements), whole);
	}
}

#[test]
fn out_of_turn_empty_overlong_and_uneven_pages_are_refused() {
	let mix = Mix::new(17, 1, 1);
	let Proof { head, columns } = &mix.proof;
	let ma: Vec<EncodedScalar> = columns.iter().map(|column| column.ma).collect();
	let (inputs, outputs) = (&mix.inputs, &mix.outputs);
	let mut record = Verification::begin(&mix.statement(), head, [0; 32]).unwrap();
	assert_eq!(record.next(), Next::Columns { start: 0, left: 5 });
	assert_eq!(record.elements(&inputs[..1], &outputs[..1], &ma[..1]), Err(Rejected::Page));
	assert_eq!(record.columns(&[]), Err(Rejected::Page));
	assert_eq!(record.columns(&[&columns[..], &columns[..1]].concat()), Err(Rejected::Page));
	assert_eq!(record.clone().finish(), Err(Rejected::Page));
	record.columns(columns).unwrap();
	assert_eq!(record.columns(&columns[..1]), Err(Rejected::Page));
	assert_eq!(record.next(), Next::Elements { start: 0, left: 17 });
	assert_eq!(record.elements(&[], &[], &[]), Err(Rejected::Page));
	assert_eq!(record.elements(&inputs[..2], &outputs[..1], &ma[..1]), Err(Rejected::Page));
	assert_eq!(record.elements(&inputs[..1], &outputs[..2], &ma[..1]), Err(Rejected::Page));
	assert_eq!(record.elements(&inputs[..2], &outputs[..2], &ma[..1]), Err(Rejected::Page));
	record.elements(&inputs[..5], &outputs[..5], &ma).unwrap();
	assert_eq!(record.clone().finish(), Err(Rejected::Page));
	let long: Vec<_> = ma.iter().copied().cycle().take(13).collect();
	assert_eq!(record.elements(&inputs[..13], &outputs[..13], &long), Err(Rejected::Page));
}

#[test]
fn a_refused_page_leaves_the_record_as_it_was() {
	let mix = Mix::new(17, 1, 1);
	let mut record = Verification::begin(&mix.statement(), &mix.proof.head, [0; 32]).unwrap();
	let before = record.clone();
	let mut columns = mix.proof.columns.clone();
	columns[4].zb = EncodedScalar([0xff; 32]);
	assert_eq!(record.columns(&columns), Err(Rejected::Scalar));
	assert_eq!(record, before);
}

#[test]
fn a_page_twice_or_another_page_in_its_place_is_noticed_at_the_end() {
	let mix = Mix::new(100, 1, 1);
	let columns = &mix.proof.columns;
	let mut record = Verification::begin(&mix.statement(), &mix.proof.head, [0; 32]).unwrap();
	record.columns(&columns[..10]).unwrap();
	record.columns(&columns[..10]).unwrap();
	record.columns(&columns[20..]).unwrap();
	let ma: Vec<EncodedScalar> = columns.iter().map(|column| column.ma).cycle().take(100).collect();
	record.elements(&mix.inputs, &mix.outputs, &ma).unwrap();
	assert_eq!(record.finish(), Err(Rejected::Commitments));
}

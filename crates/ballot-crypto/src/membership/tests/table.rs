//! Tables.

use super::*;

#[test]
fn encodings_make_the_same_selections_as_their_table() {
	let made = Selections::of(&table_of(21));
	let encoded: Vec<_> = made.points().iter().map(Encoded::from).collect();
	let read = Selections::from_encoded(&encoded).unwrap();
	assert_eq!((read.digest(), read.rounds(), read.len()), (made.digest(), 5, 21));
	assert_eq!(read.points(), made.points());
}

#[test]
fn the_digest_names_every_row_their_order_and_their_number() {
	let encoded: Vec<_> = Selections::of(&table_of(4)).points().iter().map(Encoded::from).collect();
	let digest = |encoded: &[Encoded]| Selections::from_encoded(encoded).unwrap().digest();
	let mut swapped = encoded.clone();
	swapped.swap(2, 3);
	assert_ne!(digest(&encoded), digest(&swapped));
	assert_ne!(digest(&encoded), digest(&encoded[..3]));
}

#[test]
fn repeated_malformed_no_and_too_many_elements_are_refused() {
	let encoded: Vec<_> = Selections::of(&table_of(4)).points().iter().map(Encoded::from).collect();
	let with = |one: Encoded| Selections::from_encoded(&[&encoded[..], &[one]].concat()).unwrap_err();
	assert_eq!(with(encoded[1]), BadElements::Repeated(4));
	assert_eq!(with(Encoded::IDENTITY), BadElements::Malformed(4, Malformed::Identity));
	assert_eq!(with(Encoded([0xff; 32])), BadElements::Malformed(4, Malformed::Element));
	assert_eq!(Selections::from_encoded(&[]).unwrap_err(), BadElements::Length);
	assert_eq!(Selections::from_encoded(&vec![encoded[0]; 65_537]).unwrap_err(), BadElements::Length);
}

//! How a storage item, a view function, a constant and an event of a pallet are described: by name, with their types.

use parity_scale_codec::{Encode, EncodeLike};
use std::marker::PhantomData;

/// Stands for a type that is not decoded here: only its bytes are read.
#[derive(Clone, Copy, Debug)]
pub enum Undecoded {}

/// A storage item with keys `K`, a tuple, and values `V`.
#[derive(Debug)]
pub struct Item<K, V> {
	name: Name,
	types: PhantomData<fn(K) -> V>,
}

/// A view function with arguments `A`, a tuple, and the answer `V`.
#[derive(Debug)]
pub struct ViewFunction<A, V> {
	name: Name,
	types: PhantomData<fn(A) -> V>,
}

/// A constant of a pallet.
#[derive(Debug)]
pub struct Constant<V> {
	name: Name,
	types: PhantomData<fn() -> V>,
}

/// A kind of event with fields `F`, a tuple or a structure.
#[derive(Debug)]
pub struct EventKind<F> {
	name: Name,
	types: PhantomData<fn() -> F>,
}

#[derive(Clone, Copy, Debug)]
struct Name {
	pallet: &'static str,
	name: &'static str,
}

macro_rules! named {
	($($description:ident<$($parameter:ident),*>;)*) => {$(
		impl<$($parameter),*> $description<$($parameter),*> {
			/// Describes it by the names of the pallet and of what it has there.
			pub const fn new(pallet: &'static str, name: &'static str) -> Self {
				Self { name: Name { pallet, name }, types: PhantomData }
			}

			/// The name of the pallet.
			pub const fn pallet(&self) -> &'static str {
				self.name.pallet
			}

			/// The name that it has in the pallet.
			pub const fn name(&self) -> &'static str {
				self.name.name
			}

			/// Pallet and name, as people read them.
			pub fn path(&self) -> String {
				format!("{}.{}", self.pallet(), self.name())
			}
		}
	)*};
}

named! {
	Item<K, V>;
	ViewFunction<A, V>;
	Constant<V>;
	EventKind<F>;
}

/// A tuple that stands for the keys `K` of an item, which is a tuple too: each key as a value or a reference.
pub trait KeysOf<K> {
	/// SCALE of each key.
	fn parts(&self) -> Vec<Vec<u8>>;
}

impl<K, T: KeysOf<K>> KeysOf<K> for &T {
	fn parts(&self) -> Vec<Vec<u8>> {
		(*self).parts()
	}
}

impl KeysOf<()> for () {
	fn parts(&self) -> Vec<Vec<u8>> {
		Vec::new()
	}
}

impl<A: Encode, X: EncodeLike<A>> KeysOf<(A,)> for (X,) {
	fn parts(&self) -> Vec<Vec<u8>> {
		vec![self.0.encode()]
	}
}

impl<A: Encode, B: Encode, X: EncodeLike<A>, Y: EncodeLike<B>> KeysOf<(A, B)> for (X, Y) {
	fn parts(&self) -> Vec<Vec<u8>> {
		vec![self.0.encode(), self.1.encode()]
	}
}

impl<A: Encode, B: Encode, C: Encode, X: EncodeLike<A>, Y: EncodeLike<B>, Z: EncodeLike<C>> KeysOf<(A, B, C)>
	for (X, Y, Z)
{
	fn parts(&self) -> Vec<Vec<u8>> {
		vec![self.0.encode(), self.1.encode(), self.2.encode()]
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn keys_are_encoded_one_by_one_as_values_or_references() {
		let parts = vec![vec![7, 0, 0, 0], vec![8, 1, 2]];
		assert_eq!(KeysOf::<(u32, Vec<u8>)>::parts(&(7u32, &vec![1u8, 2])), parts);
		assert_eq!(KeysOf::<(u32, Vec<u8>)>::parts(&(&7u32, vec![1u8, 2])), parts);
		assert_eq!(KeysOf::<()>::parts(&()), Vec::<Vec<u8>>::new());
	}

	#[test]
	fn a_description_has_the_names_of_the_chain() {
		const BOXES: Item<(u32,), u8> = Item::new("BallotBox", "Boxes");
		assert_eq!((BOXES.pallet(), BOXES.name(), BOXES.path()), ("BallotBox", "Boxes", "BallotBox.Boxes".to_owned()));
	}
}

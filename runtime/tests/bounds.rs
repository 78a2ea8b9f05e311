//! What a transaction of ours brings has a bound in its type: what is longer does not even decode. Proofs of ballot-crypto are the
//! exception, and named here.
#![allow(clippy::unwrap_used)]

use dobush_runtime::RuntimeCall;
use scale_info::{form::PortableForm, MetaType, PortableRegistry, Registry, TypeDef, TypeDefPrimitive};
use std::collections::BTreeSet;

/// Lists of ballot-crypto's own types, which know no bounds of a chain. The extrinsic's length bounds them while they decode, and
/// the pallets compare their number with the one there must be before anything is computed from them (`another_number_of_keys_is_refused`,
/// `what_is_larger_than_any_dealing_is_refused_before_it_is_hashed`, `lists_of_other_sizes`).
const COUNTED_BY_PALLETS: [&str; 7] = [
	"Trustees.reveal.dealing.keys",
	"Trustees.reveal.dealing.keys.points",
	"Trustees.reveal.dealing.keys.shares",
	"DeniableRoll.activate.batch.activations",
	"DeniableRoll.activate.batch.pairs",
	"DeniableRoll.activate.batch.proof.head.e",
	"DeniableRoll.activate.batch.proof.columns",
];

/// Types that hold no more than they say, whatever is inside.
const BOUNDED: [&str; 4] = ["BoundedVec", "WeakBoundedVec", "BoundedBTreeSet", "BoundedBTreeMap"];

/// Looks through a type for lists and texts of any length.
struct Search<'a> {
	types: &'a PortableRegistry,
	seen: BTreeSet<u32>,
	found: Vec<String>,
}

impl Search<'_> {
	fn look(&mut self, id: u32, at: &str, bounded: bool) {
		// The list inside of a bounded one is looked through, too, but is itself no finding.
		if !bounded && !self.seen.insert(id) {
			return;
		}
		let types = self.types;
		let one = types.resolve(id).unwrap();
		let name = one.path.segments.last().map(String::as_str).unwrap_or_default();
		let inner = BOUNDED.contains(&name);
		match &one.type_def {
			TypeDef::Sequence(list) => {
				if !bounded {
					self.found.push(at.to_owned());
				}
				self.look(list.type_param.id, at, false);
			}
			TypeDef::Primitive(TypeDefPrimitive::Str) => self.found.push(at.to_owned()),
			TypeDef::Composite(composite) => self.fields(&composite.fields, at, inner),
			TypeDef::Variant(variants) => {
				for variant in &variants.variants {
					self.fields(&variant.fields, &format!("{at}.{}", variant.name), inner);
				}
			}
			TypeDef::Array(array) => self.look(array.type_param.id, at, false),
			TypeDef::Tuple(tuple) => tuple.fields.iter().for_each(|field| self.look(field.id, at, false)),
			TypeDef::Compact(compact) => self.look(compact.type_param.id, at, false),
			TypeDef::BitSequence(_) => self.found.push(at.to_owned()),
			TypeDef::Primitive(_) => (),
		}
	}

	fn fields(&mut self, fields: &[scale_info::Field<PortableForm>], at: &str, bounded: bool) {
		for field in fields {
			let at = match &field.name {
				Some(name) => format!("{at}.{name}"),
				None => at.to_owned(),
			};
			self.look(field.ty.id, &at, bounded);
		}
	}
}

/// Each pallet's calls: name, the crate that defines them, type.
fn pallets(types: &PortableRegistry, calls: u32) -> Vec<(String, String, u32)> {
	let TypeDef::Variant(pallets) = &types.resolve(calls).unwrap().type_def else { panic!("calls are variants") };
	pallets
		.variants
		.iter()
		.map(|pallet| {
			let id = pallet.fields[0].ty.id;
			(pallet.name.clone(), types.resolve(id).unwrap().path.segments[0].clone(), id)
		})
		.collect()
}

fn registry<T: scale_info::TypeInfo + 'static>() -> (PortableRegistry, u32) {
	let mut registry = Registry::new();
	let id = registry.register_type(&MetaType::new::<T>()).id;
	(registry.into(), id)
}

#[test]
fn lists_in_calls_of_ours_are_bounded_or_counted_by_their_pallet() {
	let (types, calls) = registry::<RuntimeCall>();
	let ours: Vec<_> = pallets(&types, calls)
		.into_iter()
		.filter(|(_, defined_in, _)| {
			[
				"dobush_",
				"pallet_elections",
				"pallet_voter",
				"pallet_trustees",
				"pallet_ballot",
				"pallet_tally",
				"pallet_deniable",
			]
			.iter()
			.any(|known| defined_in.starts_with(known))
		})
		.collect();
	let names: Vec<_> = ours.iter().map(|(name, ..)| name.as_str()).collect();
	for pallet in ["Elections", "VoterRegistry", "Trustees", "BallotBox", "Tally", "DeniableRoll"] {
		assert!(names.contains(&pallet), "{pallet} is looked through: {names:?}");
	}
	let mut search = Search { types: &types, seen: BTreeSet::new(), found: Vec::new() };
	ours.iter().for_each(|(name, _, id)| search.look(*id, name, false));
	assert_eq!(search.found, COUNTED_BY_PALLETS, "lists and texts without a bound");
}

#[test]
fn the_search_finds_what_has_no_bound() {
	let found = |(types, id): (PortableRegistry, u32)| {
		let mut search = Search { types: &types, seen: BTreeSet::new(), found: Vec::new() };
		search.look(id, "it", false);
		search.found.len()
	};
	assert_eq!(found(registry::<(u8, [u16; 4], Option<Vec<u8>>)>()), 1);
	assert_eq!(found(registry::<String>()), 1);
	assert_eq!(found(registry::<sp_core::bounded::BoundedVec<Vec<u8>, sp_core::ConstU32<4>>>()), 1);
	assert_eq!(found(registry::<sp_core::bounded::BoundedVec<u8, sp_core::ConstU32<4>>>()), 0);
}
